// How alike two accounts are: what makes it impossible that they tell of one happening, and otherwise points for and
// against, each with its reason. Decides nothing: cluster.ts does, by the codebook's threshold.
import type { JudgementRules } from "../codebook/judgement.ts";
import { daysBetween, type Figure, type Group, type Interval, type Measure, meets } from "../model/index.ts";
import { type Account, mayMeet } from "./account.ts";
import type { Actors, Agreement } from "./actors.ts";
import { nearness, TOWN } from "./locus.ts";
import { inCommon } from "./names.ts";
import { retold } from "./story.ts";

export interface Likeness {
  readonly points: number;
  readonly reasons: readonly string[];
}
/** Silent: not that they contradict each other, but that nothing shows them to be of one. */
type Never = { readonly never: string; readonly silent: boolean };
type Verdict = Likeness | Never;
type Points = [points: number, reason: string];
type Weights = JudgementRules["likeness"];

const SILENT = new Set(["a place is unknown", "a time is unknown", "too wide a place", "published at another time"]);
const never = (why: string): Never => ({ never: why, silent: SILENT.has(why) });
export const isNever = (v: Verdict): v is Never => "never" in v;

/** Two documents of one chain: the same, or copies of one. */
const oneChain = (a: Account, b: Account): boolean => a.root === b.root;

/**
 * What two documents' words say of their telling one story: nothing, perhaps, yes, beyond a slip of either, beyond two; or
 * yes, if it were known that they were published near each other.
 */
type Story = "other" | "alike" | "same" | "slip" | "slips" | "undated";
type Bridge = Exclude<Story, "other" | "undated">;
const bridges = (story: Story): story is Bridge => story !== "other" && story !== "undated";
const beyondSlip = (story: Story): boolean => story === "slip" || story === "slips";
const ofOneDay = (a: Account): boolean => a.length === null || a.length <= 1;

function storyOfBoth(a: Account, b: Account, rules: JudgementRules["story"]): Story {
  if (a.family.speech || b.family.speech || !ofOneDay(a) || !ofOneDay(b)) return "other";
  const [x, y] = [a.published, b.published];
  const gap = x === null || y === null ? null : Math.abs(daysBetween(x, y));
  const kinds = [a, b].filter((account) => rules.kinds.includes(account.family.id)).length;
  if (gap !== null && (kinds === 0 || gap > (kinds === 1 ? rules.days : rules.long_days))) return "other";
  const all = retold(a.story, b.story);
  const is = (s: "alike" | "same"): boolean => all.cosine >= rules[s].cosine && all.rare >= rules[s].rare;
  // Reports of a war use one another's words for years: by them alone, only those published near each other tell one story.
  if (gap === null) return is("same") ? "undated" : "other";
  if (kinds === 1) return is("alike") ? "alike" : "other";
  const own = retold(a.story, b.story, (word) => a.known.has(word) || b.known.has(word));
  const has = (s: "slip" | "slips" | "later"): boolean => own.cosine >= rules[s].cosine && own.rare >= rules[s].rare;
  if (gap > rules.days && !has("later")) return "other";
  if (has("slips")) return "slips";
  if (has("slip")) return "slip";
  return gap > rules.days ? "other" : is("same") ? "same" : is("alike") ? "alike" : "other";
}

/** One document may tell its happening again, in other words; talks, moves and a country's history it tells of many. */
const toldAgain = (a: Account, b: Account, w: Weights): boolean =>
  !a.family.wide && (a.length ?? 0) <= w.short_days && (b.length ?? 0) <= w.short_days;

/** History of a month, a year or longer, of no place in particular: 'since the protests of 2011'. */
const ofNoPlace = (a: Account, w: Weights): boolean =>
  a.claim.background && a.locus.key === null && (a.length ?? 0) > w.short_days;

/**
 * One of them recalls by its month what the other tells of a day: in April a strike there killed 21. Only the same town and
 * the same count show that it is that strike.
 */
function recalls(a: Account, b: Account, size: Counts, w: Weights): boolean {
  const [past, then] = (a.length ?? 0) > (b.length ?? 0) ? [a, b] : [b, a];
  return (
    past.claim.background &&
    past.time !== null &&
    then.time !== null &&
    daysBetween(past.time.start, past.time.end) <= w.recall_days &&
    (then.length ?? 0) <= w.short_days &&
    (past.length ?? 0) > w.short_days &&
    past.locus.width <= TOWN &&
    (size === "same" || size === "large") &&
    meets(past.time, then.time)
  );
}

