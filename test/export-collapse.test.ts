// One row for what happened at one place on one day: what is collapsed into it, what stays apart, and where a row stands.
import { describe, expect, test } from "vitest";
import { acledRows } from "../src/export/acled.ts";
import { geoPrecision, levels, scenes } from "../src/export/field-rules.ts";
import { gather, knownTo, type Told } from "../src/export/told.ts";
import { ucdpRows } from "../src/export/ucdp.ts";
import type { Claim, Incident } from "../src/model/index.ts";
import { claim, fakeCodebook, fakeView, incident, onDay, party, place } from "./factories-view.ts";

const told = await gather(fakeView(), knownTo(fakeCodebook()));
const army = party("Syrian Arab Army", "syrian-army");
const hts = party("Hayat Tahrir al-Sham", "hts");
const TYPES = {
  armed_clash: ["Battles", "Armed clash"],
  territory_captured: ["Battles", "Non-state actor overtakes territory"],
  withdrawal: ["Strategic developments", "Non-violent transfer of territory"],
  air_strike: ["Explosions/Remote violence", "Air/drone strike"],
  protest: ["Protests", "Peaceful protest"],
  attack_on_civilians: ["Violence against civilians", "Attack"],
} as const;

interface Happened {
  readonly event: keyof typeof TYPES;
  readonly at?: ReturnType<typeof place>;
  readonly day?: string;
  readonly killed?: number;
  readonly actors?: readonly ReturnType<typeof party>[];
  readonly targets?: readonly ReturnType<typeof party>[];
  /** Numbers of the incidents that it is part of. */
  readonly of?: readonly number[];
}
/** Incidents i-0, i-1, …, each with one claim c-0, c-1, … of a document of its own. */
function happened(rows: readonly Happened[]): Told {
  const claims: Claim[] = [];
  const incidents: Incident[] = rows.map((row, n) => {
    const { event, at = place("Homs"), day = "2024-12-06", actors = [], targets = [], killed } = row;
    const slots = { event, time: onDay(day), places: [at], actors, targets };
    const c = claim(`c-${n}`, `d${n}`, `words ${n}`, slots);
    claims.push(c);
    const [type, sub_type] = TYPES[event];
    const figures =
      killed === undefined
        ? []
        : [{ measure: "killed", group: "people", low: killed, best: killed, high: killed, rule: "agreed", claims: [] }];
    return incident(`i-${n}`, [c], { acled: { type, sub_type }, actors, targets, figures, origins: [`origin ${n}`] });
  });
  const relations = rows.flatMap((row, n) =>
    (row.of ?? []).map((whole) => ({ from: `c-${n}`, to: `c-${whole}`, kind: "part_of", slots: [], by: "test" })),
  ) as unknown as Told["relations"];
  return { ...told, incidents, relations, claims: new Map(claims.map((c) => [c.id as string, c])) };
}
const rows = (happenings: readonly Happened[]): string[] =>
  acledRows(happened(happenings)).map((r) => `${r.event_id_cnty}: ${r.sub_event_type}, ${r.actor1} / ${r.actor2}`);

describe("collapse", () => {
  test("a pull-out and the other side's entry are one row, of both sides", () => {
    const both = happened([
      { event: "withdrawal", actors: [army], of: [1] },
      { event: "territory_captured", actors: [hts] },
    ]);
    const [row, ...more] = acledRows(both);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      event_id_cnty: "SYR-i-1",
      event_type: "Battles",
      sub_event_type: "Non-state actor overtakes territory",
      actor1: "Hayat Tahrir al-Sham",
      actor2: "Syrian Arab Army",
      interaction: "12",
    });
    expect(row!.notes).toContain("Collapsed into this row: withdrawal i-0 (i-0).");
    expect(row!.tags).toContain("independent sources 2");
    expect(both.incidents).toHaveLength(2);
  });
  test.each<[string, readonly Happened[], readonly string[]]>([
    [
      "a clash within a capture, the same two told the other way round",
      [
        { event: "armed_clash", actors: [army], targets: [hts], of: [1] },
        { event: "territory_captured", actors: [hts] },
      ],
      ["SYR-i-1: Non-state actor overtakes territory, Hayat Tahrir al-Sham / Syrian Arab Army"],
    ],
    [
      "three that hang together",
      [
        { event: "withdrawal", actors: [army], of: [2] },
        { event: "armed_clash", actors: [hts, army], of: [2] },
        { event: "territory_captured", actors: [hts] },
      ],
      ["SYR-i-2: Non-state actor overtakes territory, Hayat Tahrir al-Sham / Syrian Arab Army"],
    ],
    [
      "shooting at a protest",
      [{ event: "protest" }, { event: "attack_on_civilians", actors: [army], targets: [party("protesters")], of: [0] }],
      ["SYR-i-0: Excessive force against protesters, Syrian Arab Army / Protesters (Syria)"],
    ],
    [
      "one place told at two precisions",
      [
        { event: "withdrawal", actors: [army], at: place("Homs", { precision: "area" }), of: [1] },
        { event: "territory_captured", actors: [hts] },
      ],
      ["SYR-i-1: Non-state actor overtakes territory, Hayat Tahrir al-Sham / Syrian Arab Army"],
    ],
  ])("%s", (_, happenings, expected) => {
    expect(rows(happenings)).toEqual(expected);
    expect(rows(happenings.map((h) => ({ ...h, killed: 3 })))).toEqual(expected);
  });
  test.each<[string, readonly Happened[]]>([
    ["no relation", [{ event: "withdrawal" }, { event: "territory_captured" }]],
    ["another day", [{ event: "withdrawal", day: "2024-12-05", of: [1] }, { event: "territory_captured" }]],
    [
      "a town of the province",
      [
        { event: "air_strike", of: [1] },
        {
          event: "air_strike",
          at: place("Homs province", { kind: "province", within: ["Syria"], within_ids: ["sy"] as never }),
        },
      ],
    ],
  ])("%s: two rows", (_, happenings) => {
    expect(acledRows(happened(happenings))).toHaveLength(2);
  });
  test("the dead are of the fullest account and never added up, for ACLED and for UCDP", () => {
    const all = happened([
      { event: "armed_clash", actors: [hts, army], killed: 5, of: [1] },
      { event: "territory_captured", actors: [hts], killed: 7 },
      { event: "withdrawal", actors: [army], of: [1] },
    ]);
    expect(acledRows(all).map((r) => r.fatalities)).toEqual([7]);
    expect(ucdpRows(all).map((r) => [r.id, r.best, r.side_a, r.side_b, r.number_of_sources])).toEqual([
      ["i-1", 7, "Hayat Tahrir al-Sham", "Syrian Arab Army", 3],
    ]);
  });
  test("a row is the same whatever the order of the relations", () => {
    const all = happened([
      { event: "withdrawal", actors: [army], of: [2] },
      { event: "armed_clash", actors: [hts, army], of: [2] },
      { event: "territory_captured", actors: [hts] },
    ]);
    expect(acledRows({ ...all, relations: [...all.relations].reverse() })).toEqual(acledRows(all));
  });
});

