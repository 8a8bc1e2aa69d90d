// The names that the codebook knows, for the language core: actors by their kind, places, those of a user's own
// files too, and the world's bigger towns.
// Only proper names are taken ("Syrian Arab Army", not "Syrian forces"); whom a name means is decided in resolve.
import type { Codebook } from "../codebook/load.ts";
import type { Language } from "../language/language.ts";
import { loadLanguage } from "../language/load.ts";
import type { KnownNames, NameType } from "../language/types.ts";
import { knownNames } from "../language/words/known-names.ts";

/** Smaller towns share too many names with people and common words to be known by their name alone. */
const LEAST_PEOPLE = 100_000;

const LINK = /^(?:of|the|and|for|in|on|to|de|du|la|al|el|ad|an|ar|as|ash|at|az|ed|ez|bin|ibn|e|au|-|&)$/;
const TITLE = /^(?:President|Mr|Mrs|King|Prince|General|Sheikh|Prime|Minister|Secretary|Senator|Pope|Emir)\b/;

/** Whether it can stand for itself in a text: every word begins with a capital, small links aside. */
function isProper(name: string): boolean {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return (
    words.every((w) => /^[\p{Lu}\p{N}]/u.test(w) || LINK.test(w)) &&
    !/['’]s\b/.test(name) &&
    /^\P{Ll}|^(?:al|el|ad|ar|as|ash)\b/u.test(name)
  );
}

const typeOf = (kind: string): NameType => (kind === "person" ? "person" : kind === "state" ? "place" : "organisation");

/** Names with their types. The registry comes first, so that what it knows keeps its type. */
export function codebookNameEntries(codebook: Codebook): { readonly name: string; readonly type: NameType }[] {
  const entries: { name: string; type: NameType }[] = [];
  const add = (names: readonly string[], type: NameType): void => {
    for (const name of names)
      if (isProper(name) && !(type === "person" && TITLE.test(name))) entries.push({ name, type });
  };
  for (const { name, aliases, kind } of codebook.actors.all) add([name, ...aliases], typeOf(kind));
  for (const name of codebook.gazetteer.names(LEAST_PEOPLE))
    if (codebook.gazetteer.notPlace(name.toLowerCase()) === null) add([name], "place");
  return entries;
}

/** All names of the codebook, to be asked for at a token. */
export const codebookNames = (codebook: Codebook): KnownNames => knownNames(codebookNameEntries(codebook));

const languages = new WeakMap<Codebook, Language>();

/** The language core with the codebook's names, read once for a codebook. */
export function languageOf(codebook: Codebook): Language {
  const read = languages.get(codebook) ?? loadLanguage({ known: codebookNames(codebook) });
  languages.set(codebook, read);
  return read;
}
