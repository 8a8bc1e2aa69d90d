// What each account says of who stood how in which place from which day: the facts that holdings are made of. A fact is one
// account's, of one place, one party and one state; what follows from several of them is in control-turns.ts. The rules are
// data (judgement.yaml, control) and written out for an analyst in docs/control.md.
import type { JudgementRules } from "../codebook/judgement.ts";
import {
  addDays,
  type Claim,
  type ClaimId,
  type ClaimPlace,
  type Day,
  type DocumentId,
  daysBetween,
  type Holding,
  type Party,
} from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors } from "./actors.ts";
import type { Happening } from "./happening.ts";
import { placeKey, widthOf } from "./locus.ts";
import { fold, wordsOf } from "./names.ts";
import type { Voice } from "./status.ts";

export type State = Holding["state"];
export interface Teller {
  readonly name: string;
  readonly party: boolean;
  readonly ofHolder: boolean;
  readonly own: boolean;
  readonly monitor: boolean;
}
/** One account of one holder in one place. */
export interface Fact {
  readonly place: ClaimPlace;
  readonly holder: Party;
  readonly state: State;
  readonly from: Day | null;
  /** Set where the account itself says until when. */
  readonly to: Day | null;
  /** No words give the day: it is that of publication. */
  readonly undated: boolean;
  /** Tells of a change, not of how things stand. */
  readonly taking: boolean;
  /** From whom it was taken, by the account's own words. */
  readonly losers: readonly Party[];
  /** Lost in this account: until then it was held. */
  readonly lost: boolean;
  readonly claim: ClaimId;
  readonly document: DocumentId;
  readonly published: Day | null;
  readonly denied: boolean;
  /** Somebody denies it: it is told, and ends nobody else's holding. */
  readonly disputed: boolean;
  readonly teller: Teller | null;
}

/** 'Parts of Homs', 'the countryside of Hama': one name for places that may be several. */
export const isPart = (place: ClaimPlace): boolean => placeKey(place).endsWith("~");

/** What is held under one key: the place itself, parts of it, or the region that bears a town's name and is not the town. */
export function groundOf(place: ClaimPlace): { key: string } & Pick<Holding["place"], "id" | "name" | "kind"> {
  const key = placeKey(place);
  if (isPart(place)) return { key, id: null, name: `${place.name} (part or surroundings)`, kind: null };
  const namesake = place.precision === "region" && place.kind !== null && TOWNS.has(place.kind);
  if (namesake) return { key: `${key}^`, id: null, name: `${place.name} region`, kind: "region" };
  return { key, id: place.id, name: place.name, kind: place.kind };
}
const TOWNS = new Set(["city", "town", "village"]);
export const holderKey = (p: Party): string => p.id ?? fold(p.name);

interface Times {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly undated: boolean;
}

function timesOf(account: Account, standing: boolean, rules: JudgementRules): Times {
  const { time, published, claim } = account;
  const { still, short_span } = rules.control_days;
  // Told as a present fact, without a time: so it stood when it was published, at the latest.
  if (time === null) return { from: claim.background && !standing ? null : published, to: null, undated: true };
  const dated = (from: Day, to: Day | null = null): Times => ({ from, to, undated: false });
  const length = daysBetween(time.start, time.end);
  if (!standing) {
    // 'Since July' begins in July; of a month or a few weeks the first day counts, of a longer time the last.
    const since = time.end === published && length > 0;
    return dated(time.grain === "span" && !since && length > short_span ? time.end : time.start);
  }
  const bounded = time.start !== time.end && wordsOf(claim.time?.text ?? "").some((w) => rules.until_words.includes(w));
  const over = published === null || daysBetween(time.end, published) > still;
  return dated(time.start, bounded && over ? addDays(time.end, 1) : null);
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

/** Whether somebody can hold ground: 'our forces' and 'allies' are nobody in particular, an observatory holds no town, nor does a town. */
function canHold(p: Party, claim: Claim, actors: Actors, rules: JudgementRules): boolean {
  if (p.id !== null) return !rules.no_holders.includes(actors.kindOf(p.id) ?? "");
  const name = fold(p.name);
  if ([...rules.force_words, ...rules.hearsay, ...rules.nobody].includes(name)) return false;
  return !claim.places.some((place) => fold(place.name) === name || fold(place.text) === name);
}

export function factsOf(h: Happening, actors: Actors, rules: JudgementRules): Fact[] {
  const disputed = h.body.status === "disputed" || h.body.status === "denied";
  const doers = h.accounts.filter((a) => a.claim.stance === "asserted").flatMap((a) => a.claim.actors);
  return h.accounts.flatMap((account, i) => {
    const { claim, layer } = account;
    const rule =
      rules.control.find((r) => r.event === claim.event && r.holding === claim.holding) ??
      rules.control.find((r) => r.event === claim.event && r.holding === null);
    if (!rule || layer !== "told" || claim.hedge === "possibly") return [];
    const denied = claim.stance === "denied";
    // A denial often names no doer: it denies the doing of those whom the denied accounts name.
    const actorsHere = claim.actors.length > 0 || !denied ? claim.actors : doers;
    const rows: { who: readonly Party[]; state: State | null }[] = [
      { who: actorsHere, state: rule.holding === null ? (claim.holding ?? rule.actor) : rule.actor },
      { who: denied ? [] : claim.targets, state: rule.target },
    ];
    const places = claim.places.filter(
      (p) => account.locus.all.has(placeKey(p)) && p.precision !== "near" && widthOf(p) < 6,
    );
    const holding = (p: Party): boolean => canHold(p, claim, actors, rules);
    const losers = denied
      ? []
      : rows.flatMap(({ who, state }) => (state === "left" && rule.taken ? who.filter(holding) : []));
    // Who takes a part of a place, or what lies around it, is there, and others may be in other parts.
    const of = (state: State, place: ClaimPlace): State =>
      state === "controls" && isPart(place) ? rules.control_part : state;
    return rows.flatMap(({ who, state }) =>
      state === null
        ? []
        : who.filter(holding).flatMap((holder) =>
            places.map(
              (place): Fact => ({
                place,
                holder,
                state: of(state, place),
                ...timesOf(account, rule.standing, rules),
                taking: !rule.standing,
                losers: state === "controls" ? losers.filter((l) => holderKey(l) !== holderKey(holder)) : [],
                lost: losers.includes(holder) && !isPart(place),
                claim: claim.id,
                document: claim.document,
                published: account.published,
                denied,
                disputed,
                teller: tellerOf(h.voices[i]!, holder, account, actors),
              }),
            ),
          ),
    );
  });
}

/**
 * What a history tells without a day is no state of the day on which it was published: a document whose last dated fact is older
 * than `history` days dates nothing by its publication.
 */
export function withoutPublication(facts: readonly Fact[], rules: JudgementRules): Fact[] {
  const last = new Map<DocumentId, Day>();
  for (const { document, from, undated } of facts) {
    const known = last.get(document);
    if (from !== null && !undated && (known === undefined || known < from)) last.set(document, from);
  }
  return facts.map((f) => {
    const told = last.get(f.document);
    const past =
      told !== undefined && f.published !== null && daysBetween(told, f.published) > rules.control_days.history;
    return f.undated && past ? { ...f, from: null } : f;
  });
}
