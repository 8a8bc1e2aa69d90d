// Puts what was judged into the tables: all of it, or what a part replaces. Says what became of the incidents; what is
// logged of it, and when to judge, is known elsewhere.
import type { Holding, Incident, Judgement, Order, PartJudged, Placing, Relation } from "../model/index.ts";
import type { Database } from "./database.ts";
import { keyOf } from "./plain.ts";
import { chunks, incidentRow } from "./rows.ts";

/** Deletes the rows whose column holds one of the values. */
async function without<T extends string | number>(
  values: Iterable<T>,
  remove: (some: T[]) => { execute(): Promise<unknown> },
): Promise<void> {
  for (const some of chunks([...values])) await remove(some).execute();
}

export async function storeIncidents(
  db: Database,
  changed: readonly Incident[],
  gone: readonly string[],
): Promise<void> {
  await without([...gone, ...changed.map((i) => i.id as string)], (some) =>
    db.deleteFrom("incidents").where("id", "in", some),
  );
  for (const table of ["incident_claims", "incident_places", "incident_actors"] as const)
    await without([...gone, ...changed.map((i) => i.id as string)], (some) =>
      db.deleteFrom(table).where("incident", "in", some),
    );
  for (const some of chunks(changed)) {
    await db
      .insertInto("incidents")
      .values(some.map((i) => incidentRow(i, JSON.stringify(i))))
      .execute();
    const claims = some.flatMap((i) => [...new Set(i.claims)].map((claim) => ({ incident: i.id as string, claim })));
    const keyed = (list: (i: Incident) => readonly { id: string | null; name: string }[]) =>
      some.flatMap((i) =>
        [...new Set(list(i).map((x) => keyOf(x.id, x.name)))].map((key) => ({ incident: i.id, key })),
      );
    for (const rows of chunks(claims)) await db.insertInto("incident_claims").values(rows).execute();
    for (const rows of chunks(keyed((i) => i.places))) await db.insertInto("incident_places").values(rows).execute();
    for (const rows of chunks(keyed((i) => [...i.actors, ...i.targets])))
      await db.insertInto("incident_actors").values(rows).execute();
  }
}

/** Files anew where the incidents lie; an incident can say what it said, and its account that leads be another. */
export async function fileSites(db: Database, ids: readonly string[], sites: Judgement["sites"]): Promise<void> {
  await without(new Set<string>([...ids, ...sites.keys()]), (some) =>
    db.deleteFrom("incident_sites").where("incident", "in", some),
  );
  const rows = [...sites].flatMap(([id, { day, place, within }]) => [
    { incident: id as string, day: day as string, place, own: 1 as const },
    ...within
      .filter((other) => other !== place)
      .map((other) => ({ incident: id as string, day: day as string, place: other, own: 0 as const })),
  ]);
  for (const some of chunks(rows)) await db.insertInto("incident_sites").values(some).execute();
}

const holdingRow = (h: Holding, ground: string) => ({
  id: h.id as string,
  ground,
  sort: [h.place.name, h.place.id ?? "", h.from ?? "", h.holder.name, h.state, h.id].join("\u0001"),
  body: JSON.stringify(h),
});
const orderRow = (o: Order, key: string) => ({
  id: o.id as string,
  key,
  sort: [o.announced ?? o.from ?? "~", o.kind, o.id].join("\u0001"),
  body: JSON.stringify(o),
});
const relationRow = (r: Relation) => ({
  from_claim: r.from as string,
  to_claim: r.to as string,
  kind: r.kind as string,
  body: JSON.stringify(r),
});

interface Body {
  readonly id: string;
  readonly body: string;
}
/** Whether the rows say anything new, beside those that they stand in for. */
const differs = (old: readonly Body[], now: readonly Body[]): boolean => {
  const bodies = new Map(old.map((row) => [row.id, row.body]));
  return old.length !== now.length || now.some((row) => bodies.get(row.id) !== row.body);
};

