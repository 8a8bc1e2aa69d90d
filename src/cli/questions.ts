// The questions as commands: flags from their parameters, a table on a terminal and JSON in a pipe. Nothing is answered
// here; serve/requests.ts says what can be asked.
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { Option } from "commander";
import { z } from "zod";
import type { Page } from "../ledger/view.ts";
import { UserError } from "../model/index.ts";
import type { ChainRow } from "../serve/chain-rows.ts";
import { fromStrings, MOST_ROWS } from "../serve/parameters.ts";
import { all, ask, type Question } from "../serve/question.ts";
import { questions } from "../serve/requests.ts";
import type { SitrepAnswer } from "../serve/sitrep.ts";
import { COLUMNS } from "./columns.ts";
import { chosenBy, withLedger } from "./ledger-file.ts";
import { type Format, out, printRows } from "./print.ts";
import { show } from "./show.ts";
import { showChain } from "./show-chain.ts";

const inner = (field: z.ZodType): z.core.$ZodType => (field instanceof z.ZodOptional ? field.unwrap() : field);
const flag = (name: string): string => name.replaceAll("_", "-");
/** As commander names what it read: `--known-by` becomes knownBy. */
const camel = (name: string): string => name.replace(/_(\w)/g, (_, c: string) => c.toUpperCase());

/** The option of a parameter; days and words look different in --help. */
function option(name: string, field: z.ZodType): Option {
  const kind = inner(field);
  const day = ["from", "to", "at", "known_by", "recorded_by", "since"].includes(name);
  const value = kind instanceof z.ZodBoolean ? "yes|no" : kind instanceof z.ZodNumber ? "n" : day ? "day" : name;
  return new Option(`--${flag(name)} <${value}>`, field.description ?? "");
}

const isPage = (answer: unknown): answer is Page<unknown> => Array.isArray((answer as { rows?: unknown[] })?.rows);

export function formatOf(given: string | undefined): Format {
  if (given === undefined) return process.stdout.isTTY ? "table" : "json";
  if (given === "table" || given === "json" || given === "ndjson" || given === "csv") return given;
  throw new UserError(`'${given}' is no format`, { hint: "table, json, ndjson or csv", field: "format" });
}

export function printAnswer(asked: Question, answer: unknown, format: Format): void {
  if (asked.name === "sitrep" && format === "table") out((answer as SitrepAnswer).text);
  else if (asked.name === "chain" && format === "table" && isPage(answer))
    showChain(answer.rows as readonly ChainRow[], answer.total, answer.next);
  else if (isPage(answer)) printRows(format, COLUMNS[asked.name] ?? [], answer.rows, answer.total, answer.next ?? null);
  else if (format === "csv")
    throw new UserError(`'csv' is for lists, and '${asked.name}' gives one thing`, {
      hint: "table, json or ndjson",
      field: "format",
    });
  else if (format !== "table" || !show(asked.name, answer))
    out(JSON.stringify(answer, null, format === "ndjson" ? 0 : 2));
}

/** The question's own paging where --limit is given; else every page, because a pipe wants all of it. */
async function answered(
  open: Parameters<Parameters<typeof withLedger>[1]>[0],
  asked: Question,
  raw: Record<string, unknown>,
) {
  if (raw.limit !== undefined || !("cursor" in asked.parameters.shape))
    return ask(open.ledger, open.codebook, asked, raw);
  const rows = await all(async (cursor) => {
    const more = { ...raw, limit: MOST_ROWS, ...(cursor ? { cursor } : {}) };
    return (await ask(open.ledger, open.codebook, asked, more)) as Page<unknown>;
  });
  return { rows, total: rows.length, next: null };
}

const thinHelp = (thin: string | null): string => (thin ? `\nThin in this version: ${thin}` : "");

function addSitrep(program: Command, asked: Question): void {
  program
    .command("sitrep")
    .description(asked.help)
    .requiredOption("--from <day>", "the first day reported on")
    .requiredOption("--to <day>", "the last day reported on")
    .option("--known-by <day>", "only what had been published by this day or instant")
    .option("--recorded-by <day>", "what this ledger said at this day or instant")
    .option("--format <md|html|json>", "Markdown unless told", "md")
    .option("--out <file>", "write to a file, not to standard output")
    .addHelpText("after", thinHelp(asked.thin))
    .action(async (given: Record<string, string>, command: Command) => {
      await withLedger(chosenBy(command), async (open) => {
        const { from, to, format, knownBy, recordedBy } = given;
        const raw = { from, to, format, known_by: knownBy, recorded_by: recordedBy };
        const report = (await ask(
          open.ledger,
          open.codebook,
          asked,
          fromStrings(asked.parameters, raw),
        )) as SitrepAnswer;
        const text = report.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : report.text;
        if (given.out) writeFileSync(given.out, text);
        else out(text);
      });
    });
}

export function addQuestions(program: Command): void {
  for (const asked of questions) {
    if (asked.name === "sitrep") addSitrep(program, asked);
    // `codebook show` stands with the other commands about the codebook.
    if (asked.name === "sitrep" || asked.name === "codebook") continue;
    const command = program.command(asked.command).description(asked.help);
    const argument = /[<[](\w+)[>\]]/.exec(asked.command)?.[1];
    for (const [name, field] of Object.entries(asked.parameters.shape) as [string, z.ZodType][]) {
      if (name === argument) continue;
      const made = option(name, field);
      command.addOption(field.safeParse(undefined).success ? made : made.makeOptionMandatory());
    }
    command
      .option("--format <table|json|ndjson|csv>", "a table on a terminal, JSON in a pipe unless told")
      .addHelpText("after", thinHelp(asked.thin))
      .action(async (...args: unknown[]) => {
        const self = args.at(-1) as Command;
        const given = self.opts<Record<string, string>>();
        const raw: Record<string, unknown> = argument ? { [argument]: args[0] } : {};
        for (const name of Object.keys(asked.parameters.shape))
          if (name !== argument && given[camel(name)] !== undefined) raw[name] = given[camel(name)];
        const format = formatOf(given.format);
        await withLedger(chosenBy(self), async (open) => {
          printAnswer(asked, await answered(open, asked, fromStrings(asked.parameters, raw)), format);
        });
      });
  }
}
