// The exports: golden rows, the field's rules one by one, and what must never become an event.
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { ACLED_COLUMNS, acled, acledRows } from "../src/export/acled.ts";
import { claimsCsv } from "../src/export/claims-csv.ts";
import { country } from "../src/export/countries.ts";
import {
  acledDays,
  datePrecision,
  geoPrecision,
  inter,
  share,
  toll,
  wherePrecision,
} from "../src/export/field-rules.ts";
import { FORMATS } from "../src/export/formats.ts";
import { geojson } from "../src/export/geojson.ts";
import { holdingsGeojson } from "../src/export/holdings-geojson.ts";
import { hxl } from "../src/export/hxl.ts";
import { jsonld } from "../src/export/jsonld.ts";
import { cell, csv } from "../src/export/table.ts";
import { timemap } from "../src/export/timemap.ts";
import { gather, knownTo, type Told } from "../src/export/told.ts";
import { UCDP_COLUMNS, ucdp, ucdpRows } from "../src/export/ucdp.ts";
import type { Claim, Day, Incident } from "../src/model/index.ts";
import { claim, fakeCodebook, fakeView, figure, incident, onDay, party, place } from "./factories-view.ts";

const book = fakeCodebook();
const known = knownTo(book);
const told = await gather(fakeView(), known);
const toldOf = (incidents: Incident[], claims: Claim[]): Told => ({
  ...told,
  incidents,
  claims: new Map(claims.map((c) => [c.id as string, c])),
});
const one = (more: object, incidentMore: object = {}): Told => {
  const c = claim("c-x", "d1", "Words of the claim.", { time: onDay("2024-12-06"), places: [place("Homs")], ...more });
  return toldOf([incident("i-x", [c], { actors: c.actors, targets: c.targets, ...incidentMore })], [c]);
};
const killed = (
  low: number,
  best: number | null,
  high: number | null,
  group = "people",
  claims: string[] = ["c-x"],
) => ({
  measure: "killed",
  group,
  low,
  best,
  high,
  rule: "agreed",
  claims,
});

