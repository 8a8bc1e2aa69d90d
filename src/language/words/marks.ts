// Where punctuation ends: dots, dashes and shouts are one token as far as they run, quotes and brackets stand alone,
// faces, handles and tags are tokens of their own.
import { digitAt, isApostrophe, JOINER, kindAt, letterAt, runEnd, SPACE, widthAt } from "./characters.ts";
import { isClitic } from "./contractions.ts";
import { numeralEnd } from "./numerals.ts";

const RUNS = "-=*_~<>|+^\u2014\u2013.#\\\u2026";
const SHOUTS = "!?";
const EYES = ":;=";
const MOUTHS = ")(]DPpOo|/3";
const ELISIONS = new Set("em til tis twas cause bout n cuz".split(" "));

function runOf(text: string, at: number, end: number, signs: string): number {
  let i = at + 1;
  while (i < end && signs.includes(text[i]!)) i++;
  return i;
}

/** End of a face like ":-)" at `at`, or -1; letters for mouths only count where a word ends. */
function faceEnd(text: string, at: number, end: number): number {
  let i = at + 1;
  if (i < end && text.charCodeAt(i) === 0x2d) i++;
  if (i >= end || !MOUTHS.includes(text[i]!)) return -1;
  const before = at === 0 || kindAt(text, at - 1) === SPACE;
  const after = i + 1 >= end || kindAt(text, i + 1) === SPACE;
  const bracket = text[i] === ")" || text[i] === "(";
  return bracket ? (before || after ? i + 1 : -1) : before && after ? i + 1 : -1;
}

/** A symbol with its variation selectors and what joiners tie to it (a family of faces is one sign). */
function symbolEnd(text: string, at: number, end: number): number {
  let i = at + widthAt(text, at);
  while (i < end && kindAt(text, i) === JOINER) {
    const joined = text.charCodeAt(i) === 0x200d;
    i += widthAt(text, i);
    if (joined && i < end && kindAt(text, i) > JOINER) i += widthAt(text, i);
  }
  return Math.min(i, end);
}

/** End of the mark, run of marks, handle, tag or face that begins at `at`. */
export function markEnd(text: string, at: number, end: number): number {
  const sign = text[at]!;
  const unit = text.charCodeAt(at);
  const begins = at === 0 || kindAt(text, at - 1) === SPACE;
  if (SHOUTS.includes(sign)) return runOf(text, at, end, SHOUTS);
  if (sign === "," || sign === ")") return at + 1;
  if ((sign === "@" || sign === "#") && letterAt(text, at + 1, end)) return runEnd(text, at + 1, end);
  if ((sign === "." || sign === "+") && digitAt(text, at + 1, end) && (begins || "$(€£".includes(text[at - 1]!)))
    return numeralEnd(text, at + 1, end);
  if (EYES.includes(sign)) {
    const face = faceEnd(text, at, end);
    if (face > 0) return face;
  }
  if (RUNS.includes(sign)) {
    const stop = runOf(text, at, end, sign);
    // ".?" is one mark.
    return sign === "." && stop === at + 1 && stop < end && SHOUTS.includes(text[stop]!)
      ? runOf(text, stop, end, SHOUTS)
      : stop;
  }
  if (sign === "(" && text[at + 1] === ":" && begins && at + 1 < end) {
    if (at + 2 >= end || kindAt(text, at + 2) === SPACE) return at + 2;
  }
  if (isApostrophe(unit)) {
    if (at + 1 < end && (text.charCodeAt(at + 1) === unit || (sign === "‘" && text[at + 1] === "’"))) return at + 2;
    // A clitic whose word ends in a mark or a digit, or that lost its word.
    if (letterAt(text, at + 1, end) && sign !== "‘") {
      const next = runEnd(text, at + 1, Math.min(end, at + 5));
      if (next < at + 4 && isClitic(text, at + 1, next)) return next;
    }
    if (begins && unit !== 0x2018) {
      const next = runEnd(text, at + 1, end);
      if (digitAt(text, at + 1, end) && (next === at + 3 || (next === at + 4 && text[at + 3] === "s"))) return next;
      if (next - at <= 6 && ELISIONS.has(text.slice(at + 1, next).toLowerCase())) return next;
    }
  }
  return symbolEnd(text, at, end);
}
