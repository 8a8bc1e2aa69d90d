// The first schema. Documents, claims and decisions are only ever added to; what is judged from them (incidents and
// all that follows) can be thrown away and made again. Once released, this file does not change: the next step does.

/** SQLite statements, in order. */
export const first: readonly string[] = [
  `create table originals (sha256 text primary key, length integer not null, bytes blob not null) strict`,
  `create table documents (
     row integer primary key, id text not null, version integer not null, latest integer not null,
     sha256 text not null references originals (sha256), file text not null,
     outlet text, outlet_plain text, title text, url text, lang text,
     published text, published_basis text, retrieved text,
     text text not null, length integer not null, parts text not null, map text not null, credits text not null, copies text not null,
     reading text not null, stamp text not null, recorded text not null, sort text not null,
     unique (id, version)) strict`,
  // One newest version for each id: two writers cannot both think theirs is it.
  `create unique index documents_latest on documents (id) where latest = 1`,
  `create index documents_sort on documents (sort) where latest = 1`,
  `create index documents_outlet on documents (outlet_plain)`,
  `create index documents_sha256 on documents (sha256)`,
  `create table notes (
     document text not null, version integer not null, stage text not null, position integer not null,
     kind text not null, message text not null, start integer, end integer,
     primary key (document, version, stage, position)) strict, without rowid`,

  `create table claims (
     row integer primary key, id text not null, document text not null, version integer not null,
     event text not null, stance text not null, background integer not null, start integer not null, end integer not null,
     time_start text, time_end text, quote text not null, names text not null, body text not null,
     recorded text not null, withdrawn text, ended text, successor text, sort text not null,
     foreign key (document, version) references documents (id, version)) strict`,
  `create index claims_id on claims (id)`,
  `create unique index claims_live on claims (id) where withdrawn is null`,
  `create index claims_document on claims (document, version)`,
  `create index claims_sort on claims (sort) where withdrawn is null`,
  `create index claims_time on claims (time_start, time_end) where withdrawn is null`,
  `create index claims_event on claims (event) where withdrawn is null`,
  `create table claim_places (
     claim integer not null references claims (row), key text not null, id text, name text not null, kind text,
     within text not null, lat real, lon real) strict`,
  `create index claim_places_claim on claim_places (claim)`,
  `create index claim_places_key on claim_places (key)`,
  `create table claim_actors (
     claim integer not null references claims (row), key text not null, id text, name text not null,
     role text not null) strict`,
  `create index claim_actors_claim on claim_actors (claim)`,
  `create index claim_actors_key on claim_actors (key)`,
  `create table claim_sources (
     claim integer not null references claims (row), key text not null, id text, name text not null,
     kind text not null) strict`,
  `create index claim_sources_claim on claim_sources (claim)`,
  `create index claim_sources_key on claim_sources (key)`,
  `create table terms (kind text not null, plain text not null, key text not null,
     primary key (kind, plain, key)) strict, without rowid`,
  `create table place_within (place text not null, container text not null,
     primary key (container, place)) strict, without rowid`,

  `create table incidents (
     id text primary key, event text not null, status text not null, tally integer not null, background integer not null,
     time_start text, time_end text, body text not null, sort text not null) strict`,
  `create index incidents_sort on incidents (sort)`,
  `create index incidents_time on incidents (time_start, time_end)`,
  `create table incident_claims (incident text not null, claim text not null,
     primary key (incident, claim)) strict, without rowid`,
  `create index incident_claims_claim on incident_claims (claim)`,
  `create table incident_places (incident text not null, key text not null,
     primary key (incident, key)) strict, without rowid`,
  `create index incident_places_key on incident_places (key)`,
  `create table incident_actors (incident text not null, key text not null,
     primary key (incident, key)) strict, without rowid`,
  `create index incident_actors_key on incident_actors (key)`,
  `create table incident_log (
     position integer primary key, version integer not null, at text not null, id text not null,
     change text not null, "into" text not null) strict`,
  `create index incident_log_id on incident_log (id)`,
  `create table relations (
     position integer primary key, from_claim text not null, to_claim text not null, kind text not null,
     body text not null) strict`,
  `create index relations_from on relations (from_claim)`,
  `create index relations_to on relations (to_claim)`,
  `create table holdings (position integer primary key, id text not null, body text not null) strict`,
  `create index holdings_id on holdings (id)`,
  `create table orders (position integer primary key, id text not null, body text not null) strict`,
  `create index orders_id on orders (id)`,

  `create table decisions (
     position integer primary key, id text not null unique, "by" text not null, at text not null,
     target_kind text not null, target_id text not null, slot text, op text not null, value text not null,
     reason text not null, recorded text not null) strict`,
  `create index decisions_target on decisions (target_kind, target_id)`,
  `create table versions (version integer primary key, at text not null, cause text not null) strict`,
  `create table changes (
     position integer primary key, version integer not null, at text not null, kind text not null, id text not null,
     change text not null, "into" text not null, summary text not null) strict`,
  `create index changes_version on changes (version)`,
  `create index changes_at on changes (at)`,

  // The words stay in their own tables; these hold the index alone. Nothing in those columns is ever changed, so the
  // index is only ever added to, and a question joins it to what is newest.
  `create virtual table documents_search using fts5 (title, text, content = 'documents', content_rowid = 'row',
     tokenize = "unicode61 remove_diacritics 2")`,
  `create virtual table claims_search using fts5 (quote, names, content = 'claims', content_rowid = 'row',
     tokenize = "unicode61 remove_diacritics 2")`,
];
