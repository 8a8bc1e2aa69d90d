// The shapes of the nouns as schemas, of which answers are made (answer-shapes.ts). The truth is in src/model; `Same` makes the compiler hold
// each schema against its type, so a field that is renamed there does not compile here.
import { z } from "@hono/zod-openapi";
import type { LineageLink } from "../ledger/lineage.ts";
import type * as view from "../ledger/view.ts";
import type * as model from "../model/index.ts";

/** Every key of the schema is a key of T, and of T's type. */
export type Same<T> = z.ZodObject<{ [K in keyof T]: z.ZodType }>;

const text = z.string();
const maybe = text.nullable();
const number = z.number();
const maybeNumber = number.nullable();
const texts = z.array(text);
const spans = z.array(z.array(number).length(2)).describe("spans into the document's text, UTF-16 units");
const evidence = { at: spans, rule: text.describe("the rule that read them") };

const interval = z.object({ start: text, end: text, grain: z.enum(["hour", "day", "week", "month", "year", "span"]) });
const when = z
  .object({ ...interval.shape, text, ...evidence } satisfies Record<keyof model.When, z.ZodType>)
  .openapi("When");
const wherein = {
  name: text,
  id: maybe,
  lat: maybeNumber,
  lon: maybeNumber,
  kind: maybe,
  within: texts.describe("containers, the nearest first"),
  within_ids: texts,
  precision: z.enum(["exact", "near", "area", "region", "country"]),
  role: z.enum(["at", "from", "to", "near"]),
  aliases: z.array(text),
  runners_up: z.array(z.object({ id: text, name: text })),
};
const place = (z.object({ ...wherein, text, ...evidence }) satisfies Same<model.ClaimPlace>).openapi("ClaimPlace");
const party = (
  z.object({ name: text, id: maybe, aliases: texts, text, ...evidence }) satisfies Same<model.Party>
).openapi("Party");
const source = (
  z.object({ name: text, id: maybe, aliases: texts, kind: text, text, ...evidence }) satisfies Same<model.SourceLink>
).openapi("SourceLink");
const figure = (
  z.object({
    measure: text,
    min: number,
    max: maybeNumber.describe("null: at least min"),
    group: text,
    of: maybeNumber.describe("the larger figure's min, when this is part of it"),
    approx: z.boolean(),
    text,
    ...evidence,
  }) satisfies Same<model.Figure>
).openapi("Figure");
const term = z.object({ text, ...evidence });
const terms = {
  kind: z.enum(["amnesty", "curfew", "closure", "advisory", "ceasefire", "evacuation"]),
  issuer: z.array(party),
  for: z.array(party),
  grants: z.array(term),
  conditions: z.array(term),
  exceptions: z.array(term),
  place: place.nullable(),
  announced: maybe,
  from: maybe,
  until: maybe.describe("the last day on which it holds"),
  until_evidence: z.object(evidence).nullable(),
  hours: maybe,
  status: text,
};
const orderTerms = (z.object(terms) satisfies Same<model.OrderTerms>).openapi("OrderTerms");
const acled = z.object({ type: text, sub_type: text }).nullable();

export const claim = (
  z.object({
    id: text,
    document: text,
    version: number,
    quote: text.describe("verbatim in the document's text, from start to end"),
    start: number,
    end: number,
    event: text,
    event_evidence: z.object(evidence),
    acled,
    plover: maybe,
    stance: z.enum(["asserted", "denied", "planned", "demanded"]),
    stance_evidence: z.object(evidence).nullable(),
    background: z.boolean(),
    hedge: maybe,
    time: when.nullable(),
    said: when.nullable(),
    places: z.array(place),
    actors: z.array(party),
    targets: z.array(party),
    sources: z
      .array(source)
      .describe("from the one who knows to the one who passed it on; empty: the outlet's own voice"),
    figures: z.array(figure),
    order: orderTerms.nullable(),
    holding: maybe,
    coder: text,
    codebook: text,
  }) satisfies Same<model.Claim>
).openapi("Claim");

