// Finds the frames of the codebook in a sentence: which words name which event, read as verb or noun, and whether what must
// stand beside them does. Who did it to whom is in arguments.ts; whether it is denied, planned or feared in stance.ts.

import type { Frame, FramePattern, Need, NeedClass } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { findSteps, matchSteps } from "../codebook/patterns.ts";
import type { Phrase } from "./parties/phrases.ts";
import { roleTokens } from "./roles.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { is, isMark, type VerbTag } from "./tags.ts";

export interface Trigger {
  readonly frame: Frame;
  /** Token indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly verb: VerbTag | null;
}

const OFFICIAL = new Set(["person", "government", "ministry", "un", "embassy"]);

export function classesOf(p: Phrase): Set<NeedClass> {
  const found = new Set<NeedClass>();
  const group = p.head?.group;
  if (p.sort === "force" || (p.actor && ["army", "rebel", "militia", "police", "coalition"].includes(p.actor.kind)))
    found.add("force");
  if (p.sort === "state" || p.actor?.kind === "state" || p.actor?.kind === "alliance")
    found.add("state").add("organisation");
  if (p.sort === "organisation" || p.sort === "source") found.add("organisation");
  if (p.sort === "source") found.add("source");
  if (p.sort === "person" || group === "officials" || (p.actor && OFFICIAL.has(p.actor.kind))) found.add("officials");
  if (p.sort === "group" && p.head) found.add("people");
  if (p.sort === "person") found.add("people");
  return found;
}

const ENDS = /^(in|at|on|near|by|after|with|during|for|against|into)$/;

/** The phrases and words right of `at`, up to the next clause that is not content, that tell what the verb takes. */
function rightOf(
  sentence: Sentence,
  at: number,
  codebook: Codebook,
  isPlace: (i: number) => boolean,
  takes: readonly string[],
): Set<NeedClass> {
  const g = codebook.grammar;
  const clause = sentence.clauses[clauseAt(sentence, at - 1)]!;
  let end = Math.min(clause.to, at + 12);
  for (let i = at; i < end; i++) {
    const word = sentence.words[i]!;
    const counts = word === "at" && /^(least|most)$/.test(sentence.words[i + 1] ?? "");
    if (ENDS.test(word) && !counts && !takes.includes(word)) end = i;
  }
  const found = new Set<NeedClass>();
  for (const p of sentence.phrases) if (p.from >= at && p.from < end) for (const c of classesOf(p)) found.add(c);
  if (/^(him|them|us)$/.test(sentence.words[at] ?? "")) found.add("people").add("force").add("officials");
  for (let i = at; i < end; i++) {
    if (isMark(sentence.words[i]) && !/^[,"“”()'‘’]$/.test(sentence.words[i]!)) break;
    if (isPlace(i)) found.add("place");
    if (g.sites.has(sentence.words[i]!)) found.add("site");
    if (g.objects.has(sentence.words[i]!)) found.add("thing");
  }
  return found;
}

/** What a pronoun may stand for; a relative one stands for the phrase before it. */
function meant(sentence: Sentence, at: number): readonly NeedClass[] {
  const word = sentence.words[at]!;
  if (word === "he" || word === "she") return ["officials", "people"];
  if (word === "they" || word === "it") return ["officials", "force", "people", "organisation"];
  if (word !== "who") return [];
  const before = sentence.phrases.find((p) => p.to <= at && at - p.to <= 1 && !p.modifier);
  return before ? [...classesOf(before)] : ["officials", "force", "people", "organisation"];
}

function leftOf(sentence: Sentence, at: number, isPlace: (i: number) => boolean, codebook: Codebook): Set<NeedClass> {
  const clause = sentence.clauses[clauseAt(sentence, at)]!;
  const found = new Set<NeedClass>();
  const collect = (from: number, to: number): void => {
    for (const p of sentence.phrases)
      if (p.from >= from && p.from < to && !p.modifier) for (const c of classesOf(p)) found.add(c);
    for (let i = from; i < to; i++) {
      if (isPlace(i)) found.add("place");
      if (codebook.grammar.sites.has(sentence.words[i]!)) found.add("site");
      if (codebook.grammar.objects.has(sentence.words[i]!)) found.add("thing");
      for (const c of meant(sentence, i)) found.add(c);
    }
  };
  collect(clause.from, at);
  if (clause.kind !== "main" || !found.size) {
    for (let c = clause.parent; c !== null && !found.size; c = sentence.clauses[c]!.parent)
      collect(sentence.clauses[c]!.from, sentence.clauses[c]!.to);
    if (!found.size && clause.kind !== "main") collect(0, at);
  }
  return found;
}

/** What the word of the tree at `token` is, and what it counts: 'dozens of villages' are villages. */
function classesAt(
  sentence: Sentence,
  token: number,
  codebook: Codebook,
  isPlace: (i: number) => boolean,
): Set<NeedClass> {
  const { tree, words } = sentence;
  const found = new Set<NeedClass>(meant(sentence, token));
  const phrase = sentence.phrases.find((p) => p.from <= token && token < p.to);
  if (phrase) for (const c of classesOf(phrase)) found.add(c);
  if (/^(him|them|us)$/.test(words[token]!)) found.add("people").add("force").add("officials");
  const row = [token, ...tree.under(token, "nmod", "conj", "flat", "appos", "compound")];
  for (const k of row) {
    if (isPlace(k)) found.add("place");
    if (codebook.grammar.sites.has(words[k]!)) found.add("site");
    if (codebook.grammar.objects.has(words[k]!)) found.add("thing");
    if (k !== token && !tree.words[k]!.relation.startsWith("compound")) {
      const p = sentence.phrases.find((q) => q.from <= k && k < q.to);
      if (p) for (const c of classesOf(p)) found.add(c);
    }
  }
  return found;
}

/** Whether the words in a role are of one of the classes; null where nothing stands in it. */
function fits(
  sentence: Sentence,
  tokens: readonly number[],
  classes: Need,
  codebook: Codebook,
  isPlace: (i: number) => boolean,
): boolean | null {
  if (!tokens.length) return null;
  return tokens.some((t) => {
    const there = classesAt(sentence, t, codebook, isPlace);
    return classes.some((n) => there.has(n));
  });
}

function holdsHere(
  sentence: Sentence,
  pattern: FramePattern,
  from: number,
  to: number,
  verb: VerbTag | null,
  codebook: Codebook,
  isPlace: (i: number) => boolean,
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
  if (frame.not.some((steps) => matchSteps(sentence.words, to, steps) >= 0)) return false;
  if (frame.with.length) {
    const clause = sentence.clauses[clauseAt(sentence, from)]!;
    const lo = Math.max(0, Math.min(clause.from, from - 12));
    const hi = Math.max(clause.to, Math.min(sentence.words.length, to + 12));
    if (!frame.with.some((steps) => findSteps(sentence.words, steps, lo, hi))) return false;
  }
  const passive = verb?.passive ?? false;
  const trigger = { frame, from, to, clause: 0, verb };
  const inRole = (role: string): number[] => roleTokens(sentence, trigger, role, codebook);
  const asked = process.env.NONEEDS
    ? null
    : frame.needs.length && verb
      ? fits(
          sentence,
          inRole(verb.lemma === "die" ? "subject" : passive ? "subject" : "object"),
          frame.needs,
          codebook,
          isPlace,
        )
      : null;
  if (asked === false && !frame.target.some((r) => fits(sentence, inRole(r), frame.needs, codebook, isPlace)))
    return false;
  if (frame.needs.length && asked === null) {
    const there = passive
      ? leftOf(sentence, from, isPlace, codebook)
      : rightOf(sentence, to, codebook, isPlace, frame.target);
    const inner = rightOf(sentence, from + 1, codebook, isPlace, frame.target);
    if (!frame.needs.some((n) => there.has(n) || (!passive && inner.has(n)))) {
      // 'civilians died': the verb's own subject is whom it befell
      if (!(verb && verb.lemma === "die" && frame.needs.some((n) => leftOf(sentence, from, isPlace, codebook).has(n))))
        return false;
    }
  }
  const doing = process.env.NOSUBJ
    ? null
    : frame.subject.length && verb
      ? fits(sentence, inRole(passive ? "by" : "subject"), frame.subject, codebook, isPlace)
      : null;
  if (doing === false) return false;
  if (frame.subject.length && doing === null) {
    const there = leftOf(sentence, from, isPlace, codebook);
    const behind = new Set<NeedClass>();
    if (passive)
      for (const p of sentence.phrases)
        if (p.from >= to && /^(by|between|with)$/.test(p.preposition ?? ""))
          for (const c of classesOf(p)) behind.add(c);
    if (!frame.subject.some((n) => there.has(n) || behind.has(n))) return false;
  }
  return true;
}

/** Every frame found, the longest pattern at each token; two events at one token only where both need different words. */
export function findTriggers(sentence: Sentence, codebook: Codebook, isPlace: (i: number) => boolean): Trigger[] {
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
  if (event === "offensive" && t.verb && /^(move|redeploy|enter)$/.test(t.verb.lemma))
    return all.some(
      (o) => (o.frame.event as string) === "withdrawal" && o.from < t.from && t.from - o.from < 12 && o.verb,
    );
  if (event !== "armed_clash" || t.verb || t.frame.weak) return false;
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
