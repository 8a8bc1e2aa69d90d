// Which claims are one incident and which are not, how it then stands, and what is disputed about it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Decision, DocumentId } from "../src/model/index.ts";
import { judge } from "../src/resolve/judge.ts";
import { claim, codebook, document, figure, mintedOf, partition, place, source, told } from "./factories-claims.ts";

const judged = (claims: readonly Claim[], more = {}) => judge(told(claims, more), codebook);
const incidentsOf = (claims: readonly Claim[], more = {}) => judged(claims, more).incidents;
type Row = NonNullable<Parameters<typeof claim>[0]>;
const two = (a: Row, b: Row) =>
  incidentsOf([claim({ document: "one", ...a }), claim({ document: "two", ...b })]).length;

describe("joined", () => {
  test.each<[string, Row, Row]>([
    ["the same place, day and doers", {}, {}],
    ["doers named by one account only", { actors: [] }, {}],
    ["rebels and a rebel group", { actors: ["rebels"] }, { actors: ["hts"] }],
    [
      "captured and moved in",
      { event: "territory_captured", actors: ["sdf"] },
      { event: "territory_transferred", actors: ["sdf"] },
    ],
    ["air strike and shelling", { event: "air_strike", killed: 4 }, { event: "shelling", killed: 4 }],
    ["counts in dispute, all else alike", { killed: 3, targets: ["rebels"] }, { killed: 40, targets: ["rebels"] }],
    [
      "a quarter and its city",
      { at: "Joura", event: "protest", actors: [] },
      { at: "Deir ez-Zor", event: "protest", actors: [], killed: undefined as never, figures: [], sources: ["afp"] },
    ],
    ["a week that holds the day", { day: "2024-12-06" }, { day: "2024-12-02", until: "2024-12-08" }],
    ["over midnight, the same large toll", { killed: 14, actors: [] }, { killed: 14, actors: [], day: "2024-12-07" }],
    [
      "a country's history told twice",
      {
        at: "Syria",
        event: "change_of_power",
        day: "2016-01-01",
        until: "2016-12-31",
        actors: ["hts"],
        background: true,
      },
      { at: null, event: "change_of_power", day: "2016-01-01", until: "2016-12-31", actors: ["hts"], background: true },
    ],
  ])("%s", (name, a, b) => {
    // A quarter's account and the city's need more than place and day: here the doers.
    if (name.startsWith("a quarter")) expect(two({ ...a, actors: ["sdf"] }, { ...b, actors: ["sdf"] })).toBe(1);
    else expect(two(a, b)).toBe(1);
  });

  test("'hundreds' and 2,000, by two sources of one document, are one with a range", () => {
    const row = {
      event: "flight",
      at: place("Iraq", { role: "to" }),
      actors: ["army"],
      day: "2024-12-06",
      until: "2024-12-08",
    } as const;
    const [incident, ...others] = incidentsOf([
      claim({
        ...row,
        sources: [source("Iraqi security source", "unnamed"), "afp"],
        figures: [figure("fled", 200, 999, { group: "soldiers" })],
      }),
      claim({
        ...row,
        sources: [source("second source", "unnamed"), "afp"],
        figures: [figure("fled", 2000, 2000, { group: "soldiers" })],
      }),
    ]);
    expect(others).toEqual([]);
    expect(incident!.figures.map((f) => [f.low, f.high])).toEqual([[200, 2000]]);
    expect(incident!.disputes.map((d) => d.slot)).toEqual(["figures"]);
    expect(incident!.status).toBe("single-source");
  });
});

