// What the claims are judged to be about: incidents, relations between claims, holdings and orders. All of it is
// derived from claims and decisions and can be rebuilt from them; only the ids are minted once and kept.
import type { Acled, ClaimPlace, OrderStatus, OrderTerms, Party } from "./claim.ts";
import type { ActorId, ClaimId, DocumentId, EventId, HoldingId, IncidentId, OrderId, PlaceId } from "./ids.ts";
import type { Group, Measure } from "./mention.ts";
import type { Day, Interval } from "./when.ts";

export type Status = "corroborated" | "single-source" | "disputed" | "denied";
export type Grade = "confirmed" | "fair" | "weak" | "contested" | "discounted";
export type Slot = "event" | "stance" | "time" | "place" | "actors" | "targets" | "figures" | "order";

export interface Relation {
  readonly from: ClaimId;
  readonly to: ClaimId;
  readonly kind: "denies" | "corrects" | "updates" | "copies" | "part_of";
  readonly slots: readonly Slot[];
  /** The rule's name, or `decision <id>`. */
  readonly by: string;
}

export interface Range {
  readonly measure: Measure;
  readonly group: Group;
  readonly low: number;
  readonly best: number | null;
  /** The highest figure told; null where the rule gives none. */
  readonly high: number | null;
  /** The words of the highest leave open whether there were more ('at least 5'). */
  readonly open: boolean;
  readonly rule: string;
  readonly claims: readonly ClaimId[];
}

export interface Dispute {
  readonly slot: Slot;
  readonly values: readonly { readonly value: string; readonly claims: readonly ClaimId[] }[];
}

export interface Incident {
  readonly id: IncidentId;
  readonly event: EventId;
  readonly acled: Acled | null;
  readonly status: Status;
  /** Ultimate origins that assert it: wire copies and outlets citing one origin count once. */
  readonly independent_sources: number;
  /** The names of those origins, in order of first publication. */
  readonly origins: readonly string[];
  /** Origins that are themselves party to the event. */
  readonly party_origins: readonly string[];
  readonly grade: Grade;
  /** The claims that decide the status and the grade. */
  readonly decided_by: { readonly status: readonly ClaimId[]; readonly grade: readonly ClaimId[] };
  readonly reasons: readonly string[];
  readonly disputes: readonly Dispute[];
  /** True for running totals of a campaign or war, which are never added to incidents. */
  readonly tally: boolean;
  readonly background: boolean;
  readonly time: Interval | null;
  readonly places: readonly Omit<ClaimPlace, "at" | "rule" | "text">[];
  readonly actors: readonly Omit<Party, "at" | "rule" | "text">[];
  readonly targets: readonly Omit<Party, "at" | "rule" | "text">[];
  readonly figures: readonly Range[];
  readonly documents: readonly DocumentId[];
  readonly claims: readonly ClaimId[];
  /** One line in plain English, composed from the slots alone. */
  readonly summary: string;
}

/** Minted ids that no longer head a cluster, and where they lead now. */
export interface IncidentChange {
  readonly id: IncidentId;
  readonly change: "minted" | "merged" | "split" | "withdrawn";
  readonly into: readonly IncidentId[];
}

export interface Holding {
  readonly id: HoldingId;
  readonly place: {
    readonly id: PlaceId | null;
    readonly name: string;
    /** As accounts spell it otherwise. */
    readonly aliases: readonly string[];
    readonly kind: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
    readonly within: readonly string[];
  };
  readonly holder: { readonly id: ActorId | null; readonly name: string; readonly aliases: readonly string[] };
  /** Who held it until then, as told: from whom it was taken, or whose holding it ended; null where nobody says. */
  readonly before: { readonly id: ActorId | null; readonly name: string } | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly state: "controls" | "contested" | "besieged" | "present" | "left";
  readonly basis: "assessed" | "claimed_by_holder" | "claimed_by_other" | "denied";
  /** Origins that say so. */
  readonly accounts: readonly string[];
  readonly claims: readonly ClaimId[];
}

/** A step in the life of an order: that it was proposed or declared, extended, lifted, broken. */
export interface OrderStep {
  readonly status: OrderStatus;
  readonly day: Day | null;
  /** The last day on which it holds, by this step. */
  readonly until: Day | null;
  readonly claims: readonly ClaimId[];
}

export interface Order extends OrderTerms {
  readonly id: OrderId;
  readonly lifted: Day | null;
  /** In order of day; `until` is that of the last extension. */
  readonly steps: readonly OrderStep[];
  readonly supersedes: OrderId | null;
  readonly claims: readonly ClaimId[];
}
