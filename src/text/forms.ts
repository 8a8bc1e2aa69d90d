// Each form that a document comes in - plain text, markdown, mail, HTML - brought to one shape: text, parts and map.
// A form is a way to get at the text; what the text is about is the same for all of them.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import type { Note, Part, Received, Run } from "../model/index.ts";
import { decode } from "./decode.ts";
import { flat } from "./flat.ts";
import { page } from "./page.ts";
import { lineRuns } from "./runs.ts";

export interface Metadata {
  readonly outlet: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  /** Dates that the metadata offers, the likeliest first, as written. */
  readonly published: readonly string[];
}
export interface Extracted {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly map: readonly Run[];
  readonly title: string | null;
  /** YYYY-MM-DD from the text's own head. */
  readonly published: string | null;
  readonly credits: readonly string[];
  readonly metadata: Metadata;
  readonly notes: readonly Note[];
}
export const NO_METADATA: Metadata = { outlet: null, url: null, lang: null, published: [] };

function plain(received: Received, boilerplate: Boilerplate): Extracted {
  const { text, byteAt, notes } = decode(received.bytes, received.charset);
  const read = flat(text, boilerplate, { markdown: received.form === "markdown" });
  return { text, map: lineRuns(text, byteAt), metadata: NO_METADATA, notes, ...read };
}

/** The text of what was received, whatever its form. */
export function extract(received: Received, boilerplate: Boilerplate): Extracted {
  if (received.form === "html")
    return page(decode(received.bytes, received.charset, true), boilerplate, received.given.title);
  return plain(received, boilerplate);
}
