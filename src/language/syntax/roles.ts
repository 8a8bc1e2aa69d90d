// The roles of one predicate in a parsed sentence: who did it, to what, by whose hand and on whose word. What a noun stands
// for, whether the thing happened at all and the roles of nominalised predicates ("the capture of Hama") are not its
// business.

import type { Sentence } from "../types.ts";
import { Clauses } from "./clauses.ts";
import { speakerOf } from "./speakers.ts";

/** Word indices; where words are conjoined the first is the head conjunct. Empty where there is none or it is unsure. */
export interface Roles {
  readonly subject: readonly number[];
  readonly object: readonly number[];
  /** The by-phrase of a passive. */
  readonly agent: readonly number[];
  /** The source that the sentence gives for the predicate; empty where its author speaks. */
  readonly speaker: readonly number[];
  readonly passive: boolean;
}

/** The roles of the word at `predicate`, which should be a verb or the head of a copular clause. The words form a tree. */
export function rolesOf(sentence: Sentence, predicate: number): Roles {
  const clauses = new Clauses(sentence);
  const all = (first: number | null) => (first === null ? [] : clauses.row(first));
  return {
    subject: all(clauses.subject(predicate)),
    object: all(clauses.object(predicate)),
    agent: all(clauses.agent(predicate)),
    speaker: all(speakerOf(clauses, sentence.names, predicate)),
    passive: clauses.passive(predicate),
  };
}
