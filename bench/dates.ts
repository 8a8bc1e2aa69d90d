// Dates of an exam's documents in the form that ../shared/tools/exams/score-dates.mjs reads:
//   node score-dates.mjs inputs SPLIT | node bench/dates.ts | node score-dates.mjs score - SPLIT
// A TIMEX value has the fineness of the words, and the two ends of a range are two values.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCalendar } from "../src/codebook/calendar.ts";
import { readDates } from "../src/extract/dates/dates.ts";
import type { Reading } from "../src/extract/dates/reading.ts";
import { spanOf } from "../src/extract/lexemes.ts";
import { day, type Interval, span } from "../src/model/index.ts";
import { passages } from "../src/text/passages.ts";

const calendar = loadCalendar(join(import.meta.dirname, "../codebook"));

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

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { id, published, text } = JSON.parse(line) as { id: string; published: string; text: string };
  const parts = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    kind: "body" as const,
    span: span(m.index, m.index + m[0].length),
  }));
  for (const { found, interval, ends } of readDates(passages({ text, parts }), {
    published: day(published),
    calendar,
  })) {
    const { pieces, at, match } = found;
    const write = (reading: Reading, from: number, to: number, days: Interval | null) => {
      const [start, end] = spanOf(pieces, at + from, at + to);
      if (days)
        console.log(
          JSON.stringify({
            document: id,
            start,
            end,
            value: value(reading, days),
            rule: match.rule,
            text: text.slice(start, end),
          }),
        );
    };
    if (match.reading.kind === "range" && match.parts && ends) {
      write(match.reading.from, 0, match.parts[0], ends[0]);
      write(match.reading.to, match.parts[1], match.length, ends[1]);
    } else write(match.reading, 0, match.length, interval);
  }
}
