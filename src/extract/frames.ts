// Finds the frames of the codebook in a sentence: which words name which event, read as verb or noun, and whether what must
// stand beside them does. Who did it to whom is in arguments.ts; whether it is denied, planned or feared in stance.ts.

import type { Frame, FramePattern, Need } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { findSteps, matchSteps, type Steps } from "../codebook/patterns.ts";
import { fits, type IsPlace, standsBefore } from "./fits.ts";
import { headOf, roleTokens } from "./roles.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { is, type VerbTag } from "./tags.ts";

export interface Trigger {
  readonly frame: Frame;
  /** Token indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly verb: VerbTag | null;
}

function holdsHere(
  sentence: Sentence,
  pattern: FramePattern,
  from: number,
  to: number,
  verb: VerbTag | null,
  codebook: Codebook,
  isPlace: IsPlace,
): boolean {
  const { frame } = pattern;
  if (frame.follow.size) {
    let k = to;
    while (
      is(codebook.grammar, "adverbs", sentence.words[k]) ||
      is(codebook.grammar, "be", sentence.words[k]) ||
      is(codebook.grammar, "have", sentence.words[k])
    )
      k++;
    const lemma = sentence.tags[k]?.lemma;
    if (
      !frame.follow.has(sentence.words[to] ?? "") &&
      !frame.follow.has(sentence.words[k] ?? "") &&
      !(lemma && frame.follow.has(lemma))
    )
      return false;
  }
  if (frame.notAfter.has(sentence.words[from - 1] ?? "")) return false;
  // 'a group fighting X', 'a coalition battling X': what it is, not what it did.
  if (
    verb?.form === "ing" &&
    !verb.finite &&
    /^(fight|battle)$/.test(verb.lemma) &&
    sentence.phrases.some((p) => p.to === from)
  )
    return false;
  if (
    !verb &&
    is(codebook.grammar, "be", sentence.words[from - 1]) &&
    to - from === 1 &&
    !/s$/.test(sentence.words[from]!)
  )
    return false;
  if (verb && frame.weak && isCalamity(sentence, from, codebook)) return false;
  if (frame.not.some((steps) => matchSteps(sentence.words, to, steps) >= 0)) return false;
  if (frame.with.length && !frame.with.some((steps) => standsBeside(sentence, steps, from, to))) return false;
  return takesRight(sentence, { frame, from, to, clause: 0, verb }, codebook, isPlace);
}

/** Whether what kills is nobody's doing: 'an earthquake struck the city, killing 20'. */
function isCalamity({ tree }: Sentence, verb: number, codebook: Codebook): boolean {
  const subject = tree.subject(verb);
  if (subject === null || !codebook.grammar.calamities.has(tree.lower(subject))) return false;
  // 'a fire', not 'artillery fire' and 'fire from the hill'.
  return tree.lower(subject) !== "fire" || tree.under(subject, "det").some((d) => /^an?$/.test(tree.lower(d)));
}

/** Whether the words stand near, in a stretch of the same predicate or of one that hangs on it: 'killed three when mortars fell'. */
function standsBeside(sentence: Sentence, steps: Steps, from: number, to: number): boolean {
  const { clauses, tree, words } = sentence;
  const { head } = clauses[clauseAt(sentence, from)]!;
  const above = tree.words[head]!;
  const joined = above.relation === "conj" ? null : above.head;
  return clauses.some(
    (c) =>
      (c.head === head || c.head === joined || (tree.holds(head, c.head) && tree.words[c.head]!.relation !== "conj")) &&
      findSteps(words, steps, Math.max(c.from, from - 14), Math.min(c.to, to + 14)) !== null,
  );
}

/** Whether what the frame needs and whose doing it is stand in its roles. */
function takesRight(sentence: Sentence, trigger: Trigger, codebook: Codebook, isPlace: IsPlace): boolean {
  const { frame, verb, from } = trigger;
  const answers = (role: string, classes: Need): boolean | null =>
    fits(sentence, roleTokens(sentence, trigger, role, codebook), classes, codebook, isPlace);
  if (frame.needs.length) {
    // 'civilians died': the verb's own subject is whom it befell.
    const befalls = verb?.passive || verb?.lemma === "die" ? "subject" : "object";
    const roles = verb ? [befalls, ...frame.target] : [...NOMINAL, ...frame.target];
    if (!roles.some((role) => answers(role, frame.needs))) return false;
  }
  if (!frame.subject.length) return true;
  const doing = verb ? answers(verb.passive ? "by" : "subject", frame.subject) : null;
  return (
    doing ??
    (standsBefore(sentence, from, frame.subject) ||
      (verb?.passive === true && ["between", "with"].some((r) => answers(r, frame.subject))))
  );
}
const NOMINAL = ["of", "on", "against", "in", "at", "to", "object"];

/** Every frame found, the longest pattern at each token; two events at one token only where both need different words. */
export function findTriggers(sentence: Sentence, codebook: Codebook, isPlace: IsPlace): Trigger[] {
  const { words, tags } = sentence;
  const { byVerb, byNoun } = codebook.events;
  const found: Trigger[] = [];
  let busy = 0;
  for (let i = 0; i < words.length; i++) {
    if (i < busy) continue;
    const tag = tags[i] ?? null;
    const hits: Trigger[] = [];
    const tryAll = (patterns: readonly FramePattern[] | undefined, verb: VerbTag | null): void => {
      for (const pattern of patterns ?? []) {
        const to = verb ? matchSteps(words, i + 1, pattern.steps, 1) : matchSteps(words, i, pattern.steps);
        if (to < 0 || !holdsHere(sentence, pattern, i, to, verb, codebook, isPlace)) continue;
        hits.push({ frame: pattern.frame, from: i, to, clause: clauseAt(sentence, i), verb });
      }
    };
    if (tag) tryAll(byVerb.get(tag.lemma), tag);
    const named = tag && tag.form !== "ing" ? undefined : byNoun.get(words[i]!);
    const verbal = hits.length;
    if (!sentence.phrases.some((p) => p.rule === "registry" && p.from <= i && i < p.to)) tryAll(named, null);
    if (!hits.length) continue;
    // A gerund read as a noun yields to the verb when it takes an object at once.
    const pool =
      verbal &&
      hits.length > verbal &&
      (is(codebook.grammar, "determiners", words[i + 1]) || sentence.phrases.some((p) => p.from === i + 1))
        ? hits.slice(0, verbal)
        : hits;
    const best = pool.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    found.push(best);
    if (best.to > i + 1 && !best.verb) busy = best.to;
  }
  return found.filter((t) => !isAside(sentence, t, found));
}

const TAKES = new Set(["territory_captured", "territory_transferred", "offensive", "withdrawal"]);

/**
 * What the same sentence tells as part of another event and nothing more: 'after short clashes' before a capture, 'and moved
 * towards the coast' after a withdrawal.
 */
function isAside(sentence: Sentence, t: Trigger, all: readonly Trigger[]): boolean {
  const event = t.frame.event as string;
  // 'Came under the control of': the words for holding are part of those for taking.
  if (t.frame.standing && all.some((o) => !o.frame.standing && o.from < t.from && t.from < o.to)) return true;
  if (event === "offensive" && t.verb && /^(move|redeploy|enter)$/.test(t.verb.lemma))
    return all.some(
      (o) => (o.frame.event as string) === "withdrawal" && o.from < t.from && t.from - o.from < 12 && o.verb,
    );
  if (event !== "armed_clash" || t.verb || t.frame.weak) return false;
  // 'soldiers fled from battles in the city': where they were, not what is told.
  const { tree } = sentence;
  const noun = headOf(tree, t);
  const { relation, head } = tree.words[noun]!;
  if (relation === "obl" && !tree.has(noun, "nmod:poss") && all.some((o) => o.verb && !o.frame.weak && o.from === head))
    return true;
  const before = sentence.words.slice(Math.max(0, t.from - 3), t.from);
  const after = sentence.words[t.to] ?? "";
  if (!before.some((w) => /^(after|amid|following|without)$/.test(w)) || /^(between|with|that|which)$/.test(after))
    return false;
  return all.some((o) => TAKES.has(o.frame.event) && o.verb && o.from < t.from && o.clause === t.clause);
}

const rank = (t: Trigger): number =>
  (t.frame.weak ? 0 : 100) +
  (t.frame.with.length ? 30 : 0) +
  (t.to - t.from) * 3 +
  (t.frame.needs.length ? 2 : 0) +
  (t.frame.event === "statement" || t.frame.standing ? -60 : 0);
