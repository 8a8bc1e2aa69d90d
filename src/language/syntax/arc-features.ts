// What the parser looks at before it shifts or draws an arc: the words at the top of the stack (s0, s1, s2), the next
// ones (n0 to n3), their neighbours and dependants, in the combinations that Zhang and Nivre (2011) found telling, and
// word classes beside words. Each line is one feature; the first argument tells its kind apart from the others.
import type { Configuration } from "./configuration.ts";
import { row1, row2, row3 } from "../model/hashing.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

export const ARC_FEATURES = 160;

/** Distances 1 to 4 as they are, then 5-6, 7-10, more. */
export const distance = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7);

const both = (a: number, b: number): number => (Math.imul(a, 31) + b) | 0;

/** Rows of the features of configuration `c`, into `rows`; their number. */
export function arcFeatures(c: Configuration, x: SentenceColumns, rows: Int32Array, s: number): number {
  const { word: w, tag: p, ending: e, fine: f, coarse: g, outlook: o, rival: v } = x;
  const { stack, size, next, n, left1, left2, right1, right2, lefts, rights, leftLabels, rightLabels, label } = c;
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
  const s0f = f[s0]!;
  const s1f = f[s1]!;
  const n0f = f[n0]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const n0l = left1[n0]!;
  const dn = s0 ? distance(n0 - s0) : 9;
  const ds = s1 ? distance(s0 - s1) : 9;
  const s0wp = both(s0w, s0p);
  const n0wp = both(n0w, n0p);
  const s1wp = both(s1w, s1p);
  let k = 0;
  // Single words.
  rows[k++] = row1(1, s0w, s);
  rows[k++] = row1(2, s0p, s);
  rows[k++] = row1(3, s0wp, s);
  rows[k++] = row1(4, n0w, s);
  rows[k++] = row1(5, n0p, s);
  rows[k++] = row1(6, n0wp, s);
  rows[k++] = row1(7, n1w, s);
  rows[k++] = row1(8, n1p, s);
  rows[k++] = row2(9, n1w, n1p, s);
  rows[k++] = row2(10, w[n2]!, n2p, s);
  rows[k++] = row1(11, n2p, s);
  rows[k++] = row1(12, s1wp, s);
  rows[k++] = row1(13, s1p, s);
  rows[k++] = row1(14, s1w, s);
  rows[k++] = row1(15, s2p, s);
  // The pair at hand, with the next word and with the one below.
  rows[k++] = row2(16, s0wp, n0wp, s);
  rows[k++] = row2(17, s0wp, n0p, s);
  rows[k++] = row2(18, s0p, n0wp, s);
  rows[k++] = row2(19, s0w, n0w, s);
  rows[k++] = row2(20, s0p, n0p, s);
  rows[k++] = row2(21, s1wp, s0wp, s);
  rows[k++] = row2(22, s1wp, s0p, s);
  rows[k++] = row2(23, s1p, s0wp, s);
  rows[k++] = row2(24, s1p, s0p, s);
  // Three and four tags, with a word among them.
  rows[k++] = row3(25, s0p, n0p, n1p, s);
  rows[k++] = row3(26, n0p, n1p, n2p, s);
  rows[k++] = row3(27, s1p, s0p, n0p, s);
  rows[k++] = row3(28, s2p, s1p, s0p, s);
  rows[k++] = row3(29, s1p, s0p, both(n0p, n1p), s);
  rows[k++] = row3(30, s1w, s0p, n0p, s);
  rows[k++] = row3(31, s1p, s0w, n0p, s);
  rows[k++] = row3(32, s1p, s0p, n0w, s);
  rows[k++] = row2(33, s1wp, n0p, s);
  rows[k++] = row2(34, s1p, n0wp, s);
  rows[k++] = row3(35, s0w, n0p, n1p, s);
  rows[k++] = row3(36, s0p, n0w, n1p, s);
  // Distance.
  rows[k++] = row3(37, s0p, n0p, dn, s);
  rows[k++] = row2(38, s0w, dn, s);
  rows[k++] = row2(39, n0w, dn, s);
  rows[k++] = row3(40, s1p, s0p, ds, s);
  rows[k++] = row2(41, s0p, dn, s);
  rows[k++] = row2(42, n0p, dn, s);
  // How many dependants there are already.
  rows[k++] = row2(43, s0p, lefts[s0]! * 8 + rights[s0]!, s);
  rows[k++] = row2(44, s0w, rights[s0]!, s);
  rows[k++] = row2(45, n0p, lefts[n0]!, s);
  rows[k++] = row2(46, n0w, lefts[n0]!, s);
  rows[k++] = row2(47, s1p, rights[s1]!, s);
  rows[k++] = row2(48, s1w, rights[s1]!, s);
  // Which ones.
  rows[k++] = row3(49, s0p, n0p, p[s0l]!, s);
  rows[k++] = row3(50, s0p, n0p, p[s0r]!, s);
  rows[k++] = row3(51, s0p, n0p, p[n0l]!, s);
  rows[k++] = row3(52, s1p, s0p, p[s0l]!, s);
  rows[k++] = row3(53, s1p, s0p, p[s0r]!, s);
  rows[k++] = row3(54, s1p, s0p, p[s1r]!, s);
  rows[k++] = row3(55, s1p, s0p, p[s1l]!, s);
  rows[k++] = row2(56, w[s0l]!, s0p, s);
  rows[k++] = row2(57, w[s0r]!, s0p, s);
  rows[k++] = row2(58, w[n0l]!, n0p, s);
  rows[k++] = row2(59, w[s1r]!, s1p, s);
  // Which relations they took.
  rows[k++] = row3(60, s0p, leftLabels[s0]!, n0p, s);
  rows[k++] = row3(61, s0p, rightLabels[s0]!, n0p, s);
  rows[k++] = row3(62, n0p, leftLabels[n0]!, s0p, s);
  rows[k++] = row3(63, s1p, rightLabels[s1]!, s0p, s);
  rows[k++] = row3(64, s1p, leftLabels[s1]!, s0p, s);
  rows[k++] = row2(65, s0w, leftLabels[s0]!, s);
  rows[k++] = row2(66, s1w, rightLabels[s1]!, s);
  rows[k++] = row2(67, n0w, leftLabels[n0]!, s);
  rows[k++] = row2(68, s0w, rightLabels[s0]!, s);
  rows[k++] = row3(69, s0p, label[s0l]!, label[s0r]!, s);
  rows[k++] = row3(70, s0p, p[s0l]!, p[left2[s0]!]!, s);
  rows[k++] = row3(71, s0p, p[s0r]!, p[right2[s0]!]!, s);
  rows[k++] = row3(72, n0p, p[n0l]!, p[left2[n0]!]!, s);
  rows[k++] = row3(73, s1p, p[s1r]!, p[right2[s1]!]!, s);
  rows[k++] = row3(74, w[s0l]!, s0w, n0w, s);
  rows[k++] = row3(75, s1w, s0w, w[s0l]!, s);
  rows[k++] = row3(76, s1p, w[s0l]!, s0w, s);
  rows[k++] = row3(77, n0p, w[s0l]!, s0w, s);
  rows[k++] = row3(78, s1w, w[s0l]!, s0p, s);
  // Neighbours in the text, endings.
  rows[k++] = row3(79, s0p, s0 ? p[s0 - 1]! : 0, n0p, s);
  rows[k++] = row3(80, p[n0 - 1]!, n0p, s0p, s);
  rows[k++] = row2(81, e[s0]!, n0p, s);
  rows[k++] = row2(82, e[n0]!, s0p, s);
  rows[k++] = row2(83, e[s1]!, s0p, s);
  rows[k++] = row3(84, n0p, n1w, s0p, s);
  rows[k++] = row2(85, n0w, n1w, s);
  rows[k++] = row3(86, s0p, n1p, n2p, s);
  rows[k++] = row3(87, s1p, n0p, n1p, s);
  rows[k++] = row3(88, s0w, n0w, dn, s);
  rows[k++] = row3(89, p[n3]!, n2p, n1p, s);
  rows[k++] = row3(90, s0p, p[s0 + 1]!, n0p, s);
  rows[k++] = row3(91, s1p, p[s1 + 1]!, s0p, s);
  rows[k++] = row3(92, p[s0 + 1]!, s0 ? p[s0 - 1]! : 0, s0p, s);
  rows[k++] = row3(93, s1 ? p[s1 - 1]! : 0, s1p, s0p, s);
  rows[k++] = row3(94, e[s0]!, e[n0]!, dn, s);
  rows[k++] = row3(95, n0p, n1p, w[n2]!, s);
  // Word classes.
  rows[k++] = row2(100, s0f, n0f, s);
  rows[k++] = row2(101, s1f, s0f, s);
  rows[k++] = row2(102, s0f, n0p, s);
  rows[k++] = row2(103, s0p, n0f, s);
  rows[k++] = row2(104, s1f, s0p, s);
  rows[k++] = row2(105, s1p, s0f, s);
  rows[k++] = row3(106, s1f, s0p, n0p, s);
  rows[k++] = row3(107, s1p, s0f, n0p, s);
  rows[k++] = row3(108, s0p, n0f, n1p, s);
  rows[k++] = row3(109, g[s1]!, g[s0]!, g[n0]!, s);
  rows[k++] = row3(110, s1f, s0f, f[s0l]!, s);
  rows[k++] = row3(111, f[s0l]!, s0f, n0f, s);
  // What was foretold of the words.
  const s0o = o[s0]!;
  const n0o = o[n0]!;
  const s1o = o[s1]!;
  rows[k++] = row1(120, s0o, s);
  rows[k++] = row1(121, n0o, s);
  rows[k++] = row2(122, s0o, n0o, s);
  rows[k++] = row2(123, s1o, s0o, s);
  rows[k++] = row3(124, s0o, s0p, n0p, s);
  rows[k++] = row3(125, n0o, s0p, n0p, s);
  rows[k++] = row3(126, s0o, s1p, n0p, s);
  rows[k++] = row3(127, s1o, s0o, n0o, s);
  rows[k++] = row3(128, s0o, n0o, o[n1]!, s);
  rows[k++] = row2(129, s0o, n0w, s);
  rows[k++] = row2(130, s0o, s0w, s);
  rows[k++] = row2(131, s0o, s1w, s);
  rows[k++] = row3(132, s0o, n0o, dn, s);
  rows[k++] = row3(133, s0o, s1o, ds, s);
  rows[k++] = row3(134, n0o, o[n1]!, o[n2]!, s);
  rows[k++] = row3(135, n0o, leftLabels[n0]!, s0o, s);
  rows[k++] = row3(136, s1o, rightLabels[s1]!, s0o, s);
  if (v[s0] !== 0) {
    rows[k++] = row3(140, v[s0]!, s0p, n0p, s);
    rows[k++] = row3(141, v[s0]!, s1p, s0p, s);
  }
  if (v[n0] !== 0) {
    rows[k++] = row3(142, v[n0]!, s0p, n0p, s);
    rows[k++] = row3(143, v[n0]!, n0p, n1p, s);
  }
  return k;
}
