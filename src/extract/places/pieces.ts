// The tokens of a passage as place names are read: split at hyphens ('Aleppo-based', 'Damascus-Homs'), the possessive
// taken off and remembered. Pieces keep their spans in the document; nothing here knows a place.
import type { Passage, Token } from "../../model/index.ts";
import { span } from "../../model/index.ts";

export interface Piece extends Token {
  /** Joined to the piece before by a hyphen. */
  readonly hyphen: boolean;
  /** 'Aleppo's', 'Homs'': what was taken off stands in `owns`. */
  readonly possessive: boolean;
  readonly owns: string;
  readonly capital: boolean;
  readonly word: boolean;
}

const possessive = /['’](?:s|S)?$/u;

/** Pieces of one passage, in order. */
export function piecesOf(passage: Passage): Piece[] {
  const pieces: Piece[] = [];
  for (const token of passage.tokens) {
    const before = pieces.at(-1);
    if (/^['’][sS]?$/.test(token.text) && before && before.span[1] === token.span[0] && before.word) {
      pieces[pieces.length - 1] = { ...before, possessive: true, owns: token.text };
      continue;
    }
    const start: number = token.span[0];
    let from = 0;
    // Apostrophes and hyphens inside a name stay findable: 'Ma'arrat' is one piece, 'al-Bab' two.
    for (const part of token.text.split(/(?<=[\p{L}\p{N}'’.])[-‐‑–](?=['’‘]?[\p{L}\p{N}])/u)) {
      const owns = part.length > 2 && possessive.test(part) && /\p{L}/u.test(part[0] ?? "");
      const text = owns ? part.replace(possessive, "") : part;
      pieces.push({
        text,
        plain: from === 0 && text.length === token.text.length ? token.plain : text.toLowerCase(),
        span: span(start + from, start + from + text.length),
        hyphen: from > 0 || (text !== "-" && before?.text === "-" && before.span[1] === start),
        possessive: owns,
        owns: owns ? part.slice(text.length) : "",
        capital: /^['’‘“"(]?\p{Lu}/u.test(text),
        word: /[\p{L}\p{N}]/u.test(text),
      });
      from += part.length + 1;
    }
  }
  return pieces;
}

/** Whether capitals say nothing here: a headline in title case, or all in capitals. */
export function isTitleCase(pieces: readonly Piece[], kind: Passage["kind"]): boolean {
  const telling = pieces.filter((p) => p.word && /^\p{L}{2,}/u.test(p.text) && !smallWords.has(p.plain));
  const share = kind === "title" || kind === "heading" ? 0.75 : 0.9;
  return telling.length >= 4 && telling.filter((p) => p.capital).length >= telling.length * share;
}
const smallWords = new Set(
  "a an and as at but by for from in into of off on onto or over the to up via vs with al el ad ar as ash az an is are".split(
    " ",
  ),
);

/** Pieces as they stand in the text, from one to another; the last one's possessive left off. */
export function written(pieces: readonly Piece[], from: number, to: number): string {
  let text = "";
  for (let i = from; i <= to; i++) {
    const piece = pieces[i] as Piece;
    const before = pieces[i - 1];
    const gap = i > from && before ? piece.span[0] - before.span[1] - before.owns.length : 0;
    text += (gap === 0 ? "" : piece.hyphen && gap === 1 ? "-" : " ") + piece.text + (i < to ? piece.owns : "");
  }
  return text;
}
