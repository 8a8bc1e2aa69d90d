// Who holds which place, from when to when, by whose account. Every claim of holding, taking or leaving a place is a fact
// of one place, one holder and one day; facts are told in order and one holder's ends another's. A denied claim ends
// nobody's holding: it stands beside it. `to` is the first day on which the holder no longer holds. A province is not its
// town, and what is only planned holds nothing.
import type { JudgementRules } from "../codebook/judgement.ts";
import {
  addDays,
  type ClaimId,
  type ClaimPlace,
  type Day,
  daysBetween,
  type Holding,
  holdingId,
  type Party,
} from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import type { Happening } from "./happening.ts";
import { placeKey, widthOf } from "./locus.ts";
import { byKeys, distinct, fold, grouped, inOrder, wordsOf } from "./names.ts";
import type { Voice } from "./status.ts";

type State = Holding["state"];
interface Teller {
  readonly name: string;
  readonly party: boolean;
  readonly ofHolder: boolean;
  readonly own: boolean;
  readonly monitor: boolean;
}
/** One account of one holder in one place. */
interface Fact {
  readonly place: ClaimPlace;
  readonly holder: Party;
  readonly state: State;
  readonly from: Day | null;
  /** Set where the account itself says until when. */
  readonly to: Day | null;
  readonly claim: ClaimId;
  readonly denied: boolean;
  /** Somebody denies it: it is told, and ends nobody else's holding. */
  readonly disputed: boolean;
  readonly teller: Teller | null;
}

/** Times that end so near to publication are 'since': the account knows of no end. */
const STILL = 1;

function timesOf(account: Account, standing: boolean, rules: JudgementRules): { from: Day | null; to: Day | null } {
  const { time, published, claim } = account;
  // Told as a present fact, without a time: so it stood when it was published, at the latest.
  if (time === null) return { from: claim.background && !standing ? null : published, to: null };
  if (!standing) return { from: time.grain === "span" ? time.end : time.start, to: null };
  const bounded = time.start !== time.end && wordsOf(claim.time?.text ?? "").some((w) => rules.until_words.includes(w));
  const over = published === null || daysBetween(time.end, published) > STILL;
  return { from: time.start, to: bounded && over ? addDays(time.end, 1) : null };
}

function tellerOf(voice: Voice, holder: Party, account: Account, actors: Actors): Teller | null {
  const { origin } = voice;
  if (origin === null) return null;
  const side = actors.sideOf(origin.id);
  const ofHolder =
    origin.id === (holder.id ?? fold(holder.name)) || (side !== null && side === actors.sideOf(holder.id));
  const denier = account.claim.stance === "denied" && account.claim.actors.some((p) => p.id === origin.id);
  return {
    name: origin.name,
    party: voice.party !== null || denier,
    ofHolder,
    own: origin.own,
    monitor: origin.kind === "monitor",
  };
}

function factsOf(h: Happening, actors: Actors, rules: JudgementRules): Fact[] {
  const disputed = h.body.status === "disputed" || h.body.status === "denied";
  const doers = h.accounts.filter((a) => a.claim.stance === "asserted").flatMap((a) => a.claim.actors);
  // 'Our forces' and 'fighters' are nobody in particular, and an observatory holds no town.
  const holds = (p: Party): boolean =>
    p.id === null
      ? ![...rules.force_words, ...rules.hearsay].includes(fold(p.name))
      : !rules.no_holders.includes(actors.kindOf(p.id) ?? "");
  return h.accounts.flatMap((account, i) => {
    const { claim, layer } = account;
    const rule = rules.control.find((r) => r.event === claim.event);
    if (!rule || layer !== "told" || claim.hedge === "possibly") return [];
    const denied = claim.stance === "denied";
    // A denial often names no doer: it denies the doing of those whom the denied accounts name.
    const actorsHere = claim.actors.length > 0 || !denied ? claim.actors : doers;
    const rows: { who: readonly Party[]; state: State | null }[] = [
      { who: actorsHere, state: claim.holding ?? rule.actor },
      {
        who: denied ? [] : claim.targets,
        state: claim.event === "holds" || claim.event === "offensive" ? null : rule.target,
      },
    ];
    const places = claim.places.filter(
      (p) => account.locus.all.has(placeKey(p)) && p.precision !== "near" && widthOf(p) < 6,
    );
    return rows.flatMap(({ who, state }) =>
      state === null
        ? []
        : who.filter(holds).flatMap((holder) =>
            places.map((place): Fact => {
              const times = timesOf(account, claim.event === "holds", rules);
              return {
                place,
                holder,
                state,
                ...times,
                claim: claim.id,
                denied,
                disputed,
                teller: tellerOf(h.voices[i]!, holder, account, actors),
              };
            }),
          ),
    );
  });
}

const holderKey = (p: Party): string => p.id ?? fold(p.name);

/** Facts of one holder and state that different accounts tell of one time: the exact ones set the day. */
interface Turn {
  readonly facts: Fact[];
  readonly state: State;
  readonly holder: Party;
  readonly place: ClaimPlace;
  from: Day | null;
  to: Day | null;
  readonly denied: boolean;
  readonly disputed: boolean;
}

