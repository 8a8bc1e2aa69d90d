// Writes the model file that src/language/model/packed.ts reads: prunes weights that say little, keeps the others as signed
// square roots in 8 bits, and lays the tables out so that they compress well.
import { gzipSync } from "node:zlib";
import { MAGIC, type TablePlan } from "../src/language/model/packed.ts";
import type { Rows } from "./perceptron.ts";

const LARGEST = 127;

interface Laid {
  readonly plan: Omit<TablePlan, "at" | "bytes">;
  readonly parts: readonly Uint8Array[];
}

/** The root that stands for a weight, the table's largest being ±127. */
const rooting =
  (largest: number) =>
  (weight: number): number =>
    Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest) * LARGEST);

/** A lead in the weights as they ship, the largest being 127 squared; a number that JSON can hold. */
const shippedLead = (sure: number, largest: number): number =>
  Math.min(Math.round((sure / largest) * LARGEST ** 2), Number.MAX_SAFE_INTEGER);

function gapsOf(features: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (const feature of features) {
    let gap = feature - last;
    while (gap > 127) {
      bytes.push((gap & 127) | 128);
      gap >>>= 7;
    }
    bytes.push(gap);
    last = feature;
  }
  return Uint8Array.from(bytes);
}

const bytesOf = (numbers: readonly number[]): Uint8Array => new Uint8Array(Int8Array.from(numbers).buffer);

/** Weights below `least` are dropped, and the rows that have none above it. */
export function laySparse(rows: Rows, least: number): Laid {
  const { width, shift, index, weights } = rows;
  if (width > 256) throw new Error(`a table of ${width} classes does not fit into a byte each`);
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const root = rooting(largest);
  const features: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const roots: number[] = [];
  for (let feature = 0; feature < index.length; feature++) {
    const base = index[feature]!;
    if (base === 0) continue;
    let count = 0;
    for (let c = 0; c < width; c++) {
      const weight = weights[base + c]!;
      if (Math.abs(weight) < least || root(weight) === 0) continue;
      classes.push(c);
      roots.push(root(weight));
      count++;
    }
    if (count === 0) continue;
    features.push(feature);
    counts.push(count);
  }
  const gaps = gapsOf(features);
  const sure = shippedLead(rows.sure, largest);
  const plan = {
    kind: "sparse",
    width,
    shift,
    sure,
    rows: features.length,
    entries: roots.length,
    gaps: gaps.length,
  } as const;
  return { plan, parts: [gaps, Uint8Array.from(counts), Uint8Array.from(classes), bytesOf(roots)] };
}

/** Three classes as two differences; features whose differences are both below `least` are dropped. */
export function layPairs(rows: Rows, least: number): Laid {
  const { shift, index, weights } = rows;
  const pairs: [feature: number, one: number, two: number][] = [];
  let largest = 0;
  for (let feature = 0; feature < index.length; feature++) {
    const base = index[feature]!;
    if (base === 0) continue;
    const one = weights[base + 1]! - weights[base]!;
    const two = weights[base + 2]! - weights[base]!;
    if (Math.max(Math.abs(one), Math.abs(two), Math.abs(one - two)) < least) continue;
    largest = Math.max(largest, Math.abs(one), Math.abs(two));
    pairs.push([feature, one, two]);
  }
  const root = rooting(largest);
  const gaps = gapsOf(pairs.map(([feature]) => feature));
  const sure = shippedLead(rows.sure, largest);
  const plan = { kind: "pairs", width: 3, shift, sure, rows: pairs.length, entries: 0, gaps: gaps.length } as const;
  return {
    plan,
    parts: [gaps, bytesOf(pairs.map(([, one]) => root(one))), bytesOf(pairs.map(([, , two]) => root(two)))],
  };
}

export function layNumbers(numbers: Int16Array): Laid {
  const plan = { kind: "numbers", width: 1, shift: 32, sure: 0, rows: 0, entries: numbers.length, gaps: 0 } as const;
  return {
    plan,
    parts: [Uint8Array.from(numbers, (n) => n & 255), bytesOf(Array.from(numbers, (n) => n >> 8))],
  };
}

/** The bytes of a model: `header` is anything JSON, tables are found again by their names. */
export function pack(header: unknown, tables: Readonly<Record<string, Laid>>): Uint8Array {
  let at = 0;
  const plans: Record<string, TablePlan> = {};
  const parts: Uint8Array[] = [];
  for (const [name, { plan, parts: own }] of Object.entries(tables)) {
    const size = own.reduce((n, part) => n + part.length, 0);
    plans[name] = { ...plan, at, bytes: size };
    at += size;
    parts.push(...own);
  }
  const text = new TextEncoder().encode(JSON.stringify({ header, tables: plans }));
  const start = new DataView(new ArrayBuffer(8));
  start.setUint32(0, MAGIC, true);
  start.setUint32(4, text.length, true);
  return Buffer.concat([new Uint8Array(start.buffer), text, ...parts]);
}

/** Compressed without a date or a name, so that the same model gives the same bytes. */
export const compress = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });
