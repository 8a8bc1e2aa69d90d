// Whether a happening is told as a fact, denied, planned or demanded, or is no claim at all: negated in the outlet's own
// voice, feared, possible, conditional. Read from the words on its way up the tree; who says so is in attribution.ts.
import type { Codebook } from "../../codebook/load.ts";
import { findSteps } from "../../codebook/patterns.ts";
import type { Clauses as Tree } from "../../language/syntax/clauses.ts";
import type { Hedge, Stance } from "../../model/index.ts";
import type { Trigger } from "../frames.ts";
import { negatorOf } from "../negation.ts";
import { headOf } from "../roles.ts";
import { clauseAt, type Sentence } from "../sentence.ts";
import { is } from "../tags.ts";
import { type Attribution, isDenial } from "./attribution.ts";

export interface StanceReading {
  /** Null: no claim. */
  readonly stance: Stance | null;
  /** Tokens of the words that made it so, half-open; null for a plain assertion. */
  readonly words: readonly [from: number, to: number] | null;
  readonly rule: string;
}

const asserted: StanceReading = { stance: "asserted", words: null, rule: "plain" };
const reading = (stance: Stance | null, at: number, rule: string): StanceReading => ({
  stance,
  words: [at, at + 1],
  rule,
});

const isPredicate = (tree: Tree, at: number): boolean =>
  /^(VERB|AUX)$/.test(tree.words[at]!.upos) || tree.has(at, "cop", "nsubj", "nsubj:pass");

/** With a negation they forbid: 'may not', 'no fighter can'. */
const FORBIDS = /^(?:may|can)$/;

/** What the verb's own auxiliaries and negators say of it. */
function ofVerb(tree: Tree, at: number, spoken: boolean, codebook: Codebook): StanceReading | null {
  const g = codebook.grammar;
  const no = negatorOf(tree, at);
  // 'must not be attacked', 'nobody may enter' asks that something be not done: nothing is told.
  const ought = tree.under(at, "aux").find((aux) => is(g, "ought", tree.lower(aux)) || FORBIDS.test(tree.lower(aux)));
  if (no >= 0 && ought !== undefined) return reading(null, no, "forbidden");
  if (no >= 0) return spoken ? reading("denied", no, "negated-by-source") : reading(null, no, "negated");
  for (const aux of tree.under(at, "aux")) {
    const word = tree.lower(aux);
    if (is(g, "possible", word)) return reading(null, aux, "possible");
    if (is(g, "ought", word)) return reading(spoken ? "demanded" : null, aux, "ought");
    if (is(g, "future", word))
      return word === "would" && !spoken ? reading(null, aux, "unreal") : reading("planned", aux, "future");
  }
  return null;
}

/** Nouns whose 'no' denies the clause that they lead. */
const EVIDENCE =
  /^(evidence|proof|sign|indication|report|truth|question|doubt|confirmation|word|suggestion|information)$/;
const CLAUSE = /^(ccomp|xcomp|advcl|acl|csubj|acl:relcl)$/;
const NOMINAL = /^(obj|iobj|nmod|obl|nsubj:pass|nmod:poss|appos)$/;
const FOR = new Set(["for"]);
const EARLIER = /^(VBD|VBN)$/;

