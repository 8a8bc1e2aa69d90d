// Reads the codebook's files - tab-separated rows and YAML - and checks them against a schema. An error names the file and
// the line, so that whoever edits a row finds it. It knows nothing of what the rows mean.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UserError } from "../model/index.ts";

const read = (directory: string, file: string): string => {
  try {
    return readFileSync(join(directory, file), "utf8");
  } catch {
    throw new UserError(`the codebook lacks ${file}`, { hint: `looked in ${directory}` });
  }
};

/** Rows of a tab-separated file with a head line; lines that start with '#' and empty lines are passed over. */
export function readRows<T>(directory: string, file: string, schema: z.ZodType<T>): T[] {
  const lines = read(directory, file).split(/\r?\n/);
  const head = (lines[0] ?? "").split("\t");
  const rows: T[] = [];
  lines.forEach((line, i) => {
    if (i === 0 || !line.trim() || line.startsWith("#")) return;
    const cells = line.split("\t");
    const row = Object.fromEntries(head.map((name, n) => [name, cells[n]?.trim() ?? ""]));
    const result = schema.safeParse(row);
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new UserError(`codebook/${file}, line ${i + 1}: ${issue?.path.join(".")}: ${issue?.message}`);
    }
    rows.push(result.data);
  });
  return rows;
}

/** A YAML file checked against `schema`. Throws UserError with the file, the line and the path of what is wrong. */
export function readYaml<T>(directory: string, file: string, schema: z.ZodType<T>): T {
  const counter = new LineCounter();
  const document = parseDocument(read(directory, file), { lineCounter: counter });
  const broken = document.errors[0];
  if (broken) throw new UserError(`codebook/${file}, line ${counter.linePos(broken.pos[0]).line}: ${broken.message}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []) as (string | number)[];
  let at: unknown;
  for (let n = path.length; n > 0 && !at; n--) at = document.getIn(path.slice(0, n), true);
  const range = (at as { range?: [number, number, number] } | undefined)?.range;
  const line = range ? counter.linePos(range[0]).line : 1;
  throw new UserError(`codebook/${file}, line ${line}: ${path.join(".")}: ${issue?.message}`);
}

/** The file's text, for the hash that goes into the codebook's version. */
export const rawFile = (directory: string, file: string): string => read(directory, file);
