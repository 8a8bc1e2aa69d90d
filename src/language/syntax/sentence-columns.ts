// A sentence as the parser's features ask for it: columns over words 0 ('no word') to n + 1 (the root). It copies what the
// vocabulary and the tagger know, so that a feature is one look-up.
import { hashText } from "../model/hashing.ts";
import { NO_RIVAL } from "../tags/tagger.ts";
import type { Vocabulary } from "../tags/vocabulary.ts";

export class SentenceColumns {
  n = 0;
  word = new Int32Array(0);
  ending = new Int32Array(0);
  fine = new Int32Array(0);
  coarse = new Int32Array(0);
  /** Hash of what was foretold of the word (see outlook.ts). */
  outlook = new Int32Array(0);
  /** Hash of the tag (UPOS and Penn tag together). */
  tag = new Int32Array(0);
  /** Hash of the tag that came second where the choice was close, else 0. */
  rival = new Int32Array(0);
  /** Number of the UPOS; the root has one of its own. */
  upos = new Uint8Array(0);
  private readonly outlookHash = Int32Array.from({ length: 256 }, (_, i) => hashText(`${i}`, 41));
  private readonly tagHash: Int32Array;
  private readonly tagUpos: Uint8Array;
  private readonly rootUpos: number;

  /** `tags` are the tagger's 'UPOS XPOS'; `uposOf` gives each one's UPOS as a number below 30. */
  constructor(tags: readonly string[], uposOf: Uint8Array) {
    this.tagHash = Int32Array.from(tags, (tag) => hashText(tag, 21));
    this.tagUpos = uposOf;
    this.rootUpos = Math.max(...uposOf) + 1;
    this.grow(256);
  }

  load(words: Vocabulary, ids: Int32Array, tags: Uint8Array, rivals: Uint8Array, n: number): void {
    if (n + 4 > this.word.length) this.grow(n + 4);
    this.n = n;
    this.edge(0, 99);
    for (let i = 1; i <= n; i++) {
      const id = ids[i - 1]!;
      this.word[i] = words.lower[id]!;
      this.ending[i] = words.end3[id]!;
      this.fine[i] = words.fine[id]!;
      this.coarse[i] = words.coarse[id]!;
      this.tag[i] = this.tagHash[tags[i - 1]!]!;
      this.rival[i] = rivals[i - 1] === NO_RIVAL ? 0 : this.tagHash[rivals[i - 1]!]!;
      this.upos[i] = this.tagUpos[tags[i - 1]!]!;
    }
    this.edge(n + 1, 98);
  }

  foretold(outlooks: Uint8Array): void {
    for (let i = 1; i <= this.n; i++) this.outlook[i] = this.outlookHash[outlooks[i - 1]!]!;
  }

  private edge(i: number, seed: number): void {
    this.word[i] = hashText("<edge>", seed);
    this.ending[i] = this.fine[i] = this.coarse[i] = seed;
    this.tag[i] = hashText("<edge>", seed + 100);
    this.upos[i] = this.rootUpos;
    this.outlook[i] = -2;
    this.rival[i] = 0;
  }

  private grow(size: number): void {
    this.word = new Int32Array(size);
    this.ending = new Int32Array(size);
    this.fine = new Int32Array(size);
    this.coarse = new Int32Array(size);
    this.outlook = new Int32Array(size);
    this.tag = new Int32Array(size);
    this.rival = new Int32Array(size);
    this.upos = new Uint8Array(size);
  }
}
