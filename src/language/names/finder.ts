// Finds the names of people, places and organisations in a document. Where names begin and end, and mostly of which type
// they are, is learnt; known names are evidence for it, and the other places of the document that bear a name decide with.
// Nothing is said of whom or what a name means.
import type { Scorer } from "../model/linear.ts";
import type { Vocabulary } from "../tags/vocabulary.ts";
import { type KnownNames, NAME_TYPES, type Name } from "../types.ts";
import { NameColumns, type TaggedSentence } from "./columns.ts";
import { bestType, SameNames, sumsOf } from "./same-names.ts";
import { NameSearch } from "./search.ts";
import { rememberCapitals, SeenWords } from "./seen-words.ts";
import { TITLES } from "./titles.ts";

const PERSON = NAME_TYPES.indexOf("person");

export class NameFinder {
  private readonly words: Vocabulary;
  private readonly seen = new SeenWords();
  private readonly columns: NameColumns;
  private readonly search: NameSearch;
  /** The labels of the document's words. */
  private labels = new Uint8Array(0);

  /** `tagNames` are the tagger's tags, 'UPOS XPOS'; `model` is what training/naming.ts learnt with the same tagger. */
  constructor(words: Vocabulary, tagNames: readonly string[], model: Scorer) {
    this.words = words;
    this.columns = new NameColumns(tagNames);
    this.search = new NameSearch(words, this.seen, model);
  }

  /** The names of each sentence of one document, in order and apart. */
  find(sentences: readonly TaggedSentence[], known: KnownNames | null): Name[][] {
    const { words, seen, columns, search } = this;
    columns.clear();
    for (const sentence of sentences) columns.add(sentence, known);
    rememberCapitals(seen, words, columns);
    const { starts } = columns;
    const total = starts[sentences.length]!;
    if (total > this.labels.length) this.labels = new Uint8Array(2 * total);
    const same = new SameNames(words, seen, columns);
    for (let s = 0; s < sentences.length; s++) {
      search.label(columns, s, this.labels);
      const { spans, typed } = search;
      for (let k = 0; k < spans.length; k += 3) {
        const last = spans[k + 1]!;
        const first = spans[k + 2] === PERSON ? this.untitled(sentences[s]!, starts[s]!, spans[k]!, last) : spans[k]!;
        same.add(s, first, last, typed, k);
      }
    }
    same.join();
    same.recover(this.labels);
    const names: Name[][] = sentences.map(() => []);
    for (const { sentence, first, last, group } of same.found) {
      const begin = starts[sentence]!;
      names[sentence]!.push({ first: first - begin, last: last - begin, type: NAME_TYPES[bestType(sumsOf(group))]! });
    }
    for (const list of names) list.sort((a, b) => a.first - b.first);
    return names;
  }

  /** Where a person's name begins once the titles before it are taken off, which are then outside. */
  private untitled({ tokens }: TaggedSentence, begin: number, first: number, last: number): number {
    let from = first;
    while (last - from > 1 && TITLES.has(tokens[from - begin]!.form.toLowerCase())) this.labels[from++] = 0;
    return from;
  }
}
