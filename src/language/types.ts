// The nouns of the language core: what a text is after it was cut up, tagged, parsed and searched for names. It stands on
// its own: nothing here knows of documents, claims or a codebook. Offsets are UTF-16 units into the text that was given.

/** A word or mark as the treebanks cut it ("don't" is "do" and "n't"); `form` is the text between start and end. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** A token with what was read of it. */
export interface Word extends Token {
  readonly lemma: string;
  /** Universal part of speech (NOUN, PROPN, VERB, …). */
  readonly upos: string;
  /** Penn Treebank tag, which tells the verb forms apart (VBD, VBN, …). */
  readonly xpos: string;
  /** Index in the sentence of the word that this one hangs on; -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with subtypes ('nsubj:pass', 'obl:agent'). */
  readonly relation: string;
}

export const NAME_TYPES = ["person", "place", "organisation"] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A name: words from `first` up to, not including, `last` of its sentence. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly names: readonly Name[];
}

/** Names that somebody knows already (a registry, a gazetteer). */
export interface KnownNames {
  /** The longest known name that begins at this token, as a number of tokens and a type; null if none does. */
  at(tokens: readonly Token[], index: number): { readonly length: number; readonly type: NameType } | null;
}
