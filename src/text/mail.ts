// A mail message: its subject as title, its sender as outlet, its date, and the one body that can be read - plain text
// before HTML. Attachments are not opened.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import { latin1 } from "./binary.ts";
import { type Decoded, decode } from "./decode.ts";
import type { Extracted, Metadata } from "./extracted.ts";
import { flat } from "./flat.ts";
import { paragraphs } from "./lines.ts";
import { page } from "./page.ts";
import { lineRuns, run } from "./runs.ts";
import { carried } from "./transfer.ts";

interface Entity {
  readonly headers: ReadonlyMap<string, { readonly value: string; readonly at: number }>;
  /** Bytes of the body. */
  readonly from: number;
  readonly to: number;
}
const DEEPEST = 8;

/** Headers and body of source[from, to); bytes are read one to a character, so that offsets hold. */
function entity(text: string, from: number, to: number): Entity {
  const headers = new Map<string, { value: string; at: number }>();
  let at = from;
  let open: { name: string; value: string; at: number } | null = null;
  const close = (): void => {
    if (open && !headers.has(open.name)) headers.set(open.name, { value: open.value.trim(), at: open.at });
  };
  while (at < to) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 || newline >= to ? to : newline;
    const line = text.slice(at, end).replace(/\r$/, "");
    const begun = at;
    at = Math.min(to, end + 1);
    if (line === "") break;
    const header = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && open) open.value += ` ${line.trim()}`;
    else if (header) {
      close();
      open = {
        name: header[1]!.toLowerCase(),
        value: header[2]!,
        at: begun + line.indexOf(header[2]!, header[1]!.length + 1),
      };
    } else if (!/^From /.test(line)) break;
  }
  close();
  return { headers, from: at, to };
}

const parameter = (header: string, name: string): string | null => {
  const found = new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(header);
  return found ? (found[1] ?? found[2] ?? null) : null;
};

/** Encoded words (=?utf-8?B?…?=) of a header line read. */
export function headerWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(/=\?([\w-]+)(?:\*\w+)?\?([bq])\?([^?]*)\?=/gi, (all, charset: string, kind: string, words: string) => {
      const bytes = Buffer.from(kind.toLowerCase() === "q" ? words.replace(/_/g, " ") : words, "latin1");
      const { bytes: plain } = carried(
        bytes,
        0,
        bytes.length,
        kind.toLowerCase() === "q" ? "quoted-printable" : "base64",
      );
      try {
        return new TextDecoder(charset).decode(plain);
      } catch {
        return all;
      }
    });
}

/** The bodies of a message, multiparts unfolded, attachments left out. */
function bodies(text: string, message: Entity, depth: number): Entity[] {
  const type = message.headers.get("content-type")?.value ?? "text/plain";
  const boundary = /^multipart\//i.test(type) ? parameter(type, "boundary") : null;
  if (!boundary || depth >= DEEPEST) return [message];
  const found: Entity[] = [];
  const mark = `--${boundary}`;
  let at = text.indexOf(mark, message.from);
  while (at >= 0 && at < message.to) {
    const start = text.indexOf("\n", at) + 1;
    if (start === 0 || text.startsWith(`${mark}--`, at)) break;
    const next = text.indexOf(`\n${mark}`, start - 1);
    const end = next < 0 ? message.to : next;
    found.push(...bodies(text, entity(text, start, Math.max(start, end)), depth + 1));
    at = next < 0 ? -1 : next + 1;
  }
  return found.filter((part) => !/^attachment/i.test(part.headers.get("content-disposition")?.value ?? ""));
}

const bodyOf = (bytes: Uint8Array, part: Entity): Decoded => {
  const type = part.headers.get("content-type")?.value ?? "";
  const body = carried(bytes, part.from, part.to, part.headers.get("content-transfer-encoding")?.value ?? "");
  const decoded = decode(body.bytes, parameter(type, "charset"), /html/i.test(type));
  return { ...decoded, byteAt: (offset) => body.at(decoded.byteAt(offset)) };
};

/** Reads a message. Its text is the subject, an empty line, and the body as it was written. */
export function mail(bytes: Uint8Array, boilerplate: Boilerplate, givenTitle: string | null): Extracted {
  const source = latin1(bytes);
  const message = entity(source, 0, bytes.length);
  const header = (name: string): string | null => {
    const value = message.headers.get(name)?.value;
    if (!value) return null;
    // Raw eight-bit headers are UTF-8 today, whatever the standard says.
    return headerWords(/[\u0080-\u00ff]/.test(value) ? decode(Buffer.from(value, "latin1")).text : value)
      .replace(/\s+/g, " ")
      .trim();
  };
  const parts = bodies(source, message, 0);
  const of = (kind: RegExp): Entity | undefined =>
    parts.find((part) => kind.test(part.headers.get("content-type")?.value ?? "text/plain"));
  const sender = header("from");
  const metadata: Metadata = {
    outlet: /^"?([^"<@]+?)"?\s*</.exec(sender ?? "")?.[1]?.trim() ?? null,
    url: null,
    lang: header("content-language"),
    published: [header("date")].filter((value): value is string => value !== null),
  };
  const subject = header("subject");
  const plain = of(/^text\/plain/i);
  const html = of(/^text\/html/i);
  if (!plain && html) {
    const read = page(bodyOf(bytes, html), boilerplate, givenTitle ?? subject);
    return { ...read, title: subject ?? read.title, metadata: { ...metadata, url: read.metadata.url } };
  }
  const body = plain ? bodyOf(bytes, plain) : null;
  const head = subject ? `${subject}\n\n` : "";
  const text = head + (body?.text ?? "");
  const raw = message.headers.get("subject");
  const map = body ? lineRuns(text, (offset) => body.byteAt(offset - head.length), head.length) : [];
  if (subject && raw && raw.value === subject && source.startsWith(subject, raw.at))
    map.unshift(run(0, subject.length, raw.at, raw.at + subject.length));
  const lines = paragraphs(text);
  const read = flat(text, boilerplate, {
    lines,
    hints: subject ? new Map([[lines[0]?.start ?? 0, "title" as const]]) : new Map(),
  });
  const notes = [...(body?.notes ?? [])];
  if (!body) notes.push({ kind: "no-text" as const, message: "the message has no body of text", at: null });
  return { text, map, ...read, title: subject ?? read.title, metadata, notes };
}
