// The people of a sentence as a report of a shooting names them: 'a 19-year-old man', 'two others', 'Peter Novak, 25', 'the
// victim', 'she'. What befell them is in fates.ts; who of them is one and the same person in persons.ts.

import type { Codebook } from "../../codebook/load.ts";
import type { Sex } from "../../codebook/victims.ts";
import type { Sentence } from "../sentence.ts";
import { ageOf, capital, isAged, nameAt } from "./names.ts";

export interface Person {
  /** The token that the words of the phrase hang on. */
  readonly token: number;
  /** How many; null where the words give no number ('several people'). */
  readonly count: number | null;
  readonly sex: Sex | null;
  readonly age: number | null;
  /** Null: the words do not say. */
  readonly child: boolean | null;
  /** The name of somebody named, in lower case. */
  readonly name: string | null;
  /** new: brought in here ('a man'); known: told of before ('the man', 'she'); named: by a name. */
  readonly told: "new" | "known" | "named";
  /** 'another man', 'three others': none of those told of before. */
  readonly further: boolean;
  /** 'the victim', 'they': whoever it was. */
  readonly anyone: boolean;
  /** 'The gunman', who did it. */
  readonly doer: boolean;
  /** 'Including a boy': a part of those counted before. */
  readonly part: "of" | "including" | null;
}

const PRONOUN: Readonly<Record<string, Sex | null>> = {
  he: "male",
  him: "male",
  she: "female",
  her: "female",
  they: null,
  them: null,
};
const DEFINITE = /^(?:the|this|that|these|those|his|her|their|its|our|my|both)$/;
const ONE = /^(?:an?|one|another)$/;
/** These stand for nobody: 'no one', 'nobody'. */
const NOBODY = /^(?:no|nobody|none|neither|nor)$/;

/** Whether the phrase is 'no one', 'nobody', 'no other people'. */
export function isNobody({ tree, words }: Sentence, token: number): boolean {
  return NOBODY.test(words[token]!) || tree.under(token, "det", "advmod").some((k) => NOBODY.test(words[k]!));
}

/** How many the phrase counts; null where it gives no number. */
function countOf(sentence: Sentence, token: number, codebook: Codebook): number | null {
  const { tree, words } = sentence;
  const { values } = codebook.figures.numbers;
  const age = ageOf(sentence, token);
  const numeral = (word: string): number | null =>
    age !== null && word === String(age)
      ? null
      : /^\d{1,3}$/.test(word)
        ? Number(word)
        : (values.get(word) ?? (word === "couple" || word === "pair" ? 2 : null));
  const own = tree.words[token]!;
  if (own.upos === "NUM") return numeral(words[token]!);
  const given = tree
    .under(token, "nummod", "det", "amod", "compound")
    .map((k) => numeral(words[k]!))
    .find((n) => n !== null);
  // An age that stands apart: 'his father, 43'
  if (own.xpos === "NN" && (given ?? 1) > 1) return 1;
  if (given !== undefined && given !== null) return given;
  const before = numeral(words[token - 1] ?? "");
  if (before !== null && words[token] !== "of") return before;
  return own.xpos === "NNS" ||
    own.xpos === "NNPS" ||
    /^(?:people|men|women|children|they|them|others)$/.test(words[token]!)
    ? null
    : 1;
}

