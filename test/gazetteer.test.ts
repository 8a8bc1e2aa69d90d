// The gazetteer's three layers and the ways in which a name is met: as written, by its sound, by its consonants.
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadGazetteer, parseGeoNames } from "../src/codebook/gazetteer.ts";
import { plainKey, skeletonKey, soundKey } from "../src/codebook/gazetteer-names.ts";
import { UserError } from "../src/model/index.ts";
import { passagesOf } from "./factories.ts";

const directory = join(import.meta.dirname, "../codebook");
const gazetteer = loadGazetteer({ directory });

const oneSound = [
  [
    "Deir ez-Zor",
    "Deir Ezzor",
    "Deir az-Zour",
    "Dayr az-Zawr",
    "Deir al-Zor",
    "Deir Azzour",
    "Dayr az Zawr",
    "Deir-ez-Zor",
    "Deir Al Zour",
    "Dair ez-Zur",
  ],
  ["Hama", "Hamah", "Ḩamāh"],
  ["Suweida", "Sweida", "As-Suwayda", "Al-Suwayda", "Suwaida"],
  ["Daraa", "Deraa", "Dar‘ā", "Dera'a"],
  ["Tartus", "Tartous", "Ṭarṭūs"],
  ["Hasakah", "Al-Hasakeh", "Hassakeh", "Al Ḩasakah"],
  ["Mayadin", "Mayadeen", "Al-Mayādīn"],
  ["Maarat al-Numan", "Ma'arrat an-Nu'man", "Maaret al-Numan"],
  ["Qamishli", "Kamishli", "Al Qāmishlī"],
  ["Abu Kamal", "Albu Kamal", "Al-Bukamal", "Boukamal"],
];
const twoSounds = [
  ["Hama", "Homs"],
  ["Daraa", "Darayya"],
  ["Raqqa", "Rabia"],
  ["Azaz", "Ariha"],
  ["Mosul", "Masyaf"],
];

describe("names", () => {
  test.each(oneSound)("%s and its spellings sound alike", (...names) => {
    expect(new Set(names.map(soundKey)).size).toBe(1);
  });
  test.each(twoSounds)("%s does not sound like %s", (a, b) => {
    expect(soundKey(a ?? "")).not.toBe(soundKey(b ?? ""));
  });
  test("dots and apostrophes go", () => {
    expect([plainKey("U.S."), plainKey("St. Louis"), plainKey("‘Ayn al ‘Arab")]).toEqual([
      "us",
      "st louis",
      "ayn al arab",
    ]);
  });
  test("a key of a key is the key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (s) => {
        expect(plainKey(plainKey(s))).toBe(plainKey(s));
        expect(soundKey(s)).not.toContain(" ");
        expect(skeletonKey(s).length).not.toBe(1);
      }),
    );
  });
});

const first: [string, string][] = [
  ["Hamah", "sy-hama"],
  ["Tartous", "sy-tartus"],
  ["Suweida", "sy-suwayda"],
  ["Deraa", "sy-daraa"],
  ["Homs", "sy-homs"],
  ["Ain al-Arab", "sy-kobani"],
  ["Hama province", "sy-hama-province"],
  ["province of Hama", "sy-hama-province"],
  ["city of Hama", "sy-hama"],
  ["Nawa, Daraa", "sy-nawa"],
  ["Saydnaya prison", "sy-sednaya-prison"],
  ["sy-aleppo", "sy-aleppo"],
  ["El Geneina", "sd-el-geneina"],
  ["Syria", "sy"],
  ["UK", "gb"],
  ["Springfield, Illinois", "gn-4250542"],
];

