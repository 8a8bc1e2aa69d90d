// The arrows of ARCHITECTURE.md, held: every import is read, and one against the order fails.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .filter((f) => !f.includes("/dist/"));

const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  codebook: ["model"],
  wording: ["model"],
  language: [],
  text: ["model", "codebook"],
  extract: ["model", "codebook", "language"],
  resolve: ["model", "codebook", "wording"],
  ledger: ["model", "codebook"],
  export: ["model", "codebook", "wording", "ledger"],
  pipeline: ["model", "codebook", "language", "text", "extract", "resolve", "ledger"],
  serve: ["model", "codebook", "ledger", "export", "pipeline", "resolve", "wording"],
  cli: ["model", "codebook", "ledger", "export", "pipeline", "serve", "resolve", "wording", "language"],
  index: ["model", "codebook", "ledger", "export", "pipeline"],
};
const PURE = ["model", "wording", "language", "text", "extract", "resolve", "export"];
/** The one pure layer that has a file of its own to read, the model, reads it here and nowhere else. */
const READS_THE_MODEL = { file: "src/language/load.ts", imports: /^node:(?:fs|path|url|zlib)$/ };
const IMPURE = /^node:(?!crypto$)|^(pg|kysely|hono|undici)/;
const IMPURE_CALLS =
  /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\.(env|cwd|stdin)|localeCompare\(|randomUUID/;

const imports = (source: string): { target: string; typeOnly: boolean }[] =>
  [...source.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s)?["']([^"']+)["']/gm)].map((m) => ({
    target: m[2]!,
    typeOnly: Boolean(m[1]),
  }));
const layer = (file: string): string => {
  const [first, second] = relative(join(root, "src"), file).split("/");
  return second === undefined ? first!.replace(/\.ts$/, "") : first!;
};

test("imports run one way", () => {
  const wrong: string[] = [];
  for (const file of files("src"))
    for (const { target } of imports(readFileSync(file, "utf8"))) {
      const from = layer(file);
      const name = relative(root, file);
      if (!target.startsWith(".")) {
        const allowed = name === READS_THE_MODEL.file && READS_THE_MODEL.imports.test(target);
        if (PURE.includes(from) && IMPURE.test(target) && !allowed)
          wrong.push(`${name}: ${from} is pure, but imports ${target}`);
        continue;
      }
      const to = layer(resolve(dirname(file), target));
      if (to !== from && !MAY_IMPORT[from]?.includes(to)) wrong.push(`${name}: ${from} must not import ${to}`);
    }
  expect(wrong).toEqual([]);
});

test("the pure layers know no clock, randomness, network or environment", () => {
  const wrong = files("src")
    .filter((f) => PURE.includes(layer(f)))
    .flatMap((f) =>
      readFileSync(f, "utf8")
        .split("\n")
        .map((line, i) => ({ line: line.replace(/\/\/.*|^\s*\*.*/, ""), at: `${relative(root, f)}:${i + 1}` }))
        .filter(({ line }) => IMPURE_CALLS.test(line))
        .map(({ line, at }) => `${at} ${line.trim()}`),
    );
  expect(wrong).toEqual([]);
});

test("the page takes types only, and only from the model and the ledger's questions", () => {
  const wrong = files("web").flatMap((f) =>
    imports(readFileSync(f, "utf8"))
      .filter(({ target }) => target.includes("/src/"))
      .filter(({ target, typeOnly }) => !typeOnly || !/\/src\/(model|ledger\/view)/.test(target))
      .map(({ target }) => `${relative(root, f)} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no circle of files", () => {
  const edges = new Map(
    files("src").map((f) => [
      f,
      imports(readFileSync(f, "utf8"))
        .filter(({ target, typeOnly }) => target.startsWith(".") && !typeOnly)
        .map(({ target }) => resolve(dirname(f), target)),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | null => {
    if (path.includes(file))
      return [...path.slice(path.indexOf(file)), file].map((f) => relative(root, f)).join(" -> ");
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  expect([...edges.keys()].map((f) => visit(f, [])).filter(Boolean)).toEqual([]);
});

test("files stay small and are named for what they hold", () => {
  const long = [...files("src"), ...files("web")]
    .map((f) => ({ file: relative(root, f), lines: readFileSync(f, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 350);
  const vague = files("src").filter((f) => /[/-](manager|helper|util|service|data|item|misc|common)s?\.ts/.test(f));
  expect({ long, vague: vague.map((f) => relative(root, f)) }).toEqual({ long: [], vague: [] });
});
