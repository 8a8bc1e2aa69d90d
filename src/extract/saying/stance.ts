// Whether a happening is told as a fact, denied, planned or demanded, or is no claim at all: negated in the outlet's own
// voice, feared, possible, conditional. Read from the verb group and from the words of saying that govern it.
import type { Codebook } from "../../codebook/load.ts";
import { findSteps } from "../../codebook/patterns.ts";
import type { Hedge, Stance } from "../../model/index.ts";
import { groupStart } from "../arguments.ts";
import type { Trigger } from "../frames.ts";
import { clauseAt, type Sentence } from "../sentence.ts";
import { is, isMark } from "../tags.ts";
import type { Attribution } from "./attribution.ts";

const TOLD = /^(reports?|claims?|accounts?|news|rumou?rs|allegations?|suggestions?)$/;

export interface StanceReading {
  /** Null: no claim. */
  readonly stance: Stance | null;
  /** Tokens of the words that made it so, half-open; null for a plain assertion. */
  readonly words: readonly [from: number, to: number] | null;
  readonly rule: string;
}

const asserted: StanceReading = { stance: "asserted", words: null, rule: "plain" };

function near(sentence: Sentence, from: number, back: number, test: (word: string) => boolean): number {
  const clause = sentence.clauses[clauseAt(sentence, from)]!;
  for (let k = from - 1; k >= Math.max(clause.from, from - back); k--) {
    if (test(sentence.words[k]!)) return k;
    if (/^[;:]$/.test(sentence.words[k]!)) return -1;
  }
  return -1;
}

