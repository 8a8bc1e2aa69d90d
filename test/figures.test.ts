// Figures: the table of test/corpus/figures.tsv, the forms of numbers, and what no input may bring about.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadFigureWords } from "../src/codebook/figures.ts";
import { findFigures } from "../src/extract/figures/figures.ts";
import { numberAt } from "../src/extract/figures/numbers.ts";
import { lexemes } from "../src/extract/lexemes.ts";
import { overlaps } from "../src/model/index.ts";
import { passagesOf } from "./factories.ts";

const words = loadFigureWords(join(import.meta.dirname, "../codebook"));
const figures = (text: string) => findFigures(passagesOf(text), words);

const shown = (text: string): string =>
  figures(text)
    .map(({ text: own, measure, min, max, group, approx, of }) => {
      const range = max === null ? `${min}..` : max === min ? `${min}` : `${min}..${max}`;
      return `${own} = ${measure} ${range} ${group}${approx ? " ~" : ""}${of ? ` of ${text.slice(...of)}` : ""}`;
    })
    .join(" ; ") || "-";

const table = readFileSync(join(import.meta.dirname, "corpus/figures.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t") as [string, string]);

test.each(table)("%s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  ["1,234,567", 1234567],
  ["1.5 million", 1500000],
  ["20k", 20000],
  ["three hundred and five thousand", 305000],
  ["one hundred and twenty-one", 121],
  ["two dozen", 24],
  ["half a million", 500000],
  ["a quarter of a million", 250000],
  ["a hundred", 100],
  ["ninety-nine", 99],
])("the number %s", (text, value) => {
  const pieces = lexemes(passagesOf(text)[0]!);
  expect(numberAt(pieces, 0, words.numbers)).toMatchObject({ value, length: pieces.length });
});

describe("properties", () => {
  test("a number written with or without commas is the same figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), (n) => {
        for (const written of [n.toLocaleString("en-US"), `at least ${n.toLocaleString("en-US")}`]) {
          const [found] = figures(`The strike killed ${written} people in the town.`);
          expect(found).toMatchObject({ measure: "killed", min: n, max: written.startsWith("at") ? null : n });
        }
      }),
    );
  });
  const salad =
    "the 12 2,000 two hundred dozens of people killed were and including children - , . at least more than wounded of them toll to a an man $ 5 million % km or others 2016 fled".split(
      " ",
    );
  test("word salad never throws, spans are in order and apart, min is not above max", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...salad), { maxLength: 40 }), (list) => {
        const found = figures(list.join(" "));
        for (const [n, { span, min, max }] of found.entries()) {
          expect(span[0]).toBeLessThan(span[1]);
          if (n > 0) expect(overlaps(found[n - 1]!.span, span)).toBe(false);
          if (max !== null) expect(min).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.string(), (text) => void figures(text)));
  });
  test("hostile input takes linear time", () => {
    for (const unit of [
      " ",
      "1",
      "9 ",
      "1,",
      "hundreds of ",
      "a child ",
      "two killed and ",
      "twenty ",
      "including 4 ",
      "million ",
    ]) {
      const began = performance.now();
      expect(() => figures(`x ${unit.repeat(10_000)}`)).not.toThrow();
      expect(performance.now() - began, unit).toBeLessThan(3_000);
    }
  });
});
