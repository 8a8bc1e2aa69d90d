// codebook/figures.yaml checked and made quick to look up: what is counted, by which words, with which bounds. How the words
// combine is read in src/extract/figures*.ts.
import { z } from "zod";
import type { Group, Measure } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { loadNumbers, type NumberWords } from "./numbers.ts";
import { type PhraseBook, phraseBook, phraseSet } from "./phrases.ts";
import { readYaml } from "./read-yaml.ts";

const GROUPS = [
  "civilians",
  "combatants",
  "soldiers",
  "police",
  "militants",
  "officials",
  "journalists",
  "children",
  "women",
  "people",
  "protesters",
] as const satisfies readonly Group[];
const MEASURES = [
  "killed",
  "injured",
  "captured",
  "surrendered",
  "fled",
  "displaced",
  "missing",
  "detained",
  "protesters",
  "participants",
  "settlements",
  "sites",
  "money",
] as const satisfies readonly Measure[];
const HOW = ["least", "most", "about", "plain"] as const;
/** How a word bounds the number beside it. */
export type How = (typeof HOW)[number];

const phrase = z
  .string()
  .refine((s) => s === s.toLowerCase() && s.trim() === s && s !== "", "a word or phrase in lower case");
const list = z.array(phrase);
const clues = z.strictObject({
  does: list,
  done: list,
  undergoes: list,
  state: list,
  of: list,
  counts: list,
  loses: list.default([]),
});
const schema = z.strictObject({
  vague: z.record(
    phrase,
    z.tuple([z.number(), z.number()]).refine(([min, max]) => min <= max, "min is above max"),
  ),
  bounds_before: z.record(phrase, z.enum(HOW)),
  bounds_after: z.record(phrase, z.enum(HOW)),
  groups: z.record(z.enum(GROUPS), list),
  neutral: list,
  neutral_groups: z.record(phrase, z.enum(GROUPS)),
  plural_only: list,
  measures: z.record(z.enum(MEASURES), clues),
  participant_groups: z.array(z.enum(GROUPS)),
  plural_measures: z.array(z.enum(MEASURES)),
  toll: z.strictObject({ words: list, links: list }),
  not_after: list,
  not_before: list,
  year_leads: list,
  not_people: list,
  parts: z.strictObject({ before: list, after: list, whole: list }),
  auxiliaries: list,
  links: list,
  skips_left: list,
  ends: list,
  finite: list,
  not_finite: list,
});

/** How a word tells what befell those counted; see the head of `measures` in codebook/figures.yaml. */
export type Clue = "does" | "done" | "undergoes" | "state" | "of" | "loses";
export interface Noun {
  readonly group: Group;
  /** Takes its group from the words before it. */
  readonly neutral: boolean;
  readonly singular: boolean;
}
export interface FigureWords {
  readonly numbers: NumberWords;
  readonly vague: PhraseBook<readonly [number, number]>;
  readonly boundsBefore: PhraseBook<How>;
  readonly boundsAfter: PhraseBook<How>;
  readonly nouns: PhraseBook<Noun>;
  readonly neutralGroups: ReadonlyMap<string, Group>;
  readonly clues: Readonly<Record<Clue, PhraseBook<Measure>>>;
  /** Nouns that are themselves the measure: 'deaths', 'villages', 'dollars'. */
  readonly counts: ReadonlyMap<string, Measure>;
  readonly participantGroups: ReadonlySet<Group>;
  readonly pluralMeasures: ReadonlySet<Measure>;
  readonly partsBefore: PhraseBook<true>;
  readonly partsAfter: PhraseBook<true>;
  readonly notAfter: PhraseBook<true>;
  readonly words: Readonly<Record<FigureList, ReadonlySet<string>>>;
}
export type FigureList =
  | "tollWords"
  | "tollLinks"
  | "notBefore"
  | "yearLeads"
  | "notPeople"
  | "whole"
  | "auxiliaries"
  | "links"
  | "skipsLeft"
  | "ends"
  | "finite"
  | "notFinite";

/** @throws CodebookFault naming file, line and key of every fault */
export function loadFigureWords(where: Where): FigureWords {
  const read = readYaml(where, "figures.yaml", schema);
  const book = <T>(record: Record<string, T>) => phraseBook(Object.entries(record));
  const measures = Object.entries(read.measures) as [Measure, z.output<typeof clues>][];
  const clue = (name: Clue) =>
    phraseBook(measures.flatMap(([measure, words]) => words[name].map((word) => [word, measure] as const)));
  return {
    numbers: loadNumbers(where),
    vague: book(read.vague),
    boundsBefore: book(read.bounds_before),
    boundsAfter: book(read.bounds_after),
    nouns: phraseBook(nouns(read)),
    neutralGroups: new Map(Object.entries(read.neutral_groups)),
    clues: {
      does: clue("does"),
      done: clue("done"),
      undergoes: clue("undergoes"),
      state: clue("state"),
      of: clue("of"),
      loses: clue("loses"),
    },
    counts: new Map(measures.flatMap(([measure, words]) => words.counts.map((word) => [word, measure] as const))),
    participantGroups: new Set(read.participant_groups),
    pluralMeasures: new Set(read.plural_measures),
    partsBefore: phraseSet(read.parts.before),
    partsAfter: phraseSet(read.parts.after),
    notAfter: phraseSet(read.not_after),
    words: {
      tollWords: new Set(read.toll.words),
      tollLinks: new Set(read.toll.links),
      notBefore: new Set(read.not_before),
      yearLeads: new Set(read.year_leads),
      notPeople: new Set(read.not_people),
      whole: new Set(read.parts.whole),
      auxiliaries: new Set(read.auxiliaries),
      links: new Set(read.links),
      skipsLeft: new Set(read.skips_left),
      ends: new Set(read.ends),
      finite: new Set(read.finite),
      notFinite: new Set(read.not_finite),
    },
  };
}

function nouns(read: z.output<typeof schema>): [string, Noun][] {
  const plural = new Set(read.plural_only);
  const noun =
    (group: Group, neutral: boolean) =>
    (word: string): [string, Noun] => [
      word,
      { group, neutral, singular: !plural.has(word) && (!word.endsWith("s") || word === "boss") },
    ];
  const named = Object.entries(read.groups).flatMap(([group, words]) => words.map(noun(group as Group, false)));
  const taken = new Set(named.map(([word]) => word));
  return [...named, ...read.neutral.filter((word) => !taken.has(word)).map(noun("people", true))];
}
