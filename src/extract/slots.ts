// When, where and how many: picks from a document's dates, places and figures those that belong to an event's words - the
// nearest in its clause, then its sentence, then what the paragraph carries on. It never makes one up.

import type { Frame } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { findSteps } from "../codebook/patterns.ts";
import {
  addDays,
  covers,
  type DateMention,
  type Day,
  daysBetween,
  type FigureMention,
  type Measure,
  overlaps,
  type PlaceMention,
  type PlaceRole,
  type Span,
  type When,
} from "../model/index.ts";
import type { Trigger } from "./frames.ts";
import { clauseAt, type Sentence, spanOf } from "./sentence.ts";

/** A sentence with the mentions that fall into it. */
export interface Read {
  readonly sentence: Sentence;
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly figures: readonly FigureMention[];
}

export interface PlacePick {
  readonly mention: PlaceMention;
  readonly role: PlaceRole;
  readonly rule: string;
}

const clauseSpan = (sentence: Sentence, token: number): Span => {
  const clause = sentence.clauses[clauseAt(sentence, token)]!;
  return spanOf(sentence.passage, clause.from, clause.to);
};

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
  const road = sentence.words.findLastIndex((w, k) => k < first && /^(road|highway|motorway|route|line)$/.test(w));
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
  const own = clauseSpan(sentence, at[0]);
  const all = read.places.filter((m) => open(m) && !apart(m));
  const inSentence = all.some(told) ? all.filter(told) : all;
  const inClause = inSentence.filter((m) => covers(own, m.span));
  const settled = (rows: readonly PlaceMention[]): boolean => rows.some((m) => m.place?.kind !== "country");
  if (settled(inClause))
    return mostSpecific(inClause.filter((m) => m.place?.kind !== "country" || m.role !== "at").map(pick("clause")));
  const country = inClause[0];
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

/** A place is not carried out of the country that the clause itself names. */
const inCountry = (m: PlaceMention, country: PlaceMention | undefined): boolean =>
  !country?.place || m.place === null || m.place.within.includes(country.place.id);

const toWhen = (m: DateMention, interval: { start: Day; end: Day; grain: When["grain"] }, rule: string): When => ({
  ...interval,
  text: m.text,
  at: [m.span],
  rule,
});

/** The days a mention stands for: 'since' runs to publication. */
function days(m: DateMention, published: Day | null): { start: Day; end: Day; grain: When["grain"] } | null {
  if (!m.interval) return null;
  if (m.bound !== "since") return m.interval;
  if (!published || published < m.interval.start) return m.interval;
  return { start: m.interval.start, end: published, grain: "span" };
}

const distance = (m: DateMention, at: Span): number =>
  m.span[1] <= at[0] ? at[0] - m.span[1] : m.span[0] >= at[1] ? m.span[0] - at[1] : 0;

/** The time of an event: nearest in its clause, then in its sentence. Null where neither has one. */
export function pickTime(
  read: Read,
  at: readonly [number, number],
  published: Day | null,
  tally: boolean,
): When | null {
  const trigger = spanOf(read.sentence.passage, at[0], at[1]);
  const own = clauseSpan(read.sentence, at[0]);
  const usable = read.dates.filter(
    (m) =>
      m.interval &&
      m.bound !== "until" &&
      (tally || m.bound !== "since" || m.interval.grain !== "year" || covers(own, m.span)),
  );
  const nearest = (rows: readonly DateMention[]): DateMention | undefined =>
    [...rows].sort((a, b) => distance(a, trigger) - distance(b, trigger))[0];
  const pick =
    (tally ? usable.find((m) => m.bound === "since") : undefined) ??
    nearest(usable.filter((m) => covers(own, m.span))) ??
    nearest(usable);
  if (!pick) return null;
  const interval = days(pick, published);
  return interval ? toWhen(pick, interval, covers(own, pick.span) ? "clause" : "sentence") : null;
}

/**
 * The day of publication for news that gives no day of its own: a paper's news is of the day unless it says otherwise. It
 * rests on no words, and says so: `at` is empty and the rule names it.
 */
export const ofPublication = (published: Day | null): When | null =>
  published === null ? null : { start: published, end: published, grain: "day", text: "", at: [], rule: "fresh-news" };

/** History: over by 30 days before publication, or a year's grain, or words of the past with no date beside them. */
export function isBackground(
  sentence: Sentence,
  at: readonly [number, number],
  time: When | null,
  published: Day | null,
  codebook: Codebook,
): boolean {
  if (time && published)
    return (
      time.end < addDays(published, -30) ||
      (daysBetween(time.start, published) > 60 && time.end >= addDays(published, -1))
    );
  if (time && (time.grain === "year" || time.grain === "span") && daysBetween(time.start, time.end) > 300) return true;
  if (time) return false;
  const clause = sentence.clauses[clauseAt(sentence, at[0])]!;
  return codebook.grammar.past.some((steps) => findSteps(sentence.words, steps, clause.from, clause.to));
}

/** So many dead are history's, not the news'. */
const MANY = 10_000;

/** A state of things rather than news, where no day is given: a siege that stands, the dead of years, 'who had defected'. */
export function isStanding(account: { readonly trigger: Trigger; readonly event: string }, read: Read): boolean {
  const { trigger, event } = account;
  if (trigger.frame.holding === "besieged") return true;
  if (event === "casualty_tally")
    return read.figures.some(
      (f) => (f.measure === "killed" && f.min >= MANY) || (f.measure === "displaced" && f.min >= MANY * 10),
    );
  const clause = read.sentence.clauses[clauseAt(read.sentence, trigger.from)]!;
  return (
    clause.kind === "relative" &&
    /^(who|which|that)$/.test(read.sentence.words[clause.from]!) &&
    read.sentence.words[clause.from + 1] === "had"
  );
}

const HARM: readonly Measure[] = ["killed", "injured", "missing", "captured", "displaced", "detained"];
const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  territory_captured: ["settlements", "sites", "killed", "injured", "captured"],
  territory_transferred: ["settlements", "sites"],
  withdrawal: ["participants"],
  offensive: ["participants", "killed", "injured", "settlements"],
  deployment: ["participants"],
  abduction: ["detained", "missing", "captured"],
  arrest: ["detained"],
  release: ["detained", "captured"],
  surrender: ["surrendered", "captured"],
  flight: ["fled"],
  displacement: ["displaced", "fled"],
  protest: ["protesters", "participants"],
  aid: ["money"],
  curfew: ["displaced"],
  casualty_tally: ["killed", "injured", "missing", "detained", "displaced", "captured", "fled", "surrendered"],
  statement: [],
  talks: [],
  ceasefire_or_agreement: [],
  advisory: [],
  amnesty: [],
  change_of_power: [],
  designation_or_sanction: [],
};

/** The figures that an event of this type can have, from the spans that tell of it. */
export function pickFigures(read: Read, event: string, spans: readonly Span[]): FigureMention[] {
  const fitting = MEASURES[event] ?? HARM;
  const inside = read.figures.filter(
    (f) => f.measure && fitting.includes(f.measure) && spans.some((s) => overlaps(s, f.span)),
  );
  const chosen = inside.length ? inside : read.figures.filter((f) => f.measure && fitting.includes(f.measure));
  const withParts = read.figures.filter(
    (f) => chosen.includes(f) || (f.of && chosen.some((c) => overlaps(c.span, f.of!))),
  );
  const seen = new Set<string>();
  return withParts.filter((f) => {
    const key = `${f.measure}|${f.min}|${f.max}|${f.group}`;
    return f.measure === null || seen.has(key) ? false : Boolean(seen.add(key));
  });
}
