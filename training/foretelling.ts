// Learns the outlooks: what relation a word will have and on which side its head will stand.

import type { Scorer } from "../src/language/model/linear.ts";
import { uposNumbers } from "../src/language/model/model.ts";
import { Outlook, type OutlookChoices } from "../src/language/syntax/outlook.ts";
import { SentenceColumns } from "../src/language/syntax/sentence-columns.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { Example, Setting } from "./example.ts";
import { Perceptron, type Rows, seeded, shuffled } from "./perceptron.ts";

const RARE_OUTLOOK = 30;

/** 'nsubj >' has its head on the right, 'obj <' on the left, 'root' none. */
const outlookName = (label: string, head: number, i: number): string =>
  head < 0 ? "root" : `${label} ${head > i ? ">" : "<"}`;

/** The outlooks that occur; the last, 'other', stands for the rare ones. */
export function outlookNames(examples: readonly Example[], labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const { heads, labels: own } of examples)
    for (let i = 0; i < heads.length; i++) {
      const name = outlookName(labels[own[i]!]!, heads[i]!, i);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const names = [...counts].filter(([, n]) => n >= RARE_OUTLOOK).map(([name]) => name);
  return [...names.sort(), "other"];
}

/** The true outlooks of every example. */
export function outlooksOf(
  examples: readonly Example[],
  labels: readonly string[],
  names: readonly string[],
): Uint8Array[] {
  const numbers = new Map(names.map((name, i) => [name, i]));
  return examples.map((e) =>
    Uint8Array.from(e.heads, (head, i) => numbers.get(outlookName(labels[e.labels[i]!]!, head, i)) ?? names.length - 1),
  );
}

/** For each tag the outlooks that its words had, once in a thousand at least. */
export function outlookChoices(
  examples: readonly Example[],
  truth: readonly Uint8Array[],
  tags: number,
  names: number,
): OutlookChoices {
  const seen = Array.from({ length: tags }, () => new Map<number, number>());
  for (const [at, e] of examples.entries())
    for (const [i, tag] of e.tags.entries()) seen[tag]!.set(truth[at]![i]!, (seen[tag]!.get(truth[at]![i]!) ?? 0) + 1);
  return seen.map((counts) => {
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const kept = [...counts].filter(([, n]) => n / total > 0.001).map(([outlook]) => outlook);
    return Uint8Array.from(kept.length > 0 ? kept.sort((a, b) => a - b) : [names - 1]);
  });
}

export interface ForetellingOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  readonly margin: number;
  /** The lead after a first look that needs no second one. */
  readonly sure: number;
}

export const FORETELLING: ForetellingOptions = { bits: 19, epochs: 6, seed: 1, margin: 1, sure: 9 };

export function trainOutlook(
  examples: readonly Example[],
  truth: readonly Uint8Array[],
  names: number,
  setting: Setting,
  choices: OutlookChoices,
  options: ForetellingOptions,
): Rows {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const ids = examples.map((e) => Int32Array.from(e.forms, (form) => words.id(form)));
  const model = new Perceptron(options.bits, names, options.sure);
  const outlook = new Outlook(model, choices);
  const x = new SentenceColumns(setting.tags, uposNumbers(setting.tags));
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const at of shuffled(examples.length, random)) {
      const e = examples[at]!;
      x.load(words, ids[at]!, e.tags, e.rivals, e.forms.length);
      let before = -1;
      let before2 = -1;
      for (let i = 1; i <= x.n; i++) {
        const own = outlook.choicesOf(e.tags[i - 1]!, e.rivals[i - 1]!);
        const chosen = outlook.decide(x, i, own, before, before2);
        if (own.length > 1) {
          model.tick();
          const gold = truth[at]![i - 1]!;
          let rival = -1;
          let among = false;
          for (const c of own)
            if (c === gold) among = true;
            else if (rival < 0 || outlook.scores[c]! > outlook.scores[rival]!) rival = c;
          if (among && outlook.scores[gold]! - outlook.scores[rival]! <= options.margin)
            model.correct(outlook.rows, outlook.count, gold, rival);
        }
        before2 = before;
        before = chosen;
      }
    }
  return model.averaged();
}

/** The outlooks of every example's words. */
export function foretellAll(
  examples: readonly Example[],
  setting: Setting,
  model: Scorer,
  choices: OutlookChoices,
): Uint8Array[] {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const outlook = new Outlook(model, choices);
  const x = new SentenceColumns(setting.tags, uposNumbers(setting.tags));
  return examples.map((e) => {
    const ids = Int32Array.from(e.forms, (form) => words.id(form));
    const out = new Uint8Array(ids.length);
    x.load(words, ids, e.tags, e.rivals, ids.length);
    outlook.foretell(x, e.tags, e.rivals, out);
    return out;
  });
}

/** Outlooks of examples that nothing was learnt from. */
export const foretellUnseen = (
  unseen: readonly Example[],
  examples: readonly Example[],
  truth: readonly Uint8Array[],
  names: number,
  setting: Setting,
  choices: OutlookChoices,
  options: ForetellingOptions,
): Uint8Array[] =>
  foretellAll(unseen, setting, trainOutlook(examples, truth, names, setting, choices, options), choices);
