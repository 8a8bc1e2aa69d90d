// Whom or what a count counts: the noun phrase after the number ('six civilians', 'two Asayish members', 'dozens more'). The
// group comes from the noun, or from the words before it where the noun says only that they are people.
import type { FigureWords } from "../../codebook/figures.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Group, Measure } from "../../model/index.ts";
import type { Lexeme } from "../lexemes.ts";
import { ageLength, type Count } from "./counts.ts";

export interface Counted {
  /** Past the last lexeme of the noun phrase; the count's own end where there is none. */
  readonly to: number;
  /** people: of a known noun; unknown: a noun of no list; none: no noun ('six injured', 'two others'). */
  readonly sort: "people" | "unknown" | "none" | "thing";
  /** Null: as those counted before ('others'), or nobody said. */
  readonly group: Group | null;
  /** The measure that the noun itself is: 'deaths', 'villages'. */
  readonly measure: Measure | null;
  /** 'of them', 'of whom': a part of those counted before. */
  readonly part: boolean;
  /** What befell them, told before the noun: 'two wounded soldiers'. */
  readonly state: Measure | null;
}

const REACH = 8;

export function countedAfter(pieces: readonly Lexeme[], count: Count, words: FigureWords): Counted {
  const none: Counted = { to: count.to, sort: "none", group: null, measure: null, part: false, state: null };
  let k = count.to + (count.form === "article" ? ageLength(pieces, count.to) : 0);
  const part = phraseAt(words.partsAfter, pieces, k);
  if (part) {
    // 'two of them children'
    const noun = phraseAt(words.nouns, pieces, k + part.length);
    return noun && !noun.value.neutral
      ? { ...none, to: k + part.length + noun.length, part: true, sort: "people", group: noun.value.group }
      : { ...none, to: k + part.length, part: true };
  }
  // 'dozens of people', '14 of its fighters'
  const of = pieces[k]?.plain === "of";
  if (of) k++;
  if (of && !/^(?:the|its|their|his|our|these|those)$/.test(pieces[k]?.plain ?? "") && count.form !== "vague") {
    if (pieces[k]?.plain === "us") return { ...none, to: k + 1, sort: "people", group: "people" };
    if (!phraseAt(words.nouns, pieces, k)) return { ...none, sort: "thing" };
  }
  let best = null as Counted | null;
  let unknown: number | null = null;
  let state: Measure | null = null;
  let modifierGroup: Group | null = null;
  for (const end = Math.min(k + REACH, pieces.length); k < end; ) {
    const piece = pieces[k]!;
    const noun = phraseAt(words.nouns, pieces, k);
    const measure = words.counts.get(piece.plain) ?? null;
    const stateHere = phraseAt(words.clues.state, pieces, k);
    if (stateHere && (noun === null || piece.plain === "dead")) {
      // 'two wounded soldiers' against 'two soldiers wounded' and 'two wounded'
      const follows = phraseAt(words.nouns, pieces, k + stateHere.length);
      if (best || !follows || follows.value.neutral || measure) {
        if (best || !follows || pieces[k]!.plain === "dead") break;
      }
      state = stateHere.value;
      k += stateHere.length;
      continue;
    }
    if (noun || measure) {
      const length = noun?.length ?? 1;
      const given = noun?.value.neutral ? null : (noun?.value.group ?? null);
      const inherits = piece.plain === "others" || piece.plain === "more" || piece.plain === "other";
      const group: Group | null =
        given && given !== "people"
          ? given
          : (modifierGroup ?? (inherits ? (best?.group ?? null) : (given ?? (noun ? "people" : null))));
      best = {
        to: k + length,
        sort: noun ? (inherits && !best ? "none" : "people") : "thing",
        group: noun ? group : null,
        measure: measure ?? null,
        part: false,
        state,
      };
      if (given && given !== "people") modifierGroup = given;
      if (words.neutralGroups.has(piece.plain)) modifierGroup = words.neutralGroups.get(piece.plain)!;
      k += length;
      continue;
    }
    if (/^["“”'‘’]$/.test(piece.text)) {
      if (best || unknown !== null) break;
      k++;
      continue;
    }
    if (piece.text === "-" && piece.glued && pieces[k + 1]?.glued) {
      k++;
      continue;
    }
    if ((words.words.ends.has(piece.plain) && !isAcronym(piece)) || words.numbers.values.has(piece.plain)) break;
    if (
      !/^\p{L}/u.test(piece.text) ||
      phraseAt(words.clues.done, pieces, k) ||
      phraseAt(words.clues.undergoes, pieces, k)
    )
      break;
    if (words.words.auxiliaries.has(piece.plain) || isFiniteVerb(pieces, k, words) || /(?:ing|ly)$/.test(piece.plain))
      break;
    if (best) {
      // After a noun only names and nouns run on ('SDF members', 'Kurdish militia fighters'); an adverb or verb ends it.
      const runsOn = phraseAhead(pieces, k, words);
      if (!runsOn) break;
    }
    const modifier = words.neutralGroups.get(piece.plain);
    if (modifier) modifierGroup = modifier;
    unknown = k;
    k++;
  }
  if (best)
    return best.group === "people" || best.group === null
      ? { ...best, group: groupBehind(pieces, best, words) ?? best.group }
      : best;
  if (unknown === null) return { ...none, state };
  // More than one of a thing is a plural: '85 adding that', 'twelve early'.
  if (count.max !== 1 && !pieces[unknown]!.capital && !pieces[unknown]!.plain.endsWith("s")) return { ...none, state };
  // 'Six members of…' is known; 'six Syrians', 'six firefighters' are not.
  return { to: unknown + 1, sort: "unknown", group: modifierGroup, measure: null, part: false, state };
}

const isAcronym = ({ text }: Lexeme): boolean => text.length >= 2 && /^\p{Lu}+$/u.test(text);

/** A finite verb, as far as its form tells: 'took', 'attacked', but not the 'held' of 'rebel-held'. */
export function isFiniteVerb(pieces: readonly Lexeme[], at: number, words: FigureWords): boolean {
  const piece = pieces[at]!;
  if (piece.glued && /^[-‐‑]$/.test(pieces[at - 1]?.text ?? "")) return false;
  if (words.words.finite.has(piece.plain)) return true;
  return piece.plain.endsWith("ed") && piece.text.length >= 5 && !words.words.notFinite.has(piece.plain);
}

/** 'Members of the Syrian army': the group of a noun that says only that they are people. */
function groupBehind(pieces: readonly Lexeme[], { to }: Counted, words: FigureWords): Group | null {
  const noun = phraseAt(words.nouns, pieces, to - 1);
  if (!noun?.value.neutral || pieces[to]?.plain !== "of") return null;
  for (let k = to + 1; k < Math.min(to + 7, pieces.length) && /^[\p{L}'’-]/u.test(pieces[k]!.text); k++) {
    const group = words.neutralGroups.get(pieces[k]!.plain);
    if (group) return group;
    const other = phraseAt(words.nouns, pieces, k);
    if (other && !other.value.neutral && other.value.group !== "people") return other.value.group;
  }
  return null;
}

/** Another noun of the lists stands within the next two words, with nothing between that ends the phrase. */
function phraseAhead(pieces: readonly Lexeme[], at: number, words: FigureWords): boolean {
  for (let k = at + 1; k <= at + 2 && k < pieces.length; k++) {
    if (words.words.ends.has(pieces[k]!.plain) || !/^\p{L}/u.test(pieces[k]!.text)) return false;
    if (phraseAt(words.nouns, pieces, k)) return true;
  }
  return false;
}
