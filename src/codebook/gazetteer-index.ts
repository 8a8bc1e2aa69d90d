// Puts our own places, the world's towns and a user's files into one index, in which one town is one place: where two
// layers name the same town (by sound or consonants, within 15 km), the earlier layer's place stands for both.
// Looking up is by key; which of several namesakes is meant is decided in resolve.
import type { Place, PlaceId } from "../model/index.ts";
import { placeId } from "../model/index.ts";
import type { AddedPlace } from "./gazetteer-geonames.ts";
import { plainKey, skeletonKey, soundKey } from "./gazetteer-names.ts";
import type { CountryRow, PlaceRow } from "./gazetteer-tables.ts";
import { kindOf, type Town } from "./gazetteer-world.ts";

export type Layer = "own" | "world" | "added";
/** A town of the world stays as it came until somebody asks for it: there are 135,000. */
type Row = Place | Town;
const isTown = (row: Row): row is Town => "cityId" in row;

const SAME_TOWN_KM = 15;
const settled = new Set(["city", "town", "village", "neighbourhood", "camp"]);
/** 'Hama province' is also met as 'Hama'; 'Sednaya prison' is not met as 'Sednaya'. */
const namedByHead = / (?:province|state|governorate|oblast|district|region|county)$/i;

/** Great-circle distance. */
export function kilometres(a: { lat: number | null; lon: number | null }, b: typeof a): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return Number.POSITIVE_INFINITY;
  const r = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

class Keys {
  readonly #rows = new Map<string, number | number[]>();
  add(key: string, row: number): void {
    if (key === "") return;
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, row);
    else if (typeof known === "number") {
      if (known !== row) this.#rows.set(key, [known, row]);
    } else if (!known.includes(row)) known.push(row);
  }
  at(key: string): readonly number[] {
    const known = this.#rows.get(key);
    return known === undefined ? [] : typeof known === "number" ? [known] : known;
  }
  has(key: string): boolean {
    return this.#rows.has(key);
  }
}

export interface Layers {
  readonly countries: readonly CountryRow[];
  readonly places: readonly PlaceRow[];
  readonly towns: readonly Town[];
  readonly added: readonly AddedPlace[];
}

export class PlaceIndex {
  readonly #rows: Row[] = [];
  readonly #layer = new Map<string, Layer>();
  readonly #byId = new Map<string, number>();
  readonly #plain = new Keys();
  readonly #sound = new Keys();
  readonly #skeleton = new Map<string, Keys>();
  readonly #provinces = new Map<string, Place>();
  readonly #soundCountries: ReadonlySet<string>;
  /** Length in words of the longest name of several, by its first word. */
  readonly #words = new Map<string, number>();
  readonly #firstTown: number;
  readonly #towns: readonly Town[];
  #townIds: Map<number, number> | null = null;
  readonly #townsOf = new Map<string, number[]>();

  constructor(layers: Layers) {
    this.#soundCountries = new Set(layers.countries.filter((c) => c.sound).map((c) => c.iso2));
    for (const c of layers.countries) this.#addOwn(countryPlace(c), "");
    const within = new Map(layers.places.map((p) => [p.id, p.within]));
    for (const p of layers.places) this.#addOwn({ ...p, id: placeId(p.id), within: chain(p.id, within) }, p.admin1);
    this.#firstTown = this.#rows.length;
    this.#towns = layers.towns;
    for (const town of layers.towns) this.#addTown(town);
    this.#mergeTowns();
    for (const a of layers.added) this.#addUsers(a);
  }

