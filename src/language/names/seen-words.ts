// What a document says of its own words' capitals: whether a word also stands in it in small letters, and whether with a
// capital where none was due. One table serves all documents; a stamp tells whose an entry is.

import type { Vocabulary } from "../tags/vocabulary.ts";
import { PLAIN } from "./casing.ts";
import type { NameColumns } from "./columns.ts";

const BITS = 15;
const SLOTS = 1 << BITS;

export const SMALL = 1;
export const CAPITAL_INSIDE = 2;

export class SeenWords {
  readonly #keys = new Int32Array(SLOTS);
  readonly #stamps = new Int32Array(SLOTS);
  readonly #flags = new Uint8Array(SLOTS);
  #stamp = 0;
  #count = 0;

  /** Forgets the document before. */
  open(): void {
    this.#stamp++;
    this.#count = 0;
  }

  #slot(key: number): number {
    let slot = (key ^ (key >>> 15)) & (SLOTS - 1);
    while (this.#stamps[slot] === this.#stamp && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  /** `key` is a word's hash. A document of very many words is remembered by its first ones. */
  add(key: number, flag: number): void {
    const slot = this.#slot(key);
    if (this.#stamps[slot] !== this.#stamp) {
      if (this.#count > SLOTS / 2) return;
      this.#count++;
      this.#stamps[slot] = this.#stamp;
      this.#keys[slot] = key;
      this.#flags[slot] = 0;
    }
    this.#flags[slot]! |= flag;
  }

  /** The flags of a word, 0 if it was not seen. */
  of(key: number): number {
    const slot = this.#slot(key);
    return this.#stamps[slot] === this.#stamp ? this.#flags[slot]! : 0;
  }
}

/** Reads a whole document. Titles and shouted lines say nothing of capitals, nor does the head of a sentence. */
export function rememberCapitals(seen: SeenWords, words: Vocabulary, columns: NameColumns): void {
  seen.open();
  const { starts, cases, capital, ids, small } = columns;
  for (let s = 0; s < columns.sentences; s++) {
    if (cases[s] !== PLAIN) continue;
    const begin = starts[s]!;
    const end = starts[s + 1]!;
    for (let i = begin; i < end; i++) {
      if (capital[i] !== 0) {
        if (i > begin) seen.add(words.lower[ids[i]!]!, CAPITAL_INSIDE);
      } else if (small[i] !== 0) seen.add(words.lower[ids[i]!]!, SMALL);
    }
  }
}
