// Near-duplicate documents: wire copies, cut or lightly edited. Every document is a set of word shingles; a MinHash finds
// the pairs worth comparing, and only the shingles themselves decide. Does not say who the ultimate origin is.
import type { JudgementRules } from "../codebook/judgement.ts";
import { type Day, type Document, type DocumentId, day, daysBetween } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { keyNumber } from "./keys.ts";
import { byKeys, fold } from "./names.ts";
import { type Fold, type Placed, placeAll, type Row } from "./replay.ts";

type CopyRules = JudgementRules["copies"];

const ROWS = 2;
const BANDS = 24;
/** Documents of one bucket beyond this many are compared with its first ones only: templates, not copies. */
const CROWD = 40;
const CODED = new Set(["title", "heading", "body", "caption", "post"]);

/** The words of the article itself, without menus and credits. */
function articleWords(document: Document): string[] {
  const parts = document.parts.filter((p) => CODED.has(p.kind));
  const text =
    parts.length === 0 ? document.text : parts.map((p) => document.text.slice(p.span[0], p.span[1])).join("\n");
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
const mixed = (h: number, seed: number): number => {
  let x = Math.imul(h ^ seed, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  return (x ^ (x >>> 13)) >>> 0;
};
const SEEDS = Array.from({ length: ROWS * BANDS }, (_, i) => hashOf(`seed ${i}`));

interface Keys {
  readonly homes: readonly number[];
  readonly haunts: readonly number[];
}

export interface Sheet extends Row {
  readonly id: DocumentId;
  readonly published: Day | null;
  /** As exactly as it is known. */
  readonly instant: string | null;
  /** Put out by a body of the registry: an agency, a monitor, an army. */
  readonly registered: boolean;
  readonly credits: number;
  /** Counted when a likeness is first asked for: of most documents nobody asks. */
  readonly words: () => Words;
}
interface Words {
  readonly whole: number;
  readonly count: number;
  readonly shingles: ReadonlySet<number>;
}

function wordsIn(document: Document, size: number): Words {
  const words = articleWords(document);
  const shingles = new Set<number>();
  for (let i = 0; i + size <= words.length; i++) shingles.add(hashOf(words.slice(i, i + size).join(" ")));
  return { whole: hashOf(words.join(" ")), count: words.length, shingles };
}

function buckets(shingles: ReadonlySet<number>): string[] {
  const least = new Array<number>(SEEDS.length).fill(0xffffffff);
  for (const s of shingles)
    for (let i = 0; i < SEEDS.length; i++) {
      const h = mixed(s, SEEDS[i]!);
      if (h < least[i]!) least[i] = h;
    }
  const keys: string[] = [];
  for (let b = 0; b < BANDS; b++) keys.push(`${b}:${least.slice(b * ROWS, b * ROWS + ROWS).join(".")}`);
  return keys;
}

function keysOf(document: Document, { whole, count, shingles }: Words, rules: CopyRules): Keys {
  const enough = shingles.size >= rules.least;
  const keys = count < rules.shingle + 2 ? [] : [`=${whole}`, ...(enough ? buckets(shingles) : [])];
  const published = day(document.published);
  const period = published === null ? null : Math.floor(daysBetween("1970-01-01" as Day, published) / rules.days);
  const at = (key: string, when: number | string): number => keyNumber(`copy ${key} ${when}`);
  return {
    homes: keys.flatMap((k) => [at(k, "ever"), ...(period === null ? [] : [at(k, period)])]),
    // An undated document comes last, and may copy anything.
    haunts: keys.flatMap((k) => (period === null ? [at(k, "ever")] : [at(k, period), at(k, period - 1)])),
  };
}

/** A value made when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** A document with the keys that its copies find it under: by the time of publication, for copies follow soon. */
export function sheetOf(document: Document, rules: CopyRules, actors: Actors): Sheet {
  const words = once(() => wordsIn(document, rules.shingle));
  const keys = once(() => keysOf(document, words(), rules));
  return {
    id: document.id,
    published: day(document.published),
    instant: document.published,
    registered: document.outlet !== null && actors.idOf(document.outlet) !== null,
    credits: document.credits.length,
    words,
    homes: () => keys().homes,
    haunts: () => keys().haunts,
  };
}

function alike(a: Sheet, b: Sheet, rules: CopyRules): boolean {
  if (a.published && b.published && Math.abs(daysBetween(a.published, b.published)) > rules.days) return false;
  const [x, y] = [a.words(), b.words()];
  if (x.whole === y.whole && x.count === y.count) return true;
  const [small, large] = x.shingles.size <= y.shingles.size ? [x.shingles, y.shingles] : [y.shingles, x.shingles];
  if (small.size < rules.least) return false;
  let shared = 0;
  for (const s of small) if (large.has(s)) shared += 1;
  return shared / (small.size + large.size - shared) >= rules.alike || shared / small.size >= rules.contained;
}

/**
 * How a document finds the first of those that it repeats. Earlier is by publication; on one day the one that credits
 * nobody else comes first; an undated document comes last.
 */
export const copying = (rules: CopyRules): Fold<Sheet> => ({
  groups: false,
  order: byKeys(
    (d) => d.published ?? "~",
    // Of copies of one day the one that a registered body put out is the original, whichever is listed first.
    (d) => (d.registered ? 0 : 1),
    (d) => d.instant ?? "~",
    (d) => d.credits,
    (d) => d.id,
  ),
  place: (sheet, earlier) => {
    const original = earlier.near(CROWD).find((other) => alike(sheet, other, rules));
    return { head: original ? earlier.headOf(original) : sheet.id, why: [] };
  },
});

/** For each document that repeats earlier ones, the first of them. */
export function copiesOf(placed: ReadonlyMap<string, Placed>): ReadonlyMap<DocumentId, DocumentId> {
  const copies = new Map<DocumentId, DocumentId>();
  for (const [id, { head }] of placed) if (head !== id) copies.set(id as DocumentId, head as DocumentId);
  return copies;
}

/** The same of any documents, from the start. */
export const findCopies = (
  documents: readonly Document[],
  rules: CopyRules,
  actors: Actors,
): ReadonlyMap<DocumentId, DocumentId> =>
  copiesOf(
    placeAll(
      copying(rules),
      documents.map((d) => sheetOf(d, rules, actors)),
    ),
  );
