// What the name finder sees of a document's words besides the vocabulary's columns: which could be part of a name at all,
// runs of capitals, names that are known, and how each sentence is cased. It decides nothing about names.

import { type KnownNames, NAME_TYPES, type Token } from "../types.ts";
import { CAPITAL, casing, isLoud, SHOUT, SHOUTED, sentenceCase, spokenSoftly } from "./casing.ts";
import { headOf } from "./heads.ts";
import { isArticle, openJoints } from "./joints.ts";

const FUNCTION_WORDS = /^(?:DET|PRON|ADP|CCONJ|SCONJ|AUX|PART) /;
/** In titles only words of this length and more have capitals for sure. */
const LONGER = 4;

/** A sentence as it comes from the tagger. */
export interface TaggedSentence {
  readonly tokens: readonly Token[];
  /** The vocabulary's numbers of its words. */
  readonly ids: Int32Array;
  readonly tags: Uint8Array;
}

/** The sentences of one document one after the other; columns are indexed by words of the document. */
export class NameColumns {
  /** Number of sentences. */
  sentences = 0;
  /** Where each sentence begins, and after the last one where it ends. */
  starts = new Int32Array(64);
  /** How each sentence is cased: PLAIN, TITLED or SHOUTED. */
  cases = new Uint8Array(64);
  ids = new Int32Array(0);
  tags = new Uint8Array(0);
  /** 0 without a capital, else CAPITAL or SHOUT. */
  capital = new Uint8Array(0);
  /** Whether the word begins with a small letter. */
  small = new Uint8Array(0);
  /** Whether the word could be part of a name. */
  open = new Uint8Array(0);
  /** 0, or 1 + 2 * type for the first word of a known name, and one more for those after it. */
  known = new Uint8Array(0);
  /** 1 for a word that a known name joins to the word before. */
  joined = new Uint8Array(0);
  /** First and last word of the run of capitals (with hyphens between) that the word is in; itself if in none. */
  runFirst = new Int32Array(0);
  runLast = new Int32Array(0);
  /** What the run's head word says of the name's type (see headOf), 0 for nothing. */
  head = new Uint8Array(0);

  /** For each tag whether its words have another use than naming. */
  private readonly functional: Uint8Array;

  /** `tagNames` are the tagger's, 'UPOS XPOS'. */
  constructor(tagNames: readonly string[]) {
    this.functional = Uint8Array.from(tagNames, (name) => (FUNCTION_WORDS.test(name) ? 1 : 0));
  }

  /** Forgets the document before. */
  clear(): void {
    this.sentences = 0;
    this.starts[0] = 0;
  }

  /** Takes in the next sentence. */
  add({ tokens, ids, tags }: TaggedSentence, known: KnownNames | null): void {
    const begin = this.starts[this.sentences]!;
    const n = tokens.length;
    this.#grow(begin + n);
    this.ids.set(ids, begin);
    this.tags.set(tags, begin);
    this.cases[this.sentences] = this.#readCase(tokens, begin);
    this.#closeFunctionWords(begin, begin + n);
    if (known !== null) {
      this.#markKnown(tokens, begin, known);
      // What is shouted, and the head of a dateline, may be known in its usual spelling.
      if (this.cases[this.sentences] === SHOUTED || (n > 0 && isLoud(tokens[0]!.form)))
        this.#markKnown(tokens.map(spokenSoftly), begin, known);
    }
    openJoints(tokens, begin, this.capital, this.open);
    this.#runs(tokens, begin);
    this.sentences++;
    this.starts[this.sentences] = begin + n;
  }

