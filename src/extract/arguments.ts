// The actors and targets of a frame found in a sentence: the phrases that stand in the frame's roles, swapped for the passive.
// Which words stand in a role is read off the tree in roles.ts; what may be a target though nobody is it, here.
import type { Codebook } from "../codebook/load.ts";
import { beforeNoun, holds, peopleOf } from "./before-noun.ts";
import type { IsPlace } from "./fits.ts";
import type { Trigger } from "./frames.ts";
import { canAct, phraseAt } from "./noun-phrases.ts";
import type { Phrase } from "./parties/phrases.ts";
import { beforePower } from "./powers.ts";
import { helpersOf, roleTokens } from "./roles.ts";
import type { Sentence } from "./sentence.ts";

/** 'among them two children': some of those just named, not others. */
const isPart = (p: Phrase, { words }: Sentence): boolean =>
  /^(including|include)$/.test(words[p.from - 1] ?? "") ||
  (words[p.from - 1] === "them" && /^(among|of)$/.test(words[p.from - 2] ?? ""));

/** Where the verb group of a verb begins: its auxiliaries, and the adverbs among them, are part of it. */
function groupStart({ tree }: Sentence, verb: number): number {
  let start = verb;
  while (
    start > 0 &&
    tree.words[start - 1]!.head === verb &&
    /^(aux|advmod|aux:pass|mark)$/.test(tree.words[start - 1]!.relation)
  )
    start--;
  return start;
}

/** Events of which anybody or anything may be the target. */
const STRUCK = new Set([
  "air_strike",
  "shelling",
  "bombing",
  "armed_clash",
  "chemical_attack",
  "attack_on_civilians",
  "riot_or_destruction",
  // Whoever is taken or freed is somebody, though no list has the noun: '276 schoolgirls'.
  "abduction",
  "arrest",
  "release",
]);

/**
 * Who stands before a finite verb that the tree gives no subject: whoever touches it, or the name before the commas ('rebels, in
 * coordination with tribes, managed to').
 */
function touching(sentence: Sentence, trigger: Trigger): Phrase[] {
  const { tree, words, phrases, tags } = sentence;
  let verb = trigger.from;
  while (tree.words[verb]!.relation === "xcomp") verb = tree.words[verb]!.head;
  if (!tags[verb]?.finite) return [];
  const start = groupStart(sentence, verb);
  const free = (p: Phrase): boolean => !p.modifier && p.preposition === null;
  const p =
    phrases.find((q) => q.to === start && free(q)) ??
    (words[start - 1] === "," ? phrases.find((q) => q.to < start - 1 && words[q.to] === "," && free(q)) : undefined);
  return p ? [p] : [];
}

function named(
  sentence: Sentence,
  trigger: Trigger,
  tokens: readonly number[],
  role: string,
  codebook: Codebook,
  placed: IsPlace,
): Phrase[] {
  const found: Phrase[] = [];
  for (const token of tokens) {
    const power = beforePower(sentence.tree, token, codebook);
    const phrase = role === "modifier" || power ? null : phraseAt(sentence, token, placed, codebook);
    let here = phrase ? [phrase] : [];
    if (role === "modifier" || power) here = beforeNoun(sentence, token, trigger, codebook);
    if (power && !here.length) here = peopleOf(sentence, token, codebook);
    for (const p of here) if (!isPart(p, sentence) && !found.includes(p) && !holds(p, trigger)) found.push(p);
  }
  return found.length || role !== "subject" || tokens.length ? found : touching(sentence, trigger);
}

/**
 * Who is joined to a doer by 'and' or commas and hangs within it, as the parser leaves some rows: 'the Islamic State of Iraq and the
 * Levant and Nusra Front fighters seized'.
 */
