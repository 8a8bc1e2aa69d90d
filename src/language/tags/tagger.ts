// Gives each word its part of speech (UPOS) and Penn tag (XPOS) together, from left to right, each time the best one by
// the words around and the tags before. Words that always bore one tag in training keep it unasked.
import { row1, row2, row3 } from "../model/hashing.ts";
import { bestOf, type Scorer } from "../model/linear.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where there is no word: before the first and after the last. */
const NONE = 0x3b9aca07;
export const TAG_FEATURES = 48;
export const NO_RIVAL = 255;
/** A choice is close when the next best tag's score is within this share of the best one's. */
const CLOSE = 0.4;

/** Tags are numbers into a list of 'UPOS XPOS'; ids are the vocabulary's. */
export class Tagger {
  readonly rows = new Int32Array(TAG_FEATURES);
  readonly scores: Float64Array;
  private readonly words: Vocabulary;
  private readonly model: Scorer;

  constructor(words: Vocabulary, model: Scorer) {
    this.words = words;
    this.model = model;
    this.scores = new Float64Array(model.width);
  }

  /** Tags of the first `n` words into `out`; into `rivals` the next best tag where the choice was close, else NO_RIVAL. */
  tag(ids: Int32Array, n: number, out: Uint8Array, rivals: Uint8Array): void {
    let before = -1;
    let before2 = -1;
    for (let i = 0; i < n; i++) {
      let tag = this.words.only[ids[i]!]!;
      rivals[i] = NO_RIVAL;
      if (tag < 0) {
        tag = this.decide(ids, n, i, before, before2);
        rivals[i] = this.rival(tag);
      }
      out[i] = tag;
      before2 = before;
      before = tag;
    }
  }

  /** The best tag for word `i`; leaves the rows and scores behind for training. */
  decide(ids: Int32Array, n: number, i: number, before: number, before2: number): number {
    const count = this.features(ids, n, i, before, before2);
    this.model.score(this.rows, count, this.scores);
    return bestOf(this.scores);
  }

  private rival(tag: number): number {
    const { scores } = this;
    let second = tag === 0 ? 1 : 0;
    for (let c = 0; c < scores.length; c++) if (c !== tag && scores[c]! > scores[second]!) second = c;
    return scores[tag]! - scores[second]! < CLOSE * scores[tag]! ? second : NO_RIVAL;
  }

  features(ids: Int32Array, n: number, i: number, t1: number, t2: number): number {
    const { lower, end1, end2, end3, end4, begin1, begin3, shape, fine, coarse, tags } = this.words;
    const rows = this.rows;
    const s = this.model.shift;
    const w = ids[i]!;
    const l1 = i > 0 ? ids[i - 1]! : -1;
    const l2 = i > 1 ? ids[i - 2]! : -1;
    const r1 = i + 1 < n ? ids[i + 1]! : -1;
    const r2 = i + 2 < n ? ids[i + 2]! : -1;
    const w0 = lower[w]!;
    const wl = l1 < 0 ? NONE : lower[l1]!;
    const wr = r1 < 0 ? NONE : lower[r1]!;
    const at = tags[w]!;
    const ar = r1 < 0 ? NONE : tags[r1]!;
    const ar2 = r2 < 0 ? NONE : tags[r2]!;
    const form = shape[w]! ^ (i === 0 ? 0x1234567 : 0);
    const f0 = fine[w]!;
    const fl = l1 < 0 ? NONE : fine[l1]!;
    const fr = r1 < 0 ? NONE : fine[r1]!;
    const cr = r1 < 0 ? NONE : coarse[r1]!;
    const cr2 = r2 < 0 ? NONE : coarse[r2]!;
    let k = 0;
    rows[k++] = row1(1, w0, s);
    rows[k++] = row2(2, w0, form, s);
    rows[k++] = row1(3, end1[w]!, s);
    rows[k++] = row1(4, end2[w]!, s);
    rows[k++] = row1(5, end3[w]!, s);
    rows[k++] = row1(6, end4[w]!, s);
    rows[k++] = row1(7, begin1[w]!, s);
    rows[k++] = row1(8, begin3[w]!, s);
    rows[k++] = row1(9, form, s);
    rows[k++] = row1(10, wl, s);
    rows[k++] = row1(11, wr, s);
    rows[k++] = row1(12, l2 < 0 ? NONE : lower[l2]!, s);
    rows[k++] = row1(13, r2 < 0 ? NONE : lower[r2]!, s);
    rows[k++] = row1(14, t1, s);
    rows[k++] = row2(15, t1, t2, s);
    rows[k++] = row2(16, t1, w0, s);
    rows[k++] = row2(17, t1, ar, s);
    rows[k++] = row2(18, w0, wr, s);
    rows[k++] = row2(19, w0, wl, s);
    rows[k++] = row1(20, l1 < 0 ? NONE : end3[l1]!, s);
    rows[k++] = row1(21, r1 < 0 ? NONE : end3[r1]!, s);
    rows[k++] = row2(22, at, ar, s);
    rows[k++] = row3(23, t1, at, ar, s);
    rows[k++] = row3(24, ar, ar2, at, s);
    rows[k++] = row2(25, r1 < 0 ? NONE : shape[r1]!, form, s);
    rows[k++] = row2(26, l1 < 0 ? NONE : shape[l1]!, form, s);
    rows[k++] = row3(27, t1, t2, at, s);
    rows[k++] = row2(28, t1, end3[w]!, s);
    rows[k++] = row2(29, t1, wr, s);
    rows[k++] = row2(30, form, end3[w]!, s);
    rows[k++] = row1(31, f0, s);
    rows[k++] = row2(32, t1, f0, s);
    rows[k++] = row2(33, f0, fr, s);
    rows[k++] = row2(34, fl, f0, s);
    rows[k++] = row3(35, t1, f0, cr, s);
    rows[k++] = row3(36, f0, cr, cr2, s);
    rows[k++] = row2(37, at, fr, s);
    rows[k++] = row2(38, fl, at, s);
    rows[k++] = row3(39, t1, at, cr, s);
    rows[k++] = row2(40, f0, form, s);
    return k;
  }
}
