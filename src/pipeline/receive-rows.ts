// Documents that come as rows - NDJSON lines, JSON arrays and objects, CSV - with the columns id, text or html, title,
// published, outlet, url, lang. A row's bytes are its text or html value in UTF-8, so that its map leads into that value.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import Papa from "papaparse";
import { z } from "zod";
import { channelRows } from "./receive-channel.ts";
import { type Given, LARGEST_REPORT, type Outcome, received, refused, TOO_LONG } from "./receive-outcome.ts";

const word = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
const rowShape = z.looseObject({
  id: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : String(value).trim() || null)),
  text: z.string().nullish(),
  html: z.string().nullish(),
  title: word,
  published: word,
  outlet: word,
  url: word,
  lang: word,
});

const encoder = new TextEncoder();

/** One row as a document; `file` says where it stood ('reports.ndjson:12'), `said` fills in what it lacks. */
export function rowDocument(row: unknown, file: string, said: Given | null): Outcome {
  const checked = rowShape.safeParse(row);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    const where = issue.path.length ? `${issue.path.join(".")}: ` : "";
    return refused(file, `${where}${issue.message} (a row is an object with text or html)`);
  }
  const { id, text, html, title, published, outlet, url, lang } = checked.data;
  const words = html?.trim() ? html : text?.trim() ? text : null;
  if (words === null) return refused(file, "the row has neither text nor html");
  const bytes = encoder.encode(words);
  if (!html?.trim() && bytes.length > LARGEST_REPORT) return refused(file, TOO_LONG);
  return received(
    id,
    file,
    bytes,
    html?.trim() ? "html" : "text",
    {
      title: title ?? said?.title ?? null,
      published: published ?? said?.published ?? null,
      outlet: outlet ?? said?.outlet ?? null,
      url: url ?? said?.url ?? null,
      lang: lang ?? said?.lang ?? null,
    },
    "utf-8",
  );
}

function lineDocument(line: string, file: string, said: Given | null): Outcome | null {
  if (!line.trim()) return null;
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return refused(file, `no JSON object stands on this line (is it cut off?): ${line.trim().slice(0, 40)}…`);
  }
  return rowDocument(row, file, said);
}

/** Lines of NDJSON already in memory. */
export function* lineDocuments(text: string, file: string, said: Given | null): Generator<Outcome> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const outcome = lineDocument(text.slice(at, end), `${file}:${++number}`, said);
    if (outcome) yield outcome;
    at = end + 1;
  }
}

/** Lines of NDJSON too large to hold at once; UTF-8 only. */
export async function* streamedLines(path: string, file: string, said: Given | null): AsyncGenerator<Outcome> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const outcome = lineDocument(line, `${file}:${++number}`, said);
    if (outcome) yield outcome;
  }
}

/** One JSON value: an array of rows, a row, an object that holds an array of them, or a channel's export. */
export function* jsonDocuments(text: string, file: string, said: Given | null): Generator<Outcome> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    const lines = text.split("\n", 3).filter((line) => line.trim());
    const rows = lines.length > 1 && lines.every((line) => line.trim().startsWith("{") && line.trim().endsWith("}"));
    yield refused(
      file,
      rows ? "one JSON object to a line: name it .ndjson" : `no JSON (is it cut off?): ${(fault as Error).message}`,
    );
    return;
  }
  const channel = channelRows(value);
  const inner = value as Record<string, unknown> | null;
  const rows = channel ?? [value, inner?.documents, inner?.articles, inner?.items].find(Array.isArray) ?? [value];
  if (!rows.length) yield refused(file, "the list of documents is empty");
  for (const [i, row] of rows.entries()) yield rowDocument(row, rows.length > 1 ? `${file}:${i + 1}` : file, said);
}

/** CSV with a head line; columns as in NDJSON, in any order and case. */
export function* csvDocuments(text: string, file: string, said: Given | null): Generator<Outcome> {
  const table = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const columns = table.meta.fields ?? [];
  if (!columns.includes("text") && !columns.includes("html")) {
    yield refused(
      `${file}:1`,
      `the first line must name a column 'text' or 'html'; it names: ${columns.join(", ").slice(0, 120) || "none"}`,
    );
    return;
  }
  const broken = new Map(
    table.errors.filter(({ row }) => row !== undefined).map(({ row, message }) => [row!, message]),
  );
  for (const [i, row] of table.data.entries()) {
    const where = `${file}:${i + 2}`;
    const fault = broken.get(i);
    yield fault ? refused(where, `the row is broken: ${fault}`) : rowDocument(row, where, said);
  }
  if (!table.data.length) yield refused(file, "there is a head line and no row");
}
