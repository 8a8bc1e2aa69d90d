// Whose word it is, how it stands and how it is graded: origins, denials under another name, Airwars' grades, tallies.
import { describe, expect, test } from "vitest";
import type { Claim } from "../src/model/index.ts";
import { judge } from "../src/resolve/judge.ts";
import { tallyChecks } from "../src/resolve/tally-check.ts";
import { claim, codebook, document, figure, source, told } from "./factories-claims.ts";

type Row = Parameters<typeof claim>[0];
const strike = { event: "air_strike", actors: ["russia"] } as const;
const incidentsOf = (claims: readonly Claim[], documents = [] as ReturnType<typeof document>[]) =>
  judge(told(claims, { documents }), codebook).incidents;

describe("ultimate origins", () => {
  const of = (...rows: readonly [outlet: string, sources: NonNullable<Row>["sources"]][]) => {
    const documents = rows.map(([outlet], n) => document(`d${n}`, { outlet, published: `2024-12-0${6 + n}` }));
    return incidentsOf(
      rows.map(([, sources], n) => claim({ ...strike, document: `d${n}`, sources: sources ?? [] })),
      documents,
    )[0]!.origins;
  };
  test.each<[string, readonly (readonly [string, NonNullable<Row>["sources"]])[], readonly string[]]>([
    ["a spokesman is his body's", [["The Post", [source("hts spokesman", "official")]]], ["hts"]],
    ["two officers of a body", [["The Post", [source("two senior hts officers", "official")]]], ["hts"]],
    ["an outlet named after a body is its own voice", [["HTS Media Office", []]], ["hts"]],
    ["a commander of nobody", [["The Post", [source("field commander", "official")]]], ["The Post"]],
    ["a ministry under a plain name", [["The Post", [source("interior ministry", "official")]]], ["interior ministry"]],
    ["unconfirmed reports", [["The Post", [source("unconfirmed reports", "unnamed")]]], []],
    [
      "who is cited under a newspaper's name passes it on",
      [["The Echo", [source("Valley Times", "organisation"), source("sohr")]]],
      ["sohr"],
    ],
    [
      "a cited outlet has it from whom its own report cites",
      [
        ["Valley Times", ["sohr"]],
        ["The Echo", [source("Valley Times", "organisation")]],
      ],
      ["sohr"],
    ],
    [
      "a cited outlet that has seen it itself",
      [
        ["Valley Times", []],
        ["The Echo", [source("Valley Times", "organisation")]],
      ],
      ["Valley Times"],
    ],
    ["a cited outlet that the ledger has no report of", [["The Echo", [source("Valley Times")]]], ["Valley Times"]],
  ])("%s", (_, rows, origins) => {
    expect(of(...(rows as readonly [string, NonNullable<Row>["sources"]][]))).toEqual(origins);
  });
});

describe("a denial under another name", () => {
  const taken = claim({
    id: "taken",
    event: "territory_captured",
    actors: ["hts"],
    targets: ["army"],
    sources: ["hts"],
  });
  const left = (row: Row): Claim =>
    claim({ id: "no", event: "withdrawal", actors: ["army"], stance: "denied", sources: ["ministry"], ...row });
  const joined = (...claims: readonly Claim[]) => incidentsOf(claims).map((i) => [i.status, ...i.claims].join(" "));
  test.each<[string, readonly Claim[], readonly string[]]>([
    ["who denies that his forces left denies that the town was taken", [taken, left({})], ["disputed taken no"]],
    ["not in another town", [taken, left({ at: "Rastan" })], ["denied no", "single-source taken"]],
    ["not days later", [taken, left({ day: "2024-12-09" })], ["denied no", "single-source taken"]],
    ["the taker has not denied it", [taken, left({ actors: ["hts"] })], ["denied no", "single-source taken"]],
    [
      "a withdrawal that was told comes first",
      [taken, left({}), claim({ id: "went", event: "withdrawal", actors: ["army"], document: "two" })],
      ["disputed no went", "single-source taken"],
    ],
  ])("%s", (_, claims, expected) => {
    expect(
      joined(...claims)
        .map((s) => s.split(" ").sort().join(" "))
        .sort(),
    ).toEqual(expected.map((s) => s.split(" ").sort().join(" ")).sort());
  });
  test("the relation says as what it was denied", () => {
    const { relations } = judge(told([taken, left({})]), codebook);
    expect(relations).toMatchObject([{ from: "no", to: "taken", kind: "denies", by: /as withdrawal/ }]);
  });
});

