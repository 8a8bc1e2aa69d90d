// How fast the language core reads on one core: node bench/language.ts [--passes N]. wink-nlp tags the same texts in the same
// run. How well it reads is not measured here but by `dateline language eval`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MODEL_FILE } from "../src/language/index.ts";
import { splitSentences } from "../src/language/words/sentences.ts";
import { tokenise } from "../src/language/words/tokens.ts";
import { median, race, type Stage, texts, whole, wink } from "./race.ts";

const COLD_STARTS = 7;
const given = parseArgs({
  options: {
    passes: { type: "string", default: "9" },
    /** What the fresh processes of this bench do: load one of the two and say what it cost. */
    cold: { type: "string" },
  },
}).values;

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

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
    which === "wink" ? wink() : await own().then((language) => (text: string) => language.read(text).length);
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
    const flags = ["--expose-gc", import.meta.filename, "--cold", which];
    const child = spawnSync(process.execPath, flags, { encoding: "utf8" });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout) as ColdStart;
  });
  const of = (key: keyof ColdStart): number => median(costs.map((c) => c[key]));
  return `${of("milliseconds").toFixed(0)} ms to load and read a sentence, heap ${mib(of("heap"))}, arrays ${mib(of("arrays"))}`;
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
    { name: "wink-nlp: words, sentences, tags", pass: all(wink()) },
  ];
  race(stages, characters, Number(given.passes));
  console.log(`\nCold, the median of ${COLD_STARTS} fresh processes:`);
  console.log(`language core  ${coldStarts("own")}`);
  console.log(`wink-nlp       ${coldStarts("wink")}`);
  console.log(`\nmodel file     ${(readFileSync(MODEL_FILE).length / 1e6).toFixed(2)} MB under gzip`);
}

await (given.cold ? startCold(given.cold) : main());
