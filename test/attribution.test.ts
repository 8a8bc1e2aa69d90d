// Who says so: chains from the one who knows to the one who passed it on, and what no source covers.
import { describe, expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
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
    ["A statement from the Syrian Observatory said rebels captured the town of Morek.", ["Syrian Observatory"]],
    ["Rebels captured the town of Morek, according to a statement by the United Nations.", ["United Nations"]],
    ["Witnesses said rebels captured the town of Morek.", ["Witnesses"]],
    ["The United Nations said rebels captured the town of Morek.", ["United Nations"]],
    ["The London Based Syrian Observatory said rebels captured the town of Morek.", ["Syrian Observatory"]],
    ["The army held firm; the Observatory said rebels captured the town of Morek.", ["Observatory"]],
  ])("%s", (text, expected) => {
    const found = chain(text, "territory_captured");
    expect(found?.length).toBe(expected.length);
    for (const [i, name] of (found ?? []).entries())
      expect(expected[i]!.includes(name) || name.includes(expected[i]!)).toBe(true);
  });
});

describe("the registry", () => {
  test("whoever it names speaks under that name", () => {
    const bodies = loadCodebook().actors.all.filter((a) => /^(?:un|monitor|ministry|government)$/.test(a.kind));
    const silent = bodies.filter(
      (a) =>
        !coded(`The ${a.name} said gunmen shelled the town of Darkush.`, a.from)[0]?.sources.some((s) => s.id === a.id),
    );
    expect(bodies.length).toBeGreaterThan(200);
    expect(silent.length / bodies.length).toBeLessThan(0.02);
  });
  test("a toll put at a number is its author's", () => {
    expect(chain("The United Nations has put the death toll at 470,000.", "casualty_tally")).toEqual([
      "United Nations",
    ]);
  });
});

describe("carried over", () => {
  test.each([
    ["The source added that rebels captured the town of Morek.", ["source", "AFP"]],
    ["A second source said rebels captured the town of Morek.", ["second source", "AFP"]],
    ["A doctor said rebels captured the town of Morek.", ["doctor"]],
  ])("to an agency: %s", (text, expected) => {
    expect(chain(`A military source told AFP that jets bombed Hama. ${text}`, "territory_captured")).toEqual(expected);
  });
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

const told = (text: string) => coded(text).map((c) => [c.event, c.stance, c.sources.map((s) => s.name).join(">")]);

describe("two who speak in one sentence", () => {
  test("the second denies what the first told", () => {
    expect(
      told(
        "Troops pulled out of Homs on Friday, the SOHR said, a report that the defence ministry denied within the hour.",
      ),
    ).toEqual([
      ["withdrawal", "asserted", "SOHR"],
      ["withdrawal", "denied", "defence ministry"],
    ]);
  });
  test("'a claim denied by'", () => {
    const text =
      "Two army officers said fighters captured the town of Morek, a claim denied by the Popular Mobilisation Forces.";
    expect(
      told(text)
        .map(([, stance, by]) => `${stance} ${by}`)
        .sort(),
    ).toEqual(["asserted Two army officers", "denied Popular Mobilisation Forces"]);
  });
});

describe("pronouns that speak", () => {
  test.each([
    ["A plane spotter said jets bombed Idlib. He added that rebels shelled Nawa.", "plane spotter"],
    ["The SOHR said rebels captured Morek. It said rebels shelled Nawa.", "SOHR"],
    ["Residents said rebels captured Morek. They said rebels shelled Nawa.", "Residents"],
    [
      'President Bashar al-Assad was in Moscow. A resident of Aleppo told Levant Wire that rebels captured the airport. "Rebels shelled the village of Nawa," she said.',
      "resident",
    ],
  ])("%s", (text, expected) => {
    expect(chain(text, "shelling")).toEqual([expected]);
  });
  test("nobody spoke before: nobody is named", () => {
    expect(chain("It said rebels shelled Nawa.", "shelling")).toEqual([]);
  });
});

describe("no speakers", () => {
  test.each([
    ["Russian jets bombed Idlib on Friday. It said 24 soldiers shelled Nawa.", "shelling"],
    ["Images showed that rebels shelled Nawa, 24 soldiers added.", "shelling"],
  ])("%s", (text, event) => {
    expect(chain(text, event)?.filter((s) => /jets|soldiers/.test(s)) ?? []).toEqual([]);
  });
  test.each([
    "Jordan closed the Jaber crossing on Friday, citing security conditions in southern Syria.",
    "The army left Morek in order to prepare a counterattack on the town of Nawa.",
    "The SDF did not say whether rebels captured the town of Nawa.",
  ])("nothing is said: %s", (text) => {
    expect(coded(text).flatMap((c) => c.sources.map((s) => s.name))).toEqual([]);
  });
  test("what stands before 'and' was done to", () => {
    const [statement] = coded("Rebels entered Damascus on Sunday and declared an end to the war.").filter(
      (c) => c.event === "statement",
    );
    expect(statement?.sources.map((s) => s.name)).toEqual(["Rebels"]);
  });
});

describe("when it was said", () => {
  const dates = (text: string) => {
    const claim = coded(text).find((c) => c.event === "territory_captured");
    return [claim?.said?.start ?? null, claim?.time?.start ?? null];
  };
  test.each([
    ["The SOHR said on Friday that rebels captured Morek on Thursday.", "2024-12-06", "2024-12-05"],
    ["Rebels captured Morek on Thursday, the SOHR said on Friday.", "2024-12-06", "2024-12-05"],
    ["The SOHR said that rebels captured Morek on Thursday.", null, "2024-12-05"],
    ["Rebels captured Morek on Thursday.", null, "2024-12-05"],
  ])("%s", (text, said, time) => {
    expect(dates(text)).toEqual([said, time]);
  });
});
