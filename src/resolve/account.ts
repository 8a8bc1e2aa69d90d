// A claim made ready for comparison: its family of events, days, place, parties, counts and words, computed once. Nothing
// here compares; score.ts does.
import type { Family, JudgementRules } from "../codebook/judgement.ts";
import {
  addDays,
  type Claim,
  type Day,
  type Document,
  type DocumentId,
  day,
  daysBetween,
  type Interval,
} from "../model/index.ts";
import type { Actors, Who } from "./actors.ts";
import { type Locus, locusOf } from "./locus.ts";
import { withoutAffixes, wordsOf } from "./names.ts";
import type { Story } from "./story.ts";

/** Told as having happened, or meant to (planned, demanded), or a running total: never one incident across these. */
export type Layer = "told" | "meant" | "tally";

export interface Account {
  readonly claim: Claim;
  readonly family: Family;
  /** The most general kind that its kind may be told as. */
  readonly kind: string;
  /** Told so generally that it may be of a more particular kind. */
  readonly general: boolean;
  readonly layer: Layer;
  /** As its words give it; null also where the coder took it from the date of publication. */
  readonly time: Interval | null;
  /** Days from start to end; 0 is one day, null unknown. */
  readonly length: number | null;
  readonly published: Day | null;
  /** Where it may be looked for: its own days, or those before its publication; null is nowhere. */
  readonly window: { readonly start: Day; readonly end: Day } | null;
  readonly locus: Locus;
  readonly actors: Who;
  readonly targets: Who;
  readonly parties: Who;
  readonly words: ReadonlySet<string>;
  readonly story: Story;
  /** The words of the places, known parties and sources that it names: a war's reports share them, whatever they tell. */
  readonly known: ReadonlySet<string>;
  /** The document, or the one that it copies. */
  readonly root: DocumentId;
  readonly spokenBy: string;
  /** The more is left open, the later it is placed: 0 is a town and a day. */
  readonly vague: number;
  readonly told: number;
}

const lone = new Map<string, Family>();
/** The family of an event; an event in no family is one of its own. */
export function familyOf(event: string, rules: JudgementRules): Family {
  const found = rules.families.find((f) => f.events.includes(event));
  if (found) return found;
  const own = lone.get(event) ?? {
    id: event,
    events: [event],
    slack: 0,
    point: false,
    wide: false,
    speech: false,
    two_sided: false,
    campaign: 0,
    roles: ["at", "near", "to", "from"],
  };
  lone.set(event, own);
  return own;
}

type Kind = Pick<Account, "family" | "general">;
const mayBe = (a: Kind, b: Kind, rules: JudgementRules): boolean =>
  a.general && rules.generic[a.family.id]!.may_be.includes(b.family.id);
/** Whether two accounts may be of one happening by their kinds: they are of one, or one of them is told more generally. */
export const mayMeet = (a: Kind, b: Kind, rules: JudgementRules): boolean =>
  a.family.id === b.family.id || mayBe(a, b, rules) || mayBe(b, a, rules);

/** The most general kind that a kind may be told as: under it, all that may meet are found. */
export function meetingKind(family: string, rules: JudgementRules): string {
  const wider = Object.keys(rules.generic).find((kind) => rules.generic[kind]!.may_be.includes(family));
  return wider === undefined ? family : meetingKind(wider, rules);
}

const SHORT =
  /^(the|and|that|have|has|had|was|were|said|with|from|their|its|his|her|for|been|after|into|on|in|of|to|at|by)$/;
const spoken = (c: Claim): string => c.sources.map((s) => s.id ?? s.name).join("\u001f");

const knownNames = ({ places, actors, targets, sources }: Claim): string[] => [
  ...places.flatMap((p) => [p.name, p.text, ...p.within]),
  ...sources.map((s) => s.name),
  ...[...actors, ...targets].flatMap((p) => (p.id === null ? [] : [p.name])),
];

export function accountOf(
  claim: Claim,
  family: Family,
  document: Document | undefined,
  root: DocumentId,
  story: Story,
  actors: Actors,
  rules: JudgementRules,
): Account {
  const { likeness } = rules;
  const time = claim.time !== null && rules.inferred_times.includes(claim.time.rule) ? null : claim.time;
  const length = time === null ? null : daysBetween(time.start, time.end);
  const published = day(document?.published ?? null);
  const locus = locusOf(claim, family);
  const window =
    time !== null
      ? time
      : published === null
        ? null
        : { start: addDays(published, -likeness.undated_days), end: published };
  const layer: Layer = rules.tally.events.includes(claim.event)
    ? "tally"
    : claim.stance === "planned" || claim.stance === "demanded"
      ? "meant"
      : "told";
  const bare = (word: string): string => withoutAffixes(word, rules.affixes);
  const words = new Set(
    wordsOf(claim.quote)
      .map(bare)
      .filter((w) => w.length > 2 && !SHORT.test(w)),
  );
  const placeVague = locus.width <= 1 ? (locus.width === 0 ? 0 : 1) : locus.width;
  const timeVague = length === null ? 6 : length === 0 ? 0 : Math.min(5, 1 + Math.floor(length / 2));
  return {
    claim,
    family,
    kind: meetingKind(family.id, rules),
    general: rules.generic[family.id]?.unless.every((w) => !words.has(w)) === true,
    layer,
    time,
    length,
    published,
    window,
    locus,
    actors: actors.who(claim.actors),
    targets: actors.who(claim.targets),
    parties: actors.who([...claim.actors, ...claim.targets]),
    words,
    story,
    known: new Set(knownNames(claim).flatMap(wordsOf)),
    root,
    spokenBy: spoken(claim),
    vague: placeVague + timeVague + (claim.background ? 8 : 0),
    told: (claim.actors.length > 0 ? 1 : 0) + (claim.targets.length > 0 ? 1 : 0) + (claim.figures.length > 0 ? 1 : 0),
  };
}
