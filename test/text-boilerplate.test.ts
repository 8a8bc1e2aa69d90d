// The word lists of boilerplate and agencies: they load, and a fault in them is told with file and line.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadBoilerplate, plainLine } from "../src/codebook/boilerplate.ts";

const codebook = join(import.meta.dirname, "../codebook");
const copy = mkdtempSync(join(tmpdir(), "dateline-words-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));
for (const file of ["boilerplate.yaml", "agencies.tsv"]) cpSync(join(codebook, file), join(copy, file));
const spoil = (file: string, from: string, to: string): void =>
  writeFileSync(join(copy, file), readFileSync(join(codebook, file), "utf8").replace(from, to));

test("agencies have ids of their own and no spelling twice", () => {
  const { agencies } = loadBoilerplate(codebook);
  const spellings = agencies.flatMap((agency) => agency.spellings);
  expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
  expect(spellings.filter((name, i) => spellings.indexOf(name) !== i)).toEqual([]);
});

test("phrases are kept in the form that lines are compared in", () => {
  const { lines, starts, closes } = loadBoilerplate(codebook);
  for (const phrase of [...lines, ...starts, ...closes]) expect(plainLine(phrase)).toBe(phrase);
  expect(plainLine("  • Read More »")).toBe("read more");
});

test("a broken expression is told with its line", () => {
  spoil("boilerplate.yaml", "'^https?://\\S+$'", "'^(https?'");
  expect(() => loadBoilerplate(copy)).toThrow(/boilerplate\.yaml.*\d+.*no regular expression/);
  spoil("boilerplate.yaml", "caption_longest: 420", "caption_longest: many");
  expect(() => loadBoilerplate(copy)).toThrow(/boilerplate\.yaml.*caption_longest/);
});
