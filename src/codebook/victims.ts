// codebook/victims.yaml checked and made quick to look up: how a report of a shooting tells what befell each person in it. How
// the words combine is read in src/extract/victims/.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { type PhraseBook, phraseBook, phraseSet } from "./phrases.ts";
import { readYaml } from "./read-yaml.ts";

/** `shot`: hit, and nobody says with what end; `treated`: hurt, if anything was told to have hurt them. */
const FATES = ["killed", "hurt", "shot", "treated"] as const;
export type Fate = (typeof FATES)[number];

const word = z.string().refine((s) => s === s.toLowerCase() && s.trim() === s && s !== "", "a word in lower case");
const list = z.array(word);
const schema = z.strictObject({
  story: z.strictObject({
    shots: list,
    signs: list,
    least: z.number().int().positive(),
    one_event: list,
    war: z.strictObject({ kinds: list, events: list }),
  }),
  people: z.strictObject({ male: list, female: list, either: list }),
  children: list,
  adults: list,
  doers: list,
  others: list,
  anyone: list,
  verbs: z.array(
    z.strictObject({
      verbs: list,
      who: z.enum(["befallen", "subject"]).default("befallen"),
      with: list.default([]),
      within: z.number().int().positive().default(16),
      fate: z.enum(FATES),
    }),
  ),
  states: z.strictObject({ killed: list, hurt: list, shot: list }),
  nouns: z.strictObject({ killed: list, shot: list, hurt: list }),
  wounds: list,
  missiles: list,
  lives: z.strictObject({ verbs: list, nouns: list }),
  selves: list,
  whole: z.strictObject({
    shot: z.record(word, z.number().int().positive()),
    killed: z.record(word, z.number().int().positive()),
  }),
  deadly: list,
  not_deadly: list,
  not_deadly_before: list,
  elsewhere: list,
  aside: list,
  happens: list,
  aftermath: list,
  streets: list,
});

export type Sex = "male" | "female";
export interface FateVerb {
  readonly who: "befallen" | "subject";
  /** Words one of which must follow; null where the verb says enough. */
  readonly with: PhraseBook<true> | null;
  /** How far behind the verb they may stand. */
  readonly within: number;
  readonly fate: Fate;
}
export interface VictimWords {
  readonly story: {
    readonly shots: ReadonlySet<string>;
    readonly signs: PhraseBook<string>;
    readonly least: number;
    /** Event types that one shooting is told as. */
    readonly oneEvent: ReadonlySet<string>;
    /** Kinds of actor whose doings are no police matter, and events that are none. */
    readonly war: { readonly kinds: ReadonlySet<string>; readonly events: ReadonlySet<string> };
  };
  /** Null: the noun is of no sex. */
  readonly people: ReadonlyMap<string, Sex | null>;
  readonly children: ReadonlySet<string>;
  readonly adults: ReadonlySet<string>;
  readonly doers: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly anyone: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, readonly FateVerb[]>;
  readonly states: ReadonlyMap<string, Fate>;
  readonly nouns: ReadonlyMap<string, Fate>;
  readonly wounds: ReadonlySet<string>;
  readonly missiles: ReadonlySet<string>;
  readonly lives: { readonly verbs: ReadonlySet<string>; readonly nouns: ReadonlySet<string> };
  readonly selves: ReadonlySet<string>;
  readonly whole: Readonly<Record<"shot" | "killed", PhraseBook<number>>>;
  readonly deadly: PhraseBook<true>;
  readonly notDeadly: ReadonlySet<string>;
  /** Words behind one of `deadly` that make a name of it: 'homicide detectives'. */
  readonly notDeadlyBefore: ReadonlySet<string>;
  readonly elsewhere: PhraseBook<true>;
  readonly aside: PhraseBook<true>;
  readonly happens: ReadonlySet<string>;
  readonly aftermath: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
}

const byFate = (lists: Readonly<Record<string, readonly string[]>>): Map<string, Fate> =>
  new Map(Object.entries(lists).flatMap(([fate, words]) => words.map((w) => [w, fate as Fate] as const)));

/** @throws CodebookFault naming file, line and key of every fault */
export function loadVictimWords(where: Where): VictimWords {
  const read = readYaml(where, "victims.yaml", schema);
  const verbs = new Map<string, FateVerb[]>();
  for (const row of read.verbs)
    for (const verb of row.verbs) {
      const rows = verbs.get(verb) ?? [];
      rows.push({
        who: row.who,
        with: row.with.length ? phraseSet(row.with) : null,
        within: row.within,
        fate: row.fate,
      });
      verbs.set(verb, rows);
    }
  const { male, female, either } = read.people;
  return {
    story: {
      shots: new Set(read.story.shots),
      signs: phraseBook(read.story.signs.map((sign) => [sign, sign] as const)),
      least: read.story.least,
      oneEvent: new Set(read.story.one_event),
      war: { kinds: new Set(read.story.war.kinds), events: new Set(read.story.war.events) },
    },
    people: new Map<string, Sex | null>([
      ...either.map((w) => [w, null] as const),
      ...male.map((w) => [w, "male"] as const),
      ...female.map((w) => [w, "female"] as const),
    ]),
    children: new Set(read.children),
    adults: new Set(read.adults),
    doers: new Set(read.doers),
    others: new Set(read.others),
    anyone: new Set(read.anyone),
    verbs,
    states: byFate(read.states),
    nouns: byFate(read.nouns),
    wounds: new Set(read.wounds),
    missiles: new Set(read.missiles),
    lives: { verbs: new Set(read.lives.verbs), nouns: new Set(read.lives.nouns) },
    selves: new Set(read.selves),
    whole: {
      shot: phraseBook(Object.entries(read.whole.shot)),
      killed: phraseBook(Object.entries(read.whole.killed)),
    },
    deadly: phraseSet(read.deadly),
    notDeadly: new Set(read.not_deadly),
    notDeadlyBefore: new Set(read.not_deadly_before),
    elsewhere: phraseSet(read.elsewhere),
    aside: phraseSet(read.aside),
    happens: new Set(read.happens),
    aftermath: new Set(read.aftermath),
    streets: new Set(read.streets),
  };
}
