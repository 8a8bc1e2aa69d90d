// GeoJSON (RFC 7946): incidents as points, one feature for each place, and holdings as features of kind 'holding'. A
// place without coordinates keeps its feature, with a null geometry, so that nothing is lost on the way to a map.
import type { Incident } from "../model/index.ts";
import { fatalities } from "./field-rules.ts";
import { collection, type Feature, holdingFeature, point } from "./holdings-geojson.ts";
import { byTime, outletsOf, type Told } from "./told.ts";

function incidentFeatures(i: Incident, told: Told): Feature[] {
  const properties = {
    kind: "incident",
    incident: i.id,
    event: i.event,
    event_type: i.acled?.type ?? null,
    sub_event_type: i.acled?.sub_type ?? null,
    status: i.status,
    grade: i.grade,
    independent_sources: i.independent_sources,
    from: i.time?.start ?? null,
    to: i.time?.end ?? null,
    grain: i.time?.grain ?? null,
    actors: i.actors.map((a) => a.name),
    targets: i.targets.map((a) => a.name),
    figures: i.figures.map(({ measure, group, low, best, high }) => ({ measure, group, low, best, high })),
    ...(fatalities(i, told) ?? { fatalities: null, fatalities_rule: null }),
    outlets: outletsOf(i, told),
    background: i.background,
    summary: i.summary,
  };
  if (i.places.length === 0)
    return [{ type: "Feature", id: i.id, geometry: null, properties: { ...properties, place: null, precision: null } }];
  return i.places.map((p, n) => ({
    type: "Feature",
    id: i.places.length > 1 ? `${i.id}-${n + 1}` : i.id,
    geometry: point(p.lat, p.lon),
    properties: {
      ...properties,
      place: p.name,
      place_id: p.id,
      role: p.role,
      precision: p.precision,
      within: p.within,
    },
  }));
}

export function geojson(told: Told): string {
  const incidents = [...told.incidents].filter((i) => !i.tally && i.status !== "denied").sort(byTime);
  return collection([...incidents.flatMap((i) => incidentFeatures(i, told)), ...told.holdings.map(holdingFeature)]);
}
