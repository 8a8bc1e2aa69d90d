// Toponyms of local news (LGL) and where they are, scored by tools/exams/score-places.mjs: the places that the coder finds,
// those that stand for actors ("Russia urged") among them, and the names that the language core holds for places, decided
// together by resolve. The set is far from any theatre, so that none is at home in it.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPlaces } from "../src/extract/places/places.ts";
import { type PlaceMention, span } from "../src/model/index.ts";
import { decidePlaces } from "../src/resolve/toponyms.ts";
import { capitalRuns } from "./capital-runs.ts";
import type { Answer } from "./exam.ts";
import { figureAt, type Part, type Question } from "./part.ts";
import { codebook, passagesOf, withNames } from "./reader.ts";

/** Namesakes that are enough to choose from. */
const MOST_CANDIDATES = 40;
/** What the scorer loads, only to know a country's code by its name. */
const SCORER_WANTS = "country-state-city";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** The names that the language core takes for places. */
function namedPlaces(text: string): PlaceMention[] {
  const { gazetteer } = codebook();
  return withNames()
    .read(text)
    .flatMap(({ words, names }) =>
      names
        .filter(({ type }) => type === "place")
        .map(({ first, last }): PlaceMention => {
          const at = span(words[first]!.start, words[last - 1]!.end);
          const [article] = /^the\s+/i.exec(text.slice(...at)) ?? [""];
          const name = text.slice(at[0] + article.length, at[1]).replace(/['’]s$/, "");
          return {
            kind: "place",
            span: span(at[0] + article.length, at[0] + article.length + name.length),
            rule: "place.language",
            text: name,
            name,
            said: null,
            role: "at",
            precision: "exact",
            candidates: gazetteer.find(name).slice(0, MOST_CANDIDATES),
            place: null,
          };
        }),
    );
}

function answer({ id, text }: Question): Answer[] {
  const { gazetteer } = codebook();
  // "The city" points back at a place and names none.
  const found = findPlaces(passagesOf(text), gazetteer, { actors: true }).filter((m) => m.rule !== "place.reference");
  const more = namedPlaces(text).filter((n) => !found.some((m) => m.span[0] < n.span[1] && n.span[0] < m.span[1]));
  const all = [...found, ...more].sort((a, b) => a.span[0] - b.span[0]);
  return decidePlaces(all, { gazetteer, home: [] }).map(({ span: [start, end], place, rule }) => ({
    document: id,
    start,
    end,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    country: place?.country ?? null,
    rule,
  }));
}

/** A folder of modules that holds the codebook's countries under the name of the package that the scorer loads. */
function modules(): string {
  const { gazetteer } = codebook();
  const countries = LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const name = gazetteer.country(first + second)?.name;
      return name ? [{ name, isoCode: first + second }] : [];
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), "dateline-modules-"));
  mkdirSync(join(folder, SCORER_WANTS));
  const module = `exports.Country = { getAllCountries: () => ${JSON.stringify(countries)} };\n`;
  writeFileSync(join(folder, SCORER_WANTS, "index.js"), module);
  return folder;
}

const FIGURES = [
  ["recognition F1", "recognition.overlap.f1"],
  ["fair within 161 km", "fair_161km"],
] as const;

export const places: Part = {
  name: "places",
  scorer: "score-places.mjs",
  split: "lgl",
  folder: "places/lgl.xml",
  measures: [
    ["recognition F1", "recognition.overlap.f1", "Edinburgh 0.751, CamCoder 0.748 (TR-News)"],
    ["fair within 161 km", "fair_161km", "Edinburgh 0.562, CamCoder 0.533 (TR-News)"],
    ["town within 161 km", "place_161km", ""],
  ],
  modules,
  answer,
  beside: (asked, score) => {
    const scored = score(asked.flatMap((question) => capitalRuns(question)));
    return FIGURES.map(([measure, path]) => ({ measure: `baseline: ${measure}`, value: figureAt(scored, path) }));
  },
};
