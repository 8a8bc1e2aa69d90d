// The marks beneath a text: every span under its words, labels that fit or stand beside, overlaps in rows of their own,
// lines that wrap, and characters that are no column or two.
import { describe, expect, test } from "vitest";
import { type Drawn, drawMarks } from "../src/cli/draw-marks.ts";

/** `words`: each label with the words that it marks, by their first occurrence. */
function drawn(text: string, words: Readonly<Record<string, string>>, most = 80, indent = ""): string[] {
  const marks: Drawn[] = Object.entries(words).map(([label, at]) => {
    const start = text.indexOf(at);
    expect(start, at).toBeGreaterThanOrEqual(0);
    return { start, end: start + at.length, label, style: "bold" };
  });
  return drawMarks(text, marks, most, indent).split("\n");
}

describe("drawMarks", () => {
  test("a label within its bracket, or beside one that is too short", () => {
    expect(
      drawn("Rebel fighters captured Nawa.", { actor: "Rebel fighters", event: "captured", place: "Nawa" }),
    ).toEqual(["Rebel fighters captured Nawa.", "└─actor──────┘ └─event┘ └──┘place"]);
  });
  test("spans that overlap, and labels that would touch, go to rows beneath: the shorter nearer", () => {
    expect(
      drawn("They shelled the town of Nawa on Friday.", { target: "the town of Nawa", place: "Nawa", time: "Friday" }),
    ).toEqual([
      "They shelled the town of Nawa on Friday.",
      "                         └──┘place",
      "             └─target───────┘    └time┘",
    ]);
  });
  test("one span with several labels is marked once, a label said twice is said once", () => {
    expect(drawn("It denied it.", { event: "denied", stance: "denied" })).toEqual([
      "It denied it.",
      "   └────┘event, stance",
    ]);
    const twice = ["place", "place"].map((label) => ({ start: 0, end: 7, label, style: "bold" as const }));
    expect(drawMarks("Homs is", twice, 80)).toBe("Homs is\n└place┘");
  });
  test("a line that is too long is cut at a blank, and a span over the cut is marked on both", () => {
    expect(drawn("Fighters of the Free Army left.", { actor: "Fighters of the Free Army" }, 22, "  ")).toEqual([
      "  Fighters of the Free",
      "  └─actor────────────┘",
      "  Army left.",
      "  └──┘actor",
    ]);
  });
  test("a word longer than the line has a line of its own", () => {
    expect(drawn("see https://example.org/long now", { x: "now" }, 10)).toEqual([
      "see",
      "https://example.org/long",
      "now",
      "└x┘",
    ]);
  });
  test("a single letter", () => {
    expect(drawn("4 died", { figure: "4" })).toEqual(["4 died", "╵figure"]);
  });
  test("marks on letters take no column, wide characters two", () => {
    const bare = drawn("in Suwa\u0304yda\u0304 now", { time: "now" });
    expect(bare[1]).toBe("           └─┘time");
    expect(drawn("北京 now", { time: "now" })[1]).toBe("     └─┘time");
  });
  test("nothing that moves the cursor reaches the terminal, and offsets stay", () => {
    expect(drawn("a\u001b[31m\tred", { x: "red" })).toEqual(["a�[31m red", "       └x┘"]);
  });
  test("no marks: the text alone; no text: nothing", () => {
    expect(drawMarks("Nothing is marked.", [], 80)).toBe("Nothing is marked.");
    expect(drawMarks("", [], 80)).toBe("");
    expect(drawMarks("An empty span", [{ start: 3, end: 3, label: "x", style: "bold" }], 80)).toBe("An empty span");
  });
});
