// Who can be meant by the subject of a word of saying: somebody who speaks. Aircraft, the dead and counted crowds do not;
// 'a plane spotter' does, though no list has the word. Which words are said is in attribution.ts.
import type { Codebook } from "../../codebook/load.ts";
import type { SayingKind } from "../../codebook/sayings.ts";
import { namesDoer, phraseAt } from "../noun-phrases.ts";
import type { Phrase } from "../parties/phrases.ts";
import type { Sentence } from "../sentence.ts";
import { is } from "../tags.ts";

const SPEAKS = new Set(["person", "organisation", "state", "source", "force", "group"]);
const CROWD =
  /^(?:\d|few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|(?:several |many |some |a few )?(?:dozens?|scores|hundreds?|thousands?|millions?)\b)/i;
/** Whom one counts to say how many were hurt, taken or sent. */
const COUNTED = /^(people|persons?|civilians?|m[ae]n|wom[ae]n|soldiers?|troops|fighters?|militants?|members?|others)$/;

/** Whether a phrase names somebody who can say, deny or announce; what only shows speaks by the words for showing alone. */
export function canSpeak(p: Phrase, kind: SayingKind, codebook: Codebook): boolean {
  const g = codebook.grammar;
  if (!SPEAKS.has(p.sort)) return false;
  if (/^(noun-phrase|unnamed-speaker)$/.test(p.rule) && !namesDoer(p)) return false;
  const last = p.name.toLowerCase().split(" ").at(-1)!;
  // 'Save the Children' speaks, 'Russian jets' do not.
  const named = p.actor?.name.toLowerCase().endsWith(last) ?? false;
  if (p.sort !== "person" && !named && g.mute.has(last)) return false;
  if (p.head && !p.actor && COUNTED.test(last) && CROWD.test(p.name)) return false;
  return !(/^(images?|videos?|footage)$/.test(last) && kind !== "seen" && kind !== "quoted");
}

/** 'a spokesman, Rupert Colville' and 'the SOHR director Rami Abdel Rahman': the person is the one who speaks. */
function inPerson(sentence: Sentence, token: number, p: Phrase): Phrase {
  if (p.sort === "person") return p;
  for (const k of sentence.tree.under(token, "appos", "flat", "compound")) {
    const person = sentence.phrases.find((q) => q.from <= k && k < q.to && q.sort === "person" && !q.modifier);
    const within = sentence.tree.words[k]!.relation === "flat";
    if (person && (within || p.head?.group === "officials" || p.sort === "group"))
      return { ...person, from: Math.min(person.from, p.from), also: [...person.also, p.name] };
  }
  return p;
}

/** 'a plane spotter', 'another trader in the market': a speaker whose noun no list has. */
const unnamed = (p: Phrase, xpos: string): Phrase =>
  p.rule === "noun-phrase" && xpos === "NN" ? { ...p, sort: "person", rule: "unnamed-speaker" } : p;

/** 'Erdogan, whose government backs them, said': the name before the commas, where the parser lost it. */
function beforeComma({ words, phrases }: Sentence, verb: number): Phrase | null {
  if (words[verb - 1] !== ",") return null;
  return phrases.find((p) => p.to < verb - 1 && words[p.to] === "," && !p.modifier && p.preposition === null) ?? null;
}

const PAPER = /^(statement|communique|communiqué|release|announcement)$/;
const WRITER = new Set(["from", "by", "of"]);
/** 'A statement from the defence ministry said': the ministry did. Another speaker stands for himself. */
export function writerOf(sentence: Sentence, p: Phrase, kind: SayingKind, codebook: Codebook): Phrase {
  const { tree, phrases } = sentence;
  const token = p.to - 1;
  if (!PAPER.test(tree.lower(token))) return p;
  const by = tree.under(token, "nmod").find((k) => tree.introduced(k, WRITER));
  const writer = by === undefined ? undefined : phrases.find((q) => q.from <= by && by < q.to);
  return writer && canSpeak(writer, kind, codebook) ? writer : p;
}

/** Of two subjects the one beside the verb: in 'all of this, he said' the parser may take what is said for another. */
const nearest = (subjects: readonly number[], verb: number): number | null =>
  subjects.length < 2 ? null : subjects.reduce((a, b) => (Math.abs(b - verb) < Math.abs(a - verb) ? b : a));

/** The subject of the word of saying at `verb`; the name before an apposition; both where two speak together. */
export function speakersAt(sentence: Sentence, verb: number, kind: SayingKind, codebook: Codebook): Phrase[] {
  const { tree } = sentence;
  const subject = nearest(tree.under(verb, "nsubj"), verb) ?? tree.subject(verb);
  const found: Phrase[] = [];
  for (const token of subject === null ? [] : tree.row(subject)) {
    // 'No group claimed responsibility': nobody said so.
    if (tree.under(token, "det").some((d) => /^(no|neither|none)$/.test(tree.lower(d)))) continue;
    const p = phraseAt(sentence, token, () => false, codebook);
    const own = p && unnamed(inPerson(sentence, token, p), tree.words[token]!.xpos);
    const speaker = own && writerOf(sentence, own, kind, codebook);
    if (speaker && canSpeak(speaker, kind, codebook) && !found.includes(speaker)) found.push(speaker);
  }
  if (subject !== null || !sentence.tags[verb]!.finite) return found;
  const alone = beforeComma(sentence, verb);
  return alone && canSpeak(alone, kind, codebook) ? [alone] : [];
}

/** The tokens of a speaker with the article before him. */
export function withArticle(sentence: Sentence, p: Phrase, codebook: Codebook): number {
  let k = p.from;
  while (k > 0 && is(codebook.grammar, "determiners", sentence.words[k - 1])) k--;
  return k;
}
