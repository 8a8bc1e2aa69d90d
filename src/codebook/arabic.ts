// Words of short reports in Arabic (arabic.yaml), made into the form that they are looked up in: without marks, article and the
// variants of alif, so that 'الأطفال' and 'أطفال' are one word. How a sentence is read is in src/extract/arabic/.
import { z } from "zod";
import type { Group, Measure, PlaceKind } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";

const words = z.array(z.string().min(1));
const numbers = z.record(z.string(), z.number().int());
const people = z.strictObject({ one: words, two: words, many: words });
const schema = z.strictObject({
  attacks: z.record(z.string(), words),
  striking: words,
  measures: z.strictObject({ killed: words, injured: words }),
  deaths: words,
  counted: numbers,
  people: z.record(z.enum(["children", "women", "civilians", "people", "combatants", "soldiers"]), people),
  numbers,
  ends: words,
  actors: z.record(z.string(), words),
  sources: words,
  owned: words,
  kinds: z.record(z.string(), z.enum(["village", "town", "city", "camp", "neighbourhood", "province", "crossing"])),
  areas: words,
  near: words,
  leads: words,
  months: numbers,
  days: numbers,
  places: z.record(z.string(), words),
});

/** Phrases by their words, the longest first. */
export type Lookup<T> = readonly { readonly words: readonly string[]; readonly value: T }[];
export interface ArabicWords {
  readonly attacks: readonly { readonly event: string; readonly words: Lookup<true> }[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly counted: ReadonlyMap<string, number>;
  /** How many a word for people means by itself; null for a plural. */
  readonly people: ReadonlyMap<string, { readonly group: Group; readonly count: number | null }>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly actors: Lookup<string>;
  readonly places: Lookup<string>;
  readonly months: Lookup<number>;
  readonly kinds: ReadonlyMap<string, PlaceKind>;
  readonly days: ReadonlyMap<string, number>;
  readonly sets: Readonly<
    Record<"striking" | "deaths" | "ends" | "sources" | "owned" | "areas" | "near" | "leads", ReadonlySet<string>>
  >;
}

/** A word as arabic.yaml has it, its article and particles left on. */
export const plainArabic = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200c-\u200f*._\s]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىئی]/g, "ي")
    .replace(/ؤ/g, "و")
    .replace(/ة/g, "ه")
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .toLowerCase();

const made = (list: readonly string[]): string[] => list.map(plainArabic);
function lookup<T>(record: Readonly<Record<string, readonly string[]>>, value: (key: string) => T): Lookup<T> {
  return Object.entries(record)
    .flatMap(([key, list]) => list.map((phrase) => ({ words: made(phrase.split(" ")), value: value(key) })))
    .sort((a, b) => b.words.length - a.words.length);
}
const plain = <T>(record: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(record).map(([word, value]) => [plainArabic(word), value]));

/** @throws CodebookFault naming file, line and key of every fault */
export function loadArabic(where: Where, known: (actor: string) => boolean): ArabicWords {
  const checked = schema.superRefine(({ actors }, context) => {
    for (const id of Object.keys(actors))
      if (!known(id)) context.addIssue({ code: "custom", path: ["actors", id], message: `there is no actor '${id}'` });
  });
  const read = readYaml(where, "arabic.yaml", checked);
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(made(list));
  const counts = { one: 1, two: 2, many: null } as const;
  return {
    attacks: Object.entries(read.attacks).map(([event, list]) => ({
      event,
      words: lookup({ [event]: list }, () => true as const),
    })),
    measures: new Map(
      (["killed", "injured"] as const).flatMap((m) => made(read.measures[m]).map((word) => [word, m] as const)),
    ),
    counted: plain(read.counted),
    people: new Map(
      Object.entries(read.people).flatMap(([group, forms]) =>
        (["many", "two", "one"] as const).flatMap((form) =>
          made(forms[form]).map((word) => [word, { group: group as Group, count: counts[form] }] as const),
        ),
      ),
    ),
    numbers: plain(read.numbers),
    actors: lookup(read.actors, (id) => id),
    places: lookup(read.places, (id) => id),
    months: lookup(
      Object.fromEntries(Object.entries(read.months).map(([name, month]) => [`${month} ${name}`, [name]])),
      (key) => Number(key.split(" ")[0]),
    ),
    kinds: plain(read.kinds),
    days: plain(read.days),
    sets: {
      striking: set(read.striking),
      deaths: set(read.deaths),
      ends: set(read.ends),
      sources: set(read.sources),
      owned: set(read.owned),
      areas: set(read.areas),
      near: set(read.near),
      leads: set(read.leads),
    },
  };
}
