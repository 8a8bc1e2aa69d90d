// The stages of judging that the whole and a part of it have in common: claims made accounts, clusters made happenings,
// happenings made incidents. judge.ts has their order.
import type {
  Acled,
  Claim,
  Decision,
  Document,
  DocumentId,
  Incident,
  IncidentId,
  IncidentSite,
  Judgement,
  Order,
  Placing,
  Relation,
} from "../model/index.ts";
import { type Account, accountOf, familyOf } from "./account.ts";
import { type Seat, seatOf } from "./cluster.ts";
import { groundsOf, type Held } from "./control.ts";
import type { Sheet } from "./copies.ts";
import { decidedRows, decisionReasons } from "./decided.ts";
import { type Happening, happening, inTelling } from "./happening.ts";
import { byKeys, inOrder } from "./names.ts";
import { orderKey } from "./orders.ts";
import { originsOf } from "./origins.ts";
import type { Cluster } from "./partition.ts";
import { siteOf } from "./relations.ts";
import type { Placed } from "./replay.ts";
import type { Rulebook } from "./rulebook.ts";
import { NO_STORY, type Story, storyOf } from "./story.ts";

export type Documents = ReadonlyMap<DocumentId, Document>;
export type Copies = ReadonlyMap<DocumentId, DocumentId>;

export function accountsOf(claims: readonly Claim[], documents: Documents, copies: Copies, book: Rulebook): Account[] {
  const { rules, actors, rarity } = book;
  const stories = new Map<DocumentId, Story>();
  const storyIn = (id: DocumentId): Story => {
    const document = documents.get(id);
    const story = stories.get(id) ?? (document && rarity ? storyOf(document, rarity, rules.story) : NO_STORY);
    stories.set(id, story);
    return story;
  };
  const account = (c: Claim): Account =>
    accountOf(
      c,
      familyOf(c.event, rules),
      documents.get(c.document),
      copies.get(c.document) ?? c.document,
      storyIn(c.document),
      actors,
      rules,
    );
  return claims.map(account).sort(inTelling);
}

export const seatsOf = (accounts: readonly Account[], { rules }: Rulebook): Seat[] =>
  accounts.map((a) => seatOf(a, rules));

export function happeningsOf(
  clusters: readonly Cluster[],
  documents: Documents,
  copies: Copies,
  { rules, actors, agencies }: Rulebook,
): Happening[] {
  const origins = originsOf(documents, copies, actors, agencies, rules);
  return clusters
    .map((cluster) => happening(cluster, origins, actors, rules))
    .sort(
      byKeys(
        (h) => h.body.time?.start ?? "~",
        (h) => h.body.event,
        (h) => [...h.body.claims].sort(inOrder)[0]!,
      ),
    );
}

const TRANSFER: Acled = { type: "Strategic developments", sub_type: "Non-violent transfer of territory" };

/** ACLED's hinge: ground taken that its holder had left, by another account of it or of the leaving, was not fought over. */
function hinged({ body, accounts }: Happening, leaving: ReadonlySet<string>): Acled | null {
  if (body.event !== "territory_captured") return body.acled;
  const moved = accounts.some((a) => a.claim.event === "territory_transferred" && a.claim.stance === "asserted");
  return moved || body.claims.some((c) => leaving.has(c)) ? TRANSFER : body.acled;
}

/** `ids` in the order of those told; `links` all that there are between the happenings. */
export function incidentsOf(
  happenings: readonly Happening[],
  ids: readonly IncidentId[],
  links: readonly Relation[],
  decisions: readonly Decision[],
  told = happenings,
): Incident[] {
  const undisputed = new Set(
    happenings
      .filter((h) => h.body.event === "withdrawal" && h.body.status !== "disputed" && h.body.status !== "denied")
      .flatMap((h) => h.body.claims),
  );
  const leaving = new Set<string>(links.filter((r) => r.kind === "part_of" && undisputed.has(r.from)).map((r) => r.to));
  return told.map((h, i): Incident => {
    const id = ids[i]!;
    const reasons = [...h.body.reasons, ...decisionReasons({ id, claims: h.body.claims }, decisions)];
    return { id, ...h.body, acled: hinged(h, leaving), reasons };
  });
}

export const decidedIncidents = (incidents: readonly Incident[], decisions: readonly Decision[]): Incident[] =>
  decidedRows(incidents, "incident", decisions);

export const placingOfSheet = (sheet: Sheet, placed: Placed): Placing => ({
  id: sheet.id,
  ...placed,
  homes: sheet.homes(),
  haunts: sheet.haunts(),
  order: null,
});
export const placingOfSeat = (seat: Seat, placed: Placed): Placing => ({
  id: seat.id,
  ...placed,
  homes: seat.homes(),
  haunts: seat.haunts(),
  order: orderKey(seat.account.claim),
});

/** Which documents repeat which, as the ledger keeps it. */
export const copiesTold = (copies: Copies): { document: DocumentId; of: DocumentId[] }[] =>
  [...copies].map(([document, of]) => ({ document, of: [of] })).sort(byKeys((c) => c.document));

/** Which place's history each holding is part of, and each claim tells. */
export const groundsTold = (
  held: readonly Held[],
  happenings: readonly Happening[],
  { rules, actors }: Rulebook,
): Judgement["grounds"] => ({
  holdings: new Map(held.map((h) => [h.holding.id, h.ground])),
  claims: groundsOf(happenings, actors, rules),
});

/** The key of each order, from the accounts that it was gathered from. */
export function orderKeysOf(orders: readonly Order[], accounts: readonly Account[]): Judgement["orderKeys"] {
  const keys = new Map(accounts.map((a) => [a.claim.id, orderKey(a.claim)]));
  return new Map(orders.map((o) => [o.id, keys.get(o.claims[0]!)!]));
}

/** By which day and place other incidents find these. */
export const sitesTold = (told: readonly Happening[], ids: readonly IncidentId[]): Judgement["sites"] =>
  new Map(
    told.flatMap((h, i): [IncidentId, IncidentSite][] => {
      const site = siteOf(h);
      if (site === null) return [];
      const { key, within } = site.account.locus;
      return [[ids[i]!, { day: site.day, place: key!, within: [...within] }]];
    }),
  );
