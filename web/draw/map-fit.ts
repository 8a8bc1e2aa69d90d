// Which part of the world the map shows: the places where most is told, wherever in the world they are; and the
// reader's own zoom on top of it. Pure.
import { type GeoProjection, geoMercator } from "d3-geo";
import type { Incident } from "../core/answers.ts";
import { scenes } from "./map-spots.ts";

export interface Sight {
  readonly lon: number;
  readonly lat: number;
  /** 1 fits all places; 2 is twice as near. */
  readonly zoom: number;
}
type Point = readonly [lon: number, lat: number];

/** Points of the countries in which at least a tenth of the placed incidents lie: talks abroad must not shrink a war. */
export function theatre(incidents: readonly Incident[]): readonly Point[] {
  const placed = incidents.flatMap((i) =>
    scenes(i).flatMap((p) =>
      p.lat === null || p.lon === null || p.kind === "country"
        ? []
        : [{ country: p.within.at(-1) ?? p.name, at: [p.lon, p.lat] as Point }],
    ),
  );
  const countries = new Map<string, number>();
  for (const p of placed) countries.set(p.country, (countries.get(p.country) ?? 0) + 1);
  const many = placed.filter((p) => (countries.get(p.country) ?? 0) >= placed.length * 0.1);
  return trimmed((many.length ? many : placed).map((p) => p.at));
}

/** Without the outermost hundredth on each side, once there are enough points for that to leave anything. */
function trimmed(points: readonly Point[]): readonly Point[] {
  if (points.length < 100) return points;
  const cut = Math.floor(points.length / 100);
  const edge = (axis: 0 | 1): readonly [number, number] => {
    const sorted = points.map((p) => p[axis]).sort((a, b) => a - b);
    return [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
  };
  const [[west, east], [south, north]] = [edge(0), edge(1)];
  return points.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
}

const LEAST = 0.6; // Degrees: a single town is shown with some country around it.

export function fitted(points: readonly Point[], width: number, height: number): GeoProjection {
  const lons = points.map((p) => p[0]);
  const lats = points.map((p) => p[1]);
  const box =
    points.length === 0
      ? { west: -170, east: 170, south: -55, north: 70 }
      : {
          west: Math.min(...lons) - LEAST / 2,
          east: Math.max(...lons) + LEAST / 2,
          south: Math.min(...lats) - LEAST / 2,
          north: Math.max(...lats) + LEAST / 2,
        };
  const margin = Math.min(64, width / 9);
  return geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    {
      type: "MultiPoint",
      coordinates: [
        [box.west, box.south],
        [box.east, box.north],
      ],
    },
  );
}

/** The fitted projection with the reader's sight laid on. */
export function sighted(fit: GeoProjection, sight: Sight | null, width: number, height: number): GeoProjection {
  if (!sight) return fit;
  const made = geoMercator()
    .scale(fit.scale() * sight.zoom)
    .translate([0, 0]);
  const [x, y] = made([sight.lon, sight.lat])!;
  return made.translate([width / 2 - x, height / 2 - y]);
}

export function sightOf(text: string | undefined): Sight | null {
  const [lon, lat, zoom] = (text ?? "").split(",").map(Number);
  return lon !== undefined &&
    lat !== undefined &&
    zoom !== undefined &&
    [lon, lat, zoom].every(Number.isFinite) &&
    zoom > 0
    ? { lon, lat, zoom: Math.min(40, Math.max(0.05, zoom)) }
    : null;
}
export const sightText = (s: Sight): string => `${s.lon.toFixed(3)},${s.lat.toFixed(3)},${s.zoom.toFixed(2)}`;

/** Pixels of a kilometre at a latitude. */
export function pixelsPerKilometre(projection: GeoProjection, lon: number, lat: number): number {
  const a = projection([lon, lat]);
  const b = projection([lon, lat + 0.1]);
  return a && b ? Math.abs(a[1] - b[1]) / 11.12 : 1;
}
