// How the claims that tell of an order come together, which order a lifting or extension is about, and how an order
// stands on a day.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Day, Order } from "../src/model/index.ts";
import { judge } from "../src/resolve/judge.ts";
import { orderStatus } from "../src/resolve/order-status.ts";
import { hoursKey } from "../src/resolve/order-voices.ts";
import { orderKey } from "../src/resolve/orders.ts";
import { orderAt } from "../src/serve/standing.ts";
import { claim, codebook, document, order, party, place, rules, told } from "./factories-claims.ts";

const judged = (claims: readonly Claim[], more = {}) => judge(told(claims, more), codebook);
const day = (d: string): Day => d as Day;
const standing = (o: Order, on: string): string => orderStatus(o, day(on), rules.orders.open_days);
const announced = (d: string, more: Parameters<typeof order>[0] = {}, row: Parameters<typeof claim>[0] = {}): Claim =>
  claim({
    event: "amnesty",
    actors: ["hts"],
    at: "Aleppo",
    day: d,
    order: order({ announced: day(d), ...more }),
    ...row,
  });
const term = (text: string) => ({ text, at: [], rule: "test" });

test("terms come together from several accounts, and the deadline passes", () => {
  const { orders } = judged([
    announced("2024-12-03", { conditions: [term("weapons")] }),
    announced(
      "2024-12-03",
      {
        until: day("2024-12-06"),
        conditions: [term("personal identification, weapons and a full pledge")],
        in: "Syria",
      },
      { document: "two" },
    ),
  ]);
  expect(orders).toHaveLength(1);
  expect(orders[0]!.place!.name).toBe("Aleppo");
  expect(orders[0]!.conditions.map((c) => c.text)).toEqual(["personal identification, weapons and a full pledge"]);
  const on = (d: string) => standing(orders[0]!, d);
  expect(["2024-12-02", "2024-12-03", "2024-12-06", "2024-12-07"].map(on)).toEqual([
    "unknown",
    "in_force",
    "in_force",
    "expired",
  ]);
});
test.each([
  ["defectors from the army", "defectors", 1],
  ["defectors from the army", "all conscripts", 2],
  ["", "all conscripts", 1],
])("one for %j and one for %j are %i", (a, b, count) => {
  const covering = (who: string) => ({ for: who === "" ? [] : [party(who)] });
  const told = [announced("2024-12-03", covering(a)), announced("2024-12-03", covering(b), { document: "two" })];
  expect(judged(told).orders).toHaveLength(count);
});
test("a wider one by the same issuer takes its place", () => {
  const { orders } = judged([
    announced("2024-12-03", { until: day("2024-12-06") }),
    announced("2024-12-09", { in: "Syria" }, { document: "two", at: "Syria" }),
  ]);
  expect(orders.map((o) => o.announced)).toEqual(["2024-12-03", "2024-12-09"]);
  expect(orders[1]!.supersedes).toBe(orders[0]!.id);
});
test("extended, then broken", () => {
  const truce = { kind: "ceasefire", in: "Homs" } as const;
  const { orders } = judged([
    announced("2024-12-11", { ...truce, until: day("2024-12-14") }, { event: "ceasefire_or_agreement" }),
    announced(
      "2024-12-14",
      { ...truce, status: "extended", until: day("2024-12-18") },
      { event: "ceasefire_or_agreement", document: "two" },
    ),
    announced("2024-12-16", { ...truce, status: "broken" }, { event: "ceasefire_or_agreement", document: "three" }),
  ]);
  expect(orders).toHaveLength(1);
  const on = (d: string) => standing(orders[0]!, d);
  expect(["2024-12-12", "2024-12-15", "2024-12-16", "2024-12-20"].map(on)).toEqual([
    "in_force",
    "extended",
    "broken",
    "broken",
  ]);
});
test.each<[string, Parameters<typeof order>[0], string, string]>([
  ["begun later than announced", { announced: day("2024-12-01"), from: day("2024-12-05") }, "2024-12-03", "proposed"],
  ["proposed only", { announced: day("2024-12-01"), status: "proposed" }, "2024-12-03", "proposed"],
  ["no end, soon after", { kind: "curfew", announced: day("2024-12-01") }, "2024-12-03", "in_force"],
  ["no end, long after", { kind: "curfew", announced: day("2024-12-01") }, "2025-03-01", "unknown"],
  ["no day at all", {}, "2024-12-03", "unknown"],
])("%s", (_, terms, on, status) => {
  const { orders } = judged([claim({ event: "curfew", order: order(terms) })]);
  expect(standing(orders[0]!, on)).toBe(status);
});
test.each<[string, Claim, Claim]>([
  [
    "two issuers",
    announced("2024-12-05", { kind: "advisory", in: "Syria", by: "russia" }),
    announced("2024-12-05", { kind: "advisory", in: "Syria", by: "sdf" }),
  ],
  ["two towns", announced("2024-12-05"), announced("2024-12-05", { in: "Homs" })],
  [
    "two deadlines",
    announced("2024-12-05", { until: day("2024-12-06") }),
    announced("2024-12-05", { until: day("2024-12-20") }),
  ],
  ["two kinds", announced("2024-12-05"), announced("2024-12-05", { kind: "curfew" })],
])("%s are two orders", (_, a, b) => {
  expect(judged([a, { ...b, document: "two" as Claim["document"] }]).orders).toHaveLength(2);
});
test("whom it is for is listed once", () => {
  const { orders } = judged([
    announced("2024-12-03", { for: [party("conscripts")] }),
    announced("2024-12-03", { for: [party("Conscripts")] }, { document: "two" }),
  ]);
  expect(orders[0]!.for).toHaveLength(1);
});

