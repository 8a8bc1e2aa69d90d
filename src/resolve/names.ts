// Names and words made comparable, and small orderings that the whole folder shares. Knows no gazetteer and no registry:
// two names are alike here only by their letters.

/** With the stroke that only stretches an Arabic word. */
const marks = /[\p{M}\u0640]/gu;
const noise = /[^\p{L}\p{N}]+/gu;

/** Lower case, no diacritics or punctuation, one space between words: 'Hay’at Tahrir al-Shām' -> 'hay at tahrir al sham'. */
export const fold = (name: string): string =>
  name.normalize("NFD").replace(marks, "").toLowerCase().replace(noise, " ").trim();

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
};

const ARABIC = "\u0600";
/** A word without the article, conjunctions and endings that some languages write onto it, if enough of it is left. */
export function withoutAffixes(
  word: string,
  { before, after, least }: { readonly before: readonly string[]; readonly after: readonly string[]; least: number },
): string {
  if (word < ARABIC) return word;
  const head = before.find((b) => word.startsWith(b) && word.length - b.length >= least) ?? "";
  const rest = word.slice(head.length);
  const tail = after.find((a) => rest.endsWith(a) && rest.length - a.length >= least) ?? "";
  return rest.slice(0, rest.length - tail.length);
}

/** Plain code-unit order, the only one used: the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order by several keys in turn. */
export const byKeys =
  <T>(...keys: readonly ((x: T) => string | number)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

export const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Rows by a key, in order of first appearance. */
export function grouped<T, K>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const k = key(row);
    const group = groups.get(k);
    if (group) group.push(row);
    else groups.set(k, [row]);
  }
  return groups;
}

/** Share of the smaller set's members that the other holds too; 0 where either is empty. */
export function inCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const x of small) if (large.has(x)) shared += 1;
  return shared / small.size;
}

/** Sets of things found to belong together, whatever the order in which that was found. */
export class Joined {
  private readonly parent: number[];
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }
  find(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let at = i; at !== root; ) {
      const next = this.parent[at]!;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }
  /** The lower index stays the head. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}
