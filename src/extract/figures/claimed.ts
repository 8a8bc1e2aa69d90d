// Which figures stay a claim's own once the other claims of its sentence, or the telling before it, are known.
import type { Claim, Figure, FigureMention } from "../../model/index.ts";
import { figure } from "../claims.ts";

/** A number in the words of one claim of a sentence is not that of another, whose words are beside it. */
export function leaveOthersFigures(claims: readonly Claim[]): void {
  const within = (c: Claim, f: Figure): boolean => f.at.some(([from, to]) => c.start <= from && to <= c.end);
  for (const claim of claims)
    Object.assign(claim, {
      figures: claim.figures.filter(
        (f) =>
          within(claim, f) ||
          !claims.some((o) => o !== claim && within(o, f) && o.figures.some((g) => g.text === f.text)),
      ),
    });
}

/** The figure that a second source puts on what was told; its measure is that of the first where its own words give none. */
export function recounted(claim: Claim, found: FigureMention, before: Claim | null): Claim {
  const measure = before?.figures[0]?.measure ?? found.measure;
  return { ...claim, figures: measure === null ? [] : [figure({ ...found, measure }, [])] };
}