/** What the word above makes of what hangs on it. */
function fromAbove(tree: Tree, at: number, noun: boolean, spoken: boolean, codebook: Codebook): StanceReading | null {
  const g = codebook.grammar;
  const { relation, head, xpos } = tree.words[at]!;
  const mark = tree.under(at, "mark").find((c) => is(g, "conditions", tree.lower(c)));
  if (mark !== undefined) return reading(null, mark, "conditional");
  const infinitive = tree.under(at, "mark").find((c) => tree.words[c]!.xpos === "TO");
  if (head < 0) return null;
  const above = tree.words[head]!;
  const lemma = above.lemma.toLowerCase();
  const clausal = CLAUSE.test(relation) && relation !== "acl:relcl";
  // 'urged the militia to withdraw', 'forced the garrison to leave', with the infinitive hung on the one who is to do it.
  const of =
    relation === "acl" && infinitive !== undefined && /^(obj|iobj|obl)$/.test(above.relation) ? above.head : -1;
  const verb = of < 0 ? "" : tree.words[of]!.lemma.toLowerCase();
  // What it would be wrong to allow has not been allowed.
  if (g.causing.has(verb))
    return ofVerb(tree, of, spoken, codebook) ?? fromAbove(tree, of, false, spoken, codebook) ?? asserted;
  const makesOf = g.reality.get(verb);
  if (makesOf && !g.reality.has(lemma)) return reading(makesOf === "undone" ? null : makesOf, of, makesOf);
  if (!clausal && !(noun && NOMINAL.test(relation))) return null;
  if (/^[cx]comp$/.test(relation) && isDenial(tree, head, codebook))
    return reading(spoken ? "denied" : null, head, "denied-by-source");
  // 'dismissed claims that its troops had fired', 'rejected accusations of shelling', 'denied any role in the bombing'
  const thing = g.tellings.has(lemma) || g.shares.has(lemma);
  const denies = thing && /^(obj|nsubj:pass)$/.test(above.relation) ? above.head : -1;
  if (denies >= 0 && (clausal || noun) && isDenial(tree, denies, codebook))
    return reading(spoken ? "denied" : null, denies, "denied-by-source");
  if (relation === "advcl" && tree.introduced(at, WITHIN) && isDenial(tree, head, codebook))
    return reading(spoken ? "denied" : null, head, "denied-by-source");
  // 'did not say that', 'there is no evidence that'
  const speech = above.upos === "VERB" || EVIDENCE.test(lemma) || g.reality.has(lemma);
  const no = clausal && relation !== "advcl" && speech ? negatorOf(tree, head) : -1;
  if (no >= 0) return ofVerb(tree, head, spoken, codebook) ?? reading(spoken ? "denied" : null, no, "negated");
  if (noun && !clausal && (EVIDENCE.test(lemma) || g.shares.has(lemma))) {
    const none = negatorOf(tree, head);
    if (none >= 0) return reading(spoken ? "denied" : null, none, "refuted");
  }
  // 'has denied shelling Nawa', where the parser took the gerund for a noun.
  if (noun && relation === "obj" && lemma === "deny" && /ing$/.test(tree.lower(at)))
    return reading(spoken ? "denied" : null, head, "denied-by-source");
  if (noun && /^(obj|nsubj:pass)$/.test(relation) && g.spoken.has(lemma)) return reading(null, head, "spoken-of");
  const makes = g.reality.get(lemma);
  if (makes && !(noun && !clausal && g.onlyClauses.has(lemma) && !tree.introduced(at, FOR))) {
    // 'expected that', 'agreed that': what is held to be so is no plan. 'decided it' neither.
    const held = relation === "ccomp" && EARLIER.test(xpos);
    const object = noun || infinitive !== undefined || relation === "ccomp" || xpos === "VBG" || xpos === "VB";
    if (object && !held) return reading(makes === "undone" ? null : makes, head, makes === "undone" ? "undone" : makes);
  }
  if (infinitive !== undefined && !/^(xcomp|ccomp|csubj)$/.test(relation)) {
    // 'the first town to fall' fell; 'troops sent to retake the town' have not.
    const first =
      /^(first|last|latest|second|third|only|next)$/.test(lemma) ||
      tree.under(head, "amod").some((c) => /^(first|last|latest|only|second)$/.test(tree.lower(c)));
    return first ? null : reading(null, infinitive, "purpose");
  }
  return null;
}

const WITHIN = new Set(["in", "of"]);
const ENDING = /^(stop|end|cease|halt|abate|subside|ease|pause|let|relent|diminish|slow|spare|break)$/;
/** 'took part in clashes', 'was involved in the attack': what is behind the preposition is what was done. */
const TAKES_PART = /^(participate|engage|involve|partake)$/;
const takesPart = (tree: Tree, verb: number): boolean =>
  negatorOf(tree, verb) < 0 &&
  (TAKES_PART.test(tree.words[verb]!.lemma) ||
    (tree.words[verb]!.lemma === "take" && tree.under(verb, "obj").some((o) => tree.lower(o) === "part")));
/** 'Denied being responsible for the attack', 'was not responsible for it': who is, is asked, and the answer is no. */
const disowns = (tree: Tree, at: number, codebook: Codebook): boolean =>
  tree.lower(at) === "responsible" &&
  (negatorOf(tree, at) >= 0 || (tree.words[at]!.head >= 0 && isDenial(tree, tree.words[at]!.head, codebook)));
/** 'Had nothing to do with the bombing'. */
function hadNoPart(tree: Tree, verb: number): boolean {
  const { lemma, head } = tree.words[verb]!;
  return lemma === "do" && head >= 0 && tree.lower(head) === "nothing";
}
const AHEAD = /^(planned|upcoming|forthcoming|imminent|impending|looming|future|proposed|expected|coming|scheduled)$/;
const UNSURE = /^(possible|potential|feared|likely|eventual|would-be|hypothetical)$/;

