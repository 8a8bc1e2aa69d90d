// Which claim of a newer version, or a newer coding, says what an older one said. Ids of claims change with the version,
// so this is what lets incident ids and decisions outlive a corrected article.
import type { Claim, ClaimId } from "../model/index.ts";

const sourcesOf = (c: Claim): string => c.sources.map((s) => s.id ?? s.name).join("\u001f");
const WAYS: readonly ((c: Claim) => string)[] = [
  (c) => c.id,
  (c) => JSON.stringify([c.event, c.stance, c.quote, sourcesOf(c)]),
  (c) => JSON.stringify([c.event, c.quote]),
  (c) => JSON.stringify([c.event, sourcesOf(c), c.places.map((p) => p.id ?? p.name), c.time?.start ?? null]),
];

/** Each old claim with the one that follows it, or null; the closest likeness first, and no claim follows two. */
export function successors(old: readonly Claim[], now: readonly Claim[]): ReadonlyMap<ClaimId, ClaimId | null> {
  const found = new Map<ClaimId, ClaimId | null>();
  const taken = new Set<ClaimId>();
  for (const likeness of WAYS) {
    const free = new Map<string, Claim[]>();
    for (const c of now) if (!taken.has(c.id)) free.set(likeness(c), [...(free.get(likeness(c)) ?? []), c]);
    for (const c of old) {
      if (found.has(c.id)) continue;
      const next = free.get(likeness(c))?.shift();
      if (!next) continue;
      found.set(c.id, next.id);
      taken.add(next.id);
    }
  }
  for (const c of old) if (!found.has(c.id)) found.set(c.id, null);
  return found;
}
