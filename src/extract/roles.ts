// Who did it to whom: the words of the tree that stand in the roles that a frame asks for. A verb has its subject, object and
// prepositions; a noun has those of its own ('the surrender of', 'strikes on'), of the verb that carries it ('launched
// strikes') and of the verb by which it hits ('strikes killed'). Where the tree has nobody, nobody is named.
import type { Codebook } from "../codebook/load.ts";
import type { Clauses } from "../language/syntax/clauses.ts";
import { isLand } from "./before-noun.ts";
import type { Trigger } from "./frames.ts";
import { predicateOf, throughPowers } from "./powers.ts";
import type { Sentence } from "./sentence.ts";

type Reach = Pick<Trigger, "from" | "to">;

/** The noun that a trigger's words belong to: the one of them that the others hang on, or the noun that they tell more of. */
export function headOf(tree: Clauses, { from, to }: Reach): number {
  const own = Array.from({ length: to - from }, (_, n) => from + n);
  const free = own.filter((k) => tree.words[k]!.head < from || tree.words[k]!.head >= to);
  let at = free.find((k) => /^(NOUN|PROPN|VERB|ADJ)$/.test(tree.words[k]!.upos)) ?? free[0] ?? from;
  while (tree.words[at]!.relation === "compound" && tree.words[tree.words[at]!.head]!.upos === "NOUN")
    at = tree.words[at]!.head;
  return at;
}

const withConjuncts = (tree: Clauses, first: number | null): number[] => (first === null ? [] : tree.row(first));

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
function carrier(
  tree: Clauses,
  noun: number,
): { verb: number; as: "subject" | "object" | "oblique"; by: string } | null {
  const first = firstOfRow(tree, noun);
  const { head, relation } = tree.words[first]!;
  if (head < 0) return null;
  const by = tree
    .under(first, "case")
    .map((c) => tree.lower(c))
    .join(" ");
  if (/^(nmod|compound|appos)$/.test(relation) && tree.words[head]!.upos !== "VERB") {
    // 'a series of strikes', 'a wave of attacks': the whole hangs where its measure does.
    return relation === "nmod" &&
      by === "of" &&
      /^(series|wave|spate|number|dozens|string|round|campaign|hundreds|start|beginning|day|days)$/.test(
        tree.lower(head),
      )
      ? carrier(tree, head)
      : null;
  }
  if (tree.words[head]!.upos !== "VERB") return null;
  if (/^nsubj|^csubj/.test(relation)) return { verb: head, as: tree.passive(head) ? "object" : "subject", by };
  if (/^obj|^iobj/.test(relation)) return { verb: head, as: "object", by };
  if (/^obl/.test(relation)) return { verb: head, as: "oblique", by };
  return null;
}

/** The first word behind the preposition anywhere below `head` and right of `after`. */
function below(tree: Clauses, head: number, preposition: string, after: number): number[] {
  const set = new Set([preposition]);
  for (let k = after; k < tree.words.length; k++)
    if (tree.holds(head, k) && tree.introduced(k, set)) return withConjuncts(tree, k);
  return [];
}

const FROM = new Set(["from"]);
/** Prepositions that name a foe wherever they stand: 'waging a campaign in the desert against X'. */
const FOES = new Set(["against", "between"]);

/** 'decided to withdraw', 'the president's decision to withdraw': whose it is does it. */
function subjectOf(tree: Clauses, verb: number): number | null {
  const subject = tree.subject(verb);
  if (subject !== null) return subject;
  const { relation, head } = tree.words[verb]!;
  return relation === "acl" ? tree.first(head, "nmod:poss", "compound", "amod") : null;
}

