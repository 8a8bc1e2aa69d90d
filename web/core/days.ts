// Days as a reader knows them. A day of the ledger is a day of the calendar, without a clock or zone, so all
// arithmetic is on UTC noon and nothing depends on where the reader sits.
import type { Interval } from "../../src/model/index.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

const noon = (day: string): number => Date.parse(`${day.slice(0, 10)}T12:00:00Z`);
export const isDay = (text: string | null | undefined): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(noon(text!));
export const addDays = (day: string, n: number): string => new Date(noon(day) + n * 864e5).toISOString().slice(0, 10);
/** b minus a. */
export const daysBetween = (a: string, b: string): number => Math.round((noon(b) - noon(a)) / 864e5);
export const atNoon = (day: string): Date => new Date(noon(day));
export const dayOfDate = (date: Date): string => date.toISOString().slice(0, 10);

const date = (day: string): number => Number(day.slice(8, 10));
const month = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
const year = (day: string): string => day.slice(0, 4);

/** '6 December 2024'. */
export const longDay = (day: string): string => `${date(day)} ${month(day)} ${year(day)}`;
/** 'Friday 6 December 2024'. */
export const fullDay = (day: string): string => `${DAYS[new Date(noon(day)).getUTCDay()]} ${longDay(day)}`;
/** '6 Dec'. */
export const shortDay = (day: string): string => `${date(day)} ${month(day).slice(0, 3)}`;
/** '6 Dec 2024'. */
export const tableDay = (day: string): string => `${shortDay(day)} ${year(day)}`;

/** '27 November to 26 December 2024'; what both ends share is said once. */
export function between(a: string, b: string): string {
  if (a === b) return longDay(a);
  if (a.slice(0, 7) === b.slice(0, 7)) return `${date(a)} to ${longDay(b)}`;
  if (year(a) === year(b)) return `${date(a)} ${month(a)} to ${longDay(b)}`;
  return `${longDay(a)} to ${longDay(b)}`;
}

/** An interval, saying no more than it does. */
export function when(time: Interval | null): string {
  if (!time) return "no date given";
  const { start, end } = time;
  if (start === end) return longDay(start);
  if (start.endsWith("-01-01") && end === `${year(start)}-12-31`) return year(start);
  if (start.slice(8) === "01" && start.slice(0, 7) === end.slice(0, 7) && date(addDays(end, 1)) === 1)
    return `${month(start)} ${year(start)}`;
  return between(start, end);
}

/** A date of publication: a day, or an instant shown to the minute with the zone that it gives. */
export function published(text: string | null): string {
  if (!text) return "date not known";
  const time = /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  const zone = /^(Z|[+-]00:?00)$/.test(time?.[2] ?? "") ? " UTC" : time?.[2] ? ` UTC${time[2]}` : "";
  return `${tableDay(text)}${time ? `, ${time[1]}${zone}` : ""}`;
}
