// Appends an analyst's decision. What it changes is for the judge, who is told of every decision each time.
import { type Decision, type DecisionOp, decisionId, UserError } from "../model/index.ts";
import type { Database } from "./database.ts";
import { leadIncident } from "./lead-on.ts";
import { decisionRow } from "./rows.ts";
import { markDecided } from "./unjudged.ts";
import { logVersion, shortened } from "./versions.ts";

/** What is decided; the id is the ledger's to give, and `at` where it is left out. */
export type Deciding = Omit<Decision, "id" | "at"> & Partial<Pick<Decision, "at">>;

const KNOWN: readonly DecisionOp[] = ["accept", "reject", "set"];

/** The id that a decision of these words has. */
export const idOf = ({ by, at, target, slot, op, value, reason }: Omit<Decision, "id">): Decision["id"] =>
  decisionId([by, at, target.kind, target.id, slot ?? "", op, JSON.stringify(value), reason]);

function checkForm(d: Deciding): void {
  if (!KNOWN.includes(d.op))
    throw new UserError(`'${d.op}' is not in this version`, {
      hint: `this version takes ${KNOWN.join(", ")}`,
      field: "op",
      status: 501,
    });
  if (d.by.trim() === "") throw new UserError("a decision names who decided", { field: "by" });
  if (d.reason.trim() === "") throw new UserError("a decision says why", { field: "reason" });
  if (d.op !== "set") return;
  if (!d.slot) throw new UserError("'set' needs the slot that is set", { field: "slot" });
  if (d.value === null || d.value === undefined) throw new UserError("'set' needs a new value", { field: "value" });
}

async function checkTarget(db: Database, { kind, id }: Decision["target"]): Promise<void> {
  // What was rejected is told no more, and can still be decided on anew.
  if (
    await db
      .selectFrom("rejected")
      .select("id")
      .where("kind", "=", kind as "incident")
      .where("id", "=", id)
      .executeTakeFirst()
  )
    return;
  if (kind === "incident") {
    const led = await leadIncident(db, id);
    if (led.length > 1)
      throw new UserError(`${id} was split into ${led.join(" and ")}`, { hint: "decide on one of them", status: 409 });
    if (led.length === 1) return;
  } else {
    const table = ({ claim: "claims", document: "documents", order: "orders", holding: "holdings" } as const)[kind];
    if (await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) return;
  }
  throw new UserError(`there is no ${kind} '${id}' in this ledger`, { status: 404, field: "target" });
}

/**
 * Checks and appends, within the caller's transaction; the same decision twice is one. Nothing is judged here.
 * @throws UserError for an op that this version does not know, a target that is not there, or a slot left out
 */
export async function appendDecision(db: Database, given: Deciding, now: string): Promise<Decision> {
  checkForm(given);
  const { by, target, slot, op, reason, at = now } = given;
  const value = given.value ?? null;
  const what = { by, at, target, slot, op, value, reason };
  const decision: Decision = { id: idOf(what), ...what };
  await checkTarget(db, target);
  const added = await db
    .insertInto("decisions")
    .values(decisionRow(decision, now))
    .onConflict((c) => c.column("id").doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return decision;
  await markDecided(db, decision);
  const summary = `${by}: ${op} ${target.kind} ${target.id}${slot ? ` ${slot}` : ""}: ${shortened(reason)}`;
  await logVersion(db, "decide", now, [{ kind: "decision", id: decision.id, change: "new", summary }]);
  return decision;
}
