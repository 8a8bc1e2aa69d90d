// The shapes of the codebook's files, checked as they are read. What a person may write in a row stands here.
import { z } from "zod";
import { ACTOR_RELATIONS } from "../model/index.ts";

const list = z.array(z.string()).default([]);
const dayOrEmpty = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, "a day is written YYYY-MM-DD, or left empty");
const id = z.string().regex(/^[a-z0-9][a-z0-9-_]*$/, "ids are lower case, digits, hyphens");

/** A pattern begins with a word, and alternatives have no blanks between them; others would match nothing, in silence. */
const pattern = z.string().superRefine((text, context) => {
  const parts = text.trim().split(/\s+/);
  const says = !text.trim()
    ? "a pattern has words"
    : /^~|\?$/.test(parts[0]!)
      ? `'${text}' begins with what may miss: a pattern begins with a word`
      : parts.some((p) => p.replace(/\?$/, "").split("|").includes(""))
        ? `'${text}' has an alternative without a word: alternatives are joined without blanks, a|b`
        : null;
  if (says) context.addIssue({ code: "custom", message: says });
});
const patterns = z.array(pattern).default([]);

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

const frame = z.strictObject({
  verbs: patterns,
  nouns: patterns,
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
export const frameSchema = frame.refine(
  ({ verbs, nouns }) => verbs.length + nouns.length > 0,
  "a frame has verbs or nouns",
);

export const acledRuleSchema = z.strictObject({
  type: z.string(),
  sub_type: z.string(),
  when: z.strictObject({ actor: list, target: list, words: list }).partial().optional(),
});

const eventSchema = z.strictObject({
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
/** Types that the coder makes claims of by itself, whatever frames there are. */
const MADE = ["statement", "casualty_tally"];
export const eventsSchema = z
  .strictObject({ version: z.string(), events: z.array(eventSchema) })
  .superRefine(({ events }, context) => {
    const ids = events.map((e) => e.id);
    ids.forEach((id, i) => {
      const message = `'${id}' stands there already`;
      if (ids.indexOf(id) < i) context.addIssue({ code: "custom", path: ["events", i, "id"], message });
    });
    for (const id of MADE.filter((m) => !ids.includes(m))) {
      const message = `there is no type '${id}', of which the coder makes claims by itself`;
      context.addIssue({ code: "custom", path: ["events"], message });
    }
  });

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

export const actorRelationRow = z.object({
  actor: id,
  relation: z.enum([...ACTOR_RELATIONS, "of_side"]),
  other: z.string().min(1, "a relation is to somebody"),
  from: dayOrEmpty,
  to: dayOrEmpty,
  note: z.string(),
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
  called: list,
  parts: list,
  wholes: list,
  objects: list,
  whereabouts: list,
  fired: list,
  calamities: list,
  tellings: list,
  shares: list,
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
  reality: z.strictObject({ planned: list, demanded: list, undone: list, spoken: list, only_clauses: list }),
  possible: list,
  future: list,
  ought: list,
  conditions: list,
  quantities: list,
  helping: list,
  causing: list,
  light: list,
  hurting: list,
  powers: list,
  tally: list,
  denials: list,
  denied_things: list,
  past: list,
  hedges: z.record(z.enum(["reportedly", "unverified", "allegedly", "apparently", "possibly"]), z.array(z.string())),
});
