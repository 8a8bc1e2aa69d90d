// Has the judge judge anew what the ledger holds, and stores the outcome with the log of what it changes, in one
// transaction. How to judge is handed in; this file knows only what to do with the answer.
import type { Incident, IncidentChange, Judge, Judgement, PartJudged, Want } from "../model/index.ts";
import type { Database } from "./database.ts";
import { leadIncident } from "./lead-on.ts";
import { revision } from "./revision.ts";
import { chunks } from "./rows.ts";
import { fileSites, storeAll, storeIncidents, storePart } from "./store-judgement.ts";
import { Gathering } from "./surroundings.ts";
import { told } from "./told.ts";
import { changedSince, markUnjudged } from "./unjudged.ts";
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

/** The bodies of the incidents that the judgement can change: all, or those that a part replaces. */
async function formerIncidents(db: Database, judged: Judgement | PartJudged): Promise<Map<string, string>> {
  const all = db.selectFrom("incidents").select(["id", "body"]);
  if (!("replaced" in judged)) return new Map((await all.execute()).map((row) => [row.id, row.body]));
  const ids = [...new Set<string>([...judged.replaced.incidents, ...judged.incidents.map((i) => i.id)])];
  const rows = [];
  for (const some of chunks(ids)) rows.push(...(await all.where("id", "in", some).execute()));
  return new Map(rows.map((row) => [row.id, row.body]));
}

async function store(db: Database, judged: Judgement | PartJudged, at: string, stamp: string): Promise<Rejudged> {
  const old = await formerIncidents(db, judged);
  const changed = judged.incidents.filter((i) => old.get(i.id) !== JSON.stringify(i));
  const now = new Map<string, Incident>(judged.incidents.map((i) => [i.id, i]));
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const became = whatBecame(old, judged);
  await storeIncidents(db, changed, gone);
  await fileSites(db, [...new Set([...old.keys(), ...now.keys()])], judged.sites);
  const others = "replaced" in judged ? await storePart(db, judged) : await storeAll(db, judged);
  await db.deleteFrom("unjudged").execute();
  await db.deleteFrom("judged_by").execute();
  await db.insertInto("judged_by").values({ stamp }).execute();
  const count = async (): Promise<number> =>
    Number(
      (
        await db
          .selectFrom("incidents")
          .select((eb) => eb.fn.countAll().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );
  if (changed.length + gone.length === 0 && !others && !(await awaitsJudgement(db)))
    return { version: await versionOf(db), changed: false, incidents: await count() };

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
  await markLedOn(db, became);
  return { version, changed: true, incidents: await count() };
}

/** A decision on an incident that was merged or split just now is about what it leads to: that is judged once more. */
async function markLedOn(db: Database, became: readonly IncidentChange[]): Promise<void> {
  const led = new Set<string>(
    became.filter((c) => c.change === "merged" || c.change === "split").flatMap((c) => c.into),
  );
  if (led.size === 0) return;
  const decided = await db.selectFrom("decisions").select("target_id").where("target_kind", "=", "incident").execute();
  for (const { target_id } of decided) {
    const now = await leadIncident(db, target_id);
    if (now.length === 1 && now[0] !== target_id && led.has(now[0]!)) await markUnjudged(db, "incident", now);
  }
}

/** Where so large a share of the documents is new, judging all of them is less work than finding their neighbours. */
const MUCH = 0.2;

/** Whether older rules than these judged what the ledger says; a codebook of one's own is no other rule. */
export async function judgedByOthers(db: Database, { stamp }: Judge): Promise<boolean> {
  const by = await db.selectFrom("judged_by").select("stamp").executeTakeFirst();
  if (by) return by.stamp.split(" ")[0] !== stamp.split(" ")[0];
  // A ledger whose first ingest was cut short holds documents too, but knows that they were not judged.
  const some = await db.selectFrom("documents").select("id").limit(1).executeTakeFirst();
  return some !== undefined && !(await isUnjudged(db));
}

/** What is to be judged: nothing, a part, or everything. */
async function extent(db: Database, { stamp, part }: Judge): Promise<"nothing" | "part" | "all"> {
  const by = await db.selectFrom("judged_by").select("stamp").executeTakeFirst();
  if (by?.stamp !== stamp || !part) return "all";
  const rows = await db
    .selectFrom("unjudged")
    .select(["kind", (eb) => eb.fn.countAll().as("n")])
    .groupBy("kind")
    .execute();
  if (rows.length === 0) return (await awaitsJudgement(db)) ? "part" : "nothing";
  const fresh = Number(rows.find((r) => r.kind === "document")?.n ?? 0);
  const { n } = await db
    .selectFrom("documents")
    .select((eb) => eb.fn.countAll().as("n"))
    .where("latest", "=", 1)
    .executeTakeFirstOrThrow();
  return fresh > Number(n) * MUCH ? "all" : "part";
}

async function partJudged(db: Database, judge: Judge): Promise<PartJudged> {
  const gathering = new Gathering(db, await changedSince(db));
  await gathering.start();
  for (;;) {
    const outcome = judge.part!(await gathering.surroundings());
    if (!Array.isArray(outcome)) return outcome as PartJudged;
    await gathering.fetch(outcome as readonly Want[]);
  }
}

/** Everything is told and judged, within the caller's transaction. */
export const judgeAllWithin = async (db: Database, judge: Judge, at: string): Promise<Rejudged> =>
  store(db, judge.all(await told(db)), at, judge.stamp);

/** What has changed is judged, within the caller's transaction. */
export async function judgeWithin(db: Database, judge: Judge, at: string): Promise<Rejudged> {
  const what = await extent(db, judge);
  let done =
    what === "all"
      ? await judgeAllWithin(db, judge, at)
      : await store(db, await partJudged(db, judge), at, judge.stamp);
  for (let i = 1; i < TRIES && judge.part && (await isUnjudged(db)); i++)
    done = await store(db, await partJudged(db, judge), at, judge.stamp);
  return done;
}

const isUnjudged = async (db: Database): Promise<boolean> =>
  (await db.selectFrom("unjudged").select("id").limit(1).executeTakeFirst()) !== undefined;

/**
 * Judging can take long, and whoever holds the write lock keeps other writers waiting: so it is done without it, and
 * done over when the ledger moved on meanwhile; the last time under the lock, so that it comes to an end.
 */
export async function rejudge(db: Database, judge: Judge, now: () => string): Promise<Rejudged> {
  for (let i = 1; i < TRIES; i++) {
    const before = await versionOf(db);
    const what = await extent(db, judge);
    if (what === "nothing") {
      const { n } = await db
        .selectFrom("incidents")
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow();
      return { version: before, changed: false, incidents: Number(n) };
    }
    const judged = what === "all" ? judge.all(await told(db)) : await partJudged(db, judge);
    const stored = await db
      .transaction()
      .execute(async (tx) => ((await versionOf(tx)) === before ? await store(tx, judged, now(), judge.stamp) : null));
    if (!stored) continue;
    return judge.part && (await isUnjudged(db))
      ? await db.transaction().execute((tx) => judgeWithin(tx, judge, now()))
      : stored;
  }
  return await db.transaction().execute((tx) => judgeWithin(tx, judge, now()));
}

/** Whether documents, claims or decisions came in since the last judgement (after an ingest that was cut short). */
export async function awaitsJudgement(db: Database): Promise<boolean> {
  const judged = await versionOf(db, "judge");
  return judged < Math.max(await versionOf(db, "record"), await versionOf(db, "decide"));
}