describe("kept apart", () => {
  test.each<[string, Row, Row]>([
    ["two towns", {}, { at: "Rastan" }],
    ["two days", {}, { day: "2024-12-08" }],
    ["the next day, the same doers and targets", { targets: ["rebels"] }, { targets: ["rebels"], day: "2024-12-07" }],
    [
      "two sides",
      { actors: ["sdf"], event: "territory_captured" },
      { actors: ["rebels"], event: "territory_captured" },
    ],
    ["two kinds of event", { event: "air_strike" }, { event: "protest" }],
    [
      "a withdrawal and the entry that follows",
      { event: "withdrawal" },
      { event: "territory_captured", actors: ["sdf"] },
    ],
    ["two quarters of a city", { at: "Joura" }, { at: "Qusour" }],
    [
      "a town and its province, where the place is the point",
      { event: "withdrawal", at: "Deir ez-Zor" },
      { event: "withdrawal", at: "Deir ez-Zor province" },
    ],
    ["a town and its province, with nothing else alike", { actors: [] }, { actors: [], at: "Homs province" }],
    ["told and planned", { event: "withdrawal" }, { event: "withdrawal", stance: "planned" }],
    ["news and history", {}, { background: true, day: "2024-01-01", until: "2024-12-31" }],
    ["an unknown place", { actors: ["army"] }, { at: null }],
    [
      "unlike tolls, doers unknown",
      { actors: [], killed: 2, event: "bombing" },
      { actors: [], killed: 40, event: "bombing" },
    ],
    ["an unknown time, published long after", {}, { day: null, document: "later" }],
    [
      "two statements of one day",
      { event: "statement", at: null, actors: ["russia"] },
      { event: "statement", at: null, actors: ["russia"] },
    ],
  ])("%s", (_, a, b) => {
    const later = document("later", { published: "2025-03-01" });
    expect(
      incidentsOf([claim({ document: "one", ...a }), claim({ document: "two", ...b })], { documents: [later] }),
    ).toHaveLength(2);
  });

  test("one speaker, one document, two tolls: two strikes", () => {
    expect(
      two({ event: "air_strike", killed: 2, document: "one" }, { event: "air_strike", killed: 40, document: "one" }),
    ).toBe(2);
  });

  test("a vague account that fits two incidents joins neither", () => {
    const strike = { event: "air_strike", actors: ["russia"] } as const;
    expect(
      partition(
        judged([
          claim({ ...strike, id: "a", at: "Homs" }),
          claim({ ...strike, id: "b", at: "Rastan" }),
          claim({ ...strike, id: "c", at: "Homs province", document: "two" }),
        ]),
      ),
    ).toEqual(["a", "b", "c"]);
  });

  test("running totals are series by place, start and measure, and no incident's", () => {
    const tally = { event: "casualty_tally", at: "Syria", actors: [] } as const;
    const incidents = incidentsOf([
      claim({
        ...tally,
        id: "a",
        day: "2024-11-27",
        until: "2024-12-06",
        figures: [figure("killed", 727), figure("killed", 111, 111, { group: "civilians", of: 727 })],
      }),
      claim({
        ...tally,
        id: "b",
        day: "2024-11-27",
        until: "2024-12-08",
        figures: [figure("killed", 826)],
        document: "two",
      }),
      claim({ ...tally, id: "c", day: "2011-01-01", until: "2024-12-06", figures: [figure("killed", 500_000, null)] }),
      claim({ id: "d", killed: 3 }),
    ]);
    expect(incidents.map((i) => [i.tally, i.claims.length])).toEqual(
      expect.arrayContaining([
        [true, 2],
        [true, 1],
        [false, 1],
      ]),
    );
    expect(
      incidents.find((i) => i.claims.includes("a" as never))!.figures.find((f) => f.group === "civilians")!.low,
    ).toBe(111);
    expect(incidents.find((i) => !i.tally)!.figures[0]).toMatchObject({ low: 3, best: 3, high: 3 });
  });
});

