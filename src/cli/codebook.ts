// `codebook check` and `codebook show`: whether a codebook holds, with every fault by file and line and its worked
// examples tried, and what an event type is. The codebook itself is read in src/codebook.
import { dirname } from "node:path";
import type { Command } from "commander";
import { doubtsOf } from "../codebook/doubts.ts";
import { CodebookFault, type Fault, faultLine } from "../codebook/faults.ts";
import type { CodebookFile } from "../codebook/folders.ts";
import { CODEBOOK, type Codebook, readCodebook } from "../codebook/load.ts";
import { UserError } from "../model/index.ts";
import type { FailedExample } from "../pipeline/worked-examples.ts";
import type { WholeType } from "../serve/codebook.ts";
import { questionNamed } from "../serve/requests.ts";
import { chosenBy, codebookOf } from "./ledger-file.ts";
import { harmless, out, styled } from "./print.ts";
import { formatOf, printAnswer } from "./questions.ts";
import { showType } from "./show-type.ts";

/** Which files are from where: 'events.yaml from own, the other 15 files from …/codebook'. */
export function filesText(files: readonly CodebookFile[]): string {
  const own = files.filter((f) => f.own);
  const ours = files.filter((f) => !f.own);
  const rest = ours[0] ? dirname(ours[0].path) : null;
  if (own.length === 0) return `every file from ${rest}`;
  const first = `${own.map((f) => f.name).join(", ")} from ${dirname(own[0]!.path)}`;
  return rest === null ? first : `${first}, the other ${ours.length} files from ${rest}`;
}

interface Checked {
  readonly codebook: Codebook | null;
  readonly faults: readonly Fault[];
  readonly doubts: readonly Fault[];
  /** Null where they were not tried. */
  readonly failed: readonly FailedExample[] | null;
}

async function checked(folder: string, examples: boolean): Promise<Checked> {
  let codebook: Codebook;
  try {
    codebook = readCodebook(folder);
  } catch (error) {
    if (!(error instanceof CodebookFault)) throw error;
    return { codebook: null, faults: error.faults, doubts: [], failed: null };
  }
  const doubts = doubtsOf(codebook);
  if (!examples) return { codebook, faults: [], doubts, failed: null };
  const { tryExamples } = await import("../pipeline/worked-examples.ts");
  return { codebook, faults: [], doubts, failed: tryExamples(codebook) };
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

async function printChecked(folder: string, { codebook, faults, doubts, failed }: Checked): Promise<void> {
  for (const f of faults) out(`${harmless(faultLine(f))}`);
  if (!codebook)
    return out(`codebook ${folder}: ${counted(faults.length, "fault")}; the worked examples are not tried`);
  const { exampleLine } = await import("../pipeline/worked-examples.ts");
  for (const d of doubts) out(`${styled("yellow", "doubtful")} ${harmless(faultLine(d))}`);
  for (const f of failed ?? []) out(harmless(exampleLine(f)));
  const { version, events, actors, theatres, files } = codebook;
  out(filesText(files));
  const tried = counted(events.worked.length, "worked example");
  const says =
    failed === null
      ? "sound, its worked examples not tried"
      : failed.length === 0
        ? `${tried} hold; sound`
        : `of ${tried} ${failed.length} ${failed.length === 1 ? "fails" : "fail"}`;
  out(
    `codebook ${version}: ${events.types.size} event types, ${actors.all.length} actors, ${theatres.length} theatres; ${says}`,
  );
}

async function check(folder: string, given: { readonly format?: string; readonly examples: boolean }): Promise<void> {
  const format = formatOf(given.format);
  if (format === "csv" || format === "ndjson")
    throw new UserError(`'${format}' is for lists`, { hint: "table or json", field: "format" });
  const found = await checked(folder, given.examples);
  if (found.faults.length > 0 || (found.failed ?? []).length > 0) process.exitCode = 1;
  if (format === "table") return await printChecked(folder, found);
  const { codebook, faults, doubts, failed } = found;
  out(
    JSON.stringify(
      {
        version: codebook?.version ?? null,
        files: codebook?.files ?? null,
        faults,
        doubts,
        examples: failed === null ? null : { tried: codebook?.events.worked.length, failed },
      },
      null,
      2,
    ),
  );
}

export function addCodebook(program: Command): void {
  const codebook = program
    .command("codebook")
    .description("The event types, actors, places and words that reports are coded by");
  codebook
    .command("check [folder]")
    .description("Read a codebook, name file and line of every fault, and try its worked examples")
    .option("--no-examples", "leave the worked examples of events.yaml untried")
    .option("--format <table|json>", "lines on a terminal, JSON in a pipe unless told")
    .addHelpText(
      "after",
      `
A codebook of your own is a folder with the files that you change; what it lacks is taken from ours:
  mkdir own && cp ${CODEBOOK}/events.yaml own/
  dateline codebook check own && dateline --codebook own ingest reports/
Exit code 1: there are faults, or examples that are not coded as they say. What is doubtful is told and no fault.`,
    )
    .action((folder: string | undefined, given: { format?: string; examples: boolean }, command: Command) =>
      check(folder ?? chosenBy(command).codebook ?? CODEBOOK, given),
    );
  const asked = questionNamed("codebook");
  codebook
    .command("show [event]")
    .description(asked.help)
    .option("--format <table|json|ndjson|csv>", "a table on a terminal, JSON in a pipe unless told")
    .action(async (event: string | undefined, given: { format?: string }, command: Command) => {
      const format = formatOf(given.format);
      const read = codebookOf(chosenBy(command));
      // The codebook is asked of no ledger.
      const answer = await asked.answer(undefined as never, read, event === undefined ? {} : { event });
      if (event === undefined || format !== "table") return printAnswer(asked, answer, format);
      const [type] = (answer as { rows: readonly WholeType[] }).rows;
      showType(type!, read.files.find((f) => f.name === type!.file)?.path ?? type!.file);
    });
}
