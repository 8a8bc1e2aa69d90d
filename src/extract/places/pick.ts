// Where an event was: which of the places named belong to it, in what relation, and when the place of the sentence before is
// carried on. What a name means is decided before; a place that only says where another lies, or who told of it, is dropped.
import type { Frame } from "../../codebook/events.ts";
import { covers, overlaps, type PlaceMention, type PlaceRole, type Span } from "../../model/index.ts";
import { VIOLENT } from "../accounts.ts";
import { type Sentence, spanOf } from "../sentence.ts";
import { inClause, type Read } from "../slots.ts";
import type { Held } from "./held.ts";

export interface PlacePick {
  readonly mention: PlaceMention;
  readonly role: PlaceRole;
  readonly rule: string;
}

const SAID: Readonly<Record<string, PlaceRole>> = {
  to: "to",
  into: "to",
  onto: "to",
  towards: "to",
  toward: "to",
  from: "from",
  near: "near",
  between: "near",
};

/** The event's relation to a place of its clause: by the preposition before it, else as the verb's object. */
function roleFor(sentence: Sentence, mention: PlaceMention, frame: Frame): PlaceRole {
  const first = sentence.passage.tokens.findIndex((t) => t.span[0] >= mention.span[0]);
  const between = sentence.words.lastIndexOf("between", first - 1);
  const road = sentence.words.findLastIndex((w, k) => k < first && /^(road|highway|motorway|route|line|way)$/.test(w));
  const along =
    road >= 0 && first - road <= 6 && /^(from|to|linking|between|connecting)$/.test(sentence.words[road + 1] ?? "");
  for (const lead of [between, along ? road : -1])
    if (lead >= 0 && first - lead <= 6 && !sentence.tags.slice(lead, first).some((t) => t?.finite)) return "near";
  for (let k = first - 1; k >= Math.max(0, first - 6); k--) {
    const word = sentence.words[k]!;
    const role = frame.place.get(word) ?? SAID[word];
    if (role) return role;
    if (!frame.place.size && /^(in|at|inside|around|across|on|outside|of|north|south|east|west)$/.test(word)) break;
    if (sentence.tags[k]) return frame.place.get("object") ?? mention.role;
  }
  return mention.role;
}

/** 'north of Aleppo', 'near the border': where a place lies, not where it happened, if another place says that. */
const isLandmark = (p: PlacePick): boolean => p.role === "near" || p.mention.precision === "near";

