// Dates that name a month, year, season or decade: 'December 2024', 'in late November', 'mid-2013', 'the 1990s', 'summer of
// 2015'; those that name a day are in dates-days.ts. What a missing year is, dates-resolve.ts decides.
import type { Calendar, Edge } from "../../codebook/calendar.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Lexeme } from "../lexemes.ts";
import { dayAndMonth, dayOfLaterMonth, isDash, isYear, monthAt, numeric, yearAfter } from "./days.ts";
import { calendarReading, longest, type Rule } from "./reading.ts";

/** An edge and what joins it: 'late ', 'mid-', 'the end of '. */
function edgeAt(pieces: readonly Lexeme[], at: number, calendar: Calendar): { length: number; edge: Edge } | null {
  const found = phraseAt(calendar.edges, pieces, at);
  if (!found) return null;
  let k = at + found.length;
  if (isDash(pieces[k])) k++;
  if (pieces[k]?.plain === "the" && pieces[k + 1]?.plain !== "year" && pieces[k + 1]?.plain !== "month")
    return { length: found.length, edge: found.value };
  return { length: k - at, edge: found.value };
}

/** 'December 2024', 'late November', 'last March', 'in December', 'March last year'. */
const monthAlone: Rule = (pieces, at, calendar) => {
  const edge = edgeAt(pieces, at, calendar);
  let k = at + (edge?.length ?? 0);
  const which = phraseAt(calendar.which, pieces, k);
  if (which) k += which.length;
  const named = monthAt(pieces, k, calendar);
  if (!named) return null;
  const lead = pieces[k - 1]?.plain ?? "";
  const name = pieces[k]!.plain;
  const abbreviated = name.length <= 4 && calendar.words.monthsNeedingLead.has(name);
  k += named.length;
  const year = yearAfter(pieces, k, calendar);
  if (year) k += year.length;
  const next = pieces[k];
  if (next?.capital && calendar.words.namedAfterDate.has(next.plain)) return null;
  const genitive = next?.text === "'" || next?.text === "’";
  if (!year && !edge && !which && calendar.words.monthsNeedingLead.has(name)) {
    // 'Theresa May', 'March on Rome', 'August personages'
    if (!calendar.words.monthLeads.has(lead) && !(genitive && !abbreviated)) return null;
    if (next?.capital && !["and", "or"].includes(next.plain) && lead !== "in" && lead !== "since") return null;
  }
  const reading = calendarReading({
    month: named.month,
    year: year?.year ?? null,
    yearFrom: year?.yearFrom ?? null,
    which: which?.value ?? null,
    edge: edge?.edge ?? null,
  });
  return { length: k - at, rule: edge ? "part-of-month" : "month", hour: false, reading };
};

