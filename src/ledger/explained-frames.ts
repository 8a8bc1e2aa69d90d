// The frames that an explanation's claims name ('withdrawal/verb/1'), put into words from the codebook at hand. Pure; a
// frame of another edition than the claim was coded by is not shown, because its number may mean any other.
import type { Events } from "../codebook/events.ts";
import { ruleText } from "../codebook/frame-text.ts";
import type { ExplainedClaim } from "./explained-claim.ts";

/** The part of a codebook that frames are told from. */
export interface FrameBook {
  readonly version: string;
  readonly events: Events;
}

/** The first words are those of the rule; further ones are of other frames that tell of the same event. */
function looksFor(codebook: string, rule: string, words: readonly string[], book: FrameBook): string | null {
  if (codebook === book.version) return ruleText(book.events, rule, words.slice(0, 1));
  return /\/(?:verb|noun)\/\d/.test(rule)
    ? `what codebook ${codebook} says there; the one at hand is ${book.version}`
    : null;
}

/** The claim with its event's rule in words. */
export const withFrames = (open: ExplainedClaim, book: FrameBook): ExplainedClaim => ({
  ...open,
  slots: open.slots.map((s) =>
    s.slot === "event" ? { ...s, looks_for: looksFor(open.claim.codebook, s.rule, s.words, book) } : s,
  ),
});