/** Drops a place that contains another one picked ('in Nawa, north of Daraa' happened in Nawa) and what only says where it lies. */
function mostSpecific(picks: readonly PlacePick[]): PlacePick[] {
  const settled = picks.some((p) => !isLandmark(p) && p.mention.place?.kind !== "country" && !isRegion(p.mention));
  const near = settled ? picks.filter((p) => !isLandmark(p)) : picks;
  const inner = near.filter(
    (p) =>
      !near.some(
        (o) =>
          o !== p &&
          o.mention.place &&
          p.mention.place &&
          o.mention.place.id !== p.mention.place.id &&
          o.mention.place.within.includes(p.mention.place.id),
      ),
  );
  const seen = new Set<string>();
  return inner.filter(({ mention }) => {
    const key = mention.place?.id ?? mention.name;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

const isLabel = (m: PlaceMention, { passage, words }: Sentence): boolean => {
  const next = passage.tokens.findIndex((t) => t.span[0] >= m.span[1]);
  const colon = words.indexOf(":");
  return isRegion(m) && colon >= next && colon - next <= 1 && next > 0 && m.span[0] - passage.span[0] < 4;
};

/** Whether the one place named after the other is what that lies in, or the town beside it: no more than 50 letters between. */
const contains = (outer: PlaceMention, inner: PlaceMention): boolean =>
  outer.span[0] - inner.span[1] < 50 &&
  outer.place !== null &&
  (outer.precision === "near" || outer.precision === "area" || isRegion(outer)) &&
  (inner.place === null ||
    inner.place.within.includes(outer.place.id) ||
    outer.place.within.some((id) => inner.place!.within.includes(id)));

const isRegion = (m: PlaceMention): boolean => m.place?.kind === "province" || m.place?.kind === "region";

/** What a place is asked for. */
export interface Asked {
  /** Spans of the actors and targets, whose names are no places of the event. */
  readonly taken: readonly Span[];
  /** Spans of the words that only say who told of it: 'a doctor in Nawa said'. */
  readonly telling: readonly Span[];
  /** Whether a place may be taken from another clause, and from the sentences before. */
  readonly local: boolean;
  readonly carry: boolean;
  /** The place that the document is about: where something is taken, held or left and no place is named, it is this one. */
  readonly subject: PlaceMention | null;
  /** What is taken, held or left, where it is not the place named. */
  readonly held: Held;
}

/**
 * Places of an event whose words stand at tokens from..to. `before` are the sentences that went before, nearest last; their
 * place is carried on where the event needs one and its own sentence has none.
 */
export function pickPlaces(
  read: Read,
  at: readonly [number, number],
  frame: Frame,
  asked: Asked,
  before: readonly Read[],
): PlacePick[] {
  const picks = picked(read, at, frame, asked, before);
  if (asked.held !== "part" && asked.held !== "mixed") return picks;
  // 'Three villages in the province, among them Binnish': those that are named are taken whole.
  const named = read.places.filter((m) => isMember(read.sentence, m) && m.place?.kind !== "country");
  if (named.length) return mostSpecific(named.map((mention) => ({ mention, role: "at" as const, rule: "member" })));
  const narrowed = ({ mention }: PlacePick): boolean =>
    /^(exact|region)$/.test(mention.precision ?? "exact") && (asked.held === "part" || isRegion(mention));
  return picks.map((p) => (narrowed(p) ? { ...p, mention: { ...p.mention, precision: "area" as const } } : p));
}

/** 'Including A, B and C', 'among them A'. */
function isMember({ words, passage }: Sentence, mention: PlaceMention): boolean {
  let k = passage.tokens.findIndex((t) => t.span[1] > mention.span[0]) - 1;
  while (k > 0 && /^(?:,|and|the|them|town|city|village|of|\p{Lu}.*)$/u.test(passage.tokens[k]!.text)) k--;
  return k >= 0 && (words[k] === "including" || (words[k] === "among" && words[k + 1] === "them"));
}

function picked(
  read: Read,
  at: readonly [number, number],
  frame: Frame,
  asked: Asked,
  before: readonly Read[],
): PlacePick[] {
  const { sentence } = read;
  const open = (m: PlaceMention): boolean =>
    !asked.taken.some((t) => (m.place?.kind === "country" ? overlaps(t, m.span) : covers(t, m.span)));
  // What is excepted, and what stands beyond a semicolon, is another matter.
  const token = (m: PlaceMention): number => sentence.passage.tokens.findIndex((t) => t.span[1] > m.span[0]);
  const apart = (m: PlaceMention): boolean => {
    const k = token(m);
    if (k < 0) return false;
    const between = sentence.words.slice(Math.min(k, at[0]), Math.max(k, at[0]));
    return (
      between.includes(";") || sentence.words.slice(Math.max(0, k - 3), k).some((w) => /^(except|excluding)$/.test(w))
    );
  };
  const told = (m: PlaceMention): boolean => !asked.telling.some((t) => covers(t, m.span));
  const pick =
    (rule: string) =>
    (mention: PlaceMention): PlacePick => ({ mention, role: roleFor(sentence, mention, frame), rule });
  const named = read.places.filter((m) => open(m) && !apart(m));
  // 'Aleppo province: a family was killed in Nawa': a bulletin's label says where to look.
  const unlabelled = named.filter((m) => !isLabel(m, sentence));
  const whole = unlabelled.some((m) => m.place?.kind !== "country") ? unlabelled : named;
  // 'a worker from Nawa was killed near Daraa': where somebody is from, or was fired from, is not where it struck.
  const struck = VIOLENT.has(frame.event) && frame.event !== "offensive" && !frame.place.size;
  const isOrigin = (m: PlaceMention): boolean => roleFor(sentence, m, frame) === "from";
  // 'from Nawa village in the suburbs of Daraa': what the place lies in goes with it.
  const there = struck
    ? whole.filter((m, i) => !isOrigin(m) && !(i > 0 && isOrigin(whole[i - 1]!) && contains(m, whole[i - 1]!)))
    : whole;
  const all = there.some((m) => m.place?.kind !== "country" && !isRegion(m)) ? there : whole;
  const inSentence = all.some(told) ? all.filter(told) : all;
  const own = inSentence.filter((m) => inClause(sentence, m.span, at[0]));
  const settled = (rows: readonly PlaceMention[]): boolean => rows.some((m) => m.place?.kind !== "country");
  if (settled(own) && !(asked.held === "it" && asked.subject))
    return mostSpecific(own.filter((m) => m.place?.kind !== "country" || m.role !== "at").map(pick("clause")));
  const country = own[0];
  if (asked.subject && frame.holding !== null)
    return [{ mention: asked.subject, role: frame.place.get("object") ?? "at", rule: "subject" }];
  if (asked.local && settled(inSentence)) {
    const trigger = spanOf(sentence.passage, at[0], at[1]);
    const near = [...inSentence]
      .filter((m) => m.place?.kind !== "country" && inCountry(m, country))
      .sort((a, b) => Math.abs(a.span[0] - trigger[0]) - Math.abs(b.span[0] - trigger[0]));
    const first = near[0];
    const group = near.filter((m) => Math.abs(m.span[0] - first!.span[0]) < 60);
    // Another clause's 'from' and 'to' are that clause's.
    const elsewhere = (mention: PlaceMention): PlacePick => ({
      mention,
      role: mention.role === "near" ? "near" : (frame.place.get("object") ?? "at"),
      rule: "sentence",
    });
    if (first) return mostSpecific(group.sort((a, b) => a.span[0] - b.span[0]).map(elsewhere));
  }
  const unknown = asked.local ? unknownPlace(read, at[0]) : null;
  if (unknown) return [pick("clause")(unknown), ...(country ? [pick("country")(country)] : [])];
  if (asked.carry)
    for (const earlier of [...before].reverse().slice(0, 2)) {
      if (earlier.sentence.passage.paragraph < sentence.passage.paragraph - 1) break;
      const place = earlier.places.filter((m) => m.place?.kind !== "country" && inCountry(m, country));
      if (place.length)
        return mostSpecific(place.slice(0, 2).map((mention) => ({ mention, role: "at" as const, rule: "carried" })));
    }
  const land = country ?? (asked.local ? inSentence[0] : undefined);
  return land ? [pick("country")(land)] : [];
}

const WHERE = new Set(["at", "in", "near", "outside", "around"]);
/**
 * 'gunmen killed two in Qarzwan', which no gazetteer knows: the event has a place, and it is not the one told before. Names of
 * people and bodies, dates, and what has an article ('in the Senate') are none.
 */
function unknownPlace({ sentence, places, dates }: Read, token: number): PlaceMention | null {
  const { tree, phrases, passage } = sentence;
  const at = (k: number): Span => passage.tokens[k]!.span;
  const last = tree.words.findIndex(
    ({ upos, form }, k) =>
      upos === "PROPN" &&
      /^\p{Lu}[\p{L}-]*\p{Ll}/u.test(form) &&
      tree.introduced(k, WHERE) &&
      !tree.has(k, "det", "nummod", "amod") &&
      inClause(sentence, at(k), token) &&
      ![...places, ...dates].some((m) => overlaps(m.span, at(k))) &&
      !phrases.some((p) => p.from <= k && k < p.to),
  );
  if (last < 0) return null;
  let first = last;
  while (first > 0 && tree.words[first - 1]!.head === last && tree.words[first - 1]!.upos === "PROPN") first--;
  const whole = spanOf(passage, first, last + 1);
  const name = passage.tokens
    .slice(first, last + 1)
    .map((t) => t.text)
    .join(" ");
  return {
    kind: "place",
    span: whole,
    rule: "place.unknown-name",
    text: name,
    name,
    said: null,
    role: tree.introduced(last, NEAR) ? "near" : "at",
    precision: tree.introduced(last, NEAR) ? "near" : "exact",
    candidates: [],
    place: null,
  };
}
const NEAR = new Set(["near", "outside", "around"]);

/** A place is not carried out of the country that the clause itself names. */
const inCountry = (m: PlaceMention, country: PlaceMention | undefined): boolean =>
  !country?.place || m.place === null || m.place.within.includes(country.place.id);
