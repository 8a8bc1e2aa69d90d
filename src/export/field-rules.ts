// The rules that ACLED's and UCDP's codebooks share in kind: how sure the day is, how sure the place is, what a vague
// number counts as, who stands for what. Each rule is its codebook's; where ours decides, the comment says so.
import type { Claim, Day, Incident, Measure } from "../model/index.ts";
import { addDays, daysBetween } from "../model/index.ts";
import { claimsOf, type KnownActor, type Told } from "./told.ts";

export type IncidentPlace = Incident["places"][number];

/** Equal for one place, however precisely it is told. */
export const spot = (place: IncidentPlace): string => place.id ?? `"${place.name.toLowerCase()}`;

const EXACTNESS: readonly IncidentPlace["precision"][] = ["exact", "near", "area", "region", "country"];
const exactness = (place: IncidentPlace): number => EXACTNESS.indexOf(place.precision);

const isVague = (p: IncidentPlace): boolean => p.kind === "region" || p.kind === "country" || p.precision === "region";

/**
 * Each place once, at its most precise. What contains another ('in Nawa, in Daraa province'), or is a part of the country
 * told beside a town of it ('in Palmyra, in eastern Syria'), is no second scene.
 */
function distinct(places: readonly IncidentPlace[]): readonly IncidentPlace[] {
  const once = places.filter(
    (p, i) => !places.some((o, j) => spot(o) === spot(p) && j !== i && (exactness(o) - exactness(p) || j - i) < 0),
  );
  const wider = (p: IncidentPlace, o: IncidentPlace): boolean =>
    (p.id !== null && o.within_ids.includes(p.id)) ||
    (isVague(p) && !isVague(o) && countryCode(p) !== null && countryCode(p) === countryCode(o));
  return once.filter((p) => !once.some((o) => o !== p && wider(p, o)));
}

/** Where it happened, as opposed to where it came from or led to; the first of all places where none is marked so. */
export const scenes = (incident: Incident): readonly IncidentPlace[] => {
  const at = incident.places.filter((p) => p.role === "at" || p.role === "near");
  const to = incident.places.filter((p) => p.role === "to");
  return distinct(at.length > 0 ? at : to.length > 0 ? to : incident.places.slice(0, 1));
};

/**
 * Administrative levels, the highest first. Regions that cut across or gather provinces (the Donbas, the Sahel) are none,
 * nor is the city that a quarter lies in; some countries call their provinces regions.
 */
export function levels(place: IncidentPlace, kindOf: Told["placeKind"]): readonly string[] {
  const administers = (kind: string | null, name: string): boolean =>
    kind === null || kind === "province" || kind === "district" || (kind === "region" && /\bregion$/i.test(name));
  const containers = place.within
    .map((name, i) => {
      const id = place.within_ids[i];
      return { name, id, kind: id === undefined ? null : kindOf(id) };
    })
    .filter((c, i) => i < place.within.length - 1 && administers(c.kind, c.name))
    .map((c) => c.name)
    .reverse();
  return place.kind !== null && administers(place.kind, place.name) ? [...containers, place.name] : containers;
}

export const middle = (start: Day, end: Day): Day => addDays(start, Math.floor(daysBetween(start, end) / 2));

/** The days on which accounts that name a single day put it, inside the incident's time; else none. */
function activeDays(incident: Incident, told: Told): readonly Day[] {
  const { start, end } = incident.time!;
  const days = claimsOf(incident, told)
    .filter((c) => c.stance === "asserted" && c.time && c.time.start === c.time.end)
    .map((c) => c.time!.start)
    .filter((d) => d >= start && d <= end);
  return [...new Set(days)].sort();
}

/**
 * ACLED's days: each day that an account names is an event of its own (precision 1); else one, at the middle of a week
 * (2) or of a month (3). Wider than a month is not included.
 */
export function acledDays(
  incident: Incident,
  told: Told,
): readonly { readonly day: Day; readonly precision: 1 | 2 | 3 }[] {
  if (!incident.time) return [];
  const { start, end } = incident.time;
  if (start === end) return [{ day: start, precision: 1 }];
  const named = activeDays(incident, told);
  if (named.length > 0) return named.map((day) => ({ day, precision: 1 }));
  const days = daysBetween(start, end) + 1;
  if (days > 31) return [];
  return [{ day: middle(start, end), precision: days <= 10 ? 2 : 3 }];
}

/** ACLED: 1 a town, 2 near one or a small area, 3 a larger region; null for a country, which it does not code. */
export function geoPrecision(place: IncidentPlace): 1 | 2 | 3 | null {
  if (place.kind === "country" || place.precision === "country") return null;
  if (place.kind === "province" || place.kind === "region" || place.precision === "region") return 3;
  if (place.kind === "district" || place.precision !== "exact") return 2;
  return 1;
}

/** UCDP: 1 exact, 2 within 25 km, 3 district, 4 province, 5 a part wider than a province, 6 country, 7 at sea. */
export function wherePrecision(place: IncidentPlace): number {
  if (place.kind === "country" || place.precision === "country") return 6;
  if (place.kind === "water") return 7;
  if (place.kind === "province") return 4;
  if (place.kind === "region" || place.precision === "region") return 5;
  if (place.kind === "district") return 3;
  return place.precision === "exact" ? 1 : 2;
}

