// Figures of a document: numbers with their bounds, what they measure, whom they count, and the larger figure they are part
// of. They belong to a passage; which claim takes them is decided where claims are joined.
// Examples: 'killing 12 people, including 4 children'; '14 dead and ten wounded'; 'dozens of fighters surrendered'.
import type { FigureWords } from "../../codebook/figures.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { FigureMention, Group, Measure, Passage, Span } from "../../model/index.ts";
import { type Lexeme, lexemes, spanOf, textOf } from "../lexemes.ts";
import { type Count, counts } from "./counts.ts";
import {
  type Counting,
  leftDead,
  type Measured,
  MIXED,
  measuredByToll,
  measuredLeft,
  measuredRight,
  partBefore,
} from "./measures.ts";
import { countedAfter } from "./nouns.ts";

/**
 * Every figure of the passages, sorted by span, none overlapping another. Numbers that count neither people nor anything
 * that is measured (dates, distances, names) are left out; `measure` is null only where people are counted and nothing says
 * what befell them. `text` has single spaces where the document may have more.
 */
export function findFigures(passages: readonly Passage[], words: FigureWords): FigureMention[] {
  let last: { readonly draft: Draft; readonly at: Span; readonly paragraph: number } | null = null;
  return passages.flatMap((passage) => {
    const pieces = lexemes(passage);
    const before = last?.paragraph === passage.paragraph ? last : null;
    const drafts = figuresOf(pieces, words, before?.draft ?? null);
    const spans = new Map(
      drafts.map((draft) => [draft, spanOf(pieces, draft.count.from, Math.max(draft.count.to, draft.counted.to))]),
    );
    if (before) spans.set(before.draft, before.at);
    const told = drafts.findLast((draft) => draft.measured && !draft.whole);
    last = told ? { draft: told, at: spans.get(told)!, paragraph: passage.paragraph } : null;
    return drafts.map((draft) => mention(pieces, draft, spans));
  });
}

interface Draft extends Counting {
  measured: Measured | null;
  group: Group;
  whole: Draft | null;
}

// Clues are looked for within some thirty words, which hold no more counts than that.
const NEAR = 30;

/** @param told the last figure of the sentence before, for 'Among them are 111 civilians.' */
function figuresOf(pieces: readonly Lexeme[], words: FigureWords, told: Draft | null): Draft[] {
  const found = counts(pieces, words);
  const all = found.map((count, n): Counting => {
    const counting = boundAfter(pieces, { count, counted: countedAfter(pieces, count, words) }, words);
    // '12 more than 5' and the like: a noun phrase ends where the next count begins.
    const end = Math.max(count.to, found[n + 1]?.from ?? Number.POSITIVE_INFINITY);
    return counting.counted.to <= end ? counting : { ...counting, counted: { ...counting.counted, to: end } };
  });
  const drafts: Draft[] = [];
  for (const [n, counting] of all.entries()) {
    const { count, counted } = counting;
    const near = all.slice(Math.max(0, n - NEAR), n + NEAR);
    const opens = drafts.length === 0 && told && count.from <= 6 && (counted.part || partBefore(pieces, count, words));
    const draft = drafted(pieces, counting, near, opens ? told : (drafts.findLast(kept) ?? null), words);
    if (draft) drafts.push(draft);
  }
  for (const [n, draft] of drafts.entries()) share(pieces, draft, drafts[n + 1] ?? null, words);
  return drafts.filter(kept);
}

function mention(pieces: readonly Lexeme[], draft: Draft, spans: ReadonlyMap<Draft, Span>): FigureMention {
  const { count, counted } = draft;
  return {
    kind: "figure",
    span: spans.get(draft)!,
    rule: draft.measured?.rule ?? "no-measure",
    text: textOf(pieces, count.from, Math.max(count.to, counted.to)),
    min: count.min,
    max: count.max,
    approx: count.approx,
    measure: draft.measured?.measure ?? null,
    group: draft.group,
    of: draft.whole ? (spans.get(draft.whole) ?? null) : null,
  };
}

