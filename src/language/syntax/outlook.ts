// Foretells for each word, before the sentence is parsed, which relation it will have and on which side its head stands
// ('supertags', Ouchi et al. 2014). The parser goes from left to right and sees little of what is to come; this looks both
// ways, by the tags around, and lends it the view.
import { B, C, toRows } from "../model/hashing.ts";
import { Ranking, type Scorer } from "../model/linear.ts";
import { NO_RIVAL } from "../tags/tagger.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

export const OUTLOOK_FEATURES = 64;

/** For each tag the outlooks that its words may have. */
export type OutlookChoices = readonly Uint8Array[];

export class Outlook {
  readonly rows = new Int32Array(OUTLOOK_FEATURES);
  readonly scores: Float64Array;
  count = 0;
  private readonly model: Scorer;
  private readonly ranking = new Ranking();
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
    const { model, ranking, rows, scores } = this;
    this.count = this.first(x, i, before);
    scores.fill(0);
    model.add(rows, 0, this.count, scores, choices);
    ranking.rank(scores, choices);
    if (ranking.lead <= model.sure) {
      const first = this.count;
      this.count = this.more(x, i, before, before2, first);
      model.add(rows, first, this.count, scores, choices);
      ranking.rank(scores, choices);
    }
    return ranking.best;
  }

  private first(x: SentenceColumns, i: number, b1: number): number {
    const { word: w, tag: p, ending: e, fine: f, n } = x;
    const { rows } = this;
    const l1 = i - 1;
    const l2 = i > 1 ? i - 2 : 0;
    const l3 = i > 2 ? i - 3 : 0;
    const r1 = i + 1;
    const r2 = Math.min(i + 2, n + 1);
    const w0 = w[i]!;
    const p0 = p[i]!;
    const pl = p[l1]!;
    const pl2 = p[l2]!;
    const pr = p[r1]!;
    const pr2 = p[r2]!;
    const f0 = f[i]!;
    const pll = pl + Math.imul(pl2, 31);
    let k = 0;
    rows[k++] = 1 + w0;
    rows[k++] = 2 + w0 + Math.imul(p0, B);
    rows[k++] = 3 + p0 + Math.imul(pl, B);
    rows[k++] = 4 + p0 + Math.imul(pr, B);
    rows[k++] = 5 + p0 + Math.imul(pl, B) + Math.imul(pr, C);
    rows[k++] = 6 + p0 + Math.imul(pr, B) + Math.imul(pr2, C);
    rows[k++] = 7 + p0 + Math.imul(pl, B) + Math.imul(pl2, C);
    rows[k++] = 11 + p0 + Math.imul(pll, B) + Math.imul(p[l3]!, C);
    rows[k++] = 18 + p0 + Math.imul(w[l2]!, B);
    rows[k++] = 22 + w0 + Math.imul(pr, B);
    rows[k++] = 25 + p0 + Math.imul(e[i]!, B);
    rows[k++] = 26 + p0 + Math.imul(b1, B);
    rows[k++] = 31 + f0 + Math.imul(p0, B);
    rows[k++] = 36 + p0 + Math.imul(f[l1]!, B);
    rows[k++] = 37 + p0 + Math.imul(f[r1]!, B);
    toRows(rows, 0, k, this.model.shift);
    return k;
  }

  private more(x: SentenceColumns, i: number, b1: number, b2: number, from: number): number {
    const { word: w, tag: p, ending: e, fine: f, coarse: g, rival: v, n } = x;
    const { rows } = this;
    const l1 = i - 1;
    const l2 = i > 1 ? i - 2 : 0;
    const r1 = i + 1;
    const r2 = Math.min(i + 2, n + 1);
    const r3 = Math.min(i + 3, n + 1);
    const r4 = Math.min(i + 4, n + 1);
    const w0 = w[i]!;
    const p0 = p[i]!;
    const pl = p[l1]!;
    const pl2 = p[l2]!;
    const pr = p[r1]!;
    const pr2 = p[r2]!;
    const pr3 = p[r3]!;
    const f0 = f[i]!;
    const ppl = p0 + Math.imul(pl, 31);
    const pll = pl + Math.imul(pl2, 31);
    const prr = pr + Math.imul(pr2, 31);
    let k = from;
    rows[k++] = 8 + p0 + Math.imul(pll, B) + Math.imul(pr, C);
    rows[k++] = 9 + p0 + Math.imul(prr, B) + Math.imul(pl, C);
    rows[k++] = 10 + p0 + Math.imul(prr, B) + Math.imul(pr3, C);
    rows[k++] = 12 + ppl + Math.imul(prr, B) + Math.imul(pl2, C);
    rows[k++] = 13 + ppl + Math.imul(prr, B) + Math.imul(pr3, C);
    rows[k++] = 14 + p0 + Math.imul(w[l1]!, B);
    rows[k++] = 15 + p0 + Math.imul(w[r1]!, B);
    rows[k++] = 16 + w0 + Math.imul(w[l1]!, B);
    rows[k++] = 17 + w0 + Math.imul(w[r1]!, B);
    rows[k++] = 19 + p0 + Math.imul(w[r2]!, B);
    rows[k++] = 20 + w0 + Math.imul(pl, B) + Math.imul(pr, C);
    rows[k++] = 21 + w0 + Math.imul(pl, B);
    rows[k++] = 23 + p0 + Math.imul(pl, B) + Math.imul(w[r1]!, C);
    rows[k++] = 24 + p0 + Math.imul(w[l1]!, B) + Math.imul(pr, C);
    rows[k++] = 27 + p0 + Math.imul(b1, B) + Math.imul(b2, C);
    rows[k++] = 28 + w0 + Math.imul(b1, B);
    rows[k++] = 29 + p0 + Math.imul(b1, B) + Math.imul(pr, C);
    rows[k++] = 30 + p0 + Math.imul(b1, B) + Math.imul(prr, C);
    rows[k++] = 32 + p0 + Math.imul(f0, B) + Math.imul(f[l1]!, C);
    rows[k++] = 33 + p0 + Math.imul(f0, B) + Math.imul(f[r1]!, C);
    rows[k++] = 34 + f0 + Math.imul(pl, B) + Math.imul(pr, C);
    rows[k++] = 35 + f0 + Math.imul(b1, B) + Math.imul(pr, C);
    rows[k++] = 38 + g[i]! + Math.imul(g[l1]!, B) + Math.imul(g[r1]!, C);
    rows[k++] = 39 + p0 + Math.imul(p[r4]!, B) + Math.imul(pr3, C);
    rows[k++] = 40 + p0 + Math.imul(w[l1]!, B) + Math.imul(w[l2]!, C);
    rows[k++] = 41 + p0 + Math.imul(w[r1]!, B) + Math.imul(w[r2]!, C);
    rows[k++] = 42 + p0 + Math.imul(f[r1]!, B) + Math.imul(f[r2]!, C);
    rows[k++] = 43 + p0 + Math.imul(f[l1]!, B) + Math.imul(f[l2]!, C);
    if (v[i] !== 0) {
      const plr = pl + Math.imul(pr, 31);
      rows[k++] = 44 + p0 + Math.imul(v[i]!, B) + Math.imul(w0, C);
      rows[k++] = 45 + p0 + Math.imul(v[i]!, B) + Math.imul(plr, C);
      rows[k++] = 46 + p0 + Math.imul(v[i]!, B) + Math.imul(e[i]!, C);
    }
    if (v[r1] !== 0) rows[k++] = 47 + p0 + Math.imul(pr, B) + Math.imul(v[r1]!, C);
    if (v[l1] !== 0) rows[k++] = 48 + p0 + Math.imul(pl, B) + Math.imul(v[l1]!, C);
    toRows(rows, from, k, this.model.shift);
    return k;
  }
}
