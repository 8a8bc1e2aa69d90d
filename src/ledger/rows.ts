// Between the model's nouns and the tables' rows, both ways. No queries here.
import type { Insertable, Selectable } from "kysely";
import {
  type Claim,
  type Decision,
  type Document,
  type Incident,
  type Note,
  type NoteKind,
  sha256,
  span,
} from "../model/index.ts";
import { plain } from "./plain.ts";
import type { ClaimTable, DecisionTable, DocumentTable, IncidentTable, NoteTable } from "./tables.ts";

export type DocumentRecord = Selectable<DocumentTable>;
export type NoteRecord = Selectable<NoteTable>;

// What has no date sorts behind everything that has one.
const UNDATED = "9999-99-99";
const place = (n: number): string => String(n).padStart(9, "0");

/** Everything that reading made of the bytes, as one hash: two readings that agree here are one version. */
export const readingOf = (d: Document): string =>
  sha256(
    JSON.stringify([
      d.sha256,
      d.text,
      d.map,
      d.parts,
      d.title,
      d.outlet,
      d.url,
      d.lang,
      d.published,
      d.published_basis,
      d.credits,
      d.notes,
    ]),
  );

export const documentRow = (d: Document, recorded: string, stamp: string): Insertable<DocumentTable> => ({
  id: d.id,
  version: d.version,
  latest: 1,
  sha256: d.sha256,
  file: d.file,
  outlet: d.outlet,
  outlet_plain: d.outlet === null ? null : plain(d.outlet),
  title: d.title,
  url: d.url,
  lang: d.lang,
  published: d.published,
  published_basis: d.published_basis,
  retrieved: d.retrieved,
  text: d.text,
  length: d.text.length,
  parts: JSON.stringify(d.parts),
  map: JSON.stringify(d.map),
  credits: JSON.stringify(d.credits),
  copies: "[]",
  reading: readingOf(d),
  stamp,
  recorded,
  sort: `${d.published ?? UNDATED} ${d.id}`,
});

export const noteRows = (d: Document, stage: NoteTable["stage"], notes: readonly Note[]): Insertable<NoteTable>[] =>
  notes.map((n, position) => ({
    document: d.id,
    version: d.version,
    stage,
    position,
    kind: n.kind,
    message: n.message,
    start: n.at?.[0] ?? null,
    end: n.at?.[1] ?? null,
  }));

export const noteOf = (row: NoteRecord): Note => ({
  kind: row.kind as NoteKind,
  message: row.message,
  at: row.start === null || row.end === null ? null : span(row.start, row.end),
});

/** All of a document but its text and map. */
export const documentHead = (
  row: Omit<DocumentRecord, "text" | "map">,
  notes: readonly Note[],
): Omit<Document, "text" | "map"> => ({
  id: row.id as Document["id"],
  version: row.version,
  file: row.file,
  outlet: row.outlet,
  title: row.title,
  url: row.url,
  lang: row.lang,
  published: row.published,
  published_basis: row.published_basis,
  retrieved: row.retrieved,
  sha256: row.sha256 as Document["sha256"],
  parts: JSON.parse(row.parts),
  credits: JSON.parse(row.credits),
  copies_of: JSON.parse(row.copies),
  notes,
});

export const documentOf = (row: DocumentRecord, notes: readonly Note[]): Document => ({
  ...documentHead(row, notes),
  text: row.text,
  map: JSON.parse(row.map),
});

const namesIn = (c: Claim): string => {
  const met = [...c.places, ...c.actors, ...c.targets, ...c.sources].flatMap((x) => [x.name, x.text]);
  return [...new Set(met)].join(" · ");
};

export const claimRow = (c: Claim, row: number, recorded: string): Insertable<ClaimTable> => ({
  row,
  id: c.id,
  document: c.document,
  version: c.version,
  event: c.event,
  stance: c.stance,
  background: c.background ? 1 : 0,
  start: c.start,
  end: c.end,
  time_start: c.time?.start ?? null,
  time_end: c.time?.end ?? null,
  quote: c.quote,
  names: namesIn(c),
  body: JSON.stringify(c),
  recorded,
  withdrawn: null,
  ended: null,
  successor: null,
  sort: `${c.document}\u0001${place(c.start)}${place(c.end)}${c.id}`,
});

export const claimOf = (row: { body: string }): Claim => JSON.parse(row.body) as Claim;

export const incidentRow = (i: Incident, body: string): Insertable<IncidentTable> => ({
  id: i.id,
  event: i.event,
  status: i.status,
  tally: i.tally ? 1 : 0,
  background: i.background ? 1 : 0,
  time_start: i.time?.start ?? null,
  time_end: i.time?.end ?? null,
  body,
  sort: `${i.time?.start ?? UNDATED} ${i.time?.end ?? UNDATED} ${i.id}`,
});

export const decisionRow = (d: Decision, recorded: string): Insertable<DecisionTable> => ({
  id: d.id,
  by: d.by,
  at: d.at,
  target_kind: d.target.kind,
  target_id: d.target.id,
  slot: d.slot,
  op: d.op,
  value: JSON.stringify(d.value ?? null),
  reason: d.reason,
  recorded,
});

export const decisionOf = (row: Selectable<DecisionTable>): Decision => ({
  id: row.id as Decision["id"],
  by: row.by,
  at: row.at,
  target: { kind: row.target_kind as Decision["target"]["kind"], id: row.target_id },
  slot: row.slot,
  op: row.op as Decision["op"],
  value: JSON.parse(row.value),
  reason: row.reason,
});

/** Lists cut so that no statement binds more values than SQLite takes. */
export function* chunks<T>(list: readonly T[], size = 200): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
