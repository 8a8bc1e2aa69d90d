// The gazetteer: what places there are and by which names they are met. It answers with every place of a name; which
// one a text means is decided in resolve/toponyms. Read once, then only asked.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Place, Token } from "../model/index.ts";
import { sha256, UserError } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { finder } from "./gazetteer-find.ts";
import { type AddedPlace, parseGeoNames, type Refusal } from "./gazetteer-geonames.ts";
import { type Layer, PlaceIndex } from "./gazetteer-index.ts";
import { type NameRank, plainKey, SISTERS, skeletonKey, soundKey } from "./gazetteer-names.ts";
import { type PlaceTables, readPlaceTables, type WordUse } from "./gazetteer-tables.ts";
import { worldTowns, worldTownsVersion } from "./gazetteer-world.ts";

export { parseGeoNames, type Refusal } from "./gazetteer-geonames.ts";
export { kilometres } from "./gazetteer-index.ts";

export interface Gazetteer {
  /** Changes when any of its tables, the world's towns or a user's file does. */
  readonly version: string;
  readonly refusals: readonly Refusal[];
  get(id: string): Place | null;
  /** Every place of this name, best known first: as written, then by sound; by consonants only when nothing else. */
  find(name: string): readonly Place[];
  /** Places of one country (ISO alpha-2) whose name is all but this one, for names that are met in no better way. */
  similar(name: string, country: string): readonly Place[];
  /** The longest name that begins at a token, in tokens; null when none does. Names are capitalised. */
  longest(tokens: readonly Token[], from: number): { length: number; places: readonly Place[] } | null;
  country(iso: string): Place | null;
  capital(iso: string): Place | null;
  /** ISO code of the country that 'Syrian' or 'Syrians' is of. */
  demonym(word: string): string | null;
  layer(place: Place): Layer;
  /** How a name is this place's name. */
  rank(name: string, place: Place): NameRank | null;
  /** Why a word that is also some town's name is read as no place ('month', 'word', 'person'); null when it is not. */
  notPlace(word: string): string | null;
  words(use: WordUse): ReadonlyMap<string, string>;
  /** Names and aliases of our own and added places, and the names of the world's towns of so many people. */
  names(leastPeople: number): Iterable<string>;
}

const layerOrder: Readonly<Record<Layer, number>> = { own: 0, added: 1, world: 2 };
/** A quarter of a town is thought of after the towns of its name. */
const isQuarter = (place: Place): boolean => place.kind === "neighbourhood";
const LONGEST_NAME = 7;
/** 'al Bab', 'as-Suwayda', but not 'as Suwayda said', 'at Raqqa': the English words need the hyphen. */
function isArticle(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from] as Token;
  if (!lowerLead.test(first.text)) return false;
  const next = tokens[from + 1];
  const hyphened =
    /^\p{L}+[-‐‑]/u.test(first.text) ||
    (next !== undefined && next.span[0] - first.span[1] === 1 && joinedByHyphen(next));
  return hyphened || !/^(?:as|at|an|ad|il|en)$/.test(first.text);
}
/** Tokens that were split at a hyphen say so (extract/places-pieces); whole tokens keep it in their text. */
const joinedByHyphen = (token: Token): boolean => "hyphen" in token && token.hyphen === true;

