// Words of a sentence in Arabic with their places, and the forms under which each may stand in the word lists: without the
// particles that are written onto it ('and', 'by', 'for') and without the article. Which form is meant, the lists tell.

import type { Lookup } from "../../codebook/arabic.ts";
import { plainArabic } from "../../codebook/arabic.ts";
import type { Span } from "../../model/index.ts";

export interface ArabicWord {
  /** As written, the joints of a masked word left out. */
  readonly text: string;
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Stands behind '#' or is joined by '_' to the word before. */
  readonly tag: boolean;
  readonly joined: boolean;
}

/** A word; one that was cut by points between long joints, lest a platform hide it, is one all the same. */
const WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’]|(?<=ـ)[.*\s]{1,3}(?=ـ))*/gu;

function formsOf(word: string): string[] {
  const plain = plainArabic(word);
  const found = new Set([plain]);
  const add = (rest: string): void => {
    if (rest.length < 2) return;
    found.add(rest);
    if (rest.startsWith("ال") && rest.length > 3) found.add(rest.slice(2));
  };
  for (const and of ["", "و", "ف"]) {
    if (!plain.startsWith(and)) continue;
    const rest = plain.slice(and.length);
    add(rest);
    for (const by of ["ب", "ل", "ك"]) if (rest.startsWith(by)) add(rest.slice(1));
    // The article behind 'for' loses its alif.
    if (rest.startsWith("لل") && rest.length > 3) add(rest.slice(2));
  }
  return [...found];
}

export const arabicWords = (text: string, [from, to]: Span): ArabicWord[] =>
  [...text.slice(from, to).matchAll(WORD)].map(({ 0: written, index }) => {
    const before = text[from + index - 1] ?? "";
    return {
      text: written.replace(/ـ[.*\s]+ـ|ـ/gu, ""),
      forms: formsOf(written),
      start: from + index,
      end: from + index + written.length,
      tag: before === "#",
      joined: before === "_",
    };
  });

const has = (word: ArabicWord | undefined, plain: string): boolean => word?.forms.includes(plain) ?? false;

/** The longest phrase of a list that begins at a word. */
export function phraseAt<T>(
  words: readonly ArabicWord[],
  at: number,
  list: Lookup<T>,
): { length: number; value: T } | null {
  const found = list.find((p) => p.words.every((plain, k) => has(words[at + k], plain)));
  return found ? { length: found.words.length, value: found.value } : null;
}

/** What a list has for one word, in any of its forms. */
export function meaningOf<T>(word: ArabicWord | undefined, list: ReadonlyMap<string, T>): T | undefined {
  for (const form of word?.forms ?? []) if (list.has(form)) return list.get(form);
  return undefined;
}

export const isOf = (word: ArabicWord | undefined, set: ReadonlySet<string>): boolean =>
  word?.forms.some((form) => set.has(form)) ?? false;
