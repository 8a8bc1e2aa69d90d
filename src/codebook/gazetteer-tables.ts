// Reads the tables that an analyst edits: places.tsv, countries.tsv, not-places.tsv, place-words.tsv. Every row that does
// not hold is named with file and line. What the rows are good for is decided elsewhere.
import * as z from "zod";
import type { PlaceKind } from "../model/index.ts";
import { Gathering } from "./faults.ts";
import { fileIn, type Where } from "./folders.ts";
import { textOf } from "./read-yaml.ts";
import { type Check, parseRows, unique } from "./rows.ts";

const placeKinds = [
  "country",
  "region",
  "province",
  "district",
  "city",
  "town",
  "village",
  "neighbourhood",
  "camp",
  "base",
  "airport",
  "port",
  "crossing",
  "hill",
  "road",
  "prison",
  "water",
  "site",
] as const satisfies readonly PlaceKind[];

const list = z.string().transform((s) => (s === "" ? [] : s.split("|").map((part) => part.trim())));
const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, "degrees")
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit));
const country = z.string().regex(/^[A-Z]{2}$/, "a country's two capital letters");

const placeRow = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens"),
  name: z.string().min(1),
  aliases: list,
  kind: z.enum(placeKinds),
  within: z.string(),
  country: country.or(z.literal("").transform(() => null)),
  lat: degrees(90),
  lon: degrees(180),
  population: z.string().regex(/^\d+$/, "whole people").transform(Number),
  /** GeoNames' code of the first administrative level, by which the world's towns are put in our provinces. */
  admin1: z.string(),
});
export type PlaceRow = z.infer<typeof placeRow>;

const countryRow = z.object({
  iso2: country,
  name: z.string().min(1),
  aliases: list,
  demonyms: list,
  capital: z.string(),
  lat: degrees(90),
  lon: degrees(180),
  /** 'yes' where names come over from Arabic script in many spellings and are matched by sound too. */
  sound: z.enum(["yes", ""]).transform((s) => s === "yes"),
});
export type CountryRow = z.infer<typeof countryRow>;

const notPlaceRow = z.object({ word: z.string().min(1), why: z.string().min(1) });

const wordUses = [
  "head", // 'Hama province': value is the kind
  "of", // 'the town of Khattab': value is the kind
  "area", // 'Hama countryside': widens to an area
  "outskirts", // 'outskirts of Homs': widens to near
  "direction", // 'northern', 'south-west'
  "organisation", // 'Free Idlib Army': what stands before is no place
  "title", // 'President', 'Sheikh': a person's name follows
  "doing", // verbs whose subject, when it is a country or capital, is a government
  "from",
  "to",
  "near",
  "at",
] as const;
export type WordUse = (typeof wordUses)[number];
const wordRow = z.object({ word: z.string().min(1), use: z.enum(wordUses), value: z.string() });

/** What a place lies within is a place of the table or a country's code in small letters. */
const containers =
  (countries: ReadonlySet<string>): Check<PlaceRow> =>
  (rows) => {
    const ids = new Set(rows.map(({ row }) => row.id));
    return rows
      .filter(({ row }) => row.within !== "" && !ids.has(row.within) && !countries.has(row.within))
      .map(({ row, line }) => ({ line, key: "within", says: `there is no place or country '${row.within}'` }));
  };

export interface PlaceTables {
  readonly places: readonly PlaceRow[];
  readonly countries: readonly CountryRow[];
  readonly notPlaces: ReadonlyMap<string, string>;
  /** use -> word -> value. */
  readonly words: ReadonlyMap<WordUse, ReadonlyMap<string, string>>;
  /** The texts as read, for the gazetteer's version. */
  readonly texts: readonly string[];
}

/** @throws CodebookFault naming file, line and column of every fault */
export function readPlaceTables(where: Where): PlaceTables {
  const reading = new Gathering();
  const texts = new Map<string, string>();
  const table = <S extends z.ZodObject>(name: string, row: S, ...checks: readonly Check<z.output<S>>[]) =>
    reading.of(() => {
      const file = fileIn(where, name);
      texts.set(name, textOf(file));
      return parseRows(texts.get(name)!, file, row, ...checks);
    });
  const countries = table("countries.tsv", countryRow, unique("iso2"));
  const isos = new Set(countries?.map((c) => c.iso2.toLowerCase()));
  const places = table("places.tsv", placeRow, unique("id"), ...(countries ? [containers(isos)] : []));
  const notPlaces = table("not-places.tsv", notPlaceRow);
  const uses = table("place-words.tsv", wordRow);
  reading.done();
  const words = new Map<WordUse, Map<string, string>>(wordUses.map((use) => [use, new Map()]));
  for (const { word, use, value } of uses!) words.get(use)?.set(word, value);
  return {
    places: places!,
    countries: countries!,
    notPlaces: new Map(notPlaces!.map((r) => [r.word, r.why])),
    words,
    // In the order that the gazetteer's version has always had.
    texts: ["places.tsv", "countries.tsv", "not-places.tsv", "place-words.tsv"].map((name) => texts.get(name)!),
  };
}