/** Each account in a document of its own; an order as 'announced..until status lifted: steps'. */
const curfew = (d: string, more: Parameters<typeof order>[0] = {}, row: Parameters<typeof claim>[0] = {}): Claim =>
  announced(
    d,
    { kind: "curfew", in: "Homs", by: "army", ...more },
    { event: "curfew", document: `${d} ${JSON.stringify(more)}`, ...row },
  );
const line = (o: Order): string =>
  `${o.announced ?? "?"}..${o.until ?? ""}${o.lifted ? ` ${o.status} ${o.lifted}` : ""}: ` +
  o.steps.map((s) => `${s.status} ${s.day ?? "?"}${s.until ? ` until ${s.until}` : ""}`).join(", ");
const lines = (claims: readonly Claim[], more = {}): string[] => judged(claims, more).orders.map(line);

describe("what befell an order", () => {
  test.each<[string, readonly Claim[], readonly string[]]>([
    [
      "lifted before its end",
      [curfew("2024-12-01", { until: day("2024-12-10") }), curfew("2024-12-04", { status: "lifted" })],
      ["2024-12-01..2024-12-10 lifted 2024-12-04: in_force 2024-12-01 until 2024-12-10, lifted 2024-12-04"],
    ],
    [
      "extended twice, the second time told by two",
      [
        curfew("2024-12-01", { until: day("2024-12-05") }),
        curfew("2024-12-05", { status: "extended", until: day("2024-12-08") }),
        curfew("2024-12-08", { status: "extended", until: day("2024-12-20") }),
        curfew("2024-12-09", { status: "extended" }),
      ],
      [
        "2024-12-01..2024-12-20: in_force 2024-12-01 until 2024-12-05, " +
          "extended 2024-12-05 until 2024-12-08, extended 2024-12-08 until 2024-12-20",
      ],
    ],
    [
      "extended, when nobody says since when it was",
      [
        curfew("2024-12-01", { announced: null, hours: "from 5 pm to 5 am" }, { day: null, document: "first" }),
        curfew("2024-12-05", { status: "extended", from: day("2024-12-05"), until: day("2024-12-08") }),
      ],
      ["?..2024-12-08: in_force ?, extended 2024-12-05 until 2024-12-08"],
    ],
    [
      "extended, nobody says until when",
      [curfew("2024-12-01", { until: day("2024-12-05") }), curfew("2024-12-05", { status: "extended" })],
      ["2024-12-01..: in_force 2024-12-01 until 2024-12-05, extended 2024-12-05"],
    ],
    [
      "broken, then in force once more",
      [
        curfew("2024-12-01"),
        curfew("2024-12-02", { status: "broken" }),
        curfew("2024-12-03"),
        curfew("2024-12-20", { status: "lifted" }),
      ],
      [
        "2024-12-01.. broken 2024-12-02: in_force 2024-12-01, broken 2024-12-02",
        "2024-12-03.. lifted 2024-12-20: in_force 2024-12-03, lifted 2024-12-20",
      ],
    ],
    [
      "broken again and again: the first breach counts",
      [curfew("2024-12-01"), curfew("2024-12-03", { status: "broken" }), curfew("2024-12-15", { status: "broken" })],
      ["2024-12-01.. broken 2024-12-03: in_force 2024-12-01, broken 2024-12-03, broken 2024-12-15"],
    ],
    [
      "renewed long after its end",
      [
        curfew("2024-12-01", { until: day("2024-12-05") }),
        curfew("2024-12-25", { status: "extended", until: day("2024-12-30") }),
      ],
      [
        "2024-12-01..2024-12-05: in_force 2024-12-01 until 2024-12-05",
        "2024-12-25..2024-12-30: extended 2024-12-25 until 2024-12-30",
      ],
    ],
    [
      "lifted beyond the reach of what was told",
      [curfew("2022-12-01"), curfew("2024-12-05", { status: "lifted" })],
      ["2022-12-01..: in_force 2022-12-01", "2024-12-05.. lifted 2024-12-05: lifted 2024-12-05"],
    ],
    [
      "a lifting is of its own town's, though the country's is the later",
      [
        curfew("2024-12-01"),
        curfew("2024-12-05", { in: "Syria" }, { at: "Syria" }),
        curfew("2024-12-08", { status: "lifted" }),
      ],
      ["2024-12-01.. lifted 2024-12-08: in_force 2024-12-01, lifted 2024-12-08", "2024-12-05..: in_force 2024-12-05"],
    ],
    [
      "two issuers' amnesties in one town, of which one is lifted",
      [
        curfew("2024-12-01", { kind: "amnesty" }),
        curfew("2024-12-01", { kind: "amnesty", by: "hts" }),
        curfew("2024-12-06", { kind: "amnesty", by: "hts", status: "lifted" }),
      ],
      ["2024-12-01.. lifted 2024-12-06: in_force 2024-12-01, lifted 2024-12-06", "2024-12-01..: in_force 2024-12-01"],
    ],
    [
      "a later account tells only when it begins",
      [
        curfew("2024-12-01", { from: day("2024-12-09") }),
        curfew("2024-12-08", { announced: null, from: day("2024-12-09") }, { day: null }),
      ],
      ["2024-12-01..: in_force 2024-12-01"],
    ],
    [
      "an account without day or terms speaks of the one then standing",
      [curfew("2024-12-01"), curfew("2024-12-06", { announced: null }, { day: null, document: "bare" })],
      ["2024-12-01..: in_force 2024-12-01"],
    ],
    [
      "but of none that had ended",
      [
        curfew("2024-11-20", { until: day("2024-11-28") }),
        curfew("2024-12-06", { announced: null }, { day: null, document: "bare" }),
      ],
      ["2024-11-20..2024-11-28: in_force 2024-11-20 until 2024-11-28", "?..: in_force ?"],
    ],
    [
      "other hours on another day are another curfew",
      [
        curfew("2024-12-01", { hours: "from 5 pm to 5 am" }),
        curfew("2024-12-03", { hours: "from 8 p.m. until 6 a.m." }),
        curfew("2024-12-03", { hours: "8pm-6am" }),
      ],
      ["2024-12-01..: in_force 2024-12-01", "2024-12-03..: in_force 2024-12-03"],
    ],
  ])("%s", (_, claims, expected) => {
    const documents = claims.map((c) =>
      document(c.document, c.document === "first" ? { published: "2024-12-01" } : {}),
    );
    expect(lines(claims, { documents })).toEqual(expected);
    expect(lines([...claims].reverse(), { documents: [...documents].reverse() })).toEqual(expected);
  });

  test("a chain stands as it was told by the day", () => {
    const [chain] = judged([
      curfew("2024-12-01", { until: day("2024-12-05") }),
      curfew("2024-12-05", { status: "extended", until: day("2024-12-08") }),
      curfew("2024-12-08", { status: "extended", until: day("2024-12-20") }),
      curfew("2024-12-12", { status: "lifted" }),
    ]).orders;
    const on = (d: string) => standing(chain!, d);
    expect(["2024-12-04", "2024-12-06", "2024-12-11", "2024-12-12", "2024-12-25"].map(on)).toEqual([
      "in_force",
      "extended",
      "extended",
      "lifted",
      "lifted",
    ]);
  });
  test("on a day it has the end that it had that day", () => {
    const [chain] = judged([
      curfew("2024-12-01", { until: day("2024-12-05") }),
      curfew("2024-12-05", { status: "extended", until: day("2024-12-08") }),
      curfew("2024-12-08", { status: "extended" }),
    ]).orders;
    const until = (d: string) => orderAt(chain!, day(d), rules.orders.open_days).until;
    expect(["2024-12-04", "2024-12-05", "2024-12-07", "2024-12-08"].map(until)).toEqual([
      "2024-12-05",
      "2024-12-08",
      "2024-12-08",
      null,
    ]);
  });
  test("what was proposed is in force from the day on which it was agreed", () => {
    const [one] = judged([curfew("2024-12-01", { status: "proposed" }), curfew("2024-12-03")]).orders;
    expect(["2024-12-02", "2024-12-03"].map((d) => standing(one!, d))).toEqual(["proposed", "in_force"]);
  });
  test("an extension counts anew how long an order without an end is taken to hold", () => {
    const [one] = judged([
      curfew("2024-12-01", { until: day("2024-12-05") }),
      curfew("2024-12-05", { status: "extended" }),
    ]).orders;
    expect(["2024-12-18", "2025-02-01"].map((d) => standing(one!, d))).toEqual(["extended", "unknown"]);
  });
});

