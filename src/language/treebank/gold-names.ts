// The names that a treebank marks, as Dateline's own three types. Two ways of marking are read: GUM's `Entity=(…)`, which
// brackets every noun phrase that stands for something, and our `Name=B-person` / `Name=I-person`. Nothing is guessed
// where neither stands.

import { NAME_TYPES, type Name, type NameType } from "../types.ts";
import type { GoldSentence } from "./read-conllu.ts";

const TYPES: ReadonlyMap<string, NameType> = new Map([
  ...NAME_TYPES.map((t) => [t, t] as const),
  ["organization", "organisation"],
]);
const LINK = /^(?:of|the|de|al|el|bin|for|van|von|la|du|and|&|['’–-])$/i;
/** As many words as may link two parts of a name: "of the". */
const MOST_LINKS = 2;

const entry = (misc: string, key: string): string | null =>
  misc
    .split("|")
    .find((e) => e.startsWith(`${key}=`))
    ?.slice(key.length + 1) ?? null;

interface Bracket {
  readonly first: number;
  /** Up to, not including. */
  readonly last: number;
  readonly kind: string;
}

/** All that GUM brackets: "(12-person-new…" opens, "12)" closes, "(12-person-…)" is one word. */
function brackets(sentence: GoldSentence): Bracket[] {
  const open: { readonly id: string; readonly kind: string; readonly first: number }[] = [];
  const found: Bracket[] = [];
  for (const [i, misc] of sentence.misc.entries())
    for (const [, opened, closed] of (entry(misc, "Entity") ?? "").matchAll(/\(([^()]+)|([^()]*)\)/g)) {
      if (opened !== undefined) {
        const [id, kind] = opened.split("-");
        open.push({ id: id!, kind: kind ?? "", first: i });
        continue;
      }
      // A bare ")" closes the bracket just opened; a phrase opened in another sentence is left alone.
      const at = closed ? open.findLastIndex((o) => o.id === closed) : open.length - 1;
      const [one] = at < 0 ? [] : open.splice(at, 1);
      if (one) found.push({ first: one.first, last: i + 1, kind: one.kind });
    }
  return found;
}

/**
 * The run of proper nouns around the head of a phrase, linking words inside it included: "Mayor of the City of London"
 * within "the Mayor of the City of London, who resigned". Null if the head is no proper noun.
 */
function properRun(s: GoldSentence, phrase: Bracket, begins: ReadonlySet<number>): [number, number] | null {
  const { first, last } = phrase;
  let head = first;
  while (head < last && s.heads[head]! >= first && s.heads[head]! < last) head++;
  if (s.upos[head] !== "PROPN" || head === last) return null;
  const proper = (i: number): boolean =>
    i >= first && i < last && (s.upos[i] === "PROPN" || /^NNPS?$/.test(s.xpos[i]!));
  const link = (i: number): boolean => i >= first && i < last && LINK.test(s.forms[i]!);
  // "Trinidad and Tobago" is a name; in "Smith and Jones" another phrase begins after "and". Before the head, "and" stands
  // within what describes it: "Newfoundland and Labrador Court".
  const apart = (i: number): boolean => i > head && /^(?:and|&)$/i.test(s.forms[i]!) && begins.has(i + 1);
  const next = (from: number, step: 1 | -1): number => {
    let i = from + step;
    for (let links = 0; links < MOST_LINKS && link(i) && !proper(i) && !apart(i); links++) i += step;
    return proper(i) ? i : from;
  };
  let left = head;
  while (next(left, -1) !== left) left = next(left, -1);
  let right = head;
  while (next(right, 1) !== right) right = next(right, 1);
  return [left, right + 1];
}

/** Of names that overlap, the longest. */
function apart(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const n of names.toSorted((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first))
    if (!kept.some((k) => k.first < n.last && n.first < k.last)) kept.push(n);
  return kept.sort((a, b) => a.first - b.first);
}

function fromEntities(sentence: GoldSentence): Name[] {
  const all = brackets(sentence);
  const begins = new Set(all.map((b) => b.first));
  return apart(
    all.flatMap((phrase) => {
      const type = TYPES.get(phrase.kind);
      const run = type && properRun(sentence, phrase, begins);
      return run ? [{ first: run[0], last: run[1], type }] : [];
    }),
  );
}

function fromBio(sentence: GoldSentence): Name[] {
  const found: { first: number; last: number; type: NameType }[] = [];
  for (const [i, misc] of sentence.misc.entries()) {
    const [mark, word] = (entry(misc, "Name") ?? "").split("-");
    const type = TYPES.get(word ?? "");
    if (!type) continue;
    const before = found.at(-1);
    if (mark === "I" && before?.last === i && before.type === type) before.last = i + 1;
    else found.push({ first: i, last: i + 1, type });
  }
  return found;
}

/** The names of one sentence, apart and in order; null when nothing in it is marked in either way. */
export function goldNames(sentence: GoldSentence): Name[] | null {
  if (sentence.misc.some((m) => entry(m, "Name") !== null)) return fromBio(sentence);
  return sentence.misc.some((m) => entry(m, "Entity") !== null) ? fromEntities(sentence) : null;
}

/** The names of each sentence of one file, empty where a sentence has none; null when the file marks no names at all. */
export function goldNamesOfFile(sentences: readonly GoldSentence[]): Name[][] | null {
  const names = sentences.map(goldNames);
  return names.every((n) => n === null) ? null : names.map((n) => n ?? []);
}
