// node:sqlite in the shape that Kysely's SqliteDialect asks for. Nothing here knows the ledger's tables.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { SqliteDatabase } from "kysely";

const STATEMENTS_KEPT = 200;

/** node:sqlite binds no booleans and no undefined; a value of another kind is a bug in the query that holds it. */
function bound(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot store a ${typeof value} in the ledger`);
}

/**
 * Whole numbers come back as `number`: node:sqlite throws on one past 2^53 rather than round it, and the ledger has none.
 * Statements are kept prepared, for a ledger asks the same few hundred again and again.
 */
export function nodeSqlite(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, { statement: StatementSync; reader: boolean }>();
  const prepare = (sql: string): { statement: StatementSync; reader: boolean } => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
    const statement = database.prepare(sql);
    const made = { statement, reader: statement.columns().length > 0 };
    kept.set(sql, made);
    return made;
  };
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (asked) => {
      // A transaction that reads first and writes later fails at once when another process has written in between,
      // whatever the busy timeout; one that says from the start that it will write waits its turn.
      const sql = asked === "begin" ? "begin immediate" : asked;
      const { statement, reader } = prepare(sql);
      return {
        reader,
        all: (parameters) => statement.all(...parameters.map(bound)),
        run: (parameters) => statement.run(...parameters.map(bound)),
        // A statement of its own: two readings of one may not be interleaved.
        iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(bound)),
      };
    },
  };
}

/** Opens the file, or ':memory:', waiting up to five seconds for whoever holds it. */
export const openSqlite = (file: string): DatabaseSync => new DatabaseSync(file, { timeout: 5000 });
