// Whether an incident stands: disputed where somebody asserts it and somebody else denies that it happened; denied where
// only denials remain, or those who asserted it have themselves taken it back later; corroborated where two or more
// independent origins assert it and not all of them are parties of one side; single-source otherwise. A disagreement
// about one slot is no dispute about the event, and a denial adds no origin.
import type { Claim, ClaimId, Status } from "../model/index.ts";
import type { Origin } from "./origins.ts";

export interface Voice {
  readonly claim: Claim;
  readonly origin: Origin | null;
  /** The side of the event that this origin is a party of; null when it is none. */
  readonly party: string | null;
  readonly published: string;
}

export interface Standing {
  readonly status: Status;
  readonly origins: readonly Origin[];
  readonly parties: readonly Origin[];
  /** Two or more independent origins assert it, and not all of them are parties of one side. */
  readonly several: boolean;
  /** The first claim by which each origin asserts it; every claim where nobody stands for it. */
  readonly first: readonly ClaimId[];
  /** What decides the status. */
  readonly claims: readonly ClaimId[];
}

/** Voices in order of publication. */
export function standing(voices: readonly Voice[]): Standing {
  const asserting = voices.filter((v) => v.claim.stance !== "denied");
  const denying = voices.filter((v) => v.claim.stance === "denied");
  const origins = new Map<string, Origin>();
  const parties = new Map<string, Origin>();
  const sides = new Set<string>();
  for (const v of asserting) {
    if (v.origin === null) continue;
    if (!origins.has(v.origin.key)) origins.set(v.origin.key, v.origin);
    if (v.party !== null) parties.set(v.origin.key, v.origin);
    sides.add(v.party ?? "none");
  }
  const takenBack =
    asserting.length > 0 &&
    denying.length > 0 &&
    asserting.every((a) =>
      denying.some((d) => a.origin !== null && d.origin?.key === a.origin.key && d.published > a.published),
    );
  const several = origins.size >= 2 && (sides.size > 1 || sides.has("none"));
  const status: Status =
    asserting.length === 0 || takenBack
      ? "denied"
      : denying.length > 0
        ? "disputed"
        : several
          ? "corroborated"
          : "single-source";
  const firsts = [...origins.keys()].map((key) => asserting.find((v) => v.origin?.key === key)!);
  const first = (firsts.length > 0 ? firsts : asserting).map((v) => v.claim.id);
  const claims = [...first, ...denying.map((v) => v.claim.id)];
  return { status, origins: [...origins.values()], parties: [...parties.values()], several, first, claims };
}
