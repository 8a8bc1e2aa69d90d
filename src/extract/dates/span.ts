// Dates with a part of the day ('the night of 6 May', 'Monday evening') and dates joined to ranges ('from 27 November to
// 5 December', '2011-2016'). The single dates come from dates-absolute.ts and dates-relative.ts.
import type { Calendar } from "../../codebook/calendar.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Lexeme } from "../lexemes.ts";
import { absolute } from "./absolute.ts";
import { isDash } from "./days.ts";
import { calendarReading, longest, type Match, type Reading, type Rule } from "./reading.ts";
import { relative } from "./relative.ts";

const single: Rule = (pieces, at, calendar) => {
  const best = longest([absolute(pieces, at, calendar), relative(pieces, at, calendar)]);
  if (!best || !namesDay(best.reading)) return best;
  // 'Monday evening', 'on 5 May, in the evening' stays at the day.
  let k = at + best.length;
  if (pieces[k]?.plain === "early" || pieces[k]?.plain === "late") k++;
  return calendar.words.dayparts.has(pieces[k]?.plain ?? "") ? { ...best, length: k + 1 - at, hour: true } : best;
};

const namesDay = (reading: Reading): boolean =>
  reading.kind === "weekday" ||
  (reading.kind === "days" && reading.from === reading.to) ||
  (reading.kind === "calendar" && reading.day !== null) ||
  (reading.kind === "shift" && reading.unit === "day") ||
  (reading.kind === "range" && namesDay(reading.from));

/** A single date, with the words before it that narrow it to hours. */
const core: Rule = (pieces, at, calendar) => {
  const plainMatch = single(pieces, at, calendar);
  const lead = phraseAt(calendar.hourLeads, pieces, at);
  let led = lead ? ledBy(pieces, at, lead.length, calendar) : null;
  if (!led && calendar.words.weekdayHourLeads.has(pieces[at]!.plain)) led = ledBy(pieces, at, 1, calendar);
  return longest([plainMatch, led]);
};

function ledBy(pieces: readonly Lexeme[], at: number, lead: number, calendar: Calendar): Match | null {
  if (at + lead >= pieces.length) return null;
  const match = single(pieces, at + lead, calendar);
  if (!match || !namesDay(match.reading)) return null;
  const parts = match.parts && ([match.parts[0] + lead, match.parts[1] + lead] as const);
  return { ...match, length: match.length + lead, hour: true, ...(parts ? { parts } : {}) };
}

/** What a reading names, so that only like is joined to like: 'May to June', not 'in May 5 to 6 people'. */
const level = (reading: Reading): string | null => {
  switch (reading.kind) {
    case "calendar":
      return reading.day !== null ? "day" : reading.month !== null ? "month" : "year";
    case "weekday":
      return "day";
    case "days":
      return "day";
    case "years":
    case "season":
      return reading.kind;
    default:
      return null;
  }
};

/** A date or a range of dates; what findDates tries at every lexeme. */
export const dateAt: Rule = (pieces, at, calendar) => {
  const first = core(pieces, at, calendar);
  if (!first || first.reading.kind === "range") return first;
  const k = at + first.length;
  const joint = pieces[k];
  if (!joint) return first;
  const before = pieces[at - 1]?.plain;
  const between = before === "between" || (before === "the" && pieces[at - 2]?.plain === "between");
  const dash = isDash(joint) && joint.text !== "/";
  if (!dash && !/^(?:to|until|till|through)$/.test(joint.plain) && !(between && joint.plain === "and")) return first;
  const year = dash ? shortYear(first.reading, pieces, k) : null;
  if (year) return join(first, year, k + 1 - at);
  let start = k + 1;
  if (pieces[start]?.plain === "on" || pieces[start]?.plain === "the") {
    const skipped = pieces[start + 1] ? core(pieces, start + 1, calendar) : null;
    if (pieces[start]?.plain === "on" && skipped) start++;
  }
  const last = pieces[start] ? core(pieces, start, calendar) : null;
  if (!last || last.reading.kind === "range") return first;
  const [a, b] = [level(first.reading), level(last.reading)];
  const led = before === "from" || between;
  if (a === null || b === null || (!led && a !== b)) return first;
  return join(first, last, start - at);
};

/** '1939-45'. */
function shortYear(reading: Reading, pieces: readonly Lexeme[], dash: number): Match | null {
  const [piece, after] = [pieces[dash + 1], pieces[dash + 2]];
  if (reading.kind !== "calendar" || reading.year === null || reading.month !== null) return null;
  if (!pieces[dash]!.glued || !piece?.glued || piece.text.length !== 2 || piece.digits === null) return null;
  if (piece.digits <= reading.year % 100 || (after?.glued && !/^[.,;:)\]'’"”?!]$/.test(after.text))) return null;
  const year = Math.floor(reading.year / 100) * 100 + piece.digits;
  return { length: 1, rule: "year", hour: false, reading: calendarReading({ year }) };
}

const join = (first: Match, last: Match, lastStart: number): Match => ({
  length: lastStart + last.length,
  rule: "range",
  hour: first.hour && last.hour,
  reading: { kind: "range", from: first.reading, to: last.reading },
  parts: [first.length, lastStart],
});