describe("how it stands", () => {
  const withdrawal = { event: "withdrawal", actors: ["army"] } as const;
  test("asserted and denied is disputed, and a denial is no origin", () => {
    const { incidents, relations } = judged([
      claim({ ...withdrawal, id: "said", sources: ["sohr"] }),
      claim({
        ...withdrawal,
        id: "no",
        sources: ["ministry"],
        stance: "denied",
        actors: [],
        document: "two",
        day: "2024-12-07",
      }),
    ]);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ status: "disputed", independent_sources: 1, grade: "weak" });
    expect(incidents[0]!.disputes[0]).toEqual({
      slot: "stance",
      values: [
        { value: "asserted", claims: ["said"] },
        { value: "denied", claims: ["no"] },
      ],
    });
    expect(relations).toContainEqual(expect.objectContaining({ from: "no", to: "said", kind: "denies" }));
  });
  test("a denial goes to its own town and kind, not the neighbour's", () => {
    const denial = claim({ ...withdrawal, id: "no", at: "Rastan", stance: "denied", sources: ["ministry"] });
    expect(partition(judged([claim({ ...withdrawal, id: "a" }), denial]))).toEqual(["a", "no"]);
    expect(incidentsOf([denial])[0]!.status).toBe("denied");
  });
  test("nothing is denied before it happened, and a whole country's denial needs the same doer", () => {
    const said = claim({ ...withdrawal, id: "said" });
    const early = claim({ ...withdrawal, id: "no", stance: "denied", sources: ["ministry"], document: "two" });
    const documents = [document("one"), document("two", { published: "2024-12-04" })];
    expect(partition(judge(told([said, { ...early, time: null }], { documents }), codebook))).toEqual(["no", "said"]);
    const wide = { id: "no", at: "Syria", stance: "denied", sources: ["ministry"], document: "two" } as const;
    expect(partition(judged([said, claim({ ...withdrawal, ...wide, actors: ["sdf"] })]))).toEqual(["no", "said"]);
    expect(partition(judged([said, claim({ ...withdrawal, ...wide })]))).toEqual(["no+said"]);
  });
  test.each<[string, Row, Row, string, number]>([
    ["a monitor and an agency", {}, { sources: ["reuters"] }, "corroborated", 2],
    ["two outlets that cite one monitor", {}, { sources: ["sohr", "afp"] }, "single-source", 1],
    ["a monitor and unnamed reports", {}, { sources: ["reports"] }, "single-source", 1],
    [
      "residents told two agencies",
      { sources: ["residents", "afp"] },
      { sources: ["residents", "reuters"] },
      "corroborated",
      2,
    ],
    ["an army and its ministry", { sources: [source("army")] }, { sources: ["ministry"] }, "single-source", 1],
    [
      "both sides of it",
      { sources: [source("army")], targets: ["hts"] },
      { sources: ["hts"], targets: ["hts"] },
      "corroborated",
      2,
    ],
    ["two outlets in their own voice", { sources: [] }, { sources: [] }, "corroborated", 2],
  ])("%s", (_, a, b, status, origins) => {
    const [incident, ...others] = incidentsOf([claim({ document: "one", ...a }), claim({ document: "two", ...b })]);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ status, independent_sources: origins });
  });
  test("an outlet that credits an agency is that agency; a near-copy is its original", () => {
    const text =
      "Government forces left the city of Homs on Friday after days of fighting on its northern edge, and columns of lorries were seen on the road to the coast before dawn.";
    const documents = [
      document("wire", { outlet: "Levant Wire", text, published: "2024-12-06T08:00:00Z" }),
      document("copy", { outlet: "The Echo", text: `${text} More follows.`, published: "2024-12-06T11:00:00Z" }),
      document("credit", { outlet: "The Post", credits: ["afp"] }),
    ];
    const claims = documents.map((d) => claim({ document: d.id, sources: [] }));
    const judgement = judge(told(claims, { documents }), codebook);
    expect(judgement.incidents[0]!.origins).toEqual(["Levant Wire", "afp"]);
    expect(judgement.copies).toEqual([{ document: "copy", of: ["wire"] }]);
  });
  test("who speaks of its own doings is marked as a party, and owning up confirms", () => {
    const [incident] = incidentsOf([claim({ event: "territory_captured", actors: ["rebels"], sources: ["hts"] })]);
    expect(incident).toMatchObject({ party_origins: ["hts"], grade: "confirmed", status: "single-source" });
  });
  test("launched from the north-west or from the north-east: a dispute about the place", () => {
    const campaign = { event: "offensive", actors: ["rebels"] } as const;
    const from = (bearing: string) =>
      place("Syria", { role: "from", precision: "region", name: `${bearing} Syria`, text: `${bearing} Syria` });
    const documents = [document("one", { published: "2024-12-03" }), document("two", { published: "2024-12-26" })];
    const incidents = incidentsOf(
      [
        claim({ ...campaign, at: from("north-west"), day: "2024-11-25", until: "2024-12-01" }),
        claim({ ...campaign, at: from("northeastern"), day: null, document: "two", actors: ["hts"] }),
      ],
      { documents },
    );
    expect(incidents).toHaveLength(1);
    expect(incidents[0]!.disputes).toMatchObject([
      { slot: "place", values: [{ value: "north-east northeastern Syria" }, { value: "north-west Syria" }] },
    ]);
  });
});

