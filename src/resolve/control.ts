// Who holds which place, from when to when, by whose account. Every claim of holding, taking or leaving a place is a fact
// of one place, one holder and one day (control-facts.ts); facts are told in order and one holder's ends another's
// (control-turns.ts). A denied claim ends nobody's holding: it stands beside it. `to` is the first day on which the holder no
// longer holds. A province is not its town, and what is only planned holds nothing.
import type { JudgementRules } from "../codebook/judgement.ts";
import { type ClaimId, type Day, type DocumentId, type Holding, holdingId } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { type Fact, factsOf, groundOf, holderKey, withoutPublication } from "./control-facts.ts";
import { basisOf, type Turn, turnsOf } from "./control-turns.ts";
import type { Happening } from "./happening.ts";
import { byKeys, distinct, grouped, inOrder } from "./names.ts";

/** Names by which accounts call it, but for words that only point back: 'the town'. */
const othersThan = (name: string, names: readonly string[]): string[] =>
  distinct(names.filter((n) => n !== name && !/^(?:the|this|that|its?)\b/.test(n))).sort(inOrder);

/** Never by which claim came first: ids of claims change with a document's version. */
const mostTold = (names: readonly string[]): string =>
  [...grouped(names, (n) => n)].sort((a, b) => b[1].length - a[1].length || inOrder(a[0], b[0]))[0]![0];

function placeOf({ place }: Turn, here: readonly Fact[]): Holding["place"] {
  const { id, name, kind } = groundOf(place);
  const names = here.flatMap((f) => [f.place.name, f.place.text, ...f.place.aliases]);
  const aliases = name === place.name ? othersThan(name, names) : [];
  return { id, name, aliases, kind, lat: place.lat, lon: place.lon, within: place.within };
}

/** A holding, and the place by its key whose history it is part of. */
export interface Held {
  readonly ground: string;
  readonly holding: Holding;
}

const factsIn = (happenings: readonly Happening[], actors: Actors, rules: JudgementRules): Fact[] =>
  happenings.flatMap((h) => factsOf(h, actors, rules));

/** The places whose histories each claim tells. */
export const groundsOf = (
  happenings: readonly Happening[],
  actors: Actors,
  rules: JudgementRules,
): ReadonlyMap<ClaimId, string[]> =>
  new Map(
    [...grouped(factsIn(happenings, actors, rules), (f) => f.claim)].map(([claim, same]) => [
      claim,
      distinct(same.map((f) => groundOf(f.place).key)),
    ]),
  );

/** Documents that tell of these places without a day: whether their publication dates it depends on all that they tell. */
export const undatedOn = (
  grounds: ReadonlySet<string>,
  happenings: readonly Happening[],
  actors: Actors,
  rules: JudgementRules,
): DocumentId[] =>
  distinct(
    factsIn(happenings, actors, rules)
      .filter((f) => f.undated && grounds.has(groundOf(f.place).key))
      .map((f) => f.document),
  );

/** Every holding, by place, day and holder. The history of a place rests on the happenings there, and their documents. */
export function holdings(happenings: readonly Happening[], actors: Actors, rules: JudgementRules): Held[] {
  const facts = withoutPublication(factsIn(happenings, actors, rules), rules);
  const rows: Held[] = [];
  const used = new Set<string>();
  for (const [key, here] of grouped(facts, (f) => groundOf(f.place).key))
    for (const turn of turnsOf(here, actors, rules.control_days)) {
      const { holder, before } = turn;
      const basis = basisOf(turn);
      let id = holdingId(key, holderKey(holder), `${turn.from ?? ""} ${turn.state}`, basis);
      for (let n = 2; used.has(id); n++)
        id = holdingId(key, holderKey(holder), `${turn.from ?? ""} ${turn.state} ${n}`, basis);
      used.add(id);
      const name = mostTold(turn.facts.map((f) => f.holder.name));
      const known = holder.id === null ? null : actors.nameOf(holder.id);
      const holding: Holding = {
        id,
        place: placeOf(turn, here),
        holder: {
          id: holder.id,
          name,
          aliases: othersThan(name, [...turn.facts.map((f) => f.holder.name), ...(known === null ? [] : [known])]),
        },
        before: before === null ? null : { id: before.id, name: before.name },
        from: turn.from,
        to: turn.to,
        state: turn.state,
        basis,
        accounts: distinct(turn.facts.map((f) => f.teller?.name).filter((n) => n !== undefined)).sort(inOrder),
        claims: distinct(turn.facts.map((f) => f.claim)).sort(inOrder),
      };
      rows.push({ ground: key, holding });
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