function place(a: Account, b: Account, story: () => Story, rules: JudgementRules): Points | string {
  const w = rules.likeness;
  const near = nearness(a.locus, b.locus, w.several_places);
  if (near === "same") return [w.same_place, "same place"];
  if (near === "same_wide") return [w.same_wide_place, "same wide place"];
  const wider = Math.max(a.locus.width, b.locus.width);
  if (near === "within") {
    if (a.family.point) return "the place is the point, and one is wider than the other";
    // Within a country, or some part of it, nearly everything happens.
    if (wider < 5) return [w.within_place, "one place within the other"];
    return a.family.wide || oneChain(a, b) ? [0, "one place within the other's country"] : "too wide a place";
  }
  const bothWide = a.locus.width >= 5 && b.locus.width >= 5;
  if (near === "unknown") {
    if (a.family.wide && bothWide) return [w.same_wide_place, "no particular place"];
    if (ofNoPlace(a, w) && ofNoPlace(b, w)) return [w.history, "one history, of no place"];
    if (oneChain(a, b)) return [toldAgain(a, b, w) ? w.place_told_once : 0, "place told once"];
    if (bridges(story())) return [0, "place told once"];
    return a.locus.width <= TOWN || b.locus.width <= TOWN || !a.family.wide
      ? "a place is unknown"
      : [0, "a place is unknown"];
  }
  return near !== "namesake" && beyondSlip(story()) ? [0, ELSEWHERE] : "other places";
}
const ELSEWHERE = "another place in one story";

/** Share of the longer interval that both have in common. */
const overlap = (a: Interval, b: Interval): number => {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const shared = Math.min(daysBetween(second.start, first.end), daysBetween(second.start, second.end)) + 1;
  return shared / (Math.max(daysBetween(a.start, a.end), daysBetween(b.start, b.end)) + 1);
};

/** What is told as done was done when it was told. */
const tellsAhead = (a: Account, b: Account): boolean =>
  a.layer === "told" && a.published !== null && b.time !== null && a.published < b.time.start;

function days(a: Account, b: Account, story: () => Story, rules: JudgementRules): Points | string {
  const w = rules.likeness;
  if (a.time === null || b.time === null) {
    if (oneChain(a, b)) return [toldAgain(a, b, w) ? w.time_told_once : 0, "time told once"];
    if ((tellsAhead(a, b) || tellsAhead(b, a)) && !beyondSlip(story())) return "published before it happened";
    if (story() === "same" || beyondSlip(story())) return [0, "time told once"];
    if (a.window === null || b.window === null)
      return story() === "undated" ? [0, "one story, a day unknown"] : [w.unknown_day, "a day is unknown"];
    return meets(a.window, b.window) ? [0, "published soon after"] : "published at another time";
  }
  const [x, y] = [a.length ?? 0, b.length ?? 0];
  if (meets(a.time, b.time)) {
    if (x === 0 && y === 0) return [w.same_day, "same day"];
    if (x > w.short_days || y > w.short_days)
      return overlap(a.time, b.time) >= w.period_overlap ? [w.meeting_days, "same period"] : "a period and a day";
    return [w.meeting_days, "days meet"];
  }
  const gap = a.time.end < b.time.start ? daysBetween(a.time.end, b.time.start) : daysBetween(b.time.end, a.time.start);
  if (gap <= a.family.slack) return [w.adjacent_day, "next day"];
  return beyondSlip(story()) ? [w.slip_of_day, "another day in one story"] : "other days";
}

const GENERAL = new Set<Group>(["people", "unknown"]);
/** Groups that cut across the others: never part of a sum. */
const ACROSS = new Set<Group>(["children", "women", "journalists", "officials"]);

export interface Size {
  readonly min: number;
  readonly max: number | null;
  /** Whom it counts; null is everybody. */
  readonly of: ReadonlySet<Group> | null;
}
/** How many an account counts in all: its general figure, else the sum of its groups; never a part of a larger figure. */
export function sizeOf(figures: readonly Figure[], measure: Measure): Size | null {
  const own = figures.filter((f) => f.measure === measure && f.of === null);
  const general = own.find((f) => GENERAL.has(f.group));
  if (general) return { min: general.min, max: general.max, of: null };
  const groups = own.filter((f) => !ACROSS.has(f.group));
  const rows = groups.length > 0 ? groups : own;
  if (rows.length === 0) return null;
  const max = rows.every((f) => f.max !== null) ? rows.reduce((n, f) => n + f.max!, 0) : null;
  return { min: rows.reduce((n, f) => n + f.min, 0), max, of: new Set(rows.map((f) => f.group)) };
}
const MEASURES: readonly Measure[] = ["killed", "injured", "captured", "surrendered", "fled", "displaced", "detained"];

export type Counts = "same" | "large" | "near" | "unlike" | "unknown";
/** How two accounts' counts stand to each other, by the first measure that both give of the same people. */
export function counts(a: readonly Figure[], b: readonly Figure[], w: Weights): Counts {
  let best: Counts = "unknown";
  for (const measure of MEASURES) {
    const [x, y] = [sizeOf(a, measure), sizeOf(b, measure)];
    if (!x || !y) continue;
    if (x.min === y.min && x.max === y.max) return x.min >= w.large ? "large" : "same";
    const comparable =
      x.of === null ||
      y.of === null ||
      [...x.of].some((g) => y.of!.has(g) || g === "civilians" || y.of!.has("civilians"));
    if (best !== "unknown" || !comparable) continue;
    const [least, most] = x.min <= y.min ? [x, y] : [y, x];
    const reach = least.max ?? most.min;
    const gap = most.min - reach;
    best = gap <= 0 || gap <= w.near_gap || most.min <= reach * w.near_ratio ? "near" : "unlike";
  }
  return best;
}

