// Places of a sentence in Arabic: names of the codebook, and whatever stands behind 'the village of', 'the town of', brought into
// Latin letters so that the gazetteer may know it by its consonants. Which of several is meant is decided in resolve.
import { type ArabicWords, plainArabic } from "../../codebook/arabic.ts";
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import { type Place, type PlaceKind, type PlaceMention, type Precision, placeId, span } from "../../model/index.ts";
import { type ArabicWord, isOf, meaningOf, phraseAt } from "./words.ts";

const LATIN: Readonly<Record<string, string>> = {
  ا: "a",
  ب: "b",
  ت: "t",
  ث: "th",
  ج: "j",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "gh",
  ف: "f",
  ق: "q",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  و: "u",
  ي: "i",
  ة: "a",
  ى: "a",
  گ: "g",
  چ: "ch",
  پ: "p",
  ء: "",
  ئ: "i",
  ؤ: "u",
  أ: "a",
  إ: "i",
  آ: "a",
};
/** A name in Latin letters, its article apart: short vowels, which Arabic leaves out, are left out here too. */
export const inLatin = (name: string): string =>
  name
    .split(" ")
    .map((word) => {
      const bare = word.replace(/^ال(?=.{2})/u, "");
      const letters = [...bare].map((c) => LATIN[c] ?? "").join("");
      return `${bare === word ? "" : "al-"}${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
    })
    .join(" ");

interface Around {
  readonly said: PlaceKind | null;
  readonly precision: Precision;
}

/** What the words before a name make of it, the nearest first: 'the countryside of', 'east of', 'near'. */
function before(words: readonly ArabicWord[], at: number, list: ArabicWords): Around {
  let said: PlaceKind | null = null;
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const kind = meaningOf(words[k], list.kinds);
    if (kind !== undefined) said ??= kind;
    else if (isOf(words[k], list.sets.areas)) return { said, precision: "area" };
    else if (isOf(words[k], list.sets.near)) return { said, precision: "near" };
    else break;
  }
  return { said, precision: said === "province" ? "region" : "exact" };
}

/** How many words from `at` on are a name: two behind a first word of names, and what a tag joins. */
function lengthAt(words: readonly ArabicWord[], at: number, list: ArabicWords): number {
  let length = isOf(words[at], list.sets.leads) && words[at + 1] ? 2 : 1;
  while (words[at + length]?.joined) length++;
  return length;
}

export function arabicPlaces(
  words: readonly ArabicWord[],
  list: ArabicWords,
  gazetteer: Gazetteer,
  country: string,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  const add = (at: number, length: number, name: string, candidates: readonly Place[], rule: string): void => {
    const [first, last] = [words[at]!, words[at + length - 1]!];
    const { said, precision } = before(words, at, list);
    const text = words
      .slice(at, at + length)
      .map((w) => w.text)
      .join(" ");
    found.push({
      kind: "place",
      span: span(first.start, last.end),
      rule,
      text,
      name,
      said,
      role: precision === "near" ? "near" : "at",
      precision,
      candidates,
      place: null,
    });
  };
  for (let at = 0; at < words.length; at++) {
    const known = phraseAt(words, at, list.places);
    // 'the gate', 'the day': a name that is a word as well needs a word of place, or a tag, before it.
    const told =
      words[at]!.tag || meaningOf(words[at - 1], list.kinds) !== undefined || isOf(words[at - 1], list.sets.areas);
    const whole = lengthAt(words, at, list);
    if (
      known &&
      known.length >= whole &&
      (told || known.length > 1 || !/^(?:باب|دانا|هيت)$/u.test(plainArabic(words[at]!.text)))
    ) {
      const place = gazetteer.get(placeId(known.value));
      if (place) add(at, known.length, place.name, [place], "place.arabic");
      at += known.length - 1;
      continue;
    }
    const kind = meaningOf(words[at - 1], list.kinds);
    if (kind === undefined || kind === "province" || !/^\p{Script=Arabic}{3,}/u.test(words[at]!.text)) continue;
    if (
      isOf(words[at], list.sets.areas) ||
      isOf(words[at], list.sets.ends) ||
      meaningOf(words[at], list.kinds) !== undefined
    )
      continue;
    const name = inLatin(
      words
        .slice(at, at + whole)
        .map((w) => w.text)
        .join(" "),
    );
    const candidates = gazetteer.find(name).filter((p) => p.country === country && gazetteer.rank(name, p) !== null);
    add(at, whole, name, candidates, "place.unknown-name");
    at += whole - 1;
  }
  return found;
}
