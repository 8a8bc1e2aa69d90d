// Commands that the outer face names and this version does not have: they say so and exit 2.
import type { Command } from "commander";
import { UserError } from "../model/index.ts";

const LATER: readonly (readonly [name: string, help: string, meanwhile: string])[] = [
  ["worker", "Read and code from a queue, many at once", "`dateline ingest` reads and codes in one process"],
  [
    "bundle",
    "Pack a ledger with its originals for somebody else",
    "the ledger is one file: copy it while nothing writes",
  ],
  [
    "watch",
    "Keep reading feeds and folders as they change",
    "run `dateline ingest` again: what has not changed is skipped",
  ],
];

export function addLater(program: Command): void {
  for (const [name, help, meanwhile] of LATER)
    program
      .command(`${name} [args...]`)
      .description(`${help} (not in this version)`)
      .allowUnknownOption()
      .addHelpText("after", `\nNot in this version. Meanwhile: ${meanwhile}.`)
      .action(() => {
        throw new UserError(`'${name}' is not in this version`, { hint: `meanwhile: ${meanwhile}`, status: 501 });
      });
}
