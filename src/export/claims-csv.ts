// Every claim as one line of CSV: who says, in which document and words, what happened when, where, by whom. The most
// that a flat table can hold of a claim; the whole of it is in `dateline claims --format ndjson`.
import { coordinate } from "./field-rules.ts";
import { csv, type Row } from "./table.ts";
import type { Told } from "./told.ts";

const COLUMNS = [
  "id",
  "incident",
  "document",
  "outlet",
  "published",
  "event",
  "event_type",
  "sub_event_type",
  "stance",
  "hedge",
  "background",
  "from",
  "to",
  "grain",
  "place",
  "place_id",
  "latitude",
  "longitude",
  "precision",
  "actors",
  "targets",
  "sources",
  "figures",
  "quote",
  "start",
  "end",
  "coder",
  "codebook",
];

export function claimsCsv(told: Told): string {
  const incidentOf = new Map(told.incidents.flatMap((i) => i.claims.map((c) => [c as string, i.id as string])));
  const names = (list: readonly { readonly name: string }[]): string => list.map((x) => x.name).join("; ");
  const rows = [...told.claims.values()]
    .sort((a, b) =>
      a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start || (a.id < b.id ? -1 : 1),
    )
    .map((c): Row => {
      const document = told.documents.get(c.document);
      const place = c.places.find((p) => p.role === "at") ?? c.places[0];
      return {
        id: c.id,
        incident: incidentOf.get(c.id),
        document: c.document,
        outlet: document?.outlet,
        published: document?.published,
        event: c.event,
        event_type: c.acled?.type,
        sub_event_type: c.acled?.sub_type,
        stance: c.stance,
        hedge: c.hedge,
        background: c.background,
        from: c.time?.start,
        to: c.time?.end,
        grain: c.time?.grain,
        place: place?.name,
        place_id: place?.id,
        latitude: coordinate(place?.lat ?? null),
        longitude: coordinate(place?.lon ?? null),
        precision: place?.precision,
        actors: names(c.actors),
        targets: names(c.targets),
        sources: names(c.sources),
        figures: c.figures
          .map((f) => `${f.measure} ${f.min}${f.max === null ? "+" : f.max === f.min ? "" : `-${f.max}`} ${f.group}`)
          .join("; "),
        quote: c.quote,
        start: c.start,
        end: c.end,
        coder: c.coder,
        codebook: c.codebook,
      };
    });
  return csv(COLUMNS, rows);
}
