// An analyst's decision as it comes in, from a command or a request, checked for its shape. What may be decided, and what
// a decision does, is the ledger's business.
import { z } from "zod";
import type { Codebook } from "../codebook/load.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Decision } from "../model/index.ts";
import { knownEvent } from "./codebook.ts";
import { checked } from "./parameters.ts";
import { settableValue } from "./settable.ts";

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

/**
 * Checks the body and appends it. Returns the decision as it stands in the ledger.
 * @throws UserError naming the field that is wrong; nothing is appended then
 */
export async function decide(ledger: Pick<Ledger, "decide">, codebook: Codebook, body: unknown): Promise<Decision> {
  const { value = null, ...given } = checked(decisionBody, body);
  const { op, slot, target } = given;
  if (op !== "set" || slot === null || value === null) return ledger.decide({ ...given, value });
  const fitting = settableValue(target.kind, slot, value);
  if (slot === "event") knownEvent(codebook, fitting as string);
  return ledger.decide({ ...given, value: fitting });
}
