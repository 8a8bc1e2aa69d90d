// The ledger as it was known, or as it was recorded, by an earlier day: the documents, claims and decisions of then, put
// into a database in memory and judged anew. So every question is answered by one implementation, whatever the day.
import { sql } from "kysely";
import type { Judge } from "../model/index.ts";
import { cameBy } from "./clock.ts";
import { type Database, openDatabase } from "./database.ts";
import { fileClaims } from "./file-claims.ts";
import { judgeAllWithin } from "./judging.ts";
import { chunks, claimOf } from "./rows.ts";
import type { AsOf } from "./view.ts";

interface Chosen {
  readonly row: number;
  readonly id: string;
  readonly version: number;
}

/** The newest version of each document that was there by then; an undated one counts from its retrieval. */
async function chosenDocuments(db: Database, as: AsOf): Promise<readonly Chosen[]> {
  const heads = await db
    .selectFrom("documents")
    .select(["row", "id", "version", "published", "retrieved", "recorded"])
    .orderBy("id")
    .orderBy("version")
    .execute();
  const newest = new Map<string, Chosen>();
  for (const d of heads) {
    if (as.recorded_by !== undefined && !cameBy(d.recorded, as.recorded_by)) continue;
    if (as.known_by !== undefined && !cameBy(d.published ?? d.retrieved ?? d.recorded, as.known_by)) continue;
    newest.set(d.id, d);
  }
  return [...newest.values()];
}

/** A version's claims as last coded by then; that a newer version has set them aside does not count here. */
async function claimsThen(db: Database, d: Chosen, as: AsOf) {
  const rows = await db
    .selectFrom("claims")
    .select(["body", "recorded", "withdrawn", "ended"])
    .where("document", "=", d.id)
    .where("version", "=", d.version)
    .orderBy("row")
    .execute();
  const by = as.recorded_by;
  return rows
    .filter((c) => by === undefined || cameBy(c.recorded, by))
    .filter((c) => c.ended !== "coding" || (by !== undefined && c.withdrawn !== null && !cameBy(c.withdrawn, by)))
    .map((c) => ({ claim: claimOf(c), recorded: c.recorded }));
}

async function copyDocuments(whole: Database, then: Database, as: AsOf): Promise<void> {
  for (const d of await chosenDocuments(whole, as)) {
    const { row: _row, ...kept } = await whole
      .selectFrom("documents")
      .selectAll()
      .where("row", "=", d.row)
      .executeTakeFirstOrThrow();
    await then
      .insertInto("documents")
      .values({ ...kept, latest: 1, copies: "[]" })
      .execute();
    const notes = whole.selectFrom("notes").selectAll().where("document", "=", d.id).where("version", "=", d.version);
    for (const some of chunks(await notes.execute())) await then.insertInto("notes").values(some).execute();
    const byInstant = new Map<string, Awaited<ReturnType<typeof claimsThen>>[number]["claim"][]>();
    for (const { claim, recorded } of await claimsThen(whole, d, as))
      byInstant.set(recorded, [...(byInstant.get(recorded) ?? []), claim]);
    for (const [recorded, claims] of byInstant) await fileClaims(then, claims, kept.outlet, recorded);
  }
  await sql`insert into documents_search (rowid, title, text) select row, title, text from documents`.execute(then);
}

/** The ids given out, so that a link means the same by every clock; only where the claims that they head are there. */
async function copyIds(whole: Database, then: Database): Promise<void> {
  const log = await whole.selectFrom("incident_log").selectAll().orderBy("position").execute();
  for (const some of chunks(log)) await then.insertInto("incident_log").values(some).execute();
  const there = new Set((await then.selectFrom("claims").select("id").execute()).map((r) => r.id));
  const heads = (await whole.selectFrom("incident_claims").selectAll().execute()).filter((h) => there.has(h.claim));
  for (const some of chunks(heads)) await then.insertInto("incident_claims").values(some).execute();
  for (const some of chunks([...new Set(heads.map((h) => h.incident))])) {
    const incidents = await whole.selectFrom("incidents").selectAll().where("id", "in", some).execute();
    if (incidents.length > 0) await then.insertInto("incidents").values(incidents).execute();
  }
  const rejected = (await whole.selectFrom("rejected").selectAll().execute()).filter((r) => there.has(r.claim));
  for (const some of chunks(rejected)) await then.insertInto("rejected").values(some).execute();
  const orders = await whole.selectFrom("orders").selectAll().execute();
  const kept = orders.filter((o) => (JSON.parse(o.body) as { claims: string[] }).claims.some((c) => there.has(c)));
  for (const some of chunks(kept)) await then.insertInto("orders").values(some).execute();
}

async function copyDecisions(whole: Database, then: Database, as: AsOf): Promise<void> {
  const decisions = await whole.selectFrom("decisions").selectAll().orderBy("position").execute();
  const by = as.recorded_by;
  for (const some of chunks(decisions.filter((d) => by === undefined || cameBy(d.recorded, by))))
    await then.insertInto("decisions").values(some).execute();
}

/** A database in memory, judged. What it holds is the caller's to close. */
export async function asOf(whole: Database, as: AsOf, judge: Judge): Promise<Database> {
  const then = openDatabase(":memory:");
  // The originals stay where they are, and with them what their hashes refer to.
  await sql`pragma foreign_keys = off`.execute(then);
  await then.transaction().execute(async (tx) => {
    await copyDocuments(whole, tx, as);
    await copyDecisions(whole, tx, as);
    await copyIds(whole, tx);
    await judgeAllWithin(tx, judge, "");
  });
  return then;
}
