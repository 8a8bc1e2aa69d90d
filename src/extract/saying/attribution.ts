// Who says so: the chains of sources in a sentence and the tokens that each covers - 'X said that ...', '..., said X',
// 'according to X', 'X told AFP'. Carried over to the next sentence only where a quotation or a pronoun carries it.
import type { Codebook } from "../../codebook/load.ts";
import { matchSteps } from "../../codebook/patterns.ts";
import type { Saying, SayingKind } from "../../codebook/sayings.ts";
import { groupStart } from "../arguments.ts";
import type { Phrase } from "../parties/phrases.ts";
import { clauseAt, type Sentence } from "../sentence.ts";
import { is, isMark } from "../tags.ts";
import { canSpeak, speakersAt, withArticle } from "./speakers.ts";

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

function sayingAt(sentence: Sentence, i: number, codebook: Codebook): Saying | null {
  const tag = sentence.tags[i];
  if (!tag) return null;
  for (const saying of codebook.sayings.byVerb.get(tag.lemma) ?? [])
    if (matchSteps(sentence.words, i + 1, saying.steps, 1) >= 0) return saying;
  return null;
}

const textAfter = (sentence: Sentence, i: number): number => {
  let words = 0;
  for (let k = i; k < sentence.words.length; k++) if (!isMark(sentence.words[k])) words++;
  return words;
};

