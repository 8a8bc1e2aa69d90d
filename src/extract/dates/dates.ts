// Dates of a document as intervals with grain: found by a grammar over each passage, counted from the day of publication,
// and chained within the text ('the next day', a running year). Not for deciding when an event was: that joins clauses.
// Examples: 'on Friday' (published Saturday 7 December 2024: the 6th), 'last week', 'from 27 November to 5 December'.
import type { Calendar } from "../../codebook/calendar.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import { type DateMention, type Day, type Interval, type Passage, yearOf } from "../../model/index.ts";
import { type Lexeme, lexemes, spanOf, textOf } from "../lexemes.ts";
import { isHistory, runningYear, type YearSeen, yearsOfSentences } from "./narrative.ts";
import type { Match, Reading } from "./reading.ts";
import { type Ground, resolve } from "./resolve.ts";
import { dateAt } from "./span.ts";

/** A match in its place. */
export interface Found {
  readonly pieces: readonly Lexeme[];
  readonly at: number;
  readonly match: Match;
  readonly bound: DateMention["bound"];
  readonly paragraph: number;
}

/**
 * Every date of the passages, sorted by span, none overlapping another. `interval` is what the words name ('since 2011' is
 * the year 2011 with bound `since`; see `reach`); null where they need a day to count from and there is none. `text` has
 * single spaces where the document may have more.
 */
export function findDates(
  passages: readonly Passage[],
  context: { readonly published: Day | null; readonly calendar: Calendar },
): DateMention[] {
  return readDates(passages, context).map(({ found, interval, rule }) => ({
    kind: "date",
    span: spanOf(found.pieces, found.at, found.at + found.match.length),
    rule,
    text: textOf(found.pieces, found.at, found.at + found.match.length),
    interval,
    bound: found.bound,
  }));
}

/** The days that a mention bounds: `since` runs to publication, `until` keeps its last day; null where unknown. */
export function reach(mention: DateMention, published: Day | null): Interval | null {
  const { interval, bound } = mention;
  if (!interval || bound === "during") return interval;
  if (bound === "until") return { start: interval.end, end: interval.end, grain: interval.grain };
  if (!published || published < interval.start) return interval;
  return { start: interval.start, end: published, grain: "span" };
}

export interface ReadDate {
  readonly found: Found;
  readonly interval: Interval | null;
  readonly rule: string;
  /** The two ends of a range, each as its own interval. */
  readonly ends: readonly [Interval | null, Interval | null] | null;
}

/** As findDates, with the matches kept: for measuring against corpora that annotate the ends of ranges. */
export function readDates(
  passages: readonly Passage[],
  context: { readonly published: Day | null; readonly calendar: Calendar },
): ReadDate[] {
  const { calendar, published } = context;
  const all = passages.flatMap((passage) => scan(passage, calendar));
  const history = isHistory(all, published);
  const sentences = published ? new Map() : yearsOfSentences(all);
  const beginnings = new Map<string, Interval>();
  let last: Interval | null = null;
  let lastDay: Day | null = null;
  let sentence: { readonly pieces: readonly Lexeme[]; readonly day: Day } | null = null;
  let seen: YearSeen | null = null;
  return all.map((found) => {
    const { reading, hour } = found.match;
    const year = runningYear(found, seen, { history, published, sentences, all });
    const ground: Ground = {
      published,
      last,
      lastDay,
      runningYear: year,
      history,
      sentenceDay: sentence?.pieces === found.pieces ? sentence.day : null,
      future: looksAhead(found, calendar),
      aheadDays: calendar.aheadDays,
      beginnings,
    };
    const interval = resolve(reading, hour, ground);
    const rule = year !== null && interval && lacksYear(reading) ? "running-year" : found.match.rule;
    const ends = reading.kind === "range" ? endsOf(reading, interval, ground) : null;
    if (interval) {
      last = interval;
      if (interval.start === interval.end) {
        lastDay = interval.start;
        sentence = { pieces: found.pieces, day: interval.start };
      }
      if (found.bound === "during" || found.bound === "until") noteBeginning(found, interval, beginnings, calendar);
      seen = nextSeen(found, interval, seen, history);
    }
    return { found, interval, rule, ends };
  });
}

function* matches(pieces: readonly Lexeme[], calendar: Calendar): Generator<readonly [number, Match]> {
  for (let at = 0; at < pieces.length; ) {
    const match = dateAt(pieces, at, calendar);
    if (match) yield [at, match];
    at += match ? match.length : 1;
  }
}

