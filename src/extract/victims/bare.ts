// The words that tell of the shooting in a report of which no frame of the codebook read one: 'the boy accidentally shot himself',
// The claim is of the frame by which 'kill' is read.
import type { Codebook } from "../../codebook/load.ts";
import { overlaps } from "../../model/index.ts";
import type { Trigger } from "../frames.ts";
import { clauseAt } from "../sentence.ts";
import type { Read } from "../slots.ts";
import { fatesIn } from "./fates.ts";

/** Sentences by their place among the others, and their words, in order of the text. */
export function bareShootings(reads: readonly Read[], codebook: Codebook): { at: number; trigger: Trigger }[] {
  const frame = codebook.events.byVerb.get("kill")?.find((p) => p.frame.event === "attack_on_civilians")?.frame;
  if (!frame) return [];
  return reads.flatMap(({ sentence, places }, at) => {
    const isPlace = (t: number): boolean => places.some((m) => overlaps(m.span, sentence.passage.tokens[t]!.span));
    const from = fatesIn(sentence, codebook, isPlace).befallen[0]?.by;
    if (from === undefined) return [];
    const verb = sentence.tags[from] ?? null;
    return [{ at, trigger: { frame, from, to: from + 1, clause: clauseAt(sentence, from), verb } }];
  });
}