const rejected = (id: string): Decision => ({
  id: "x-1" as Decision["id"],
  by: "an",
  at: "2025-01-01T00:00:00Z",
  target: { kind: "claim", id },
  slot: null,
  op: "reject",
  value: null,
  reason: "misread",
});
test("a rejected claim is not judged, a set slot is", () => {
  const claims = [claim({ id: "a", killed: 3 }), claim({ id: "b", document: "two", sources: ["reuters"], killed: 9 })];
  expect(incidentsOf(claims, { decisions: [rejected("b")] })).toMatchObject([
    { claims: ["a"], status: "single-source" },
  ]);
  const set: Decision = { ...rejected("b"), op: "set", slot: "event", value: "air_strike" };
  expect(partition(judged(claims, { decisions: [set] }))).toEqual(["a", "b"]);
});

// Claims that lie close together in every slot, so that joining and keeping apart are both likely.
const anyClaim = fc.record({
  event: fc.constantFrom(
    "armed_clash",
    "air_strike",
    "shelling",
    "withdrawal",
    "territory_captured",
    "offensive",
    "casualty_tally",
  ),
  at: fc.constantFrom("Homs", "Rastan", "Homs province", "Joura", "Deir ez-Zor", "Syria", null),
  day: fc.constantFrom("2024-12-05", "2024-12-06", "2024-12-07", null),
  long: fc.boolean(),
  actors: fc.constantFrom(["army"], ["hts"], ["rebels"], ["sdf"], []),
  sources: fc.constantFrom(["sohr"], ["afp"], ["ministry"], ["reports"], []),
  stance: fc.constantFrom("asserted" as const, "asserted" as const, "denied" as const, "planned" as const),
  killed: fc.constantFrom(undefined, 2, 3, 14),
  document: fc.constantFrom("one", "two", "three", "four"),
});
const anyClaims = fc.array(anyClaim, { minLength: 1, maxLength: 14 }).map((rows) =>
  rows.map(({ killed, long, ...row }, n) =>
    claim({
      ...row,
      id: `c${n}`,
      ...(killed === undefined ? {} : { killed }),
      ...(long && row.day ? { until: "2024-12-09" } : {}),
    }),
  ),
);

test("whatever the order of arrival, the same judgement", () => {
  fc.assert(
    fc.property(
      anyClaims.chain((claims) =>
        fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
      ),
      ([claims, shuffled]) => {
        const documents = ["one", "two", "three", "four"].map((id) => document(id));
        const a = judged(claims, { documents });
        const b = judged(shuffled, { documents: documents.toReversed() });
        expect(b).toEqual(a);
      },
    ),
    { numRuns: 150 },
  );
});

