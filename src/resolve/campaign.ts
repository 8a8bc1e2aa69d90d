// Campaigns: accounts of an offensive that name no particular place ('launched from the north-west', 'swept the country').
// They are one where the doers may be the same, the countries meet and the times do; a town's battle is none of this.
import { addDays, type Day, daysBetween, meets } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import { widthOf } from "./locus.ts";

/** No place where it happened, or whither it went, is narrower than a region of a country. */
export const isCampaign = (a: Account): boolean =>
  a.family.campaign > 0 && a.claim.places.every((p) => p.role === "from" || widthOf(p) >= 5);

const countries = (a: Account): Set<string> =>
  new Set(a.claim.places.flatMap((p) => (p.kind === "country" && p.id !== null ? [p.id] : p.within_ids.slice(-1))));

function timesMeet(a: Account, b: Account): boolean {
  const most = a.family.campaign;
  if (a.time && b.time) return meets(a.time, b.time);
  const [x, y] = [a.published, b.published];
  if (!a.time && !b.time) return x !== null && y !== null && Math.abs(daysBetween(x, y)) <= most;
  const begun: Day = (a.time ?? b.time)!.start;
  const published = a.time ? y : x;
  return published !== null && begun <= published && published <= addDays(begun, most);
}

/** Whether the two are accounts of one campaign. */
export function oneCampaign(a: Account, b: Account, actors: Actors): boolean {
  if (!isCampaign(a) || !isCampaign(b) || a.family.id !== b.family.id || a.layer !== b.layer) return false;
  if (a.claim.background !== b.claim.background || !timesMeet(a, b)) return false;
  const [x, y] = [countries(a), countries(b)];
  const together = [...x].some((c) => y.has(c));
  if (x.size > 0 && y.size > 0 && !together) return false;
  const who = actors.compare(a.actors, b.actors);
  // Who it was may be left open where it is one country's war; never where the words name another side.
  return who === "agree" || who === "kin" || (together && (who === "unknown" || who === "open"));
}