  get(id: string): Place | null {
    const n = this.#byId.get(id) ?? this.#townById(id);
    return n === undefined ? null : this.#place(n);
  }
  /** Towns' ids are seldom asked for, so their table is made when the first one is. */
  #townById(id: string): number | undefined {
    const given = /^gn-(\d+)$/.exec(id);
    if (!given) return undefined;
    this.#townIds ??= new Map(this.#towns.map((town, i) => [town.cityId, this.#firstTown + i]));
    return this.#townIds.get(Number(given[1]));
  }
  layer(place: Place): Layer {
    return this.#layer.get(place.id) ?? "world";
  }
  exact = (name: string): Place[] => this.#places(this.#plain.at(plainKey(name)));
  sounding = (name: string): Place[] => this.#places(this.#sound.at(soundKey(name)));
  /** Length of the longest name of several words that begins with this one; 0 when none does. */
  longestAfter = (first: string): number => this.#words.get(first) ?? 0;

  /** Places of one country whose names have these consonants. */
  skeleton(name: string, country: string): Place[] {
    const key = skeletonKey(name);
    if (key === "" || !this.#soundCountries.has(country)) return [];
    let keys = this.#skeleton.get(country);
    if (!keys) {
      keys = new Keys();
      for (const n of this.#rowsOf(country)) for (const own of this.#names(n)) keys.add(skeletonKey(own), n);
      this.#skeleton.set(country, keys);
    }
    return this.#places(keys.at(key));
  }

  #rowsOf(country: string): number[] {
    return [...this.#rows.keys()].filter((n) => this.#rows[n]?.country === country);
  }
  #names(n: number): string[] {
    const row = this.#rows[n] as Row;
    return isTown(row) ? [row.name] : [row.name, ...row.aliases];
  }
  #place(n: number): Place {
    const row = this.#rows[n] as Row;
    if (!isTown(row)) return row;
    const province = this.#provinces.get(`${row.country}.${row.adminCode}`);
    const country = row.country.toLowerCase();
    const place: Place = {
      id: placeId(`gn-${row.cityId}`),
      name: row.name,
      aliases: [],
      kind: kindOf("P", row.featureCode, row.population),
      within: [...(province ? [province.id, ...province.within] : this.#byId.has(country) ? [placeId(country)] : [])],
      country: row.country,
      lat: row.loc.coordinates[1],
      lon: row.loc.coordinates[0],
      population: row.population,
    };
    this.#rows[n] = place;
    return place;
  }
  #places(rows: readonly number[]): Place[] {
    return [...new Set(rows.map((n) => this.#place(n)))];
  }

  #key(name: string, n: number, country: string | null): void {
    const plain = plainKey(name);
    this.#plain.add(plain, n);
    const space = plain.indexOf(" ");
    if (space > 0) {
      const first = plain.slice(0, space);
      let count = 2;
      for (let at = plain.indexOf(" ", space + 1); at > 0; at = plain.indexOf(" ", at + 1)) count++;
      if ((this.#words.get(first) ?? 0) < count) this.#words.set(first, count);
    }
    if (country !== null && this.#soundCountries.has(country)) this.#sound.add(soundKey(name), n);
  }
  #addOwn(place: Place, admin1: string): void {
    const n = this.#rows.push(place) - 1;
    this.#byId.set(place.id, n);
    this.#layer.set(place.id, "own");
    for (const name of [place.name, ...place.aliases]) {
      this.#key(name, n, place.country);
      if (place.kind === "province" && namedByHead.test(name))
        this.#key(name.replace(namedByHead, ""), n, place.country);
    }
    if (admin1 !== "") this.#provinces.set(`${place.country}.${admin1}`, place);
  }
  #addTown(town: Town): void {
    const n = this.#rows.push(town) - 1;
    this.#key(town.name, n, town.country);
    if (this.#soundCountries.has(town.country)) {
      const of = this.#townsOf.get(town.country);
      if (of) of.push(n);
      else this.#townsOf.set(town.country, [n]);
    }
  }

  #mergeTowns(): void {
    for (let n = 0; n < this.#firstTown; n++) {
      const own = this.#rows[n] as Place;
      if (!settled.has(own.kind) || own.country === null) continue;
      const names = [own.name, ...own.aliases];
      const namesakes = new Set(
        names.flatMap((name) => [...this.#plain.at(plainKey(name)), ...this.#sound.at(soundKey(name))]),
      );
      const bones = new Set(names.map(skeletonKey).filter((key) => key !== ""));
      for (const m of this.#townsOf.get(own.country) ?? [])
        if (near(own, this.#rows[m] as Row) && bones.has(skeletonKey((this.#rows[m] as Row).name))) namesakes.add(m);
      for (const m of namesakes) {
        const row = this.#rows[m] as Row;
        if (!isTown(row) || row.country !== own.country || !near(own, row)) continue;
        // From here on the town's keys and id lead to our place.
        this.#rows[m] = own;
      }
    }
  }

  #addUsers({ place, admin1 }: AddedPlace): void {
    const province =
      this.#provinces.get(`${place.country}.${admin1}`) ??
      this.exactOrSounding(admin1).find((p) => p.kind === "province" && p.country === place.country);
    const country = (place.country ?? "").toLowerCase();
    const within = province ? [province.id, ...province.within] : this.#byId.has(country) ? [placeId(country)] : [];
    const names = [place.name, ...place.aliases];
    const known = this.#byId.get(place.id) ?? this.#townById(place.id);
    const same =
      known !== undefined
        ? this.#place(known)
        : names
            .flatMap((name) => this.exactOrSounding(name))
            .find((p) => p.country === place.country && sameSort(p, place) && kilometres(p, place) <= SAME_TOWN_KM);
    if (same && this.#layer.get(same.id) !== "added") {
      const n = this.#byId.get(same.id) ?? (this.#townById(same.id) as number);
      for (const name of names) this.#key(name, n, place.country);
      return;
    }
    const n = this.#rows.push({ ...place, within }) - 1;
    this.#byId.set(place.id, n);
    this.#layer.set(place.id, "added");
    for (const name of names) this.#key(name, n, place.country);
  }
  exactOrSounding(name: string): Place[] {
    return [...new Set([...this.exact(name), ...this.sounding(name)])];
  }
}

const sameSort = (a: Place, b: Place): boolean => a.kind === b.kind || (settled.has(a.kind) && settled.has(b.kind));
function near(a: Place, b: Row): boolean {
  const [lon, lat] = isTown(b) ? b.loc.coordinates : [b.lon, b.lat];
  // A degree of latitude is 111 km: most towns are ruled out without trigonometry.
  return a.lat !== null && lat !== null && Math.abs(a.lat - lat) < 0.2 && kilometres(a, { lat, lon }) <= SAME_TOWN_KM;
}
const countryPlace = (c: CountryRow): Place => ({
  id: placeId(c.iso2.toLowerCase()),
  name: c.name,
  aliases: c.aliases,
  kind: "country",
  within: [],
  country: c.iso2,
  lat: c.lat,
  lon: c.lon,
  population: 0,
});
/** Containers' ids, the nearest first. A circle, which the codebook's test forbids, ends where it closes. */
function chain(id: string, within: ReadonlyMap<string, string>): PlaceId[] {
  const found: PlaceId[] = [];
  for (let at = within.get(id); at && !found.includes(placeId(at)); at = within.get(at)) found.push(placeId(at));
  return found;
}
