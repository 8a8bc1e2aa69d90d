// documents.tsv: what a folder's owner says of its files - outlet, date, title, address, language. Read once per folder;
// a bad row is told by its line and the others count.
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { day } from "../model/index.ts";
import { decode } from "../text/decode.ts";
import { type Given, type Outcome, refused } from "./receive-outcome.ts";

export type Said = Given;
const COLUMNS = ["file", "outlet", "published", "title", "url", "lang"] as const;

const cell = z.string().transform((value) => value.trim() || null);
const row = z.object({
  file: z.string().trim().min(1, "the row names no file"),
  outlet: cell,
  published: cell.refine(
    (value) => value === null || day(value) !== null,
    "is no date (YYYY-MM-DD, or an instant with zone)",
  ),
  title: cell,
  url: cell,
  lang: cell,
});

/** Rows by file name (forward slashes), and a refusal for each row that cannot be used. */
export async function readTable(
  path: string,
): Promise<{ rows: ReadonlyMap<string, Said>; refused: readonly Outcome[] }> {
  const rows = new Map<string, Said>();
  const trouble: Outcome[] = [];
  const lines = decode(await readFile(path)).text.split(/\r?\n/);
  const head = (lines[0] ?? "").split("\t").map((name) => name.trim().toLowerCase());
  if (!head.includes("file"))
    return {
      rows,
      refused: [refused(`${path}:1`, `the first line must name the columns, with tabs between: ${COLUMNS.join(", ")}`)],
    };
  lines.slice(1).forEach((line, i) => {
    if (!line.trim() || line.startsWith("#")) return;
    const cells = line.split("\t");
    const said = Object.fromEntries(COLUMNS.map((name) => [name, cells[head.indexOf(name)] ?? ""]));
    const checked = row.safeParse(said);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      trouble.push(refused(`${path}:${i + 2}`, `${issue.path.join(".")}: ${issue.message}`));
      return;
    }
    const { file, ...given } = checked.data;
    rows.set(file, given);
  });
  return { rows, refused: trouble };
}
