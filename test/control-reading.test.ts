// Who is told to hold, take or leave which place: the words by which reports and histories of towns say so.
import { describe, expect, test } from "vitest";
import { coded } from "./coding.ts";

const TERRITORY = new Set(["territory_captured", "territory_transferred", "withdrawal", "holds"]);
const told = (text: string, title = "Binnish, Idlib province"): string[] =>
  coded(`${title}\n\n${text}`, "2023-10-01")
    .filter((c) => TERRITORY.has(c.event))
    .map((c) => {
      const names = (list: readonly { readonly name: string }[]): string => list.map((x) => x.name).join("+") || "?";
      const places = c.places.map((p) => `${p.name}${p.precision === "area" ? "~" : ""}`).join("+") || "?";
      const from = c.targets.length ? ` (${names(c.targets)})` : "";
      return `${c.event} ${c.holding}: ${names(c.actors)}${from} in ${places} ${c.time?.start ?? "?"}`;
    });

describe("a town's history", () => {
  test.each([
    ["In May 2012 it came under rebel control.", "territory_captured controls: rebel in Binnish 2012-05-01"],
    ["The town has been under Kurdish control since 2 July 2012.", "holds controls: Kurdish in Binnish 2012-07-02"],
    ["By 9 March 2013 the army was in full control of the town.", "holds controls: army in Binnish 2013-03-09"],
    ["On 9 March 2013 the town was reported to be in the army's hands.", "holds controls: army in Binnish 2013-03-09"],
    ["It has been held by the SDF since 2015.", "holds controls: SDF in Binnish 2015-01-01"],
    ["Since June 2012, the rebels have control.", "holds controls: rebels in Binnish 2012-06-01"],
    ["In 2014 Binnish was a stronghold of the Nusra Front.", "holds controls: Nusra Front in Binnish 2014-01-01"],
    ["On 4 June 2014 the army took it back.", "territory_captured controls: army in Binnish 2014-06-04"],
    [
      "The suburb was taken from the rebels by the army on 4 June 2014.",
      "territory_captured controls: army (rebels) in Binnish 2014-06-04",
    ],
    [
      "On 4 June 2014 the rebels handed the town to the army.",
      "territory_transferred left: rebels (army) in Binnish 2014-06-04",
    ],
    [
      "The Islamic State of Iraq and the Levant and Nusra Front fighters seized control of the town in May 2014.",
      "territory_captured controls: Nusra Front fighters+Islamic State of Iraq and the Levant in Binnish 2014-05-01",
    ],
    [
      "In May 2014 the army seized three villages, among them Binnish.",
      "territory_captured controls: army in Binnish 2014-05-01",
    ],
  ])("%s", (text, one) => {
    expect(told(text)).toEqual([one]);
  });
  test.each([
    ["a base within it", "On 4 June 2014 rebels captured an army base on the edge of the town.", /Binnish~? 2014/],
    ["parts of it", "In May 2014 rebels controlled parts of the town.", /rebels in Binnish~ /],
    ["more than half", "In May 2014 the army was in control of 70 percent of the town.", /army in Binnish~ /],
  ])("%s is not the place", (_, text, row) => {
    const rows = told(text);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(row);
  });
  test("what a history tells without a day is no news of the day on which it was published", () => {
    const rows = told(
      "In May 2012 rebels took the town. In June 2013 the army retook it. Later, the Kurds captured it.",
    );
    expect(rows.map((r) => r.slice(-10).trim())).toEqual(["2012-05-01", "2013-06-01", "Binnish ?"]);
  });
  test("a day before the first year told is of that year", () => {
    const rows = told(
      "On 2 July, rebels took the town. In November 2012, there was fighting. On 7 December 2012, the army retook it.",
    );
    expect(rows[0]).toMatch(/2012-07-02$/);
  });
});

test.each([
  [
    "a town that no gazetteer knows",
    "Tell Qarmuz, Idlib province",
    "On 4 May 2014 the army retook the town.",
    "Tell Qarmuz",
  ],
  ["a quarter after its city", "Homs – Bab Qarmuz, Homs province", "On 4 May 2014 it fell to the army.", "Bab Qarmuz"],
  ["a title that says more", "Rebels on the move near Homs", "On 4 May 2014 the army retook it.", "?"],
])("%s: the title is the place, or is not", (_, title, text, place) => {
  expect(told(text, title).map((r) => / in (.+) \S+$/.exec(r)![1])).toEqual([place]);
});

test.each([
  "The blaze in the old market was under control by noon.",
  "The chairman has control of the company.",
  "The team was in control of the game from the start.",
  "Binnish was a stronghold of handball.",
  "The case is in the hands of the court.",
])("nobody holds a place: %s", (text) => {
  expect(told(text)).toEqual([]);
});
