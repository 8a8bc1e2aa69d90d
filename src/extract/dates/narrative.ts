// Which year a date without one is in: in news the one next to publication, in a history the year that the text has last
// named. Here it is judged which of the two a document, or a paragraph of it, is.
import { type Day, type Interval, yearOf } from "../../model/index.ts";
import type { Lexeme } from "../lexemes.ts";
import type { Found } from "./dates.ts";
import type { Reading } from "./reading.ts";

/** The last year that the text named. */
export interface YearSeen {
  readonly year: number;
  readonly interval: Interval;
  readonly paragraph: number;
  /** The paragraph tells of that year ('In 2013, …', 'on 5 May 2013'), rather than naming it in passing ('since 2011'). */
  readonly told: boolean;
}

// From these shares on a document is a history: a tenth of its dates name their year, four in five of those years are
// past, and at most one date in ten counts from publication.
const NAMED_YEARS = 0.1;
const PAST_YEARS = 0.8;
const FROM_PUBLICATION = 0.1;
const FEWEST = 5;
// So few dates are a history only if they are this many, two name their year, and all of those are past and none counts from
// publication.
const FEWEST_OF_ALL = 3;

/** Whether the document tells of the past throughout, so that its dates are counted within the text. */
export function isHistory(all: readonly Found[], published: Day | null): boolean {
  if (all.length < FEWEST_OF_ALL) return false;
  const years = all.flatMap(({ match }) => namedYear(match.reading) ?? []);
  const past = published ? years.filter((year) => year < yearOf(published)) : years;
  const counted = all.filter(({ match }) => countsFromPublication(match.reading));
  if (all.length < FEWEST)
    return published !== null && years.length >= 2 && past.length === years.length && counted.length === 0;
  return (
    years.length >= all.length * NAMED_YEARS &&
    past.length >= years.length * PAST_YEARS &&
    counted.length <= all.length * FROM_PUBLICATION
  );
}

const namedYear = (reading: Reading): number | null => {
  if (reading.kind === "calendar" || reading.kind === "season") return reading.year;
  if (reading.kind === "years") return reading.to;
  return reading.kind === "range" ? namedYear(reading.to) : null;
};

const countsFromPublication = (reading: Reading): boolean =>
  (reading.kind === "weekday" && reading.from === "publication") ||
  (reading.kind === "shift" && reading.from === "publication") ||
  (reading.kind === "unit" && !reading.the) ||
  reading.kind === "days" ||
  reading.kind === "window" ||
  (reading.kind === "range" && countsFromPublication(reading.to));

/** The year to give a date that lacks one; null: the one by publication. */
export function runningYear(
  found: Found,
  seen: YearSeen | null,
  document: {
    readonly history: boolean;
    readonly published: Day | null;
    readonly sentences: SentenceYears;
    readonly all: readonly Found[];
  },
): number | null {
  // Undated, and no year before it: the one year that its own sentence names ('on 3 March for the 2016 summit').
  if (!seen) return document.sentences.get(found.pieces) ?? (document.history ? yearToCome(found, document.all) : null);
  if (document.history) return seen.year;
  if (document.published && seen.year >= yearOf(document.published)) return null;
  return seen.told && seen.paragraph === found.paragraph ? seen.year : null;
}

const namedMonth = (reading: Reading): number | null =>
  reading.kind === "calendar" ? reading.month : reading.kind === "range" ? namedMonth(reading.from) : null;

/** A history that opens 'on 2 July' and goes on 'in November 2012' opens in 2012, or the year before where that month is later. */
function yearToCome(found: Found, all: readonly Found[]): number | null {
  const next = all.slice(all.indexOf(found) + 1).find((f) => namedYear(f.match.reading) !== null);
  if (next?.bound !== "during" || next.paragraph !== found.paragraph) return null;
  const [month, later] = [namedMonth(found.match.reading), namedMonth(next.match.reading)];
  return namedYear(next.match.reading)! - (month !== null && later !== null && month > later ? 1 : 0);
}

/** By sentence, the year that it names; null where it names several. */
export type SentenceYears = ReadonlyMap<readonly Lexeme[], number | null>;
export function yearsOfSentences(all: readonly Found[]): SentenceYears {
  const years = new Map<readonly Lexeme[], number | null>();
  for (const { pieces, match, bound } of all) {
    const year = bound === "during" ? namedYear(match.reading) : null;
    if (year !== null) years.set(pieces, years.has(pieces) && years.get(pieces) !== year ? null : year);
  }
  return years;
}
