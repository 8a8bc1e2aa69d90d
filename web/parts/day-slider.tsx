// A slider over the ledger's days, with how much began on each above it, and play and pause. The arrow keys are the
// browser's own for a slider.
import { useEffect, useState } from "preact/hooks";
import { amend } from "../core/address.ts";
import { addDays, daysBetween, fullDay, shortDay } from "../core/days.ts";
import { daysFrom, type LedgerDays } from "../core/ledger-days.ts";
import { counted, number } from "../core/words.ts";

const PACE = 1100; // Milliseconds a day: long enough to read the day's marks.

function Bars({ days, day }: { days: LedgerDays; day: string }) {
  const all = daysFrom(days.first, days.last);
  const most = Math.max(1, ...all.map((d) => days.counts.get(d) ?? 0));
  return (
    <svg class="bars" viewBox={`0 0 ${all.length} 10`} preserveAspectRatio="none" aria-hidden="true">
      {all.map((d, i) => {
        const height = ((days.counts.get(d) ?? 0) / most) * 10;
        return (
          <rect
            key={d}
            x={i + 0.12}
            width={0.76}
            y={10 - height}
            height={height}
            class={d === day ? "now" : undefined}
          />
        );
      })}
    </svg>
  );
}

export function DaySlider({ days, day, incidents }: { days: LedgerDays; day: string; incidents: number }) {
  const [playing, play] = useState(false);
  const last = daysBetween(days.first, days.last);
  const at = Math.min(last, Math.max(0, daysBetween(days.first, day)));
  const set = (n: number): void => amend({ day: addDays(days.first, Math.min(last, Math.max(0, n))) });
  useEffect(() => {
    if (!playing) return;
    if (at >= last) {
      play(false);
      return;
    }
    const timer = setTimeout(() => set(at + 1), PACE);
    return () => clearTimeout(timer);
  }, [playing, at]);
  return (
    <div class="day-slider">
      <p class="day-now">
        <strong>{fullDay(day)}</strong>{" "}
        <span class="quiet">{incidents === 1 ? "1 incident" : `${number(incidents)} incidents`} told for this day</span>
      </p>
      <div class="slider-row">
        <button type="button" onClick={() => set(at - 1)} disabled={at === 0}>
          <span aria-hidden="true">←</span>
          <span class="unseen">The day before</span>
        </button>
        <button
          type="button"
          class="play"
          onClick={() => {
            if (!playing && at >= last) set(0);
            play(!playing);
          }}
        >
          {playing ? "Pause" : "Play"}
        </button>
        <button type="button" onClick={() => set(at + 1)} disabled={at === last}>
          <span aria-hidden="true">→</span>
          <span class="unseen">The day after</span>
        </button>
        <div class="track">
          <Bars days={days} day={day} />
          <input
            type="range"
            aria-label="Day"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-valuetext={`${fullDay(day)}, ${counted(incidents, "incident")}`}
            onInput={(e) => {
              play(false);
              set(Number(e.currentTarget.value));
            }}
          />
          <p class="ends" aria-hidden="true">
            <span>{shortDay(days.first)}</span>
            <span>{shortDay(days.last)}</span>
          </p>
        </div>
      </div>
    </div>
  );
}
