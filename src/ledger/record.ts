// Adds a document with what was coded from it, whole or not at all. Nothing that was recorded is overwritten: changed
// bytes are a new version, a new coding sets the old claims aside. What the claims amount to is judged elsewhere.
import { sql } from "kysely";
import {
  type Claim,
  type Document,
  type DocumentId,
  type Note,
  type Sha256,
  sha256,
  UserError,
} from "../model/index.ts";
import type { Database } from "./database.ts";
import { fileClaims } from "./file-claims.ts";
import { chunks, claimOf, documentRow, noteRows, readingOf } from "./rows.ts";
import { successors } from "./successors.ts";
import type { ClaimTable } from "./tables.ts";
import { markUnjudged } from "./unjudged.ts";
import { type Logged, logVersion, shortened } from "./versions.ts";

export interface Recorded {
  readonly outcome: "new" | "unchanged" | "revised" | "recoded";
  readonly version: number;
}

/** What the ledger has of a document; null when nothing. */
export async function seen(
  db: Database,
  id: DocumentId,
): Promise<{ version: number; sha256: Sha256; stamp: string } | null> {
  const found = await db
    .selectFrom("documents")
    .select(["version", "sha256", "stamp"])
    .where("id", "=", id)
    .where("latest", "=", 1)
    .executeTakeFirst();
  return found ? { version: found.version, sha256: found.sha256 as Sha256, stamp: found.stamp } : null;
}

/** Which version this reading of a document is, or would be: the newest when nothing changed, else the next. */
export async function versionFor(db: Database, document: Document): Promise<number> {
  const newest = await db
    .selectFrom("documents")
    .select(["version", "reading"])
    .where("id", "=", document.id)
    .where("latest", "=", 1)
    .executeTakeFirst();
  if (!newest) return 1;
  return newest.reading === readingOf(document) ? newest.version : newest.version + 1;
}

const liveClaims = async (db: Database, document: DocumentId): Promise<Claim[]> =>
  (
    await db
      .selectFrom("claims")
      .select("body")
      .where("document", "=", document)
      .where("withdrawn", "is", null)
      .orderBy("sort")
      .execute()
  ).map(claimOf);

async function addDocument(db: Database, document: Document, bytes: Uint8Array, at: string, stamp: string) {
  await db
    .insertInto("originals")
    .values({ sha256: document.sha256, length: bytes.byteLength, bytes })
    .onConflict((c) => c.doNothing())
    .execute();
  await db.updateTable("documents").set({ latest: 0 }).where("id", "=", document.id).where("latest", "=", 1).execute();
  await db
    .insertInto("documents")
    .values(documentRow(document, at, stamp))
    .execute();
  await sql`insert into documents_search (rowid, title, text)
    select row, title, text from documents where id = ${document.id} and version = ${document.version}`.execute(db);
  for (const some of chunks(noteRows(document, "read", document.notes)))
    await db.insertInto("notes").values(some).execute();
}

async function replaceNotes(db: Database, document: Document, notes: readonly Note[]): Promise<void> {
  await db
    .deleteFrom("notes")
    .where("document", "=", document.id)
    .where("version", "=", document.version)
    .where("stage", "=", "code")
    .execute();
  for (const some of chunks(noteRows(document, "code", notes))) await db.insertInto("notes").values(some).execute();
}

// A coding that differs only in the stamp of coder and codebook says nothing new.
const said = (c: Claim): string =>
  JSON.stringify({ ...c, id: "", version: 0, coder: "", codebook: "", start: 0, end: 0 });

