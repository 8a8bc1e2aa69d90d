// What comes in: files, folders, addresses and standard input, each turned into documents as received, bytes kept as
// they were. What cannot be taken is refused with a line that says what it is and what to do; the rest goes on.
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve, sep } from "node:path";
import { type Boilerplate, loadBoilerplate } from "../codebook/boilerplate.ts";
import type { Received } from "../model/index.ts";
import { read } from "../text/read.ts";
import { fileDocuments, KNOWN } from "./receive-file.ts";
import { type Outcome, refused } from "./receive-outcome.ts";
import { streamDocuments, wholeStream } from "./receive-stream.ts";
import { readTable, type Said } from "./receive-table.ts";
import { urlDocuments } from "./receive-url.ts";

export type { Outcome } from "./receive-outcome.ts";

const CODEBOOK = resolve(import.meta.dirname, "../../codebook");

export interface ReceiveOptions {
  /** A day or instant that fills in the date of publication where nothing else gives one. */
  readonly published?: string;
  /** Read for '-'; default: the process's own standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Word lists to look for a date with, when `published` is given; default: those of the codebook that ships. */
  readonly boilerplate?: Boilerplate;
  /** For tests: how addresses are fetched. */
  readonly fetch?: typeof fetch;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What tells of a folder is no report. */
const README = /^readme(?:\.(?:md|txt))?$/i;

/** Every file of a folder, as paths within it with forward slashes, in a fixed order; hidden ones and READMEs are left out. */
async function filesWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !README.test(basename(name)))
    .filter((name) => !name.split("/").some((piece) => piece.startsWith(".")))
    .sort(byCodeUnit);
}

async function* folderDocuments(folder: string): AsyncGenerator<Outcome> {
  const names = await filesWithin(folder);
  const tables = new Map<string, ReadonlyMap<string, Said>>();
  for (const table of names.filter((name) => basename(name) === "documents.tsv")) {
    const outcome = await readTable(join(folder, table));
    yield* outcome.refused;
    tables.set(table.slice(0, -"documents.tsv".length), outcome.rows);
  }
  for (const name of names) {
    if (basename(name) === "documents.tsv") continue;
    // The table nearest above the file tells of it, by its name within the table's folder.
    const home = [...tables.keys()].filter((at) => name.startsWith(at)).sort((a, b) => b.length - a.length)[0];
    const said = home === undefined ? undefined : tables.get(home)!.get(name.slice(home.length));
    if (!KNOWN.has(extname(name).toLowerCase())) {
      yield refused(join(folder, name), unknownForm(name));
      continue;
    }
    yield* fileDocuments(join(folder, name), name, said ?? null);
  }
  if (!names.length) yield refused(folder, "the folder is empty: there is nothing to read");
}

const unknownForm = (name: string): string =>
  `${extname(name) ? `'${extname(name)}' is no form that can be read` : "the name has no ending"}: give it one of ${[...KNOWN].join(" ")}`;

async function* pathDocuments(path: string): AsyncGenerator<Outcome> {
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path);
  } catch (fault) {
    const missing = (fault as NodeJS.ErrnoException).code === "ENOENT";
    yield refused(path, missing ? "there is no such file or folder" : `cannot be opened: ${(fault as Error).message}`);
    return;
  }
  if (found.isDirectory()) yield* folderDocuments(path);
  else if (!found.isFile()) yield refused(path, "is neither a file nor a folder");
  else if (!KNOWN.has(extname(path).toLowerCase())) yield refused(path, unknownForm(basename(path)));
  else yield* fileDocuments(path, basename(path), null);
}

async function* standardInput(stdin: AsyncIterable<Uint8Array | string>): AsyncGenerator<Outcome> {
  const bytes = await wholeStream(stdin);
  if (bytes === null) yield refused("-", "standard input is larger than 60 MB: put it into files");
  else yield* streamDocuments(bytes);
}

/** The date that `--published` gives, for a document that says none itself. */
function withDate(document: Received, published: string, boilerplate: Boilerplate): Received {
  if (document.given.published !== null) return document;
  if (read(document, boilerplate).published !== null) return document;
  return { ...document, given: { ...document.given, published } };
}

/**
 * Documents of every input in order: a path (file or folder), an http(s) address, or '-' for standard input. Nothing is
 * thrown for bad input: each trouble is one `refused`, and what follows it is still read.
 */
export async function* receive(inputs: readonly string[], options: ReceiveOptions = {}): AsyncGenerator<Outcome> {
  const boilerplate = options.published ? (options.boilerplate ?? loadBoilerplate(CODEBOOK)) : null;
  for (const input of inputs) {
    const outcomes =
      input === "-"
        ? standardInput(options.stdin ?? process.stdin)
        : /^https?:\/\//i.test(input)
          ? urlDocuments(input, options.fetch ?? fetch)
          : /^[a-z][a-z0-9+.-]+:\/\//i.test(input)
            ? one(refused(input, "only http and https addresses are fetched"))
            : pathDocuments(input);
    for await (const outcome of outcomes) {
      if (outcome.kind === "received" && options.published && boilerplate)
        yield { kind: "received", received: withDate(outcome.received, options.published, boilerplate) };
      else yield outcome;
    }
  }
}

async function* one(outcome: Outcome): AsyncGenerator<Outcome> {
  yield outcome;
}
