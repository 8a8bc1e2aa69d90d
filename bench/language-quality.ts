// How well the language core reads: treebank parts that it did not learn from, and the exam of names. Fails when a figure
// falls below bench/language-floor.json, which only ever rises. Where ../shared is absent it says so and is content.
// How fast it reads is bench/language.ts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadCodebook } from "../src/codebook/load.ts";
import { loadLanguage, readConllu } from "../src/language/index.ts";
import { codebookNames } from "../src/pipeline/known-names.ts";
import { measured } from "../training/figures.ts";

const shared = resolve(import.meta.dirname, "../../shared");
const exam = join(shared, "tools/exams/score-names.mjs");
const TYPES = { person: "Person", place: "Location", organisation: "Organisation" } as const;

/** Typed overlap F1 of proper names, in percent, with the codebook's names at hand. */
function namesExam(): number {
  const language = loadLanguage({ known: codebookNames(loadCodebook()) });
  const inputs = spawnSync(process.execPath, [exam, "inputs", "shared"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  }).stdout;
  const folder = mkdtempSync(join(tmpdir(), "dateline-names-"));
  try {
    const rows = inputs
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => {
        const { id, text } = JSON.parse(line) as { id: string; text: string };
        return language.read(text).flatMap(({ words, names }) =>
          names.map(({ first, last, type }) =>
            JSON.stringify({
              document: id,
              start: words[first]!.start,
              end: words[last - 1]!.end,
              type: TYPES[type],
            }),
          ),
        );
      });
    const out = join(folder, "names.ndjson");
    writeFileSync(out, rows.join("\n"));
    const scored = spawnSync(process.execPath, [exam, "score", out, "shared", "--json"], { encoding: "utf8" }).stdout;
    return 100 * (JSON.parse(scored) as { proper: { overlap: { f1: number } } }).proper.overlap.f1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(): void {
  if (!existsSync(exam)) {
    console.log("skipped: ../shared is not here, nothing to measure against");
    return;
  }
  const figures: Record<string, number> = { names_exam: namesExam() };
  const language = loadLanguage();
  for (const name of ["en_ewt-dev", "en_gum-dev"])
    for (const [way, own] of Object.entries(
      measured(readConllu(readFileSync(join(shared, `treebanks/${name}.conllu`), "utf8")), language),
    ))
      for (const [figure, value] of Object.entries(own)) figures[`${name} ${way} ${figure}`] = value;
  const floors = JSON.parse(readFileSync(join(import.meta.dirname, "language-floor.json"), "utf8")) as Record<
    string,
    number
  >;
  let fallen = 0;
  for (const [figure, value] of Object.entries(figures)) {
    const floor = floors[figure];
    if (floor !== undefined && value < floor) fallen++;
    console.log(
      `${value.toFixed(2).padStart(7)}  ${figure}${floor === undefined ? "" : `  (floor ${floor})`}${floor !== undefined && value < floor ? "  FALLEN" : ""}`,
    );
  }
  if (fallen > 0) process.exitCode = 1;
}

main();
