// The rules by which claims are judged, read from codebook/judgement.yaml: which event types may be one happening, the
// points of likeness, sides, casualty rule, control, orders, copies, grades. Says what is allowed there, decides nothing.
import { z } from "zod";
import { ACTOR_RELATIONS } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";

const role = z.enum(["at", "from", "to", "near"]);
const state = z.enum(["controls", "contested", "besieged", "present", "left"]);
const word = z.string().min(1);
const days = z.int().min(0);

const shared = z.strictObject({ cosine: z.number().min(0).max(1), rare: z.int().min(0) });
const telling = shared.extend({ points: z.number() });

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
    denials: z.array(z.strictObject({ denied: word, of: z.array(word).min(1) })),
    generic: z.record(word, z.strictObject({ may_be: z.array(word).min(1), unless: z.array(word).default([]) })),
    story: z.strictObject({
      kinds: z.array(word).min(1),
      characters: z.int().min(1),
      common: z.number().min(0),
      english: z.number().min(0).max(1),
      marks: z.int().min(1),
      pairs: z.int().min(2),
      day_marks: z.int().min(0),
      rare: z.number().min(0),
      days,
      long_days: days,
      alike: telling,
      same: telling,
      slip: telling,
      slips: telling,
      later: shared,
    }),
    tally: z.strictObject({ events: z.array(word), since_slack: days }),
    likeness: z.strictObject({
      join: z.number(),
      same_place: z.number(),
      within_place: z.number(),
      same_wide_place: z.number(),
      history: z.number(),
      same_day: z.number(),
      meeting_days: z.number(),
      adjacent_day: z.number(),
      slip_of_day: z.number(),
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
      alike_undated: z.number().min(0).max(1),
      undated_days: days,
      short_days: days,
      recall_days: days,
      several_places: z.int().min(2),
      period_overlap: z.number().min(0).max(1),
      denial_days: days,
    }),
    affixes: z.strictObject({ before: z.array(word), after: z.array(word), least: z.int().min(1) }),
    allied: z.array(z.array(word).min(2)),
    force_words: z.array(word),
    one_voice: z.array(word),
    speaks_for: z.record(word, word),
    inferred_times: z.array(word),
    hearsay: z.array(word),
    hearsay_heads: z.array(word),
    speaker_words: z.array(word),
    press_words: z.array(word),
    bearings: z.record(word, z.array(word)),
    components: z.array(z.tuple([word, word])),
    collapse: z.strictObject({
      hierarchy: z.array(z.strictObject({ type: word, sub_types: z.array(word).min(1) })).min(1),
      together: z.array(z.strictObject({ of: z.tuple([word, word]), type: word, sub_type: word })),
      gives_way: z.array(word),
    }),
    control: z.array(
      z.strictObject({
        event: word,
        holding: state.nullable().default(null),
        actor: state.nullable(),
        target: state.nullable(),
        taken: z.boolean().default(false),
        standing: z.boolean().default(false),
      }),
    ),
    control_part: state,
    control_days: z.strictObject({ still: days, short_span: days, vacated: days, history: days }),
    until_words: z.array(word),
    no_holders: z.array(word),
    nobody: z.array(word),
    casualties: z.strictObject({
      rule: z.enum(["ucdp"]),
      raised: z.strictObject({ ratio: z.number().min(1), gap: z.number().min(0) }),
    }),
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
      reach: days,
    }),
    actor_relations: z.strictObject({
      events: z.array(
        z.strictObject({
          event: word,
          relation: z.enum(ACTOR_RELATIONS),
          of: z.enum(["actors", "targets"]),
          with: z.enum(["actors", "targets"]),
          words: z.array(word).default([]),
          ends: z.array(word).default([]),
        }),
      ),
      names: z.array(
        z.strictObject({
          relation: z.enum(ACTOR_RELATIONS),
          turned: z.boolean().default(false),
          hyphened: z.array(word).default([]),
          after: z.array(word).default([]),
        }),
      ),
    }),
    copies: z.strictObject({
      shingle: z.int().min(1),
      alike: z.number().min(0).max(1),
      contained: z.number().min(0).max(1),
      least: z.int().min(1),
      days,
    }),
    grades: z.strictObject({
      means: z.strictObject({ confirmed: word, fair: word, weak: word, contested: word, discounted: word }),
      harm: z.array(word),
      combatants: z.array(word),
    }),
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
    rules.denials.forEach(({ denied, of }, i) => {
      for (const id of [denied, ...of])
        if (!ids.has(id)) context.addIssue({ code: "custom", path: ["denials", i], message: `no family '${id}'` });
    });
    for (const [kind, { may_be }] of Object.entries(rules.generic))
      for (const id of [kind, ...may_be])
        if (!ids.has(id)) context.addIssue({ code: "custom", path: ["generic", kind], message: `no family '${id}'` });
    rules.components.forEach((pair, i) => {
      for (const id of pair)
        if (!ids.has(id)) context.addIssue({ code: "custom", path: ["components", i], message: `no family '${id}'` });
    });
    const ranked = new Map(rules.collapse.hierarchy.map((h) => [h.type, h.sub_types]));
    rules.collapse.together.forEach(({ of, type, sub_type }, i) => {
      const unranked =
        [...of, type].find((t) => !ranked.has(t)) ?? (ranked.get(type)?.includes(sub_type) ? null : sub_type);
      if (unranked)
        context.addIssue({
          code: "custom",
          path: ["collapse", "together", i],
          message: `'${unranked}' is not in the hierarchy`,
        });
    });
  });

export type JudgementRules = z.output<typeof schema>;
export type Family = JudgementRules["families"][number];
export type ActorRelationRules = JudgementRules["actor_relations"];
export type CollapseRules = JudgementRules["collapse"];
export type OpenDays = JudgementRules["orders"]["open_days"];

/** The rules of judgement.yaml. @throws CodebookFault naming file, line and key of every fault */
export const loadJudgementRules = (where: Where): JudgementRules => readYaml(where, "judgement.yaml", schema);
