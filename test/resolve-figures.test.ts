// Low, best and high by rule; copies; and the small things that judging rests on.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Actors } from "../src/resolve/actors.ts";
import { ranges } from "../src/resolve/casualties.ts";
import { findCopies } from "../src/resolve/copies.ts";
import { durableIds } from "../src/resolve/identity.ts";
import { judge } from "../src/resolve/judge.ts";
import type { Told } from "../src/resolve/last-words.ts";
import { claim, codebook, document, figure, rules, told } from "./factories-claims.ts";

type Row = readonly [
  origin: string | null,
  day: string,
  min: number,
  max?: number | null,
  group?: string,
  more?: { of?: number; claim?: string; party?: boolean; doer?: boolean },
];
const toldBy = ([origin, published, min, max = min, group = "people", more = {}]: Row, n: number): Told => ({
  figure: figure("killed", min, max, { group: group as never, of: more.of ?? null }),
  claim: (more.claim ?? `c${n}`) as Told["claim"],
  document: (more.claim ?? `d${n}`) as Told["document"],
  origin,
  party: more.party ?? more.doer ?? false,
  doer: more.doer ?? false,
  published,
});

describe("low, best and high", () => {
  test.each<[string, readonly Row[], readonly (readonly [string, number, number | null, number | null])[]]>([
    ["one account", [["a", "06", 5]], [["people", 5, 5, 5]]],
    ["at least two is two, and open above", [["a", "06", 2, null]], [["people", 2, 2, 2]]],
    [
      "a later toll of one origin replaces its earlier",
      [
        ["a", "06", 5],
        ["a", "07", 9],
      ],
      [["people", 9, 9, 9]],
    ],
    [
      "other origins do not",
      [
        ["a", "06", 5],
        ["b", "06", 9],
      ],
      [["people", 5, 5, 9]],
    ],
    [
      "most origins are best",
      [
        ["a", "06", 5],
        ["b", "06", 9],
        ["c", "06", 9],
      ],
      [["people", 5, 9, 9]],
    ],
    [
      "'dozens' yields to a count within it",
      [
        ["a", "06", 24, 99],
        ["b", "06", 31],
      ],
      [["people", 31, 31, 31]],
    ],
    [
      "'hundreds' does not yield to 2,000",
      [
        ["a", "06", 200, 999],
        ["b", "06", 2000],
      ],
      [["people", 200, 200, 2000]],
    ],
    [
      "'at least 2' bounds from below where another counts 3",
      [
        ["a", "06", 2, null],
        ["b", "06", 3],
      ],
      [["people", 2, 3, 3]],
    ],
    [
      "a party's toll counts only where there is no other",
      [
        ["a", "06", 23],
        ["p", "06", 55, 55, "people", { party: true }],
      ],
      [["people", 23, 23, 23]],
    ],
    [
      "a part is not added to its whole",
      [
        ["a", "06", 727, 727, "people", { claim: "x" }],
        ["a", "06", 111, 111, "civilians", { of: 727, claim: "x" }],
      ],
      [
        ["civilians", 111, 111, 111],
        ["people", 727, 727, 727],
      ],
    ],
    [
      "groups of one account are summed",
      [
        ["a", "06", 14, 14, "soldiers", { claim: "x" }],
        ["a", "06", 9, 9, "militants", { claim: "x" }],
      ],
      [
        ["militants", 9, 9, 9],
        ["people", 23, 23, 23],
        ["soldiers", 14, 14, 14],
      ],
    ],
    [
      "civilians and protesters are the same two",
      [
        ["a", "06", 2, 2, "civilians"],
        ["b", "06", 2, 2, "protesters"],
      ],
      [["civilians", 2, 2, 2]],
    ],
    [
      "an old toll that an outlet repeats later is no news",
      [
        ["a", "06", 5],
        ["a", "07", 9],
        ["a", "07", 5],
      ],
      [["people", 9, 9, 9]],
    ],
    [
      "a vaguer word of the same origin is no news either",
      [
        ["a", "06", 5],
        ["a", "07", 4, null],
      ],
      [["people", 5, 5, 5]],
    ],
    [
      "an early toll that another origin has raised",
      [
        ["a", "06", 5],
        ["b", "07", 12],
      ],
      [["people", 12, 12, 12]],
    ],
    [
      "a later count that differs a little raises nothing",
      [
        ["a", "06", 10],
        ["b", "07", 12],
      ],
      [["people", 10, 12, 12]],
    ],
    [
      "a later 'dozens' raises nothing",
      [
        ["a", "06", 14],
        ["b", "07", 24, 99],
      ],
      [["people", 14, 24, 99]],
    ],
    [
      "what a party alone counts of a group, where others count everybody",
      [
        ["a", "06", 5],
        ["p", "06", 40, 40, "militants", { party: true }],
      ],
      [["people", 5, 5, 5]],
    ],
    [
      "the doer alone counts militants where others count civilians",
      [
        ["a", "06", 5, 5, "civilians"],
        ["p", "06", 40, 40, "militants", { doer: true }],
      ],
      [["civilians", 5, 5, 5]],
    ],
    [
      "who was struck knows its own losses",
      [
        ["a", "06", 5, 5, "civilians"],
        ["p", "06", 3, 3, "soldiers", { party: true }],
      ],
      [
        ["civilians", 5, 5, 5],
        ["people", 5, 8, 8],
        ["soldiers", 3, 3, 3],
      ],
    ],
    [
      "a group is not more than everybody",
      [
        ["a", "06", 5],
        ["b", "06", 5],
        ["c", "06", 7, 7, "civilians"],
      ],
      [
        ["civilians", 5, 5, 7],
        ["people", 5, 5, 7],
      ],
    ],
    [
      "a document's groups told in two claims are one count",
      [
        ["a", "06", 14, 14, "soldiers", { claim: "x" }],
        ["a", "06", 14, 14, "soldiers", { claim: "x" }],
        ["a", "06", 2, 2, "civilians", { claim: "x" }],
      ],
      [
        ["civilians", 2, 2, 2],
        ["people", 16, 16, 16],
        ["soldiers", 14, 14, 14],
      ],
    ],
    ["nobody stands for it, and it still shows", [[null, "06", 4]], [["people", 4, 4, 4]]],
  ])("%s", (_, rows, expected) => {
    const found = ranges(rows.map(toldBy), rules).map((r) => [r.group, r.low, r.best, r.high]);
    expect(found).toEqual(expected);
  });

  test("low <= best <= high, whatever is told, in whatever order", () => {
    const row = fc.tuple(
      fc.constantFrom("a", "b", "c", null),
      fc.constantFrom("06", "07"),
      fc.nat(30),
      fc.option(fc.nat(30)),
      fc.constantFrom("people", "civilians", "soldiers", "unknown"),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const all = rows.map(([o, d, min, more, group], n) =>
          toldBy([o, d, min, more === null ? null : min + more, group], n),
        );
        const found = ranges(all, rules);
        for (const r of found) {
          expect(r.low).toBeLessThanOrEqual(r.best!);
          if (r.high !== null) expect(r.best!).toBeLessThanOrEqual(r.high);
        }
        expect(ranges(all.toReversed(), rules)).toEqual(found);
      }),
    );
  });
});