/** The word that opens the phrase, over its adjectives and numbers. */
function openedBy({ tree, words }: Sentence, token: number): string {
  let k = token - 1;
  while (
    k > 0 &&
    token - k < 4 &&
    /^(?:ADJ|NUM|NOUN|VERB|PUNCT)$/.test(tree.words[k]!.upos) &&
    !/^[,.;:"]$/.test(words[k]!)
  )
    k--;
  return words[Math.max(0, k)]!;
}

const UNNAMED = {
  sex: null,
  age: null,
  child: null,
  name: null,
  further: false,
  anyone: false,
  doer: false,
  part: null,
};

/** Whoever did it, at 'himself'. */
export const doerAt = (token: number, sex: Sex | null): Person => ({
  ...UNNAMED,
  token,
  count: 1,
  sex,
  told: "known",
  doer: true,
});

/** People of a noun that no list has: 'four Marines'. */
export const crowdAt = (token: number, count: number): Person => ({ ...UNNAMED, token, count, told: "new" });

/** Whether the words say that they are a child, or that they are none. */
function childAt(word: string, age: number | null, { victims }: Codebook): boolean | null {
  if (age !== null) return age < 13 ? true : age > 19 ? false : null;
  return victims.children.has(word) ? true : victims.adults.has(word) ? false : null;
}

/** A number that stands for people: 'two were shot', not '7 a.m.', 'a father of four', 'ages 18 and 21'. */
function countsPeople({ tree, words }: Sentence, token: number, { victims, figures }: Codebook): boolean {
  const word = words[token]!;
  const next = words[token + 1] ?? "";
  if (tree.words[token]!.upos !== "NUM" || /^(?:appos|nummod)$/.test(tree.words[token]!.relation)) return false;
  if (figures.words.notBefore.has(next) || /^[:.]/.test(next) || word.includes(":") || /^(?:19|20)\d\d$/.test(word))
    return false;
  const whose = words[token - 2] ?? "";
  if (words[token - 1] === "of" && (victims.people.has(whose) || whose === "one")) return false;
  return !words.slice(Math.max(0, token - 5), token).some((w) => /^age[sd]?$/.test(w));
}

/** Who the token stands for; null where it is nobody that a report of a shooting would count. */
export function personAt(
  sentence: Sentence,
  token: number,
  codebook: Codebook,
  isPlace: (token: number) => boolean,
): Person | null {
  const { tree, words, texts } = sentence;
  const { people, doers, others, anyone } = codebook.victims;
  const word = words[token]!;
  if (word in PRONOUN && tree.words[token]!.upos === "PRON")
    return {
      ...UNNAMED,
      token,
      count: word.startsWith("the") ? null : 1,
      sex: PRONOUN[word]!,
      told: "known",
      anyone: true,
    };
  const age = ageOf(sentence, token);
  const base = { ...UNNAMED, token, age, child: childAt(word, age, codebook), part: partOf(sentence, token) };
  const noun = people.has(word) || doers.has(word) || others.has(word) || word === "one" || isAged(words, token);
  if (!noun && !(countsPeople(sentence, token, codebook) && age === null)) {
    const name = capital(texts[token]!) && !isPlace(token) ? nameAt(sentence, token, codebook) : null;
    return name === null ? null : { ...base, count: 1, name, told: "named" };
  }
  const name = nameBeside(sentence, token, codebook, isPlace);
  const determiners = tree.under(token, "det", "nmod:poss").map((k) => words[k]!);
  const further = [token, ...tree.under(token, "det", "amod", "nummod")].some((k) => others.has(words[k]!));
  const definite =
    !further &&
    !determiners.some((w) => ONE.test(w)) &&
    (determiners.some((w) => DEFINITE.test(w)) || DEFINITE.test(openedBy(sentence, token)));
  return {
    ...base,
    count: countOf(sentence, token, codebook),
    sex: people.get(word) ?? null,
    name,
    told: name ? "named" : definite ? "known" : "new",
    further,
    anyone: anyone.has(word),
    doer: doers.has(word),
  };
}

/** The name that stands beside a noun: 'a clerk, Peter Novak', 'Officer Novak'; not that of 'a friend of Peter Novak'. */
function nameBeside(
  sentence: Sentence,
  token: number,
  codebook: Codebook,
  isPlace: (token: number) => boolean,
): string | null {
  const { tree, words, texts } = sentence;
  if (words[token + 1] === "of") return null;
  const named = (k: number): boolean => capital(texts[k] ?? "") && !isPlace(k);
  const at = tree.under(token, "appos", "flat").find(named) ?? (named(token + 1) ? token + 1 : null);
  return at === null ? null : nameAt(sentence, at, codebook);
}

/** 'Including a boy', 'among them two girls', 'one of them': counted before. */
function partOf({ tree, words }: Sentence, token: number): Person["part"] {
  if (tree.under(token, "case", "mark").some((k) => /^(?:including|among)$/.test(words[k]!))) return "including";
  if (words.slice(Math.max(0, token - 5), token).includes("including")) return "including";
  const of =
    words[token + 1] === "of" &&
    /^(?:them|whom|those|the|\d+|two|three|four|five|six|seven|eight|nine|ten)$/.test(words[token + 2] ?? "");
  return of ? "of" : null;
}
