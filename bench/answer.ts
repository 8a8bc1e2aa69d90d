// Answers an exam's questions about any split, one JSON object to a line: for a set that is held back, or another one.
//   node SCORER inputs SPLIT | node bench/answer.ts dates|places|names|attribution|event-types|merging >FILE; node SCORER score FILE SPLIT
// Not `readFileSync(0, "utf8")` on either side of a pipe: Node 24.21 crashes in it now and then where the writer is slow.
import { readFileSync } from "node:fs";
import { classify } from "./event-types.ts";
import { type Answer, lines } from "./exam.ts";
import { parts } from "./exams.ts";
import { answerMerging } from "./merging.ts";
import type { Question } from "./part.ts";

const answerers = new Map<string, (asked: readonly Question[]) => readonly Answer[]>([
  ...parts.map(({ name, answer }) => [name, (asked: readonly Question[]) => asked.flatMap(answer)] as const),
  ["event-types", (asked) => asked.flatMap(classify)],
  ["merging", answerMerging],
]);

const [name = ""] = process.argv.slice(2);
const answer = answerers.get(name);
if (!answer) {
  console.error(`no exam '${name}': ${[...answerers.keys()].join(", ")}`);
  process.exitCode = 2;
} else {
  const asked = lines<Question>(readFileSync(0).toString("utf8"));
  process.stdout.write(
    answer(asked)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(""),
  );
}
