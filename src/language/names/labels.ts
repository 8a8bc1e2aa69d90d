// The labels that the name finder gives to words: outside a name, or the beginning, inside, last or only word of a name
// of one type. It knows which label may follow which, so that no name is ever broken; what scores them is elsewhere.
import { NAME_TYPES, type Name } from "../types.ts";

export const OUTSIDE = 0;
const BEGIN = 0;
const INSIDE = 1;
const LAST = 2;
const ONLY = 3;
const PLACES = 4;

/** Labels: 0 outside, then for each type the four places in a name. */
export const LABELS = 1 + NAME_TYPES.length * PLACES;

const label = (type: number, place: number): number => 1 + type * PLACES + place;
const placeOf = (of: number): number => (of - 1) % PLACES;
const typeOf = (of: number): number => Math.floor((of - 1) / PLACES);
/** Whether a name goes on after this label. */
const isOpen = (of: number): boolean => of !== OUTSIDE && (placeOf(of) === BEGIN || placeOf(of) === INSIDE);

/** The label of the same place in a name of another type. */
export const retyped = (of: number, type: number): number => label(type, placeOf(of));

/** Labels that may stand at the end: those that leave no name open. */
export const CLOSED: readonly number[] = Array.from({ length: LABELS }, (_, l) => l).filter((l) => !isOpen(l));

/** For each label the labels that may stand before it. */
export const BEFORE: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, l) => {
  const goesOn = l !== OUTSIDE && (placeOf(l) === INSIDE || placeOf(l) === LAST);
  const open = (p: number): boolean => isOpen(p) && typeOf(p) === typeOf(l);
  return Uint8Array.from(Array.from({ length: LABELS }, (_, p) => p).filter((p) => (goesOn ? open(p) : !isOpen(p))));
});

/** Whether two neighbours with these labels are in the same name, or both in none. */
export const goesOn = (before: number, after: number): boolean =>
  isOpen(before) || (before === OUTSIDE && after === OUTSIDE);

/** The labels of `n` words with these names, which are in order and apart. */
export function labelsOf(names: readonly Name[], n: number): Uint8Array {
  const labels = new Uint8Array(n);
  for (const { first, last, type } of names) {
    const t = NAME_TYPES.indexOf(type);
    for (let i = first; i < last && i < n; i++)
      labels[i] = label(t, last - first === 1 ? ONLY : i === first ? BEGIN : i === last - 1 ? LAST : INSIDE);
  }
  return labels;
}

/** A name as numbers while its type is still open: words from `first` up to, not including, `last`. */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** Index into NAME_TYPES. */
  readonly type: number;
}

/** The names that labels say, each from a word that begins or is one; labels that break the order are outside. */
export function spansOf(labels: Uint8Array, n: number, from = 0): Span[] {
  const spans: Span[] = [];
  let first = -1;
  for (let i = from; i < n; i++) {
    const l = labels[i]!;
    if (l === OUTSIDE) {
      first = -1;
      continue;
    }
    const place = placeOf(l);
    if (place === ONLY) spans.push({ first: i, last: i + 1, type: typeOf(l) });
    else if (place === BEGIN) first = i;
    else if (first >= 0 && place === LAST) spans.push({ first, last: i + 1, type: typeOf(l) });
    if (place === ONLY || place === LAST) first = -1;
  }
  return spans;
}
