// Accounts: the frames of a sentence joined into the happenings it tells. 'Strikes killed ten' is one account of an air strike,
// not two; words that only say that somebody was hurt lend their victims to the frame that says how.
import type { Codebook } from "../codebook/load.ts";
import type { Clauses as Tree } from "../language/syntax/clauses.ts";
import { type EventId, type Hedge, overlaps, type Span, type Stance } from "../model/index.ts";
import { argumentsOf } from "./arguments.ts";
import type { Trigger } from "./frames.ts";
import { type Phrase, withShared } from "./parties/phrases.ts";
import { type Attribution, chainAt } from "./saying/attribution.ts";
import { readHedge, readStance } from "./saying/stance.ts";
import { type Sentence, spanOf } from "./sentence.ts";
import type { Read } from "./slots.ts";

export interface Account {
  readonly read: Read;
  event: EventId;
  readonly trigger: Trigger;
  /** The triggers that tell of it, the leading one first. */
  readonly triggers: Trigger[];
  actors: readonly Phrase[];
  targets: readonly Phrase[];
  sources: readonly Phrase[];
  readonly chain: readonly Attribution[];
  stance: Stance;
  readonly stanceWords: readonly [number, number] | null;
  readonly stanceRule: string;
  hedge: Hedge | null;
  rule: string;
}

const ATTACKS = new Set(["offensive", "armed_clash"]);
const HARM = new Set(["armed_clash", "attack_on_civilians"]);
/** Events by which people are hurt or things destroyed: words that only say so join them. */
export const VIOLENT = new Set([
  "armed_clash",
  "air_strike",
  "shelling",
  "bombing",
  "chemical_attack",
  "attack_on_civilians",
  "offensive",
  "abduction",
  "torture_or_abuse",
  "riot_or_destruction",
]);

export const samePhrase = (a: Phrase, b: Phrase): boolean =>
  a.actor && b.actor ? a.actor.id === b.actor.id && a.name === b.name : a.name === b.name;
export const dedupe = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.filter((p, i) => phrases.findIndex((q) => samePhrase(p, q)) === i);

/** The chain of speakers for a token, the one who knows first. */
export const speakersOf = (chain: readonly Attribution[]): Phrase[] =>
  dedupe(chain.filter((a) => a.kind !== "ordered").flatMap((a) => a.sources));

const HURT = /^(kill|injure|wound|martyr)$/;

const stanceOf = (read: Read, t: Trigger, attributions: readonly Attribution[], codebook: Codebook): Stance | null =>
  readStance(read.sentence, t, chainAt(attributions, t.from), codebook).stance;

/** Who does what a verb tells, by its subject or that of the verb it hangs on; null for a pronoun and where the subject suffers. */
function doerOf({ tree, phrases }: Sentence, { verb, from }: Trigger): Phrase | null {
  if (!verb || verb.passive || verb.lemma === "die") return null;
  const subject = tree.subject(from);
  if (subject === null || tree.words[subject]!.relation === "nsubj:pass") return null;
  return phrases.find((p) => p.from <= subject && subject < p.to && p.rule !== "reference") ?? null;
}

/** 'Rebels attacked the base and Islamists a convoy', 'A said B fired, B said A did': joined on a level, each with its own doer. */
function twoDoers({ tree, ...sentence }: Sentence, a: Trigger, b: Trigger): boolean {
  const [one, other] = [doerOf({ tree, ...sentence }, a), doerOf({ tree, ...sentence }, b)];
  return one !== null && other !== null && !samePhrase(one, other) && !hangsOn(tree, a, b) && !hangsOn(tree, b, a);
}

const CONTRAST = new Set(["while", "whereas"]);
/** Whether `a` is part of what `b` tells; what is joined to it by 'and', 'while' or a semicolon is not. */
function hangsOn(tree: Tree, a: Trigger, b: Trigger): boolean {
  for (let at = a.from; at >= 0 && at !== b.from; at = tree.words[at]!.head)
    if (/^(conj|parataxis)$/.test(tree.words[at]!.relation) || tree.introduced(at, CONTRAST)) return false;
  return tree.holds(b.from, a.from);
}

/** Two tellings of a kind in one sentence that each have a doer, a day or a place of their own are two happenings. */
function apart(read: Read, a: Trigger, b: Trigger): boolean {
  const { sentence } = read;
  if (twoDoers(sentence, a, b)) return true;
  const [x, y] = [sentence.clauses[a.clause]!, sentence.clauses[b.clause]!];
  if (x === y || x.head === y.head) return false;
  const [at, bt] = [spanOf(sentence.passage, x.from, x.to), spanOf(sentence.passage, y.from, y.to)];
  const days = (s: Span): string[] =>
    read.dates.flatMap((d) => (d.interval && overlaps(d.span, s) ? [`${d.interval.start}${d.interval.end}`] : []));
  const spots = (s: Span): string[] =>
    read.places.flatMap((p) => (overlaps(p.span, s) && p.place?.kind !== "country" ? [p.place?.id ?? p.name] : []));
  const differ = (p: readonly string[], q: readonly string[]): boolean =>
    p.length > 0 && q.length > 0 && !p.some((v) => q.includes(v));
  return differ(days(at), days(bt)) || differ(spots(at), spots(bt));
}

