// The shape of each question's answer as a schema, for /openapi.json, made of the nouns in shapes.ts.
import { z } from "@hono/zod-openapi";
import type { Citation } from "../ledger/citations.ts";
import type * as view from "../ledger/view.ts";
import type { TallyCheck } from "../resolve/tally-check.ts";
import { actorShape } from "./actor-shape.ts";
import { chainRow } from "./chain-shape.ts";
import {
  cited,
  claim,
  decision,
  document,
  documentRow,
  holding,
  incident,
  lineage,
  order,
  relation,
  type Same,
} from "./shapes.ts";

const text = z.string();
const maybe = text.nullable();
const number = z.number();
const maybeNumber = number.nullable();
const texts = z.array(text);

const counts = { claims: number, incidents: number };
const actor = z.object({ id: maybe, name: text, ...counts, first: maybe, last: maybe }) satisfies Same<view.ActorRow>;
const placeRow = z.object({
  id: maybe,
  name: text,
  kind: maybe,
  within: texts,
  lat: maybeNumber,
  lon: maybeNumber,
  ...counts,
  holder: maybe,
}) satisfies Same<view.PlaceRow>;
const sourceRow = z.object({
  id: maybe,
  name: text,
  kind: text,
  claims: number,
  corroborated: number,
  denied: number,
  outlets: texts,
}) satisfies Same<view.SourceRow>;
const dispute = z.object({
  incident,
  slot: text,
  sides: z.array(z.object({ value: text, claims: z.array(claim) })),
}) satisfies Same<view.DisputeRow>;
const change = z.object({
  version: number,
  at: text,
  kind: text,
  id: text,
  change: text,
  into: texts,
  summary: text,
}) satisfies Same<view.Change>;
const hit = z.object({
  kind: text,
  id: text,
  document: text,
  title: maybe,
  start: number,
  end: number,
  snippet: text,
}) satisfies Same<view.Hit>;

/** Asked for by its id, a type has the fields of its frames too. */
const eventType = z.looseObject({
  id: text,
  is: text,
  include: texts,
  exclude: texts,
  acled: texts,
  plover: maybe,
  order: maybe,
  examples: texts,
  negatives: texts.optional(),
  frames: z.array(z.object({ rule: text, kind: text, pattern: text, narrowed: texts })).optional(),
});

const citation = z.object({ id: maybe, name: text, kind: text, claims: texts }) satisfies Same<Citation>;
const bounds = { low: number, best: number, high: number };
const tallyCheck = z.object({
  id: text,
  measure: text,
  group: text,
  from: maybe,
  to: maybe,
  place: z.object({ id: maybe, name: text }).nullable(),
  origins: texts,
  says: z.object(bounds),
  ledger: z.object({ ...bounds, incidents: number, uncounted: number }),
  share: maybeNumber,
}) satisfies Same<TallyCheck>;

const rows = (row: z.ZodType) => z.object({ rows: z.array(row), total: number, next: maybe.describe("the cursor") });

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  incidents: rows(incident),
  incident: z.object({
    ...incident.shape,
    asked: text,
    accounts: z.array(claim),
    relations: z.array(relation),
    cited,
    decisions: z.array(decision),
  }),
  claims: rows(claim),
  claim: z.object({ ...claim.shape, relations: z.array(relation), cited, decisions: z.array(decision) }),
  documents: rows(documentRow),
  document: z.object({ ...document.shape, claims: z.array(claim), lineage, cites: z.array(citation) }),
  actors: rows(actor),
  actor: actorShape.extend({ cited }),
  places: rows(placeRow),
  sources: rows(sourceRow),
  control: rows(
    holding.extend({
      told: z
        .array(
          z.object({
            claim: text,
            event: text,
            stance: text,
            sources: texts,
            quote: text,
            document: text,
            outlet: maybe,
            title: maybe,
            url: maybe,
            published: maybe,
          }),
        )
        .optional()
        .describe("with a place: the accounts that the holding rests on"),
    }),
  ),
  orders: rows(order),
  disputes: rows(dispute),
  chain: rows(chainRow({ claim, document: cited.element, incident })),
  changes: rows(change),
  search: rows(hit),
  explain: z.object({
    asked: text,
    subject: z.object({ kind: text, id: text, value: z.looseObject({}) }),
    slot: maybe,
    statement: text,
    reasons: texts,
    claims: z.array(z.looseObject({})),
    lineage,
  }),
  timeline: rows(z.object({ day: text, event: text, incidents: number, disputed: number })).extend({
    undated: number,
    wider: number,
  }),
  tallies: rows(tallyCheck),
  sitrep: z.object({ title: text, from: text, to: text, format: text, text, citations: z.array(z.looseObject({})) }),
  codebook: rows(eventType).extend({ version: text }),
};

/** The schema of a question's answer. Throws when a question has none, which its test would show first. */
export function shapeOf(question: string): z.ZodType {
  const shape = SHAPES[question];
  if (!shape) throw new Error(`no shape is declared for the question ${question}`);
  return shape;
}
