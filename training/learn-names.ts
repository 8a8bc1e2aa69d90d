// Learns the names with what the codebook knows of them, from those files that mark names.
import { loadCodebook } from "../src/codebook/load.ts";
import { Tagger } from "../src/language/tags/tagger.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import { goldNamesOfFile } from "../src/language/treebank/gold-names.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import { knownNames } from "../src/language/words/known-names.ts";
import { tokenise } from "../src/language/words/tokens.ts";
import { codebookNameEntries } from "../src/pipeline/known-names.ts";
import type { NamedSentences } from "./named-examples.ts";
import { trainNames } from "./naming.ts";
import { merged, type Rows } from "./perceptron.ts";
import type { Syntax } from "./syntax.ts";

const EPOCHS = 5;
const SEEDS = [1, 2, 3];

/** `files` are the sentences that syntax was learnt from, file by file and in the same order. */
export function learnNames(files: readonly (readonly GoldSentence[])[], { setting, tagger, unseenTags }: Syntax): Rows {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const own = new Tagger(words, tagger);
  const tag = (forms: readonly string[]): Uint8Array => {
    const n = forms.length;
    const out = new Uint8Array(n);
    own.tag(
      Int32Array.from(forms, (form) => words.id(form)),
      n,
      out,
      new Uint8Array(n),
    );
    return out;
  };
  const marked: NamedSentences[] = [];
  let at = 0;
  for (const sentences of files) {
    const names = goldNamesOfFile(sentences);
    if (names)
      marked.push({ sentences, names, tags: unseenTags.slice(at, at + sentences.length).map(({ tags }) => tags) });
    at += sentences.length;
  }
  const entries = codebookNameEntries(loadCodebook());
  const places = entries.filter(({ type }) => type === "place").map(({ name }) => tokenise(name).map((t) => t.form));
  const known = knownNames(entries);
  return merged(
    SEEDS.map((seed) =>
      trainNames(marked, words, { epochs: EPOCHS, seed, known, tagNames: setting.tags, tag, places }),
    ),
  );
}
