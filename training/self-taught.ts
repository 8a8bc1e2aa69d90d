// Raw text as the parsers read it, to learn from: the committee's trees of sentences on which its members agree. That is
// how the parser meets the words and turns of war news, which the treebanks hardly have.
import type { LabelChoices } from "../src/language/syntax/parser.ts";
import { Parser } from "../src/language/syntax/parser.ts";
import { uposNumbers } from "../src/language/model/model.ts";
import { SentenceColumns } from "../src/language/syntax/sentence-columns.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { Example, Setting } from "./example.ts";
import type { Parsing } from "./parsing.ts";

/** Trees of examples that have outlooks; their own heads and labels are not looked at. */
export function parseAll(
  examples: readonly Example[],
  setting: Setting,
  choices: LabelChoices,
  model: Parsing,
): Pick<Example, "heads" | "labels">[] {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const parser = new Parser({ labels: setting.labels, labelChoices: choices, ...model });
  const x = new SentenceColumns(setting.tags, uposNumbers(setting.tags));
  return examples.map((e) => {
    const n = e.forms.length;
    const heads = new Int32Array(n);
    const labels = new Uint8Array(n);
    x.load(words, Int32Array.from(e.forms, (form) => words.id(form)), e.tags, e.rivals, n);
    x.foretold(e.outlooks!);
    parser.parse(x, heads, labels);
    return { heads, labels };
  });
}

/** Sentences on whose heads and relations so large a share of the words is undisputed. */
const AGREEMENT = 0.85;

/** The sentences on which the opinions agree well, with the tree of the last opinion. */
export function agreed(
  read: readonly Example[],
  opinions: readonly (readonly Pick<Example, "heads" | "labels">[])[],
): Example[] {
  const last = opinions.at(-1)!;
  return read.flatMap((e, i) => {
    const n = e.forms.length;
    const { heads, labels } = last[i]!;
    let same = 0;
    for (let w = 0; w < n; w++)
      if (opinions.every((o) => o[i]!.heads[w] === heads[w] && o[i]!.labels[w] === labels[w])) same++;
    return same >= AGREEMENT * n ? [{ ...e, heads, labels }] : [];
  });
}
