// Where old ids lead. An id that was given out is kept by those who cited it, so the ledger says what became of it:
// incidents are merged and split, claims are followed by those of a newer version.
import type { ClaimId, IncidentId } from "../model/index.ts";
import type { Database } from "./database.ts";
import { chunks } from "./rows.ts";

/** What an incident's id leads to now: itself, what it was merged or split into, or nothing. In order of id. */
export async function leadIncident(db: Database, id: string): Promise<readonly IncidentId[]> {
  const found = new Set<string>();
  const asked = new Set<string>();
  const visit = async (next: string): Promise<void> => {
    if (asked.has(next)) return;
    asked.add(next);
    const live = await db.selectFrom("incidents").select("id").where("id", "=", next).executeTakeFirst();
    if (live) {
      found.add(next);
      return;
    }
    const last = await db
      .selectFrom("incident_log")
      .select("into")
      .where("id", "=", next)
      .orderBy("position", "desc")
      .executeTakeFirst();
    for (const into of last ? (JSON.parse(last.into) as string[]) : []) await visit(into);
  };
  await visit(id);
  return [...found].sort() as IncidentId[];
}

/** Each claim's id with that of the live claim that says the same now, or null. */
export async function followed(db: Database, ids: Iterable<string>): Promise<ReadonlyMap<string, ClaimId | null>> {
  const found = new Map<string, ClaimId | null>();
  const asked = new Map<string, Set<string>>([...ids].map((id) => [id, new Set([id])]));
  let at = new Map<string, string>([...asked.keys()].map((id) => [id, id]));
  while (at.size > 0) {
    const live = new Set<string>();
    const next = new Map<string, string>();
    for (const some of chunks([...new Set(at.values())])) {
      const rows = await db
        .selectFrom("claims")
        .select(["id", "withdrawn", "successor"])
        .where("id", "in", some)
        .orderBy("row")
        .execute();
      for (const row of rows) {
        if (row.withdrawn === null) live.add(row.id);
        if (row.successor !== null) next.set(row.id, row.successor);
      }
    }
    const further = new Map<string, string>();
    for (const [id, now] of at) {
      const then = next.get(now);
      if (live.has(now)) found.set(id, now as ClaimId);
      else if (then === undefined || asked.get(id)!.has(then)) found.set(id, null);
      else {
        asked.get(id)!.add(then);
        further.set(id, then);
      }
    }
    at = further;
  }
  return found;
}
