// Who stands before the noun that names an event, as a word of its own phrase: 'regime air raids', 'Turkish shelling', 'a US-Russian
// plan', 'the HTS-led offensive'. Who stands elsewhere is found in roles.ts.
import type { Registered } from "../codebook/actors.ts";
import type { Codebook } from "../codebook/load.ts";
import type { Trigger } from "./frames.ts";
import { sortOf } from "./parties/phrase-parts.ts";
import type { Phrase } from "./parties/phrases.ts";
import type { Sentence } from "./sentence.ts";

const wordAs = (sentence: Sentence, k: number, name: string, actor: Registered, rule: string): Phrase => ({
  from: k,
  to: k + 1,
  name,
  actor,
  sort: sortOf(actor),
  head: null,
  rule,
  preposition: null,
  modifier: true,
  also: actor.kind === "state" ? [`${name} forces`] : [],
  at: sentence.passage.tokens[k]!.span,
});

/** The states whose people the word names; none where only a part of it names one. */
function byDemonym(sentence: Sentence, k: number, codebook: Codebook): Phrase[] {
  const { gazetteer, actors } = codebook;
  const text = sentence.texts[k]!;
  const parts = /^\p{Lu}[\p{L}.]*-\p{Lu}[\p{L}.]*$/u.test(text) ? text.split("-") : [text];
  const found = parts.flatMap((name): Phrase[] => {
    const country = gazetteer.demonym(name.toLowerCase());
    const state =
      (country ? actors.all.find((a) => a.kind === "state" && a.country === country) : undefined) ??
      (parts.length > 1 ? actors.find(name).find((a) => a.kind === "state") : undefined);
    return state ? [wordAs(sentence, k, name, state, "demonym")] : [];
  });
  return found.length === parts.length ? found : [];
}

/** Whether a phrase takes in the words of the event itself; a state's name among a frame's words ('US strikes') is still the state. */
export const holds = (p: Phrase, trigger: Trigger): boolean =>
  p.from <= trigger.from && trigger.from < p.to && !isLand(p);
/** A state or an alliance of states. */
export const isLand = (p: Phrase): boolean => p.actor?.kind === "state" || p.actor?.kind === "alliance";

/** Heads that stand before a noun as its doer; 'a local truce' and 'other attacks' are nobody's. */
const ARMED = /^(force|organisation|state)$/;

/** 'Kurdish control': the people that the adjective names, who are no state. */
export function peopleOf(sentence: Sentence, token: number, codebook: Codebook): Phrase[] {
  const name = sentence.texts[token]!;
  if (!/^\p{Lu}/u.test(name) || codebook.gazetteer.notPlace(name) !== "people") return [];
  const at = sentence.passage.tokens[token]!.span;
  const whole = { from: token, to: token + 1, name, at, also: [], rule: "people", sort: "force" as const };
  return [{ ...whole, actor: null, head: null, preposition: null, modifier: true }];
}

/** Whom the word at `token`, which stands before the event's noun, names. */
export function beforeNoun(sentence: Sentence, token: number, trigger: Trigger, codebook: Codebook): Phrase[] {
  const known = sentence.phrases.find(
    (q) => q.from <= token && token < q.to && !holds(q, trigger) && (q.actor !== null || !q.head || ARMED.test(q.sort)),
  );
  if (known) return [known];
  const [leader] = codebook.actors.find(/^(.+)-led$/.exec(sentence.texts[token]!)?.[1] ?? "");
  return leader ? [wordAs(sentence, token, leader.name, leader, "led-by")] : byDemonym(sentence, token, codebook);
}
