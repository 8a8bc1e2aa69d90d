// The questions about one thing: an incident with its accounts, a claim, a document with its text, and the explanation
// of any id down to the words it rests on.
import { z } from "zod";
import { citationsOf } from "../ledger/citations.ts";
import { explain as explained } from "../ledger/explain.ts";
import { lineageOf } from "../ledger/lineage.ts";
import type { View } from "../ledger/view.ts";
import type { Claim, DocumentId } from "../model/index.ts";
import { clocks, documentVersion, id } from "./parameters.ts";
import { all, missing, question } from "./question.ts";

/** What a reader needs to cite a document, without its text. */
export interface Citable {
  readonly id: DocumentId;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** The documents that the claims stand in, in order of id. */
export async function cited(view: View, claims: readonly Claim[]): Promise<readonly Citable[]> {
  const found: Citable[] = [];
  for (const document of [...new Set(claims.map((c) => c.document))].sort()) {
    const whole = await view.document(document);
    if (whole)
      found.push({
        id: whole.id,
        outlet: whole.outlet,
        title: whole.title,
        url: whole.url,
        published: whole.published,
      });
  }
  return found;
}

export const incident = question({
  name: "incident",
  path: "/incidents/{id}",
  command: "incident <id>",
  help: "One incident with its accounts side by side; an old id leads to what it became",
  parameters: z.strictObject({ id, ...clocks }),
  answer: async (view, _codebook, p) => {
    const found = await view.incident(p.id);
    if (found.length === 0) throw missing("incident", p.id);
    if (found.length > 1) return { id: p.id, split_into: found };
    const one = found[0]!;
    const accounts = await view.claimsById(one.claims);
    return {
      ...one,
      asked: p.id,
      accounts,
      relations: await view.relations(one.claims),
      cited: await cited(view, accounts),
      decisions: await view.decisions({ kind: "incident", id: one.id }),
    };
  },
});

export const claim = question({
  name: "claim",
  path: "/claims/{id}",
  command: "claim <id>",
  help: "One claim with its evidence, its relations to others and what analysts decided on it",
  parameters: z.strictObject({ id, ...clocks }),
  answer: async (view, _codebook, p) => {
    const one = await view.claim(p.id);
    if (!one) throw missing("claim", p.id);
    return {
      ...one,
      relations: await view.relations([one.id]),
      cited: await cited(view, [one]),
      decisions: await view.decisions({ kind: "claim", id: one.id }),
    };
  },
});

export const document = question({
  name: "document",
  path: "/documents/{id}",
  command: "document <id>",
  help: "One document: its text and parts, the claims read out of it, whom they cite, and what it copies or is copied by",
  parameters: z.strictObject({ id, version: documentVersion, ...clocks }),
  answer: async (view, _codebook, p) => {
    const one = await view.document(p.id, p.version);
    if (!one) throw missing(p.version ? `version ${p.version} of document` : "document", p.id);
    const claims = await all((cursor) => view.claims({ document: one.id, limit: 1000, ...(cursor ? { cursor } : {}) }));
    const own = claims.filter((c) => c.version === one.version).sort((a, b) => a.start - b.start || a.end - b.end);
    return { ...one, claims: own, cites: citationsOf(own), lineage: await lineageOf(view, one.id) };
  },
});

export const explain = question({
  name: "explain",
  path: "/explain/{id}",
  command: "explain <id>",
  help: "From any row back to the marked passage, with the reason for each cell",
  parameters: z.strictObject({
    id: id.describe("any id; after a colon, one of its cells: i-…:figures.killed"),
    ...clocks,
  }),
  answer: (view, codebook, p) => explained(view, p.id, codebook),
});
