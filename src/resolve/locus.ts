// Where a claim says that it happened, as far as comparing goes: the place that counts, how wide it is, what contains
// it, and the bearings its words give. Names no place anew and moves none.

import { soundKey } from "../codebook/gazetteer-names.ts";
import type { Family } from "../codebook/judgement.ts";
import type { Claim, ClaimPlace } from "../model/index.ts";
import { fold } from "./names.ts";

/** 0 a site or quarter, 1 a town, 2 the area of a town, 3 a district, 4 a province, 5 a region, 6 a country, 7 unknown. */
export type Width = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const TOWN: Width = 1;
export const COUNTRY: Width = 6;

export interface Locus {
  readonly width: Width;
  /** Id or folded name, with '~' for the area around it; null where no place is known. */
  readonly key: string | null;
  readonly within: ReadonlySet<string>;
  /** Keys of every place where it happened, when a claim names several. */
  readonly all: ReadonlySet<string>;
  readonly place: ClaimPlace | null;
  /** The place's folded name, with '~' as in the key. */
  readonly name: string | null;
  /** Districts and provinces told beside a place that no gazetteer has. */
  readonly beside: ReadonlySet<string>;
}

const WIDTHS: Readonly<Record<string, Width>> = {
  country: 6,
  region: 5,
  province: 4,
  district: 3,
  city: 1,
  town: 1,
  village: 1,
  camp: 1,
};

export function widthOf(place: ClaimPlace): Width {
  if (place.precision === "country") return 6;
  if (place.kind === null) return place.precision === "region" ? 5 : 1;
  const own = WIDTHS[place.kind] ?? 0;
  // A part of a country is a region; a province stays one, however the words narrow it.
  if (place.precision === "region") return own === 6 ? 5 : (Math.max(own, 4) as Width);
  return place.precision === "area" && own < 2 ? 2 : own;
}

const nameKey = (place: ClaimPlace): string => placeKey({ ...place, id: null });
export const placeKey = (place: ClaimPlace): string => {
  const key = place.id ?? `"${soundKey(place.name)}`;
  // Part of a country ('north-west Syria') is not all of it, and the area of a town is not the town.
  const part = place.precision === "area" || (place.precision === "region" && place.kind === "country");
  return part ? `${key}~` : key;
};

/** The first of the family's roles that the claim gives, the narrowest such place first. */
export function locusOf(claim: Claim, family: Pick<Family, "roles">): Locus {
  const narrowest = (role: ClaimPlace["role"]): number =>
    Math.min(...claim.places.filter((p) => p.role === role).map(widthOf));
  // 'Near Nawa, in Daraa province' is told of Nawa.
  const near = narrowest("near") <= 2 && narrowest("at") >= 3;
  for (const role of near ? (["near", ...family.roles] as const) : family.roles) {
    const here = claim.places.filter((p) => p.role === role);
    if (here.length === 0) continue;
    // A container told beside the place ('in Nawa, in Daraa province') is no second place.
    const own = here.filter((p) => !here.some((q) => q !== p && p.id !== null && q.within_ids.includes(p.id)));
    const places = own.length > 0 ? own : here;
    const least = Math.min(...places.map(widthOf));
    const narrow = places.filter((p) => widthOf(p) === least);
    // 'The Idlib town of Kafr Nabl' is Kafr Nabl, even where Idlib was read as the city.
    const place = narrow.find((p) => !narrow.some((q) => q !== p && inNameOf(p, q))) ?? narrow[0]!;
    const within = new Set<string>(place.within_ids);
    if (place.id !== null && placeKey(place) !== place.id) within.add(place.id);
    // A town that no gazetteer has lies in what is told beside it.
    const beside = place.id === null ? claim.places.filter((p) => p.id !== null && [3, 4].includes(widthOf(p))) : [];
    for (const p of beside) for (const id of [p.id!, ...p.within_ids]) within.add(id);
    return {
      width: widthOf(place),
      key: placeKey(place),
      within,
      all: new Set(places.map(placeKey)),
      place,
      name: nameKey(place),
      beside: new Set(beside.map((p) => p.id!)),
    };
  }
  return { width: 7, key: null, within: new Set(), all: new Set(), place: null, name: null, beside: new Set() };
}

const inNameOf = (p: ClaimPlace, q: ClaimPlace): boolean =>
  q.within.some((name) => fold(name).split(" ")[0] === fold(p.name).split(" ")[0]);

export type Nearness = "same" | "within" | "same_wide" | "unknown" | "apart" | "namesake";

/** How two loci stand to each other. */
export function nearness(a: Locus, b: Locus, several = 3): Nearness {
  if (a.key === null || b.key === null) return "unknown";
  const same = sameSet(a, b);
  // An account of many places sums up: it is of no single one of them.
  if (!same && Math.max(a.all.size, b.all.size) >= several) return "apart";
  // Two villages of one name, in two provinces.
  if (a.key === b.key && a.beside.size > 0 && b.beside.size > 0 && ![...a.beside].some((id) => b.beside.has(id)))
    return "namesake";
  if (a.key === b.key || same || sameName(a, b)) return a.width >= 5 ? "same_wide" : "same";
  if (a.within.has(b.key) || b.within.has(a.key)) return "within";
  // The area around a town holds what lies in the town's own container, but nothing says which: told apart.
  return "apart";
}

/** A name that one account's context could not resolve, and another's could. */
const sameName = (a: Locus, b: Locus): boolean =>
  a.name !== null && a.name === b.name && (a.place?.id === null) !== (b.place?.id === null);

/** Several places told in one breath are one place for another account that names most of them. */
function sameSet(a: Locus, b: Locus): boolean {
  if (a.all.size < 2 || b.all.size < 2) return false;
  let shared = 0;
  for (const key of a.all) if (b.all.has(key)) shared += 1;
  return shared * 2 >= a.all.size + b.all.size - shared;
}

/** 'north-west' for 'north-western Syria'; null where the words give no bearing. */
export function bearingOf(
  place: Pick<ClaimPlace, "name" | "text">,
  bearings: Readonly<Record<string, readonly string[]>>,
): string | null {
  const text = ` ${fold(`${place.text} ${place.name}`)} `;
  for (const [bearing, words] of Object.entries(bearings))
    if (words.some((w) => text.includes(` ${fold(w)} `))) return bearing;
  return null;
}
