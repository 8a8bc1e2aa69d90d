// Which ledger and codebook a command works with, by the flags that every command takes; the ledger opened with the
// judge and the names it needs, and the gazetteer folder beside it. The codebook that ships is loaded when something first
// asks for it, because most questions never do.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { CODEBOOK, type Codebook, loadCodebook } from "../codebook/load.ts";
import { type Ledger, openLedger } from "../ledger/ledger.ts";
import { UserError } from "../model/index.ts";
import { judgedBy } from "../pipeline/rejudge.ts";

export const DEFAULT_LEDGER = "./dateline.db";

/** What --ledger and --codebook say. */
export interface Chosen {
  readonly ledger?: string | undefined;
  readonly codebook?: string | undefined;
}
export const chosenBy = (command: Command): Chosen => command.optsWithGlobals<Chosen>();

export const ledgerPath = (given: string | undefined): string =>
  given ?? (process.env.DATELINE_LEDGER || DEFAULT_LEDGER);

/** `dateline.gazetteer/` beside `dateline.db`: every .txt in it has GeoNames' columns and is read with the codebook. */
export const gazetteerFolder = (ledger: string): string => `${ledger.replace(/\.(db|sqlite3?)$/, "")}.gazetteer`;

export function gazetteerFiles(ledger: string): readonly string[] {
  const folder = gazetteerFolder(ledger);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((f) => f.endsWith(".txt"))
    .sort()
    .map((f) => join(folder, f));
}

/** The codebook chosen, or ours, with the gazetteer files beside the ledger. @throws UserError for one that does not hold */
export const codebookOf = ({ codebook, ledger }: Chosen): Codebook =>
  loadCodebook(codebook ?? CODEBOOK, gazetteerFiles(ledgerPath(ledger)));

export interface Opened {
  readonly ledger: Ledger;
  readonly codebook: Codebook;
  readonly path: string;
}

/** A value made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Opens the ledger; a command that only asks does not make one. The caller closes it. */
export async function opened(chosen: Chosen, options: { create?: boolean } = {}): Promise<Opened> {
  const path = ledgerPath(chosen.ledger);
  const create = options.create ?? false;
  if (!create && !/^\w+:\/\//.test(path) && !existsSync(path))
    throw new UserError(`there is no ledger at ${path}`, {
      hint: "`dateline ingest PATH…` makes one; --ledger FILE or DATELINE_LEDGER names another",
      field: "ledger",
    });
  const load = once(() => codebookOf(chosen));
  // A codebook of one's own may be at fault, and that is said before anything is done with it.
  if (chosen.codebook !== undefined) load();
  const codebook = new Proxy({} as Codebook, { get: (_, name) => load()[name as keyof Codebook] });
  const ledger = await openLedger(path, {
    ...judgedBy(codebook),
    create,
  });
  return { ledger, codebook, path };
}

/** Opens, runs, closes - also when the run fails. */
export async function withLedger<T>(
  chosen: Chosen,
  run: (open: Opened) => Promise<T>,
  options: { create?: boolean } = {},
): Promise<T> {
  const open = await opened(chosen, options);
  try {
    return await run(open);
  } finally {
    await open.ledger.close();
  }
}
