// Full-text search over documents (title and text, newest version) and claims (quote and names), best first. Says where
// in the document's text the words stand, so that a page can go there.
import { sql } from "kysely";
import type { DocumentId } from "../model/index.ts";
import type { Database } from "./database.ts";
import { shortened } from "./versions.ts";
import type { Hit } from "./view.ts";
import { matchOf } from "./words.ts";

const USUAL = 50;
const BEFORE = 60;
const LONG = 180;
// Characters that no text holds: the index marks its hits with them, and they give the offsets.
const OPEN = "\ue000";
const CLOSE = "\ue001";

interface Found {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly rank: number;
}

/** The first hit in marked text, in offsets of the text without the marks; null when only the title holds the words. */
function firstHit(marked: string): { start: number; end: number } | null {
  const start = marked.indexOf(OPEN);
  return start < 0 ? null : { start, end: marked.indexOf(CLOSE, start) - OPEN.length };
}

/** Some words before and after a hit, on one line. */
function around(text: string, start: number): string {
  const from = start <= BEFORE ? 0 : text.lastIndexOf(" ", start - BEFORE) + 1;
  const cut = shortened(text.slice(from, from + LONG + 60), LONG);
  return from > 0 ? `…${cut}` : cut;
}

async function inDocuments(db: Database, match: string, limit: number): Promise<(Hit & Found)[]> {
  const rows = await sql<Found & { text: string; marked: string }>`
    select d.id, d.id as document, d.title, d.text, documents_search.rank as rank,
      highlight(documents_search, 1, ${OPEN}, ${CLOSE}) as marked
    from documents_search join documents d on d.row = documents_search.rowid
    where documents_search match ${match} and d.latest = 1 order by rank, d.id limit ${limit}`.execute(db);
  return rows.rows.map(({ text, marked, ...row }) => {
    // A text that holds the marks itself cannot be told from its hits: then the document's beginning is shown.
    const at = (text.includes(OPEN) ? null : firstHit(marked)) ?? { start: 0, end: 0 };
    return { ...row, kind: "document", document: row.document as DocumentId, ...at, snippet: around(text, at.start) };
  });
}

async function inClaims(db: Database, match: string, limit: number): Promise<(Hit & Found)[]> {
  const rows = await sql<Found & { start: number; end: number; quote: string }>`
    select c.id, c.document, d.title, c.start, c.end, c.quote, claims_search.rank as rank
    from claims_search join claims c on c.row = claims_search.rowid
      left join documents d on d.id = c.document and d.version = c.version
    where claims_search match ${match} and c.withdrawn is null order by rank, c.sort limit ${limit}`.execute(db);
  return rows.rows.map(({ quote, ...row }) => {
    return { ...row, kind: "claim", document: row.document as DocumentId, snippet: shortened(quote, LONG) };
  });
}

/** Documents first, then claims: the two indexes rank by their own measure. At most `limit` (50) of both together. */
export async function search(db: Database, q: string, limit = USUAL): Promise<readonly Hit[]> {
  const match = matchOf(q);
  if (match === null) return [];
  const documents = await inDocuments(db, match, limit);
  const claims = await inClaims(db, match, limit);
  // Where both are many, each has its half, so that a common word in documents does not hide every claim.
  const half = Math.max(limit - claims.length, Math.ceil(limit / 2));
  const shown = documents.slice(0, half);
  return [...shown, ...claims.slice(0, limit - shown.length)].map(({ rank: _rank, ...hit }) => hit);
}
