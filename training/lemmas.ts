// Learns the exceptions of src/language/tags/lemmas.ts: stems that the rules make whole wrongly ("bas" of "based" is "base"),
// then single forms with their tag. What rules get right is not kept, nor what looks like a slip of one annotator.

import { GERUND_FORMS, PAST_FORMS, PLURAL_FORMS } from "../src/language/tags/irregular-forms.ts";
import { exceptionKey, Lemmas, plain, stemKey } from "../src/language/tags/lemmas.ts";
import { degreeStem, verbStem, wholeOf } from "../src/language/tags/word-endings.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";

/** Forms that the treebank calls misspelt are learnt only when this many documents have them. */
const MISSPELT = 3;
const UNTAUGHT = new Set(["GW", "X", "AFX"]);

class Counts {
  readonly of = new Map<string, Map<string, number>>();

  add(key: string, value: string, times = 1): void {
    let seen = this.of.get(key);
    if (!seen) {
      seen = new Map();
      this.of.set(key, seen);
    }
    seen.set(value, (seen.get(value) ?? 0) + times);
  }

  /** The most frequent value with its count, the first in the alphabet among equals. */
  best(key: string): readonly [value: string, times: number] {
    return [...this.of.get(key)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
  }
}

interface Witness {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly misspelt: boolean;
  /** Number of the document, so that one annotator's slip counts once. */
  readonly document: number;
}

/** Forms of which nothing can be learnt: files and models ("v02", "text.htm"), words broken off ("evalu-"). */
const UNTYPICAL = /[\p{L}\d][._#]\S*[\p{L}\d]{2}|^\p{L}+\d|\d\p{L}+$|.-$/u;

function* witnesses(sentences: readonly GoldSentence[]): Generator<Witness> {
  let document = 0;
  for (const s of sentences) {
    if (s.document) document++;
    for (const [i, form] of s.forms.entries()) {
      const [lemma, upos, xpos] = [s.lemmas[i]!, s.upos[i]!, s.xpos[i]!];
      if (lemma === "_" || UNTAUGHT.has(xpos) || UNTAUGHT.has(upos)) continue;
      if (/^NNPS?$/.test(xpos) && upos !== "PROPN") continue;
      if (UNTYPICAL.test(form) && upos !== "PUNCT" && upos !== "SYM") continue;
      yield { form, lemma, upos, xpos, misspelt: s.misc[i]!.includes("CorrectForm"), document };
    }
  }
}

/** The stems that a verb's regular forms leave: both "visit" and "visitt" for "visit", where stress decides. */
function stemsOf(verb: string): string[] {
  if (!/^[a-z]{3,}$/.test(verb)) return [];
  if (/[^eoy]e$/.test(verb)) return [verb.slice(0, -1)];
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)) return [verb + verb.at(-1)!];
  return [verb];
}

function trainStems(all: readonly Witness[]): Map<string, string> {
  const stems = new Counts();
  for (const { form, lemma, xpos } of all) {
    if (/^(?:VBD|VBN|VBG)$/.test(xpos)) {
      const word = plain(form);
      const stem = (xpos === "VBG" ? GERUND_FORMS : PAST_FORMS).has(word) ? null : verbStem(word);
      if (stem !== null && lemma.startsWith(stem.slice(0, -1))) stems.add(stemKey(stem, "V"), lemma, 4);
    } else if (/^VB[PZ]?$/.test(xpos)) for (const stem of stemsOf(lemma)) stems.add(stemKey(stem, "V"), lemma);
    else if (/^(?:JJ|RB)[RS]$/.test(xpos)) {
      const stem = degreeStem(plain(form));
      if (stem !== null && lemma.startsWith(stem.slice(0, -1))) stems.add(stemKey(stem, "J"), lemma);
    }
  }
  const found = new Map<string, string>();
  for (const key of stems.of.keys()) {
    const [whole] = stems.best(key);
    const stem = key.split("\t")[0]!;
    if (whole !== wholeOf(stem) && /^[a-z]+$/.test(whole) && stem.length > 1 && whole.startsWith(stem.slice(0, -1)))
      found.set(key, whole);
  }
  return found;
}

