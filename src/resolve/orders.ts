// Orders (amnesty, curfew, closure, advisory, ceasefire, evacuation) drawn together from the claims that tell of them:
// terms field by field, the most particular first; what later claims extend, lift or break; and how an order stands on a
// day. Whether anybody obeyed is not said here.
import type { JudgementRules } from "../codebook/judgement.ts";
import type {
  ClaimId,
  ClaimPlace,
  Day,
  Order,
  OrderId,
  OrderKind,
  OrderStatus,
  OrderTerms,
  Party,
  Term,
} from "../model/index.ts";
import { daysBetween } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import { placeKey, widthOf } from "./locus.ts";
import { byKeys, fold, grouped, inOrder } from "./names.ts";

/** As codebook/judgement.yaml has it, for callers that hold no codebook. */
const OPEN_DAYS: Readonly<Record<OrderKind, number>> = {
  amnesty: 365,
  curfew: 14,
  closure: 30,
  advisory: 180,
  ceasefire: 90,
  evacuation: 14,
};

/** Orders of one key are gathered together, and no other can be one with them. */
export const orderKey = (account: Account): string => account.claim.order!.kind;

interface Voiced {
  readonly account: Account;
  readonly terms: OrderTerms;
  /** When it was made known, as near as the claim tells. */
  readonly day: Day | null;
}

const dayOf = (a: Account): Day | null =>
  a.claim.order?.announced ?? a.claim.order?.from ?? a.time?.start ?? a.published;
const ENDS = new Set<OrderStatus>(["lifted", "broken", "expired"]);
/** Claims of what befell an order that was made before. */
const ACTS = new Set<OrderStatus>([...ENDS, "extended"]);

/** A longer time than this tells no day of announcement. */
const NEAR = 2;
/** An order is announced when the event that its claim tells of happened, where the terms do not say. */
const announcedOf = (v: Voiced): Day | null => {
  const { time } = v.account.claim;
  const near = time !== null && daysBetween(time.start, time.end) <= NEAR && !ACTS.has(v.terms.status);
  return v.terms.announced ?? (near ? time.start : null);
};

function placesMeet(a: ClaimPlace | null, b: ClaimPlace | null, together: boolean): boolean {
  if (a === null || b === null) return true;
  if (placeKey(a) === placeKey(b)) return true;
  const wide = (p: ClaimPlace): boolean => widthOf(p) >= 5;
  const holds = (outer: ClaimPlace, inner: ClaimPlace): boolean =>
    outer.id !== null && inner.within_ids.includes(outer.id);
  // A country is told for want of a nearer place, and so is 'the north' beside a town in one text; but a town's order is
  // not its province's.
  if ((wide(a) && holds(a, b)) || (wide(b) && holds(b, a))) return true;
  return together && wide(a) !== wide(b) && a.within_ids.at(-1) === b.within_ids.at(-1);
}

function issuersMeet(a: OrderTerms, b: OrderTerms, actors: Actors): boolean {
  const how = actors.compare(actors.who(a.issuer), actors.who(b.issuer));
  return how === "agree" || how === "kin" || how === "unknown" || how === "open";
}

/** Whom an amnesty covers, word by word: 'defectors from the army' and 'all conscripts' are offered two of them. */
const covered = (terms: OrderTerms): string[] =>
  terms.for.flatMap((p) => fold(p.name).split(" ")).filter((w) => w.length > 3);
const coverOthers = (a: Voiced, b: Voiced): boolean => {
  if (a.terms.kind !== "amnesty" || a.account.root === b.account.root) return false;
  const [x, y] = [covered(a.terms), covered(b.terms)];
  return x.length > 0 && y.length > 0 && !x.some((w) => y.includes(w));
};

