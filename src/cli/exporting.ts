// `dateline export FORMAT`: the ledger in the field's formats, to standard output or a file.
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { z } from "zod";
import { FORMATS } from "../export/formats.ts";
import { gather, knownTo } from "../export/told.ts";
import { type Day, UserError } from "../model/index.ts";
import { holdingsAt } from "../resolve/control.ts";
import { at, checked, clocks } from "../serve/parameters.ts";
import { chosenBy, withLedger } from "./ledger-file.ts";
import { err, out } from "./print.ts";

const asOf = z.strictObject({ ...clocks, at: at.optional() });

export function addExporting(program: Command): void {
  const list = FORMATS.map((f) => `  ${f.name.padEnd(9)} ${f.help}`).join("\n");
  program
    .command("export <format>")
    .description(`Write the ledger as ${FORMATS.map((f) => f.name).join(", ")}`)
    .option("--known-by <day>", "only what had been published by this day or instant")
    .option("--recorded-by <day>", "what this ledger said at this day or instant")
    .option("--at <day>", "of the holdings only those of this day (geojson, holdings)")
    .option("--out <file>", "write to a file, not to standard output")
    .addHelpText(
      "after",
      `\nFormats:\n${list}\n\nRunning totals, denied and planned incidents never become event rows. In CSV, text that a spreadsheet would run as a\nformula (= + - @ at its beginning) gets an apostrophe before it.\n\nThin in this version: whole ledgers only; UCDP's own ids and sides of the dead, and ACLED's source scale, stay empty.`,
    )
    .action(async (name: string, given: Record<string, string>, command: Command) => {
      const format = FORMATS.find((f) => f.name === name);
      if (!format)
        throw new UserError(`'${name}' is no export format`, {
          hint: `one of: ${FORMATS.map((f) => f.name).join(", ")}`,
          field: "format",
        });
      const raw = {
        ...(given.knownBy ? { known_by: given.knownBy } : {}),
        ...(given.recordedBy ? { recorded_by: given.recordedBy } : {}),
        ...(given.at ? { at: given.at } : {}),
      };
      const { at: on, ...as } = checked(asOf, raw) as { known_by?: string; recorded_by?: string; at?: Day };
      await withLedger(chosenBy(command), async ({ ledger, codebook }) => {
        const whole = await gather(await ledger.view(as), knownTo(codebook));
        const told = on ? { ...whole, holdings: holdingsAt(whole.holdings, on) } : whole;
        const text = format.write(told);
        if (!given.out) return out(text);
        writeFileSync(given.out, text);
        err(`${given.out}: ${format.name}, ${Buffer.byteLength(text)} bytes`);
      });
    });
}
