// Words on a terminal: tables that fit its width, JSON where nobody looks, a passage with its mentions marked. Knows how
// things are printed, not which.
import { styleText } from "node:util";
import { csv } from "../export/table.ts";

export type Format = "table" | "json" | "ndjson" | "csv";

export interface Column {
  readonly head: string;
  readonly cell: (row: never) => string | number | null;
  /** Never cut: ids, days and numbers. */
  readonly whole?: boolean;
  /** Only in CSV: a terminal has no room for it. */
  readonly wide?: boolean;
}

const stdout = (): NodeJS.WriteStream => process.stdout;
export const width = (): number => Math.max(40, stdout().columns ?? 120);
type Style = Parameters<typeof styleText>[0];
/** Styled where standard output is a terminal that wants it (NO_COLOR and pipes get plain text). */
export const styled = (style: Style, text: string): string => styleText(style, text, { stream: stdout() });

export const out = (text: string): void => {
  stdout().write(text.endsWith("\n") ? text : `${text}\n`);
};
export const err = (text: string): void => {
  process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
};

// What a document holds could move the cursor or name the window; none of it reaches the terminal.
const CONTROL = /(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
export const harmless = (text: string): string => text.replace(CONTROL, "�");
const flat = (value: string | number | null): string =>
  value === null ? "" : harmless(String(value).replace(/\s+/g, " ").trim());
const cut = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, Math.max(0, most - 1)).join("")}…`;
const length = (text: string): number => [...text].length;

/** Columns narrowed, the widest first, until the line fits; whole columns keep their width. */
export function narrowed(widths: readonly number[], whole: readonly boolean[], most: number): number[] {
  const fitted = [...widths];
  const total = (): number => fitted.reduce((a, b) => a + b, 0) + 2 * (fitted.length - 1);
  while (total() > most) {
    let widest = -1;
    for (let i = 0; i < fitted.length; i++)
      if (!whole[i] && fitted[i]! > 8 && (widest < 0 || fitted[i]! > fitted[widest]!)) widest = i;
    if (widest < 0) break;
    fitted[widest]! -= 1;
  }
  return fitted;
}

export function table<T>(columns: readonly Column[], rows: readonly T[], most = width()): string {
  if (rows.length === 0) return "(none)\n";
  const cells = rows.map((row) => columns.map((c) => flat(c.cell(row as never))));
  const right = columns.map((c) => rows.every((row) => typeof (c.cell(row as never) ?? 0) === "number"));
  const natural = columns.map((c, i) => Math.max(length(c.head), ...cells.map((line) => length(line[i]!))));
  const widths = narrowed(
    natural,
    columns.map((c) => c.whole ?? false),
    most,
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((t, i) => {
        const text = cut(t, widths[i]!);
        const pad = " ".repeat(Math.max(0, widths[i]! - length(text)));
        return right[i] ? pad + text : i === texts.length - 1 ? text : text + pad;
      })
      .join("  ")
      .trimEnd();
  return `${[styled("bold", line(columns.map((c) => c.head))), ...cells.map(line)].join("\n")}\n`;
}

/** Rows in the format asked for; for the table, how many there are besides those shown. `next`: the cursor of the rest. */
export function printRows(
  format: Format,
  columns: readonly Column[],
  rows: readonly unknown[],
  total: number,
  next: string | null = null,
): void {
  if (format === "json") out(JSON.stringify({ rows, total, next }, null, 2));
  else if (format === "ndjson") for (const row of rows) out(JSON.stringify(row));
  else if (format === "csv")
    out(
      csv(
        columns.map((c) => c.head),
        rows.map((row) => Object.fromEntries(columns.map((c) => [c.head, c.cell(row as never)]))),
      ),
    );
  else {
    const shown = columns.filter((c) => !c.wide);
    out(table(shown, rows));
    if (total > rows.length)
      out(
        styled(
          "dim",
          `${rows.length} of ${total}; ${next === null ? "--limit shows more" : `the rest: --cursor ${next}`}`,
        ),
      );
  }
}

/** Wrapped at blanks, each line indented. */
export function wrapped(text: string, indent = "", most = width()): string {
  const lines: string[] = [];
  for (const paragraph of harmless(text).split("\n")) {
    let line = "";
    for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
      if (line !== "" && length(indent) + length(line) + 1 + length(word) > most) {
        lines.push(indent + line);
        line = "";
      }
      line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line === "" ? "" : indent + line);
  }
  return lines.join("\n");
}

/** A dim label at the left and the text from column `at` on; what does not fit goes on under the text. */
export function labelled(label: string, text: string, at: number, indent = "", most = width()): string {
  const body = wrapped(text, indent + " ".repeat(at), most).slice(indent.length + at);
  return `${indent}${styled("dim", label)}${" ".repeat(Math.max(1, at - length(label)))}${body}`;
}

/** The text with the spans marked: underlined on a terminal, in brackets elsewhere. Spans count from the text's start. */
export function marked(text: string, spans: readonly (readonly [number, number])[]): string {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let result = "";
  let at = 0;
  for (const [start, end] of sorted) {
    if (start < at || end <= start) continue;
    const words = harmless(text.slice(start, end));
    result += harmless(text.slice(at, start));
    result += styled("underline", words) === words ? `[${words}]` : styled("underline", words);
    at = end;
  }
  return result + harmless(text.slice(at));
}

const STATUS: Readonly<Record<string, Style>> = {
  corroborated: "green",
  "single-source": "yellow",
  disputed: "magenta",
  denied: "red",
};
export const status = (word: string): string => styled(STATUS[word] ?? "reset", word);
