// The shape of an actor's page as a schema, for /openapi.json; held against its type as shapes.ts holds the others.
import { z } from "@hono/zod-openapi";
import { ACTOR_RELATIONS, type NamedActor } from "../model/index.ts";
import type { ActorAnswer, Place } from "./actor.ts";
import type { Same } from "./shapes.ts";

const text = z.string();
const maybe = text.nullable();
const number = z.number();

const citation = z.object({ claim: text, document: text, start: number, end: number }) satisfies Same<Place>;
const named = z.object({ id: maybe, name: text }) satisfies Same<NamedActor>;
const relation = z.object({
  actor: named,
  relation: z.enum(ACTOR_RELATIONS).describe("what the actor is to the other"),
  other: named,
  with: named.describe("the one at the other end"),
  says: text.describe("what this actor is to it, in words"),
  from: maybe,
  to: maybe,
  basis: z.enum(["codebook", "claims"]),
  note: maybe,
  told: number.describe("how many claims tell of it"),
  citations: z.array(citation),
}) satisfies Same<ActorAnswer["relations"][number]>;

export const actorShape = z.object({
  id: maybe,
  name: text,
  kind: maybe,
  country: maybe,
  from: maybe.describe("the days on which it bore that name"),
  to: maybe,
  aliases: z.array(text),
  sides: z.array(z.object({ side: text, from: maybe, to: maybe })),
  claims: number,
  incidents: number,
  first: maybe,
  last: maybe,
  spellings: z.array(z.object({ text, claims: number, first: maybe, last: maybe, citation: citation.nullable() })),
  relations: z.array(relation),
}) satisfies Same<Omit<ActorAnswer, "cited">>;
