// Whether a report is of a shooting as local news tells it: one happening, told again and again in other words. Reports of war are
// not, and what they tell stays apart.
import type { Codebook } from "../../codebook/load.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Claim } from "../../model/index.ts";
import { lexemes } from "../lexemes.ts";
import type { Read } from "../slots.ts";

export function isShooting(reads: readonly Read[], claims: readonly Claim[], codebook: Codebook): boolean {
  const { shots, signs, least } = codebook.victims.story;
  if (claims.some((c) => isOfWar(c, codebook))) return false;
  const found = new Set<string>();
  let shot = false;
  for (const { sentence } of reads) {
    const pieces = lexemes(sentence.passage);
    for (const [k, piece] of pieces.entries()) {
      shot ||= shots.has(piece.plain);
      const sign = phraseAt(signs, pieces, k);
      if (sign) found.add(sign.value);
    }
  }
  return shot && found.size >= least;
}

/** A claim by or of those who fight wars, or of what happens in wars only. */
function isOfWar({ event, background, actors }: Claim, { victims, actors: registry }: Codebook): boolean {
  const { kinds, events } = victims.story.war;
  if (!background && events.has(event)) return true;
  return actors.some((a) => a.id !== null && kinds.has(registry.get(a.id)?.kind ?? ""));
}
