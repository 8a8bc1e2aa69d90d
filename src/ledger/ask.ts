// A view: the questions of view.ts bound to one database, which is the ledger's own or one made as of an earlier day.

import { changes } from "./changes.ts";
import type { Database } from "./database.ts";
import { claim, claims, claimsById, relations } from "./query-claims.ts";
import { document, documents, original } from "./query-documents.ts";
import { disputes, incident, incidents } from "./query-incidents.ts";
import { decisions, holdings, order, orders } from "./query-judged.ts";
import { actors, places, sources } from "./query-summaries.ts";
import { search } from "./search.ts";
import type { AsOf, View } from "./view.ts";
import type { Names } from "./wanted.ts";

/** `whole` keeps the bytes as received and the log of changes, which a database as of a day does without. */
export function viewOf(db: Database, whole: Database, as: AsOf, names?: Names): View {
  return {
    incidents: (filter = {}) => incidents(db, filter, names),
    incident: (id) => incident(db, id),
    claims: (filter = {}) => claims(db, filter, names),
    claim: (id) => claim(db, id),
    claimsById: (ids) => claimsById(db, ids),
    documents: (filter = {}) => documents(db, filter, names),
    document: (id, version) => document(db, id, version),
    original: async (id, version) => {
      const known = await document(db, id, version);
      return known && (await original(whole, id, known.version));
    },
    relations: (ids) => relations(db, ids),
    holdings: (filter = {}) => holdings(db, filter, names),
    orders: (filter = {}) => orders(db, filter, names),
    order: (id) => order(db, id),
    disputes: (filter = {}) => disputes(db, filter, names),
    actors: (filter = {}) => actors(db, filter, names),
    places: (filter = {}) => places(db, filter, names),
    sources: (filter = {}) => sources(db, filter, names),
    search: (q, limit) => search(db, q, limit),
    decisions: (target) => decisions(db, target),
    changes: (since) => changes(whole, since, as.recorded_by),
  };
}
