// Things that are struck and that no noun phrase names: 'a school for girls', 'the brick factory'. They stand as targets where
// nobody does; groups.yaml lists what counts as one.
import type { Codebook } from "../../codebook/load.ts";
import type { Trigger } from "../frames.ts";
import { clauseAt, type Sentence } from "../sentence.ts";
import { is, isMark } from "../tags.ts";
import type { Phrase } from "./phrases.ts";

const WEAPON = /^(rocket|missile|shell|mortar|artillery|bomb|weapon|drone)s?$/;

/** A thing that is struck and that no phrase names: 'a school for girls', 'the brick factory'. Modifiers are its own. */
function thingAt(sentence: Sentence, at: number, codebook: Codebook): Phrase[] {
  const g = codebook.grammar;
  const clause = sentence.clauses[clauseAt(sentence, Math.max(0, at - 1))]!;
  for (let k = at; k < Math.min(clause.to, at + 8); k++) {
    const word = sentence.words[k]!;
    if (sentence.tags[k] || isMark(word) || (is(g, "prepositions", word) && k > at)) return [];
    // 'the village of X' is a place, and what is fired is not what is struck.
    if (WEAPON.test(word) || (sentence.words[k + 1] === "of" && /^(village|area|town|city|position)$/.test(word)))
      continue;
    if (!g.objects.has(word) || g.objects.has(sentence.words[k + 1] ?? "")) continue;
    let from = k;
    while (
      from > at &&
      !is(g, "determiners", sentence.words[from - 1]) &&
      !is(g, "prepositions", sentence.words[from - 1])
    )
      from--;
    const tokens = sentence.passage.tokens;
    const name = sentence.texts.slice(from, k + 1).join(" ");
    return [
      {
        from,
        to: k + 1,
        name,
        actor: null,
        sort: "group",
        head: null,
        rule: "thing",
        preposition: null,
        modifier: false,
        also: [],
        at: [tokens[from]!.span[0], tokens[k]!.span[1]],
      },
    ];
  }
  return [];
}

export const STRUCK = new Set(["air_strike", "shelling", "bombing", "armed_clash", "riot_or_destruction"]);

/** The thing that a verb takes, that a noun's verb hits, or that stands behind 'on'. */
export function thingStruck(sentence: Sentence, trigger: Trigger, codebook: Codebook): Phrase[] {
  if (trigger.verb) return thingAt(sentence, trigger.to, codebook);
  if (/^(on|at|against|targeting)$/.test(sentence.words[trigger.to] ?? ""))
    return thingAt(sentence, trigger.to + 1, codebook);
  for (let k = trigger.to; k < Math.min(sentence.words.length, trigger.to + 8); k++) {
    const tag = sentence.tags[k];
    if (tag && !tag.passive && codebook.grammar.hurting.has(tag.lemma)) return thingAt(sentence, k + 1, codebook);
  }
  return [];
}
