// Standard input and other streams, taken whole up to the limit of a file. What comes without a name is known by how it
// begins: rows, a feed, a page, or text.
import { decode } from "../text/decode.ts";
import { isFeed } from "./receive-feed.ts";
import { bytesDocuments, whyNot } from "./receive-file.ts";
import { LARGEST_FILE, type Outcome, received, refused } from "./receive-outcome.ts";

/** All bytes of a stream; null as soon as it is larger than a file may be. */
export async function wholeStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_FILE) return null;
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Documents of standard input; a single one has no id but its bytes. */
export function* streamDocuments(bytes: Uint8Array): Generator<Outcome> {
  const fault = whyNot(bytes, null);
  if (fault) {
    yield refused("-", `standard input ${fault}`);
    return;
  }
  const text = decode(bytes, null, true).text;
  const head = text.slice(0, 2048).trimStart();
  if (isFeed(text)) yield* bytesDocuments(bytes, ".xml", "-", null, null);
  else if (/^\{/.test(head)) yield* bytesDocuments(bytes, isLines(text) ? ".ndjson" : ".json", "-", null, null);
  else if (/^\[\s*[{\]]/.test(head)) yield* bytesDocuments(bytes, ".json", "-", null, null);
  else {
    const html = /^(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>]|<!--)/i.test(head);
    const long = whyNot(bytes, html ? "html" : "text");
    yield long ? refused("-", `standard input ${long}`) : received(null, "-", bytes, html ? "html" : "text");
  }
}

/** Whether the first line is a whole JSON object, as in NDJSON. */
function isLines(text: string): boolean {
  try {
    JSON.parse(text.trimStart().split("\n", 1)[0]!);
    return true;
  } catch {
    // Two rows of which the first is broken are still rows.
    return /^\{.*\}?\s*\n\s*\{"/.test(text.trimStart().slice(0, 200_000));
  }
}
