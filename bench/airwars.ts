// A human-coded casualty archive: the ledger made of the pages and posts that it cites, against what its coders made of them,
// scored by tools/score-airwars.mjs. The gazetteer of the country is added first, as its user would.
import { type Exam, inShared, type Outcome, type Sitting, said } from "./exam.ts";
import { withLedger } from "./ledger.ts";

const DOCUMENTS = "airwars/en-documents.ndjson";
const INCIDENTS = "airwars/en-incidents.json";
const GAZETTEER = "gazetteer/SY.txt";
const SCORER = "tools/score-airwars.mjs";

interface Score {
  readonly incidents: number;
  /** Of the incidents, those whose day a text holds. */
  readonly dated: number;
  readonly date: number;
  readonly place10: number;
  readonly killed: number;
  readonly belligerent: number;
  readonly record: number;
  readonly linkF1: number;
}

function take({ misses }: Sitting): Outcome {
  return withLedger(inShared(DOCUMENTS), [inShared(GAZETTEER)], (ledger) => {
    const score = [inShared(SCORER), inShared(INCIDENTS), ledger.file("incidents")];
    const table = JSON.parse(said([...score, "--json"])) as Score;
    const share = (n: number): number => n / table.incidents;
    return {
      figures: new Map([
        ["day, where a text holds it", table.date / table.dated],
        ["place within 10 km", share(table.place10)],
        ["killed range", share(table.killed)],
        ["belligerent", share(table.belligerent)],
        ["whole record", share(table.record)],
        ["document pairs F1", table.linkF1],
      ]),
      report: said(misses ? [...score, "--misses"] : score),
      found: [],
    };
  });
}

export const airwars: Exam = {
  name: "airwars",
  needs: [DOCUMENTS, INCIDENTS, GAZETTEER, SCORER],
  measures: new Map([
    ["day, where a text holds it", ""],
    ["place within 10 km", ""],
    ["killed range", ""],
    ["belligerent", ""],
    ["whole record", ""],
    ["document pairs F1", ""],
  ]),
  take,
};
