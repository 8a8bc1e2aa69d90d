// Claims as the view gives them: lists by filter, and single ones by id. In order of document and place in its text.
import type { Claim, ClaimId, Relation } from "../model/index.ts";
import { ofClaims } from "./conditions.ts";
import { after, page } from "./cursor.ts";
import type { Database } from "./database.ts";
import { chunks, claimOf } from "./rows.ts";
import type { Filter, Page } from "./view.ts";
import { type Names, wanted } from "./wanted.ts";

/** Without `limit`, all of them. */
export async function claims(db: Database, filter: Filter, names?: Names): Promise<Page<Claim>> {
  const w = await wanted(db, filter, names);
  const found = db.selectFrom("claims").where((eb) => ofClaims(eb, w));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  let rows = found.select(["body", "sort"]).orderBy("sort");
  if (filter.cursor !== undefined) rows = rows.where("sort", ">", after("claims", filter.cursor));
  if (filter.limit !== undefined) rows = rows.limit(filter.limit + 1);
  return page("claims", await rows.execute(), filter.limit, total, claimOf);
}

/** Also a claim that was withdrawn since, as it last stood; null for an id that never was. */
export async function claim(db: Database, id: string): Promise<Claim | null> {
  const rows = db.selectFrom("claims").select("body").where("id", "=", id).orderBy("row", "desc");
  const row = await rows.executeTakeFirst();
  return row ? claimOf(row) : null;
}

/** In the order asked for; ids that never were are left out. */
export async function claimsById(db: Database, ids: readonly ClaimId[]): Promise<readonly Claim[]> {
  const found = new Map<string, Claim>();
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("claims").select(["id", "body"]).where("id", "in", some).orderBy("row").execute();
    for (const row of rows) found.set(row.id, claimOf(row));
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

/** Every relation, or those that touch one of the claims. */
export async function relations(db: Database, ids?: readonly ClaimId[]): Promise<readonly Relation[]> {
  const all = db.selectFrom("relations").selectAll().orderBy("from_claim").orderBy("to_claim").orderBy("kind");
  if (ids === undefined) return (await all.execute()).map((row) => JSON.parse(row.body) as Relation);
  const found = new Map<string, Relation>();
  for (const some of chunks(ids)) {
    const touching = all.where((eb) => eb.or([eb("from_claim", "in", some), eb("to_claim", "in", some)]));
    for (const row of await touching.execute())
      found.set(`${row.from_claim} ${row.to_claim} ${row.kind}`, JSON.parse(row.body) as Relation);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relation]) => relation);
}
