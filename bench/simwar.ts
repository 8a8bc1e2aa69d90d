// The judgement on a small simulated war, made anew each time: what the ledger says of it, scored against its truth. The same
// at scale, with time and memory, is war.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Exam, inShared, type Outcome, said } from "./exam.ts";
import { withLedger } from "./ledger.ts";
import { figureAt } from "./part.ts";

const DOCUMENTS = 2000;
const SEED = 3;

/** Measure -> where the scorer's answer has it. */
const MEASURES: readonly (readonly [measure: string, path: string])[] = [
  ["incidents F1", "incident_f1"],
  ["linking B-cubed F1", "bcubed_f1"],
  ["killed, tight cover", "killed.tight_cover"],
  ["denials marked", "denials.marked"],
  ["origins off by", "independence.mean_absolute_error"],
  ["control right", "control.right"],
];

/** Makes a war's documents and its truth in the folder. */
export function makeWar(folder: string, documents: number, more: readonly string[] = []): void {
  const asked = ["--documents", `${documents}`, "--out", folder, "--gazetteer", inShared("gazetteer/SY.txt")];
  said([inShared("simwar/simwar.mjs"), ...asked, ...more]);
}

function take(): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "dateline-simwar-"));
  try {
    makeWar(folder, DOCUMENTS, ["--seed", `${SEED}`]);
    return withLedger(join(folder, "documents.ndjson"), [], (ledger): Outcome => {
      const score = [inShared("simwar/score-simwar.mjs"), folder, ledger.file("incidents"), ledger.file("control")];
      const table: unknown = JSON.parse(said([...score, "--json"]));
      return {
        figures: new Map(MEASURES.map(([measure, path]) => [measure, figureAt(table, path)])),
        report: said(score),
        found: [],
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const simwar: Exam = {
  name: "simwar",
  needs: ["simwar/simwar.mjs", "simwar/score-simwar.mjs", "gazetteer/SY.txt"],
  measures: new Map(MEASURES.map(([measure]) => [measure, ""])),
  take,
};