function verbRole(tree: Clauses, at: number, role: string, { from, to }: Reach = { from: at, to: at + 1 }): number[] {
  const verb = predicateOf(tree, at, to);
  // 'was in rebel hands', 'is a stronghold of the group': what follows the copula stands in the role that its preposition names.
  if (
    tree.words[at]!.relation === "cop" &&
    (role === "predicate" ? !tree.has(verb, "case") : tree.introduced(verb, new Set([role])))
  )
    return [verb];
  if (role === "subject") return withConjuncts(tree, subjectOf(tree, verb));
  // 'Remained a stronghold of the group'
  if (role === "predicate") return withConjuncts(tree, tree.first(verb, "xcomp", "obj"));
  if (role === "object") {
    const object = withConjuncts(tree, tree.object(verb));
    if (object.length || tree.passive(verb)) return object;
    // 'let in hundreds of soldiers': a particle that the parser took for a preposition.
    for (let k = from + 1; k < to; k++) {
      const particle = behind(tree, verb, tree.lower(k));
      if (particle.length) return particle;
    }
    const further = tree.first(verb, "xcomp");
    if (further === null) return [];
    // 'made 40,000 people homeless', where the parser took the people for its subject.
    const own = withConjuncts(tree, tree.object(further));
    return own.length ? own : withConjuncts(tree, tree.first(further, "nsubj"));
  }
  if (role === "by") {
    const agent = withConjuncts(tree, tree.agent(verb));
    // 'By the army, militiamen and their allies', which the parser may hang side by side.
    const beside = tree.under(verb, "obl:agent").filter((k) => k !== agent[0] && !tree.has(k, "case"));
    if (agent.length) return [...agent, ...beside];
    const own = behind(tree, verb, "by");
    // 'Was taken from the militia by the army', where the parser gave the second to the first.
    const loser = tree.passive(verb)
      ? tree.under(verb, "obl", "obj").find((k) => behind(tree, k, "by").length)
      : undefined;
    return own.length || loser === undefined ? own : behind(tree, loser, "by");
  }
  const own = behind(tree, verb, role);
  if (own.length) return own;
  // 'Passed from the rebels to the army', where the parser gave the army to the rebels.
  const giver = role === "to" ? tree.under(verb, "obl").filter((k) => tree.introduced(k, FROM)) : [];
  for (const child of [...tree.under(verb, "xcomp"), ...tree.under(verb, "obj"), ...giver]) {
    const more = behind(tree, child, role);
    if (more.length) return more;
  }
  return FOES.has(role) ? below(tree, verb, role, verb) : [];
}

/** The words before a trigger that tell more of its noun, the nearest last, whatever they hang on among themselves. */
function before(tree: Clauses, noun: number, { from }: Reach): number[] {
  const found: number[] = [];
  for (let k = from - 1; k >= 0 && tree.holds(noun, k); k--) {
    const { relation, upos } = tree.words[k]!;
    if (relation === "det" || (relation === "case" && upos !== "PART")) break;
    if (/^(compound|amod|nmod|nmod:poss|conj|appos|flat|obl|obl:npmod|nsubj)$/.test(relation)) found.unshift(k);
  }
  return found;
}

