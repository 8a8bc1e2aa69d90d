// The word lists of dates and figures: they load, and a fault in one is told with its file, line and key.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCalendar } from "../src/codebook/calendar.ts";
import { loadFigureWords } from "../src/codebook/figures.ts";

const codebook = join(import.meta.dirname, "../codebook");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-words-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const broken = (file: string, from: string, to: string): string => {
  for (const name of ["calendar.yaml", "figures.yaml", "numbers.yaml"])
    cpSync(join(codebook, name), join(folder, name));
  const source = readFileSync(join(codebook, file), "utf8");
  expect(source).toContain(from);
  writeFileSync(join(folder, file), source.replace(from, to));
  return folder;
};

test("a month out of the year names its line and key", () => {
  expect(() => loadCalendar(broken("calendar.yaml", "  january: 1\n", "  january: 13\n"))).toThrow(
    /calendar\.yaml:\d+: months\.january/,
  );
});
test("a key that no schema knows is refused", () => {
  expect(() => loadFigureWords(broken("figures.yaml", "vague:\n", "vaguer: {}\nvague:\n"))).toThrow(
    /figures\.yaml:\d+.*vaguer/,
  );
});
test("a bound that does not exist is refused", () => {
  expect(() => loadFigureWords(broken("figures.yaml", "  at least: least\n", "  at least: lest\n"))).toThrow(
    /bounds_before\.at least/,
  );
});
test("broken YAML names its line", () => {
  expect(() => loadCalendar(broken("calendar.yaml", "months:\n", "months: [\n"))).toThrow(/calendar\.yaml:\d+: /);
});
test("a missing file is a user's error", () => {
  expect(() => loadCalendar(join(folder, "nowhere"))).toThrow(/calendar\.yaml: cannot be read/);
});
