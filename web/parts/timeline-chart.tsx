// The timeline as a picture that can be zoomed, panned and read out. Everything in it is also in the list below it, so
// this is a shortcut and not the only way.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { address, amend, go, to } from "../core/address.ts";
import type { Incident } from "../core/answers.ts";
import { between, isDay, when } from "../core/days.ts";
import { useWidth } from "../core/measure.ts";
import { dark } from "../core/settings.ts";
import { counted, eventWord, STATUSES } from "../core/words.ts";
import { inkOf, prepared } from "../draw/shapes.ts";
import { drawTimeline } from "../draw/timeline-canvas.ts";
import * as lay from "../draw/timeline-layout.ts";

const readable = (i: Incident): string =>
  `${STATUSES[i.status].word}. ${eventWord(i.event)}, ${when(i.time)}: ${i.summary}`;

/** The window in the address, `seen=from_to`. */
function windowOf(seen: string | undefined): lay.Window | null {
  const [from, to] = (seen ?? "").split("_");
  return isDay(from) && isDay(to) && from <= to ? { from: lay.dayNumber(from), to: lay.dayNumber(to) + 1 } : null;
}

// Its arrow keys are its own: a screen reader must hand them on.
const APPLICATION = { role: "application", "aria-roledescription": "timeline" } as const;

