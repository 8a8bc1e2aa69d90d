// Dates: the table of test/corpus/dates.tsv, chaining, and the promises of the grammar (what it writes it reads, it never
// throws, it takes linear time).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCalendar } from "../src/codebook/calendar.ts";
import { findDates, reach } from "../src/extract/dates/dates.ts";
import { addDays, type DateMention, type Day, day, dayOf, type Interval, overlaps } from "../src/model/index.ts";
import { passagesOf } from "./factories.ts";

const calendar = loadCalendar(join(import.meta.dirname, "../codebook"));
const dates = (text: string, published: string | null = null): DateMention[] =>
  findDates(passagesOf(text), { published: day(published), calendar });

const shown = ({ text, interval, bound }: DateMention): string => {
  const days = interval && (interval.start === interval.end ? interval.start : `${interval.start}..${interval.end}`);
  return `${text} = ${interval ? `${days} ${interval.grain}` : "null"}${bound === "during" ? "" : ` ${bound}`}`;
};

const table = readFileSync(join(import.meta.dirname, "corpus/dates.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t") as [string, string, string]);

test.each(table)("%s (%s)", (text, published, expected) => {
  const found = dates(text, published === "-" ? null : published);
  expect(found.map(shown).join(" ; ") || "-").toBe(expected);
});

describe("what a mention bounds", () => {
  const published = day("2024-12-06");
  test("since runs to publication, until keeps the last day", () => {
    const [since] = dates("Fighting since 27 November 2024.");
    expect(reach(since!, published)).toEqual({ start: "2024-11-27", end: "2024-12-06", grain: "span" });
    const [until] = dates("Valid until December 2024.");
    expect(reach(until!, published)).toEqual({ start: "2024-12-31", end: "2024-12-31", grain: "month" });
    const [during] = dates("In December 2024.");
    expect(reach(during!, published)).toEqual(during!.interval);
  });
});

test("a history is read with its running year, whenever it was published", () => {
  const text = `The war began on 1 September 1939. On 17 September the east was invaded. In October the west waited.
In April 1940 Denmark fell. On 10 May France was attacked. By the end of the year it was over.`;
  expect(dates(text, "2009-12-19").map(shown)).toEqual([
    "1 September 1939 = 1939-09-01 day",
    "17 September = 1939-09-17 day",
    "October = 1939-10-01..1939-10-31 month",
    "April 1940 = 1940-04-01..1940-04-30 month",
    "10 May = 1940-05-10 day",
    "the end of the year = 1940-09-01..1940-12-31 span until",
  ]);
  expect(dates(text, "2009-12-19")[1]!.rule).toBe("running-year");
});

test("spans are exact, in order and apart", () => {
  const text = "On  Friday, 6 December 2024 and\tagain last week — from 3 to 5 May 2023 — it rained.";
  const found = dates(text, "2024-12-07");
  expect(found.map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
    "Friday, 6 December 2024",
    "last week",
    "3 to 5 May 2023",
  ]);
});

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(dayOf(1900, 1, 1), n));
const parts = (d: Day) => ({
  y: d.slice(0, 4),
  m: MONTHS[Number(d.slice(5, 7)) - 1]!,
  n: Number(d.slice(8)),
  w: WEEKDAYS[new Date(`${d}T12:00:00Z`).getUTCDay()]!,
});

describe("properties", () => {
  test("a day written in any English form reads as that day", () => {
    const forms: ((d: Day) => string)[] = [
      (d) => `${parts(d).n} ${parts(d).m} ${parts(d).y}`,
      (d) => `${parts(d).m} ${parts(d).n}, ${parts(d).y}`,
      (d) => `${parts(d).w}, ${parts(d).n} ${parts(d).m} ${parts(d).y}`,
      (d) => `${parts(d).w} ${parts(d).m} ${parts(d).n}, ${parts(d).y}`,
      (d) => `${parts(d).m.slice(0, 3)} ${parts(d).n}, ${parts(d).y}`,
      (d) => d,
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...forms), fc.option(anyDay), (d, form, published) => {
        const found = dates(`It was on ${form(d)} that they came.`, published);
        expect(found.map((f) => f.interval)).toEqual([{ start: d, end: d, grain: "day" }]);
      }),
    );
  });
  test("a range of days reads as that range", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (start, length) => {
        const end = addDays(start, length);
        const write = (d: Day) => `${parts(d).n} ${parts(d).m} ${parts(d).y}`;
        const found = dates(`From ${write(start)} to ${write(end)} they held it.`);
        expect(found.map((f) => f.interval)).toEqual([{ start, end, grain: "span" }]);
      }),
    );
  });
  test("a weekday is the one before or on the day of publication", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEKDAYS), (published, name) => {
        const [found] = dates(`The town fell on ${name}.`, published);
        const { start } = found!.interval!;
        expect(start <= published && start > addDays(published, -7)).toBe(true);
        expect(parts(start).w).toBe(name);
      }),
    );
  });
  const words = [
    ...calendar.months.keys(),
    ...WEEKDAYS,
    ...MONTHS,
    ..."the of on since until from to between and last next week year month 2016 6 31 1st 2,000 ago two later - – , . / early late mid night overnight ' 's will next day 99999999999999999999 2011-2016 0".split(
      " ",
    ),
  ];
  const sane = (found: readonly DateMention[]): boolean =>
    found.every(
      ({ interval: i, span }, n) => ordered(i) && span[0] < span[1] && (n === 0 || !overlaps(found[n - 1]!.span, span)),
    );
  const ordered = (i: Interval | null): boolean =>
    !i || (i.start <= i.end && /^\d{4}-\d\d-\d\d$/.test(i.start) && /^\d{4}-\d\d-\d\d$/.test(i.end));
  test("word salad never throws, never runs backwards, never overlaps", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.option(anyDay), (salad, published) => {
        expect(sane(dates(salad.join(" "), published))).toBe(true);
      }),
      { numRuns: 3000 },
    );
    fc.assert(fc.property(fc.string(), (text) => sane(dates(text, "2024-12-06"))));
  });
  test("hostile input takes linear time", () => {
    for (const unit of [
      " ",
      "1",
      "9 ",
      "from ",
      "5 May to ",
      "2011-",
      "the night of ",
      "3, ",
      "Friday, ",
      "a ",
      "last ",
    ]) {
      const began = performance.now();
      expect(() => dates(`x ${unit.repeat(10_000)}`, "2024-12-06")).not.toThrow();
      expect(performance.now() - began, unit).toBeLessThan(2_000);
    }
  });
});
