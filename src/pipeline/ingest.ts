// Takes files, folders and addresses into a ledger, with the real reader and coder. The way itself is in take-in.ts.
import type { Codebook } from "../codebook/load.ts";
import { CODER } from "../extract/claims.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { read } from "../text/read.ts";
import { codeDocument } from "./code.ts";
import { receive } from "./receive.ts";
import { type IngestReport, type TakeInOptions, takeIn } from "./take-in.ts";

export type { IngestReport, Refused } from "./take-in.ts";
export type IngestOptions = TakeInOptions;

/**
 * inputs: paths, folders, http(s) addresses, '-'. What has not changed since it was recorded is not coded again; a run
 * that was cut short goes on where it stopped. Judges once, at the end.
 * @throws Error, naming the file, for a bug in reading or coding; what came before it stays recorded
 */
export const ingest = (
  ledger: Ledger,
  inputs: readonly string[],
  codebook: Codebook,
  options: IngestOptions = {},
): Promise<IngestReport> =>
  takeIn(
    ledger,
    inputs,
    {
      receive: (paths, more) => receive(paths, { boilerplate: codebook.boilerplate, ...more }),
      read: (received) => read(received, codebook.boilerplate),
      code: (document) => codeDocument(document, codebook),
      hands: [CODER, codebook.version, codebook.gazetteer.version].join(" "),
    },
    options,
  );
