// A committee of parsers that differ in their seeds and in the direction they read: where one is misled by what it has not
// read yet, another comes from that side. Each word's vote goes to the heads they chose; the tree with the most votes
// wins (Sagae and Lavie 2006), found exactly (Eisner 1996). Too slow to ship, it teaches the parser that ships.

/** One member's tree: heads (-1 root) and relations as numbers. */
export interface Tree {
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

/** The same columns read from the last word to the first; heads follow their words. */
export function reversed<T extends { ids: Int32Array; tags: Uint8Array } & Tree>(e: T): T {
  return { ...e, ids: e.ids.toReversed(), tags: e.tags.toReversed(), ...reversedTree(e) };
}

export function reversedTree({ heads, labels }: Tree): Tree {
  const n = heads.length;
  return {
    heads: Int32Array.from(heads, (_, i) => (heads[n - 1 - i]! < 0 ? -1 : n - 1 - heads[n - 1 - i]!)),
    labels: labels.toReversed(),
  };
}

/** The projective tree with one root and the highest sum of `score[head][word]`, words from 1, head 0 the root. */
function bestTree(score: readonly Float64Array[], n: number): Int32Array {
  const size = n + 1;
  const at = (s: number, t: number): number => s * size + t;
  // Spans from s to t: whose head is at the left or right end; complete ones, and those that have just got their arc.
  const make = (): Float64Array => new Float64Array(size * size).fill(-Infinity);
  const back = (): Int16Array => new Int16Array(size * size).fill(-1);
  const [cl, cr, il, ir] = [make(), make(), make(), make()];
  const [bcl, bcr, bi] = [back(), back(), back()];
  for (let s = 0; s <= n; s++) cl[at(s, s)] = cr[at(s, s)] = 0;
  for (let length = 1; length <= n; length++)
    for (let s = 0; s + length <= n; s++) {
      const t = s + length;
      let best = -Infinity;
      let split = s;
      for (let r = s; r < t; r++) {
        const value = cr[at(s, r)]! + cl[at(r + 1, t)]!;
        if (value > best) {
          best = value;
          split = r;
        }
      }
      bi[at(s, t)] = split;
      il[at(s, t)] = s === 0 ? -Infinity : best + score[t]![s]!;
      // The root takes one dependant only: nothing of it may lie before.
      ir[at(s, t)] = (s === 0 ? cr[at(0, 0)]! + cl[at(1, t)]! : best) + score[s]![t]!;
      if (s === 0) bi[at(s, t)] = 0;
      let left = -Infinity;
      let right = -Infinity;
      for (let r = s; r < t; r++) {
        const value = cl[at(s, r)]! + il[at(r, t)]!;
        if (value > left) {
          left = value;
          bcl[at(s, t)] = r;
        }
      }
      for (let r = s + 1; r <= t; r++) {
        const value = ir[at(s, r)]! + cr[at(r, t)]!;
        if (value > right) {
          right = value;
          bcr[at(s, t)] = r;
        }
      }
      cl[at(s, t)] = left;
      cr[at(s, t)] = right;
    }
  const heads = new Int32Array(n + 1);
  const open: [kind: number, s: number, t: number][] = [[1, 0, n]];
  while (open.length > 0) {
    const [kind, s, t] = open.pop()!;
    if (s === t) continue;
    if (kind === 0) open.push([0, s, bcl[at(s, t)]!], [2, bcl[at(s, t)]!, t]);
    else if (kind === 1) open.push([3, s, bcr[at(s, t)]!], [1, bcr[at(s, t)]!, t]);
    else {
      heads[kind === 2 ? s : t] = kind === 2 ? t : s;
      const r = bi[at(s, t)]!;
      open.push([1, s, r], [0, r + 1, t]);
    }
  }
  return heads;
}

export interface Verdict extends Tree {
  /** Share of the votes that the chosen heads and labels got, over the sentence. */
  readonly agreement: number;
}

/** The tree of most votes; a word's relation is what most of those who chose its head said. */
export function vote(trees: readonly Tree[], labels: number, weights: readonly number[] = trees.map(() => 1)): Verdict {
  const n = trees[0]!.heads.length;
  const score = Array.from({ length: n + 1 }, () => new Float64Array(n + 1));
  for (const [m, { heads }] of trees.entries()) for (let i = 0; i < n; i++) score[heads[i]! + 1]![i + 1]! += weights[m]!;
  const best = bestTree(score, n);
  const heads = new Int32Array(n);
  const chosen = new Uint8Array(n);
  const votes = new Float64Array(labels);
  let agreed = 0;
  for (let i = 0; i < n; i++) {
    heads[i] = best[i + 1]! - 1;
    votes.fill(0);
    let any = false;
    for (const [m, tree] of trees.entries())
      if (tree.heads[i] === heads[i]) {
        votes[tree.labels[i]!]! += weights[m]!;
        any = true;
      }
    if (!any) for (const [m, tree] of trees.entries()) votes[tree.labels[i]!]! += weights[m]!;
    chosen[i] = votes.indexOf(Math.max(...votes));
    if (any) agreed += votes[chosen[i]!]!;
  }
  return { heads, labels: chosen, agreement: agreed / (n * weights.reduce((a, b) => a + b, 0)) };
}
