// The verbs of a sentence as the frames ask for them, read off its tree: lemma, form, voice, and whether a verb stands by
// itself or hangs on another. It says nothing of the other words.
import type { Grammar, WordClass } from "../codebook/grammar.ts";
import type { Clauses } from "../language/syntax/clauses.ts";

export type VerbForm = "base" | "s" | "ing" | "past" | "participle";

export interface VerbTag {
  readonly lemma: string;
  readonly form: VerbForm;
  /** Has a tense of its own or an auxiliary that has one. */
  readonly finite: boolean;
  readonly passive: boolean;
}

export const is = (grammar: Grammar, kind: WordClass, word: string | undefined): boolean =>
  word !== undefined && grammar.words[kind].has(word);

export const isMark = (word: string | undefined): boolean =>
  word !== undefined && !/[\p{L}\p{N}]/u.test(word) && word !== "'s";

const FORMS: Readonly<Record<string, VerbForm>> = {
  VB: "base",
  VBP: "base",
  VBZ: "s",
  VBD: "past",
  VBN: "participle",
  VBG: "ing",
};
const TENSED = /^(VBD|VBP|VBZ|MD)$/;

/** Tags by token; null is no verb. Forms of 'be' are verbs too, because patterns begin with them ('be held by'). */
export function verbTags(tree: Clauses): (VerbTag | null)[] {
  return tree.words.map(({ upos, xpos, lemma, relation }, i) => {
    if (upos === "AUX" && lemma === "be")
      return { lemma: "be", form: "base", finite: xpos !== "VBG" && xpos !== "VBN", passive: false };
    // 'The army has control': a tagger may take it for an auxiliary that has no verb.
    const alone = upos === "AUX" && lemma === "have" && !/^aux/.test(relation);
    if (upos !== "VERB" && !alone) return null;
    const finite = TENSED.test(xpos) || tree.under(i, "aux", "aux:pass").some((a) => TENSED.test(tree.words[a]!.xpos));
    return { lemma: lemma.toLowerCase(), form: FORMS[xpos] ?? "base", finite, passive: tree.passive(i) };
  });
}
