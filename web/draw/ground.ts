// The ground of the map: the world's countries, from this server's own files. The coarse world comes first, the finer
// one when it has arrived.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import fine from "world-atlas/countries-50m.json?url";
import coarse from "world-atlas/countries-110m.json?url";

export interface Ground {
  readonly land: FeatureCollection<Geometry, { name: string }>;
  /** Lines between two countries, and coasts apart from them. */
  readonly borders: Geometry;
}

type World = Parameters<typeof mesh>[0] & { objects: { countries: Parameters<typeof feature>[1] } };

async function read(url: string): Promise<Ground> {
  const world = (await (await fetch(url)).json()) as World;
  const countries = world.objects.countries;
  const land = feature(world, countries) as unknown as Feature | FeatureCollection;
  return {
    land: land as FeatureCollection<Geometry, { name: string }>,
    borders: mesh(world, countries as Parameters<typeof mesh>[1], (a, b) => a !== b),
  };
}

let best: Ground | null = null;
let reading: Promise<void> | null = null;

/** The ground known so far, at once and again as a finer one arrives; on failure the map goes without ground. */
export function onGround(tell: (ground: Ground) => void): void {
  if (best) tell(best);
  reading ??= (async () => {
    best = await read(coarse);
  })();
  const finer = reading.then(async () => {
    if (best) tell(best);
    if (!fineRead) fineRead = read(fine);
    best = await fineRead;
    tell(best);
  });
  finer.catch(() => {});
}
let fineRead: Promise<Ground> | null = null;
