// What a cited outlet itself rests on, among the accounts of one happening: who cites AFP, where AFP's own report cites the
// Observatory, has it from the Observatory. Follows names within the cluster alone; origins.ts reads the single claim.
import type { Claim } from "../model/index.ts";
import { byKeys, grouped } from "./names.ts";
import { type Origin, type Origins, passesOn } from "./origins.ts";

export interface Spoken {
  readonly claim: Claim;
  readonly origin: Origin | null;
  readonly published: string;
}

/** Each account with its ultimate origin. */
export function ultimate<T extends Spoken>(spoken: readonly T[], origins: Origins): T[] {
  const inTime = spoken.toSorted(
    byKeys(
      (s) => s.published,
      (s) => s.claim.document,
      (s) => s.claim.start,
    ),
  );
  const asserted = inTime.filter((s) => s.origin !== null && s.claim.stance !== "denied");
  const byPublisher = grouped(asserted, (s) => origins.publisherOf(s.claim.document)?.key ?? "");
  const follow = (s: Spoken, origin: Origin, seen: ReadonlySet<string>): Origin => {
    if (!passesOn(origin) || origin.own || seen.has(origin.key)) return origin;
    const own = (byPublisher.get(origin.key) ?? []).filter((o) => o.claim.document !== s.claim.document);
    const before = own.filter((o) => o.published <= s.published);
    // The outlet speaks of what it saw itself in one of its reports: it is then no mere messenger.
    const report = (before.length > 0 ? before : own)[0];
    return report ? follow(report, report.origin!, new Set([...seen, origin.key])) : origin;
  };
  return spoken.map((s) => (s.origin === null ? s : { ...s, origin: follow(s, s.origin, new Set()) }));
}
