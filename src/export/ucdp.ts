// UCDP GED's 49 columns: incidents of organised violence with at least one death, components of one happening collapsed
// (collapse.ts). `source_original` is the one who is
// said to know, which is what the claim's chain begins with. Ids of UCDP's own registers are left empty, not invented.
import { yearOf } from "../model/index.ts";
import { placeName } from "../wording/happening.ts";
import { collapsed, type Slot, typeOf } from "./collapse.ts";
import { country } from "./countries.ts";
import {
  coordinate,
  countryCode,
  datePrecision,
  inter,
  levels,
  scenes,
  speakers,
  type Toll,
  toll,
  wherePrecision,
} from "./field-rules.ts";
import { parties } from "./sides.ts";
import { csv, type Row } from "./table.ts";
import { claimsOf, type Eventful, events, outletsOf, type Told } from "./told.ts";

export const UCDP_COLUMNS =
  `id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
  dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
  source_article source_office source_date source_headline source_original where_prec where_coordinates
  where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
  date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob`.split(
    /\s+/,
  );

const VIOLENT = ["Battles", "Explosions/Remote violence", "Violence against civilians"];

/** 1 state-based, 2 non-state, 3 one-sided; null where the actors are not known well enough to say. */
function violence(type: string, two: ReturnType<typeof parties>, told: Told, home: string | null): number | null {
  const [armed, targets] = two.map((side) => side.map((p) => inter(p.name, told.actor(p.id), home)));
  if (type === "Violence against civilians") return 3;
  if (targets!.length > 0 && targets!.every((c) => c === 7)) return 3;
  const all = [...armed!, ...targets!];
  if (all.some((c) => c === 1 || c === 8)) return 1;
  return armed!.length > 0 && all.every((c) => c !== null) ? 2 : null;
}

/** PRIO-GRID's half-degree cells, counted from 1 at the south-western corner, 720 to a row. */
const prioGrid = (lat: number, lon: number): number =>
  Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2) + 1;

interface UcdpSlot extends Slot {
  readonly range: Toll;
}

/** One slot an incident: its first day and its first place. */
function slotOf(incident: Eventful, told: Told): UcdpSlot | null {
  const place = scenes(incident)[0];
  if (!incident.time || !place || datePrecision(incident.time.start, incident.time.end) === null) return null;
  return { incident, day: incident.time.start, place, range: toll(incident, told, "killed") };
}

function rowOf(slots: readonly UcdpSlot[], told: Told): Row | null {
  const { incident, place } = slots[0]!;
  const members = slots.map((s) => s.incident);
  const { type } = typeOf(members, told.collapse);
  // What the parts tell of the dead are mostly the same dead: the fullest account counts, and nobody twice.
  const { low, best, high, civilians } = slots.reduce((most, s) => (s.range.best > most.range.best ? s : most)).range;
  if (Math.max(best, high) < 1 || !VIOLENT.includes(type)) return null;
  const time = {
    start: slots[0]!.day,
    end: members
      .map((m) => m.time!.end)
      .sort()
      .at(-1)!,
  };
  const precision = datePrecision(time.start, time.end);
  const iso = country(countryCode(place));
  const [lat, lon] = [coordinate(place.lat), coordinate(place.lon)];
  const two = parties(members, told);
  const [sideA, sideB] = two.map((side) => side[0]?.name ?? "");
  const documents = [...new Set(members.flatMap((m) => m.documents))]
    .map((d) => told.documents.get(d))
    .filter((d) => d !== undefined);
  const admin = levels(place, told.placeKind);
  const claims = members.flatMap((m) => claimsOf(m, told));
  return {
    id: incident.id,
    relid: `${iso?.iso3 ?? "XXX"}-${yearOf(time.start)}-${incident.id}`,
    year: yearOf(time.start),
    code_status: incident.status === "disputed" ? "Check dispute" : "Clear",
    type_of_violence: violence(type, two, told, iso?.iso2 ?? null),
    dyad_name: sideA && sideB ? `${sideA} - ${sideB}` : "",
    side_a: sideA,
    side_b: sideB,
    number_of_sources:
      members.length > 1 ? new Set(members.flatMap((m) => m.origins)).size : incident.independent_sources,
    source_article: documents
      .map((d) => [d.outlet ?? d.file, d.published?.slice(0, 10) ?? "undated", d.title].filter(Boolean).join(", "))
      .join("; "),
    source_office: [...new Set(members.flatMap((m) => outletsOf(m, told)))].join("; "),
    source_date:
      documents
        .map((d) => d.published?.slice(0, 10) ?? "")
        .filter(Boolean)
        .sort()[0] ?? "",
    source_headline: documents[0]?.title ?? "",
    source_original: speakers(claims).join("; "),
    where_prec: wherePrecision(place),
    where_coordinates: placeName(place),
    where_description: [...new Set(members.flatMap((m) => m.places.map((p) => p.name)))].join(", "),
    adm_1: admin[0],
    adm_2: admin[1],
    latitude: lat,
    longitude: lon,
    geom_wkt: lat !== null && lon !== null ? `POINT (${lon} ${lat})` : "",
    priogrid_gid: lat !== null && lon !== null ? prioGrid(lat, lon) : null,
    country: place.kind === "country" ? place.name : (place.within.at(-1) ?? ""),
    region: iso?.region ?? "",
    event_clarity: (precision ?? 9) <= 2 && scenes(incident).length === 1 ? 1 : 2,
    date_prec: precision,
    date_start: time.start,
    date_end: time.end,
    // Accounts seldom say whose fighters died, and never guessing leaves them among the unknown.
    deaths_a: 0,
    deaths_b: 0,
    deaths_civilians: civilians,
    deaths_unknown: best - civilians,
    best,
    high,
    low,
  };
}

export const ucdpRows = (told: Told): readonly Row[] =>
  collapsed(
    events(told)
      .map((i) => slotOf(i, told))
      .filter((s) => s !== null),
    told,
  )
    .map((slots) => rowOf(slots, told))
    .filter((r) => r !== null);

export const ucdp = (told: Told): string => csv(UCDP_COLUMNS, ucdpRows(told));
