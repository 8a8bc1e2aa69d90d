// The lemma of a word from its form and tag, as the UD English treebanks give it: "said" is "say", "n't" is "not", "an" is
// "a". Rules by ending, a table of irregular forms and exceptions learnt from treebanks (training/lemmas.ts); the words
// around are not looked at, so "'s" as a verb is always "be".
import {
  ACRONYMS,
  ADJECTIVE_FORMS,
  ADVERB_FORMS,
  GERUND_FORMS,
  OWN_CAPITAL,
  PAST_FORMS,
  PLURAL_FORMS,
} from "./irregular-forms.ts";
import { degreeStem, undoS, verbBase, verbStem, wholeOf } from "./word-endings.ts";

/** Past this many forms the memory begins anew. */
const MOST = 1 << 16;

const PREFIX = /^(?:over|under|out|re|with|mis|fore|un|up|be|inter|counter|off|for|a)-?/;
const MARKS: ReadonlyMap<string, string> = new Map([
  ["“", '"'],
  ["”", '"'],
  ["‘", "'"],
  ["’", "'"],
  ["–", "-"],
  ["--", "-"],
]);
/** Tags whose words are written as they stand: addresses, names of members of lists, foreign words, names. */
const AS_IS = new Set(["ADD", "LS", "NNP", "NNPS", "$", "SYM", "FW"]);

/** What an exception is filed under: names by their exact form, other words by their lower case. */
export function exceptionKey(form: string, xpos: string): string {
  return xpos === "NNP" || xpos === "NNPS" ? `${form}\t${xpos}` : `${plain(form)}\t${xpos}`;
}

/** What a stem is filed under: '~V' for verbs, '~J' for what is compared. */
export const stemKey = (stem: string, kind: "V" | "J"): string => `${stem}\t~${kind}`;

const IRREGULAR: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["VBD", PAST_FORMS],
  ["VBN", PAST_FORMS],
  ["VBG", GERUND_FORMS],
]);

/** Adjectives of peoples and places, when they have their capital. */
const DEMONYM =
  /^\p{Lu}(?:\p{Ll}+(?<!ivil|uard|edestr|egetar)ian|\p{Ll}{3,}ean|\p{Ll}+[^ou]ese|\p{Ll}{3,}(?<!mult|lib|safar|ikin)i)$/u;

