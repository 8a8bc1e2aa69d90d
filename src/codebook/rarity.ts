// How rare a word is in English reports of any kind (common-words.tsv), so that the words by which a story is known
// again can be told from those that every report uses. Counted once and kept: no ledger's own reports change it.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { readRows } from "./rows.ts";

const row = z.object({
  rarity: z.coerce.number().min(0),
  words: z.string().transform((words) => words.split(" ").filter((w) => w !== "")),
});

export interface Rarity {
  /** The natural logarithm of how many reports there are to one that has the word; null for a word of no common kind. */
  of(word: string): number | null;
  /** Of a word that the table lacks: a name, a number, a slip of the pen. */
  readonly unlisted: number;
}

/** @throws CodebookFault naming file and line of every fault */
export function loadRarity(where: Where): Rarity {
  const rows = readRows(where, "common-words.tsv", row);
  const words = new Map<string, number>();
  for (const { rarity, words: some } of rows) for (const word of some) words.set(word, rarity);
  return { of: (word) => words.get(word) ?? null, unlisted: Math.max(0, ...rows.map((r) => r.rarity)) + 0.5 };
}
