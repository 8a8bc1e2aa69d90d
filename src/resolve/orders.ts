// Orders (amnesty, curfew, closure, advisory, ceasefire, evacuation) drawn together from the claims that tell of them:
// which voices are of one order, which order a lifting or extension is about, which takes an earlier one's place. The
// terms are order-terms.ts's; how an order stands on a day, order-status.ts's. Whether anybody obeyed is not said here.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Claim, ClaimId, Day, Order, OrderId, OrderKind } from "../model/index.ts";
import { daysBetween } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import { placeKey } from "./locus.ts";
import { byKeys, grouped } from "./names.ts";
import { type Made, OrderIndex, type Step } from "./order-index.ts";
import { endOf, isMaking, termsOf, untilOf } from "./order-terms.ts";
import { clash, isBare, meet, type Voice, voiceOf } from "./order-voices.ts";
import { superseding } from "./superseding.ts";

/** Claims of other keys are never of one order: those of one key can be gathered without the rest. Null: of no order. */
export const orderKey = (claim: Claim): OrderKind | null =>
  claim.order === null || claim.stance === "denied" ? null : claim.order.kind;

/** Gathers the voices of one key, which come in order of day. */
class Gathering {
  readonly index: OrderIndex;
  private readonly actors: Actors;
  private readonly slack: number;

  constructor(actors: Actors, rules: JudgementRules["orders"]) {
    this.index = new OrderIndex(rules);
    this.actors = actors;
    this.slack = rules.announced_slack;
  }

  hear(v: Voice): void {
    const own = (v.act ? this.concerned(v) : (this.agreeing(v) ?? this.spokenOf(v))) ?? this.index.make(v);
    this.index.join(own, v);
    const step = own.steps.findLast((s) => this.isStep(s, v));
    if (step) step.voices.push(v);
    else own.steps.push({ status: v.terms.status, voices: [v] });
  }

  /** The same act told again, or the same standing. */
  private isStep(step: Step, v: Voice): boolean {
    if (step.status !== v.terms.status) return false;
    return isMaking(step) || step.voices.some((o) => this.near(o.day, v.day) && sameEnd(o, v));
  }
  private near(a: Day | null, b: Day | null): boolean {
    return a !== null && b !== null && (a === b || Math.abs(daysBetween(a, b)) <= this.slack);
  }
  private fits(made: Made, v: Voice): boolean {
    for (const face of made.faces.values()) if (!meet(face, v, this.actors)) return false;
    return true;
  }

  /** The latest order with whose making, or with whose extension, the voice agrees. */
  private agreeing(v: Voice): Made | null {
    return this.index.near(v).find((made) => this.fits(made, v) && this.agrees(made, v)) ?? null;
  }
  private agrees(made: Made, v: Voice): boolean {
    const end = endOf(made);
    // What is told of after an order ended is a new one: a truce broken on the 5th and in force on the 7th.
    if (end?.day && v.told !== null && v.told > end.day) return false;
    const clashes = (o: Voice): boolean => clash(o, v, this.slack);
    const made_by = made.steps.filter(isMaking).flatMap((s) => s.voices);
    if (made_by.length > 0 && !made_by.some(clashes)) return true;
    const later = made.steps.filter((s) => s.status === "extended" || (made_by.length === 0 && !isMaking(s)));
    return later.some((s) => s.voices.some((o) => !clashes(o)));
  }

  /** The order then standing that is only spoken of. */
  private spokenOf(v: Voice): Made | null {
    if (!isBare(v) || v.day === null) return null;
    const made_by = (made: Made): Voice[] => made.steps.filter(isMaking).flatMap((s) => s.voices);
    const standing = this.index.before(v).filter((made) => this.stands(made, v.day!, 0) && this.fits(made, v));
    return this.likest(
      standing.filter((made) => !made_by(made).some((o) => clash({ ...o, day: null }, v, this.slack))),
      v,
    );
  }

  /** The order that was extended, lifted or broken: one of which that was told before, else one that stood then. */
  private concerned(v: Voice): Made | null {
    const kin = this.index.before(v).filter((made) => this.fits(made, v));
    const again = kin.filter((made) => made.steps.some((s) => !isMaking(s) && this.isStep(s, v)));
    const open = kin.filter((made) => this.stands(made, v.day, this.slack));
    // An order that had ended can be told broken once more, but what is renewed after its end is a new one.
    const ended = v.terms.status === "extended" ? [] : kin;
    return this.likest([again, open, ended].find((some) => some.length > 0) ?? [], v);
  }
  private stands(made: Made, on: Day | null, slack: number): boolean {
    const end = endOf(made);
    if (end !== null) return end.day !== null && on !== null && end.day > on;
    const until = untilOf(made)?.terms.until ?? null;
    return until === null || on === null || until >= on || daysBetween(until, on) <= slack;
  }

  /** Of the candidates, latest first: the one of the very place and issuer, else the latest. */
  private likest(candidates: readonly Made[], v: Voice): Made | null {
    const place = v.terms.place && placeKey(v.terms.place);
    const likeness = (made: Made): number => {
      const faces = [...made.faces.values()];
      const here = faces.some((o) => o.place !== null && placeKey(o.place) === place);
      const how = faces.map((o) => this.actors.compare(o.issuer, v.issuer));
      return (here ? 1 : 0) + (how.some((h) => h === "agree" || h === "kin") ? 1 : 0);
    };
    let best: { made: Made; likeness: number } | null = null;
    for (const made of candidates) {
      const own = likeness(made);
      if (best === null || own > best.likeness) best = { made, likeness: own };
      if (best.likeness === 2) break;
    }
    return best?.made ?? null;
  }
}

/** What is extended on the day on which an extension ends is extended once more. */
const sameEnd = ({ terms: { until } }: Voice, later: Voice): boolean =>
  later.terms.until === null
    ? until === null || later.day === null || until > later.day
    : until === null || until === later.terms.until;

/**
 * The orders that the accounts tell of, by day of announcement. For the accounts of one `orderKey` it gives what it
 * would give of that key for all accounts.
 * @param idsOf gives each order's durable id from its claims
 */
export function ordersOf(
  accounts: readonly Account[],
  idsOf: (claims: readonly (readonly ClaimId[])[]) => readonly OrderId[],
  actors: Actors,
  rules: JudgementRules,
): Order[] {
  const voices = accounts
    .map((a) => voiceOf(a, actors))
    .filter((v) => v !== null)
    .sort(
      byKeys(
        (v) => v.day ?? "~",
        (v) => (v.act ? 1 : 0),
        (v) => v.account.published ?? "~",
        (v) => v.account.claim.id,
      ),
    );
  const made = [...grouped(voices, (v) => orderKey(v.account.claim)).values()].map((same) => {
    const gathering = new Gathering(actors, rules.orders);
    for (const v of same) gathering.hear(v);
    return gathering.index.made();
  });
  const ids = idsOf(made.flat().map((m) => m.voices.map((v) => v.account.claim.id)));
  let n = 0;
  return made
    .flatMap((same) =>
      superseding(
        same.map((m): Order => ({ id: ids[n++]!, supersedes: null, ...termsOf(m) })),
        actors,
      ),
    )
    .sort(
      byKeys(
        (o) => o.announced ?? o.from ?? "~",
        (o) => o.kind,
        (o) => o.id,
      ),
    );
}
