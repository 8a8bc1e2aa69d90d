// The claims of a report of a shooting with all that tells of it as one: 'the shooting', 'he was taken to a hospital' and 'he
// died there' are one event, with its day, its place, its killed and its injured. Claims of another day stay apart.
import type { Codebook } from "../../codebook/load.ts";
import {
  addDays,
  type Claim,
  type ClaimPlace,
  type Day,
  daysBetween,
  type Figure,
  type Measure,
  type When,
} from "../../model/index.ts";
import type { ShootingDay } from "./day.ts";
import type { Toll } from "./toll.ts";

/** The day that a claim's own words give, unless it is one of the aftermath. */
function ownDay({ time }: Claim, afterwards: ReadonlySet<number>): When | null {
  if (!time || !/^(?:day|hour)$/.test(time.grain) || time.rule === "fresh-news" || time.rule === "told-before")
    return null;
  return time.at.some(([from]) => afterwards.has(from)) ? null : time;
}

/** Whether the claim is of a kind that one shooting is told as. */
export const isOfShooting = (c: Claim, { victims }: Codebook): boolean =>
  victims.story.oneEvent.has(c.event) && c.stance === "asserted";

/** Places that say where in a country: a town before a county, and a state last. */
const RANK: Readonly<Record<string, number>> = {
  neighbourhood: 1,
  village: 0,
  town: 0,
  city: 0,
  district: 2,
  province: 3,
  region: 3,
  country: 4,
};
const finest = (places: readonly ClaimPlace[]): number =>
  Math.min(9, ...places.map((p) => (p.id === null ? 5 : (RANK[p.kind ?? ""] ?? 2))));

/** The place that most of the claims of one event give, finest first; the report's own town where they give no town. */
function placesOf(claims: readonly Claim[], town: readonly ClaimPlace[]): readonly ClaimPlace[] {
  const told = claims.filter((c) => c.places.length > 0);
  const named = (c: Claim): number =>
    told.filter((o) => o.places.some((p) => p.id !== null && c.places.some((q) => q.id === p.id))).length;
  const best = told.toSorted(
    (a, b) => finest(a.places) - finest(b.places) || named(b) - named(a) || a.start - b.start,
  )[0];
  if (town.length > 0 && (!best || finest(best.places) > 0)) return town;
  return best?.places ?? town;
}

const counted = (measure: Measure, count: number | null, { text, at }: Toll["evidence"]["killed"]): Figure[] =>
  count === null
    ? []
    : [{ measure, min: count, max: count, group: "people", of: null, approx: false, text, at, rule: "told-in-all" }];

/** What the whole report tells of its shooting. */
export interface WholeTelling {
  readonly toll: Toll;
  readonly when: ShootingDay;
  readonly town: readonly ClaimPlace[];
  /** Where places stand that are no towns but streets called by their names. */
  readonly streets: ReadonlySet<number>;
}

export function asOneShooting(
  claims: readonly Claim[],
  { toll, when: { day: told, afterwards }, town, streets }: WholeTelling,
  published: Day | null,
  codebook: Codebook,
): Claim[] {
  const violent = claims.filter((c) => isOfShooting(c, codebook));
  const first = violent[0];
  if (!first) return [...claims];
  const dated = violent.find((c) => ownDay(c, afterwards));
  const day = told ?? (dated ? ownDay(dated, afterwards) : first.time);
  const same = violent.filter((c) => {
    const own = ownDay(c, afterwards);
    return !own || !day || Math.abs(daysBetween(own.start, day.start)) <= 1;
  });
  const lead = same.find((c) => c.event === "attack_on_civilians") ?? same[0] ?? first;
  const parts = lead.figures.filter((f) => f.measure !== "killed" && f.measure !== "injured");
  const one: Claim = {
    ...lead,
    time: day,
    background: day && published ? day.end < addDays(published, -30) : lead.background,
    places: placesOf(
      same.map((c) => ({ ...c, places: c.places.filter((p) => !p.at.some(([from]) => streets.has(from))) })),
      town,
    ),
    actors: same.find((c) => c.actors.length > 0)?.actors ?? [],
    targets: same.find((c) => c.targets.length > 0)?.targets ?? [],
    figures: [
      ...parts,
      ...counted("killed", toll.killed, toll.evidence.killed),
      ...counted("injured", toll.injured, toll.evidence.injured),
    ],
  };
  return claims.flatMap((c) => (c === lead ? [one] : same.includes(c) ? [] : [c]));
}
