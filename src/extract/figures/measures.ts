// What befell those counted, by the words around them: 'killed at least two', 'two were killed', 'the death of two', '14
// dead', 'the toll rose to 31'. The nearest and plainest clue wins; without one the measure stays null.
import type { FigureWords } from "../../codebook/figures.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Measure } from "../../model/index.ts";
import type { Lexeme } from "../lexemes.ts";
import type { Count } from "./counts.ts";
import { type Counted, isFiniteVerb } from "./nouns.ts";

export interface Measured {
  readonly measure: Measure;
  readonly rule: string;
}
export interface Counting {
  readonly count: Count;
  readonly counted: Counted;
}
/** 'Killed and wounded hundreds': the words give no figure for either. */
export const MIXED = "mixed";

const RIGHT = 30;
const LEFT = 9;
const TOLL = 26;

/** Past tense and participle look alike: 'killed' after 'were' is suffered. */
const passive = (pieces: readonly Lexeme[], at: number, words: FigureWords): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - 4); k--) {
    const word = pieces[k]!.plain;
    if (words.words.auxiliaries.has(word)) return true;
    if (/^(?:have|has|had|having)$/.test(word)) return false; // 'are reported to have killed'
    if (!words.words.links.has(word)) return false;
  }
  return false;
};

/** 'killed and wounded', 'killed or injured', 'dead or wounded'. */
function mixed(pieces: readonly Lexeme[], at: number, length: number, measure: Measure, words: FigureWords): boolean {
  const joint = pieces[at + length]?.plain;
  if (joint !== "and" && joint !== "or" && joint !== "/" && joint !== "&") return false;
  for (let k = at + length + 1; k <= at + length + 2; k++) {
    const clue =
      phraseAt(words.clues.done, pieces, k) ??
      phraseAt(words.clues.does, pieces, k) ??
      phraseAt(words.clues.state, pieces, k);
    if (clue && clue.value !== measure) return isCasualty(clue.value) && isCasualty(measure);
    if (!words.words.links.has(pieces[k]?.plain ?? "")) return false;
  }
  return false;
}
const isCasualty = (measure: Measure): boolean =>
  measure === "killed" || measure === "injured" || measure === "captured";
/** A clue to the left: the doer's verb, or a noun with 'of'. */
export function measuredLeft(
  pieces: readonly Lexeme[],
  { count, counted }: Counting,
  words: FigureWords,
): Measured | typeof MIXED | null {
  let of = false;
  for (let k = count.from - 1, n = 0; k >= 0 && n < LEFT; k--, n++) {
    // A clue of several words is met at its last.
    for (let back = 3; back >= 0; back--) {
      const start = k - back;
      if (start < 0) continue;
      const noun = of ? phraseAt(words.clues.of, pieces, start) : null;
      if (noun && noun.length === back + 1) return { measure: noun.value, rule: `of:${noun.value}` };
      const does = phraseAt(words.clues.does, pieces, start);
      if (does && does.length === back + 1) {
        if (passive(pieces, start, words) && pieces[start - 1]?.plain !== "been") return null;
        const other = pieces[start - 1]?.plain;
        if ((other === "and" || other === "or" || other === "/") && start >= 2) {
          const first = phraseAt(words.clues.does, pieces, start - 2);
          if (first && first.value !== does.value && isCasualty(first.value) && isCasualty(does.value)) return MIXED;
        }
        return { measure: does.value, rule: `does:${does.value}` };
      }
      const loses = phraseAt(words.clues.loses, pieces, start);
      if (loses && loses.length === back + 1 && counted.sort === "people")
        return { measure: loses.value, rule: "loses" };
    }
    const word = pieces[k]!.plain;
    if (word === "of" || word === "to" || word === "among") of = true;
    if (!words.words.skipsLeft.has(word)) return null;
  }
  return null;
}

/** 'Left six people, including a girl, dead': what they were left as may stand behind the parts of them. */
export function leftDead(pieces: readonly Lexeme[], { count, counted }: Counting, words: FigureWords): Measured | null {
  let k = count.from - 1;
  while (k >= 0 && words.words.skipsLeft.has(pieces[k]!.plain)) k--;
  if (!/^(?:leave|leaves|left|leaving)$/.test(pieces[k]?.plain ?? "")) return null;
  for (let to = counted.to; to < Math.min(counted.to + NEAR_LEFT, pieces.length); to++) {
    const state = phraseAt(words.clues.state, pieces, to);
    if (state) return { measure: state.value, rule: `left:${state.value}` };
    if (/^[.;!?]$/.test(pieces[to]!.plain) || isFiniteVerb(pieces, to, words)) return null;
  }
  return null;
}
const NEAR_LEFT = 14;

