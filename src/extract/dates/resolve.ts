// Readings turned into days: years and months that the words leave out are taken from the day of publication, from the
// running year of a narrative, or from the last date in the text. Where nothing gives them, the answer is null.

import type { Edge, Unit, Which } from "../../codebook/calendar.ts";
import {
  addDays,
  type Day,
  dateOf,
  dayOf,
  daysBetween,
  type Grain,
  type Interval,
  monthOf,
  weekday,
  yearOf,
} from "../../model/index.ts";
import type { CalendarReading, Reading } from "./reading.ts";

export interface Ground {
  readonly published: Day | null;
  /** The last date before this one in the text. */
  readonly last: Interval | null;
  /** The last date of a single day. */
  readonly lastDay: Day | null;
  /** The year that a narrative is in; null where a missing year is counted from publication. */
  readonly runningYear: number | null;
  /** The whole document tells of the past. */
  readonly history: boolean;
  /** The last single day told in the same sentence: 'on Wednesday … a truce due on Thursday'. */
  readonly sentenceDay: Day | null;
  /** Words before the date put it after publication ('will', 'scheduled'). */
  readonly future: boolean;
  /** How far after publication a day and month without a year may lie without such words, in days. */
  readonly aheadDays: number;
  readonly beginnings: ReadonlyMap<string, Interval>;
}

export function resolve(reading: Reading, hour: boolean, ground: Ground): Interval | null {
  const found = interval(reading, ground);
  if (!found || found.start > found.end || !inRange(found)) return null;
  return hour && (found.grain === "day" || found.grain === "span") ? { ...found, grain: "hour" } : found;
}

// Days are written with four figures for the year.
const inRange = ({ start, end }: Interval): boolean => /^\d{4}-/.test(start) && /^\d{4}-/.test(end);
const one = (day: Day, grain: Grain = "day"): Interval => ({ start: day, end: day, grain });
const lastOf = (year: number, month: number): Day => addDays(dayOf(year, month + 1, 1), -1);
const monthOfYear = (year: number, month: number): Interval => ({
  start: dayOf(year, month, 1),
  end: lastOf(year, month),
  grain: "month",
});
const years = (from: number, to: number): Interval => ({
  start: dayOf(from, 1, 1),
  end: dayOf(to, 12, 31),
  grain: from === to ? "year" : "span",
});
const monday = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

function interval(reading: Reading, ground: Ground): Interval | null {
  const { published, last } = ground;
  switch (reading.kind) {
    case "calendar":
      return calendar(reading, ground);
    case "season": {
      const year = reading.year ?? (published && seasonYear(reading.months, reading.which, ground, published));
      if (year === null) return null;
      const [from, to] = reading.months;
      return { start: dayOf(year, from, 1), end: lastOf(to < from ? year + 1 : year, to), grain: "span" };
    }
    case "years": {
      const [a, b] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[reading.edge ?? "early"] as [number, number];
      return reading.edge ? years(reading.from + a, reading.from + b) : years(reading.from, reading.to);
    }
    case "weekday":
      return weekdayDay(reading, ground);
    case "days":
      return (
        published && {
          start: addDays(published, reading.from),
          end: addDays(published, reading.to),
          grain: reading.grain,
        }
      );
    case "unit":
      // 'The end of the year' is the narrative's year, where the text is one.
      if (reading.the && ground.history && last) return unitOf(reading, last.end, true);
      return published && unitOf(reading, published, ground.future);
    case "window": {
      if (!published) return null;
      const sign = reading.ahead ? 1 : -1;
      const other = moved(published, reading.unit, sign * reading.count);
      const grain = reading.unit === "hour" ? "hour" : "span";
      return reading.ahead ? { start: published, end: other, grain } : { start: other, end: published, grain };
    }
    case "shift":
      return shifted(reading, ground);
    case "then":
      return last;
    case "beginning":
      return ground.beginnings.get(reading.noun) ?? null;
    case "range":
      return range(reading.from, reading.to, ground);
  }
}

function calendar(reading: CalendarReading, ground: Ground): Interval | null {
  const { published, last } = ground;
  const { month, day } = reading;
  if (month === null && day !== null) return dayOfRunningMonth(day, ground);
  if (reading.year !== null) return onCalendar(reading.year, reading);
  if (reading.yearFrom) {
    const from = reading.yearFrom.from === "text" ? last?.start : published;
    return from ? onCalendar(yearOf(from) + reading.yearFrom.shift, reading) : null;
  }
  if (month === null) return null;
  if (reading.which && published) {
    const [year, now] = [yearOf(published), monthOf(published)];
    const shift = { last: month < now ? 0 : -1, this: 0, next: month > now ? 0 : 1 }[reading.which];
    return onCalendar(year + shift, reading);
  }
  if (ground.runningYear !== null) return onCalendar(ground.runningYear, reading);
  return published ? nearPublication(reading, ground, published) : null;
}

