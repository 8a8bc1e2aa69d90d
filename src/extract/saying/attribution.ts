// Who says so: the chains of sources in a sentence and the tokens that each covers - 'X said that ...', '..., said X',
// 'according to X', 'X told AFP'. Carried over to the next sentence only where a quotation or a pronoun carries it.
import type { Codebook } from "../../codebook/load.ts";
import { matchSteps } from "../../codebook/patterns.ts";
import type { Saying, SayingKind } from "../../codebook/sayings.ts";
import type { Clauses as Tree } from "../../language/syntax/clauses.ts";
import { negatorOf } from "../negation.ts";
import type { Phrase } from "../parties/phrases.ts";
import { clauseAt, type Sentence } from "../sentence.ts";
import { is } from "../tags.ts";
import { canSpeak, speakersAt, withArticle, writerOf } from "./speakers.ts";

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
  // What somebody holds is nobody's report.
  for (const saying of codebook.sayings.byVerb.get(tag.lemma) ?? [])
    if (saying.kind !== "held" && matchSteps(sentence.words, i + 1, saying.steps, 1) >= 0) return saying;
  return null;
}

/** From the first to behind the last token that hangs on `top`, the branch at `without` left out; null where nothing is left. */
function hull(tree: Tree, top: number, without = -1): readonly [from: number, to: number] | null {
  let from = -1;
  let to = -1;
  for (let k = 0; k < tree.words.length; k++) {
    if (!tree.holds(top, k) || (without >= 0 && tree.holds(without, k))) continue;
    if (from < 0) from = k;
    to = k + 1;
  }
  return from < 0 ? null : [from, to];
}

/** What a word of saying takes: the clauses below it, or the one that it is an aside of. */
function said(tree: Tree, verb: number): (readonly [number, number])[] {
  const below = tree
    .under(verb, "ccomp", "xcomp", "parataxis", "advcl")
    .filter((c) => tree.words[c]!.relation !== "advcl" || tree.introduced(c, DEED));
  const parts = below.flatMap((c) => [hull(tree, c)!]);
  if (parts.some(([from]) => from >= 0) && tree.has(verb, "ccomp", "xcomp")) return parts;
  const { relation, head } = tree.words[verb]!;
  if (parts.length) return parts;
  if (relation === "parataxis" || (relation === "advcl" && tree.introduced(verb, AS) && !tree.has(verb, "obj"))) {
    const beside = hull(tree, head, verb);
    if (beside) return [beside];
  }
  // 'said in a statement carried by the agency that ...'
  const further = tree.words.findIndex(
    (w, k) =>
      k > verb &&
      w.relation === "ccomp" &&
      tree.introduced(k, THAT) &&
      tree.under(verb, "obl").some((o) => tree.holds(o, k)),
  );
  if (further >= 0) return [hull(tree, further)!];
  // 'puts the death toll at 400'
  const toll = tree.under(verb, "obj").some((k) => /^(toll|number|figure|total|dead)$/.test(tree.lower(k)));
  const at = tree.under(verb, "obl").find((k) => tree.introduced(k, AT));
  return toll && at !== undefined ? [[verb, hull(tree, at)![1]]] : [];
}
const DEED = new Set(["of", "for"]);
const AS = new Set(["as"]);
const AT = new Set(["at"]);
const THAT = new Set(["that"]);

/** An agency or a paper that the words were given to: 'told Reuters', 'said in an interview with CBS'. */
function toldTo(sentence: Sentence, verb: number): Phrase | null {
  const { tree } = sentence;
  const told = /^(tell|inform)$/.test(sentence.tags[verb]!.lemma) ? tree.first(verb, "iobj", "obj") : null;
  const interview = tree
    .under(verb, "obl")
    .find((k) => /^(interview|statement|comment|remark|email|message)/.test(tree.lower(k)));
  const given =
    interview === undefined ? null : (tree.under(interview, "nmod").find((k) => tree.introduced(k, GIVEN)) ?? null);
  for (const k of [told, given]) {
    const p = k === null ? undefined : sentence.phrases.find((q) => q.from <= k && k < q.to);
    if (p && (p.actor?.kind === "agency" || p.actor?.kind === "outlet" || (k === told && p.sort === "source")))
      return p;
  }
  return null;
}
const GIVEN = new Set(["with", "to"]);

/** 'Reuters, quoting officials, said': the officials know, Reuters passes it on. */
function quotedBy(sentence: Sentence, speaker: Phrase, kind: SayingKind, codebook: Codebook): Phrase[] {
  const { tree } = sentence;
  for (let k = speaker.from; k < speaker.to; k++)
    for (const quoting of tree.under(k, "acl", "advcl"))
      if (/^(quote|cite)$/.test(tree.words[quoting]!.lemma)) {
        const object = tree.object(quoting);
        const p = object === null ? undefined : sentence.phrases.find((q) => q.from <= object && object < q.to);
        if (p && canSpeak(p, kind, codebook)) return [p];
      }
  return [];
}

/**
 * '..., X said on Monday.' at the end of a sentence, whose commas scraped text has often lost, and ', X said, ...' between commas:
 * X is whoever stands right before.
 */
