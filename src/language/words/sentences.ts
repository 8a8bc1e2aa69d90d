// Where sentences begin in news as it is scraped: stops with their closing quotes, abbreviations, headlines, datelines,
// embedded posts. It reads tokens and the white space between them; what it cannot know, learnt weights may tell it.

import type { KnownNames, Token } from "../types.ts";
import { leads } from "./abbreviations.ts";
import { BOUNDARY_FEATURES, BoundaryContext, boundaryScore, isOpenQuestion } from "./boundaries.ts";
import { DIGIT, kindAt, LOWER, MARK, UPPER } from "./characters.ts";
import { GLUED, gapKind, LINE, PARAGRAPH, wraps } from "./lines.ts";
import { isPostLink, signatureEnd } from "./posts.ts";

/** No sentence has more tokens: a longer one is cut at the best mark at hand. */
export const SENTENCE_LENGTH = 400;

/** The score (in 1/256) that a boundary without any stop needs: news runs on with capitals where e-mail begins afresh. */
const MARGIN = 256;

/** The longest known name that is looked for around a boundary, in tokens. */
const NAME_LENGTH = 8;

/** Words that begin a sentence rather than go on with a name after "U.S." or "Inc.". */
const STARTERS = new Set(
  (
    "The A An He She It They We I You In On At But And This That These Those There His Her Its Their Our My As If When " +
    "While After Before Since For From With By To No Not What Who Why How Some Many Most However Although " +
    "According Meanwhile Also So Then Now Here Both Such Under Over During Despite"
  ).split(" "),
);

const isBullet = (form: string): boolean => form.charCodeAt(0) >= 0x2022 && "•▪●■◆►‣▶".includes(form[0]!);

/** A token of stops: ".", "...", "?!", "؟". */
function isStop(form: string): boolean {
  const unit = form.charCodeAt(0);
  return (
    (unit === 0x2e ||
      unit === 0x21 ||
      unit === 0x3f ||
      unit === 0x2026 ||
      unit === 0x061f ||
      unit === 0x06d4 ||
      unit === 0x3002) &&
    (form.length === 1 || kindAt(form, form.length - 1) === MARK)
  );
}

/** A quote or bracket that closes what stands before it. */
function closes(tokens: readonly Token[], index: number): boolean {
  const { form, start } = tokens[index]!;
  if (form.length > 2) return false;
  switch (form.charCodeAt(0)) {
    case 0x29:
    case 0x5d:
    case 0x7d:
    case 0x201d:
    case 0xbb:
      return true;
    case 0x2019:
    case 0x22:
    case 0x27:
      return index > 0 && tokens[index - 1]!.end === start;
    default:
      return false;
  }
}

/** Whether a known name lies over the boundary before `index`. */
function insideName(tokens: readonly Token[], index: number, known: KnownNames): boolean {
  for (let i = Math.max(0, index - NAME_LENGTH); i < index; i++) {
    const name = known.at(tokens, i);
    if (name !== null && i + name.length > index) return true;
  }
  return false;
}

class Splitter {
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Index of the stop that the closing marks before `index` close, or of the token before it. */
  core(index: number): number {
    let i = index - 1;
    const first = Math.max(0, index - 4);
    while (i > first && closes(this.tokens, i)) i--;
    return i;
  }