/** The occurrence at or before publication, or the one after it where the words look ahead. */
function nearPublication(reading: CalendarReading, ground: Ground, published: Day): Interval | null {
  const year = yearOf(published);
  const options = [year - 1, year, year + 1].flatMap((y) => onCalendar(y, reading) ?? []);
  const named = reading.weekday === null ? [] : options.filter((o) => weekday(o.start) === reading.weekday);
  if (named.length === 1) return named[0]!;
  const before = options.filter((o) => o.start <= published).at(-1) ?? null;
  const after = options.find((o) => o.start > published) ?? null;
  if (!before || !after) return before ?? after;
  const ahead = daysBetween(published, after.start);
  if (before.end >= published) return before;
  // Even what 'will' be told may lie behind: 'will be tried for the attack of 27 November'.
  if (ground.future) return ahead < daysBetween(before.end, published) ? after : before;
  return reading.day !== null && ahead <= ground.aheadDays ? after : before;
}

function onCalendar(year: number, { month, day, edge }: CalendarReading): Interval | null {
  if (month === null) return edge ? partOfYear(year, edge) : years(year, year);
  if (day !== null) {
    const found = dayOf(year, month, day);
    return monthOf(found) === month ? one(found) : null; // 29 February of most years
  }
  return edge ? partOfMonth(year, month, edge) : monthOfYear(year, month);
}

function partOfYear(year: number, edge: Edge): Interval {
  const [from, to] = { early: [1, 4], mid: [5, 8], late: [9, 12] }[edge] as [number, number];
  return { start: dayOf(year, from, 1), end: lastOf(year, to), grain: "span" };
}
function partOfMonth(year: number, month: number, edge: Edge): Interval {
  const [from, to] = { early: [1, 10], mid: [11, 20], late: [21, 0] }[edge] as [number, number];
  return { start: dayOf(year, month, from), end: to ? dayOf(year, month, to) : lastOf(year, month), grain: "span" };
}

function dayOfRunningMonth(day: number, { lastDay, last, published }: Ground): Interval | null {
  const anchor = lastDay ?? (last?.grain === "month" ? last.start : published);
  if (!anchor) return null;
  const found = dayOf(yearOf(anchor), monthOf(anchor), day);
  return monthOf(found) === monthOf(anchor) ? one(found) : null;
}

/** The year in which the season begins: the one that has begun by publication, the one over by then, or the one ahead. */
function seasonYear(
  [first, end]: readonly [number, number],
  which: Which | null,
  ground: Ground,
  published: Day,
): number {
  if (ground.runningYear !== null && which === null) return ground.runningYear;
  const [year, now] = [yearOf(published), monthOf(published)];
  const begun = first <= now ? year : year - 1;
  if (which === "next" || (which === null && ground.future)) return begun + 1;
  const lastDay = lastOf(end < first ? begun + 1 : begun, end);
  if (which === "last") return lastDay < published ? begun : begun - 1;
  return which === "this" && lastDay < published ? begun + 1 : begun;
}

function weekdayDay(
  reading: Reading & { kind: "weekday" },
  { published, lastDay, future, sentenceDay }: Ground,
): Interval | null {
  // What is ahead in a sentence about a past day is ahead of that day.
  const ahead =
    future && reading.which === null && sentenceDay && published && sentenceDay <= published ? sentenceDay : published;
  const from = reading.from === "text" ? lastDay : ahead;
  if (!from) return null;
  const back = (weekday(from) - reading.weekday + 7) % 7;
  switch (reading.which) {
    case "last":
      return one(addDays(from, -(back || 7)));
    case "next":
      return one(addDays(from, 7 - back));
    case "this":
      return one(addDays(monday(from), (reading.weekday + 6) % 7));
    case null:
      return one(addDays(from, future && back > 0 ? 7 - back : -back));
  }
}

function unitOf(reading: Reading & { kind: "unit" }, published: Day, future: boolean): Interval {
  const shift = { last: -1, this: 0, next: 1 }[reading.which];
  const whole = containing(published, reading.unit, shift);
  if (reading.edge && reading.unit === "year") return partOfYear(yearOf(whole.start), reading.edge);
  if (reading.edge && reading.unit === "month")
    return partOfMonth(yearOf(whole.start), monthOf(whole.start), reading.edge);
  if (reading.which !== "this") return whole;
  // What 'this week' has seen is over by publication; what it will see is not.
  if (reading.part === "later") return { ...whole, start: published };
  return reading.part === "earlier" || !future
    ? { ...whole, end: whole.start > published ? whole.end : published }
    : whole;
}

