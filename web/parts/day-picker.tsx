// One day in the address (`at`), chosen by date field or by stepping. Where the address has none, the ledger's last day.
import { address, amend } from "../core/address.ts";
import { addDays, fullDay, isDay } from "../core/days.ts";
import { useLedgerDays } from "../core/ledger-days.ts";

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

export function DayPicker({ day }: { day: string }) {
  const set = (value: string): void => {
    if (isDay(value)) amend({ at: value });
  };
  return (
    <div class="day-picker">
      <button type="button" onClick={() => set(addDays(day, -1))}>
        <span aria-hidden="true">←</span> <span class="unseen">The day before</span>
      </button>
      <label>
        <span class="unseen">As things stood on</span>
        <input type="date" value={day} onChange={(e) => set(e.currentTarget.value)} />
      </label>
      <button type="button" onClick={() => set(addDays(day, 1))}>
        <span aria-hidden="true">→</span> <span class="unseen">The day after</span>
      </button>
      <span class="quiet" aria-live="polite">
        {fullDay(day)}
      </span>
    </div>
  );
}
