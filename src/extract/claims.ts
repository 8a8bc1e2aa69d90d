// Accounts made into claims: the quote cut out of the text, every slot with its evidence, the ids minted. Nothing is decided
// here that the accounts and slots have not decided; this is where token indices become spans.

import { acledOf } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { findSteps, literal } from "../codebook/patterns.ts";
import {
  type Claim,
  type ClaimPlace,
  claimId,
  type Document,
  type Figure,
  type FigureMention,
  type Party,
  type PlaceMention,
  type Precision,
  type SourceLink,
  type Span,
  span,
  type When,
} from "../model/index.ts";
import type { Account } from "./accounts.ts";
import type { Trigger } from "./frames.ts";
import type { Phrase } from "./parties/phrases.ts";
import type { PlacePick } from "./places/pick.ts";
import { headOf } from "./roles.ts";
import { clauseAt, type Sentence, spanOf } from "./sentence.ts";

export const CODER = "dateline@0.3.0";
const SHORT = 45;
const LONG = 260;
/** A statement is quoted with its speaker, whole, unless the sentence runs longer than this. */
const SPEECH = 320;

const KIND: Readonly<Record<string, SourceLink["kind"]>> = {
  monitor: "monitor",
  army: "official",
  government: "official",
  ministry: "official",
  embassy: "official",
  state: "official",
  police: "official",
  un: "organisation",
  alliance: "organisation",
  rescue: "organisation",
  court: "organisation",
  party: "organisation",
  organisation: "organisation",
  coalition: "armed_group",
  rebel: "armed_group",
  militia: "armed_group",
  agency: "agency",
  outlet: "outlet",
  person: "person",
  social_media: "social_media",
  "agency-intel": "official",
};

function kindOf(p: Phrase): SourceLink["kind"] {
  if (p.actor && p.head?.sort !== "source") return KIND[p.actor.kind] ?? "organisation";
  if (p.sort === "person") return "person";
  const word = p.head?.word ?? "";
  if (/^witness/.test(word) || /resident/.test(word)) return "witness";
  if (/^(source|sources|official|officials)$/.test(word))
    return /military|security|ministry|government/i.test(p.name) ? "official" : "unnamed";
  if (/monitor|observatory/.test(word)) return "monitor";
  if (p.head?.group === "officials") return "official";
  if (/media|newspaper|tv|television|news agency|website/.test(word)) return "outlet";
  if (/activist/.test(word)) return "person";
  return p.sort === "force" ? "armed_group" : p.head ? "unnamed" : "organisation";
}

export function party(p: Phrase): Party {
  const aliases = [...new Set([...p.also, ...(p.actor ? [p.actor.name, ...p.actor.aliases] : [])])].filter(
    (a) => a !== p.name,
  );
  return { name: p.name, id: p.actor?.id ?? null, aliases, text: p.name, at: [p.at], rule: p.rule };
}

const sourceLink = (p: Phrase): SourceLink => ({ ...party(p), kind: kindOf(p) });

/** `subject`: what the document is about, whose title gives the place a name too. */
export function claimPlace(
  pick: PlacePick,
  names: (id: readonly string[]) => string[],
  subject: PlaceMention | null = null,
): ClaimPlace {
  const { mention } = pick;
  const place = mention.place;
  const titled = subject?.place && subject.place === place ? [subject.name] : [];
  const fallback: Precision =
    place?.kind === "country" ? "country" : place?.kind === "province" || place?.kind === "region" ? "region" : "exact";
  return {
    name: place?.name ?? mention.name,
    id: place?.id ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    kind: place?.kind ?? mention.said,
    within: place ? names(place.within) : [],
    within_ids: place?.within ?? [],
    precision: mention.precision ?? fallback,
    role: pick.role,
    text: mention.text,
    aliases: [...new Set([mention.name, mention.text, ...titled])].filter((n) => n !== (place?.name ?? mention.name)),
    runners_up: mention.candidates
      .filter((c) => c !== place)
      .slice(0, 3)
      .map((c) => ({ id: c.id, name: c.name })),
    at: [mention.span],
    rule: `${mention.rule}/${pick.rule}`,
  };
}