/** 'in 2016', 'mid-2013', 'the 2003 war', '(2011)'; not '2000 people', 'Resolution 2254'. */
const yearAlone: Rule = (pieces, at, calendar) => {
  const edge = edgeAt(pieces, at, calendar);
  let k = at + (edge?.length ?? 0);
  if (pieces[k]?.plain === "the" && pieces[k + 1]?.plain === "year") k++;
  if (pieces[k]?.plain === "year") k++;
  const piece = pieces[k];
  if (!piece || !isYear(piece.digits, piece.text)) return null;
  const [before, after] = [pieces[k - 1], pieces[k + 1]];
  if (
    before &&
    piece.glued &&
    /[\p{L}\d.,:/#$£€+]/u.test(before.text.at(-1)!) &&
    !/^(?:mid|late|early)$/.test(before.plain)
  )
    return null;
  if (
    before &&
    piece.glued &&
    before.text === "-" &&
    !edge &&
    (pieces[k - 2]?.glued || pieces[k - 2]?.digits === null)
  ) {
    // '1939-1945' is read as a range from its head; 'Su-2000', 'COP-2015' are names.
    if (pieces[k - 2]?.text.length !== 4) return null;
  }
  if (
    after?.glued &&
    (/^[\p{L}%]/u.test(after.text) ||
      (/^[.,:/]$/.test(after.text) && pieces[k + 2]?.glued && pieces[k + 2]?.digits !== null))
  )
    return null;
  if (/^(?:bc|bce|b|ad|ce|am|pm|hrs|hours|gmt)$/.test(after?.plain ?? "")) return null;
  const lead = before?.plain ?? "";
  const led = edge !== null || k > at || calendar.words.yearLeads.has(lead);
  if (!led && before?.digits != null) return null; // a telephone number
  if (calendar.words.notYearAfter.has(lead) && !(lead === "around" || lead === "about")) return null;
  const counts =
    calendar.words.counted.has(after?.plain ?? "") || calendar.words.counted.has(pieces[k + 2]?.plain ?? "");
  const round = piece.digits % 100 === 0;
  if (counts && (!led || round)) return null;
  // '(1789–1791)', 'the 1614 estates'
  const framed =
    /^[([]$/.test(lead) ||
    (lead === "the" && /^\p{Ll}/u.test(after?.text ?? "")) ||
    (isDash(after) && isYear(pieces[k + 2]?.digits, pieces[k + 2]?.text ?? ""));
  const joined = isDash(before) && isYear(pieces[k - 2]?.digits, pieces[k - 2]?.text ?? "");
  if (
    !led &&
    !((framed || joined) && piece.digits >= 1500) &&
    (piece.digits < calendar.plainYears[0] || piece.digits > calendar.plainYears[1] || round)
  )
    return null;
  const reading = calendarReading({ year: piece.digits, edge: edge?.edge ?? null });
  return { length: k + 1 - at, rule: edge ? "part-of-year" : "year", hour: false, reading };
};

/** 'the 1990s', 'the early 1990s'. */
const decade: Rule = (pieces, at, calendar) => {
  let k = at;
  if (pieces[k]?.plain === "the") k++;
  const edge = edgeAt(pieces, k, calendar);
  if (edge) k += edge.length;
  const [year, mark, s] = [pieces[k], pieces[k + 1], pieces[k + 2]];
  if (!year || !isYear(year.digits, year.text) || year.digits % 10 !== 0) return null;
  const quoted = mark?.glued && (mark.text === "'" || mark.text === "’") && s?.glued && s.plain === "s";
  if (!(mark?.glued && mark.plain === "s") && !quoted) return null;
  return {
    length: k + (quoted ? 3 : 2) - at,
    rule: "decade",
    hour: false,
    reading: { kind: "years", from: year.digits, to: year.digits + 9, edge: edge?.edge ?? null },
  };
};

/** 'summer of 2015', 'in the spring', 'last winter'. 'Fall' is a season only with a year or 'last'. */
const season: Rule = (pieces, at, calendar) => {
  let k = at;
  if (pieces[k]?.plain === "the") k++;
  const edge = edgeAt(pieces, k, calendar);
  if (edge) k += edge.length;
  const which = phraseAt(calendar.which, pieces, k);
  if (which) k += which.length;
  const months = calendar.seasons.get(pieces[k]?.plain ?? "");
  if (!months || calendar.words.notSeasonAfter.has(pieces[k - 1]?.plain ?? "")) return null;
  const fall = pieces[k]!.plain === "fall";
  k++;
  const year = yearAfter(pieces, k, calendar);
  if (year) k += year.length;
  const bare = ["in", "since", "during", "by", "until"].includes(pieces[at - 1]?.plain ?? "");
  if (year?.year == null && !which && (fall || !bare)) return null;
  if (year?.yearFrom) return null;
  return {
    length: k - at,
    rule: "season",
    hour: false,
    reading: { kind: "season", months, year: year?.year ?? null, which: which?.value ?? null },
  };
};

export const absolute: Rule = (pieces, at, calendar) => {
  const first = pieces[at]!;
  if (first.digits === null && !/^\p{L}/u.test(first.text)) return null;
  return longest(
    [numeric, dayAndMonth, dayOfLaterMonth, monthAlone, decade, yearAlone, season].map((rule) =>
      rule(pieces, at, calendar),
    ),
  );
};