test("every claim is in exactly one incident, and all ids are distinct", () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const { incidents, holdings } = judged(claims);
      expect(incidents.flatMap((i) => i.claims).sort()).toEqual(claims.map((c) => c.id).sort());
      expect(new Set(incidents.map((i) => i.id)).size).toBe(incidents.length);
      expect(new Set(holdings.map((h) => h.id)).size).toBe(holdings.length);
    }),
    { numRuns: 100 },
  );
});

describe("ids that last", () => {
  test("judged again with more documents, every id goes on or leads on", () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(), (claims, cut) => {
        const first = judged(claims.slice(0, 1 + (cut % claims.length)));
        const minted = mintedOf(first);
        const then = judged(claims, { incidents: minted });
        const now = new Set(then.incidents.map((i) => i.id));
        const told = new Map(then.changes.map((c) => [c.id, c]));
        for (const { id } of minted) {
          if (!now.has(id)) expect(told.get(id)?.into.every((x) => now.has(x))).toBe(true);
          if (!now.has(id)) expect(told.get(id)?.into.length).toBeGreaterThan(0);
        }
        expect(judged(claims, { incidents: mintedOf(then) }).changes).toEqual([]);
        expect(partition(then)).toEqual(partition(judged(claims)));
      }),
      { numRuns: 100 },
    );
  });

  test("a merge and a split are told", () => {
    const a = claim({ id: "a" });
    const b = claim({ id: "b", document: "two" });
    const ids = ["i-old-a", "i-old-b"] as never[];
    const merged = judged([a, b], {
      incidents: [
        { id: ids[0]!, claims: ["a"] },
        { id: ids[1]!, claims: ["b"] },
      ],
    });
    expect(merged.incidents.map((i) => i.id)).toEqual(["i-old-a"]);
    expect(merged.changes).toEqual([{ id: "i-old-b", change: "merged", into: ["i-old-a"] }]);
    const apart = judged([a, { ...b, places: [place("Rastan")] }], {
      incidents: [{ id: ids[0]!, claims: ["a", "b"] }],
    });
    expect(apart.changes.find((c) => c.id === "i-old-a")).toMatchObject({ change: "split" });
    expect(apart.changes.filter((c) => c.change === "minted")).toHaveLength(1);
    const gone = judged([a], { incidents: [{ id: ids[1]!, claims: ["b"] }] });
    expect(gone.changes).toContainEqual({ id: "i-old-b", change: "withdrawn", into: [] });
  });
});

test("10,000 claims are judged in a few seconds", () => {
  const towns = ["Homs", "Rastan", "Hama", "Aleppo", "Deir ez-Zor", "Homs province", "Joura", "Qusour"];
  const events = [
    "armed_clash",
    "air_strike",
    "shelling",
    "bombing",
    "territory_captured",
    "withdrawal",
    "arrest",
    "protest",
  ];
  const claims = Array.from({ length: 10_000 }, (_, n) =>
    claim({
      id: `p${n}`,
      document: `d${n % 2500}`,
      event: events[(n * 7) % events.length]!,
      at: towns[(n * 13) % towns.length]!,
      day: new Date(Date.UTC(2024, 0, 1 + ((n * 31) % 365))).toISOString().slice(0, 10),
      killed: n % 17,
      sources: [["sohr"], ["afp"], []][n % 3]!,
    }),
  );
  const documents = [...new Set(claims.map((c) => c.document))].map((id: DocumentId) =>
    document(id, { published: "2024-12-31", text: Array.from({ length: 150 }, (_, k) => `${id}${k}`).join(" ") }),
  );
  const start = performance.now();
  const { incidents } = judged(claims, { documents });
  const took = performance.now() - start;
  expect(incidents.length).toBeGreaterThan(500);
  expect(took).toBeLessThan(10_000);
  console.log(`10,000 claims judged in ${Math.round(took)} ms: ${incidents.length} incidents`);
});
