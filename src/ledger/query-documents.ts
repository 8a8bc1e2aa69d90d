// Documents as the view gives them: lists without the text, single ones whole, and the bytes as received.
import type { Document } from "../model/index.ts";
import { ofDocuments } from "./conditions.ts";
import { after, page } from "./cursor.ts";
import type { Database } from "./database.ts";
import { documentHead, documentOf } from "./rows.ts";
import { notesByDocument } from "./told.ts";
import type { DocumentRow, Filter, Page } from "./view.ts";
import { type Names, wanted } from "./wanted.ts";

/** From here on it is quicker to read the notes of all documents than of those named. */
const MANY = 1000;

/** The newest version of each, in order of publication, undated last. Without `limit`, all of them. */
export async function documents(db: Database, filter: Filter, names?: Names): Promise<Page<DocumentRow>> {
  const w = await wanted(db, filter, names);
  const found = db.selectFrom("documents").where((eb) => ofDocuments(eb, w));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  let rows = found
    .select(["row", "id", "version", "latest", "sha256", "file", "outlet", "outlet_plain", "title", "url", "lang"])
    .select([
      "published",
      "published_basis",
      "retrieved",
      "parts",
      "credits",
      "copies",
      "reading",
      "stamp",
      "recorded",
      "length",
    ])
    .select((eb) => [
      "sort",
      eb
        .selectFrom("claims")
        .select((c) => c.fn.countAll<number>().as("n"))
        .whereRef("claims.document", "=", "documents.id")
        .whereRef("claims.version", "=", "documents.version")
        .where("withdrawn", "is", null)
        .as("claims"),
    ])
    .orderBy("sort");
  if (filter.cursor !== undefined) rows = rows.where("sort", ">", after("documents", filter.cursor));
  if (filter.limit !== undefined) rows = rows.limit(filter.limit + 1);
  const got = await rows.execute();
  const notes = await notesByDocument(db, got.length <= MANY ? got.map((row) => row.id) : undefined);
  return page("documents", got, filter.limit, total, (row) => ({
    ...documentHead(row, notes(row)),
    recorded: row.recorded,
    length: row.length,
    claims: row.claims ?? 0,
  }));
}

/** The newest version, or the one asked for; null when there is none. */
export async function document(db: Database, id: string, version?: number): Promise<Document | null> {
  let found = db.selectFrom("documents").selectAll().where("id", "=", id);
  found = version === undefined ? found.where("latest", "=", 1) : found.where("version", "=", version);
  const row = await found.executeTakeFirst();
  if (!row) return null;
  return documentOf(row, (await notesByDocument(db, [row.id]))(row));
}

/** The bytes as received of a version; null when there is none. */
export async function original(db: Database, id: string, version: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("documents as d")
    .innerJoin("originals as o", "o.sha256", "d.sha256")
    .select("o.bytes")
    .where("d.id", "=", id)
    .where("d.version", "=", version)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