/** Terms that cannot both be of one order. */
function clash(a: Voiced, b: Voiced, slack: number): boolean {
  if (coverOthers(a, b)) return true;
  if (a.terms.until && b.terms.until && a.terms.until !== b.terms.until) return true;
  if (a.terms.from && b.terms.from && Math.abs(daysBetween(a.terms.from, b.terms.from)) > slack) return true;
  return a.day !== null && b.day !== null && Math.abs(daysBetween(a.day, b.day)) > slack;
}

const particular = (p: ClaimPlace | null): number => (p === null ? 9 : widthOf(p));
const merged = <T extends Party | Term>(lists: readonly (readonly T[])[], key: (x: T) => string): T[] => {
  const seen = new Map<string, T>();
  for (const list of lists) for (const x of list) if (!seen.has(key(x))) seen.set(key(x), x);
  // 'Weapons' adds nothing to 'personal identification, weapons and a full pledge'.
  const all = [...seen];
  return all.filter(([k]) => !all.some(([o]) => o !== k && o.includes(k))).map(([, x]) => x);
};

interface Made {
  readonly voices: Voiced[];
  until: Voiced | null;
  extended: boolean;
  ended: { readonly day: Day | null; readonly how: "lifted" | "broken" } | null;
}

function apply(made: Made, later: Voiced): void {
  made.voices.push(later);
  const { status, until } = later.terms;
  if (status === "lifted" || status === "broken") made.ended = { day: later.day, how: status };
  if (status === "extended") {
    made.extended = true;
    if (until) made.until = later;
  }
}

/** The orders that the claims tell of, without ids; each with its claims in order of announcement. */
function gather(voiced: readonly Voiced[], actors: Actors, rules: JudgementRules): Made[] {
  const slack = rules.orders.announced_slack;
  const orders: Made[] = [];
  const fits = (made: Made, v: Voiced): boolean =>
    made.voices.every(
      (o) =>
        placesMeet(o.terms.place, v.terms.place, o.account.root === v.account.root) &&
        issuersMeet(o.terms, v.terms, actors),
    );
  for (const v of voiced) {
    const kin = orders.filter((o) => o.voices[0]!.terms.kind === v.terms.kind && fits(o, v));
    const acts = ACTS.has(v.terms.status);
    // What is extended, lifted or broken is the latest such order made before; others join the one they agree with.
    const before = kin.filter((o) => v.day === null || o.voices[0]!.day === null || o.voices[0]!.day <= v.day);
    const own = acts
      ? (before.at(-1) ?? null)
      : (kin.findLast(
          (o) =>
            !o.voices.some((x) => clash(x, v, slack)) &&
            (v.day !== null || o.voices[0]!.account.root === v.account.root),
        ) ?? null);
    if (own && acts) apply(own, v);
    else if (own) own.voices.push(v);
    else {
      const made: Made = { voices: [], until: null, extended: false, ended: null };
      orders.push(made);
      apply(made, v);
    }
  }
  return orders;
}

function termsOf(made: Made): Omit<Order, "id" | "supersedes"> {
  const all = made.voices.map((v) => v.terms);
  const place = all.map((t) => t.place).toSorted(byKeys(particular))[0] ?? null;
  const earliest = (days: readonly (Day | null)[]): Day | null =>
    days.filter((d) => d !== null).sort(inOrder)[0] ?? null;
  const until = made.until?.terms ?? all.find((t) => t.until !== null) ?? null;
  const standing = all.filter((t) => !ACTS.has(t.status));
  const status: OrderStatus =
    made.ended?.how ??
    (made.extended
      ? "extended"
      : standing.every((t) => t.status === "proposed") && standing.length > 0
        ? "proposed"
        : (standing.find((t) => t.status !== "proposed")?.status ?? all[0]!.status));
  const party = (p: Party): string => p.id ?? fold(p.name);
  const term = (t: Term): string => fold(t.text);
  return {
    kind: all[0]!.kind,
    issuer: merged(
      all.map((t) => t.issuer),
      party,
    ),
    for: merged(
      all.map((t) => t.for),
      party,
    ),
    grants: merged(
      all.map((t) => t.grants),
      term,
    ),
    conditions: merged(
      all.map((t) => t.conditions),
      term,
    ),
    exceptions: merged(
      all.map((t) => t.exceptions),
      term,
    ),
    place,
    announced: earliest(made.voices.map(announcedOf)),
    from: earliest(all.map((t) => t.from)),
    until: until?.until ?? null,
    until_evidence: until?.until_evidence ?? null,
    hours: all.find((t) => t.hours !== null)?.hours ?? null,
    status,
    lifted: made.ended?.day ?? null,
    claims: made.voices.map((v) => v.account.claim.id),
  };
}

