// Claims judged: which are about one happening, how it stands, who holds what, which orders bind, what has to do with
// what. The way through this folder, a line a stage. Pure: the same claims and decisions give the same judgement.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Rarity } from "../codebook/rarity.ts";
import {
  type Acled,
  type Document,
  type DocumentId,
  type Incident,
  type Judgement,
  mintIncidentId,
  mintOrderId,
  type Told,
} from "../model/index.ts";
import { accountOf, familyOf } from "./account.ts";
import { Actors, type Registered } from "./actors.ts";
import { clusterAccounts, withDecided } from "./cluster.ts";
import { holdings } from "./control.ts";
import { findCopies } from "./copies.ts";
import { decidedClaims, decidedPartition, decidedRows, decisionReasons } from "./decided.ts";
import { type Happening, happening, inTelling } from "./happening.ts";
import { changesOf, durableIds } from "./identity.ts";
import { byKeys, inOrder } from "./names.ts";
import { ordersOf } from "./orders.ts";
import { originsOf } from "./origins.ts";
import { relations } from "./relations.ts";
import { NO_STORY, type Story, storyOf } from "./story.ts";

/** What judging needs of the codebook; the registry of actors gives the sides. */
export interface JudgeCodebook {
  readonly judgement: JudgementRules;
  readonly actors?: { readonly all: readonly Registered[] } | undefined;
  /** How rare words are; without it no two documents are known to tell one story. */
  readonly rarity?: Rarity | undefined;
  /** News agencies, whose ids documents credit. */
  readonly boilerplate?: { readonly agencies: readonly { readonly id: string; readonly name: string }[] } | undefined;
}

const TRANSFER: Acled = { type: "Strategic developments", sub_type: "Non-violent transfer of territory" };

/** ACLED's hinge: ground taken that its holder had left, by another account of it or of the leaving, was not fought over. */
function hinged(body: Happening["body"], h: Happening, leaving: ReadonlySet<string>): Acled | null {
  if (body.event !== "territory_captured") return body.acled;
  const moved = h.accounts.some((a) => a.claim.event === "territory_transferred" && a.claim.stance === "asserted");
  return moved || h.body.claims.some((c) => leaving.has(c)) ? TRANSFER : body.acled;
}

export function judge(told: Told, codebook: JudgeCodebook): Judgement {
  const rules = codebook.judgement;
  const actors = new Actors(codebook.actors?.all ?? [], rules);
  const documents = new Map<DocumentId, Document>(told.documents.map((d) => [d.id, d]));
  const copies = findCopies(told.documents, rules.copies);
  const claims = decidedClaims(told.claims, told.decisions);
  const agencies = new Map(codebook.boilerplate?.agencies.map((a) => [a.id, a.name]));
  const origins = originsOf(claims, documents, copies, actors, agencies, rules);

  const stories = new Map<DocumentId, Story>();
  const tellOf = (id: DocumentId): Story => {
    const document = documents.get(id);
    let story = stories.get(id);
    if (story === undefined) {
      story = document && codebook.rarity ? storyOf(document, codebook.rarity, rules.story) : NO_STORY;
      stories.set(id, story);
    }
    return story;
  };
  const accounts = claims
    .map((c) =>
      accountOf(
        c,
        familyOf(c.event, rules),
        documents.get(c.document),
        copies.get(c.document) ?? c.document,
        tellOf(c.document),
        actors,
        rules,
      ),
    )
    .sort(inTelling);
  const clusters = withDecided(clusterAccounts(accounts, rules, actors), decidedPartition(told.decisions));
  const happenings = clusters
    .map((cluster) => happening(cluster, origins, actors, rules))
    .sort(
      byKeys(
        (h) => h.body.time?.start ?? "~",
        (h) => h.body.event,
        (h) => [...h.body.claims].sort(inOrder)[0]!,
      ),
    );
  const links = relations(happenings, accounts, copies, rules);
  const undisputed = new Set(
    happenings
      .filter((h) => h.body.event === "withdrawal" && h.body.status !== "disputed" && h.body.status !== "denied")
      .flatMap((h) => h.body.claims),
  );
  const leaving = new Set<string>(links.filter((r) => r.kind === "part_of" && undisputed.has(r.from)).map((r) => r.to));

  const ids = durableIds(
    happenings.map((h) => h.body.claims),
    told.incidents,
    mintIncidentId,
  );
  const incidents = happenings.map(({ body }, i): Incident => {
    const reasons = [...body.reasons, ...decisionReasons({ id: ids[i]!, claims: body.claims }, told.decisions)];
    return { id: ids[i]!, ...body, acled: hinged(body, happenings[i]!, leaving), reasons };
  });
  const orders = ordersOf(accounts, (lists) => durableIds(lists, told.orders, mintOrderId), actors, rules);
  return {
    incidents: decidedRows(incidents, "incident", told.decisions),
    relations: links,
    holdings: decidedRows(holdings(happenings, actors, rules), "holding", told.decisions),
    orders: decidedRows(orders, "order", told.decisions),
    changes: changesOf(incidents, told.incidents),
    copies: [...copies].map(([document, of]) => ({ document, of: [of] })).sort(byKeys((c) => c.document)),
  };
}
