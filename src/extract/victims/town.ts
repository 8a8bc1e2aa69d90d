// The town that a report of a shooting is about, where the sentences of the shooting name none: the one that its dateline, its
// headline and most of its sentences name. Streets that bear a town's name are none.
import type { Codebook } from "../../codebook/load.ts";
import type { ClaimPlace, PlaceMention } from "../../model/index.ts";
import { claimPlace } from "../claims.ts";
import { tokensOf } from "../sentence.ts";
import type { Read } from "../slots.ts";

const TOWNS = /^(?:city|town|village)$/;
/** Sentences of the text in which headline and dateline stand. */
const OPENING = 2;
const WEIGHT = { opening: 3, named: 1 };

/** 'Dayton' of 'Dayton Street'. */
function namesStreet({ sentence }: Read, mention: PlaceMention, codebook: Codebook): boolean {
  const at = tokensOf(sentence.passage, mention.span);
  return at !== null && codebook.victims.streets.has(sentence.words[at[1]] ?? "");
}

/** Where the places stand that are streets by a town's name. */
export const streetsIn = (reads: readonly Read[], codebook: Codebook): ReadonlySet<number> =>
  new Set(reads.flatMap((r) => r.places.filter((m) => namesStreet(r, m, codebook)).map((m) => m.span[0])));

const townsIn = (read: Read, codebook: Codebook): PlaceMention[] =>
  read.places.filter((m) => TOWNS.test(m.place?.kind ?? "") && !namesStreet(read, m, codebook));

export function townOf(reads: readonly Read[], codebook: Codebook): ClaimPlace[] {
  const votes = new Map<string, { weight: number; mention: PlaceMention }>();
  const names = (ids: readonly string[]): string[] => ids.map((id) => codebook.gazetteer.get(id)?.name ?? id);
  for (const [n, read] of reads.entries())
    for (const mention of townsIn(read, codebook)) {
      const before = votes.get(mention.place!.id);
      const weight = (before?.weight ?? 0) + (n < OPENING ? WEIGHT.opening : WEIGHT.named);
      votes.set(mention.place!.id, { weight, mention: before?.mention ?? mention });
    }
  const best = [...votes.values()].toSorted((a, b) => b.weight - a.weight)[0];
  return best && best.weight > WEIGHT.named
    ? [claimPlace({ mention: best.mention, role: "at", rule: "town-of-report" }, names)]
    : [];
}
