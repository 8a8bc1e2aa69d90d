// The shape of a chain's row as a schema, for /openapi.json; held against its type as shapes.ts holds the others.
import { z } from "@hono/zod-openapi";
import { type ChainLink, LINK_KINDS } from "./chain-links.ts";
import type { ChainRow } from "./chain-rows.ts";
import type { Same } from "./shapes.ts";

const text = z.string();
const maybe = text.nullable();
const number = z.number();
const maybeNumber = number.nullable();

const chainLink = z.object({
  kind: z.enum(LINK_KINDS),
  row: maybeNumber.describe("the earlier row; null: a claim that is not of this chain"),
  claim: text,
  slots: z.array(text),
  by: text,
}) satisfies Same<ChainLink>;
/** `parts`: the schemas of what a row names whole. */
export const chainRow = (parts: Record<"claim" | "document" | "incident", z.ZodType>) =>
  z.object({
    row: number,
    told: z.object({ at: text, basis: z.enum(["said", "published"]) }).nullable(),
    origin: maybe.describe("from whom the knowledge comes"),
    party: z.boolean().describe("whether that origin is a party to the event"),
    claim: parts.claim,
    document: parts.document,
    incident: maybe,
    links: z.array(chainLink).describe("how it stands to earlier rows"),
    verdict: z
      .object({ incident: parts.incident, rows: z.array(number) })
      .nullable()
      .describe("on the last row of an incident, how it stands"),
  }) satisfies Same<ChainRow>;