  #grow(words: number): void {
    if (this.sentences + 2 > this.starts.length) {
      this.starts = widened(this.starts, this.starts.length * 2);
      this.cases = widened(this.cases, this.starts.length);
    }
    if (words <= this.open.length) return;
    const size = Math.max(1024, words * 2);
    this.ids = widened(this.ids, size);
    this.tags = widened(this.tags, size);
    this.capital = widened(this.capital, size);
    this.small = widened(this.small, size);
    this.open = widened(this.open, size);
    this.known = widened(this.known, size);
    this.joined = widened(this.joined, size);
    this.runFirst = widened(this.runFirst, size);
    this.runLast = widened(this.runLast, size);
    this.head = widened(this.head, size);
  }

  #readCase(tokens: readonly Token[], begin: number): number {
    const { capital, open, known } = this;
    let small = 0;
    let shouts = 0;
    let capitals = 0;
    for (let j = 0; j < tokens.length; j++) {
      const { form } = tokens[j]!;
      const i = begin + j;
      const c = casing(form);
      capital[i] = c;
      open[i] = c === 0 ? 0 : 1;
      known[i] = 0;
      this.joined[i] = 0;
      this.small[i] = c === 0 && form.charCodeAt(0) >= 0x61 ? 1 : 0;
      if (c === SHOUT) shouts++;
      if (form.length < LONGER) continue;
      if (c !== 0) capitals++;
      else small += this.small[i]!;
    }
    return sentenceCase(small, capitals, shouts);
  }

  /** "The" and "In" begin sentences, and names only where another capital follows. */
  #closeFunctionWords(begin: number, end: number): void {
    const { open, capital, tags } = this;
    for (let i = begin; i < end; i++) {
      if (capital[i] !== CAPITAL || this.functional[tags[i]!] === 0) continue;
      if ((i + 1 < end && capital[i + 1] !== 0) || (i > begin && capital[i - 1] !== 0)) continue;
      open[i] = 0;
    }
  }

  #markKnown(tokens: readonly Token[], begin: number, known: KnownNames): void {
    for (let j = 0; j < tokens.length; ) {
      const asked = this.capital[begin + j] !== 0 || isArticle(tokens, j, this.capital, begin);
      const found = asked && this.known[begin + j] === 0 ? known.at(tokens, j) : null;
      if (found === null) {
        j++;
        continue;
      }
      const first = 1 + 2 * NAME_TYPES.indexOf(found.type);
      const end = Math.min(j + Math.max(found.length, 1), tokens.length);
      let free = j;
      while (free < end && this.known[begin + free] === 0) free++;
      if (free === end)
        for (let i = j; i < end; i++) {
          this.known[begin + i] = i > j ? first + 1 : first;
          this.joined[begin + i] = i > j ? 1 : 0;
          this.open[begin + i] = 1;
        }
      j = end;
    }
  }

  #runs(tokens: readonly Token[], begin: number): void {
    const { capital, runFirst, runLast } = this;
    const n = tokens.length;
    for (let j = 0; j < n; j++) {
      const i = begin + j;
      runFirst[i] = i;
      runLast[i] = i;
      if (capital[i] === 0) continue;
      if (j > 0 && capital[i - 1] !== 0) runFirst[i] = runFirst[i - 1]!;
      else if (j > 1 && capital[i - 2] !== 0 && tokens[j - 1]!.form === "-") runFirst[i] = runFirst[i - 2]!;
    }
    for (let i = begin + n - 1; i >= begin; i--) {
      this.head[i] = 0;
      if (capital[i] === 0) continue;
      const first = runFirst[i]!;
      const before = first >= begin + 2 && capital[first - 2] !== 0 && tokens[first - 1 - begin]!.form === "of";
      const head = headOf(tokens, first - begin, i - begin, before);
      for (let k = first; k <= i; k++)
        if (capital[k] !== 0) {
          runLast[k] = i;
          this.head[k] = head;
        } else this.head[k] = 0;
      i = first;
    }
  }
}

function widened<T extends Int32Array | Uint8Array>(column: T, size: number): T {
  const wider = new (column.constructor as new (size: number) => T)(size);
  wider.set(column);
  return wider;
}
