// Linear scorers over hashed features: a feature leads to weights, one for each class that it speaks for or against. What
// ships is sparse and made of whole numbers: sums are exact, and the same on every machine. How weights are learnt is
// training's business.

export interface Scorer {
  /** Classes. */
  readonly width: number;
  /** Features are hashed to 32 - shift bits. */
  readonly shift: number;
  /** A lead so large over the next class after a first look at the features needs no second look. */
  readonly sure: number;
  /** Adds the weights of features `from` up to `to`; for every class, or at least for those that are asked for. */
  add(features: Int32Array, from: number, to: number, scores: Float64Array, classes?: Uint8Array): void;
}

/** No caller has more features for one decision. */
const MOST_FEATURES = 256;

/** Rows of few weights each; features that taught nothing have none. */
export class SparseRows implements Scorer {
  readonly width: number;
  readonly shift: number;
  readonly sure: number;
  /** Where each feature's row begins in `entries`; 0 for none. */
  private readonly index: Int32Array;
  /** A row is the number of its entries and these: weight × 256 + class. What stands at 0 belongs to no row. */
  private readonly entries: Int32Array;
  private readonly found = new Int32Array(MOST_FEATURES);
  private readonly ends = new Int32Array(MOST_FEATURES);

  constructor(width: number, shift: number, sure: number, index: Int32Array, entries: Int32Array) {
    this.width = width;
    this.shift = shift;
    this.sure = sure;
    this.index = index;
    this.entries = entries;
  }

  add(features: Int32Array, from: number, to: number, scores: Float64Array): void {
    const { index, entries, found, ends } = this;
    // All look-ups first: they wait for memory, and so they wait together.
    let rows = 0;
    for (let i = from; i < to; i++) {
      const at = index[features[i]!]!;
      found[rows] = at;
      rows += at === 0 ? 0 : 1;
    }
    for (let i = 0; i < rows; i++) ends[i] = found[i]! + entries[found[i]!]!;
    for (let i = 0; i < rows; i++) {
      const end = ends[i]!;
      for (let k = found[i]! + 1; k <= end; k++) {
        const entry = entries[k]!;
        scores[entry & 255]! += entry >> 8;
      }
    }
  }
}

/** Three classes told apart by two weights, by how much better than class 0 the others are. */
export class PairTable implements Scorer {
  readonly width = 3;
  readonly shift: number;
  readonly sure: number;
  /** Signed roots of both weights, a byte each: class 1's in the upper one. One pair a feature. */
  private readonly pairs: Int16Array;

  constructor(shift: number, sure: number, pairs: Int16Array) {
    this.shift = shift;
    this.sure = sure;
    this.pairs = pairs;
  }

  add(features: Int32Array, from: number, to: number, scores: Float64Array): void {
    const { pairs } = this;
    let one = 0;
    let two = 0;
    for (let i = from; i < to; i++) {
      const pair = pairs[features[i]!]!;
      const first = pair >> 8;
      const second = (pair << 24) >> 24;
      one += first * Math.abs(first);
      two += second * Math.abs(second);
    }
    scores[1]! += one;
    scores[2]! += two;
  }
}

/** Every class of a scorer that has so many. */
export const allClasses = (width: number): Uint8Array => Uint8Array.from({ length: width }, (_, c) => c);

/** The best class of a decision, the next one, and how far apart they are. */
export class Ranking {
  best = 0;
  /** -1 when there is but one class. */
  second = -1;
  lead = Infinity;

  /** Ranks some classes by their scores; of equals the first comes first. */
  rank(scores: Float64Array, classes: Uint8Array): void {
    let best = -1;
    let second = -1;
    let most = -Infinity;
    let next = -Infinity;
    for (let j = 0; j < classes.length; j++) {
      const c = classes[j]!;
      const score = scores[c]!;
      if (score > most) {
        second = best;
        next = most;
        best = c;
        most = score;
      } else if (score > next) {
        second = c;
        next = score;
      }
    }
    this.best = best;
    this.second = second;
    this.lead = most - next;
  }
}
