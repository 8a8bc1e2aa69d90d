// Where each incident stands on the timeline: its lane, its days, its place in a stack. Pure, so that what is drawn and
// what is pointed at cannot differ.
import type { Incident } from "../core/answers.ts";
import { addDays, atNoon, daysBetween } from "../core/days.ts";
import { withoutStrays } from "../core/strays.ts";
import { eventWord } from "../core/words.ts";

export type Lanes = "event" | "place" | "actor";
/** First and last day shown, as days since 1970 with fractions. */
export interface Window {
  readonly from: number;
  readonly to: number;
}
export interface Lane {
  readonly name: string;
  readonly incidents: readonly Incident[];
}
export interface Placed {
  readonly incident: Incident;
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  /** Where its days end, for incidents of more than a day; else x. */
  readonly until: number;
}
/** More incidents of one lane and day than there is room for, drawn as their number. */
export interface Heap {
  readonly lane: number;
  readonly x: number;
  readonly width: number;
  readonly incidents: readonly Incident[];
}
export interface Layout {
  readonly placed: readonly Placed[];
  readonly heaps: readonly Heap[];
}
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly laneHeight: number;
  /** Room above the marks that a lane's name takes on narrow screens. */
  readonly nameHeight: number;
}

export const MARK = 4.6;
const STEP = 11;
const HEAP = 15;
const MOST_LANES = 14;

export const dayNumber = (day: string): number => Math.floor(atNoon(day).getTime() / 864e5);
export const dayOfNumber = (n: number): string => addDays("1970-01-01", Math.floor(n));

const laneOf = (i: Incident, by: Lanes): string =>
  by === "event"
    ? eventWord(i.event)
    : by === "place"
      ? (i.places[0]?.name ?? "No place given")
      : (i.actors[0]?.name ?? "Nobody named");

/** The lanes, the fullest first; what is over goes into one last lane. */
export function lanesOf(incidents: readonly Incident[], by: Lanes): readonly Lane[] {
  const by_name = Map.groupBy(incidents, (i) => laneOf(i, by));
  const lanes = [...by_name].map(([name, of]) => ({ name, incidents: of }));
  lanes.sort((a, b) => b.incidents.length - a.incidents.length || (a.name < b.name ? -1 : 1));
  if (lanes.length <= MOST_LANES) return lanes;
  const rest = lanes.slice(MOST_LANES - 1);
  return [
    ...lanes.slice(0, MOST_LANES - 1),
    { name: `${rest.length} others`, incidents: rest.flatMap((l) => l.incidents) },
  ];
}

/** All days of the incidents, and the days that hold nearly all: a stray year must not squeeze a month into a line. */
export function spans(incidents: readonly Incident[]): { all: Window; most: Window } | null {
  const short = incidents.filter((i) => i.time && daysBetween(i.time.start, i.time.end) <= 7);
  const starts = (short.length ? short : incidents)
    .flatMap((i) => (i.time ? [dayNumber(i.time.start)] : []))
    .sort((a, b) => a - b);
  const ends = incidents.flatMap((i) => (i.time ? [dayNumber(i.time.end) + 1] : []));
  if (starts.length === 0) return null;
  const every = incidents.flatMap((i) => (i.time ? [dayNumber(i.time.start)] : []));
  const all = { from: Math.min(...every) - 1, to: Math.max(...ends) + 1 };
  const [first, last] = withoutStrays(starts)!;
  return { all, most: { from: first - 1, to: last + 2 } };
}

export const xOf = (n: number, window: Window, frame: Frame): number =>
  frame.left + ((n - window.from) / (window.to - window.from)) * frame.width;
export const dayAt = (x: number, window: Window, frame: Frame): number =>
  window.from + ((x - frame.left) / frame.width) * (window.to - window.from);

export function layOut(lanes: readonly Lane[], window: Window, frame: Frame): Layout {
  const placed: Placed[] = [];
  const heaps: Heap[] = [];
  const dayWidth = frame.width / (window.to - window.from);
  // Where a day is narrower than a mark with its number, several days share a column.
  const days = Math.max(1, Math.ceil(HEAP / dayWidth));
  const width = dayWidth * days;
  const columns = Math.max(1, Math.floor(width / STEP));
  const rows = Math.max(1, Math.floor((frame.laneHeight - frame.nameHeight) / STEP));
  lanes.forEach((lane, index) => {
    const top = frame.top + index * frame.laneHeight + frame.nameHeight;
    const middle = top + (frame.laneHeight - frame.nameHeight) / 2;
    const cells = Map.groupBy(
      lane.incidents.filter((i) => i.time !== null),
      (i) => Math.floor(dayNumber(i.time!.start) / days) * days,
    );
    for (const [first, incidents] of cells) {
      if (first + days < window.from || first > window.to) {
        const over = incidents.filter((i) => dayNumber(i.time!.end) >= window.from && first <= window.to);
        if (over.length === 0) continue;
      }
      const x = xOf(first, window, frame);
      if (incidents.length > columns * rows) {
        heaps.push({ lane: index, x, width, incidents });
        continue;
      }
      const used = Math.min(rows, incidents.length);
      const across = Math.ceil(incidents.length / used);
      const indent = (width - across * STEP) / 2 + STEP / 2;
      incidents.forEach((incident, i) => {
        const long = daysBetween(incident.time!.start, incident.time!.end) > 0;
        const at = x + indent + Math.floor(i / used) * STEP;
        placed.push({
          incident,
          lane: index,
          x: at,
          y: middle + ((i % used) - (used - 1) / 2) * STEP,
          until: long ? Math.max(at, xOf(dayNumber(incident.time!.end) + 1, window, frame)) : at,
        });
      });
    }
  });
  return { placed, heaps };
}

/** What stands under the pointer, if anything does. */
export function under(layout: Layout, frame: Frame, x: number, y: number): readonly Incident[] {
  const near = layout.placed
    .map((p) => ({ p, d: Math.hypot(p.x - x, p.y - y) }))
    .filter(({ d }) => d < MARK + 5)
    .sort((a, b) => a.d - b.d)[0];
  if (near) return [near.p.incident];
  const lane = Math.floor((y - frame.top) / frame.laneHeight);
  return layout.heaps.find((h) => h.lane === lane && x >= h.x && x <= h.x + h.width)?.incidents ?? [];
}
