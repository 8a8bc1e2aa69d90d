// The clauses of a sentence, read off its tree: the stretches of words that hang on one predicate, in the order of the text.
// A clause that another interrupts makes two stretches. Who its subject is and what it says are read elsewhere.
import type { Clauses as Tree } from "../language/syntax/clauses.ts";
import { isMark } from "./tags.ts";

export type ClauseKind = "main" | "relative" | "participle" | "coordinate" | "subordinate" | "content";
export interface Clause {
  /** Token indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly kind: ClauseKind;
  /** The stretch before it that holds what its predicate hangs on; null for the first. */
  readonly parent: number | null;
  /** Token of the predicate that the stretch hangs on. */
  readonly head: number;
}

const CLAUSAL = /^(ccomp|csubj|csubj:pass|advcl|advcl:relcl|acl|acl:relcl|parataxis)$/;

/** Whether a word heads a clause of its own. A verb joined to another by 'and' does, a noun in a row of nouns does not. */
function headsClause(tree: Tree, at: number): boolean {
  const { relation, upos, head } = tree.words[at]!;
  if (head < 0 || CLAUSAL.test(relation)) return true;
  if (relation !== "conj") return false;
  return upos === "VERB" || tree.has(at, "nsubj", "nsubj:pass", "cop");
}

function kindOf(tree: Tree, at: number): ClauseKind {
  const { relation, xpos } = tree.words[at]!;
  const bare = /^VB[GN]$/.test(xpos) && !tree.has(at, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass");
  if (relation.endsWith("relcl")) return "relative";
  if (relation === "ccomp") return "content";
  if (relation.startsWith("acl")) return "participle";
  if (relation.startsWith("advcl") || relation.startsWith("csubj")) return bare ? "participle" : "subordinate";
  if (relation === "conj") return tree.has(at, "nsubj", "nsubj:pass") ? "main" : "coordinate";
  return "main";
}

/** The predicate that each token belongs to; marks go with the word before them. */
function predicates(tree: Tree): number[] {
  const found: number[] = new Array(tree.words.length).fill(-1);
  const climb = (at: number): number => {
    let top = at;
    while (!headsClause(tree, top)) top = tree.words[top]!.head;
    return top;
  };
  for (let i = 0; i < found.length; i++) found[i] = tree.words[i]!.upos === "PUNCT" && i > 0 ? found[i - 1]! : climb(i);
  return found;
}

/** Words so few and bare that they are no clause of their own, only a slip of the tree. */
const SLIP = 2;

/** The stretches in order; together they cover every token. */
export function splitClauses(tree: Tree): Clause[] {
  const of = predicates(tree);
  const starts: number[] = [];
  for (let i = 0; i < of.length; i++) if (i === 0 || of[i] !== of[i - 1]) starts.push(i);
  const holds = (from: number, to: number): boolean => {
    let words = 0;
    for (let k = from; k < to; k++) {
      if (k === of[k]) return true;
      if (!isMark(tree.words[k]!.form)) words++;
    }
    return words > SLIP;
  };
  const clauses: Clause[] = [];
  const stretchOf = new Map<number, number>();
  starts.forEach((from, n) => {
    const to = starts[n + 1] ?? of.length;
    const head = of[from]!;
    const before = clauses.at(-1);
    if (before && !holds(from, to)) {
      clauses[clauses.length - 1] = { ...before, to };
      return;
    }
    const above = tree.words[head]!.head;
    const parent = above < 0 ? undefined : stretchOf.get(of[above]!);
    clauses.push({
      from,
      to,
      kind: kindOf(tree, head),
      parent: clauses.length === 0 ? null : (parent ?? clauses.length - 1),
      head,
    });
    if (!stretchOf.has(head)) stretchOf.set(head, clauses.length - 1);
  });
  return clauses;
}