/** Sets old claims aside, files new ones, and says what of it is news. */
async function replaceClaims(
  db: Database,
  document: Document,
  claims: readonly Claim[],
  ended: NonNullable<ClaimTable["ended"]>,
  at: string,
): Promise<{ changed: boolean; log: Logged[] }> {
  const old = await liveClaims(db, document.id);
  const bodies = new Map(old.map((c) => [c.id, JSON.stringify(c)]));
  const added = claims.filter((c) => bodies.get(c.id) !== JSON.stringify(c));
  const same = new Set(claims.filter((c) => bodies.get(c.id) === JSON.stringify(c)).map((c) => c.id));
  const gone = old.filter((c) => !same.has(c.id));
  const next = successors(gone, added);
  for (const c of gone)
    await db
      .updateTable("claims")
      .set({ withdrawn: at, ended, successor: next.get(c.id) ?? null })
      .where("id", "=", c.id)
      .where("withdrawn", "is", null)
      .execute();
  await fileClaims(db, added, document.outlet, at);
  await markUnjudged(
    db,
    "claim",
    [...gone, ...added].map((c) => c.id),
  );

  const byId = new Map(added.map((c) => [c.id, c]));
  const followers = new Set([...next.values()].filter((id) => id !== null));
  const log: Logged[] = [];
  for (const c of gone) {
    const follower = byId.get(next.get(c.id) ?? ("" as Claim["id"]));
    if (!follower) log.push({ kind: "claim", id: c.id, change: "withdrawn", summary: shortened(c.quote) });
    else if (said(follower) !== said(c))
      log.push({ kind: "claim", id: follower.id, change: "revised", summary: shortened(follower.quote) });
  }
  for (const c of added)
    if (!followers.has(c.id)) log.push({ kind: "claim", id: c.id, change: "new", summary: shortened(c.quote) });
  return { changed: gone.length + added.length > 0, log };
}

function checkWhole(document: Document, bytes: Uint8Array, claims: readonly Claim[]): void {
  if (sha256(bytes) !== document.sha256) throw new Error(`${document.id}: the hash is not that of the bytes`);
  const ids = new Set<string>();
  for (const c of claims) {
    if (c.document !== document.id || c.version !== document.version)
      throw new Error(
        `${c.id} is of ${c.document} version ${c.version}, not of ${document.id} version ${document.version}`,
      );
    if (document.text.slice(c.start, c.end) !== c.quote) throw new Error(`${c.id}: the quote is not in ${document.id}`);
    if (ids.has(c.id)) throw new Error(`${document.id}: two claims are ${c.id}`);
    ids.add(c.id);
  }
}

/**
 * One transaction. `stamp` names what read and coded it (opaque here; kept for `seen`).
 * Same id and reading: `unchanged`, or `recoded` when the claims differ. Same id, another reading: `revised`.
 * @throws Error when claims do not fit the document; UserError when another program recorded the id in between
 */
export async function record(
  db: Database,
  document: Document,
  bytes: Uint8Array,
  claims: readonly Claim[],
  notes: readonly Note[],
  at: string,
  stamp: string,
): Promise<Recorded> {
  checkWhole(document, bytes, claims);
  return await db.transaction().execute(async (tx) => {
    const newest = await seen(tx, document.id);
    const version = await versionFor(tx, document);
    if (version !== document.version)
      throw new UserError(`${document.file}: version ${document.version} of ${document.id} was recorded meanwhile`, {
        hint: "run it again",
        exit: 1,
        status: 409,
      });
    const stays = newest?.version === version;
    if (!stays) {
      await addDocument(tx, document, bytes, at, stamp);
      await markUnjudged(tx, "document", [document.id]);
    }
    const { changed, log } = await replaceClaims(tx, document, claims, stays ? "coding" : "version", at);
    await replaceNotes(tx, document, notes);
    if (stays && newest.stamp !== stamp)
      await tx.updateTable("documents").set({ stamp }).where("id", "=", document.id).where("latest", "=", 1).execute();
    const outcome = !newest ? "new" : !stays ? "revised" : changed ? "recoded" : "unchanged";
    if (outcome === "unchanged") return { outcome, version };
    const summary = shortened([document.outlet, document.title ?? document.file].filter(Boolean).join(": "));
    const change = outcome === "new" ? "new" : "revised";
    await logVersion(tx, "record", at, [
      ...(outcome === "recoded" ? [] : [{ kind: "document" as const, id: document.id, change, summary }]),
      ...log,
    ]);
    return { outcome, version };
  });
}
