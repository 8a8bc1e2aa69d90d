// What the language core has learnt, as it works with it: lists of names for the numbers, what is known of words, and the
// scorers. It is made from the bytes of a model file and of nothing else.

import type { LabelChoices } from "../syntax/parser.ts";
import type { TagLexicon, WordClasses } from "../tags/vocabulary.ts";
import type { Scorer } from "./linear.ts";
import { unpack } from "./packed.ts";

/** The header of a model file, as JSON holds it. */
export interface ModelHeader {
  /** Names this model; changes when anything in it does. */
  readonly version: string;
  /** 'UPOS XPOS' of each tag. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly outlooks: readonly string[];
  /** For each tag the outlooks its words may have. */
  readonly outlookChoices: readonly (readonly number[])[];
  /** Key (see choiceKey) and the labels allowed. */
  readonly labelChoices: readonly (readonly [number, readonly number[]])[];
  /** Form, the one tag it bears or -1, hash of the tags it bears. */
  readonly lexicon: readonly (readonly [string, number, number])[];
  /** Form, fine class, coarse class. */
  readonly classes: readonly (readonly [string, number, number])[];
  readonly lemmas: readonly (readonly [string, string])[];
}

export interface LanguageModel {
  readonly version: string;
  readonly tags: readonly string[];
  /** UPOS of each tag as a number below 30. */
  readonly uposOf: Uint8Array;
  readonly labels: readonly string[];
  readonly lexicon: TagLexicon;
  readonly classes: WordClasses;
  readonly lemmas: ReadonlyMap<string, string>;
  readonly outlookChoices: readonly Uint8Array[];
  readonly labelChoices: LabelChoices;
  readonly boundaries: Int16Array;
  readonly tagging: Scorer;
  readonly foretelling: Scorer;
  readonly arcs: Scorer;
  readonly relations: Scorer;
  readonly naming: Scorer;
}

/** Number of each tag's UPOS among those that occur, in alphabetical order. */
export function uposNumbers(tags: readonly string[]): Uint8Array {
  const upos = tags.map((tag) => tag.split(" ")[0]!);
  const names = [...new Set(upos)].sort();
  return Uint8Array.from(upos, (u) => names.indexOf(u));
}

/**
 * The model in the bytes of an unpacked model file.
 * @throws Error when the bytes are no model of this form.
 */
export function readModel(bytes: Uint8Array): LanguageModel {
  const { header, ...tables } = unpack<ModelHeader>(bytes);
  return {
    version: header.version,
    tags: header.tags,
    uposOf: uposNumbers(header.tags),
    labels: header.labels,
    lexicon: new Map(header.lexicon.map(([form, only, all]) => [form, { only, all }])),
    classes: new Map(header.classes.map(([form, fine, coarse]) => [form, [fine, coarse] as const])),
    lemmas: new Map(header.lemmas),
    outlookChoices: header.outlookChoices.map((choices) => Uint8Array.from(choices)),
    labelChoices: new Map(header.labelChoices.map(([key, labels]) => [key, Uint8Array.from(labels)])),
    boundaries: tables.numbers("boundaries"),
    tagging: tables.sparse("tagging"),
    foretelling: tables.sparse("foretelling"),
    arcs: tables.pairs("arcs"),
    relations: tables.sparse("relations"),
    naming: tables.sparse("naming"),
  };
}
