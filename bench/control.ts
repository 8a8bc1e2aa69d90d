// Who held a town when, by dated narratives of 48 towns, scored by tools/score-control.mjs. `right` is of all that is asked,
// `precision` of what the ledger answers.
import { type Exam, inShared, type Outcome, type Sitting, said } from "./exam.ts";
import { withLedger } from "./ledger.ts";

const DOCUMENTS = "control/documents.ndjson";
const HOLDINGS = "control/holdings.json";
const SCORER = "tools/score-control.mjs";

const take = ({ misses }: Sitting): Outcome =>
  withLedger(inShared(DOCUMENTS), [], (ledger) => {
    const score = [inShared(SCORER), inShared(HOLDINGS), ledger.file("control")];
    const table = JSON.parse(said([...score, "--json"])) as { accuracy: number; precision: number };
    return {
      figures: new Map([
        ["right", table.accuracy],
        ["precision", table.precision],
      ]),
      report: said(misses ? [...score, "--misses"] : score),
      found: [],
    };
  });

export const control: Exam = {
  name: "control",
  needs: [DOCUMENTS, HOLDINGS, SCORER],
  measures: new Map([
    ["right", "one constant answer 0.16"],
    ["precision", ""],
  ]),
  take,
};
