// Where a number ends: dates, clock times, telephone numbers, ordinals and decades are one token, a range or a unit is
// not ("10-15", "45km"). It says nothing of values.
import { DIGIT, digitAt, isApostrophe, kindAt, letterAt, runEnd } from "./characters.ts";

const UNITS = new Set(
  (
    "k m mm cm km kg lb lbs ft pm am hr hrs min mins mph kmh kph bn mn mb gb kb tb kw mw gw ghz mhz hz sq ml mg kt nm " +
    "mi yd oz sec secs yrs yr pc"
  ).split(" "),
);

const digitsEnd = (text: string, from: number, end: number): number => {
  let i = from;
  while (i < end && kindAt(text, i) === DIGIT) i++;
  return i;
};

/** A comma belongs to a number before three digits, or before the pairs of Indian numbers. */
function groupAt(text: string, comma: number, end: number): boolean {
  const length = digitsEnd(text, comma + 1, Math.min(end, comma + 5)) - comma - 1;
  return length === 3 || (length === 2 && text.charCodeAt(comma + 3) === 0x2c && digitAt(text, comma + 4, end));
}

/** End of the digits joined by hyphens from `from` on if they are a telephone number or a date; else `first`. */
function hyphened(text: string, from: number, first: number, end: number): number {
  let groups = 1;
  let last = first - from;
  let i = first;
  while (groups < 8 && i < end && text.charCodeAt(i) === 0x2d && digitAt(text, i + 1, end)) {
    const next = digitsEnd(text, i + 1, Math.min(end, i + 20));
    last = next - i - 1;
    i = next;
    groups++;
  }
  if (letterAt(text, i, end)) return first;
  return groups > 2 || (groups === 2 && last === 4 && first - from !== 4) ? i : first;
}

/** End of the number that begins at `from`, with what is glued to it unless that is a unit. */
export function numeralEnd(text: string, from: number, end: number): number {
  let i = digitsEnd(text, from, end);
  const first = i;
  while (i + 1 < end && kindAt(text, i + 1) === DIGIT) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2c ? !groupAt(text, i, end) : unit !== 0x2e && unit !== 0x3a && unit !== 0x2f) break;
    i = digitsEnd(text, i + 1, end);
  }
  if (i < end && text.charCodeAt(i) === 0x2d) {
    // After "503/464" only the last three digits can be the exchange of "464-7927".
    const joined = i === first ? hyphened(text, from, i, end) : hyphened(text, i - 3, i, end);
    if (joined > i) return joined;
  }
  if (letterAt(text, i, end)) {
    const glued = runEnd(text, i, end);
    if (glued - i <= 4) {
      const unit = text.slice(i, glued);
      const dollars = from > 0 && "$€£".includes(text[from - 1]!);
      if (UNITS.has(unit.toLowerCase()) && (unit !== "M" || dollars)) return i;
      if (dollars && /^(?:[MBbT]|tn|trn)$/.test(unit)) return i;
    }
    return glued;
  }
  // "the 1990's" is a decade, "2003's" is not.
  if (
    i + 1 < end &&
    isApostrophe(text.charCodeAt(i)) &&
    text.charCodeAt(i + 1) === 0x73 &&
    text.charCodeAt(i - 1) === 0x30 &&
    !letterAt(text, i + 2, end)
  )
    return i + 2;
  return i;
}