async function storeHoldings(db: Database, judged: Judgement, grounds: ReadonlySet<string> | null): Promise<boolean> {
  const rows = judged.holdings.map((h) => holdingRow(h, judged.grounds.holdings.get(h.id) ?? ""));
  const old: Body[] = [];
  const all = db.selectFrom("holdings").select(["id", "body"]);
  if (grounds === null) old.push(...(await all.execute()));
  else for (const some of chunks([...grounds])) old.push(...(await all.where("ground", "in", some).execute()));
  if (differs(old, rows)) {
    await without(
      old.map((o) => o.id),
      (some) => db.deleteFrom("holdings").where("id", "in", some),
    );
    for (const some of chunks(rows)) await db.insertInto("holdings").values(some).execute();
    return true;
  }
  return false;
}

async function storeOrders(db: Database, judged: Judgement, keys: ReadonlySet<string> | null): Promise<boolean> {
  const rows = judged.orders.map((o) => orderRow(o, judged.orderKeys.get(o.id) ?? ""));
  const old: Body[] = [];
  const all = db.selectFrom("orders").select(["id", "body"]);
  if (keys === null) old.push(...(await all.execute()));
  else for (const some of chunks([...keys])) old.push(...(await all.where("key", "in", some).execute()));
  if (!differs(old, rows)) return false;
  await without(
    old.map((o) => o.id),
    (some) => db.deleteFrom("orders").where("id", "in", some),
  );
  for (const some of chunks(rows)) await db.insertInto("orders").values(some).execute();
  return true;
}

/** One relation for each pair and kind: the first that was found. */
const distinctRelations = (relations: readonly Relation[]): Relation[] => {
  const seen = new Map<string, Relation>();
  for (const r of relations) {
    const key = `${r.from} ${r.to} ${r.kind}`;
    if (!seen.has(key)) seen.set(key, r);
  }
  return [...seen.values()];
};

async function storeRelations(
  db: Database,
  judged: Judgement,
  replaced: PartJudged["replaced"] | null,
): Promise<boolean> {
  const rows = distinctRelations(judged.relations).map(relationRow);
  const name = (r: { from_claim: string; to_claim: string; kind: string; body: string }): Body => ({
    id: `${r.from_claim} ${r.to_claim} ${r.kind}`,
    body: r.body,
  });
  const old = new Map<string, { from_claim: string; to_claim: string; kind: string; body: string }>();
  const keep = (list: readonly { from_claim: string; to_claim: string; kind: string; body: string }[]): void => {
    for (const r of list) old.set(name(r).id, r);
  };
  if (replaced === null) keep(await db.selectFrom("relations").selectAll().execute());
  else
    for (const [claims, copies] of [
      [replaced.claims, false],
      [replaced.copies, true],
    ] as const)
      for (const some of chunks([...claims]))
        for (const end of ["from_claim", "to_claim"] as const)
          keep(
            await db
              .selectFrom("relations")
              .selectAll()
              .where(end, "in", some)
              .where("kind", copies ? "=" : "<>", "copies")
              .execute(),
          );
  if (!differs([...old.values()].map(name), rows.map(name))) return false;
  if (replaced === null) await db.deleteFrom("relations").execute();
  else
    for (const r of old.values())
      await db
        .deleteFrom("relations")
        .where("from_claim", "=", r.from_claim)
        .where("to_claim", "=", r.to_claim)
        .where("kind", "=", r.kind)
        .execute();
  for (const some of chunks(rows)) await db.insertInto("relations").values(some).execute();
  return true;
}

/** `among`: the documents spoken of; null for all. */
async function storeCopies(db: Database, judged: Judgement, among: readonly string[] | null): Promise<boolean> {
  const now = new Map<string, string>(judged.copies.map((c) => [c.document, JSON.stringify(c.of)]));
  const all = db.selectFrom("documents").select(["id", "copies"]).where("latest", "=", 1);
  const old: { id: string; copies: string }[] = [];
  if (among === null) old.push(...(await all.execute()));
  else for (const some of chunks(among)) old.push(...(await all.where("id", "in", some).execute()));
  const differing = old.filter((d) => d.copies !== (now.get(d.id) ?? "[]"));
  for (const d of differing)
    await db
      .updateTable("documents")
      .set({ copies: now.get(d.id) ?? "[]" })
      .where("id", "=", d.id)
      .where("latest", "=", 1)
      .execute();
  return differing.length > 0;
}

