// Time as the ledger knows it: whole days with a grain, never a day that the text does not give. Days are the theatre's
// local days, written YYYY-MM-DD; arithmetic is on the calendar, so no clock and no time zone enters here.
import type { Evidence } from "./span.ts";

declare const brand: unique symbol;
/** A calendar day, YYYY-MM-DD. */
export type Day = string & { readonly [brand]: "day" };
export type Grain = "hour" | "day" | "week" | "month" | "year" | "span";

/** From the first day up to and including the last. */
export interface Interval {
  readonly start: Day;
  readonly end: Day;
  readonly grain: Grain;
}

export interface When extends Interval, Evidence {
  readonly text: string;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})/;

/** The day at the head of an ISO date or instant; null when there is none or it is no day of the calendar. */
export function day(iso: string | null | undefined): Day | null {
  const found = iso ? pattern.exec(iso) : null;
  if (!found) return null;
  const [, y, m, d] = found.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? (found[0] as Day) : null;
}

/** month is 1 to 12; days past the end of a month run over into the next. */
export const dayOf = (year: number, month: number, date: number): Day =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) as Day;

const noon = (d: Day): number => Date.parse(`${d}T12:00:00Z`);
export const addDays = (d: Day, n: number): Day => new Date(noon(d) + n * 864e5).toISOString().slice(0, 10) as Day;
/** b minus a, in days. */
export const daysBetween = (a: Day, b: Day): number => Math.round((noon(b) - noon(a)) / 864e5);
/** 0 is Sunday. */
export const weekday = (d: Day): number => new Date(noon(d)).getUTCDay();
export const yearOf = (d: Day): number => Number(d.slice(0, 4));
export const monthOf = (d: Day): number => Number(d.slice(5, 7));
export const dateOf = (d: Day): number => Number(d.slice(8, 10));
export const meets = (a: { start: Day; end: Day }, b: { start: Day; end: Day }): boolean =>
  a.start <= b.end && b.start <= a.end;
