// How fast the language core reads on one core: node bench/language.ts [--peers DIR] [--passes N]. Reads the
// gold articles of ../shared, else the example reports, and beside it, in the same run, wink-nlp tags the same texts when
// it is installed here or in DIR (npm install --prefix DIR wink-nlp wink-eng-lite-web-model). How well it reads is not
// measured here but by `dateline language eval`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { MODEL_FILE } from "../src/language/index.ts";
import { splitSentences } from "../src/language/words/sentences.ts";
import { tokenise } from "../src/language/words/tokens.ts";

const WARM_UPS = 3;
const COLD_STARTS = 7;
const root = resolve(import.meta.dirname, "..");
const given = parseArgs({
  options: {
    peers: { type: "string", default: root },
    passes: { type: "string", default: "9" },
    /** What the fresh processes of this bench do: load one of the two and say what it cost. */
    cold: { type: "string" },
  },
}).values;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const whole = (n: number): string => Math.round(n).toLocaleString("en");
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** wink-nlp with what tagging needs and no more; null if it is not installed. */
function wink(): ((text: string) => number) | null {
  const require = createRequire(join(resolve(given.peers), "package.json"));
  try {
    require.resolve("wink-nlp");
    require.resolve("wink-eng-lite-web-model");
  } catch {
    return null;
  }
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"), ["sbd", "pos"]);
  return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}

async function own() {
  const { loadLanguage } = await import("../src/language/load.ts");
  return loadLanguage();
}

interface ColdStart {
  readonly milliseconds: number;
  readonly heap: number;
  /** Typed arrays, which stand outside the heap. */
  readonly arrays: number;
}

/** Loads, reads one sentence, and prints what that took as a ColdStart. */
async function startCold(which: string): Promise<void> {
  const sentence = "Rebels captured Nawa on Friday.";
  globalThis.gc?.();
  const before = process.memoryUsage();
  const began = performance.now();
  const reader =
    which === "wink" ? wink()! : await own().then((language) => (text: string) => language.read(text).length);
  reader(sentence);
  const milliseconds = performance.now() - began;
  globalThis.gc?.();
  const after = process.memoryUsage();
  reader(sentence); // What was loaded must still be held when it is weighed.
  const cost: ColdStart = {
    milliseconds,
    heap: after.heapUsed - before.heapUsed,
    arrays: after.arrayBuffers - before.arrayBuffers,
  };
  process.stdout.write(JSON.stringify(cost));
}

function coldStarts(which: string): string {
  const costs = Array.from({ length: COLD_STARTS }, (): ColdStart => {
    const flags = ["--expose-gc", import.meta.filename, "--cold", which, "--peers", given.peers];
    const child = spawnSync(process.execPath, flags, { encoding: "utf8" });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout) as ColdStart;
  });
  const of = (key: keyof ColdStart): number => median(costs.map((c) => c[key]));
  return `${of("milliseconds").toFixed(0)} ms to load and read a sentence, heap ${mib(of("heap"))}, arrays ${mib(of("arrays"))}`;
}

function texts(): { name: string; texts: string[] } {
  const gold = resolve(root, "../shared/gold/texts");
  const name = existsSync(gold) ? gold : join(root, "examples");
  const files = readdirSync(name, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:txt|md)$/.test(file));
  return { name, texts: files.sort().map((file) => readFileSync(join(name, file), "utf8")) };
}

interface Stage {
  readonly name: string;
  /** Runs over all texts and returns the number of words it read. */
  readonly pass: () => number;
}

/** All stages in turn, pass by pass, so that a busy minute of the machine slows each of them alike. */
function race(stages: readonly Stage[], characters: number): void {
  const seconds = stages.map((): number[] => []);
  const words = stages.map(() => 0);
  for (let pass = -WARM_UPS; pass < Number(given.passes); pass++)
    for (const [i, stage] of stages.entries()) {
      const began = performance.now();
      words[i] = stage.pass();
      if (pass >= 0) seconds[i]!.push((performance.now() - began) / 1000);
    }
  for (const [i, stage] of stages.entries()) {
    const took = median(seconds[i]!);
    const spread = `${whole(words[i]! / Math.max(...seconds[i]!))} to ${whole(words[i]! / Math.min(...seconds[i]!))}`;
    console.log(
      `${stage.name.padEnd(34)}${whole(words[i]! / took).padStart(11)} words/s  (${spread})  ` +
        `${(characters / took / 1e6).toFixed(2)} M characters/s`,
    );
  }
}

async function main(): Promise<void> {
  const corpus = texts();
  const characters = corpus.texts.reduce((n, text) => n + text.length, 0);
  console.log(
    `${corpus.texts.length} texts, ${whole(characters)} characters of ${corpus.name}; node ${process.version}`,
  );
  const language = await own();
  const all = (read: (text: string) => number) => (): number => corpus.texts.reduce((n, text) => n + read(text), 0);
  const sentences = corpus.texts.map((text) => language.read(text).map((s) => s.words.map((w) => w.form)));
  const forms = sentences.reduce((n, s) => n + s.reduce((m, w) => m + w.length, 0), 0);
  const peer = wink();
  const stages: Stage[] = [
    { name: "words", pass: all((text) => tokenise(text).length) },
    {
      name: "words, sentences by rule",
      pass: all((text) => {
        const tokens = tokenise(text);
        splitSentences(text, tokens);
        return tokens.length;
      }),
    },
    {
      name: "tags, trees, lemmas, names",
      pass: () => {
        for (const s of sentences) language.analyse(s);
        return forms;
      },
    },
    { name: "whole chain", pass: all((text) => language.read(text).reduce((n, s) => n + s.words.length, 0)) },
    ...(peer ? [{ name: "wink-nlp: words, sentences, tags", pass: all(peer) }] : []),
  ];
  race(stages, characters);
  if (!peer) console.log("wink-nlp                          not installed (--peers DIR names a folder that has it)");
  console.log(`\nCold, the median of ${COLD_STARTS} fresh processes:`);
  console.log(`language core  ${coldStarts("own")}`);
  if (peer) console.log(`wink-nlp       ${coldStarts("wink")}`);
  console.log(`\nmodel file     ${(readFileSync(MODEL_FILE).length / 1e6).toFixed(2)} MB under gzip`);
}

await (given.cold ? startCold(given.cold) : main());
