// Which tokens of a sentence are read as verbs, from their forms and their neighbours alone. A stand-in for a tagger: it is
// meant to be right about the verbs that the frames and the clause splitter ask for, and to say nothing of the rest.
import type { Grammar, WordClass } from "../codebook/grammar.ts";
import type { VerbForm } from "../codebook/inflect.ts";

export interface VerbTag {
  /** Empty for a past form of a verb that no list has. */
  readonly lemma: string;
  readonly lemmas: readonly string[];
  readonly form: VerbForm;
  /** Stands with an auxiliary or modal, or alone as a past or -s form: heads a clause of its own. */
  readonly finite: boolean;
  readonly passive: boolean;
}

export const is = (grammar: Grammar, kind: WordClass, word: string | undefined): boolean =>
  word !== undefined && grammar.words[kind].has(word);

const auxiliary = (g: Grammar, w: string | undefined): boolean =>
  is(g, "be", w) || is(g, "have", w) || is(g, "do", w) || is(g, "modals", w) || (w?.endsWith("n't") ?? false);
const closed = (g: Grammar, w: string): boolean =>
  is(g, "prepositions", w) || is(g, "determiners", w) || is(g, "subordinators", w) || is(g, "coordinators", w);

export const isMark = (word: string | undefined): boolean =>
  word !== undefined && !/[\p{L}\p{N}]/u.test(word) && word !== "'s";

/** The word before `i`, adverbs passed over. */
function before(g: Grammar, words: readonly string[], i: number): string | undefined {
  let k = i - 1;
  const passes = (w: string): boolean =>
    is(g, "adverbs", w) ||
    /[a-z]ly$/.test(w) ||
    is(g, "negators", w) ||
    (/^(most|more)$/.test(w) && /ly$/.test(words[k + 1] ?? ""));
  while (k >= 0 && passes(words[k]!)) k--;
  return words[k];
}

const nominal = (g: Grammar, w: string | undefined): boolean =>
  w !== undefined && !isMark(w) && !closed(g, w) && !auxiliary(g, w) && !is(g, "pronouns", w);

function subjectLike(g: Grammar, w: string | undefined, text: string | undefined): boolean {
  if (w === undefined) return false;
  if (/^(he|she|it|who|which|that|they|we|i|this|these)$/.test(w)) return true;
  if (g.heads.has(w)) return true;
  return text !== undefined && /^\p{Lu}/u.test(text) && !g.modifiers.has(w);
}

/** Tags by token; null is no verb. `title`: capitals mean nothing there. `demonym` tells 'Russian strikes' from a subject. */
export function tagVerbs(
  g: Grammar,
  words: readonly string[],
  texts: readonly string[],
  title: boolean,
  demonym: (word: string) => boolean,
): (VerbTag | null)[] {
  const tags: (VerbTag | null)[] = [];
  for (let i = 0; i < words.length; i++) tags.push(tagAt(g, words, texts, i, title, demonym, tags));
  return tags;
}

/** Verbs that take an object at once: without one ('nine civilians killed in raid') it is they who underwent it. */
const UNDERGONE = /^(kill|injure|wound|arrest|detain|displace|kidnap|abduct|execute|behead|behead|evacuate|hurt)$/;
const GOES = /^(close|withdraw|flee|move|advance|clash|retreat|sweep|redeploy)$/;
const AFTER = /^(in|as|after|when|near|during|amid|while|outside|since|and)$/;

