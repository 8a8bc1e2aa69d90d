// ACLED's table: one row for each incident, day and place, in its 31 columns. Fatalities are the lowest figure told,
// totals over days or places are split evenly; what is only known to a country is left out but for strategic events.
import type { Day } from "../model/index.ts";
import { yearOf } from "../model/index.ts";
import { full, longDay } from "../wording/english.ts";
import { placeName, sentence } from "../wording/happening.ts";
import { country } from "./countries.ts";
import {
  acledDays,
  coordinate,
  countryCode,
  geoPrecision,
  type IncidentPlace,
  inter,
  scenes,
  share,
  toll,
} from "./field-rules.ts";
import { csv, type Row } from "./table.ts";
import { claimsOf, type Eventful, events, outletsOf, type Told } from "./told.ts";
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

interface Side {
  readonly actor: string | null;
  readonly associated: string;
  readonly inter: number | null;
}

/** Actors in the order of the incident; a fight's second actor is its second side where no target is named. */
function sides(incident: Eventful, told: Told, home: string | null, countryName: string): readonly [Side, Side] {
  let [first, second] = [incident.actors.slice(), incident.targets.slice()];
  if (second.length === 0 && incident.event === "armed_clash" && first.length > 1) {
    second = first.slice(1);
    first = first.slice(0, 1);
  }
  const side = (parties: typeof first): Side => {
    const [head, ...rest] = parties;
    if (!head) return { actor: null, associated: "", inter: null };
    const code = inter(head.name, told.actor(head.id), home);
    const generic = code !== null && code >= 5 && code <= 7 && head.id === null;
    const kind = code === 7 ? "Civilians" : code === 6 ? "Protesters" : "Rioters";
    return {
      actor: generic ? `${kind} (${countryName})` : head.name,
      associated: rest.map((p) => p.name).join("; "),
      inter: code,
    };
  };
  const one = side(first);
  // ACLED's own name for armed actors that nobody names. Whoever bombs from the air is no armed group of that kind.
  const unnamed =
    one.actor === null &&
    disorder(incident.acled.type, incident.acled.sub_type) === "Political violence" &&
    !["Air/drone strike", "Chemical weapon"].includes(incident.acled.sub_type);
  return [
    unnamed ? { actor: `Unidentified Armed Group (${countryName})`, associated: "", inter: 3 } : one,
    side(second),
  ];
}

/** '12' for state forces against rebels, '10' for state forces alone: smaller code first, as order has no meaning. */
function interaction(a: number | null, b: number | null): string {
  const codes = [a, b].filter((c) => c !== null).sort((x, y) => x - y);
  return codes.length === 0 ? "" : codes.length === 1 ? `${codes[0]}0` : codes.join("");
}

function notes(
  incident: Eventful,
  told: Told,
  day: Day,
  precision: number,
  parts: number,
  range: ReturnType<typeof toll>,
): string {
  const voice = teller(incident, told.claims);
  const lines = [`${precision === 1 ? `On ${longDay(day)}` : `Around ${longDay(day)}`}: ${full(sentence(incident))}`];
  if (voice) {
    const outlet = told.documents.get(voice.document)?.outlet ?? voice.document;
    lines.push(full(`${outlet}: ${quoted(voice.quote)}`));
  }
  lines.push(standing(incident, told.claims));
  if (range.high > 0)
    lines.push(
      range.low === range.high
        ? `Fatalities as told by all accounts (${range.low}).`
        : `Fatalities coded as the lowest figure told; accounts span ${range.low} to ${range.high}.`,
    );
  if (parts > 1) lines.push(`Coded as ${parts} events; totals are split evenly among them.`);
  return lines.join(" ");
}

/** Admin levels from the gazetteer's containers: the country is the last, the province before it. */
function levels(place: IncidentPlace): readonly [string, string, string] {
  const containers = [...place.within].reverse().slice(place.kind === "country" ? 0 : 1);
  const own = place.kind === "province" || place.kind === "district" ? [...containers, place.name] : containers;
  return [own[0] ?? "", own[1] ?? "", own[2] ?? ""];
}

function rowsOf(incident: Eventful, told: Told): readonly Row[] {
  const days = acledDays(incident, told);
  const places = scenes(incident).filter((p) => geoPrecision(p) !== null || incident.acled.type === STRATEGIC);
  const slots = days.flatMap((d) => places.map((place) => ({ ...d, place })));
  const range = toll(incident, told, "killed");
  const updated = incident.documents
    .map((d) => told.documents.get(d)?.recorded ?? "")
    .sort()
    .at(-1);
  return slots.map(({ day, precision, place }, index): Row => {
    const iso = country(countryCode(place));
    const countryName = place.kind === "country" ? place.name : (place.within.at(-1) ?? "");
    const [one, two] = sides(incident, told, iso?.iso2 ?? null, countryName);
    const [admin1, admin2, admin3] = levels(place);
    const civilians =
      incident.acled.type === "Violence against civilians" || (two.inter === 7 && incident.targets.length === 1);
    return {
      event_id_cnty: `${iso?.iso3 ?? "XXX"}-${incident.id}${slots.length > 1 ? `-${index + 1}` : ""}`,
      event_date: day,
      year: yearOf(day),
      time_precision: precision,
      disorder_type: disorder(incident.acled.type, incident.acled.sub_type),
      event_type: incident.acled.type,
      sub_event_type: incident.acled.sub_type,
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
      source: outletsOf(incident, told).join("; "),
      source_scale: "",
      notes: notes(incident, told, day, precision, slots.length, range),
      fatalities: share(range.low, slots.length, index),
      tags: [
        `dateline ${incident.status}`,
        `grade ${incident.grade}`,
        `independent sources ${incident.independent_sources}`,
      ].join("; "),
      timestamp: updated ? Math.floor(Date.parse(updated) / 1000) : null,
    };
  });
}

export const acledRows = (told: Told): readonly Row[] =>
  events(told).flatMap((i) => (claimsOf(i, told).length > 0 ? rowsOf(i, told) : []));

export const acled = (told: Told): string => csv(ACLED_COLUMNS, acledRows(told));
