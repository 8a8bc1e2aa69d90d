// Where a document has what it tells from: what it copies, whom it credits, whom its claims cite, and the same of the
// document that it copies; and which documents copy it. A small graph of one document, not of the whole ledger.
import type { Claim, ClaimId, Document, DocumentId, SourceLink } from "../model/index.ts";
import type { View } from "./view.ts";

export interface LineageEdge {
  readonly from: DocumentId;
  readonly kind: "copies" | "credits" | "cites";
  /** A document's id where one is copied, else a source's id or name. */
  readonly to: string;
  readonly name: string;
  /** The claims that cite it. */
  readonly claims: readonly ClaimId[];
}

/** Nobody in particular is no node: 'residents', 'two officials'. */
const named = (link: SourceLink): boolean => link.id !== null || !/^(unnamed|witness|social_media)$/.test(link.kind);

function edgesOf(document: Document, claims: readonly Claim[]): LineageEdge[] {
  const from = document.id;
  const cited = new Map<string, { name: string; claims: Set<ClaimId> }>();
  for (const claim of claims)
    for (const link of claim.sources.filter(named)) {
      const key = link.id ?? link.name;
      const known = cited.get(key) ?? { name: link.name, claims: new Set() };
      known.claims.add(claim.id);
      cited.set(key, known);
    }
  return [
    ...document.copies_of.map((to): LineageEdge => ({ from, kind: "copies", to, name: to, claims: [] })),
    ...document.credits.map((to): LineageEdge => ({ from, kind: "credits", to, name: to, claims: [] })),
    ...[...cited].map(
      ([to, c]): LineageEdge => ({ from, kind: "cites", to, name: c.name, claims: [...c.claims].sort() }),
    ),
  ];
}

/** `claims`: the document's own. */
export async function lineageOf(view: View, document: Document, claims: readonly Claim[]): Promise<LineageEdge[]> {
  const edges = edgesOf(document, claims);
  for (const id of document.copies_of) {
    const original = await view.document(id);
    if (original) edges.push(...edgesOf(original, (await view.claims({ document: id })).rows));
  }
  for (const from of await view.copiersOf(document.id))
    edges.push({ from, kind: "copies", to: document.id, name: document.id, claims: [] });
  return edges;
}

/** 'cites AFP (3 claims)', 'is copied by d2'. */
export const edgeText = (edge: LineageEdge, of: DocumentId): string =>
  edge.to === of && edge.kind === "copies"
    ? `is copied by ${edge.from}`
    : `${edge.from === of ? "" : `${edge.from} `}${edge.kind} ${edge.name}${edge.claims.length > 0 ? ` (${edge.claims.length} ${edge.claims.length === 1 ? "claim" : "claims"})` : ""}`;
