// codebook/calendar.yaml checked and made quick to look up: the words of time that src/extract/dates*.ts matches. What the
// words mean together is the grammar's business, not this file's.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { loadNumbers, type NumberWords } from "./numbers.ts";
import { type PhraseBook, phraseBook, phraseSet } from "./phrases.ts";
import { readYaml } from "./read-yaml.ts";

const EDGES = ["early", "mid", "late"] as const;
const UNITS = ["hour", "day", "week", "weekend", "month", "year", "decade"] as const;
const WHICH = ["last", "this", "next"] as const;
const BOUNDS = ["since", "until"] as const;
export type Edge = (typeof EDGES)[number];
export type Unit = (typeof UNITS)[number];
export type Which = (typeof WHICH)[number];

const phrase = z.string().refine((s) => s === s.toLowerCase() && s.trim() === s && s !== "", "a phrase in lower case");
const list = z.array(phrase);
const month = z.int().min(1).max(12);
const schema = z.strictObject({
  months: z.record(phrase, month),
  months_needing_lead: list,
  month_leads: list,
  weekdays: z.record(phrase, z.int().min(0).max(6)),
  weekdays_needing_date: list,
  seasons: z.record(phrase, z.tuple([month, month])),
  units: z.record(phrase, z.enum(UNITS)),
  dayparts: list,
  hour_leads: list,
  weekday_hour_leads: list,
  edges: z.record(phrase, z.enum(EDGES)),
  from_publication: z.record(
    phrase,
    z
      .strictObject({ from: z.int(), to: z.int(), grain: z.enum(["hour", "day", "week", "month", "year", "span"]) })
      .refine(({ from, to }) => from <= to, "from comes after to"),
  ),
  from_text: z.record(
    phrase,
    z.strictObject({ unit: z.enum(UNITS), shift: z.int(), hour: z.boolean().default(false) }),
  ),
  shifts: z.record(phrase, z.strictObject({ sign: z.literal([-1, 1]), from: z.enum(["text", "publication"]) })),
  lone_before: list,
  not_weekday_after: list,
  which: z.record(phrase, z.enum(WHICH)),
  bounds: z.record(phrase, z.enum(BOUNDS)),
  not_since_after: list,
  bound_fillers: list,
  year_leads: list,
  plain_years: z.tuple([z.int(), z.int()]),
  counted: list,
  not_year_after: list,
  named_after_date: list,
  not_season_after: list,
  future: list,
  future_ends: list,
  ahead_days: z.int().min(0).max(180),
  beginnings: z.strictObject({ nouns: list, verbs: list }),
});
type Read = z.output<typeof schema>;

export interface Calendar {
  readonly numbers: NumberWords;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, readonly [first: number, last: number]>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly edges: PhraseBook<Edge>;
  readonly hourLeads: PhraseBook<true>;
  readonly fromPublication: PhraseBook<Read["from_publication"][string]>;
  readonly fromText: PhraseBook<Read["from_text"][string]>;
  readonly shifts: ReadonlyMap<string, Read["shifts"][string]>;
  readonly which: PhraseBook<Which>;
  readonly bounds: PhraseBook<(typeof BOUNDS)[number]>;
  readonly future: PhraseBook<true>;
  readonly aheadDays: number;
  readonly plainYears: readonly [number, number];
  /** Single words, by the name of their list. */
  readonly words: Readonly<Record<WordList, ReadonlySet<string>>>;
}
export type WordList =
  | "monthsNeedingLead"
  | "monthLeads"
  | "weekdaysNeedingDate"
  | "dayparts"
  | "weekdayHourLeads"
  | "boundFillers"
  | "notSinceAfter"
  | "loneBefore"
  | "notWeekdayAfter"
  | "yearLeads"
  | "counted"
  | "notYearAfter"
  | "namedAfterDate"
  | "notSeasonAfter"
  | "futureEnds"
  | "beginningNouns"
  | "beginningVerbs";

/** @throws CodebookFault naming file, line and key of every fault */
export function loadCalendar(where: Where): Calendar {
  const read = readYaml(where, "calendar.yaml", schema);
  const book = <T>(record: Record<string, T>) => phraseBook(Object.entries(record));
  return {
    numbers: loadNumbers(where),
    months: new Map(Object.entries(read.months)),
    weekdays: new Map(Object.entries(read.weekdays)),
    seasons: new Map(Object.entries(read.seasons)),
    units: new Map(Object.entries(read.units)),
    edges: book(read.edges),
    hourLeads: phraseSet(read.hour_leads),
    fromPublication: book(read.from_publication),
    fromText: book(read.from_text),
    shifts: new Map(Object.entries(read.shifts)),
    which: book(read.which),
    bounds: book(read.bounds),
    future: phraseSet(read.future),
    aheadDays: read.ahead_days,
    plainYears: read.plain_years,
    words: {
      monthsNeedingLead: new Set(read.months_needing_lead),
      monthLeads: new Set(read.month_leads),
      weekdaysNeedingDate: new Set(read.weekdays_needing_date),
      dayparts: new Set(read.dayparts),
      weekdayHourLeads: new Set(read.weekday_hour_leads),
      notSinceAfter: new Set(read.not_since_after),
      loneBefore: new Set(read.lone_before),
      notWeekdayAfter: new Set(read.not_weekday_after),
      boundFillers: new Set(read.bound_fillers),
      yearLeads: new Set(read.year_leads),
      counted: new Set(read.counted),
      notYearAfter: new Set(read.not_year_after),
      namedAfterDate: new Set(read.named_after_date),
      notSeasonAfter: new Set(read.not_season_after),
      futureEnds: new Set(read.future_ends),
      beginningNouns: new Set(read.beginnings.nouns),
      beginningVerbs: new Set(read.beginnings.verbs),
    },
  };
}
