// Mends two slips of a parser that reads from left to right: in "rebels attacked the base and soldiers fled" it takes the
// soldiers for a second thing attacked, in "he said two of them fled" the two for what was said, and the verb that they belong
// to is left without a subject. Nothing else is changed.
import type { Word } from "../types.ts";

const OBJECT = /^(?:obj|obl|nmod|appos|obl:agent|obl:unmarked)$/;
const GROUP = /^(?:aux|aux:pass|advmod)$/;

/** Whether the verb tells something by itself: it is no infinitive, gerund or bare participle. */
const tells = (words: readonly Word[], verb: number): boolean => {
  const { upos, xpos } = words[verb]!;
  return (
    upos === "VERB" &&
    (/^VB[DPZ]$/.test(xpos) || (/^V/.test(xpos) && words.some((w) => w.head === verb && /^aux/.test(w.relation))))
  );
};

/** "Said two of them were killed": what the parser took for the object of saying, right before a finite verb without a subject. */
function mendSaid(words: Word[], verb: number): void {
  const { head, relation } = words[verb]!;
  if (relation !== "ccomp" || head > verb || !tells(words, verb)) return;
  const below = words.filter((w) => w.head === verb);
  if (below.some((w) => /^(?:nsubj|csubj|expl|mark)/.test(w.relation))) return;
  const object = words.findLastIndex((w, i) => i > head && i < verb && w.head === head);
  if (object < 0 || words[object]!.relation !== "obj") return;
  const passive = below.some((w) => w.relation === "aux:pass");
  words[object] = { ...words[object]!, head: verb, relation: passive ? "nsubj:pass" : "nsubj" };
}

/** The words, each noun that the parser kept from a finite verb which lacks a subject made its subject. */
export function withSecondSubjects(words: Word[]): Word[] {
  for (let verb = 2; verb < words.length; verb++) {
    mendSaid(words, verb);
    const { head, relation } = words[verb]!;
    if (!/^(?:conj|parataxis|advcl|root)$/.test(relation) || !tells(words, verb)) continue;
    const below = words.flatMap((w, i) => (w.head === verb ? [i] : []));
    if (below.some((i) => /^(?:nsubj|csubj|expl|mark)/.test(words[i]!.relation))) continue;
    let noun = verb - 1;
    while (noun > 0 && words[noun]!.head === verb && GROUP.test(words[noun]!.relation)) noun--;
    // 'dozens of inmates walked out'
    while (words[noun]!.relation === "nmod" && words[noun]!.head < noun) noun = words[noun]!.head;
    const { head: first, relation: as, upos } = words[noun]!;
    if (as !== "conj" || first > noun || !/^(?:NOUN|PROPN)$/.test(upos) || !OBJECT.test(words[first]!.relation))
      continue;
    const and = words.findIndex((w, i) => i > first && i < noun && w.head === noun && w.relation === "cc");
    if (and < 0) continue;
    // A verb that took the clause before it for its own content stands beside it instead.
    const before =
      relation === "root" ? below.find((i) => i < first && /^(?:ccomp|advcl)$/.test(words[i]!.relation)) : head;
    if (before === undefined || before > first) continue;
    if (relation === "root") words[before] = { ...words[before]!, head: -1, relation: "root" };
    words[verb] = { ...words[verb]!, head: before, relation: "conj" };
    words[and] = { ...words[and]!, head: verb };
    const passive = below.some((i) => words[i]!.relation === "aux:pass");
    words[noun] = { ...words[noun]!, head: verb, relation: passive ? "nsubj:pass" : "nsubj" };
  }
  return words;
}
