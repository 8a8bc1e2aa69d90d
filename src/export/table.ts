// Rows as CSV, and what a cell may hold. A spreadsheet runs a cell that begins with = + - @ as a formula, so text that
// does gets an apostrophe before it; numbers stay as they are.
import Papa from "papaparse";

export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** The cell as it is written: no line breaks inside, nothing that a spreadsheet would run. */
export function cell(value: Cell): string | number | boolean {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return value;
  const flat = value.replace(/\s+/g, " ").trim();
  // Full-width forms count too: some spreadsheets fold them.
  return /^[=+\-@＝＋－＠]/.test(flat) && !/^-?\d+(\.\d+)?$/.test(flat) ? `'${flat}` : flat;
}

/** @param more rows between header and data (HXL's tags). Lines end in \n; the last one too. */
export function csv(
  columns: readonly string[],
  rows: readonly Row[],
  more: readonly (readonly string[])[] = [],
): string {
  const lines: (string | number | boolean)[][] = [
    [...columns],
    ...more.map((line) => [...line]),
    ...rows.map((row) => columns.map((name) => cell(row[name]))),
  ];
  return `${Papa.unparse(lines, { newline: "\n" })}\n`;
}
