// From any row or cell back to the marked words, with the reason: what is asked about, one statement of what the ledger
// says of it, why, and the claims it rests on. Asks through a view, so it explains what was known at any day as well.
import {
  type Claim,
  type ClaimId,
  type Document,
  type DocumentId,
  type Holding,
  type Incident,
  type Order,
  type OrderId,
  type Relation,
  UserError,
} from "../model/index.ts";
import { citationsOf, citationText } from "./citations.ts";
import { type DocumentHead, type ExplainedClaim, explainedClaim, headOf } from "./explained-claim.ts";
import { type FrameBook, withFrames } from "./explained-frames.ts";
import { type LineageLink, lineageAmong, lineageOf } from "./lineage.ts";
import { slotsOf } from "./slots.ts";
import type { View } from "./view.ts";

export type { DocumentHead, ExplainedClaim, Mark, MarkedPassage } from "./explained-claim.ts";

export type Subject =
  | { readonly kind: "claim"; readonly id: ClaimId; readonly value: Claim }
  | { readonly kind: "incident"; readonly id: Incident["id"]; readonly value: Incident }
  | { readonly kind: "document"; readonly id: DocumentId; readonly value: DocumentHead }
  | { readonly kind: "holding"; readonly id: Holding["id"]; readonly value: Holding }
  | { readonly kind: "order"; readonly id: OrderId; readonly value: Order };

export interface Explanation {
  /** As asked for: an old incident's id is kept here, and the subject is what it leads to now. */
  readonly asked: string;
  readonly subject: Subject;
  /** 'figures.0' of a claim, 'figures.killed' of an incident; null for the whole. */
  readonly slot: string | null;
  readonly statement: string;
  readonly reasons: readonly string[];
  readonly claims: readonly ExplainedClaim[];
  /** Which of the documents beneath it copy or credit which. */
  readonly lineage: readonly LineageLink[];
}
type Found = Omit<Explanation, "lineage">;

const interval = (from: string | null, to: string | null): string => `${from ?? "unknown"} to ${to ?? "still"}`;
const missing = (id: string): UserError =>
  new UserError(`there is nothing with the id '${id}' in this ledger`, {
    status: 404,
    field: "id",
    hint: "ids of claims begin with c-, incidents i-, orders o-, holdings h-; a slot follows a colon",
  });
const noSlot = (id: string, slot: string, has: readonly string[]): UserError =>
  new UserError(`${id} has no slot '${slot}'`, { status: 404, field: "id", hint: `it has: ${has.join(", ")}` });

/** 'c-… denies c-… (event), by denied in the same place and days'. */
const relationText = (r: Relation): string =>
  `${r.from} ${r.kind.replace("_", " ")} ${r.to}${r.slots.length > 0 ? ` (${r.slots.join(", ")})` : ""}, by ${r.by}`;

/** The slots of a claim that a cell rests on. */
type Resting = (claim: Claim) => readonly string[];

async function layOpen(view: View, claims: readonly Claim[], only?: Resting): Promise<readonly ExplainedClaim[]> {
  const documents = new Map<string, Document | null>();
  const found: ExplainedClaim[] = [];
  for (const claim of claims) {
    const key = `${claim.document}\u0001${claim.version}`;
    if (!documents.has(key)) documents.set(key, await view.document(claim.document, claim.version));
    const document = documents.get(key);
    if (document) found.push(explainedClaim(claim, document, only?.(claim)));
  }
  return found;
}

async function ofClaim(view: View, asked: string, claim: Claim, slot: string | null): Promise<Found> {
  const claims = await layOpen(view, [claim], slot === null ? undefined : () => [slot]);
  const [open] = claims;
  if (slot !== null && open?.slots.length === 0)
    throw noSlot(
      claim.id,
      slot,
      slotsOf(claim).map((s) => s.slot),
    );
  const relations = await view.relations([claim.id]);
  const outlet = open?.document.outlet ?? claim.document;
  return {
    asked,
    subject: { kind: "claim", id: claim.id, value: claim },
    slot,
    statement:
      slot === null
        ? `${claim.event}, ${claim.stance}, as told by ${claim.sources.map((s) => s.name).join(", told to ") || outlet}`
        : (open?.slots.map((s) => `${s.slot}: ${s.value}`).join("; ") ?? ""),
    reasons: [
      ...(open?.slots.map(
        (s) => `${s.slot} by rule ${s.rule}: ${s.words.map((w) => `'${w}'`).join(", ") || "no words"}`,
      ) ?? []),
      ...(slot === null ? relations.map(relationText) : []),
    ],
    claims,
  };
}

/** A cell of an incident: what it says, why, and the claims and the slots of theirs that it rests on. */
interface Cell {
  readonly statement: string;
  readonly reasons: readonly string[];
  readonly claims: readonly ClaimId[];
  readonly rests?: Resting;
}