/** A later order of the same kind and issuer, for the same or a wider place, takes the earlier one's place. */
function superseded(list: readonly { made: Made; order: Order }[], actors: Actors): Order[] {
  return list.map(({ order }, i) => {
    const day = order.announced ?? order.from;
    if (day === null || order.status === "proposed" || order.issuer.length === 0) return order;
    const before = list.slice(0, i).findLast(({ order: o }) => {
      const earlier = o.announced ?? o.from;
      if (o.kind !== order.kind || earlier === null || earlier >= day || o.status === "proposed") return false;
      const who = actors.compare(actors.who(o.issuer), actors.who(order.issuer));
      const covers =
        order.place === null ||
        o.place === null ||
        placeKey(order.place) === placeKey(o.place) ||
        (order.place.id !== null && o.place.within_ids.includes(order.place.id));
      return (who === "agree" || who === "kin") && covers;
    });
    return before ? { ...order, supersedes: before.order.id } : order;
  });
}

/** @param idsOf gives each order's durable id from its claims */
export function ordersOf(
  accounts: readonly Account[],
  idsOf: (claims: readonly (readonly ClaimId[])[]) => readonly OrderId[],
  actors: Actors,
  rules: JudgementRules,
): Order[] {
  const voiced = accounts
    .filter((a) => a.claim.order !== null && a.claim.stance !== "denied")
    .map((account): Voiced => ({ account, terms: account.claim.order!, day: dayOf(account) }))
    .sort(
      byKeys(
        (v) => v.day ?? "~",
        (v) => (ACTS.has(v.terms.status) ? 1 : 0),
        (v) => v.account.published ?? "~",
        (v) => v.account.claim.id,
      ),
    );
  const made = [...grouped(voiced, (v) => v.terms.kind).values()].flatMap((same) => gather(same, actors, rules));
  const ids = idsOf(made.map((m) => m.voices.map((v) => v.account.claim.id)));
  const list = made.map((m, i) => ({
    made: m,
    order: { id: ids[i]!, supersedes: null, ...termsOf(m) } satisfies Order,
  }));
  return superseded(list, actors).sort(
    byKeys(
      (o) => o.announced ?? o.from ?? "~",
      (o) => o.kind,
      (o) => o.id,
    ),
  );
}

/**
 * How an order stands on a day. `unknown` where it was not yet announced, where nobody says when it began, or where it
 * has no end and its making lies further back than orders of its kind are taken to hold.
 */
export function orderStatus(
  order: Order,
  at: Day,
  openDays: Readonly<Record<OrderKind, number>> = OPEN_DAYS,
): OrderStatus | "unknown" {
  const begun = order.from ?? order.announced;
  if (order.announced !== null && at < order.announced) return "unknown";
  if (order.lifted !== null && order.lifted <= at) return order.status === "broken" ? "broken" : "lifted";
  if (order.until !== null && order.until < at) return "expired";
  if (order.status === "proposed") return "proposed";
  if (begun !== null && at < begun) return "proposed";
  const ended = order.status === "lifted" || order.status === "broken" || order.status === "expired";
  if (ended && order.lifted === null) return order.status;
  const standing = order.status === "extended" ? "extended" : "in_force";
  if (order.until !== null) return standing;
  if (begun === null) return "unknown";
  return daysBetween(begun, at) <= openDays[order.kind] ? standing : "unknown";
}
