// The map as a canvas that can be moved, zoomed and stepped through by key. Everything on it is in the lists beside it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { address, amend } from "../core/address.ts";
import type { Incident } from "../core/answers.ts";
import { useWidth } from "../core/measure.ts";
import { dark } from "../core/settings.ts";
import { BASES, counted, STATES } from "../core/words.ts";
import { type Ground, onGround } from "../draw/ground.ts";
import type { HolderSign } from "../draw/holders.ts";
import { type Box, drawMap, type Name, spotUnder } from "../draw/map-canvas.ts";
import { fitted, type Sight, sighted, sightOf, sightText, theatre } from "../draw/map-fit.ts";
import type { Spot } from "../draw/map-spots.ts";
import { inkOf, prepared } from "../draw/shapes.ts";

export const spotText = (spot: Spot): string => {
  const now = spot.told.filter((t) => t.age === 0).length;
  const before = spot.told.length - now;
  const held = spot.holdings.map((h) => `${h.holder.name} ${STATES[h.state]} (${BASES[h.basis]})`);
  const parts = [
    now > 0 && counted(now, "incident"),
    before > 0 && `${counted(before, "incident")} in the three days before`,
    ...held,
  ].filter(Boolean);
  return `${spot.name}${spot.drawn === "area" ? ", told for the area only" : ""}: ${parts.join("; ")}.`;
};

interface Props {
  readonly incidents: readonly Incident[];
  readonly spots: readonly Spot[];
  readonly signs: ReadonlyMap<string, HolderSign>;
  readonly names: readonly Name[];
  readonly label: string;
  readonly onOpen: () => void;
}

// Its arrow keys are its own: a screen reader must hand them on.
const APPLICATION = { role: "application", "aria-roledescription": "map" } as const;

export function MapChart({ incidents, spots, signs, names, label, onOpen }: Props) {
  const { element: box, width } = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const boxes = useRef<ReadonlyMap<string, Box>>(new Map());
  const [ground, setGround] = useState<Ground | null>(null);
  const [pointed, point] = useState<string | null>(null);
  const drag = useRef<{ x: number; y: number; sight: Sight; moved: boolean } | null>(null);
  const { sight: text, spot: chosen = null } = address.value.parameters;
  const height = Math.round(Math.min(640, Math.max(340, width * 0.86)));
  const fit = useMemo(() => fitted(theatre(incidents), width, height), [incidents, width, height]);
  const own = sightOf(text);
  const projection = sighted(fit, own, width, height);
  const night = dark.value;

  useEffect(() => onGround(setGround), []);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const c = prepared(canvas.current, width, height);
    if (!c) return;
    const drawing = { width, height, projection, ground, spots, signs, names, chosen };
    boxes.current = drawMap(c, drawing, inkOf(canvas.current));
  }, [width, height, ground, spots, signs, names, chosen, text, night, fit]);

  const here = (): Sight => {
    const centre = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
    return { lon: centre[0], lat: centre[1], zoom: projection.scale() / fit.scale() };
  };
  const inWindow = (spot: Spot): boolean => {
    const [x, y] = projection([spot.lon, spot.lat]) ?? [-1, -1];
    return x >= 0 && y >= 0 && x <= width && y <= height;
  };
  const look = (sight: Sight | null): void => amend({ sight: sight && sightText(sight) });
  const zoom = (factor: number): void => {
    const s = { ...here(), ...spots.find((spot) => spot.key === chosen && inWindow(spot)) };
    look({ lon: s.lon, lat: s.lat, zoom: Math.min(40, Math.max(0.05, s.zoom * factor)) });
  };
  const pan = (dx: number, dy: number, from = here()): void => {
    const at = sighted(fit, from, width, height).invert?.([width / 2 + dx, height / 2 + dy]);
    if (at) look({ ...from, lon: at[0], lat: at[1] });
  };
  const choose = (key: string | null): void => amend({ spot: key });
  const step = (by: number): void => {
    if (spots.length === 0) return;
    const at = spots.findIndex((s) => s.key === chosen);
    const next = spots[(at + by + spots.length + (at === -1 && by < 0 ? 1 : 0)) % spots.length]!;
    amend({
      spot: next.key,
      ...(inWindow(next) ? {} : { sight: sightText({ ...here(), lon: next.lon, lat: next.lat }) }),
    });
  };

  const onKeyDown = (e: KeyboardEvent): void => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => pan(-60, 0),
      ArrowRight: () => pan(60, 0),
      ArrowUp: () => pan(0, -60),
      ArrowDown: () => pan(0, 60),
      "+": () => zoom(1.5),
      "=": () => zoom(1.5),
      "-": () => zoom(1 / 1.5),
      "0": () => look(null),
      n: () => step(1),
      p: () => step(-1),
      Enter: () => chosen && onOpen(),
      Escape: () => choose(null),
    };
    const act = keys[e.key];
    if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    e.stopPropagation();
    act();
  };
  useEffect(() => {
    const on = canvas.current;
    if (!on) return;
    const wheel = (e: WheelEvent): void => {
      if (!e.ctrlKey && !e.metaKey && document.activeElement !== on) return; // A plain wheel scrolls the page.
      e.preventDefault();
      zoom(Math.exp(-e.deltaY / 300));
    };
    on.addEventListener("wheel", wheel, { passive: false });
    return () => on.removeEventListener("wheel", wheel);
  });
  const onPointerMove = (e: PointerEvent): void => {
    const held = drag.current;
    if (!held) {
      point(spotUnder(boxes.current, e.offsetX, e.offsetY));
      return;
    }
    const [dx, dy] = [held.x - e.offsetX, held.y - e.offsetY];
    if (Math.hypot(dx, dy) > 4) held.moved = true;
    if (held.moved) pan(dx, dy, held.sight);
  };
  const onPointerUp = (e: PointerEvent): void => {
    const moved = drag.current?.moved;
    drag.current = null;
    if (!moved) choose(spotUnder(boxes.current, e.offsetX, e.offsetY));
  };

  const told = spots.find((s) => s.key === (pointed ?? chosen));
  return (
    <figure class="chart map" ref={box}>
      <canvas
        ref={canvas}
        tabIndex={0}
        {...APPLICATION}
        aria-label={label}
        aria-describedby="map-readout map-how"
        class={pointed ? "pointing" : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(e) => {
          drag.current = { x: e.offsetX, y: e.offsetY, sight: here(), moved: false };
          if (e.pointerType === "mouse") e.currentTarget.setPointerCapture(e.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
        onPointerLeave={() => point(null)}
      />
      <figcaption>
        <p class="readout" id="map-readout" aria-live="polite">
          {told ? spotText(told) : `${counted(spots.length, "place")} with something told.`}
        </p>
        <p class="chart-tools">
          <button type="button" onClick={() => zoom(1.5)}>
            Zoom in
          </button>
          <button type="button" onClick={() => zoom(1 / 1.5)}>
            Zoom out
          </button>
          <button type="button" onClick={() => look(null)}>
            Fit
          </button>
          <span class="quiet how" id="map-how">
            Drag to move; click in, then scroll to zoom. n and p go from place to place.
          </span>
        </p>
      </figcaption>
    </figure>
  );
}
