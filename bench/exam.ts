// What an exam is: it reads texts of ../shared, answers, and has the answers scored by ../shared's own tool. How a table is
// made of the figures and what they are held against is eval.ts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const SHARED = resolve(import.meta.dirname, "../../shared");
export const inShared = (path: string): string => join(SHARED, path);

/** How an exam is to be taken. */
export interface Sitting {
  /** Ask the scorer for what was missed, too. */
  readonly misses: boolean;
  /** A folder to leave the answers in; null to leave none. */
  readonly out: string | null;
  /** Only these documents; all where empty. */
  readonly documents: readonly string[];
}

/** A claim of the gold, by where it stands: none of its words leave ../shared. */
export interface GoldClaim {
  readonly document: string;
  /** Where its quote begins in the document's text. */
  readonly start: number;
  readonly event: string;
}

export interface Outcome {
  /** By the name of the measure. */
  readonly figures: ReadonlyMap<string, number>;
  /** What the scorer says at length; shown when the exam is asked for by name. */
  readonly report: string;
  readonly found: readonly GoldClaim[];
}

export interface Exam {
  readonly name: string;
  /** Paths in ../shared without which it is skipped. */
  readonly needs: readonly string[];
  /** Measure -> what is known of others on the same or a like set; the measures stand in the table in this order. */
  readonly measures: ReadonlyMap<string, string>;
  take(sitting: Sitting): Outcome;
}

export const missing = (exam: Exam): string | null => exam.needs.find((path) => !existsSync(inShared(path))) ?? null;

/** An answer in the form that the scorer reads, one to a line. */
export type Answer = Readonly<Record<string, unknown>>;

interface Run {
  readonly command?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a command prints. Throws with what it complains of. */
export function said(args: readonly string[], { command = process.execPath, environment = {} }: Run = {}): string {
  const run = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment },
  });
  if (run.status !== 0) throw new Error(`${args.join(" ")}\n${run.stderr}`);
  return run.stdout;
}

export const lines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

/** What an exam of tools/exams gives to read. */
export const questions = <T>(scorer: string, split: string): T[] =>
  lines<T>(said([inShared(`tools/exams/${scorer}`), "inputs", split]));

/** Writes the answers where a scorer can read them, for as long as `use` takes. */
export function withAnswers<T>(
  name: string,
  answers: readonly Answer[],
  out: string | null,
  use: (file: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "dateline-eval-"));
  const text = answers.map((answer) => `${JSON.stringify(answer)}\n`).join("");
  try {
    const file = join(folder, `${name}.ndjson`);
    writeFileSync(file, text);
    if (out !== null) writeFileSync(join(out, `${name}.ndjson`), text);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
