// Writes docs/reference.md from the commands, routes, tools and formats themselves, so that the docs say what the
// program does. `node src/cli/reference.ts` writes it, `--check` fails when it is not what would be written.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { FORMATS } from "../export/formats.ts";
import { BASE } from "../serve/http.ts";
import { questions } from "../serve/requests.ts";
import { program } from "./main.ts";
import { PACKAGE } from "./serving.ts";

export const REFERENCE = join(PACKAGE, "docs/reference.md");

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s+/g, " ").trim();

/** What a command says after its options in --help, without the blank line before it. */
function after(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (s) => {
      text += s;
    },
  });
  command.outputHelp();
  const thin = /Thin in this version: ([\s\S]*?)(?:\n\n|$)/.exec(text)?.[1];
  return thin ? `Thin in this version: ${cell(thin)}` : "";
}

function commandLines(command: Command, prefix: string): string[] {
  const name = `${prefix} ${command.name()}`;
  const own = command.commands.flatMap((c) => commandLines(c, name));
  if (own.length > 0) return own;
  const args = command.registeredArguments.map((a) =>
    a.required ? `<${a.name()}${a.variadic ? "..." : ""}>` : `[${a.name()}${a.variadic ? "..." : ""}]`,
  );
  const options = command.options.map(
    (o) =>
      `| \`${cell(o.flags)}\` | ${cell(o.description)}${o.mandatory ? " (needed)" : ""}${o.defaultValue === undefined || typeof o.defaultValue === "boolean" ? "" : ` (${String(o.defaultValue)} unless told)`} |`,
  );
  const thin = after(command);
  return [
    `### \`${[name, ...args].join(" ")}\``,
    "",
    `${command.description()}.`,
    ...(thin ? ["", thin] : []),
    ...(options.length > 0 ? ["", "| flag | |", "| --- | --- |", ...options] : []),
    "",
  ];
}

const kind = (field: z.ZodType): string => {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  if (inner instanceof z.ZodEnum) return inner.options.map((o) => `\`${String(o)}\``).join(", ");
  return inner instanceof z.ZodNumber ? "number" : inner instanceof z.ZodBoolean ? "true or false" : "text";
};

/** The reference, whole. */
export function reference(): string {
  const lines = [
    "# Reference",
    "",
    "Commands, routes and tools, written by `node src/cli/reference.ts` from the program itself; do not edit it by hand.",
    "",
    "## Commands",
    "",
    "Every command takes `--ledger <file>` (else DATELINE_LEDGER, else `./dateline.db`), `--codebook <folder>` (a codebook of your",
    "own; what the folder lacks is taken from ours) and `--debug`. Exit codes: 0 done, 1 something in the input was refused (the",
    "rest is done), 2 wrong use, 70 a fault of Dateline itself.",
    "",
    ...program().commands.flatMap((c) => commandLines(c, "dateline")),
    "## Questions",
    "",
    "Each question is a command, a route under `dateline serve` and a tool of `dateline mcp`, with the same parameters; a flag",
    "writes them with hyphens. Lists answer `{rows, total, next}`, single things the thing itself. Errors are RFC 9457 problem",
    "details that name the field. `/openapi.json` has the shapes.",
    "",
    ...questions.flatMap((q) => [
      `### ${q.name}`,
      "",
      `${q.help}.${q.thin ? ` Thin in this version: ${q.thin}` : ""}`,
      "",
      `\`dateline ${q.command}\` · \`GET ${BASE}${q.path}\` · tool \`${q.name}\``,
      "",
      "| parameter | | |",
      "| --- | --- | --- |",
      ...(Object.entries(q.parameters.shape) as [string, z.ZodType][]).map(
        ([name, field]) =>
          `| \`${name}\` | ${kind(field)} | ${cell(field.description ?? "")}${field.safeParse(undefined).success ? "" : " (needed)"} |`,
      ),
      "",
    ]),
    "## Other routes",
    "",
    `- \`GET ${BASE}/documents/{id}/original\`: the bytes as received, as an attachment (\`version\` for another than the newest)`,
    `- \`POST ${BASE}/decisions\`: an analyst's decision as JSON {by, target: {kind, id}, op, slot, value, reason}; accept, reject, set`,
    "- `GET /feed.atom`: incidents as an Atom feed, by the filters of `incidents`",
    "- `GET /openapi.json`: OpenAPI 3.1",
    "",
    "## Export formats",
    "",
    ...FORMATS.map((f) => `- \`${f.name}\`: ${f.help}`),
    "",
    "Running totals, denied and merely planned incidents never become event rows. In CSV, text that a spreadsheet would run as a",
    "formula (`=`, `+`, `-`, `@` at its beginning) gets an apostrophe before it.",
    "",
  ];
  return lines.join("\n");
}

if (import.meta.main) {
  const text = reference();
  if (!process.argv.includes("--check")) writeFileSync(REFERENCE, text);
  else if (readFileSync(REFERENCE, "utf8") !== text) {
    console.error("docs/reference.md is not what the program says; run: node src/cli/reference.ts");
    process.exitCode = 1;
  }
}
