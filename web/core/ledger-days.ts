// The days that the ledger tells of, with how many incidents began on each: what sliders and date fields start from.

import { address } from "./address.ts";
import type { Asked } from "./asking.ts";
import { question, useAnswer } from "./asking.ts";
import { addDays, daysBetween } from "./days.ts";

interface DayCount {
  readonly day: string;
  readonly event: string;
  readonly incidents: number;
  readonly disputed: number;
}
interface TimelineAnswer {
  readonly rows: readonly DayCount[];
  readonly undated: number;
  readonly wider: number;
}
export interface LedgerDays {
  readonly first: string;
  readonly last: string;
  readonly counts: ReadonlyMap<string, number>;
  /** Days before and after that hold few incidents and are left out of the range. */
  readonly outside: number;
}

/** The range that holds nearly all incidents: a stray year is left out where it would squeeze a month into a line. */
export function ledgerDays(rows: readonly Pick<DayCount, "day" | "incidents">[]): LedgerDays | null {
  const counts = new Map<string, number>();
  for (const r of rows) counts.set(r.day, (counts.get(r.day) ?? 0) + r.incidents);
  const days = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  if (days.length === 0) return null;
  const total = days.reduce((n, [, k]) => n + k, 0);
  let [low, high] = [0, days.length - 1];
  const cut = Math.floor(total * 0.05);
  for (let n = days[low]![1]; n <= cut; n += days[low]![1]) low += 1;
  for (let n = days[high]![1]; n <= cut; n += days[high]![1]) high -= 1;
  const wide = daysBetween(days[0]![0], days.at(-1)![0]);
  const most = daysBetween(days[low]![0], days[high]![0]);
  if (wide <= 3 * (most + 5)) return { first: days[0]![0], last: days.at(-1)![0], counts, outside: 0 };
  const outside = days.filter((_, i) => i < low || i > high).reduce((n, [, k]) => n + k, 0);
  return { first: days[low]![0], last: days[high]![0], counts, outside };
}

export function useLedgerDays(): Asked<{ days: LedgerDays | null }> {
  const { known_by, recorded_by } = address.value.parameters;
  const asked = useAnswer<TimelineAnswer>(question("timeline", { known_by, recorded_by }));
  if (asked.state === "trouble") return asked;
  if (asked.value === null) return { state: "loading", value: null, trouble: null };
  return { state: asked.state, value: { days: ledgerDays(asked.value.rows) }, trouble: null } as Asked<{
    days: LedgerDays | null;
  }>;
}

/** Every day from first to last. */
export const daysFrom = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.min(5000, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
