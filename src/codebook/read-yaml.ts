// One YAML file of the codebook read and checked. A fault, in the YAML or against the schema, is told with the file, the
// line and the key, because the reader of that message is an analyst with the file open.
import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UserError } from "../model/index.ts";

/** The file's content as the schema gives it. @throws UserError naming file, line and key */
export function readYaml<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch (fault) {
    throw new UserError(`${file}: cannot be read (${(fault as Error).message})`, {
      hint: "every codebook has this file",
    });
  }
  return parseYaml(source, file, schema);
}

/** As readYaml, on text already read; `file` is what messages call it. @throws UserError */
export function parseYaml<S extends z.ZodType>(source: string, file: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new UserError(`${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split("\n")[0]}`);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  // The key that is at fault may be missing: then the nearest key above it is shown.
  for (let depth = issue.path.length; depth >= 0; depth--) {
    const path = issue.path.slice(0, depth);
    const node = path.length ? document.getIn(path, true) : document.contents;
    if (!isNode(node) || !node.range) continue;
    const key = issue.path.join(".") || "(the whole file)";
    throw new UserError(`${file}:${lines.linePos(node.range[0]).line}: ${key}: ${issue.message}`);
  }
  throw new UserError(`${file}: ${issue.path.join(".")}: ${issue.message}`);
}
