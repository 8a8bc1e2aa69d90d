// Dates of a text without a day of publication. 'On 24 July' has no year of its own; where the text gives a whole date
// right beside that day, its year is that one's. A weekday alone stays without a day: the text may tell of another week.
import type { Calendar } from "../../codebook/calendar.ts";
import { type DateMention, type Day, dayOf, daysBetween, type Passage, weekday, yearOf } from "../../model/index.ts";
import { findDates } from "./dates.ts";

/** How far from the whole date a day without a year may lie. */
const BESIDE = 45;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** As findDates, for texts whose day of publication is not known as well. */
export const findAllDates = (
  passages: readonly Passage[],
  { published, calendar }: { readonly published: Day | null; readonly calendar: Calendar },
): DateMention[] =>
  published === null ? findUndated(passages, calendar) : findDates(passages, { published, calendar });

function findUndated(passages: readonly Passage[], calendar: Calendar): DateMention[] {
  const found = findDates(passages, { published: null, calendar });
  const open = (m: DateMention): boolean => m.interval === null && MONTH.test(m.text);
  if (!found.some(open)) return found;
  const whole = [
    ...new Set(found.flatMap((m) => (m.interval && m.interval.start === m.interval.end ? [m.interval.start] : []))),
  ].sort();
  const beside = whole.reduceRight<DateMention[]>(
    (known, day) => (known.some(open) ? filled(known, day) : known),
    found,
  );
  const years = [...new Set(found.flatMap((m) => (m.interval?.grain === "year" ? [yearOf(m.interval.end)] : [])))];
  return years.reduce<DateMention[]>((known, year) => (known.some(open) ? byWeekday(known, year) : known), beside);

  /** 'Sunday, July 24' is of the year that the text names if its 24 July was a Sunday. */
  function byWeekday(known: readonly DateMention[], year: number): DateMention[] {
    const again = findDates(passages, { published: dayOf(year, 12, 31), calendar });
    return known.map((m) => {
      const named = open(m) ? WEEKDAYS.findIndex((day) => m.text.toLowerCase().includes(day)) : -1;
      const same = again.find((a) => a.span[0] === m.span[0] && a.span[1] === m.span[1])?.interval;
      const fits = named >= 0 && same && yearOf(same.start) === year && weekday(same.start) === named;
      return fits ? { ...m, interval: same, rule: "year-by-weekday" } : m;
    });
  }

  function filled(known: readonly DateMention[], day: Day): DateMention[] {
    const again = findDates(passages, { published: day, calendar });
    return known.map((m) => {
      if (!open(m)) return m;
      const same = again.find((a) => a.span[0] === m.span[0] && a.span[1] === m.span[1])?.interval;
      const beside = same && Math.abs(daysBetween(same.start, day)) <= BESIDE;
      return beside ? { ...m, interval: same, rule: "year-beside" } : m;
    });
  }
}
