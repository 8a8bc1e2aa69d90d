// Draws the map: ground, names, who holds what, what happened. Decides nothing about what is told; how exactly a place
// is told decides its form: a point only for a named place, a ring around it, a soft field for a province.
import { type GeoProjection, geoPath } from "d3-geo";
import type { Ground } from "./ground.ts";
import { firmness, type HolderSign, holderKey } from "./holders.ts";
import { pixelsPerKilometre } from "./map-fit.ts";
import type { Spot } from "./map-spots.ts";
import { type Ink, outline, statusMark } from "./shapes.ts";

export interface Name {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
  readonly ground: Ground | null;
  readonly spots: readonly Spot[];
  readonly signs: ReadonlyMap<string, HolderSign>;
  /** Names to write where there is room, the weightiest first. */
  readonly names: readonly Name[];
  readonly chosen: string | null;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const RADIUS = 9;
const FADED = [1, 0.62, 0.4, 0.25];
const MOST_MARKS = 5;

export function drawGround(c: CanvasRenderingContext2D, d: MapDrawing, ink: Ink): void {
  c.fillStyle = ink.sea;
  c.fillRect(0, 0, d.width, d.height);
  if (!d.ground) return;
  // Only what lies in the window is drawn: the whole world at this scale would be millions of pixels wide.
  const clipped = d.projection.clipExtent([
    [-20, -20],
    [d.width + 20, d.height + 20],
  ]);
  const path = geoPath(clipped, c);
  c.beginPath();
  path(d.ground.land);
  c.fillStyle = ink.land;
  c.fill();
  c.strokeStyle = ink.border;
  c.lineWidth = 1;
  c.lineJoin = "round";
  c.beginPath();
  path(d.ground.borders as Parameters<typeof path>[0]);
  c.stroke();
}

/** Where each spot is on the canvas; null outside of it. */
export function place(d: Pick<MapDrawing, "projection" | "width" | "height">, at: Name): [number, number] | null {
  const point = d.projection([at.lon, at.lat]);
  if (!point) return null;
  const [x, y] = point;
  return x < -30 || y < -30 || x > d.width + 30 || y > d.height + 30 ? null : [x, y];
}

function field(c: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string, soft: boolean): void {
  c.save();
  if (soft) {
    const fade = c.createRadialGradient(x, y, r * 0.2, x, y, r);
    fade.addColorStop(0, colour);
    fade.addColorStop(1, "transparent");
    c.globalAlpha = 0.22;
    c.fillStyle = fade;
    c.beginPath();
    c.arc(x, y, r, 0, Math.PI * 2);
    c.fill();
  } else {
    c.globalAlpha = 0.8;
    c.strokeStyle = colour;
    c.setLineDash([4, 3]);
    c.lineWidth = 1.3;
    c.beginPath();
    c.arc(x, y, r, 0, Math.PI * 2);
    c.stroke();
  }
  c.restore();
}

function sign(
  c: CanvasRenderingContext2D,
  h: Spot["holdings"][number],
  s: HolderSign,
  x: number,
  y: number,
  ink: Ink,
): void {
  const firm = firmness(h);
  const colour = ink.holders[s.colour] ?? ink.ink;
  const hollow = firm !== "full" || h.state === "present";
  c.save();
  c.strokeStyle = c.fillStyle = colour;
  c.lineWidth = 2;
  if (h.state === "besieged" || h.state === "contested") {
    c.save();
    c.lineWidth = 1.6;
    c.setLineDash(h.state === "besieged" ? [] : [3, 2]);
    outline(c, h.state === "besieged" ? "circle" : s.shape, x, y, RADIUS + 3.6);
    c.stroke();
    c.restore();
  }
  outline(c, s.shape, x, y, RADIUS);
  c.fillStyle = hollow ? ink.paper : colour;
  c.fill();
  if (h.basis === "claimed_by_holder" || h.basis === "claimed_by_other" || h.state === "present")
    c.setLineDash([2.5, 2]);
  c.stroke();
  c.setLineDash([]);
  c.fillStyle = hollow ? ink.ink : ink.paper;
  c.font = `700 ${s.letters.length > 2 ? 7.5 : s.letters.length > 1 ? 8.5 : 10.5}px ${ink.sans}`;
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.fillText(s.letters, x, y + (s.shape === "triangle" ? 2 : 0.5));
  if (firm === "crossed") {
    c.strokeStyle = ink.ink;
    c.beginPath();
    c.moveTo(x - RADIUS, y + RADIUS);
    c.lineTo(x + RADIUS, y - RADIUS);
    c.stroke();
  }
  c.restore();
}

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function drawSpot(c: CanvasRenderingContext2D, d: MapDrawing, spot: Spot, x: number, y: number, ink: Ink): Box {
  const km = pixelsPerKilometre(d.projection, spot.lon, spot.lat);
  const worst = spot.told.find((t) => t.incident.status === "disputed") ?? spot.told[0];
  if (worst && spot.drawn !== "point")
    field(
      c,
      x,
      y,
      spot.drawn === "area" ? Math.max(34, 40 * km) : Math.max(15, 10 * km),
      ink.status[worst.incident.status],
      spot.drawn === "area",
    );
  const held = spot.holdings.slice(0, 3);
  held.forEach((h, i) => {
    const s = d.signs.get(holderKey(h.holder));
    if (s) sign(c, h, s, x + (i - (held.length - 1) / 2) * (RADIUS * 2 + 5), y, ink);
  });
  const marks = spot.told.slice(0, MOST_MARKS);
  const below = held.length ? RADIUS + 10 : 0;
  marks.forEach((t, i) => {
    c.globalAlpha = FADED[t.age] ?? 0.25;
    statusMark(c, t.incident.status, x + (i - (marks.length - 1) / 2) * 12, y + below, t.age === 0 ? 5.6 : 4.4, ink);
  });
  c.globalAlpha = 1;
  let width = Math.max(held.length * (RADIUS * 2 + 5), marks.length * 12, 10);
  if (spot.told.length > MOST_MARKS) {
    c.font = `600 11px ${ink.sans}`;
    c.textAlign = "left";
    c.textBaseline = "middle";
    c.fillStyle = ink.ink;
    c.fillText(`+${spot.told.length - MOST_MARKS}`, x + (marks.length * 12) / 2 + 2, y + below);
    width += 36;
  }
  const top = held.length ? RADIUS + 4 : 7;
  const box = { x: x - width / 2, y: y - top, w: width, h: top + below + (marks.length || !held.length ? 8 : RADIUS) };
  if (spot.key === d.chosen) {
    c.strokeStyle = ink.accent;
    c.lineWidth = 2;
    c.beginPath();
    c.roundRect(box.x - 5, box.y - 4, box.w + 10, box.h + 8, 6);
    c.stroke();
  }
  return box;
}

/** Writes a name beside its spot where it covers nothing: right, left, above or below; else not at all. */
function write(
  c: CanvasRenderingContext2D,
  d: MapDrawing,
  text: string,
  around: Box,
  taken: Box[],
  ink: Ink,
  loud: boolean,
): boolean {
  c.font = `${loud ? "600 " : ""}12px ${ink.sans}`;
  const w = c.measureText(text).width;
  const h = 14;
  const middle = around.y + around.h / 2;
  const tries: Box[] = [
    { x: around.x + around.w + 3, y: middle - h / 2, w, h },
    { x: around.x - w - 3, y: middle - h / 2, w, h },
    { x: around.x + around.w / 2 - w / 2, y: around.y - h - 1, w, h },
    { x: around.x + around.w / 2 - w / 2, y: around.y + around.h + 1, w, h },
  ];
  const free = tries.find(
    (b) => b.x > 2 && b.x + b.w < d.width - 2 && b.y > 2 && b.y + b.h < d.height - 2 && !taken.some((t) => meets(b, t)),
  );
  if (!free) return false;
  taken.push(free);
  c.textAlign = "left";
  c.textBaseline = "middle";
  c.lineWidth = 3;
  c.lineJoin = "round";
  c.strokeStyle = ink.land;
  c.strokeText(text, free.x, free.y + h / 2);
  c.fillStyle = loud ? ink.ink : ink.quiet;
  c.fillText(text, free.x, free.y + h / 2);
  return true;
}

/** Draws all, and says which box each spot takes, so that it can be pointed at. */
export function drawMap(c: CanvasRenderingContext2D, d: MapDrawing, ink: Ink): ReadonlyMap<string, Box> {
  drawGround(c, d, ink);
  const boxes = new Map<string, Box>();
  const areas = d.spots.filter((s) => s.drawn === "area");
  const taken: Box[] = [];
  for (const spot of [...areas, ...d.spots.filter((s) => s.drawn !== "area")]) {
    const at = place(d, spot);
    if (!at) continue;
    const box = drawSpot(c, d, spot, at[0], at[1], ink);
    boxes.set(spot.key, box);
    taken.push(box);
  }
  const named = new Set<string>();
  const loudest = [...d.spots].sort((a, b) => b.told.length + b.holdings.length - a.told.length - a.holdings.length);
  for (const spot of loudest) {
    const box = boxes.get(spot.key);
    const label = spot.drawn === "area" ? `${spot.name} (area)` : spot.name;
    if (box && write(c, d, label, box, taken, ink, spot.drawn !== "area")) named.add(spot.name);
  }
  let room = Math.floor((d.width * d.height) / 24000);
  for (const name of d.names) {
    if (room <= 0) break;
    const at = named.has(name.name) ? null : place(d, name);
    if (!at) continue;
    const dot = { x: at[0] - 2, y: at[1] - 2, w: 4, h: 4 };
    if (taken.some((t) => meets(dot, t)) || !write(c, d, name.name, dot, taken, ink, false)) continue;
    c.fillStyle = ink.quiet;
    c.fillRect(dot.x + 0.5, dot.y + 0.5, 3, 3);
    room -= 1;
  }
  return boxes;
}

/** The spot whose box is under the pointer, with a little grace around it. */
export function spotUnder(boxes: ReadonlyMap<string, Box>, x: number, y: number): string | null {
  const grace = 6;
  for (const [key, b] of [...boxes].reverse())
    if (x >= b.x - grace && x <= b.x + b.w + grace && y >= b.y - grace && y <= b.y + b.h + grace) return key;
  return null;
}
export type { Box };
