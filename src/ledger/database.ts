// Opens the file that a ledger is: finds out that it is one, brings its schema up to date and hands back a Kysely on it.
// What the tables mean is not known here.
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { UserError } from "../model/index.ts";
import { first } from "./migrations/001-first.ts";
import { neighbours } from "./migrations/002-neighbours.ts";
import { nodeSqlite, openSqlite } from "./node-sqlite.ts";
import type { Tables } from "./tables.ts";

/** In order: the file's `user_version` is how many of them it has been through. */
const STEPS: readonly (readonly string[])[] = [first, neighbours];
/** 'DTLN' in the file's header tells a ledger from any other SQLite file. */
const APPLICATION = 0x44544c4e;

export type Database = Kysely<Tables>;

const pragma = (database: DatabaseSync, name: string): number =>
  Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);

function migrate(database: DatabaseSync, target: string): void {
  if (pragma(database, "user_version") === STEPS.length) return;
  database.exec("begin immediate");
  try {
    // Asked again under the lock: another process may just have done it.
    const done = pragma(database, "user_version");
    if (done > STEPS.length)
      throw new UserError(`${target} was made by a newer Dateline`, {
        hint: "update Dateline, or name another ledger",
      });
    for (const step of STEPS.slice(done)) for (const statement of step) database.exec(statement);
    database.exec(`pragma application_id = ${APPLICATION}`);
    database.exec(`pragma user_version = ${STEPS.length}`);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

function checkOurs(database: DatabaseSync, target: string): void {
  const foreign = pragma(database, "application_id") !== APPLICATION && pragma(database, "schema_version") !== 0;
  if (foreign)
    throw new UserError(`${target} is a SQLite file, but no ledger of Dateline`, { hint: "name another file" });
}

function setUp(database: DatabaseSync): void {
  database.exec("pragma foreign_keys = on");
  if (database.prepare("pragma journal_mode").get()?.journal_mode !== "wal") database.exec("pragma journal_mode = wal");
  // FULL: an analyst's decision exists nowhere else, so once acknowledged it must outlive a power cut. What it costs,
  // one fsync for each document, is little beside reading and coding it.
  database.exec("pragma synchronous = full");
}

function refusal(target: string, error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/.test(message))
    return new UserError(`${target} is not a ledger: ${message}`, { hint: "name another file" });
  if (/unable to open|readonly|read-only/.test(message))
    return new UserError(`cannot open the ledger ${target}: ${message}`, { hint: "is the folder there, and yours?" });
  if (/locked|busy/.test(message))
    return new UserError(`the ledger ${target} is held by another program`, {
      hint: "try again",
      exit: 1,
      status: 503,
    });
  return error;
}

/**
 * target: a path, or ':memory:'. A file that is not there is made, unless `create` is false.
 * @throws UserError for postgres://…, a folder that is not there, a file that is no ledger, or one that is held
 */
export function openDatabase(target: string, { create = true } = {}): Database {
  if (/^postgres(ql)?:/i.test(target))
    throw new UserError("PostgreSQL: not yet. This version keeps its ledger in SQLite only", {
      hint: "name a file: --ledger dateline.db",
    });
  if (target !== ":memory:") {
    const path = resolve(target);
    if (!create && !existsSync(path))
      throw new UserError(`there is no ledger at ${target}`, { hint: "make one: dateline ingest PATH…", status: 404 });
    if (!existsSync(dirname(path)))
      throw new UserError(`there is no folder ${dirname(path)} for the ledger`, { hint: "make the folder first" });
    if (existsSync(path) && statSync(path).isDirectory())
      throw new UserError(`${target} is a folder, not a ledger`, { hint: "name a file in it" });
  }
  let database: DatabaseSync | undefined;
  try {
    database = openSqlite(target);
    checkOurs(database, target);
    setUp(database);
    migrate(database, target);
  } catch (error) {
    database?.close();
    throw refusal(target, error);
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(database) }) });
}
