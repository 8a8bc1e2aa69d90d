// Keeps a known name in one piece of the tree: where several of its words hang on words outside, all but one are hung on
// that one. The parser alone tears names it never met ("Hayat Tahrir al-Sham") apart. It changes nothing of other words.

/** Relations of words that are no head of a name. */
const MINOR = new Set(["punct", "case", "det", "cc", "mark", "amod", "compound", "nummod", "nmod:desc", "flat"]);

/**
 * Mends heads (-1 for the root) and relations of the words from `first` up to, not including, `last`, in place.
 * @param flat the relation's number for the words that are hung anew.
 */
export function makeWhole(
  heads: Int32Array,
  relations: Uint8Array,
  labels: readonly string[],
  first: number,
  last: number,
  flat: number,
): void {
  const inside = (i: number): boolean => i >= first && i < last;
  const out: number[] = [];
  for (let i = first; i < last; i++) if (!inside(heads[i]!)) out.push(i);
  if (out.length < 2) return;
  // What hangs below another word of the name cannot bear that word.
  const free = out.filter((i) => {
    let up = heads[i]!;
    while (up >= 0 && !inside(up)) up = heads[up]!;
    return up < 0;
  });
  const head = free.find((i) => !MINOR.has(labels[relations[i]!]!)) ?? free[0]!;
  for (const i of out) {
    if (i === head) continue;
    heads[i] = head;
    relations[i] = flat;
  }
}
