// The codebook tests itself: every worked example in events.yaml is coded as the event it stands under, and what it says is
// no such event is none. A broken file is refused by file and line.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CODEBOOK, loadCodebook } from "../src/codebook/load.ts";
import { findSteps, literal, matchSteps } from "../src/codebook/patterns.ts";
import { eventsOf } from "./coding.ts";

const codebook = loadCodebook();

describe("events.yaml", () => {
  for (const type of codebook.events.types.values()) {
    test.each(type.examples)(`${type.id}: %s`, (text) => {
      expect(eventsOf(text)).toContain(type.id);
    });
    test.each(type.negatives)(`no ${type.id}: %s`, (text) => {
      expect(eventsOf(text)).not.toContain(type.id);
    });
  }
});

describe("what holds the codebook together", () => {
  test("every generic name of a theatre leads to an actor, and every successor to its predecessor", () => {
    for (const actor of codebook.actors.all)
      if (actor.successor_of) expect(codebook.actors.get(actor.successor_of), actor.id).not.toBeNull();
    expect(codebook.theatres.length).toBeGreaterThanOrEqual(8);
  });

  test("'the army' is whom it is on that day", () => {
    const syria = codebook.theatres.find((t) => t.id === "syria")!;
    expect(syria.generic("the army", "2024-12-06" as never)).toBe("syrian-army");
    expect(syria.generic("the army", "2024-12-20" as never)).toBe("syria-new-forces");
    expect(syria.generic("the orchestra", null)).toBeNull();
  });

  test("the version names the codebook's bytes", () => {
    expect(codebook.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
    expect(loadCodebook()).toBe(codebook);
  });
});

describe("patterns", () => {
  const words = "rebels took full control of the town".split(" ");
  test.each([
    ["took ~ control of", [1, 5]],
    ["took full? control", [1, 4]],
    ["took|seized ~ town", [1, 7]],
    ["rebels ~ town", null],
    ["control of", [3, 5]],
  ] as const)("%s", (pattern, at) => {
    expect(findSteps(words, literal(pattern))).toEqual(at);
  });
  test("a gap does not cross a full stop", () => {
    expect(matchSteps(["took", "it", ".", "control"], 0, literal("took ~ control"))).toBe(-1);
  });
});

describe("a broken row", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-codebook-"));
  cpSync(CODEBOOK, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["actors.tsv", (s: string) => `${s}Bad Id\tname\t\tarmy\tSY\t\t\t\t\n`, /actors\.tsv, line \d+: id/],
    [
      "events.yaml",
      (s: string) => s.replace("plover: ASSAULT", "plover: 3"),
      /events\.yaml, line \d+: events\.0\.plover/,
    ],
    ["sayings.tsv", (s: string) => `${s}mumble\tmumbled\tfirm\n`, /sayings\.tsv, line \d+: kind/],
  ] as const)("in %s is refused by file and line", (file, breakIt, message) => {
    const path = join(folder, file);
    const before = readFileSync(path, "utf8");
    writeFileSync(path, breakIt(before));
    try {
      expect(() => loadCodebook(folder)).toThrow(message);
    } finally {
      writeFileSync(path, before);
    }
  });
});
