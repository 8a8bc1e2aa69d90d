// The day that a page is about: the one in the address (`at`), else the last that the ledger tells of.
import { address } from "./address.ts";
import { type Asked, question, useAnswer } from "./asking.ts";
import { isDay } from "./days.ts";
import { type DayCount, type LedgerDays, ledgerDays } from "./ledger-days.ts";

interface TimelineAnswer {
  readonly rows: readonly DayCount[];
  readonly undated: number;
  readonly wider: number;
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

/** The last day of what the ledger tells, strays left aside; null while it is not known yet. */
export function useLastDay(): string | null {
  const asked = useLedgerDays();
  if (!asked.value) return null;
  return asked.value.days?.last ?? new Date().toISOString().slice(0, 10);
}

export function useDay(): string | null {
  const last = useLastDay();
  const { at } = address.value.parameters;
  return isDay(at) ? at : last;
}
