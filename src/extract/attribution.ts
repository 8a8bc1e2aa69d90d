// Who says so: the chains of sources in a sentence and the tokens that each covers - 'X said that ...', '..., said X',
// 'according to X', 'X told AFP'. Carried over to the next sentence only where a quotation or a pronoun carries it.
import type { Codebook } from "../codebook/load.ts";
import { matchSteps } from "../codebook/patterns.ts";
import type { Saying, SayingKind } from "../codebook/sayings.ts";
import { groupStart, subjectOf } from "./arguments.ts";
import type { Phrase } from "./phrases.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { is, isMark } from "./tags.ts";

export interface Attribution {
  /** From the one who knows to the one who passed it on. */
  readonly sources: readonly Phrase[];
  readonly kind: SayingKind;
  /** Tokens of the words of saying, half-open: verb or 'according to'. */
  readonly cue: readonly [from: number, to: number];
  /** Tokens that are said, half-open. */
  readonly content: readonly [from: number, to: number];
  readonly rule: string;
}

const SPEAKS = new Set(["person", "organisation", "state", "source", "force", "group"]);

function sayingAt(sentence: Sentence, i: number, codebook: Codebook): Saying | null {
  const tag = sentence.tags[i];
  if (!tag) return null;
  for (const lemma of tag.lemmas)
    for (const saying of codebook.sayings.byVerb.get(lemma) ?? [])
      if (matchSteps(sentence.words, i + 1, saying.steps, 1) >= 0) return saying;
  return null;
}

/** 'Ahmad Al-Hussein, a media activist in Deir az-Zour, told': the name before the apposition. */
function speaker(sentence: Sentence, verb: number, codebook: Codebook): Phrase[] {
  const found = subjectOf(sentence, verb, codebook).filter((p) => SPEAKS.has(p.sort));
  const start = groupStart(sentence, verb, codebook);
  if (sentence.words[start - 1] === ",") {
    // Phrases that a comma closes, free of prepositions: the name, and what is said of it between the commas.
    const closed = sentence.phrases.filter(
      (p) =>
        p.to < start && sentence.words[p.to] === "," && !p.modifier && p.preposition === null && SPEAKS.has(p.sort),
    );
    const touching = closed.find((p) => p.to === start - 1 && p.sort === "person");
    const name =
      touching ??
      closed.filter((p) => p.to < start - 1).find((p) => p.sort === "person") ??
      closed.filter((p) => p.to < start - 1).at(-1);
    if (name) return [name];
  }
  if (!found.length) return [];
  const [one] = found;
  // 'a spokesman, Rupert Colville,' and 'the SOHR director Rami Abdel Rahman': the person is the one who speaks.
  const person = found.find((p) => p.sort === "person");
  if (person && one !== person && one!.head?.group === "officials")
    return [{ ...person, also: [...person.also, one!.name] }];
  return found.length > 1 && sentence.words.slice(found[0]!.to, found[1]!.from).includes("and") ? found : [one!];
}

const textAfter = (sentence: Sentence, i: number): number => {
  let words = 0;
  for (let k = i; k < sentence.words.length; k++) if (!isMark(sentence.words[k])) words++;
  return words;
};

