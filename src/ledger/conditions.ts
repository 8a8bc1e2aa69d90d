// What a filter means in SQL, for claims, incidents and documents. Values only ever travel as parameters.
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Tables } from "./tables.ts";
import type { Wanted } from "./wanted.ts";

type Conditions = Expression<SqlBool>[];
const NEVER = sql<SqlBool>`0`;
const listed = (keys: readonly string[]) => sql`(select value from json_each(${JSON.stringify(keys)}))`;
const matching = (index: "claims_search" | "documents_search", match: string): Expression<SqlBool> =>
  match === ""
    ? NEVER
    : sql<SqlBool>`row in (select rowid from ${sql.table(index)} where ${sql.table(index)} match ${match})`;
/** A key of the places wanted, or of a place that lies within one of them. */
const placed = (keys: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`(key in ${listed(keys)} or key in (select place from place_within where container in ${listed(keys)}))`;
const among = (keys: readonly string[]): Expression<SqlBool> => sql<SqlBool>`key in ${listed(keys)}`;
/** Null times meet no interval: what is not known to have been then is not shown as of then. */
const meeting = (w: Wanted): Conditions => [
  ...(w.from === null ? [] : [sql<SqlBool>`time_end >= ${w.from}`]),
  ...(w.to === null ? [] : [sql<SqlBool>`time_start <= ${w.to}`]),
];

/** Conditions on the claims in judgement. */
export function ofClaims(eb: ExpressionBuilder<Tables, "claims">, w: Wanted): Expression<SqlBool> {
  const found: Conditions = [eb("withdrawn", "is", null), ...meeting(w)];
  if (w.event !== null) found.push(eb("event", "=", w.event));
  if (w.stance !== null) found.push(eb("stance", "=", w.stance));
  if (w.background !== null) found.push(eb("background", "=", w.background));
  if (w.document !== null) found.push(eb("document", "=", w.document));
  if (w.match !== null) found.push(matching("claims_search", w.match));
  if (w.places !== null)
    found.push(eb("row", "in", eb.selectFrom("claim_places").select("claim").where(placed(w.places))));
  if (w.actors !== null)
    found.push(eb("row", "in", eb.selectFrom("claim_actors").select("claim").where(among(w.actors))));
  if (w.sources !== null)
    found.push(eb("row", "in", eb.selectFrom("claim_sources").select("claim").where(among(w.sources))));
  if (w.outlet !== null) {
    const published = eb.selectFrom("documents").select("id").where("latest", "=", 1);
    found.push(eb("document", "in", published.where("outlet_plain", "=", w.outlet)));
  }
  if (w.incidents !== null || w.status !== null || w.tally !== null) {
    let judged = eb
      .selectFrom("incident_claims as j")
      .innerJoin("incidents as i", "i.id", "j.incident")
      .select("j.claim");
    if (w.incidents !== null) judged = judged.where(sql<SqlBool>`i.id in ${listed(w.incidents)}`);
    if (w.status !== null) judged = judged.where("i.status", "=", w.status);
    if (w.tally !== null) judged = judged.where("i.tally", "=", w.tally);
    found.push(eb("id", "in", judged));
  }
  return eb.and(found);
}

const BARE: Wanted = {
  event: null,
  status: null,
  stance: null,
  places: null,
  actors: null,
  sources: null,
  outlet: null,
  document: null,
  incidents: null,
  from: null,
  to: null,
  background: null,
  tally: null,
  match: null,
};
const isBare = (w: Wanted): boolean => Object.values(w).every((v) => v === null);

/** Event, time, place and parties are the incident's own, as judged; who says so is asked of its claims. */
export function ofIncidents(eb: ExpressionBuilder<Tables, "incidents">, w: Wanted): Expression<SqlBool> {
  const found: Conditions = meeting(w);
  if (w.event !== null) found.push(eb("event", "=", w.event));
  if (w.status !== null) found.push(eb("status", "=", w.status));
  if (w.tally !== null) found.push(eb("tally", "=", w.tally));
  if (w.background !== null) found.push(eb("background", "=", w.background));
  if (w.incidents !== null) found.push(sql<SqlBool>`id in ${listed(w.incidents)}`);
  if (w.places !== null)
    found.push(eb("id", "in", eb.selectFrom("incident_places").select("incident").where(placed(w.places))));
  if (w.actors !== null)
    found.push(eb("id", "in", eb.selectFrom("incident_actors").select("incident").where(among(w.actors))));
  const { stance, sources, outlet, document, match } = w;
  const told: Wanted = { ...BARE, stance, sources, outlet, document, match };
  if (!isBare(told)) {
    const claims = eb
      .selectFrom("claims")
      .select("id")
      .where((c) => ofClaims(c, told));
    found.push(eb("id", "in", eb.selectFrom("incident_claims").select("incident").where("claim", "in", claims)));
  }
  return eb.and(found);
}

/** from, to and at are days of publication here; everything else is asked of the document's claims. */
export function ofDocuments(eb: ExpressionBuilder<Tables, "documents">, w: Wanted): Expression<SqlBool> {
  const found: Conditions = [eb("latest", "=", 1)];
  if (w.from !== null) found.push(sql<SqlBool>`substr(published, 1, 10) >= ${w.from}`);
  if (w.to !== null) found.push(sql<SqlBool>`substr(published, 1, 10) <= ${w.to}`);
  if (w.document !== null) found.push(eb("id", "=", w.document));
  if (w.outlet !== null) found.push(eb("outlet_plain", "=", w.outlet));
  if (w.match !== null) found.push(matching("documents_search", w.match));
  const told: Wanted = { ...w, from: null, to: null, document: null, outlet: null, match: null };
  if (!isBare(told))
    found.push(
      eb(
        "id",
        "in",
        eb
          .selectFrom("claims")
          .select("document")
          .where((c) => ofClaims(c, told)),
      ),
    );
  return eb.and(found);
}
