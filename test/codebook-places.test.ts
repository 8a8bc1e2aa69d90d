// The places' tables hold together: ids are unique, containers lead up to a country, names are not repeated, rows are
// sorted. What an analyst adds is checked here before it is trusted.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { plainKey } from "../src/codebook/gazetteer-names.ts";
import { readPlaceTables } from "../src/codebook/gazetteer-tables.ts";
import { parseRows } from "../src/codebook/rows.ts";
import { UserError } from "../src/model/index.ts";

const tables = readPlaceTables(join(import.meta.dirname, "../codebook"));
const ids = new Set(tables.places.map((p) => p.id));
const isos = new Set(tables.countries.map((c) => c.iso2));
const sorted = (list: readonly string[]) => [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

describe("places.tsv", () => {
  test("ids are unique, and none is a country's", () => {
    expect(ids.size).toBe(tables.places.length);
    expect([...ids].filter((id) => isos.has(id.toUpperCase()))).toEqual([]);
  });
  test("rows are sorted by id", () => {
    const list = tables.places.map((p) => p.id);
    expect(list).toEqual(sorted(list));
  });
  test("every container exists, and goes up to the country without a circle", () => {
    const within = new Map(tables.places.map((p) => [p.id, p.within]));
    const lost = tables.places.filter((p) => {
      if (p.within === "") return p.country !== null;
      let at = p.within;
      for (let steps = 0; steps < 10 && within.has(at); steps++) at = within.get(at) ?? "";
      return at.toUpperCase() !== p.country;
    });
    expect(lost.map((p) => p.id)).toEqual([]);
  });
  test("no alias repeats the name or another alias", () => {
    const twice = tables.places.filter((p) => {
      const keys = [p.name, ...p.aliases].map(plainKey);
      return new Set(keys).size !== keys.length || keys.includes("");
    });
    expect(twice.map((p) => p.id)).toEqual([]);
  });
  test("no name leads to two towns of one province", () => {
    const towns = tables.places.filter((p) => /^(?:city|town|village)$/.test(p.kind));
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    for (const p of towns)
      for (const name of [p.name, ...p.aliases]) {
        const key = `${p.within} ${plainKey(name)}`;
        const other = seen.get(key);
        if (other !== undefined && other !== p.id) clashes.push(`${name}: ${other}, ${p.id}`);
        seen.set(key, p.id);
      }
    expect(clashes).toEqual([]);
  });
  test("a place lies within a few degrees of its country's middle", () => {
    const wide = new Set([
      "US",
      "RU",
      "CA",
      "EG",
      "IR",
      "LY",
      "SD",
      "YE",
      "TR",
      "UA",
      "PK",
      "FR",
      "NG",
      "ET",
      "SO",
      "KZ",
      "MM",
      "IN",
      "AF",
      "IQ",
      "DE",
      "ES",
      "SE",
      "AO",
      "CD",
      "CM",
      "CN",
      "CO",
      "DZ",
      "ID",
      "ML",
      "MX",
      "MZ",
      "NA",
      "NE",
      "PE",
      "PG",
      "PH",
      "TD",
      "TH",
      "UZ",
      "VE",
      "ZA",
    ]);
    const middle = new Map(tables.countries.map((c) => [c.iso2, c]));
    const far = tables.places.filter((p) => {
      const c = middle.get(p.country ?? "");
      const limit = wide.has(p.country ?? "") ? 23 : 5;
      return c && !["US", "RU", "CA"].includes(c.iso2) && Math.hypot(p.lat - c.lat, p.lon - c.lon) > limit;
    });
    expect(far.map((p) => `${p.id} ${p.lat} ${p.lon}`)).toEqual([]);
  });
});

describe("countries.tsv and the word lists", () => {
  test("codes are unique and sorted", () => {
    const list = tables.countries.map((c) => c.iso2);
    expect(isos.size).toBe(list.length);
    expect(list).toEqual(sorted(list));
  });
  test("words are in lower case, as they are looked up", () => {
    const odd = [...tables.notPlaces.keys()].filter((w) => plainKey(w) !== w);
    expect(odd).toEqual([]);
  });
  test("what is no row is refused by file and line", () => {
    const row = z.object({ id: z.string().min(1) });
    expect(() => parseRows("id\tname\nx\ty\n\ty", "places.tsv", row)).toThrow(UserError);
    expect(() => parseRows("id\tname\nx\ty\n\ty", "places.tsv", row)).toThrow(/places\.tsv:3: id/);
  });
});
