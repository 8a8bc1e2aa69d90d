// Learns the tagger: the list of tags, the lexicon of forms that bear known tags, and the weights.

import { hashText } from "../src/language/model/hashing.ts";
import type { Scorer } from "../src/language/model/linear.ts";
import { Tagger } from "../src/language/tags/tagger.ts";
import { type TagLexicon, Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import type { Setting, Tags } from "./example.ts";
import { Perceptron, type Rows, seeded, shuffled } from "./perceptron.ts";

/** A rarer tag is read as its part of speech's most frequent one. */
const RARE_TAG = 20;
const BITS = 18;

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
export function tagLexicon(sentences: readonly GoldSentence[], tags: TagSet): TagLexicon {
  const counts = new Map<string, Map<number, number>>();
  for (const s of sentences)
    for (const [i, form] of s.forms.entries()) {
      const tag = tags.of(s.upos[i]!, s.xpos[i]!);
      const seen = counts.get(form) ?? new Map<number, number>();
      counts.set(form, seen.set(tag, (seen.get(tag) ?? 0) + 1));
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

/** A sentence with its true tags as numbers. */
export interface TaggedForms {
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
}

export const tagged = (sentences: readonly GoldSentence[], tags: TagSet): TaggedForms[] =>
  sentences.map((s) => ({ forms: s.forms, tags: Uint8Array.from(s.forms, (_, i) => tags.of(s.upos[i]!, s.xpos[i]!)) }));

/** What a tagger needs besides weights. */
export type TagSetting = Pick<Setting, "tags" | "classes" | "lexicon">;

export interface TaggingOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly margin: number;
  /** The lead after a first look that needs no second one. */
  readonly sure: number;
}

export const TAGGING: TaggingOptions = { epochs: 8, seed: 1, margin: 3, sure: 16 };

export function trainTagger(examples: readonly TaggedForms[], setting: TagSetting, options: TaggingOptions): Rows {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const ids = examples.map((e) => Int32Array.from(e.forms, (form) => words.id(form)));
  const model = new Perceptron(BITS, setting.tags.length, options.sure);
  const tagger = new Tagger(words, model);
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const at of shuffled(examples.length, random)) {
      const own = ids[at]!;
      const n = own.length;
      let before = -1;
      let before2 = -1;
      for (let i = 0; i < n; i++) {
        let tag = words.only[own[i]!]!;
        if (tag < 0) {
          tag = tagger.decide(own, n, i, before, before2);
          const gold = examples[at]!.tags[i]!;
          const rival = bestRival(tagger.scores, gold);
          model.tick();
          if (tagger.scores[gold]! - tagger.scores[rival]! <= options.margin)
            model.correct(tagger.rows, tagger.count, gold, rival);
        }
        before2 = before;
        before = tag;
      }
    }
  return model.averaged();
}

function bestRival(scores: Float64Array, gold: number): number {
  let best = gold === 0 ? 1 : 0;
  for (let c = 0; c < scores.length; c++) if (c !== gold && scores[c]! > scores[best]!) best = c;
  return best;
}

/** Tags of every sentence, as numbers. */
export function tagAll(forms: readonly (readonly string[])[], setting: TagSetting, model: Scorer): Tags[] {
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const tagger = new Tagger(words, model);
  return forms.map((own) => {
    const tags = new Uint8Array(own.length);
    const rivals = new Uint8Array(own.length);
    tagger.tag(
      Int32Array.from(own, (form) => words.id(form)),
      own.length,
      tags,
      rivals,
    );
    return { tags, rivals };
  });
}

/** Tags of forms that the tagger did not learn from: as wrong as those that its readers will meet. */
export const tagUnseen = (
  forms: readonly (readonly string[])[],
  others: readonly TaggedForms[],
  setting: TagSetting,
  options: TaggingOptions,
): Tags[] => tagAll(forms, setting, trainTagger(others, setting, options));
