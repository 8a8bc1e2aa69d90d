// Fetches what judging a part of the ledger wants to have at hand: claims with all that belong to their head and incident,
// their documents, and what was judged of them before. Reads only; keeps what it has fetched for as long as it is asked.
import {
  type Changed,
  type Claim,
  type ClaimId,
  type Document,
  type DocumentId,
  type IncidentId,
  type Minted,
  mintIncidentId,
  mintOrderId,
  type OrderId,
  type Placement,
  type Relation,
  type Surroundings,
  type Want,
} from "../model/index.ts";
import type { Database } from "./database.ts";
import { followed } from "./lead-on.ts";
import { chunks, claimOf, type DocumentRecord, documentOf } from "./rows.ts";
import { decisionsNow, mintedNow } from "./told.ts";

const named = (want: Want): string => JSON.stringify(Object.values(want));

/** Rows by a column that holds one of the values. */
async function among<T, V>(values: Iterable<V>, ask: (some: V[]) => Promise<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (const some of chunks([...new Set(values)])) rows.push(...(await ask(some)));
  return rows;
}

type WantedKey = Extract<Want, { readonly key: number }>;
const isKey = (want: Want): want is WantedKey => want.kind === "document_key" || want.kind === "claim_key";

/** Columns of a document that judging reads. */
const READ = [
  "id",
  "version",
  "file",
  "outlet",
  "title",
  "url",
  "lang",
  "published",
  "published_basis",
  "retrieved",
  "sha256",
  "parts",
  "credits",
  "copies",
  "text",
] as const;

/** What lies under a key, as it is gathered. */
interface Mutable {
  readonly homes: string[];
  readonly haunts: string[];
}

export class Gathering {
  private readonly db: Database;
  private readonly changed: Changed;
  private readonly has = new Set<string>();
  /** Every claim that was asked after, there or not. */
  private readonly asked = new Set<string>();
  private readonly heads = new Set<string>();
  private readonly incidents = new Set<string>();
  private readonly documents = new Map<DocumentId, Document>();
  private readonly claims = new Map<ClaimId, Claim>();
  private readonly ordering = new Map<ClaimId, Claim>();
  private readonly orderKeys = new Set<string>();
  private readonly placed = { documents: new Map<string, Placement>(), claims: new Map<string, Placement>() };
  private readonly filed = { documents: new Map<number, Mutable>(), claims: new Map<number, Mutable>() };
  private readonly former = new Map<string, number[]>();

  constructor(db: Database, changed: Changed) {
    this.db = db;
    this.changed = changed;
  }

  async start(): Promise<void> {
    const heads = await among(this.changed.incidents, (some) =>
      this.db.selectFrom("incident_claims").select("claim").where("incident", "in", some).execute(),
    );
    const shelved = await among(this.changed.incidents, (some) => this.rejectedClaims(some));
    const live = await followed(this.db, this.changed.claims);
    await this.fetchFormer("document", this.changed.documents);
    await this.fetchFormer("claim", this.changed.claims);
    await this.fetchDocuments(this.changed.documents);
    await this.fetchClaims([
      ...this.changed.claims,
      ...[...live.values()].filter((id) => id !== null),
      ...[...heads, ...shelved].map((h) => h.claim),
    ]);
  }

  async fetch(wants: readonly Want[]): Promise<void> {
    const claims = new Set<string>();
    const documents = new Set<string>();
    const keys = { document_key: new Set<number>(), claim_key: new Set<number>() };
    for (const want of wants) {
      this.has.add(named(want));
      if (isKey(want)) keys[want.kind].add(want.key);
      else for (const id of await this.answer(want)) claims.add(id);
    }
    for (const id of await this.fetchKeys("document", keys.document_key)) documents.add(id);
    for (const id of await this.fetchKeys("claim", keys.claim_key)) claims.add(id);
    await this.fetchDocuments(documents);
    await this.fetchClaims(claims);
  }

  private async fetchKeys(kind: "document" | "claim", keys: ReadonlySet<number>): Promise<readonly string[]> {
    const into = kind === "claim" ? this.filed.claims : this.filed.documents;
    for (const key of keys) into.set(key, { homes: [], haunts: [] });
    const rows = await among(keys, (some) =>
      this.db
        .selectFrom("placing_keys as k")
        .innerJoin("placings as p", "p.row", "k.placing")
        .select(["k.key", "k.side", "p.id"])
        .where("k.key", "in", some)
        .where("p.kind", "=", kind)
        .execute(),
    );
    for (const { key, side, id } of rows) into.get(key)![side === 0 ? "homes" : "haunts"].push(id);
    return rows.map((r) => r.id);
  }

