// Closed-class words, verb forms and heads of group nouns, indexed for look-up by plain word. Read from grammar.yaml and
// groups.yaml; the frames add their verbs, so that every verb that names an event also heads a clause.
import type { z } from "zod";
import type { ActorMention, Group } from "../model/index.ts";
import { type Irregular, plural, type VerbForm, verbForms } from "./inflect.ts";
import { literal, type Steps } from "./patterns.ts";
import { readYaml } from "./rows.ts";
import { grammarSchema, groupsSchema } from "./schema.ts";

export interface VerbReading {
  readonly lemma: string;
  readonly forms: ReadonlySet<VerbForm>;
}
export interface Head {
  readonly word: string;
  readonly sort: ActorMention["sort"];
  readonly group: Group;
  readonly plural: boolean;
}
export interface Grammar {
  readonly words: { readonly [K in WordClass]: ReadonlySet<string> };
  /** Every form of every verb known, by its plain word. */
  readonly verbs: ReadonlyMap<string, readonly VerbReading[]>;
  readonly heads: ReadonlyMap<string, Head>;
  readonly modifiers: ReadonlySet<string>;
  /** Heads of those who never speak. */
  readonly mute: ReadonlySet<string>;
  /** The last word of a name that makes an unknown name a body, and what kind of one. */
  readonly bodies: ReadonlyMap<string, "source" | "organisation" | "force">;
  readonly sites: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly references: {
    readonly person: readonly Steps[];
    readonly organisation: readonly Steps[];
    readonly any: readonly Steps[];
  };
  /** What a word above an event makes of it, by its lemma. */
  readonly reality: ReadonlyMap<string, "planned" | "demanded" | "undone">;
  /** Lemmas of `reality` that make nothing of a noun below them. */
  readonly onlyClauses: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  readonly hurting: ReadonlySet<string>;
  readonly tally: readonly Steps[];
  readonly denials: readonly Steps[];
  readonly deniedThings: readonly Steps[];
  readonly past: readonly Steps[];
  readonly hedges: readonly { readonly hedge: string; readonly steps: Steps }[];
  readonly irregular: ReadonlyMap<string, Irregular>;
}
const classes = [
  "prepositions",
  "determiners",
  "pronouns",
  "subordinators",
  "relatives",
  "coordinators",
  "be",
  "have",
  "do",
  "modals",
  "negators",
  "adverbs",
  "possible",
  "future",
  "ought",
  "conditions",
] as const;
export type WordClass = (typeof classes)[number];

const bothNumbers = (words: readonly string[]): Set<string> => new Set(words.flatMap((w) => [w, plural(w)]));

function headsOf(file: z.infer<typeof groupsSchema>): Map<string, Head> {
  const heads = new Map<string, Head>();
  const many = new Set(file.plurals_only);
  for (const { sort, group, words } of file.heads)
    for (const word of words.map((w) => w.toLowerCase())) {
      heads.set(word, { word, sort, group, plural: many.has(word) });
      if (!many.has(word)) heads.set(plural(word), { word, sort, group, plural: true });
    }
  return heads;
}

/** `moreVerbs` are the first words of the events' verb frames and of the sayings. */
export function loadGrammar(directory: string, moreVerbs: readonly string[]): Grammar {
  const file = readYaml(directory, "grammar.yaml", grammarSchema);
  const groups = readYaml(directory, "groups.yaml", groupsSchema);
  const irregular = new Map<string, Irregular>();
  for (const row of file.irregular) {
    const [base, past, participle] = row.split(" ") as [string, string, string];
    irregular.set(base, { base, past, participle });
  }
  const verbs = new Map<string, { lemma: string; forms: Set<VerbForm> }[]>();
  const lemmas = new Set([...file.verbs.map((v) => v.split(" ")[0]!), ...irregular.keys(), ...moreVerbs]);
  for (const lemma of lemmas)
    for (const [form, is] of verbForms(lemma, irregular)) {
      const readings = verbs.get(form) ?? [];
      const same = readings.find((r) => r.lemma === lemma);
      if (same) same.forms.add(is);
      else readings.push({ lemma, forms: new Set([is]) });
      verbs.set(form, readings);
    }
  return {
    words: Object.fromEntries(classes.map((c) => [c, new Set(file[c])])) as unknown as Grammar["words"],
    verbs,
    heads: headsOf(groups),
    modifiers: new Set(groups.modifiers.map((m) => m.toLowerCase())),
    mute: bothNumbers(groups.mute),
    bodies: new Map(
      (["source", "organisation", "force"] as const).flatMap((sort) => groups.bodies[sort].map((w) => [w, sort])),
    ),
    sites: bothNumbers(groups.sites),
    objects: bothNumbers(groups.objects),
    titles: new Set(groups.titles),
    references: {
      person: groups.references.person.map(literal),
      organisation: groups.references.organisation.map(literal),
      any: groups.references.any.map(literal),
    },
    reality: new Map(
      (["undone", "demanded", "planned"] as const).flatMap((kind) => file.reality[kind].map((w) => [w, kind] as const)),
    ),
    onlyClauses: new Set(file.reality.only_clauses),
    light: new Set(file.light),
    hurting: new Set(file.hurting),
    tally: file.tally.map(literal),
    denials: file.denials.map(literal),
    deniedThings: file.denied_things.map(literal),
    past: file.past.map(literal),
    hedges: Object.entries(file.hedges).flatMap(([hedge, phrases]) =>
      phrases.map((p) => ({ hedge, steps: literal(p) })),
    ),
    irregular,
  };
}
