// What decides the relation of an arc once head and dependant are known: both, their neighbours and dependants, and the
// relations that the head has already given. As with arcs, a first look settles most.
import { B, C, toRows } from "../model/hashing.ts";
import { distance } from "./arc-features.ts";
import type { Configuration } from "./configuration.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

export const LABEL_FEATURES = 64;

/** Features of the arc from head `h` to dependant `d` for the first look, into `rows`; their number. */
export function firstLabelFeatures(
  c: Configuration,
  x: SentenceColumns,
  h: number,
  d: number,
  rows: Int32Array,
  shift: number,
): number {
  const { word: w, tag: p, outlook: o } = x;
  const { left1, left2, right1, leftLabels, rightLabels } = c;
  const rightwards = h < d ? 1 : 0;
  const hp = p[h]!;
  const dw = w[d]!;
  const dp = Math.imul(p[d]!, 2) + rightwards;
  const dl = left1[d]!;
  const dr = right1[d]!;
  const taken = rightwards ? rightLabels[h]! : leftLabels[h]!;
  let k = 0;
  rows[k++] = 1 + dw;
  rows[k++] = 2 + dp;
  rows[k++] = 4 + hp + Math.imul(rightwards, B);
  rows[k++] = 9 + dp + Math.imul(hp, B) + Math.imul(p[dl]!, C);
  rows[k++] = 12 + dp + Math.imul(hp, B) + Math.imul(p[dr]!, C);
  rows[k++] = 13 + dp + Math.imul(hp, B) + Math.imul(taken, C);
  rows[k++] = 16 + dp + Math.imul(hp, B) + Math.imul(leftLabels[d]!, C);
  rows[k++] = 17 + dp + Math.imul(hp, B) + Math.imul(rightLabels[d]!, C);
  rows[k++] = 28 + hp + Math.imul(dp, B) + Math.imul(leftLabels[h]!, C);
  rows[k++] = 29 + dp + Math.imul(w[dl]!, B);
  rows[k++] = 33 + w[left2[d]!]! + Math.imul(w[dl]!, B) + Math.imul(dp, C);
  rows[k++] = 40 + o[d]! + Math.imul(rightwards, B);
  rows[k++] = 42 + o[d]! + Math.imul(o[h]!, B) + Math.imul(rightwards, C);
  rows[k++] = 45 + o[d]! + Math.imul(taken, B) + Math.imul(rightwards, C);
  toRows(rows, 0, k, shift);
  return k;
}

/** The other features, into `rows` behind the first `k`; the number of all. */
export function moreLabelFeatures(
  c: Configuration,
  x: SentenceColumns,
  h: number,
  d: number,
  rows: Int32Array,
  k: number,
  shift: number,
): number {
  const { word: w, tag: p, ending: e, fine: f, outlook: o, rival: v, n } = x;
  const { left1, leftLabels, rightLabels } = c;
  const from = k;
  const rightwards = h < d ? 1 : 0;
  const hw = w[h]!;
  const hp = p[h]!;
  const dw = w[d]!;
  const dp = Math.imul(p[d]!, 2) + rightwards;
  const hf = f[h]!;
  const df = Math.imul(f[d]!, 2) + rightwards;
  const dl = left1[d]!;
  const far = distance(Math.abs(h - d));
  const taken = rightwards ? rightLabels[h]! : leftLabels[h]!;
  const after = d + 1 <= n + 1 ? d + 1 : 0;
  rows[k++] = 3 + hw;
  rows[k++] = 5 + hp + Math.imul(dp, B);
  rows[k++] = 6 + hw + Math.imul(dp, B) + Math.imul(hp, C);
  rows[k++] = 7 + hp + Math.imul(dp, B) + Math.imul(dw, C);
  rows[k++] = 8 + hw + Math.imul(dw, B);
  rows[k++] = 10 + dp + Math.imul(hp, B) + Math.imul(w[dl]!, C);
  rows[k++] = 11 + hw + Math.imul(w[dl]!, B) + Math.imul(dp, C);
  rows[k++] = 14 + dp + Math.imul(hw, B) + Math.imul(taken, C);
  rows[k++] = 15 + dp + Math.imul(dw, B) + Math.imul(taken, C);
  rows[k++] = 18 + dw + Math.imul(hp, B) + Math.imul(leftLabels[d]!, C);
  rows[k++] = 19 + dp + Math.imul(hp, B) + Math.imul(far, C);
  rows[k++] = 20 + dw + Math.imul(far, B);
  rows[k++] = 21 + dp + Math.imul(hp, B) + Math.imul(p[d - 1]!, C);
  rows[k++] = 22 + dp + Math.imul(hp, B) + Math.imul(p[after]!, C);
  rows[k++] = 23 + w[d - 1]! + Math.imul(dp, B);
  rows[k++] = 24 + w[after]! + Math.imul(dp, B);
  rows[k++] = 25 + e[d]! + Math.imul(hp, B) + Math.imul(dp, C);
  rows[k++] = 26 + e[h]! + Math.imul(hp, B) + Math.imul(dp, C);
  rows[k++] = 27 + w[dl]! + Math.imul(dw, B) + Math.imul(hp, C);
  rows[k++] = 30 + dw + Math.imul(w[dl]!, B) + Math.imul(hw, C);
  rows[k++] = 31 + p[h - 1]! + Math.imul(hp, B) + Math.imul(dp, C);
  rows[k++] = 32 + dp + Math.imul(hw, B) + Math.imul(leftLabels[h]!, C);
  rows[k++] = 34 + hf + Math.imul(df, B);
  rows[k++] = 35 + hf + Math.imul(dp, B) + Math.imul(hp, C);
  rows[k++] = 36 + df + Math.imul(hp, B) + Math.imul(dp, C);
  rows[k++] = 37 + hf + Math.imul(df, B) + Math.imul(w[dl]!, C);
  rows[k++] = 38 + df + Math.imul(taken, B) + Math.imul(hp, C);
  rows[k++] = 39 + hf + Math.imul(taken, B) + Math.imul(dp, C);
  rows[k++] = 41 + o[d]! + Math.imul(hp, B) + Math.imul(dp, C);
  rows[k++] = 43 + o[d]! + Math.imul(dw, B) + Math.imul(rightwards, C);
  rows[k++] = 44 + o[d]! + Math.imul(hw, B) + Math.imul(rightwards, C);
  if (v[d] !== 0) rows[k++] = 46 + v[d]! + Math.imul(dp, B) + Math.imul(hp, C);
  if (v[h] !== 0) rows[k++] = 47 + v[h]! + Math.imul(dp, B) + Math.imul(hp, C);
  toRows(rows, from, k, shift);
  return k;
}
