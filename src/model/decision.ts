// An analyst's judgement: appended, never erased, undone only by another decision.
import type { DecisionId } from "./ids.ts";

export type DecisionOp = "accept" | "reject" | "set" | "add" | "split" | "merge" | "lock";

export interface Decision {
  readonly id: DecisionId;
  /** Name or initials of who decided. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly target: { readonly kind: "claim" | "incident" | "document" | "order" | "holding"; readonly id: string };
  readonly slot: string | null;
  readonly op: DecisionOp;
  /** The new value of the slot as JSON; null for accept and reject. */
  readonly value: unknown;
  readonly reason: string;
}
