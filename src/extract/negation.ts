// Which word negates a verb or a noun, if one does. What a negation makes of an event is read in saying/stance.ts.
import type { Clauses as Tree } from "../language/syntax/clauses.ts";

const NO = /^(not|no|never|n't|neither|nor|without|hardly|none|nobody)$/;
const isNegator = (word: string): boolean => NO.test(word) || /n['’]t$/.test(word);

/** The word that negates a predicate or a noun, itself or in its subject: 'none of them left'; -1 where none does. */
export function negatorOf(tree: Tree, at: number): number {
  const own = tree.under(at, "advmod", "aux", "aux:pass", "det", "case", "mark", "cc:preconj", "neg", "cop");
  const subjects = tree.under(at, "nsubj", "nsubj:pass").flatMap((s) => [s, ...tree.under(s, "det", "cc:preconj")]);
  return [...own, ...subjects].find((c) => isNegator(tree.lower(c))) ?? -1;
}
