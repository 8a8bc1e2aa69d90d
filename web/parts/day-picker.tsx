// One day in the address (`at`), chosen by date field or by stepping.
import { amend } from "../core/address.ts";
import { addDays, fullDay, isDay } from "../core/days.ts";

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
