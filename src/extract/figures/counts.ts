// Numbers that may count something, with their bounds: 'at least two', 'dozens', '3,000 to 5,000', 'half a million'. Dates,
// ages, distances, percentages and the numbers in names are refused here; what is counted is read in figures-nouns.ts.
import type { FigureWords, How } from "../../codebook/figures.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Lexeme } from "../lexemes.ts";
import { numberAt } from "./numbers.ts";

export interface Count {
  /** Lexemes, from the first word that bounds the number to the last of the number; `number` is where it begins itself. */
  readonly from: number;
  readonly number: number;
  readonly to: number;
  readonly min: number;
  readonly max: number | null;
  readonly approx: boolean;
  readonly form: "digits" | "words" | "vague" | "article";
  readonly currency: boolean;
}

/** Every count of the passage in order, none overlapping another. */
export function counts(pieces: readonly Lexeme[], words: FigureWords): Count[] {
  const found: Count[] = [];
  for (let at = 0; at < pieces.length; ) {
    const count = countAt(pieces, at, words, found.at(-1)?.to ?? 0);
    if (count) found.push(count);
    at = count ? count.to : at + 1 + refusedLength(pieces, at, words);
  }
  return found;
}

// A number that was refused is skipped whole, so that '234' of '1,234 km' is not tried again.
const refusedLength = (pieces: readonly Lexeme[], at: number, words: FigureWords): number =>
  pieces[at]!.digits === null ? 0 : (numberAt(pieces, at, words.numbers)?.length ?? 1) - 1;

interface Bare {
  readonly to: number;
  readonly min: number;
  readonly max: number;
  readonly form: Count["form"];
}

function bareAt(pieces: readonly Lexeme[], at: number, words: FigureWords): Bare | null {
  const vague = phraseAt(words.vague, pieces, at);
  if (vague) return { to: at + vague.length, min: vague.value[0], max: vague.value[1], form: "vague" };
  const number = numberAt(pieces, at, words.numbers);
  return number && { to: at + number.length, min: number.value, max: number.value, form: number.form };
}

function countAt(pieces: readonly Lexeme[], at: number, words: FigureWords, floor: number): Count | null {
  const first = bareAt(pieces, at, words) ?? single(pieces, at, words);
  if (!first || refused(pieces, at, first, words)) return null;
  let { to, min, max } = first;
  const { how, from } = before(pieces, at, words, floor);
  // 'three to five', '3,000-5,000', 'between 20 and 30'
  const between = pieces[from - 1]?.plain === "between";
  const joint = pieces[to]?.plain;
  const joins =
    joint === "to" ||
    joint === "or" ||
    (between && joint === "and") ||
    (joint !== undefined && /^[-–—]$/.test(joint) && first.form === "digits");
  const second = joins && first.form !== "article" ? bareAt(pieces, to + 1, words) : null;
  // 'eight to 12': small numbers are words where larger ones are digits.
  const alike = (a: Bare, b: Bare): boolean => (a.form === "vague") === (b.form === "vague");
  if (second && alike(first, second) && second.min > min && !refused(pieces, to + 1, second, words)) {
    // '3 to 5 million'
    min *= scaleOf(min, second.min);
    max = second.max;
    to = second.to;
  }
  const after = phraseAt(words.boundsAfter, pieces, to);
  let open: number | null = max;
  let approx = how === "about" || first.form === "vague";
  for (const each of [how, after?.value ?? null]) {
    if (each === "least") open = null;
    if (each === "most") min = 0;
    if (each === "about") approx = true;
  }
  if (after) to += after.length;
  const currency =
    /\p{Sc}/u.test(pieces[at - 1]?.text ?? "") || /\p{Sc}/u.test(pieces[to]?.glued ? pieces[to]!.text : "");
  return {
    from: between && second ? from - 1 : from,
    number: at,
    to,
    min,
    max: open,
    approx,
    form: first.form,
    currency,
  };
}

/** '3 to 5 million': the first number takes the second's thousands or millions. */
const scaleOf = (min: number, max: number): number => {
  const scale = 10 ** (3 * Math.floor(Math.log10(max) / 3));
  return min < 1000 && scale >= 1000 && max % scale === 0 && min < max / scale ? scale : 1;
};

