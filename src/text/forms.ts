// Each form that a document comes in - plain text, markdown, mail, HTML - brought to one shape: text, parts and map.
// A form is a way to get at the text; what the text is about is the same for all of them.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import type { ByteOffset, Note, Part, Received, Run } from "../model/index.ts";
import { span } from "../model/index.ts";
import { decode } from "./decode.ts";
import { flat } from "./flat.ts";
import type { ByteAt } from "./offsets.ts";

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

export const run = (from: number, to: number, byteFrom: number, byteTo: number): Run => ({
  text: span(from, to),
  bytes: [byteFrom as ByteOffset, byteTo as ByteOffset],
});

/** A run for every line of a text that stands in the bytes as it is, from `start` on. */
export function lineRuns(text: string, byteAt: ByteAt, start = 0): Run[] {
  const runs: Run[] = [];
  for (const line of text.slice(start).matchAll(/[^\r\n]+/g)) {
    const from = start + line.index;
    const to = from + line[0].length;
    runs.push(run(from, to, byteAt(from), byteAt(to)));
  }
  return runs;
}

function plain(received: Received, boilerplate: Boilerplate): Extracted {
  const { text, byteAt, notes } = decode(received.bytes, received.charset);
  const read = flat(text, boilerplate, { markdown: received.form === "markdown" });
  return { text, map: lineRuns(text, byteAt), metadata: NO_METADATA, notes, ...read };
}

/** The text of what was received, whatever its form. */
export function extract(received: Received, boilerplate: Boilerplate): Extracted {
  return plain(received, boilerplate);
}
