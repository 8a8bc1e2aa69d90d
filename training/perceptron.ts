// The averaged perceptron: what learns every table of weights here. It makes mistakes, corrects the rows that led to
// them, and in the end gives the mean of all states it went through. No chance but that of the seed.
import { type Linear, rowsOf } from "../src/language/linear.ts";

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

export class Perceptron implements Linear {
  readonly width: number;
  readonly shift: number;
  readonly weights: Float32Array;
  private readonly sums: Float64Array;
  private clock = 1;

  constructor(bits: number, width: number) {
    this.width = width;
    this.shift = 32 - bits;
    this.weights = new Float32Array(rowsOf(this.shift) * width);
    this.sums = new Float64Array(this.weights.length);
  }

  /** One example has been seen. */
  tick(): void {
    this.clock++;
  }

  /** Moves the rows of the first `count` features towards `right` and away from `wrong`. */
  correct(rows: Int32Array, count: number, right: number, wrong: number, step = 1): void {
    const { width, weights, sums, clock } = this;
    for (let i = 0; i < count; i++) {
      const base = rows[i]! * width;
      weights[base + right]! += step;
      sums[base + right]! += step * clock;
      weights[base + wrong]! -= step;
      sums[base + wrong]! -= step * clock;
    }
  }

  /** The mean of the weights over all examples seen. */
  averaged(): Linear & { readonly weights: Float32Array } {
    const weights = new Float32Array(this.weights.length);
    for (let i = 0; i < weights.length; i++) weights[i] = this.weights[i]! - this.sums[i]! / this.clock;
    return { width: this.width, shift: this.shift, weights };
  }
}
