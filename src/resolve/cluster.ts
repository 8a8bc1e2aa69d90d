// Accounts folded into happenings. The exact ones (a town, a day) are placed first and the vague ones last, each by what
// it says and never by when it arrived; a vague one that fits several equally well joins none. Denials come after what
// they may deny, running totals are a series for each scope. How the fold is taken up again is replay.ts.
import type { JudgementRules } from "../codebook/judgement.ts";
import { type ClaimId, daysBetween } from "../model/index.ts";
import { type Account, mayMeet, meetingKind } from "./account.ts";
import type { Actors } from "./actors.ts";
import { haunts, homes, scopeOf } from "./block.ts";
import { oneCampaign } from "./campaign.ts";
import { answers, deniedFamilies } from "./denial.ts";
import { keyNumber } from "./keys.ts";
import { byKeys } from "./names.ts";
import type { Earlier, Fold, Placed, Row } from "./replay.ts";
import { isNever, likeness } from "./score.ts";

/** An account with the keys that it is found and looks under. */
export interface Seat extends Row {
  readonly id: ClaimId;
  readonly account: Account;
}

/** An account must fit one incident better than the next by so many points, from so vague on. */
const CLEAR = 0.5;
const VAGUE = 4;
/** The share of an incident's accounts that may contradict one that joins it. */
const AGAINST = 0.75;

const isDenial = (a: Account): boolean => a.claim.stance === "denied";

/** A denial answers events that go by other names too, told some days from it. */
const lookedUnder = (account: Account, rules: JudgementRules): string[] =>
  isDenial(account)
    ? deniedFamilies(account, rules).flatMap((family) =>
        haunts({ ...account, family, kind: meetingKind(family.id, rules) }, rules, rules.likeness.denial_days),
      )
    : haunts(account, rules);

export function seatOf(account: Account, rules: JudgementRules): Seat {
  const { id } = account.claim;
  const scope = account.layer === "tally" ? [keyNumber(scopeOf(account))] : null;
  return {
    id,
    account,
    homes: () => scope ?? homes(account, rules).map(keyNumber),
    haunts: () => scope ?? lookedUnder(account, rules).map(keyNumber),
  };
}

const exactFirst = byKeys<Account>(
  (a) => (isDenial(a) ? 1 : 0),
  (a) => a.vague,
  (a) => -a.told,
  (a) => a.published ?? "~",
  (a) => a.claim.document,
  (a) => a.claim.start,
  (a) => a.claim.id,
);
const inCounting = byKeys<Account>(
  (a) => a.time?.start ?? "",
  (a) => a.published ?? "~",
  (a) => a.claim.id,
);
const order = ({ account: a }: Seat, { account: b }: Seat): number => {
  const [x, y] = [a.layer === "tally", b.layer === "tally"];
  if (x !== y) return x ? 1 : -1;
  return x ? inCounting(a, b) : exactFirst(a, b);
};

interface Fit {
  readonly points: number;
  readonly reasons: readonly string[];
}

interface Candidate {
  readonly group: readonly Account[];
  readonly fit: Fit;
}

class Placing {
  private readonly rules: JudgementRules;
  private readonly actors: Actors;
  constructor(rules: JudgementRules, actors: Actors) {
    this.rules = rules;
    this.actors = actors;
  }

  /** The best likeness with any account of the group, unless another sort of contradiction outweighs it. */
  private fit(account: Account, group: readonly Account[]): Fit | null {
    let best: Fit | null = null;
    let against = 0;
    // What is told generally joins one particular kind, and brings no two of them together.
    if (!group.every((other) => mayMeet(account, other, this.rules))) return null;
    const campaign = group.some((other) => oneCampaign(account, other, this.actors));
    if (campaign && !group.some((o) => this.actors.compare(account.actors, o.actors) === "conflict"))
      return { points: this.rules.likeness.join + 1, reasons: ["one campaign"] };
    for (const other of group) {
      const v = likeness(account, other, this.rules, this.actors);
      if (isNever(v)) against += v.silent ? 0 : 1;
      else if (best === null || v.points > best.points) best = v;
    }
    // One misread account must not open a group to another happening, nor close it to its own.
    return best !== null && against <= group.length * AGAINST ? best : null;
  }

  /** What a document tells again without place or day is, of what fits as well, the happening that it told of first. */
  private lead(account: Account, fits: readonly Candidate[]): Candidate | null {
    if (account.locus.key !== null || account.time !== null) return null;
    const most = fits[0]!.fit.points;
    const own = fits
      .filter((x) => most - x.fit.points < CLEAR)
      .map((x) => ({
        x,
        starts: x.group.flatMap((o) => (o.claim.document === account.claim.document ? [o.claim.start] : [])),
      }))
      .filter(({ starts }) => starts.length > 0)
      .sort((a, b) => Math.min(...a.starts) - Math.min(...b.starts));
    return own[0]?.x ?? null;
  }

  private place({ id, account }: Seat, groups: readonly (readonly Seat[])[]): Placed {
    const fits = groups
      .flatMap((seats): Candidate[] => {
        const group = seats.map((s) => s.account);
        const fit = this.fit(account, group);
        return fit !== null && fit.points >= this.rules.likeness.join ? [{ group, fit }] : [];
      })
      .sort((x, y) => y.fit.points - x.fit.points);
    const [first, second] = fits;
    if (!first) return { head: id, why: [] };
    const clear = !second || account.vague < VAGUE || first.fit.points - second.fit.points >= CLEAR;
    const to = clear ? first : this.lead(account, fits);
    return to ? { head: to.group[0]!.claim.id, why: to.fit.reasons } : { head: id, why: [] };
  }

  private deny(seat: Seat, groups: readonly (readonly Seat[])[]): Placed {
    const [first] = groups
      .map((group) => ({
        head: group[0]!.id,
        points: answers(
          seat.account,
          group.map((s) => s.account),
          this.rules,
          this.actors,
        ),
      }))
      .filter((x) => x.points > 0)
      .sort((x, y) => y.points - x.points);
    return first ? { head: first.head, why: ["denies it"] } : this.place(seat, groups);
  }

  /** Running totals: the series that was begun last in this scope, if its counting starts where this one's does. */
  private count(seat: Seat, earlier: Earlier<Seat>): Placed {
    const last = earlier.last();
    if (last) {
      const head = earlier.headOf(last);
      const since = earlier.first(head).account.time;
      const { time } = seat.account;
      const slack = this.rules.tally.since_slack;
      if (time === null ? since === null : since !== null && daysBetween(since.start, time.start) <= slack)
        return { head, why: ["same scope of counting"] };
    }
    return { head: seat.id, why: [] };
  }

  readonly decide = (seat: Seat, earlier: Earlier<Seat>): Placed => {
    if (seat.account.layer === "tally") return this.count(seat, earlier);
    const heads = new Set(earlier.near().map((s) => earlier.headOf(s)));
    const groups = [...heads].map((head) => earlier.membersOf(head)).filter((group) => group.length > 0);
    // Of two that fit alike, the one that was begun first.
    groups.sort((x, y) => order(x[0]!, y[0]!));
    return isDenial(seat.account) ? this.deny(seat, groups) : this.place(seat, groups);
  };
}

/** How accounts find their happening; see replay.ts for what is done with it. */
export const clustering = (rules: JudgementRules, actors: Actors): Fold<Seat> => ({
  groups: true,
  order,
  place: new Placing(rules, actors).decide,
});
