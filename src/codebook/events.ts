// The event types of events.yaml with their frames compiled and indexed by their first word. It says which words may be
// which event; whether they are, in a sentence, is for extract to find. Lines of the file are kept for whoever mends it.
import type { z } from "zod";
import { type Acled, type EventId, eventId, type OrderKind, type PlaceRole } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { plural } from "./inflect.ts";
import { compileSteps, literal, type Steps } from "./patterns.ts";
import { openYaml } from "./read-yaml.ts";
import { type acledRuleSchema, eventsSchema, type frameSchema, type holdingState, type needClass } from "./schema.ts";

export type NeedClass = z.infer<typeof needClass>;
export type Need = readonly NeedClass[];
export interface Frame {
  readonly event: EventId;
  /** Names the frame in a claim's evidence: 'withdrawal/verb/1'. */
  readonly rule: string;
  readonly kind: "verb" | "noun";
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly place: ReadonlyMap<string, PlaceRole>;
  readonly needs: Need;
  readonly subject: Need;
  readonly with: readonly Steps[];
  readonly not: readonly Steps[];
  readonly follow: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly weak: boolean;
  readonly standing: boolean;
  /** What stands in its object is spoken of, not told: 'condemned the strike'. */
  readonly governs: boolean;
  readonly holding: z.infer<typeof holdingState> | null;
}
export interface FramePattern {
  readonly frame: Frame;
  readonly steps: Steps;
  readonly length: number;
}
/** A frame as it stands in the file, for whoever reads or checks it. */
export interface WrittenFrame extends z.infer<typeof frameSchema> {
  readonly line: number;
}
/** A worked example: a sentence that shall be coded as the event, or shall not. */
export interface Worked {
  readonly event: EventId;
  readonly text: string;
  readonly shall: boolean;
  readonly file: string;
  readonly line: number;
}
export interface EventType {
  readonly id: EventId;
  readonly is: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly local: boolean;
  readonly acled: readonly z.infer<typeof acledRuleSchema>[];
  readonly plover: string | null;
  readonly order: OrderKind | null;
  readonly examples: readonly string[];
  readonly negatives: readonly string[];
  readonly frames: readonly WrittenFrame[];
  readonly file: string;
  readonly line: number;
}
export interface Events {
  readonly version: string;
  readonly types: ReadonlyMap<string, EventType>;
  /** Verb patterns by the lemma of their first word. */
  readonly byVerb: ReadonlyMap<string, readonly FramePattern[]>;
  /** Noun patterns by their first word. */
  readonly byNoun: ReadonlyMap<string, readonly FramePattern[]>;
  /** Every worked example, in the file's order. */
  readonly worked: readonly Worked[];
}

type Roles = Readonly<Record<Frame["kind"], readonly string[]>>;
/** Where doer and target stand in a frame that does not say. */
export const ACTOR: Roles = { verb: ["subject"], noun: ["by", "modifier", "of"] };
export const TARGET: Roles = { verb: ["object"], noun: ["on", "against"] };

function frameOf(event: EventId, raw: z.infer<typeof frameSchema>, kind: Frame["kind"], n: number): Frame {
  return {
    event,
    rule: `${event}/${kind}/${n + 1}`,
    kind,
    actor: raw.actor ?? ACTOR[kind],
    target: raw.target ?? TARGET[kind],
    place: new Map(Object.entries(raw.place)),
    needs: raw.needs,
    subject: raw.subject,
    with: raw.with.map(literal),
    not: raw.not.map(literal),
    follow: new Set(raw.follow),
    notAfter: new Set(raw.not_after),
    weak: raw.weak,
    standing: raw.standing,
    governs: raw.governs,
    holding: raw.holding,
  };
}

const add = (index: Map<string, FramePattern[]>, word: string, pattern: FramePattern): void => {
  const row = index.get(word);
  if (row) row.push(pattern);
  else index.set(word, [pattern]);
};

/** @throws CodebookFault naming file, line and key of every fault */
export function loadEvents(where: Where): Events {
  const { value, file, line } = openYaml(where, "events.yaml", eventsSchema);
  const worked: Worked[] = [];
  const types = new Map<string, EventType>();
  const byVerb = new Map<string, FramePattern[]>();
  const byNoun = new Map<string, FramePattern[]>();
  value.events.forEach((raw, e) => {
    const event = eventId(raw.id);
    const frames = raw.frames.map((frame, n) => ({ ...frame, line: line(["events", e, "frames", n]) }));
    types.set(raw.id, { ...raw, id: event, frames, file, line: line(["events", e]) });
    for (const list of ["examples", "negatives"] as const)
      raw[list].forEach((text, n) => {
        worked.push({ event, text, shall: list === "examples", file, line: line(["events", e, list, n]) });
      });
    raw.frames.forEach((rawFrame, n) => {
      const verbal = frameOf(event, rawFrame, "verb", n);
      for (const text of rawFrame.verbs) {
        const steps = compileSteps(text, (w) => [w]);
        for (const lemma of steps[0]!.words) add(byVerb, lemma, { frame: verbal, steps, length: steps.length });
      }
      const nominal = frameOf(event, rawFrame, "noun", n);
      for (const text of rawFrame.nouns) {
        const steps = compileSteps(text, (w, _, last) => (last ? [w, plural(w)] : [w]));
        for (const word of steps[0]!.words) add(byNoun, word, { frame: nominal, steps, length: steps.length });
      }
    });
  });
  for (const index of [byVerb, byNoun]) for (const row of index.values()) row.sort((a, b) => b.length - a.length);
  return { version: value.version, types, byVerb, byNoun, worked };
}

/** What the claim's slots are asked for by the ACLED conditions. */
export interface AcledFacts {
  readonly actorKinds: readonly string[];
  readonly targetWords: string;
  readonly words: readonly string[];
}

/** The ACLED pair of `type` by the first condition that the facts meet; null where ACLED has no such event. */
export function acledOf(type: EventType, facts: AcledFacts, contains: (phrase: string) => boolean): Acled | null {
  const state = facts.actorKinds.some((k) => ["army", "police", "government", "ministry", "state"].includes(k));
  const rule = type.acled.find(({ when }) => {
    if (!when) return true;
    if (when.words?.length && !when.words.some(contains)) return false;
    if (when.actor?.length && !when.actor.some((a) => (a === "state" ? state : facts.actorKinds.includes(a))))
      return false;
    return !when.target?.length || when.target.some((t) => facts.targetWords.includes(t));
  });
  return rule ? { type: rule.type, sub_type: rule.sub_type } : null;
}