/** 'A child', 'another protester': one, where a single person's noun follows. */
function single(pieces: readonly Lexeme[], at: number, words: FigureWords): Bare | null {
  const word = pieces[at]!.plain;
  if (word !== "a" && word !== "an" && word !== "another") return null;
  const first = at + 1 + ageLength(pieces, at + 1);
  for (let k = first; k < Math.min(first + 4, pieces.length); k++) {
    const noun = phraseAt(words.nouns, pieces, k);
    if (noun && words.counts.has(pieces[k]!.plain)) return null; // 'a head injury'
    if (
      noun?.value.singular &&
      noun.length === 1 &&
      (pieces[k + 1]?.plain === "dead" || !phraseAt(words.nouns, pieces, k + 1))
    )
      return { to: at + 1, min: 1, max: 1, form: "article" };
    if (!/^[\p{L}'’-]/u.test(pieces[k]!.text) || words.words.ends.has(pieces[k]!.plain)) return null;
  }
  return null;
}

/** How many pieces an age takes up before its bearer: 'a 12-year-old child'. */
export const ageLength = (pieces: readonly Lexeme[], at: number): number => {
  const text = pieces
    .slice(at, at + 5)
    .map((p) => p.plain)
    .join("");
  return pieces[at]?.digits != null && /^\d+[-‐‑]years?[-‐‑]old$/.test(text) ? 5 : 0;
};

function before(pieces: readonly Lexeme[], at: number, words: FigureWords, floor: number): { how: How; from: number } {
  let how: How = "plain";
  let from = at;
  // Two at most: 'another at least five', 'the more than 100'.
  for (let n = 0; n < 2; n++) {
    let found: { how: How; from: number } | null = null;
    for (let k = Math.max(floor, from - 4); k < from; k++) {
      const bound = phraseAt(words.boundsBefore, pieces, k);
      if (bound && k + bound.length === from) {
        found = { how: bound.value, from: k };
        break;
      }
    }
    if (!found) break;
    if (how === "plain") how = found.how;
    from = found.from;
  }
  return { how, from };
}

const MONTHLESS = /^(?:19|20)\d\d$/;

function refused(pieces: readonly Lexeme[], at: number, { to, form }: Bare, words: FigureWords): boolean {
  const [previous, next] = [pieces[at - 1], pieces[to]];
  if (form === "vague" || form === "article") return false;
  const digits = pieces[at]!;
  // 'S-300', 'M5', 'Su-24', '6.12.2024', '20:30'
  if (
    form === "digits" &&
    digits.glued &&
    previous &&
    /[\p{L}\d:./_-]$/u.test(previous.text) &&
    !/^(?:19|20)?\d\d-\d\d$/.test(previous.text)
  ) {
    const range = /^[-–—]$/.test(previous.text) && pieces[at - 2]?.digits != null;
    if (!range) return true;
  }
  if (previous && phraseEndsAt(pieces, at, words)) return true;
  if (!next) return false;
  // An age: 'Rojkan, 23, was arrested'
  if (
    form === "digits" &&
    previous?.text === "," &&
    next.text === "," &&
    digits.text.length <= 2 &&
    pieces[at - 2]?.capital
  )
    return true;
  if (next.glued && form === "digits") {
    // '45km', '24th', '90%', '20:30', '12-year-old'
    if (/^[\p{L}%°:/]/u.test(next.text)) return true;
    if (/^[-–—]$/.test(next.text) && pieces[to + 1]?.glued && pieces[to + 1]!.digits === null) return true;
    if (/^[.]$/.test(next.text) && pieces[to + 1]?.glued && pieces[to + 1]?.digits != null) return true;
  }
  if (form === "words" && next.text === "-" && next.glued && pieces[to + 1]?.glued) return true; // 'two-day'
  if (words.words.notBefore.has(next.plain) && !(next.plain === "second" || next.plain === "may")) return true;
  if (words.words.notBefore.has(next.plain) && next.capital) return true;
  // 'in 2016', and a bare year that counts nobody
  if (form === "digits" && to === at + 1 && MONTHLESS.test(digits.text)) {
    if (words.words.yearLeads.has(previous?.plain ?? "")) return true;
    const counts =
      phraseAt(words.nouns, pieces, to) ??
      (next.capital || next.plain === "other" ? phraseAt(words.nouns, pieces, to + 1) : null);
    if (!counts || words.numbers.values.has(next.plain)) return true;
  }
  // 'one of', 'two of the most'
  if (next.plain === "of" && digits.plain === "one" && !/^(?:them|whom)$/.test(pieces[to + 1]?.plain ?? ""))
    return true;
  return false;
}

/** A phrase of `not_after` stands right before the number. A capital may stand for a unit's name: 'TOW 2'. */
function phraseEndsAt(pieces: readonly Lexeme[], at: number, words: FigureWords): boolean {
  for (let k = Math.max(0, at - 2); k < at; k++) {
    const found = phraseAt(words.notAfter, pieces, k);
    if (found && k + found.length === at) return true;
  }
  const previous = pieces[at - 1]!;
  return (
    previous.text.length >= 2 &&
    previous.text === previous.text.toUpperCase() &&
    /^\p{Lu}+$/u.test(previous.text) &&
    pieces[at]!.digits !== null &&
    pieces[at]!.text.length <= 2 &&
    !/^(?:THE|OF|TO|AT|IN|AND|KILLED|KILL|KILLS|LEAST|OVER|THAN)$/.test(previous.text)
  );
}
