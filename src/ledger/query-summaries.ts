// Actors, places and sources as the claims name them, counted over the claims that a filter lets through. Whoever has no
// id in the codebook is counted under the plain form of the name. The most named come first.
import { sql } from "kysely";
import type { Holding } from "../model/index.ts";
import { ofClaims } from "./conditions.ts";
import type { Database } from "./database.ts";
import { keyOf } from "./plain.ts";
import { holdings } from "./query-judged.ts";
import type { ActorRow, Filter, PlaceRow, SourceRow } from "./view.ts";
import { type Names, wanted } from "./wanted.ts";

/** As it is most often named, whatever is asked; the smaller spelling where two are as frequent. */
const named = (table: "claim_actors" | "claim_places" | "claim_sources") =>
  sql<string>`(select x.name from ${sql.table(table)} x join claims on claims.row = x.claim
    where x.key = named.key and claims.withdrawn is null
    group by x.name order by count(*) desc, x.name limit 1)`.as("name");
const CLAIMS = sql<number>`count(distinct named.claim)`.as("claims");
const INCIDENTS = sql<number>`count(distinct j.incident)`.as("incidents");
const byCount = <T extends { claims: number; name: string }>(a: T, b: T): number =>
  b.claims - a.claims || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Whoever acts or is acted on. `first` and `last` are days of what they are named in. */
export async function actors(db: Database, filter: Filter, names?: Names): Promise<readonly ActorRow[]> {
  const w = await wanted(db, filter, names);
  const rows = await db
    .with("chosen", (q) =>
      q
        .selectFrom("claims")
        .select(["row", "id as claim_id", "time_start", "time_end"])
        .where((eb) => ofClaims(eb, w)),
    )
    .selectFrom("claim_actors as named")
    .innerJoin("chosen as c", "c.row", "named.claim")
    .leftJoin("incident_claims as j", "j.claim", "c.claim_id")
    .select((eb) => [
      "named.key",
      "named.id",
      named("claim_actors"),
      CLAIMS,
      INCIDENTS,
      eb.fn.min("c.time_start").as("first"),
      eb.fn.max("c.time_end").as("last"),
    ])
    .groupBy("named.key")
    .execute();
  return rows.map(({ key: _key, ...row }) => ({ ...row, id: row.id as ActorRow["id"] })).sort(byCount);
}

/** What speaks loudest for who holds a place: an assessment, then what others say, then what the holder says of itself. */
const BASES: readonly Holding["basis"][] = ["claimed_by_holder", "claimed_by_other", "assessed"];
function holders(held: readonly Holding[], at: string | undefined): ReadonlyMap<string, string> {
  const standing = held.filter(
    (h) =>
      h.state === "controls" &&
      h.basis !== "denied" &&
      (at === undefined ? h.to === null : h.from !== null && h.from <= at && (h.to === null || at < h.to)),
  );
  const weight = (h: Holding): string => `${BASES.indexOf(h.basis)} ${h.from ?? ""} ${h.id}`;
  const best = [...standing].sort((a, b) => (weight(a) < weight(b) ? -1 : 1));
  return new Map(best.map((h) => [keyOf(h.place.id, h.place.name), h.holder.name]));
}

/** `holder`: who is told to hold it on `at`, or as of the last account; null where nobody is. */
export async function places(db: Database, filter: Filter, names?: Names): Promise<readonly PlaceRow[]> {
  const w = await wanted(db, filter, names);
  const rows = await db
    .with("chosen", (q) =>
      q
        .selectFrom("claims")
        .select(["row", "id as claim_id"])
        .where((eb) => ofClaims(eb, w)),
    )
    .selectFrom("claim_places as named")
    .innerJoin("chosen as c", "c.row", "named.claim")
    .leftJoin("incident_claims as j", "j.claim", "c.claim_id")
    .select((eb) => [
      "named.key",
      "named.id",
      named("claim_places"),
      CLAIMS,
      INCIDENTS,
      eb.fn.min("named.kind").as("kind"),
      eb.fn.max("named.within").as("within"),
      eb.fn.min("named.lat").as("lat"),
      eb.fn.min("named.lon").as("lon"),
    ])
    .groupBy("named.key")
    .execute();
  const held = holders(await holdings(db, {}), filter.at);
  return rows
    .map(({ key, within, ...row }) => ({
      ...row,
      id: row.id as PlaceRow["id"],
      within: JSON.parse(within) as string[],
      holder: held.get(key) ?? null,
    }))
    .sort(byCount);
}

/** `corroborated`: claims in incidents that others bear out; `denied`: claims that another claim denies. */
export async function sources(db: Database, filter: Filter, names?: Names): Promise<readonly SourceRow[]> {
  const w = await wanted(db, filter, names);
  const rows = await db
    .with("chosen", (q) =>
      q
        .selectFrom("claims")
        .select(["row", "id as claim_id", "document"])
        .where((eb) => ofClaims(eb, w)),
    )
    .selectFrom("claim_sources as named")
    .innerJoin("chosen as c", "c.row", "named.claim")
    .innerJoin("documents as d", (on) => on.onRef("d.id", "=", "c.document").on("d.latest", "=", 1))
    .leftJoin("incident_claims as j", "j.claim", "c.claim_id")
    .leftJoin("incidents as i", (on) => on.onRef("i.id", "=", "j.incident").on("i.status", "=", "corroborated"))
    .leftJoin("relations as r", (on) => on.onRef("r.to_claim", "=", "c.claim_id").on("r.kind", "=", "denies"))
    .select([
      "named.key",
      "named.id",
      named("claim_sources"),
      CLAIMS,
      sql<string>`min(named.kind)`.as("kind"),
      sql<number>`count(distinct case when i.id is not null then named.claim end)`.as("corroborated"),
      sql<number>`count(distinct case when r.from_claim is not null then named.claim end)`.as("denied"),
      sql<string>`json_group_array(distinct d.outlet) filter (where d.outlet is not null)`.as("outlets"),
    ])
    .groupBy("named.key")
    .execute();
  return rows
    .map(({ key: _key, outlets, ...row }) => ({
      ...row,
      id: row.id as SourceRow["id"],
      kind: row.kind as SourceRow["kind"],
      outlets: (JSON.parse(outlets) as string[]).sort(),
    }))
    .sort(byCount);
}