describe("where a row stands", () => {
  const at = (...places: ReturnType<typeof place>[]): string[] =>
    scenes(happened([]).incidents[0] ?? incident("i-x", [claim("c-x", "d", "x", { places })], { places })).map(
      (p) => `${p.name} ${geoPrecision(p)}`,
    );
  const region = (name: string) =>
    place(name, { kind: "region", precision: "region", within: ["Syria"], within_ids: ["sy"] as never });
  test.each<[string, ReturnType<typeof place>[], string[]]>([
    ["a place at two precisions", [place("Homs", { precision: "area" }), place("Homs")], ["Homs 1"]],
    ["a place told twice", [place("Homs"), place("Homs")], ["Homs 1"]],
    [
      "a town and its province",
      [place("Homs province", { id: "sy-homs-province" as never, kind: "province", within: ["Syria"] }), place("Homs")],
      ["Homs 1"],
    ],
    ["a town and the part of the country", [region("eastern Syria"), place("Palmyra")], ["Palmyra 1"]],
    [
      "a town and a part of another country",
      [place("Palmyra"), { ...region("western Iraq"), within_ids: ["iq"] as never }],
      ["Palmyra 1", "western Iraq 3"],
    ],
    [
      "two parts of a country",
      [region("eastern Syria"), region("northern Syria")],
      ["eastern Syria 3", "northern Syria 3"],
    ],
    ["two towns", [place("Homs"), place("Hama")], ["Homs 1", "Hama 1"]],
  ])("%s", (_, places, expected) => {
    expect(at(...places)).toEqual(expected);
  });

  const kinds = fakeCodebook().gazetteer;
  const kindOf: Told["placeKind"] = (id) => kinds.get(id)?.kind ?? null;
  test.each<[string, Partial<ReturnType<typeof place>>, string[]]>([
    [
      "a town of an oblast of the Donbas",
      {
        within: ["Donetsk oblast", "Donbas", "Ukraine"],
        within_ids: ["ua-donetsk-oblast", "ua-donbas", "ua"] as never,
      },
      ["Donetsk oblast"],
    ],
    ["a town of the Donbas alone", { within: ["Donbas", "Ukraine"], within_ids: ["ua-donbas", "ua"] as never }, []],
    [
      "an oblast of the Donbas",
      {
        name: "Donetsk oblast",
        kind: "province",
        within: ["Donbas", "Ukraine"],
        within_ids: ["ua-donbas", "ua"] as never,
      },
      ["Donetsk oblast"],
    ],
    [
      "a quarter of a city",
      {
        kind: "neighbourhood",
        within: ["Homs", "Homs province", "Syria"],
        within_ids: ["homs", "sy-homs-province", "sy"] as never,
      },
      ["Homs province"],
    ],
    ["the Donbas", { name: "Donbas", kind: "region", within: ["Ukraine"], within_ids: ["ua"] as never }, []],
    [
      "a region that is a province",
      { name: "Far North region", kind: "region", within: ["Cameroon"], within_ids: ["cm"] as never },
      ["Far North region"],
    ],
    ["a country", { name: "Syria", kind: "country", within: [], within_ids: [] }, []],
  ])("%s", (_, more, expected) => {
    expect(levels(place("Homs", more), kindOf)).toEqual(expected);
  });
});