export const figure = (f: FigureMention, all: readonly FigureMention[]): Figure => ({
  measure: f.measure!,
  min: f.min,
  max: f.max,
  group: f.group,
  of: f.of ? (all.find((o) => o.span[0] === f.of![0] && o.span[1] === f.of![1])?.min ?? null) : null,
  approx: f.approx,
  text: f.text,
  at: [f.span],
  rule: f.rule,
});

/** Words at which no quote ends: they belong to the speaker or the clause that follows. */
const TRAILS =
  /^(,|;|:|\.|—|–|-|and|but|or|that|the|a|an|its|his|her|their|our|some|one|according|to|of|by|hours|days|minutes|weeks|shortly|soon|just|even|while|as|when|after|before|who|which|where)$/;

/** The words that tell more of a noun: 'an attack targeting the station', 'the deal that was reached on Monday'. */
function ownWords(sentence: Sentence, trigger: Trigger): number[] {
  const { tree } = sentence;
  const head = headOf(tree, trigger);
  return tree.under(head, "acl", "acl:relcl", "nmod").filter((k) => k > head);
}

/** Where the one begins of whom a relative clause tells: 'the villagers who were granted passage'. */
function whoOf({ tree, clauses, phrases, words }: Sentence, clause: number, from: number): number {
  const { head, kind } = clauses[clause]!;
  const { relation, head: noun } = tree.words[head]!;
  if (kind !== "relative" || relation !== "acl:relcl" || noun >= from || from - noun > 8) return from;
  const known = phrases.find((p) => p.from <= noun && noun < p.to);
  const relative = /^(?:who|whom|whose|which|that|where)$/;
  if (!known && !(relative.test(words[from]!) && /^(?:NOUN|PROPN)$/.test(tree.words[noun]!.upos))) return from;
  return Math.min(known?.from ?? noun, noun, ...tree.under(noun, "det", "amod", "compound", "nummod", "nmod:poss"));
}

/** Whether a quotation is open at the end of the words. */
const opened = (words: readonly string[]): boolean =>
  words.filter((w) => w === "“").length > words.filter((w) => w === "”").length ||
  words.filter((w) => w === '"').length % 2 === 1;