function closing(sentence: Sentence, i: number, saying: Saying, codebook: Codebook): Attribution | null {
  const { words, tags, phrases } = sentence;
  if (!/^(say|report|add|confirm|tell|announce|note|write)$/.test(tags[i]!.lemma) || tags[i]!.form === "ing")
    return null;
  const start = words[i - 1] === "have" || words[i - 1] === "has" ? i - 1 : i;
  const lead = phrases.find((p) => p.to === start && p.preposition === null && canSpeak(p, saying.kind, codebook));
  const leads = lead ? withArticle(sentence, lead, codebook) : 0;
  if (!lead || leads < 4 || !tags.slice(0, leads).some(Boolean)) return null;
  const before = words[leads - 1]!;
  if (/^(that|and|but|as|after|while|what|which|who|:)$/.test(before)) return null;
  let end = i + 1;
  while (end < words.length && words[end] !== "," && !tags[end] && words[end] !== "that" && end - i <= 7) end++;
  const ends = end >= words.length || (/^[.!?]$/.test(words[end - 1]!) && end === words.length);
  if (!ends && !(words[end] === "," && before === ",")) return null;
  const told = toldTo(sentence, i);
  const goesOn = !ends && runsOn(sentence, end + 1, codebook);
  return {
    sources: told ? [lead, told] : [lead],
    kind: saying.kind,
    cue: [i, i + 1],
    content: [0, goesOn ? words.length : leads],
    rule: "said-after",
  };
}

/** What follows the insertion is still said: no account of what was said ('a report that'), no second speaker. */
function runsOn({ words, tags }: Sentence, from: number, codebook: Codebook): boolean {
  for (let k = from; k < words.length; k++) {
    if (codebook.grammar.tellings.has(words[k]!) && k - from < 3) return false;
    if (tags[k] && codebook.sayings.byVerb.get(tags[k]!.lemma)?.some((s) => s.kind !== "held")) return false;
  }
  return true;
}

/** 'said in a statement late on Sunday that': what is said begins at 'that', wherever the parser hung what stands before. */
function thatAfter({ words, tags }: Sentence, verb: number): number {
  for (let k = verb + 1; k < Math.min(words.length, verb + 10); k++) {
    if (words[k] === "that") return k;
    if (tags[k] || /^["“”,]$/.test(words[k]!)) break;
  }
  return 0;
}

function fromVerb(sentence: Sentence, i: number, saying: Saying, codebook: Codebook): Attribution | null {
  const { words, tags, tree } = sentence;
  const tag = tags[i]!;
  if (tag.passive && saying.kind !== "quoted") return saidBy(sentence, i, saying, codebook);
  // 'in order to prepare', 'did not say whether': nothing is said.
  if (tag.form === "base" && !tag.finite && words[i - 1] === "to") return null;
  if (negatorOf(tree, i) >= 0) return null;
  const tail = closing(sentence, i, saying, codebook);
  if (tail) return tail;
  const speakers = speakersAt(sentence, i, saying.kind, codebook);
  if (!speakers.length) return null;
  const told = toldTo(sentence, i);
  const sources = [...quotedBy(sentence, speakers[0]!, saying.kind, codebook), ...speakers, ...(told ? [told] : [])];
  const parts = said(tree, i);
  const that = thatAfter(sentence, i);
  const left = that ? [] : parts.filter(([, to]) => to <= i);
  const right = that ? [[that, words.length] as const] : parts.filter(([from]) => from > i);
  const around = that ? [] : parts.filter(([from, to]) => from <= i && to > i);
  const lead = speakers[0]!;
  const leads = lead.to <= i ? withArticle(sentence, lead, codebook) : i;
  const base = { sources, kind: saying.kind, cue: [i, i + 1] as const };
  if (left.length && !right.length) {
    // 'a report that the ministry denied': what stands before is what another said; the denial points back to it.
    if (saying.kind === "denied") return { ...base, content: [i + 1, i + 1], rule: "said-after" };
    return { ...base, content: [0, Math.max(1, Math.min(leads, i))], rule: lead.from > i ? "said-by" : "said-after" };
  }
  if (around.length || (left.length && right.length))
    return { ...base, content: [0, words.length], rule: lead.from > i ? "said-by" : "said-after" };
  if (right.length) {
    const starts = Math.min(...right.map(([from]) => from));
    return { ...base, content: [starts, words.length], rule: "said-before" };
  }
  const clause = sentence.clauses[clauseAt(sentence, i)]!;
  return { ...base, content: [i + 1, Math.max(i + 1, clause.to)], rule: "said-before" };
}

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
    sources: [second ?? writerOf(sentence, source, "quoted", codebook)],
    kind: "said",
    cue: [i, i + 2],
    content: [0, words.length],
    rule: "according-to",
  };
}

/** 'denied', 'dismissed': a verb of the sayings that denies. */
export const isDenial = (tree: Tree, at: number, codebook: Codebook): boolean =>
  (codebook.sayings.byVerb.get(tree.words[at]!.lemma.toLowerCase()) ?? []).some((s) => s.kind === "denied");

/** 'Reports that ...': nobody is named, and it is said all the same. */
function reportsThat(sentence: Sentence, i: number, codebook: Codebook): Attribution | null {
  if (sentence.words[i + 1] !== "that" || !/^(reports?|rumou?rs)$/.test(sentence.words[i]!)) return null;
  const { relation, head } = sentence.tree.words[i]!;
  // 'denied reports that ...' is said by whoever denies.
  const denied = relation === "obj" && isDenial(sentence.tree, head, codebook);
  const source = denied ? undefined : sentence.phrases.find((p) => p.from <= i && i < p.to);
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
    const according = accordingTo(sentence, i, codebook) ?? reportsThat(sentence, i, codebook);
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
          (sentence.words.slice(a.content[0], b.cue[0]).some((w) => /^(but|while|though|although|;)$/.test(w)) ||
            sentence.words[withArticle(sentence, b.sources[0]!, codebook) - 1] === "and"),
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
