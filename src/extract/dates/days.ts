// Dates that name a day: '6 December 2024', 'Nov. 27', '2024-12-06', 'Friday, 6 December', and days joined under one month
// ('7-8 December', 'on 3, 5 and 8 August'). What a missing year is, dates-resolve.ts decides.
import type { Calendar } from "../../codebook/calendar.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Lexeme } from "../lexemes.ts";
import { type CalendarReading, calendarReading, type Match, type Rule } from "./reading.ts";

const DASHES = new Set(["-", "–", "—", "‑", "/"]);
export const isDash = (piece: Lexeme | undefined): boolean => piece !== undefined && DASHES.has(piece.text);
export const isYear = (n: number | null | undefined, text: string): n is number =>
  n !== null && n !== undefined && text.length === 4 && n >= 1000 && n <= 2099;
const isDay = (piece: Lexeme | undefined): piece is Lexeme & { digits: number } =>
  piece?.digits != null && piece.text.length <= 2 && piece.digits >= 1 && piece.digits <= 31;
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const fits = (month: number, day: number): boolean => day <= lengths[month - 1]!;

/** '2024-12-06', also with a time glued to it; '06.12.2024' and '13/12/2024' where day and month cannot be swapped. */
export const numeric: Rule = (pieces, at) => {
  const [a, s, b, t, c] = pieces.slice(at, at + 5);
  if (a?.digits == null || b?.digits == null || c?.digits == null) return null;
  if (!s!.glued || !b.glued || t!.text !== s!.text || !t!.glued || !c.glued) return null;
  // Part of something longer: a version, a phone number, an address.
  if (pieces[at - 1] && pieces[at]!.glued && /[\d./-]/.test(pieces[at - 1]!.text.at(-1)!)) return null;
  const after = pieces[at + 5];
  if (after?.glued && (after.digits !== null || (after.text === s!.text && pieces[at + 6]?.glued))) return null;
  const give = (year: number, month: number, day: number): Match | null =>
    month >= 1 && month <= 12 && day >= 1 && fits(month, day)
      ? { length: 5, rule: "numeric-date", hour: false, reading: calendarReading({ year, month, day }) }
      : null;
  if (isYear(a.digits, a.text) && (s!.text === "-" || s!.text === "/") && b.text.length === 2 && c.text.length === 2)
    return give(a.digits, b.digits, c.digits);
  if (!isYear(c.digits, c.text) || !["/", ".", "-"].includes(s!.text) || a.text.length > 2 || b.text.length > 2)
    return null;
  if (a.digits > 12 || a.digits === b.digits || s!.text === ".") return give(c.digits, b.digits, a.digits);
  if (b.digits > 12) return give(c.digits, a.digits, b.digits);
  return null; // 03/12/2024 is two days, and nothing says which
};

/** '24', '24th', '24 th'. */
function dayAt(pieces: readonly Lexeme[], at: number): { readonly length: number; readonly day: number } | null {
  const piece = pieces[at];
  if (!isDay(piece)) return null;
  const ordinal = pieces[at + 1];
  if (ordinal && /^(?:st|nd|rd|th)$/.test(ordinal.plain)) return { length: 2, day: piece.digits };
  return ordinal?.glued && ordinal.digits === null && /[\p{L}%:]/u.test(ordinal.text)
    ? null
    : { length: 1, day: piece.digits };
}

/** A month's name and its full stop. Lower case is no month ('may', 'march'). */
export function monthAt(
  pieces: readonly Lexeme[],
  at: number,
  calendar: Calendar,
): { length: number; month: number } | null {
  const piece = pieces[at];
  if (!piece?.capital) return null;
  const month = calendar.months.get(piece.plain);
  if (month === undefined) return null;
  const stop = pieces[at + 1];
  // A full stop belongs to an abbreviation when a date goes on after it.
  const dotted =
    stop?.text === "." &&
    stop.glued &&
    piece.text.length <= 4 &&
    piece.plain !== "may" &&
    pieces[at + 2]?.digits != null;
  return { length: dotted ? 2 : 1, month };
}

type Year = { readonly length: number } & Pick<CalendarReading, "year" | "yearFrom" | "which">;
/** The year after a day or month: '2024', ', 2024', 'of 2024', 'of that year', 'last year'. */
export function yearAfter(pieces: readonly Lexeme[], at: number, calendar: Calendar): Year | null {
  let k = at;
  if (pieces[k]?.text === "," || pieces[k]?.plain === "of" || pieces[k]?.plain === "in") k++;
  else if (isDash(pieces[k]) && pieces[k]!.glued && pieces[k + 1]?.glued) k++;
  const piece = pieces[k];
  if (
    piece &&
    isYear(piece.digits, piece.text) &&
    !(
      pieces[k + 1]?.glued &&
      /^[:,]$/.test(pieces[k + 1]!.text) &&
      pieces[k + 2]?.glued &&
      pieces[k + 2]?.digits != null
    )
  )
    return { length: k + 1 - at, year: piece.digits, yearFrom: null, which: null };
  if (pieces[k - 1]?.text === "," && k > at) return null;
  const fromText = phraseAt(calendar.fromText, pieces, k);
  if (fromText?.value.unit === "year" && k > at)
    return {
      length: k + fromText.length - at,
      year: null,
      which: null,
      yearFrom: { from: "text", shift: fromText.value.shift },
    };
  const which = phraseAt(calendar.which, pieces, k);
  if (which && pieces[k + which.length]?.plain === "year") {
    const shift = { last: -1, this: 0, next: 1 }[which.value];
    return { length: k + which.length + 1 - at, year: null, which: null, yearFrom: { from: "publication", shift } };
  }
  return null;
}

