// Which order takes which earlier one's place: a later one of the same kind and issuer, for the same or a wider place.
// Orders are looked up by issuer and place, so that each is compared with few. Ends no order: that is for claims to say.
import type { Day, Order } from "../model/index.ts";
import type { Actors, Who } from "./actors.ts";
import { placeKey } from "./locus.ts";

const dayOf = (o: Order): Day | null => o.announced ?? o.from;

/** Whatever two issuers have in common that are one or of one side. */
const marks = (who: Who): string[] => [
  ...[...who.ids].map((id) => `id ${id}`),
  ...[...who.sides].map((side) => `side ${side}`),
  ...[...who.names].flatMap((name) => [`name ${name}`, ...name.split(" ").map((word) => `word ${word}`)]),
];
/** Places whose order an order of this place may take the place of, and under which it is itself found. */
const sought = (o: Order): string[] =>
  o.place === null
    ? ["any"]
    : ["none", `is ${placeKey(o.place)}`, ...(o.place.id === null ? [] : [`in ${o.place.id}`])];
const filed = (o: Order): string[] => [
  "any",
  ...(o.place === null ? ["none"] : [`is ${placeKey(o.place)}`, ...o.place.within_ids.map((id) => `in ${id}`)]),
];

/** The orders of one kind, in order of making, each with the id of the one that it takes the place of. */
export function superseding(orders: readonly Order[], actors: Actors): Order[] {
  const found = new Map<string, number[]>();
  return orders.map((order, at) => {
    const day = dayOf(order);
    if (day === null || order.status === "proposed") return order;
    const who = actors.who(order.issuer);
    const keys = (places: readonly string[]): string[] =>
      marks(who).flatMap((mark) => places.map((place) => `${mark}\t${place}`));
    const earlier = latest(
      keys(sought(order)).map((key) => found.get(key) ?? []),
      (i) => {
        const how = actors.compare(actors.who(orders[i]!.issuer), who);
        return dayOf(orders[i]!)! < day && (how === "agree" || how === "kin");
      },
    );
    for (const key of new Set(keys(filed(order)))) {
      const list = found.get(key);
      if (list) list.push(at);
      else found.set(key, [at]);
    }
    return earlier === null ? order : { ...order, supersedes: orders[earlier]!.id };
  });
}

/** The highest number in ascending lists of which `holds` is true. */
function latest(lists: readonly (readonly number[])[], holds: (n: number) => boolean): number | null {
  let best: number | null = null;
  for (const list of lists)
    for (let i = list.length - 1; i >= 0; i--) {
      const n = list[i]!;
      if (best !== null && n <= best) break;
      if (!holds(n)) continue;
      best = n;
      break;
    }
  return best;
}
