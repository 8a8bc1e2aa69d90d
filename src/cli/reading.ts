// The commands that read: `code` gives claims and stores nothing, `ingest` takes documents into a ledger. Progress and
// refusals go to standard error; a refusal makes the exit code 1 and stops nothing. What reads is imported when it is
// needed, so that a question does not wait for HTML and feed readers to load.
import type { Command } from "commander";
import { UserError } from "../model/index.ts";
import type { IngestReport } from "../pipeline/take-in.ts";
import { checked, published } from "../serve/parameters.ts";
import { type Chosen, chosenBy, codebookOf, withLedger } from "./ledger-file.ts";
import { err, harmless, out, table } from "./print.ts";

/** A line that overwrites itself on a terminal; elsewhere nothing until the end. */
function progress(): { show(text: string): void; done(): void } {
  const stream = process.stderr;
  if (!stream.isTTY) return { show: () => {}, done: () => {} };
  return {
    show: (text) => stream.write(`\r\u001b[2K${harmless(text).slice(0, (stream.columns ?? 80) - 1)}`),
    done: () => stream.write("\r\u001b[2K"),
  };
}

const refusal = (r: { readonly file: string; readonly message: string }): void =>
  err(`refused: ${harmless(r.file)}: ${harmless(r.message)}`);

const publishedOption = (given: Record<string, string>): { published?: string } =>
  given.published === undefined ? {} : (checked(published, { published: given.published }) as { published: string });

async function code(inputs: readonly string[], given: Record<string, string>, chosen: Chosen) {
  const { codeInputs } = await import("../pipeline/code-inputs.ts");
  const codebook = codebookOf(chosen);
  const line = progress();
  let documents = 0;
  for await (const coded of codeInputs(inputs, codebook, publishedOption(given))) {
    line.done();
    if (coded.kind === "refused") {
      refusal(coded);
      process.exitCode = 1;
      continue;
    }
    for (const claim of coded.claims) out(JSON.stringify(claim));
    for (const note of coded.notes)
      err(`note: ${harmless(coded.document.file)}: ${note.kind}: ${harmless(note.message)}`);
    documents += 1;
    line.show(`${documents} coded, ${coded.document.file}`);
  }
  line.done();
}

const COUNTS = ["documents", "new", "unchanged", "revised", "recoded", "claims", "notes"] as const;

/** What came of it: a table for a terminal, one JSON object for a pipe. */
function printReport(report: IngestReport): void {
  for (const r of report.refused) refusal(r);
  const counts = { ...Object.fromEntries(COUNTS.map((name) => [name, report[name]])), refused: report.refused.length };
  if (process.stdout.isTTY)
    out(
      table(
        Object.keys(counts).map((head) => ({
          head: head === "documents" ? "read" : head,
          cell: (row: typeof counts) => row[head as keyof typeof counts],
        })),
        [counts],
      ),
    );
  else out(JSON.stringify({ ...counts, refused: report.refused, stopped: report.stopped }));
  if (report.stopped) err("stopped; run it again and it goes on from there");
  if (report.refused.length > 0) process.exitCode = 1;
}

async function take(inputs: readonly string[], given: Record<string, string>, chosen: Chosen) {
  const { ingest } = await import("../pipeline/ingest.ts");
  await withLedger(
    chosen,
    async (open) => {
      const line = progress();
      const stop = new AbortController();
      const interrupted = (): void => {
        if (stop.signal.aborted) process.exit(130);
        stop.abort();
        line.done();
        err("stopping after the document in hand; Ctrl-C again stops at once");
      };
      process.on("SIGINT", interrupted);
      try {
        const report = await ingest(open.ledger, inputs, open.codebook, {
          ...publishedOption(given),
          ...(given.again ? { again: true } : {}),
          signal: stop.signal,
          onProgress: ({ documents, file }) => line.show(`${documents} read, ${file}`),
        });
        line.done();
        printReport(report);
      } finally {
        process.off("SIGINT", interrupted);
      }
    },
    { create: true },
  );
}

const someInputs = (inputs: readonly string[], verb: string): void => {
  if (inputs.length === 0)
    throw new UserError(`there is nothing to ${verb}`, {
      hint: `name files, folders or addresses, or - for standard input: dateline ${verb} reports/`,
    });
};

export function addReading(program: Command): void {
  program
    .command("code [paths...]")
    .description("Code reports and print the claims as NDJSON; nothing is stored")
    .option("--published <day>", "the day of publication of what does not say its own")
    .addHelpText("after", "\nThin in this version: documents in English are coded; others are noted as not coded.")
    .action(async (paths: string[], given: Record<string, string>, command: Command) => {
      someInputs(paths, "code");
      await code(paths, given, chosenBy(command));
    });
  program
    .command("ingest [paths...]")
    .description("Take files, folders, addresses or standard input (-) into the ledger")
    .option("--published <day>", "the day of publication of what does not say its own")
    .option("--again", "read and code anew what has not changed, too")
    .addHelpText(
      "after",
      `
Reads .txt, .html, .md, .eml, .json, .ndjson, .csv, feeds and web pages. In a folder, documents.tsv (file, outlet,
published, title, url, lang) says what the files do not. Running it again takes in only what is new.

Thin in this version: one SQLite file (postgres:// comes later); documents in English are coded, others are kept.`,
    )
    .action(async (paths: string[], given: Record<string, string>, command: Command) => {
      someInputs(paths, "ingest");
      await take(paths, given, chosenBy(command));
    });
}
