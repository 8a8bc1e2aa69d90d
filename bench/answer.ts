// Answers an exam's questions about any split, one JSON object to a line: for a set that is held back, or another one.
//   node SCORER inputs SPLIT | node bench/answer.ts dates|places|names|attribution|event-types | node SCORER score - SPLIT
import { readFileSync } from "node:fs";
import { classify } from "./event-types.ts";
import { type Answer, lines } from "./exam.ts";
import { parts } from "./exams.ts";
import type { Question } from "./part.ts";

const answerers = new Map<string, (question: Question) => readonly Answer[]>([
  ...parts.map((part) => [part.name, part.answer] as const),
  ["event-types", classify],
]);

const [name = ""] = process.argv.slice(2);
const answer = answerers.get(name);
if (!answer) {
  console.error(`no exam '${name}': ${[...answerers.keys()].join(", ")}`);
  process.exitCode = 2;
} else
  for (const question of lines<Question>(readFileSync(0, "utf8")))
    for (const row of answer(question)) console.log(JSON.stringify(row));
