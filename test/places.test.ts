// Places in running text: found, understood by the words around them, and told apart from their namesakes. Each row
// of corpus/places.tsv is a sentence with the mentions that it must give, or with none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../src/codebook/gazetteer.ts";
import { findPlaces } from "../src/extract/places/places.ts";
import { containers, decidePlaces, withinNames } from "../src/resolve/toponyms.ts";
import { passagesOf } from "./factories.ts";

const root = join(import.meta.dirname, "..");
const gazetteer = loadGazetteer({ directory: join(root, "codebook") });
const read = (text: string, home: readonly string[] = ["SY"]) =>
  decidePlaces(findPlaces(passagesOf(text), gazetteer), { gazetteer, home });

const rows = readFileSync(join(root, "test/corpus/places.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

describe("places in a sentence", () => {
  test.each(rows)("%s", (text = "", home = "", expected = "") => {
    const found = read(text, home.split(",").filter(Boolean));
    const told = found.map((m) => `${m.name}=${m.place?.id ?? "null"} ${m.role} ${m.precision}`);
    expect(told.join(" | ")).toBe(expected);
  });
});

test("spans hold the words that they say", () => {
  const text = "Shells hit Ma'arrat al-Nu'man's market, 'Deir ez-Zor' and Syria's north in the town of Al-Qusayr.";
  for (const m of read(text)) expect(text.slice(m.span[0], m.span[1])).toBe(m.text);
});

test("names that stand for actors are given on demand, under rules of their own", () => {
  const text = "Russia urged Syrian police to leave Homs.";
  const found = findPlaces(passagesOf(text), gazetteer, { actors: true });
  expect(found.map((m) => `${m.name} ${m.rule}`)).toEqual([
    "Russia place.not.actor",
    "Syrian place.not.adjective",
    "Homs place.name",
  ]);
});

test("one name means one place throughout a document, unless the words tell a city from a province", () => {
  const found = read("Hama fell. The army left Hama province. Crowds gathered in Hama.");
  expect(found.map((m) => m.place?.id)).toEqual(["sy-hama", "sy-hama-province", "sy-hama"]);
});

test("two namesakes that fit equally stay undecided, with both as candidates", () => {
  const [springfield] = read("A fire broke out in Springfield.", []);
  expect(springfield?.candidates.length).toBeGreaterThan(1);
  expect(springfield?.place === null ? springfield.rule : "decided").toBe("place.ambiguous");
});

test("containers run from the province to the country", () => {
  const khattab = gazetteer.get("sy-khattab");
  expect(khattab && withinNames(khattab, gazetteer)).toEqual(["Hama province", "Syria"]);
  expect(khattab && containers(khattab, gazetteer).map((p) => p.kind)).toEqual(["province", "country"]);
});

test("any text is read without failing, spans are in order and do not overlap", () => {
  const word = fc.constantFrom(
    ..."in near the of Homs Hama's province al-Bab Deir ez-Zor , . and Syria countryside north 45km village villages Foo capital city border Turkish -".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => {
      const text = words.join(" ");
      const found = read(text);
      found.forEach((m, i) => {
        expect(text.slice(m.span[0], m.span[1])).toBe(m.text);
        if (i > 0) expect(m.span[0]).toBeGreaterThanOrEqual(found[i - 1]?.span[1] ?? 0);
      });
      expect(read(text)).toEqual(found);
    }),
    { numRuns: 200 },
  );
});

const gold = join(root, "../shared/gold");
test.skipIf(!existsSync(gold))("a gold claim's place is mentioned in the sentence of its quote, or before", () => {
  let named = 0;
  let all = 0;
  const fold = (s: string) => s.toLowerCase().replace(/^the /, "");
  for (const file of readdirSync(join(gold, "claims")).filter((f) => f.endsWith(".json"))) {
    const { document, claims } = JSON.parse(readFileSync(join(gold, "claims", file), "utf8"));
    const mentions = read(readFileSync(join(gold, "texts", document), "utf8"), []);
    const names = new Set(
      mentions.flatMap((m) => [m.name, m.place?.name ?? m.name, ...(m.place?.aliases ?? [])]).map(fold),
    );
    for (const claim of claims.filter((c: { place?: string[] }) => c.place?.length)) {
      all++;
      if (claim.place.some((p: string) => names.has(fold(p)))) named++;
    }
  }
  expect(named / all).toBeGreaterThan(0.85);
});
if (!existsSync(gold)) console.log("skipped: ../shared/gold is not here");
