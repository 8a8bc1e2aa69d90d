// The people of a sentence as a report of a shooting names them: 'a 19-year-old man', 'two others', 'Antonio Mason, 25', 'the
// victim', 'she'. What befell them is in fates.ts; who of them is one and the same person in persons.ts.

import type { Codebook } from "../../codebook/load.ts";
import type { Sex } from "../../codebook/victims.ts";
import type { Sentence } from "../sentence.ts";

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

const AGED = /^(\d{1,2})[-‐‑]years?[-‐‑]olds?$/;
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

const capital = (text: string): boolean => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(text);

/** Whether the phrase is 'no one', 'nobody', 'no other people'. */
export function isNobody({ tree, words }: Sentence, token: number): boolean {
  return NOBODY.test(words[token]!) || tree.under(token, "det", "advmod").some((k) => NOBODY.test(words[k]!));
}

/** An age: 'a 19-year-old', 'Mason, 25,', 'aged 25', '(25)'. */
function ageOf({ tree, texts, words }: Sentence, token: number): number | null {
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

/** A name: of somebody the coder took for a person, or two capitals that are no other words. */
function nameAt({ texts, phrases, tree }: Sentence, token: number, codebook: Codebook): string | null {
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

/** 'Reyna Gonzalez' may be 'Gonzalez', and is not 'Isabel Gonzalez'. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [a.split(" "), b.split(" ")];
  return one.at(-1) === other.at(-1) && (one.length < 2 || other.length < 2 || one[0] === other[0]);
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

function capitals(texts: readonly string[], at: number): string[] {
  let [from, to] = [at, at + 1];
  while (from > 0 && capital(texts[from - 1]!)) from--;
  while (to < texts.length && capital(texts[to]!)) to++;
  return texts.slice(from, to);
}

/** Who the token stands for; null where it is nobody that a report of a shooting would count. */
export function personAt(
  sentence: Sentence,
  token: number,
  codebook: Codebook,
  isPlace: (token: number) => boolean,
): Person | null {
  const { tree, words, texts } = sentence;
  const { people, doers, others, anyone, children, adults } = codebook.victims;
  const word = words[token]!;
  const { upos } = tree.words[token]!;
  const part = includes(sentence, token);
  const age = ageOf(sentence, token);
  const child =
    age !== null
      ? age < 13
        ? true
        : age > 19
          ? false
          : null
      : children.has(word)
        ? true
        : adults.has(word)
          ? false
          : null;
  const base = { token, part, age, child };
  if (word in PRONOUN && upos === "PRON")
    return {
      ...base,
      age: null,
      child: null,
      count: word.startsWith("the") ? null : 1,
      sex: PRONOUN[word]!,
      name: null,
      told: "known",
      further: false,
      anyone: true,
      doer: false,
    };
  const aged =
    AGED.test(word) || /^years?[-‐‑]olds?$/.test(word) || (word === "old" && /^years?$/.test(words[token - 1] ?? ""));
  const noun = people.has(word) || doers.has(word) || aged || others.has(word) || word === "one";
  const number =
    upos === "NUM" &&
    !/^(?:appos|nummod)$/.test(tree.words[token]!.relation) &&
    !codebook.figures.words.notBefore.has(words[token + 1] ?? "") &&
    !/^[:.]/.test(words[token + 1] ?? "") &&
    !/[:]/.test(word);
  if (!noun && !number) {
    if (!capital(texts[token]!) || isPlace(token)) return null;
    const name = nameAt(sentence, token, codebook);
    return name === null
      ? null
      : { ...base, count: 1, sex: null, name, told: "named", further: false, anyone: false, doer: false };
  }
  // 'A father of four was killed', 'one of five people'
  if (
    number &&
    !noun &&
    words[token - 1] === "of" &&
    (people.has(words[token - 2] ?? "") || words[token - 2] === "one")
  )
    return null;
  if (number && !noun && words.slice(Math.max(0, token - 5), token).some((w) => /^age[sd]?$/.test(w))) return null;
  if (number && !noun && (base.age !== null || /^(?:19|20)\d\d$/.test(word))) return null;
  const appos =
    words[token + 1] === "of"
      ? undefined
      : tree.under(token, "appos", "flat").find((k) => capital(texts[k]!) && !isPlace(k));
  const after =
    words[token + 1] !== "of" && capital(texts[token + 1] ?? "") && !isPlace(token + 1) ? token + 1 : undefined;
  const name =
    appos !== undefined
      ? nameAt(sentence, appos, codebook)
      : after !== undefined
        ? nameAt(sentence, after, codebook)
        : null;
  const determiners = tree.under(token, "det", "nmod:poss").map((k) => words[k]!);
  const further = [word, ...tree.under(token, "det", "amod", "nummod").map((k) => words[k]!)].some((w) =>
    others.has(w),
  );
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

/** 'Including a boy', 'among them two girls', 'one of them': counted before. */
function includes({ tree, words }: Sentence, token: number): Person["part"] {
  if (tree.under(token, "case", "mark").some((k) => /^(?:including|among)$/.test(words[k]!))) return "including";
  if (words.slice(Math.max(0, token - 5), token).includes("including")) return "including";
  const of =
    words[token + 1] === "of" &&
    /^(?:them|whom|those|the|\d+|two|three|four|five|six|seven|eight|nine|ten)$/.test(words[token + 2] ?? "");
  return of ? "of" : null;
}