describe("copies", () => {
  const body = (seed: string): string => Array.from({ length: 60 }, (_, n) => `${seed}${(n * 7) % 41}`).join(" ");
  const copies = (...rows: [id: string, text: string, published?: string][]) =>
    Object.fromEntries(
      findCopies(
        rows.map(([id, text, published = "2024-12-06"]) => document(id, { text, published })),
        rules.copies,
        new Actors([], rules),
      ),
    );
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["verbatim", copies(["a", body("w")], ["b", body("w"), "2024-12-07"]), { b: "a" }],
    ["lightly edited", copies(["a", body("w")], ["b", `Updated: ${body("w")} says X`]), { b: "a" }],
    [
      "cut to its head",
      copies(["a", body("w")], ["b", body("w").split(" ").slice(0, 25).join(" "), "2024-12-07"]),
      { b: "a" },
    ],
    [
      "a copy of a copy leads to the first",
      copies(["a", body("w")], ["b", body("w"), "2024-12-07"], ["c", body("w"), "2024-12-08"]),
      { b: "a", c: "a" },
    ],
    ["the earlier one is the original", copies(["z", body("w"), "2024-12-05"], ["a", body("w")]), { a: "z" }],
    ["other words", copies(["a", body("w")], ["b", body("v")]), {}],
    [
      "a shared closing line",
      copies(["a", `${body("w")} the war has gone on for years`], ["b", `${body("v")} the war has gone on for years`]),
      {},
    ],
    ["the same words weeks later", copies(["a", body("w")], ["b", body("w"), "2025-02-01"]), {}],
    ["too short to tell", copies(["a", "More soon."], ["b", "More soon."]), {}],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });
  test("a copied account counts once, and is linked to its original", () => {
    const text = body("w");
    const documents = [document("a", { text }), document("b", { text, published: "2024-12-07" })];
    const claims = documents.map((d) => ({
      ...claim({ document: d.id, sources: [], actors: [] }),
      quote: "the same words of both",
    }));
    const { incidents, relations } = judge(told(claims, { documents }), codebook);
    expect(incidents).toMatchObject([{ independent_sources: 1, status: "single-source", documents: ["a", "b"] }]);
    expect(relations.map((r) => r.kind)).toEqual(["copies"]);
  });
});

