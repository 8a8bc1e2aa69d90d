// The whole way of a text: words, sentences, tags, outlooks, tree, lemmas, names. It holds the parts together and the
// columns they share, and decides nothing itself.

import type { LanguageModel } from "./model/model.ts";
import { NameFinder } from "./names/finder.ts";
import { Outlook } from "./syntax/outlook.ts";
import { Parser } from "./syntax/parser.ts";
import { withSecondSubjects } from "./syntax/second-subject.ts";
import { SentenceColumns } from "./syntax/sentence-columns.ts";
import { makeWhole } from "./syntax/whole-names.ts";
import { Lemmas } from "./tags/lemmas.ts";
import { Tagger } from "./tags/tagger.ts";
import { Vocabulary } from "./tags/vocabulary.ts";
import type { KnownNames, Name, Sentence, Token, Word } from "./types.ts";
import { splitSentences } from "./words/sentences.ts";
import { tokenise } from "./words/tokens.ts";

/** A sentence on its way: its words' numbers in the vocabulary, their tags, and the next best ones. */
interface Tagged {
  readonly tokens: readonly Token[];
  readonly ids: Int32Array;
  readonly tags: Uint8Array;
  readonly rivals: Uint8Array;
}

export class Language {
  /** Names the model that reads. */
  readonly version: string;
  private readonly model: LanguageModel;
  private readonly known: KnownNames | null;
  private readonly words: Vocabulary;
  private readonly tagger: Tagger;
  private readonly outlook: Outlook;
  private readonly parser: Parser;
  private readonly lemmas: Lemmas;
  private readonly names: NameFinder;
  private readonly columns: SentenceColumns;
  private readonly upos: readonly string[];
  private readonly xpos: readonly string[];
  private readonly flat: number;
  private outlooks = new Uint8Array(0);
  private heads = new Int32Array(0);
  private labels = new Uint8Array(0);

  /** `known` are names that a registry or a gazetteer holds; without any, names are found by what was learnt alone. */
  constructor(model: LanguageModel, known: KnownNames | null = null) {
    this.version = model.version;
    this.model = model;
    this.known = known;
    this.words = new Vocabulary(model.classes, model.lexicon);
    this.tagger = new Tagger(this.words, model.tagging);
    this.outlook = new Outlook(model.foretelling, model.outlookChoices);
    this.parser = new Parser(model);
    this.lemmas = new Lemmas(model.lemmas);
    this.names = new NameFinder(this.words, model.tags, model.naming);
    this.columns = new SentenceColumns(model.tags, model.uposOf);
    this.upos = model.tags.map((tag) => tag.split(" ")[0]!);
    this.flat = Math.max(0, model.labels.indexOf("flat"));
    this.xpos = model.tags.map((tag) => tag.split(" ")[1]!);
  }

  /** The sentences of a text of any length; offsets are UTF-16 units into it. Never throws on a string. */
  read(text: string): Sentence[] {
    const tokens = tokenise(text);
    const starts = splitSentences(text, tokens, this.known ?? undefined, this.model.boundaries);
    return this.understand(starts.map((start, i) => tokens.slice(start, starts[i + 1] ?? tokens.length)));
  }

  /** Sentences that are cut into words already; offsets are those of the words joined by single spaces. */
  analyse(sentences: readonly (readonly string[])[]): Sentence[] {
    let at = 0;
    return this.understand(
      sentences.map((forms) =>
        forms.map((form) => {
          const start = at;
          at += form.length + 1;
          return { start, end: start + form.length, form };
        }),
      ),
    );
  }

  /** The trees of sentences whose words have their places already. Names are not looked for, beyond those known before. */
  trees(sentences: readonly (readonly Token[])[]): Sentence[] {
    return this.understand(sentences, (tokens) => this.knownNames(tokens));
  }

  /** `namesIn`, where it is given, finds a sentence's names in place of the name finder. */
  private understand(
    sentences: readonly (readonly Token[])[],
    namesIn?: (tokens: readonly Token[]) => readonly Name[],
  ): Sentence[] {
    this.words.makeRoom();
    const tagged = sentences.map((tokens) => this.tag(tokens));
    const found = namesIn ? null : this.names.find(tagged, this.known);
    let last = 0;
    return tagged.map((sentence, i) => {
      const start = sentence.tokens[0]?.start ?? last;
      last = sentence.tokens.at(-1)?.end ?? start;
      const names = found?.[i] ?? namesIn?.(sentence.tokens) ?? [];
      return { start, end: last, words: this.parse(sentence, names), names };
    });
  }

  private knownNames(tokens: readonly Token[]): Name[] {
    const found: Name[] = [];
    for (let first = 0; first < tokens.length; first++) {
      const name = this.known?.at(tokens, first);
      if (!name || name.length < 2) continue;
      found.push({ first, last: first + name.length, type: name.type });
      first += name.length - 1;
    }
    return found;
  }

  private tag(tokens: readonly Token[]): Tagged {
    const n = tokens.length;
    const ids = new Int32Array(n);
    for (let i = 0; i < n; i++) ids[i] = this.words.id(tokens[i]!.form);
    const tags = new Uint8Array(n);
    const rivals = new Uint8Array(n);
    this.tagger.tag(ids, n, tags, rivals);
    return { tokens, ids, tags, rivals };
  }

  private parse({ tokens, ids, tags, rivals }: Tagged, names: readonly Name[]): Word[] {
    const n = tokens.length;
    if (n > this.heads.length) {
      this.outlooks = new Uint8Array(2 * n);
      this.heads = new Int32Array(2 * n);
      this.labels = new Uint8Array(2 * n);
    }
    this.columns.load(this.words, ids, tags, rivals, n);
    this.outlook.foretell(this.columns, tags, rivals, this.outlooks);
    this.columns.foretold(this.outlooks);
    this.parser.parse(this.columns, this.heads, this.labels);
    for (const { first, last } of names) {
      const length = this.known?.at(tokens, first)?.length ?? 0;
      if (length > 1)
        makeWhole(this.heads, this.labels, this.model.labels, first, Math.min(last, first + length), this.flat);
    }
    const found: Word[] = new Array(n);
    for (let i = 0; i < n; i++) {
      const { start, end, form } = tokens[i]!;
      const upos = this.upos[tags[i]!]!;
      const xpos = this.xpos[tags[i]!]!;
      const lemma = this.lemmas.lemma(form, upos, xpos);
      found[i] = {
        start,
        end,
        form,
        lemma,
        upos,
        xpos,
        head: this.heads[i]!,
        relation: this.model.labels[this.labels[i]!]!,
      };
    }
    return withSecondSubjects(found);
  }
}
