// Learns word classes from raw text: words that stand between the same neighbours come together ('shelled', 'bombed',
// 'raided'), so that a word too rare in the treebanks is still known by its company. An exchange algorithm: each word in
// turn moves to the class where it makes the classes tell most about their neighbours, until few move.
import { plainForm, type WordClasses } from "../src/language/tags/vocabulary.ts";

const LEAST_SEEN = 4;
const NEIGHBOURS = 6000;
const ROUNDS = 12;

interface Company {
  /** Plain forms, most frequent first. */
  readonly words: readonly string[];
  readonly counts: Float64Array;
  /** For each word the numbers of its neighbours (left ones even, right ones odd) and how often each stood there. */
  readonly near: readonly { readonly who: Int32Array; readonly often: Float64Array }[];
  readonly neighbours: number;
}

function company(sentences: readonly (readonly string[])[]): Company {
  const counts = new Map<string, number>();
  const plain = sentences.map((s) => s.map(plainForm));
  for (const s of plain) for (const w of s) counts.set(w, (counts.get(w) ?? 0) + 1);
  const ranked = [...counts].filter(([, n]) => n >= LEAST_SEEN);
  ranked.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const number = new Map(ranked.map(([w], i) => [w, i]));
  const limit = Math.min(NEIGHBOURS, ranked.length);
  // One neighbour more for the sentence's edge, one for all rare words together.
  const neighbour = (w: string | undefined): number =>
    w === undefined ? limit : Math.min(number.get(w) ?? limit + 1, limit + 1);
  const near = ranked.map(() => new Map<number, number>());
  for (const s of plain)
    for (const [i, w] of s.entries()) {
      const own = near[number.get(w) ?? -1];
      if (!own) continue;
      for (const key of [2 * neighbour(s[i - 1]), 2 * neighbour(s[i + 1]) + 1]) own.set(key, (own.get(key) ?? 0) + 1);
    }
  return {
    words: ranked.map(([w]) => w),
    counts: Float64Array.from(ranked, ([, n]) => n),
    near: near.map((m) => ({ who: Int32Array.from(m.keys()), often: Float64Array.from(m.values()) })),
    neighbours: 2 * (limit + 2),
  };
}

/** x log x of whole numbers up to `most`. */
const xLogX = (most: number): Float64Array =>
  Float64Array.from({ length: most + 1 }, (_, x) => (x > 0 ? x * Math.log(x) : 0));

function exchange({ words, counts, near, neighbours }: Company, classes: number): Uint16Array {
  const table = xLogX(counts.reduce((a, b) => a + b, 0));
  const of = Uint16Array.from(words, (_, i) => i % classes);
  const joint = new Float64Array(classes * neighbours);
  const total = new Float64Array(classes);
  for (const [w, { who, often }] of near.entries()) {
    total[of[w]!]! += counts[w]!;
    for (let j = 0; j < who.length; j++) joint[of[w]! * neighbours + who[j]!]! += often[j]!;
  }
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const [w, { who, often }] of near.entries()) {
      const from = of[w]!;
      total[from]! -= counts[w]!;
      for (let j = 0; j < who.length; j++) joint[from * neighbours + who[j]!]! -= often[j]!;
      let best = from;
      let most = -Infinity;
      for (let c = 0; c < classes; c++) {
        let gain = -2 * (table[total[c]! + counts[w]!]! - table[total[c]!]!);
        const base = c * neighbours;
        for (let j = 0; j < who.length; j++) {
          const n = joint[base + who[j]!]!;
          gain += table[n + often[j]!]! - table[n]!;
        }
        if (gain > most + (c === from ? -1e-9 : 1e-9)) {
          most = gain;
          best = c;
        }
      }
      if (best !== from) moved++;
      of[w] = best;
      total[best]! += counts[w]!;
      for (let j = 0; j < who.length; j++) joint[best * neighbours + who[j]!]! += often[j]!;
    }
    if (moved < words.length / 200) break;
  }
  return of;
}

/** Classes of every form seen often enough: fine 1 to `fine`, coarse 1 to `coarse`; 0 stands for a form without. */
export function learnClasses(sentences: readonly (readonly string[])[], fine: number, coarse: number): WordClasses {
  const seen = company(sentences);
  const small = exchange(seen, fine);
  const large = exchange(seen, coarse);
  return new Map(seen.words.map((w, i) => [w, [small[i]! + 1, large[i]! + 1] as const]));
}
