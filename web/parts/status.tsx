// A status as word, shape and colour together, so that none of the three is needed to tell it.
import type { Status } from "../core/answers.ts";
import { STATUSES } from "../core/words.ts";

/** The four shapes, on a field of 12 by 12; canvases draw the same ones (draw/shapes.ts). */
export function StatusShape({ status }: { status: Status }) {
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {status === "corroborated" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {status === "single-source" && (
        <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      )}
      {status === "disputed" && (
        <>
          <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6" />
          <path d="M6 1.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
        </>
      )}
      {status === "denied" && <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2.2" />}
    </svg>
  );
}

export function StatusWord({ status }: { status: Status }) {
  return (
    <span class={`status status-${status}`} title={STATUSES[status].means}>
      <StatusShape status={status} />
      {STATUSES[status].word}
    </span>
  );
}

export function StatusLegend() {
  return (
    <ul class="legend" aria-label="What the statuses mean">
      {(Object.keys(STATUSES) as Status[]).map((status) => (
        <li key={status}>
          <StatusWord status={status} /> <span class="quiet">{STATUSES[status].means}</span>
        </li>
      ))}
    </ul>
  );
}
