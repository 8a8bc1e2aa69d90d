// Airwars' grades, by their published definitions as the codebook words them: how well it is sourced that a belligerent did
// harm, and whether one has owned up to it. Says nothing about who is right; each grade names the claims that decide it.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { ClaimId, Dispute, Grade } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { distinct } from "./names.ts";
import type { Standing, Voice } from "./status.ts";

export interface Graded {
  readonly grade: Grade;
  readonly reason: string;
  readonly claims: readonly ClaimId[];
}

/** The speaker tells it as the deed of its own side: 'our forces shelled the town'. */
function ownsUp({ claim, origin, party }: Voice, actors: Actors): boolean {
  if (claim.stance !== "asserted" || party !== "actors" || origin === null) return false;
  const who = actors.who(claim.actors);
  const side = actors.sideOf(origin.id);
  return (
    who.ids.has(origin.id) ||
    who.names.has(origin.id) ||
    (side !== null && who.sides.has(side)) ||
    claim.actors.some((p) => p.id === null && /^our\b/i.test(p.text))
  );
}

/** Those killed were combatants by every account of a group, the doer's own word aside; null where that is not so. */
function onlyCombatants(voices: readonly Voice[], groups: ReadonlySet<string>): ClaimId[] | null {
  const counting = voices.filter((v) => v.claim.stance === "asserted" && v.party !== "actors");
  const killed = counting.flatMap((v) => v.claim.figures.filter((f) => f.measure === "killed"));
  if (killed.length === 0 || !killed.every((f) => groups.has(f.group))) return null;
  return counting.filter((v) => v.claim.figures.some((f) => f.measure === "killed")).map((v) => v.claim.id);
}

export function grade(
  family: string,
  standing: Standing,
  voices: readonly Voice[],
  disputes: readonly Dispute[],
  actors: Actors,
  { grades }: Pick<JudgementRules, "grades">,
): Graded {
  const named = (grade: Grade, claims: readonly ClaimId[]): Graded => ({
    grade,
    reason: `${grade}: ${grades.means[grade]}`,
    claims: distinct(claims),
  });
  const harms = grades.harm.includes(family);
  if (standing.status === "denied") return named("discounted", standing.claims);
  const fighters = harms ? onlyCombatants(voices, new Set(grades.combatants)) : null;
  if (fighters) return named("discounted", fighters);
  const owners = voices.filter((v) => ownsUp(v, actors));
  const owning = distinct(owners.map((v) => actors.sideOf(v.origin!.id) ?? v.origin!.id));
  if (owning.length === 1)
    return named(
      "confirmed",
      owners.map((v) => v.claim.id),
    );
  const doers = disputes.filter((d) => d.slot === "actors").flatMap((d) => d.values.flatMap((v) => v.claims));
  if (owning.length > 1 || doers.length > 0) return named("contested", [...owners.map((v) => v.claim.id), ...doers]);
  const doer = voices.filter((v) => v.claim.stance !== "denied" && v.claim.actors.length > 0);
  if (!standing.several || (harms && doer.length === 0)) return named("weak", standing.first);
  return named("fair", [...standing.first, ...(harms ? [doer[0]!.claim.id] : [])]);
}
