// Running counts of a war or campaign ('since the war began', 'the conflict has killed'): told apart from the toll of one
// incident, so that no tally is ever added to an incident.
import type { Codebook } from "../codebook/load.ts";
import { findSteps } from "../codebook/patterns.ts";
import { eventId } from "../model/index.ts";
import type { Account } from "./accounts.ts";
import type { Trigger } from "./frames.ts";
import type { Read } from "./slots.ts";

const COUNTED = new Set(["killed", "injured", "missing", "displaced", "detained", "fled", "captured"]);
/** So many dead are a war's, never one incident's. */
const WAR = 1000;
const HURT = new Set(["attack_on_civilians", "armed_clash", "displacement", "change_of_power", "arrest"]);

export const hasTallyWords = (read: Read, codebook: Codebook): boolean =>
  codebook.grammar.tally.some((steps) => findSteps(read.sentence.words, steps));

/** Frames outside the words that make it a tally: 'since the offensive began' tells of no new offensive. */
export function outsideTally(read: Read, triggers: readonly Trigger[], codebook: Codebook): Trigger[] {
  if (!read.figures.some((f) => f.measure && COUNTED.has(f.measure))) return [...triggers];
  const spans = codebook.grammar.tally.flatMap((steps) => findSteps(read.sentence.words, steps) ?? []);
  const inside = (t: Trigger): boolean =>
    spans.some((_, n) => n % 2 === 0 && spans[n]! <= t.from && t.from < spans[n + 1]!);
  return triggers.filter((t) => t.verb !== null || !inside(t));
}

/** Turns the weak accounts of a sentence with a tally's words and a figure into one casualty tally. */
export function tallied(read: Read, accounts: readonly Account[], codebook: Codebook): Account[] {
  const counts = read.figures.filter((f) => f.measure && COUNTED.has(f.measure));
  const war = counts.some((f) => f.measure === "killed" && f.min >= WAR);
  if (!counts.length || !(war || hasTallyWords(read, codebook))) return [...accounts];
  const first = accounts.find((a) => HURT.has(a.event) && (a.trigger.frame.weak || a.event === "displacement"));
  if (!first) return [...accounts];
  const rest = accounts.filter(
    (a) => a !== first && !(HURT.has(a.event) && (a.trigger.frame.weak || a.event === "displacement")),
  );
  return [...rest, { ...first, event: eventId("casualty_tally"), actors: [], targets: [], rule: "tally" }];
}
