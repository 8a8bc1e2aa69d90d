// Learns tagger, outlooks and parser, one upon the other, from trees. Each learns from what the one
// before says of sentences that it had not learnt from, and each is several learners' sum.

import { uposNumbers } from "../src/language/model/model.ts";
import type { OutlookChoices } from "../src/language/syntax/outlook.ts";
import type { LabelChoices } from "../src/language/syntax/parser.ts";
import type { WordClasses } from "../src/language/tags/vocabulary.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import { examples, labelNames, type Setting, type Tags } from "./example.ts";
import { FORETELLING, outlookChoices, outlookNames, outlooksOf } from "./foretelling.ts";
import { inParallel } from "./parallel.ts";
import { labelChoices, PARSING, type Parsing } from "./parsing.ts";
import { merged, type Rows } from "./perceptron.ts";
import { TAGGING, tagged, tagLexicon, tagSet } from "./tagging.ts";

export interface Syntax {
  readonly setting: Setting;
  readonly tagger: Rows;
  /** Tags of the trees' sentences by taggers that had not learnt from them. */
  readonly unseenTags: readonly Tags[];
  readonly outlooks: readonly string[];
  readonly outlookChoices: OutlookChoices;
  readonly outlook: Rows;
  readonly labelChoices: LabelChoices;
  readonly parsing: Parsing;
}

export interface SyntaxOptions {
  readonly folds: number;
  /** Learners of each kind. */
  readonly seeds: number;
  /** How many times own sentences count against a treebank's. */
  readonly ownWeight: number;
}

export const SYNTAX: SyntaxOptions = { folds: 5, seeds: 5, ownWeight: 2 };

/** Neighbours are of one document and share its words, so they are kept together. */
const RUN = 40;

const parts = <T>(all: readonly T[], folds: number): { own: number[]; others: number[] }[] => {
  const fold = (i: number): number => Math.floor(i / RUN) % folds;
  return Array.from({ length: folds }, (_, k) => ({
    own: [...all.keys()].filter((i) => fold(i) === k),
    others: [...all.keys()].filter((i) => fold(i) !== k),
  }));
};

const pick = <T>(all: readonly T[], at: readonly number[]): T[] => at.map((i) => all[i]!);

/** Answers for parts of a whole, put back in its order. */
function joined<T>(shares: readonly { own: number[] }[], answers: readonly (readonly T[])[]): T[] {
  const whole: T[] = [];
  for (const [k, { own }] of shares.entries()) for (const [j, i] of own.entries()) whole[i] = answers[k]![j]!;
  return whole;
}

const sum = (all: readonly Parsing[]): Parsing => ({
  arcs: merged(all.map((p) => p.arcs)),
  relations: merged(all.map((p) => p.relations)),
});

export async function learnSyntax(
  treebanks: readonly GoldSentence[],
  own: readonly GoldSentence[],
  classes: WordClasses,
  options: SyntaxOptions,
  say: (what: string) => void,
): Promise<Syntax> {
  const gold = [...treebanks, ...own];
  const repeated = <T>(all: readonly T[]): T[] => [
    ...all,
    ...Array.from({ length: options.ownWeight - 1 }, () => all.slice(treebanks.length, gold.length)).flat(),
  ];
  const seeds = Array.from({ length: options.seeds }, (_, i) => i + 1);
  const set = tagSet(gold);
  const truth = tagged(gold, set);
  const setting: Setting = { tags: set.names, labels: labelNames(gold), classes, lexicon: tagLexicon(gold, set) };
  const shares = parts(gold, options.folds);

  const unseenTags = joined(
    shares,
    await inParallel(
      "tagUnseen",
      shares.map(({ own, others }) => {
        const lexicon = tagLexicon(pick(gold, others), set);
        return [pick(gold, own).map((s) => s.forms), pick(truth, others), { ...setting, lexicon }, TAGGING] as const;
      }),
    ),
  );
  say("tags of the unseen");
  const tagger = merged(
    await inParallel(
      "trainTagger",
      seeds.map((seed) => [repeated(truth), setting, { ...TAGGING, seed }] as const),
    ),
  );
  say("tagger");

  const trees = examples(gold, unseenTags, setting.labels);
  const outlooks = outlookNames(trees, setting.labels);
  const views = outlooksOf(trees, setting.labels, outlooks);
  const choices = outlookChoices(trees, views, setting.tags.length, outlooks.length);
  const unseenViews = joined(
    shares,
    await inParallel(
      "foretellUnseen",
      shares.map(
        ({ own, others }) =>
          [
            pick(trees, own),
            pick(trees, others),
            pick(views, others),
            outlooks.length,
            setting,
            choices,
            FORETELLING,
          ] as const,
      ),
    ),
  );
  say("outlooks of the unseen");
  const outlook = merged(
    await inParallel(
      "trainOutlook",
      seeds.map(
        (seed) =>
          [repeated(trees), repeated(views), outlooks.length, setting, choices, { ...FORETELLING, seed }] as const,
      ),
    ),
  );
  say("outlook");

  const seen = trees.map((e, i) => ({ ...e, outlooks: unseenViews[i]! }));
  const relationChoices = labelChoices(seen, uposNumbers(setting.tags));
  const parsing = sum(
    await inParallel(
      "trainParser",
      seeds.map((seed) => [repeated(seen), setting, relationChoices, { ...PARSING, seed }] as const),
    ),
  );
  say("parser");
  const first = { setting, tagger, unseenTags, outlooks, outlookChoices: choices, labelChoices: relationChoices };
  return { ...first, outlook, parsing };
}
