// What comes of one input: a document as received, or a refusal with a line for the person who handed it over. And the
// limits: how large a file, a page and a single report may be.
import type { Received } from "../model/index.ts";

export type Outcome =
  | { readonly kind: "received"; readonly received: Received }
  | { readonly kind: "refused"; readonly file: string; readonly message: string };

/** Bytes of a file or answer; what holds many documents may be larger and is then read row by row. */
export const LARGEST_FILE = 60 * 1024 * 1024;
/** Bytes of one text, mail or row: no report is longer, and a book would take the coder minutes. */
export const LARGEST_REPORT = 10 * 1024 * 1024;

export const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;

export type Given = Received["given"];
export const NOTHING_GIVEN: Given = { outlet: null, title: null, url: null, lang: null, published: null };

export const refused = (file: string, message: string): Outcome => ({ kind: "refused", file, message });

export const received = (
  id: string | null,
  file: string,
  bytes: Uint8Array,
  form: Received["form"],
  given: Partial<Given> = {},
  charset: string | null = null,
): Outcome => ({
  kind: "received",
  received: { id, file, bytes, form, charset, given: { ...NOTHING_GIVEN, ...given } },
});

export const TOO_LONG = `is larger than one report can be (${megabytes(LARGEST_REPORT)}): split it, or hand over many reports as .ndjson`;
