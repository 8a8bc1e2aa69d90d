// What the learner of names learns from: the sentences of the treebanks with their names, as we mean names, in documents;
// and what else is made of a sentence, with other names or other capitals.

import type { TaggedSentence } from "../src/language/names/columns.ts";
import { TITLES } from "../src/language/names/titles.ts";
import type { Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import type { Name, Token } from "../src/language/types.ts";
import type { MadeNames } from "./made-names.ts";
import { NAME_SENTENCES } from "./name-sentences.ts";
import { filled, swapped } from "./swapped-names.ts";

/** How many sentences with names get other ones, and of those how many of their names. */
const SWAPPED = 0.5;
const NAMES_SWAPPED = 0.7;
/** How many sentences are read in capitals only, and with a capital on every word, as headlines are. */
const SHOUTED = 0.02;
const TITLED = 0.03;
const SMALL_IN_TITLES = /^(?:of|the|and|for|in|on|to|a|at|by|with)$/;
/** How often each sentence of name-sentences.ts is filled for an epoch. */
const FILLED = 20;

/** Sentences of one file, in order, with the names marked in them and the tags a tagger gave them unseen. */
export interface NamedSentences {
  readonly sentences: readonly GoldSentence[];
  readonly names: readonly (readonly Name[])[];
  readonly tags: readonly Uint8Array[];
}

/** What a treebank marks, as we mean names: persons without titles and offices, peoples and parties' members left out. */
export function properNames(s: GoldSentence, names: readonly Name[]): Name[] {
  const found: Name[] = [];
  for (const name of names) {
    let { first, last } = name;
    if (name.type === "person") {
      const of = s.forms.findIndex((f, i) => i > first && i < last && /^(?:of|for|the|in)$/.test(f));
      if (of > 0) last = of;
      while (first < last && TITLES.has(s.forms[first]!.toLowerCase())) first++;
      if (first === last || s.xpos[last - 1] === "NNPS" || s.xpos[last - 1] === "NNS") continue;
    }
    if (!/\p{Lu}/u.test(s.forms[first]!) && !/^(?:al|el|as|ash|an|ar|de|van|von|bin)$/.test(s.forms[first]!)) continue;
    found.push({ first, last, type: name.type });
  }
  return found;
}

/** A sentence to learn from. */
export interface Example extends TaggedSentence {
  readonly forms: readonly string[];
  readonly names: readonly Name[];
}

/** An example of its words, names and tags; the vocabulary numbers the words. */
export const example = (
  forms: readonly string[],
  names: readonly Name[],
  tags: Uint8Array,
  words: Vocabulary,
): Example => ({
  forms,
  names,
  tags,
  tokens: forms.map((form, j): Token => ({ start: j, end: j + 1, form })),
  ids: Int32Array.from(forms, (f) => words.id(f)),
});

/** Sentences in documents; a file that marks no documents has as many as sentences. */
export function documents(files: readonly NamedSentences[], words: Vocabulary): Example[][] {
  const found: Example[][] = [];
  for (const { sentences, names, tags } of files) {
    const marked = sentences.some((s) => s.document);
    for (const [i, s] of sentences.entries()) {
      if (found.length === 0 || i === 0 || s.document || !marked) found.push([]);
      found.at(-1)!.push(example(s.forms, properNames(s, names[i]!), tags[i]!, words));
    }
  }
  return found;
}

/** Makes further examples; `tag` tags sentences that no treebank holds. */
export class ExampleMaker {
  private readonly words: Vocabulary;
  private readonly made: MadeNames;
  private readonly random: () => number;
  private readonly tag: (forms: readonly string[]) => Uint8Array;

  constructor(words: Vocabulary, made: MadeNames, random: () => number, tag: (forms: readonly string[]) => Uint8Array) {
    this.words = words;
    this.made = made;
    this.random = random;
    this.tag = tag;
  }

  /** Documents of one sentence each, out of the sentences with open places. */
  invented(): Example[][] {
    const found: Example[][] = [];
    for (let i = 0; i < FILLED; i++)
      for (const template of NAME_SENTENCES) {
        const { forms, names } = filled(template, this.made);
        found.push([example(forms, names, this.tag(forms), this.words)]);
      }
    return found;
  }

  /** The same, or with other names, or with other capitals, as chance has it. */
  varied(one: Example): Example {
    return this.recased(this.renamed(one));
  }

  private renamed(one: Example): Example {
    if (one.names.length === 0 || this.random() > SWAPPED) return one;
    const { forms, names, from } = swapped(one.forms, one.names, this.made, () => this.random() < NAMES_SWAPPED);
    const fresh = this.tag(forms);
    const tags = Uint8Array.from(from, (f, i) => (f < 0 ? fresh[i]! : one.tags[f]!));
    return example(forms, names, tags, this.words);
  }

  private recased(one: Example): Example {
    const x = this.random();
    if (x > SHOUTED + TITLED) return one;
    const forms = one.forms.map((f) => (x < SHOUTED ? f.toUpperCase() : titled(f)));
    return example(forms, one.names, this.tag(forms), this.words);
  }
}

const titled = (form: string): string => (SMALL_IN_TITLES.test(form) ? form : form[0]!.toUpperCase() + form.slice(1));
