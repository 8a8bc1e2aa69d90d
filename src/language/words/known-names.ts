// Names that are known already, laid out so that a text can ask at every token whether one begins there. It matches the
// spelling with its capitals, but takes no notice of hyphens inside and of how the Arabic article was written.

import type { KnownNames, NameType, Token } from "../types.ts";
import { tokenise } from "./tokens.ts";

/** The Arabic article as news spells it, with its assimilated forms ("ez-Zor", "ash-Sham"). */
const ARTICLES = new Set("al el ad ed an en ar er as es ash esh at et az ez".split(" "));

interface Node {
  /** What the name that ends here is; null if none does. */
  type: NameType | null;
  next: Map<string, Node> | null;
}

const node = (): Node => ({ type: null, next: null });

const isHyphenForm = (form: string): boolean => form === "-" || form === "‐" || form === "‑";

/** The key of a token inside a name: articles are all one, apostrophes are straight. */
function key(form: string): string {
  if (form.length <= 3 && ARTICLES.has(form.toLowerCase())) return "al";
  return /[’ʼ‘`]/.test(form) ? form.replace(/[’ʼ‘`]/g, "'") : form;
}

const isCapital = (form: string): boolean => form !== form.toLowerCase();

class Trie implements KnownNames {
  readonly #first = new Map<string, Node>();

  add(name: string, type: NameType): void {
    const forms = tokenise(name)
      .map((token) => token.form)
      .filter((form) => !isHyphenForm(form));
    // Without a capital anywhere it is a common word, and a common word is not known by its spelling.
    if (!forms.some(isCapital)) return;
    // The first token is kept as it stands: texts ask for it before anything is made of it. An article stands in
    // every form that texts use.
    const head = forms[0]!;
    const heads =
      key(head) === "al" ? [...ARTICLES].flatMap((form) => [form, form[0]!.toUpperCase() + form.slice(1)]) : [head];
    const root = this.#first.get(heads[0]!) ?? node();
    for (const form of heads) if (!this.#first.has(form)) this.#first.set(form, root);
    let at = root;
    for (const form of forms.slice(1)) {
      at.next ??= new Map();
      const found = at.next.get(key(form)) ?? node();
      at.next.set(key(form), found);
      at = found;
    }
    // The first to say what a name is keeps its word.
    at.type ??= type;
  }

  at(tokens: readonly Token[], index: number): { readonly length: number; readonly type: NameType } | null {
    let found: { length: number; type: NameType } | null = null;
    const token = tokens[index];
    let at = token === undefined ? undefined : this.#first.get(token.form);
    let i = index + 1;
    while (at !== undefined) {
      if (at.type !== null) found = { length: i - index, type: at.type };
      if (at.next === null || i >= tokens.length) break;
      // A hyphen inside counts as the space it stands for.
      if (isHyphenForm(tokens[i]!.form) && i + 1 < tokens.length) i++;
      at = at.next.get(key(tokens[i]!.form));
      i++;
    }
    return found;
  }
}

/**
 * The names of `entries`, to be asked for at a token of a text that `tokenise` cut. A name matches with the capitals it
 * was given in ("US" is not "us"), whatever stands between its parts (hyphen or space) and however its articles are
 * written ("Deir ez-Zor", "Deir al Zor"). Names without any capital are passed over; of two entries of the same name
 * the first says its type.
 */
export function knownNames(entries: Iterable<{ readonly name: string; readonly type: NameType }>): KnownNames {
  const trie = new Trie();
  for (const { name, type } of entries) trie.add(name, type);
  return trie;
}
