// One YAML file of the codebook read and checked. Every fault, in the YAML or against the schema, is told with the file,
// the line and the key, because the reader of that message is an analyst with the file open.
import { readFileSync } from "node:fs";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { CodebookFault, type Fault } from "./faults.ts";
import { fileIn, type Where } from "./folders.ts";

type Path = readonly PropertyKey[];

/** A file's text. @throws CodebookFault when it cannot be read */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CodebookFault([
      {
        file,
        line: null,
        key: null,
        says: `cannot be read (${(error as Error).message}); every codebook has this file`,
      },
    ]);
  }
}

/** The node at a path, or the nearest above it: a key at fault may be missing. */
function nodeAt(document: Document, path: Path): unknown {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth > 0 ? document.getIn(path.slice(0, depth), true) : document.contents;
    if (isNode(node) && node.range) return node;
  }
  return null;
}

/** 'events.withdrawal.plover': a row of a list goes by its id where it has one. */
const keyOf = (document: Document, path: Path): string =>
  path
    .map((part, depth) => {
      const id = typeof part === "number" ? document.getIn([...path.slice(0, depth + 1), "id"]) : null;
      return typeof id === "string" ? id : String(part);
    })
    .join(".");

/** The key of a map, for a fault that is about the key and not its value. */
function keyNode(node: unknown, key: string): unknown {
  if (!isMap(node)) return node;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key ?? node;
}

export interface YamlFile<T> {
  readonly value: T;
  readonly file: string;
  /** The line that the value at this path begins on. */
  line(path: Path): number;
}

/** The file with the lines of its values. @throws CodebookFault naming file, line and key of every fault */
export function openYaml<S extends z.ZodType>(where: Where, name: string, schema: S): YamlFile<z.output<S>> {
  const file = fileIn(where, name);
  const lines = new LineCounter();
  const document: Document = parseDocument(textOf(file), { lineCounter: lines });
  const lineOf = (node: unknown): number =>
    isNode(node) && node.range ? lines.linePos(node.range[0]).line : lines.linePos(0).line;
  if (document.errors.length > 0)
    throw new CodebookFault(
      document.errors.map((broken) => ({
        file,
        line: lines.linePos(broken.pos[0]).line,
        key: null,
        says: broken.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, ""),
      })),
    );
  const checked = schema.safeParse(document.toJS());
  if (!checked.success)
    throw new CodebookFault(
      checked.error.issues.flatMap((issue): Fault[] => {
        const found = nodeAt(document, issue.path);
        // Each unknown key has a line of its own.
        const unknown = issue.code === "unrecognized_keys" ? issue.keys : null;
        return (unknown ?? [null]).map((key) => ({
          file,
          line: lineOf(key === null ? found : keyNode(found, key)),
          key: keyOf(document, key === null ? issue.path : [...issue.path, key]) || null,
          says: key === null ? issue.message : "no such key is known here",
        }));
      }),
    );
  return { value: checked.data, file, line: (path) => lineOf(nodeAt(document, path)) };
}

/** The file's content as the schema gives it. @throws CodebookFault naming file, line and key of every fault */
export const readYaml = <S extends z.ZodType>(where: Where, name: string, schema: S): z.output<S> =>
  openYaml(where, name, schema).value;
