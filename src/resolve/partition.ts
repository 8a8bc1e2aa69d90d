// The groups that placing made, with analysts' merges and splits laid over them: each is one incident.
import type { Claim, ClaimId } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Seat } from "./cluster.ts";
import { grouped } from "./names.ts";
import type { Placed } from "./replay.ts";

export interface Cluster {
  readonly accounts: Account[];
  /** Why each account but the first is here. */
  readonly why: Map<ClaimId, readonly string[]>;
}

/** The clusters of these seats, by head. */
export function clustersOf(seats: readonly Seat[], placed: ReadonlyMap<string, Placed>): Cluster[] {
  return [...grouped(seats, (s) => placed.get(s.id)!.head).values()].map((same) => ({
    accounts: same.map((s) => s.account),
    why: new Map(same.filter((s) => placed.get(s.id)!.head !== s.id).map((s) => [s.id, placed.get(s.id)!.why])),
  }));
}

/** A merge or split that an analyst decided. */
export interface Parting {
  readonly op: "merge" | "split";
  readonly claims: readonly ClaimId[];
  readonly by: string;
}

/** Merges and splits in the order of their decision. */
export function withDecided(clusters: readonly Cluster[], decided: readonly Parting[]): Cluster[] {
  let now = [...clusters];
  for (const { op, claims, by } of decided) {
    const named = new Set<Claim["id"]>(claims);
    const touched = now.filter((c) => c.accounts.some((a) => named.has(a.claim.id)));
    if (touched.length === 0) continue;
    const rest = now.filter((c) => !touched.includes(c));
    const all = touched.flatMap((c) => c.accounts);
    const why = new Map([...touched.flatMap((c) => [...c.why]), ...claims.map((id) => [id, [by]] as const)]);
    const cluster = (accounts: Account[]): Cluster => ({ accounts, why });
    if (op === "merge") now = [...rest, cluster(all)];
    else {
      const out = all.filter((a) => named.has(a.claim.id));
      const left = touched
        .map((c) => cluster(c.accounts.filter((a) => !named.has(a.claim.id))))
        .filter((c) => c.accounts.length > 0);
      now = [...rest, ...left, cluster(out)];
    }
  }
  return now;
}
