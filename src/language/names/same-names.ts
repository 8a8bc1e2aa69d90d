// One sense for each name of a document: the same words, a person's surname after the full name, and an acronym beside what
// it stands for share one type; where a name was overlooked in one place but found in another, it is found there too.
// It looks at one document only and knows no names of its own.
import { hashText } from "../model/hashing.ts";
import type { Vocabulary } from "../tags/vocabulary.ts";
import { NAME_TYPES } from "../types.ts";
import { PLAIN } from "./casing.ts";
import type { NameColumns } from "./columns.ts";
import { type SeenWords, SMALL } from "./seen-words.ts";

const TYPES = NAME_TYPES.length;
const PERSON = NAME_TYPES.indexOf("person");
/** A name of more words is not looked for where it was overlooked. */
const MOST_WORDS = 6;
const MOST_TOKENS = 16;
const wordHash = (word: string): number => hashText(word, 1);
/** Words that a name is written with or without. */
const SKIPPED = new Set("the al el ad an ar as ash at az ed er es ez -".split(" ").map(wordHash));
const OPENING = wordHash("(");

/** All that bears one name. */
interface Group {
  /** Words that count: articles and hyphens do not. */
  readonly size: number;
  /** Sum of the scores of each type; once the group was joined to another, the other's count. */
  readonly sums: Float64Array;
  joined: Group | null;
}

/** A name found, by words of the document. */
export interface Found {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly group: Group;
}

export class SameNames {
  readonly found: Found[] = [];
  readonly #words: Vocabulary;
  readonly #seen: SeenWords;
  readonly #columns: NameColumns;
  readonly #groups = new Map<number, Group>();
  /** Names of persons by their last word. */
  readonly #surnames = new Map<number, Group>();

  constructor(words: Vocabulary, seen: SeenWords, columns: NameColumns) {
    this.#words = words;
    this.#seen = seen;
    this.#columns = columns;
  }

  #lower(i: number): number {
    return this.#words.lower[this.#columns.ids[i]!]!;
  }

  /** Takes in a name; the scores of its types stand in `scores` from `at` on. */
  add(sentence: number, first: number, last: number, scores: readonly number[], at: number): void {
    let key = 0;
    let size = 0;
    for (let i = first; i < last; i++) {
      const word = this.#lower(i);
      if (SKIPPED.has(word)) continue;
      key = keyAfter(key, word);
      size++;
    }
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { size, sums: new Float64Array(TYPES), joined: null };
      this.#groups.set(key, group);
    }
    for (let t = 0; t < TYPES; t++) group.sums[t]! += scores[at + t]!;
    this.found.push({ sentence, first, last, group });
  }

  /** Joins surnames to full names and acronyms to what they stand for. */
  join(): void {
    for (const { last, group } of this.found)
      if (group.size > 1 && bestType(sumsOf(group)) === PERSON) this.#surnames.set(this.#lower(last - 1), group);
    for (const [word, full] of this.#surnames) {
      const alone = this.#groups.get(keyAfter(0, word));
      // "Washington" may be the city all the same, beside a George Washington.
      if (alone !== undefined && bestType(summed(full, alone)) === PERSON) unite(full, alone);
    }
    for (let f = 1; f < this.found.length; f++) {
      const full = this.found[f - 1]!;
      const short = this.found[f]!;
      if (short.first !== full.last + 1 || short.sentence !== full.sentence) continue;
      if (short.group.size === 1 && full.group.size > 1 && this.#lower(full.last) === OPENING)
        unite(full.group, short.group);
    }
  }

  /** Finds this document's names where they were overlooked; `labels` tells which words are in names. */
  recover(labels: Uint8Array): void {
    const { starts, sentences, capital } = this.#columns;
    for (let s = 0; s < sentences; s++) {
      const end = starts[s + 1]!;
      for (let i = starts[s]!; i < end; i++)
        if (capital[i] !== 0 && labels[i] === 0) i = this.#recoverAt(s, i, end, labels) - 1;
    }
  }

  /** Takes the longest name of the document that stands from `first` on, and answers where to go on. */
  #recoverAt(sentence: number, first: number, end: number, labels: Uint8Array): number {
    const plain = this.#columns.cases[sentence] === PLAIN;
    let key = 0;
    let size = 0;
    let last = first + 1;
    let group: Group | undefined;
    for (let i = first; i < end && labels[i] === 0 && size < MOST_WORDS && i - first < MOST_TOKENS; i++) {
      const word = this.#lower(i);
      if (SKIPPED.has(word)) {
        if (i === first) break;
        continue;
      }
      key = keyAfter(key, word);
      size++;
      const named = this.#groups.get(key) ?? (size === 1 ? this.#surnames.get(word) : undefined);
      if (named === undefined || this.#columns.capital[i] === 0) continue;
      // In a title, and for a word that the document also writes small, a capital alone proves nothing.
      if (size === 1 && (!plain || (this.#seen.of(word) & SMALL) !== 0)) continue;
      last = i + 1;
      group = named;
    }
    if (group !== undefined) this.found.push({ sentence, first, last, group });
    return last;
  }
}

const keyAfter = (key: number, word: number): number => (Math.imul(key ^ word, 0x01000193) ^ (key >>> 15)) | 0;

/** The type with the highest sum, of equals the first. */
export function bestType(sums: Float64Array): number {
  let best = 0;
  for (let t = 1; t < TYPES; t++) if (sums[t]! > sums[best]!) best = t;
  return best;
}

/** The group that counts for this one. */
function whole(group: Group): Group {
  let at = group;
  while (at.joined !== null) at = at.joined;
  return at;
}

/** Sums of all that bears the name of a group, under whatever form. */
export const sumsOf = (group: Group): Float64Array => whole(group).sums;

const summed = (a: Group, b: Group): Float64Array =>
  whole(a) === whole(b) ? sumsOf(a) : sumsOf(a).map((sum, t) => sum + sumsOf(b)[t]!);

function unite(a: Group, b: Group): void {
  const [into, from] = [whole(a), whole(b)];
  if (into === from) return;
  for (let t = 0; t < TYPES; t++) into.sums[t]! += from.sums[t]!;
  from.joined = into;
}
