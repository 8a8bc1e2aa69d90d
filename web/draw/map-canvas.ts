// Draws the map: ground, spots, names. Decides nothing about what is told; where there is not room for all it draws the
// lesser spots small and leaves out names.
import { type GeoProjection, geoPath } from "d3-geo";
import type { Ground } from "./ground.ts";
import type { HolderSign } from "./holders.ts";
import { type Box, boxOf, drawField, drawSmall, drawSpot } from "./map-marks.ts";
import type { Spot } from "./map-spots.ts";
import type { Ink } from "./shapes.ts";

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
type Writing = "spot" | "area" | "name";
/** What is drawn in full where there is not room for all: what was chosen, what is of today, who is there. */
const loudness = (s: Spot, chosen: string | null): number =>
  (s.key === chosen ? 1000 : 0) +
  s.told.reduce((n, t) => n + (t.age === 0 ? 4 : 1) + (t.incident.status === "disputed" ? 2 : 0), 0) +
  s.holdings.length * 2 -
  (s.drawn === "area" ? 3 : 0);

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

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Writes a name beside its spot where it covers nothing: right, left, above or below; else not at all. */
function write(
  c: CanvasRenderingContext2D,
  d: MapDrawing,
  text: string,
  around: Box,
  taken: Box[],
  ink: Ink,
  how: Writing,
): boolean {
  c.font = `${how === "spot" ? "600 " : how === "area" ? "italic " : ""}12px ${ink.sans}`;
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
  c.fillStyle = how === "name" ? ink.quiet : ink.ink;
  c.fillText(text, free.x, free.y + h / 2);
  return true;
}

const LEAST_COUNTRY = 9000; // Square pixels: less of a country than this is too little to name it in.

/** Names the countries in the window, in the middle of what is seen of them, where nothing else stands. */
function nameCountries(c: CanvasRenderingContext2D, d: MapDrawing, taken: Box[], ink: Ink): void {
  const path = geoPath(d.projection);
  c.font = `11px ${ink.sans}`;
  c.letterSpacing = "2px";
  c.fillStyle = ink.quiet;
  c.textAlign = "center";
  c.textBaseline = "middle";
  for (const country of d.ground?.land.features ?? []) {
    if (path.area(country) < LEAST_COUNTRY) continue;
    const [x, y] = path.centroid(country);
    const text = country.properties.name.toUpperCase();
    const w = c.measureText(text).width;
    const tries = [0, -40, 40, -80, 80].map((dy) => ({ x: x - w / 2, y: y + dy - 7, w, h: 14 }));
    const free = tries.find(
      (b) => b.x > 4 && b.x + w < d.width - 4 && b.y > 4 && b.y + 18 < d.height && !taken.some((t) => meets(b, t)),
    );
    if (!free) continue;
    taken.push(free);
    c.fillText(text, free.x + w / 2, free.y + 7);
  }
  c.letterSpacing = "0px";
}

/** Draws all, and says which box each spot takes, so that it can be pointed at. */
export function drawMap(c: CanvasRenderingContext2D, d: MapDrawing, ink: Ink): ReadonlyMap<string, Box> {
  drawGround(c, d, ink);
  const boxes = new Map<string, Box>();
  const taken: Box[] = [];
  const loudest = d.spots
    .map((spot) => ({ spot, at: place(d, spot) }))
    .sort((a, b) => loudness(b.spot, d.chosen) - loudness(a.spot, d.chosen));
  for (const { spot, at } of loudest) if (at) drawField(c, d, spot, at[0], at[1], ink);
  const small: { spot: Spot; at: [number, number] }[] = [];
  for (const { spot, at } of loudest) {
    if (!at) continue;
    const box = boxOf(spot, at[0], at[1]);
    if (taken.some((t) => meets(box, t))) small.push({ spot, at });
    else {
      drawSpot(c, d, spot, at[0], at[1], ink);
      boxes.set(spot.key, box);
      taken.push(box);
    }
  }
  for (const { spot, at } of small) {
    const box = drawSmall(c, d, spot, at[0], at[1], ink);
    boxes.set(spot.key, box);
    taken.push(box);
  }
  const chosen = d.chosen === null ? undefined : boxes.get(d.chosen);
  if (chosen) {
    c.strokeStyle = ink.accent;
    c.lineWidth = 2;
    c.beginPath();
    c.roundRect(chosen.x - 4, chosen.y - 4, chosen.w + 8, chosen.h + 8, 6);
    c.stroke();
  }
  const named = new Set<string>();
  for (const { spot } of loudest) {
    const box = boxes.get(spot.key);
    if (
      box &&
      !named.has(spot.name) &&
      write(c, d, spot.name, box, taken, ink, spot.drawn === "area" ? "area" : "spot")
    )
      named.add(spot.name);
  }
  nameCountries(c, d, taken, ink);
  let room = Math.floor((d.width * d.height) / 24000);
  for (const name of d.names) {
    if (room <= 0) break;
    const at = named.has(name.name) ? null : place(d, name);
    if (!at) continue;
    const dot = { x: at[0] - 2, y: at[1] - 2, w: 4, h: 4 };
    if (taken.some((t) => meets(dot, t)) || !write(c, d, name.name, dot, taken, ink, "name")) continue;
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