describe("find", () => {
  test.each(first)("%s is %s", (name, id) => expect(gazetteer.find(name)[0]?.id).toBe(id));
  test.each(["", "Xqzvbn", "the", "??"])("nothing is called '%s'", (name) => expect(gazetteer.find(name)).toEqual([]));
  test("the world's town and ours are one place, found by either id", () => {
    const aleppo = gazetteer.find("Aleppo").filter((p) => p.country === "SY" && p.kind === "city");
    expect(aleppo.map((p) => p.id)).toEqual(["sy-aleppo"]);
    expect(gazetteer.get("gn-170063")?.id).toBe("sy-aleppo");
  });
  test("capitals and adjectives", () => {
    expect([gazetteer.capital("SY")?.id, gazetteer.capital("SD")?.id, gazetteer.capital("US")?.id]).toEqual([
      "sy-damascus",
      "sd-khartoum",
      "us-washington",
    ]);
    expect([gazetteer.demonym("Syrians"), gazetteer.demonym("Table")]).toEqual(["SY", null]);
  });
});

describe("longest", () => {
  const at = (text: string, from = 0) => {
    const tokens = passagesOf(text)[0]?.tokens ?? [];
    const found = gazetteer.longest(tokens, from);
    return found && `${found.length} ${found.places[0]?.id}`;
  };
  test("takes the longest name", () => {
    expect(at("Maarat al-Numan fell")).toBe("2 sy-maarat-al-numan");
    expect(at("Hama Military Airport was hit")).toBe("3 sy-hama-military-airport");
  });
  test.each(["hama fell", "at Raqqa", "as Suwayda said", "they're here"])("nothing begins '%s'", (text) =>
    expect(at(text)).toBe(null),
  );
});

describe("files in GeoNames' columns", () => {
  const line = (cells: Partial<Record<number, string>>): string =>
    Array.from({ length: 19 }, (_, i) => cells[i] ?? "").join("\t");
  const village = line({
    0: "7",
    1: "Barzuma/Birzum",
    3: "Barzoma",
    4: "35.5",
    5: "36.5",
    6: "P",
    7: "PPL",
    8: "SY",
    10: "12",
  });
  test("a line is a place with its other names; what is none is refused by its number", () => {
    const { places, refusals } = parseGeoNames([village, "x\ty", line({ 0: "8", 1: "Nowhere" })].join("\n"), "SY.txt");
    expect(places.map(({ place }) => [place.id, place.name, place.aliases, place.kind])).toEqual([
      ["gn-7", "Barzuma", ["Birzum", "Barzoma"], "village"],
    ]);
    expect(refusals.map((r) => r.message)).toEqual([
      "SY.txt, line 2: 2 columns, GeoNames has 19",
      "SY.txt, line 3: no coordinates: '', ''",
    ]);
  });
  test("an added file is found, in its province, and joins what is known", () => {
    const file = join(mkdtempSync(join(tmpdir(), "gazetteer-")), "SY.txt");
    const known = line({ 0: "9", 1: "Saraqeb Town", 3: "Saraqib", 4: "35.86", 5: "36.80", 6: "P", 7: "PPL", 8: "SY" });
    writeFileSync(file, [village, known].join("\n"));
    const wider = loadGazetteer({ directory, extra: [file] });
    expect(wider.find("Barzuma")[0]?.within).toEqual(["sy-idlib-province", "sy"]);
    expect(wider.find("Saraqeb Town").map((p) => p.id)).toEqual(["sy-saraqib"]);
    expect(wider.version).not.toBe(gazetteer.version);
  });
  test("a file that is not there is the user's to mend", () => {
    expect(() => loadGazetteer({ directory, extra: ["/no/such/file"] })).toThrow(UserError);
  });
  const shared = join(import.meta.dirname, "../../shared/gazetteer/SY.txt");
  test.skipIf(!existsSync(shared))("a real one is read whole", () => {
    expect(loadGazetteer({ directory, extra: [shared] }).refusals).toEqual([]);
  });
  if (!existsSync(shared)) console.log("skipped: ../shared/gazetteer is not here");
});

test("the same tables give the same version", () => {
  expect(loadGazetteer({ directory }).version).toBe(gazetteer.version);
});