  private async fetchFormer(kind: "document" | "claim", ids: Iterable<string>): Promise<void> {
    const rows = await among(ids, (some) =>
      this.db
        .selectFrom("placings as p")
        .innerJoin("placing_keys as k", "k.placing", "p.row")
        .select(["p.id", "k.key"])
        .where("p.kind", "=", kind)
        .where("p.id", "in", some)
        .where("k.side", "=", 0)
        .execute(),
    );
    for (const id of ids) this.former.set(id, []);
    for (const { id, key } of rows) this.former.get(id)!.push(key);
  }

  private async answer(want: Exclude<Want, WantedKey>): Promise<readonly string[]> {
    const { db } = this;
    switch (want.kind) {
      case "former":
        await this.fetchFormer("claim", [want.claim]);
        return [];
      case "claim":
        return [want.claim];
      case "document":
        return await this.claimsOf([want.document]);
      case "copies": {
        const copies = await db
          .selectFrom("placings")
          .select("id")
          .where("kind", "=", "document")
          .where("head", "=", want.document)
          .where("id", "<>", want.document)
          .execute();
        return await this.claimsOf(copies.map((c) => c.id));
      }
      case "ground":
        return (await db.selectFrom("claim_grounds").select("claim").where("ground", "=", want.ground).execute()).map(
          (r) => r.claim,
        );
      case "day": {
        const sited = await db
          .selectFrom("incident_sites")
          .select("incident")
          .where("day", "=", want.day)
          .where("place", "=", want.place)
          .where("own", ">=", want.within ? 0 : 1)
          .execute();
        const ids = sited.map((s) => s.incident);
        const told = await among(ids, (some) =>
          db.selectFrom("incident_claims").select("claim").where("incident", "in", some).execute(),
        );
        const aside = await among(ids, (some) => this.rejectedClaims(some));
        return [...told, ...aside].map((r) => r.claim);
      }
      case "orders": {
        this.orderKeys.add(want.key);
        const rows = await db
          .selectFrom("placings as p")
          .innerJoin("claims as c", (on) => on.onRef("c.id", "=", "p.id").on("c.withdrawn", "is", null))
          .select("c.body")
          .where("p.order", "=", want.key)
          .execute();
        const claims = rows.map((r) => claimOf(r as Parameters<typeof claimOf>[0]));
        for (const c of claims) this.ordering.set(c.id, c);
        await this.fetchDocuments(claims.map((c) => c.document));
        return [];
      }
    }
  }

  private async claimsOf(documents: readonly string[]): Promise<string[]> {
    const rows = await among(documents, (some) =>
      this.db.selectFrom("claims").select("id").where("document", "in", some).where("withdrawn", "is", null).execute(),
    );
    return rows.map((r) => r.id);
  }

  private async fetchPlacings(kind: "document" | "claim", ids: Iterable<string>): Promise<string[]> {
    const rows = await among(ids, (some) =>
      this.db
        .selectFrom("placings")
        .select(["id", "head", "why", "order"])
        .where("kind", "=", kind)
        .where("id", "in", some)
        .execute(),
    );
    const into = kind === "claim" ? this.placed.claims : this.placed.documents;
    for (const { id, head, why, order } of rows) into.set(id, { head, why: JSON.parse(why) as string[], order });
    return rows.map((r) => r.head);
  }

  private rejectedClaims(ids: readonly string[]) {
    return this.db
      .selectFrom("rejected")
      .select(["id", "claim"])
      .where("kind", "=", "incident")
      .where("id", "in", ids)
      .orderBy("id")
      .orderBy("claim")
      .execute();
  }