const lowerLead = /^(?:al|el|il|ul|a[dnrstz]|e[dnrstz]|ash|esh|ath|aj)(?=[-\s'’]|$)/i;

/** The words of tokens as they stand in the text: what touches stays joined. */
export function spelled(tokens: readonly Token[], from: number, length: number): string {
  let text = "";
  for (let i = from; i < from + length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    text += (i > from && before && token.span[0] > before.span[1] ? " " : "") + token.text;
  }
  return text;
}

/**
 * @param options.directory the codebook's folders, or its `tables` as read; `extra` are files in GeoNames' columns, read
 * after everything else.
 * @throws UserError when a table does not hold or an extra file cannot be read.
 */
export function loadGazetteer(options: {
  directory: Where;
  tables?: PlaceTables;
  extra?: readonly string[];
}): Gazetteer {
  const tables = options.tables ?? readPlaceTables(options.directory);
  const refusals: Refusal[] = [];
  const added: AddedPlace[] = [];
  const texts = [...tables.texts, worldTownsVersion()];
  for (const path of options.extra ?? []) {
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      throw new UserError(`${path} cannot be read`, { hint: "A gazetteer file has GeoNames' 19 columns.", exit: 1 });
    }
    texts.push(text);
    const parsed = parseGeoNames(text, basename(path));
    added.push(...parsed.places);
    refusals.push(...parsed.refusals);
  }
  const index = new PlaceIndex({ countries: tables.countries, places: tables.places, towns: worldTowns(), added });
  const demonyms = new Map<string, string>();
  for (const c of tables.countries)
    for (const d of c.demonyms) for (const form of [d, `${d}s`]) demonyms.set(plainKey(form), c.iso2);
  const words = (use: WordUse): ReadonlyMap<string, string> => tables.words.get(use) ?? new Map();

  const better = (a: Place, b: Place): number =>
    Number(isQuarter(a)) - Number(isQuarter(b)) ||
    layerOrder[index.layer(a)] - layerOrder[index.layer(b)] ||
    Number(b.kind === "country") - Number(a.kind === "country") ||
    Number(b.kind === "city") - Number(a.kind === "city") ||
    b.population - a.population ||
    (a.id < b.id ? -1 : 1);
  const transliterated = tables.countries.filter((c) => c.sound).map((c) => c.iso2);
  const { named, similar, find } = finder(index, better, words, transliterated);
  const written = (name: string): readonly Place[] => index.exact(name).sort(better);
  /** 'east London' is no East London: a name begun in small letters must be one of ours. */
  const ours = (name: string): readonly Place[] => written(name).filter((p) => index.layer(p) === "own");

  return {
    version: `places@${sha256(texts.join("\u0000")).slice(0, 12)}`,
    refusals,
    get: (id) => index.get(id),
    find,
    similar,
    longest(tokens, from) {
      const first = tokens[from];
      if (!first || !/^\p{L}|^\p{N}/u.test(first.text)) return null;
      const capital = /^\p{Lu}/u.test(first.text);
      const article = isArticle(tokens, from);
      const words1 = plainKey(first.text).split(" ");
      const known = index.longestAfter(words1[0] ?? "");
      const english = first.plain === "the" || lowerLead.test(first.text);
      if (!capital && !article && (known < 2 || english)) return null;
      /** No name of several words begins with this one. */
      const alone = known < 2 && first.span[1] !== tokens[from + 1]?.span[0];
      const most = Math.min(LONGEST_NAME, tokens.length - from, Math.max(known + 3, 5));
      for (let length = most; length > 0; length--) {
        const last = tokens[from + length - 1] as Token;
        // By sound only between capitals: 'Madaya a', 'as Daraya' are no names.
        const loose = length === 1 || /^[\p{Lu}\p{N}]/u.test(last.text);
        if ((!loose && alone) || !/[\p{L}\p{N}]/u.test(last.text)) continue;
        const raw = spelled(tokens, from, length).replace(/['’]s?$/u, "");
        if (/[,;:!?"“”()[\]]/.test(raw) || !/\p{Lu}/u.test(raw)) continue;
        // A name in small letters is an article or a direction before a capital, never the whole.
        if (!capital && !/[\s-]['’‘]?\p{Lu}/u.test(raw)) continue;
        if (lowerLead.test(last.text) && plainKey(last.text).length < 4) continue;
        const places = !capital && !article ? ours(raw) : loose ? named(raw) : written(raw);
        if (places.length) return { length, places };
      }
      return null;
    },
    country: (iso) => index.get(iso.toLowerCase()),
    capital(iso) {
      const row = tables.countries.find((c) => c.iso2 === iso.toUpperCase());
      if (!row || row.capital === "") return null;
      const places = named(row.capital).filter((p) => p.country === row.iso2 && p.kind === "city");
      return places.sort((a, b) => b.population - a.population)[0] ?? null;
    },
    demonym: (word) => demonyms.get(plainKey(word)) ?? null,
    layer: (place) => index.layer(place),
    rank(name, place) {
      const names = [place.name, ...place.aliases];
      const plain = plainKey(name);
      if (names.some((n) => plainKey(n) === plain) || index.exact(name).includes(place)) return "exact";
      const sound = soundKey(name);
      if (names.some((n) => soundKey(n) === sound) || index.sounding(name).includes(place)) return "sound";
      if (SISTERS.some((which) => index.sounding(`${name} ${which}`).includes(place))) return "skeleton";
      const bones = skeletonKey(name);
      return bones !== "" && names.some((n) => skeletonKey(n) === bones) ? "skeleton" : null;
    },
    notPlace: (word) => tables.notPlaces.get(plainKey(word)) ?? null,
    words,
    *names(leastPeople) {
      for (const { name, aliases } of [...tables.countries, ...tables.places, ...added.map((a) => a.place)])
        yield* [name, ...aliases];
      for (const { name, population } of worldTowns()) if (population >= leastPeople) yield name;
    },
  };
}