/** 'did not order an evacuation': the 'not' of the verb that lends the noun its doer; -1 where it has none. */
function negatedLight(sentence: Sentence, head: number, codebook: Codebook): number {
  const g = codebook.grammar;
  const clause = sentence.clauses[clauseAt(sentence, head)]!;
  for (let k = head - 1; k >= Math.max(clause.from, head - 6); k--) {
    const tag = sentence.tags[k];
    if (!tag) continue;
    if (!g.light.has(tag.lemma)) return -1;
    for (let n = groupStart(sentence, k, codebook); n < k; n++)
      if (is(g, "negators", sentence.words[n]) || /n't$/.test(sentence.words[n]!)) return n;
    return -1;
  }
  return -1;
}

export function readStance(
  sentence: Sentence,
  trigger: Trigger,
  chain: readonly Attribution[],
  codebook: Codebook,
): StanceReading {
  const g = codebook.grammar;
  const { words, tags } = sentence;
  const head = trigger.from;
  const start = trigger.verb ? groupStart(sentence, head, codebook) : head;
  const group = words.slice(start, head);
  const clause = sentence.clauses[clauseAt(sentence, head)]!;
  const lo = Math.max(0, clause.from - 1);
  // Fears, conditions, possibilities: from the word that opens them to the end of its clause.
  for (const steps of g.unreal) {
    const at = findSteps(words, steps, lo, head);
    if (!at) continue;
    const would = words[at[0]] === "would" || words[at[0]] === "should";
    if (would && chain.length && trigger.verb && at[0] >= start - 1) continue;
    if (would && at[0] < start - 4) continue;
    if (/^(possible|potential|fear|fears|feared|likelihood|prospect)$/.test(words[at[0]]!) && head - at[1] > 6)
      continue;
    return { stance: null, words: [at[0], at[1]], rule: "unreal" };
  }
  // 'the fall of the city would be a disaster': spoken of, not told.
  if (!trigger.verb) {
    for (let k = trigger.to; k < Math.min(clause.to, trigger.to + 8) && !tags[k]; k++)
      if (/^(would|could|might|may|should)$/.test(words[k]!))
        return { stance: null, words: [k, k + 1], rule: "unreal" };
  }
  if (chain.some((a) => a.kind === "denied" && a.cue[0] < head && a.rule === "said-before")) {
    const a = chain.find((x) => x.kind === "denied")!;
    return { stance: "denied", words: a.cue, rule: "denied-by-source" };
  }
  // 'said there was no truth in reports of a withdrawal', 'reports of an advance were false'
  const refuted = g.denials.map((s) => findSteps(words, s, Math.max(0, head - 10))).find(Boolean);
  const report = words.slice(Math.max(0, head - 6), head).findIndex((w) => TOLD.test(w));
  if (
    refuted &&
    report >= 0 &&
    refuted[0] - head < 12 &&
    !words.slice(Math.min(head, refuted[1]), refuted[0]).some(isMark)
  )
    return { stance: chain.length ? "denied" : null, words: refuted, rule: "refuted" };
  const negator = group.findIndex((w) => is(g, "negators", w) || /n't$/.test(w));
  const negNoun = trigger.verb
    ? -1
    : Math.max(
        near(sentence, head, 3, (w) => /^(no|without|neither)$/.test(w)),
        negatedLight(sentence, head, codebook),
      );
  const failed = near(sentence, start, 3, (w) =>
    /^(failed|fails|unable|refused|refuses|refusing|declined|tried|trying|attempted|attempting|attempt|attempts|attempted)$/.test(
      w,
    ),
  );
  if (
    negator >= 0 ||
    negNoun >= 0 ||
    (failed >= 0 && words[start] === "to") ||
    (failed >= 0 && words[start - 1] === "to")
  ) {
    const at = negator >= 0 ? start + negator : negNoun >= 0 ? negNoun : failed;
    return chain.length && failed < 0
      ? { stance: "denied", words: [at, at + 1], rule: "negated-by-source" }
      : { stance: null, words: [at, at + 1], rule: "negated" };
  }
  // Orders, wishes and plans: the nearest words of asking before the verb, or a future.
  const infinitive = trigger.verb?.form === "base" && group.includes("to");
  const governing = chain.find((a) => a.cue[0] < head && a.rule === "said-before" && head - a.cue[0] < 25);
  if (governing?.kind === "urged") return { stance: "demanded", words: governing.cue, rule: "demanded" };
  if (
    governing &&
    (governing.kind === "vowed" || governing.kind === "planned" || governing.kind === "ordered") &&
    (infinitive || !trigger.verb || group.some((w) => is(g, "modals", w)))
  )
    return { stance: "planned", words: governing.cue, rule: "planned" };
  const future = group.findIndex((w) => /^(will|shall|'ll)$/.test(w) || w === "would");
  if (future >= 0 && trigger.verb)
    return { stance: "planned", words: [start + future, start + future + 1], rule: "future" };
  if (infinitive) {
    for (let k = start - 1; k >= Math.max(0, start - 8); k--) {
      const tag = tags[k];
      if (!tag || tag.lemma === "be") {
        if (/^(plans?|ready|due|decision|order|set|intention|bid|efforts?|about|poised)$/.test(words[k]!))
          return { stance: "planned", words: [k, k + 1], rule: "planned" };
        if (/^(call|calls|appeal|appeals|demand|demands|pleas?)$/.test(words[k]!))
          return { stance: "demanded", words: [k, k + 1], rule: "demanded" };
        continue;
      }
      if (
        /^(order|plan|decide|agree|vow|promise|pledge|threaten|prepare|intend|want|aim|seek|expect|instruct|hope|propose|ask|need|try|attempt)$/.test(
          tag.lemma,
        )
      )
        return /^(want|hope|seek|aim|try|attempt|need)$/.test(tag.lemma)
          ? { stance: null, words: [k, k + 1], rule: "wished" }
          : { stance: "planned", words: [k, k + 1], rule: "planned" };
      if (/^(urge|demand|call|appeal|request|advise|tell)$/.test(tag.lemma))
        return { stance: "demanded", words: [k, k + 1], rule: "demanded" };
      if (
        /^(manage|begin|continue|start|help|allow|force|cause|enable|prompt|drive|lead|oblige|compel|push|fail|use|be)$/.test(
          tag.lemma,
        )
      )
        return asserted;
      return { stance: null, words: [start, head], rule: "purpose" };
    }
  }
  if (!trigger.verb) {
    const call = near(sentence, head, 4, (w) => /^(for|of)$/.test(w));
    const before = words.slice(Math.max(0, head - 6), head);
    if (call >= 0 && before.some((w) => /^(call|calls|called|calling|appeal|appealed|demand|demanded)$/.test(w)))
      return { stance: "demanded", words: [call - 1, call], rule: "demanded" };
    if (before.some((w) => /^(planned|upcoming|forthcoming|imminent|impending|looming|future|proposed)$/.test(w)))
      return { stance: "planned", words: [head - 1, head], rule: "planned" };
  }
  return asserted;
}

/** The hedge beside a trigger, where the sentence has one. */
export function readHedge(sentence: Sentence, trigger: Trigger, codebook: Codebook): Hedge | null {
  const clause = sentence.clauses[clauseAt(sentence, trigger.from)]!;
  const from = Math.max(0, clause.from - 6);
  const hit = codebook.grammar.hedges.find(({ steps }) => findSteps(sentence.words, steps, from, clause.to));
  return (hit?.hedge as Hedge | undefined) ?? null;
}
