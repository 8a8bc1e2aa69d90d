// The figures on a model's card: how it does on treebank parts that it did not learn from.
import type { Language } from "../src/language/language.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import { asGiven, rawText, type Score, scoreNames, scoreWords } from "../src/language/treebank/score.ts";
import type { Sentence } from "../src/language/types.ts";

const percent = (score: Score): number => Math.round(score.f1 * 10_000) / 100;

/** The documents of a treebank, in order: names are of one sense within each. */
function documents(gold: readonly GoldSentence[]): GoldSentence[][] {
  const found: GoldSentence[][] = [];
  for (const s of gold)
    if (s.document || found.length === 0) found.push([s]);
    else found.at(-1)!.push(s);
  return found;
}

/**
 * With gold words; from raw text, where a blank line stands between paragraphs; and from raw text that runs on without
 * one. In percent, two decimals.
 */
export function measured(gold: readonly GoldSentence[], language: Language): Record<string, Record<string, number>> {
  const given: Sentence[] = documents(gold).flatMap((own) => language.analyse(own.map((s) => s.forms)));
  const running = gold.map((s) => ({ ...s, paragraph: false }));
  const words = scoreWords(asGiven(gold), given);
  const text = scoreWords(gold, language.read(rawText(gold)));
  const runOn = scoreWords(running, language.read(rawText(running)));
  const names = scoreNames(asGiven(gold), given);
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
    raw_text_without_paragraphs: { sentences: percent(runOn.sentences), las: percent(runOn.las) },
  };
}