/** The clause that tells the event, without 'X said that'; a clause too short to stand alone takes in what it leans on. */
export function quoteOf(account: Account, text: string): Span {
  const { sentence } = account.read;
  if (account.event === "statement" || account.stanceRule === "denies-what-was-told") {
    const [from, to] = sentence.passage.span;
    if (to - from <= SPEECH) return span(from, to - (/[.]$/.test(text.slice(from, to)) ? 1 : 0));
  }
  const tokens = account.triggers.flatMap((t) =>
    t.verb
      ? [t.from, t.to - 1, ...sentence.tree.under(t.from, "nsubj", "nsubj:pass", "obj", "obl", "xcomp", "obl:agent")]
      : [t.from, ...ownWords(sentence, t)],
  );
  const clauses = [...new Set(tokens.map((t) => clauseAt(sentence, t)))];
  let first = Math.min(...clauses);
  let last = Math.max(...clauses);
  const length = (): number => {
    const [a, b] = spanOf(sentence.passage, sentence.clauses[first]!.from, sentence.clauses[last]!.to);
    return b - a;
  };
  if (length() > LONG) {
    first = clauseAt(sentence, account.trigger.from);
    last = first;
  }
  // A participle or relative without its subject reads ill: it takes the clause it leans on where that stays short.
  while (
    first > 0 &&
    sentence.words[sentence.clauses[first]!.from - 1] !== ";" &&
    (length() < SHORT ||
      sentence.clauses[first]!.kind === "coordinate" ||
      sentence.clauses[first]!.kind === "participle")
  ) {
    first--;
    if (length() > 200) {
      first++;
      break;
    }
  }
  // Headlines string several events on semicolons: none is quoted for another.
  const parted = (clause: number): boolean => sentence.words[sentence.clauses[clause]!.from - 1] === ";";
  while (last < sentence.clauses.length - 1 && length() < SHORT && !parted(last + 1)) last++;
  let from = sentence.clauses[first]!.from;
  let to = sentence.clauses[last]!.to;
  const trigger = account.trigger.from;
  if (account.event !== "statement" && account.stanceRule !== "denies-what-was-told")
    for (const a of account.chain) {
      // 'declared a ceasefire': declaring it is the deed.
      const deed = !sentence.tree.has(a.cue[0], "ccomp", "xcomp", "parataxis") && sentence.tree.has(a.cue[0], "obj");
      if (!deed && a.rule === "said-before" && a.cue[0] < trigger && a.content[0] > from && a.content[0] <= trigger)
        from = a.content[0];
      if (a.rule !== "said-before" && a.content[1] < to && a.content[1] > trigger) to = a.content[1];
    }
  const doer = account.actors.find(
    (p) => p.from < from && from <= p.to && p.at[1] <= sentence.passage.span[1] && p.at[0] >= sentence.passage.span[0],
  );
  from = doer ? doer.from : whoOf(sentence, first, from);
  // 'India of shelling the village' is half of 'Pakistan accused India of it'.
  const accuser = account.chain.find((a) => a.cue[0] < trigger && sentence.words[trigger - 1] === "of")?.sources[0];
  if (accuser && sentence.phrases.includes(accuser))
    from = Math.min(from, accuser.from - Number(/^(?:the|an?)$/.test(sentence.words[accuser.from - 1] ?? "")));
  // A bracket without the name before it.
  if (sentence.words[from] === "(") {
    const close = sentence.words.indexOf(")", from);
    if (close > 0 && close < trigger) from = close + 1;
  }
  while (from < trigger && /^(that|and|but|of|,|;|:|after|while|as|when|"|“|”|—|–|-)$/.test(sentence.words[from]!))
    from++;
  while (to > trigger + 1 && TRAILS.test(sentence.words[to - 1]!)) to--;
  while (to > trigger + 1 && /^["”]$/.test(sentence.words[to - 1]!) && !opened(sentence.words.slice(from, to - 1)))
    do to--;
    while (to > trigger + 1 && /^[,.;:]$/.test(sentence.words[to - 1]!));
  const [start, end] = spanOf(sentence.passage, from, to);
  return text.slice(start, end).trim() ? span(start, end) : sentence.passage.span;
}

export interface Slots {
  readonly time: When | null;
  readonly said: When | null;
  readonly places: readonly ClaimPlace[];
  readonly figures: readonly Figure[];
  readonly background: boolean;
}

/** The claim of an account, all but its order. */
export function claimOf(account: Account, slots: Slots, quote: Span, document: Document, codebook: Codebook): Claim {
  const { sentence } = account.read;
  const type = codebook.events.types.get(account.event)!;
  const contains = (phrase: string): boolean => findSteps(sentence.words, literal(phrase)) !== null;
  const kinds = account.actors.flatMap((a) =>
    a.actor ? [a.actor.kind] : a.head?.sort === "force" && a.head.group === "soldiers" ? ["army"] : [],
  );
  const sources = account.sources.map(sourceLink);
  const at = (from: number, to: number): Span => spanOf(sentence.passage, from, to);
  const actors = account.actors.map(party);
  const discriminator = [account.stance, ...sources.map((s) => s.name), ...actors.map((a) => a.name)].join("|");
  return {
    id: claimId(document.id, document.version, account.event, quote[0], quote[1], discriminator),
    document: document.id,
    version: document.version,
    quote: document.text.slice(quote[0], quote[1]),
    start: quote[0],
    end: quote[1],
    event: account.event,
    event_evidence: { at: account.triggers.map((t) => at(t.from, t.to)), rule: account.rule },
    acled: acledOf(
      type,
      {
        actorKinds: kinds,
        targetWords: account.targets
          .map((t) => t.name)
          .join(" ")
          .toLowerCase(),
        words: sentence.words,
      },
      contains,
    ),
    plover: type.plover,
    stance: account.stance,
    stance_evidence: account.stanceWords ? { at: [at(...account.stanceWords)], rule: account.stanceRule } : null,
    background: slots.background,
    hedge: account.hedge,
    time: slots.time,
    said: slots.said,
    places: slots.places,
    actors,
    targets: account.targets.map(party),
    sources,
    figures: slots.figures,
    order: null,
    holding: account.trigger.frame.holding,
    coder: CODER,
    codebook: codebook.version,
  };
}
