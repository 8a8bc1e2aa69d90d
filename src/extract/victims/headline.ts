// The headline that came with a report and stands nowhere in its text, made a document of its own for reading: 'Three Hurt, Two
// Dead At Party' is put in the case of a sentence, which the parser knows. No claim can quote it.
import { type Document, span } from "../../model/index.ts";

/** Capitals on most of the longer words. */
function isTitleCase(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.filter((w) => /^\p{Lu}/u.test(w)).length / words.length > 0.75;
}

/** What a site adds to its headlines: ' - Channel 4', ' | News'. */
const SITE = /\s+(?:[-–—|]|::)\s+.*$/u;

/** Null where there is no headline but the text's own. */
export function headlineOf(document: Document): Document | null {
  const title = document.title?.replace(SITE, "").trim();
  if (!title || document.parts.some((p) => p.kind === "title")) return null;
  const text = isTitleCase(title) ? title.toLowerCase() : title;
  return { ...document, text, parts: [{ kind: "title", span: span(0, text.length) }] };
}