function joinedTo(sentence: Sentence, doers: readonly Phrase[]): Phrase[] {
  const { tree, phrases, words } = sentence;
  const row = [...doers];
  for (const p of row)
    for (const q of phrases) {
      if (
        row.includes(q) ||
        q.sort !== "force" ||
        p.sort !== "force" ||
        q.modifier ||
        q.to >= p.from ||
        q.rule === "shared-head"
      )
        continue;
      const between = words.slice(q.to, p.from);
      const joined = between.every((w) => /^(,|and|the|its|their)$/.test(w)) && /^(,|and)$/.test(between[0]!);
      const tops = [...Array(q.to - q.from).keys()].map((k) => tree.words[q.from + k]!.head);
      if (joined && tops.some((h) => p.from <= h && h < p.to)) row.push(q);
    }
  return row.slice(doers.length);
}
/** What somebody wields: 'killed by fire of the border guards', 'died at the hands of the militia', 'hit by rebel rockets'. */
function wielders(sentence: Sentence, trigger: Trigger, codebook: Codebook, placed: IsPlace): Phrase[] {
  const { tree } = sentence;
  for (const role of ["by", "at", "in", "from", "with"])
    for (const thing of roleTokens(sentence, trigger, role, codebook)) {
      const word = tree.lower(thing);
      if (word !== "hands" && !codebook.grammar.fired.has(word)) continue;
      const whose = [
        ...tree.under(thing, "nmod").filter((k) => tree.introduced(k, WHOSE)),
        ...tree.under(thing, "nmod:poss", "compound", "amod"),
      ];
      for (const k of whose) {
        const known = phraseAt(sentence, k, placed, codebook);
        const found = (
          known && known.rule !== "noun-phrase" ? [known] : beforeNoun(sentence, k, trigger, codebook)
        ).filter(canAct);
        if (found.length) return found;
      }
    }
  return [];
}
const WHOSE = new Set(["of", "by", "from"]);

const first = (rows: () => Phrase[][]): Phrase[] => rows().find((r) => r.length > 0) ?? [];

/** Doers and those done to. A passive verb's subject is done to; its doer stands behind 'by', or nowhere. */
export function argumentsOf(
  sentence: Sentence,
  trigger: Trigger,
  codebook: Codebook,
  placed: IsPlace = () => false,
): { actors: Phrase[]; targets: Phrase[] } {
  const { frame, verb } = trigger;
  const inRole = (role: string): Phrase[] =>
    named(sentence, trigger, roleTokens(sentence, trigger, role, codebook), role, codebook, placed);
  const suffering = (role: string): Phrase[] => inRole(role).filter((p) => STRUCK.has(frame.event) || canAct(p));
  const doing = (role: string): Phrase[] => {
    const doers = inRole(role).filter(canAct);
    if (!doers.length) return doers;
    const helpers = helpersOf(sentence, trigger, roleTokens(sentence, trigger, role, codebook), codebook);
    return [
      ...doers,
      ...joinedTo(sentence, doers),
      ...named(sentence, trigger, helpers, "by", codebook, placed).filter(canAct),
    ];
  };
  const wielding = (): Phrase[] => wielders(sentence, trigger, codebook, placed);
  if (verb?.lemma === "die") return { actors: wielding(), targets: inRole("subject") };
  if (verb?.passive) {
    const doer = doing("by");
    if (frame.actor.includes("object") || frame.actor[0] === "by")
      return { actors: frame.actor[0] === "by" ? doer : doing("subject"), targets: [] };
    // 'the ship was deployed', 'troops were withdrawn': nobody but they does it.
    if (!doer.length && !frame.target.length) return { actors: doing("subject"), targets: [] };
    return {
      actors: doer.length || !STRUCK.has(frame.event) ? doer : wielding(),
      targets: frame.target.includes("object") ? suffering("subject") : first(() => frame.target.map(suffering)),
    };
  }
  const actors = first(() => frame.actor.map(doing));
  const targets = first(() => frame.target.map(suffering)).filter((t) => !actors.includes(t));
  return { actors, targets };
}
