// Gives each word its part of speech (UPOS) and Penn tag (XPOS) together, from left to right, each time the best one by
// the words around and the tags before. Words that all but always bore one tag in training keep it unasked.
import { B, C, toRows } from "../model/hashing.ts";
import { allClasses, Ranking, type Scorer } from "../model/linear.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where there is no word: before the first and after the last. */
const NONE = 0x3b9aca07;
/** Marks the shape of a sentence's first word, whose capital says nothing. */
const FIRST_WORD = 0x1234567;
const SPREAD = 0x9e3779b1;
export const TAG_FEATURES = 48;
export const NO_RIVAL = 255;
/** A choice is close when the next best tag's score is within this share of the best one's. */
const CLOSE = 0.4;

/** Tags are numbers into a list of 'UPOS XPOS'; ids are the vocabulary's. */
export class Tagger {
  readonly rows = new Int32Array(TAG_FEATURES);
  readonly scores: Float64Array;
  /** Features that the last decision asked. */
  count = 0;
  private readonly words: Vocabulary;
  private readonly model: Scorer;
  private readonly all: Uint8Array;
  private readonly ranking = new Ranking();

  constructor(words: Vocabulary, model: Scorer) {
    this.words = words;
    this.model = model;
    this.scores = new Float64Array(model.width);
    this.all = allClasses(model.width);
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
        const { lead, second } = this.ranking;
        if (lead < CLOSE * this.scores[tag]!) rivals[i] = second;
      }
      out[i] = tag;
      before2 = before;
      before = tag;
    }
  }

  /** The best tag for word `i`; leaves the rows and scores behind for training. */
  decide(ids: Int32Array, n: number, i: number, before: number, before2: number): number {
    const { all, model, ranking, rows, scores } = this;
    // The tags before, as numbers that no other value has.
    const t1 = Math.imul(before + 2, SPREAD);
    const t2 = Math.imul(before2 + 2, SPREAD);
    this.count = this.first(ids, n, i, t1, t2);
    scores.fill(0);
    model.add(rows, 0, this.count, scores);
    ranking.rank(scores, all);
    if (ranking.lead <= model.sure) {
      const first = this.count;
      this.count = this.more(ids, n, i, t1, t2, first);
      model.add(rows, first, this.count, scores);
      ranking.rank(scores, all);
    }
    return ranking.best;
  }

  private first(ids: Int32Array, n: number, i: number, t1: number, t2: number): number {
    const { lower, end1, end2, end3, end4, begin3, shape, fine, tags } = this.words;
    const rows = this.rows;
    const w = ids[i]!;
    const l1 = i > 0 ? ids[i - 1]! : -1;
    const r1 = i + 1 < n ? ids[i + 1]! : -1;
    const w0 = lower[w]!;
    const wl = l1 < 0 ? NONE : lower[l1]!;
    const at = tags[w]!;
    const ar = r1 < 0 ? NONE : tags[r1]!;
    const form = shape[w]! ^ (i === 0 ? FIRST_WORD : 0);
    const f0 = fine[w]!;
    const fl = l1 < 0 ? NONE : fine[l1]!;
    const fr = r1 < 0 ? NONE : fine[r1]!;
    let k = 0;
    rows[k++] = 1 + w0;
    rows[k++] = 3 + end1[w]!;
    rows[k++] = 4 + end2[w]!;
    rows[k++] = 5 + end3[w]!;
    rows[k++] = 6 + end4[w]!;
    rows[k++] = 8 + begin3[w]!;
    rows[k++] = 9 + form;
    rows[k++] = 10 + wl;
    rows[k++] = 14 + t1;
    rows[k++] = 22 + at + Math.imul(ar, B);
    rows[k++] = 27 + t1 + Math.imul(t2, B) + Math.imul(at, C);
    rows[k++] = 31 + f0;
    rows[k++] = 37 + at + Math.imul(fr, B);
    rows[k++] = 38 + fl + Math.imul(at, B);
    rows[k++] = 40 + f0 + Math.imul(form, B);
    toRows(rows, 0, k, this.model.shift);
    return k;
  }

  private more(ids: Int32Array, n: number, i: number, t1: number, t2: number, from: number): number {
    const { lower, end3, begin1, shape, fine, coarse, tags } = this.words;
    const rows = this.rows;
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
    const form = shape[w]! ^ (i === 0 ? FIRST_WORD : 0);
    const f0 = fine[w]!;
    const fl = l1 < 0 ? NONE : fine[l1]!;
    const fr = r1 < 0 ? NONE : fine[r1]!;
    const cr = r1 < 0 ? NONE : coarse[r1]!;
    const cr2 = r2 < 0 ? NONE : coarse[r2]!;
    let k = from;
    rows[k++] = 2 + w0 + Math.imul(form, B);
    rows[k++] = 7 + begin1[w]!;
    rows[k++] = 11 + wr;
    rows[k++] = 12 + (l2 < 0 ? NONE : lower[l2]!);
    rows[k++] = 13 + (r2 < 0 ? NONE : lower[r2]!);
    rows[k++] = 15 + t1 + Math.imul(t2, B);
    rows[k++] = 16 + t1 + Math.imul(w0, B);
    rows[k++] = 17 + t1 + Math.imul(ar, B);
    rows[k++] = 18 + w0 + Math.imul(wr, B);
    rows[k++] = 19 + w0 + Math.imul(wl, B);
    rows[k++] = 20 + (l1 < 0 ? NONE : end3[l1]!);
    rows[k++] = 21 + (r1 < 0 ? NONE : end3[r1]!);
    rows[k++] = 23 + t1 + Math.imul(at, B) + Math.imul(ar, C);
    rows[k++] = 24 + ar + Math.imul(ar2, B) + Math.imul(at, C);
    rows[k++] = 25 + (r1 < 0 ? NONE : shape[r1]!) + Math.imul(form, B);
    rows[k++] = 26 + (l1 < 0 ? NONE : shape[l1]!) + Math.imul(form, B);
    rows[k++] = 28 + t1 + Math.imul(end3[w]!, B);
    rows[k++] = 29 + t1 + Math.imul(wr, B);
    rows[k++] = 30 + form + Math.imul(end3[w]!, B);
    rows[k++] = 32 + t1 + Math.imul(f0, B);
    rows[k++] = 33 + f0 + Math.imul(fr, B);
    rows[k++] = 34 + fl + Math.imul(f0, B);
    rows[k++] = 35 + t1 + Math.imul(f0, B) + Math.imul(cr, C);
    rows[k++] = 36 + f0 + Math.imul(cr, B) + Math.imul(cr2, C);
    rows[k++] = 39 + t1 + Math.imul(at, B) + Math.imul(cr, C);
    toRows(rows, from, k, this.model.shift);
    return k;
  }
}
