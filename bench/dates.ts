// Dates of war narratives with their values (WikiWars), scored by tools/exams/score-dates.mjs. A TIMEX value has the
// fineness of the words, and the two ends of a range are two values.
import { readDates } from "../src/extract/dates/dates.ts";
import type { Reading } from "../src/extract/dates/reading.ts";
import { spanOf } from "../src/extract/lexemes.ts";
import { day, type Interval } from "../src/model/index.ts";
import type { Answer } from "./exam.ts";
import type { Part, Question } from "./part.ts";
import { codebook, passagesOf } from "./reader.ts";

function value(reading: Reading, interval: Interval): string {
  const { start } = interval;
  switch (reading.kind) {
    case "calendar":
      return reading.day !== null ? start : reading.month !== null ? start.slice(0, 7) : start.slice(0, 4);
    case "season":
      return `${start.slice(0, 4)}-S`;
    case "years":
      return start.slice(0, 3);
    case "window":
      return "P";
    case "unit":
    case "shift": {
      const exact = { month: 7, year: 4 }[reading.unit as string];
      return exact
        ? start.slice(0, exact)
        : reading.unit === "week" && interval.grain === "week"
          ? `${start}-W`
          : start;
    }
    default:
      return start;
  }
}

function answer({ id, text, published }: Question): Answer[] {
  const found = readDates(passagesOf(text), { published: day(published ?? null), calendar: codebook().calendar });
  return found.flatMap(({ found: { pieces, at, match }, interval, ends }): Answer[] => {
    const row = (reading: Reading, from: number, to: number, days: Interval | null): Answer[] => {
      const [start, end] = spanOf(pieces, at + from, at + to);
      return days ? [{ document: id, start, end, value: value(reading, days), rule: match.rule }] : [];
    };
    const { reading, parts, length } = match;
    if (reading.kind !== "range" || !parts || !ends) return row(reading, 0, length, interval);
    return [...row(reading.from, 0, parts[0], ends[0]), ...row(reading.to, parts[1], length, ends[1])];
  });
}

export const dates: Part = {
  name: "dates",
  scorer: "score-dates.mjs",
  split: "wikiwars-train",
  folder: "dates/wikiwars",
  measures: [
    ["value F1", "calendar.value.f1", "chrono-node 0.361, with a running year 0.800 (held-back half)"],
    ["found F1", "calendar.relaxed.f1", ""],
  ],
  answer,
};