function fromVerb(sentence: Sentence, i: number, saying: Saying, codebook: Codebook): Attribution | null {
  const { words, tags } = sentence;
  const tag = tags[i]!;
  if (tag.passive && saying.kind !== "quoted") return saidBy(sentence, i, saying, codebook);
  const clauseIndex = clauseAt(sentence, i);
  const clause = sentence.clauses[clauseIndex]!;
  const start = groupStart(sentence, i, codebook);
  // 'in order to prepare', 'did not say whether': nothing is said.
  if (tag.form === "base" && !tag.finite && words[i - 1] === "to") return null;
  if (words.slice(start, i).some((w) => is(codebook.grammar, "negators", w) || /n't$/.test(w))) return null;
  const closes = /^["”“,]$/.test(words[start - 1] ?? "") || /^["”“]$/.test(words[start - 2] ?? "");
  const right = sentence.phrases.find(
    (p) =>
      p.from > i &&
      p.from <= i + 3 &&
      p.preposition === null &&
      canSpeak(p, saying.kind, codebook) &&
      words.slice(i + 1, p.from).every((w) => is(codebook.grammar, "determiners", w) && w !== "that") &&
      !goesOn(sentence, p.to),
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
  let sources = speakersAt(sentence, i, saying.kind, codebook);
  if (!sources.length) return null;
  const addressee = /^(tell|inform|tweet|post)$/.test(tag.lemma)
    ? sentence.phrases.find((p) => p.from > i && p.from <= i + 4 && p.preposition === null)
    : undefined;
  if (
    addressee &&
    (addressee.actor?.kind === "agency" || addressee.actor?.kind === "outlet" || addressee.sort === "source")
  )
    sources = [...sources, addressee];
  const told = addressee ? addressee.to : i + 1;
  // 'said in a statement late on Sunday that': what is said begins behind 'that'.
  const that = words.slice(told, told + 10).indexOf("that");
  const inset = that > 0 && !words.slice(told, told + that).some((w, k) => tags[told + k] || isMark(w));
  const tail = inset ? told + that : told;
  const after = textAfter(sentence, tail);
  const opens = words.slice(tail, tail + 2).some((w) => /^["“:]$/.test(w)) || words[tail] === "that";
  const leads = withArticle(sentence, sources[0]!, codebook);
  const before = words.slice(0, Math.min(leads, i)).filter((w) => !isMark(w)).length;
  const commaBefore = /^[,"”“]$/.test(words[leads - 1] ?? "");
  const end = closesAt(sentence, tail);
  // ', the SOHR said,' and 'a district the Observatory said': a full clause stands before the speaker and is what he says.
  const closed = commaBefore && end > 0 && words[end] === ",";
  const reaches =
    sources.length > 0 && !words.slice(sources[0]!.to, start).some((w, k) => isMark(w) || tags[sources[0]!.to + k]);
  const toldBefore = reaches && !opens && tellsBefore(sentence, leads, codebook);
  const quoted = /^["”]$/.test(words[leads - 1] ?? "") && leads > 1;
  // 'A day after the president said so, ...': his words end with the clause.
  const aside = is(codebook.grammar, "subordinators", words[leads - 1]);
  const comma = words.indexOf(",", tail);
  const isTail =
    !opens &&
    before >= 3 &&
    ((commaBefore && after < 8) ||
      after < 4 ||
      closed ||
      quoted ||
      (toldBefore && commaBefore === false) ||
      (commaBefore && sentence.clauses[clauseIndex]!.kind === "main" && clause.from > 0 && after < 10));
  // 'a report that the ministry denied': what stands before is what another said; the denial points back to it.
  const content: [number, number] =
    isTail && saying.kind === "denied"
      ? [i + 1, i + 1]
      : isTail
        ? [0, closed && runsOn(sentence, end + 1, codebook) ? words.length : Math.max(1, leads)]
        : [tail, aside && comma > 0 ? comma : words.length];
  return { sources, kind: saying.kind, cue: [i, i + 1], content, rule: isTail ? "said-after" : "said-before" };
}

/** Whether the phrase that ends at `k` has a verb of its own: 'said Russian jets struck' is no speech of jets. */
function goesOn(sentence: Sentence, k: number): boolean {
  for (let i = k; i < Math.min(sentence.words.length, k + 4); i++) {
    if (sentence.tags[i]?.finite) return true;
    if (isMark(sentence.words[i])) return false;
  }
  return false;
}

/** The mark that closes a short insertion after the word of saying; 0 where a verb or too many words come before it. */
function closesAt(sentence: Sentence, from: number): number {
  for (let k = from; k < Math.min(sentence.words.length, from + 8); k++) {
    if (isMark(sentence.words[k]) && /^[,.;]$/.test(sentence.words[k]!)) return k;
    if (sentence.tags[k] || sentence.words[k] === "that") return 0;
  }
  return 0;
}

/** A finite verb stands between the last 'and' or mark and the speaker, who follows without one. */
function tellsBefore(sentence: Sentence, leads: number, codebook: Codebook): boolean {
  if (is(codebook.grammar, "coordinators", sentence.words[leads - 1]) || isMark(sentence.words[leads - 1]))
    return false;
  if (is(codebook.grammar, "prepositions", sentence.words[leads - 1])) return false;
  if (is(codebook.grammar, "relatives", sentence.words[leads - 1])) return false;
  if (is(codebook.grammar, "subordinators", sentence.words[0])) return false;
  for (let k = leads - 1; k > 0; k--) {
    if (isMark(sentence.words[k]) || is(codebook.grammar, "coordinators", sentence.words[k])) return false;
    const tag = sentence.tags[k];
    if (tag?.finite) return k < leads - 1 && !codebook.sayings.byVerb.has(tag.lemma);
  }
  return false;
}

/** What follows the insertion is still said: no account of what was said ('a report that'), no second speaker. */
function runsOn(sentence: Sentence, from: number, codebook: Codebook): boolean {
  for (let k = from; k < sentence.words.length; k++) {
    if (RETOLD.test(sentence.words[k]!) && k - from < 3) return false;
    const tag = sentence.tags[k];
    if (tag && codebook.sayings.byVerb.has(tag.lemma)) return false;
  }
  return true;
}
const RETOLD = /^(reports?|claims?|accounts?|allegations?|statements?|accusations?|charges?)$/;

/** 'was announced by Russia', 'a claim denied by the army': the one behind 'by' says what stands before. */
function saidBy(sentence: Sentence, i: number, saying: Saying, codebook: Codebook): Attribution | null {
  if (!/^(said|announced|claimed|denied|warned)$/.test(saying.kind) || sentence.words[i + 1] !== "by") return null;
  const source = sentence.phrases.find((p) => p.from > i && p.from <= i + 4 && p.preposition === "by" && !p.modifier);
  if (!source || !canSpeak(source, saying.kind, codebook)) return null;
  return {
    sources: [source],
    kind: saying.kind,
    cue: [i, i + 2],
    content: saying.kind === "denied" ? [i, i] : [0, i],
    rule: "said-passive",
  };
}

function accordingTo(sentence: Sentence, i: number, codebook: Codebook): Attribution | null {
  const { words } = sentence;
  if (!(words[i] === "according" && words[i + 1] === "to") && !(words[i] === "citing")) return null;
  const at = words[i] === "citing" ? i + 1 : i + 2;
  const source = sentence.phrases.find((p) => p.from >= at && p.from <= at + 6);
  if (!source || !canSpeak(source, "quoted", codebook)) return null;
  // 'citing conditions in Syria' cites no state.
  if (words[i] === "citing" && words.slice(at, source.from).some((w) => is(codebook.grammar, "prepositions", w)))
    return null;
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
    const according = accordingTo(sentence, i, codebook) ?? reportsThat(sentence, i);
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
