// Which news pages tell of one shooting, and how many it killed and injured (SemEval-2018 task 5), scored by
// tools/exams/score-merging.mjs: a ledger is made of the pages, and its incidents are asked for. The scorer wants every page in
// one incident at most, and numbers; the rule by which they are made is below.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VIOLENT } from "../src/extract/accounts.ts";
import {
  type Answer,
  type Exam,
  inShared,
  lines,
  type Outcome,
  questions,
  type Sitting,
  said,
  withAnswers,
} from "./exam.ts";
import { withLedger } from "./ledger.ts";
import { figureAt, type Question } from "./part.ts";

const SCORER = "score-merging.mjs";
const SPLIT = "shared";
const MEASURES: readonly (readonly [measure: string, path: string, elsewhere: string])[] = [
  ["clean pairs F1", "clean.pairwise.f1", "TF-IDF within 30 days 0.81"],
  ["clean B-cubed F1", "clean.bcubed.f1", "TF-IDF within 30 days 0.89"],
  ["both exact", "clean.both", "regular expressions on gold clusters 0.51"],
];

interface Incident {
  readonly id: string;
  readonly event: string;
  readonly time: { readonly start: string } | null;
  readonly figures: readonly { readonly measure: string; readonly group: string; readonly best: number | null }[];
  readonly documents: readonly string[];
}
type Casualty = "killed" | "injured";

const violent = ({ event }: Incident): boolean => VIOLENT.has(event);
const tells = ({ figures }: Incident): boolean =>
  figures.some((f) => f.measure === "killed" || f.measure === "injured");
const rank = (i: Incident): number => (violent(i) ? (tells(i) ? 0 : 1) : 2);

/** The best figure of everybody, else the groups together, else none where a violent incident's accounts tell of none. */
function countOf(incident: Incident, measure: Casualty): number | null {
  const told = incident.figures.filter((f) => f.measure === measure);
  const everybody = told.find((f) => f.group === "people");
  if (everybody) return everybody.best;
  if (told.length > 0) return told.reduce((sum, f) => sum + (f.best ?? 0), 0);
  return violent(incident) ? 0 : null;
}

/** Violent incidents with casualties go first, and of those that with most pages: a page is of the first that has it. */
export function rowsOf(incidents: readonly Incident[]): Answer[] {
  const order = incidents.toSorted(
    (a, b) => rank(a) - rank(b) || b.documents.length - a.documents.length || (a.id < b.id ? -1 : 1),
  );
  const taken = new Set<string>();
  return order.flatMap((incident) => {
    const documents = incident.documents.filter((d) => !taken.has(d));
    for (const d of documents) taken.add(d);
    const [killed, injured] = [countOf(incident, "killed"), countOf(incident, "injured")];
    return documents.length > 0
      ? [{ incident: incident.id, documents, killed, injured, date: incident.time?.start ?? null }]
      : [];
  });
}

export function answerMerging(asked: readonly Question[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), "dateline-merging-"));
  try {
    const documents = join(folder, "documents.ndjson");
    // A page of which the set has no text cannot be received: it is an incident by itself.
    const pages = asked.filter(({ text }) => text.trim() !== "");
    writeFileSync(documents, pages.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return withLedger(documents, [], (ledger) =>
      rowsOf(lines<Incident>(readFileSync(ledger.file("incidents"), "utf8"))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(sitting: Sitting): Outcome {
  const report = withAnswers("merging", answerMerging(questions<Question>(SCORER, SPLIT)), sitting.out, (file) =>
    said([inShared(`tools/exams/${SCORER}`), "score", file, SPLIT]),
  );
  const scored: unknown = JSON.parse(report);
  return {
    figures: new Map(MEASURES.map(([measure, path]) => [measure, figureAt(scored, path)] as const)),
    report: report.trimEnd(),
    found: [],
  };
}

export const merging: Exam = {
  name: "merging",
  needs: ["merging", `tools/exams/${SCORER}`],
  measures: new Map(MEASURES.map(([measure, , elsewhere]) => [measure, elsewhere])),
  take,
};
