// What a question is: a name, a path, a line of help, parameters, and how it is answered from a view. Commands, routes
// and tools are made from this one declaration; nothing else decides what can be asked. Imports no concrete question.
import type { z } from "zod";
import type { Codebook } from "../codebook/load.ts";
import type { AsOf, Filter, Page, View } from "../ledger/view.ts";
import { UserError } from "../model/index.ts";
import { checked, USUAL_ROWS } from "./parameters.ts";

export interface Question<S extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** Under /api/v1, OpenAPI style: `/incidents/{id}`. */
  readonly path: string;
  /** The command's words and arguments: `incident <id>`. */
  readonly command: string;
  readonly help: string;
  /** What this version does not do yet, said in --help and the reference; null where nothing is missing. */
  readonly thin: string | null;
  readonly parameters: S;
  answer(view: View, codebook: Codebook, parameters: z.infer<S>): Promise<unknown>;
}

/** Keeps the parameters' types for `answer`, then forgets them so that all questions fit one list. */
export const question = <S extends z.ZodObject>(q: Omit<Question<S>, "thin"> & { readonly thin?: string }): Question =>
  ({ thin: null, ...q }) as unknown as Question;

/** The part of a ledger that questions are asked of. */
export interface Askable {
  view(as?: AsOf): Promise<View>;
}

/** The clocks that the parameters ask by. */
export function clocksOf(parameters: Readonly<Record<string, unknown>>): AsOf {
  const { known_by, recorded_by } = parameters as AsOf;
  return { ...(known_by ? { known_by } : {}), ...(recorded_by ? { recorded_by } : {}) };
}

/** Checks the parameters, takes the view of that clock, answers. Throws UserError for what the asker can mend. */
export async function ask(
  ledger: Askable,
  codebook: Codebook,
  asked: Question,
  raw: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const parameters = checked(asked.parameters, raw) as Record<string, unknown>;
  return asked.answer(await ledger.view(clocksOf(parameters)), codebook, parameters);
}

/**
 * The part of the parameters that is a filter of the view: without the clocks, which chose the view, and, unless the
 * view itself is to page, without limit and cursor.
 */
export function filterOf(parameters: object, paging?: "paged"): Filter {
  const dropped = ["known_by", "recorded_by", ...(paging ? [] : ["limit", "cursor"])];
  const kept = Object.entries(parameters).filter(([name, value]) => value !== undefined && !dropped.includes(name));
  return { ...(paging ? { limit: USUAL_ROWS } : {}), ...Object.fromEntries(kept) };
}

/** A page out of a list that the view gives whole; the cursor is the number of rows already given. */
export function paged<T>(rows: readonly T[], limit = USUAL_ROWS, cursor?: string): Page<T> {
  const start = cursor ? Number(cursor) : 0;
  if (!Number.isInteger(start) || start < 0)
    throw new UserError(`'cursor' is not one that this question gave (${cursor})`, { field: "cursor" });
  const end = start + limit;
  return { rows: rows.slice(start, end), total: rows.length, next: end < rows.length ? String(end) : null };
}

/** Every page of a list, one after another. */
export async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    rows.push(...next.rows);
    cursor = next.next ?? undefined;
  } while (cursor);
  return rows;
}

export const missing = (kind: string, id: string): UserError =>
  new UserError(`there is no ${kind} '${id}' in this ledger`, { status: 404, field: "id", exit: 2 });
