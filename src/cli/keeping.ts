// The commands that look after what is kept: verify, doctor, the gazetteer beside the ledger.
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Command } from "commander";
import { parseGeoNames } from "../codebook/gazetteer-geonames.ts";
import { UserError } from "../model/index.ts";
import { isBuilt } from "../serve/page.ts";
import { version } from "../serve/version.ts";
import { filesText } from "./codebook.ts";
import {
  type Chosen,
  chosenBy,
  codebookOf,
  gazetteerFiles,
  gazetteerFolder,
  ledgerPath,
  withLedger,
} from "./ledger-file.ts";
import { err, harmless, out, styled, table } from "./print.ts";
import { PAGE } from "./serving.ts";

async function verify(chosen: Chosen): Promise<void> {
  await withLedger(chosen, async ({ ledger, path }) => {
    const { checked, faults } = await ledger.verify();
    const counts = Object.entries(checked).map(([what, n]) => `${n} ${what}`);
    if (!process.stdout.isTTY) out(JSON.stringify({ checked, faults }));
    else {
      for (const f of faults) out(`${styled("red", "fault")} ${harmless(f.where)}: ${harmless(f.message)}`);
      out(
        `${path}: ${counts.join(", ")} checked; ${faults.length === 0 ? "every quote stands in its document" : `${faults.length} at fault`}`,
      );
    }
    if (faults.length > 0) process.exitCode = 1;
  });
}

interface Finding {
  readonly what: string;
  readonly state: "ok" | "missing" | "wrong";
  readonly says: string;
}

/** One line of the doctor: what is found, or why it is not. */
async function finding(what: string, look: () => string | Promise<string>): Promise<Finding> {
  try {
    return { what, state: "ok", says: await look() };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { what, state: error instanceof UserError && /there is no/.test(says) ? "missing" : "wrong", says };
  }
}

async function doctor(chosen: Chosen): Promise<void> {
  const path = ledgerPath(chosen.ledger);
  const findings = [
    await finding("dateline", () => version),
    await finding("node", () => process.version),
    await finding("sqlite", () => {
      const db = new DatabaseSync(":memory:");
      try {
        db.exec("create virtual table t using fts5(words)");
        return `${(db.prepare("select sqlite_version() as v").get() as { v: string }).v}, with full-text search`;
      } finally {
        db.close();
      }
    }),
    await finding("codebook", () => {
      const { version, events, actors, files } = codebookOf(chosen);
      return `${version}: ${events.types.size} event types, ${actors.all.length} actors; ${filesText(files)}`;
    }),
    await finding("gazetteer", () => {
      const files = gazetteerFiles(path);
      return files.length === 0
        ? "the world's towns and the codebook's places.tsv"
        : `and ${files.map((f) => basename(f)).join(", ")}`;
    }),
    await finding("ledger", () =>
      // A codebook at fault has been told of by now; the ledger is looked at without it.
      withLedger({ ledger: chosen.ledger }, async ({ ledger }) => {
        accessSync(path, constants.R_OK);
        const documents = (await (await ledger.view()).documents({ limit: 1 })).total;
        const size = `${(statSync(path).size / 1e6).toFixed(1)} MB`;
        const judged = (await ledger.awaitsJudgement())
          ? "; something awaits judgement: run dateline ingest again"
          : "";
        return `${path}: version ${await ledger.version()}, ${documents} documents, ${size}${judged}`;
      }),
    ),
    await finding("page", () => {
      if (isBuilt(PAGE)) return PAGE;
      throw new UserError("there is no built page: `npm run build` builds it");
    }),
  ];
  if (process.stdout.isTTY)
    out(
      table(
        [
          { head: "what", cell: (f: Finding) => f.what, whole: true },
          { head: "state", cell: (f: Finding) => f.state, whole: true },
          { head: "found", cell: (f: Finding) => f.says },
        ],
        findings,
      ),
    );
  else out(JSON.stringify(findings, null, 2));
  if (findings.some((f) => f.state === "wrong")) process.exitCode = 1;
}

function addFile(file: string, { ledger }: Chosen): void {
  if (!existsSync(file) || !statSync(file).isFile()) throw new UserError(`there is no file ${file}`, { field: "file" });
  const { places, refusals } = parseGeoNames(readFileSync(file, "utf8"), basename(file));
  for (const r of refusals.slice(0, 20)) err(`refused: ${harmless(r.message)}`);
  if (refusals.length > 20) err(`refused: ${refusals.length - 20} more rows`);
  if (places.length === 0)
    throw new UserError(`${file} has no row in GeoNames' columns`, {
      hint: "tab-separated, 19 columns: geonameid, name, asciiname, alternatenames, latitude, longitude, …",
      exit: 1,
    });
  const folder = gazetteerFolder(ledgerPath(ledger));
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, basename(file).replace(/(\.txt)?$/, ".txt"));
  copyFileSync(file, kept);
  out(`${places.length} places kept in ${kept}; \`dateline ingest --again\` reads the documents anew by them`);
  if (refusals.length > 0) process.exitCode = 1;
}

export function addKeeping(program: Command): void {
  program
    .command("verify")
    .description("Hold the ledger against itself: originals, quotes, evidence, judgements")
    .action((_given: unknown, command: Command) => verify(chosenBy(command)));
  program
    .command("doctor")
    .description("Say which versions, ledger, codebook and page this command finds, and what is wrong with them")
    .action((_given: unknown, command: Command) => doctor(chosenBy(command)));

  const gazetteer = program.command("gazetteer").description("Places that the shipped gazetteer lacks");
  gazetteer
    .command("add <file>")
    .description("Keep a file in GeoNames' columns beside the ledger; it is read from then on")
    .addHelpText(
      "after",
      "\nThe file is copied into the folder <ledger without .db>.gazetteer/; every .txt there is read. Delete it to undo.",
    )
    .action((file: string, _given: unknown, command: Command) => addFile(file, chosenBy(command)));
}
