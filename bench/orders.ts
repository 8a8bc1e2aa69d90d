// Orders with their terms: ceasefires, evacuations, closures, advisories and amnesties, scored by tools/score-orders.mjs.
import { readFileSync } from "node:fs";
import { codeDocument } from "../src/pipeline/code.ts";
import { type Exam, inShared, lines, type Outcome, type Sitting, said, withAnswers } from "./exam.ts";
import { codebook, documentOf, type Row } from "./reader.ts";

const DOCUMENTS = "orders/documents.ndjson";

function take({ misses, out }: Sitting): Outcome {
  const rows = lines<Row>(readFileSync(inShared(DOCUMENTS), "utf8"));
  const answers = rows.flatMap((row) =>
    codeDocument(documentOf(row), codebook()).claims.map((claim) => ({ ...claim })),
  );
  return withAnswers("orders", answers, out, (file) => {
    const score = [inShared("tools/score-orders.mjs"), inShared(DOCUMENTS), file];
    const table = JSON.parse(said([...score, "--json"])) as Record<"found" | "terms", { f1: number }>;
    return {
      figures: new Map([
        ["found", table.found.f1],
        ["terms", table.terms.f1],
      ]),
      report: said(misses ? [...score, "--misses"] : score),
      found: [],
    };
  });
}

export const orders: Exam = {
  name: "orders",
  needs: [DOCUMENTS, "tools/score-orders.mjs"],
  measures: new Map([
    ["found", ""],
    ["terms", ""],
  ]),
  take,
};
