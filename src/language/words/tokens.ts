// Cuts a text into words and marks as the English treebanks of Universal Dependencies (EWT, GUM) cut them. It reads
// units one by one and looks no further than a word needs; it knows nothing of sentences and drops only white space.

import type { Token } from "../types.ts";
import { abbreviationKind } from "./abbreviations.ts";
import { dottedEnd, LOCAL_LENGTH, mailEnd, schemeEnd } from "./addresses.ts";
import { DIGIT, digitAt, isApostrophe, isHyphen, kindAt, letterAt, MARK, runEnd, SPACE, UPPER } from "./characters.ts";
import { contraction, isClitic, isPrefix, isSuffix } from "./contractions.ts";
import { markEnd } from "./marks.ts";
import { numeralEnd } from "./numerals.ts";

/** No token is longer (UTF-16 units): what runs on is cut, so that everything after this reads short strings. */
export const TOKEN_LENGTH = 300;

const DOT = 0x2e;
const DOLLARS = new Set(["US", "U", "A", "AU", "C", "CA", "NZ", "HK", "S", "R"]);
const DEGREES = /^(?:Ph\.D|M\.Sc|B\.Sc|M\.Phil|D\.Phil|Ed\.D)\.?/;

class Scanner {
  readonly text: string;
  readonly end: number;
  readonly found: Token[] = [];
  /** The next "@" at or after the place that was asked last; the end if there is none. */
  #at = -1;

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  /** Nobody looks further from `start` than a token can go: what runs on for a megabyte is not read over and over. */
  #reach(start: number): number {
    return Math.min(this.end, start + TOKEN_LENGTH + 1);
  }

  #push(start: number, end: number): void {
    this.found.push({ start, end, form: this.text.slice(start, end) });
  }

  /** Takes start to end as one token and answers where to go on: earlier than `end` if that was too long. */
  #take(start: number, end: number): number {
    let stop = end;
    if (end - start > TOKEN_LENGTH) {
      stop = start + TOKEN_LENGTH;
      const unit = this.text.charCodeAt(stop);
      if (unit >= 0xdc00 && unit <= 0xdfff) stop--;
    }
    this.#push(start, stop);
    return stop;
  }

  #takeWord(start: number, end: number): number {
    const cuts = contraction(this.text, start, end);
    if (cuts === null) return this.#take(start, end);
    let from = start;
    for (const length of cuts) {
      this.#push(from, from + length);
      from += length;
    }
    return this.#take(from, end);
  }

  /** End before `end` of the address from `start`, whose first run of letters ends at `stop`; -1 if there is none. */
  #address(start: number, stop: number, end: number): number {
    const { text } = this;
    if (this.#at < start) {
      const at = text.indexOf("@", start);
      this.#at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    if (this.#at - start <= LOCAL_LENGTH && this.#at < end) {
      const mail = mailEnd(text, start, this.#at, end);
      if (mail > 0) return mail;
    }
    const unit = stop < end ? text.charCodeAt(stop) : 0;
    if (unit === 0x3a) return schemeEnd(text, start, stop, end);
    if (unit === DOT && stop + 1 < end && text.charCodeAt(stop + 1) > 0x20) return dottedEnd(text, start, stop, end);
    return -1;
  }

  /** End of letters with dots between them ("U.S.", "a.m.", "J.") from `start`; -1 if there are none. */
  #acronym(start: number): number {
    const { text, end } = this;
    let i = start;
    while (letterAt(text, i, end) && text.charCodeAt(i + 1) === DOT && i + 1 < end && i - start < 16) i += 2;
    if (i === start) return -1;
    // "U.S.A", "a.m": the last letter may have lost its dot.
    if (letterAt(text, i, end) && runEnd(text, i, end) === i + 1 && i - start < 16) return i + 1;
    // Of "J.Smith" the dot is J's; of "a.The" it is the sentence's.
    if (i - start > 2) return i;
    if (kindAt(text, start) === UPPER) return text[start] !== "I" || this.#nameAfter(i) ? i : -1;
    // "Salman b. Abdulaziz", "c. 1990", "p. 12".
    if (text[start] === "b" && this.#nameAfter(i)) return i;
    return i + 1 < end && text.charCodeAt(i) === 0x20 && digitAt(text, i + 1, end) && start > 0 ? i : -1;
  }

  /** Whether something that may begin a sentence follows the stop at `stop`; the end of a paragraph counts. */
  #sentenceAfter(stop: number): boolean {
    const { text, end } = this;
    let i = stop + 1;
    let lines = 0;
    while (i < end && kindAt(text, i) === SPACE) if (text.charCodeAt(i++) === 0x0a) lines++;
    if (i >= end || lines > 1) return true;
    if (i === stop + 1) return false;
    const kind = kindAt(text, i);
    return kind === UPPER || kind === MARK;
  }

  /** Whether a capital follows after one space, as after an initial. */
  #nameAfter(from: number): boolean {
    return from + 1 < this.end && this.text.charCodeAt(from) === 0x20 && kindAt(this.text, from + 1) === UPPER;
  }

  #paragraphEnds(from: number): boolean {
    const { text, end } = this;
    let i = from;
    let lines = 0;
    while (i < end && kindAt(text, i) === SPACE) if (text.charCodeAt(i++) === 0x0a) lines++;
    return i >= end || lines > 1;
  }

  /** Whether the stop at `stop` belongs to the word before it. */
  #keepsStop(start: number, stop: number): boolean {
    const { text, end } = this;
    if (stop + 1 < end && text.charCodeAt(stop + 1) === DOT) return false;
    switch (abbreviationKind(text, start, stop)) {
      case "leading":
        return !this.#paragraphEnds(stop + 1);
      case "plain":
        return !this.#sentenceAfter(stop) || !this.#paragraphEnds(stop + 1);
      case "doubtful":
        return !this.#sentenceAfter(stop);
      default:
        return false;
    }
  }

  /** Takes the word that begins at `start`, with its clitics; answers where to go on. */
  word(start: number): number {
    const { text } = this;
    const end = this.#reach(start);
    let stop = runEnd(text, start, end);
    const address = this.#address(start, stop, end);
    if (address > 0) return this.#take(start, address);
    if (kindAt(text, start) === DIGIT) return this.#take(start, numeralEnd(text, start, end));
    while (stop < end && stop - start <= TOKEN_LENGTH) {
      const unit = text.charCodeAt(stop);
      if (unit === 0x20) break;
      if (unit === DOT) {
        if (stop === start + 1) {
          const acronym = this.#acronym(start);
          if (acronym > 0) {
            const closes = text.charCodeAt(acronym - 1) === DOT && this.#paragraphEnds(acronym);
            return this.#take(start, closes ? acronym - 1 : acronym);
          }
        }
        if (stop - start <= 2) {
          const degree = DEGREES.exec(text.slice(start, Math.min(start + 7, end)));
          if (degree) return this.#take(start, start + degree[0].length);
        }
        if (this.#keepsStop(start, stop)) return this.#take(start, stop + 1);
        break;
      }
      if (isApostrophe(unit)) {
        const next = runEnd(text, stop + 1, end);
        if (next === stop + 1) break;
        if (next === stop + 2 && (text.charCodeAt(stop + 1) | 0x20) === 0x74) {
          if ((text.charCodeAt(stop - 1) | 0x20) === 0x6e) {
            if (stop - 1 > start) this.#take(start, stop - 1);
            return this.#take(Math.max(start, stop - 1), next);
          }
        }
        if (isClitic(text, stop + 1, next)) {
          this.#take(start, stop);
          return this.#take(stop, next);
        }
        if (!letterAt(text, stop + 1, end)) break;
        stop = next;
      } else if (isHyphen(unit)) {
        const decade = stop - start === 3 && digitAt(text, stop + 1, end);
        if (!letterAt(text, stop + 1, end) && !decade) break;
        const next = runEnd(text, stop + 1, end);
        const joined = start > 0 && isHyphen(text.charCodeAt(start - 1)) && this.found.at(-1)?.end === start;
        if (!(isPrefix(text, start, stop, next) && !joined) && !isSuffix(text, stop + 1, next)) break;
        stop = next;
      } else if (unit === 0x26) {
        if (stop + 1 >= end || kindAt(text, stop + 1) !== UPPER || kindAt(text, stop - 1) !== UPPER) break;
        const next = runEnd(text, stop + 1, end);
        // "PG&E" is kept, "B&W" is not.
        if (next - start <= 3) break;
        stop = next;
      } else if (unit === 0x2a) {
        let star = stop + 1;
        while (star < end && star - stop < 3 && text.charCodeAt(star) === 0x2a) star++;
        if (!letterAt(text, star, end)) break;
        stop = runEnd(text, star, end);
      } else if (unit === 0x2f) {
        const left = text.slice(start, Math.min(stop, start + 4)).toLowerCase();
        const next = runEnd(text, stop + 1, end);
        if (left !== "w" && !(left === "s" && next === stop + 3)) break;
        if (next > stop + 2 && left === "w") break;
        return this.#take(start, next);
      } else {
        if (unit === 0x24 && stop - start <= 2 && DOLLARS.has(text.slice(start, stop)))
          return this.#take(start, stop + 1);
        break;
      }
    }
    return this.#takeWord(start, Math.max(stop, start + 1));
  }

  /** Takes the mark that begins at `start`; answers where to go on. */
  mark(start: number): number {
    return this.#take(start, markEnd(this.text, start, this.#reach(start)));
  }
}

/**
 * The tokens of `text` between `start` and `end` (UTF-16 units), in order and apart; they cover every sign that is not
 * white space, and their offsets point into `text`. None is longer than TOKEN_LENGTH.
 */
export function tokenise(text: string, start = 0, end = text.length): Token[] {
  const scanner = new Scanner(text, end);
  let i = start;
  while (i < end) {
    const kind = kindAt(text, i);
    if (kind === SPACE) i++;
    else if (kind === MARK) i = scanner.mark(i);
    else i = scanner.word(i);
  }
  return scanner.found;
}
