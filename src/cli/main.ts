// The command line: its groups of commands, and what happens when something goes wrong. bin/dateline.js has already
// made sure of the Node that this needs.
import { Command, CommanderError } from "commander";
import { UserError } from "../model/index.ts";
import { version } from "../serve/version.ts";
import { addCodebook } from "./codebook.ts";
import { addDeciding } from "./deciding.ts";
import { addExporting } from "./exporting.ts";
import { addKeeping } from "./keeping.ts";
import { addLanguage } from "./language.ts";
import { addLater } from "./later.ts";
import { DEFAULT_LEDGER } from "./ledger-file.ts";
import { err, harmless } from "./print.ts";
import { addQuestions } from "./questions.ts";
import { addReading } from "./reading.ts";
import { addServing } from "./serving.ts";

/** The whole command, for running and for the reference. */
export function program(): Command {
  const made = new Command("dateline")
    .description(
      "A war monitor in software: messy reports in, a ledger out in which every cell leads back to the words it rests on.",
    )
    .version(version, "-V, --version")
    .option("--ledger <file>", `the ledger (default: DATELINE_LEDGER, else ${DEFAULT_LEDGER})`)
    .option("--codebook <folder>", "a codebook of your own; what the folder lacks is taken from ours")
    .option("--debug", "show the stack of what goes wrong")
    .addHelpText("after", "\nExit codes: 0 done, 1 something in the input was refused (the rest is done), 2 wrong use.")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "dateline: ")) })
    .showSuggestionAfterError()
    .exitOverride();
  addReading(made);
  addQuestions(made);
  addDeciding(made);
  addExporting(made);
  addServing(made);
  addKeeping(made);
  addCodebook(made);
  addLanguage(made);
  addLater(made);
  // Commander hands these down only to commands made by .command() after they were set; exitOverride is not among them.
  const inherit = (command: Command): void => {
    for (const child of command.commands) {
      child.exitOverride();
      inherit(child);
    }
  };
  inherit(made);
  return made;
}

/** Exit code of what went wrong, said on standard error. A bug is told as one, and exits 70 (sysexits' EX_SOFTWARE). */
function told(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (debug && error instanceof Error) err(error.stack ?? error.message);
  if (error instanceof UserError) {
    err(`dateline: ${harmless(error.message)}`);
    if (error.hint) err(`hint: ${harmless(error.hint)}`);
    return error.exit;
  }
  err(`dateline: a fault of Dateline itself: ${harmless(error instanceof Error ? error.message : String(error))}`);
  if (!debug) err("hint: --debug shows where");
  return 70;
}

// `dateline claims | head` closes the pipe before all is written; that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

/** argv as the process has it. Sets the process's exit code; never throws. */
export async function main(argv: readonly string[] = process.argv): Promise<void> {
  const command = program();
  try {
    if (argv.length <= 2) {
      command.outputHelp();
      process.exitCode = 2;
    } else await command.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = told(error, argv.includes("--debug"));
  }
}
