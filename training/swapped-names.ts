// Gives sentences other names than they had, and fills the sentences of name-sentences.ts: the same company, new names.
// It makes examples for the learner of names and nothing else.
import { TITLES } from "../src/language/names/titles.ts";
import type { Name, NameType } from "../src/language/types.ts";
import type { MadeNames } from "./made-names.ts";

export interface Named {
  readonly forms: readonly string[];
  readonly names: readonly Name[];
  /** For each word its index in the sentence it was made from; -1 for a word that is new. */
  readonly from: readonly number[];
}

const acronymOf = (words: readonly string[]): string =>
  words
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0])
    .join("");

/** A template with its slots filled. */
export function filled(template: string, made: MadeNames): Named {
  const forms: string[] = [];
  const names: Name[] = [];
  let organisation: readonly string[] = [];
  const put = (words: readonly string[], type: NameType): void => {
    names.push({ first: forms.length, last: forms.length + words.length, type });
    forms.push(...words);
  };
  for (const word of template.split(" ")) {
    if (word === "{P}") put(made.person(), "person");
    else if (word === "{S}") put(made.surname(), "person");
    else if (word === "{L}") put(made.place(), "place");
    else if (word === "{C}") put(made.country(), "place");
    else if (word === "{O}") {
      const short = acronymOf(organisation);
      const inBrackets = forms.at(-1) === "(" && short.length > 1 && names.at(-1)?.last === forms.length - 1;
      organisation = inBrackets ? [short] : made.organisation();
      put(organisation, "organisation");
    } else forms.push(word === "{A}" ? made.people() : word);
  }
  return { forms, names, from: forms.map(() => -1) };
}

/** The sentence with each name replaced, by the chance of `swap`, by one of its kind; a surname stays a surname. */
export function swapped(forms: readonly string[], names: readonly Name[], made: MadeNames, swap: () => boolean): Named {
  const out: string[] = [];
  const from: number[] = [];
  const kept: Name[] = [];
  let i = 0;
  for (const name of names) {
    for (; i < name.first; i++) {
      from.push(i);
      out.push(forms[i]!);
    }
    const begin = out.length;
    const alone = name.last - name.first === 1;
    // A word of a family ("Mom") or a title says by itself whom it means; its sentence does not bear any other name.
    if (swap() && !TITLES.has(forms[name.first]!.toLowerCase())) {
      const words =
        name.type === "person"
          ? alone
            ? made.surname()
            : made.person()
          : name.type === "place"
            ? made.place()
            : made.organisation();
      for (const w of words) {
        from.push(-1);
        out.push(w);
      }
    } else
      for (let j = name.first; j < name.last; j++) {
        from.push(j);
        out.push(forms[j]!);
      }
    i = name.last;
    kept.push({ first: begin, last: out.length, type: name.type });
  }
  for (; i < forms.length; i++) {
    from.push(i);
    out.push(forms[i]!);
  }
  return { forms: out, names: kept, from };
}
