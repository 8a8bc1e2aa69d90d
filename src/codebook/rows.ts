// The codebook's tables: tab-separated rows under a head line, checked one by one against a schema. Every fault names the
// file and the line, so that whoever edits a row finds it. It knows nothing of what the rows mean.
import type { z } from "zod";
import { CodebookFault, type Fault } from "./faults.ts";
import { fileIn, type Where } from "./folders.ts";
import { textOf } from "./read-yaml.ts";

export interface Numbered<T> {
  readonly row: T;
  readonly line: number;
}
/** What is wrong among rows that hold one by one: a line, a column and what to say. */
export type Check<T> = (rows: readonly Numbered<T>[]) => readonly Omit<Fault, "file">[];

/** Rows must differ in this column. */
export const unique =
  <T>(column: keyof T & string): Check<T> =>
  (rows) => {
    const first = new Map<unknown, number>();
    return rows.flatMap(({ row, line }) => {
      const before = first.get(row[column]);
      if (before === undefined) first.set(row[column], line);
      return before === undefined
        ? []
        : [{ line, key: column, says: `'${String(row[column])}' stands on line ${before} already` }];
    });
  };

/** Faults of the head line and of what stands beyond its columns. */
function shapeFaults(
  head: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly string[])[],
): Omit<Fault, "file">[] {
  const lacking = columns.filter((c) => !head.includes(c));
  if (lacking.length > 0)
    return [{ line: 1, key: null, says: `the head lacks ${lacking.join(", ")}; columns are set apart by tabs` }];
  return cells.flatMap((row, i) =>
    i > 0 && row.slice(head.length).some((c) => c.trim() !== "")
      ? [{ line: i + 1, key: null, says: `has ${row.length} cells under ${head.length} columns: a tab too many` }]
      : [],
  );
}

/**
 * The rows of a table's text; empty lines and lines that start with '#' are passed over. `file` is what faults call it.
 * @throws CodebookFault with every fault
 */
export function parseRows<S extends z.ZodObject>(
  text: string,
  file: string,
  schema: S,
  ...checks: readonly Check<z.output<S>>[]
): z.output<S>[] {
  const cells = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => (line.trim() === "" || line.startsWith("#") ? [] : line.split("\t")));
  const head = (cells[0] ?? []).map((c) => c.trim());
  const faults = shapeFaults(head, Object.keys(schema.shape), cells);
  const rows: Numbered<z.output<S>>[] = [];
  // Without its columns no row can hold, and one fault says so.
  if (faults[0]?.line !== 1)
    cells.forEach((row, i) => {
      if (i === 0 || row.length === 0) return;
      const result = schema.safeParse(Object.fromEntries(head.map((name, n) => [name, row[n]?.trim() ?? ""])));
      if (result.success) rows.push({ row: result.data, line: i + 1 });
      else
        for (const issue of result.error.issues)
          faults.push({ line: i + 1, key: issue.path.join("."), says: issue.message });
    });
  if (faults.length === 0) for (const check of checks) faults.push(...check(rows));
  if (faults.length > 0) throw new CodebookFault(faults.map((f) => ({ ...f, file })));
  return rows.map(({ row }) => row);
}

/** The rows of one table of the codebook. @throws CodebookFault with every fault */
export function readRows<S extends z.ZodObject>(
  where: Where,
  name: string,
  schema: S,
  ...checks: readonly Check<z.output<S>>[]
): z.output<S>[] {
  const file = fileIn(where, name);
  return parseRows(textOf(file), file, schema, ...checks);
}
