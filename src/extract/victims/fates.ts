// What befell the people of a sentence: shot, killed, hurt, or nobody at all ('no one was hurt'). Read off the sentence's tree:
// who suffers a verb, whom an adjective or a noun is said of. Nothing is added up here.
import type { Codebook } from "../../codebook/load.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Fate, FateVerb } from "../../codebook/victims.ts";
import { type Lexeme, lexemes } from "../lexemes.ts";
import type { Sentence } from "../sentence.ts";
import { doerAt, isNobody, type Person, personAt } from "./people.ts";

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

/** 'Five men were shot, three of them fatally': the three. */
function partBefore({ tree, words }: Sentence, adverb: number): number | null {
  for (let k = adverb - 1; k >= Math.max(0, adverb - 3); k--) {
    if (tree.words[k]!.upos === "NUM" || words[k] === "one") return k;
    if (!/^(?:of|them|whom)$/.test(words[k]!)) return null;
  }
  return null;
}

/** Takes in whom a word says something befell. */
type Add = (token: number | null, fate: Fate, by: number) => void;

/** Those who suffer what a verb tells, or, of 'die' and 'was taken to a hospital', are its subject. */
function byVerb(sentence: Sentence, i: number, pieces: Pieces, { victims }: Codebook, add: Add): void {
  const { tree, words } = sentence;
  const { upos, lemma, relation, head, xpos } = tree.words[i]!;
  if (upos !== "VERB" && upos !== "AUX") return;
  const subject = tree.subject(i);
  // 'a bullet struck her'
  const hit = upos === "VERB" && subject !== null && victims.missiles.has(words[subject]!);
  const row = victims.verbs
    .get(lemma.toLowerCase())
    ?.find((r) => completed(pieces, i, r) || (hit && r.fate === "shot"));
  if (!row || !happened(sentence, i)) return;
  const fatal = tree
    .under(i, "advmod")
    .some((k) => FATALLY.test(words[k]!) && Math.abs(k - i) < 3 && partBefore(sentence, k) === null);
  const fate = fatal && row.fate !== "treated" ? "killed" : row.fate;
  const object = tree.passive(i) ? null : tree.object(i);
  if (row.who === "subject") add(subject, fate, i);
  // 'was taken to a hospital' is said of the subject, 'an ambulance took him' of the object.
  else if (row.fate === "treated") add(object ?? subject, fate, i);
  else if (tree.passive(i)) add(subject ?? (relation === "acl" ? head : null), fate, i);
  else if (object !== null) add(object, fate, i);
  // 'Man shot in parking lot': a headline's participle, read as a past tense.
  else if (sentence.passage.kind === "title" && /^VB[DN]$/.test(xpos) && !victims.doers.has(words[subject ?? i]!))
    add(subject, fate, i);
}

/** 'Two dead', 'the wounded man was not hurt': an adjective or participle, of whom it is said. */
function byState(sentence: Sentence, i: number, { victims }: Codebook, add: Add): void {
  const { tree, words } = sentence;
  // '6 shot, 2 killed'
  const heads = sentence.passage.kind === "title" && tree.words[i - 1]?.upos === "NUM" && words[i - 1] !== "one";
  if (words[i] === "shot" && heads) add(i - 1, "shot", i);
  const state = victims.states.get(words[i]!);
  if (!state || tree.words[i]!.upos === "VERB") return;
  // 'Two shot' in a headline is no noun with a number.
  if (words[i] === "shot" && (sentence.passage.kind !== "title" || /^(?:one|a|the)$/.test(words[i - 1] ?? ""))) return;
  if (!tree.under(i, "advmod").some((k) => NOT.test(words[k]!))) add(stateOf(sentence, i), state, i);
}

/** 'The death of two men', 'the woman's murder', 'a man with a gunshot wound', 'claimed the lives of'. */
function byNoun({ tree, words }: Sentence, i: number, { victims }: Codebook, add: Add): void {
  const { upos, head } = tree.words[i]!;
  const noun = upos === "NOUN" || upos === "PROPN" ? victims.nouns.get(words[i]!) : undefined;
  if (noun) {
    const fatal = tree.under(i, "amod").some((k) => /^(?:fatal|deadly)$/.test(words[k]!)) || words[i + 1] === "death";
    for (const k of tree.under(i, "nmod"))
      if (tree.introduced(k, OF)) add(k, noun === "shot" && fatal ? "killed" : noun, i);
    const whose = noun === "killed" && !/^bod(?:y|ies)$/.test(words[i]!);
    if (whose) for (const k of tree.under(i, "nmod:poss")) add(k, noun, i);
  }
  if (victims.lives.nouns.has(words[i]!) && head >= 0 && victims.lives.verbs.has(tree.words[head]!.lemma))
    for (const k of tree.under(i, "nmod")) add(k, "killed", i);
  if (!victims.wounds.has(words[i]!)) return;
  let top = i;
  while (tree.words[top]!.relation === "compound") top = tree.words[top]!.head;
  if (!tree.introduced(top, WITH)) return;
  const { relation, head: of } = tree.words[top]!;
  if (relation === "nmod") add(of, "shot", i);
  // 'found a man with a gunshot wound', 'arrived with a gunshot wound'
  else if (relation === "obl")
    add(tree.passive(of) ? tree.subject(of) : (tree.object(of) ?? tree.subject(of)), "shot", i);
}

/** 'No injuries', 'no deaths'. */
function noneOf({ tree, words }: Sentence, i: number, { victims }: Codebook): Fate | null {
  if (!tree.under(i, "det").some((k) => words[k] === "no")) return null;
  return victims.nouns.get(words[i]!) ?? (victims.wounds.has(words[i]!) ? "hurt" : null);
}

export function fatesIn(sentence: Sentence, codebook: Codebook, isPlace: (token: number) => boolean): Fates {
  const { tree, words } = sentence;
  const pieces = piecesOf(sentence);
  const befallen: Befallen[] = [];
  const nobody: Fate[] = [];
  const accident = words.some((w) => /^(?:accident|unintention)/.test(w));
  /** 'The boy shot himself by accident', 'he killed two and then himself'. */
  const self = (by: number, at: number): Person => {
    const subject = tree.words[by]!.upos === "VERB" ? tree.subject(by) : null;
    const person = subject === null ? null : personAt(sentence, subject, codebook, isPlace);
    if (person && (accident || person.doer || !(person.told === "known" && person.anyone)))
      return { ...person, token: at };
    const sex = words[at] === "himself" ? "male" : words[at] === "herself" ? "female" : null;
    return { ...doerAt(at, sex), doer: !accident };
  };
  const add: Add = (token, fate, by) => {
    for (const each of token === null ? [] : tree.row(token)) {
      const selves = codebook.victims.selves.has(words[each]!);
      const person = selves ? self(by, each) : personAt(sentence, each, codebook, isPlace);
      if (isNobody(sentence, each)) nobody.push(fate);
      else if (person) befallen.push({ person, fate, by, self: selves });
    }
  };
  for (const i of words.keys()) {
    byVerb(sentence, i, pieces, codebook, add);
    byState(sentence, i, codebook, add);
    byNoun(sentence, i, codebook, add);
    const part = FATALLY.test(words[i]!) ? partBefore(sentence, i) : null;
    add(part, "killed", i);
    const none = noneOf(sentence, i, codebook);
    if (none) nobody.push(none);
  }
  return { befallen, nobody };
}

const FATALLY = /^(?:fatally|mortally)$/;
const NOT = /^(?:not|n't|never)$/;
const OF = new Set(["of"]);
const WITH = new Set(["with"]);

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
