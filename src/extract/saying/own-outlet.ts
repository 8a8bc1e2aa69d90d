// The outlet that publishes a document is not one of its sources, however its own text names it.
import type { Codebook } from "../../codebook/load.ts";
import type { Claim, Document } from "../../model/index.ts";

/** The outlet that publishes is not named among its own sources: 'told the Wire', in the Wire. */
export function withoutOutlet(claim: Claim, { outlet }: Document, codebook: Codebook): Claim["sources"] {
  const letters = (s: string): string =>
    s
      .toLowerCase()
      .replace(/^the\b/, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  if (!outlet) return claim.sources;
  const own = new Set<string>(codebook.actors.find(outlet).map((a) => a.id));
  return claim.sources.filter((s) => !(s.id !== null && own.has(s.id)) && letters(s.name) !== letters(outlet));
}
