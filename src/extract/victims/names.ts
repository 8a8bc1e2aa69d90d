// The names and ages by which a report tells its people apart: 'Peter Novak, 25', 'a 19-year-old', 'aged 40'.
import type { Codebook } from "../../codebook/load.ts";
import type { Sentence } from "../sentence.ts";

const AGED = /^(\d{1,2})[-‐‑]years?[-‐‑]olds?$/;
export const capital = (text: string): boolean => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(text);

/** 'A 19-year-old', 'the two year old'. */
export const isAged = (words: readonly string[], token: number): boolean =>
  AGED.test(words[token]!) ||
  /^years?[-‐‑]olds?$/.test(words[token]!) ||
  (words[token] === "old" && /^years?$/.test(words[token - 1] ?? ""));

/** An age: 'a 19-year-old', 'Novak, 25,', 'aged 25', '(25)'. */
export function ageOf({ tree, texts, words }: Sentence, token: number): number | null {
  const near = [token, ...tree.under(token)];
  for (const k of near) {
    const aged = AGED.exec(words[k]!);
    if (aged) return Number(aged[1]);
  }
  if (words[token] === "old" && /^\d{1,2}$/.test(words[token - 2] ?? "")) return Number(words[token - 2]);
  const old = words[token]! === "old" ? null : words[token - 1];
  if (old && AGED.test(old)) return Number(AGED.exec(old)![1]);
  let end = token;
  while (end + 1 < texts.length && capital(texts[end + 1]!)) end++;
  const bare = /^[,(]$/.test(texts[end + 1] ?? "")
    ? texts[end + 2]
    : words[end + 1] === "aged"
      ? texts[end + 2]
      : undefined;
  return bare && /^\d{1,2}$/.test(bare) && /^(?:[,.;)]|of|and|was|is|died)$/.test(words[end + 3] ?? ".")
    ? Number(bare)
    : null;
}

/** A name: of somebody the coder took for a person, or two capitals that are no other words. */
export function nameAt({ texts, phrases, tree }: Sentence, token: number, codebook: Codebook): string | null {
  const named = phrases.find((p) => p.sort === "person" && p.from <= token && token < p.to && p.to - p.from < 5);
  const row = named ? texts.slice(named.from, named.to) : capitals(texts, token);
  const { people, doers } = codebook.victims;
  const other = (w: string): boolean =>
    people.has(w.toLowerCase()) || doers.has(w.toLowerCase()) || codebook.figures.numbers.values.has(w.toLowerCase());
  if (!named && (row.length < 2 || row.length > 4 || tree.words[token]!.upos !== "PROPN" || row.some(other)))
    return null;
  const words = row.filter((w) => capital(w) && !/^(?:Jr|Sr|II|III|IV|\p{Lu}{2,})\.?$/u.test(w) && !other(w));
  return words.length ? words.join(" ").toLowerCase() : null;
}

/** 'Anna Novak' may be 'Novak', and is not 'Peter Novak'. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [a.split(" "), b.split(" ")];
  return one.at(-1) === other.at(-1) && (one.length < 2 || other.length < 2 || one[0] === other[0]);
}

function capitals(texts: readonly string[], at: number): string[] {
  let [from, to] = [at, at + 1];
  while (from > 0 && capital(texts[from - 1]!)) from--;
  while (to < texts.length && capital(texts[to]!)) to++;
  return texts.slice(from, to);
}