test.each([
  ["from 5 pm to 5 am", "17:00-05:00"],
  ["8:30 p.m. - 6 a.m.", "20:30-06:00"],
  ["12 am to 12 pm", "00:00-12:00"],
  ["from dusk to dawn", null],
  ["5 pm", null],
  [null, null],
])("%j is %j", (words, key) => {
  expect(hoursKey(words)).toBe(key);
});

const KINDS = ["amnesty", "curfew", "ceasefire"] as const;
const anyClaim = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    by: fc.constantFrom("army", "hts", "russia", "somebody"),
    where: fc.constantFrom("Homs", "Rastan", "Homs province", "Aleppo", "Syria", null),
    status: fc.constantFrom("in_force", "in_force", "proposed", "extended", "lifted", "broken"),
    at: fc.option(fc.integer({ min: 1, max: 28 }), { freq: 6 }),
    lasts: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 1 }),
  })
  .map(({ kind, by, where, status, at, lasts }) => {
    const on = (d: number): Day => day(`2024-11-${String(d).padStart(2, "0")}`);
    const until = at === null || lasts === null ? null : on(Math.min(30, at + lasts));
    const terms = { kind, by, status, until, announced: at === null ? null : on(at) } as const;
    const where_told = where === null ? { place: null } : { place: place(where) };
    return { event: "curfew", day: null, order: order({ ...terms, ...where_told }) };
  });
