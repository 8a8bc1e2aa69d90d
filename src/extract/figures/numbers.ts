// Numbers as texts write them, in digits ('1,234', '1.5 million', '20k') and in words ('twenty-one', 'a dozen', 'half a
// million'). What a number counts, and whether 'about' stands before it, is read elsewhere.
import type { NumberWords } from "../../codebook/numbers.ts";
import type { Lexeme } from "../lexemes.ts";

export interface ReadNumber {
  /** Lexemes taken. */
  readonly length: number;
  readonly value: number;
  readonly form: "digits" | "words";
}

/** The longest number that begins at `at`; null when none does. Ordinals, years and ages are for the caller to refuse. */
export function numberAt(pieces: readonly Lexeme[], at: number, words: NumberWords): ReadNumber | null {
  const first = pieces[at];
  if (!first) return null;
  return first.digits !== null ? inDigits(pieces, at, words) : inWords(pieces, at, words);
}

function inDigits(pieces: readonly Lexeme[], at: number, words: NumberWords): ReadNumber | null {
  let k = at + 1;
  let value = pieces[at]!.digits!;
  const next = (offset: number) => pieces[k + offset];
  // 1,234,567: groups of three, nothing between.
  while (
    next(0)?.text === "," &&
    next(0)!.glued &&
    next(1)?.glued &&
    next(1)!.text.length === 3 &&
    next(1)!.digits !== null
  ) {
    if (k === at + 1 && pieces[at]!.text.length > 3) break;
    value = value * 1000 + next(1)!.digits!;
    k += 2;
    if (value > 1e13) return null;
  }
  if (
    next(0)?.text === "." &&
    next(0)!.glued &&
    next(1)?.glued &&
    next(1)!.digits !== null &&
    next(1)!.text.length <= 3
  ) {
    value += next(1)!.digits! / 10 ** next(1)!.text.length;
    k += 2;
  }
  const suffix = next(0)?.glued ? words.suffixes.get(next(0)!.plain) : undefined;
  // 'm' is metres more often than millions, but after a currency's sign.
  if (suffix !== undefined && (next(0)!.plain !== "m" || /\p{Sc}/u.test(pieces[at - 1]?.text ?? ""))) {
    value *= suffix;
    k += 1;
  }
  let times = words.multipliers.get(next(0)?.plain ?? "");
  while (times !== undefined && !next(0)!.glued && value * times <= 1e14) {
    value *= times;
    k += 1;
    times = words.multipliers.get(next(0)?.plain ?? "");
  }
  return { length: k - at, value: Math.round(value * 1e6) / 1e6, form: "digits" };
}

function inWords(pieces: readonly Lexeme[], at: number, words: NumberWords): ReadNumber | null {
  const plain = (k: number) => pieces[k]?.plain ?? "";
  const article = plain(at) === "a" || plain(at) === "an";
  const from = article ? at + 1 : at;
  const share = words.fractions.get(plain(from));
  if (share !== undefined) {
    // 'half a million', 'a quarter of a million', 'half a dozen'
    let k = from + 1;
    if (plain(k) === "of") k++;
    if (plain(k) === "a") k++;
    const whole = words.multipliers.get(plain(k));
    return whole === undefined || k === from + 1 ? null : { length: k + 1 - at, value: share * whole, form: "words" };
  }
  if (article) {
    const whole = words.multipliers.get(plain(from));
    if (whole === undefined) return null;
    const more = words.multipliers.get(plain(from + 1));
    return more === undefined
      ? { length: 2, value: whole, form: "words" }
      : { length: 3, value: whole * more, form: "words" };
  }
  // thousands so far, and the hundreds, tens and ones that are still to be multiplied
  let total = 0;
  let group = 0;
  let k = at;
  let last = Number.POSITIVE_INFINITY;
  for (; k - at < 12; k++) {
    const word = plain(k);
    const value = words.values.get(word);
    if (
      value !== undefined &&
      (last === Number.POSITIVE_INFINITY || (last >= 20 && value < last && (last >= 100 || value < 10)))
    ) {
      group += value;
      last = value;
      continue;
    }
    const times = words.multipliers.get(word);
    if (times !== undefined && group > 0) {
      if (times >= 1000) {
        total += group * times;
        group = 0;
      } else group *= times;
      last = times;
      continue;
    }
    // 'twenty-one', 'one hundred and five'
    const joins = (word === "-" && last >= 20 && last < 100) || (word === "and" && last >= 100 && k > at);
    const following = words.values.get(plain(k + 1));
    if (joins && last !== Number.POSITIVE_INFINITY && following !== undefined && following < last) continue;
    break;
  }
  return k === at ? null : { length: k - at, value: total + group, form: "words" };
}
