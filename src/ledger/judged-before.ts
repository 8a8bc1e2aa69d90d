// What was judged before of the claims that a part is judged with: the ids that were given out, the histories that they figure
// in, the parts and wholes. Reads only.
import {
  type Claim,
  type ClaimId,
  type IncidentId,
  type Minted,
  mintIncidentId,
  mintOrderId,
  type OrderId,
  type Relation,
  type Surroundings,
} from "../model/index.ts";
import { among } from "./among.ts";
import type { Database } from "./database.ts";
import { mintedNow } from "./told.ts";

export type Judged = Pick<Surroundings, "incidents" | "orders" | "grounds" | "parts" | "taken">;

/** What has been gathered: every claim asked after, the incidents and the keys of orders, and the claims that stand. */
export interface Gathered {
  readonly asked: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
  readonly orderKeys: ReadonlySet<string>;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
}

export const rejectedClaims = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom("rejected")
    .select(["id", "claim"])
    .where("kind", "=", "incident")
    .where("id", "in", ids)
    .orderBy("id")
    .orderBy("claim")
    .execute();

async function mintedOrders(db: Database, keys: ReadonlySet<string>): Promise<Minted<OrderId>[]> {
  const rows = await among(keys, (some) =>
    db.selectFrom("orders").select(["id", "body"]).where("key", "in", some).orderBy("id").execute(),
  );
  return await mintedNow<OrderId>(
    db,
    rows.flatMap((o) => (JSON.parse(o.body) as { claims: string[] }).claims.map((claim) => ({ id: o.id, claim }))),
  );
}

export async function judgedBefore(db: Database, here: Gathered): Promise<Judged> {
  const heads = await among(here.incidents, (some) =>
    db
      .selectFrom("incident_claims")
      .select(["incident as id", "claim"])
      .where("incident", "in", some)
      .orderBy("incident")
      .orderBy("claim")
      .execute(),
  );
  const grounds = new Map<ClaimId, string[]>();
  const filed = await among(here.asked, (some) =>
    db.selectFrom("claim_grounds").selectAll().where("claim", "in", some).execute(),
  );
  for (const { claim, ground } of filed)
    grounds.set(claim as ClaimId, [...(grounds.get(claim as ClaimId) ?? []), ground]);
  const parts = await among(here.asked, (some) =>
    db
      .selectFrom("relations")
      .select("body")
      .where("kind", "=", "part_of")
      .where((eb) => eb.or([eb("from_claim", "in", some), eb("to_claim", "in", some)]))
      .execute(),
  );
  const could = [...here.claims.keys()].flatMap((c) => [mintIncidentId(c), mintOrderId(c)] as string[]);
  const taken = await among(could, (some) =>
    db.selectFrom("incident_log").select("id").distinct().where("id", "in", some).execute(),
  );
  const takenOrders = await among(could, (some) =>
    db.selectFrom("orders").select("id").where("id", "in", some).execute(),
  );
  return {
    incidents: await mintedNow<IncidentId>(db, [
      ...heads,
      ...(await among(here.incidents, (some) => rejectedClaims(db, some))),
    ]),
    orders: await mintedOrders(db, here.orderKeys),
    grounds,
    parts: parts.map((r) => JSON.parse(r.body) as Relation),
    taken: [...taken, ...takenOrders].map((r) => r.id),
  };
}
