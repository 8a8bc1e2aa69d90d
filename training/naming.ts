// Learns where names are and of which type: a structured perceptron over the labels of each sentence. It learns with the
// known names and without, so that a text about nobody's registry is read too, and from every sentence with many names.
import { NameColumns } from "../src/language/names/columns.ts";
import { followRow } from "../src/language/names/features.ts";
import { LABELS, labelsOf, spansOf } from "../src/language/names/labels.ts";
import { NameSearch } from "../src/language/names/search.ts";
import { rememberCapitals, SeenWords } from "../src/language/names/seen-words.ts";
import type { Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { KnownNames } from "../src/language/types.ts";
import { MadeNames } from "./made-names.ts";
import { documents, ExampleMaker, type NamedSentences } from "./named-examples.ts";
import { Perceptron, Rows, seeded, shuffled } from "./perceptron.ts";

const BITS = 17;
/** How many documents are read with the known names. */
const WITH_KNOWN = 0.75;
/** In learning, a wrong label scores better by this much than it does: right ones must win by it. */
const COST = 1;
/** A feature gets weights when it was wrong about this often: fewer are as good, and the table is half as large. */
const LEAST_CORRECTIONS = 4;
/** Where a single weight is to be moved, this column is moved against it; it is cut off in the end. */
const SPARE = LABELS;

/** What is learnt from besides the treebanks, and how. */
export interface NamingOptions {
  readonly epochs: number;
  readonly seed: number;
  /** Names that texts will be read with. */
  readonly known: KnownNames | null;
  /** The tagger's tags, 'UPOS XPOS'. */
  readonly tagNames: readonly string[];
  /** Tags of a sentence, by the tagger whose tags texts will have: made sentences are tagged by it. */
  readonly tag: (forms: readonly string[]) => Uint8Array;
  /** Names of places, cut into words, to be put into sentences. */
  readonly places: readonly (readonly string[])[];
}

/** Weights for NameFinder. The tags and the vocabulary must be of one tagger, the one whose tags texts will have. */
export function trainNames(
  files: readonly NamedSentences[],
  words: Vocabulary,
  { epochs, seed, known, tagNames, tag, places }: NamingOptions,
): Rows {
  const docs = documents(files, words);
  const model = new Perceptron(BITS, LABELS + 1, Infinity, LEAST_CORRECTIONS);
  const seen = new SeenWords();
  const search = new NameSearch(words, seen, model);
  const columns = new NameColumns(tagNames);
  const random = seeded(seed);
  const maker = new ExampleMaker(words, new MadeNames(random, places), random, tag);
  const follow = new Int32Array(1);
  let labels = new Uint8Array(0);
  const learn = (sentence: number, gold: Uint8Array): void => {
    const begin = columns.starts[sentence]!;
    const end = columns.starts[sentence + 1]!;
    search.learnFollowing();
    search.label(columns, sentence, labels, gold, COST);
    model.tick();
    for (let i = begin; i < end; i++) {
      if (columns.open[i] === 0) continue;
      const before = i > begin ? gold[i - 1]! : 0;
      const wrongBefore = i > begin ? labels[i - 1]! : 0;
      if (gold[i] !== labels[i]) {
        const count = search.features.ofWord(columns, sentence, i);
        model.correct(search.features.rows, count, gold[i]!, labels[i]!);
      }
      if (gold[i] !== labels[i] || before !== wrongBefore) {
        follow[0] = followRow(before, model.shift);
        model.correct(follow, 1, gold[i]!, SPARE);
        follow[0] = followRow(wrongBefore, model.shift);
        model.correct(follow, 1, SPARE, labels[i]!);
      }
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const all = [...docs, ...maker.invented()];
    for (const d of shuffled(all.length, random)) {
      const examples = all[d]!.map((e) => maker.varied(e));
      const given = random() < WITH_KNOWN ? known : null;
      columns.clear();
      for (const e of examples) columns.add(e, given);
      rememberCapitals(seen, words, columns);
      const marked = new Uint8Array(columns.starts[columns.sentences]!);
      for (const [i, e] of examples.entries()) marked.set(labelsOf(e.names, e.forms.length), columns.starts[i]!);
      // What cannot be found is not asked for: a name is left out whole where one of its words is not open.
      const gold = reachable(marked, columns);
      labels = new Uint8Array(marked.length);
      for (const i of shuffled(examples.length, random)) learn(i, gold);
    }
  }
  return withoutSpare(model.averaged());
}

function reachable(labels: Uint8Array, columns: NameColumns): Uint8Array {
  const gold = labels.slice();
  for (const { first, last } of spansOf(labels, labels.length))
    for (let i = first; i < last; i++) if (columns.open[i] === 0) gold.fill(0, first, last);
  return gold;
}

function withoutSpare({ width, shift, sure, index, weights }: Rows): Rows {
  const kept = new Float32Array((weights.length / width) * LABELS);
  for (let r = 0; r * width < weights.length; r++)
    for (let c = 0; c < LABELS; c++) kept[r * LABELS + c] = weights[r * width + c]!;
  return new Rows(
    LABELS,
    shift,
    sure,
    index.map((base) => (base / width) * LABELS),
    kept,
  );
}
