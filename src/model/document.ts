// One item as received, and the text read out of it. The bytes themselves are kept by the ledger under their hash.
import type { DocumentId, Sha256 } from "./ids.ts";
import type { Note } from "./note.ts";
import type { Run, Span } from "./span.ts";

/**
 * What a stretch of the text is. Only title, body, caption and post are coded; `credit` is an agency credit or
 * byline (evidence for attribution and copies), `boilerplate` is menus, share buttons, comment forms, related links.
 */
export type PartKind = "title" | "heading" | "body" | "caption" | "post" | "credit" | "boilerplate";
export interface Part {
  readonly kind: PartKind;
  readonly span: Span;
}

export interface Document {
  readonly id: DocumentId;
  readonly version: number;
  readonly file: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** ISO 639-1, or null where the text is too short to tell. */
  readonly lang: string | null;
  /** YYYY-MM-DD or an ISO instant with zone; null where nothing says so. */
  readonly published: string | null;
  readonly published_basis: "given" | "metadata" | "text" | null;
  /** ISO instant; null when coded without a ledger (`dateline code`). */
  readonly retrieved: string | null;
  readonly sha256: Sha256;
  readonly text: string;
  readonly map: readonly Run[];
  /** The parts in order of the text; what no part covers is white space. */
  readonly parts: readonly Part[];
  /** News agencies credited in the text or metadata, as registry ids of sources ('afp'), for independence. */
  readonly credits: readonly string[];
  readonly copies_of: readonly DocumentId[];
  readonly notes: readonly Note[];
}

/** A document as handed over, before it is read: bytes, and what was said of them from outside. */
export interface Received {
  readonly id: string | null;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: "text" | "html" | "markdown" | "email";
  /** A charset that transport or file named ('windows-1256'); null when nobody said. */
  readonly charset: string | null;
  readonly given: {
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly lang: string | null;
    readonly published: string | null;
  };
}
