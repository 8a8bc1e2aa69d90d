// One actor as documents name it: every spelling met, with how many claims use it, from when to when, and the claim in
// which it was met first. An actor that only speaks counts as well. What it is to other actors is for resolve to say.
import { sql } from "kysely";
import type { ActorId, ClaimId } from "../model/index.ts";
import type { Database } from "./database.ts";
import type { NamedInDocuments, Spelling } from "./view.ts";
import { keysOf, type Names } from "./wanted.ts";

/** Claims that name the key as a party or as a source. */
const naming = (key: string) => sql`
  select claim from claim_actors where key = ${key} union select claim from claim_sources where key = ${key}`;

async function spellings(db: Database, key: string): Promise<readonly Spelling[]> {
  const names = sql`select name from claim_actors where key = ${key} union select name from claim_sources where key = ${key}`;
  const { rows } = await sql<Omit<Spelling, "claim"> & { met: string }>`
    select p.value ->> 'text' as text, count(distinct c.row) as claims,
      min(substr(d.published, 1, 10)) as first, max(substr(d.published, 1, 10)) as last,
      min(coalesce(d.published, '~') || char(9) || c.id) as met
    from (${naming(key)}) as named
    join claims c on c.row = named.claim and c.withdrawn is null
    join documents d on d.id = c.document and d.version = c.version
    join json_each('["actors","targets","sources"]') as list
    join json_each(c.body, '$.' || list.value) as p
    where case when p.value ->> 'id' is null then p.value ->> 'name' in (${names}) and substr(${key}, 1, 1) = '~'
      else p.value ->> 'id' = ${key} end
    group by 1 order by claims desc, text`.execute(db);
  return rows.map(({ met, ...row }) => ({ ...row, claim: met.slice(met.indexOf("\t") + 1) as ClaimId }));
}

/** Whomever the id, name or alias may mean, the most named first; empty where no claim names such. */
export async function namedInDocuments(
  db: Database,
  name: string,
  names?: Names,
): Promise<readonly NamedInDocuments[]> {
  const asked = [
    await keysOf(db, "actor", name, names?.actors),
    await keysOf(db, "source", name, names?.actors),
  ].flat();
  const found: NamedInDocuments[] = [];
  for (const key of new Set(asked)) {
    const { rows } = await sql<Omit<NamedInDocuments, "spellings" | "id"> & { id: string | null }>`
      select count(distinct c.row) as claims, count(distinct j.incident) as incidents,
        min(c.time_start) as first, max(c.time_end) as last,
        (select x.id from (select id, name, claim from claim_actors where key = ${key}
          union all select id, name, claim from claim_sources where key = ${key}) x limit 1) as id,
        (select x.name from (select name, claim from claim_actors where key = ${key}
          union all select name, claim from claim_sources where key = ${key}) x
          join claims on claims.row = x.claim and claims.withdrawn is null
          group by x.name order by count(*) desc, x.name limit 1) as name
      from (${naming(key)}) as named
      join claims c on c.row = named.claim and c.withdrawn is null
      left join incident_claims j on j.claim = c.id`.execute(db);
    const row = rows[0]!;
    if (row.claims > 0) found.push({ ...row, id: row.id as ActorId | null, spellings: await spellings(db, key) });
  }
  return found.sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1));
}
