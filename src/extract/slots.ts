// When, where and how many: picks from a document's dates, places and figures those that belong to an event's words - the
// nearest in its clause, then its sentence, then what the paragraph carries on. It never makes one up.

import type { Codebook } from "../codebook/load.ts";
import { findSteps } from "../codebook/patterns.ts";
import {
  addDays,
  type DateMention,
  type Day,
  daysBetween,
  type FigureMention,
  type Measure,
  overlaps,
  type PlaceMention,
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

/** Whether a mention hangs on the same predicate as the token does, however the words between them are cut up. */
export const inClause = (sentence: Sentence, at: Span, token: number): boolean => {
  const { head } = sentence.clauses[clauseAt(sentence, token)]!;
  const first = sentence.passage.tokens.findIndex((t) => t.span[1] > at[0]);
  return first >= 0 && sentence.clauses[clauseAt(sentence, first)]!.head === head;
};

/** 'the reporters whom they had held since August' dates the holding, not what is told of them now. */
function isEarlier(sentence: Sentence, at: Span): boolean {
  const first = sentence.passage.tokens.findIndex((t) => t.span[1] > at[0]);
  if (first < 0) return false;
  const { tree, clauses } = sentence;
  const { head } = clauses[clauseAt(sentence, first)]!;
  return tree.words[head]!.relation === "acl:relcl" && tree.under(head, "aux").some((aux) => tree.lower(aux) === "had");
}

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

/** 'By 9 March the army had taken the town': what is told as done by a day was so on it, and nobody says since when. */
function isDoneBy({ sentence: { words, passage } }: Read, m: DateMention): boolean {
  const first = passage.tokens.findIndex((t) => t.span[1] > m.span[0]);
  return m.bound === "until" && first > 0 && words.slice(Math.max(0, first - 3), first).includes("by");
}

/**
 * The time of an event: nearest in its clause, then in its sentence. Null where neither has one. `done`: told as a fact, so
 * that a day by which it was done is one.
 */
export function pickTime(
  read: Read,
  at: readonly [number, number],
  published: Day | null,
  { tally, done }: { readonly tally: boolean; readonly done: boolean },
): When | null {
  const trigger = spanOf(read.sentence.passage, at[0], at[1]);
  const mine = (m: DateMention): boolean => inClause(read.sentence, m.span, at[0]);
  const usable = read.dates.filter(
    (m) =>
      m.interval &&
      (m.bound !== "until" ||
        (done &&
          isDoneBy(read, m) &&
          (mine(m) || read.dates.length === 1) &&
          (!published || m.interval.start <= published))) &&
      (tally || m.bound !== "since" || m.interval.grain !== "year" || mine(m)),
  );
  const nearest = (rows: readonly DateMention[]): DateMention | undefined =>
    [...rows].sort((a, b) => distance(a, trigger) - distance(b, trigger))[0];
  const pick =
    (tally ? usable.find((m) => m.bound === "since") : undefined) ??
    nearest(usable.filter(mine)) ??
    nearest(usable.filter((m) => !isEarlier(read.sentence, m.span)));
  if (!pick) return null;
  const interval = days(pick, published);
  return interval ? toWhen(pick, interval, mine(pick) ? "clause" : "sentence") : null;
}

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

/** 'Rastan and Talbiseh, two towns on the highway': the number says again what was named. */
const isAppositive = (f: FigureMention, read: Read): boolean => {
  const { tokens } = read.sentence.passage;
  const at = tokens.findIndex((t) => t.span[1] > f.span[0]);
  return (
    (f.measure === "settlements" || f.measure === "sites") &&
    tokens[at - 1]?.text === "," &&
    read.places.some((m) => at > 1 && m.span[1] === tokens[at - 2]!.span[1])
  );
};

/** The figures that an event of this type can have, from the spans that tell of it; `speakers` are counted by none. */
export function pickFigures(
  { figures, ...rest }: Read,
  event: string,
  spans: readonly Span[],
  speakers: readonly Span[] = [],
): FigureMention[] {
  const fitting = MEASURES[event] ?? HARM;
  const read: Read = {
    ...rest,
    figures: figures.filter(
      (f) =>
        !(f.measure === "participants" && speakers.some((s) => overlaps(s, f.span))) &&
        !isAppositive(f, { figures, ...rest }),
    ),
  };
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
