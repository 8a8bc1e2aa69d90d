// Near-duplicate documents: wire copies, cut or lightly edited. Every document is a set of word shingles; a MinHash finds
// the pairs worth comparing, and only the shingles themselves decide. Does not say who the ultimate origin is.
import type { JudgementRules } from "../codebook/judgement.ts";
import { type Day, type Document, type DocumentId, day, daysBetween } from "../model/index.ts";
import { byKeys, fold } from "./names.ts";

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

interface Shingled {
  readonly id: DocumentId;
  readonly published: Day | null;
  readonly whole: number;
  readonly words: number;
  readonly shingles: ReadonlySet<number>;
}

function shingled(document: Document, size: number): Shingled {
  const words = articleWords(document);
  const shingles = new Set<number>();
  for (let i = 0; i + size <= words.length; i++) shingles.add(hashOf(words.slice(i, i + size).join(" ")));
  return {
    id: document.id,
    published: day(document.published),
    whole: hashOf(words.join(" ")),
    words: words.length,
    shingles,
  };
}

function buckets(row: Shingled): string[] {
  const least = new Array<number>(SEEDS.length).fill(0xffffffff);
  for (const s of row.shingles)
    for (let i = 0; i < SEEDS.length; i++) {
      const h = mixed(s, SEEDS[i]!);
      if (h < least[i]!) least[i] = h;
    }
  const keys: string[] = [];
  for (let b = 0; b < BANDS; b++) keys.push(`${b}:${least.slice(b * ROWS, b * ROWS + ROWS).join(".")}`);
  return keys;
}

function alike(a: Shingled, b: Shingled, rules: CopyRules): boolean {
  if (a.published && b.published && Math.abs(daysBetween(a.published, b.published)) > rules.days) return false;
  if (a.whole === b.whole && a.words === b.words) return true;
  const [small, large] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  if (small.size < rules.least) return false;
  let shared = 0;
  for (const s of small) if (large.has(s)) shared += 1;
  return shared / (small.size + large.size - shared) >= rules.alike || shared / small.size >= rules.contained;
}

/**
 * For each document that repeats earlier ones, the first of them. Earlier is by publication; on one day the one that
 * credits nobody else comes first; an undated document comes last.
 */
export function findCopies(documents: readonly Document[], rules: CopyRules): ReadonlyMap<DocumentId, DocumentId> {
  const order = documents.toSorted(
    byKeys(
      (d) => d.published ?? "~",
      (d) => d.credits.length,
      (d) => d.id,
    ),
  );
  const crowds = new Map<string, Shingled[]>();
  const original = new Map<DocumentId, DocumentId>();
  for (const document of order) {
    const row = shingled(document, rules.shingle);
    if (row.words < rules.shingle + 2) continue;
    const keys = [`=${row.whole}`, ...(row.shingles.size >= rules.least ? buckets(row) : [])];
    const seen = new Set<Shingled>();
    for (const key of keys) {
      const crowd = crowds.get(key) ?? [];
      for (const other of crowd) {
        if (seen.has(other) || original.has(row.id)) continue;
        seen.add(other);
        if (alike(row, other, rules)) original.set(row.id, original.get(other.id) ?? other.id);
      }
      if (crowd.length < CROWD) crowd.push(row);
      crowds.set(key, crowd);
    }
  }
  return original;
}
