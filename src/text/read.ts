// A document as received, read: bytes to text, text to parts, and what it says of itself - title, outlet, date, credits,
// language. Pure: the same bytes and word lists give the same document. It does not look for events.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import { type Document, documentId, documentIdOfBytes, type Note, type Received, sha256 } from "../model/index.ts";
import { published } from "./dates.ts";
import type { Extracted } from "./extracted.ts";
import { extract } from "./forms.ts";
import { language } from "./lang.ts";
import { firstTelling } from "./lines.ts";

interface Dated {
  readonly published: string | null;
  readonly basis: Document["published_basis"];
  readonly notes: readonly Note[];
}

/** Given before metadata before the text's own head; a date that cannot be leaves a note and the next is taken. */
function date(received: Received, read: Extracted): Dated {
  const notes: Note[] = [];
  const offers: readonly (readonly [string | null, "given" | "metadata" | "text"])[] = [
    [received.given.published, "given"],
    ...read.metadata.published.map((said) => [said, "metadata"] as const),
    [read.published, "text"],
  ];
  for (const [said, basis] of offers) {
    if (!said?.trim()) continue;
    const { value, odd } = published(said);
    if (value) return { published: value, basis, notes };
    if (odd || basis === "given")
      notes.push({
        kind: "odd-date",
        message: `'${said.trim().slice(0, 40)}' (${basis}) is no date of publication`,
        at: null,
      });
  }
  notes.push({ kind: "no-date", message: "nothing says when this was published", at: null });
  return { published: null, basis: null, notes };
}

const oneLine = (words: string | null | undefined): string | null => words?.replace(/\s+/g, " ").trim() || null;

/** A title that scrapers printed several times over, once. */
function titleOf(words: string | null | undefined): string | null {
  const title = oneLine(words);
  const once = title ? firstTelling(title) : 0;
  return title && once > 0 ? title.slice(0, once) : title;
}

/** ISO 639-1 of 'en-GB' or 'en_US'; null for what is no code. */
const code = (said: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(said?.trim() ?? "")?.[1]?.toLowerCase() ?? null;

/**
 * Reads one document. `version` counts from 1 (the ledger knows it); `retrieved` and `copies_of` are filled in by
 * whoever knows them. Never throws on what the bytes hold: trouble is a note.
 */
export function read(received: Received, boilerplate: Boilerplate, version = 1): Document {
  const hash = sha256(received.bytes);
  const text = extract(received, boilerplate);
  const dated = date(received, text);
  const { given } = received;
  const found = language(
    text.parts
      .filter((p) => p.kind !== "boilerplate")
      .map((p) => text.text.slice(p.span[0], p.span[1]))
      .join("\n"),
  );
  const lang = found ?? code(given.lang) ?? (text.text.length > 0 ? code(text.metadata.lang) : null);
  const notes: Note[] = [...text.notes, ...dated.notes];
  if (lang !== null && lang !== "en")
    notes.push({
      kind: "not-coded",
      message:
        lang === "ar"
          ? "in 'ar', of which the coder reads short reports of attacks alone: kept and searchable"
          : `in '${lang}', which the coder cannot read yet: kept and searchable`,
      at: null,
    });
  if (!/[\p{L}\p{N}]/u.test(text.text)) notes.push({ kind: "no-text", message: "there is no text in it", at: null });
  return {
    id: received.id === null ? documentIdOfBytes(hash) : documentId(received.id),
    version,
    file: received.file,
    outlet: oneLine(given.outlet) ?? oneLine(text.metadata.outlet),
    title: titleOf(given.title) ?? titleOf(text.title),
    url: oneLine(given.url) ?? oneLine(text.metadata.url),
    lang,
    published: dated.published,
    published_basis: dated.basis,
    retrieved: null,
    sha256: hash,
    text: text.text,
    map: text.map,
    parts: text.parts,
    credits: text.credits,
    copies_of: [],
    notes,
  };
}