export function readStance(
  sentence: Sentence,
  trigger: Trigger,
  chain: readonly Attribution[],
  codebook: Codebook,
): StanceReading {
  const { tree } = sentence;
  const g = codebook.grammar;
  const spoken = chain.length > 0;
  const last = sentence.words.findLastIndex((w) => !/^["“”')\]]$/.test(w));
  if (sentence.words[last] === "?") return reading(null, last, "asked");
  let at = trigger.verb ? trigger.from : headOf(tree, trigger);
  // 'those who surrender by Friday': which of them is meant, not that they did.
  const { relation: as, xpos } = tree.words[at]!;
  if (as === "acl:relcl" && /^VB[PZ]?$/.test(xpos) && !tree.has(at, "aux", "aux:pass") && !trigger.frame.holding)
    return reading(null, at, "which-of-them");
  let noun = trigger.verb === null;
  if (noun) {
    for (const c of tree.under(at, "amod", "compound", "det")) {
      if (AHEAD.test(tree.lower(c))) return reading("planned", c, "planned");
      if (UNSURE.test(tree.lower(c))) return reading(null, c, "unreal");
    }
    const no = negatorOf(tree, at);
    if (no >= 0) return reading(spoken ? "denied" : null, no, spoken ? "negated-by-source" : "negated");
  }
  const report = sentence.words.slice(Math.max(0, trigger.from - 6), trigger.from).some((w) => g.tellings.has(w));
  const refuted = report && g.denials.map((s) => findSteps(sentence.words, s, trigger.to)).find(Boolean);
  if (refuted && refuted[0] - trigger.to < 12)
    return { stance: spoken ? "denied" : null, words: refuted, rule: "refuted" };
  for (let steps = 0; at >= 0 && steps < tree.words.length; steps++) {
    if (!noun || isPredicate(tree, at)) {
      const own = ofVerb(tree, at, spoken, codebook);
      if (own) return own;
    }
    const above = fromAbove(tree, at, noun, spoken, codebook);
    if (above) return above;
    const { relation, head } = tree.words[at]!;
    // 'denied any part in opening the prison': what is behind the preposition is denied with the rest.
    const within = /^(acl|advcl)$/.test(relation) && tree.introduced(at, WITHIN);
    if (head < 0 || (/^(acl:relcl|advcl:relcl|advcl|parataxis|acl)$/.test(relation) && !within)) break;
    // 'no group claimed responsibility for the attack': it happened, whoever did it.
    if (noun && tree.lower(head) === "responsibility") return asserted;
    // A second predicate of its own form shares no auxiliary with the first.
    if (
      relation === "conj" &&
      (tree.words[head]!.xpos !== tree.words[at]!.xpos || tree.has(at, "aux", "nsubj", "nsubj:pass", "aux:pass"))
    ) {
      if (!tree.under(head, "mark").length) break;
      at = head;
      const mark = tree.under(at, "mark").find((c) => is(codebook.grammar, "conditions", tree.lower(c)));
      if (mark !== undefined) return reading(null, mark, "conditional");
      break;
    }
    // A noun that is only a circumstance of another event is told as a fact, whatever becomes of that event.
    if (
      noun &&
      /^(obl|nsubj)$/.test(relation) &&
      !(relation === "obl" && (takesPart(tree, head) || disowns(tree, head, codebook)))
    ) {
      if (hadNoPart(tree, head)) return reading(spoken ? "denied" : null, head, "refuted");
      // 'the shelling did not stop' tells of shelling.
      if (ENDING.test(tree.words[head]!.lemma)) return asserted;
      const carried = relation === "nsubj" || tree.passive(head) ? ofVerb(tree, head, spoken, codebook) : null;
      // 'the fall of the city would be a disaster' speaks of what may come.
      // 'No soldier was killed in the clashes': there were clashes.
      if (relation === "obl" && carried?.words && tree.words[carried.words[0]]!.head !== head) return asserted;
      return carried?.stance === "planned" ? { ...carried, stance: null, rule: "unreal" } : (carried ?? asserted);
    }
    at = head;
    if (tree.words[at]!.upos === "VERB" || isPredicate(tree, at)) noun = false;
  }
  return asserted;
}

/** The hedge beside a trigger, where the sentence has one. */
export function readHedge(sentence: Sentence, trigger: Trigger, codebook: Codebook): Hedge | null {
  const clause = sentence.clauses[clauseAt(sentence, trigger.from)]!;
  const from = Math.max(0, clause.from - 6);
  const hit = codebook.grammar.hedges.find(({ steps }) => findSteps(sentence.words, steps, from, clause.to));
  return (hit?.hedge as Hedge | undefined) ?? null;
}
