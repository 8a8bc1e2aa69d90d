// Who was hurt, in a sentence in Arabic: 'the martyrdom of two girls and the wounding of 6', 'seven wounded', 'the killing of a
// man'. A plural without a number, and a word that may mean two or many, give no figure.
import type { ArabicWords } from "../../codebook/arabic.ts";
import { type Figure, type Group, type Measure, span } from "../../model/index.ts";
import { type ArabicWord, isOf, meaningOf } from "./words.ts";

/** How far behind the word for what befell them its number and noun may stand. */
const REACH = 5;

const numberOf = (word: ArabicWord | undefined, list: ArabicWords): number | undefined => {
  const digits = word?.forms.find((form) => /^\d{1,3}$/.test(form));
  return digits === undefined ? meaningOf(word, list.numbers) : Number(digits);
};

/** A name of two or three words behind 'the martyrdom of': one person. */
function isName(words: readonly ArabicWord[], at: number, list: ArabicWords): boolean {
  const plain = (w: ArabicWord | undefined): boolean =>
    w !== undefined &&
    /^\p{Script=Arabic}{3,}$/u.test(w.text) &&
    meaningOf(w, list.people) === undefined &&
    meaningOf(w, list.measures) === undefined &&
    numberOf(w, list) === undefined &&
    !isOf(w, list.sets.ends);
  return (
    plain(words[at]) && plain(words[at + 1]) && !/^ال/u.test(words[at]!.text) && !/^[وبل]ال/u.test(words[at + 1]!.text)
  );
}

interface Told {
  readonly measure: Measure;
  readonly count: number;
  readonly group: Group;
  readonly at: readonly [number, number];
}

/** The figure that a word of a measure leads, or is itself. */
function toldAt(words: readonly ArabicWord[], at: number, measure: Measure, list: ArabicWords): Told | null {
  // 'seven wounded', '3 martyrs'
  const before = numberOf(words[at - 1], list);
  if (before !== undefined && meaningOf(words[at], list.people)?.count === null)
    return { measure, count: before, group: "people", at: [at - 1, at] };
  let count: number | null = null;
  for (let k = at + 1; k <= Math.min(at + REACH, words.length - 1); k++) {
    const word = words[k];
    if (meaningOf(word, list.measures) !== undefined) {
      // 'a martyr and seven wounded': the number is the next one's.
      if (numberOf(words[k - 1], list) !== undefined) count = null;
      break;
    }
    if (isOf(word, list.sets.ends)) break;
    const number = numberOf(word, list);
    if (number !== undefined) {
      count = number;
      continue;
    }
    const people = meaningOf(word, list.people);
    if (!people) continue;
    const all = count ?? people.count;
    return all === null ? null : { measure, count: all, group: people.group, at: [at, k] };
  }
  if (count !== null) return { measure, count, group: "people", at: [at, at + 1] };
  const own = meaningOf(words[at], list.counted);
  if (own !== undefined) return { measure, count: own, group: "people", at: [at, at] };
  return isName(words, at + 1, list) && isOf(words[at], list.sets.deaths)
    ? { measure, count: 1, group: "people", at: [at, at + 2] }
    : null;
}

/** Every figure of a sentence, one for each measure and group. */
export function arabicTolls(words: readonly ArabicWord[], list: ArabicWords): Figure[] {
  const found: Figure[] = [];
  words.forEach((word, at) => {
    const measure = meaningOf(word, list.measures);
    const told = measure === undefined ? null : toldAt(words, at, measure, list);
    if (!told || found.some((f) => f.measure === told.measure)) return;
    const [from, to] = [words[told.at[0]]!, words[Math.min(told.at[1], words.length - 1)]!];
    found.push({
      measure: told.measure,
      min: told.count,
      max: told.count,
      group: told.group,
      of: null,
      approx: false,
      text: words
        .slice(told.at[0], told.at[1] + 1)
        .map((w) => w.text)
        .join(" "),
      at: [span(from.start, to.end)],
      rule: "arabic.toll",
    });
  });
  return found;
}
