// The marks of one spot on the map: signs of who holds it, shapes of what is told there, and how exactly the place is
// told. A point only for a named place, a ring around it, a soft field for a province.
import type { GeoProjection } from "d3-geo";
import { firmness, type HolderSign, holderKey } from "./holders.ts";
import { pixelsPerKilometre } from "./map-fit.ts";
import type { Spot } from "./map-spots.ts";
import { type Ink, outline, statusMark } from "./shapes.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
/** What the marks need to know of the whole map. */
export interface Around {
  readonly projection: GeoProjection;
  readonly signs: ReadonlyMap<string, HolderSign>;
}

const RADIUS = 9;
const FADED = [1, 0.62, 0.4, 0.25];
const MOST_MARKS = 5;
const SIGN = RADIUS * 2 + 5;
const MARK = 12;

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

/** The room that a spot takes when it is drawn in full. */
export function boxOf(spot: Spot, x: number, y: number): Box {
  const marks = Math.min(spot.told.length, MOST_MARKS);
  const over = spot.told.length > MOST_MARKS ? 26 : 0;
  const signs = spot.holdings.length;
  const w = Math.max(signs * SIGN, marks * MARK + over, 12);
  const top = signs ? RADIUS + 3 : 7;
  const below = signs && marks ? RADIUS + 17 : signs ? RADIUS + 3 : 7;
  return { x: x - w / 2, y: y - top, w, h: top + below };
}

/** How far from sure the place is: a dashed ring around it, or a soft field that is no border. */
export function drawField(c: CanvasRenderingContext2D, d: Around, spot: Spot, x: number, y: number, ink: Ink): void {
  const worst = spot.told.find((t) => t.incident.status === "disputed") ?? spot.told[0];
  if (spot.drawn === "point" || !worst) return;
  const km = pixelsPerKilometre(d.projection, spot.lon, spot.lat);
  const colour = ink.status[worst.incident.status];
  const area = spot.drawn === "area";
  field(c, x, y, area ? Math.max(34, 40 * km) : Math.max(15, 10 * km), colour, area);
}

export function drawSpot(c: CanvasRenderingContext2D, d: Around, spot: Spot, x: number, y: number, ink: Ink): void {
  const held = spot.holdings;
  held.forEach((h, i) => {
    const s = d.signs.get(holderKey(h.holder));
    if (s) sign(c, h, s, x + (i - (held.length - 1) / 2) * SIGN, y, ink);
  });
  const marks = spot.told.slice(0, MOST_MARKS);
  const below = held.length ? RADIUS + 10 : 0;
  marks.forEach((t, i) => {
    c.globalAlpha = FADED[t.age] ?? 0.25;
    statusMark(c, t.incident.status, x + (i - (marks.length - 1) / 2) * MARK, y + below, t.age === 0 ? 5.6 : 4.4, ink);
  });
  c.globalAlpha = 1;
  if (spot.told.length > MOST_MARKS) {
    c.font = `600 11px ${ink.sans}`;
    c.textAlign = "left";
    c.textBaseline = "middle";
    c.fillStyle = ink.ink;
    c.fillText(`+${spot.told.length - MOST_MARKS}`, x + (marks.length * MARK) / 2 + 2, y + below);
  }
}

/** Where spots crowd, the lesser are drawn small, without letters; zooming in tells them apart. */
export function drawSmall(c: CanvasRenderingContext2D, d: Around, spot: Spot, x: number, y: number, ink: Ink): Box {
  const first = spot.holdings[0];
  const s = first && d.signs.get(holderKey(first.holder));
  if (spot.told[0]) {
    c.globalAlpha = FADED[spot.told[0].age] ?? 0.25;
    statusMark(c, spot.told[0].incident.status, x, y, 4, ink);
    c.globalAlpha = 1;
  } else if (first && s) {
    outline(c, s.shape, x, y, 4);
    c.fillStyle = firmness(first) === "full" ? (ink.holders[s.colour] ?? ink.ink) : ink.paper;
    c.strokeStyle = ink.holders[s.colour] ?? ink.ink;
    c.lineWidth = 1.5;
    c.fill();
    c.stroke();
  }
  return { x: x - 5, y: y - 5, w: 10, h: 10 };
}
