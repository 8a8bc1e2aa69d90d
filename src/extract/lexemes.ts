// A passage cut finer than its tokens: words, runs of digits, single marks. Dates and figures are read over these, so that
// '15-16', '2024-12-06', 'Sep.17' and '45km' read alike whichever way the tokens were cut. Nothing is interpreted here.
import { PIECE } from "../codebook/phrases.ts";
import { type Passage, type Span, span } from "../model/index.ts";

export interface Lexeme {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** True when no white space stands before it. */
  readonly glued: boolean;
  /** The value of a run of up to 15 digits; null for everything else. */
  readonly digits: number | null;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

// An address is one lexeme: the '2016/05' of its path is no date.
const ADDRESS = /^(?:https?:|www\.|pic\.|t\.co)|@|:\/\//i;

export function lexemes(passage: Passage): Lexeme[] {
  const out: Lexeme[] = [];
  let end = -1;
  for (const token of passage.tokens)
    for (const { 0: text, index } of ADDRESS.test(token.text)
      ? [{ 0: token.text, index: 0 }]
      : token.text.matchAll(PIECE)) {
      const start = token.span[0] + index;
      const code = text.charCodeAt(0);
      out.push({
        text,
        plain: text === "’" || text === "‘" ? "'" : text.toLowerCase(),
        start,
        end: start + text.length,
        glued: start === end,
        digits: code >= 48 && code <= 57 && text.length <= 15 ? Number(text) : null,
        capital: text !== text.toLowerCase() && text.charAt(0) === text.charAt(0).toUpperCase(),
      });
      end = start + text.length;
    }
  return out;
}

/** From the first lexeme to the one before `to`. */
export const spanOf = (pieces: readonly Lexeme[], from: number, to: number): Span =>
  span(pieces[from]!.start, pieces[to - 1]!.end);

/** The words as they stand, with every gap between two lexemes as one space. */
export const textOf = (pieces: readonly Lexeme[], from: number, to: number): string => {
  let text = "";
  for (let k = from; k < to; k++) text += (k > from && !pieces[k]!.glued ? " " : "") + pieces[k]!.text;
  return text;
};
