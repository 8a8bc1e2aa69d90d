// Event types of short snippets (CASE 2021 task 2), by the claims that the coder finds in them; what the exam calls each type
// stands in event-type-classes.yaml. Scored by tools/exams/score-event-type.py, or without Python by the same sums here.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { codeDocument } from "../src/pipeline/code.ts";
import { classOf, type Rules, readRules } from "./event-type-rules.ts";
import { type Answer, type Exam, inShared, lines, type Outcome, type Sitting, said, withAnswers } from "./exam.ts";
import { codebook, documentOf, type Row } from "./reader.ts";

const SNIPPETS = "event-types/snippets.ndjson";
const SCORER = "tools/exams/score-event-type.py";
const MOST_CONFUSED = 25;

interface Snippet extends Row {
  readonly label: string;
}
interface Labels {
  readonly weighted_f1: number;
  readonly macro_f1: number;
}

const claimsOf = ({ id, text }: Row) => codeDocument(documentOf({ id, text, lang: "en" }), codebook()).claims;

let rules: Rules | null = null;

/** The answer for a snippet of any split. */
export function classify(row: Row): Answer[] {
  rules ??= readRules();
  return [{ id: row.id, label: classOf(row.text, claimsOf(row), rules) }];
}

/** F1 of each class, weighted by how many snippets it has, and plain. */
function weigh(gold: readonly string[], given: readonly string[]): Labels {
  const classes = [...new Set(gold)].map((label) => {
    const wanted = gold.filter((g) => g === label).length;
    const answered = given.filter((g) => g === label).length;
    const right = gold.filter((g, i) => g === label && given[i] === label).length;
    return { wanted, f1: (2 * right) / (wanted + answered) };
  });
  const sum = (of: (c: (typeof classes)[0]) => number): number => classes.reduce((n, c) => n + of(c), 0);
  return {
    weighted_f1: sum(({ wanted, f1 }) => wanted * f1) / gold.length,
    macro_f1: sum(({ f1 }) => f1) / classes.length,
  };
}

/** What was taken for what, the most often first. */
function confusions(gold: readonly string[], given: readonly string[]): string {
  const counts = new Map<string, number>();
  gold.forEach((label, i) => {
    if (label !== given[i]) counts.set(`${label} as ${given[i]}`, (counts.get(`${label} as ${given[i]}`) ?? 0) + 1);
  });
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CONFUSED);
  return most.map(([pair, count]) => `${String(count).padStart(3)}  ${pair}`).join("\n");
}

function take({ misses, out }: Sitting): Outcome {
  const rules = readRules();
  const snippets = lines<Snippet>(readFileSync(inShared(SNIPPETS), "utf8"));
  const coded = snippets.map((snippet) => ({ ...snippet, claims: claimsOf(snippet) }));
  const given = coded.map(({ text, claims }) => classOf(text, claims, rules));
  const gold = snippets.map(({ label }) => label);
  const bare = weigh(
    gold,
    coded.map(({ text, claims }) => classOf(text, claims, rules, true)),
  );
  const python = spawnSync("python3", ["--version"]).status === 0;
  const answers = coded.map(({ id }, i): Answer => ({ id, label: given[i]! }));
  const scored = withAnswers("event-types", answers, out, (file) =>
    python
      ? said([inShared(SCORER), "score", file, "shared", ...(misses ? ["--misses"] : [])], { command: "python3" })
      : null,
  );
  const labels = scored === null ? weigh(gold, given) : (JSON.parse(scored) as Labels);
  return {
    figures: new Map([
      ["weighted F1", labels.weighted_f1],
      ["macro F1", labels.macro_f1],
      ["weighted F1 by claims alone", bare.weighted_f1],
    ]),
    report: `${scored ?? "python3 is not here: scored in this process\n"}${confusions(gold, given)}`,
    found: [],
  };
}

export const eventTypes: Exam = {
  name: "event-types",
  needs: [SNIPPETS, SCORER],
  measures: new Map([
    ["weighted F1", "fine-tuned transformers 0.77-0.84, trained SVM 0.713 (held-back half)"],
    ["macro F1", "trained SVM 0.676 (held-back half)"],
    ["weighted F1 by claims alone", ""],
  ]),
  take,
};
