// Judging only what changed: the claims and documents that are new, changed or gone, those that see a group so changed, and
// what follows for the incidents, relations, holdings and orders that rest on them. The outcome is that of judging
// everything. What lies around is asked for, turn by turn, until nothing is lacking; nothing is stored here.
import {
  type Claim,
  type ClaimId,
  type Document,
  type DocumentId,
  mintIncidentId,
  mintOrderId,
  type OrderId,
  type PartJudged,
  type Placement,
  type Surroundings,
  type Want,
} from "../model/index.ts";
import { clustering, type Seat } from "./cluster.ts";
import { groundsOf, holdings, undatedOn } from "./control.ts";
import { copiesOf, copying, type Sheet, sheetOf } from "./copies.ts";
import { decidedClaims, decidedPartition } from "./decided.ts";
import type { Happening } from "./happening.ts";
import { changesOf, durableIds } from "./identity.ts";
import { orderKey, ordersOf } from "./orders.ts";
import { clustersOf, withDecided } from "./partition.ts";
import { relations, siteOf } from "./relations.ts";
import { type Gone, isLack, type Lack, type Pool, type Replayed, type Row, replay } from "./replay.ts";
import type { Rulebook } from "./rulebook.ts";
import {
  accountsOf,
  copiesTold,
  decidedApart,
  groundsTold,
  happeningsOf,
  incidentsOf,
  orderKeysOf,
  placingOfSeat,
  placingOfSheet,
  seatsOf,
  sitesTold,
} from "./stages.ts";

/** What one turn asks for. */
class Wanted {
  readonly list: Want[] = [];
  private readonly s: Surroundings;
  constructor(s: Surroundings) {
    this.s = s;
  }
  ask(want: Want): void {
    if (!this.s.has(want)) this.list.push(want);
  }
}

function pool<T extends Row>(
  rows: readonly T[],
  placed: ReadonlyMap<string, Placement>,
  stale: ReadonlySet<string>,
  former: Surroundings["former"],
  filed: Pool<T>["filed"],
): Pool<T> {
  const gone: Gone[] = [];
  for (const id of stale) {
    const was = placed.get(id);
    if (was) gone.push({ id, head: was.head, homes: former.get(id) ?? [] });
  }
  return { rows, before: new Map([...placed].filter(([id]) => !stale.has(id))), gone, filed };
}

function askKeys({ lacking }: Lack, kind: "document_key" | "claim_key", wanted: Wanted): void {
  for (const side of ["homes", "haunts"] as const) for (const key of lacking[side]) wanted.ask({ kind, side, key });
}

/** The documents placed anew, or null where something is lacking. */
function copied(s: Surroundings, sheets: readonly Sheet[], book: Rulebook, wanted: Wanted): Replayed | null {
  const near = pool(sheets, s.placed.documents, s.changed.documents, s.former, s.filed.documents);
  const outcome = replay(copying(book.rules.copies), near);
  if (!isLack(outcome)) return outcome;
  askKeys(outcome, "document_key", wanted);
  return null;
}

function clustered(
  s: Surroundings,
  seats: readonly Seat[],
  stale: ReadonlySet<ClaimId>,
  { rules, actors }: Rulebook,
  wanted: Wanted,
): Replayed | null {
  for (const claim of stale)
    if (s.placed.claims.has(claim) && !s.former.has(claim)) wanted.ask({ kind: "former", claim });
  if (wanted.list.length > 0) return null;
  const outcome = replay(clustering(rules, actors), pool(seats, s.placed.claims, stale, s.former, s.filed.claims));
  if (!isLack(outcome)) return outcome;
  askKeys(outcome, "claim_key", wanted);
  return null;
}

/** What parts and wholes need: the incidents of the day at the place, around it and within it. */
function askAround(h: Happening, wanted: Wanted): void {
  const site = siteOf(h);
  if (site === null) return;
  const { day, account } = site;
  const { key, within, width } = account.locus;
  wanted.ask({ kind: "day", day, place: key!, within: width < 5 });
  for (const place of within) wanted.ask({ kind: "day", day, place, within: false });
}

