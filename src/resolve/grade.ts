// Airwars' grades, by their published definitions as the codebook words them: how well an incident is sourced and whether
// somebody has owned up to it. Says nothing about who is right.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Dispute, Grade } from "../model/index.ts";
import type { Standing } from "./status.ts";

/** `owned`: a party on the doers' side asserts it. */
export function grade(
  standing: Standing,
  owned: boolean,
  disputes: readonly Dispute[],
  rules: Pick<JudgementRules, "grades">,
): { grade: Grade; reason: string } {
  const named = (grade: Grade): { grade: Grade; reason: string } => ({
    grade,
    reason: `${grade}: ${rules.grades[grade]}`,
  });
  if (standing.status === "denied") return named("discounted");
  if (standing.status === "disputed" || disputes.some((d) => d.slot === "actors")) return named("contested");
  if (owned) return named("confirmed");
  return named(standing.origins.length >= 2 ? "fair" : "weak");
}
