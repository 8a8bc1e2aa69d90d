// A passage's tree laid over its own tokens: the language core cuts words finer than the coder does ("Iran-backed" is
// three words there and one token here). It only brings the two countings together; what the tree means is read elsewhere.
import { Clauses } from "../language/syntax/clauses.ts";
import type { Sentence as Parsed, Token, Word } from "../language/types.ts";
import { tokenise } from "../language/words/tokens.ts";
import type { Passage } from "../model/index.ts";

/** 'Kurdish-led', 'Iran-backed': what the parser, who never saw the compound, may take for a verb, is given to it as this. */
const ADJECTIVE = "foreign";
const COMPOUND =
  /\p{L}[-‐‑](?:led|backed|held|controlled|run|aligned|allied|affiliated|linked|dominated|sponsored|trained|armed|funded|supported|occupied|based|brokered|mediated|imposed|inspired|owned|style|majority|wide|born|made|built)$/iu;
const HYPHENED = /\p{L}[-‐‑]\p{L}/u;

/**
 * The words that the parser is given for a passage, with their places in it: its tokens' text where it stands, marks of
 * emphasis and links left out. A compound ("US-backed") stays one word.
 */
export function wordsToParse({ span: [start, end], tokens }: Passage): Token[] {
  let text = "";
  for (const token of tokens) text += " ".repeat(token.span[0] - start - text.length) + token.text;
  const words = tokenise(text.padEnd(end - start));
  const whole = tokens.filter((t) => HYPHENED.test(t.text));
  const found: Token[] = [];
  let w = 0;
  for (const word of words) {
    while (whole[w] && whole[w]!.span[1] - start <= word.start) w++;
    const inside = whole[w] && whole[w]!.span[0] - start <= word.start;
    if (!inside) found.push(word);
    else if (whole[w]!.span[0] - start === word.start)
      found.push({
        start: word.start,
        end: whole[w]!.span[1] - start,
        form: COMPOUND.test(whole[w]!.text) ? ADJECTIVE : whole[w]!.text,
      });
  }
  return found;
}

/** The word of each token that the others of the token hang on: the first whose head lies outside of it. */
function leads(parsed: Parsed, passage: Passage): { lead: number[]; tokenOf: number[] } {
  const start = passage.span[0];
  const tokenOf: number[] = new Array(parsed.words.length).fill(-1);
  const lead: number[] = new Array(passage.tokens.length).fill(-1);
  let t = 0;
  parsed.words.forEach((word, w) => {
    while (t < passage.tokens.length - 1 && passage.tokens[t]!.span[1] - start <= word.start) t++;
    tokenOf[w] = t;
  });
  parsed.words.forEach((word, w) => {
    const own = tokenOf[w]!;
    const out = word.head < 0 || tokenOf[word.head] !== own;
    if (lead[own] === -1 && out) lead[own] = w;
  });
  return { lead, tokenOf };
}

/** The tree of a passage by token index; a token that no word covers hangs on the root as a mark. */
export function treeOver(passage: Passage, parsed: Parsed): Clauses {
  const { lead, tokenOf } = leads(parsed, passage);
  const root = Math.max(
    0,
    lead.findIndex((w) => w >= 0 && parsed.words[w]!.head < 0),
  );
  const words = passage.tokens.map((token, t): Word => {
    const word = parsed.words[lead[t]!];
    const place = { start: token.span[0], end: token.span[1], form: token.text };
    if (!word)
      return { ...place, lemma: token.plain, upos: "X", xpos: "FW", head: t === root ? -1 : root, relation: "dep" };
    const { lemma, upos, xpos, relation } = word;
    const head = word.head < 0 ? -1 : tokenOf[word.head]!;
    const whole = word.end - word.start === token.text.length && !COMPOUND.test(token.text);
    return { ...place, lemma: whole ? lemma : token.plain, upos, xpos, head, relation };
  });
  return new Clauses({ start: passage.span[0], end: passage.span[1], words: sound(words, root), names: [] });
}

/** Words that hang on each other in a ring, which laying a tree over longer tokens can make, hang on the root instead. */
function sound(words: readonly Word[], root: number): Word[] {
  return words.map((word, i) => {
    let at = i;
    for (let steps = 0; at >= 0 && steps <= words.length; steps++) at = words[at]!.head;
    if (at < 0) return word;
    return { ...word, head: i === root ? -1 : root };
  });
}
