// Questions about many ids at once, a few hundred to a statement.
import { chunks } from "./rows.ts";

/** Rows by a column that holds one of the values. */
export async function among<T, V>(values: Iterable<V>, ask: (some: V[]) => Promise<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (const some of chunks([...new Set(values)])) rows.push(...(await ask(some)));
  return rows;
}