describe("ACLED", () => {
  test("the golden rows", () => {
    expect(acled(told).split("\n").slice(1, 4)).toEqual([
      'SYR-i-amnesty,2024-12-03,2024,1,Strategic developments,Strategic developments,Agreement,Hayat Tahrir al-Sham,,2,,,,20,,760,Middle East,Syria,Homs province,,,Homs,34.7308,36.7094,1,Cedar Dispatch,,"On Tuesday 3 December 2024: Hayat Tahrir al-Sham offered an amnesty in Homs. Cedar Dispatch: “An amnesty is valid until December 6.” No named source, weak.",0,dateline single-source; grade weak; independent sources 1,1734688800',
      'SYR-i-nawa,2024-12-05,2024,1,Political violence,Explosions/Remote violence,Air/drone strike,,,,,,,,,760,Middle East,Syria,Daraa province,,,Nawa,32.8892,36.0407,1,Levant Wire,,"On Thursday 5 December 2024: An air strike hit Nawa. Levant Wire: “Two people were killed in Nawa.” No named source, weak. Fatalities as told by all accounts (2).",2,dateline single-source; grade weak; independent sources 1,1734688800',
      'SYR-i-homs,2024-12-06,2024,1,Strategic developments,Strategic developments,Non-violent transfer of territory,Syrian government forces,,1,,,,10,,760,Middle East,Syria,Homs province,,,Homs,34.7308,36.7094,1,Orontes Post; Levant Wire,,"On Friday 6 December 2024: Syrian government forces withdrew from Homs. Orontes Post: “Government forces left Homs on Friday, the Syrian Observatory for Human Rights said.” Disputed: the Syrian Ministry of Defence denied it.",0,dateline disputed; grade contested; independent sources 1,1734688800',
    ]);
  });
  test("31 columns, in ACLED's order", () => {
    expect(ACLED_COLUMNS).toHaveLength(31);
    expect(acled(told).split("\n")[0]).toBe(ACLED_COLUMNS.join(","));
  });
  test.each([
    ["a running total", {}, { tally: true }],
    ["background", {}, { background: true }],
    ["denied", {}, { status: "denied" }],
    ["only planned", { stance: "planned" }, {}],
    ["without an event type of the field", {}, { acled: null }],
    ["without a day", { time: null }, {}],
    ["wider than a month", { time: onDay("2024-01-01", "2024-12-31") }, {}],
    ["known only to a country", { places: [place("Syria", { kind: "country", precision: "country" })] }, {}],
  ])("%s is no event", (_, more, incidentMore) => {
    expect(acledRows(one(more, incidentMore))).toEqual([]);
  });
  test("a strategic event known only to a country is one", () => {
    const rows = acledRows(
      one(
        { places: [place("Syria", { kind: "country", precision: "country", within: [] })] },
        { acled: { type: "Strategic developments", sub_type: "Other" } },
      ),
    );
    expect(rows).toHaveLength(1);
  });
  test("each day that an account names is an event, and totals are split, the rest to the first", () => {
    const c1 = claim("c-1", "d1", "x", { time: onDay("2024-12-05"), places: [place("Homs")] });
    const c2 = claim("c-2", "d2", "y", { time: onDay("2024-12-06"), places: [place("Homs")] });
    const rows = acledRows(
      toldOf(
        [
          incident("i-x", [c1, c2], {
            time: onDay("2024-12-05", "2024-12-06"),
            figures: [killed(5, 5, 9, "people", [])],
          }),
        ],
        [c1, c2],
      ),
    );
    expect(rows.map((r) => [r.event_id_cnty, r.event_date, r.time_precision, r.fatalities])).toEqual([
      ["SYR-i-x-1", "2024-12-05", 1, 3],
      ["SYR-i-x-2", "2024-12-06", 1, 2],
    ]);
    expect(rows[0]!.notes).toContain("lowest figure told; accounts span 5 to 9");
    expect(rows[0]!.notes).toContain("Coded as 2 events");
  });
  test("two places are two events", () => {
    expect(acledRows(one({ places: [place("Homs"), place("Hama")] }))).toHaveLength(2);
  });
  test("civilians as target make civilian targeting, and the interaction has no order", () => {
    const [row] = acledRows(
      one(
        { actors: [party("Hayat Tahrir al-Sham", "hts")], targets: [party("civilians")], event: "attack_on_civilians" },
        { acled: { type: "Violence against civilians", sub_type: "Attack" } },
      ),
    );
    expect(row).toMatchObject({
      actor2: "Civilians (Syria)",
      inter1: 2,
      inter2: 7,
      interaction: "27",
      civilian_targeting: "Civilian targeting",
    });
  });
  test("an unnamed armed side is ACLED's unidentified group; one that bombs from the air is nobody", () => {
    expect(acledRows(one({}))[0]).toMatchObject({
      actor1: "Unidentified Armed Group (Syria)",
      inter1: 3,
      interaction: "30",
    });
    expect(
      acledRows(one({}, { acled: { type: "Explosions/Remote violence", sub_type: "Air/drone strike" } }))[0]!.actor1,
    ).toBeNull();
  });
});

