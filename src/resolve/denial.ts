// What a denial answers: the same family of events at the same place, told at most a few days from it; else an event of a
// kind that may be denied by that name ('denied that its forces had left' answers 'the town was taken'). Looks at the denial
// and at accounts beside it; which accounts those are is cluster.ts's.
import type { Family, JudgementRules } from "../codebook/judgement.ts";
import { addDays, meets } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import { nearness } from "./locus.ts";

/** The families of which it may be a denial, its own first: it is to be looked for under each. */
export function deniedFamilies(denial: Account, rules: JudgementRules): readonly Family[] {
  const of = rules.denials.filter((d) => d.denied === denial.family.id).flatMap((d) => d.of);
  return [denial.family, ...rules.families.filter((f) => f !== denial.family && of.includes(f.id))];
}

/** No sum of points reaches from one family into the next. */
const TIER = 100;

/** How well the denial answers what a group of accounts tells, its own family before others; none or less where it cannot. */
export function answers(denial: Account, group: readonly Account[], rules: JudgementRules, actors: Actors): number {
  const families = deniedFamilies(denial, rules);
  let best = -1;
  for (const other of group) {
    const tier = families.findIndex((f) => f.id === other.family.id);
    const points = tier < 0 ? -1 : pointsFor(denial, other, tier > 0, rules, actors);
    if (points > 0) best = Math.max(best, points + TIER * (families.length - tier));
  }
  return best;
}

function pointsFor(denial: Account, other: Account, otherName: boolean, rules: JudgementRules, actors: Actors): number {
  const { denial_days } = rules.likeness;
  if (other.claim.stance !== "asserted" || other.claim.background !== denial.claim.background) return -1;
  const named = other.locus.key !== null && denial.locus.all.has(other.locus.key);
  const where = named ? "same" : nearness(denial.locus, other.locus);
  const chain = denial.root === other.root;
  if (where === "apart" || (where === "unknown" && !chain)) return -1;
  const [a, b] = [denial.window, other.window];
  const wide = a && { start: addDays(a.start, -denial_days), end: addDays(a.end, denial_days) };
  if (!chain && !(wide && b && meets(wide, b))) return -1;
  if (chain && denial.time && other.time && !(wide && b && meets(wide, b))) return -1;
  // Nothing is denied before it is said to have happened.
  if (!chain && denial.published !== null && other.time && denial.published < other.time.start) return -1;
  const who = actors.compare(denial.actors, other.actors);
  if (otherName) {
    // Under another name only what is denied of that very place and day.
    if (where !== "same" || !(a && b && meets(a, b))) return -1;
    // Who took the place is not the one who denies having left it.
    if (other.family.point && (who === "agree" || who === "kin")) return -1;
    if (!other.family.point && who === "conflict") return -1;
  }
  let points = (where === "same" || where === "same_wide" ? 3 : 1) + (chain ? 2 : 0);
  if (a && b && denial.time && other.time) points += meets(denial.time, other.time) ? 2 : 0;
  points += who === "agree" ? 2 : who === "kin" ? 1 : who === "conflict" ? -1 : 0;
  // Within a country nearly everything happens: there only the same doer makes it what is denied.
  if (!chain && where === "within" && denial.locus.width >= 5 && who !== "agree") return -1;
  const spoken = actors.who(denial.claim.sources);
  if (["agree", "kin"].includes(actors.compare(spoken, other.parties))) points += 1;
  return points;
}