/** '125 terrorists at least'. */
function boundAfter(pieces: readonly Lexeme[], { count, counted }: Counting, words: FigureWords): Counting {
  const found = counted.to > count.to ? phraseAt(words.boundsAfter, pieces, counted.to) : null;
  // 'Four people at least five of whom' does not occur; 'two men, at least one of them' has its comma.
  const opens = found?.value === "least" && pieces[counted.to + found.length]?.digits == null;
  return opens
    ? { count: { ...count, max: null }, counted: { ...counted, to: counted.to + found.length } }
    : { count, counted };
}

/** Parts share what befell the whole, also where the whole is told after them: 'two medics were among 31 killed'. */
function share(pieces: readonly Lexeme[], draft: Draft, next: Draft | null, words: FigureWords): void {
  if (draft.whole && !draft.measured)
    draft.measured = draft.whole.measured && { measure: draft.whole.measured.measure, rule: "part" };
  if (!next?.measured || next.count.min < draft.count.min) return;
  const among = words.words.whole.has(pieces[next.count.from - 1]?.plain ?? "");
  if (!among || draft.counted.sort === "thing" || next.count.from - draft.counted.to > 12) return;
  draft.measured = { measure: next.measured.measure, rule: "among" };
  draft.whole ??= next;
}

// One person alone is a figure only where a casualty, a capture or an arrest is told.
const OF_ONE: ReadonlySet<Measure> = new Set(["killed", "injured", "captured", "detained", "missing"]);
function kept({ count, counted, measured }: Draft): boolean {
  if (count.form === "article") return measured !== null && OF_ONE.has(measured.measure);
  return measured !== null || counted.sort === "people";
}

function drafted(
  pieces: readonly Lexeme[],
  counting: Counting,
  all: readonly Counting[],
  previous: Draft | null,
  words: FigureWords,
): Draft | null {
  const { count, counted } = counting;
  if (count.currency)
    return { ...counting, measured: { measure: "money", rule: "currency" }, group: "unknown", whole: null };
  if (counted.measure && !isPeople(counted.measure)) {
    if (count.form === "article" || (count.min === 1 && count.max === 1 && words.pluralMeasures.has(counted.measure)))
      return null;
    return {
      ...counting,
      measured: { measure: counted.measure, rule: `noun:${counted.measure}` },
      group: "unknown",
      whole: null,
    };
  }
  if (counted.sort === "thing" && !counted.measure) return null;
  const part = previous !== null && (counted.part || partBefore(pieces, count, words));
  const found = measure(pieces, counting, all, words);
  if (found === MIXED) return null;
  let measured = found;
  // A part, and a count joined on by 'and' or a comma, share what befell the one before.
  const joined = previous !== null && joinedTo(pieces, previous.counted.to, count) && !speaks(pieces, counting);
  if (!measured && previous?.measured && (part || (joined && counted.sort !== "unknown"))) {
    const { measure } = previous.measured;
    if (measure !== "participants") measured = { measure, rule: part ? "part" : "joined" };
  }
  if (part && previous?.measured && measured?.rule.startsWith("noun:"))
    measured = { measure: previous.measured.measure, rule: "part" };
  if (
    !measured &&
    counted.sort === "people" &&
    counted.group &&
    words.participantGroups.has(counted.group) &&
    count.form !== "article"
  )
    measured = { measure: "participants", rule: "fighting-men" };
  if (!measured && counted.sort !== "people") return null;
  if (measured && counted.sort === "unknown" && !plausible(pieces, counting, measured, words)) return null;
  const whole = part && previous && previous.count.min >= count.min ? (previous.whole ?? previous) : null;
  return { ...counting, measured, group: groupOf(counting, previous, joined || part, measured), whole };
}

const isPeople = (measure: Measure): boolean => !["settlements", "sites", "money"].includes(measure);