describe("grades", () => {
  const killed = (group: string) => ({ figures: [figure("killed", 5, 5, { group: group as never })] });
  test.each<[string, readonly NonNullable<Row>[], string, readonly string[]]>([
    ["one source", [{ id: "a" }], "weak", ["a"]],
    ["two, and a doer named", [{ id: "a" }, { id: "b", sources: ["reuters"] }], "fair", ["a", "b"]],
    [
      "two, and no doer named",
      [
        { id: "a", actors: [] },
        { id: "b", actors: [], sources: ["reuters"] },
      ],
      "weak",
      ["a", "b"],
    ],
    ["a belligerent owns up", [{ id: "a" }, { id: "b", sources: [source("russia")] }], "confirmed", ["b"]],
    ["a belligerent accuses the other", [{ id: "a", targets: ["hts"], sources: ["hts"] }], "weak", ["a"]],
    [
      "doers of different sides",
      [
        { id: "a", targets: ["hts"], killed: 12 },
        { id: "b", targets: ["hts"], killed: 12, actors: ["army"], sources: ["reuters"] },
      ],
      "contested",
      ["b", "a"],
    ],
    [
      "the alleged doer denies it, and nobody names another",
      [{ id: "a" }, { id: "b", stance: "denied", sources: [source("russia")] }],
      "weak",
      ["a"],
    ],
    ["only combatants killed", [{ id: "a", ...killed("soldiers") }], "discounted", ["a"]],
    [
      "combatants by the doer's word alone",
      [{ id: "a", ...killed("militants"), sources: [source("russia")] }],
      "confirmed",
      ["a"],
    ],
    [
      "combatants by one account, civilians by another",
      [
        { id: "a", ...killed("militants") },
        { id: "b", ...killed("civilians"), sources: ["reuters"] },
      ],
      "fair",
      ["a", "b"],
    ],
    ["only denials", [{ id: "a", stance: "denied", sources: [source("russia")] }], "discounted", ["a"]],
  ])("%s", (_, rows, grade, claims) => {
    const [incident, ...others] = incidentsOf(rows.map((row, n) => claim({ ...strike, document: `d${n}`, ...row })));
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ grade, decided_by: { grade: claims } });
  });
  test("the status names the first claim of each origin, and the denials", () => {
    const rows = [
      { id: "a" },
      { id: "b" },
      { id: "c", sources: ["reuters"] },
      { id: "d", stance: "denied", sources: ["ministry"] },
    ] as const;
    const [incident] = incidentsOf(rows.map((row, n) => claim({ ...strike, document: `d${n}`, ...row })));
    expect(incident).toMatchObject({ status: "disputed", decided_by: { status: ["a", "c", "d"] } });
  });
});

test("a tally stands beside what the incidents of its span and place sum to", () => {
  const tally = claim({
    id: "tally",
    event: "casualty_tally",
    day: "2024-12-01",
    until: "2024-12-07",
    at: "Homs province",
    figures: [figure("killed", 40)],
    document: "t",
  });
  const dead = (id: string, more: Row): Claim => claim({ ...strike, id, killed: 5, document: id, ...more });
  const claims = [
    tally,
    dead("in", { day: "2024-12-03" }),
    dead("also", { day: "2024-12-05", at: "Rastan", figures: [figure("killed", 7, 9)] }),
    dead("uncounted", { day: "2024-12-06", at: "Rastan", figures: [] }),
    dead("elsewhere", { day: "2024-12-03", at: "Hama" }),
    dead("later", { day: "2024-12-20" }),
    dead("never", { day: "2024-12-04", stance: "denied", sources: [source("russia")], actors: ["russia"], at: "Homs" }),
  ];
  const { incidents } = judge(told(claims), codebook);
  const checks = tallyChecks(
    incidents.filter((i) => i.tally),
    incidents,
    claims,
    new Set(),
  );
  expect(checks).toMatchObject([
    {
      measure: "killed",
      from: "2024-12-01",
      to: "2024-12-07",
      place: { name: "Homs province" },
      says: { low: 40, best: 40, high: 40 },
      ledger: { low: 12, best: 12, high: 14, incidents: 2, uncounted: 1 },
      share: 0.3,
    },
  ]);
});