function tagAt(
  g: Grammar,
  words: readonly string[],
  texts: readonly string[],
  i: number,
  title: boolean,
  demonym: (word: string) => boolean,
  done: readonly (VerbTag | null)[],
): VerbTag | null {
  const word = words[i]!;
  const text = texts[i]!;
  if (auxiliary(g, word)) {
    if (!is(g, "be", word) || word === "'s") return null;
    // 'be' itself heads patterns ('be held by').
    return { lemma: "be", lemmas: ["be"], form: "base", finite: word !== "being" && word !== "been", passive: false };
  }
  if (!title && i > 0 && /^\p{Lu}/u.test(text) && !/^["“'‘]$/.test(texts[i - 1]!) && !/^[.:]$/.test(words[i - 1]!))
    return null;
  const readings = g.verbs.get(word);
  const prev = before(g, words, i);
  const prevText = texts[i - 1];
  const next = words[i + 1];
  if (!readings) {
    const unknown = /[a-z]{3,}ed$/.test(word) && !word.includes("-") && !g.modifiers.has(word) && !g.heads.has(word);
    if (!unknown || is(g, "determiners", prev) || is(g, "prepositions", prev) || word.endsWith("hundred")) return null;
    const passive = is(g, "be", prev) || next === "by";
    return { lemma: "", lemmas: [], form: "past", finite: !passive || is(g, "be", prev), passive };
  }
  const forms = new Set(readings.flatMap((r) => [...r.forms]));
  const lemmas = readings.map((r) => r.lemma);
  const tag = (form: VerbForm, finite: boolean, passive = false): VerbTag => ({
    lemma: lemmas[0]!,
    lemmas,
    form,
    finite,
    passive,
  });
  const be =
    is(g, "be", prev) ||
    /^remain(s|ed)?$/.test(prev ?? "") ||
    (is(g, "coordinators", prev) && done[i - 2]?.passive === true);
  if (forms.has("past") || forms.has("participle")) {
    if (be) return tag("participle", true, true);
    if (is(g, "have", prev)) return tag("participle", true);
    if (forms.has("base") && (prev === "to" || is(g, "modals", prev) || is(g, "do", prev)))
      return tag("base", is(g, "modals", prev));
    if (is(g, "determiners", prev) && !/^(who|which|that|all|this|these|those|some)$/.test(prev!)) return null;
    if (prev === "'s") return null;
    if (is(g, "prepositions", prev) && !/^(after|before|since|as|than|while)$/.test(prev!)) return null;
    const noun = forms.has("base") && !subjectLike(g, prev, prevText);
    if (noun && (prev === undefined || !nominal(g, prev) || demonym(prev))) return null;
    if (g.modifiers.has(word) && !nominal(g, prev) && !is(g, "pronouns", prev) && !is(g, "coordinators", prev))
      return null;
    if (g.modifiers.has(word) && g.heads.has(next ?? "") && !subjectLike(g, prev, prevText)) return null;
    if (
      UNDERGONE.test(lemmas[0]!) &&
      (next === undefined ||
        /^[,.;:]$/.test(next) ||
        AFTER.test(next) ||
        (next === "on" && /day$/.test(words[i + 2] ?? ""))) &&
      nominal(g, prev)
    )
      return tag("participle", true, true);
    const reduced = next === "by" && !is(g, "pronouns", prev) && !is(g, "coordinators", prev);
    return tag("past", !reduced, reduced);
  }
  if (forms.has("ing")) {
    if (g.sites.has(word) && !be) return null; // 'the border crossing'
    if (is(g, "determiners", prev) && !/^(who|which|that)$/.test(prev!)) return null;
    if (prev === "of" || prev === "'s" || (prev !== undefined && demonym(prev))) return null;
    if ((g.modifiers.has(word) || next === "of" || next === "by") && !be) return null;
    return tag("ing", be);
  }
  if (forms.has("s")) {
    if (/^(says|tells)$/.test(word)) return tag("s", true);
    if (prev === undefined || demonym(prev) || /^\d/.test(prev) || is(g, "prepositions", prev) || prev === "'s")
      return null;
    if (is(g, "determiners", prev) && !/^(who|which|that|this)$/.test(prev)) return null;
    if (is(g, "adverbs", words[i - 1]) && nominal(g, prev)) return tag("s", true);
    if (g.heads.has(word) && !is(g, "pronouns", prev)) return null;
    return subjectLike(g, prev, prevText) ? tag("s", true) : null;
  }
  if (prev === "to" || is(g, "modals", prev) || is(g, "do", prev) || (prev?.endsWith("n't") ?? false))
    return tag("base", prev !== "to");
  if (/^(they|we|i|you)$/.test(prev ?? "")) return tag("base", true);
  if (g.heads.has(word) && !title) return null;
  const plural =
    prev !== undefined && (g.heads.get(prev)?.plural || (/[^s]s$/.test(prev) && (title || nominal(g, prev))));
  // 'Rebels close in on the city': verbs that are no nouns, after those who do such things.
  const acting = g.heads.get(prev ?? "");
  if (acting?.plural && acting.sort === "force" && GOES.test(lemmas[0]!) && is(g, "prepositions", next))
    return tag("base", true);
  if (
    plural &&
    !is(g, "prepositions", next) &&
    !demonym(prev!) &&
    (title || is(g, "determiners", next) || is(g, "pronouns", next) || nominal(g, next))
  )
    return tag("base", true);
  if (i === 0 && title) return null;
  return is(g, "coordinators", words[i - 1]) && done[i - 2]?.form === "base" ? tag("base", false) : null;
}
