// HXL: incidents as the humanitarian tables have them, hashtags on the second line, below the plain header. One row an
// incident; its first scene is its place. Low and high stand beside the best figure, under attributes of the same tag.

import { placeName } from "../wording/happening.ts";
import { country } from "./countries.ts";
import { coordinate, countryCode, scenes, toll } from "./field-rules.ts";
import { csv, type Row } from "./table.ts";
import { events, outletsOf, type Told } from "./told.ts";

const TAGS: readonly (readonly [column: string, tag: string])[] = [
  ["id", "#event+id"],
  ["date_start", "#date+start"],
  ["date_end", "#date+end"],
  ["event_type", "#event+type"],
  ["sub_event_type", "#event+type+sub"],
  ["actor1", "#group+name+first"],
  ["actor2", "#group+name+second"],
  ["country", "#country+name"],
  ["iso3", "#country+code"],
  ["admin1", "#adm1+name"],
  ["admin2", "#adm2+name"],
  ["location", "#loc+name"],
  ["latitude", "#geo+lat"],
  ["longitude", "#geo+lon"],
  ["fatalities", "#affected+killed"],
  ["fatalities_low", "#affected+killed+min"],
  ["fatalities_high", "#affected+killed+max"],
  ["injured", "#affected+injured"],
  ["status", "#status"],
  ["source", "#meta+source"],
  ["notes", "#description"],
];

export function hxlRows(told: Told): readonly Row[] {
  return events(told).map((i): Row => {
    const place = scenes(i)[0];
    const containers = place ? [...place.within].reverse().slice(place.kind === "country" ? 0 : 1) : [];
    const admin = place?.kind === "province" || place?.kind === "district" ? [...containers, place.name] : containers;
    const killed = toll(i, told, "killed");
    const has = (measure: string): boolean => i.figures.some((f) => f.measure === measure);
    return {
      id: i.id,
      date_start: i.time?.start,
      date_end: i.time?.end,
      event_type: i.acled.type,
      sub_event_type: i.acled.sub_type,
      actor1: i.actors[0]?.name,
      actor2: i.targets[0]?.name,
      country: place ? (place.kind === "country" ? place.name : place.within.at(-1)) : null,
      iso3: country(countryCode(place))?.iso3,
      admin1: admin[0],
      admin2: admin[1],
      location: place ? placeName(place) : null,
      latitude: coordinate(place?.lat ?? null),
      longitude: coordinate(place?.lon ?? null),
      // Nothing told is left empty: it is not the same as none killed.
      fatalities: has("killed") ? killed.best : null,
      fatalities_low: has("killed") ? killed.low : null,
      fatalities_high: has("killed") ? killed.high : null,
      injured: has("injured") ? toll(i, told, "injured").best : null,
      status: i.status,
      source: outletsOf(i, told).join("; "),
      notes: i.summary,
    };
  });
}

export const hxl = (told: Told): string =>
  csv(
    TAGS.map(([column]) => column),
    hxlRows(told),
    [TAGS.map(([, tag]) => tag)],
  );
