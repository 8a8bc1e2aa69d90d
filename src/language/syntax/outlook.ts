// Foretells for each word, before the sentence is parsed, which relation it will have and on which side its head stands
// ('supertags', Ouchi et al. 2014). The parser goes from left to right and sees little of what is to come; this looks both
// ways, by the tags around, and lends it the view.
import { hashText, row1, row2, row3 } from "../model/hashing.ts";
import { bestAmong, type Scorer } from "../model/linear.ts";
import type { SentenceColumns } from "./sentence-columns.ts";
import { NO_RIVAL } from "../tags/tagger.ts";

export const OUTLOOK_FEATURES = 64;

/** For each tag the outlooks that its words may have. */
export type OutlookChoices = readonly Uint8Array[];

export class Outlook {
  readonly rows = new Int32Array(OUTLOOK_FEATURES);
  readonly scores: Float64Array;
  count = 0;
  private readonly model: Scorer;
  private readonly choices: OutlookChoices;
  private readonly either = new Map<number, Uint8Array>();

  constructor(model: Scorer, choices: OutlookChoices) {
    this.model = model;
    this.choices = choices;
    this.scores = new Float64Array(model.width);
  }

  /** Outlooks of words 1 to n, into `out` (0-based). */
  foretell(x: SentenceColumns, tags: Uint8Array, rivals: Uint8Array, out: Uint8Array): void {
    let before = -1;
    let before2 = -1;
    for (let i = 1; i <= x.n; i++) {
      const chosen = this.decide(x, i, this.choicesOf(tags[i - 1]!, rivals[i - 1]!), before, before2);
      out[i - 1] = chosen;
      before2 = before;
      before = chosen;
    }
  }

  /** What a word of this tag may have, or, where its tag is in doubt, of either tag. */
  choicesOf(tag: number, rival: number): Uint8Array {
    if (rival === NO_RIVAL) return this.choices[tag]!;
    const key = tag * 256 + rival;
    let either = this.either.get(key);
    if (!either) {
      either = Uint8Array.from(new Set([...this.choices[tag]!, ...this.choices[rival]!]));
      this.either.set(key, either);
    }
    return either;
  }

  decide(x: SentenceColumns, i: number, choices: Uint8Array, before: number, before2: number): number {
    if (choices.length === 1) return choices[0]!;
    this.count = this.features(x, i, before, before2);
    this.model.score(this.rows, this.count, this.scores, choices);
    return bestAmong(this.scores, choices);
  }

  private features(x: SentenceColumns, i: number, b1: number, b2: number): number {
    const { word: w, tag: p, ending: e, fine: f, coarse: g, rival: v, n } = x;
    const s = this.model.shift;
    const rows = this.rows;
    const l1 = i - 1;
    const l2 = i > 1 ? i - 2 : 0;
    const l3 = i > 2 ? i - 3 : 0;
    const r1 = i + 1;
    const r2 = i + 2 <= n + 1 ? i + 2 : n + 1;
    const r3 = i + 3 <= n + 1 ? i + 3 : n + 1;
    const r4 = i + 4 <= n + 1 ? i + 4 : n + 1;
    const w0 = w[i]!;
    const p0 = p[i]!;
    const pl = p[l1]!;
    const pl2 = p[l2]!;
    const pr = p[r1]!;
    const pr2 = p[r2]!;
    const pr3 = p[r3]!;
    const f0 = f[i]!;
    let k = 0;
    rows[k++] = row1(1, w0, s);
    rows[k++] = row2(2, w0, p0, s);
    rows[k++] = row2(3, p0, pl, s);
    rows[k++] = row2(4, p0, pr, s);
    rows[k++] = row3(5, p0, pl, pr, s);
    rows[k++] = row3(6, p0, pr, pr2, s);
    rows[k++] = row3(7, p0, pl, pl2, s);
    rows[k++] = row3(8, p0, (Math.imul(pl, 31) + pl2) | 0, pr, s);
    rows[k++] = row3(9, p0, (Math.imul(pr, 31) + pr2) | 0, pl, s);
    rows[k++] = row3(10, p0, (Math.imul(pr, 31) + pr2) | 0, pr3, s);
    rows[k++] = row3(11, p0, (Math.imul(pl, 31) + pl2) | 0, p[l3]!, s);
    rows[k++] = row3(12, (Math.imul(p0, 31) + pl) | 0, (Math.imul(pr, 31) + pr2) | 0, pl2, s);
    rows[k++] = row3(13, (Math.imul(p0, 31) + pl) | 0, (Math.imul(pr, 31) + pr2) | 0, pr3, s);
    rows[k++] = row2(14, p0, w[l1]!, s);
    rows[k++] = row2(15, p0, w[r1]!, s);
    rows[k++] = row2(16, w0, w[l1]!, s);
    rows[k++] = row2(17, w0, w[r1]!, s);
    rows[k++] = row2(18, p0, w[l2]!, s);
    rows[k++] = row2(19, p0, w[r2]!, s);
    rows[k++] = row3(20, w0, pl, pr, s);
    rows[k++] = row2(21, w0, pl, s);
    rows[k++] = row2(22, w0, pr, s);
    rows[k++] = row3(23, p0, pl, w[r1]!, s);
    rows[k++] = row3(24, p0, w[l1]!, pr, s);
    rows[k++] = row2(25, p0, e[i]!, s);
    rows[k++] = row2(26, p0, b1, s);
    rows[k++] = row3(27, p0, b1, b2, s);
    rows[k++] = row2(28, w0, b1, s);
    rows[k++] = row3(29, p0, b1, pr, s);
    rows[k++] = row3(30, p0, b1, (Math.imul(pr, 31) + pr2) | 0, s);
    rows[k++] = row2(31, f0, p0, s);
    rows[k++] = row3(32, p0, f0, f[l1]!, s);
    rows[k++] = row3(33, p0, f0, f[r1]!, s);
    rows[k++] = row3(34, f0, pl, pr, s);
    rows[k++] = row3(35, f0, b1, pr, s);
    rows[k++] = row2(36, p0, f[l1]!, s);
    rows[k++] = row2(37, p0, f[r1]!, s);
    rows[k++] = row3(38, g[i]!, g[l1]!, g[r1]!, s);
    rows[k++] = row3(39, p0, p[r4]!, pr3, s);
    rows[k++] = row3(40, p0, w[l1]!, w[l2]!, s);
    rows[k++] = row3(41, p0, w[r1]!, w[r2]!, s);
    rows[k++] = row3(42, p0, f[r1]!, f[r2]!, s);
    rows[k++] = row3(43, p0, f[l1]!, f[l2]!, s);
    if (v[i] !== 0) {
      rows[k++] = row3(44, p0, v[i]!, w0, s);
      rows[k++] = row3(45, p0, v[i]!, (Math.imul(pl, 31) + pr) | 0, s);
      rows[k++] = row3(46, p0, v[i]!, e[i]!, s);
    }
    if (v[r1] !== 0) rows[k++] = row3(47, p0, pr, v[r1]!, s);
    if (v[l1] !== 0) rows[k++] = row3(48, p0, pl, v[l1]!, s);
    return k;
  }
}

export const outlookHash = (names: readonly string[]): Int32Array => Int32Array.from(names, (name) => hashText(name, 41));
