// Running counts of a war or campaign ('since the war began', 'the conflict has killed'): told apart from the toll of one
// incident, so that no tally is ever added to an incident.
import type { Codebook } from "../codebook/load.ts";
import { findSteps } from "../codebook/patterns.ts";
import { eventId, type FigureMention } from "../model/index.ts";
import type { Account } from "./accounts.ts";
import type { Trigger } from "./frames.ts";
import { clauseAt } from "./sentence.ts";
import type { Read } from "./slots.ts";

const COUNTED = new Set(["killed", "injured", "missing", "displaced", "detained", "fled", "captured"]);
/** So many dead are a war's, never one incident's. */
const WAR = 1000;
/** So many who fled are a war's. */
const UPROOTED = 100_000;
const ATTACK = new Set(["air_strike", "shelling", "bombing", "chemical_attack", "armed_clash", "attack_on_civilians"]);
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

/** 'The death toll of the campaign', 'from the offensive': what it counts is no new offensive. */
const OF_WAR = /^(offensive|campaign|war|conflict|fighting|operation|uprising|violence|hostilities|crisis)$/;
const TOLL = /^(toll|number|tally|count)$/;

const tollOfWar = (words: readonly string[]): number =>
  words.findIndex(
    (w, i) =>
      TOLL.test(w) &&
      /^(of|from|in|since)$/.test(words[i + 1] ?? "") &&
      words.slice(i + 2, i + 5).some((x) => OF_WAR.test(x)),
  );

/** A count that no frame names the hurting of ('has killed half a million', 'millions remain displaced'), as a frame of harm. */
function bareCount(read: Read, count: FigureMention, codebook: Codebook): Trigger | null {
  const { sentence } = read;
  const frame = codebook.events.byVerb.get("kill")?.find((p) => p.frame.event === "attack_on_civilians")?.frame;
  const tokens = sentence.passage.tokens;
  const verbs = sentence.tags.flatMap((tag, i) => (tag && tag.lemma !== "be" ? [i] : []));
  const at = verbs.sort(
    (a, b) => away(tokens[a]!.span[0], count.span[0]) - away(tokens[b]!.span[0], count.span[0]) || a - b,
  )[0];
  if (!frame || at === undefined) return null;
  return { frame, from: at, to: at + 1, clause: clauseAt(sentence, at), verb: sentence.tags[at]! };
}

/**
 * The frame of a sentence that gives a tally - words of a whole war with no one attack beside them, or more dead than one
 * attack leaves - and the frames that remain.
 */
export function splitTally(
  read: Read,
  triggers: readonly Trigger[],
  codebook: Codebook,
): { tally: Trigger | null; rest: Trigger[] } {
  const { words, passage } = read.sentence;
  const counts = read.figures.filter((f) => f.measure && COUNTED.has(f.measure));
  const ofWar = counts.length ? tollOfWar(words) : -1;
  const inToll = (t: Trigger): boolean => ofWar >= 0 && t.verb === null && t.from > ofWar && t.from <= ofWar + 5;
  const open = triggers.filter((t) => !inToll(t));
  const hurt = open.filter((t) => HURT.has(t.frame.event) && (t.frame.weak || t.frame.event === "displacement"));
  const tokens = passage.tokens;
  const big = counts.find((f) => f.min >= (f.measure === "killed" || f.measure === "injured" ? WAR : UPROOTED));
  const nearest =
    big &&
    ([...hurt].sort(
      (a, b) => away(tokens[a.from]!.span[0], big.span[0]) - away(tokens[b.from]!.span[0], big.span[0]),
    )[0] ??
      (open.some((t) => ATTACK.has(t.frame.event)) ? undefined : bareCount(read, big, codebook)));
  const single = open.some((t) => !t.frame.weak && ATTACK.has(t.frame.event));
  const told = counts.length > 0 && !single && (ofWar >= 0 || hasTallyWords(read, codebook));
  const tally =
    nearest ?? (told ? (hurt[0] ?? (ofWar >= 0 ? bareCount(read, counts[0]!, codebook) : null)) : null) ?? null;
  const dead = (t: Trigger): boolean => tally !== null && t !== tally && hurt.includes(t) && !single;
  return { tally, rest: open.filter((t) => t !== tally && !dead(t)) };
}

const away = (a: number, b: number): number => Math.abs(a - b);

export const asTally = (account: Account): Account => ({
  ...account,
  event: eventId("casualty_tally"),
  actors: [],
  // 'people' are whom every tally counts, and the toll is what it is.
  targets: account.targets.filter((t) => !/\b(?:people|tolls?|number|figure|total)$/.test(t.name)),
  rule: "tally",
});
