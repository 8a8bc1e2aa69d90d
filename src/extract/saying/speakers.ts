// Who can be meant by the subject of a word of saying: somebody who speaks. Aircraft, the dead and counted crowds do not;
// 'a plane spotter' does, though no list has the word. Which words are said is in attribution.ts.
import type { Codebook } from "../../codebook/load.ts";
import type { SayingKind } from "../../codebook/sayings.ts";
import { groupStart, subjectOf } from "../arguments.ts";
import type { Phrase } from "../parties/phrases.ts";
import { type Sentence, spanOf } from "../sentence.ts";
import { is, isMark } from "../tags.ts";

const SPEAKS = new Set(["person", "organisation", "state", "source", "force", "group"]);
const CROWD =
  /^(?:\d|few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|(?:several |many |some |a few )?(?:dozens?|scores|hundreds?|thousands?|millions?)\b)/i;
/** Whom one counts to say how many were hurt, taken or sent. */
const COUNTED = /^(people|persons?|civilians?|m[ae]n|wom[ae]n|soldiers?|troops|fighters?|militants?|members?|others)$/;

/** Whether a phrase names somebody who can say, deny or announce; what only shows speaks by the words for showing alone. */
export function canSpeak(p: Phrase, kind: SayingKind, codebook: Codebook): boolean {
  const g = codebook.grammar;
  if (!SPEAKS.has(p.sort)) return false;
  const last = p.name.toLowerCase().split(" ").at(-1)!;
  if (p.sort !== "person" && g.mute.has(last)) return false;
  if (p.head && !p.actor && COUNTED.test(last) && CROWD.test(p.name)) return false;
  return !(/^(images?|videos?|footage)$/.test(last) && kind !== "seen" && kind !== "quoted");
}

const SPOKEN = /^(say|tell|add|explain|report|confirm|recall|note|warn)$/;
const UNKNOWN = new Set(["a", "an", "another", "one"]);

/** 'a plane spotter said', 'another trader in the market told': a speaker by his article alone, where no list has the noun. */
function unnamed(sentence: Sentence, verb: number, start: number, codebook: Codebook): Phrase | null {
  const { words, texts, tags, passage } = sentence;
  const g = codebook.grammar;
  if (!SPOKEN.test(tags[verb]!.lemma)) return null;
  for (let k = start - 2; k >= Math.max(0, start - 7); k--) {
    if (isMark(words[k]) || tags[k] || is(g, "pronouns", words[k])) return null;
    if (!UNKNOWN.has(words[k]!)) continue;
    if (k > 0 && !isMark(words[k - 1]) && !is(g, "coordinators", words[k - 1])) return null;
    let end = k + 1;
    while (end < start && !is(g, "prepositions", words[end])) end++;
    const noun = words[end - 1]!;
    if (end === k + 1 || end - k > 4 || !/(er|or|ist|man|woman|ian|ant|ee|yer|ess|aker)$/.test(noun)) return null;
    if (sentence.phrases.some((p) => p.from < end && p.to >= end && p.head)) return null;
    const at = spanOf(passage, k + 1, end);
    return {
      at,
      from: k + 1,
      to: end,
      name: texts.slice(k + 1, end).join(" "),
      actor: null,
      sort: "person",
      head: null,
      rule: "unnamed-speaker",
      preposition: null,
      modifier: false,
      also: [],
    };
  }
  return null;
}

/** The subject of the word of saying at `verb`; the name before an apposition; both where two speak together. */
export function speakersAt(sentence: Sentence, verb: number, kind: SayingKind, codebook: Codebook): Phrase[] {
  const { words } = sentence;
  const start = groupStart(sentence, verb, codebook);
  const speaks = (p: Phrase): boolean => canSpeak(p, kind, codebook);
  const nobody = unnamed(sentence, verb, start, codebook);
  if (nobody) return [nobody];
  // 'entered Damascus and declared': what stands before 'and' was done to; the one who speaks did that, too.
  if (/^(and|but|or)$/.test(words[start - 1] ?? ""))
    for (let k = start - 2; k >= 0; k--)
      if (sentence.tags[k]?.finite) {
        const same = subjectOf(sentence, k, codebook).filter(speaks);
        if (same.length) return same;
        break;
      }
  const found = subjectOf(sentence, verb, codebook).filter(speaks);
  if (words[start - 1] === ",") {
    // Phrases that a comma closes, free of prepositions: the name, and what is said of it between the commas.
    const closed = sentence.phrases.filter(
      (p) => p.to < start && words[p.to] === "," && !p.modifier && p.preposition === null && speaks(p),
    );
    const touching = closed.find((p) => p.to === start - 1 && p.sort === "person");
    const name =
      touching ??
      closed.filter((p) => p.to < start - 1).find((p) => p.sort === "person") ??
      closed.filter((p) => p.to < start - 1).at(-1);
    if (name) return [name];
  }
  if (!found.length) {
    // 'activists in the town reported', 'both sides have both denied': the nearest that stands free, nothing told in between.
    const near = sentence.phrases.filter(
      (p) => p.to <= start && start - p.to <= 6 && !p.modifier && p.preposition === null && speaks(p),
    );
    const last = near.at(-1);
    return last && !words.slice(last.to, start).some((w, k) => isMark(w) || sentence.tags[last.to + k]) ? [last] : [];
  }
  const [one] = found;
  // 'a spokesman, Rupert Colville,' and 'the SOHR director Rami Abdel Rahman': the person is the one who speaks.
  const person = found.find((p) => p.sort === "person");
  if (person && one !== person && one!.head?.group === "officials")
    return [{ ...person, from: Math.min(person.from, one!.from), also: [...person.also, one!.name] }];
  return found.length > 1 && words.slice(found[0]!.to, found[1]!.from).includes("and") ? found : [one!];
}

/** The tokens of a speaker with the article before him. */
export function withArticle(sentence: Sentence, p: Phrase, codebook: Codebook): number {
  let k = p.from;
  while (k > 0 && is(codebook.grammar, "determiners", sentence.words[k - 1])) k--;
  return k;
}