function scan(passage: Passage, calendar: Calendar): Found[] {
  const pieces = lexemes(passage);
  const found: Found[] = [];
  for (const [at, match] of matches(pieces, calendar)) {
    const before = found.at(-1);
    // 'Since the conflict began in March 2011' names its day itself.
    const dated = before?.match.reading.kind === "beginning" && at - before.at - before.match.length <= 2;
    if (dated) found.pop();
    const floor = dated ? before.at - 1 : (before?.at ?? 0) + (before?.match.length ?? 0);
    const bound = match.reading.kind === "range" ? "during" : boundBefore(pieces, at, floor, calendar);
    found.push({ pieces, at, match, bound, paragraph: passage.paragraph });
  }
  return found;
}

const SINCE_CLAUSE = 10;
function boundBefore(pieces: readonly Lexeme[], at: number, floor: number, calendar: Calendar): DateMention["bound"] {
  for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
    const found = phraseAt(calendar.bounds, pieces, k);
    if (!found || k + found.length > at) continue;
    if (!pieces.slice(k + found.length, at).every((piece) => calendar.words.boundFillers.has(piece.plain))) continue;
    if (pieces[k]!.plain === "from" && calendar.words.notSinceAfter.has(pieces[k - 1]?.plain ?? "")) return "during";
    return found.value;
  }
  // 'Since it came into force last week', 'since peace talks broke off in April'
  for (let k = at - 1; k >= Math.max(floor, at - SINCE_CLAUSE) && /^[\p{L}'-]/u.test(pieces[k]!.text); k--)
    if (pieces[k]!.plain === "since") return "since";
  return "during";
}

const LOOK_BACK = 25;
/** Whether the words before the date put it ahead: the nearest of 'will', 'scheduled'… and 'said', 'after'… tells. */
function looksAhead({ pieces, at }: Found, calendar: Calendar): boolean {
  for (let k = at - 1; k >= Math.max(0, at - LOOK_BACK); k--) {
    if (phraseAt(calendar.future, pieces, k)) return true;
    if (calendar.words.futureEnds.has(pieces[k]!.plain)) return false;
  }
  return false;
}

const lacksYear = (reading: Reading): boolean =>
  (reading.kind === "calendar" &&
    reading.year === null &&
    reading.month !== null &&
    !reading.which &&
    !reading.yearFrom) ||
  (reading.kind === "season" && reading.year === null && !reading.which) ||
  (reading.kind === "range" && lacksYear(reading.to) && lacksYear(reading.from));

function endsOf(reading: Reading & { kind: "range" }, whole: Interval | null, ground: Ground): ReadDate["ends"] {
  if (!whole) return [null, null];
  const within: Ground = { ...ground, runningYear: yearOf(whole.start), published: whole.end, future: false };
  return [
    resolve(reading.from, false, within),
    resolve(reading.to, false, { ...within, runningYear: yearOf(whole.end) }),
  ];
}

/** 'The offensive, which began on 27 November': kept, for 'since the offensive began'. */
function noteBeginning(
  { pieces, at }: Found,
  interval: Interval,
  into: Map<string, Interval>,
  calendar: Calendar,
): void {
  const { beginningNouns, beginningVerbs } = calendar.words;
  const before = pieces.slice(Math.max(0, at - 12), at);
  if (!before.some((piece) => beginningVerbs.has(piece.plain))) return;
  for (const { plain } of before) if (beginningNouns.has(plain) && !into.has(plain)) into.set(plain, interval);
}

function nextSeen(found: Found, interval: Interval, seen: YearSeen | null, history: boolean): YearSeen | null {
  const { reading } = found.match;
  const given =
    (reading.kind === "calendar" && reading.year !== null) ||
    (reading.kind === "season" && reading.year !== null) ||
    reading.kind === "years" ||
    (reading.kind === "range" && reading.to.kind === "calendar" && reading.to.year !== null);
  const chained = history && (reading.kind === "shift" || reading.kind === "calendar");
  if (given || chained) {
    const full = reading.kind === "calendar" && reading.month !== null;
    const heads = found.at <= 1;
    return {
      year: yearOf(interval.end),
      interval,
      paragraph: found.paragraph,
      told: found.bound === "during" && (full || heads),
    };
  }
  // A day counted from publication brings the text back to the news.
  const news =
    reading.kind === "weekday" || reading.kind === "days" || reading.kind === "unit" || reading.kind === "window";
  return seen && news ? { ...seen, told: false } : seen;
}
