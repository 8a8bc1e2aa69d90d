// The terms of an order whose voices are known: field by field, the most particular first, and the chain of what befell
// it. Unknown is null; nothing is made up to fill a term.
import type { ClaimPlace, Day, Order, OrderStatus, OrderStep, Party, Term } from "../model/index.ts";
import { widthOf } from "./locus.ts";
import { byKeys, fold, inOrder } from "./names.ts";
import type { Made, Step } from "./order-index.ts";
import { announcedOf, type Voice } from "./order-voices.ts";

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.filter((d) => d !== null).toSorted(inOrder)[0] ?? null;

/** Its being proposed or declared, as opposed to what befell it later. */
export const isMaking = (step: Step): boolean => step.status === "proposed" || step.status === "in_force";

/** When it was lifted or first broken; null where nobody tells of either. */
export function endOf(made: Made): { readonly day: Day | null; readonly how: "lifted" | "broken" } | null {
  for (const { status, voices } of made.steps)
    if (status === "lifted" || status === "broken") return { day: earliest(voices.map((v) => v.day)), how: status };
  return null;
}

const ending = (voices: readonly Voice[]): Voice | null => voices.find((v) => v.terms.until !== null) ?? null;
/** The voice that gives its last day: of its last extension, if it was extended. */
export function untilOf(made: Made): Voice | null {
  const extended = made.steps.findLast((s) => s.status === "extended");
  return ending(extended ? extended.voices : made.voices);
}

const particular = (p: ClaimPlace | null): number => (p === null ? 9 : widthOf(p));
const merged = <T extends Party | Term>(lists: readonly (readonly T[])[], key: (x: T) => string): T[] => {
  const seen = new Map<string, T>();
  for (const list of lists) for (const x of list) if (!seen.has(key(x))) seen.set(key(x), x);
  // 'Weapons' adds nothing to 'personal identification, weapons and a full pledge'.
  const all = [...seen];
  return all.filter(([k]) => !all.some(([o]) => o !== k && o.includes(k))).map(([, x]) => x);
};
const party = (p: Party): string => p.id ?? fold(p.name);
const term = (t: Term): string => fold(t.text);

function statusOf(made: Made): OrderStatus {
  const had = (status: OrderStatus): boolean => made.steps.some((s) => s.status === status);
  const end = endOf(made);
  if (end) return end.how;
  if (had("extended")) return "extended";
  return had("in_force") ? "in_force" : made.steps[0]!.status;
}

const stepOf = (step: Step): OrderStep => ({
  status: step.status,
  day: earliest(step.voices.map(isMaking(step) ? announcedOf : (v) => v.day)),
  until: ending(step.voices)?.terms.until ?? null,
  claims: step.voices.map((v) => v.account.claim.id),
});

export function termsOf(made: Made): Omit<Order, "id" | "supersedes"> {
  const all = made.voices.map((v) => v.terms);
  const until = untilOf(made)?.terms ?? null;
  // An extension's own days are not the order's, unless nothing else tells of its making.
  const making = made.steps.filter(isMaking).flatMap((s) => s.voices);
  const makers = making.length > 0 ? making : made.voices;
  const from = earliest(makers.map((v) => v.terms.from));
  // An end before the beginning is another order's.
  const ends = until?.until != null && (from === null || from <= until.until);
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
    place: all.map((t) => t.place).toSorted(byKeys(particular))[0] ?? null,
    announced: earliest(makers.map(announcedOf)),
    from,
    until: ends ? until.until : null,
    until_evidence: ends ? until.until_evidence : null,
    hours: all.find((t) => t.hours !== null)?.hours ?? null,
    status: statusOf(made),
    lifted: endOf(made)?.day ?? null,
    steps: made.steps.map(stepOf),
    claims: made.voices.map((v) => v.account.claim.id),
  };
}