describe("the field's rules", () => {
  const days = (start: string, end: string) =>
    acledDays(one({ time: { ...onDay(start, end), grain: "week" } }).incidents[0]!, one({ time: onDay(start, end) }));
  test.each([
    ["2024-12-02", "2024-12-08", "2024-12-05", 2],
    ["2024-12-01", "2024-12-31", "2024-12-16", 3],
  ])("%s to %s is %s, precision %i", (start, end, day, precision) => {
    expect(days(start, end)).toEqual([{ day, precision }]);
  });
  test.each([
    [place("Homs"), 1, 1],
    [place("Homs", { precision: "near" }), 2, 2],
    [place("Rastan", { kind: "district" }), 2, 3],
    [place("Homs", { kind: "province" }), 3, 4],
    [place("the coast", { kind: "region", precision: "region" }), 3, 5],
    [place("Syria", { kind: "country", precision: "country" }), null, 6],
  ])("%j", (p, geo, where) => {
    expect([geoPrecision(p), wherePrecision(p)]).toEqual([geo, where]);
  });
  test.each([
    ["2024-12-06", "2024-12-06", 1],
    ["2024-12-06", "2024-12-07", 2],
    ["2024-12-01", "2024-12-07", 3],
    ["2024-12-01", "2024-12-31", 4],
    ["2024-01-01", "2024-12-31", 5],
    ["2020-01-01", "2024-12-31", null],
  ])("UCDP's date precision of %s to %s is %s", (start, end, precision) => {
    expect(datePrecision(start as Day, end as Day)).toBe(precision);
  });
  test.each([
    ["Syrian Arab Army", { kind: "army", country: "SY" }, "SY", 1],
    ["Russian armed forces", { kind: "army", country: "RU" }, "SY", 8],
    ["Hayat Tahrir al-Sham", { kind: "rebel", country: "SY" }, "SY", 2],
    ["Hezbollah", { kind: "militia", country: "LB" }, "SY", 8],
    ["National Defence Forces", { kind: "militia", country: "SY" }, "SY", 3],
    ["civilians", null, "SY", 7],
    ["protesters", null, "SY", 6],
    ["Rami Abdel Rahman", { kind: "person", country: "SY" }, "SY", null],
    ["an unknown group", null, "SY", null],
  ])("%s is %s", (name, known, home, code) => {
    expect(inter(name, known, home)).toBe(code);
  });
  test.each([
    ["dozens", 24, 12],
    ["hundreds of people", 200, 100],
    ["several", 2, 3],
    ["12", 12, 12],
    ["at least 200", 200, 200],
  ])("'%s' counts %i as %i", (text, min, low) => {
    const t = one({ figures: [figure("killed", min, null, { text })] }, { figures: [killed(min, min, null)] });
    expect(toll(t.incidents[0]!, t, "killed").low).toBe(low);
  });
  test("groups that cannot overlap are counted together; a whole stands alone", () => {
    const parts = one(
      {},
      { figures: [killed(2, 2, 2, "civilians", []), killed(3, 4, 5, "soldiers", []), killed(1, 1, 1, "children", [])] },
    );
    expect(toll(parts.incidents[0]!, parts, "killed")).toEqual({ low: 5, best: 6, high: 7, civilians: 2 });
    const whole = one({}, { figures: [killed(9, 9, 9, "people", []), killed(3, 3, 3, "civilians", [])] });
    expect(toll(whole.incidents[0]!, whole, "killed")).toEqual({ low: 9, best: 9, high: 9, civilians: 3 });
  });
  test("a split total adds up", () => {
    for (let total = 0; total < 40; total++)
      for (let n = 1; n < 7; n++)
        expect(Array.from({ length: n }, (_, i) => share(total, n, i)).reduce((a, b) => a + b)).toBe(total);
  });
  test("countries by code", () => {
    expect(country("sy")).toEqual({ iso2: "SY", iso3: "SYR", numeric: 760, region: "Middle East" });
    expect(country("XK")?.numeric).toBeNull();
    expect([country("zz"), country(null)]).toEqual([null, null]);
  });
});

describe("UCDP GED", () => {
  test("49 columns; one row, with the original speaker where there is one", () => {
    expect(UCDP_COLUMNS).toHaveLength(49);
    const rows = Papa.parse<Record<string, string>>(ucdp(told), { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: "i-nawa",
      best: "2",
      low: "2",
      high: "2",
      where_prec: "1",
      date_prec: "1",
      geom_wkt: "POINT (36.0407 32.8892)",
      priogrid_gid: "176833",
      source_original: "",
    });
  });
  test("nobody dead, no row; the dead add up to the best figure", () => {
    expect(ucdpRows(one({}))).toEqual([]);
    const [row] = ucdpRows(
      one(
        { actors: [party("Syrian Arab Army", "syrian-army")], targets: [party("Hayat Tahrir al-Sham", "hts")] },
        { figures: [killed(2, 3, 9, "people", []), killed(1, 1, 1, "civilians", [])] },
      ),
    );
    expect(row).toMatchObject({
      type_of_violence: 1,
      best: 3,
      deaths_civilians: 1,
      deaths_unknown: 2,
      low: 2,
      high: 9,
      side_b: "Hayat Tahrir al-Sham",
    });
  });
});

