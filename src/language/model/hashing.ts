// Hashes: a string to 32 bits, and a feature (its template's number and one to four values) to a row of a table of
// weights. Rows are shared by chance; the training learns with the same sharing, so that nothing has to be stored of them.

/** 32 bits of a string; `seed` keeps kinds of strings apart. */
export function hashText(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) | 0;
}

/** The row of template `t` with one value, in a table of 2^(32 - shift) rows. */
export function row1(t: number, a: number, shift: number): number {
  let h = Math.imul(a ^ Math.imul(t, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae35) >>> shift;
}

export function row2(t: number, a: number, b: number, shift: number): number {
  let h = Math.imul(a ^ Math.imul(t, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul((h + b) | 0, 0xc2b2ae35);
  h ^= h >>> 15;
  return Math.imul(h, 0x27d4eb2f) >>> shift;
}

export function row3(t: number, a: number, b: number, c: number, shift: number): number {
  let h = Math.imul(a ^ Math.imul(t, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul((h + b) | 0, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul((h + c) | 0, 0x165667b1);
  h ^= h >>> 14;
  return Math.imul(h, 0x27d4eb2f) >>> shift;
}

// A feature of several values is their sum, each value times the number of its place (1, B, C), and a small number for its
// kind. At least one of the values is a hash, so that the sum is as good as one and costs next to nothing.
export const B = 0x2c1b3c6d;
export const C = 0x297a2d39;

/** Turns such sums into rows of a table of 2^(32 - shift), in place. */
export function toRows(sums: Int32Array, from: number, to: number, shift: number): void {
  for (let i = from; i < to; i++) {
    let h = sums[i]!;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    sums[i] = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> shift;
  }
}
