// One passage made ready for the frames: plain words, verb tags, clauses, noun phrases and the mentions that fall into it.
// Everything is counted in tokens here; spans into the text are taken only when a claim is made.
import type { Clauses } from "../language/syntax/clauses.ts";
import type { Sentence as Parsed } from "../language/types.ts";
import { type Passage, type Span, span } from "../model/index.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import type { Phrase } from "./parties/phrases.ts";
import { type VerbTag, verbTags } from "./tags.ts";
import { treeOver } from "./tree.ts";

export interface Sentence {
  readonly index: number;
  readonly passage: Passage;
  readonly words: readonly string[];
  readonly texts: readonly string[];
  readonly tree: Clauses;
  readonly tags: readonly (VerbTag | null)[];
  readonly clauses: readonly Clause[];
  readonly phrases: readonly Phrase[];
}

export type Draft = Omit<Sentence, "phrases">;

export function draftSentence(passage: Passage, parsed: Parsed, index: number): Draft {
  const texts = passage.tokens.map((t) => t.text);
  // 'IS', 'US' and 'WHO' are names: in capitals they are matched as names only.
  const words = passage.tokens.map((t) => (/^[A-Z]{2,3}$/.test(t.text) ? t.text : t.plain));
  const tree = treeOver(passage, parsed);
  const tags = verbTags(tree);
  return { index, passage, words, texts, tree, tags, clauses: splitClauses(tree) };
}

/** The span of tokens from..to (half-open) in the document's text. */
export const spanOf = (passage: Passage, from: number, to: number): Span =>
  span(passage.tokens[from]!.span[0], passage.tokens[Math.max(from, to - 1)]!.span[1]);

/** Index of the clause that holds the token. */
export const clauseAt = (sentence: { readonly clauses: readonly Clause[] }, token: number): number =>
  Math.max(
    0,
    sentence.clauses.findIndex((c) => c.from <= token && token < c.to),
  );

/** Tokens that a span covers, half-open; null when it lies outside the passage. */
export function tokensOf(passage: Passage, at: Span): [from: number, to: number] | null {
  let from = -1;
  let to = -1;
  passage.tokens.forEach((t, i) => {
    if (t.span[0] < at[1] && t.span[1] > at[0]) {
      if (from < 0) from = i;
      to = i + 1;
    }
  });
  return from < 0 ? null : [from, to];
}
