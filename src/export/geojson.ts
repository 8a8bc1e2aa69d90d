// GeoJSON (RFC 7946): incidents as points, one feature for each place, and holdings as features of kind 'holding'. A
// place without coordinates keeps its feature, with a null geometry, so that nothing is lost on the way to a map.
import type { Incident } from "../model/index.ts";
import { coordinate, fatalities } from "./field-rules.ts";
import { byTime, outletsOf, type Told } from "./told.ts";

interface Feature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: { readonly type: "Point"; readonly coordinates: readonly [lon: number, lat: number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

const point = (lat: number | null, lon: number | null): Feature["geometry"] =>
  lat === null || lon === null ? null : { type: "Point", coordinates: [coordinate(lon)!, coordinate(lat)!] };

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
  const holdings = told.holdings.map(
    (h): Feature => ({
      type: "Feature",
      id: h.id,
      geometry: point(h.place.lat, h.place.lon),
      properties: {
        kind: "holding",
        place: h.place.name,
        place_id: h.place.id,
        holder: h.holder.name,
        holder_id: h.holder.id,
        from: h.from,
        to: h.to,
        state: h.state,
        basis: h.basis,
        accounts: h.accounts,
        precision: h.place.kind === "province" || h.place.kind === "region" ? "region" : "exact",
      },
    }),
  );
  const features = [...incidents.flatMap((i) => incidentFeatures(i, told)), ...holdings];
  return `${JSON.stringify({ type: "FeatureCollection", features }, null, 2)}\n`;
}
