// Fetches what judging a part of the ledger wants to have at hand: claims with all that belong to their head and incident,
// their documents, and what was judged of them before. Reads only; keeps what it has fetched for as long as it is asked.
import type {
  Changed,
  Claim,
  ClaimId,
  Decision,
  Document,
  DocumentId,
  Filed,
  Placement,
  Surroundings,
  Want,
} from "../model/index.ts";
import { among } from "./among.ts";
import type { Database } from "./database.ts";
import { type Judged, judgedBefore, rejectedClaims } from "./judged-before.ts";
import { followed } from "./lead-on.ts";
import { claimOf, type DocumentRecord, documentOf } from "./rows.ts";
import { decisionsNow } from "./told.ts";

const named = (want: Want): string => JSON.stringify(Object.values(want));

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

const NOTHING_JUDGED: Judged = { incidents: [], orders: [], grounds: new Map(), parts: [], taken: [] };

const nothingFiled = () => ({ homes: new Map<number, string[]>(), haunts: new Map<number, string[]>() });

export class Gathering {
  private readonly db: Database;
  private readonly changed: Changed;
  private readonly has = new Set<string>();
  /** Every claim that was asked after, there or not. */
  readonly asked = new Set<string>();
  private readonly heads = new Set<string>();
  readonly incidents = new Set<string>();
  private readonly documents = new Map<DocumentId, Document>();
  readonly claims = new Map<ClaimId, Claim>();
  private readonly ordering = new Map<ClaimId, Claim>();
  readonly orderKeys = new Set<string>();
  private readonly placed = { documents: new Map<string, Placement>(), claims: new Map<string, Placement>() };
  private readonly filed = { documents: nothingFiled(), claims: nothingFiled() };
  private readonly former = new Map<string, number[]>();
  private decided: Promise<readonly Decision[]> | null = null;

  constructor(db: Database, changed: Changed) {
    this.db = db;
    this.changed = changed;
  }

  async start(): Promise<void> {
    const heads = await among(this.changed.incidents, (some) =>
      this.db.selectFrom("incident_claims").select("claim").where("incident", "in", some).execute(),
    );
    const shelved = await among(this.changed.incidents, (some) => rejectedClaims(this.db, some));
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
    const keys: WantedKey[] = [];
    for (const want of wants) {
      this.has.add(named(want));
      if (isKey(want)) keys.push(want);
      else for (const id of await this.answer(want)) claims.add(id);
    }
    for (const side of ["homes", "haunts"] as const) {
      for (const id of await this.fetchKeys("document", side, keys)) documents.add(id);
      for (const id of await this.fetchKeys("claim", side, keys)) claims.add(id);
    }
    await this.fetchDocuments(documents);
    await this.fetchClaims(claims);
  }

  private async fetchKeys(
    kind: "document" | "claim",
    side: keyof Filed,
    wants: readonly WantedKey[],
  ): Promise<readonly string[]> {
    const keys = wants.filter((w) => w.kind === `${kind}_key` && w.side === side).map((w) => w.key);
    const into = (kind === "claim" ? this.filed.claims : this.filed.documents)[side];
    for (const key of keys) into.set(key, []);
    // In two steps: keys first, and only then what they lead to.
    const found = await among(keys, (some) =>
      this.db
        .selectFrom("placing_keys")
        .select(["key", "placing"])
        .where("key", "in", some)
        .where("side", "=", side === "homes" ? 0 : 1)
        .execute(),
    );
    const placings = await among(
      found.map((f) => f.placing),
      (some) => this.db.selectFrom("placings").select(["row", "id", "kind"]).where("row", "in", some).execute(),
    );
    const ids = new Map(placings.filter((p) => p.kind === kind).map((p) => [p.row, p.id]));
    const rows = found.flatMap(({ key, placing }) => (ids.has(placing) ? [{ key, id: ids.get(placing)! }] : []));
    for (const { key, id } of rows) into.get(key)!.push(id);
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
      case "judged":
        return [];
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
        const aside = await among(ids, (some) => rejectedClaims(this.db, some));
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
      const aside = await among(fresh, (some) => rejectedClaims(this.db, some));
      next = [...new Set([...members, ...together, ...aside.map((r) => ({ id: r.claim }))].map((m) => m.id))].filter(
        (id) => !this.asked.has(id),
      );
    }
    await this.fetchDocuments(documents);
  }

  async surroundings(): Promise<Surroundings> {
    const judged = this.has.has(named({ kind: "judged" })) ? await judgedBefore(this.db, this) : NOTHING_JUDGED;
    return {
      ...judged,
      changed: this.changed,
      documents: [...this.documents.values()],
      claims: [...this.claims.values()],
      decisions: await this.decisions(),
      placed: this.placed,
      filed: this.filed,
      former: this.former,
      ordering: [...this.ordering.values()],
      has: (want) => this.has.has(named(want)),
    };
  }

  /** Decisions stay what they are while a part is judged. */
  private async decisions(): Promise<readonly Decision[]> {
    this.decided ??= decisionsNow(this.db);
    return await this.decided;
  }
}