function fromVerb(sentence: Sentence, i: number, saying: Saying, codebook: Codebook): Attribution | null {
  const { words, tags } = sentence;
  const tag = tags[i]!;
  if (tag.passive && saying.kind !== "quoted") return null;
  const clauseIndex = clauseAt(sentence, i);
  const clause = sentence.clauses[clauseIndex]!;
  const start = groupStart(sentence, i, codebook);
  const closes = /^["”“,]$/.test(words[start - 1] ?? "") || /^["”“]$/.test(words[start - 2] ?? "");
  const right = sentence.phrases.find(
    (p) =>
      p.from > i &&
      p.from <= i + 3 &&
      p.preposition === null &&
      words.slice(i + 1, p.from).every((w) => is(codebook.grammar, "determiners", w) && w !== "that"),
  );
  // '", said X' and ', said X': the speaker stands behind.
  const leftOwn = sentence.phrases.some(
    (p) => p.to <= start && p.from >= clause.from && !p.modifier && p.preposition === null,
  );
  if (
    right &&
    start === i &&
    (closes || clause.from === i || (!leftOwn && i > 0)) &&
    !leftOwn &&
    i > 0 &&
    tag.form !== "ing" &&
    /^(said|says|told|added|reported|wrote|according|explained|warned|stated|confirmed|noted|stressed|claimed|announced|continued|insisted|tweeted)$/.test(
      words[i]!,
    )
  ) {
    const person = sentence.phrases.find((p) => p.from >= right.to && p.from - right.to <= 1 && p.sort === "person");
    const told = sentence.phrases.find(
      (p) => p.from >= right.to && p.sort === "source" && words.slice(right.to, p.from).includes("told"),
    );
    return {
      sources: [person ?? right, ...(told ? [told] : [])],
      kind: saying.kind,
      cue: [i, i + 1],
      content: [0, i],
      rule: "said-by",
    };
  }
  let sources = speaker(sentence, i, codebook);
  if (!sources.length) return null;
  const addressee = /^(tell|inform|tweet|post)$/.test(tag.lemma)
    ? sentence.phrases.find((p) => p.from > i && p.from <= i + 4 && p.preposition === null)
    : undefined;
  if (
    addressee &&
    (addressee.actor?.kind === "agency" || addressee.actor?.kind === "outlet" || addressee.sort === "source")
  )
    sources = [...sources, addressee];
  const tail = addressee ? addressee.to : i + 1;
  const after = textAfter(sentence, tail);
  const opens = words.slice(tail, tail + 2).some((w) => /^["“:]$/.test(w)) || words[tail] === "that";
  const leads = sources[0]!.from;
  const before = words.slice(0, Math.min(leads, i)).filter((w) => !isMark(w)).length;
  const commaBefore = (() => {
    let k = leads - 1;
    while (k >= 0 && (is(codebook.grammar, "determiners", words[k]) || (!isMark(words[k]) && leads - k < 4))) k--;
    return k >= 0 && /^[,"”“]$/.test(words[k]!);
  })();
  const isTail =
    !opens &&
    before >= 3 &&
    ((commaBefore && after < 8) ||
      after < 4 ||
      (commaBefore && sentence.clauses[clauseIndex]!.kind === "main" && clause.from > 0 && after < 10));
  const content: [number, number] = isTail ? [0, Math.max(1, leads)] : [tail, words.length];
  return { sources, kind: saying.kind, cue: [i, i + 1], content, rule: isTail ? "said-after" : "said-before" };
}

function accordingTo(sentence: Sentence, i: number): Attribution | null {
  const { words } = sentence;
  if (!(words[i] === "according" && words[i + 1] === "to") && !(words[i] === "citing")) return null;
  const at = words[i] === "citing" ? i + 1 : i + 2;
  const source = sentence.phrases.find((p) => p.from >= at && p.from <= at + 6);
  if (!source) return null;
  const second = sentence.phrases.find((p) => p.from >= source.to && p.from - source.to <= 1 && p.sort === "person");
  return {
    sources: [second ?? source],
    kind: "said",
    cue: [i, i + 2],
    content: [0, words.length],
    rule: "according-to",
  };
}

/** 'Reports that ...': nobody is named, and it is said all the same. */
function reportsThat(sentence: Sentence, i: number): Attribution | null {
  if (sentence.words[i + 1] !== "that" || !/^(reports?|rumou?rs)$/.test(sentence.words[i]!)) return null;
  const source = sentence.phrases.find((p) => p.from <= i && i < p.to);
  return source
    ? {
        sources: [source],
        kind: "said",
        cue: [i, i + 1],
        content: [i + 2, sentence.words.length],
        rule: "reports-that",
      }
    : null;
}

/** Every attribution of the sentence, in order of its words of saying. */
export function findAttributions(sentence: Sentence, codebook: Codebook): Attribution[] {
  const found: Attribution[] = [];
  for (let i = 0; i < sentence.words.length; i++) {
    const according = accordingTo(sentence, i) ?? reportsThat(sentence, i);
    if (according) found.push(according);
    const saying = sayingAt(sentence, i, codebook);
    if (!saying) continue;
    const attribution = fromVerb(sentence, i, saying, codebook);
    if (attribution) found.push(attribution);
  }
  // 'AFP reported that according to a war monitor': the monitor knows, AFP passes it on.
  const nested = found.map((a) => {
    const outer =
      a.rule === "according-to" &&
      found.find((b) => b.rule === "said-before" && a.cue[0] >= b.content[0] && a.cue[0] - b.content[0] <= 2);
    return outer ? { ...a, content: [outer.content[0] + 1, a.content[1]] as const } : a;
  });
  // What the first speaker says ends where a second one begins behind 'but' or a full clause of his own.
  return nested.map((a, n) => {
    const next = nested
      .slice(n + 1)
      .find(
        (b) =>
          b.rule === "said-before" &&
          b.cue[0] > a.content[0] &&
          sentence.words.slice(a.content[0], b.cue[0]).some((w) => /^(but|while|though|although)$/.test(w)),
      );
    return next && a.rule === "said-before"
      ? { ...a, content: [a.content[0], Math.min(a.content[1], next.sources[0]!.from)] as const }
      : a;
  });
}

/** The chain for a token: inner speakers first, each named once. */
export function chainAt(attributions: readonly Attribution[], token: number): Attribution[] {
  return attributions
    .filter((a) => a.content[0] <= token && token < a.content[1])
    .sort((a, b) => a.content[1] - a.content[0] - (b.content[1] - b.content[0]) || b.cue[0] - a.cue[0]);
}
