// An exam of one part, by a scorer of ../shared/tools/exams: it gives questions, the part answers each, the scorer measures.
// `answer.ts` asks the same parts about any other split.
import { rmSync } from "node:fs";
import { type Answer, type Exam, inShared, type Outcome, questions, type Sitting, said, withAnswers } from "./exam.ts";

/** A text to read; some exams give more of it. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
}

export interface Part {
  readonly name: string;
  /** The scorer's file in tools/exams. */
  readonly scorer: string;
  readonly split: string;
  /** The folder of ../shared that it measures by. */
  readonly folder: string;
  /** Measure -> where the scorer's answer has it ('calendar.value.f1'), and what is known of others. */
  readonly measures: readonly (readonly [measure: string, path: string, elsewhere: string])[];
  /** Makes a folder of the modules that the scorer wants; it is removed afterwards. */
  readonly modules?: () => string;
  answer(question: Question): readonly Answer[];
  /** Figures beside its own, of a baseline in the same run. */
  readonly beside?: (asked: readonly Question[], score: (answers: readonly Answer[]) => unknown) => readonly Beside[];
}
export interface Beside {
  readonly measure: string;
  readonly value: number;
}

/** The number at a path of a scorer's answer. */
export function figureAt(answer: unknown, path: string): number {
  let at: unknown = answer;
  for (const key of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[key];
  if (typeof at !== "number") throw new Error(`the scorer gives no ${path}`);
  return at;
}

export function examOf(part: Part): Exam {
  const take = (sitting: Sitting): Outcome => {
    const asked = questions<Question>(part.scorer, part.split);
    const modules = part.modules?.() ?? null;
    const environment: Record<string, string> = modules === null ? {} : { NODE_PATH: modules };
    const score = (answers: readonly Answer[], flags: readonly string[], out: string | null): string =>
      withAnswers(part.name, answers, out, (file) =>
        said([inShared(`tools/exams/${part.scorer}`), "score", file, part.split, ...flags], { environment }),
      );
    const answers = asked.flatMap((question) => part.answer(question));
    const report = score(answers, sitting.misses ? ["--misses"] : [], sitting.out);
    const scored: unknown = JSON.parse(report);
    const beside = part.beside?.(asked, (given) => JSON.parse(score(given, ["--json"], null))) ?? [];
    if (modules !== null) rmSync(modules, { recursive: true, force: true });
    return {
      figures: new Map([
        ...part.measures.map(([measure, path]) => [measure, figureAt(scored, path)] as const),
        ...beside.map(({ measure, value }) => [measure, value] as const),
      ]),
      report: report.trimEnd(),
      found: [],
    };
  };
  return {
    name: part.name,
    needs: [part.folder, `tools/exams/${part.scorer}`],
    measures: new Map(part.measures.map(([measure, , elsewhere]) => [measure, elsewhere])),
    take,
  };
}
