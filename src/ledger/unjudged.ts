// What came in, went, or was decided on since the last judgement, so that only it and what lies around it need be judged.
import type { Changed, ClaimId, Decision, DocumentId, IncidentId } from "../model/index.ts";
import type { Database } from "./database.ts";
import { followed, leadIncident } from "./lead-on.ts";
import { chunks } from "./rows.ts";
import type { UnjudgedTable } from "./tables.ts";

export async function markUnjudged(db: Database, kind: UnjudgedTable["kind"], ids: readonly string[]): Promise<void> {
  for (const some of chunks([...new Set(ids)]))
    await db
      .insertInto("unjudged")
      .values(some.map((id) => ({ kind, id })))
      .onConflict((c) => c.doNothing())
      .execute();
}

/** What a decision is about is judged anew. */
export async function markDecided(db: Database, { target, value }: Decision): Promise<void> {
  const { kind, id } = target;
  const live = async (document: string): Promise<string[]> =>
    (
      await db
        .selectFrom("claims")
        .select("id")
        .where("document", "=", document)
        .where("withdrawn", "is", null)
        .execute()
    ).map((c) => c.id);
  if (kind === "claim") {
    const now = [...(await followed(db, [id])).values()].filter((claim) => claim !== null);
    await markUnjudged(db, "claim", [id, ...now]);
  }
  if (kind === "document") await markUnjudged(db, "claim", await live(id));
  const rejected = await db.selectFrom("rejected").selectAll().where("id", "=", id).executeTakeFirst();
  if (rejected && kind === "holding") await markUnjudged(db, "ground", [rejected.filed]);
  if (rejected && kind === "order") await markUnjudged(db, "order", [rejected.filed]);
  if (kind === "incident") await markUnjudged(db, "incident", [id, ...(await leadIncident(db, id))]);
  if (kind === "holding") {
    const row = await db.selectFrom("holdings").select("ground").where("id", "=", id).executeTakeFirst();
    if (row) await markUnjudged(db, "ground", [row.ground]);
  }
  if (kind === "order") {
    const row = await db.selectFrom("orders").select("key").where("id", "=", id).executeTakeFirst();
    if (row) await markUnjudged(db, "order", [row.key]);
  }
  if (Array.isArray(value))
    await markUnjudged(
      db,
      "claim",
      value.filter((v) => typeof v === "string"),
    );
}

export async function changedSince(db: Database): Promise<Changed> {
  const rows = await db.selectFrom("unjudged").selectAll().orderBy("kind").orderBy("id").execute();
  const of = <Id extends string>(kind: UnjudgedTable["kind"]): Set<Id> =>
    new Set(rows.filter((r) => r.kind === kind).map((r) => r.id as Id));
  return {
    documents: of<DocumentId>("document"),
    claims: of<ClaimId>("claim"),
    incidents: of<IncidentId>("incident"),
    grounds: of("ground"),
    orders: of("order"),
  };
}
