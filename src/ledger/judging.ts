// Has the judge judge anew what the ledger holds, and stores the outcome with the log of what it changes, in one
// transaction. How to judge is handed in; this file knows only what to do with the answer.
import type { Incident, IncidentChange, Judge, Judgement } from "../model/index.ts";
import type { Database } from "./database.ts";
import { keyOf } from "./plain.ts";
import { revision } from "./revision.ts";
import { chunks, incidentRow } from "./rows.ts";
import { told } from "./told.ts";
import { type Logged, logVersion, versionOf } from "./versions.ts";

export interface Rejudged {
  /** The ledger's version afterwards; the same as before when nothing changed. */
  readonly version: number;
  readonly changed: boolean;
  readonly incidents: number;
}

const TRIES = 3;

const intoOf = (change: IncidentChange): string => JSON.stringify(change.into);

/** What became of every id: as the judge says, and for ids that it does not speak of, what can be seen. */
function whatBecame(old: ReadonlyMap<string, unknown>, judgement: Judgement): IncidentChange[] {
  const now = new Set<string>(judgement.incidents.map((i) => i.id));
  const spoken = new Set<string>(judgement.changes.map((c) => c.id));
  const minted = judgement.incidents.filter((i) => !old.has(i.id) && !spoken.has(i.id));
  const gone = [...old.keys()].filter((id) => !now.has(id) && !spoken.has(id)) as Incident["id"][];
  return [
    ...judgement.changes,
    ...minted.map((i): IncidentChange => ({ id: i.id, change: "minted", into: [] })),
    ...gone.map((id): IncidentChange => ({ id, change: "withdrawn", into: [] })),
  ];
}

async function storeIncidents(db: Database, changed: readonly Incident[], gone: readonly string[]): Promise<void> {
  for (const some of chunks([...gone, ...changed.map((i) => i.id as string)])) {
    await db.deleteFrom("incidents").where("id", "in", some).execute();
    for (const table of ["incident_claims", "incident_places", "incident_actors"] as const)
      await db.deleteFrom(table).where("incident", "in", some).execute();
  }
  for (const some of chunks(changed)) {
    await db
      .insertInto("incidents")
      .values(some.map((i) => incidentRow(i, JSON.stringify(i))))
      .execute();
    const claims = some.flatMap((i) => [...new Set(i.claims)].map((claim) => ({ incident: i.id as string, claim })));
    const keyed = (list: (i: Incident) => readonly { id: string | null; name: string }[]) =>
      some.flatMap((i) =>
        [...new Set(list(i).map((x) => keyOf(x.id, x.name)))].map((key) => ({ incident: i.id, key })),
      );
    for (const rows of chunks(claims)) await db.insertInto("incident_claims").values(rows).execute();
    for (const rows of chunks(keyed((i) => i.places))) await db.insertInto("incident_places").values(rows).execute();
    for (const rows of chunks(keyed((i) => [...i.actors, ...i.targets])))
      await db.insertInto("incident_actors").values(rows).execute();
  }
}

/** Replaces a judged table when it differs at all; it has no identity to keep. Returns whether it differed. */
async function storeList<T extends { id: string }>(
  db: Database,
  table: "holdings" | "orders",
  list: readonly T[],
): Promise<boolean> {
  const bodies = list.map((x) => JSON.stringify(x));
  const old = await db.selectFrom(table).select("body").orderBy("position").execute();
  if (old.length === bodies.length && old.every((row, i) => row.body === bodies[i])) return false;
  await db.deleteFrom(table).execute();
  for (const some of chunks([...list.entries()]))
    await db
      .insertInto(table)
      .values(some.map(([position, x]) => ({ position, id: x.id, body: bodies[position]! })))
      .execute();
  return true;
}

