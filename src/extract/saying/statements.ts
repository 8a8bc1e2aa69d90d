// Statements: what an official, a state or a group says of itself - condemns, warns, demands, promises - where no other type
// fits. What a witness or a monitor reports is no statement: it is the event that they report, or nothing.
import type { Codebook } from "../../codebook/load.ts";
import { eventId, type Stance } from "../../model/index.ts";
import { type Account, accountsOf, dedupe, samePhrase, speakersOf } from "../accounts.ts";
import { argumentsOf } from "../arguments.ts";
import type { Trigger } from "../frames.ts";
import type { Phrase } from "../parties/phrases.ts";
import { clauseAt } from "../sentence.ts";
import type { Read } from "../slots.ts";
import { type Attribution, chainAt } from "./attribution.ts";
import { ofDenier } from "./denials.ts";
import { readStance } from "./stance.ts";

const SPEAKERS = new Set(["person", "organisation", "state", "source", "force"]);

/** What an official or group says where no other frame codes it. */
function statementOf(
  read: Read,
  triggers: readonly Trigger[],
  attributions: readonly Attribution[],
  told: readonly Account[],
  offices: ReadonlySet<string>,
  codebook: Codebook,
): Account | null {
  const { sentence } = read;
  // 'Erdogan, whose government backs them, said': what the relative clause holds is said of him in passing.
  const passing = (t: Trigger): boolean =>
    sentence.clauses[t.clause]?.kind === "relative" &&
    attributions.some(
      (a) => a.cue[0] !== t.from && sentence.clauses[clauseAt(sentence, a.cue[0])]!.kind !== "relative",
    );
  const said = triggers.find((t) => t.frame.event === "statement" && !t.frame.weak && t.verb?.finite && !passing(t));
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
    if (covered(attribution ? attribution.content : [said.from, sentence.words.length])) return null;
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
      holdsOffice(a.sources[0], offices, codebook) &&
      !covered(a.content) &&
      !told.some((t) => t.trigger.from === a.cue[0]),
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

/** The accounts of a sentence, with the statement that it makes where it makes one. */
export function withStatement(
  read: Read,
  triggers: readonly Trigger[],
  attributions: readonly Attribution[],
  offices: ReadonlySet<string>,
  codebook: Codebook,
): Account[] {
  const all = accountsOf(read, triggers, attributions, codebook).map(ofDenier);
  const ruling = triggers.find((t) => t.frame.governs);
  // 'warned of a clash', 'condemned the strike': what is named there is spoken of, not told; 'denied any part in it' is told.
  const told = all.filter(
    (a) => !ruling || a.trigger.verb !== null || a.trigger.from < ruling.from || a.stance === "denied",
  );
  const statement = statementOf(read, triggers, attributions, told, offices, codebook);
  return statement ? [...told, statement] : all;
}

/** Somebody whose words are an act: a person with an office or a side, a state, a registered body that is no monitor or paper. */
function holdsOffice(p: Phrase, offices: ReadonlySet<string>, codebook: Codebook): boolean {
  const kind = p.actor?.kind;
  if (kind === "monitor" || kind === "agency" || kind === "outlet" || kind === "social_media") return false;
  if (p.sort === "person" && p.actor) return codebook.actors.get(p.actor.side ?? "")?.kind !== "monitor";
  if (p.sort === "person") return offices.has(p.name) || p.also.some((a) => offices.has(a));
  if (p.sort === "organisation" && p.rule !== "noun-phrase") return true;
  return (
    p.sort === "state" ||
    p.head?.group === "officials" ||
    (p.actor !== null && (p.sort === "organisation" || p.sort === "force"))
  );
}

const frames = new WeakMap<Codebook, Trigger["frame"] | null>();
function statementFrame(codebook: Codebook): Trigger["frame"] | null {
  const known = frames.get(codebook);
  if (known !== undefined) return known;
  const patterns = [...codebook.events.byVerb.values()].flat();
  const found = patterns.find((p) => p.frame.event === "statement" && !p.frame.weak)?.frame ?? null;
  frames.set(codebook, found);
  return found;
}