/** Lower case with typewriter apostrophes. */
export const plain = (form: string): string => form.toLowerCase().replace(/[’‘`´ʼ]/g, "'");

const titled = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export class Lemmas {
  private readonly exceptions: ReadonlyMap<string, string>;
  private memory = new Map<string, Map<string, string>>();
  private room = MOST;

  constructor(exceptions: ReadonlyMap<string, string>) {
    this.exceptions = exceptions;
  }

  /** Never empty, unless the form is. */
  lemma(form: string, upos: string, xpos: string): string {
    // The tag alone decides, but for a verb within a name ("United" in "United Nations") and names with odd tags.
    const kind = xpos === "NNP" ? (upos === "VERB" ? "~V" : xpos) : upos === "PROPN" && xpos !== "NNPS" ? "~P" : xpos;
    const known = this.memory.get(kind)?.get(form);
    return known ?? this.remember(form, upos, xpos, kind);
  }

  private remember(form: string, upos: string, xpos: string, kind: string): string {
    const found = this.find(form, upos, xpos) || form;
    if (this.room-- === 0) {
      this.memory = new Map();
      this.room = MOST;
    }
    let forms = this.memory.get(kind);
    if (!forms) {
      forms = new Map();
      this.memory.set(kind, forms);
    }
    // Slices would keep the whole texts they were cut from in memory.
    forms.set(form.split("").join(""), found.split("").join(""));
    return found;
  }

  private find(form: string, upos: string, xpos: string): string {
    const word = plain(form);
    // The tables are surer than the treebanks, where a slip goes through a whole document ("fled" as "flead").
    const table = IRREGULAR.get(xpos);
    const irregular = table ? withPrefix(table, word) : null;
    if (irregular) return irregular;
    const known = this.exceptions.get(exceptionKey(form, xpos));
    if (known !== undefined) return known;
    if (upos === "PUNCT" || upos === "SYM") return MARKS.get(form) ?? form;
    if (xpos === "NNPS") return this.singularName(form);
    if (xpos === "NNP" && upos === "VERB") return titled(this.baseInName(word));
    if (xpos === "NNP" && /^\p{Lu}{6,}$/u.test(form) && !ACRONYMS.has(form)) return titled(word);
    if (AS_IS.has(xpos) || upos === "PROPN") return form;
    if (xpos === "CD") return numeral(form);
    switch (xpos) {
      case "VBD":
      case "VBN":
      case "VBG":
        return this.fromStem(word, verbStem(word));
      case "VBZ":
        return word === "has" ? "have" : word === "is" ? "be" : cut(word);
      case "NNS":
        return singular(form, word);
      case "JJR":
      case "JJS":
        return this.positive(word, ADJECTIVE_FORMS);
      case "RBR":
      case "RBS":
        return this.positive(word, ADVERB_FORMS);
      default:
        return lowered(form, xpos);
    }
  }

  /** A verb in a name ("United", "Breaking") whose tag does not tell its form. */
  private baseInName(word: string): string {
    return PAST_FORMS.get(word) ?? GERUND_FORMS.get(word) ?? this.fromStem(word, verbStem(word));
  }

  private fromStem(word: string, stem: string | null): string {
    return (stem === null ? undefined : this.exceptions.get(stemKey(stem, "V"))) ?? verbBase(word, stem);
  }

  private positive(word: string, irregular: ReadonlyMap<string, string>): string {
    const known = irregular.get(word);
    if (known) return known;
    const stem = degreeStem(word);
    if (stem === null || /^(?:more|most|less|least)$/.test(word)) return word;
    return this.exceptions.get(stemKey(stem, "J")) ?? wholeOf(stem);
  }

  private singularName(form: string): string {
    const word = plain(form);
    const irregular = pluralOf(word);
    const capitals = form.length > 2 && form === form.toUpperCase();
    const single = irregular ? titled(irregular) : cut(form);
    return capitals ? single.toUpperCase() : single;
  }
}

/** Lower case, except where the capitals are the word's own: "iPhone", "UAV", "Ukrainian". */
function lowered(form: string, xpos: string): string {
  if (xpos === "JJ" && OWN_CAPITAL.has(titled(plain(form)))) return titled(plain(form));
  if (/^\p{Lu}?\P{Lu}*$/u.test(form)) {
    if (form.length === 1 && xpos === "NN") return form;
    if (OWN_CAPITAL.has(form)) return form;
    return xpos === "JJ" && DEMONYM.test(form) ? form : plain(form);
  }
  const own = /\p{Ll}|\d|\./u.test(form) || (xpos === "NN" && /^(?:..|[^AEIOUY]{2,5})$/.test(form));
  return own ? form : plain(form);
}

/** "20,000" is "20000", "Two" is "two", "IV" stays. */
function numeral(form: string): string {
  if (/^[IVXLC]+$/.test(form)) return form;
  return /^[\d.,]+$/.test(form) ? form.replace(/,(?=\d)/g, "") : plain(form);
}

/** "NGOs" keeps its capitals; "1990s" is its own lemma. */
function singular(form: string, word: string): string {
  if (/^\p{Lu}[\p{Lu}\d.&]+['’]?s$/u.test(form)) return form.replace(/['’]?s$/, "");
  if (/^['’]?\d/.test(form)) return word;
  const single = pluralOf(word) ?? cut(word);
  const capital = titled(single);
  const own = OWN_CAPITAL.has(capital) || (capital.endsWith("i") && DEMONYM.test(capital));
  return own && form.startsWith(capital) ? capital : single;
}

function cut(word: string): string {
  const [letters, add] = undoS(word.toLowerCase());
  return letters === 0 ? word : word.slice(0, -letters) + add;
}

/** "overran" by way of "ran". */
function withPrefix(irregular: ReadonlyMap<string, string>, word: string): string | null {
  const known = irregular.get(word);
  if (known) return known;
  const prefix = PREFIX.exec(word)?.[0];
  const base = prefix ? irregular.get(word.slice(prefix.length)) : undefined;
  return base ? prefix + base : null;
}

/** "gunmen" and "housewives" by way of their last part. */
function pluralOf(word: string): string | null {
  const known = PLURAL_FORMS.get(word);
  if (known) return known;
  const last = /(?:m[ei]n|children|feet|teeth|wives|lives|knives|halves|shelves|selves|wolves|leaves|craft)$/.exec(
    word,
  );
  const base = last ? PLURAL_FORMS.get(last[0]) : undefined;
  return last && base ? word.slice(0, last.index) + base : null;
}
