// A ledger made of one set of ../shared as a user would make it, with the commands of README, for the exams of the ledger's
// judgement. It lives in a folder of its own for as long as it is asked.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { said } from "./exam.ts";

const COMMAND = resolve(import.meta.dirname, "../bin/dateline.js");

export interface AskedLedger {
  /** What `dateline QUESTION --format ndjson` prints, in a file that a scorer can read. */
  file(question: "incidents" | "control"): string;
}

/** gazetteer: files in GeoNames' columns to be added first, as a user would who knows the country. */
export function withLedger<T>(documents: string, gazetteer: readonly string[], use: (ledger: AskedLedger) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "dateline-ledger-"));
  const ledger = ["--ledger", join(folder, "exam.db")];
  try {
    for (const places of gazetteer) said([COMMAND, "gazetteer", "add", places, ...ledger]);
    said([COMMAND, "ingest", documents, ...ledger]);
    return use({
      file(question) {
        const file = join(folder, `${question}.ndjson`);
        writeFileSync(file, said([COMMAND, question, "--format", "ndjson", ...ledger]));
        return file;
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
