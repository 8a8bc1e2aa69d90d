// A map layer of who holds what: every holding a GeoJSON feature with its state, basis and span. Which day's they are is for
// the caller; a place without coordinates keeps its feature, with a null geometry.
import type { Holding } from "../model/index.ts";
import { coordinate } from "./field-rules.ts";
import type { Told } from "./told.ts";

export interface Feature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: { readonly type: "Point"; readonly coordinates: readonly [lon: number, lat: number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export const point = (lat: number | null, lon: number | null): Feature["geometry"] =>
  lat === null || lon === null ? null : { type: "Point", coordinates: [coordinate(lon)!, coordinate(lat)!] };

export const collection = (features: readonly Feature[]): string =>
  `${JSON.stringify({ type: "FeatureCollection", features }, null, 2)}\n`;

export const holdingFeature = (h: Holding): Feature => ({
  type: "Feature",
  id: h.id,
  geometry: point(h.place.lat, h.place.lon),
  properties: {
    kind: "holding",
    place: h.place.name,
    place_id: h.place.id,
    holder: h.holder.name,
    holder_id: h.holder.id,
    before: h.before?.name ?? null,
    from: h.from,
    to: h.to,
    state: h.state,
    basis: h.basis,
    accounts: h.accounts,
    claims: h.claims,
    precision: h.place.kind === "province" || h.place.kind === "region" ? "region" : "exact",
  },
});

export const holdingsGeojson = (told: Told): string => collection(told.holdings.map(holdingFeature));
