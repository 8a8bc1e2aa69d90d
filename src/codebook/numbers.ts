// Number words of codebook/numbers.yaml, shared by dates and figures. Which of them make up one number is read in
// src/extract/numbers.ts.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";

const table = z.record(z.string().regex(/^\p{Ll}+$/u, "a word in lower case"), z.number().positive());
const schema = z.strictObject({ values: table, multipliers: table, suffixes: table, fractions: table });

export interface NumberWords {
  readonly values: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
}

/** @throws CodebookFault naming file and line of every fault */
export function loadNumbers(where: Where): NumberWords {
  const read = readYaml(where, "numbers.yaml", schema);
  const map = (record: Record<string, number>) => new Map(Object.entries(record));
  return {
    values: map(read.values),
    multipliers: map(read.multipliers),
    suffixes: map(read.suffixes),
    fractions: map(read.fractions),
  };
}
