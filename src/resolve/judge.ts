// Claims judged: which are about one happening, how it stands, who holds what, which orders bind, what has to do with
// what. The way through this folder, a line a stage. Pure: the same claims and decisions give the same judgement. Judging
// only what changed goes the same way in part.ts.
import {
  type Document,
  type DocumentId,
  type Judge,
  type Judgement,
  mintIncidentId,
  mintOrderId,
  type Told,
} from "../model/index.ts";
import { clustering } from "./cluster.ts";
import { holdings } from "./control.ts";
import { copiesOf, copying, sheetOf } from "./copies.ts";
import { decidedClaims, decidedPartition } from "./decided.ts";
import { changesOf, durableIds } from "./identity.ts";
import { byKeys } from "./names.ts";
import { ordersOf } from "./orders.ts";
import { judgePart } from "./part.ts";
import { clustersOf, withDecided } from "./partition.ts";
import { relations } from "./relations.ts";
import { placeAll } from "./replay.ts";
import { type JudgeCodebook, type Rulebook, rulebookOf } from "./rulebook.ts";
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

export type { JudgeCodebook } from "./rulebook.ts";

/** Changes with whatever changes an outcome: a ledger that was judged by an older one is judged anew. */
export const JUDGE = "judge@2";

function judgeAll(told: Told, book: Rulebook): Judgement {
  const { rules, actors } = book;
  const { decisions } = told;
  const documents = new Map<DocumentId, Document>(told.documents.map((d) => [d.id, d]));
  const sheets = told.documents.map((d) => sheetOf(d, rules.copies, actors)).sort(byKeys((d) => d.id));
  const placedSheets = placeAll(copying(rules.copies), sheets);
  const copies = copiesOf(placedSheets);

  const accounts = accountsOf(decidedClaims(told.claims, decisions), documents, copies, book);
  const seats = seatsOf(accounts, book);
  const placed = placeAll(clustering(rules, actors), seats);
  const clusters = withDecided(clustersOf(seats, placed), decidedPartition(decisions));
  const happenings = happeningsOf(clusters, documents, copies, book);

  const links = relations(happenings, accounts, copies, rules);
  const ids = durableIds(
    happenings.map((h) => h.body.claims),
    told.incidents,
    mintIncidentId,
  );
  const incidents = incidentsOf(happenings, ids, links, decisions);
  const held = holdings(happenings, actors, rules);
  const orders = ordersOf(accounts, (lists) => durableIds(lists, told.orders, mintOrderId), actors, rules);
  const grounds = groundsTold(held, happenings, book);
  const orderKeys = orderKeysOf(orders, accounts);
  const judged = { incidents, holdings: held.map((h) => h.holding), orders, grounds, orderKeys };
  return {
    ...judged,
    ...decidedApart(judged, decisions),
    relations: links,
    changes: changesOf(incidents, told.incidents),
    copies: copiesTold(copies),
    placed: {
      documents: sheets.map((s) => placingOfSheet(s, placedSheets.get(s.id)!)),
      claims: seats.map((s) => placingOfSeat(s, placed.get(s.id)!)),
    },
    sites: sitesTold(happenings, ids),
  };
}

/** One judgement of everything. */
export const judge = (told: Told, codebook: JudgeCodebook): Judgement => judgeAll(told, rulebookOf(codebook));

/** The judge of a ledger; `stamp` names the codebook and the version of these rules. */
export function judgeBy(codebook: JudgeCodebook, stamp: string): Judge {
  let book: Rulebook | null = null;
  const ready = (): Rulebook => {
    book ??= rulebookOf(codebook);
    return book;
  };
  return {
    stamp,
    all: (told) => judgeAll(told, ready()),
    part: (surroundings) => judgePart(surroundings, ready()),
  };
}
