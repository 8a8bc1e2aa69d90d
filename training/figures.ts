// The figures on a model's card: how it does on treebank parts that it did not learn from.

import type { Language } from "../src/language/language.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import { rawText, type Score, scoreNames, scoreWords } from "../src/language/treebank/score.ts";

const percent = (score: Score): number => Math.round(score.f1 * 10_000) / 100;

/** With gold words, and apart from raw text; in percent, two decimals. */
export function measured(gold: readonly GoldSentence[], language: Language): Record<string, Record<string, number>> {
  const given = language.analyse(gold.map((s) => s.forms));
  const raw = language.read(rawText(gold));
  const [words, text] = [scoreWords(gold, given), scoreWords(gold, raw)];
  const names = scoreNames(gold, given);
  return {
    gold_words: {
      upos: percent(words.upos),
      xpos: percent(words.xpos),
      lemmas: percent(words.lemmas),
      uas: percent(words.uas),
      las: percent(words.las),
      ...(names ? { names_exact: percent(names.exact), names_overlap: percent(names.overlap) } : {}),
    },
    raw_text: {
      words: percent(text.words),
      sentences: percent(text.sentences),
      upos: percent(text.upos),
      uas: percent(text.uas),
      las: percent(text.las),
    },
  };
}
