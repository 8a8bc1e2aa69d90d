// A learnt judge of sentence boundaries for what marks and capitals leave open: missing stops, lists, e-mail headers,
// writers without capitals. It is a linear model over hashed features; what is certain is decided before it is asked.

import type { Token } from "../types.ts";
import { DIGIT, kindAt, LOWER, MARK, UPPER } from "./characters.ts";
import { GLUED } from "./lines.ts";

/** Number of weights; features are hashed into as many places. */
export const BOUNDARY_WEIGHTS = 60_000;
/** Number of features of one boundary. */
export const BOUNDARY_FEATURES = 34;

const [NONE, WORD, CAPITAL, CAPITALS, LETTER, NUMBER, MIXED, STOP, DOTS, SHOUT, COMMA, COLON, SEMICOLON, DASH] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
];
const [OPENING, CLOSING, ABBREVIATION, FACE, ADDRESS, CLITIC, STARS, OTHER] = [14, 15, 16, 17, 18, 19, 20, 21];

function markShape(form: string, glued: boolean): number {
  const unit = form.charCodeAt(0);
  switch (unit) {
    case 0x2e:
      return form.length === 1 ? STOP : DOTS;
    case 0x2026:
      return DOTS;
    case 0x21:
    case 0x3f:
    case 0x61f:
      return SHOUT;
    case 0x2c:
    case 0x60c:
      return COMMA;
    case 0x3a:
      return form.length === 1 ? COLON : FACE;
    case 0x3d:
      return form.length > 1 && form.charCodeAt(1) !== 0x3d ? FACE : STARS;
    case 0x3b:
      return form.length === 1 ? SEMICOLON : FACE;
    case 0x2d:
    case 0x2013:
    case 0x2014:
      return form.length < 4 ? DASH : STARS;
    case 0x28:
    case 0x5b:
    case 0x201c:
    case 0x2018:
    case 0xab:
      return OPENING;
    case 0x29:
    case 0x5d:
    case 0x201d:
    case 0xbb:
      return CLOSING;
    case 0x22:
    case 0x27:
    case 0x2019:
      return form.length > 2 ? CLITIC : glued ? CLOSING : OPENING;
    case 0x40:
      return form.length > 1 ? ADDRESS : OTHER;
    case 0x2a:
    case 0x7e:
    case 0x5f:
      return STARS;
    default:
      return OTHER;
  }
}

/** What a token looks like: a kind of word, number or mark; NONE outside the text. */
function shapeOf(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return NONE;
  const { form } = token;
  const kind = kindAt(form, 0);
  if (kind === MARK) return markShape(form, index > 0 && tokens[index - 1]!.end === token.start);
  const last = form.charCodeAt(form.length - 1);
  if (last === 0x2e && form.length > 1) return ABBREVIATION;
  if (form.length > 5 && /[@/.]/.test(form) && kind !== DIGIT) return ADDRESS;
  if (kind === DIGIT) return kindAt(form, form.length - 1) === DIGIT ? NUMBER : MIXED;
  if (kind === UPPER) {
    if (form.length === 1) return LETTER;
    return kindAt(form, 1) === UPPER ? CAPITALS : CAPITAL;
  }
  return WORD;
}

