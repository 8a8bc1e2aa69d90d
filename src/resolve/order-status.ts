// How an order stands on a day, by the chain of what was told of it up to that day. It looks at no claim.
import type { OpenDays } from "../codebook/judgement.ts";
import { type Day, daysBetween, type Order, type OrderStatus } from "../model/index.ts";

/** An order's last day as it stood on `at`: an extension told of later has not yet moved it. */
export function untilOn(order: Order, at: Day): Day | null {
  const after = order.steps.findIndex((s) => s.status === "extended" && s.day !== null && s.day > at);
  if (after < 0) return order.until;
  const extended = order.steps.slice(0, after).findLast((s) => s.status === "extended");
  return extended ? extended.until : (order.steps.slice(0, after).find((s) => s.until !== null)?.until ?? null);
}

/**
 * `unknown` where it was not yet announced, where nobody says when it began, or where it has no end and was made, or
 * last extended, longer ago than orders of its kind are taken to hold (judgement.yaml, open_days).
 */
export function orderStatus(order: Order, at: Day, openDays: OpenDays): OrderStatus | "unknown" {
  if (order.announced !== null && at < order.announced) return "unknown";
  const until = untilOn(order, at);
  if (order.lifted !== null && order.lifted <= at && (until === null || order.lifted <= until))
    return order.status === "broken" ? "broken" : "lifted";
  if (until !== null && until < at) return "expired";
  const dayOf = (status: OrderStatus): Day | null => order.steps.find((s) => s.status === status)?.day ?? null;
  const open = (since: Day): boolean => until !== null || daysBetween(since, at) <= openDays[order.kind];
  const proposed = order.status === "proposed" ? (order.announced ?? order.from) : null;
  if (order.status === "proposed") return proposed === null || open(proposed) ? "proposed" : "unknown";
  const begun = order.from ?? dayOf("in_force") ?? order.announced;
  if (begun !== null && at < begun) return "proposed";
  const ended = order.status === "lifted" || order.status === "broken" || order.status === "expired";
  if (ended && order.lifted === null) return order.status;
  const extended = order.steps.findLast((s) => s.status === "extended" && (s.day === null || s.day <= at));
  const standing = extended ? "extended" : "in_force";
  // Where nobody says when it began, it held for as long before its end as orders of its kind are taken to hold.
  if (until !== null) return begun !== null || daysBetween(at, until) <= openDays[order.kind] ? standing : "unknown";
  const since = extended?.day ?? begun;
  return since !== null && open(since) ? standing : "unknown";
}
