// The plural of an English noun, by rule and from the few odd ones that the lists hold. It never guesses a singular.
const vowel = /[aeiou]/;

const withS = (word: string): string =>
  /(s|x|z|ch|sh|o)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

const oddPlurals: Record<string, string> = { man: "men", woman: "women", child: "children", person: "people" };
/** Plural of the noun, by its last word. */
export function plural(noun: string): string {
  const tail = /[a-z]+$/.exec(noun)?.[0] ?? noun;
  const head = noun.slice(0, noun.length - tail.length);
  for (const [one, many] of Object.entries(oddPlurals))
    if (tail.endsWith(one) && (tail === one || vowel.test(tail))) return head + tail.slice(0, -one.length) + many;
  return head + withS(tail).replace(/oes$/, "os");
}
