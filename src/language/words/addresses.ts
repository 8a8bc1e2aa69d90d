// Web addresses, e-mail addresses, domains, file names and newsgroups: strings with dots inside that are one token. It
// only finds where they end; a real parser of addresses is not needed for that.
import { isApostrophe, kindAt, MARK, runEnd, SPACE } from "./characters.ts";

const DOT = 0x2e;
const SLASH = 0x2f;

// Endings that are English words ("in", "me", "us", "it") would glue sentences together, so they are not here.
const DOMAINS = new Set(
  (
    "com org net gov edu mil int info biz io tv ly uk eu de fr ru ua sy iq ir il tr ca au nz jp cn tw hk kr pl nl se " +
    "dk ch es pt gr cz za ng ke sd ly eg sa ae qa lb jo ye pk af"
  ).split(" "),
);
const FILES = new Set(
  "doc docx pdf xls xlsx txt jpg jpeg png gif html htm zip exe url ppt pptx csv mp3 mp4 dtf xml js php asp".split(" "),
);

/** The longest stretch that is looked at before the "@" of an e-mail address. */
export const LOCAL_LENGTH = 64;

const isAscii = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** Where the path of an address ends, without the punctuation that closes the sentence around it. */
function pathEnd(text: string, from: number, end: number): number {
  let i = from;
  let open = 0;
  while (i < end) {
    const unit = text.charCodeAt(i);
    if (kindAt(text, i) === SPACE || unit === 0x3c || unit === 0x3e || unit === 0x22 || unit === 0x201d) break;
    if (unit === 0x2019 || unit === 0xbb || unit === 0x2026 || unit === 0x7c || unit === 0x2014) break;
    if (unit === 0x28) open++;
    else if (unit === 0x29 && --open < 0) break;
    i++;
  }
  while (i > from && ".,;:!?'*]".includes(text[i - 1]!)) i--;
  return i;
}

/** End of the address with a scheme ("https://…", "mailto:…") whose colon stands at `colon`; -1 if it is none. */
export function schemeEnd(text: string, start: number, colon: number, end: number): number {
  if (colon - start > 8) return -1;
  if (text.charCodeAt(colon + 1) === SLASH && text.charCodeAt(colon + 2) === SLASH) return pathEnd(text, colon, end);
  const scheme = text.slice(start, colon).toLowerCase();
  if (scheme !== "mailto" && scheme !== "doi") return -1;
  const stop = pathEnd(text, colon + 1, end);
  return stop > colon + 1 ? stop : -1;
}

/** End of the e-mail address from `start` whose "@" stands at `at`; -1 if it is none. */
export function mailEnd(text: string, start: number, at: number, end: number): number {
  for (let i = start; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (!isAscii(unit) && unit !== DOT && unit !== 0x2d && unit !== 0x5f && unit !== 0x2b && unit !== 0x25) return -1;
  }
  let i = at + 1;
  while (i < end) {
    const unit = text.charCodeAt(i);
    const inner = unit === DOT || unit === 0x2d || unit === 0x5f;
    if (!isAscii(unit) && !(inner && i > at + 1 && i + 1 < end && isAscii(text.charCodeAt(i + 1)))) break;
    i++;
  }
  return i > at + 1 ? i : -1;
}

/**
 * End of what goes on over the dot at `dot` after the word from `start`: a domain with its path, a file name or a
 * newsgroup; -1 if the dot is none of theirs.
 */
export function dottedEnd(text: string, start: number, dot: number, end: number): number {
  let i = dot;
  let labels = 1;
  let plain = true;
  let domain = false;
  let label = "";
  while (i + 1 < end && text.charCodeAt(i) === DOT && isAscii(text.charCodeAt(i + 1)) && labels < 12) {
    let next = runEnd(text, i + 1, end);
    while (next + 1 < end && text.charCodeAt(next) === 0x2d && isAscii(text.charCodeAt(next + 1)))
      next = runEnd(text, next + 1, end);
    label = text.slice(i + 1, Math.min(next, i + 20)).toLowerCase();
    plain &&= label === text.slice(i + 1, next);
    // "it.In" and "of 2.de": a domain has a word before it and is written in one case.
    if (DOMAINS.has(label) && (label === text.slice(i + 1, next) || label.length === 3)) domain = true;
    labels++;
    i = next;
  }
  if (i >= end) return domain || FILES.has(label) || (plain && labels > 3) ? i : -1;
  const unit = text.charCodeAt(i);
  const www = dot - start === 3 && text.slice(start, dot).toLowerCase() === "www";
  if (domain || www) return unit === SLASH ? pathEnd(text, i, end) : i;
  if (FILES.has(label) && !isApostrophe(unit)) return i;
  return plain && labels > 2 && kindAt(text, start) !== MARK && dot - start > 1 && label.length > 1 ? i : -1;
}
