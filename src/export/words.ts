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

/** When something happened, in words that claim no more than the interval does. */
export function when(time: Interval): string {
  const { start, end, grain } = time;
  if (start === end) return longDay(start);
  if (grain === "year" && start.endsWith("01-01") && end.endsWith("12-31") && yearOf(start) === yearOf(end))
    return String(yearOf(start));
  const wholeMonth = dateOf(start) === 1 && dateOf(addDays(end, 1)) === 1 && start.slice(0, 7) === end.slice(0, 7);
  if (grain === "month" && wholeMonth) return `${month(start)} ${yearOf(start)}`;
  return `between ${between(start, end).replace(" to ", " and ")}`;
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

export const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);
export const full = (sentence: string): string => (/[.!?]["”’)]?$/.test(sentence) ? sentence : `${sentence}.`);

// Heads of names that English puts 'the' before: 'the Syrian Observatory', but 'Hayat Tahrir al-Sham'.
const HEADS =
  /\b(Armed|Army|Administration|Agency|Air Force|Authority|Alliance|Bank|Battalion|Brigades?|Bureau|Centre|Center|Coalition|Command|Commission|Committee|Congress|Corps|Council|Cross|Crescent|Department|Directorate|Division|Embassy|Federation|Fighters|Forces?|Front|Government|Group|House|Institute|Kingdom|League|Levies|Militias?|Ministry|Movement|Nations|Network|Observatory|Office|Operations|Opposition|Organi[sz]ation|Parliament|Party|Police|Presidency|Program(me)?|Regiment|Republic|Resistance|Room|Security|Service|Society|State|States|Syndicate|Taliban|Times|Treasury|Tribunal|Union|Units|White Helmets|force|forces|government|army|militia|militias|opposition|police|rebels|fighters|regime|authorities|ministry|military|command|coalition)\b/;

/** The name as it stands in a sentence: with 'the' where English wants it. */
export function named(name: string): string {
  if (/^(the|an?|its|their|local|some|several|unnamed|unknown)\b/i.test(name)) return name.replace(/^The /, "the ");
  // 'Operations Room of X' and 'Ministry of X' are judged by their head, before 'of' and 'for'.
  const head = name.split(/ (?:of|for|in|on|and) /)[0]!;
  const plural = /^(?!.*\b[A-Z]).*s$/.test(name);
  return HEADS.test(head) && !plural ? `the ${name}` : name;
}