export const relation = (
  z.object({ from: text, to: text, kind: text, slots: texts, by: text }) satisfies Same<model.Relation>
).openapi("Relation");
export const decision = (
  z.object({
    id: text,
    by: text,
    at: text,
    target: z.object({ kind: text, id: text }),
    slot: maybe,
    op: text,
    value: z.unknown(),
    reason: text,
  }) satisfies Same<model.Decision>
).openapi("Decision");
const named = z.object({ name: text, id: maybe, aliases: texts });
export const incident = (
  z.object({
    id: text,
    event: text,
    acled,
    status: z.enum(["corroborated", "single-source", "disputed", "denied"]),
    independent_sources: number,
    origins: texts,
    party_origins: texts,
    grade: z.enum(["confirmed", "fair", "weak", "contested", "discounted"]),
    decided_by: z.object({ status: texts, grade: texts }),
    reasons: texts,
    disputes: z.array(z.object({ slot: text, values: z.array(z.object({ value: text, claims: texts })) })),
    tally: z.boolean(),
    background: z.boolean(),
    time: interval.nullable(),
    places: z.array(z.object(wherein)),
    actors: z.array(named),
    targets: z.array(named),
    figures: z.array(
      z.object({
        measure: text,
        group: text,
        low: number,
        best: maybeNumber,
        high: maybeNumber,
        open: z.boolean(),
        rule: text,
        claims: texts,
      }) satisfies Same<model.Range>,
    ),
    documents: texts,
    claims: texts,
    summary: text,
  }) satisfies Same<model.Incident>
).openapi("Incident");

const part = z.object({ kind: text, span: z.array(number) });
const note = z.object({ kind: text, message: text, at: z.array(number).nullable() });
const head = {
  id: text,
  version: number,
  file: text,
  outlet: maybe,
  title: maybe,
  url: maybe,
  lang: maybe,
  published: maybe,
  published_basis: maybe,
  retrieved: maybe,
  sha256: text,
  parts: z.array(part),
  credits: texts,
  copies_of: texts,
  notes: z.array(note),
};
export const document = (
  z.object({
    ...head,
    text,
    map: z.array(z.object({ text: z.array(number), bytes: z.array(number) })).describe("the way back to the bytes"),
  }) satisfies Same<model.Document>
).openapi("Document");
export const documentRow = (
  z.object({ ...head, recorded: text, length: number, claims: number }) satisfies Same<view.DocumentRow>
).openapi("DocumentRow");
const lineageEnd = z.object({ id: text, outlet: maybe, title: maybe, published: maybe });
export const lineage = z.array(
  z.object({
    document: lineageEnd,
    kind: z.enum(["copies", "credits"]),
    of: lineageEnd.nullable(),
    agency: maybe,
  }) satisfies Same<LineageLink>,
);
export const cited = z.array(z.object({ id: text, outlet: maybe, title: maybe, url: maybe, published: maybe }));
export const holding = (
  z.object({
    id: text,
    place: z.object({
      id: maybe,
      name: text,
      aliases: texts,
      kind: maybe,
      lat: maybeNumber,
      lon: maybeNumber,
      within: texts,
    }),
    holder: z.object({ id: maybe, name: text, aliases: texts }),
    before: z.object({ id: maybe, name: text }).nullable(),
    from: maybe,
    to: maybe,
    state: z.enum(["controls", "contested", "besieged", "present", "left"]),
    basis: z.enum(["assessed", "claimed_by_holder", "claimed_by_other", "denied"]),
    accounts: texts,
    claims: texts,
  }) satisfies Same<model.Holding>
).openapi("Holding");
export const order = (
  z.object({
    ...terms,
    id: text,
    lifted: maybe,
    steps: z
      .array(z.object({ status: text, day: maybe, until: maybe, claims: texts }))
      .describe("what befell it, in order of day"),
    supersedes: maybe,
    claims: texts,
  }) satisfies Same<model.Order>
).openapi("Order");
