// Linear scorers over hashed features: a feature leads to weights, one for each class that it speaks for or against. What
// ships is sparse and made of whole numbers: sums are exact, and the same on every machine. How weights are learnt is
// training's business.

export interface Scorer {
  /** Classes. */
  readonly width: number;
  /** Features are hashed to 32 - shift bits. */
  readonly shift: number;
  /**
   * The sum of the weights of the first `count` features into `scores`; for every class, or at least for those that are
   * asked for.
   */
  score(features: Int32Array, count: number, scores: Float64Array, classes?: Uint8Array): void;
}

/** Rows of few weights each; features that taught nothing have none. */
export class SparseRows implements Scorer {
  readonly width: number;
  readonly shift: number;
  /** The row of each feature: 0 for none, else row + 1. */
  private readonly index: Int32Array;
  /** Where each row's entries begin; one more at the end. */
  private readonly starts: Int32Array;
  /** Weight × 256 + class. */
  private readonly entries: Int32Array;

  constructor(width: number, shift: number, index: Int32Array, starts: Int32Array, entries: Int32Array) {
    this.width = width;
    this.shift = shift;
    this.index = index;
    this.starts = starts;
    this.entries = entries;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { index, starts, entries } = this;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = index[features[i]!]!;
      if (row === 0) continue;
      const end = starts[row]!;
      for (let k = starts[row - 1]!; k < end; k++) {
        const entry = entries[k]!;
        scores[entry & 255]! += entry >> 8;
      }
    }
  }
}

/** Three classes told apart by two weights, by how much better than class 0 the others are; both in one number. */
export class PairTable implements Scorer {
  readonly width = 3;
  readonly shift: number;
  /** Class 1's advantage in the upper 16 bits, class 2's in the lower ones, one number a feature. */
  private readonly pairs: Int32Array;

  constructor(shift: number, pairs: Int32Array) {
    this.shift = shift;
    this.pairs = pairs;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { pairs } = this;
    let one = 0;
    let two = 0;
    for (let i = 0; i < count; i++) {
      const pair = pairs[features[i]!]!;
      one += pair >> 16;
      two += (pair << 16) >> 16;
    }
    scores[0] = 0;
    scores[1] = one;
    scores[2] = two;
  }
}

/** The class with the highest score among some; of equals the first. */
export function bestAmong(scores: Float64Array, classes: Uint8Array): number {
  let best = classes[0]!;
  for (let j = 1; j < classes.length; j++) if (scores[classes[j]!]! > scores[best]!) best = classes[j]!;
  return best;
}

/** The class with the highest score of all; of equals the first. */
export function bestOf(scores: Float64Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