export function judgePart(s: Surroundings, book: Rulebook): PartJudged | readonly Want[] {
  const { rules, actors } = book;
  const { decisions } = s;
  const wanted = new Wanted(s);
  const documents = new Map<DocumentId, Document>(s.documents.map((d) => [d.id, d]));
  const sheets = s.documents.map((d) => sheetOf(d, rules.copies, actors));
  const rooted = copied(s, sheets, book, wanted);
  if (rooted === null) return wanted.list;
  const copies = copiesOf(rooted.placed);
  const moved = new Set<DocumentId>(s.changed.documents);
  for (const { id } of s.documents) if (rooted.placed.get(id)!.head !== s.placed.documents.get(id)?.head) moved.add(id);
  const around = new Set(moved);
  for (const c of s.claims) if (s.changed.claims.has(c.id)) around.add(c.document);
  for (const d of around) {
    wanted.ask({ kind: "document", document: d });
    wanted.ask({ kind: "copies", document: d });
    const root = copies.get(d);
    if (root !== undefined) wanted.ask({ kind: "document", document: root });
  }
  if (wanted.list.length > 0) return wanted.list;

  const stale = new Set(s.changed.claims);
  for (const c of s.claims) if (moved.has(c.document)) stale.add(c.id);
  const claims = decidedClaims(s.claims, decisions);
  const accounts = accountsOf(claims, documents, copies, book);
  const seats = seatsOf(accounts, book);
  const outcome = clustered(s, seats, stale, book, wanted);
  if (outcome === null) return wanted.list;
  wanted.ask({ kind: "judged" });
  if (wanted.list.length > 0) return wanted.list;

  const touched = new Set(outcome.touched);
  for (const { id, claims: own } of s.incidents)
    if (s.changed.incidents.has(id)) for (const c of own) touched.add(outcome.placed.get(c)?.head ?? c);
  // Who speaks in a copy is who speaks in its original.
  for (const { id, document } of s.claims)
    if (s.changed.documents.has(copies.get(document) ?? document)) touched.add(outcome.placed.get(id)?.head ?? id);
  const partings = decidedPartition(decisions);
  const here = new Set<string>(seats.map((seat) => seat.id));
  for (const { claims: named } of partings)
    if (named.some((c) => here.has(c))) for (const claim of named) wanted.ask({ kind: "claim", claim });
  const clusters = withDecided(clustersOf(seats, outcome.placed), partings);
  const happenings = happeningsOf(clusters, documents, copies, book);
  const anew = (h: Happening): boolean => h.body.claims.some((c) => touched.has(outcome.placed.get(c)!.head));
  const region = happenings.filter(anew);
  const own = new Set<ClaimId>([...stale, ...region.flatMap((h) => h.body.claims)]);
  // What a part told of its whole, or told no longer: a pull-out tells how the place was taken.
  const tied = new Set<ClaimId>();
  for (const r of s.parts) {
    if (own.has(r.from)) tied.add(r.to);
    if (own.has(r.to)) tied.add(r.from);
  }
  for (const claim of tied) if (!s.changed.claims.has(claim)) wanted.ask({ kind: "claim", claim });
  for (const h of region) askAround(h, wanted);
  if (wanted.list.length > 0) return wanted.list;

  const links = relations(happenings, accounts, copies, rules);
  for (const r of links) if (r.kind === "part_of" && own.has(r.from)) tied.add(r.to);
  const told = happenings.filter(
    (h) => anew(h) || (h.body.event === "territory_captured" && h.body.claims.some((c) => tied.has(c))),
  );
  for (const h of told) if (!anew(h)) askAround(h, wanted);
  const repeated = new Set<ClaimId>([...s.changed.claims]);
  for (const c of s.claims) if (around.has(c.document)) repeated.add(c.id);

  const grounds = new Set(s.changed.grounds);
  for (const c of own) for (const ground of s.grounds.get(c) ?? []) grounds.add(ground);
  for (const list of groundsOf(region, actors, rules).values()) for (const ground of list) grounds.add(ground);
  for (const c of s.claims)
    if (around.has(c.document)) for (const ground of s.grounds.get(c.id) ?? []) grounds.add(ground);
  for (const ground of grounds) wanted.ask({ kind: "ground", ground });
  for (const document of undatedOn(grounds, happenings, actors, rules)) wanted.ask({ kind: "document", document });

  const keys = new Set(s.changed.orders);
  for (const id of stale) {
    const was = s.placed.claims.get(id)?.order;
    if (was) keys.add(was);
  }
  const placings = seats
    .filter((seat) => own.has(seat.id))
    .map((seat) => placingOfSeat(seat, outcome.placed.get(seat.id)!));
  for (const { id, order } of placings) if (order !== null && stale.has(id as ClaimId)) keys.add(order);
  for (const key of keys) wanted.ask({ kind: "orders", key });
  if (wanted.list.length > 0) return wanted.list;

  const ids = durableIds(
    told.map((h) => h.body.claims),
    s.incidents,
    mintIncidentId,
    s.taken,
  );
  const incidents = incidentsOf(happenings, ids, links, decisions, told);
  const heard = new Set<ClaimId>(told.flatMap((h) => h.body.claims));
  const former = s.incidents.filter(({ claims: c }) => c.length === 0 || c.some((id) => heard.has(id) || own.has(id)));
  const held = holdings(happenings, actors, rules).filter((h) => grounds.has(h.ground));
  const { orders, orderKeys } = ordersWanted(s, keys, documents, copies, book);
  const judged = {
    incidents,
    holdings: held.map((h) => h.holding),
    orders,
    grounds: groundsTold(held, region, book),
    orderKeys,
  };
  return {
    ...judged,
    ...decidedApart(judged, decisions),
    relations: links.filter((r) => {
      const mine = r.kind === "copies" ? repeated : own;
      return mine.has(r.from) || mine.has(r.to);
    }),
    changes: changesOf(incidents, former),
    copies: copiesTold(copies),
    placed: {
      documents: sheets.filter((d) => moved.has(d.id)).map((d) => placingOfSheet(d, rooted.placed.get(d.id)!)),
      claims: placings,
    },
    sites: sitesTold(told, ids),
    replaced: { incidents: former.map((m) => m.id), claims: own, copies: repeated, grounds, orders: keys },
  };
}

/** The orders of the keys, from all the claims that tell of them. */
function ordersWanted(
  s: Surroundings,
  keys: ReadonlySet<string>,
  documents: ReadonlyMap<DocumentId, Document>,
  copies: ReadonlyMap<DocumentId, DocumentId>,
  book: Rulebook,
) {
  const claims = new Map<ClaimId, Claim>([...s.ordering, ...s.claims].map((c) => [c.id, c]));
  const accounts = accountsOf(decidedClaims([...claims.values()], s.decisions), documents, copies, book);
  const own = accounts.filter((a) => {
    const key = orderKey(a.claim);
    return key !== null && keys.has(key);
  });
  const ids = (lists: readonly (readonly ClaimId[])[]): OrderId[] => durableIds(lists, s.orders, mintOrderId, s.taken);
  const orders = ordersOf(own, ids, book.actors, book.rules);
  return { orders, orderKeys: orderKeysOf(orders, own) };
}
