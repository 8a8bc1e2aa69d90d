// Holds the ledger against itself: the file is sound, every original is the bytes that its hash names, every quote still
// stands in its document, every judgement rests on claims that are there. Reports; mends nothing.
import { sql } from "kysely";
import { type Claim, type Incident, type Note, type Run, type Sha256, type Span, sha256 } from "../model/index.ts";
import type { Database } from "./database.ts";
import { idOf } from "./decide.ts";
import { claimOf, claimRow, decisionOf, documentOf, incidentRow, noteOf, readingOf } from "./rows.ts";
import { slotsOf } from "./slots.ts";

export interface Fault {
  /** The id of what is wrong, or the table. */
  readonly where: string;
  readonly message: string;
}
export interface Verified {
  readonly checked: {
    readonly originals: number;
    readonly documents: number;
    readonly claims: number;
    readonly slots: number;
    readonly incidents: number;
    readonly relations: number;
    readonly holdings: number;
    readonly orders: number;
    readonly decisions: number;
  };
  readonly faults: readonly Fault[];
}

type Say = (where: string, message: string) => void;
// Bytes and texts are read a few at a time, so that a large ledger is verified in little memory.
const AT_ONCE = 50;

async function checkFile(db: Database, say: Say): Promise<void> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  for (const { integrity_check: said } of integrity.rows) if (said !== "ok") say("file", said);
  const keys = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db);
  for (const k of keys.rows) say(k.table, `row ${k.rowid} refers to a row of ${k.parent} that is not there`);
  for (const index of ["documents_search", "claims_search"])
    try {
      await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('integrity-check', 1)`.execute(db);
    } catch (error) {
      say(index, `the full-text index does not fit its words: ${(error as Error).message}`);
    }
}

async function checkOriginals(db: Database, say: Say): Promise<Map<string, number>> {
  const lengths = new Map<string, number>();
  for (let last = ""; ; ) {
    const rows = await db
      .selectFrom("originals")
      .selectAll()
      .where("sha256", ">", last)
      .orderBy("sha256")
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      lengths.set(row.sha256, row.bytes.byteLength);
      if (sha256(row.bytes) !== (row.sha256 as Sha256)) say(row.sha256, "the bytes are not those that were received");
      if (row.length !== row.bytes.byteLength) say(row.sha256, `${row.bytes.byteLength} bytes, not ${row.length}`);
    }
    const end = rows.at(-1);
    if (!end) return lengths;
    last = end.sha256;
  }
}

function checkMap(where: string, map: readonly Run[], text: number, bytes: number, say: Say): void {
  let after = 0;
  for (const { text: t, bytes: b } of map) {
    if (t[0] < after || t[1] < t[0] || t[1] > text)
      say(where, `map: ${t[0]}-${t[1]} lies outside the text or its order`);
    if (b[0] < 0 || b[1] < b[0] || b[1] > bytes) say(where, `map: ${b[0]}-${b[1]} lies outside the bytes`);
    after = t[1];
  }
}

function checkClaim(claim: Claim, text: string, say: Say): number {
  if (text.slice(claim.start, claim.end) !== claim.quote) say(claim.id, "the quote does not stand in its document");
  const slots = slotsOf(claim);
  for (const { slot, at } of slots)
    for (const [start, end] of at as readonly Span[])
      if (start < 0 || end < start || end > text.length)
        say(claim.id, `${slot}: ${start}-${end} lies outside the text`);
  return slots.length;
}

/** Whether a row holds what is derived from its body; what was set aside since is not in the body. */
const SINCE = new Set(["withdrawn", "ended", "successor"]);
const fits = (row: object, made: object): boolean =>
  Object.entries(made).every(([name, value]) => SINCE.has(name) || (row as Record<string, unknown>)[name] === value);

async function notesOfReading(db: Database, { id, version }: { id: string; version: number }): Promise<Note[]> {
  const notes = db.selectFrom("notes").selectAll().where("document", "=", id).where("version", "=", version);
  return (await notes.where("stage", "=", "read").orderBy("position").execute()).map(noteOf);
}

async function checkDocuments(db: Database, lengths: ReadonlyMap<string, number>, say: Say) {
  const counts = { documents: 0, claims: 0, slots: 0 };
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom("documents")
      .selectAll()
      .where("row", ">", last)
      .orderBy("row")
      .limit(AT_ONCE)
      .execute();
    for (const d of rows) {
      const where = `${d.id} version ${d.version}`;
      counts.documents++;
      if (d.length !== d.text.length) say(where, `the text is ${d.text.length} long, not ${d.length}`);
      if (readingOf(documentOf(d, await notesOfReading(db, d))) !== d.reading)
        say(where, "its text, map, date or name is not as it was read");
      checkMap(where, JSON.parse(d.map) as Run[], d.text.length, lengths.get(d.sha256) ?? 0, say);
      const claims = await db
        .selectFrom("claims")
        .selectAll()
        .where("document", "=", d.id)
        .where("version", "=", d.version)
        .execute();
      for (const row of claims) {
        const claim = claimOf(row);
        counts.claims++;
        counts.slots += checkClaim(claim, d.text, say);
        if (!fits(row, claimRow(claim, row.row, row.recorded)))
          say(row.id, "the claim and its row say different things");
      }
    }
    const end = rows.at(-1);
    if (!end) return counts;
    last = end.row;
  }
}

async function checkJudged(db: Database, say: Say) {
  // Any claim ever recorded will do: what came in since the last judgement may have set some aside.
  const all = new Set((await db.selectFrom("claims").select("id").execute()).map((r) => r.id));
  const check = (where: string, claims: readonly string[]): void => {
    for (const c of claims) if (!all.has(c)) say(where, `rests on ${c}, which is not there`);
  };
  const incidents = await db.selectFrom("incidents").selectAll().execute();
  for (const row of incidents) {
    const incident = JSON.parse(row.body) as Incident;
    check(row.id, incident.claims);
    if (!fits(row, incidentRow(incident, row.body))) say(row.id, "the incident and its row say different things");
  }
  const heads = await db.selectFrom("incident_claims").select(["incident", "claim"]).execute();
  const ids = new Set(incidents.map((i) => i.id));
  for (const h of heads) {
    if (!ids.has(h.incident)) say(h.incident, `heads ${h.claim}, but is not there`);
    check(h.incident, [h.claim]);
  }
  const relations = await db.selectFrom("relations").select(["from_claim", "to_claim", "kind"]).execute();
  for (const r of relations) check(`${r.from_claim} ${r.kind} ${r.to_claim}`, [r.from_claim, r.to_claim]);
  const counts = { incidents: incidents.length, relations: relations.length, holdings: 0, orders: 0 };
  for (const table of ["holdings", "orders"] as const) {
    const seen = new Set<string>();
    for (const row of await db.selectFrom(table).select(["id", "body"]).execute()) {
      check(row.id, (JSON.parse(row.body) as { claims: string[] }).claims);
      if (seen.has(row.id)) say(row.id, `two of the ${table} bear this id`);
      seen.add(row.id);
      counts[table]++;
    }
  }
  return counts;
}

/** A decision's id is a hash of all that it says. */
async function checkDecisions(db: Database, say: Say): Promise<number> {
  const decisions = (await db.selectFrom("decisions").selectAll().execute()).map(decisionOf);
  for (const d of decisions) if (idOf(d) !== d.id) say(d.id, "is not what was decided");
  return decisions.length;
}

/** A page of the file that cannot be read is a fault too, and no reason to leave the rest unread. */
async function attempt<T>(where: string, say: Say, otherwise: T, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_SQLITE_ERROR") throw error;
    say(where, `cannot be read: ${(error as Error).message}`);
    return otherwise;
  }
}

export async function verify(db: Database): Promise<Verified> {
  const faults: Fault[] = [];
  const say: Say = (where, message) => faults.push({ where, message });
  await attempt("file", say, undefined, () => checkFile(db, say));
  const lengths = await attempt("originals", say, new Map<string, number>(), () => checkOriginals(db, say));
  const noDocuments = { documents: 0, claims: 0, slots: 0 };
  const documents = await attempt("documents", say, noDocuments, () => checkDocuments(db, lengths, say));
  const noneJudged = { incidents: 0, relations: 0, holdings: 0, orders: 0 };
  const judged = await attempt("incidents", say, noneJudged, () => checkJudged(db, say));
  const decisions = await attempt("decisions", say, 0, () => checkDecisions(db, say));
  return { checked: { originals: lengths.size, ...documents, ...judged, decisions }, faults };
}
