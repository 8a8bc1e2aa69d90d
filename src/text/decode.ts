// Bytes to text: which encoding they are in, and the way back from a character to its byte. A wrong label on a page is
// common, so what the bytes themselves say counts for more than what is said of them.
import type { Note } from "../model/index.ts";
import { latin1, utf16WithoutBom } from "./binary.ts";
import { type ByteAt, fixedOffsets, steppedOffsets, utf8Offsets } from "./offsets.ts";

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  /** Offset in `text` (UTF-16 units) to offset in the bytes. */
  readonly byteAt: ByteAt;
  readonly notes: readonly Note[];
}

const DECLARED = [
  /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i,
  /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i,
  /^content-type:[^\n]*charset\s*=\s*["']?([\w:.-]+)/im,
];
const SINGLE = /^(windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic|x-user-defined)$/;
// The ten letters that make up most of any Arabic text, as windows-1256 writes them; alef first.
const ARABIC = new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4, 0xd1, 0xca, 0xc8, 0xda]);

/** The name by which TextDecoder knows a label; null for labels that nobody knows. */
function known(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** An eight-bit encoding by the frequency of its high bytes. */
export function eightBit(bytes: Uint8Array): "windows-1256" | "windows-1251" | "windows-1252" {
  let high = 0;
  let letters = 0;
  let arabic = 0;
  let alef = 0;
  let cyrillic = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
    if (byte < 0xc0) continue;
    high++;
    if (ARABIC.has(byte)) arabic++;
    if (byte === 0xc7) alef++;
    if (byte >= 0xe0) cyrillic++;
  }
  if (high < 8 || high < (high + letters) * 0.1) return "windows-1252";
  if (arabic > high * 0.4 && alef > high * 0.04) return "windows-1256";
  return cyrillic > high * 0.6 && high > letters * 0.5 ? "windows-1251" : "windows-1252";
}

/** How many sequences of bytes fit UTF-8 and how many break it, roughly: for bytes that say they are UTF-8 and are not. */
function utf8Share(bytes: Uint8Array): number {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let k = 0;
    while (k < more && (bytes[i + k + 1]! & 0xc0) === 0x80) k++;
    if (more > 0 && k === more) good++;
    else bad++;
    i += k;
  }
  return good / (good + bad || 1);
}

function charsetOf(bytes: Uint8Array, said: string | null, markup: boolean): { charset: string; skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: "utf-16be", skip: 2 };
  const wide = utf16WithoutBom(bytes);
  if (wide) return { charset: wide, skip: 0 };
  if (isUtf8(bytes)) return { charset: "utf-8", skip: 0 };
  const head = markup ? latin1(bytes, 0, 4096) : "";
  const declared =
    [said, ...(markup ? DECLARED.map((pattern) => pattern.exec(head)?.[1]) : [])].map(known).find(Boolean) ?? null;
  // Bytes with zeros were handled above: a label of UTF-16 on them is wrong.
  if (declared && !declared.startsWith("utf-")) return { charset: declared, skip: 0 };
  return { charset: utf8Share(bytes) > 0.6 ? "utf-8" : eightBit(bytes), skip: 0 };
}

/**
 * Text of the bytes. `said` is a charset that transport named; `markup` is true for HTML, XML and mail, where the text
 * itself may name one. Bytes that fit nothing become U+FFFD, with a note of kind 'encoding'.
 */
export function decode(bytes: Uint8Array, said: string | null = null, markup = false): Decoded {
  const { charset, skip } = charsetOf(bytes, said, markup);
  const body = skip ? bytes.subarray(skip) : bytes;
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(body);
  const clean = !text.includes("\ufffd");
  const byteAt = charset.startsWith("utf-16")
    ? fixedOffsets(2, skip)
    : SINGLE.test(charset)
      ? fixedOffsets(1, skip)
      : charset === "utf-8" && (clean || isUtf8(body))
        ? utf8Offsets(text, skip)
        : steppedOffsets(bytes, charset, text.length, skip);
  const notes: Note[] = [];
  const wrong = known(said);
  if (!clean) {
    const count = text.split("\ufffd").length - 1;
    notes.push({
      kind: "encoding",
      message: `read as ${charset}; ${count} places could not be read and stand as '\ufffd'`,
      at: null,
    });
  } else if (wrong === "utf-8" && charset !== "utf-8")
    notes.push({ kind: "encoding", message: `said to be ${said}, read as ${charset}`, at: null });
  return { text, charset, byteAt, notes };
}
