// How one actor stands to another, from when to when: renamed, merged, split, part of, allied, backed, designated. Dated
// where somebody says when; the basis is the codebook's own rows or what claims tell.
import type { ActorId, ClaimId } from "./ids.ts";
import type { Day } from "./when.ts";

/** Each says what the first actor is to the second. */
export const ACTOR_RELATIONS = [
  "renamed_to",
  "succeeded_by",
  "merged_into",
  "split_from",
  "part_of",
  "led_by",
  "allied_with",
  "backed_by",
  "pledged_to",
  "designated_by",
  "sanctioned_by",
  "agreed_with",
  "surrendered_to",
  "defected_to",
] as const;
export type ActorRelationKind = (typeof ACTOR_RELATIONS)[number];

export interface NamedActor {
  readonly id: ActorId | null;
  readonly name: string;
}

export interface ActorRelation {
  readonly actor: NamedActor;
  readonly relation: ActorRelationKind;
  readonly other: NamedActor;
  /** Null where nobody says when it began. */
  readonly from: Day | null;
  /** The last day, or the day on which it was ended; null where it lasts, or nobody says. */
  readonly to: Day | null;
  readonly basis: "codebook" | "claims";
  readonly note: string | null;
  readonly claims: readonly ClaimId[];
}