/** What the preposition that stands right behind the trigger leads, wherever the parser hung it: 'strikes by the coalition'. */
function rightBehind(tree: Clauses, { to }: Reach, preposition: string): number[] {
  if (to >= tree.words.length || tree.lower(to) !== preposition) return [];
  const { head, relation } = tree.words[to]!;
  return head > to && relation === "case" ? withConjuncts(tree, head) : [];
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

const RESPONSIBLE = new Set(["for"]);
/** 'The group claimed responsibility for the bombing': by its own word it did it. */
function claimants(tree: Clauses, noun: number): number[] {
  const { head } = tree.words[noun]!;
  if (head < 0 || !tree.introduced(noun, RESPONSIBLE)) return [];
  const isIt = (k: number): boolean => tree.lower(k) === "responsibility";
  const verb = isIt(head) ? tree.words[head]!.head : tree.under(head, "obj").some(isIt) ? head : -1;
  if (verb < 0 || !/^(claim|take|admit|accept|assume)$/.test(tree.words[verb]!.lemma)) return [];
  const row = withConjuncts(tree, tree.subject(verb));
  return row.filter((k) => !tree.under(k, "det").some((d) => /^(no|neither)$/.test(tree.lower(d))));
}

function nounRole(sentence: Sentence, noun: number, trigger: Reach, role: string, codebook: Codebook): number[] {
  const { tree, tags } = sentence;
  const g = codebook.grammar;
  const on = carrier(tree, noun);
  const light =
    on !== null &&
    (on.as === "object" || (on.as === "oblique" && /^(to|on|upon|into)$/.test(on.by))) &&
    g.light.has(tags[on.verb]?.lemma ?? "");
  const row = firstOfRow(tree, noun);
  switch (role) {
    case "subject":
      if (!light) return [];
      return tree.passive(on.verb) ? verbRole(tree, on.verb, "by") : verbRole(tree, on.verb, "subject");
    case "object": {
      const hurting = on !== null && g.hurting.has(tags[on.verb]?.lemma ?? "");
      if (hurting && on.as === "subject") return verbRole(tree, on.verb, "object");
      if (hurting && on.as === "oblique") return tree.passive(on.verb) ? verbRole(tree, on.verb, "subject") : [];
      if (on?.as === "object" && /^(grant|give|offer|promise|guarantee)$/.test(tags[on.verb]?.lemma ?? ""))
        return tree.passive(on.verb) && tree.subject(on.verb) !== row
          ? verbRole(tree, on.verb, "subject")
          : withConjuncts(tree, tree.first(on.verb, "iobj"));
      if (on?.as === "oblique" && on.by === "under") return verbRole(tree, on.verb, "subject");
      const own = ownClause(tree, noun);
      if (own.length || !light) return own;
      // 'launched an offensive to clear X'
      const aim = tree.under(on.verb, "advcl", "xcomp").find((c) => c > noun && tree.words[c]!.xpos === "VB");
      return aim === undefined ? [] : withConjuncts(tree, tree.object(aim));
    }
    case "by": {
      for (const child of tree.under(noun, "acl", "acl:relcl")) {
        const agent = tree.agent(child);
        if (agent !== null) return withConjuncts(tree, agent);
      }
      const own = [...behind(tree, noun, "by"), ...claimants(tree, noun)];
      return own.length ? own : rightBehind(tree, trigger, "by");
    }
    case "modifier": {
      // 'under rebel control': whose it is stands among the frame's own words.
      const power = codebook.grammar.powers.has(tree.lower(noun)) ? throughPowers(tree, [noun], role, codebook) : [];
      if (power.length) return power;
      // 'Israeli strikes' may be the frame's own words, and Israel's all the same.
      const within = Array.from({ length: Math.max(0, noun - trigger.from) }, (_, n) => trigger.from + n).filter(
        (k) =>
          codebook.gazetteer.demonym(tree.lower(k)) !== null ||
          sentence.phrases.some((p) => isLand(p) && p.from <= k && k < p.to),
      );
      const own = [...before(tree, noun, trigger), ...within];
      return own.length || row === noun ? own : [...tree.under(row, "nmod:poss")];
    }
    case "targeting":
      return ownClause(tree, noun);
    default: {
      const own = behind(tree, noun, role);
      if (own.length) return own;
      const next = rightBehind(tree, trigger, role);
      if (next.length) return next;
      // 'The handover of the town by the rebels to the army', where the parser gave the army to the rebels.
      const giver = role === "to" && tree.under(noun, "nmod").find((k) => behind(tree, k, role).length);
      if (giver) return behind(tree, giver, role);
      const carried =
        light || (on !== null && on.as !== "oblique" && FOES.has(role)) ? behind(tree, on.verb, role) : [];
      return carried.length || !FOES.has(role) ? carried : below(tree, light ? on.verb : noun, role, noun);
    }
  }
}

/** Who is to do it, of a verb that tells what somebody was bidden: 'urged the militia to withdraw', 'called on soldiers to defect'. */
function bidTo({ tree, phrases, tags }: Sentence, verb: number, codebook: Codebook): number | null {
  const { relation, head, xpos } = tree.words[verb]!;
  if (xpos !== "VB" || head < 0) return null;
  // The infinitive hung on the one who is to do it.
  if (relation === "acl" && phrases.some((p) => p.from <= head && head < p.to && !p.modifier && p.sort !== "source"))
    return head;
  if (!/^(xcomp|advcl|ccomp)$/.test(relation) || codebook.grammar.reality.get(tags[head]?.lemma ?? "") !== "demanded")
    return null;
  return tree.under(head, "obl").find((k) => k < verb && tree.introduced(k, BIDDEN)) ?? null;
}
const BIDDEN = new Set(["on", "upon", "to", "for"]);

/** Tokens in a role of the trigger's frame. */
export function roleTokens(sentence: Sentence, trigger: Trigger, role: string, codebook: Codebook): number[] {
  const { tree } = sentence;
  const head = trigger.verb ? trigger.from : headOf(tree, trigger);
  if (trigger.verb && role === "subject") {
    const bidden = bidTo(sentence, head, codebook);
    if (bidden !== null) return withConjuncts(tree, bidden);
  }
  const found = trigger.verb
    ? throughPowers(tree, verbRole(tree, head, role, trigger), role, codebook)
    : nounRole(sentence, head, trigger, role, codebook);
  return role === "between" ? bothSides(sentence, found) : found;
}

/** 'between the army and the rebels left' where the parser gave the second to the verb: between are always two. */
function bothSides({ phrases, words }: Sentence, found: readonly number[]): number[] {
  const one = found.length === 1 ? phrases.find((p) => p.from <= found[0]! && found[0]! < p.to) : undefined;
  const other =
    one && words[one.to] === "and" ? phrases.find((p) => p.from > one.to && p.from - one.to <= 2) : undefined;
  return other ? [...found, other.to - 1] : [...found];
}

/** Who helps those who do it: 'backed by', 'alongside', 'together with'. */
export function helpersOf(
  sentence: Sentence,
  trigger: Trigger,
  doers: readonly number[],
  codebook: Codebook,
): number[] {
  const { tree } = sentence;
  const found: number[] = [];
  const verb = trigger.verb ? trigger.from : null;
  for (const top of [...doers, ...(verb === null ? [] : [verb])])
    for (const child of tree.under(top, "acl", "advcl", "acl:relcl"))
      if (codebook.grammar.helping.has(tree.words[child]!.lemma) && tree.passive(child)) {
        const agent = tree.agent(child);
        if (agent !== null) found.push(...withConjuncts(tree, agent));
      }
  if (verb !== null) found.push(...behind(tree, verb, "alongside"));
  return found;
}