/** A clue to the right: 'were killed', 'fled', 'dead'. Other counts may stand between only where they are joined on. */
export function measuredRight(
  pieces: readonly Lexeme[],
  counting: Counting,
  others: readonly Counting[],
  words: FigureWords,
): Measured | typeof MIXED | null {
  const start = counting.counted.to;
  let gap = 0; // words that are neither auxiliaries nor links
  let insertion = false;
  for (let k = start; k < Math.min(start + RIGHT, pieces.length); k++) {
    const word = pieces[k]!.plain;
    if (word === ";" || word === "." || word === "?" || word === "!") return null;
    const crossed = others.find((o) => o !== counting && o.count.from <= k && k < o.counted.to);
    if (crossed) {
      if (!crossed.counted.part && !joinedOn(pieces, crossed, words)) return null;
      k = crossed.counted.to - 1;
      if (!crossed.counted.part && !partBefore(pieces, crossed.count, words)) gap++;
      continue;
    }
    const done = phraseAt(words.clues.done, pieces, k);
    const state = gap === 0 ? phraseAt(words.clues.state, pieces, k) : null;
    const suffered =
      state ?? (done && (passive(pieces, k, words) || (gap === 0 && counting.count.form !== "article")) ? done : null);
    if (suffered) {
      // '12 fighters killed 20' does something, '12 fighters killed in' suffers it.
      if (!passive(pieces, k, words) && actsOn(pieces, k + suffered.length, others, words)) return null;
      if (mixed(pieces, k, suffered.length, suffered.value, words)) return MIXED;
      return { measure: suffered.value, rule: `done:${suffered.value}` };
    }
    const undergoes = phraseAt(words.clues.undergoes, pieces, k);
    if (undergoes && (gap < 14 || insertion)) return { measure: undergoes.value, rule: `undergoes:${undergoes.value}` };
    if (done && passive(pieces, k, words)) return null;
    if (phraseAt(words.clues.does, pieces, k)) return null;
    if (word === "whose" || (isFiniteVerb(pieces, k, words) && !passive(pieces, k, words))) return null;
    if (word === "," || word === "-" || word === "–" || word === "—" || word === "(") insertion = !insertion;
    if (!words.words.links.has(word) && !words.words.auxiliaries.has(word)) gap++;
  }
  return null;
}

/** A count right after the verb is its object, unless something befell it in turn: '6 killed 22 injured'. */
const actsOn = (pieces: readonly Lexeme[], at: number, others: readonly Counting[], words: FigureWords): boolean =>
  others.some(({ count, counted }) => count.from === at && !phraseAt(words.clues.state, pieces, counted.to));

/** 'and six others', ', including two children', 'mostly … but also 111 civilians'. */
function joinedOn(pieces: readonly Lexeme[], { count }: Counting, words: FigureWords): boolean {
  const before = pieces[count.from - 1]?.plain ?? "";
  if (/^(?:and|or|,|plus|including|&|\(|-|–|—|also|as)$/.test(before)) return true;
  return partBefore(pieces, count, words);
}

/** Words right before the count make it a part of the one before: 'including', 'of whom', 'among them'. */
export function partBefore(pieces: readonly Lexeme[], count: Count, words: FigureWords): boolean {
  for (let k = Math.max(0, count.from - 4); k < count.from; k++) {
    const found = phraseAt(words.partsBefore, pieces, k);
    if (found && (k + found.length === count.from || k + found.length === count.number)) return true;
  }
  return false;
}

/** 'The death toll … rose to 31', 'a toll of 31 people killed'. */
export function measuredByToll(
  pieces: readonly Lexeme[],
  { count, counted }: Counting,
  others: readonly Counting[],
  words: FigureWords,
): Measured | null {
  if (!words.words.tollLinks.has(pieces[count.from - 1]?.plain ?? "") || counted.sort === "thing") return null;
  for (let k = count.from - 1; k >= Math.max(0, count.from - TOLL); k--) {
    const number =
      pieces[k]!.plain === "number" && pieces[k + 1]?.plain === "of" ? stateSoon(pieces, k + 2, words) : null;
    if (number) return { measure: number, rule: "number-of" };
    if (words.words.tollWords.has(pieces[k]!.plain)) return { measure: "killed", rule: "toll" };
    const word = pieces[k]!.plain;
    if (word === "." || word === ";") return null;
    // 'rose from 12 to 31' goes on; any other count has the toll to itself.
    if (
      others.some(
        (o) => o.count.number === k && pieces[o.count.from - 1]?.plain !== "from" && o.counted.sort !== "unknown",
      )
    )
      return null;
  }
  return null;
}

/** 'The number of (internally) displaced persons …' */
const stateSoon = (pieces: readonly Lexeme[], at: number, words: FigureWords): Measure | null =>
  (phraseAt(words.clues.state, pieces, at) ?? phraseAt(words.clues.state, pieces, at + 1))?.value ??
  words.counts.get(pieces[at]?.plain ?? "") ??
  null;
