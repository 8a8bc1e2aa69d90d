// Words that point back to a happening told before: 'the strikes', 'this attack'. They tell of no new one, whatever else the
// sentence says of it; merge.ts joins them with what they point to.
import { type Account, VIOLENT } from "./accounts.ts";
import { headOf } from "./roles.ts";

/** Whether an account's own words are 'the' or 'this' and a bare noun for what was done. */
export function pointsBack({ read: { sentence }, trigger, event }: Account): boolean {
  if (trigger.verb || event === "statement") return false;
  const { tree } = sentence;
  const head = headOf(tree, trigger);
  if (!VIOLENT.has(event) && tree.has(head, "nmod", "acl", "acl:relcl", "nmod:poss")) return false;
  const own = tree.under(head).filter((k) => k < head && tree.words[k]!.relation !== "case");
  return own.some((k) => tree.words[k]!.relation === "det" && /^(the|this|that|these|those)$/.test(tree.lower(k)));
}
