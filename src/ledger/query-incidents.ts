// Incidents as the view gives them, and the disputes among their accounts. In order of time; undated ones last.
import type { Claim, Incident } from "../model/index.ts";
import { ofIncidents } from "./conditions.ts";
import { after, page } from "./cursor.ts";
import type { Database } from "./database.ts";
import { leadIncident } from "./lead-on.ts";
import { claimsById } from "./query-claims.ts";
import { chunks } from "./rows.ts";
import type { DisputeRow, Filter, Page } from "./view.ts";
import { type Names, wanted } from "./wanted.ts";

const incidentOf = (row: { body: string }): Incident => JSON.parse(row.body) as Incident;

/** Without `limit`, all of them. */
export async function incidents(db: Database, filter: Filter, names?: Names): Promise<Page<Incident>> {
  const w = await wanted(db, filter, names);
  const found = db.selectFrom("incidents").where((eb) => ofIncidents(eb, w));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  let rows = found.select(["body", "sort"]).orderBy("sort");
  if (filter.cursor !== undefined) rows = rows.where("sort", ">", after("incidents", filter.cursor));
  if (filter.limit !== undefined) rows = rows.limit(filter.limit + 1);
  return page("incidents", await rows.execute(), filter.limit, total, incidentOf);
}

/** What an id, however old, leads to now. */
export async function incident(db: Database, id: string): Promise<readonly Incident[]> {
  const found: Incident[] = [];
  for (const some of chunks(await leadIncident(db, id))) {
    const rows = await db.selectFrom("incidents").select("body").where("id", "in", some).orderBy("sort").execute();
    found.push(...rows.map(incidentOf));
  }
  return found;
}

/** Assertions on one side, denials on the other; for an incident that is denied without a word on any one slot. */
function byStance(claims: readonly Claim[]): DisputeRow["sides"] {
  const sides = [...new Set(claims.map((c) => c.stance))].sort();
  return sides.map((value) => ({ value, claims: claims.filter((c) => c.stance === value) }));
}

/** One row for each disputed slot of each incident that the filter lets through. */
export async function disputes(db: Database, filter: Filter, names?: Names): Promise<readonly DisputeRow[]> {
  const { limit: _limit, cursor: _cursor, ...rest } = filter;
  const found: DisputeRow[] = [];
  for (const one of (await incidents(db, rest, names)).rows) {
    const contested = one.status === "disputed" || one.status === "denied";
    if (one.disputes.length === 0 && !contested) continue;
    const claims = new Map((await claimsById(db, one.claims)).map((c) => [c.id, c]));
    for (const { slot, values } of one.disputes) {
      const sides = values.map((v) => ({ value: v.value, claims: v.claims.flatMap((id) => claims.get(id) ?? []) }));
      found.push({ incident: one, slot, sides });
    }
    if (contested && !one.disputes.some((d) => d.slot === "stance"))
      found.push({ incident: one, slot: "stance", sides: byStance([...claims.values()]) });
  }
  return found;
}
