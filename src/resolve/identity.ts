// Ids that outlast judging again: each is minted once and goes on with the cluster that holds most of its claims. Merges
// and splits are told, so that an old id leads to the new one.
import type { ClaimId, IncidentChange, IncidentId, Minted } from "../model/index.ts";
import { byKeys, inOrder } from "./names.ts";

/**
 * The id of each cluster, in the clusters' order. `mint` makes one from a claim; it is called with the first claim, and
 * with the next where that id already goes on elsewhere.
 */
export function durableIds<Id extends string>(
  clusters: readonly (readonly ClaimId[])[],
  minted: readonly Minted<Id>[],
  mint: (claim: ClaimId) => Id,
  given: readonly string[] = [],
): Id[] {
  const home = new Map<ClaimId, number>();
  for (const [at, claims] of clusters.entries()) for (const claim of claims) home.set(claim, at);
  const overlaps: { id: Id; at: number; shared: number }[] = [];
  for (const { id, claims } of minted) {
    const shared = new Map<number, number>();
    for (const claim of new Set(claims)) {
      const at = home.get(claim);
      if (at !== undefined) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    for (const [at, n] of shared) overlaps.push({ id, at, shared: n });
  }
  // Which cluster comes first must not depend on the order of arrival either: ties go by its least claim.
  const least = clusters.map((claims) => [...claims].sort(inOrder)[0] ?? "");
  overlaps.sort(
    byKeys(
      (o) => -o.shared,
      (o) => o.id,
      (o) => least[o.at]!,
    ),
  );
  const ids: (Id | undefined)[] = clusters.map(() => undefined);
  const taken = new Set<Id>();
  for (const { id, at } of overlaps) {
    if (ids[at] !== undefined || taken.has(id)) continue;
    ids[at] = id;
    taken.add(id);
  }
  for (const { id } of minted) taken.add(id);
  for (const id of given) taken.add(id as Id);
  return clusters.map((claims, at) => {
    const old = ids[at];
    if (old !== undefined) return old;
    let id = claims.map(mint).find((x) => !taken.has(x));
    for (let n = 2; id === undefined; n++) {
      const next = mint(`${claims[0]}#${n}` as ClaimId);
      if (!taken.has(next)) id = next;
    }
    taken.add(id);
    return id;
  });
}

/** What became of the ids that were given out before, and which are new. */
export function changesOf(
  clusters: readonly { readonly id: IncidentId; readonly claims: readonly ClaimId[] }[],
  minted: readonly Minted<IncidentId>[],
): IncidentChange[] {
  const home = new Map<ClaimId, IncidentId>();
  for (const { id, claims } of clusters) for (const claim of claims) home.set(claim, id);
  const before = new Set(minted.map((m) => m.id));
  const changes: IncidentChange[] = [];
  for (const { id, claims } of minted) {
    const into = [...new Set(claims.map((c) => home.get(c)).filter((x) => x !== undefined))].sort(inOrder);
    if (into.length === 0) changes.push({ id, change: "withdrawn", into: [] });
    else if (into.length > 1) changes.push({ id, change: "split", into });
    else if (into[0] !== id) changes.push({ id, change: "merged", into });
  }
  for (const { id } of clusters) if (!before.has(id)) changes.push({ id, change: "minted", into: [] });
  return changes.sort(
    byKeys(
      (c) => c.id,
      (c) => c.change,
    ),
  );
}