async function filePlacings(db: Database, kind: "document" | "claim", placings: readonly Placing[]): Promise<void> {
  for (const some of chunks(placings)) {
    const rows = await db
      .insertInto("placings")
      .values(some.map(({ id, head, why, order }) => ({ kind, id, head, why: JSON.stringify(why), order })))
      .returning(["row", "id"])
      .execute();
    const rowOf = new Map(rows.map((r) => [r.id, r.row]));
    const keys = some.flatMap(({ id, homes, haunts }) => [
      ...[...new Set(homes)].map((key) => ({ key, side: 0 as const, placing: rowOf.get(id)! })),
      ...[...new Set(haunts)].map((key) => ({ key, side: 1 as const, placing: rowOf.get(id)! })),
    ]);
    for (const filed of chunks(keys, 1000)) await db.insertInto("placing_keys").values(filed).execute();
  }
}

async function dropPlacings(db: Database, kind: "document" | "claim", ids: Iterable<string>): Promise<void> {
  for (const some of chunks([...ids])) {
    const rows = await db
      .selectFrom("placings")
      .select("row")
      .where("kind", "=", kind)
      .where("id", "in", some)
      .execute();
    await without(
      rows.map((r) => r.row),
      (part) => db.deleteFrom("placing_keys").where("placing", "in", part),
    );
    await db.deleteFrom("placings").where("kind", "=", kind).where("id", "in", some).execute();
  }
}

async function fileGrounds(db: Database, grounds: Judgement["grounds"]["claims"]): Promise<void> {
  const rows = [...grounds].flatMap(([claim, list]) => list.map((ground) => ({ claim: claim as string, ground })));
  for (const some of chunks(rows)) await db.insertInto("claim_grounds").values(some).execute();
}

async function fileRejected(db: Database, rejected: Judgement["rejected"]): Promise<void> {
  const rows = rejected.flatMap(({ kind, id, claims, filed }) => claims.map((claim) => ({ kind, id, claim, filed })));
  for (const some of chunks(rows)) await db.insertInto("rejected").values(some).execute();
}

/** Everything but the incidents, in the place of everything before. Returns whether it says anything new. */
export async function storeAll(db: Database, judged: Judgement): Promise<boolean> {
  const news = [
    await storeRelations(db, judged, null),
    await storeHoldings(db, judged, null),
    await storeOrders(db, judged, null),
    await storeCopies(db, judged, null),
  ];
  for (const table of ["placing_keys", "placings", "claim_grounds", "rejected"] as const)
    await db.deleteFrom(table).execute();
  await filePlacings(db, "document", judged.placed.documents);
  await filePlacings(db, "claim", judged.placed.claims);
  await fileGrounds(db, judged.grounds.claims);
  await fileRejected(db, judged.rejected);
  return news.includes(true);
}

/** The same of a part, in the place of what it replaces. */
export async function storePart(db: Database, judged: PartJudged): Promise<boolean> {
  const { replaced, placed } = judged;
  const news = [
    await storeRelations(db, judged, replaced),
    await storeHoldings(db, judged, replaced.grounds),
    await storeOrders(db, judged, replaced.orders),
    await storeCopies(
      db,
      judged,
      placed.documents.map((d) => d.id),
    ),
  ];
  await dropPlacings(
    db,
    "document",
    placed.documents.map((d) => d.id),
  );
  await filePlacings(db, "document", placed.documents);
  await dropPlacings(db, "claim", replaced.claims);
  await filePlacings(db, "claim", placed.claims);
  await without(replaced.claims, (some) => db.deleteFrom("claim_grounds").where("claim", "in", some as string[]));
  await fileGrounds(db, judged.grounds.claims);
  for (const [kind, column, values] of [
    ["incident", "id", new Set<string>([...replaced.incidents, ...judged.rejected.map((r) => r.id)])],
    ["holding", "filed", replaced.grounds],
    ["order", "filed", replaced.orders],
  ] as const)
    await without(values, (some) => db.deleteFrom("rejected").where("kind", "=", kind).where(column, "in", some));
  await fileRejected(db, judged.rejected);
  return news.includes(true);
}
