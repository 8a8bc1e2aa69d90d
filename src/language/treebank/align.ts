// Lays annotated and read sentences onto the characters that they share, white space left out, and finds which words of
// the two are the same word. It counts nothing; score.ts does. The way of aligning is that of the CoNLL 2018 shared task.

import type { Sentence } from "../types.ts";
import type { GoldSentence } from "./read-conllu.ts";

/** From `start` up to `end`, in UTF-16 units of the text without its white space. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LaidWord extends Span {
  readonly form: string;
  /** Index of the head among all words laid; -1 for the root. */
  readonly head: number;
  /** Whether the span is that of several words, whose forms do not add up to what stands in the text ("zum": "zu dem"). */
  readonly shared: boolean;
}

/** Sentences on their characters. `first[i]` is the index in `words` of sentence i's first word. */
export interface Laid {
  readonly characters: string;
  readonly sentences: readonly Span[];
  readonly words: readonly LaidWord[];
  readonly first: readonly number[];
}

interface Piece {
  readonly form: string;
  /** What stands in the text, without white space; null for a word that shares the surface of the piece before it. */
  readonly surface: string | null;
  readonly shared: boolean;
}

const tight = (text: string): string => text.replace(/\s+/g, "");
const own = (form: string): Piece => ({ form, surface: tight(form), shared: false });

/** Words that stand together without a space, and what stands there in the text. */
function pieces(forms: readonly string[], surface: string): Piece[] {
  if (tight(forms.join("")) === surface) return forms.map(own);
  // Words at both edges that stand in the text as they are need not share.
  let left = 0;
  let from = 0;
  while (left < forms.length - 1 && surface.startsWith(tight(forms[left]!), from)) from += tight(forms[left++]!).length;
  let right = forms.length;
  let to = surface.length;
  while (right > left + 1 && to - tight(forms[right - 1]!).length > from) {
    if (!surface.slice(from, to).endsWith(tight(forms[right - 1]!))) break;
    to -= tight(forms[--right]!).length;
  }
  return [
    ...forms.slice(0, left).map(own),
    ...forms.slice(left, right).map((form, i) => ({ form, surface: i ? null : surface.slice(from, to), shared: true })),
    ...forms.slice(right).map(own),
  ];
}

function goldPieces({ forms, spaced, text }: GoldSentence): Piece[] {
  const groups: string[][] = [[]];
  for (const [i, form] of forms.entries()) {
    groups.at(-1)!.push(...(/\s/.test(form) ? [tight(form)] : [form]));
    if (spaced[i] && i < forms.length - 1) groups.push([]);
  }
  const surfaces = text.split(/\s+/).filter(Boolean);
  // A form with a space inside, or a text that is not this sentence's: the words' own characters are all there is.
  if (surfaces.length !== groups.length) return forms.map(own);
  return groups.flatMap((group, i) => pieces(group, surfaces[i]!));
}

function lay(sentences: readonly { readonly pieces: readonly Piece[]; readonly heads: readonly number[] }[]): Laid {
  const words: LaidWord[] = [];
  const spans: Span[] = [];
  const first: number[] = [];
  let characters = "";
  for (const { pieces, heads } of sentences) {
    const begin = characters.length;
    const at = words.length;
    let start = begin;
    for (const [i, { form, surface, shared }] of pieces.entries()) {
      if (surface !== null) {
        start = characters.length;
        characters += surface;
      }
      const head = heads[i]!;
      words.push({ form, start, end: characters.length, shared, head: head < 0 ? -1 : at + head });
    }
    first.push(at);
    spans.push({ start: begin, end: characters.length });
  }
  return { characters, sentences: spans, words, first };
}

export const layGold = (sentences: readonly GoldSentence[]): Laid =>
  lay(sentences.map((s) => ({ pieces: goldPieces(s), heads: s.heads })));

export const laySystem = (sentences: readonly Sentence[]): Laid =>
  lay(sentences.map((s) => ({ pieces: s.words.map((w) => own(w.form)), heads: s.words.map((w) => w.head) })));

/** Pairs [gold, system] of a longest common subsequence of forms, case aside, among gold[g..gEnd) and system[s..sEnd). */
function common(gold: Laid, g: number, gEnd: number, system: Laid, s: number, sEnd: number): [number, number][] {
  const rows = gEnd - g;
  const columns = sEnd - s;
  const same = (i: number, j: number): boolean =>
    gold.words[g + i]!.form.toLowerCase() === system.words[s + j]!.form.toLowerCase();
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      best[i]![j] = same(i, j) ? 1 + best[i + 1]![j + 1]! : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) pairs.push([g + i++, s + j++]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}

/**
 * Which gold word each system word is: an index into gold.words, or -1.
 * @throws Error where the characters of the two differ.
 */
export function align(gold: Laid, system: Laid): Int32Array {
  if (gold.characters !== system.characters) {
    let at = 0;
    while (gold.characters[at] === system.characters[at]) at++;
    const [left, right] = [gold, system].map((l) => JSON.stringify(l.characters.slice(Math.max(0, at - 20), at + 20)));
    throw new Error(`the two do not hold the same text: ${left} against ${right}, ${at} characters in`);
  }
  const aligned = new Int32Array(system.words.length).fill(-1);
  let g = 0;
  let s = 0;
  while (g < gold.words.length && s < system.words.length) {
    const a = gold.words[g]!;
    const b = system.words[s]!;
    if (a.shared && b.start >= a.start) {
      let gEnd = g;
      let sEnd = s;
      while (gold.words[gEnd]?.shared && gold.words[gEnd]!.start === a.start) gEnd++;
      while (sEnd < system.words.length && system.words[sEnd]!.end <= a.end) sEnd++;
      for (const [left, right] of common(gold, g, gEnd, system, s, sEnd)) aligned[right] = left;
      g = gEnd;
      s = sEnd;
    } else if (a.start === b.start && a.end === b.end && !a.shared) aligned[s++] = g++;
    else if (a.start <= b.start) g++;
    else s++;
  }
  return aligned;
}
