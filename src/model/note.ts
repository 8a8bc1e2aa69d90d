// Trouble found in a document, kept as data: stored with it, shown beside it, counted. Not an exception: a document
// with a note is still in the ledger.
import type { Span } from "./span.ts";

export type NoteKind =
  | "no-date" // neither metadata nor text says when it was published
  | "odd-date" // a date of publication that cannot be, or two that disagree
  | "encoding" // bytes that do not fit the declared encoding
  | "truncated" // the file ends in the middle of something
  | "not-coded" // a language, or a kind of text, that the coder cannot read yet
  | "no-text" // a page without an article
  | "too-deep" // nesting that was cut
  | "ambiguous-place" // several places of that name and nothing to choose by
  | "unresolved"; // a reference ('the group') that leads nowhere

export interface Note {
  readonly kind: NoteKind;
  readonly message: string;
  readonly at: Span | null;
}
