// Accounts folded into happenings. The exact ones (a town, a day) are placed first and the vague ones last, each by what
// it says and never by when it arrived; a vague one that fits several equally well joins none. Denials come after what
// they may deny, running totals are a series for each scope.
import type { JudgementRules } from "../codebook/judgement.ts";
import { addDays, type Claim, type ClaimId, daysBetween, meets } from "../model/index.ts";
import { type Account, mayMeet } from "./account.ts";
import type { Actors } from "./actors.ts";
import { haunts, homes } from "./block.ts";
import { oneCampaign } from "./campaign.ts";
import { nearness } from "./locus.ts";
import { byKeys, grouped } from "./names.ts";
import { isNever, likeness } from "./score.ts";

export interface Cluster {
  readonly accounts: Account[];
  /** Why each account but the first is here. */
  readonly why: Map<ClaimId, readonly string[]>;
}

/** A vague account must fit one incident better than the next by so many points. */
const CLEAR = 0.5;
const VAGUE = 4;

const order = byKeys<Account>(
  (a) => a.vague,
  (a) => -a.told,
  (a) => a.published ?? "~",
  (a) => a.claim.document,
  (a) => a.claim.start,
  (a) => a.claim.id,
);

class Placing {
  readonly clusters: Cluster[] = [];
  private readonly found = new Map<string, Set<number>>();
  private readonly rules: JudgementRules;
  private readonly actors: Actors;
  constructor(rules: JudgementRules, actors: Actors) {
    this.rules = rules;
    this.actors = actors;
  }

  add(account: Account, to: number | null, why: readonly string[]): void {
    const at = to ?? this.clusters.push({ accounts: [], why: new Map() }) - 1;
    const cluster = this.clusters[at]!;
    if (cluster.accounts.length > 0) cluster.why.set(account.claim.id, why);
    cluster.accounts.push(account);
    for (const key of homes(account, this.rules)) {
      const here = this.found.get(key);
      if (here) here.add(at);
      else this.found.set(key, new Set([at]));
    }
  }

  near(account: Account, moreDays?: number): number[] {
    const near = new Set<number>();
    for (const key of haunts(account, this.rules, moreDays)) for (const at of this.found.get(key) ?? []) near.add(at);
    return [...near].sort((a, b) => a - b);
  }

  /** The best likeness with any account of the cluster, unless another sort of contradiction outweighs it. */
  private fit(account: Account, cluster: Cluster): { points: number; reasons: readonly string[] } | null {
    let best: { points: number; reasons: readonly string[] } | null = null;
    let against = 0;
    // What is told generally joins one particular kind, and brings no two of them together.
    if (!cluster.accounts.every((other) => mayMeet(account, other, this.rules))) return null;
    const campaign = cluster.accounts.some((other) => oneCampaign(account, other, this.actors));
    if (campaign && !cluster.accounts.some((o) => this.actors.compare(account.actors, o.actors) === "conflict"))
      return { points: this.rules.likeness.join + 1, reasons: ["one campaign"] };
    for (const other of cluster.accounts) {
      const v = likeness(account, other, this.rules, this.actors);
      if (isNever(v)) against += v.silent ? 0 : 1;
      else if (best === null || v.points > best.points) best = v;
    }
    // One misread account must not open a cluster to another happening, nor close it to its own.
    return best !== null && against * 2 <= cluster.accounts.length ? best : null;
  }

  /** What a document tells again without place or day is, of what fits as well, the happening that it told of first. */
  private lead<T extends { at: number; fit: { points: number } }>(account: Account, fits: T[], most: number): T | null {
    if (account.locus.key !== null || account.time !== null) return null;
    const own = fits
      .filter((x) => most - x.fit.points < CLEAR)
      .map((x) => ({
        x,
        starts: this.clusters[x.at]!.accounts.flatMap((o) =>
          o.claim.document === account.claim.document ? [o.claim.start] : [],
        ),
      }))
      .filter(({ starts }) => starts.length > 0)
      .sort((a, b) => Math.min(...a.starts) - Math.min(...b.starts));
    return own[0]?.x ?? null;
  }

  place(account: Account): void {
    const fits = this.near(account)
      .map((at) => ({ at, fit: this.fit(account, this.clusters[at]!) }))
      .filter(
        (x): x is { at: number; fit: NonNullable<typeof x.fit> } =>
          x.fit !== null && x.fit.points >= this.rules.likeness.join,
      )
      .sort((x, y) => y.fit.points - x.fit.points || x.at - y.at);
    const [first, second] = fits;
    const clear = first && (!second || account.vague < VAGUE || first.fit.points - second.fit.points >= CLEAR);
    const at = first && !clear ? this.lead(account, fits, first.fit.points) : first;
    this.add(account, at?.at ?? null, at?.fit.reasons ?? []);
  }

