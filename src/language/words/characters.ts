// What kind of sign a UTF-16 unit is, answered from a table: the scanner asks for every unit of every text. It knows
// scripts only through Unicode's general categories, and nothing of words.

export const SPACE = 1;
/** A letter that is not upper case, of any script. */
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
/** A sign that goes with what stands before it: accents, joiners, soft hyphens. */
export const JOINER = 5;
/** Punctuation, symbols, control characters and whatever Unicode does not name. */
export const MARK = 6;
/** Half of a character beyond the first plane. */
const HALF = 7;

// By code point, filled as they turn up; the same one always gets the same kind, so nobody can tell.
const kinds = new Uint8Array(0x11_0000);

function classify(character: string): number {
  if (/^\s$/.test(character)) return SPACE;
  if (/^\p{Lu}$/u.test(character)) return UPPER;
  if (/^[\p{L}\p{Nl}]$/u.test(character)) return LOWER;
  if (/^\p{Nd}$/u.test(character)) return DIGIT;
  return /^[\p{M}\p{Cf}]$/u.test(character) ? JOINER : MARK;
}

function unseen(unit: number): number {
  const kind = unit >= 0xd800 && unit <= 0xdfff ? HALF : classify(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

/** Kind of the character at `at`, which must be inside `text`; a lone surrogate is a MARK. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = kinds[unit]! || unseen(unit);
  if (kind !== HALF) return kind;
  let whole = text.codePointAt(at)!;
  if (whole <= 0xffff && at > 0) whole = text.codePointAt(at - 1)!;
  if (whole <= 0xffff) return MARK;
  kinds[whole] ||= classify(String.fromCodePoint(whole));
  return kinds[whole]!;
}

/** Units of the character at `at`: 2 for a surrogate pair. */
export const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Whether a letter stands at `at`; false beyond `end`. */
export function letterAt(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const kind = kindAt(text, at);
  return kind === LOWER || kind === UPPER;
}

export const digitAt = (text: string, at: number, end: number): boolean => at < end && kindAt(text, at) === DIGIT;

/** Whether an apostrophe as people type it (straight, curly, accent, modifier) is `unit`. */
export const isApostrophe = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0xb4 || unit === 0x2018;

/** Whether `unit` is a hyphen inside words; dashes are not. */
export const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

/** Where the run of letters, digits and joiners from `at` on ends; an underscore between two of them is inside. */
export function runEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit]!;
    if (kind === 0 || kind === HALF) kind = kindAt(text, i);
    if (kind < LOWER || kind > JOINER) {
      if (unit !== 0x5f || i === at || i + 1 >= end) break;
      const next = kindAt(text, i + 1);
      if (next < LOWER || next > JOINER) break;
    }
    i++;
  }
  return i;
}
