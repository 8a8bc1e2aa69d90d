// The facts of one place told in order: each opens a turn, confirms one, or ends another's. Leaving ends what the holder held,
// taking ends what others held; what is denied or disputed ends nothing. `to` is the first day on which a turn is over.
import { type ClaimPlace, type Day, daysBetween, type Holding, type Party } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { type Fact, holderKey, isPart, type State } from "./control-facts.ts";
import { byKeys, grouped } from "./names.ts";

/** Facts of one holder and state that different accounts tell of one time: the exact ones set the day. */
export interface Turn {
  readonly facts: Fact[];
  readonly state: State;
  readonly holder: Party;
  readonly place: ClaimPlace;
  from: Day | null;
  to: Day | null;
  /** Who held it until then, as told: from whom it was taken, or whose holding it ended. */
  before: Party | null;
  readonly denied: boolean;
  readonly disputed: boolean;
}

export function basisOf(turn: Turn): Holding["basis"] {
  if (turn.denied) return "denied";
  const tellers = [
    ...grouped(
      turn.facts.map((f) => f.teller).filter((t) => t !== null),
      (t) => t.name,
    ).values(),
  ].map((same) => same[0]!);
  const apart = tellers.filter((t) => !t.party && !t.ofHolder);
  if (!turn.disputed && apart.length >= 2) return "assessed";
  if (tellers.length > 0 && tellers.every((t) => t.ofHolder)) return "claimed_by_holder";
  return "claimed_by_other";
}

/** What comes first of one day: who leaves makes room, who fights may win. */
const WITHIN_DAY: readonly State[] = ["left", "contested", "besieged", "present", "controls"];

/** Who moves into a place that its holder left a few days before, and does not fight for it, has it. */
function movedIn(facts: readonly Fact[], vacated: number): Fact[] {
  const left = facts.filter((f) => f.state === "left" && f.from !== null && !f.denied && !f.disputed);
  const empty = (f: Fact): boolean =>
    left.some(
      (l) =>
        l.from! <= f.from! && daysBetween(l.from!, f.from!) <= vacated && holderKey(l.holder) !== holderKey(f.holder),
    );
  return facts.map((f) =>
    f.state === "present" && f.from !== null && !f.denied && !isPart(f.place) && empty(f)
      ? { ...f, state: "controls" as const }
      : f,
  );
}

const holds = (t: Turn): boolean => t.state === "controls" && !t.denied;

/** The turns of one place. */
export function turnsOf(told: readonly Fact[], actors: Actors, days: { readonly vacated: number }): Turn[] {
  const turns: Turn[] = [];
  const open = new Map<string, Turn>();
  const sorted = movedIn(told, days.vacated).toSorted(
    byKeys(
      (f) => f.from ?? "~",
      (f) => WITHIN_DAY.indexOf(f.state),
      (f) => holderKey(f.holder),
      (f) => f.claim,
    ),
  );
  for (const f of sorted) {
    const { state, holder, place, from, to, denied, disputed } = f;
    if (from === null) {
      // Nobody knows when: it stands with what dated accounts tell of the same, else by itself and of no day.
      const alike = (t: Turn): boolean => t.state === state && t.denied === denied && t.disputed === disputed;
      const same = turns.filter((t) => alike(t) && holderKey(t.holder) === holderKey(holder));
      if (same.length === 1) same[0]!.facts.push(f);
      else turns.push({ facts: [f], state, holder, place, from, to, before: f.losers[0] ?? null, denied, disputed });
      continue;
    }
    const slot = `${holderKey(holder)} ${denied ? "denied" : "told"}`;
    const now = open.get(slot);
    if (now && now.state === state && now.disputed === disputed && (now.to === null || from <= now.to)) {
      now.facts.push(f);
      now.before ??= f.losers[0] ?? null;
      if (now.to !== null && to === null) now.to = null;
      // Told anew as taken: whatever fight there was since is over.
      if (holds(now) && f.taking && !disputed) endFights(open, from);
      continue;
    }
    // Who holds a place and attacks from it does not contest it.
    if (now && state === "contested" && holds(now) && !disputed && (now.to === null || from < now.to)) continue;
    const turn: Turn = { facts: [f], state, holder, place, from, to, before: f.losers[0] ?? null, denied, disputed };
    // Leaving ends what the holder held, and taking ends what others held, unless somebody denies that it happened.
    const ends = !denied && !disputed && state === "controls";
    // Who takes a place together, or is of one side, does not drive the other out unless an account says so.
    const beside = (o: Turn): boolean =>
      !f.losers.some((l) => holderKey(l) === holderKey(o.holder)) &&
      (o.facts.some((x) => x.claim === f.claim && x.state === state) ||
        ["agree", "kin"].includes(actors.compare(actors.who([o.holder]), actors.who([holder]))));
    // Fighting goes on beside a standing holder; a taking decides it.
    const yields = (o: Turn): boolean => (o.state === "contested" ? f.taking : o.state !== "left" && !beside(o));
    for (const [key, other] of open) {
      if (other === turn || other.denied !== denied) continue;
      const sameHolder = holderKey(other.holder) === holderKey(holder);
      if (sameHolder ? !(denied || disputed !== other.disputed) : ends && yields(other)) {
        if (!sameHolder && holds(other)) turn.before ??= other.holder;
        if (other.to === null || other.to > from) other.to = from;
        open.delete(key);
      }
    }
    // Nobody's holding ended, since another took it together with this one, or its holder had left just before.
    if (ends)
      turn.before ??=
        turns.find((t) => t.from === from && t.state === state && t.facts.some((x) => x.claim === f.claim))?.before ??
        leftBefore(turns, turn, days.vacated);
    turns.push(turn);
    open.set(slot, turn);
  }
  return withLost(turns.filter((t) => !isBrief(t, turns)));
}

function endFights(open: Map<string, Turn>, from: Day): void {
  for (const [key, turn] of open)
    if (turn.state === "contested" && !turn.denied) {
      if (turn.to === null || turn.to > from) turn.to = from;
      open.delete(key);
    }
}

function leftBefore(turns: readonly Turn[], turn: Turn, vacated: number): Party | null {
  const left = turns.findLast(
    (t) =>
      t.state === "left" &&
      t.from !== null &&
      !t.denied &&
      holderKey(t.holder) !== holderKey(turn.holder) &&
      daysBetween(t.from, turn.from!) <= vacated,
  );
  return left?.holder ?? null;
}

/** Fought for and won within a day: only the winning is a state of any day. */
const isBrief = (t: Turn, all: readonly Turn[]): boolean =>
  t.from !== null &&
  t.from === t.to &&
  (t.state === "contested" ||
    all.some((o) => o !== t && o.from === t.from && o.to !== o.from && holderKey(o.holder) === holderKey(t.holder)));

/** Who is told to have lost a place held it until then, from a day that nobody gives. */
function withLost(turns: readonly Turn[]): Turn[] {
  const held = (t: Turn, at: Day): boolean =>
    turns.some(
      (o) =>
        holds(o) &&
        holderKey(o.holder) === holderKey(t.holder) &&
        o.from !== null &&
        o.from <= at &&
        (o.to === null || o.to >= at || daysBetween(o.to, at) <= 1),
    );
  const lost = turns.flatMap((t): Turn[] => {
    const facts = t.facts.filter((f) => f.lost && !f.disputed);
    if (t.state !== "left" || t.from === null || t.denied || t.disputed || !facts.length || held(t, t.from)) return [];
    return [{ ...t, facts, state: "controls", from: null, to: t.from, before: null }];
  });
  return [...turns, ...lost];
}
