// What every export is written from, and which incidents are events in the field's sense: no running totals, nothing
// denied, planned or told as background, and only what the codebook gives an event type of the field.
import type { CollapseRules } from "../codebook/judgement.ts";
import type { Codebook } from "../codebook/load.ts";
import type { DocumentRow, View } from "../ledger/view.ts";
import type { Acled, Claim, Holding, Incident, PlaceKind, Relation } from "../model/index.ts";

/** An actor's row of the registry, as far as the field's actor codes need it. */
export interface KnownActor {
  readonly kind: string;
  /** ISO alpha-2 of its home state. */
  readonly country: string | null;
  readonly side: string | null;
}

/** What the exports ask of the codebook. */
export interface Known {
  /** From the registry; null for a name that it does not know. */
  actor(id: string | null): KnownActor | null;
  /** From the gazetteer; null for an id that it does not know. */
  placeKind(id: string): PlaceKind | null;
  readonly collapse: CollapseRules;
}
export const knownTo = (codebook: Codebook): Known => ({
  actor: (id) => (id === null ? null : codebook.actors.get(id)),
  placeKind: (id) => codebook.gazetteer.get(id)?.kind ?? null,
  collapse: codebook.judgement.collapse,
});

export interface Told extends Known {
  readonly incidents: readonly Incident[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, DocumentRow>;
  readonly holdings: readonly Holding[];
  readonly relations: readonly Relation[];
}

async function every<T>(
  page: (cursor: string | undefined) => Promise<{ rows: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    rows.push(...next.rows);
    cursor = next.next ?? undefined;
  } while (cursor);
  return rows;
}

/** Everything that the exports need of a view, incidents and claims in order of time, then id. */
export async function gather(view: View, known: Known): Promise<Told> {
  const at = (cursor: string | undefined) => ({ limit: 1000, ...(cursor ? { cursor } : {}) });
  const incidents = await every((c) => view.incidents(at(c)));
  const claims = await every((c) => view.claims(at(c)));
  const documents = await every((c) => view.documents(at(c)));
  return {
    incidents: incidents.sort(byTime),
    claims: new Map(claims.map((c) => [c.id as string, c])),
    documents: new Map(documents.map((d) => [d.id as string, d])),
    holdings: [...(await view.holdings())].sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1)),
    relations: await view.relations(),
    ...known,
  };
}

/** By first day, then last day, then id; the undated last. */
export function byTime(a: Pick<Incident, "time" | "id">, b: Pick<Incident, "time" | "id">): number {
  const key = (i: Pick<Incident, "time" | "id">): string =>
    `${i.time?.start ?? "9999"} ${i.time?.end ?? "9999"} ${i.id}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

export const claimsOf = (incident: Incident, told: Told): readonly Claim[] =>
  incident.claims.map((id) => told.claims.get(id)).filter((c) => c !== undefined);

export type Eventful = Incident & { readonly acled: Acled };

/** Incidents that the field would call events, oldest first. */
export const events = (told: Told): readonly Eventful[] =>
  [...told.incidents]
    .filter((i): i is Eventful => i.acled !== null && !i.tally && !i.background && i.status !== "denied")
    .filter((i) => claimsOf(i, told).some((c) => c.stance === "asserted"))
    .sort(byTime);

export const outletsOf = (incident: Incident, told: Told): readonly string[] => [
  ...new Set(incident.documents.map((d) => told.documents.get(d)?.outlet ?? told.documents.get(d)?.file ?? d)),
];
