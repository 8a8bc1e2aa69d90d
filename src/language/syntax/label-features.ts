// What decides the relation of an arc once head and dependant are known: both, their neighbours and dependants, and the
// relations that the head has already given.
import { distance } from "./arc-features.ts";
import type { Configuration } from "./configuration.ts";
import { row1, row2, row3 } from "../model/hashing.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

export const LABEL_FEATURES = 64;

/** Rows of the features of the arc from head `h` to dependant `d`, into `rows`; their number. */
export function labelFeatures(
  c: Configuration,
  x: SentenceColumns,
  h: number,
  d: number,
  rows: Int32Array,
  s: number,
): number {
  const { word: w, tag: p, ending: e, fine: f, outlook: o, rival: v, n } = x;
  const { left1, left2, right1, leftLabels, rightLabels } = c;
  const rightwards = h < d ? 1 : 0;
  const hw = w[h]!;
  const hp = p[h]!;
  const dw = w[d]!;
  const dp = (Math.imul(p[d]!, 2) + rightwards) | 0;
  const hf = f[h]!;
  const df = (Math.imul(f[d]!, 2) + rightwards) | 0;
  const dl = left1[d]!;
  const dr = right1[d]!;
  const far = distance(Math.abs(h - d));
  const taken = rightwards ? rightLabels[h]! : leftLabels[h]!;
  const after = d + 1 <= n + 1 ? d + 1 : 0;
  let k = 0;
  rows[k++] = row1(1, dw, s);
  rows[k++] = row1(2, dp, s);
  rows[k++] = row1(3, hw, s);
  rows[k++] = row2(4, hp, rightwards, s);
  rows[k++] = row2(5, hp, dp, s);
  rows[k++] = row3(6, hw, dp, hp, s);
  rows[k++] = row3(7, hp, dp, dw, s);
  rows[k++] = row2(8, hw, dw, s);
  rows[k++] = row3(9, dp, hp, p[dl]!, s);
  rows[k++] = row3(10, dp, hp, w[dl]!, s);
  rows[k++] = row3(11, hw, w[dl]!, dp, s);
  rows[k++] = row3(12, dp, hp, p[dr]!, s);
  rows[k++] = row3(13, dp, hp, taken, s);
  rows[k++] = row3(14, dp, hw, taken, s);
  rows[k++] = row3(15, dp, dw, taken, s);
  rows[k++] = row3(16, dp, hp, leftLabels[d]!, s);
  rows[k++] = row3(17, dp, hp, rightLabels[d]!, s);
  rows[k++] = row3(18, dw, hp, leftLabels[d]!, s);
  rows[k++] = row3(19, dp, hp, far, s);
  rows[k++] = row2(20, dw, far, s);
  rows[k++] = row3(21, dp, hp, d > 0 ? p[d - 1]! : 0, s);
  rows[k++] = row3(22, dp, hp, p[after]!, s);
  rows[k++] = row2(23, d > 0 ? w[d - 1]! : 0, dp, s);
  rows[k++] = row2(24, w[after]!, dp, s);
  rows[k++] = row3(25, e[d]!, hp, dp, s);
  rows[k++] = row3(26, e[h]!, hp, dp, s);
  rows[k++] = row3(27, w[dl]!, dw, hp, s);
  rows[k++] = row3(28, hp, dp, leftLabels[h]!, s);
  rows[k++] = row2(29, dp, w[dl]!, s);
  rows[k++] = row3(30, dw, w[dl]!, hw, s);
  rows[k++] = row3(31, h > 0 ? p[h - 1]! : 0, hp, dp, s);
  rows[k++] = row3(32, dp, hw, leftLabels[h]!, s);
  rows[k++] = row3(33, w[left2[d]!]!, w[dl]!, dp, s);
  rows[k++] = row2(34, hf, df, s);
  rows[k++] = row3(35, hf, dp, hp, s);
  rows[k++] = row3(36, df, hp, dp, s);
  rows[k++] = row3(37, hf, df, w[dl]!, s);
  rows[k++] = row3(38, df, taken, hp, s);
  rows[k++] = row3(39, hf, taken, dp, s);
  rows[k++] = row2(40, o[d]!, rightwards, s);
  rows[k++] = row3(41, o[d]!, hp, dp, s);
  rows[k++] = row3(42, o[d]!, o[h]!, rightwards, s);
  rows[k++] = row3(43, o[d]!, dw, rightwards, s);
  rows[k++] = row3(44, o[d]!, hw, rightwards, s);
  rows[k++] = row3(45, o[d]!, taken, rightwards, s);
  if (v[d] !== 0) rows[k++] = row3(46, v[d]!, dp, hp, s);
  if (v[h] !== 0) rows[k++] = row3(47, v[h]!, dp, hp, s);
  return k;
}
