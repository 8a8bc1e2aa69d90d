// Puts claims into the tables: the row itself, and under which places, actors and sources it is found. What replaced
// what is record's business.

import type { Insertable } from "kysely";
import { sql } from "kysely";
import type { Claim } from "../model/index.ts";
import type { Database } from "./database.ts";
import { keyOf, plain } from "./plain.ts";
import { chunks, claimRow } from "./rows.ts";
import type { ClaimActorTable, ClaimPlaceTable, ClaimSourceTable, PlaceWithinTable, TermTable } from "./tables.ts";

interface Filed {
  readonly places: Insertable<ClaimPlaceTable>[];
  readonly actors: Insertable<ClaimActorTable>[];
  readonly sources: Insertable<ClaimSourceTable>[];
  readonly terms: Map<string, TermTable>;
  readonly within: Map<string, PlaceWithinTable>;
}

function addTerms(filed: Filed, kind: TermTable["kind"], key: string, names: readonly string[]): void {
  for (const name of names) {
    const term = plain(name);
    if (term) filed.terms.set(`${kind} ${term} ${key}`, { kind, plain: term, key });
  }
}

function fileOne(filed: Filed, claim: Claim, row: number, outlet: string | null): void {
  const seen = new Set<string>();
  for (const p of claim.places) {
    const key = keyOf(p.id, p.name);
    // A claim that names a place twice ('from Nawa to Nawa') is found there once.
    if (!seen.has(key)) {
      const { id, name, kind, lat, lon } = p;
      filed.places.push({ claim: row, key, id, name, kind, within: JSON.stringify(p.within), lat, lon });
    }
    seen.add(key);
    addTerms(filed, "place", key, [p.name, p.text, key]);
    // Ids and names of the containers run in parallel where the gazetteer knows them; names alone where it does not.
    const containers = p.within_ids.length > 0 ? p.within_ids : p.within.map((name) => keyOf(null, name));
    for (const [i, container] of containers.entries()) {
      filed.within.set(`${key} ${container}`, { place: key, container });
      const name = p.within_ids.length === p.within.length ? p.within[i] : undefined;
      addTerms(filed, "place", container, name === undefined ? [container] : [name, container]);
    }
  }
  for (const role of ["actor", "target"] as const)
    for (const party of role === "actor" ? claim.actors : claim.targets) {
      const key = keyOf(party.id, party.name);
      filed.actors.push({ claim: row, key, id: party.id, name: party.name, role });
      addTerms(filed, "actor", key, [party.name, party.text, key, ...party.aliases]);
    }
  for (const s of claim.sources) {
    const key = keyOf(s.id, s.name);
    filed.sources.push({ claim: row, key, id: s.id, name: s.name, kind: s.kind });
    addTerms(filed, "source", key, [s.name, s.text, key, ...s.aliases]);
  }
  // With nobody named, the outlet itself says so.
  if (claim.sources.length === 0 && outlet !== null) {
    const key = keyOf(null, outlet);
    filed.sources.push({ claim: row, key, id: null, name: outlet, kind: "outlet" });
    addTerms(filed, "source", key, [outlet]);
  }
}

/** Adds the claims of one document, whose outlet it is; within the caller's transaction. */
export async function fileClaims(
  db: Database,
  claims: readonly Claim[],
  outlet: string | null,
  recorded: string,
): Promise<void> {
  if (claims.length === 0) return;
  const last = await db
    .selectFrom("claims")
    .select((eb) => eb.fn.max("row").as("row"))
    .executeTakeFirst();
  const first = (last?.row ?? 0) + 1;
  const filed: Filed = { places: [], actors: [], sources: [], terms: new Map(), within: new Map() };
  for (const [i, claim] of claims.entries()) fileOne(filed, claim, first + i, outlet);

  for (const some of chunks([...claims.entries()]))
    await db
      .insertInto("claims")
      .values(some.map(([i, claim]) => claimRow(claim, first + i, recorded)))
      .execute();
  await sql`insert into claims_search (rowid, quote, names)
    select row, quote, names from claims where row >= ${first}`.execute(db);
  for (const some of chunks(filed.places)) await db.insertInto("claim_places").values(some).execute();
  for (const some of chunks(filed.actors)) await db.insertInto("claim_actors").values(some).execute();
  for (const some of chunks(filed.sources)) await db.insertInto("claim_sources").values(some).execute();
  for (const some of chunks([...filed.terms.values()]))
    await db
      .insertInto("terms")
      .values(some)
      .onConflict((c) => c.doNothing())
      .execute();
  for (const some of chunks([...filed.within.values()]))
    await db
      .insertInto("place_within")
      .values(some)
      .onConflict((c) => c.doNothing())
      .execute();
}
