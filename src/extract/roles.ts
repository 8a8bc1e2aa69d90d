// Who did it to whom: the words of the tree that stand in the roles that a frame asks for. A verb has its subject, object and
// prepositions; a noun has those of its own ('the surrender of', 'strikes on'), of the verb that carries it ('launched
// strikes') and of the verb by which it hits ('strikes killed'). Where the tree has nobody, nobody is named.
import type { Codebook } from "../codebook/load.ts";
import type { Clauses } from "../language/syntax/clauses.ts";
import type { Trigger } from "./frames.ts";
import type { Sentence } from "./sentence.ts";

/** The noun that a trigger's words belong to: the one of them that the others hang on, or the noun that they tell more of. */
export function headOf(tree: Clauses, { from, to }: Pick<Trigger, "from" | "to">): number {
  let at = from;
  for (let k = to - 1; k >= from; k--) {
    const { head } = tree.words[k]!;
    if (head >= from && head < to) continue;
    at = k;
    break;
  }
  while (tree.words[at]!.relation === "compound" && tree.words[tree.words[at]!.head]!.upos === "NOUN") at = tree.words[at]!.head;
  return at;
}

const withConjuncts = (tree: Clauses, first: number | null): number[] =>
  first === null ? [] : [first, ...tree.under(first, "conj")];

/** The dependents of `head` behind this preposition, with what is joined to them. */
function behind(tree: Clauses, head: number, preposition: string): number[] {
  const set = new Set([preposition]);
  for (const child of tree.under(head))
    if (/^(obl|nmod|obl:agent|advcl|acl|obl:tmod)$/.test(tree.words[child]!.relation) && tree.introduced(child, set))
      return withConjuncts(tree, child);
  return [];
}

/** The first conjunct of a row, which carries the relation of them all. */
function firstOfRow(tree: Clauses, at: number): number {
  let first = at;
  while (tree.words[first]!.relation === "conj") first = tree.words[first]!.head;
  return first;
}

/** The verb that a noun hangs on, and how; null for a noun that hangs on none. */
function carrier(tree: Clauses, noun: number): { verb: number; as: "subject" | "object" | "oblique"; by: string } | null {
  const first = firstOfRow(tree, noun);
  const { head, relation } = tree.words[first]!;
  if (head < 0) return null;
  const by = tree.under(first, "case").map((c) => tree.lower(c)).join(" ");
  if (/^(nmod|compound|appos)$/.test(relation) && tree.words[head]!.upos !== "VERB") {
    // 'a series of strikes', 'a wave of attacks': the whole hangs where its measure does.
    return relation === "nmod" && by === "of" && /^(series|wave|spate|number|dozens|string|round|campaign|hundreds|start|beginning|day|days)$/.test(tree.lower(head))
      ? carrier(tree, head)
      : null;
  }
  if (tree.words[head]!.upos !== "VERB") return null;
  if (/^nsubj|^csubj/.test(relation)) return { verb: head, as: tree.passive(head) ? "object" : "subject", by };
  if (/^obj|^iobj/.test(relation)) return { verb: head, as: "object", by };
  if (/^obl/.test(relation)) return { verb: head, as: "oblique", by };
  return null;
}

function verbRole(tree: Clauses, verb: number, role: string): number[] {
  if (role === "subject") return withConjuncts(tree, tree.subject(verb));
  if (role === "object") return withConjuncts(tree, tree.object(verb));
  if (role === "by") {
    const agent = withConjuncts(tree, tree.agent(verb));
    return agent.length ? agent : behind(tree, verb, "by");
  }
  const own = behind(tree, verb, role);
  if (own.length) return own;
  for (const child of [...tree.under(verb, "xcomp"), ...tree.under(verb, "obj")]) {
    const more = behind(tree, child, role);
    if (more.length) return more;
  }
  return [];
}

/** 'strikes targeting X', 'a campaign to oust X': whom the noun's own clause takes. */
function ownClause(tree: Clauses, noun: number): number[] {
  for (const child of tree.under(noun, "acl")) {
    const { xpos } = tree.words[child]!;
    if (xpos === "VBG" || xpos === "VB") {
      const object = withConjuncts(tree, tree.object(child));
      if (object.length) return object;
    }
  }
  return [];
}

function nounRole(sentence: Sentence, noun: number, role: string, codebook: Codebook): number[] {
  const { tree, tags } = sentence;
  const g = codebook.grammar;
  const on = carrier(tree, noun);
  const light = on !== null && on.as === "object" && g.light.has(tags[on.verb]?.lemma ?? "");
  const row = firstOfRow(tree, noun);
  switch (role) {
    case "subject":
      if (!light) return [];
      return tree.passive(on.verb) ? verbRole(tree, on.verb, "by") : verbRole(tree, on.verb, "subject");
    case "object": {
      const hurting = on !== null && g.hurting.has(tags[on.verb]?.lemma ?? "");
      if (hurting && on.as === "subject") return verbRole(tree, on.verb, "object");
      if (hurting && on.as === "oblique")
        return tree.passive(on.verb) ? verbRole(tree, on.verb, "subject") : [];
      if (on?.as === "object" && /^(grant|give|offer|promise|guarantee)$/.test(tags[on.verb]?.lemma ?? ""))
        return tree.passive(on.verb) && tree.subject(on.verb) !== row ? verbRole(tree, on.verb, "subject") : withConjuncts(tree, tree.first(on.verb, "iobj"));
      if (on?.as === "oblique" && on.by === "under") return verbRole(tree, on.verb, "subject");
      return ownClause(tree, noun);
    }
    case "by": {
      for (const child of tree.under(noun, "acl", "acl:relcl")) {
        const agent = tree.agent(child);
        if (agent !== null) return withConjuncts(tree, agent);
      }
      return behind(tree, noun, "by");
    }
    case "modifier": {
      const near = tree.under(noun, "compound", "amod", "nmod:poss", "nmod");
      const own = near.filter((c) => c < noun);
      return own.length || row === noun ? own : tree.under(row, "nmod:poss").slice();
    }
    case "targeting":
      return ownClause(tree, noun);
    default: {
      const own = behind(tree, noun, role);
      return own.length || !light ? own : behind(tree, on.verb, role);
    }
  }
}

/** Tokens in a role of the trigger's frame. */
export function roleTokens(sentence: Sentence, trigger: Trigger, role: string, codebook: Codebook): number[] {
  const { tree } = sentence;
  const head = trigger.verb ? trigger.from : headOf(tree, trigger);
  return trigger.verb ? verbRole(tree, head, role) : nounRole(sentence, head, role, codebook);
}