  /** A denial joins what it denies: the same kind of event and place, told at most a few days from it. */
  deny(account: Account): void {
    const { denial_days } = this.rules.likeness;
    const score = (cluster: Cluster): number => {
      let best = -1;
      for (const other of cluster.accounts) {
        if (other.claim.stance !== "asserted" || other.claim.background !== account.claim.background) continue;
        const where = nearness(account.locus, other.locus);
        const chain = account.root === other.root;
        if (where === "apart" || (where === "unknown" && !chain)) continue;
        const [a, b] = [account.window, other.window];
        const wide = a && { start: addDays(a.start, -denial_days), end: addDays(a.end, denial_days) };
        if (!chain && !(wide && b && meets(wide, b))) continue;
        if (chain && account.time && other.time && !(wide && b && meets(wide, b))) continue;
        // Nothing is denied before it is said to have happened.
        if (!chain && account.published !== null && other.time && account.published < other.time.start) continue;
        let points = (where === "same" || where === "same_wide" ? 3 : 1) + (chain ? 2 : 0);
        if (a && b && account.time && other.time) points += meets(account.time, other.time) ? 2 : 0;
        const who = this.actors.compare(account.actors, other.actors);
        points += who === "agree" ? 2 : who === "kin" ? 1 : who === "conflict" ? -1 : 0;
        // Within a country nearly everything happens: there only the same doer makes it what is denied.
        if (!chain && where === "within" && account.locus.width >= 5 && who !== "agree") continue;
        const spoken = this.actors.who(account.claim.sources);
        if (["agree", "kin"].includes(this.actors.compare(spoken, other.parties))) points += 1;
        best = Math.max(best, points);
      }
      return best;
    };
    const fits = this.near(account, denial_days)
      .map((at) => ({ at, points: score(this.clusters[at]!) }))
      .filter((x) => x.points > 0)
      .sort((x, y) => y.points - x.points || x.at - y.at);
    if (fits[0]) this.add(account, fits[0].at, ["denies it"]);
    else this.place(account);
  }
}

/** Running totals: one series for each place, start and measure. */
function series(accounts: readonly Account[], rules: JudgementRules): Cluster[] {
  const scopes = grouped(
    accounts,
    // A total that says neither since when nor, by its document's date, until when is of nobody's series but its own.
    (a) =>
      `${a.locus.key ?? ""} ${a.claim.figures[0]?.measure ?? ""} ${a.claim.stance === "denied" ? "denied" : ""} ${a.window === null ? a.root : ""}`,
  );
  const clusters: Cluster[] = [];
  for (const scope of scopes.values()) {
    const sorted = scope.toSorted(
      byKeys(
        (a) => a.time?.start ?? "",
        (a) => a.published ?? "~",
        (a) => a.claim.id,
      ),
    );
    let now: Cluster | null = null;
    let since: Account["time"] = null;
    for (const a of sorted) {
      const same =
        now !== null &&
        (a.time === null) === (since === null) &&
        (a.time === null || since === null || daysBetween(since.start, a.time.start) <= rules.tally.since_slack);
      if (now === null || !same) {
        now = { accounts: [], why: new Map() };
        clusters.push(now);
        since = a.time;
      } else now.why.set(a.claim.id, ["same scope of counting"]);
      now.accounts.push(a);
    }
  }
  return clusters;
}

/** Every account in exactly one cluster; the same clusters for the same accounts in any order. */
export function clusterAccounts(accounts: readonly Account[], rules: JudgementRules, actors: Actors): Cluster[] {
  const sorted = accounts.toSorted(order);
  const placing = new Placing(rules, actors);
  const denials = sorted.filter((a) => a.layer !== "tally" && a.claim.stance === "denied");
  for (const a of sorted) if (a.layer !== "tally" && a.claim.stance !== "denied") placing.place(a);
  for (const a of denials) placing.deny(a);
  return [
    ...placing.clusters,
    ...series(
      sorted.filter((a) => a.layer === "tally"),
      rules,
    ),
  ];
}

/** Analysts' merges and splits laid over the judged clusters. */
export function withDecided(
  clusters: readonly Cluster[],
  decided: readonly { readonly op: "merge" | "split"; readonly claims: readonly ClaimId[]; readonly by: string }[],
): Cluster[] {
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