export function TimelineChart({ incidents, by }: { incidents: readonly Incident[]; by: lay.Lanes }) {
  const { element: box, width } = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const dated = useMemo(() => incidents.filter((i) => i.time !== null), [incidents]);
  const lanes = useMemo(() => lay.lanesOf(dated, by), [dated, by]);
  const spans = useMemo(() => lay.spans(dated), [dated]);
  const seen = address.value.parameters.seen;
  const window = windowOf(seen) ?? spans?.most ?? { from: 0, to: 1 };
  const [chosen, choose] = useState<Incident | null>(null);
  const [pointed, point] = useState<readonly Incident[]>([]);
  const drag = useRef<{ x: number; window: lay.Window; moved: boolean } | null>(null);

  const narrow = width < 620;
  const frame: lay.Frame = {
    left: narrow ? 0 : 190,
    top: 26,
    width: Math.max(60, width - (narrow ? 0 : 190)),
    laneHeight: narrow ? 44 : 28,
    nameHeight: narrow ? 18 : 0,
  };
  const height = frame.top + lanes.length * frame.laneHeight + 22;
  const layout = useMemo(() => lay.layOut(lanes, window, frame), [lanes, window.from, window.to, width]);

  const night = dark.value;
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const c = prepared(canvas.current, width, height);
    if (c) drawTimeline(c, { lanes, layout, window, frame, height, chosen }, inkOf(canvas.current));
  }, [layout, chosen, width, height, night]);

  const show = (next: lay.Window | null): void => {
    if (!next || !spans) {
      amend({ seen: null });
      return;
    }
    const length = Math.min(Math.max(3, next.to - next.from), spans.all.to - spans.all.from + 10);
    const middle = (next.from + next.to) / 2;
    const from = Math.round(Math.min(Math.max(middle - length / 2, spans.all.from - 5), spans.all.to + 5 - length));
    amend({ seen: `${lay.dayOfNumber(from)}_${lay.dayOfNumber(from + Math.round(length) - 1)}` });
  };
  const zoom = (factor: number, around = (window.from + window.to) / 2): void =>
    show({ from: around - (around - window.from) * factor, to: around + (window.to - around) * factor });
  const pan = (share: number): void => {
    const by = Math.sign(share) * Math.max(1, Math.abs(share) * (window.to - window.from));
    show({ from: window.from + by, to: window.to + by });
  };

  /** The incident before or after in time, or in the lane above or below on the nearest day. */
  const step = (days: number, lanesBy: number): void => {
    const start = (i: Incident): number => lay.dayNumber(i.time!.start);
    const ordered = lanes.map((l) => [...l.incidents].sort((a, b) => start(a) - start(b)));
    const lane = chosen ? ordered.findIndex((l) => l.includes(chosen)) : -1;
    if (!chosen || lane === -1) {
      choose(ordered[0]?.find((i) => start(i) >= window.from) ?? ordered[0]?.[0] ?? null);
      return;
    }
    const target = ordered[Math.min(ordered.length - 1, Math.max(0, lane + lanesBy))]!;
    const next = lanesBy
      ? target.reduce((a, b) => (Math.abs(start(b) - start(chosen)) < Math.abs(start(a) - start(chosen)) ? b : a))
      : (target[target.indexOf(chosen) + days] ?? chosen);
    choose(next);
    const at = start(next);
    if (at < window.from || at > window.to)
      show({ from: at - (window.to - window.from) / 2, to: at + (window.to - window.from) / 2 });
  };

  const onKeyDown = (e: KeyboardEvent): void => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => (e.shiftKey ? pan(-0.25) : step(-1, 0)),
      ArrowRight: () => (e.shiftKey ? pan(0.25) : step(1, 0)),
      ArrowUp: () => step(0, -1),
      ArrowDown: () => step(0, 1),
      "+": () => zoom(0.6),
      "=": () => zoom(0.6),
      "-": () => zoom(1 / 0.6),
      "0": () => show(spans?.all ?? null),
      Escape: () => choose(null),
      Enter: () => chosen && go(to("incident", chosen.id)),
    };
    const act = keys[e.key];
    if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    act();
  };

  // Listened to by hand: a wheel that may be prevented has to be asked for.
  useEffect(() => {
    const on = canvas.current;
    if (!on) return;
    const wheel = (e: WheelEvent): void => {
      const zooming = e.ctrlKey || e.metaKey || document.activeElement === on;
      const sideways = Math.abs(e.deltaX) > Math.abs(e.deltaY);
      if (!zooming && !sideways) return; // A plain wheel scrolls the page, as readers expect.
      e.preventDefault();
      if (sideways) pan(e.deltaX / 600);
      else zoom(Math.exp(e.deltaY / 300), lay.dayAt(e.offsetX, window, frame));
    };
    on.addEventListener("wheel", wheel, { passive: false });
    return () => on.removeEventListener("wheel", wheel);
  });

  const onPointerMove = (e: PointerEvent): void => {
    const held = drag.current;
    if (!held) {
      point(lay.under(layout, frame, e.offsetX, e.offsetY));
      return;
    }
    if (Math.abs(e.offsetX - held.x) > 3) held.moved = true;
    const by = ((held.x - e.offsetX) / frame.width) * (held.window.to - held.window.from);
    if (held.moved && Math.abs(by) >= 0.5) show({ from: held.window.from + by, to: held.window.to + by });
  };
  const onPointerUp = (e: PointerEvent): void => {
    const moved = drag.current?.moved;
    drag.current = null;
    if (moved) return;
    const found = lay.under(layout, frame, e.offsetX, e.offsetY);
    if (found.length === 1) go(to("incident", found[0]!.id));
    else if (found.length > 1) zoom(0.35, lay.dayAt(e.offsetX, window, frame));
  };

  const told = chosen ? [chosen] : pointed;
  return (
    <figure class="chart" ref={box}>
      <canvas
        ref={canvas}
        tabIndex={0}
        {...APPLICATION}
        aria-label={`Timeline of ${counted(dated.length, "incident")} in ${counted(lanes.length, "lane")}. The same incidents are listed below.`}
        aria-describedby="timeline-readout timeline-how"
        class={pointed.length ? "pointing" : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(e) => {
          drag.current = { x: e.offsetX, window, moved: false };
          if (e.pointerType === "mouse") e.currentTarget.setPointerCapture(e.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
        onPointerLeave={() => point([])}
      />
      <figcaption>
        <p class="readout" id="timeline-readout" aria-live="polite">
          {told.length === 1
            ? readable(told[0]!)
            : told.length > 1
              ? `${counted(told.length, "incident")}, ${when(told[0]!.time)}: zoom in to tell them apart.`
              : `Shown: ${between(lay.dayOfNumber(window.from), lay.dayOfNumber(window.to - 1))}.`}
        </p>
        <p class="chart-tools">
          <button type="button" onClick={() => zoom(0.6)}>
            Zoom in
          </button>
          <button type="button" onClick={() => zoom(1 / 0.6)}>
            Zoom out
          </button>
          <button type="button" onClick={() => show(spans?.all ?? null)}>
            All days
          </button>
          <button
            type="button"
            onClick={() =>
              amend({ from: lay.dayOfNumber(window.from), to: lay.dayOfNumber(window.to - 1), seen: null })
            }
          >
            List only these days
          </button>
          <span class="quiet how" id="timeline-how">
            Drag to move; click in, then scroll to zoom. Arrow keys go from incident to incident.
          </span>
        </p>
      </figcaption>
    </figure>
  );
}
