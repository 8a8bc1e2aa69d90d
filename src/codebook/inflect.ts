// The forms of an English verb, by rule and from the list of irregular ones; the plural of a noun by rule. It makes forms
// from a lemma; it never guesses a lemma from a form.
export type VerbForm = "base" | "s" | "ing" | "past" | "participle";
export interface Irregular {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
}

const vowel = /[aeiou]/;
const doubles = (word: string): boolean =>
  /^[^aeiou]*[aeiou][bdgklmnprtv]$/.test(word) && !/[wxy]$/.test(word) && word.length <= 5;

const withS = (word: string): string =>
  /(s|x|z|ch|sh|o)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
const withEd = (word: string): string => {
  if (word.endsWith("e")) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  return doubles(word) ? `${word}${word.at(-1)}ed` : `${word}ed`;
};
const withIng = (word: string, past: string): string => {
  if (word.endsWith("ie")) return `${word.slice(0, -2)}ying`;
  if (word.endsWith("e") && !/[eoy]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  if (/(run|set|put|let|cut|hit|win|sit|get|shut|quit|begin|forbid)$/.test(word)) return `${word}${word.at(-1)}ing`;
  const doubled = past === `${word}${word.at(-1)}ed`;
  return doubled || doubles(word) ? `${word}${word.at(-1)}ing` : `${word}ing`;
};

/** Every form of `base` with what it is; a form may stand twice ('hit' is base, past and participle). */
export function verbForms(base: string, irregular: ReadonlyMap<string, Irregular>): [form: string, is: VerbForm][] {
  if (base === "be")
    return [
      ["be", "base"],
      ["is", "s"],
      ["are", "base"],
      ["was", "past"],
      ["were", "past"],
      ["being", "ing"],
      ["been", "participle"],
    ];
  const odd = irregular.get(base);
  const past = odd?.past ?? withEd(base);
  const participle = odd?.participle ?? past;
  return [
    [base, "base"],
    [withS(base), "s"],
    [withIng(base, past), "ing"],
    [past, "past"],
    [participle, "participle"],
  ];
}

const oddPlurals: Record<string, string> = { man: "men", woman: "women", child: "children", person: "people" };
/** Plural of the noun, by its last word. */
export function plural(noun: string): string {
  const tail = /[a-z]+$/.exec(noun)?.[0] ?? noun;
  const head = noun.slice(0, noun.length - tail.length);
  for (const [one, many] of Object.entries(oddPlurals))
    if (tail.endsWith(one) && (tail === one || vowel.test(tail))) return head + tail.slice(0, -one.length) + many;
  return head + withS(tail).replace(/oes$/, "os");
}
