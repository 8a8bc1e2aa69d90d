// What one claim tells of an order, ready to be compared: when it was made known, for whom, where, by whom; and whether
// two such voices can be of one order. Which order a voice joins is decided in orders.ts.
import type { ClaimPlace, Day, OrderStatus, OrderTerms } from "../model/index.ts";
import { daysBetween } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors, Who } from "./actors.ts";
import { placeKey, widthOf } from "./locus.ts";
import { fold } from "./names.ts";

export interface Voice {
  readonly account: Account;
  readonly terms: OrderTerms;
  readonly issuer: Who;
  /** When it was made known, as its own words tell. */
  readonly told: Day | null;
  /** The same, or for want of such words the day of publication. */
  readonly day: Day | null;
  /** It tells what befell an order that was made before. */
  readonly act: boolean;
}

const ACTS = new Set<OrderStatus>(["lifted", "broken", "expired", "extended"]);

/** Null where the claim tells of no order. */
export function voiceOf(account: Account, actors: Actors): Voice | null {
  const { order, stance } = account.claim;
  if (order === null || stance === "denied") return null;
  const told = order.announced ?? order.from ?? account.time?.start ?? null;
  return {
    account,
    terms: order,
    issuer: actors.who(order.issuer),
    told,
    day: told ?? account.published,
    act: ACTS.has(order.status),
  };
}

/** A longer time than this tells no day of announcement. */
const NEAR = 2;
/** An order is announced when the event that its claim tells of happened, where the terms do not say. */
export const announcedOf = (v: Voice): Day | null => {
  const { time } = v.account.claim;
  const near = time !== null && daysBetween(time.start, time.end) <= NEAR && !v.act;
  return v.terms.announced ?? (near ? time.start : null);
};

/** It only speaks of an order, without a day or a term by which it could be told from another. */
export const isBare = (v: Voice): boolean => {
  const { from, until, hours, grants, conditions, exceptions, status } = v.terms;
  const said =
    [from, until, hours].some((x) => x !== null) || grants.length + conditions.length + exceptions.length > 0;
  return !v.act && v.told === null && !said && status !== "proposed";
};

export const isWide = (place: ClaimPlace): boolean => widthOf(place) >= 5;

function placesMeet(a: ClaimPlace | null, b: ClaimPlace | null, together: boolean): boolean {
  if (a === null || b === null) return true;
  if (placeKey(a) === placeKey(b)) return true;
  const holds = (outer: ClaimPlace, inner: ClaimPlace): boolean =>
    outer.id !== null && inner.within_ids.includes(outer.id);
  // A country is told for want of a nearer place, and so is 'the north' beside a town in one text; but a town's order is
  // not its province's.
  if ((isWide(a) && holds(a, b)) || (isWide(b) && holds(b, a))) return true;
  return together && isWide(a) !== isWide(b) && a.within_ids.at(-1) === b.within_ids.at(-1);
}

/** Where and by whom: what many voices of one order have in common. */
export interface Face {
  readonly place: ClaimPlace | null;
  readonly issuer: Who;
  /** The document of all who tell so; null where they are several. */
  root: string | null;
}
export const faceOf = (v: Voice): Face => ({ place: v.terms.place, issuer: v.issuer, root: v.account.root });
/** The same for voices of the same face. */
export const faceKey = (v: Voice): string => {
  const { place } = v.terms;
  return [place && placeKey(place), ...v.terms.issuer.map((p) => p.id ?? `"${fold(p.name)}`)].join("\t");
};

/** Whether place and issuer allow that a voice is of the order that others tell of. */
export function meet(face: Face, v: Voice, actors: Actors): boolean {
  if (!placesMeet(face.place, v.terms.place, face.root === v.account.root)) return false;
  const how = actors.compare(face.issuer, v.issuer);
  return how === "agree" || how === "kin" || how === "unknown" || how === "open";
}

/** Whom an amnesty covers, word by word: 'defectors from the army' and 'all conscripts' are offered two of them. */
const covered = (terms: OrderTerms): string[] =>
  terms.for.flatMap((p) => fold(p.name).split(" ")).filter((w) => w.length > 3);
const coverOthers = (a: Voice, b: Voice): boolean => {
  if (a.terms.kind !== "amnesty" || a.account.root === b.account.root) return false;
  const [x, y] = [covered(a.terms), covered(b.terms)];
  return x.length > 0 && y.length > 0 && !x.some((w) => y.includes(w));
};

const HOUR = /(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?/gi;
/** '17:00-05:00' for 'from 5 pm to 5 am' and 'from 5 p.m. until 5:00 a.m.'; null where the words give no such pair. */
export function hoursKey(hours: string | null): string | null {
  const read = [...(hours ?? "").matchAll(HOUR)].map(([, hour, minute, half]) => {
    const h = (Number(hour) % 12) + (half!.toLowerCase() === "p" ? 12 : 0);
    return `${String(h).padStart(2, "0")}:${minute ?? "00"}`;
  });
  return read.length === 2 ? read.join("-") : null;
}
/** Other hours on another day are a new curfew; on one day two accounts of it may differ. */
function otherHours(a: Voice, b: Voice): boolean {
  const [x, y] = [hoursKey(a.terms.hours), hoursKey(b.terms.hours)];
  return x !== null && y !== null && x !== y && a.told !== null && b.told !== null && a.told !== b.told;
}

const apart = (a: Day, b: Day): number => (a === b ? 0 : Math.abs(daysBetween(a, b)));

/** Terms that cannot both be of one order. */
export function clash(a: Voice, b: Voice, slack: number): boolean {
  if (coverOthers(a, b) || otherHours(a, b)) return true;
  const [x, y] = [a.terms, b.terms];
  if (x.until && y.until && x.until !== y.until) return true;
  if (x.from && y.from) {
    if (apart(x.from, y.from) > slack) return true;
    // One account may tell only when it begins, and the other tell of it days before.
    if (x.announced === null || y.announced === null) return false;
  }
  return a.day !== null && b.day !== null && apart(a.day, b.day) > slack;
}
