// What the parser looks at before it shifts or draws an arc: the words at the top of the stack (s0, s1, s2), the next
// ones (n0 to n3), their neighbours and dependants, in the combinations that Zhang and Nivre (2011) found telling, with
// word classes and outlooks beside. A first look at the most telling features settles most cases; the others are asked
// where it does not. Each line is one feature: the number tells its kind apart, B and C the places of its values.
import { B, C, toRows } from "../model/hashing.ts";
import type { Configuration } from "./configuration.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

export const ARC_FEATURES = 160;

/** Distances 1 to 4 as they are, then 5-6, 7-10, more. */
export const distance = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7);

/** Features of configuration `c` for the first look, into `rows` from its beginning; their number. */
export function firstArcFeatures(c: Configuration, x: SentenceColumns, rows: Int32Array, shift: number): number {
  const { word: w, tag: p, outlook: o } = x;
  const { stack, size, next, n, left1, left2, right1, lefts, rights, leftLabels, label } = c;
  const s0 = size > 0 ? stack[size - 1]! : 0;
  const s1 = size > 1 ? stack[size - 2]! : 0;
  const n0 = next;
  const n1 = next + 1 <= n + 1 ? next + 1 : 0;
  const n2 = next + 2 <= n + 1 ? next + 2 : 0;
  const s0p = p[s0]!;
  const s1p = p[s1]!;
  const n0w = w[n0]!;
  const n0p = p[n0]!;
  const n0wp = n0w + Math.imul(n0p, 31);
  const n1p = p[n1]!;
  const n2p = p[n2]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const n0l = left1[n0]!;
  const s0o = o[s0]!;
  const n0o = o[n0]!;
  const counts = lefts[s0]! * 8 + rights[s0]!;
  let k = 0;
  rows[k++] = 2 + s0p;
  rows[k++] = 4 + n0w;
  rows[k++] = 5 + n0p;
  rows[k++] = 6 + n0wp;
  rows[k++] = 8 + n1p;
  rows[k++] = 25 + s0p + Math.imul(n0p, B) + Math.imul(n1p, C);
  rows[k++] = 43 + s0p + Math.imul(counts, B);
  rows[k++] = 49 + s0p + Math.imul(n0p, B) + Math.imul(p[s0l]!, C);
  rows[k++] = 51 + s0p + Math.imul(n0p, B) + Math.imul(p[n0l]!, C);
  rows[k++] = 57 + w[s0r]! + Math.imul(s0p, B);
  rows[k++] = 58 + w[n0l]! + Math.imul(n0p, B);
  rows[k++] = 67 + n0w + Math.imul(leftLabels[n0]!, B);
  rows[k++] = 69 + s0p + Math.imul(label[s0l]!, B) + Math.imul(label[s0r]!, C);
  rows[k++] = 72 + n0p + Math.imul(p[n0l]!, B) + Math.imul(p[left2[n0]!]!, C);
  rows[k++] = 86 + s0p + Math.imul(n1p, B) + Math.imul(n2p, C);
  rows[k++] = 87 + s1p + Math.imul(n0p, B) + Math.imul(n1p, C);
  rows[k++] = 120 + s0o;
  rows[k++] = 121 + n0o;
  rows[k++] = 122 + s0o + Math.imul(n0o, B);
  rows[k++] = 124 + s0o + Math.imul(s0p, B) + Math.imul(n0p, C);
  toRows(rows, 0, k, shift);
  return k;
}

