// What results/ keeps of the last release: its figures, and which claims of the gold it found. Documents by name, places in
// them by number: no words of ../shared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { GoldClaim } from "./exam.ts";

export const RESULTS = resolve(import.meta.dirname, "../results");

/** Exam -> measure -> figure. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, number>>;
export interface Kept {
  readonly figures: Figures;
  /** Exam -> claims found. */
  readonly found: ReadonlyMap<string, readonly GoldClaim[]>;
}

const TABLE = "figures.tsv";
const CLAIMS = "claims-found.tsv";

/** Rows of a table whose first line names its columns; lines that begin with # say what it is. */
function rows(folder: string, file: string): string[][] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const all = readFileSync(path, "utf8").split("\n");
  return all
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"))
    .slice(1);
}

function grouped<T>(all: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of all) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

export function readKept(folder: string = RESULTS): Kept {
  const figures = rows(folder, TABLE).map(
    ([exam, measure, figure]) => [exam!, [measure!, Number(figure)] as const] as const,
  );
  const found = rows(folder, CLAIMS).map(
    ([exam, document, start, event]) => [exam!, { document: document!, start: Number(start), event: event! }] as const,
  );
  return {
    figures: new Map([...grouped(figures)].map(([exam, own]) => [exam, new Map(own)])),
    found: grouped(found),
  };
}

const table = (made: string, columns: readonly string[], all: readonly (readonly (string | number)[])[]): string =>
  [`# ${made}`, columns.join("\t"), ...all.map((row) => row.join("\t")), ""].join("\n");

/** `by` says which version of what was measured. What was not measured this time is kept as it was. */
export function keep({ figures, found }: Kept, by: string, folder: string = RESULTS): void {
  const before = readKept(folder);
  const allFigures = [...new Map([...before.figures, ...figures])];
  const allFound = [...new Map([...before.found, ...found])];
  mkdirSync(folder, { recursive: true });
  const measures = allFigures.flatMap(([exam, own]) => [...own].map(([measure, f]) => [exam, measure, f.toFixed(4)]));
  const claims = allFound.flatMap(([exam, own]) => own.map((c) => [exam, c.document, c.start, c.event]));
  writeFileSync(join(folder, TABLE), table(by, ["exam", "measure", "figure"], measures));
  writeFileSync(join(folder, CLAIMS), table(by, ["exam", "document", "start", "event"], claims));
}
