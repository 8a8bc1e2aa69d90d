// Where old ids lead. An id that was given out is kept by those who cited it, so the ledger says what became of it:
// incidents are merged and split, claims are followed by those of a newer version.
import type { ClaimId, IncidentId } from "../model/index.ts";
import type { Database } from "./database.ts";

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

/** A function from any claim's id to the live claim that says the same now, or null. */
export async function claimFollower(db: Database): Promise<(id: string) => ClaimId | null> {
  const rows = await db.selectFrom("claims").select(["id", "withdrawn", "successor"]).orderBy("row").execute();
  const live = new Set(rows.filter((r) => r.withdrawn === null).map((r) => r.id));
  const next = new Map(rows.filter((r) => r.successor !== null).map((r) => [r.id, r.successor as string]));
  return (id) => {
    const asked = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !asked.has(at); at = next.get(at)) {
      if (live.has(at)) return at as ClaimId;
      asked.add(at);
    }
    return null;
  };
}