test("a later toll brings the earlier up to date, a lower one of the same origin corrects it", () => {
  const documents = [
    document("one"),
    document("two", { published: "2024-12-07" }),
    document("three", { published: "2024-12-08" }),
  ];
  const row = { event: "air_strike", actors: ["russia"], targets: ["rebels"] } as const;
  const claims = [
    claim({ ...row, id: "a", killed: 5 }),
    claim({ ...row, id: "b", killed: 9, document: "two" }),
    claim({ ...row, id: "c", killed: 7, document: "three" }),
  ];
  const { relations, incidents } = judge(told(claims, { documents }), codebook);
  expect(relations.map((r) => `${r.from} ${r.kind} ${r.to}`)).toEqual(["b updates a", "c corrects b"]);
  expect(incidents[0]!.figures[0]).toMatchObject({ low: 7, best: 7, high: 7 });
});

test("an old toll told again brings nothing up to date and corrects nothing", () => {
  const days = ["06", "07", "08"].map((day) => document(`d${day}`, { published: `2024-12-${day}` }));
  const claims = [5, 9, 5].map((killed, n) =>
    claim({ id: `c${n}`, event: "air_strike", actors: ["russia"], killed, document: days[n]!.id }),
  );
  const { relations } = judge(told(claims, { documents: days }), codebook);
  expect(relations.map((r) => `${r.from} ${r.kind} ${r.to}`)).toEqual(["c1 updates c0"]);
});

test("a withdrawal and the entry that follows are linked, and the taking was not fought over", () => {
  const { incidents, relations } = judge(
    told([
      claim({ id: "out", event: "withdrawal" }),
      claim({ id: "in", event: "territory_captured", actors: ["sdf"], document: "two" }),
    ]),
    codebook,
  );
  expect(relations).toMatchObject([{ from: "out", to: "in", kind: "part_of" }]);
  expect(incidents.find((i) => i.event === "territory_captured")!.acled!.sub_type).toBe(
    "Non-violent transfer of territory",
  );
});

test("ids: the largest share of claims keeps the id, and none is given twice", () => {
  const mint = (c: string): string => `new ${c}`;
  const ids = durableIds(
    [["a", "b"], ["c"], ["d"]] as never,
    [
      { id: "old 1", claims: ["a", "b", "c"] },
      { id: "old 2", claims: ["c"] },
    ] as never,
    mint,
  );
  expect(ids).toEqual(["old 1", "old 2", "new d"]);
});

test("the one line is made of the slots", () => {
  const { incidents } = judge(
    told([claim({ event: "air_strike", actors: ["russia"], targets: ["rebels"], killed: 4 })]),
    codebook,
  );
  expect(incidents[0]!.summary).toBe(
    "Russia carried out an air strike on rebels in Homs on 6 December 2024: four killed; told by sohr.",
  );
});
