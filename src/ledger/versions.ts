// The ledger's own count: every transaction that changes something is one version, and the log says what it changed.
import type { Insertable } from "kysely";
import type { Database } from "./database.ts";
import { chunks } from "./rows.ts";
import type { ChangeTable, VersionTable } from "./tables.ts";

export type Logged = Pick<Insertable<ChangeTable>, "kind" | "id" | "change" | "summary"> & {
  readonly into?: readonly string[];
};

/** The number of the last version; 0 for an empty ledger. `cause` narrows it to versions of that cause. */
export async function versionOf(db: Database, cause?: VersionTable["cause"]): Promise<number> {
  let query = db.selectFrom("versions").select((eb) => eb.fn.max("version").as("version"));
  if (cause) query = query.where("cause", "=", cause);
  return (await query.executeTakeFirst())?.version ?? 0;
}

/** Opens the next version within a transaction and logs what it changes. Returns its number. */
export async function logVersion(
  db: Database,
  cause: VersionTable["cause"],
  at: string,
  changes: readonly Logged[],
): Promise<number> {
  const version = (await versionOf(db)) + 1;
  await db.insertInto("versions").values({ version, at, cause }).execute();
  for (const some of chunks(changes))
    await db
      .insertInto("changes")
      .values(some.map(({ into, ...c }) => ({ ...c, version, at, into: JSON.stringify(into ?? []) })))
      .execute();
  return version;
}

/** Text on one line, cut at a word. */
export function shortened(text: string, most = 120): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(" ") > most / 2 ? cut.lastIndexOf(" ") : most)}…`;
}
