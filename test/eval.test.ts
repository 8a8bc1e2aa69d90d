// The scoring habit without ../shared: what the rules of event types read, what of the gold is gained and lost, and that
// results/ holds no words of anybody's.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { classOf, readRules } from "../bench/event-type-rules.ts";
import type { Exam } from "../bench/exam.ts";
import { keep, RESULTS, readKept } from "../bench/kept.ts";
import { changesOf, fallen, tableOf } from "../bench/table.ts";
import { loadCodebook } from "../src/codebook/load.ts";
import { loadLanguage } from "../src/language/index.ts";
import { attributionsOf } from "../src/pipeline/attributions.ts";

const claim = (event: string, sub_type: string | null, more: object = {}) =>
  ({
    event,
    acled: sub_type === null ? null : { type: "", sub_type },
    stance: "asserted",
    background: false,
    actors: [],
    ...more,
  }) as unknown as Parameters<typeof classOf>[1][number];

describe("classes of event types", () => {
  const rules = readRules();

  test("name only event types of the codebook and its sub-event types of ACLED", () => {
    const { types } = loadCodebook().events;
    const known = new Set([...types].flatMap(([id, { acled }]) => [id, ...acled.map((a) => `${id}/${a.sub_type}`)]));
    const named = rules.rules.flatMap(({ told, first }) => [...told, ...first]);
    expect(named.filter((type) => !known.has(type))).toEqual([]);
  });

  test.each([
    [
      "the first claim decides",
      "Jets bombed it.",
      [claim("air_strike", "Air/drone strike"), claim("shelling", "-")],
      "AIR_STRIKE",
    ],
    [
      "what is planned yields to what happened",
      "-",
      [claim("air_strike", null, { stance: "planned" }), claim("arrest", null)],
      "ARREST",
    ],
    [
      "the actor's name decides",
      "-",
      [claim("territory_captured", "-", { actors: [{ name: "Somali soldiers" }] })],
      "GOV_REGAINS_TERIT",
    ],
    [
      "a word decides, with its ending",
      "Floods and landslides killed nine.",
      [claim("attack_on_civilians", "Attack")],
      "NATURAL_DISASTER",
    ],
    ["words may stand apart", "They set up a large new base.", [], "HQ_ESTABLISHED"],
    ["a word is not a part of one", "The Protestant church was hit.", [claim("shelling", "-")], "ART_MISS_ATTACK"],
    ["nothing is known", "-", [], "ARMED_CLASH"],
  ])("%s", (_, text, claims, label) => {
    expect(classOf(text, claims, rules)).toBe(label);
  });
});

test("what was kept is read as it was, and what was not measured stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-kept-"));
  const found = [{ document: "a.txt", start: 3, event: "arrest" }];
  keep({ figures: new Map([["gold", new Map([["ledger", 0.5]])]]), found: new Map([["gold", found]]) }, "one", folder);
  keep({ figures: new Map([["dates", new Map([["value F1", 0.9]])]]), found: new Map() }, "two", folder);
  const { figures, found: again } = readKept(folder);
  expect([...figures.keys()]).toEqual(["gold", "dates"]);
  expect(figures.get("gold")?.get("ledger")).toBe(0.5);
  expect(again.get("gold")).toEqual(found);
});

test("the table holds figures beside the last and names what fell", () => {
  const now = new Map([["gold", new Map([["ledger", 0.4]])]]);
  const last = new Map([["gold", new Map([["ledger", 0.45]])]]);
  const exams = [{ name: "gold", measures: new Map([["ledger", "two coders"]]) }] as unknown as Exam[];
  expect(tableOf(exams, now, last, { "gold ledger": 0.44 })[1]).toMatch(
    /^gold +ledger +0\.400 +0\.450 +-0\.050 +0\.440 +two coders$/,
  );
  expect(fallen(now, { "gold ledger": 0.44 })).toHaveLength(1);
  expect(fallen(now, { "gold ledger": 0.4 })).toEqual([]);
});

test("claims alike are counted, not merged", () => {
  const one = { document: "none.txt", start: 0, event: "arrest" };
  expect(changesOf("", [one, one], [one, one])).toEqual(["2 found, 0 gained, 0 lost"]);
  expect(changesOf("", [], undefined)).toEqual(["0 found, none kept to compare them with"]);
});

test("results hold names and numbers, no sentences", () => {
  const lines = readFileSync(resolve(RESULTS, "claims-found.tsv"), "utf8").split("\n").slice(2).filter(Boolean);
  expect(lines.filter((line) => !/^\w+\t[\w.-]+\t-?\d+\t[a-z_]+$/.test(line))).toEqual([]);
});

describe("who says what", () => {
  const language = loadLanguage();
  const { sayings } = loadCodebook();
  test.each([
    ["The minister said that talks had failed.", "The minister", "said"],
    ["Rebels captured Nawa, according to the Observatory.", "the Observatory", "according"],
    ["He met them in Geneva and warned that time was short.", "He", "warned"],
    ["Pence: We will win this.", "Pence", ":"],
    ["It was a disgrace.” ― Pamela Padilla", "Pamela Padilla", "―"],
  ])("%s", (text, source, cue) => {
    const found = attributionsOf(text, language, sayings).map((a) => [text.slice(...a.source), text.slice(...a.cue)]);
    expect(found).toContainEqual([source, cue]);
  });

  test("what is quoted is not read for speakers of its own", () => {
    expect(attributionsOf('"The army said so," the mayor told us.', language, sayings).map((a) => a.rule)).toHaveLength(
      1,
    );
  });
});
