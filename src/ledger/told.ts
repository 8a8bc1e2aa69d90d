// Gathers what the judge is told: the newest of every document, the claims that stand, the decisions, and the ids given
// out before. In a fixed order, so that what arrived first makes no difference.
import type { ClaimId, Decision, Document, IncidentId, Minted, Note, OrderId, Told } from "../model/index.ts";
import type { Database } from "./database.ts";
import { followed, leadIncident } from "./lead-on.ts";
import { claimOf, decisionOf, documentOf, noteOf } from "./rows.ts";

const document = (d: { id: string; version: number }): string => `${d.id}\u0001${d.version}`;

/** Notes of all documents, or of those named, by id and version; those of reading before those of coding. */
export async function notesByDocument(
  db: Database,
  ids?: readonly string[],
): Promise<(d: { id: string; version: number }) => Note[]> {
  let query = db.selectFrom("notes").selectAll().orderBy("document").orderBy("version");
  if (ids !== undefined) query = query.where("document", "in", ids);
  const found = new Map<string, Note[]>();
  for (const row of await query.orderBy("stage", "desc").orderBy("position").execute()) {
    const key = document({ id: row.document, version: row.version });
    const notes = found.get(key) ?? [];
    notes.push(noteOf(row));
    found.set(key, notes);
  }
  return (d) => found.get(document(d)) ?? [];
}

async function newestDocuments(db: Database): Promise<Document[]> {
  const notes = await notesByDocument(db);
  const rows = await db.selectFrom("documents").selectAll().where("latest", "=", 1).orderBy("id").execute();
  return rows.map((row) => documentOf(row, notes(row)));
}

/** An analyst decided on what then bore that id; the judge must find it under the id that it bears now. */
export async function decisionsNow(db: Database): Promise<Decision[]> {
  const decisions = (await db.selectFrom("decisions").selectAll().orderBy("position").execute()).map(decisionOf);
  const follow = await followed(
    db,
    decisions.filter((d) => d.target.kind === "claim").map((d) => d.target.id),
  );
  const now: Decision[] = [];
  for (const d of decisions) {
    let id = d.target.id;
    if (d.target.kind === "claim") id = follow.get(id) ?? id;
    if (d.target.kind === "incident") {
      const led = await leadIncident(db, id);
      if (led.length === 1 && led[0]) id = led[0];
    }
    now.push(id === d.target.id ? d : { ...d, target: { ...d.target, id } });
  }
  return now;
}

/** The ids given out before, with the claims that they headed as they are now. */
export async function mintedNow<Id>(
  db: Database,
  rows: readonly { readonly id: string; readonly claim: string }[],
): Promise<Minted<Id>[]> {
  const follow = await followed(
    db,
    rows.map((r) => r.claim),
  );
  const byId = new Map<string, Set<ClaimId>>();
  for (const { id, claim } of rows) {
    const claims = byId.get(id) ?? new Set<ClaimId>();
    const now = follow.get(claim);
    if (now) claims.add(now);
    byId.set(id, claims);
  }
  return [...byId].map(([id, claims]) => ({ id: id as Id, claims: [...claims] }));
}

/** Everything that a judgement rests on, read at one moment when the caller holds a transaction. */
export async function told(db: Database): Promise<Told> {
  const heads = await db
    .selectFrom("incident_claims")
    .select(["incident as id", "claim"])
    .orderBy("incident")
    .orderBy("claim")
    .execute();
  // A rejected incident is told no more, but goes on under its id.
  const rejected = await db
    .selectFrom("rejected")
    .select(["id", "claim"])
    .where("kind", "=", "incident")
    .orderBy("id")
    .orderBy("claim")
    .execute();
  const orders = await db.selectFrom("orders").select(["id", "body"]).orderBy("id").execute();
  const claims = await db.selectFrom("claims").select("body").where("withdrawn", "is", null).orderBy("sort").execute();
  return {
    documents: await newestDocuments(db),
    claims: claims.map(claimOf),
    decisions: await decisionsNow(db),
    incidents: await mintedNow<IncidentId>(db, [...heads, ...rejected]),
    orders: await mintedNow<OrderId>(
      db,
      orders.flatMap((o) => (JSON.parse(o.body) as { claims: string[] }).claims.map((claim) => ({ id: o.id, claim }))),
    ),
  };
}
