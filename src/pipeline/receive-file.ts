// One file, by the ending of its name: a single document, or rows, or a feed. It looks at size and first bytes before
// anything else, so that a film in the folder costs nothing.
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Received } from "../model/index.ts";
import { binaryKind } from "../text/binary.ts";
import { decode } from "../text/decode.ts";
import { feedDocuments, isFeed } from "./receive-feed.ts";
import {
  type Given,
  LARGEST_FILE,
  LARGEST_REPORT,
  megabytes,
  type Outcome,
  received,
  refused,
  TOO_LONG,
} from "./receive-outcome.ts";
import { csvDocuments, jsonDocuments, lineDocuments, streamedLines } from "./receive-rows.ts";

const FORMS: Readonly<Record<string, Received["form"]>> = {
  ".txt": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".eml": "email",
};
const ROWS = [".json", ".ndjson", ".jsonl", ".csv", ".xml", ".rss", ".atom"];
/** The endings that can be read, in lower case. */
export const KNOWN: ReadonlySet<string> = new Set([...Object.keys(FORMS), ...ROWS]);

/** Why bytes cannot be a document; null when they can. */
export function whyNot(bytes: Uint8Array, form: Received["form"] | null): string | null {
  if (bytes.length === 0) return "is empty";
  const binary = binaryKind(bytes);
  if (binary) return `is ${binary}, not text: save what it says as .txt or .html`;
  if (bytes.length < 4096 && !decode(bytes).text.trim()) return "is empty but for white space";
  return form !== null && form !== "html" && bytes.length > LARGEST_REPORT ? TOO_LONG : null;
}

/** The documents within bytes of a kind told by `ending`. */
export function* bytesDocuments(
  bytes: Uint8Array,
  ending: string,
  file: string,
  said: Given | null,
  charset: string | null,
): Generator<Outcome> {
  const text = decode(bytes, charset, ending !== ".csv").text;
  if (ending === ".ndjson" || ending === ".jsonl") yield* lineDocuments(text, file, said);
  else if (ending === ".csv") yield* csvDocuments(text, file, said);
  else if (ending === ".json" && !isFeed(text)) yield* jsonDocuments(text, file, said);
  else yield* feedDocuments(text, file, said);
}

/** Documents of one file; `name` is what they are called by, `said` what documents.tsv says of it. */
export async function* fileDocuments(path: string, name: string, said: Given | null): AsyncGenerator<Outcome> {
  const ending = extname(name).toLowerCase();
  const lines = ending === ".ndjson" || ending === ".jsonl";
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE && lines) {
      yield* streamedLines(path, name, said);
      return;
    }
    if (size > LARGEST_FILE) {
      yield refused(
        path,
        `is ${megabytes(size)}; the most is ${megabytes(LARGEST_FILE)}: split it, or hand over many reports as .ndjson`,
      );
      return;
    }
    bytes = await readFile(path);
  } catch (fault) {
    yield refused(path, `cannot be read: ${(fault as Error).message}`);
    return;
  }
  const form = FORMS[ending] ?? null;
  const fault = whyNot(bytes, form);
  if (fault) yield refused(path, fault);
  else if (form) yield received(name, name, bytes, form, said ?? {});
  else
    for (const outcome of bytesDocuments(bytes, ending, name, said, null))
      yield outcome.kind === "refused" ? { ...outcome, file: path + outcome.file.slice(name.length) } : outcome;
}
