// How one actor stands to another, in words, from either end.
import type { ActorRelationKind } from "../model/index.ts";

const WORDS: Readonly<Record<ActorRelationKind, readonly [of: string, to: string]>> = {
  renamed_to: ["renamed itself", "was formerly"],
  succeeded_by: ["was succeeded by", "succeeded"],
  merged_into: ["merged into", "took in"],
  split_from: ["split from", "lost to a split"],
  part_of: ["is part of", "includes"],
  led_by: ["is led by", "leads"],
  allied_with: ["is allied with", "is allied with"],
  backed_by: ["is backed by", "backs"],
  pledged_to: ["pledged allegiance to", "was pledged allegiance by"],
  designated_by: ["was designated by", "designated"],
  sanctioned_by: ["was sanctioned by", "sanctioned"],
  agreed_with: ["made an agreement with", "made an agreement with"],
  surrendered_to: ["surrendered to", "took the surrender of"],
  defected_to: ["defected to", "took in defectors of"],
};

/** `from`: of the one that the relation is told of, else of the other. */
export const relationWords = (relation: ActorRelationKind, end: "from" | "to"): string =>
  WORDS[relation][end === "from" ? 0 : 1];
