// An analyst's decisions laid over what was read: a rejected claim is not judged, a set or added slot replaces what the
// coder read, and incidents can be corrected after judging. The last decision on a slot stands; nothing stored is changed.
import type { Claim, ClaimId, Decision, Incident } from "../model/index.ts";
import { byKeys, grouped } from "./names.ts";

const inTime = byKeys<Decision>(
  (d) => d.at,
  (d) => d.id,
);
const about = (decisions: readonly Decision[], kind: Decision["target"]["kind"]): Map<string, Decision[]> =>
  grouped(decisions.filter((d) => d.target.kind === kind).toSorted(inTime), (d) => d.target.id);

/** The last of accept and reject; null when neither was decided. */
const verdict = (decisions: readonly Decision[]): "accept" | "reject" | null =>
  (decisions.findLast((d) => d.op === "accept" || d.op === "reject")?.op as "accept" | "reject" | undefined) ?? null;

function corrected<T extends object>(row: T, decisions: readonly Decision[]): T {
  let now: Record<string, unknown> = { ...(row as Record<string, unknown>) };
  for (const d of decisions) {
    if (d.slot === null || !(d.slot in now) || d.slot === "id") continue;
    const old = now[d.slot];
    if (d.op === "set") now = { ...now, [d.slot]: d.value };
    if (d.op === "add" && Array.isArray(old)) now = { ...now, [d.slot]: [...old, d.value] };
  }
  return now as T;
}

/** The claims to be judged: without the rejected and those of rejected documents, with the slots that analysts set. */
export function decidedClaims(claims: readonly Claim[], decisions: readonly Decision[]): Claim[] {
  if (decisions.length === 0) return [...claims];
  const onClaims = about(decisions, "claim");
  const onDocuments = about(decisions, "document");
  return claims
    .filter((c) => verdict(onClaims.get(c.id) ?? []) !== "reject")
    .filter((c) => verdict(onDocuments.get(c.document) ?? []) !== "reject")
    .map((c) => corrected(c, onClaims.get(c.id) ?? []));
}

/** Claims that an analyst said are about one happening, or are not: `value` of a merge or split lists claim ids. */
export function decidedPartition(
  decisions: readonly Decision[],
): { op: "merge" | "split"; claims: ClaimId[]; by: string }[] {
  return decisions
    .toSorted(inTime)
    .flatMap((d) =>
      (d.op === "merge" || d.op === "split") && Array.isArray(d.value)
        ? [{ op: d.op, claims: d.value.filter((v): v is ClaimId => typeof v === "string"), by: `decision ${d.id}` }]
        : [],
    );
}

/** The judged rows with what analysts set on them, the rejected left out. */
export function decidedRows<T extends { readonly id: string }>(
  rows: readonly T[],
  kind: "incident" | "order" | "holding",
  decisions: readonly Decision[],
): T[] {
  const on = about(decisions, kind);
  if (on.size === 0) return [...rows];
  return rows
    .filter((row) => verdict(on.get(row.id) ?? []) !== "reject")
    .map((row) => corrected(row, on.get(row.id) ?? []));
}

/** Adds to an incident's reasons what analysts decided about its claims. */
export function decisionReasons(incident: Pick<Incident, "id" | "claims">, decisions: readonly Decision[]): string[] {
  if (decisions.length === 0) return [];
  const mine = new Set<string>([incident.id, ...incident.claims]);
  return decisions
    .filter((d) => mine.has(d.target.id))
    .toSorted(inTime)
    .map((d) => `${d.op}${d.slot ? ` ${d.slot}` : ""} by ${d.by}: ${d.reason}`);
}
