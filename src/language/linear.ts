// A linear scorer over hashed features: one row of weights a feature, one column a class. Weights are small whole
// numbers, so that sums are exact and the same on every machine. How they were learnt is training's business.

export interface Linear {
  /** Classes. */
  readonly width: number;
  /** Rows are 2^(32 - shift). */
  readonly shift: number;
  /** rows × width, row by row. */
  readonly weights: Int16Array | Float32Array;
}

export const rowsOf = (shift: number): number => 2 ** (32 - shift);

/** Sums the rows of the first `count` features into `scores`. */
export function scoreAll(model: Linear, rows: Int32Array, count: number, scores: Float64Array): void {
  const { width, weights } = model;
  scores.fill(0);
  for (let i = 0; i < count; i++) {
    const base = rows[i]! * width;
    for (let c = 0; c < width; c++) scores[c]! += weights[base + c]!;
  }
}

/** As scoreAll, for some classes only; the others' scores stay what they were. */
export function scoreSome(
  model: Linear,
  rows: Int32Array,
  count: number,
  classes: Uint8Array,
  scores: Float64Array,
): void {
  const { width, weights } = model;
  for (const c of classes) scores[c] = 0;
  for (let i = 0; i < count; i++) {
    const base = rows[i]! * width;
    for (let j = 0; j < classes.length; j++) {
      const c = classes[j]!;
      scores[c]! += weights[base + c]!;
    }
  }
}

/** The class with the highest score; of equals the first. */
export function bestOf(scores: Float64Array, width: number): number {
  let best = 0;
  for (let c = 1; c < width; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
