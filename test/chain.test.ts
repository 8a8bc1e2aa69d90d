// A chain of claims: in which order they were told, whose knowledge each is, and how a row stands to the rows before it.
import { describe, expect, test } from "vitest";
import type { Claim, Incident, Relation, SourceLink } from "../src/model/index.ts";
import { type Carrier, chainRows, type Ground, toldAt } from "../src/serve/chain-rows.ts";
import { answers, teller, telling } from "../src/serve/chain-words.ts";
import { claim, figure, incident, onDay, party, place, source } from "./factories-view.ts";

const monitor = source("Syrian Observatory for Human Rights", "monitor", "sohr");
const ministry = source("defence ministry", "official", "syrian-defence-ministry");
const army = party("Syrian troops", "syrian-army");
const REGISTRY: Readonly<Record<string, { name: string; side: string | null }>> = {
  sohr: { name: "Syrian Observatory for Human Rights", side: null },
  "syrian-defence-ministry": { name: "Syrian defence ministry", side: "syrian-government" },
  "syrian-army": { name: "Syrian Arab Army", side: "syrian-government" },
};
const actors = { get: (id: string) => REGISTRY[id] ?? null } as unknown as Ground["actors"];

const told = (id: string, document: string, sources: readonly SourceLink[], more: object = {}): Claim =>
  claim(id, document, `what ${id} says`, {
    event: "withdrawal",
    time: onDay("2024-12-06"),
    places: [place("Homs", { role: "from" })],
    actors: [army],
    sources,
    ...more,
  });
const carrier = (id: string, published: string | null, outlet: string | null = `Outlet ${id}`, more: object = {}) =>
  ({
    id,
    outlet,
    title: `Title of ${id}`,
    url: null,
    published,
    credits: [],
    copies_of: [],
    ...more,
  }) as unknown as Carrier;
const relation = (from: Claim, kind: Relation["kind"], to: Claim): Relation => ({
  from: from.id,
  to: to.id,
  kind,
  slots: [],
  by: "a rule",
});

interface Setting {
  readonly claims: readonly Claim[];
  readonly documents: readonly Carrier[];
  readonly incidents?: readonly Incident[];
  readonly relations?: readonly Relation[];
}
const chainOf = ({ claims, documents, incidents = [], relations = [] }: Setting) =>
  chainRows({
    claims,
    documents: new Map(documents.map((d) => [d.id, d])),
    incidents: new Map(incidents.flatMap((i) => i.claims.map((c) => [c, i] as const))),
    relations,
    actors,
  });
/** '2 denies 1'. */
const linksIn = (setting: Setting): string[] =>
  chainOf(setting).flatMap((r) => r.links.map((l) => `${r.row} ${l.kind} ${l.row ?? "outside"}`));

describe("when it was told", () => {
  test.each([
    ["a day in the words", onDay("2024-12-06"), "2024-12-07T08:00:00Z", { at: "2024-12-06", basis: "said" }],
    ["no day in the words", null, "2024-12-07T08:00:00Z", { at: "2024-12-07T08:00:00Z", basis: "published" }],
    [
      "a day after publication is no day of speech",
      onDay("2024-12-09"),
      "2024-12-07",
      { at: "2024-12-07", basis: "published" },
    ],
    ["a year is no moment", onDay("1974-01-01", "1974-12-31"), "2024-12-07", { at: "2024-12-07", basis: "published" }],
    ["only the words know", onDay("2024-12-06"), null, { at: "2024-12-06", basis: "said" }],
    ["nobody knows", null, null, null],
  ])("%s", (_, said, published, at) => {
    expect(toldAt(told("c-1", "a", [monitor], { said }), published)).toEqual(at);
  });

  test("in order of instants, whatever their zones; within a day the clockless first, the unknown last", () => {
    const times: Readonly<Record<string, string | null>> = {
      late: "2024-12-06T19:00:00+03:00",
      later: "2024-12-06T17:00:00Z",
      day: "2024-12-06",
      before: "2024-12-05T23:00:00Z",
      unknown: null,
    };
    const rows = chainOf({
      claims: Object.keys(times).map((id) => told(`c-${id}`, id, [monitor])),
      documents: Object.entries(times).map(([id, at]) => carrier(id, at)),
    });
    expect(rows.map((r) => r.document.id)).toEqual(["before", "day", "late", "later", "unknown"]);
    expect(rows.map((r) => r.row)).toEqual([1, 2, 3, 4, 5]);
    expect(rows.at(-1)!.told).toBeNull();
  });

  test("the order of arrival changes nothing", () => {
    const claims = ["c-1", "c-2", "c-3"].map((id) => told(id, "a", [monitor], { start: 5, end: 9 }));
    const documents = [carrier("a", "2024-12-06")];
    expect(chainOf({ claims: claims.toReversed(), documents })).toEqual(chainOf({ claims, documents }));
  });
});

