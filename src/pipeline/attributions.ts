// Who says what in a text, as spans: the one who speaks, the words of speaking and what is said, for all that people say,
// think, want or reject. Read off the trees of the language core and the verbs of sayings.tsv, so that any English text will
// do. Which claim rests on whose word is not decided here but in extract/saying, which asks the codebook who can speak.
import type { Sayings } from "../codebook/sayings.ts";
import type { Language } from "../language/language.ts";
import { Clauses } from "../language/syntax/clauses.ts";
import type { Sentence } from "../language/types.ts";
import { type Span, span } from "../model/index.ts";

export interface Said {
  readonly source: Span;
  /** The verb, "according" or mark by which the source speaks. */
  readonly cue: Span;
  /** Null where the words said are not beside it. */
  readonly content: Span | null;
  /** verb: its subject speaks; shared, participle: that of the verb it is joined to or hangs on. */
  readonly rule: "verb" | "shared" | "participle" | "according-to" | "label" | "signed";
}

/**
 * What a verb of saying is to its subject: speech, which is his also where another sentence names him ("he warned, adding
 * that"), or a thought, a wish, praise or blame, which stand in their object; null for any other verb.
 */
function saidBy(sayings: Sayings, lemma: string): "speech" | "thought" | null {
  const rows = sayings.byVerb.get(lemma);
  if (!rows) return null;
  return rows.some(({ kind, firm }) => SPOKEN.has(kind) && (firm || kind === "claimed")) ? "speech" : "thought";
}
const SPOKEN = new Set(["said", "announced", "claimed", "warned", "vowed", "urged", "held"]);

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}`;
const LABEL = new RegExp(String.raw`^(?<before>["“'\s]*)(?<name>${NAME}):\s+\S`, "u");
const SIGNED = new RegExp(
  String.raw`^(?<before>|.*[.!?…]["”’']*\s*)(?<mark>[―—–-]{1,2}\s*)(?<name>${NAME})\.?\s*$`,
  "u",
);
const SUBJECT = ["nsubj", "nsubj:pass"] as const;
const PHRASE = words("det amod compound flat nmod:poss nummod goeswith fixed");

/** The words of a noun phrase without what follows it. */
function phrase(clauses: Clauses, head: number): Span {
  let [first, last] = [head, head];
  const walk = (at: number): void => {
    for (const child of clauses.under(at)) {
      const { relation } = clauses.words[child]!;
      if (!PHRASE.has(relation) && !(relation === "case" && at !== head)) continue;
      first = Math.min(first, child);
      last = Math.max(last, child);
      walk(child);
    }
  };
  walk(head);
  return span(clauses.words[first]!.start, clauses.words[last]!.end);
}

/** Everything that hangs on a word. */
function whole(clauses: Clauses, top: number): Span {
  let [first, last] = [top, top];
  for (let i = 0; i < clauses.words.length; i++)
    if (clauses.holds(top, i)) {
      first = Math.min(first, i);
      last = Math.max(last, i);
    }
  return span(clauses.words[first]!.start, clauses.words[last]!.end);
}

/** For each word whether it stands in quotation marks, and whether the quotation is still open behind the sentence. */
function quoted(
  { words }: Sentence,
  text: string,
  open: boolean,
): { readonly inside: readonly boolean[]; readonly open: boolean } {
  let now = open;
  const inside = words.map(({ form, start }) => {
    if (!/^(?:["“”]|``|'')$/.test(form)) return now;
    // A straight mark opens where nothing but a blank or bracket stands before it.
    now = form === "“" || form === "``" || (form !== "”" && !/[^\s([—–-]/.test(text[start - 1] ?? " "));
    return false;
  });
  return { inside, open: now };
}

/** Of two, the one beside the verb: in "all of this, he acknowledges" the parser may take what is said for another. */
function nearestSubject(clauses: Clauses, verb: number): number | null {
  const subjects = clauses.under(verb, ...SUBJECT);
  return [...subjects].sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0] ?? null;
}

/** Who speaks by a verb, and how that was read; null where nobody is named. */
function speaker(clauses: Clauses, verb: number, speech: boolean): readonly [number, Said["rule"]] | null {
  if (clauses.passive(verb)) {
    const agent = clauses.first(verb, "obl:agent");
    return agent === null ? null : [agent, "verb"];
  }
  const own = nearestSubject(clauses, verb);
  if (own !== null) return [own, "verb"];
  if (!speech) return null;
  const shared = clauses.subject(verb);
  if (shared === null) return null;
  return [shared, clauses.words[verb]!.xpos === "VBG" ? "participle" : "shared"];
}

function content(clauses: Clauses, verb: number): Span | null {
  const below = clauses.first(verb, "ccomp", "parataxis", "xcomp", "obj", "obl");
  if (below !== null) return whole(clauses, below);
  const { head } = clauses.words[verb]!;
  return head < 0 ? null : whole(clauses, head);
}

/** Whether a verb stands in what somebody is said to say: his wishes are then told as part of it. */
function reported(clauses: Clauses, verb: number, sayings: Sayings): boolean {
  const speech = (at: number): boolean => saidBy(sayings, clauses.words[at]!.lemma.toLowerCase()) === "speech";
  for (let at = verb; at >= 0; at = clauses.words[at]!.head) {
    const { relation, head } = clauses.words[at]!;
    if (head >= 0 && relation === "ccomp" && speech(head)) return true;
    if (clauses.under(at, "parataxis").some(speech)) return true;
  }
  return false;
}

/** "According to the army". */
function fromPhrases(clauses: Clauses, inside: readonly boolean[]): Said[] {
  return clauses.words.flatMap((word, at): Said[] => {
    if (inside[at] || clauses.lower(at) !== "according") return [];
    const below = clauses.first(at, "obl", "nmod", "obj");
    const head = below ?? (word.head > at ? word.head : null);
    if (head === null) return [];
    const all = span(clauses.words[0]!.start, clauses.words.at(-1)!.end);
    return [{ source: phrase(clauses, head), cue: span(word.start, word.end), content: all, rule: "according-to" }];
  });
}

/** "Pence: we will win" at the beginning of a line, and "― Pamela Padilla" below or behind a quotation. */
function fromMarks(text: string): Said[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }): Said[] => {
    const label = LABEL.exec(line)?.groups;
    const signed = SIGNED.exec(line)?.groups;
    const found: Said[] = [];
    if (label) {
      const from = index + label.before!.length;
      const to = from + label.name!.length;
      const all = index + line.length;
      found.push({ source: span(from, to), cue: span(to, to + 1), content: span(to + 1, all), rule: "label" });
    }
    if (signed) {
      const mark = index + signed.before!.length;
      const from = mark + signed.mark!.length;
      const source = span(from, from + signed.name!.length);
      found.push({
        source,
        cue: span(mark, mark + 1),
        content: mark > index ? span(index, mark) : null,
        rule: "signed",
      });
    }
    return found;
  });
}

function fromVerbs(clauses: Clauses, inside: readonly boolean[], sayings: Sayings): Said[] {
  return clauses.words.flatMap((word, verb): Said[] => {
    const lemma = word.lemma.toLowerCase();
    const said = saidBy(sayings, lemma);
    if (inside[verb] || word.upos !== "VERB" || said === null) return [];
    const speech = said === "speech";
    const found = speaker(clauses, verb, speech);
    if (!found || inside[found[0]] || (!speech && reported(clauses, verb, sayings))) return [];
    const [source, rule] = found;
    const cue = span(word.start, word.end);
    return [{ source: phrase(clauses, source), cue, content: content(clauses, verb), rule }];
  });
}

/** Everything that somebody is said to say, in order of the words of saying. */
export function attributionsOf(text: string, language: Language, sayings: Sayings): Said[] {
  let open = false;
  let last = 0;
  const told = language.read(text).flatMap((sentence) => {
    if (/\n/.test(text.slice(last, sentence.start))) open = false;
    last = sentence.end;
    const marks = quoted(sentence, text, open);
    open = marks.open;
    const clauses = new Clauses(sentence);
    return [...fromVerbs(clauses, marks.inside, sayings), ...fromPhrases(clauses, marks.inside)];
  });
  return [...told, ...fromMarks(text)].sort((a, b) => a.cue[0] - b.cue[0]);
}