/** A claim's figures of that measure: those of the group counted, where it has one of it. */
const figuresOf =
  (measure: string, group: string | null): Resting =>
  (claim) => {
    const all = claim.figures.map((f, at) => ({ f, slot: `figures.${at}` })).filter(({ f }) => f.measure === measure);
    const own = all.filter(({ f }) => f.group === group);
    return (own.length > 0 ? own : all).map(({ slot }) => slot);
  };

function figureCells(i: Incident): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [at, r] of i.figures.entries()) {
    const said = `${r.group} ${r.measure}: low ${r.low}, best ${r.best ?? "unknown"}, high ${r.high ?? "unknown"}${r.open ? " or more" : ""}`;
    const cell: Cell = {
      statement: said,
      reasons: [`by rule ${r.rule}`],
      claims: r.claims,
      rests: figuresOf(r.measure, r.group),
    };
    cells.set(`figures.${at}`, cell);
    cells.set(`figures.${r.measure}.${r.group}`, cell);
    // Of one measure counted in several groups, all of them are told.
    const whole = cells.get(`figures.${r.measure}`);
    cells.set(`figures.${r.measure}`, {
      ...cell,
      statement: [whole?.statement, said].filter(Boolean).join("; "),
      reasons: [...new Set([...(whole?.reasons ?? []), ...cell.reasons])],
      claims: [...new Set([...(whole?.claims ?? []), ...r.claims])],
      rests: figuresOf(r.measure, null),
    });
  }
  return cells;
}

function cellsOf(i: Incident): ReadonlyMap<string, Cell> {
  const { claims, reasons } = i;
  const names = (list: readonly { readonly name: string }[]): string => list.map((x) => x.name).join(", ") || "unknown";
  const time = i.time === null ? "unknown" : `${i.time.start} to ${i.time.end}, to the ${i.time.grain}`;
  const cells: [string, Cell][] = [
    ["event", { statement: `event: ${i.event}`, reasons, claims, rests: () => ["event"] }],
    [
      "status",
      {
        statement: `status: ${i.status}, ${i.independent_sources} independent`,
        reasons,
        claims: i.decided_by?.status ?? claims,
        rests: () => ["stance", "sources"],
      },
    ],
    [
      "grade",
      {
        statement: `grade: ${i.grade}`,
        reasons,
        claims: i.decided_by?.grade ?? claims,
        rests: () => ["actors", "figures", "stance", "sources"],
      },
    ],
    ["time", { statement: `time: ${time}`, reasons, claims, rests: () => ["time"] }],
    ["places", { statement: `places: ${names(i.places)}`, reasons, claims, rests: () => ["places"] }],
    ["actors", { statement: `actors: ${names(i.actors)}`, reasons, claims, rests: () => ["actors"] }],
    ["targets", { statement: `targets: ${names(i.targets)}`, reasons, claims, rests: () => ["targets"] }],
  ];
  for (const list of ["places", "actors", "targets"] as const)
    for (const [at, x] of i[list].entries())
      cells.push([`${list}.${at}`, { statement: `${list}: ${x.name}`, reasons, claims, rests: () => [list] }]);
  for (const d of i.disputes) {
    const values = d.values.map((v) => `${v.value} (${v.claims.join(", ")})`);
    const told = d.values.flatMap((v) => v.claims);
    cells.push([
      `disputes.${d.slot}`,
      { statement: `${d.slot} disputed: ${values.join(" against ")}`, reasons, claims: told },
    ]);
  }
  return new Map([...cells, ...figureCells(i)]);
}

async function ofIncident(view: View, asked: string, incident: Incident, slot: string | null): Promise<Found> {
  const cells = cellsOf(incident);
  const cell = slot === null ? null : cells.get(slot);
  if (cell === undefined) throw noSlot(incident.id, slot ?? "", [...cells.keys()]);
  const claims = await view.claimsById(cell?.claims ?? incident.claims);
  const relations = cell ? [] : await view.relations(incident.claims);
  return {
    asked,
    subject: { kind: "incident", id: incident.id, value: incident },
    slot,
    statement: cell?.statement ?? incident.summary,
    reasons: [...(cell?.reasons ?? incident.reasons), ...relations.map(relationText)],
    claims: await layOpen(view, claims, cell?.rests),
  };
}

/** What each cell of a holding or an order rests on in its claims; an empty list: on the judgement alone. */
const HOLDING: Readonly<Record<string, readonly string[]>> = {
  place: ["places"],
  holder: ["actors"],
  from: ["time"],
  to: ["time"],
  state: ["event", "stance"],
  basis: ["stance", "sources"],
};
const ORDER: Readonly<Record<string, readonly string[]>> = {
  kind: ["event"],
  issuer: ["order.issuer"],
  for: ["order.for"],
  grants: ["order.grants"],
  conditions: ["order.conditions"],
  exceptions: ["order.exceptions"],
  place: ["order.place"],
  announced: ["time"],
  from: ["time"],
  until: ["order.until"],
  status: ["event", "stance"],
  lifted: ["time"],
  steps: ["event", "time", "order.until"],
};
function restingOn(
  cells: Readonly<Record<string, readonly string[]>>,
  id: string,
  slot: string | null,
): Resting | undefined {
  if (slot === null) return undefined;
  if (!Object.hasOwn(cells, slot)) throw noSlot(id, slot, Object.keys(cells));
  return () => cells[slot] ?? [];
}

