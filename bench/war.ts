// The judgement at scale: ledgers of a simulated war of growing size, scored against its truth, with the time and memory
// they take and how they grow: node bench/war.ts [--documents 1000,10000,100000] [--seed 3] [--phrases FILE]. The last
// hundred documents of each are added one by one to what is there, as they would arrive. Where ../shared is not, nothing.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { inShared, said } from "./exam.ts";
import { median, whole } from "./race.ts";
import { makeWar } from "./simwar.ts";

const ADDED = 100;
const COMMAND = resolve(import.meta.dirname, "../bin/dateline.js");
const TAKING = resolve(import.meta.dirname, "war-taking.ts");

export interface Taken {
  /** Seconds for all but the last documents at once, and milliseconds for each of the last. */
  readonly seconds: number;
  readonly added: readonly number[];
  /** Megabytes, at most. */
  readonly memory: number;
}

interface Size extends Taken {
  readonly documents: number;
  readonly scores: string;
}

function take(documents: number, seed: string, phrases: string | undefined): Size {
  const folder = mkdtempSync(join(tmpdir(), "dateline-war-"));
  try {
    makeWar(folder, documents, ["--seed", seed, ...(phrases ? ["--phrases", phrases] : [])]);
    const rows = readFileSync(join(folder, "documents.ndjson"), "utf8").trimEnd().split("\n");
    const base = join(folder, "base.ndjson");
    const rest = join(folder, "rest.ndjson");
    writeFileSync(base, `${rows.slice(0, -ADDED).join("\n")}\n`);
    writeFileSync(rest, `${rows.slice(-ADDED).join("\n")}\n`);
    const ledger = join(folder, "war.db");
    const taken = JSON.parse(said([TAKING, ledger, base, rest])) as Taken;
    const asked = (question: string): string => {
      const file = join(folder, `${question}.out`);
      writeFileSync(file, said([COMMAND, question, "--ledger", ledger, "--format", "ndjson"]));
      return file;
    };
    const score = [inShared("simwar/score-simwar.mjs"), folder, asked("incidents"), asked("control")];
    return { documents, ...taken, scores: said(score) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The power of the size by which a cost grows: 1 is in step with it, 0 not at all. */
function exponent(sizes: readonly Size[], cost: (size: Size) => number): number {
  const points = sizes.map((s) => [Math.log(s.documents), Math.log(cost(s))] as const);
  const mean = (of: (p: readonly [number, number]) => number): number =>
    points.reduce((n, p) => n + of(p), 0) / points.length;
  const [x, y] = [mean((p) => p[0]), mean((p) => p[1])];
  const over = points.reduce((n, p) => n + (p[0] - x) * (p[1] - y), 0);
  return over / points.reduce((n, p) => n + (p[0] - x) ** 2, 0);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      documents: { type: "string", default: "1000,10000,100000" },
      seed: { type: "string", default: "3" },
      phrases: { type: "string" },
    },
  });
  if (!existsSync(inShared("simwar"))) {
    console.log("skipped: ../shared/simwar is not here");
    return;
  }
  const sizes: Size[] = [];
  for (const documents of values.documents.split(",").map(Number)) {
    const size = take(documents, values.seed, values.phrases);
    sizes.push(size);
    const each = (1000 * size.seconds) / (documents - ADDED);
    console.log(
      `\n${whole(documents)} documents: ${size.seconds.toFixed(1)} s at once (${each.toFixed(1)} ms each), ` +
        `${median(size.added).toFixed(0)} ms for one more (mean ${(size.added.reduce((a, b) => a + b, 0) / ADDED).toFixed(0)}), ${whole(size.memory)} MB`,
    );
    console.log(size.scores.trimEnd());
  }
  if (sizes.length < 2) return;
  const growth = (name: string, cost: (size: Size) => number): string => `${name} ${exponent(sizes, cost).toFixed(2)}`;
  console.log(
    `\ngrowth, as a power of the number of documents: ${[
      growth("time at once", (s) => s.seconds),
      growth("time for one more", (s) => median(s.added)),
      growth("memory", (s) => s.memory),
    ].join(", ")}`,
  );
}

main();
