// Lists of words and phrases made quick to look up at a place in a text. The longest phrase that fits wins; what a phrase
// means is the list's own business.

/** Words, runs of digits, and every other character alone: how lists and texts are both cut before they are compared. */
export const PIECE = /\p{L}[\p{L}\p{M}]*|\d+|[^\s]/gu;

export interface PhraseBook<T> {
  /** By first word; within one first word, longest first. */
  readonly heads: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;
}

/** @param phrases lower-case phrase to what it means */
export function phraseBook<T>(phrases: Iterable<readonly [string, T]>): PhraseBook<T> {
  const heads = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of phrases) {
    const words = phrase.match(PIECE) ?? [];
    const head = words[0];
    if (head === undefined) continue;
    const under = heads.get(head) ?? [];
    under.push({ words, value });
    heads.set(head, under);
  }
  for (const under of heads.values()) under.sort((a, b) => b.words.length - a.words.length);
  return { heads };
}

export const phraseSet = (phrases: Iterable<string>): PhraseBook<true> =>
  phraseBook([...phrases].map((phrase) => [phrase, true] as const));

/** The longest phrase of the book that begins at `at`; null when none does. */
export function phraseAt<T>(
  book: PhraseBook<T>,
  pieces: readonly { readonly plain: string }[],
  at: number,
): { readonly length: number; readonly value: T } | null {
  const first = pieces[at];
  const under = first && book.heads.get(first.plain);
  if (!under) return null;
  for (const { words, value } of under)
    if (words.every((word, k) => pieces[at + k]?.plain === word)) return { length: words.length, value };
  return null;
}