describe("the others", () => {
  test("HXL has its tags on the second line; what is not told is empty, not 0", () => {
    const [head, tags, amnesty, nawa] = hxl(told).split("\n");
    expect(head).toMatch(/^id,date_start,date_end,event_type/);
    expect(tags).toMatch(/^#event\+id,#date\+start,#date\+end,#event\+type/);
    expect(tags!.split(",")).toHaveLength(head!.split(",").length);
    expect(amnesty).toContain("34.7308,36.7094,,,,,single-source");
    expect(nawa).toContain("32.8892,36.0407,2,2,2,,single-source");
  });
  test("GeoJSON has incidents with their precision, and holdings", () => {
    const { features } = JSON.parse(geojson(told)) as {
      features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
    };
    expect(features.map((f) => f.id)).toEqual(["i-amnesty", "i-nawa", "i-homs", "h-homs"]);
    expect(features[2]).toMatchObject({
      geometry: { coordinates: [36.7094, 34.7308] },
      properties: { kind: "incident", precision: "exact", status: "disputed" },
    });
    expect(features[3]).toMatchObject({
      properties: { kind: "holding", holder: "Hayat Tahrir al-Sham", basis: "claimed_by_other" },
    });
    const nowhere = JSON.parse(geojson(one({ places: [] }))) as { features: { geometry: unknown }[] };
    expect(nowhere.features[0]!.geometry).toBeNull();
  });
  test("a layer of holdings alone, each with state, basis and claims", () => {
    const { features } = JSON.parse(holdingsGeojson(told)) as { features: { id: string; properties: object }[] };
    expect(features.map((f) => f.id)).toEqual(["h-homs"]);
    expect(features[0]!.properties).toMatchObject({ state: "controls", basis: "claimed_by_other", claims: ["c-1"] });
  });
  test("TimeMap has American dates, numbers as strings, and sources that exist", () => {
    const map = JSON.parse(timemap(told)) as {
      events: { date: string; latitude: string; sources: string[] }[];
      sources: { id: string }[];
    };
    expect(map.events[0]).toMatchObject({ date: "12/3/2024", latitude: "34.7308" });
    const ids = new Set(map.sources.map((s) => s.id));
    expect(map.events.every((e) => e.sources.every((s) => ids.has(s)))).toBe(true);
  });
  test("the CSV of claims has every claim, and the incident that it belongs to", () => {
    const rows = Papa.parse<Record<string, string>>(claimsCsv(told), { header: true, skipEmptyLines: true }).data;
    expect(rows.map((r) => `${r.id} ${r.incident}`)).toEqual([
      "c-1 i-homs",
      "c-2 i-homs",
      "c-3 i-nawa",
      "c-4 i-amnesty",
      "c-5 i-tally",
    ]);
  });
  test("JSON-LD leads from each event to its articles", () => {
    const graph = (
      JSON.parse(jsonld(told)) as { "@graph": { "@id": string; "@type": string; subjectOf?: { "@id": string }[] }[] }
    )["@graph"];
    const ids = new Set(graph.map((n) => n["@id"]));
    for (const node of graph) for (const { "@id": id } of node.subjectOf ?? []) expect(ids).toContain(id);
    expect(graph.filter((n) => n["@type"] === "Event")).toHaveLength(3);
  });
  test("every format is the same twice, in whatever order the rows come", () => {
    const turned: Told = {
      ...told,
      incidents: [...told.incidents].reverse(),
      claims: new Map([...told.claims].reverse()),
    };
    for (const f of FORMATS) expect(f.write(turned), f.name).toBe(f.write(told));
  });
  test("running totals are in no event row of any format", () => {
    for (const f of FORMATS.filter((f) => f.name !== "csv")) expect(f.write(told), f.name).not.toContain("727");
  });
});

describe("a cell", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+SUM(A1)", "'+SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["@cmd", "'@cmd"],
    ["  =1", "'=1"],
    ["\t=1", "'=1"],
    ["＝1", "'＝1"],
    ["-12.5", "-12.5"],
    [-12.5, -12.5],
    ["a\nb", "a b"],
    [null, ""],
    ["a=b", "a=b"],
  ])("%j is written %j", (value, written) => {
    expect(cell(value)).toBe(written);
  });
  test("quotes and commas survive", () => {
    const text = csv(["a", "b"], [{ a: 'say "hi", twice', b: 1 }]);
    expect(text).toBe('a,b\n"say ""hi"", twice",1\n');
  });
});