/** The calendar week (from Monday), month, year… that holds the day, moved by `shift` of them. */
function containing(day: Day, unit: Unit, shift: number): Interval {
  const [year, month] = [yearOf(day), monthOf(day)];
  switch (unit) {
    case "hour":
    case "day":
      return one(addDays(day, shift));
    case "week": {
      const start = addDays(monday(day), 7 * shift);
      return { start, end: addDays(start, 6), grain: "week" };
    }
    case "weekend": {
      // The last weekend is the one that has begun, except from Monday on, when it is the one before.
      const begun = weekday(day) === 6 || weekday(day) === 0 ? 0 : -7;
      const saturday = addDays(monday(day), 5 + (shift < 0 ? begun : shift * 7));
      return { start: saturday, end: addDays(saturday, 1), grain: "span" };
    }
    case "month":
      return monthOfYear(yearOf(dayOf(year, month + shift, 1)), monthOf(dayOf(year, month + shift, 1)));
    case "year":
      return years(year + shift, year + shift);
    case "decade": {
      const from = Math.floor(year / 10) * 10 + 10 * shift;
      return years(from, from + 9);
    }
  }
}

/** The same day `count` units on; the end of the month where that month is shorter. */
function moved(day: Day, unit: Unit, count: number): Day {
  switch (unit) {
    case "hour":
      return addDays(day, Math.sign(count) * Math.ceil(Math.abs(count) / 24));
    case "day":
      return addDays(day, count);
    case "week":
    case "weekend":
      return addDays(day, 7 * count);
    default: {
      const months = count * { month: 1, year: 12, decade: 120 }[unit];
      const first = dayOf(yearOf(day), monthOf(day) + months, 1);
      const end = lastOf(yearOf(first), monthOf(first));
      return addDays(first, Math.min(dateOf(day), dateOf(end)) - 1);
    }
  }
}

const FINENESS: Record<Grain, number> = { hour: 0, day: 0, week: 1, span: 1, month: 2, year: 3 };
const UNIT_FINENESS: Record<Unit, number> = { hour: 0, day: 0, week: 1, weekend: 1, month: 2, year: 3, decade: 4 };

function shifted(reading: Reading & { kind: "shift" }, ground: Ground): Interval | null {
  const { unit, count, exact } = reading;
  let anchor: Day | null = ground.published;
  if (reading.from === "text") {
    const { last, lastDay } = ground;
    const fits = last && FINENESS[last.grain] <= UNIT_FINENESS[unit];
    anchor = fits ? (count > 0 ? last.end : last.start) : null;
    // 'The next day' goes on from the last day told, over a year or month named in passing.
    if (!anchor && lastDay && last && lastDay >= last.start && lastDay <= last.end) anchor = lastDay;
  }
  if (!anchor) return null;
  if (unit === "week" && exact && count !== 0 && Math.abs(count) === 1) return one(addDays(anchor, 7 * count));
  if (unit === "day") return one(addDays(anchor, count));
  const there = moved(anchor, unit, count);
  return containing(there, unit === "decade" ? "year" : unit, 0);
}

function range(from: Reading, to: Reading, ground: Ground): Interval | null {
  if (from.kind === "calendar" && to.kind === "calendar") return calendarRange(from, to, ground);
  const last = interval(to, ground);
  if (!last) return null;
  const first =
    from.kind === "weekday" && from.which === null
      ? weekdayDay({ ...from, from: "publication" }, { ...ground, published: last.end, future: false })
      : interval(from, ground);
  return first && { start: first.start, end: last.end, grain: "span" };
}

/** A year or month that one side leaves out is the other's; the range may run over New Year. */
function calendarRange(from: CalendarReading, to: CalendarReading, ground: Ground): Interval | null {
  const over = from.month !== null && to.month !== null && from.month > to.month;
  let first: Interval | null;
  let last: Interval | null;
  const knows = (r: CalendarReading) => r.year !== null || r.yearFrom !== null;
  if (knows(from) && !knows(to)) {
    first = calendar(from, ground);
    last = first && onCalendar(yearOf(first.start) + (over ? 1 : 0), to);
  } else {
    last = calendar(to, ground);
    if (knows(from) || from.month === null) first = calendar(from, ground);
    else first = last && onCalendar(yearOf(last.start) - (over ? 1 : 0), from);
  }
  return first && last && { start: first.start, end: last.end, grain: "span" };
}
