// Closed-class words, the words that make something of an event, and heads of group nouns, indexed for look-up by plain word.
// Read from grammar.yaml and groups.yaml.
import type { z } from "zod";
import type { ActorMention, Group } from "../model/index.ts";
import { Gathering } from "./faults.ts";
import type { Where } from "./folders.ts";
import { plural } from "./inflect.ts";
import { literal, type Steps } from "./patterns.ts";
import { readYaml } from "./read-yaml.ts";
import { grammarSchema, groupsSchema } from "./schema.ts";

export interface Head {
  readonly word: string;
  readonly sort: ActorMention["sort"];
  readonly group: Group;
  readonly plural: boolean;
}
export interface Grammar {
  readonly words: { readonly [K in WordClass]: ReadonlySet<string> };
  readonly heads: ReadonlyMap<string, Head>;
  readonly modifiers: ReadonlySet<string>;
  /** Heads of those who never speak. */
  readonly mute: ReadonlySet<string>;
  /** The last word of a name that makes an unknown name a body, and what kind of one. */
  readonly bodies: ReadonlyMap<string, "source" | "organisation" | "force">;
  readonly sites: ReadonlySet<string>;
  /** What a place is called where its name is left out; words for a part of a place, and for all of it. */
  readonly called: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  /** Heads that only say where or when. */
  readonly whereabouts: ReadonlySet<string>;
  /** What is fired or carried out. */
  readonly fired: ReadonlySet<string>;
  /** What kills and is nobody's doing. */
  readonly calamities: ReadonlySet<string>;
  /** What was told, as a thing: it may be denied, called false, or be what is said. */
  readonly tellings: ReadonlySet<string>;
  /** Somebody's part in an event. */
  readonly shares: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  readonly helping: ReadonlySet<string>;
  readonly causing: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly references: {
    readonly person: readonly Steps[];
    readonly organisation: readonly Steps[];
    readonly any: readonly Steps[];
  };
  /** What a word above an event makes of it, by its lemma. */
  readonly reality: ReadonlyMap<string, "planned" | "demanded" | "undone">;
  /** Verbs whose object is praised or blamed, not told. */
  readonly spoken: ReadonlySet<string>;
  /** Lemmas of `reality` that make nothing of a noun below them. */
  readonly onlyClauses: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  readonly hurting: ReadonlySet<string>;
  /** What somebody has over a place: its owner is who holds it. */
  readonly powers: ReadonlySet<string>;
  readonly tally: readonly Steps[];
  readonly denials: readonly Steps[];
  readonly deniedThings: readonly Steps[];
  readonly past: readonly Steps[];
  readonly hedges: readonly { readonly hedge: string; readonly steps: Steps }[];
}
const classes = [
  "prepositions",
  "determiners",
  "pronouns",
  "subordinators",
  "coordinators",
  "be",
  "have",
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

/** @throws CodebookFault naming file, line and key of every fault */
export function loadGrammar(where: Where): Grammar {
  const reading = new Gathering();
  const grammar = reading.of(() => readYaml(where, "grammar.yaml", grammarSchema));
  const groupWords = reading.of(() => readYaml(where, "groups.yaml", groupsSchema));
  reading.done();
  const [file, groups] = [grammar!, groupWords!];
  return {
    words: Object.fromEntries(classes.map((c) => [c, new Set(file[c])])) as unknown as Grammar["words"],
    heads: headsOf(groups),
    modifiers: new Set(groups.modifiers.map((m) => m.toLowerCase())),
    mute: bothNumbers(groups.mute),
    bodies: new Map(
      (["source", "organisation", "force"] as const).flatMap((sort) => groups.bodies[sort].map((w) => [w, sort])),
    ),
    sites: bothNumbers(groups.sites),
    called: new Set(groups.called),
    parts: bothNumbers(groups.parts),
    wholes: new Set(groups.wholes),
    objects: bothNumbers(groups.objects),
    whereabouts: bothNumbers(groups.whereabouts),
    fired: bothNumbers(groups.fired),
    calamities: bothNumbers(groups.calamities),
    tellings: bothNumbers(groups.tellings),
    shares: bothNumbers(groups.shares),
    quantities: new Set(file.quantities),
    helping: new Set(file.helping),
    causing: new Set(file.causing),
    titles: new Set(groups.titles),
    references: {
      person: groups.references.person.map(literal),
      organisation: groups.references.organisation.map(literal),
      any: groups.references.any.map(literal),
    },
    reality: new Map(
      (["undone", "demanded", "planned"] as const).flatMap((kind) => file.reality[kind].map((w) => [w, kind] as const)),
    ),
    spoken: new Set(file.reality.spoken),
    onlyClauses: new Set(file.reality.only_clauses),
    light: new Set(file.light),
    hurting: new Set(file.hurting),
    powers: new Set(file.powers),
    tally: file.tally.map(literal),
    denials: file.denials.map(literal),
    deniedThings: file.denied_things.map(literal),
    past: file.past.map(literal),
    hedges: Object.entries(file.hedges).flatMap(([hedge, phrases]) =>
      phrases.map((p) => ({ hedge, steps: literal(p) })),
    ),
  };
}
