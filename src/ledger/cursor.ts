// Where a page ended, as text that means nothing to whoever carries it. A cursor holds the sort key of the last row
// given, so rows that come in between two pages neither repeat nor hide others.

import { UserError } from "../model/index.ts";
import type { Page } from "./view.ts";

export type List = "incidents" | "claims" | "documents";

const made = (list: List, sort: string): string => Buffer.from(JSON.stringify([list, sort])).toString("base64url");

/** The sort key that a cursor of this list holds. @throws UserError for any other text */
export function after(list: List, cursor: string): string {
  try {
    const [of, sort] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (of === list && typeof sort === "string") return sort;
  } catch {
    // Falls through: text that is no JSON is no cursor either.
  }
  throw new UserError(`'cursor' is not one that a page of ${list} gave`, { field: "cursor" });
}

/** A page out of rows read one past the limit, so that it is known whether more follow. */
export function page<R extends { sort: string }, T>(
  list: List,
  rows: readonly R[],
  limit: number | undefined,
  total: number,
  make: (row: R) => T,
): Page<T> {
  const more = limit !== undefined && rows.length > limit;
  const shown = more ? rows.slice(0, limit) : rows;
  const last = shown.at(-1);
  return { rows: shown.map(make), total, next: more && last ? made(list, last.sort) : null };
}
