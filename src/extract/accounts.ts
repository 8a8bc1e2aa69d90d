// Accounts: the frames of a sentence joined into the happenings it tells. 'Strikes killed ten' is one account of an air strike,
// not two; words that only say that somebody was hurt lend their victims to the frame that says how.
import type { Codebook } from "../codebook/load.ts";
import type { Hedge } from "../model/index.ts";
import { type EventId, eventId, type Stance } from "../model/index.ts";
import { argumentsOf } from "./arguments.ts";
import { type Attribution, chainAt } from "./attribution.ts";
import type { Trigger } from "./frames.ts";
import type { Phrase } from "./phrases.ts";
import type { Read } from "./slots.ts";
import { readHedge, readStance } from "./stance.ts";

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

const VIOLENT = new Set([
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

const samePhrase = (a: Phrase, b: Phrase): boolean =>
  a.actor && b.actor ? a.actor.id === b.actor.id && a.name === b.name : a.name === b.name;
const dedupe = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.filter((p, i) => phrases.findIndex((q) => samePhrase(p, q)) === i);

/** The chain of speakers for a token, the one who knows first. */
export const speakersOf = (chain: readonly Attribution[]): Phrase[] =>
  dedupe(chain.filter((a) => a.kind !== "ordered").flatMap((a) => a.sources));

export function accountsOf(
  read: Read,
  triggers: readonly Trigger[],
  attributions: readonly Attribution[],
  codebook: Codebook,
): Account[] {
  const cues = new Set(attributions.map((a) => a.cue[0]));
  const strong = triggers.filter((t) => !t.frame.weak && t.frame.event !== "statement");
  const accounts: Account[] = [];
  const absorbed = new Set<Trigger>();
  const lone: Trigger[] = [];
  const leading: { trigger: Trigger; rest: Trigger[] }[] = strong.map((trigger) => ({ trigger, rest: [] }));
  for (const weak of triggers.filter((t) => t.frame.weak)) {
    const hosts = leading.filter(({ trigger }) => VIOLENT.has(trigger.frame.event));
    const host = hosts.sort((a, b) => Math.abs(a.trigger.from - weak.from) - Math.abs(b.trigger.from - weak.from))[0];
    if (host && VIOLENT.has(weak.frame.event)) host.rest.push(weak);
    else lone.push(weak);
  }
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
      if (other !== one && !absorbed.has(other.trigger) && other.trigger.frame.event === one.trigger.frame.event) {
        one.rest.push(other.trigger, ...other.rest);
        absorbed.add(other.trigger);
      }
    const account = accountOf(read, one.trigger, one.rest, attributions, codebook);
    if (account) accounts.push(account);
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
  const statement = statementOf(read, triggers, attributions, kept, cues, codebook);
  return statement ? [...kept, statement] : kept;
}

function accountOf(
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
  let { actors, targets } = argumentsOf(sentence, trigger, codebook);
  for (const other of rest) {
    const more = argumentsOf(sentence, other, codebook);
    if (!actors.length) actors = more.actors.filter((a) => !targets.some((t) => samePhrase(t, a)));
    if (!targets.length) targets = more.targets.filter((t) => !actors.some((a) => samePhrase(a, t)));
  }
  return {
    read,
    event: trigger.frame.event,
    trigger,
    triggers: [trigger, ...rest],
    actors: dedupe(actors),
    targets: dedupe(targets),
    sources: speakersOf(chain),
    chain,
    stance: reading.stance,
    stanceWords: reading.words,
    stanceRule: reading.rule,
    hedge: readHedge(sentence, trigger, codebook),
    rule: trigger.frame.rule,
  };
}

const SPEAKERS = new Set(["person", "organisation", "state", "source", "force"]);

/** What an official or group says where no other frame codes it. */
function statementOf(
  read: Read,
  triggers: readonly Trigger[],
  attributions: readonly Attribution[],
  told: readonly Account[],
  _cues: ReadonlySet<number>,
  codebook: Codebook,
): Account | null {
  const { sentence } = read;
  const said = triggers.find((t) => t.frame.event === "statement" && !t.frame.weak);
  const covered = (at: readonly [number, number]): boolean =>
    told.some((a) => a.trigger.from >= at[0] && a.trigger.from < at[1]);
  if (said) {
    const { actors, targets } = argumentsOf(sentence, said, codebook);
    const attribution = attributions.find((a) => a.cue[0] === said.from);
    const speakers = attribution ? attribution.sources : actors;
    if (
      !speakers.length ||
      !speakers.some((p) => SPEAKERS.has(p.sort) || p.head?.group === "officials" || p.head?.group === "protesters")
    )
      return null;
    if (covered([said.from, sentence.words.length]) || covered([0, said.from])) return null;
    const chain = chainAt(attributions, said.from);
    const outer = speakersOf(chain.filter((a) => a.cue[0] !== said.from));
    const reading = readStance(sentence, said, [], codebook);
    if (!reading.stance) return null;
    const kind = attribution?.kind;
    const stance: Stance =
      kind === "urged" ? "demanded" : kind === "vowed" || reading.stance === "planned" ? "planned" : "asserted";
    return {
      read,
      event: eventId("statement"),
      trigger: said,
      triggers: [said],
      actors: dedupe(speakers),
      targets: dedupe(targets.filter((t) => !speakers.some((s) => samePhrase(s, t)))),
      sources: dedupe([...speakers, ...outer]),
      chain,
      stance,
      stanceWords: null,
      stanceRule: reading.rule,
      hedge: null,
      rule: said.frame.rule,
    };
  }
  const plain = attributions.find(
    (a) =>
      a.kind !== "denied" &&
      a.kind !== "seen" &&
      a.kind !== "quoted" &&
      a.sources[0] &&
      speaksForItself(a.sources[0]) &&
      !covered(a.content),
  );
  if (!plain) return null;
  const [from, to] = plain.content;
  if (to - from < 5) return null;
  const frame = statementFrame(codebook);
  if (!frame) return null;
  const trigger: Trigger = {
    frame,
    from: plain.cue[0],
    to: plain.cue[1],
    clause: 0,
    verb: sentence.tags[plain.cue[0]] ?? null,
  };
  return {
    read,
    event: eventId("statement"),
    trigger,
    triggers: [trigger],
    actors: plain.sources.slice(0, 1),
    targets: [],
    sources: speakersOf([plain, ...chainAt(attributions, plain.cue[0]).filter((a) => a !== plain)]),
    chain: [plain],
    stance: "asserted",
    stanceWords: null,
    stanceRule: "plain",
    hedge: null,
    rule: "statement/said",
  };
}

const speaksForItself = (p: Phrase): boolean =>
  p.sort === "person" ||
  p.sort === "state" ||
  p.head?.group === "officials" ||
  (p.sort === "organisation" && p.actor !== null) ||
  (p.sort === "force" && p.actor !== null);

const frames = new WeakMap<Codebook, Trigger["frame"] | null>();
function statementFrame(codebook: Codebook): Trigger["frame"] | null {
  const known = frames.get(codebook);
  if (known !== undefined) return known;
  const found = codebook.events.byVerb.get("condemn")?.find((p) => p.frame.event === "statement")?.frame ?? null;
  frames.set(codebook, found);
  return found;
}
