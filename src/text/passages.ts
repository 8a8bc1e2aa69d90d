// A document cut into sentences and tokens, the parts that are coded only: title, headings, body, captions and posts.
// Menus, share buttons and credits never become passages, so nothing can be claimed from them.
import type { Document, Part, Passage, Span } from "../model/index.ts";
import { overlaps, span } from "../model/index.ts";
import { sentences } from "./sentences.ts";
import { tokens } from "./tokens.ts";

const isCoded = (part: Part): boolean => part.kind !== "boilerplate" && part.kind !== "credit";

// Marks of markdown and link targets stand inside a sentence without breaking it; 'Read More »' does break it.
const isThin = (text: string, part: Part): boolean =>
  part.kind === "boilerplate" && /^(?:[^\p{L}\p{N}]*|\]\(.*\)?)$/su.test(text.slice(part.span[0], part.span[1]));

const blank = (text: string): string => text.replace(/\S/g, " ");

/** A headline strings a label and a sentence, or two sentences, on bars: 'Rocket fire | Two killed in Nawa'. */
const headlines = (title: string): [number, number][] =>
  sentences(title).flatMap(([start, end]) =>
    [...title.slice(start, end).matchAll(/[^|]*[^|\s][^|]*\|*/gu)].map(({ 0: words, index }): [number, number] => {
      const from = start + index + (words.length - words.trimStart().length);
      return [from, from + words.trim().length];
    }),
  );

/**
 * Sentences of the coded parts in order of the text, with tokens whose spans are exact.
 * Parts on one line share a paragraph number; a part is one paragraph however many lines it runs over.
 */
export function passages(document: Pick<Document, "text" | "parts">): Passage[] {
  const { text, parts } = document;
  const found: Passage[] = [];
  let paragraph = -1;
  let lineEnd = -1;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!isCoded(part)) continue;
    if (lineEnd < 0 || /[\n\r]/.test(text.slice(lineEnd, part.span[0]))) paragraph++;
    let reading = text.slice(part.span[0], part.span[1]);
    let last = part;
    while (parts[i + 1] && isThin(text, parts[i + 1]!) && parts[i + 2]?.kind === part.kind) {
      const gap = text.slice(last.span[1], parts[i + 2]!.span[0]);
      if (/[\n\r]/.test(gap)) break;
      last = parts[i + 2]!;
      reading += blank(gap) + text.slice(last.span[0], last.span[1]);
      i += 2;
    }
    lineEnd = last.span[1];
    for (const [start, end] of part.kind === "title" ? headlines(reading) : sentences(reading)) {
      const from = part.span[0] + start;
      found.push({
        span: span(from, part.span[0] + end),
        kind: part.kind,
        paragraph,
        tokens: tokens(reading.slice(start, end), from),
      });
    }
  }
  return found;
}

/** What stands in each of the passages, which are in the order of the text. One look at each row: a book has thousands of both. */
export function byPassage<T extends { readonly span: Span }>(passages: readonly Passage[], rows: readonly T[]): T[][] {
  const found: T[][] = passages.map(() => []);
  for (const row of rows) {
    let [low, high] = [0, passages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passages[middle]!.span[0] < row.span[1]) low = middle + 1;
      else high = middle;
    }
    const passage = passages[low - 1];
    if (passage && overlaps(passage.span, row.span)) found[low - 1]!.push(row);
  }
  return found;
}