const anyClaims = fc
  .array(anyClaim, { maxLength: 25 })
  .map((rows) =>
    rows.map((row, i) => claim({ ...row, id: `c${String(i).padStart(3, "0")}`, document: `d${Math.floor(i / 2)}` })),
  );
const outcome = (claims: readonly Claim[]) =>
  judged(claims, { documents: claims.map((c) => document(c.document)) }).orders;

test("orders are the same whatever the order of arrival, and by key the same as all together", () => {
  fc.assert(
    fc.property(
      anyClaims.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([claims, shuffled]) => {
        const all = outcome(claims);
        expect(outcome(shuffled)).toEqual(all);
        for (const key of KINDS)
          expect(outcome(claims.filter((c) => orderKey(c) === key))).toEqual(all.filter((o) => o.kind === key));
      },
    ),
    { numRuns: 60 },
  );
});

test("an order whose beginning nobody tells is in force near its end, and of no day long before", () => {
  const [whole] = judged([announced("2024-12-03", { until: day("2024-12-06") })]).orders;
  const undated: Order = { ...whole!, announced: null, from: null, steps: [] };
  expect(standing(undated, "2024-12-05")).toBe("in_force");
  expect(standing(undated, "2024-12-07")).toBe("expired");
  expect(standing(undated, "1900-01-01")).toBe("unknown");
});
