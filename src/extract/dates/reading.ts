// What words of time mean before a day is known to count them from. The grammar (dates-absolute.ts, dates-relative.ts)
// gives readings, dates-resolve.ts turns them into days.
import type { Calendar, Edge, Unit, Which } from "../../codebook/calendar.ts";
import type { Grain } from "../../model/index.ts";
import type { Lexeme } from "../lexemes.ts";

/** A place on the calendar, as far as the words give it: '6 December', 'late 2012', 'in March last year'. */
export interface CalendarReading {
  readonly kind: "calendar";
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  readonly edge: Edge | null;
  /** 'last December', 'this March'. */
  readonly which: Which | null;
  /** 'June of that year', 'March last year': a year counted from the text's or the publication's. */
  readonly yearFrom: { readonly from: "text" | "publication"; readonly shift: number } | null;
}

export type Reading =
  | CalendarReading
  | {
      readonly kind: "season";
      readonly months: readonly [number, number];
      readonly year: number | null;
      readonly which: Which | null;
    }
  | { readonly kind: "years"; readonly from: number; readonly to: number; readonly edge: Edge | null }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly which: Which | null;
      readonly from: "text" | "publication";
    }
  | { readonly kind: "days"; readonly from: number; readonly to: number; readonly grain: Grain }
  | {
      readonly kind: "unit";
      readonly unit: Unit;
      readonly which: Which;
      readonly part: "earlier" | "later" | null;
      readonly edge: Edge | null;
      readonly the: boolean;
    }
  | { readonly kind: "window"; readonly unit: Unit; readonly count: number; readonly ahead: boolean }
  | {
      readonly kind: "shift";
      readonly unit: Unit;
      readonly count: number;
      readonly from: "text" | "publication";
      readonly exact: boolean;
      readonly edge: Edge | null;
    }
  | { readonly kind: "then" }
  | { readonly kind: "beginning"; readonly noun: string }
  | { readonly kind: "range"; readonly from: Reading; readonly to: Reading };

export interface Match {
  /** Lexemes taken, from where the rule was tried. */
  readonly length: number;
  readonly reading: Reading;
  readonly rule: string;
  /** The words narrow it to a part of the day. */
  readonly hour: boolean;
  /** For a range: how many lexemes its first part takes, and where its last part begins. */
  readonly parts?: readonly [firstEnd: number, lastStart: number];
}

/** Tries one form at one place. Looks a bounded number of lexemes ahead, so that reading a text takes linear time. */
export type Rule = (pieces: readonly Lexeme[], at: number, calendar: Calendar) => Match | null;

export const calendarReading = (known: Partial<Omit<CalendarReading, "kind">>): CalendarReading => ({
  kind: "calendar",
  year: null,
  month: null,
  day: null,
  weekday: null,
  edge: null,
  which: null,
  yearFrom: null,
  ...known,
});

/** The longest of the matches; the earlier rule wins a tie. */
export const longest = (matches: readonly (Match | null)[]): Match | null =>
  matches.reduce((best, match) => (match && (!best || match.length > best.length) ? match : best), null);
