// Who the sentence says it has a statement from: the subject of a reporting verb above or beside the clause, or the noun
// after "according to". It returns nothing when it is unsure; nouns of speech ("reports that", "a claim that") and labels
// before a colon ("Army: 30 killed" beside "Hama: 30 killed") are left to those who know the names.

import type { Name } from "../types.ts";
import type { Clauses } from "./clauses.ts";

const REPORTING = new Set(
  `accuse acknowledge add admit affirm allege announce argue assert blame boast broadcast caution claim comment
  conclude confess confirm contend declare deny describe disclose estimate explain find indicate insist maintain
  mention note observe post publish quote recall recount reiterate relate remark repeat reply report respond
  reveal say state stress suggest tell testify tweet underline warn write`.split(/\s+/),
);
/** These name the deed after "of" or "for". */
const ACCUSING = new Set(["accuse", "blame"]);
const DEED = new Set(["of", "for"]);
const ACCORDING = new Set(["according"]);
const PER = new Set(["per"]);
const AS = new Set(["as"]);
const IN = new Set(["in"]);

/** The innermost source on the way up from the predicate, or else the one that a phrase at the sentence's edge names. */
export function speakerOf(clauses: Clauses, names: readonly Name[], predicate: number): number | null {
  let from = -1;
  for (let at = predicate; at >= 0; from = at, at = clauses.words[at]!.head) {
    const found = (from < 0 ? null : reporterOf(clauses, from, at)) ?? sourceBeside(clauses, at, from);
    if (found !== null) return found;
  }
  return sourceAtEdge(clauses, predicate) ?? sourceOfHeadline(clauses, names, predicate);
}

const reporting = (clauses: Clauses, verb: number): boolean => REPORTING.has(clauses.words[verb]!.lemma.toLowerCase());

/** The one whose words are reported; in "it was reported" that is nobody. */
const voice = (clauses: Clauses, verb: number): number | null =>
  clauses.passive(verb) ? clauses.agent(verb) : clauses.subject(verb);

function reporterOf(clauses: Clauses, clause: number, verb: number): number | null {
  if (!reporting(clauses, verb)) return null;
  const { relation } = clauses.words[clause]!;
  const said =
    relation === "ccomp" ||
    // With a complement of its own the verb has its speech already, and what stands beside it is another statement.
    (relation === "parataxis" && !clauses.has(verb, "ccomp")) ||
    // "Claimed to have won" reports; "told them to leave" commands.
    (relation === "xcomp" && !clauses.passive(verb) && !clauses.transitive(verb)) ||
    (relation === "advcl" && ACCUSING.has(clauses.words[verb]!.lemma) && clauses.introduced(clause, DEED));
  return said ? voice(clauses, verb) : null;
}

/** A source hung on this clause as an aside; `from` is the branch that holds the predicate and cannot be its source. */
function sourceBeside(clauses: Clauses, clause: number, from: number): number | null {
  for (const child of clauses.under(clause)) {
    if (child === from) continue;
    const { relation, lemma } = clauses.words[child]!;
    const aside = relation === "parataxis" || (relation === "advcl" && clauses.introduced(child, AS));
    // An aside that says something of its own is another statement, not the source of this one.
    const bare = !clauses.has(child, "ccomp") && (lemma === "tell" || !clauses.has(child, "obj"));
    const found = aside && bare && reporting(clauses, child) ? voice(clauses, child) : phraseSource(clauses, child);
    if (found !== null) return found;
  }
  return null;
}

/** The noun in "according to the army", "per the army" and "in the words of the army". */
function phraseSource(clauses: Clauses, phrase: number): number | null {
  if (clauses.lower(phrase) === "according") return clauses.first(phrase, "obl", "nmod", "obj");
  if (clauses.introduced(phrase, ACCORDING)) return phrase;
  // "Per the army", not "per day".
  if (clauses.introduced(phrase, PER))
    return clauses.words[phrase]!.upos === "PROPN" || clauses.has(phrase, "det") ? phrase : null;
  return clauses.lower(phrase) === "words" && clauses.introduced(phrase, IN) ? clauses.first(phrase, "nmod") : null;
}

/** Where "according to" opens or closes a sentence it speaks of all of it, wherever the parser hung it. */
function sourceAtEdge(clauses: Clauses, predicate: number): number | null {
  const last = clauses.words.findLastIndex(({ upos }) => upos !== "PUNCT");
  for (const [index, { head }] of clauses.words.entries()) {
    if (!ACCORDING.has(clauses.lower(index))) continue;
    const source = phraseSource(clauses, index) ?? (head < 0 ? null : phraseSource(clauses, head));
    if (source === null || clauses.holds(source, predicate)) continue;
    const opens = clauses.words.slice(0, index).every(({ upos }) => upos === "PUNCT");
    if (opens || (clauses.lower(index - 1) === "," && clauses.holds(source, last))) return source;
  }
  return null;
}

/** The tail of "Two killed in Hama: monitor"; a full stop, a list, a number or a place after the mark rules it out. */
function sourceOfHeadline({ words }: Clauses, names: readonly Name[], predicate: number): number | null {
  const mark = words.findLastIndex(({ form, start, end }, index) => {
    const [before, after] = [words[index - 1], words[index + 1]];
    if (!before || !after || end === after.start) return false;
    return form === ":" || (/^[–—-]$/.test(form) && before.end < start);
  });
  const tail = words.slice(mark + 1);
  if (mark <= predicate || tail.length > 4 || !tail.every(({ upos }) => /^(NOUN|PROPN|ADJ|DET|ADP)$/.test(upos)))
    return null;
  const head = mark + 1 + tail.findIndex((word) => word.head <= mark);
  const place = names.some(({ first, last, type }) => type === "place" && first <= head && head < last);
  return head > mark && !place && /^(NOUN|PROPN)$/.test(words[head]!.upos) ? head : null;
}
