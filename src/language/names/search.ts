// Labels the words of one sentence: over each stretch of words that could be part of names, the best sequence of labels
// (Viterbi), and what these labels' scores say of each name's type. The weights come from training; what a document says
// as a whole is not known here.
import type { Scorer } from "../model/linear.ts";
import type { Vocabulary } from "../tags/vocabulary.ts";
import { NAME_TYPES } from "../types.ts";
import type { NameColumns } from "./columns.ts";
import { followRow, NameFeatures } from "./features.ts";
import { BEFORE, CLOSED, goesOn, LABELS, OUTSIDE, retyped, spansOf } from "./labels.ts";
import type { SeenWords } from "./seen-words.ts";

/** A longer stretch is cut: it is a list or a table, not a name. */
const LONGEST = 64;

export class NameSearch {
  readonly features: NameFeatures;
  private readonly scores: Float64Array;
  private readonly model: Scorer;
  private readonly follow = new Float64Array(LABELS * LABELS);
  private readonly sums = new Float64Array(LONGEST * LABELS);
  private readonly from = new Uint8Array(LONGEST * LABELS);
  /** Scores of the labels of the stretch at hand, word by word. */
  private readonly told = new Float64Array(LONGEST * LABELS);
  /** Names of the sentence labelled last, three numbers each: first word, word after the last, index of the type. */
  readonly spans: number[] = [];
  /** For each of them the scores of its types, from the scores of its words' labels. */
  readonly typed: number[] = [];

  constructor(words: Vocabulary, seen: SeenWords, model: Scorer) {
    this.model = model;
    this.features = new NameFeatures(words, seen, model.shift);
    this.scores = new Float64Array(model.width);
    this.learnFollowing();
  }

  /** Reads anew how well labels follow each other; training asks for it, since its weights change. */
  learnFollowing(): void {
    const { rows } = this.features;
    for (let p = 0; p < LABELS; p++) {
      rows[0] = followRow(p, this.model.shift);
      this.scores.fill(0);
      this.model.add(rows, 0, 1, this.scores);
      for (let l = 0; l < LABELS; l++) this.follow[p * LABELS + l] = this.scores[l]!;
    }
  }

  /**
   * Labels of a sentence's words into `out`, which has a place for every word of the document. In training, labels that
   * are not those of `gold` score better by `cost`.
   */
  label(columns: NameColumns, sentence: number, out: Uint8Array, gold: Uint8Array | null = null, cost = 0): void {
    this.spans.length = 0;
    this.typed.length = 0;
    const n = columns.starts[sentence + 1]!;
    for (let i = columns.starts[sentence]!; i < n; ) {
      if (columns.open[i] === 0) {
        out[i++] = OUTSIDE;
        continue;
      }
      let end = i + 1;
      while (end < n && end - i < LONGEST && columns.open[end] !== 0) end++;
      this.stretch(columns, sentence, i, end, out, gold, cost);
      i = end;
    }
  }

  private stretch(
    columns: NameColumns,
    sentence: number,
    first: number,
    end: number,
    out: Uint8Array,
    gold: Uint8Array | null,
    cost: number,
  ): void {
    const { sums, from, follow, scores } = this;
    for (let i = first; i < end; i++) {
      const count = this.features.ofWord(columns, sentence, i);
      scores.fill(0);
      this.model.add(this.features.rows, 0, count, scores);
      if (gold !== null) for (let l = 0; l < LABELS; l++) if (l !== gold[i]) scores[l]! += cost;
      const at = (i - first) * LABELS;
      this.told.set(scores.length === LABELS ? scores : scores.subarray(0, LABELS), at);
      for (let l = 0; l < LABELS; l++) {
        const before = BEFORE[l]!;
        let best = -Infinity;
        let chosen = 0;
        if (i === first) {
          if (before[0] === OUTSIDE) best = follow[l]!;
        } else
          for (let j = 0; j < before.length; j++) {
            const p = before[j]!;
            // A name that is known is in one name from end to end, or in none.
            if (columns.joined[i] !== 0 && !goesOn(p, l)) continue;
            const sum = sums[at - LABELS + p]! + follow[p * LABELS + l]!;
            if (sum > best) {
              best = sum;
              chosen = p;
            }
          }
        sums[at + l] = best + scores[l]!;
        from[at + l] = chosen;
      }
    }
    const at = (end - 1 - first) * LABELS;
    let best = OUTSIDE;
    for (const l of CLOSED) if (sums[at + l]! > sums[at + best]!) best = l;
    for (let i = end - 1; i >= first; i--) {
      out[i] = best;
      best = from[(i - first) * LABELS + best]!;
    }
    this.collect(first, end, out);
  }

  /** Takes down the names of a stretch, with what its words' labels say of each type. */
  private collect(first: number, end: number, labels: Uint8Array): void {
    const types = NAME_TYPES.length;
    for (const span of spansOf(labels, end, first)) {
      this.spans.push(span.first, span.last, span.type);
      const from = this.typed.length;
      for (let t = 0; t < types; t++) this.typed.push(0);
      for (let i = span.first; i < span.last; i++) {
        const at = (i - first) * LABELS;
        for (let t = 0; t < types; t++) this.typed[from + t]! += this.told[at + retyped(labels[i]!, t)]!;
      }
    }
  }
}
