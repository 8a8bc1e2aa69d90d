// `dateline decide`: an analyst's judgement from the command line. What kind of thing an id names is read from the id.
import type { Command } from "commander";
import { UserError } from "../model/index.ts";
import { decide } from "../serve/decide.ts";
import { chosenBy, withLedger } from "./ledger-file.ts";
import { out } from "./print.ts";

const KINDS: Readonly<Record<string, string>> = { c: "claim", i: "incident", o: "order", h: "holding" };
const kindOf = (id: string): string => KINDS[/^([cioh])-[0-9a-f]{16}$/.exec(id)?.[1] ?? ""] ?? "document";

/** JSON where it is JSON ('12', '"Homs"', '{"low":2}'), else the words as they are. */
function value(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function addDeciding(program: Command): void {
  program
    .command("decide <op> <id> [slot] [value]")
    .description(
      "Append a judgement: accept ID, reject ID, or set ID SLOT VALUE; it is never erased, only decided anew",
    )
    .requiredOption("--by <name>", "who decides: name or initials")
    .requiredOption("--reason <words>", "why")
    .addHelpText(
      "after",
      `
A slot is set as a whole: dateline decide set c-… stance denied --by RS --reason 'misread'
A time is a day or two: … set c-… time 2024-12-06..2024-12-08; lists are JSON, as \`dateline claim ID --format json\` shows.

Thin in this version: add, split, merge and lock come later.`,
    )
    .action(
      async (op: string, id: string, slot: string | undefined, text: string | undefined, given, command: Command) => {
        if (slot !== undefined && op !== "set")
          throw new UserError(`'${op}' takes an id and no more`, {
            hint: "dateline decide set ID SLOT VALUE sets a slot",
          });
        const body = {
          by: given.by,
          reason: given.reason,
          op,
          target: { kind: kindOf(id), id },
          slot: slot ?? null,
          value: value(text),
        };
        await withLedger(chosenBy(command), async ({ ledger, codebook }) => {
          const decision = await decide(ledger, codebook, body);
          out(process.stdout.isTTY ? `decided: ${decision.op} ${id} (${decision.id})` : JSON.stringify(decision));
        });
      },
    );
}
