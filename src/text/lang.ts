// The language of a text: English by its small words, other scripts by their letters, the rest by n-grams. What is
// too short to tell is null, because a name in a headline is no language.
import { likelyLanguage } from "../codebook/languages.ts";

const FEWEST_LETTERS = 20;
const LOOKED_AT = 4000;
const SMALL_WORDS = new Set(
  "the of and to in a that is was for on with as by at from said were have has had are been their not they its his an be after which who but this".split(
    " ",
  ),
);

const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Thai}/gu, "th"],
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Letters that only one language of the Arabic script commonly uses. */
function arabicScript(text: string): string {
  const letters = count(text, /\p{Script=Arabic}/gu);
  if (count(text, /[ٹڈڑےں]/g) > letters * 0.02) return "ur";
  if (count(text, /[ەێۆڵڕ]/g) > letters * 0.04) return "ckb";
  if (count(text, /[ټډړښځڅ]/g) > letters * 0.01) return "ps";
  return count(text, /[پچژگکی]/g) > letters * 0.04 ? "fa" : "ar";
}

/** ISO 639-1 (ckb for Sorani), or null under twenty letters or where nothing is sure. */
export function language(text: string): string | null {
  const looked = text.slice(0, LOOKED_AT);
  const letters = count(looked, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) return null;
  if (count(looked, /\p{Script=Arabic}/gu) > letters * 0.5) return arabicScript(looked);
  for (const [pattern, name] of SCRIPTS) if (count(looked, pattern) > letters * 0.3) return name;
  const words = looked.toLowerCase().match(/[a-z]+/g) ?? [];
  const small = words.filter((word) => SMALL_WORDS.has(word)).length;
  if (words.length >= 8 && small > words.length * 0.2) return "en";
  return likelyLanguage(looked);
}