const partyPoints = (agreement: Agreement, agree: number, w: Weights): Points | null => {
  if (agreement === "agree") return [agree, "named alike"];
  if (agreement === "kin") return [w.same_side, "of one side"];
  if (agreement === "other") return [w.other_actors, "named otherwise"];
  return null;
};

/** Points for and against; or why the two can never be one. Symmetric in its two accounts. */
export function likeness(a: Account, b: Account, rules: JudgementRules, actors: Actors): Verdict {
  const w = rules.likeness;
  if (a.layer !== b.layer || !mayMeet(a, b, rules)) return never("other kinds of event");
  const reasons: string[] = [];
  let points = 0;
  const add = (p: Points | null, of = ""): void => {
    if (p === null || p[0] === 0) return;
    points += p[0];
    reasons.push(`${of}${p[1]} ${p[0] > 0 ? "+" : ""}${p[0]}`);
  };
  const chain = oneChain(a, b);
  // Two texts are held against each other only where something hangs on it.
  let told: Story | null = null;
  const story = (): Story => {
    told ??= chain ? "same" : storyOfBoth(a, b, rules.story);
    return told;
  };
  const where = place(a, b, story, rules);
  if (typeof where === "string") return never(where);
  const size = counts(a.claim.figures, b.claim.figures, w);
  const recalled = where[0] >= w.same_place && recalls(a, b, size, w);
  const when: Points | string = recalled ? [w.meeting_days, "recalled by its month"] : days(a, b, story, rules);
  if (typeof when === "string") return never(when);
  const elsewhere = where[1] === ELSEWHERE;
  if (elsewhere && when[0] < 0 && story() !== "slips") return never("another place and another day");
  const undated = a.window === null || b.window === null;
  // Without any day nearly everything happened in a wider place.
  if (undated && !chain && (where[0] < w.same_place || a.locus.width > TOWN)) return never("a time is unknown");
  if (
    !recalled &&
    a.claim.background !== b.claim.background &&
    (a.length === null || b.length === null || a.length + b.length > 1) &&
    !beyondSlip(story())
  )
    return never("history, and no exact day");
  const alikeWords = inCommon(a.words, b.words);
  if (chain && a.claim.document !== b.claim.document && alikeWords >= 0.8) add([w.copied_words, "copied words"]);
  add(where);
  add(when);
  if (elsewhere && size === "unlike") return never("another place and another count");
  // What both tell they are compared by: a story speaks for what one of them leaves open, and where it is beyond a slip
  // also for the day before and against another count.
  const open = where[0] < w.same_place || when[0] < w.same_day;
  const contrary = size === "unlike" || when[0] < 0;
  const one = chain || !open || (contrary && !beyondSlip(story())) ? "other" : story();
  if (bridges(one)) add([rules.story[one].points, one === "alike" ? "stories alike" : "one story"]);
  if (a.claim.event === b.claim.event) add([w.same_event, "same event"]);

  const denial = a.claim.stance === "denied" || b.claim.stance === "denied";
  const doers = actors.compare(a.actors, b.actors);
  const done = actors.compare(a.targets, b.targets);
  const extra = a.family.wide ? w.wide_party : 0;
  if (a.family.two_sided) {
    const sides = actors.compare(a.parties, b.parties);
    if (sides === "conflict" && !denial) return never("other sides");
    add(partyPoints(sides, w.same_actors + extra, w), "parties ");
  } else {
    if (doers === "conflict" && !denial) return never("other sides");
    if (done === "conflict" && !denial && doers !== "agree") return never("others' side was the target");
    if (!(denial && doers !== "agree")) add(partyPoints(doers, w.same_actors + extra, w), "actors ");
    if (done === "agree") add([w.same_targets + extra, "same targets"]);
  }
  if (size === "same") add([w.same_figure, "same count"]);
  if (size === "large") add([w.same_large_figure, "same large count"]);
  if (size === "near") add([w.near_figure, "counts near"]);
  if (size === "unlike") {
    const together = a.claim.document === b.claim.document;
    // One speaker in one document, two counts: two happenings. Two speakers side by side there: two counts of one.
    if (together && a.spokenBy === b.spokenBy) return never("one speaker, two counts");
    if (!(together && doers === "agree")) add([w.unlike_figure, "counts unlike"]);
  }
  // Stock phrases recur from day to day: words alone do not carry an account over to the day after.
  if (alikeWords >= (undated ? w.alike_undated : w.alike) && where[0] >= 0 && when[0] >= 0)
    add([w.alike_words, "words alike"]);
  if (a.family.speech && alikeWords < w.alike && done !== "agree" && !denial) return never("other words");
  if (a.claim.document === b.claim.document) add([w.same_document, "same document"]);
  return { points, reasons };
}
