// Scores every set of ../shared that is there, prints the figures beside the last release's and the gold claims gained and
// lost, and fails where a figure is below bench/floor.json, whose floors only ever rise. How to read it: EVALUATION.md.
//   npm run eval                            all exams
//   npm run eval -- --keep                  and keeps the table in results/, for a release
//   npm run eval -- gold dates              these only, with what their scorers say at length
//   npm run eval -- gold --misses           and what was missed
//   npm run eval -- gold DOCUMENT…          these documents of it only
//   npm run eval -- --out=FOLDER            leaves the answers there
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Exam, type GoldClaim, missing, SHARED } from "./exam.ts";
import { exams } from "./exams.ts";
import { keep, readKept } from "./kept.ts";
import { codebook, withNames } from "./reader.ts";
import { changesOf, type Floors, fallen, tableOf } from "./table.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "boolean" }, misses: { type: "boolean" }, out: { type: "string" } },
});

/** Where the texts stand whose claims are told by their places. */
const TEXTS: Readonly<Record<string, string>> = { gold: "gold/texts", seeds: "seeds" };

const json = <T>(file: string): T => JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8")) as T;

function measuredBy(): string {
  const { version } = json<{ version: string }>("../package.json");
  return `Dateline ${version}, codebook ${codebook().version}, English ${withNames().version}; made by npm run eval -- --keep`;
}

function main(): void {
  if (!existsSync(SHARED)) {
    console.log("skipped: ../shared is not here, nothing to measure against");
    return;
  }
  const named = new Set(positionals.filter((word) => exams.some(({ name }) => name === word)));
  const documents = positionals.filter((word) => !named.has(word));
  if (flags.keep && positionals.length > 0) {
    console.error("--keep is for all exams at once");
    process.exitCode = 2;
    return;
  }
  const asked = (exam: Exam): boolean =>
    named.size > 0 ? named.has(exam.name) : documents.length === 0 || exam.name in TEXTS;
  const sitting = { misses: flags.misses ?? false, out: flags.out ? resolve(flags.out) : null, documents };
  const last = readKept();
  const figures = new Map<string, ReadonlyMap<string, number>>();
  const found = new Map<string, readonly GoldClaim[]>();
  for (const exam of exams.filter(asked)) {
    const absent = missing(exam);
    if (absent !== null) {
      console.log(`skipped: ${exam.name}, ../shared/${absent} is not here`);
      continue;
    }
    const outcome = exam.take(sitting);
    figures.set(exam.name, outcome.figures);
    if (exam.name in TEXTS) found.set(exam.name, outcome.found);
    if (named.has(exam.name) || sitting.misses || documents.length > 0)
      console.log(`== ${exam.name}\n${outcome.report.trimEnd()}\n`);
  }
  if (documents.length > 0) return;
  const floors = json<Floors>("floor.json");
  for (const line of tableOf(exams, figures, last.figures, floors)) console.log(line);
  for (const [name, claims] of found)
    console.log(`\n${name} claims: ${changesOf(TEXTS[name]!, claims, last.found.get(name)).join("\n")}`);
  const low = fallen(figures, floors);
  for (const line of low) console.error(line);
  if (low.length > 0) process.exitCode = 1;
  else if (flags.keep) keep({ figures, found }, measuredBy());
}

main();
