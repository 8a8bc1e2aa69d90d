// A sentence to learn from, as every learner of syntax takes it, and the numbers that stand for names in it.

import type { TagLexicon, WordClasses } from "../src/language/tags/vocabulary.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";

/** Forms; tags as a tagger gave them; heads (-1 for the root) and relations as numbers; what was foretold of the words. */
export interface Example {
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
  /** Next best tags where the tagger's choice was close. */
  readonly rivals: Uint8Array;
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
  readonly outlooks?: Uint8Array;
}

/** What a tagger says of a sentence. */
export type Tags = Pick<Example, "tags" | "rivals">;

/** What numbers mean and what is known of words: the same for all learners of one model. */
export interface Setting {
  /** 'UPOS XPOS' of each tag. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly classes: WordClasses;
  readonly lexicon: TagLexicon;
}

const RARE_LABEL = 10;

/** The relations of the treebanks, rare subtypes left out. */
export function labelNames(sentences: readonly GoldSentence[]): string[] {
  // 'dep' is always among them: it stands for what has no better name.
  const counts = new Map<string, number>([["dep", RARE_LABEL]]);
  for (const s of sentences) for (const r of s.relations) counts.set(r, (counts.get(r) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n >= RARE_LABEL)
    .map(([name]) => name)
    .sort();
}

/** Gold trees with tags that were given unseen; a rare subtype is read as its universal relation. */
export function examples(
  sentences: readonly GoldSentence[],
  tags: readonly Tags[],
  labels: readonly string[],
): Example[] {
  const numbers = new Map(labels.map((name, i) => [name, i]));
  const number = (name: string): number => numbers.get(name) ?? numbers.get(name.split(":")[0]!) ?? numbers.get("dep")!;
  return sentences.map((s, i) => ({
    forms: s.forms,
    ...tags[i]!,
    heads: Int32Array.from(s.heads),
    labels: Uint8Array.from(s.relations, number),
  }));
}
