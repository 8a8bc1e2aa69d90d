// Who says so: chains from the one who knows to the one who passed it on, and what no source covers.
import { describe, expect, test } from "vitest";
import { coded } from "./coding.ts";

const chain = (text: string, event: string): string[] | undefined =>
  coded(text)
    .find((c) => c.event === event)
    ?.sources.map((s) => s.name);

describe("chains", () => {
  test.each([
    ["The SOHR said rebels captured the town of Morek.", ["SOHR"]],
    ["Rebels captured the town of Morek, the Observatory said.", ["Observatory"]],
    [
      "According to the Syrian Observatory for Human Rights, rebels captured the town of Morek.",
      ["Syrian Observatory for Human Rights"],
    ],
    ["Rebels captured the town of Morek, according to state media.", ["state media"]],
    [
      "A source close to Hezbollah told AFP that rebels captured the town of Morek.",
      ["source close to Hezbollah", "AFP"],
    ],
    ["AFP reported that according to a war monitor, rebels captured the town of Morek.", ["war monitor", "AFP"]],
    ['"Rebels captured the town of Morek," said SOHR director Rami Abdel Rahman.', ["Rami Abdel Rahman"]],
    [
      "Samir Haddad, a media activist in Morek, told Reuters that rebels captured the town of Morek.",
      ["Samir Haddad", "Reuters"],
    ],
    ["Witnesses said rebels captured the town of Morek.", ["Witnesses"]],
  ])("%s", (text, expected) => {
    const found = chain(text, "territory_captured");
    expect(found?.length).toBe(expected.length);
    for (const [i, name] of (found ?? []).entries())
      expect(expected[i]!.includes(name) || name.includes(expected[i]!)).toBe(true);
  });
});

describe("carried over", () => {
  test("a quotation that goes on keeps its speaker", () => {
    const text =
      '"Rebels captured the town of Morek," the SOHR said. "Regime forces shelled the village of Lataminah with artillery."';
    expect(chain(text, "shelling")).toEqual(["SOHR"]);
  });
  test("'he added' is who spoke before", () => {
    const text =
      "Samir Haddad, a media activist, said rebels captured the town of Morek. He added that regime forces shelled the village of Lataminah.";
    expect(chain(text, "shelling")?.[0]).toMatch(/Haddad/);
  });
});

describe("nobody", () => {
  test.each([
    "Rebels captured the town of Morek on Friday.",
    "The SOHR said nothing. Rebels captured the town of Morek on Friday.",
  ])("%s", (text) => {
    expect(chain(text, "territory_captured")).toEqual([]);
  });
});
