// What stands between two tokens: nothing, spaces, the end of a line or of a paragraph; and whether a line was broken
// by the width of a page (e-mail) or because something ended (a headline).
import { kindAt, LOWER } from "./characters.ts";

export const GLUED = 0;
export const SPACED = 1;
export const LINE = 2;
export const PARAGRAPH = 3;

const NEWLINE = 0x0a;

/** What lies between the units `from` and `to`, which hold white space only: GLUED, SPACED, LINE or PARAGRAPH. */
export function gapKind(text: string, from: number, to: number): number {
  if (from === to) return GLUED;
  let kind = SPACED;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE || unit === 0x2029 || unit === 0x0b || unit === 0x0c) {
      if (kind === LINE || unit !== NEWLINE) return PARAGRAPH;
      kind = LINE;
    } else if (unit === 0x0d && text.charCodeAt(i + 1) !== NEWLINE) {
      if (kind === LINE) return PARAGRAPH;
      kind = LINE;
    }
  }
  return kind;
}

/** Lines of e-mail and wire copy are broken at about these widths (units). */
const NARROW = 45;
const WIDE = 90;

/** Length of the line that begins at `from`, counted no further than a wide line goes. */
function lineLength(text: string, from: number): number {
  const last = Math.min(text.length, from + WIDE + 1);
  let i = from;
  while (i < last && text.charCodeAt(i) !== NEWLINE) i++;
  return i - from;
}

/** Length of the line that ends at `to`, counted no further than a wide line goes. */
function lengthBefore(text: string, to: number): number {
  const first = Math.max(0, to - WIDE - 1);
  let i = to;
  while (i > first && text.charCodeAt(i - 1) !== NEWLINE) i--;
  return to - i;
}

const isWrapped = (length: number): boolean => length >= NARROW && length <= WIDE;

/**
 * Whether the single line end between the token that ends at `from` and the one that begins at `to` only wraps a
 * sentence: the next line goes on in lower case, or lines around it are as wide as a page and the next word had no
 * room.
 */
export function wraps(text: string, from: number, to: number): boolean {
  if (kindAt(text, to) === LOWER) return true;
  const length = lengthBefore(text, from);
  if (!isWrapped(length)) return false;
  const next = lineLength(text, to);
  const before = from - length > 0 ? lengthBefore(text, from - length - 1) : 0;
  if (!isWrapped(next) && !isWrapped(before)) return false;
  if (next > WIDE) return false;
  let word = to;
  while (word < text.length && word < to + 30 && text.charCodeAt(word) > 0x20) word++;
  return length + 1 + (word - to) > Math.max(next, before);
}