/** UCDP: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 a year; null beyond. */
export function datePrecision(start: Day, end: Day): number | null {
  const days = daysBetween(start, end) + 1;
  if (days === 1) return 1;
  if (days <= 6) return 2;
  if (days === 7) return 3;
  if (days <= 31) return 4;
  return days <= 366 ? 5 : null;
}

// ACLED's numbers for words that are none: several 3, dozens 12, hundreds 100. 'Hundreds of' is read, '200' is not.
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/\bhundreds\b/i, 100],
  [/\b(dozens|scores)\b/i, 12],
  [/\b(several|many|few|some|a number of)\b/i, 3],
];
const worth = (text: string, min: number): number =>
  /\d/.test(text) ? min : (VAGUE.find(([words]) => words.test(text))?.[1] ?? min);

/** Groups that cannot be part of one another; a whole ('people') stands alone. */
const DISJOINT = ["civilians", "soldiers", "police", "militants", "combatants"];

/** ACLED's single figure beside the ranges of another rule: the lowest that any account tells, and by which rule. */
export const fatalities = (incident: Incident, told: Told): { fatalities: number; fatalities_rule: string } | null =>
  incident.figures.some((f) => f.measure === "killed")
    ? { fatalities: toll(incident, told, "killed").low, fatalities_rule: "acled: the lowest figure told" }
    : null;

export interface Toll {
  readonly low: number;
  readonly best: number;
  readonly high: number;
  readonly civilians: number;
}

/** The range of one measure over the accounts: of the whole where one is told, else of the groups that do not overlap. */
export function toll(incident: Incident, told: Told, measure: Measure): Toll {
  const ranges = incident.figures.filter((f) => f.measure === measure);
  const whole = ranges.filter((f) => f.group === "people" || f.group === "unknown");
  const parts = ranges.filter((f) => DISJOINT.includes(f.group));
  const counted = whole.length > 0 ? whole.slice(0, 1) : parts.length > 0 ? parts : ranges.slice(0, 1);
  const low = counted.reduce((sum, range) => {
    const figures = range.claims
      .map((id) => told.claims.get(id))
      .flatMap((c) => (c && c.stance !== "denied" ? c.figures : []))
      .filter((f) => f.measure === measure && f.group === range.group && f.of === null)
      .map((f) => worth(f.text, f.min));
    return sum + (figures.length > 0 ? Math.min(...figures) : range.low);
  }, 0);
  const add = (of: (r: (typeof counted)[number]) => number): number => counted.reduce((sum, r) => sum + of(r), 0);
  const high = Math.max(
    low,
    add((r) => r.high ?? r.best ?? r.low),
  );
  const best = Math.min(
    high,
    Math.max(
      low,
      add((r) => r.best ?? r.low),
    ),
  );
  const civilians = Math.min(
    best,
    ranges.find((f) => f.group === "civilians")?.best ?? ranges.find((f) => f.group === "civilians")?.low ?? 0,
  );
  return { low, best, high, civilians };
}

/** `total` over n rows: evenly, the remainder to the first, as ACLED splits totals over days and places. */
export const share = (total: number, n: number, index: number): number =>
  Math.floor(total / n) + (index === 0 ? total % n : 0);

// The kinds of codebook/actors.tsv. Persons, outlets and other kinds are no armed actors and get no code.
const STATE = ["state", "army", "police", "government", "ministry", "agency-intel"];
const JOINT = ["coalition", "alliance", "un"];

/**
 * ACLED's actor codes; a state's forces and a militia are 'external' (8) outside their own country. Null where neither
 * the registry nor the name says what an actor is.
 */
export function inter(
  name: string,
  actor: Pick<KnownActor, "kind" | "country"> | null,
  home: string | null,
): number | null {
  if (/\b(civilians?|residents|villagers|journalists?|medics?|children|displaced)\b/i.test(name)) return 7;
  if (/\b(protesters?|demonstrators?)\b/i.test(name)) return 6;
  if (/\b(rioters?|looters?|mob)\b/i.test(name)) return 5;
  if (!actor) return null;
  const abroad = actor.country !== null && home !== null && actor.country !== home;
  if (JOINT.includes(actor.kind)) return 8;
  if (STATE.includes(actor.kind)) return abroad ? 8 : 1;
  if (actor.kind === "militia") return abroad ? 8 : 3;
  return actor.kind === "rebel" ? 2 : null;
}

/** ISO alpha-2 of the country that contains the place: the gazetteer's ids of countries are their codes. */
export const countryCode = (place: IncidentPlace | undefined): string | null => {
  const id = place?.kind === "country" ? place.id : place?.within_ids.at(-1);
  return id && /^[a-z]{2}$/i.test(id) ? id.toUpperCase() : null;
};

export const coordinate = (degrees: number | null): number | null =>
  degrees === null ? null : Math.round(degrees * 1e4) / 1e4;

/** Who is named as having said so: the heads of the chains, each once; the outlets' own voice gives none. */
export const speakers = (claims: readonly Claim[]): readonly string[] => [
  ...new Set(claims.map((c) => c.sources[0]?.name).filter((n) => n !== undefined)),
];
