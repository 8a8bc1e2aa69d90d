// A filter made ready: names looked up, days checked, old incident ids led on, words turned into a query. Conditions are
// made from what comes out, so that every list means the same by the same filter.
import { sql } from "kysely";
import { checkedDay } from "./clock.ts";
import type { Database } from "./database.ts";
import { leadIncident } from "./lead-on.ts";
import { plain } from "./plain.ts";
import type { TermTable } from "./tables.ts";
import type { Filter } from "./view.ts";
import { matchOf } from "./words.ts";

/** Names that the codebook knows and that no claim may have used: alias -> ids. Without it, names in claims are known. */
export interface Names {
  places(name: string): readonly string[];
  actors(name: string): readonly string[];
}

/** Null in a slot: not filtered by it. An empty list: nothing can match. */
export interface Wanted {
  readonly event: string | null;
  readonly status: string | null;
  readonly stance: string | null;
  /** Keys of the places named; what lies within them is found by the condition. */
  readonly places: readonly string[] | null;
  readonly actors: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly outlet: string | null;
  readonly document: string | null;
  readonly incidents: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly background: 0 | 1 | null;
  readonly tally: 0 | 1 | null;
  /** '' finds nothing. */
  readonly match: string | null;
}

const flag = (value: boolean | undefined): 0 | 1 | null => (value === undefined ? null : value ? 1 : 0);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

/** The keys that a name or id stands for, as place, actor or source. */
export async function keysOf(
  db: Database,
  kind: TermTable["kind"],
  name: string,
  known?: (name: string) => readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("terms")
    .select("key")
    .where("kind", "=", kind)
    .where("plain", "=", plain(name))
    .execute();
  // An id is asked for by itself: 'homs' the city's id must not also mean a province that is called Homs.
  const ids = rows.filter((r) => r.key === name).map((r) => r.key);
  if (ids.length > 0) return ids;
  // The codebook is asked last: it costs far more to load than the ledger, and knows towns that no claim is about.
  const found = rows.length > 0 ? rows.map((r) => r.key) : (known?.(name) ?? []);
  return [...new Set(found)].sort();
}

/** @throws UserError for a day that is none */
export async function wanted(db: Database, filter: Filter, names?: Names): Promise<Wanted> {
  const { place, actor, source } = filter;
  const at = filter.at === undefined ? null : checkedDay(filter.at, "at");
  const from = filter.from === undefined ? null : checkedDay(filter.from, "from");
  const to = filter.to === undefined ? null : checkedDay(filter.to, "to");
  return {
    event: filter.event ?? null,
    status: filter.status ?? null,
    stance: filter.stance ?? null,
    places: place === undefined ? null : await keysOf(db, "place", place, names?.places),
    actors: actor === undefined ? null : await keysOf(db, "actor", actor, names?.actors),
    sources: source === undefined ? null : await keysOf(db, "source", source, names?.actors),
    outlet: filter.outlet === undefined ? null : plain(filter.outlet),
    document: filter.document ?? null,
    incidents: filter.incident === undefined ? null : await leadIncident(db, filter.incident),
    from: later(from, at),
    to: earlier(to, at),
    background: flag(filter.background),
    tally: flag(filter.tally),
    match: filter.q === undefined ? null : (matchOf(filter.q) ?? ""),
  };
}

/** Keys of the places wanted and of everything within them. */
export async function placesWithin(db: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ place: string }>`select place from place_within
    where container in (select value from json_each(${JSON.stringify(keys)}))`.execute(db);
  return new Set([...keys, ...rows.rows.map((r) => r.place)]);
}
