// The rules by which claims are judged, read from codebook/judgement.yaml: which event types may be one happening, the
// points of likeness, sides, casualty rule, control, orders, copies, grades. Says what is allowed there, decides nothing.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";

const role = z.enum(["at", "from", "to", "near"]);
const state = z.enum(["controls", "contested", "besieged", "present", "left"]);
const word = z.string().min(1);
const days = z.int().min(0);

const telling = z.strictObject({ cosine: z.number().min(0).max(1), rare: z.int().min(0), points: z.number() });

const family = z.strictObject({
  id: word,
  events: z.array(word).min(1),
  slack: days.default(0),
  point: z.boolean().default(false),
  wide: z.boolean().default(false),
  speech: z.boolean().default(false),
  two_sided: z.boolean().default(false),
  campaign: days.default(0),
  roles: z.array(role).default(["at", "near", "to", "from"]),
});

const schema = z
  .strictObject({
    families: z.array(family).min(1),
    generic: z.record(word, z.strictObject({ may_be: z.array(word).min(1), unless: z.array(word).default([]) })),
    story: z.strictObject({
      kinds: z.array(word).min(1),
      characters: z.int().min(1),
      common: z.number().min(0),
      english: z.number().min(0).max(1),
      marks: z.int().min(1),
      pairs: z.int().min(2),
      rare: z.number().min(0),
      days,
      long_days: days,
      alike: telling,
      same: telling,
      sure: telling,
      slip: telling,
    }),
    tally: z.strictObject({ events: z.array(word), since_slack: days }),
    likeness: z.strictObject({
      join: z.number(),
      same_place: z.number(),
      within_place: z.number(),
      same_wide_place: z.number(),
      same_day: z.number(),
      meeting_days: z.number(),
      adjacent_day: z.number(),
      unknown_day: z.number(),
      same_event: z.number(),
      same_actors: z.number(),
      same_side: z.number(),
      other_actors: z.number(),
      same_targets: z.number(),
      wide_party: z.number(),
      same_figure: z.number(),
      same_large_figure: z.number(),
      near_figure: z.number(),
      unlike_figure: z.number(),
      alike_words: z.number(),
      same_document: z.number(),
      place_told_once: z.number(),
      time_told_once: z.number(),
      copied_words: z.number(),
      large: z.number(),
      near_ratio: z.number().min(1),
      near_gap: z.number().min(0),
      alike: z.number().min(0).max(1),
      undated_days: days,
      short_days: days,
      several_places: z.int().min(2),
      period_overlap: z.number().min(0).max(1),
      denial_days: days,
    }),
    allied: z.array(z.array(word).min(2)),
    force_words: z.array(word),
    one_voice: z.array(word),
    speaks_for: z.record(word, word),
    inferred_times: z.array(word),
    hearsay: z.array(word),
    bearings: z.record(word, z.array(word)),
    components: z.array(z.tuple([word, word])),
    control: z.array(z.strictObject({ event: word, actor: state.nullable(), target: state.nullable() })),
    until_words: z.array(word),
    no_holders: z.array(word),
    casualties: z.strictObject({ rule: z.enum(["ucdp"]) }),
    orders: z.strictObject({
      open_days: z.strictObject({
        amnesty: days,
        curfew: days,
        closure: days,
        advisory: days,
        ceasefire: days,
        evacuation: days,
      }),
      announced_slack: days,
    }),
    copies: z.strictObject({
      shingle: z.int().min(1),
      alike: z.number().min(0).max(1),
      contained: z.number().min(0).max(1),
      least: z.int().min(1),
      days,
    }),
    grades: z.strictObject({ confirmed: word, fair: word, weak: word, contested: word, discounted: word }),
  })
  .superRefine((rules, context) => {
    const seen = new Set<string>();
    rules.families.forEach((f, i) => {
      for (const event of f.events) {
        if (seen.has(event))
          context.addIssue({
            code: "custom",
            path: ["families", i, "events"],
            message: `'${event}' is in two families`,
          });
        seen.add(event);
      }
    });
    const ids = new Set(rules.families.map((f) => f.id));
    for (const [kind, { may_be }] of Object.entries(rules.generic))
      for (const id of [kind, ...may_be])
        if (!ids.has(id)) context.addIssue({ code: "custom", path: ["generic", kind], message: `no family '${id}'` });
    rules.components.forEach((pair, i) => {
      for (const id of pair)
        if (!ids.has(id)) context.addIssue({ code: "custom", path: ["components", i], message: `no family '${id}'` });
    });
  });

export type JudgementRules = z.output<typeof schema>;
export type Family = JudgementRules["families"][number];

/** The rules of judgement.yaml. @throws CodebookFault naming file, line and key of every fault */
export const loadJudgementRules = (where: Where): JudgementRules => readYaml(where, "judgement.yaml", schema);
