// How well sentences were read, as the evaluation of the CoNLL 2018 shared task counts: words are aligned by their
// characters, and what was read of them is held against the treebank. Names are counted by their spans. It reads no files
// and judges nothing.

import type { NameType, Sentence, Word } from "../types.ts";
import { align, type Laid, layGold, laySystem, type Span } from "./align.ts";
import { goldNamesOfFile } from "./gold-names.ts";
import type { GoldSentence } from "./read-conllu.ts";

/** Counts, and what they make of themselves: `f1` is from 0 to 1, and an accuracy where gold and system have the same words. */
export interface Score {
  readonly gold: number;
  readonly system: number;
  readonly correct: number;
  readonly f1: number;
}

/**
 * The official measures, by the official names. `las` strips subtypes of relations, as the official scorer does;
 * `las_subtypes` does not; `clas` counts content words only. `words` are the words of the treebank ("ca" and "n't").
 */
export type Measure = "words" | "sentences" | "upos" | "xpos" | "lemmas" | "uas" | "las" | "las_subtypes" | "clas";
export type WordScores = Readonly<Record<Measure, Score>>;

export interface NameScores {
  /** Same span, same type. */
  readonly exact: Score;
  /** Spans that share a character, same type; `correct` counts gold names that were met. */
  readonly overlap: Score;
}

const CONTENT = new Set(
  (
    "nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod " +
    "conj fixed flat compound list parataxis orphan goeswith reparandum root dep"
  ).split(" "),
);
const universal = (relation: string): string => relation.replace(/:.*/, "");

const score = (gold: number, system: number, correct: number): Score => ({
  gold,
  system,
  correct,
  f1: gold + system === 0 ? 0 : (2 * correct) / (gold + system),
});

function sameSpans(gold: readonly Span[], system: readonly Span[]): Score {
  const spans = new Set(gold.map((s) => `${s.start} ${s.end}`));
  return score(gold.length, system.length, system.filter((s) => spans.has(`${s.start} ${s.end}`)).length);
}

/** What the treebank says of its words, one entry a word laid. */
const told = (sentences: readonly GoldSentence[]) => ({
  upos: sentences.flatMap((s) => s.upos),
  xpos: sentences.flatMap((s) => s.xpos),
  lemmas: sentences.flatMap((s) => s.lemmas),
  relations: sentences.flatMap((s) => s.relations),
});

/**
 * Sentences of a treebank against the same text as it was read, cut into sentences and words in any way.
 * @throws Error where the two do not hold the same characters, white space aside.
 */
export function scoreWords(gold: readonly GoldSentence[], system: readonly Sentence[]): WordScores {
  const left = layGold(gold);
  const right = laySystem(system);
  const aligned = align(left, right);
  const truth = told(gold);
  const read: readonly Word[] = system.flatMap((s) => s.words);
  const correct = { words: 0, upos: 0, xpos: 0, lemmas: 0, uas: 0, las: 0, las_subtypes: 0, clas: 0 };
  for (const [s, word] of read.entries()) {
    const g = aligned[s]!;
    if (g < 0) continue;
    correct.words++;
    if (word.upos === truth.upos[g]) correct.upos++;
    if (word.xpos === truth.xpos[g]) correct.xpos++;
    if (word.lemma === truth.lemmas[g] || truth.lemmas[g] === "_") correct.lemmas++;
    // A head that is aligned to no word is no word's head, and not the root either.
    const head = right.words[s]!.head;
    if ((head < 0 ? -1 : aligned[head]! < 0 ? null : aligned[head]!) !== left.words[g]!.head) continue;
    correct.uas++;
    if (word.relation === truth.relations[g]) correct.las_subtypes++;
    const relation = universal(truth.relations[g]!);
    if (universal(word.relation) !== relation) continue;
    correct.las++;
    if (CONTENT.has(relation)) correct.clas++;
  }
  const of = (n: number): Score => score(left.words.length, right.words.length, n);
  return {
    words: of(correct.words),
    sentences: sameSpans(left.sentences, right.sentences),
    upos: of(correct.upos),
    xpos: of(correct.xpos),
    lemmas: of(correct.lemmas),
    uas: of(correct.uas),
    las: of(correct.las),
    las_subtypes: of(correct.las_subtypes),
    clas: score(
      truth.relations.filter((r) => CONTENT.has(universal(r))).length,
      read.filter((w) => CONTENT.has(universal(w.relation))).length,
      correct.clas,
    ),
  };
}

interface NameSpan extends Span {
  readonly type: NameType;
}

const nameSpans = (laid: Laid, names: readonly (readonly { first: number; last: number; type: NameType }[])[]) =>
  names.flatMap((list, sentence) =>
    list.map(({ first, last, type }): NameSpan => {
      const at = laid.first[sentence]!;
      return { start: laid.words[at + first]!.start, end: laid.words[at + last - 1]!.end, type };
    }),
  );

/**
 * Names found against the names of the treebank; null where the treebank marks none. The sentences are all those of one
 * file, since a sentence without a mark is one without a name only where others have marks.
 * @throws Error where the two do not hold the same characters, white space aside.
 */
export function scoreNames(gold: readonly GoldSentence[], system: readonly Sentence[]): NameScores | null {
  const names = goldNamesOfFile(gold);
  if (names === null) return null;
  const left = layGold(gold);
  const right = laySystem(system);
  align(left, right);
  const wanted = nameSpans(left, names);
  const found = nameSpans(
    right,
    system.map((s) => s.names),
  );
  const key = (n: NameSpan): string => `${n.start} ${n.end} ${n.type}`;
  const keys = new Set(wanted.map(key));
  const meets = (one: NameSpan, others: readonly NameSpan[]): boolean =>
    others.some((o) => o.type === one.type && o.start < one.end && one.start < o.end);
  const met = wanted.filter((n) => meets(n, found)).length;
  const meeting = found.filter((n) => meets(n, wanted)).length;
  const recall = wanted.length === 0 ? 0 : met / wanted.length;
  const precision = found.length === 0 ? 0 : meeting / found.length;
  return {
    exact: score(wanted.length, found.length, found.filter((n) => keys.has(key(n))).length),
    overlap: {
      gold: wanted.length,
      system: found.length,
      correct: met,
      f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    },
  };
}

/** The sentences as `Language.analyse` is given them: their words joined by single spaces, whatever the text was. */
export const asGiven = (sentences: readonly GoldSentence[]): GoldSentence[] =>
  sentences.map((s) => ({ ...s, text: s.forms.join(" "), spaced: s.forms.map(() => true) }));

/** The text as the treebank's sentences came from it: a blank line before a paragraph, a space between sentences. */
export function rawText(sentences: readonly GoldSentence[]): string {
  let text = "";
  for (const sentence of sentences) {
    if (text !== "") text += sentence.paragraph ? "\n\n" : " ";
    const joined = sentence.forms.map((form, i) => (sentence.spaced[i] ? `${form} ` : form)).join("");
    text += (sentence.text || joined).trim();
  }
  return text;
}
