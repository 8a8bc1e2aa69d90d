// The days that the ledger tells of, with how many incidents began on each: what sliders and date fields start from.

import { addDays, daysBetween } from "./days.ts";
import { withoutStrays } from "./strays.ts";

export interface DayCount {
  readonly day: string;
  readonly event: string;
  readonly incidents: number;
  readonly disputed: number;
}
export interface LedgerDays {
  readonly first: string;
  readonly last: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** The range that holds nearly all incidents: a stray year is left out where it would squeeze a month into a line. */
export function ledgerDays(rows: readonly Pick<DayCount, "day" | "incidents">[]): LedgerDays | null {
  const counts = new Map<string, number>();
  for (const r of rows) counts.set(r.day, (counts.get(r.day) ?? 0) + r.incidents);
  const days = [...counts.keys()].sort();
  const first = days[0];
  if (first === undefined) return null;
  const range = withoutStrays(days.flatMap((d) => Array<number>(counts.get(d) ?? 0).fill(daysBetween(first, d))));
  return range && { first: addDays(first, range[0]), last: addDays(first, range[1]), counts };
}

/** Every day from first to last. */
export const daysFrom = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.min(5000, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
