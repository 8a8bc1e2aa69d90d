// How words and sentences use capitals, as far as names are concerned: a capital that may tell a name, capitals only, or
// none. Addresses and hashtags count as words without.

import type { Token } from "../types.ts";
import { kindAt, UPPER } from "../words/characters.ts";

export const CAPITAL = 1;
/** Capitals only, two letters or more. */
export const SHOUT = 2;

/** How a sentence uses capitals: they tell names, or stand on every longer word, or on every letter. */
export const PLAIN = 0;
export const TITLED = 1;
export const SHOUTED = 2;

/** As much of a word is looked at. */
const MOST_UNITS = 30;
/** A word in capitals that is longer than an acronym may be a name written loudly. */
const LOUD = 3;

/** 0, CAPITAL or SHOUT. */
export function casing(form: string): number {
  const first = form.charCodeAt(0);
  if (first >= 0x61 && first <= 0x7a && form.length < 3) return 0;
  if (first === 0x23 || first === 0x40) return 0;
  let capitals = 0;
  let others = 0;
  const most = Math.min(form.length, MOST_UNITS);
  for (let i = 0; i < most; i++) {
    const unit = form.charCodeAt(i);
    if (unit >= 0x41 && unit <= 0x5a) capitals++;
    else if (unit >= 0x61 && unit <= 0x7a) others++;
    else if (unit === 0x40 || unit === 0x2f) return 0;
    else if (unit >= 0xc0 && kindAt(form, i) === UPPER) capitals++;
    else if (unit >= 0xc0) others++;
  }
  if (capitals === 0) return 0;
  return others === 0 && capitals > 1 ? SHOUT : CAPITAL;
}

/** Of a sentence's longer words: how many begin small, how many have capitals; and how many of all are shouted. */
export function sentenceCase(small: number, capitals: number, shouts: number): number {
  if (small === 0 && shouts > 1 && shouts >= capitals) return SHOUTED;
  return capitals > 2 && capitals >= 3 * small ? TITLED : PLAIN;
}

/** Whether a word is in capitals that may hide a name written otherwise ("BEIRUT", but not "SDF"). */
export const isLoud = (form: string): boolean => form.length > LOUD && casing(form) === SHOUT;

/** "ALEPPO" as "Aleppo". */
export const spokenSoftly = (token: Token): Token =>
  isLoud(token.form) ? { ...token, form: token.form[0]! + token.form.slice(1).toLowerCase() } : token;
