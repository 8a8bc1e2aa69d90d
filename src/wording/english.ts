// Plain English for reports: days, counts, lists of names, articles. Knows grammar only; what is said is composed
// elsewhere. All of it is deterministic and knows no locale but English.
import type { Day, Interval } from "../model/index.ts";
import { addDays, dateOf, monthOf, weekday, yearOf } from "../model/index.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const month = (d: Day): string => MONTHS[monthOf(d) - 1]!;
/** 'Friday 6 December 2024'. */
export const longDay = (d: Day): string => `${DAYS[weekday(d)]} ${dateOf(d)} ${month(d)} ${yearOf(d)}`;
/** '6 December 2024'. */
export const plainDay = (d: Day): string => `${dateOf(d)} ${month(d)} ${yearOf(d)}`;
/** 'Friday 6 December', for a report whose title gives the year. */
export const shortDay = (d: Day): string => `${DAYS[weekday(d)]} ${dateOf(d)} ${month(d)}`;

/** '27 November to 26 December 2024'; what both ends share is said once. */
export function between(from: Day, to: Day): string {
  if (from === to) return plainDay(from);
  const sameYear = yearOf(from) === yearOf(to);
  const sameMonth = sameYear && monthOf(from) === monthOf(to);
  const start = sameMonth ? `${dateOf(from)}` : sameYear ? `${dateOf(from)} ${month(from)}` : plainDay(from);
  return `${start} to ${plainDay(to)}`;
}

/**
 * When something happened, in words that claim no more than the interval does.
 * @param year the year that the reader knows anyway, and that a single day therefore leaves out
 */
export function when(time: Interval, year: number | null = null): string {
  const { start, end, grain } = time;
  if (start === end) return yearOf(start) === year ? shortDay(start) : longDay(start);
  if (grain === "year" && start.endsWith("01-01") && end.endsWith("12-31") && yearOf(start) === yearOf(end))
    return String(yearOf(start));
  const wholeMonth = dateOf(start) === 1 && dateOf(addDays(end, 1)) === 1 && start.slice(0, 7) === end.slice(0, 7);
  if (grain === "month" && wholeMonth) return `${month(start)} ${yearOf(start)}`;
  return `between ${between(start, end).replace(" to ", " and ")}`;
}

/** 'on 6 December 2024', 'in November 2024', 'between … and …': as a sentence says it. */
export function dated(time: Interval, day: (d: Day) => string = longDay): string {
  if (time.start === time.end) return `on ${day(time.start)}`;
  const words = when(time);
  return words.startsWith("between ") ? words : `in ${words}`;
}

/** 2,000. */
export const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
/** 'three', '12', '2,000': words below ten, as newspapers write. */
export const spelled = (n: number): string => SMALL[n] ?? number(n);
/** 'one source', 'three sources'. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${spelled(n)} ${n === 1 ? one : many}`;

/** 'a', 'a and b', 'a, b and c'. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The one year that both days are of; null where they are of two. */
export const commonYear = (from: Day, to: Day): number | null => (yearOf(from) === yearOf(to) ? yearOf(from) : null);
export const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);
export const full = (sentence: string): string => (/[.!?]["”’)]?$/.test(sentence) ? sentence : `${sentence}.`);

// Heads of names that English puts 'the' before: 'the Syrian Observatory', but 'Hayat Tahrir al-Sham'.
const HEADS =
  /\b(Armed|Army|Administration|Agency|Air Force|Authority|Alliance|Bank|Battalion|Brigades?|Bureau|Centre|Center|Coalition|Command|Commission|Committee|Congress|Corps|Council|Crescent|Cross|Department|Directorate|Division|Embassy|Federation|Forces?|Front|Government|Group|House|Institute|Kingdom|League|Militias?|Ministry|Movement|Nations|Network|Observatory|Office|Operations|Opposition|Organi[sz]ation|Parliament|Party|Police|Presidency|Programme?|Regiment|Republic|Resistance|Room|Security|Service|Society|States?|Syndicate|Taliban|Times|Treasury|Tribunal|Union|Units|Helmets)\b/;
const BODIES =
  /\b(army|military|government|regime|police|ministry|command|coalition|opposition|presidency|parliament|militia|group|force|navy|administration|court|embassy|agency)$/;
const PERSONS =
  /\b(activist|adviser|aide|analyst|child|civilian|commander|demonstrator|diplomat|doctor|fighter|general|journalist|lawyer|leader|man|mayor|medic|minister|monitor|officer|official|protester|resident|soldier|source|spokesman|spokesperson|spokeswoman|student|witness|woman|worker)$/;
// Words that begin with a capital only because their sentence did.
const COMMON =
  /^(activists?|aircraft|allies|all|armed|army|authorities|citizens|civilians?|commanders?|crowds?|defen[cs]e|demonstrators|displaced|doctors|dozens|eight|factions?|families|fighters?|five|force|forces|foreign|four|government|gunmen|helicopters|hundreds|inmates|insurgents?|interior|jets|local|man|many|mayor|medics|members|men|militants|military|monitor|nine|officials|one|opposition|people|police|prisoners|protesters|rebels?|regime|reports|residents|second|security|senior|several|seven|six|soldiers?|some|spokesman|state|ten|terrorists?|three|troops|two|villagers|warplanes|witnesses|woman|women)$/i;

/** The name as it stands in a sentence: 'the' or 'a' where English wants it, no capital that only began a sentence. */
export function named(name: string): string {
  if (/^(the|an?|its|their)\s/i.test(name))
    return name.replace(/^The /, "the ").replace(/^An? /, (a) => a.toLowerCase());
  // 'Iraq's defence ministry' has its article in the possessive.
  if (/^[A-Z]\S*['’]s? /.test(name)) return name;
  const [first = "", second = "a"] = name.split(" ");
  const text = COMMON.test(first) && /^[a-z]/.test(second) ? first.toLowerCase() + name.slice(first.length) : name;
  // 'Operations Room of X' and 'Ministry of X' are judged by what stands before 'of'.
  const head = text.split(/ (?:of|for|in|on|from|who|and) /)[0]!;
  if (/^(one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|several|some|many|all|\d)\b/.test(head))
    return text;
  if (PERSONS.test(head)) return `${/^[aeiou]/i.test(text) ? "an" : "a"} ${text}`;
  return HEADS.test(head) || BODIES.test(head) ? `the ${text}` : text;
}

/** Whether the name is of several: 'rebels', 'government forces', not 'Hayat Tahrir al-Sham' or 'Air Forces Command'. */
export const manyOf = (name: string): boolean =>
  /(^|\s)[a-z-]*s$|^[A-Z][a-z]+s$/.test(name.split(/ (?:of|for|in) /)[0]!);
