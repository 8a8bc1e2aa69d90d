// Whom a document's claims cite, by name: the edges of its lineage that its words draw, beside what it copies and credits.
import type { Claim, ClaimId, SourceLink } from "../model/index.ts";

export interface Citation {
  /** The registry's id; null for a name that it lacks. */
  readonly id: SourceLink["id"];
  readonly name: string;
  readonly kind: SourceLink["kind"];
  readonly claims: readonly ClaimId[];
}

/** Nobody in particular is cited by no name: 'residents', 'two officials'. */
const named = (link: SourceLink): boolean => link.id !== null || !/^(unnamed|witness|social_media)$/.test(link.kind);

/** Each source once, in order of first mention. `claims`: the document's own, in order of its text. */
export function citationsOf(claims: readonly Claim[]): Citation[] {
  const found = new Map<string, { link: SourceLink; claims: Set<ClaimId> }>();
  for (const claim of claims)
    for (const link of claim.sources.filter(named)) {
      const key = link.id ?? link.name;
      const known = found.get(key) ?? { link, claims: new Set() };
      known.claims.add(claim.id);
      found.set(key, known);
    }
  return [...found.values()].map(({ link: { id, name, kind }, claims }) => ({ id, name, kind, claims: [...claims] }));
}

/** 'cites AFP (2 claims)'. */
export const citationText = ({ name, claims }: Citation): string =>
  `cites ${name} (${claims.length} ${claims.length === 1 ? "claim" : "claims"})`;