async function storeRelations(db: Database, relations: Judgement["relations"]): Promise<boolean> {
  const bodies = relations.map((r) => JSON.stringify(r));
  const old = await db.selectFrom("relations").select("body").orderBy("position").execute();
  if (old.length === bodies.length && old.every((row, i) => row.body === bodies[i])) return false;
  await db.deleteFrom("relations").execute();
  const rows = relations.map((r, position) => {
    const { from: from_claim, to: to_claim, kind } = r;
    return { position, from_claim: from_claim as string, to_claim: to_claim as string, kind, body: bodies[position]! };
  });
  for (const some of chunks(rows)) await db.insertInto("relations").values(some).execute();
  return true;
}

async function storeCopies(db: Database, copies: Judgement["copies"]): Promise<boolean> {
  const now = new Map<string, string>(copies.map((c) => [c.document, JSON.stringify(c.of)]));
  const old = await db.selectFrom("documents").select(["id", "copies"]).where("latest", "=", 1).execute();
  const differing = old.filter((d) => d.copies !== (now.get(d.id) ?? "[]"));
  for (const d of differing)
    await db
      .updateTable("documents")
      .set({ copies: now.get(d.id) ?? "[]" })
      .where("id", "=", d.id)
      .where("latest", "=", 1)
      .execute();
  return differing.length > 0;
}

async function store(db: Database, judgement: Judgement, at: string): Promise<Rejudged> {
  const rows = await db.selectFrom("incidents").select(["id", "body"]).execute();
  const old = new Map(rows.map((row) => [row.id, row.body]));
  const changed = judgement.incidents.filter((i) => old.get(i.id) !== JSON.stringify(i));
  const now = new Map<string, Incident>(judgement.incidents.map((i) => [i.id, i]));
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const became = whatBecame(old, judgement);
  await storeIncidents(db, changed, gone);
  const others = [
    await storeRelations(db, judgement.relations),
    await storeList(db, "holdings", judgement.holdings),
    await storeList(db, "orders", judgement.orders),
    await storeCopies(db, judgement.copies),
  ].includes(true);
  if (changed.length + gone.length === 0 && !others && !(await awaitsJudgement(db)))
    return { version: await versionOf(db), changed: false, incidents: now.size };

  const saidOf = (id: string): string =>
    now.get(id)?.summary ?? (JSON.parse(old.get(id) ?? "{}") as Incident).summary ?? "";
  const log: Logged[] = became.map((c) => ({ ...c, kind: "incident", summary: saidOf(c.id) }));
  const spoken = new Set<string>(became.map((c) => c.id));
  for (const i of changed) {
    const before = old.get(i.id);
    const how = before && !spoken.has(i.id) ? revision(JSON.parse(before), i) : null;
    if (how) log.push({ kind: "incident", id: i.id, change: "revised", summary: `${i.summary} [${how}]` });
  }
  const version = await logVersion(db, "judge", at, log);
  for (const some of chunks(became))
    await db
      .insertInto("incident_log")
      .values(some.map((c) => ({ version, at, id: c.id as string, change: c.change, into: intoOf(c) })))
      .execute();
  return { version, changed: true, incidents: now.size };
}

/** Told and judged within the caller's transaction. */
export const judgeWithin = async (db: Database, judge: Judge, at: string): Promise<Rejudged> =>
  store(db, judge(await told(db)), at);

/**
 * Judging can take long, and whoever holds the write lock keeps other writers waiting: so it is done without it, and
 * done over when the ledger moved on meanwhile; the last time under the lock, so that it comes to an end.
 */
export async function rejudge(db: Database, judge: Judge, now: () => string): Promise<Rejudged> {
  for (let i = 1; i < TRIES; i++) {
    const before = await versionOf(db);
    const judgement = judge(await told(db));
    const stored = await db
      .transaction()
      .execute(async (tx) => ((await versionOf(tx)) === before ? await store(tx, judgement, now()) : null));
    if (stored) return stored;
  }
  return await db.transaction().execute((tx) => judgeWithin(tx, judge, now()));
}

/** Whether documents, claims or decisions came in since the last judgement (after an ingest that was cut short). */
export async function awaitsJudgement(db: Database): Promise<boolean> {
  const judged = await versionOf(db, "judge");
  return judged < Math.max(await versionOf(db, "record"), await versionOf(db, "decide"));
}