/** The weekday before a date, with its comma: 'Friday, 6 December'. */
function weekdayBefore(
  pieces: readonly Lexeme[],
  at: number,
  calendar: Calendar,
): { length: number; weekday: number } | null {
  const piece = pieces[at];
  const weekday = piece?.capital ? calendar.weekdays.get(piece.plain) : undefined;
  if (weekday === undefined) return null;
  let k = at + 1;
  if (pieces[k]?.text === "." && pieces[k]!.glued) k++;
  if (pieces[k]?.text === "," || pieces[k]?.text === "(") k++;
  if (calendar.words.dayparts.has(pieces[k]?.plain ?? "")) {
    k++;
    if (pieces[k]?.text === ",") k++;
  }
  if (pieces[k]?.plain === "of" || pieces[k]?.plain === "on") k++;
  if (pieces[k]?.plain === "the") k++;
  return { length: k - at, weekday };
}

/** '6 December 2024', 'Friday, 6 December', 'December 6', 'the 6th of December', and '7-8 December' as a range. */
export const dayAndMonth: Rule = (pieces, at, calendar) => {
  const before = weekdayBefore(pieces, at, calendar);
  const weekday = before?.weekday ?? null;
  let k = at + (before?.length ?? 0);
  if (!before && pieces[k]?.plain === "the") k++;
  const first = dayAt(pieces, k);
  let from: number;
  let to: { length: number; day: number } | null = null;
  let month: number;
  let firstEnd = 0;
  let lastStart = 0;
  if (first) {
    if (
      k > at &&
      !before &&
      first.length === 1 &&
      pieces[k + 1]?.plain !== "of" &&
      !calendar.months.has(pieces[k + 1]?.plain ?? "")
    )
      return null;
    from = first.day;
    k += first.length;
    firstEnd = k - at;
    const second = secondDay(pieces, k, at);
    if (second) {
      to = second;
      lastStart = k + second.skip - at;
      k += second.skip + second.length;
    }
    if (pieces[k]?.plain === "of") k++;
    if (pieces[k]?.text === "-" && pieces[k]!.glued) k++;
    const named = monthAt(pieces, k, calendar);
    if (!named) return null;
    month = named.month;
    k += named.length;
  } else {
    const named = monthAt(pieces, k, calendar);
    if (!named) return null;
    month = named.month;
    k += named.length;
    if (pieces[k]?.plain === "the") k++;
    const day = dayAt(pieces, k);
    if (!day || (day.length === 1 && calendar.words.counted.has(pieces[k + 1]?.plain ?? ""))) return null;
    from = day.day;
    k += day.length;
    firstEnd = k - at;
    const second = secondDay(pieces, k, at);
    // 'August 3-8', but 'December 6 to 31 people' and 'May 5 - 12 killed' are no ranges of days.
    if (
      second &&
      !calendar.months.has(pieces[k + second.skip + second.length]?.plain ?? "") &&
      !/^\p{Ll}/u.test(pieces[k + second.skip + second.length]?.text ?? "")
    ) {
      to = second;
      lastStart = k + second.skip - at;
      k += second.skip + second.length;
    }
  }
  if (!fits(month, from) || (to && !fits(month, to.day))) return null;
  const year = yearAfter(pieces, k, calendar);
  if (year) k += year.length;
  const next = pieces[k];
  if (next?.capital && calendar.words.namedAfterDate.has(next.plain)) return null;
  if (next?.glued && next.digits !== null) return null;
  const rest = { month, year: year?.year ?? null, yearFrom: year?.yearFrom ?? null, which: year?.which ?? null };
  const start = calendarReading({ ...rest, day: from, weekday: to ? null : weekday });
  if (!to) return { length: k - at, rule: rest.year === null ? "day-month" : "full-date", hour: false, reading: start };
  if (to.day <= from) return null;
  const end = calendarReading({ ...rest, day: to.day });
  return {
    length: k - at,
    rule: "day-range",
    hour: false,
    reading: { kind: "range", from: start, to: end },
    parts: [firstEnd, lastStart],
  };
};

/** The second day of '7-8 December', 'between 3 and 8 August'. */
function secondDay(
  pieces: readonly Lexeme[],
  k: number,
  at: number,
): { skip: number; length: number; day: number } | null {
  const word = pieces[k];
  const between = pieces[at - 1]?.plain === "between";
  const joins =
    isDash(word) ||
    word?.plain === "to" ||
    word?.plain === "until" ||
    word?.plain === "through" ||
    (between && word?.plain === "and");
  const second = joins ? dayAt(pieces, k + 1) : null;
  return second ? { skip: 1, ...second } : null;
}

/** 'On 3, 5 and 8 August': a day whose month stands after the next. */
export const dayOfLaterMonth: Rule = (pieces, at, calendar) => {
  const previous = pieces[at - 1]?.plain;
  if (previous !== "on" && previous !== "between" && previous !== "," && previous !== "since") return null;
  const day = dayAt(pieces, at);
  if (!day) return null;
  for (let k = at + day.length, n = 0; n < 6; n++) {
    const joint = pieces[k]?.plain;
    if (joint !== "and" && joint !== "," && joint !== "or") return null;
    const next = dayAt(pieces, k + 1);
    if (!next) return null;
    k += 1 + next.length;
    const named = monthAt(pieces, k, calendar);
    if (!named) continue;
    if (!fits(named.month, day.day)) return null;
    const year = yearAfter(pieces, k + named.length, calendar);
    const reading = calendarReading({
      day: day.day,
      month: named.month,
      year: year?.year ?? null,
      yearFrom: year?.yearFrom ?? null,
    });
    return { length: day.length, rule: "day-of-later-month", hour: false, reading };
  }
  return null;
};
