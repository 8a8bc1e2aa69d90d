// The export formats by name: what `dateline export` offers and the reference lists.
import { acled } from "./acled.ts";
import { claimsCsv } from "./claims-csv.ts";
import { geojson } from "./geojson.ts";
import { holdingsGeojson } from "./holdings-geojson.ts";
import { hxl } from "./hxl.ts";
import { jsonld } from "./jsonld.ts";
import { timemap } from "./timemap.ts";
import type { Told } from "./told.ts";
import { ucdp } from "./ucdp.ts";

export interface ExportFormat {
  readonly name: string;
  readonly help: string;
  readonly media: string;
  write(told: Told): string;
}

export const FORMATS: readonly ExportFormat[] = [
  {
    name: "acled",
    help: "ACLED's 31 columns, one row an incident, day and place, its components collapsed",
    media: "text/csv",
    write: acled,
  },
  { name: "ucdp", help: "UCDP GED's 49 columns, incidents with at least one death", media: "text/csv", write: ucdp },
  { name: "hxl", help: "incidents with HXL hashtags on the second line", media: "text/csv", write: hxl },
  { name: "geojson", help: "incidents and holdings as features", media: "application/geo+json", write: geojson },
  {
    name: "holdings",
    help: "who holds what as features, with state and basis",
    media: "application/geo+json",
    write: holdingsGeojson,
  },
  { name: "timemap", help: "TimeMap's events, sources and associations", media: "application/json", write: timemap },
  { name: "csv", help: "every claim, one line each", media: "text/csv", write: claimsCsv },
  { name: "jsonld", help: "schema.org Events with their articles", media: "application/ld+json", write: jsonld },
];
