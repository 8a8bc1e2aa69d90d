// Words that the treebanks cut although nothing stands between their parts ("cannot", "gonna", "dont"). Words that are
// also something else ("its", "well", "ill") are left whole, because most of the time they are the other thing.
import { DIGIT, kindAt } from "./characters.ts";

const NEGATED = "are could did do does had has have is must need should was were would";

/** Where a word is cut, by its lower-case form: lengths of its parts but the last. */
const cuts = new Map<string, readonly number[]>([
  ["cannot", [3]],
  ["cant", [2]],
  ["wont", [2]],
  ["aint", [2]],
  ["arnt", [2]],
  ...NEGATED.split(" ").map((word) => [`${word}nt`, [word.length]] as const),
  ["gonna", [3]],
  ["wanna", [3]],
  ["gotta", [3]],
  ["lotta", [3]],
  ["outta", [3]],
  ["gimme", [3]],
  ["lemme", [3]],
  ["dunno", [2, 3]],
  ["im", [1]],
  ["ive", [1]],
  ["youre", [3]],
  ["youve", [3]],
  ["youll", [3]],
  ["theyre", [4]],
  ["theyve", [4]],
  ["theyll", [4]],
  ["weve", [2]],
  ["thats", [4]],
  ["theres", [5]],
  ["whats", [4]],
  ["hes", [2]],
  ["shes", [3]],
]);

const LONGEST = 8;

/** Lengths of the parts (but the last) into which the word between start and end falls; null if it stays whole. */
export function contraction(text: string, start: number, end: number): readonly number[] | null {
  const length = end - start;
  if (length < 2 || length > LONGEST) return null;
  // The last two letters rule out nearly every word before a string is made for it.
  const last = text.charCodeAt(end - 1) | 0x20;
  const before = text.charCodeAt(end - 2) | 0x20;
  const possible =
    (last === 0x74 && (before === 0x6e || before === 0x6f)) ||
    (last === 0x61 && (before === 0x6e || before === 0x74)) ||
    (last === 0x65 && (before === 0x76 || before === 0x72 || before === 0x6d)) ||
    (last === 0x6d && before === 0x69 && length === 2) ||
    (last === 0x6c && before === 0x6c) ||
    (last === 0x73 && (before === 0x74 || before === 0x65)) ||
    (last === 0x6f && before === 0x6e);
  if (!possible) return null;
  const word = text.slice(start, end);
  // In capitals IM, HES and IVE are other things.
  if (length < 4 && word === word.toUpperCase()) return null;
  return cuts.get(word.toLowerCase()) ?? null;
}

const CLITICS = new Set(["s", "m", "d", "re", "ve", "ll"]);

/** Whether the letters between start and end, after an apostrophe, are a word of their own ("'s", "'ll"). */
export const isClitic = (text: string, start: number, end: number): boolean =>
  end - start <= 2 && CLITICS.has(text.slice(start, end).toLowerCase());

const PREFIXES = new Set(
  (
    "ante anti arch bi co counter cross cyber de e ex extra hyper inter intra macro mega micro mid mini mono multi " +
    "neo non over post pre pro pseudo psycho quasi re semi socio sub super trans tri ultra un uni uh mm hm"
  ).split(" "),
);
const SUFFIXES = new Set("esque wise fest gate itis less rama ette".split(" "));

/**
 * Whether the treebanks keep the hyphen between start..end and the rest, which ends at `rest` ("anti-tank", "e-mail",
 * "mid-1980s"; but "Indo - Pacific", "E - J").
 */
export function isPrefix(text: string, start: number, end: number, rest: number): boolean {
  if (end - start > 7 || (end - start === 1 && rest - end < 4)) return false;
  const word = text.slice(start, end).toLowerCase();
  if (rest > end + 1 && kindAt(text, end + 1) === DIGIT) return word === "mid";
  return PREFIXES.has(word);
}

/** Whether the treebanks keep the hyphen before the end of a word ("Kafka-esque"). */
export const isSuffix = (text: string, start: number, end: number): boolean =>
  end - start <= 5 && SUFFIXES.has(text.slice(start, end));