function basisOf(turn: Turn): Holding["basis"] {
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

/** The turns of one place: each opens, is confirmed, and ends when another takes the place or its holder leaves. */
function turnsOf(facts: readonly Fact[], actors: Actors): Turn[] {
  const turns: Turn[] = [];
  const open = new Map<string, Turn>();
  const sorted = facts.toSorted(
    byKeys(
      (f) => f.from ?? "~",
      (f) => WITHIN_DAY.indexOf(f.state),
      (f) => holderKey(f.holder),
      (f) => f.claim,
    ),
  );
  for (const f of sorted) {
    if (f.from === null) {
      // Nobody knows when: it stands with what dated accounts tell of the same, else by itself and of no day.
      const alike = (t: Turn): boolean => t.state === f.state && t.denied === f.denied && t.disputed === f.disputed;
      const same = turns.filter((t) => alike(t) && holderKey(t.holder) === holderKey(f.holder));
      if (same.length === 1) same[0]!.facts.push(f);
      else turns.push({ ...f, facts: [f] });
      continue;
    }
    const slot = `${holderKey(f.holder)} ${f.denied ? "denied" : "told"}`;
    const now = open.get(slot);
    if (now && now.state === f.state && now.disputed === f.disputed && (now.to === null || f.from <= now.to)) {
      now.facts.push(f);
      if (now.to !== null && f.to === null) now.to = null;
      continue;
    }
    const { state, holder, place, from, to, denied, disputed } = f;
    const turn: Turn = { facts: [f], state, holder, place, from, to, denied, disputed };
    // Leaving ends what the holder held, and taking ends what others held, unless somebody denies that it happened.
    const ends = !denied && !disputed;
    // Who takes a place together, or is of one side, does not drive the other out unless an account says so.
    const beside = (o: Turn): boolean =>
      o.facts.some((x) => x.claim === f.claim) ||
      ["agree", "kin"].includes(actors.compare(actors.who([o.holder]), actors.who([holder])));
    for (const [key, other] of open) {
      if (other === turn || other.denied !== denied) continue;
      const sameHolder = holderKey(other.holder) === holderKey(holder);
      if (
        sameHolder
          ? !(denied || disputed !== other.disputed)
          : ends && state === "controls" && other.state !== "left" && other.state !== "contested" && !beside(other)
      ) {
        if (other.to === null || other.to > f.from) other.to = f.from;
        open.delete(key);
      }
    }
    turns.push(turn);
    open.set(slot, turn);
  }
  // Fought for and won within a day: only the winning is a state of any day.
  const brief = (t: Turn): boolean =>
    t.from !== null &&
    t.from === t.to &&
    turns.some((o) => o !== t && o.from === t.from && o.to !== o.from && holderKey(o.holder) === holderKey(t.holder));
  return turns.filter((t) => !brief(t));
}

/** A holding, and the place by its key whose history it is part of. */
export interface Held {
  readonly ground: string;
  readonly holding: Holding;
}

/** The places whose histories each claim tells. */
export const groundsOf = (
  happenings: readonly Happening[],
  actors: Actors,
  rules: JudgementRules,
): ReadonlyMap<ClaimId, string[]> => {
  const facts = happenings.flatMap((h) => factsOf(h, actors, rules));
  return new Map(
    [...grouped(facts, (f) => f.claim)].map(([claim, same]) => [claim, distinct(same.map((f) => placeKey(f.place)))]),
  );
};

/** Every holding, by place, day and holder. The history of a place rests on the happenings there alone. */
export function holdings(happenings: readonly Happening[], actors: Actors, rules: JudgementRules): Held[] {
  const facts = happenings.flatMap((h) => factsOf(h, actors, rules));
  const rows: Held[] = [];
  const used = new Set<string>();
  for (const [key, here] of grouped(facts, (f) => placeKey(f.place)))
    for (const turn of turnsOf(here, actors)) {
      const { place, holder } = turn;
      const basis = basisOf(turn);
      let id = holdingId(key, holderKey(holder), `${turn.from ?? ""} ${turn.state}`, basis);
      for (let n = 2; used.has(id); n++)
        id = holdingId(key, holderKey(holder), `${turn.from ?? ""} ${turn.state} ${n}`, basis);
      used.add(id);
      const area = key.endsWith("~");
      const held: Holding = {
        id,
        place: {
          id: area ? null : place.id,
          name: area ? `${place.name} (part or surroundings)` : place.name,
          kind: area ? null : place.kind,
          lat: place.lat,
          lon: place.lon,
          within: place.within,
        },
        holder: { id: holder.id, name: holder.name },
        from: turn.from,
        to: turn.to,
        state: turn.state,
        basis,
        accounts: distinct(turn.facts.map((f) => f.teller?.name).filter((n) => n !== undefined)).sort(inOrder),
        claims: distinct(turn.facts.map((f) => f.claim)).sort(inOrder),
      };
      rows.push({ ground: key, holding: held });
    }
  return rows.sort((a, b) => inHistory(a.holding, b.holding));
}

const inHistory = byKeys<Holding>(
  (r) => r.place.name,
  (r) => r.place.id ?? "",
  (r) => r.from ?? "",
  (r) => r.holder.name,
  (r) => r.state,
  (r) => r.id,
);

/** The holdings of that day: begun by then and not yet ended. One whose beginning nobody dates is of no day. */
export const holdingsAt = (all: readonly Holding[], at: Day): Holding[] =>
  all.filter((h) => h.from !== null && h.from <= at && (h.to === null || at < h.to));
