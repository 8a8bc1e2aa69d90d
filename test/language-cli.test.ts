// The commands of the language core as a person meets them when something is wrong: what they say, and exit 2. What
// needs the model is tested with it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dateline } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-language-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe("language eval", () => {
  test.each([
    ["a file that is not there", () => join(folder, "none.conllu"), /there is no file .*none\.conllu/],
    ["a folder", () => folder, /is a folder/],
    [
      "a file that is no CoNLL-U, by its line",
      () => file("prose.conllu", "# text = a\nRebels took Nawa.\n"),
      /prose\.conllu: line 2 is no CoNLL-U row: Rebels took Nawa\.\nhint: CoNLL-U has ten columns/,
    ],
    ["a file without a sentence", () => file("empty.conllu", "# text = a\n\n"), /empty\.conllu has no sentence/],
    [
      "words without heads, by their sentence",
      () => file("tagged.conllu", "1\tNawa\tNawa\tPROPN\tNNP\t_\t_\t_\t_\t_\n\n"),
      /tagged\.conllu: sentence 1 has a word whose head/,
    ],
    [
      "a row that would move the cursor, harmlessly",
      () => file("bell.conllu", "\u001b[31m\u0007\n"),
      /line 1 is no CoNLL-U row: �\[31m�\n/,
    ],
  ])("%s", async (_, path, says) => {
    const ended = await dateline(["language", "eval", path()]);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err).toMatch(says);
    expect(ended.err).toMatch(/^dateline: .*\nhint: /);
    expect(ended.err).not.toMatch(/^ {4}at /m);
  });

  test("no file at all", async () => {
    expect((await dateline(["language", "eval"])).code).toBe(2);
  });
});

describe("parse", () => {
  test("nothing to parse", async () => {
    const ended = await dateline(["parse"]);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err).toMatch(/^dateline: there is nothing to parse\nhint: give words, or - for standard input/);
  });
  test("a format that is none", async () => {
    const ended = await dateline(["parse", "Rebels left.", "--format", "csv"]);
    expect([ended.code, ended.err]).toEqual([2, "dateline: 'csv' is no format\nhint: table, json or conllu\n"]);
  });
});
