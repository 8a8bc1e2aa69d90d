// Holdings and orders as the view gives them, in the judge's order, and the decisions as they were appended. They are
// few, so they are read whole and filtered here. What an order's status is on a day is for resolve to say.
import { addDays, type Decision, type Holding, type Order, type OrderId } from "../model/index.ts";
import { ofClaims } from "./conditions.ts";
import type { Database } from "./database.ts";
import { keyOf, plain } from "./plain.ts";
import { decisionOf } from "./rows.ts";
import type { Filter } from "./view.ts";
import { type Names, placesWithin, type Wanted, wanted } from "./wanted.ts";

interface Spanned {
  readonly from: string | null;
  readonly to: string | null;
}

/** An open end lasts; with no beginning, only the end is known; with neither, nothing is. */
function meets({ from, to }: Spanned, w: Wanted): boolean {
  if (w.from === null && w.to === null) return true;
  const start = from ?? to;
  if (start === null) return false;
  return (w.to === null || start <= w.to) && (w.from === null || to === null || to >= w.from);
}

/** Which of the claims a filter on claims (source, outlet, document, words, stance) lets through; null: no such filter. */
async function toldBy(db: Database, w: Wanted): Promise<ReadonlySet<string> | null> {
  const { sources, outlet, document, match, stance } = w;
  if (sources === null && outlet === null && document === null && match === null && stance === null) return null;
  const bare = { ...w, event: null, status: null, places: null, actors: null, from: null, to: null };
  const asked = { ...bare, incidents: null, background: null, tally: null };
  const rows = await db
    .selectFrom("claims")
    .select("id")
    .where((eb) => ofClaims(eb, asked))
    .execute();
  return new Set(rows.map((r) => r.id));
}

async function chosen<T extends { readonly claims: readonly string[] }>(
  db: Database,
  filter: Filter,
  names: Names | undefined,
  list: readonly T[],
  has: {
    place: (t: T) => { id: string | null; name: string; within: readonly string[] } | null;
    parties: (t: T) => readonly { id: string | null; name: string }[];
    status: (t: T) => string;
    span: (t: T) => Spanned;
  },
): Promise<readonly T[]> {
  const w = await wanted(db, filter, names);
  const inside = w.places === null ? null : await placesWithin(db, w.places);
  const told = await toldBy(db, w);
  const asked = plain(filter.place ?? "");
  const found = list.filter((t) => {
    const place = has.place(t);
    const there =
      place !== null &&
      // Containers are known by name only here: that serves a name, while an id goes by what claims say lies within it.
      (inside?.has(keyOf(place.id, place.name)) || [place.name, ...place.within].some((n) => plain(n) === asked));
    if (inside !== null && !there) return false;
    if (w.actors !== null && !has.parties(t).some((p) => w.actors?.includes(keyOf(p.id, p.name)))) return false;
    if (w.status !== null && has.status(t) !== w.status) return false;
    if (told !== null && !t.claims.some((c) => told.has(c))) return false;
    return meets(has.span(t), w);
  });
  return filter.limit === undefined ? found : found.slice(0, filter.limit);
}

async function read<T>(db: Database, table: "holdings" | "orders"): Promise<readonly T[]> {
  const rows = await db.selectFrom(table).select("body").orderBy("sort").execute();
  return rows.map((row) => JSON.parse(row.body) as T);
}

/** `status` is the state of holding; `actor` the holder. `to` is the first day on which it is over: the day before is its last. */
export async function holdings(db: Database, filter: Filter, names?: Names): Promise<readonly Holding[]> {
  return await chosen(db, filter, names, await read<Holding>(db, "holdings"), {
    place: (h) => h.place,
    parties: (h) => [h.holder],
    status: (h) => h.state,
    span: ({ from, to }) => ({ from, to: to === null ? null : addDays(to, -1) }),
  });
}

/**
 * `actor` is who issued it or whom it is for. `at`: announced or begun by that day, ended or not, for one who asks on the
 * 7th what holds must hear of what expired on the 6th; `from` and `to` meet the time in which it held.
 */
export async function orders(db: Database, filter: Filter, names?: Names): Promise<readonly Order[]> {
  const began = (o: Order): string | null => o.from ?? o.announced;
  const lasts = (o: Order): string | null => (filter.at !== undefined ? null : (o.lifted ?? o.until));
  return await chosen(db, filter, names, await read<Order>(db, "orders"), {
    place: (o) => o.place,
    parties: (o) => [...o.issuer, ...o.for],
    status: (o) => o.status,
    span: (o) => ({ from: began(o), to: lasts(o) }),
  });
}

export async function order(db: Database, id: OrderId): Promise<Order | null> {
  const row = await db.selectFrom("orders").select("body").where("id", "=", id).executeTakeFirst();
  return row ? (JSON.parse(row.body) as Order) : null;
}

/** As appended; with a target, those on it and, for an incident, on the ids that lead to it. */
export async function decisions(db: Database, target?: { kind: string; id: string }): Promise<readonly Decision[]> {
  let found = db.selectFrom("decisions").selectAll().orderBy("position");
  if (target) {
    const ids = target.kind === "incident" ? await ledHere(db, target.id) : [target.id];
    found = found.where("target_kind", "=", target.kind).where("target_id", "in", ids);
  }
  return (await found.execute()).map(decisionOf);
}

/** The id and every older one that was merged or split into it. */
async function ledHere(db: Database, id: string): Promise<readonly string[]> {
  const log = await db.selectFrom("incident_log").select(["id", "into"]).where("into", "<>", "[]").execute();
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const row of log) if ((JSON.parse(row.into) as string[]).some((into) => found.has(into))) found.add(row.id);
  }
  return [...found];
}
