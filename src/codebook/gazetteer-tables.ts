// Reads the tables that an analyst edits: places.tsv, countries.tsv, not-places.tsv, place-words.tsv. A row that does
// not hold is a UserError naming file and line. What the rows are good for is decided elsewhere.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { PlaceKind } from "../model/index.ts";
import { UserError } from "../model/index.ts";

export const placeKinds = [
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

export const wordUses = [
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

/** Rows of a tab-separated text with a header, checked one by one. Lines that are empty or begin with # are skipped. */
export function readTable<T>(text: string, file: string, row: z.ZodType<T>): T[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const header = (lines[0] ?? "").split("\t");
  const rows: T[] = [];
  for (let n = 1; n < lines.length; n++) {
    const line = lines[n] ?? "";
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    const parsed = row.safeParse(Object.fromEntries(header.map((column, i) => [column, (cells[i] ?? "").trim()])));
    if (parsed.success) rows.push(parsed.data);
    else {
      const issue = parsed.error.issues[0];
      throw new UserError(`${file}, line ${n + 1}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a row"}`, {
        hint: `The columns are: ${header.join(", ")}.`,
        exit: 2,
      });
    }
  }
  return rows;
}

export interface PlaceTables {
  readonly places: readonly PlaceRow[];
  readonly countries: readonly CountryRow[];
  readonly notPlaces: ReadonlyMap<string, string>;
  /** use -> word -> value. */
  readonly words: ReadonlyMap<WordUse, ReadonlyMap<string, string>>;
  /** The texts as read, for the gazetteer's version. */
  readonly texts: readonly string[];
}

/** @param directory the codebook's folder. @throws UserError naming the file and line that does not hold. */
export function readPlaceTables(directory: string): PlaceTables {
  const texts: string[] = [];
  const table = <T>(file: string, row: z.ZodType<T>): T[] => {
    const path = join(directory, file);
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      throw new UserError(`${path} cannot be read`, { hint: "The codebook's folder must hold it.", exit: 2 });
    }
    texts.push(text);
    return readTable(text, file, row);
  };
  const words = new Map<WordUse, Map<string, string>>(wordUses.map((use) => [use, new Map()]));
  const places = table("places.tsv", placeRow);
  const countries = table("countries.tsv", countryRow);
  const notPlaces = new Map(table("not-places.tsv", notPlaceRow).map((r) => [r.word, r.why]));
  for (const { word, use, value } of table("place-words.tsv", wordRow)) words.get(use)?.set(word, value);
  return { places, countries, notPlaces, words, texts };
}
