// Where the codebook's files lie: in a folder of one's own, and for every file that it lacks, in the one that ships. It
// knows names and paths, not what the files hold.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../model/index.ts";
import { nearest } from "./nearest.ts";

/** The codebook that ships with the package. */
export const CODEBOOK = resolve(import.meta.dirname, "../../codebook");

/** Every file of a codebook. */
export const FILES = [
  "actor-relations.tsv",
  "actors.tsv",
  "agencies.tsv",
  "arabic.yaml",
  "boilerplate.yaml",
  "calendar.yaml",
  "common-words.tsv",
  "countries.tsv",
  "events.yaml",
  "figures.yaml",
  "grammar.yaml",
  "groups.yaml",
  "judgement.yaml",
  "not-places.tsv",
  "numbers.yaml",
  "place-words.tsv",
  "places.tsv",
  "sayings.tsv",
  "theatres.yaml",
  "victims.yaml",
] as const;

/** One folder, or several: a file is that of the first folder that has it. */
export type Where = string | readonly string[];

export interface CodebookFile {
  readonly name: string;
  readonly path: string;
  /** From the folder that was asked for, not from the one that ships. */
  readonly own: boolean;
}

const foldersOf = (where: Where): readonly string[] => (typeof where === "string" ? [where] : where);

/** The file's path: in the first folder that has it, else where it was looked for first. */
export function fileIn(where: Where, name: string): string {
  const paths = foldersOf(where).map((folder) => join(folder, name));
  return paths.find((path) => existsSync(path)) ?? paths[0]!;
}

const isOurs = (folder: string): boolean => resolve(folder) === CODEBOOK;

/** The folders of the codebook of `directory`: it, and ours for what it lacks. */
export const foldersFor = (directory: string): readonly string[] =>
  isOurs(directory) ? [directory] : [directory, CODEBOOK];

/** Which file is read from where, by name. */
export const filesIn = (where: Where): readonly CodebookFile[] =>
  FILES.map((name) => {
    const path = fileIn(where, name);
    return { name, path, own: !isOurs(join(path, "..")) };
  });

/** Eight hex digits over the names and bytes of every file, whichever folder it is from. */
export function hashOf(where: Where): string {
  const hash = createHash("sha256");
  for (const { name, path } of filesIn(where)) if (existsSync(path)) hash.update(name).update(readFileSync(path));
  return hash.digest("hex").slice(0, 8);
}

/**
 * Files of the folder that look as if they were meant for a codebook and are none; read by nobody, they would be missed.
 * @throws UserError for a folder that is not there, is no folder, or has no file of a codebook
 */
export function strangersIn(directory: string): readonly { readonly path: string; readonly says: string }[] {
  const start = `mkdir -p ${directory} && cp ${join(CODEBOOK, "events.yaml")} ${directory}/ begins one; what it lacks is taken from ours`;
  const refuse = (message: string): UserError => new UserError(message, { hint: start, field: "codebook" });
  if (!existsSync(directory)) throw refuse(`the folder ${directory} is not there to take a codebook from`);
  if (!statSync(directory).isDirectory())
    throw new UserError(`${directory} is a file, and a codebook is a folder`, {
      hint: "name the folder that it lies in; what the folder lacks is taken from ours",
      field: "codebook",
    });
  const there = readdirSync(directory).filter((name) => /^[^.].*\.(tsv|ya?ml)$/i.test(name));
  const strange = there.filter((name) => !(FILES as readonly string[]).includes(name)).sort();
  if (strange.length === there.length && strange.length === 0)
    throw refuse(`the folder ${directory} has no file of a codebook`);
  return strange.map((name) => {
    const [like] = nearest(name, FILES);
    return {
      path: join(directory, name),
      says: `no file of a codebook has this name${like ? `; did you mean ${like}?` : `: they are ${FILES.join(", ")}`}`,
    };
  });
}
