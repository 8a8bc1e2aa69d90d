// ACLED's table: one row for each incident, day and place, components of one happening collapsed (collapse.ts), in its 31
// columns. Fatalities are the lowest figure told, totals over days or places are split evenly; what is only known to a
// country is left out but for strategic events.
import { yearOf } from "../model/index.ts";
import { full, longDay } from "../wording/english.ts";
import { placeName, sentence } from "../wording/happening.ts";
import { collapsed, collapseNote, type Slot, typeOf } from "./collapse.ts";
import { country } from "./countries.ts";
import {
  acledDays,
  coordinate,
  countryCode,
  geoPrecision,
  levels,
  scenes,
  share,
  type Toll,
  toll,
} from "./field-rules.ts";
import { interaction, parties, sides } from "./sides.ts";
import { csv, type Row } from "./table.ts";
import { type Eventful, events, outletsOf, type Told } from "./told.ts";
import { quoted, standing, teller } from "./voices.ts";

export const ACLED_COLUMNS = [
  "event_id_cnty",
  "event_date",
  "year",
  "time_precision",
  "disorder_type",
  "event_type",
  "sub_event_type",
  "actor1",
  "assoc_actor_1",
  "inter1",
  "actor2",
  "assoc_actor_2",
  "inter2",
  "interaction",
  "civilian_targeting",
  "iso",
  "region",
  "country",
  "admin1",
  "admin2",
  "admin3",
  "location",
  "latitude",
  "longitude",
  "geo_precision",
  "source",
  "source_scale",
  "notes",
  "fatalities",
  "tags",
  "timestamp",
] as const;

const STRATEGIC = "Strategic developments";

function disorder(type: string, subType: string): string {
  if (type === STRATEGIC) return STRATEGIC;
  if (subType === "Excessive force against protesters") return "Political violence; Demonstrations";
  return type === "Protests" || subType === "Violent demonstration" ? "Demonstrations" : "Political violence";
}

interface AcledSlot extends Slot {
  readonly precision: 1 | 2 | 3;
  readonly parts: number;
  readonly fatalities: number;
  readonly range: Toll;
  readonly suffix: string;
}

function notes(slot: AcledSlot, members: readonly Eventful[], told: Told, toll: AcledSlot): string {
  const { incident, day, precision, parts } = slot;
  const voice = teller(incident, told.claims);
  const lines = [`${precision === 1 ? `On ${longDay(day)}` : `Around ${longDay(day)}`}: ${full(sentence(incident))}`];
  if (voice) {
    const outlet = told.documents.get(voice.document)?.outlet ?? voice.document;
    lines.push(full(`${outlet}: ${quoted(voice.quote)}`));
  }
  lines.push(standing(incident, told.claims));
  const { low, high } = toll.range;
  if (high > 0)
    lines.push(
      low === high
        ? `Fatalities as told by all accounts (${low}).`
        : `Fatalities coded as the lowest figure told; accounts span ${low} to ${high}.`,
    );
  if (members.length > 1) lines.push(collapseNote(members));
  if (parts > 1) lines.push(`Coded as ${parts} events; totals are split evenly among them.`);
  return lines.join(" ");
}

/** An incident's days and places, each to be a row. */
function slotsOf(incident: Eventful, told: Told): readonly AcledSlot[] {
  const places = scenes(incident).filter((p) => geoPrecision(p) !== null || incident.acled.type === STRATEGIC);
  const slots = acledDays(incident, told).flatMap((d) => places.map((place) => ({ ...d, place })));
  const range = toll(incident, told, "killed");
  const parts = slots.length;
  return slots.map((slot, index) => ({
    ...slot,
    incident,
    parts,
    range,
    fatalities: share(range.low, parts, index),
    suffix: parts > 1 ? `-${index + 1}` : "",
  }));
}

function rowOf(slots: readonly AcledSlot[], told: Told): Row {
  const lead = slots[0]!;
  const { incident, day } = lead;
  const members = slots.map((s) => s.incident);
  // The most precise of what is told of the one place.
  const place = slots.map((s) => s.place).sort((a, b) => (geoPrecision(a) ?? 4) - (geoPrecision(b) ?? 4))[0]!;
  // What the parts tell of the dead are mostly the same dead: the fullest account counts, and nobody twice.
  const dead = slots.reduce((most, s) => (s.fatalities > most.fatalities ? s : most));
  const { type, sub_type } = typeOf(members, told.collapse);
  const iso = country(countryCode(place));
  const countryName = place.kind === "country" ? place.name : (place.within.at(-1) ?? "");
  const standoff = parties(members, told);
  // Whoever bombs from the air is no armed group of the kind that ACLED calls unidentified.
  const unnamed =
    disorder(type, sub_type) === "Political violence" && !["Air/drone strike", "Chemical weapon"].includes(sub_type);
  const [one, two] = sides(standoff, told, iso?.iso2 ?? null, countryName, unnamed);
  const [admin1 = "", admin2 = "", admin3 = ""] = levels(place, told.placeKind);
  const civilians = type === "Violence against civilians" || (two.inter === 7 && standoff[1].length === 1);
  const updated = members
    .flatMap((m) => m.documents.map((d) => told.documents.get(d)?.recorded ?? ""))
    .sort()
    .at(-1);
  const origins = new Set(members.flatMap((m) => m.origins)).size;
  return {
    event_id_cnty: `${iso?.iso3 ?? "XXX"}-${incident.id}${lead.suffix}`,
    event_date: day,
    year: yearOf(day),
    time_precision: lead.precision,
    disorder_type: disorder(type, sub_type),
    event_type: type,
    sub_event_type: sub_type,
    actor1: one.actor,
    assoc_actor_1: one.associated,
    inter1: one.inter,
    actor2: two.actor,
    assoc_actor_2: two.associated,
    inter2: two.inter,
    interaction: interaction(one.inter, two.inter),
    civilian_targeting: civilians ? "Civilian targeting" : "",
    iso: iso?.numeric ?? null,
    region: iso?.region ?? "",
    country: countryName,
    admin1,
    admin2,
    admin3,
    location: placeName(place),
    latitude: coordinate(place.lat),
    longitude: coordinate(place.lon),
    geo_precision: geoPrecision(place) ?? 3,
    source: [...new Set(members.flatMap((m) => outletsOf(m, told)))].join("; "),
    source_scale: "",
    notes: notes(lead, members, told, dead),
    fatalities: dead.fatalities,
    tags: [
      `dateline ${incident.status}`,
      `grade ${incident.grade}`,
      `independent sources ${members.length > 1 ? origins : incident.independent_sources}`,
    ].join("; "),
    timestamp: updated ? Math.floor(Date.parse(updated) / 1000) : null,
  };
}

export const acledRows = (told: Told): readonly Row[] =>
  collapsed(
    events(told).flatMap((i) => slotsOf(i, told)),
    told,
  ).map((slots) => rowOf(slots, told));

export const acled = (told: Told): string => csv(ACLED_COLUMNS, acledRows(told));