export function accountsOf(
  read: Read,
  triggers: readonly Trigger[],
  attributions: readonly Attribution[],
  codebook: Codebook,
): Account[] {
  const strong = triggers.filter((t) => !t.frame.weak && t.frame.event !== "statement");
  const accounts: Account[] = [];
  const absorbed = new Set<Trigger>();
  const lone: Trigger[] = [];
  const leading: { trigger: Trigger; rest: Trigger[] }[] = strong.map((trigger) => ({ trigger, rest: [] }));
  for (const weak of triggers.filter((t) => t.frame.weak)) {
    const stance = stanceOf(read, weak, attributions, codebook);
    const hosts = leading.filter(
      ({ trigger }) =>
        VIOLENT.has(trigger.frame.event) &&
        !twoDoers(read.sentence, trigger, weak) &&
        stanceOf(read, trigger, attributions, codebook) === stance,
    );
    const host = hosts.sort((a, b) => Math.abs(a.trigger.from - weak.from) - Math.abs(b.trigger.from - weak.from))[0];
    if (host && VIOLENT.has(weak.frame.event)) host.rest.push(weak);
    else lone.push(weak);
  }
  // Words that say how come before words that say only that somebody was hurt.
  lone.sort((a, b) => Number(HARM.has(a.frame.event)) - Number(HARM.has(b.frame.event)));
  for (const trigger of lone) {
    const host = leading.find(
      (l) =>
        l.trigger.frame.event === trigger.frame.event ||
        (l.trigger.frame.weak && VIOLENT.has(trigger.frame.event) && VIOLENT.has(l.trigger.frame.event)),
    );
    if (host) host.rest.push(trigger);
    else leading.push({ trigger, rest: [] });
  }
  // One event told by several frames of a sentence is one account.
  for (const one of leading) {
    if (absorbed.has(one.trigger)) continue;
    for (const other of leading)
      if (
        other !== one &&
        !absorbed.has(other.trigger) &&
        other.trigger.frame.event === one.trigger.frame.event &&
        !apart(read, one.trigger, other.trigger)
      ) {
        one.rest.push(other.trigger, ...other.rest);
        absorbed.add(other.trigger);
      }
    const account = accountOf(read, one.trigger, one.rest, attributions, codebook);
    if (account) accounts.push(account);
  }
  for (const taking of accounts.filter(
    (a) => a.event === "territory_captured" && !a.trigger.verb && !a.actors.length,
  )) {
    // 'An offensive by the army led to the capture of the town': who attacked took it.
    const means = accounts.filter(
      (a) => ATTACKS.has(a.event) && a.actors.length && a.trigger.from < taking.trigger.from,
    );
    if (means.length === 1) taking.actors = means[0]!.actors;
  }
  const violent = accounts.filter((a) => VIOLENT.has(a.event));
  const kept = accounts.filter(
    (a) =>
      !(
        a.event === "offensive" &&
        violent.some(
          (v) => v !== a && v.event !== "offensive" && v.trigger.clause === a.trigger.clause && a.trigger.verb,
        )
      ),
  );
  return kept;
}

/** 'Killing two farmers and wounding three others': the others are of those who are named. */
const withoutOthers = (targets: readonly Phrase[]): readonly Phrase[] => {
  const rest = targets.filter((t) => t.actor !== null || !/\bothers?$/.test(t.name));
  return rest.length ? rest : targets;
};

export function accountOf(
  read: Read,
  trigger: Trigger,
  rest: readonly Trigger[],
  attributions: readonly Attribution[],
  codebook: Codebook,
): Account | null {
  const { sentence } = read;
  const chain = chainAt(attributions, trigger.from);
  const reading = readStance(sentence, trigger, chain, codebook);
  if (!reading.stance) return null;
  const placed = (i: number): boolean => read.places.some((m) => overlaps(m.span, sentence.passage.tokens[i]!.span));
  let { actors, targets } = argumentsOf(sentence, trigger, codebook, placed);
  actors = withShared(sentence.phrases, actors);
  targets = withShared(sentence.phrases, targets);
  for (const other of rest) {
    const more = argumentsOf(sentence, other, codebook, placed);
    if (!actors.length) actors = more.actors.filter((a) => !targets.some((t) => samePhrase(t, a)));
    // 'hit a lorry, killing two guards and wounding a boy': what was struck and who was hurt.
    if (other.verb !== null && other.frame.weak && HURT.test(other.verb.lemma))
      targets = [...targets, ...more.targets.filter((t) => !actors.some((a) => samePhrase(a, t)))];
    else if (!targets.length) targets = more.targets.filter((t) => !actors.some((a) => samePhrase(a, t)));
  }
  // 'Killed since November' of a table's head, with nobody and no number, tells nothing.
  const hurt = trigger.frame.weak && trigger.verb !== null && HURT.test(trigger.verb.lemma);
  if (hurt && !rest.length && !actors.length && !targets.length && !read.figures.length) return null;
  // Held by nobody is held by nobody: 'the fire is under control', 'the shelves hold books'.
  if (trigger.frame.standing && trigger.frame.holding === "controls" && !actors.length) return null;
  return {
    read,
    event: trigger.frame.event,
    trigger,
    triggers: [trigger, ...rest],
    actors: dedupe(actors),
    // 'a factory in northeastern Syria': the land is where it was, not whom it struck.
    targets: withoutOthers(dedupe(targets)).filter(
      (t) => t.sort !== "state" || !VIOLENT.has(trigger.frame.event) || /^(on|against)$/.test(t.preposition ?? ""),
    ),
    sources: speakersOf(chain),
    chain,
    stance: reading.stance,
    stanceWords: reading.words,
    stanceRule: reading.rule,
    hedge: readHedge(sentence, trigger, codebook),
    rule: trigger.frame.rule,
  };
}
