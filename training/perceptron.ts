// The averaged perceptron: what learns every table of weights here. It makes mistakes, corrects the rows that led to
// them, and in the end gives the mean of all states it went through. No chance but that of the seed.
import type { Scorer } from "../src/language/model/linear.ts";

/** A repeatable source of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Numbers 0 to n - 1 in an order that `random` decides. */
export function shuffled(n: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** What a feature must have been wrong about this often before it gets weights of its own: rare ones teach little. */
const LEAST_CORRECTIONS = 2;

/** Rows of weights as they are learnt, dense; `index` says where a feature's row begins, 0 that it has none. */
export class Rows implements Scorer {
  readonly width: number;
  readonly shift: number;
  readonly sure: number;
  readonly index: Int32Array;
  weights: Float32Array;

  constructor(width: number, shift: number, sure: number, index: Int32Array, weights: Float32Array) {
    this.width = width;
    this.shift = shift;
    this.sure = sure;
    this.index = index;
    this.weights = weights;
  }

  add(features: Int32Array, from: number, to: number, scores: Float64Array, classes?: Uint8Array): void {
    const { width, index, weights } = this;
    for (let i = from; i < to; i++) {
      const base = index[features[i]!]!;
      if (base === 0) continue;
      if (classes) for (let j = 0; j < classes.length; j++) scores[classes[j]!]! += weights[base + classes[j]!]!;
      else for (let c = 0; c < width; c++) scores[c]! += weights[base + c]!;
    }
  }
}

export class Perceptron extends Rows {
  private sums: Float64Array;
  private readonly corrected: Uint8Array;
  private readonly least: number;
  private used: number;
  private clock = 1;

  /** `sure` is the lead that needs no second look (see Scorer), in weights as they are learnt. */
  constructor(bits: number, width: number, sure = Infinity, least = LEAST_CORRECTIONS) {
    super(width, 32 - bits, sure, new Int32Array(2 ** bits), new Float32Array(width * 1024));
    this.corrected = new Uint8Array(2 ** bits);
    this.sums = new Float64Array(width * 1024);
    this.least = least;
    this.used = width;
  }

  /** One example has been seen. */
  tick(): void {
    this.clock++;
  }

  /** Moves the rows of the first `count` features towards `right` and away from `wrong`. */
  correct(rows: Int32Array, count: number, right: number, wrong: number): void {
    const { index, clock } = this;
    for (let i = 0; i < count; i++) {
      const base = index[rows[i]!]! || this.row(rows[i]!);
      if (base === 0) continue;
      this.weights[base + right]! += 1;
      this.sums[base + right]! += clock;
      this.weights[base + wrong]! -= 1;
      this.sums[base + wrong]! -= clock;
    }
  }

  private row(feature: number): number {
    if (++this.corrected[feature]! < this.least) return 0;
    if (this.used + this.width > this.weights.length) {
      const weights = new Float32Array(this.weights.length * 2);
      weights.set(this.weights);
      this.weights = weights;
      const sums = new Float64Array(this.sums.length * 2);
      sums.set(this.sums);
      this.sums = sums;
    }
    this.index[feature] = this.used;
    this.used += this.width;
    return this.index[feature]!;
  }

  /** The mean of the weights over all examples seen. */
  averaged(): Rows {
    const weights = this.weights.slice(0, this.used);
    for (let i = 0; i < weights.length; i++) weights[i]! -= this.sums[i]! / this.clock;
    return new Rows(this.width, this.shift, this.sure, this.index, weights);
  }
}

/**
 * One scorer out of several that learnt the same thing in another order: the sum of their scores, which errs less than
 * any of them and costs no more to ask.
 */
export function merged(models: readonly Rows[]): Rows {
  const { width, shift, sure } = models[0]!;
  const index = new Int32Array(models[0]!.index.length);
  let used = width;
  for (let f = 0; f < index.length; f++)
    if (models.some((m) => m.index[f]! !== 0)) {
      index[f] = used;
      used += width;
    }
  const weights = new Float32Array(used);
  for (const m of models)
    for (let f = 0; f < index.length; f++) {
      const from = m.index[f]!;
      if (from !== 0) for (let c = 0; c < width; c++) weights[index[f]! + c]! += m.weights[from + c]! / models.length;
    }
  return new Rows(width, shift, sure, index, weights);
}
