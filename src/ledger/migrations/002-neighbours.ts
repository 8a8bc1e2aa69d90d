// What judging a part needs of the whole: where every document and claim was placed and under which keys its neighbours
// find it, what has not been judged yet, and by which rules the rest was. Holdings, relations and orders are filed by
// what they rest on, so that some can be replaced. Once released, this file does not change: the next step does.

/** SQLite statements, in order. */
export const neighbours: readonly string[] = [
  `create table placings (
     row integer primary key, kind text not null, id text not null, head text not null, why text not null,
     "order" text, unique (kind, id)) strict`,
  `create index placings_head on placings (kind, head)`,
  `create index placings_order on placings ("order") where "order" is not null`,
  // Side 0 is found under the key, side 1 looks under it.
  `create table placing_keys (key integer not null, side integer not null, placing integer not null,
     primary key (key, side, placing)) strict, without rowid`,
  `create index placing_keys_placing on placing_keys (placing)`,
  `create table claim_grounds (claim text not null, ground text not null,
     primary key (claim, ground)) strict, without rowid`,
  `create index claim_grounds_ground on claim_grounds (ground)`,
  // "own" is 1 for the place itself, 0 for what contains it.
  `create table incident_sites (incident text not null, day text not null, place text not null, own integer not null,
     primary key (incident, place)) strict, without rowid`,
  `create index incident_sites_day on incident_sites (day, place)`,
  // What analysts rejected: an incident by the claims that it heads, a holding or order by what it is filed under.
  `create table rejected (kind text not null, id text not null, claim text not null, filed text not null,
     primary key (kind, id, claim)) strict, without rowid`,
  `create index rejected_claim on rejected (claim)`,
  `create table unjudged (kind text not null, id text not null, primary key (kind, id)) strict, without rowid`,
  `create table judged_by (stamp text not null) strict`,

  `create table holdings_filed (id text primary key, ground text not null, sort text not null, body text not null) strict`,
  `insert into holdings_filed select id, '', printf('%09d', position), body from holdings`,
  `drop table holdings`,
  `alter table holdings_filed rename to holdings`,
  `create index holdings_ground on holdings (ground)`,
  `create index holdings_sort on holdings (sort)`,
  `create table orders_filed (id text primary key, key text not null, sort text not null, body text not null) strict`,
  `insert into orders_filed select id, '', printf('%09d', position), body from orders`,
  `drop table orders`,
  `alter table orders_filed rename to orders`,
  `create index orders_key on orders (key)`,
  `create index orders_sort on orders (sort)`,
  `create table relations_filed (from_claim text not null, to_claim text not null, kind text not null, body text not null,
     primary key (from_claim, to_claim, kind)) strict, without rowid`,
  `insert or ignore into relations_filed select from_claim, to_claim, kind, body from relations`,
  `drop table relations`,
  `alter table relations_filed rename to relations`,
  `create index relations_to on relations (to_claim)`,
];
