// An analyst's decision as it comes in, from a command or a request, checked for its shape. What may be decided, and what
// a decision does, is the ledger's business.
import { z } from "zod";
import type { Ledger } from "../ledger/ledger.ts";
import type { Decision } from "../model/index.ts";
import { checked } from "./parameters.ts";

export const decisionBody = z.strictObject({
  by: z.string().trim().min(1, "is empty: a decision names who decided").max(100),
  target: z.strictObject({
    kind: z.enum(["claim", "incident", "document", "order", "holding"]),
    id: z.string().min(1),
  }),
  op: z
    .enum(["accept", "reject", "set", "add", "split", "merge", "lock"])
    .describe("accept, reject and set in this version"),
  slot: z.string().nullable().default(null),
  value: z.unknown().default(null),
  reason: z.string().trim().min(1, "is empty: a decision says why").max(2000),
});

/** Checks the body and appends it. Returns the decision as it stands in the ledger. */
export async function decide(ledger: Pick<Ledger, "decide">, body: unknown): Promise<Decision> {
  const { value = null, ...given } = checked(decisionBody, body);
  return ledger.decide({ ...given, value });
}
