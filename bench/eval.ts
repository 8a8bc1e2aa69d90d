// Codes the gold articles and the seeds and has them scored by ../shared/tools/score.mjs; fails when the ledger figure falls
// below bench/floor.json, which only ever rises. Where ../shared is absent it says so and is content.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadBoilerplate } from "../src/codebook/boilerplate.ts";
import { CODEBOOK, loadCodebook } from "../src/codebook/load.ts";
import type { Received } from "../src/model/index.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { read } from "../src/text/read.ts";

const shared = resolve(import.meta.dirname, "../../shared");
const sets = [
  { name: "gold", documents: "gold/documents.ndjson", claims: "gold/claims", texts: "gold/texts" },
  { name: "seeds", documents: "gold/seeds/documents.ndjson", claims: "gold/seeds", texts: "seeds" },
];
const flags = process.argv.slice(2).filter((a) => a.startsWith("--"));
const only = process.argv.slice(2).filter((a) => !a.startsWith("--"));

interface Row {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

const received = (row: Row): Received => ({
  id: row.id,
  file: row.id,
  bytes: new TextEncoder().encode(row.text),
  form: "text",
  charset: "utf-8",
  given: { outlet: row.outlet ?? null, title: null, url: null, lang: null, published: row.published ?? null },
});

function main(): void {
  if (!existsSync(shared)) {
    console.log("skipped: ../shared is not here, nothing to measure against");
    return;
  }
  const codebook = loadCodebook();
  const boilerplate = loadBoilerplate(CODEBOOK);
  const folder = mkdtempSync(join(tmpdir(), "dateline-eval-"));
  const ledgers = new Map<string, number>();
  for (const set of sets) {
    const rows = readFileSync(join(shared, set.documents), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((l) => JSON.parse(l) as Row);
    const start = performance.now();
    const claims = rows
      .filter((r) => !only.length || only.includes(r.id))
      .flatMap((row) => codeDocument(read(received(row), boilerplate), codebook).claims);
    const seconds = (performance.now() - start) / 1000;
    const file = join(folder, `${set.name}.ndjson`);
    writeFileSync(file, claims.map((c) => `${JSON.stringify(c)}\n`).join(""));
    const out = flags.find((f) => f.startsWith("--out="))?.slice(6);
    if (out) writeFileSync(join(out, `${set.name}.ndjson`), readFileSync(file));
    const score = join(shared, "tools/score.mjs");
    const pass = flags.filter((f) => f === "--misses");
    const run = spawnSync(process.execPath, [score, join(shared, set.claims), join(shared, set.texts), file, ...pass], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    console.log(
      `== ${set.name}: ${rows.length} documents, ${claims.length} claims, ${(rows.length / seconds).toFixed(0)} documents a second`,
    );
    console.log(run.stdout.trimEnd(), run.stderr.trimEnd());
    const json = spawnSync(
      process.execPath,
      [score, join(shared, set.claims), join(shared, set.texts), file, "--json"],
      { encoding: "utf8", maxBuffer: 1 << 26 },
    );
    ledgers.set(set.name, (JSON.parse(json.stdout) as { ledger: number }).ledger);
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`ledger gold=${ledgers.get("gold")!.toFixed(3)} seeds=${ledgers.get("seeds")!.toFixed(3)}`);
  if (only.length) return;
  const floor = JSON.parse(readFileSync(join(import.meta.dirname, "floor.json"), "utf8")) as Record<string, number>;
  for (const [name, value] of ledgers)
    if (value < (floor[name] ?? 0)) {
      console.error(`below the floor: ${name} ${value.toFixed(3)} < ${floor[name]}`);
      process.exitCode = 1;
    }
}

main();
