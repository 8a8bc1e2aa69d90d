// What befell the people of a sentence: shot, killed, hurt, or nobody at all ('no one was hurt'). Read off the sentence's tree:
// who suffers a verb, whom an adjective or a noun is said of. Nothing is added up here.
import type { Codebook } from "../../codebook/load.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Fate, FateVerb } from "../../codebook/victims.ts";
import { type Lexeme, lexemes } from "../lexemes.ts";
import type { Sentence } from "../sentence.ts";
import { isNobody, type Person, personAt } from "./people.ts";

export interface Befallen {
  readonly person: Person;
  readonly fate: Fate;
  /** The word that tells it. */
  readonly by: number;
  /** Who did it to himself. */
  readonly self: boolean;
}
export interface Fates {
  readonly befallen: readonly Befallen[];
  /** 'No one was hurt', 'there were no injuries'. */
  readonly nobody: readonly Fate[];
}

const UNREAL = /^(?:would|could|might|may|should|will|shall|'ll|can|wo|'d)$/;
const TRIED = /^(?:try|attempt|threaten|want|plan|conspire|intend|vow|attempted|threat|attempting|trying)$/;

/** Told as something that did happen: not 'would have died', 'did not die', 'tried to kill', 'if he dies'. */
function happened({ tree, words }: Sentence, verb: number): boolean {
  // 'don't let him die', 'to kill'
  if (tree.words[verb]!.xpos === "VB" && !tree.under(verb, "aux").some((k) => /^d(?:o|id|oes)$/.test(words[k]!)))
    return false;
  if (tree.under(verb, "aux").some((k) => UNREAL.test(words[k]!))) return false;
  if (tree.under(verb, "advmod", "det").some((k) => /^(?:not|n't|never)$/.test(words[k]!))) return false;
  if (tree.under(verb, "mark").some((k) => /^(?:if|unless|whether)$/.test(words[k]!))) return false;
  const { head, relation } = tree.words[verb]!;
  if (head >= 0 && TRIED.test(tree.words[head]!.lemma)) return false;
  return !(
    relation === "conj" &&
    head >= 0 &&
    head !== verb &&
    tree.under(head, "aux").some((k) => UNREAL.test(words[k]!))
  );
}

interface Pieces {
  readonly all: readonly Lexeme[];
  readonly first: readonly number[];
}

function piecesOf({ passage }: Sentence): Pieces {
  const all = lexemes(passage);
  const first = passage.tokens.map((t) => all.findIndex((p) => p.start >= t.span[0]));
  return { all, first };
}

/** Whether the words that complete the verb follow it, before the next full stop or semicolon. */
function completed({ all, first }: Pieces, verb: number, { with: book, within }: FateVerb): boolean {
  if (book === null) return true;
  for (let k = first[verb]! + 1; k < Math.min(all.length, first[verb]! + 1 + within); k++) {
    if (/^[;?!]$/.test(all[k]!.text)) return false;
    if (phraseAt(book, all, k)) return true;
  }
  return false;
}

export function fatesIn(sentence: Sentence, codebook: Codebook, isPlace: (token: number) => boolean): Fates {
  const { tree, words } = sentence;
  const { verbs, states, nouns, wounds, selves, doers, missiles, lives } = codebook.victims;
  const pieces = piecesOf(sentence);
  const befallen: Befallen[] = [];
  const nobody: Fate[] = [];
  const add = (token: number | null, fate: Fate, by: number): void => {
    if (token === null) return;
    for (const each of tree.row(token)) {
      if (isNobody(sentence, each)) nobody.push(fate);
      else if (selves.has(words[each]!)) befallen.push({ person: selfOf(by, each), fate, by, self: true });
      else {
        const person = personAt(sentence, each, codebook, isPlace);
        if (person) befallen.push({ person, fate, by, self: false });
      }
    }
  };
  // 'The boy shot himself by accident', 'he killed two and then himself'.
  const accident = words.some((w) => w.startsWith("accident") || w.startsWith("unintentional"));
  const selfOf = (verb: number, at: number): Person => {
    const subject = tree.words[verb]!.upos === "VERB" ? tree.subject(verb) : null;
    const person = subject === null ? null : personAt(sentence, subject, codebook, isPlace);
    return person && (accident || person.told !== "known" || person.doer || !person.anyone)
      ? { ...person, token: at }
      : {
          ...doerAt(at, words[at] === "himself" ? "male" : words[at] === "herself" ? "female" : null),
          doer: !accident,
        };
  };
  /** 'Five men were shot, three of them fatally': the three. */
  const partBefore = (adverb: number): number | null => {
    for (let k = adverb - 1; k >= Math.max(0, adverb - 3); k--) {
      if (tree.words[k]!.upos === "NUM" || words[k] === "one") return k;
      if (!/^(?:of|them|whom)$/.test(words[k]!)) return null;
    }
    return null;
  };
  for (const [i, { upos, lemma, relation, head, xpos }] of tree.words.entries()) {
    const rows = upos === "VERB" || upos === "AUX" ? verbs.get(lemma.toLowerCase()) : undefined;
    const fatal = tree
      .under(i, "advmod")
      .some((k) => /^(?:fatally|mortally)$/.test(words[k]!) && Math.abs(k - i) < 3 && partBefore(k) === null);
    const hit = tree.words[i]!.upos === "VERB" && missiles.has(words[tree.subject(i) ?? -1] ?? "");
    const row = rows?.find((r) => completed(pieces, i, r) || (hit && r.fate === "shot"));
    if (row && happened(sentence, i)) {
      const fate = fatal && row.fate !== "treated" ? "killed" : row.fate;
      const subject = tree.subject(i);
      if (row.who === "subject" || row.fate === "treated") {
        // 'was taken to a hospital' is said of the subject, 'an ambulance took him' of the object.
        const object = tree.object(i);
        add(row.who === "subject" || tree.passive(i) || object === null ? subject : object, fate, i);
      } else if (tree.passive(i)) add(subject ?? (relation === "acl" ? head : null), fate, i);
      else {
        const object = tree.object(i);
        if (object !== null) add(object, fate, i);
        // 'Man shot in parking lot': a headline's participle, read as a past tense.
        else if (
          subject !== null &&
          /^VB[DN]$/.test(xpos) &&
          !doers.has(words[subject]!) &&
          sentence.passage.kind === "title"
        )
          add(subject, fate, i);
      }
    }
    // '5 shot, 1 killed'
    const counts =
      sentence.passage.kind === "title" && i > 0 && tree.words[i - 1]!.upos === "NUM" && words[i - 1] !== "one";
    if (words[i] === "shot" && counts && !befallen.some((b) => b.person.token === i - 1)) add(i - 1, "shot", i);
    const state = states.get(words[i]!);
    // 'Two shot' in a headline is no noun with a number.
    const headed =
      words[i] !== "shot" || (sentence.passage.kind === "title" && !/^(?:one|a|the)$/.test(words[i - 1] ?? ""));
    if (state && upos !== "VERB" && headed) {
      const negated = tree.under(i, "advmod").some((k) => /^(?:not|n't|never)$/.test(words[k]!));
      if (!negated) add(stateOf(sentence, i), state, i);
    }
    const noun = nouns.get(words[i]!);
    if (noun && (upos === "NOUN" || upos === "PROPN")) {
      const deadly =
        /^(?:shooting|stabbing)$/.test(words[i]!) &&
        (tree.under(i, "amod").some((k) => /^(?:fatal|deadly)$/.test(words[k]!)) || words[i + 1] === "death");
      const fate = deadly ? "killed" : noun;
      for (const k of tree.under(i, "nmod")) if (tree.under(k, "case").some((c) => words[c] === "of")) add(k, fate, i);
      if (noun === "killed" && !/^bod(?:y|ies)$/.test(words[i]!))
        for (const k of tree.under(i, "nmod:poss")) add(k, fate, i);
      if (tree.under(i, "det").some((k) => words[k] === "no")) nobody.push(noun);
    }
    if (/^(?:fatally|mortally)$/.test(words[i]!)) {
      const part = partBefore(i);
      if (part !== null) add(part, "killed", i);
    }
    if (lives.nouns.has(words[i]!) && head >= 0 && lives.verbs.has(tree.words[head]!.lemma))
      for (const k of tree.under(i, "nmod")) add(k, "killed", i);
    if (wounds.has(words[i]!)) {
      if (tree.under(i, "det").some((k) => words[k] === "no")) nobody.push("hurt");
      // 'a man with a gunshot wound', 'suffering from injuries'
      let top = i;
      while (tree.words[top]!.relation === "compound") top = tree.words[top]!.head;
      if (tree.words[top]!.relation === "nmod" && tree.introduced(top, WITH)) add(tree.words[top]!.head, "shot", i);
    }
  }
  return { befallen, nobody };
}
const WITH = new Set(["with"]);

/** 'Killed himself': whoever did it. */
const doerAt = (token: number, sex: Person["sex"]): Person => ({
  token,
  count: 1,
  sex,
  age: null,
  child: null,
  name: null,
  told: "known",
  further: false,
  anyone: false,
  doer: true,
  part: null,
});

/** Of whom 'dead', 'wounded' or 'hurt' is said. */
function stateOf({ tree }: Sentence, at: number): number | null {
  const { relation, head } = tree.words[at]!;
  if (head >= 0 && /^(?:amod|acl)$/.test(relation)) return head;
  const subject = tree.first(at, "nsubj", "nsubj:pass");
  if (subject !== null) return subject;
  if (relation === "xcomp" && head >= 0)
    return tree.passive(head) ? tree.subject(head) : (tree.object(head) ?? tree.subject(head));
  // '1 dead', 'two hurt': the number before it.
  const counted = tree.first(at, "nummod") ?? (at > 0 && tree.words[at - 1]!.upos === "NUM" ? at - 1 : null);
  if (counted !== null) return counted;
  // 'Suspect dead', 'man wounded': a headline has no verb.
  return at > 0 && /^(?:NOUN|NUM|PROPN)$/.test(tree.words[at - 1]!.upos) ? at - 1 : null;
}
