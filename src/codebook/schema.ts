// The shapes of the codebook's files, checked as they are read. What a person may write in a row stands here.
import { z } from "zod";

const list = z.array(z.string()).default([]);
const dayOrEmpty = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, "a day is written YYYY-MM-DD, or left empty");
const id = z.string().regex(/^[a-z0-9][a-z0-9-_]*$/, "ids are lower case, digits, hyphens");

const role = z.string();
export const holdingState = z.enum(["controls", "contested", "besieged", "present", "left"]);
export const needClass = z.enum([
  "place",
  "site",
  "people",
  "force",
  "thing",
  "state",
  "officials",
  "organisation",
  "source",
]);
const roleOfPlace = z.enum(["at", "from", "to", "near"]);

export const frameSchema = z.strictObject({
  verbs: list,
  nouns: list,
  actor: z.array(role).optional(),
  target: z.array(role).optional(),
  place: z.record(z.string(), roleOfPlace).default({}),
  needs: z.array(needClass).default([]),
  subject: z.array(needClass).default([]),
  with: list,
  not: list,
  not_after: list,
  follow: list,
  weak: z.boolean().default(false),
  standing: z.boolean().default(false),
  governs: z.boolean().default(false),
  holding: holdingState.nullable().default(null),
});

export const acledRuleSchema = z.strictObject({
  type: z.string(),
  sub_type: z.string(),
  when: z.strictObject({ actor: list, target: list, words: list }).partial().optional(),
});

export const eventSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  is: z.string(),
  include: list,
  exclude: list,
  /** It happens at one place, and a report that goes on about it goes on there. */
  local: z.boolean().default(false),
  acled: z.array(acledRuleSchema),
  plover: z.string().nullable(),
  order: z.enum(["amnesty", "curfew", "closure", "advisory", "ceasefire", "evacuation"]).nullable().default(null),
  frames: z.array(frameSchema),
  examples: z.array(z.string()).min(1),
  negatives: z.array(z.string()).min(1),
});
export const eventsSchema = z.strictObject({ version: z.string(), events: z.array(eventSchema) });

export const actorRow = z.object({
  id,
  name: z.string().min(1),
  aliases: z.string(),
  kind: z.string().min(1, "every actor has a kind"),
  country: z.string().regex(/^([A-Z]{2})?$/, "a country is two capital letters, or left empty"),
  side: z.string(),
  from: dayOrEmpty,
  to: dayOrEmpty,
  successor_of: z.string(),
});

export const sayingKinds = [
  "said",
  "announced",
  "claimed",
  "denied",
  "ordered",
  "urged",
  "vowed",
  "planned",
  "warned",
  "quoted",
  "seen",
  "held",
] as const;
export const sayingRow = z.object({
  phrase: z.string().min(1),
  kind: z.enum(sayingKinds),
  firmness: z.enum(["firm", "soft"]),
});

export const theatresSchema = z.strictObject({
  theatres: z.array(
    z.strictObject({
      id,
      name: z.string(),
      countries: z.array(z.string().length(2)),
      time_zone: z.string(),
      generic: z.array(
        z.strictObject({
          names: z.array(z.string()),
          actor: z.string(),
          from: z.string().optional(),
          to: z.string().optional(),
        }),
      ),
    }),
  ),
});

const sorts = z.enum(["force", "state", "organisation", "person", "group", "source"]);
const groups = z.enum([
  "civilians",
  "combatants",
  "soldiers",
  "police",
  "militants",
  "officials",
  "journalists",
  "children",
  "women",
  "people",
  "protesters",
  "unknown",
]);
export const groupsSchema = z.strictObject({
  heads: z.array(z.strictObject({ sort: sorts, group: groups, words: z.array(z.string()) })),
  plurals_only: list,
  modifiers: list,
  mute: list,
  bodies: z.strictObject({ source: list, organisation: list, force: list }),
  sites: list,
  objects: list,
  whereabouts: list,
  fired: list,
  titles: list,
  references: z.strictObject({ person: list, organisation: list, any: list }),
});

export const grammarSchema = z.strictObject({
  prepositions: list,
  determiners: list,
  pronouns: list,
  subordinators: list,
  coordinators: list,
  be: list,
  have: list,
  modals: list,
  negators: list,
  adverbs: list,
  reality: z.strictObject({ planned: list, demanded: list, undone: list, only_clauses: list }),
  possible: list,
  future: list,
  ought: list,
  conditions: list,
  quantities: list,
  helping: list,
  causing: list,
  light: list,
  hurting: list,
  tally: list,
  denials: list,
  denied_things: list,
  past: list,
  hedges: z.record(z.enum(["reportedly", "unverified", "allegedly", "apparently", "possibly"]), z.array(z.string())),
});