/** A number for a form without its capitals; of long forms the beginning is enough. */
function formHash(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return 7;
  const { form } = token;
  const length = Math.min(form.length, 12);
  let hash = length;
  for (let i = 0; i < length; i++) {
    let unit = form.charCodeAt(i);
    if (unit >= 0x41 && unit <= 0x5a) unit |= 0x20;
    // Figures differ without meaning anything by it.
    if (unit >= 0x30 && unit <= 0x39) unit = 0x30;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}

function mix(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return ((Math.imul(hash, 0x27d4eb2f) >>> 16) * BOUNDARY_WEIGHTS) >>> 16;
}

/** Bucket of a count: exact while small, then by doubling. */
const bucket = (count: number): number => (count < 6 ? count : count < 10 ? 6 : count < 18 ? 7 : count < 36 ? 8 : 9);

/** What is known of the text as a whole and of the sentence that is open, while somebody walks over its tokens. */
export class BoundaryContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** How the writer treats capitals after a stop, and whether the text has paragraphs: 0 to 7. */
  readonly style: number;
  /** Index of the first token of the open sentence. */
  begin = 0;
  #quotes = 0;
  #brackets = 0;
  #marks = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    let low = 0;
    let high = 0;
    for (let i = 1; i + 1 < tokens.length; i++) {
      const unit = tokens[i]!.form.charCodeAt(0);
      if (unit !== 0x2e && unit !== 0x21 && unit !== 0x3f) continue;
      const kind = kindAt(text, tokens[i + 1]!.start);
      if (kind === LOWER) low++;
      else if (kind === UPPER) high++;
    }
    const share = low === 0 ? 0 : low * 8 < high ? 1 : low < high ? 2 : 3;
    this.style = share * 2 + (text.includes("\n\n") ? 1 : 0);
  }

  /** A sentence begins at `index`. */
  open(index: number): void {
    this.begin = index;
    this.#quotes = 0;
    this.#brackets = 0;
    this.#marks = 0;
  }

  /** The token at `index` goes into the open sentence. */
  pass(index: number): void {
    const { form } = this.tokens[index]!;
    if (form.length > 2) return;
    switch (form.charCodeAt(0)) {
      case 0x22:
        this.#quotes ^= 1;
        return;
      case 0x201c:
        this.#quotes = 1;
        return;
      case 0x201d:
        this.#quotes = 0;
        return;
      case 0x28:
      case 0x5b:
        this.#brackets++;
        return;
      case 0x29:
      case 0x5d:
        if (this.#brackets > 0) this.#brackets--;
        return;
      case 0x2e:
      case 0x21:
      case 0x3f:
        this.#marks++;
        return;
      default:
        return;
    }
  }

  /** Writes the features of a boundary before `index` into `into`, BOUNDARY_FEATURES of them. */
  features(index: number, gap: number, into: Int32Array): void {
    const { tokens, style } = this;
    const p1 = shapeOf(tokens, index - 1);
    const p2 = shapeOf(tokens, index - 2);
    const p3 = shapeOf(tokens, index - 3);
    const n1 = shapeOf(tokens, index);
    const n2 = shapeOf(tokens, index + 1);
    const n3 = shapeOf(tokens, index + 2);
    const fp1 = formHash(tokens, index - 1);
    const fp2 = formHash(tokens, index - 2);
    const fp3 = formHash(tokens, index - 3);
    const fn1 = formHash(tokens, index);
    const fn2 = formHash(tokens, index + 1);
    const pair = p1 * 32 + n1;
    const length = bucket(index - this.begin);
    const inside = this.#quotes * 3 + Math.min(2, this.#brackets);
    const spaced = gap === GLUED ? 1 : 0;
    let n = 0;
    into[n++] = mix(0, pair, spaced);
    into[n++] = mix(1, pair, style);
    into[n++] = mix(2, pair, p2);
    into[n++] = mix(3, pair, n2);
    into[n++] = mix(4, pair, p2 * 32 + n2);
    into[n++] = mix(5, p1 * 32 + p2, p3 * 32 + n1);
    into[n++] = mix(6, pair, n2 * 32 + n3);
    into[n++] = mix(7, pair, length * 16 + inside);
    into[n++] = mix(8, length, style * 32 + p1);
    into[n++] = mix(9, inside, pair);
    into[n++] = mix(10, fp1, 0);
    into[n++] = mix(11, fp2, p1);
    into[n++] = mix(12, fn1, 0);
    into[n++] = mix(13, fn2, n1);
    into[n++] = mix(14, fp1, n1);
    into[n++] = mix(15, fn1, pair);
    into[n++] = mix(16, fp1, fn1);
    into[n++] = mix(17, fp2, pair);
    into[n++] = mix(18, fn2, pair);
    into[n++] = mix(19, fp2, fp1);
    into[n++] = mix(20, fn1, fn2);
    into[n++] = mix(21, fp3, p2 * 32 + p1);
    into[n++] = mix(22, fp1, style * 32 + n1);
    into[n++] = mix(23, fn1, style * 32 + p1);
    into[n++] = mix(24, fn1, length);
    into[n++] = mix(25, fp1, length);
    into[n++] = mix(26, style, length * 16 + inside);
    into[n++] = mix(27, this.#marks > 0 ? 1 : 0, pair * 16 + length);
    into[n++] = mix(28, formHash(tokens, this.begin), pair);
    into[n++] = mix(29, shapeOf(tokens, this.begin) * 32 + shapeOf(tokens, this.begin + 1), pair * 16 + length);
    into[n++] = mix(30, fn1, p2 * 32 + p1);
    into[n++] = mix(31, shapeOf(tokens, index + 3) * 32 + n3, n2 * 32 + n1);
    into[n++] = mix(32, shapeOf(tokens, index - 4) * 32 + p3, p2 * 32 + p1);
    into[n] = mix(33, p3 * 32 + p2, pair * 1024 + n2 * 32 + n3);
  }
}

/** Whether it is worth asking the model about a boundary before `index`; words that go on in lower case are not. */
export function isOpenQuestion(text: string, tokens: readonly Token[], index: number, gap: number): boolean {
  const before = tokens[index - 1]!;
  const next = tokens[index]!;
  const last = kindAt(text, before.end - 1);
  const kind = kindAt(text, next.start);
  if (gap === GLUED) {
    // What was cut for its length goes on after it.
    const stop = last === MARK && before.form.length < 8 && ".!?)".includes(before.form[before.form.length - 1]!);
    return stop && (kind === UPPER || kind === LOWER) && next.form.length > 1;
  }
  if (last === MARK) return before.form !== ",";
  return kind !== LOWER && !(kind === MARK && ",.;:!?)]%'’”".includes(next.form[0]!));
}

/** The model's score of a boundary with these features: one is likely above 0. */
export function boundaryScore(weights: Int16Array | Float32Array, features: Int32Array): number {
  let score = 0;
  for (let i = 0; i < BOUNDARY_FEATURES; i++) score += weights[features[i]!]!;
  return score;
}