function measure(
  pieces: readonly Lexeme[],
  counting: Counting,
  all: readonly Counting[],
  words: FigureWords,
): Measured | typeof MIXED | null {
  const { count, counted } = counting;
  if (counted.state) return { measure: counted.state, rule: `state:${counted.state}` };
  const told = measuredRight(pieces, counting, all, words);
  // A bare number is counted only by what stands beside it: not the 'two' of 'a father of two … was arrested'.
  const bare = counted.sort === "none" && counted.to === count.to && !rightBeside(pieces, counted.to, words);
  const right = bare ? null : told;
  // A participle right beside the number is plainer than a verb before it: 'left 14 dead', 'killed two and six injured'.
  const beside =
    right === MIXED || (right !== null && (counted.sort === "none" || rightBeside(pieces, counted.to, words)));
  if (beside && right) return right;
  const left = measuredLeft(pieces, counting, words) ?? leftDead(pieces, counting, words);
  if (left) return left;
  const toll = count.form === "article" ? null : measuredByToll(pieces, counting, all, words);
  if (toll) return toll;
  // 'Six civilians … were killed', 'the prisoners fled' against 'two prisoners': the noun is the weakest clue.
  if (right) return right;
  return counted.measure ? { measure: counted.measure, rule: `noun:${counted.measure}` } : null;
}

const rightBeside = (pieces: readonly Lexeme[], at: number, words: FigureWords): boolean => {
  for (let k = at; k < at + 6; k++) {
    if (
      phraseAt(words.clues.state, pieces, k) ||
      phraseAt(words.clues.done, pieces, k) ||
      phraseAt(words.clues.undergoes, pieces, k)
    )
      return true;
    if (!words.words.links.has(pieces[k]?.plain ?? "") && !words.words.auxiliaries.has(pieces[k]?.plain ?? ""))
      return false;
  }
  return false;
};

/** Only 'and', commas and bounds stand between the two. */
function joinedTo(pieces: readonly Lexeme[], end: number, count: Count): boolean {
  if (count.from < end || count.from - end > 3 || count.from === end) return false;
  for (let k = end; k < count.from; k++)
    if (!/^(?:and|,|or|plus|&|then|also|as|well|her|his|their)$/.test(pieces[k]!.plain)) return false;
  return true;
}

/** 'Rose to eight, a local leader said': one who stands behind a comma, and behind whom the list does not go on, is none of it. */
function speaks(pieces: readonly Lexeme[], { count, counted }: Counting): boolean {
  const next = pieces[counted.to]?.plain;
  const goesOn = next === undefined || /^(?:,|and|or|plus|&|[.;:)])$/.test(next);
  return count.form === "article" && pieces[count.from - 1]?.plain === "," && !goesOn;
}

/** A noun that no list has counts as people only right beside a casualty's verb, or as a people's name ('292 Iraqis died'). */
function plausible(
  pieces: readonly Lexeme[],
  { counted, count }: Counting,
  measured: Measured,
  words: FigureWords,
): boolean {
  if (count.form === "article") return false;
  const noun = pieces[counted.to - 1]!;
  if (words.words.notPeople.has(noun.plain)) return false;
  const plural = /s$/.test(noun.plain) || count.min === 1;
  if (noun.capital) return plural;
  return (
    (measured.measure === "killed" || measured.measure === "injured") && plural && measured.rule.startsWith("does")
  );
}

const GENERAL: ReadonlySet<Group> = new Set([
  "civilians",
  "combatants",
  "soldiers",
  "police",
  "militants",
  "officials",
  "journalists",
  "protesters",
]);
function groupOf({ counted }: Counting, previous: Draft | null, near: boolean, measured: Measured | null): Group {
  if (measured && !isPeople(measured.measure)) return "unknown";
  if (counted.group) return counted.group;
  if (counted.sort === "unknown") return "people";
  // 'Six civilians were killed and 11 others wounded': of the same sort, though not again children or women.
  const before = previous?.whole ?? previous;
  if (before && (near || counted.sort === "none" || counted.part))
    return GENERAL.has(before.group) ? before.group : "people";
  return "people";
}