/** The other features, into `rows` behind the first `k`; the number of all. */
export function moreArcFeatures(
  c: Configuration,
  x: SentenceColumns,
  rows: Int32Array,
  k: number,
  shift: number,
): number {
  const { word: w, tag: p, ending: e, fine: f, coarse: g, outlook: o, rival: v } = x;
  const { stack, size, next, n, left1, left2, right1, right2, lefts, rights, leftLabels, rightLabels } = c;
  const from = k;
  const s0 = size > 0 ? stack[size - 1]! : 0;
  const s1 = size > 1 ? stack[size - 2]! : 0;
  const s2 = size > 2 ? stack[size - 3]! : 0;
  const n0 = next;
  const n1 = next + 1 <= n + 1 ? next + 1 : 0;
  const n2 = next + 2 <= n + 1 ? next + 2 : 0;
  const n3 = next + 3 <= n + 1 ? next + 3 : 0;
  const s0w = w[s0]!;
  const s0p = p[s0]!;
  const s1w = w[s1]!;
  const s1p = p[s1]!;
  const s2p = p[s2]!;
  const n0w = w[n0]!;
  const n0p = p[n0]!;
  const n1w = w[n1]!;
  const n1p = p[n1]!;
  const n2p = p[n2]!;
  const n01p = n0p + Math.imul(n1p, 31);
  const s0wp = s0w + Math.imul(s0p, 31);
  const s1wp = s1w + Math.imul(s1p, 31);
  const n0wp = n0w + Math.imul(n0p, 31);
  const s0f = f[s0]!;
  const s1f = f[s1]!;
  const n0f = f[n0]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const s0o = o[s0]!;
  const s1o = o[s1]!;
  const n0o = o[n0]!;
  const before0 = s0 ? p[s0 - 1]! : 0;
  const before1 = s1 ? p[s1 - 1]! : 0;
  const dn = s0 ? distance(n0 - s0) : 9;
  const ds = s1 ? distance(s0 - s1) : 9;
  // Single words.
  rows[k++] = 1 + s0w;
  rows[k++] = 3 + s0wp;
  rows[k++] = 7 + n1w;
  rows[k++] = 9 + n1w + Math.imul(n1p, B);
  rows[k++] = 10 + w[n2]! + Math.imul(n2p, B);
  rows[k++] = 11 + n2p;
  rows[k++] = 12 + s1wp;
  rows[k++] = 13 + s1p;
  rows[k++] = 14 + s1w;
  rows[k++] = 15 + s2p;
  // The pair at hand, with the next word and with the one below.
  rows[k++] = 16 + s0wp + Math.imul(n0wp, B);
  rows[k++] = 17 + s0wp + Math.imul(n0p, B);
  rows[k++] = 18 + s0p + Math.imul(n0wp, B);
  rows[k++] = 19 + s0w + Math.imul(n0w, B);
  rows[k++] = 20 + s0p + Math.imul(n0p, B);
  rows[k++] = 21 + s1wp + Math.imul(s0wp, B);
  rows[k++] = 22 + s1wp + Math.imul(s0p, B);
  rows[k++] = 23 + s1p + Math.imul(s0wp, B);
  rows[k++] = 24 + s1p + Math.imul(s0p, B);
  // Three and four tags, with a word among them.
  rows[k++] = 26 + n0p + Math.imul(n1p, B) + Math.imul(n2p, C);
  rows[k++] = 27 + s1p + Math.imul(s0p, B) + Math.imul(n0p, C);
  rows[k++] = 28 + s2p + Math.imul(s1p, B) + Math.imul(s0p, C);
  rows[k++] = 29 + s1p + Math.imul(s0p, B) + Math.imul(n01p, C);
  rows[k++] = 30 + s1w + Math.imul(s0p, B) + Math.imul(n0p, C);
  rows[k++] = 31 + s1p + Math.imul(s0w, B) + Math.imul(n0p, C);
  rows[k++] = 32 + s1p + Math.imul(s0p, B) + Math.imul(n0w, C);
  rows[k++] = 33 + s1wp + Math.imul(n0p, B);
  rows[k++] = 34 + s1p + Math.imul(n0wp, B);
  rows[k++] = 35 + s0w + Math.imul(n0p, B) + Math.imul(n1p, C);
  rows[k++] = 36 + s0p + Math.imul(n0w, B) + Math.imul(n1p, C);
  // Distance.
  rows[k++] = 37 + s0p + Math.imul(n0p, B) + Math.imul(dn, C);
  rows[k++] = 38 + s0w + Math.imul(dn, B);
  rows[k++] = 39 + n0w + Math.imul(dn, B);
  rows[k++] = 40 + s1p + Math.imul(s0p, B) + Math.imul(ds, C);
  rows[k++] = 41 + s0p + Math.imul(dn, B);
  rows[k++] = 42 + n0p + Math.imul(dn, B);
  // How many dependants there are already, which ones, and by which relations.
  rows[k++] = 44 + s0w + Math.imul(rights[s0]!, B);
  rows[k++] = 45 + n0p + Math.imul(lefts[n0]!, B);
  rows[k++] = 46 + n0w + Math.imul(lefts[n0]!, B);
  rows[k++] = 47 + s1p + Math.imul(rights[s1]!, B);
  rows[k++] = 48 + s1w + Math.imul(rights[s1]!, B);
  rows[k++] = 50 + s0p + Math.imul(n0p, B) + Math.imul(p[s0r]!, C);
  rows[k++] = 52 + s1p + Math.imul(s0p, B) + Math.imul(p[s0l]!, C);
  rows[k++] = 53 + s1p + Math.imul(s0p, B) + Math.imul(p[s0r]!, C);
  rows[k++] = 54 + s1p + Math.imul(s0p, B) + Math.imul(p[s1r]!, C);
  rows[k++] = 55 + s1p + Math.imul(s0p, B) + Math.imul(p[s1l]!, C);
  rows[k++] = 56 + w[s0l]! + Math.imul(s0p, B);
  rows[k++] = 59 + w[s1r]! + Math.imul(s1p, B);
  rows[k++] = 60 + s0p + Math.imul(leftLabels[s0]!, B) + Math.imul(n0p, C);
  rows[k++] = 61 + s0p + Math.imul(rightLabels[s0]!, B) + Math.imul(n0p, C);
  rows[k++] = 62 + n0p + Math.imul(leftLabels[n0]!, B) + Math.imul(s0p, C);
  rows[k++] = 63 + s1p + Math.imul(rightLabels[s1]!, B) + Math.imul(s0p, C);
  rows[k++] = 64 + s1p + Math.imul(leftLabels[s1]!, B) + Math.imul(s0p, C);
  rows[k++] = 65 + s0w + Math.imul(leftLabels[s0]!, B);
  rows[k++] = 66 + s1w + Math.imul(rightLabels[s1]!, B);
  rows[k++] = 68 + s0w + Math.imul(rightLabels[s0]!, B);
  rows[k++] = 70 + s0p + Math.imul(p[s0l]!, B) + Math.imul(p[left2[s0]!]!, C);
  rows[k++] = 71 + s0p + Math.imul(p[s0r]!, B) + Math.imul(p[right2[s0]!]!, C);
  rows[k++] = 73 + s1p + Math.imul(p[s1r]!, B) + Math.imul(p[right2[s1]!]!, C);
  rows[k++] = 74 + w[s0l]! + Math.imul(s0w, B) + Math.imul(n0w, C);
  rows[k++] = 75 + s1w + Math.imul(s0w, B) + Math.imul(w[s0l]!, C);
  rows[k++] = 76 + s1p + Math.imul(w[s0l]!, B) + Math.imul(s0w, C);
  rows[k++] = 77 + n0p + Math.imul(w[s0l]!, B) + Math.imul(s0w, C);
  rows[k++] = 78 + s1w + Math.imul(w[s0l]!, B) + Math.imul(s0p, C);
  // Neighbours in the text, endings.
  rows[k++] = 79 + s0p + Math.imul(before0, B) + Math.imul(n0p, C);
  rows[k++] = 80 + p[n0 - 1]! + Math.imul(n0p, B) + Math.imul(s0p, C);
  rows[k++] = 81 + e[s0]! + Math.imul(n0p, B);
  rows[k++] = 82 + e[n0]! + Math.imul(s0p, B);
  rows[k++] = 83 + e[s1]! + Math.imul(s0p, B);
  rows[k++] = 84 + n0p + Math.imul(n1w, B) + Math.imul(s0p, C);
  rows[k++] = 85 + n0w + Math.imul(n1w, B);
  rows[k++] = 88 + s0w + Math.imul(n0w, B) + Math.imul(dn, C);
  rows[k++] = 89 + p[n3]! + Math.imul(n2p, B) + Math.imul(n1p, C);
  rows[k++] = 90 + s0p + Math.imul(p[s0 + 1]!, B) + Math.imul(n0p, C);
  rows[k++] = 91 + s1p + Math.imul(p[s1 + 1]!, B) + Math.imul(s0p, C);
  rows[k++] = 92 + p[s0 + 1]! + Math.imul(before0, B) + Math.imul(s0p, C);
  rows[k++] = 93 + before1 + Math.imul(s1p, B) + Math.imul(s0p, C);
  rows[k++] = 94 + e[s0]! + Math.imul(e[n0]!, B) + Math.imul(dn, C);
  rows[k++] = 95 + n0p + Math.imul(n1p, B) + Math.imul(w[n2]!, C);
  // Word classes.
  rows[k++] = 100 + s0f + Math.imul(n0f, B);
  rows[k++] = 101 + s1f + Math.imul(s0f, B);
  rows[k++] = 102 + s0f + Math.imul(n0p, B);
  rows[k++] = 103 + s0p + Math.imul(n0f, B);
  rows[k++] = 104 + s1f + Math.imul(s0p, B);
  rows[k++] = 105 + s1p + Math.imul(s0f, B);
  rows[k++] = 106 + s1f + Math.imul(s0p, B) + Math.imul(n0p, C);
  rows[k++] = 107 + s1p + Math.imul(s0f, B) + Math.imul(n0p, C);
  rows[k++] = 108 + s0p + Math.imul(n0f, B) + Math.imul(n1p, C);
  rows[k++] = 109 + g[s1]! + Math.imul(g[s0]!, B) + Math.imul(g[n0]!, C);
  rows[k++] = 110 + s1f + Math.imul(s0f, B) + Math.imul(f[s0l]!, C);
  rows[k++] = 111 + f[s0l]! + Math.imul(s0f, B) + Math.imul(n0f, C);
  // What was foretold of the words.
  rows[k++] = 123 + s1o + Math.imul(s0o, B);
  rows[k++] = 125 + n0o + Math.imul(s0p, B) + Math.imul(n0p, C);
  rows[k++] = 126 + s0o + Math.imul(s1p, B) + Math.imul(n0p, C);
  rows[k++] = 127 + s1o + Math.imul(s0o, B) + Math.imul(n0o, C);
  rows[k++] = 128 + s0o + Math.imul(n0o, B) + Math.imul(o[n1]!, C);
  rows[k++] = 129 + s0o + Math.imul(n0w, B);
  rows[k++] = 130 + s0o + Math.imul(s0w, B);
  rows[k++] = 131 + s0o + Math.imul(s1w, B);
  rows[k++] = 132 + s0o + Math.imul(n0o, B) + Math.imul(dn, C);
  rows[k++] = 133 + s0o + Math.imul(s1o, B) + Math.imul(ds, C);
  rows[k++] = 134 + n0o + Math.imul(o[n1]!, B) + Math.imul(o[n2]!, C);
  rows[k++] = 135 + n0o + Math.imul(leftLabels[n0]!, B) + Math.imul(s0o, C);
  rows[k++] = 136 + s1o + Math.imul(rightLabels[s1]!, B) + Math.imul(s0o, C);
  // Tags in doubt.
  if (v[s0] !== 0) {
    rows[k++] = 140 + v[s0]! + Math.imul(s0p, B) + Math.imul(n0p, C);
    rows[k++] = 141 + v[s0]! + Math.imul(s1p, B) + Math.imul(s0p, C);
  }
  if (v[n0] !== 0) {
    rows[k++] = 142 + v[n0]! + Math.imul(s0p, B) + Math.imul(n0p, C);
    rows[k++] = 143 + v[n0]! + Math.imul(n0p, B) + Math.imul(n1p, C);
  }
  toRows(rows, from, k, shift);
  return k;
}
