// What the ledger newly says, no longer says, or says differently since a version or an instant, oldest first.
import { cameBy, checkedInstant, utcDay } from "./clock.ts";
import type { Database } from "./database.ts";
import type { Change } from "./view.ts";

const VERSION = /^\d{1,9}$/;

/**
 * since: a version's number (what came after it), or an ISO day or instant (what came then or later).
 * recorded_by: nothing later than that.
 * @throws UserError when `since` is neither
 */
export async function changes(db: Database, since: string, recorded_by?: string): Promise<readonly Change[]> {
  const all = db.selectFrom("changes").selectAll().orderBy("position");
  const after = VERSION.test(since)
    ? await all.where("version", ">", Number(since)).execute()
    : // Instants are stored in UTC, so that the day at their head can be asked of the index.
      (await all.where("at", ">=", utcDay(checkedInstant(since, "since"))).execute()).filter((row) =>
        cameBy(since, row.at),
      );
  return after
    .filter((row) => recorded_by === undefined || cameBy(row.at, recorded_by))
    .map((row) => ({
      version: row.version,
      at: row.at,
      kind: row.kind,
      id: row.id,
      change: row.change as Change["change"],
      into: JSON.parse(row.into) as string[],
      summary: row.summary,
    }));
}
