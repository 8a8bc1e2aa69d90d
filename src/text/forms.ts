// Each form that a document comes in - plain text, markdown, mail, HTML - brought to one shape: text, parts and map.
// A form is a way to get at the text; what the text is about is the same for all of them.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import type { Received } from "../model/index.ts";
import { decode } from "./decode.ts";
import type { Extracted, Metadata } from "./extracted.ts";
import { flat } from "./flat.ts";
import { headlineFor } from "./headline.ts";
import { mail } from "./mail.ts";
import { page } from "./page.ts";
import { lineRuns } from "./runs.ts";

const NO_METADATA: Metadata = { outlet: null, url: null, lang: null, published: [] };

/** Plain text and markdown: the text is the whole decoded text, unchanged, below a headline that it lacks. */
function plain(received: Received, boilerplate: Boilerplate): Extracted {
  const { text: decoded, byteAt, notes } = decode(received.bytes, received.charset);
  const headline = headlineFor(received.given.title, decoded);
  const above = headline === null ? "" : `${headline}\n\n`;
  const text = above + decoded;
  const read = flat(text, boilerplate, {
    markdown: received.form === "markdown",
    ...(above && { hints: new Map([[0, "title" as const]]) }),
  });
  const map = lineRuns(text, (at) => byteAt(at - above.length), above.length);
  return { text, map, metadata: NO_METADATA, notes, ...read };
}

/** The text of what was received, whatever its form. */
export function extract(received: Received, boilerplate: Boilerplate): Extracted {
  const { bytes, charset, form, given } = received;
  if (form === "html") return page(decode(bytes, charset, true), boilerplate, given.title);
  return form === "email" ? mail(bytes, boilerplate, given.title) : plain(received, boilerplate);
}
