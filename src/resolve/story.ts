// The story that a document tells, known again by the rare words that its beginning shares with another's: names of
// victims and suspects, streets and villages, counts and ages. Weighs words by a fixed table, never by how often the
// ledger's own reports use them; says nothing of which happening of a document an account is about.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Rarity } from "../codebook/rarity.ts";
import type { Document } from "../model/index.ts";
import { byKeys, wordsOf } from "./names.ts";

export interface Story {
  /** Each telling word with its weight; the weights' squares add up to 1. */
  readonly words: ReadonlyMap<string, number>;
  readonly rare: ReadonlySet<string>;
  /** The few words that weigh most, by which other tellings are looked for. */
  readonly marks: readonly string[];
}

const TOLD = new Set(["title", "heading", "body", "caption", "post"]);
export const NO_STORY: Story = { words: new Map(), rare: new Set(), marks: [] };

/** Title and body from the beginning, without menus and credits, at most so many characters. */
function beginning(document: Document, most: number): string {
  let text = document.title ?? "";
  for (const part of document.parts) {
    if (text.length >= most) break;
    if (TOLD.has(part.kind)) text += `\n${document.text.slice(part.span[0], part.span[1])}`;
  }
  return text.slice(0, most);
}

export function storyOf(document: Document, rarity: Rarity, rules: JudgementRules["story"]): Story {
  const counts = new Map<string, number>();
  let all = 0;
  let common = 0;
  for (const word of wordsOf(beginning(document, rules.characters))) {
    all += 1;
    if ((rarity.of(word) ?? rarity.unlisted) <= rules.common) common += 1;
    if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // In another language every word is rare, and no two texts tell one story by their articles.
  if (common < all * rules.english) return NO_STORY;
  const weighed: { word: string; weight: number }[] = [];
  let squares = 0;
  for (const [word, n] of counts) {
    const weight = (1 + Math.log(n)) * ((rarity.of(word) ?? rarity.unlisted) - rules.common);
    if (weight <= 0) continue;
    weighed.push({ word, weight });
    squares += weight * weight;
  }
  weighed.sort(
    byKeys(
      (w) => -w.weight,
      (w) => w.word,
    ),
  );
  const length = Math.sqrt(squares) || 1;
  return {
    words: new Map(weighed.map(({ word, weight }) => [word, weight / length])),
    rare: new Set(weighed.map((w) => w.word).filter((w) => (rarity.of(w) ?? rarity.unlisted) >= rules.rare)),
    marks: weighed.slice(0, rules.marks).map((w) => w.word),
  };
}

export interface Retold {
  readonly cosine: number;
  readonly rare: number;
}

/**
 * How far two documents tell one story: the cosine of their words, 0 to 1, and how many rare words both have. `but` leaves
 * out words that say nothing of it.
 */
export function retold(a: Story, b: Story, but: (word: string) => boolean = () => false): Retold {
  const [small, large] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  let cosine = 0;
  let rare = 0;
  for (const [word, weight] of small) {
    const other = large.get(word);
    if (other === undefined || but(word)) continue;
    cosine += weight * other;
    if (a.rare.has(word)) rare += 1;
  }
  return { cosine, rare };
}
