// 'According to the army,' is cut out of a sentence before the parser sees it and put back into the tree afterwards: a parser
// that must find a place for it often loses the subject behind it. Other asides (brackets, ', the army said') it handles well.
import type { Sentence as Parsed, Token, Word } from "../language/types.ts";

/** A sentence's words, and the pieces of it that are parsed by themselves: what is left first, then the asides. */
export interface Pieces {
  readonly words: readonly Token[];
  readonly pieces: readonly (readonly number[])[];
}

/** No aside is longer, in words. */
const LONGEST = 14;

/** Where an aside that begins at `i` ends, its comma included; 0 where none begins. */
function asideAt(words: readonly Token[], i: number): number {
  const opens = i === 0 || words[i - 1]!.form === ",";
  if (!opens || words[i]!.form.toLowerCase() !== "according" || words[i + 1]?.form !== "to") return 0;
  for (let k = i + 2; k < words.length && k < i + LONGEST; k++) {
    if (words[k]!.form === ",") return k + 1;
    if (k === words.length - 1) return /^[.!?"”]$/.test(words[k]!.form) ? k : k + 1;
  }
  return 0;
}

export function cutAsides(words: readonly Token[]): Pieces {
  const main: number[] = [];
  const asides: number[][] = [];
  for (let i = 0; i < words.length; ) {
    const end = asideAt(words, i);
    // Nothing but an aside is no aside.
    if (end > i && (main.length > 0 || end < words.length - 2)) {
      asides.push(Array.from({ length: end - i }, (_, k) => i + k));
      i = end;
    } else main.push(i++);
  }
  return { words, pieces: main.length ? [main, ...asides] : [words.map((_, i) => i)] };
}

/** The pieces' trees as one: an aside hangs on the root of the sentence. */
export function rejoin({ words, pieces }: Pieces, parsed: readonly Parsed[]): Parsed {
  const found: Word[] = new Array(words.length);
  const root =
    pieces[0]![
      Math.max(
        0,
        parsed[0]!.words.findIndex((w) => w.head < 0),
      )
    ] ?? 0;
  pieces.forEach((piece, n) => {
    parsed[n]!.words.forEach((word, k) => {
      const head = word.head >= 0 ? piece[word.head]! : n === 0 ? -1 : root;
      found[piece[k]!] = { ...word, head, relation: word.head < 0 && n > 0 ? "obl" : word.relation };
    });
  });
  const start = words[0]?.start ?? 0;
  return { start, end: words.at(-1)?.end ?? start, words: found, names: [] };
}
