// What stands where on the map on one day: the spots, each with the incidents told for it and who is said to hold it.
// Pure. How exactly a place is told decides how it may be drawn: only a named town or site is a point.
import type { Holding, Incident } from "../core/answers.ts";
import { addDays, daysBetween } from "../core/days.ts";

/** point: at a named place; ring: near or around it; area: somewhere in a province; none: a country, not drawn. */
export type Drawn = "point" | "ring" | "area" | "none";

export interface Told {
  readonly incident: Incident;
  /** 0 on the day itself, 1 to 3 for days before. */
  readonly age: number;
}
export interface Spot {
  readonly key: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly drawn: Exclude<Drawn, "none">;
  readonly told: readonly Told[];
  readonly holdings: readonly Holding[];
}
export interface DayOnMap {
  readonly spots: readonly Spot[];
  /** Of the day, but told for no place that a map can show. */
  readonly unplaced: readonly Told[];
  /** Everything told for the day itself, placed or not. */
  readonly today: readonly Told[];
}

export const FADE = 3;
/** Wider than this, an interval says too little of one day to be drawn on it. */
const WIDEST = 7;
const AREAS = new Set(["province", "region", "district"]);

type Spotted = Incident["places"][number];

function drawnAs(p: Pick<Spotted, "lat" | "lon" | "kind" | "precision">): Drawn {
  if (p.lat === null || p.lon === null || p.kind === "country" || p.precision === "country") return "none";
  if (p.precision === "region" || AREAS.has(p.kind ?? "")) return "area";
  return p.precision === "near" || p.precision === "area" ? "ring" : "point";
}

// A holding's place of no kind is a stretch of country that no gazetteer knows as a point.
const isArea = (p: Holding["place"]): boolean => p.kind === null || AREAS.has(p.kind);

const RANK: Readonly<Record<Holding["state"], number>> = {
  controls: 0,
  contested: 1,
  besieged: 2,
  present: 3,
  left: 4,
};
const MOST_SIGNS = 2;

/** The holdings to draw: who has left is drawn only where nobody is said to be there now; the firmest first. */
function standing(holdings: readonly Holding[]): readonly Holding[] {
  const byPlace = Map.groupBy(holdings, (h) => h.place.id ?? h.place.name);
  const weight = (h: Holding): number => RANK[h.state] + (h.basis === "denied" ? 4 : h.basis === "assessed" ? 0 : 0.5);
  return [...byPlace.values()].flatMap((of) => {
    const there = of.filter((h) => h.state !== "left" && h.basis !== "denied");
    const shown = (there.length ? there : of).toSorted((a, b) => weight(a) - weight(b));
    const holders = new Set<string>();
    return shown
      .filter((h) => !holders.has(h.holder.id ?? h.holder.name) && holders.add(h.holder.id ?? h.holder.name))
      .slice(0, MOST_SIGNS);
  });
}

/** The places where it happened; where it came from or went to only if nothing says where it was. */
export function scenes(incident: Incident): readonly Spotted[] {
  for (const roles of [["at"], ["near"], ["from"], ["to"]]) {
    const found = incident.places.filter((p) => roles.includes(p.role));
    if (found.length) return found.slice(0, 6);
  }
  return [];
}

export function ageOn(incident: Incident, day: string): number | null {
  const time = incident.time;
  if (!time || time.start > day || daysBetween(time.start, time.end) > WIDEST) return null;
  const age = time.end >= day ? 0 : daysBetween(time.end, day);
  return age <= FADE ? age : null;
}

export function dayOnMap(incidents: readonly Incident[], holdings: readonly Holding[], day: string): DayOnMap {
  const spots = new Map<string, { -readonly [K in keyof Spot]: Spot[K] } & { told: Told[]; holdings: Holding[] }>();
  const unplaced: Told[] = [];
  const today: Told[] = [];
  const spot = (p: { id: string | null; name: string; lat: number; lon: number }, drawn: Spot["drawn"]) => {
    const key = `${p.id ?? p.name} ${drawn}`;
    const known = spots.get(key);
    if (known) return known;
    const made = { key, name: p.name, lat: p.lat, lon: p.lon, drawn, told: [] as Told[], holdings: [] as Holding[] };
    spots.set(key, made);
    return made;
  };
  for (const incident of incidents) {
    const age = ageOn(incident, day);
    if (age === null) continue;
    const told = { incident, age };
    if (age === 0) today.push(told);
    let placed = false;
    for (const p of scenes(incident)) {
      const drawn = drawnAs(p);
      if (drawn === "none") continue;
      const at = spot({ ...p, lat: p.lat!, lon: p.lon! }, drawn);
      if (!at.told.some((t) => t.incident === incident)) at.told.push(told);
      placed = true;
    }
    if (!placed && age === 0) unplaced.push(told);
  }
  for (const h of standing(holdings)) {
    const p = h.place;
    if (p.lat === null || p.lon === null || p.kind === "country") continue;
    spot({ ...p, lat: p.lat, lon: p.lon }, isArea(p) ? "area" : "point").holdings.push(h);
  }
  const sorted = [...spots.values()].sort((a, b) => b.lat - a.lat || a.lon - b.lon);
  for (const s of sorted) s.told.sort((a, b) => a.age - b.age);
  return { spots: sorted, unplaced, today };
}

/** The days around `day` that fade into it, for a legend. */
export const fadingFrom = (day: string): string => addDays(day, -FADE);