describe("how a row stands to the rows before it", () => {
  const asserted = told("c-1", "a", [monitor]);
  const denied = told("c-2", "b", [ministry], { stance: "denied" });
  const own = told("c-3", "c", []);
  const again = told("c-4", "d", [monitor]);
  const hearsay = told("c-5", "e", [source("sources", "unnamed")]);
  const documents = [
    carrier("a", "2024-12-06T10:00:00Z"),
    carrier("b", "2024-12-06T12:00:00Z"),
    carrier("c", "2024-12-07"),
    carrier("d", "2024-12-08"),
    carrier("e", "2024-12-09"),
  ];
  const about = (claims: readonly Claim[], more: object = {}): Incident =>
    incident("i-1", claims, { status: "disputed", origins: [monitor.name, "Outlet c"], ...more });

  test("a denial answers what it denies; an independent origin bears out, the same one repeats", () => {
    const claims = [asserted, denied, own, again];
    const setting = {
      claims,
      documents,
      incidents: [about(claims)],
      relations: [relation(denied, "denies", asserted)],
    };
    expect(linksIn(setting)).toEqual(["2 denies 1", "3 confirms 1", "4 repeats 1"]);
  });
  test("unnamed reports bear out nothing, and nothing is borne out across incidents", () => {
    expect(linksIn({ claims: [asserted, hearsay], documents, incidents: [about([asserted, hearsay])] })).toEqual([]);
    expect(linksIn({ claims: [asserted, own], documents, incidents: [about([asserted])] })).toEqual([]);
    expect(
      linksIn({ claims: [asserted, own], documents, incidents: [about([asserted, own], { tally: true })] }),
    ).toEqual([]);
  });
  test("two plans do not bear each other out", () => {
    const planned = [asserted, own].map((c) => ({ ...c, stance: "planned" as const }));
    expect(linksIn({ claims: planned, documents, incidents: [about(planned)] })).toEqual([]);
  });
  test("a copy copies, and is no second voice", () => {
    const setting = {
      claims: [asserted, again],
      documents,
      incidents: [about([asserted, again])],
      relations: [relation(again, "copies", asserted)],
    };
    expect(linksIn(setting)).toEqual(["2 copies 1"]);
  });
  test("a claim told after its denial stands denied; a claim outside the chain is said to be outside", () => {
    const early = { ...documents[1]!, published: "2024-12-05" } as Carrier;
    const turned = [documents[0]!, early];
    const relations = [relation(denied, "denies", asserted)];
    expect(linksIn({ claims: [asserted, denied], documents: turned, relations })).toEqual(["2 denied_by 1"]);
    expect(linksIn({ claims: [denied], documents, relations })).toEqual(["1 denies outside"]);
    expect(linksIn({ claims: [asserted], documents, relations })).toEqual(["1 denied_by outside"]);
    expect(linksIn({ claims: [again], documents, relations })).toEqual([]);
  });
  test("accounts that differ on a slot say on which", () => {
    const disputes = [
      {
        slot: "figures",
        values: [
          { value: "3", claims: [asserted.id] },
          { value: "5", claims: [again.id] },
        ],
      },
    ];
    const rows = chainOf({ claims: [asserted, again], documents, incidents: [about([asserted, again], { disputes })] });
    expect(rows[1]!.links.map((l) => [l.kind, l.slots])).toEqual([
      ["repeats", []],
      ["differs", ["figures"]],
    ]);
    expect(answers(rows[1]!.links)).toBe("repeats 1; differs from 1 (figures)");
  });
  test("the verdict stands on an incident's last row, and a party is marked", () => {
    const claims = [asserted, denied, own];
    const rows = chainOf({ claims, documents, incidents: [about([asserted, denied])] });
    expect(rows.map((r) => r.verdict?.rows ?? null)).toEqual([null, [1, 2], null]);
    expect(rows.map((r) => r.party)).toEqual([false, true, false]);
    expect(rows.map((r) => r.incident)).toEqual(["i-1", "i-1", null]);
    expect(rows.map((r) => r.origin)).toEqual([monitor.name, "Syrian defence ministry", "Outlet c"]);
  });
});

describe("in words", () => {
  const rowOf = (c: Claim, document: Carrier = carrier("a", "2024-12-06")) =>
    chainOf({ claims: [c], documents: [document] })[0]!;
  test.each([
    [told("c-1", "a", [monitor]), "Syrian Observatory for Human Rights, in Outlet a"],
    [told("c-1", "a", []), "Outlet a"],
    [
      told("c-1", "a", [source("An officer", "official"), source("AFP", "agency", "afp")]),
      "An officer via AFP, in Outlet a",
    ],
  ])("who: %#", (c, words) => expect(teller(rowOf(c))).toBe(words));
  test("a document without an outlet goes by its title, cut", () => {
    const document = carrier("a", "2024-12-06", null, { title: "Troops were seen on the road to the coast at dawn" });
    expect(teller(rowOf(told("c-1", "a", [monitor]), document))).toMatch(/, in “Troops were seen on the road…”$/);
  });
  test.each([
    [told("c-1", "a", [monitor]), "Syrian troops withdrew from Homs"],
    [told("c-1", "a", [], { time: onDay("2024-12-04") }), "Syrian troops withdrew from Homs on 4 December 2024"],
    [told("c-1", "a", [], { stance: "planned" }), "withdrawal by Syrian troops from Homs"],
    [told("c-1", "a", [], { figures: [figure("captured", 3, 3)] }), "Syrian troops withdrew from Homs: three captured"],
    [told("c-1", "a", [], { event: "holds", holding: "contested" }), "Syrian troops contesting Homs"],
    [told("c-1", "a", [], { event: "statement" }), "“what c-1 says”"],
  ])("what: %#", (c, words) => expect(telling(rowOf(c))).toBe(words));
  test.each([
    [[1], "denies 1"],
    [[1, 2], "denies 1, 2"],
    [[3, 1, 2, 7], "denies 1-3, 7"],
    [[null], "denies a claim not shown"],
  ])("rows %j", (rows, words) => {
    const links = rows.map((row) => ({ kind: "denies" as const, row, claim: "c-1" as Claim["id"], slots: [], by: "" }));
    expect(answers(links)).toBe(words);
  });
});