/** Plurals nobody wrote, of nouns that were read: "hoodie" seen alone tells that "hoodies" is not of "hoody". */
function pluralsOf(lemma: string): string[] {
  if (!/^[a-z]{4,}$/.test(lemma)) return [];
  if (/(?:ie|oe|[xc]he|sse|zz?e|se|ye)$/.test(lemma)) return [`${lemma}s`];
  if (lemma.endsWith("us")) return [`${lemma}es`];
  return lemma.endsWith("sis") ? [`${lemma.slice(0, -2)}es`] : [];
}

interface Use {
  readonly lemmas: Counts;
  readonly words: Map<string, Witness>;
}

/** What was seen under each exception's key, a count for each document. */
function usesOf(all: readonly Witness[]): Use {
  const lemmas = new Counts();
  const words = new Map<string, Witness>();
  const seen = new Set<string>();
  for (const w of all) {
    const key = exceptionKey(w.form, w.xpos);
    const once = `${key}\t${w.lemma}\t${w.document}`;
    if (!seen.has(once)) lemmas.add(key, w.lemma, w.misspelt ? 1 / MISSPELT : 1);
    seen.add(once);
    words.set(`${key}\t${w.form}\t${w.upos}`, w);
  }
  return { lemmas, words };
}

/** One document is not much: the lemma must be known from other words, and look like the form's. */
function isLikely(form: string, xpos: string, lemma: string, known: ReadonlySet<string>): boolean {
  const word = plain(form);
  const same = plain(lemma) === word;
  if (/^NNPS?$/.test(xpos)) return lemma !== lemma.toLowerCase() && (same || (xpos === "NNPS" && known.has(lemma)));
  if (/^VB[DNG]$/.test(xpos)) return false;
  if (/^(?:JJ|RB|VBP?|NN)$/.test(xpos)) return same && known.has(lemma);
  return known.has(lemma) && plain(lemma).startsWith(word.slice(0, 2)) && Math.abs(lemma.length - word.length) <= 3;
}

/** Exceptions to the rules of `Lemmas`, the same for the same sentences. */
export function trainLemmas(sentences: readonly GoldSentence[]): ReadonlyMap<string, string> {
  const all = [...witnesses(sentences)];
  const spelt = all.filter((w) => !w.misspelt);
  const found = trainStems(spelt);
  const rules = new Lemmas(new Map(found));
  const { lemmas, words } = usesOf(all);
  // A lemma is known that another form has too: a slip seldom happens to two.
  const forms = new Map<string, string>();
  const known = new Set<string>();
  for (const { form, lemma } of spelt) {
    const first = forms.get(lemma);
    if (first === undefined) forms.set(lemma, form);
    else if (first !== form) known.add(lemma);
  }
  for (const { form, upos, xpos } of words.values()) {
    const key = exceptionKey(form, xpos);
    const [lemma, documents] = lemmas.best(key);
    if (rules.lemma(form, upos, xpos) === lemma) continue;
    const total = [...lemmas.of.get(key)!.values()].reduce((a, b) => a + b, 0);
    if (
      documents >= total / 2 &&
      (documents >= (PLURAL_FORMS.has(plain(form)) ? 3 : 2) || (documents === 1 && isLikely(form, xpos, lemma, known)))
    )
      found.set(key, lemma);
  }
  for (const lemma of new Set(spelt.filter((w) => w.xpos === "NN").map((w) => w.lemma)))
    for (const form of pluralsOf(lemma)) {
      const key = exceptionKey(form, "NNS");
      if (!lemmas.of.has(key) && rules.lemma(form, "NOUN", "NNS") !== lemma) found.set(key, lemma);
    }
  // What the tables decide is never asked.
  const learnt = new Lemmas(found);
  for (const { form, upos, xpos } of words.values()) {
    const lemma = found.get(exceptionKey(form, xpos));
    if (lemma !== undefined && learnt.lemma(form, upos, xpos) !== lemma) found.delete(exceptionKey(form, xpos));
  }
  return found;
}
