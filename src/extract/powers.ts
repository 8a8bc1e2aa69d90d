// In whose hands a place is: 'under the control of the rebels', 'in government hands', 'the army's last stronghold'. The word
// in the role ('control') is nobody; who holds is its owner. Which words are such is data (grammar.yaml, powers).
import type { Codebook } from "../codebook/load.ts";
import type { Clauses } from "../language/syntax/clauses.ts";

const OF = new Set(["of"]);

/** The predicate of a copula ('was under rebel control': control) or of an auxiliary within `to`, or the verb itself. */
export function predicateOf(tree: Clauses, verb: number, to: number): number {
  const { relation, head } = tree.words[verb]!;
  return (relation === "cop" && head >= 0) || (relation === "aux:pass" && head > verb && head < to) ? head : verb;
}

/** Whose the power is: 'the control of X', 'X's hands', 'X control'. */
function owners(tree: Clauses, power: number): number[] {
  const behind = tree.under(power, "nmod").find((k) => k > power && tree.introduced(k, OF));
  const owner = behind ?? tree.first(power, "nmod:poss");
  if (owner !== null) return tree.row(owner);
  return tree.under(power, "compound", "amod", "nmod").filter((k) => k < power);
}

/** Where a word of power stands for who has it; 'the administration said' and 'attacked the administration' are about a body. */
const HELD = new Set(["under", "in", "into", "to", "of", "predicate", "modifier"]);

/** The words in a role, with every word of power replaced by those who have it. */
export const throughPowers = (
  tree: Clauses,
  found: readonly number[],
  role: string,
  { grammar }: Codebook,
): number[] =>
  !HELD.has(role) ? [...found] : found.flatMap((k) => (grammar.powers.has(tree.lower(k)) ? owners(tree, k) : [k]));

/** Whether the word stands before a word of power as its owner: 'rebel control'. */
export function beforePower(tree: Clauses, at: number, { grammar }: Codebook): boolean {
  const { relation, head } = tree.words[at]!;
  return head > at && /^(compound|amod|nmod)$/.test(relation) && grammar.powers.has(tree.lower(head));
}
