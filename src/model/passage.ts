// The document cut up for reading: sentences and their tokens, with spans into Document.text.
import type { PartKind } from "./document.ts";
import type { Span } from "./span.ts";

export interface Token {
  readonly text: string;
  /** Lower case, plain apostrophes, no diacritics: what the word lists are matched against. */
  readonly plain: string;
  readonly span: Span;
}

export interface Passage {
  /** A sentence, headline, caption or list entry. */
  readonly span: Span;
  readonly kind: PartKind;
  /** Counts from 0 in the order of the text; sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}
