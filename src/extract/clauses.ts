// Cuts a sentence into clauses at subordinators, relatives, participles, coordination and quotation marks. Light on purpose:
// token patterns over the closed classes of grammar.yaml, to be replaced by a parser's answer in the same shape.
import type { Grammar } from "../codebook/grammar.ts";
import { is, isMark, type VerbTag } from "./tags.ts";

export type ClauseKind = "main" | "relative" | "participle" | "coordinate" | "subordinate" | "content";
export interface Clause {
  /** Token indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly kind: ClauseKind;
  /** The clause that this one leans on (its subject, its antecedent); null for the first. */
  readonly parent: number | null;
}

const QUOTES = /^["“”«»]$/;
const openers = /^[;:—–]$|^-{1,2}$/;
const saying =
  /^(say|tell|announce|report|add|claim|state|confirm|declare|warn|insist|note|stress|explain|deny|believe|suggest|allege|write|admit|show|reveal|emphasi[sz]e|argue|accuse)$/;

/** Nouns that a clause of content follows: 'reports that'. */
const TOLD =
  /^(reports?|claims?|news|statement|statements|evidence|allegations?|announcement|rumou?rs|fact|suggestions?)$/;

/** Subordinators that a noun may follow as well as a clause. */
const NOMINAL = /^(after|before|as|since|until|despite|amid|following|during|because)$/;
const auxiliary = (g: Grammar, w: string): boolean => is(g, "be", w) || is(g, "have", w) || is(g, "modals", w);

const verbFollows = (
  tags: readonly (VerbTag | null)[],
  words: readonly string[],
  from: number,
  to: number,
): boolean => {
  for (let k = from; k < to; k++) {
    if (tags[k]) return true;
    if (/^[;:]$/.test(words[k]!)) return false;
  }
  return false;
};

function boundaryKind(
  g: Grammar,
  words: readonly string[],
  tags: readonly (VerbTag | null)[],
  i: number,
  end: number,
  start: number,
): ClauseKind | null {
  const word = words[i]!;
  const prev = words[i - 1]!;
  const ahead = Math.min(end, i + 14);
  if (openers.test(prev) && verbFollows(tags, words, i, ahead)) return "main";
  // A quotation is a clause of its own where a mark or a word of saying leads it in, not where it is a part of speech.
  const leads = words[i - 2];
  if (
    QUOTES.test(prev) &&
    (leads === undefined || /^[,:.]$/.test(leads) || leads === "that" || saying.test(tags[i - 2]?.lemma ?? "")) &&
    verbFollows(tags, words, i, ahead)
  )
    return "content";
  const lastVerb = (() => {
    for (let k = i - 1; k >= Math.max(0, i - 6); k--) if (tags[k]) return tags[k]!.lemma;
    return "";
  })();
  if (word === "that") {
    if ((saying.test(lastVerb) || TOLD.test(prev)) && verbFollows(tags, words, i + 1, ahead)) return "content";
    return tags[i + 1] || is(g, "have", words[i + 1]) || is(g, "modals", words[i + 1]) ? "relative" : null;
  }
  if (is(g, "relatives", word) && prev !== "'s" && verbFollows(tags, words, i + 1, ahead))
    return is(g, "prepositions", prev) ? null : "relative";
  if (is(g, "coordinators", word)) {
    let k = i + 1;
    while (is(g, "adverbs", words[k]) || /ly$/.test(words[k] ?? "")) k++;
    const next = tags[k];
    const aux = is(g, "have", words[k]) || is(g, "modals", words[k]) || is(g, "be", words[k]);
    if (aux || next?.finite || (next?.form === "ing" && prev === ",") || (next && next.form !== "ing"))
      return "coordinate";
    for (let v = k; v < Math.min(end, k + 9); v++) {
      // 'the army and security forces had left' has one verb for both: no clause ends before it.
      if (tags[v]) return tags[v]!.finite && v > k && tags.slice(start, i).some((t) => t?.finite) ? "main" : null;
      if (isMark(words[v]) || (v > k && is(g, "coordinators", words[v]))) break;
    }
    return word === "but" && verbFollows(tags, words, i + 1, ahead) ? "main" : null;
  }
  if (is(g, "subordinators", word)) {
    if (word === "so" && prev !== ",") return null;
    const reach = Math.min(end, i + 12);
    // 'entered the town after short clashes and took the base': the verb behind 'and' is the main clause's.
    const first = tags.slice(i + 1, reach).findIndex(Boolean) + i + 1;
    let k = first;
    while (k > i + 1 && (is(g, "adverbs", words[k - 1]) || /ly$/.test(words[k - 1]!) || auxiliary(g, words[k - 1]!)))
      k--;
    if (first > i && k > i + 2 && is(g, "coordinators", words[k - 1]) && NOMINAL.test(word)) return null;
    return verbFollows(tags, words, i + 1, reach) ? "subordinate" : null;
  }
  const tag = tags[i];
  if (tag?.form === "ing" && !tag.finite && !is(g, "prepositions", prev) && !is(g, "coordinators", prev))
    return "participle";
  if (prev === "," && tag && tag.passive && !tag.finite) return "participle";
  if (prev === "," && !is(g, "coordinators", word) && i > 3) {
    // ', X said' and ', the troops withdrew': a subject and its verb after a comma.
    for (let v = i; v < Math.min(end, i + 8); v++) {
      if (tags[v]?.finite && v > i) return verbFollows(tags, words, 0, i - 1) ? "main" : null;
      if (isMark(words[v]) || is(g, "prepositions", words[v])) break;
    }
    if (tag && saying.test(tag.lemma)) return "main";
  }
  return null;
}

/** The clauses in order; together they cover every token. */
export function splitClauses(g: Grammar, words: readonly string[], tags: readonly (VerbTag | null)[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let kind: ClauseKind = "main";
  const close = (to: number): void => {
    if (to > start) clauses.push({ from: start, to, kind, parent: clauses.length ? clauses.length - 1 : null });
  };
  const hasVerb = (from: number, to: number): boolean => {
    for (let k = from; k < to; k++) if (tags[k]) return true;
    return false;
  };
  for (let i = 1; i < words.length; i++) {
    const found = boundaryKind(g, words, tags, i, words.length, start);
    if (!found) continue;
    if (!hasVerb(start, i) && clauses.length === 0 && found !== "relative" && i - start < 12 && found !== "content") {
      continue; // 'On Friday, the army withdrew' is one clause
    }
    close(i);
    start = i;
    kind = found;
  }
  close(words.length);
  return clauses;
}