  private async fetchDocuments(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.documents.has(id as DocumentId));
    const rows = await among(wanted, (some) =>
      this.db.selectFrom("documents").select(READ).where("id", "in", some).where("latest", "=", 1).execute(),
    );
    // What a text has to do with its bytes is nothing to a judge.
    for (const row of rows)
      this.documents.set(row.id as DocumentId, documentOf({ ...row, map: "[]" } as DocumentRecord, []));
    const roots = await this.fetchPlacings("document", wanted);
    // Who speaks in a copy is who speaks in its original.
    if (roots.some((r) => !this.documents.has(r as DocumentId))) await this.fetchDocuments(roots);
  }

  /** Claims with all that share their head or their incident. */
  private async fetchClaims(ids: Iterable<string>): Promise<void> {
    let next = [...new Set(ids)].filter((id) => !this.asked.has(id));
    const documents = new Set<string>();
    while (next.length > 0) {
      for (const id of next) this.asked.add(id);
      const rows = await among(next, (some) =>
        this.db.selectFrom("claims").selectAll().where("id", "in", some).where("withdrawn", "is", null).execute(),
      );
      for (const row of rows) {
        const claim = claimOf(row);
        this.claims.set(claim.id, claim);
        documents.add(claim.document);
      }
      const heads = (await this.fetchPlacings("claim", next)).filter((h) => !this.heads.has(h));
      for (const h of heads) this.heads.add(h);
      const members = await among(heads, (some) =>
        this.db.selectFrom("placings").select("id").where("kind", "=", "claim").where("head", "in", some).execute(),
      );
      const headed = await among(next, (some) =>
        this.db.selectFrom("incident_claims").select("incident as id").where("claim", "in", some).execute(),
      );
      const shelved = await among(next, (some) =>
        this.db.selectFrom("rejected").select("id").where("kind", "=", "incident").where("claim", "in", some).execute(),
      );
      const fresh = [...headed, ...shelved].map((h) => h.id).filter((id) => !this.incidents.has(id));
      for (const id of fresh) this.incidents.add(id);
      const together = await among(fresh, (some) =>
        this.db.selectFrom("incident_claims").select("claim as id").where("incident", "in", some).execute(),
      );
      const aside = await among(fresh, (some) => this.rejectedClaims(some));
      next = [...new Set([...members, ...together, ...aside.map((r) => ({ id: r.claim }))].map((m) => m.id))].filter(
        (id) => !this.asked.has(id),
      );
    }
    await this.fetchDocuments(documents);
  }

  private async mintedOrders(): Promise<Minted<OrderId>[]> {
    const rows = await among(this.orderKeys, (some) =>
      this.db.selectFrom("orders").select(["id", "body"]).where("key", "in", some).orderBy("id").execute(),
    );
    return await mintedNow<OrderId>(
      this.db,
      rows.flatMap((o) => (JSON.parse(o.body) as { claims: string[] }).claims.map((claim) => ({ id: o.id, claim }))),
    );
  }

  async surroundings(): Promise<Surroundings> {
    const { db, asked } = this;
    const heads = await among(this.incidents, (some) =>
      db
        .selectFrom("incident_claims")
        .select(["incident as id", "claim"])
        .where("incident", "in", some)
        .orderBy("incident")
        .orderBy("claim")
        .execute(),
    );
    const grounds = new Map<ClaimId, string[]>();
    const filed = await among(asked, (some) =>
      db.selectFrom("claim_grounds").selectAll().where("claim", "in", some).execute(),
    );
    for (const { claim, ground } of filed)
      grounds.set(claim as ClaimId, [...(grounds.get(claim as ClaimId) ?? []), ground]);
    const parts = await among(asked, (some) =>
      db
        .selectFrom("relations")
        .select("body")
        .where("kind", "=", "part_of")
        .where((eb) => eb.or([eb("from_claim", "in", some), eb("to_claim", "in", some)]))
        .execute(),
    );
    const could = [...this.claims.keys()].flatMap((c) => [mintIncidentId(c), mintOrderId(c)] as string[]);
    const taken = await among(could, (some) =>
      db.selectFrom("incident_log").select("id").distinct().where("id", "in", some).execute(),
    );
    const takenOrders = await among(could, (some) =>
      db.selectFrom("orders").select("id").where("id", "in", some).execute(),
    );
    return {
      changed: this.changed,
      documents: [...this.documents.values()],
      claims: [...this.claims.values()],
      decisions: await decisionsNow(db),
      incidents: await mintedNow<IncidentId>(db, [
        ...heads,
        ...(await among(this.incidents, (some) => this.rejectedClaims(some))),
      ]),
      orders: await this.mintedOrders(),
      placed: this.placed,
      filed: this.filed,
      former: this.former,
      grounds,
      parts: parts.map((r) => JSON.parse(r.body) as Relation),
      ordering: [...this.ordering.values()],
      taken: [...taken, ...takenOrders].map((r) => r.id),
      has: (want) => this.has.has(named(want)),
    };
  }
}
