// The codebook tests itself: every worked example in events.yaml is coded as the event it stands under, and what it says is
// no such event is none. Faults and own codebooks are in codebook-own.test.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { doubtsOf } from "../src/codebook/doubts.ts";
import { CODEBOOK, loadCodebook } from "../src/codebook/load.ts";
import { findSteps, literal, matchSteps } from "../src/codebook/patterns.ts";
import { exampleLine, tryExample } from "../src/pipeline/worked-examples.ts";

const codebook = loadCodebook();

describe("events.yaml", () => {
  test.each(codebook.events.worked.map((w) => [w.shall ? w.event : `no ${w.event}`, w.text, w] as const))(
    "%s: %s",
    (_what, _text, worked) => {
      const failed = tryExample(worked, codebook);
      expect(failed && exampleLine(failed)).toBeNull();
    },
  );
  test("every example and negative is tried, each with its own line", () => {
    const listed = [...codebook.events.types.values()].flatMap((t) => [...t.examples, ...t.negatives]);
    expect(codebook.events.worked.map((w) => w.text)).toEqual(listed);
    const lines = readFileSync(join(CODEBOOK, "events.yaml"), "utf8").split("\n");
    // A sentence with a colon stands in quotes there.
    for (const { text, line } of codebook.events.worked) expect(lines[line - 1]).toContain(text.slice(0, 20));
  });
  test("nothing in it is doubtful", () => {
    expect(doubtsOf(codebook)).toEqual([]);
  });
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
