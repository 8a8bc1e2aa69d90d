// Learns the tagger: the list of tags, the lexicon of forms that bear known tags, and the weights. Also tags the training
// sentences as an unseen text would be tagged (each part by a tagger that did not learn from it): the parser must learn
// from tags that are as wrong as those it will meet.
import type { GoldSentence } from "../src/language/conllu.ts";
import { hashText } from "../src/language/hashing.ts";
import type { Linear } from "../src/language/linear.ts";
import { Tagger } from "../src/language/tagger.ts";
import { type TagLexicon, Vocabulary, type WordClasses } from "../src/language/vocabulary.ts";
import { Perceptron, seeded, shuffled } from "./perceptron.ts";

/** A rarer tag is read as its part of speech's most frequent one. */
const RARE_TAG = 20;
const BITS = 18;
const LONGEST = 1024;

export interface TagSet {
  /** 'UPOS XPOS', most frequent first. */
  readonly names: readonly string[];
  /** The number of a pair, rare ones folded. */
  of(upos: string, xpos: string): number;
}

export function tagSet(sentences: readonly GoldSentence[]): TagSet {
  const counts = new Map<string, number>();
  for (const s of sentences)
    for (let i = 0; i < s.forms.length; i++) {
      const name = `${s.upos[i]} ${s.xpos[i]}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const names = ranked.filter(([, n]) => n >= RARE_TAG).map(([name]) => name);
  const numbers = new Map(names.map((name, i) => [name, i]));
  const fallback = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const upos = name.split(" ")[0]!;
    if (!fallback.has(upos)) fallback.set(upos, i);
  }
  return { names, of: (upos, xpos) => numbers.get(`${upos} ${xpos}`) ?? fallback.get(upos) ?? 0 };
}

/** Forms seen often enough with their tags; what is below 5 % of a form's uses is taken for slips of annotation. */
export function tagLexicon(sentences: readonly GoldSentence[], tags: TagSet): Map<string, { only: number; all: number }> {
  const counts = new Map<string, Map<number, number>>();
  for (const s of sentences)
    for (const [i, form] of s.forms.entries()) {
      const tag = tags.of(s.upos[i]!, s.xpos[i]!);
      let seen = counts.get(form);
      if (!seen) counts.set(form, (seen = new Map()));
      seen.set(tag, (seen.get(tag) ?? 0) + 1);
    }
  const lexicon = new Map<string, { only: number; all: number }>();
  for (const [form, seen] of counts) {
    const total = [...seen.values()].reduce((a, b) => a + b, 0);
    if (total < 3) continue;
    const [top, most] = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    const usual = [...seen].filter(([, n]) => n / total > 0.05).map(([tag]) => tag);
    usual.sort((a, b) => a - b);
    lexicon.set(form, { only: total >= 15 && most / total >= 0.995 ? top : -1, all: hashText(usual.join(), 11) });
  }
  return lexicon;
}

export interface Tagging {
  readonly tags: TagSet;
  readonly lexicon: TagLexicon;
  readonly model: Linear & { readonly weights: Float32Array };
}

export function trainTagger(
  sentences: readonly GoldSentence[],
  classes: WordClasses,
  tags: TagSet,
  epochs: number,
  seed: number,
  margin = 1,
): Tagging {
  const lexicon = tagLexicon(sentences, tags);
  const words = new Vocabulary(classes, lexicon);
  const model = new Perceptron(BITS, tags.names.length);
  const tagger = new Tagger(words, model);
  const random = seeded(seed);
  const ids = new Int32Array(LONGEST);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const at of shuffled(sentences.length, random)) {
      const s = sentences[at]!;
      const n = Math.min(s.forms.length, LONGEST);
      for (let i = 0; i < n; i++) ids[i] = words.id(s.forms[i]!);
      let before = -1;
      let before2 = -1;
      for (let i = 0; i < n; i++) {
        let tag = words.only[ids[i]!]!;
        if (tag < 0) {
          const count = tagger.features(ids, n, i, before, before2);
          tag = tagger.decide(ids, n, i, before, before2);
          const gold = tags.of(s.upos[i]!, s.xpos[i]!);
          const rival = bestRival(tagger.scores, gold);
          model.tick();
          if (tagger.scores[gold]! - tagger.scores[rival]! <= margin) model.correct(tagger.rows, count, gold, rival);
        }
        before2 = before;
        before = tag;
      }
    }
  return { tags, lexicon, model: model.averaged() };
}

export function bestRival(scores: Float64Array, gold: number): number {
  let best = gold === 0 ? 1 : 0;
  for (let c = 0; c < scores.length; c++) if (c !== gold && scores[c]! > scores[best]!) best = c;
  return best;
}

/** Tags of every sentence, as numbers. */
export function tagAll(sentences: readonly GoldSentence[], tagging: Tagging, classes: WordClasses): Uint8Array[] {
  const words = new Vocabulary(classes, tagging.lexicon);
  const tagger = new Tagger(words, tagging.model);
  return sentences.map((s) => {
    const ids = Int32Array.from(s.forms, (f) => words.id(f));
    const out = new Uint8Array(ids.length);
    tagger.tag(ids, ids.length, out);
    return out;
  });
}

/** Each fold tagged by a tagger that learnt from the others. */
export function tagUnseen(
  sentences: readonly GoldSentence[],
  classes: WordClasses,
  tags: TagSet,
  epochs: number,
  folds = 5,
): Uint8Array[] {
  const found: Uint8Array[] = new Array(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const own = sentences.map((_, i) => i).filter((i) => i % folds === fold);
    const others = sentences.filter((_, i) => i % folds !== fold);
    const tagging = trainTagger(others, classes, tags, epochs, fold + 1);
    const tagged = tagAll(own.map((i) => sentences[i]!), tagging, classes);
    for (const [j, i] of own.entries()) found[i] = tagged[j]!;
  }
  return found;
}