async function ofHolding(view: View, asked: string, h: Holding, slot: string | null): Promise<Found> {
  const rests = restingOn(HOLDING, h.id, slot);
  return {
    asked,
    subject: { kind: "holding", id: h.id, value: h },
    slot,
    statement: `${h.basis === "denied" ? "denied: " : ""}${h.holder.name} ${h.state} ${h.place.name}, ${interval(h.from, h.to)}`,
    reasons: [
      `basis: ${h.basis.replaceAll("_", " ")}`,
      `${h.basis === "denied" ? "denied by" : "by the account of"} ${h.accounts.join(", ") || "nobody named"}`,
    ],
    claims: await layOpen(view, await view.claimsById(h.claims), rests),
  };
}

async function ofOrder(view: View, asked: string, o: Order, slot: string | null): Promise<Found> {
  const rests = restingOn(ORDER, o.id, slot);
  const who = o.issuer.map((p) => p.name).join(", ") || "nobody named";
  return {
    asked,
    subject: { kind: "order", id: o.id, value: o },
    slot,
    statement: `${o.kind} by ${who} for ${o.for.map((p) => p.name).join(", ") || "nobody named"}, ${interval(o.from ?? o.announced, o.until)}`,
    reasons: [
      `status as told: ${o.status}`,
      ...(o.lifted === null ? [] : [`lifted ${o.lifted}`]),
      ...(o.supersedes === null ? [] : [`supersedes ${o.supersedes}`]),
    ],
    claims: await layOpen(view, await view.claimsById(o.claims), rests),
  };
}

async function ofDocument(view: View, asked: string, d: Document): Promise<Found> {
  const claims = (await view.claims({ document: d.id })).rows.filter((c) => c.version === d.version);
  const basis =
    d.published === null ? "no date of publication" : `published ${d.published}, as ${d.published_basis} says`;
  return {
    asked,
    subject: { kind: "document", id: d.id, value: headOf(d) },
    slot: null,
    statement: `${[d.outlet, d.title ?? d.file].filter(Boolean).join(": ")}; ${claims.length} ${claims.length === 1 ? "claim" : "claims"}`,
    reasons: [basis, ...citationsOf(claims).map(citationText), ...d.notes.map((n) => `${n.kind}: ${n.message}`)],
    claims: await layOpen(view, claims),
  };
}

/**
 * From any row or cell back to its words. With a codebook (`book`), rules that are frames of it are told in words.
 *
 * id: of an incident, claim, document, holding or order, or one slot of any but a document ('c-…:figures.0',
 * 'i-…:figures.killed', 'i-…:disputes.time', 'o-…:until').
 * @throws UserError, status 404, for an id or slot that is not there; 409 for an incident's id that leads to several
 */
export async function explain(view: View, id: string, book?: FrameBook): Promise<Explanation> {
  const found = await lookUp(view, id);
  const { subject, claims } = found;
  const lineage =
    subject.kind === "document"
      ? await lineageOf(view, subject.id)
      : await lineageAmong(
          view,
          claims.map((c) => c.claim.document),
        );
  return { ...found, lineage, claims: book ? claims.map((c) => withFrames(c, book)) : claims };
}

async function lookUp(view: View, id: string): Promise<Found> {
  // A document's given id may hold a colon, so a whole id is looked for first.
  const document = await view.document(id);
  if (document) return await ofDocument(view, id, document);
  const colon = id.indexOf(":");
  const head = colon < 0 ? id : id.slice(0, colon);
  const slot = colon < 0 ? null : id.slice(colon + 1);
  const claim = head.startsWith("c-") ? await view.claim(head) : null;
  if (claim) return await ofClaim(view, id, claim, slot);
  const incidents = await view.incident(head);
  if (incidents.length > 1)
    throw new UserError(`${head} was split into ${incidents.map((i) => i.id).join(" and ")}`, {
      status: 409,
      field: "id",
      hint: "ask for one of them",
    });
  if (incidents[0]) return await ofIncident(view, id, incidents[0], slot);
  const holding = head.startsWith("h-") ? (await view.holdings()).find((h) => h.id === head) : undefined;
  if (holding) return await ofHolding(view, id, holding, slot);
  const order = head.startsWith("o-") ? await view.order(head as OrderId) : null;
  if (order) return await ofOrder(view, id, order, slot);
  throw missing(id);
}