  /** Whether a sentence begins at `index` by its marks and letters alone. */
  byRule(index: number, gap: number): boolean {
    const { text, tokens } = this;
    const next = tokens[index]!;
    if (isBullet(next.form)) return true;
    if (closes(tokens, index)) return false;
    const core = tokens[this.core(index)]!;
    const kind = kindAt(text, next.start);
    if (isStop(core.form)) {
      if (gap === GLUED) return kind === UPPER && core.form === "." && kindAt(text, core.start - 1) === LOWER;
      if (kind === LOWER) return next.form.toLowerCase() === next.form.toUpperCase();
      return !(kind === MARK && /^[,;:.!?%)\]–—-]/.test(next.form));
    }
    if (core.form.length < 2 || gap === GLUED || core.form.charCodeAt(core.form.length - 1) !== 0x2e) return false;
    if (kind === LOWER || leads(core.form) || core.form.length === 2) return false;
    return STARTERS.has(next.form);
  }

  /**
   * Whether marks and letters leave no doubt: 1 for a boundary, -1 for none, 0 where it is open. `begin` is the first
   * token of the open sentence.
   */
  certain(begin: number, index: number, gap: number): number {
    const { text, tokens } = this;
    const next = tokens[index]!;
    const before = tokens[index - 1]!;
    if (isBullet(next.form)) return 1;
    if (closes(tokens, index)) return -1;
    const kind = kindAt(text, next.start);
    const { form } = before;
    if (form === ".") {
      // "2. The second": the stop of a list's number.
      if (index - 2 === begin && kindAt(text, tokens[begin]!.start) === DIGIT) return -1;
      const word = tokens[index - 2];
      // "war.The" as well as "war. The"; but not "the site.X".
      const begins = kind === UPPER && (gap !== GLUED || next.form.length > 1);
      if (begins && word !== undefined && word.form.length > 2)
        return kindAt(word.form, 0) === LOWER && kindAt(word.form, word.form.length - 1) === LOWER ? 1 : 0;
      return 0;
    }
    if (form.length > 1 && form.charCodeAt(form.length - 1) === 0x2e && kindAt(form, 0) !== MARK) {
      if (leads(form) && kind !== MARK) return -1;
      // An initial before a name.
      if (form.length === 2 && kind === UPPER && !STARTERS.has(next.form)) return -1;
      if (gap !== GLUED && kind === UPPER && STARTERS.has(next.form)) return 1;
    }
    if (kindAt(text, before.end - 1) === MARK && (form === "-" || form === "–" || form === "—"))
      return this.isDateline(begin, index) ? -1 : 0;
    return 0;
  }

  /** Whether a dash before `index` belongs to a dateline at `begin` ("BEIRUT (Reuters) - "). */
  isDateline(begin: number, index: number): boolean {
    if (index - begin > 16) return false;
    const first = this.tokens[begin]!.form;
    return first.length > 2 && first === first.toUpperCase() && first !== first.toLowerCase();
  }
}

/** Where a sentence that is too long is cut: after the strongest mark of its second half. */
function cutBefore(tokens: readonly Token[], begin: number): number {
  let best = begin + SENTENCE_LENGTH;
  let strength = 0;
  for (let i = begin + SENTENCE_LENGTH / 2; i < begin + SENTENCE_LENGTH; i++) {
    const mark = ",—:;".indexOf(tokens[i]!.form) + 1;
    if (tokens[i]!.form.length === 1 && mark >= strength && mark > 0) {
      strength = mark;
      best = i + 1;
    }
  }
  return best;
}

/**
 * Indices of the tokens at which sentences begin, rising, the first of them 0; empty if there are no tokens. `tokens`
 * are those of `text` as `tokenise` cuts them. With `weights` (BOUNDARY_WEIGHTS of them, in steps of 1/256, as
 * training/boundaries.ts learns them) a model answers what rules leave open. No boundary falls inside a name of `known`,
 * except between paragraphs and where a sentence is too long.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  known?: KnownNames,
  weights?: Int16Array | Float32Array,
): number[] {
  if (tokens.length === 0) return [];
  const splitter = new Splitter(text, tokens);
  const context = new BoundaryContext(text, tokens);
  const features = new Int32Array(BOUNDARY_FEATURES);
  context.pass(0);
  const starts = [0];
  let begin = 0;
  let signed = -1;
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1]!;
    const token = tokens[i]!;
    const gap = gapKind(text, before.end, token.start);
    let boundary = gap === PARAGRAPH || i === signed;
    if (!boundary) {
      if (token.form === "—" || (isPostLink(before.form) && token.form.length === 1)) {
        const end = signatureEnd(tokens, i);
        if (end > 0) {
          boundary = true;
          signed = end;
        }
      }
      if (!boundary && i > signed) {
        const certain = splitter.certain(begin, i, gap);
        if (certain !== 0) boundary = certain > 0;
        else if (weights === undefined) boundary = splitter.byRule(i, gap);
        else if (isOpenQuestion(text, tokens, i, gap)) {
          context.features(i, gap, features);
          boundary = boundaryScore(weights, features) > (isStop(tokens[splitter.core(i)]!.form) ? 0 : MARGIN);
        }
        if (!boundary && gap === LINE) boundary = !wraps(text, before.end, token.start);
      }
      if (boundary && i !== signed && known !== undefined && insideName(tokens, i, known)) boundary = false;
    }
    if (boundary) {
      while (i - begin > SENTENCE_LENGTH) {
        begin = cutBefore(tokens, begin);
        starts.push(begin);
      }
      if (i > begin) starts.push(i);
      begin = i;
      context.open(i);
    }
    context.pass(i);
  }
  while (tokens.length - begin > SENTENCE_LENGTH) {
    begin = cutBefore(tokens, begin);
    starts.push(begin);
  }
  return starts;
}
