// What the benches of speed share: the texts that are read, wink-nlp's tagging as a yardstick, and stages that run in turn, so
// that a busy minute of the machine slows each of them alike.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const WARM_UPS = 3;
const root = resolve(import.meta.dirname, "..");

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
export const whole = (n: number): string => Math.round(n).toLocaleString("en");

/** wink-nlp with what tagging needs and no more; it answers the number of words. */
export function wink(): (text: string) => number {
  const require = createRequire(import.meta.url);
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"), ["sbd", "pos"]);
  return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}

/** The gold articles of ../shared, else the example reports. */
export function texts(): { name: string; texts: string[] } {
  const gold = resolve(root, "../shared/gold/texts");
  const name = existsSync(gold) ? gold : join(root, "examples");
  const files = readdirSync(name, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:txt|md)$/.test(file));
  return { name, texts: files.sort().map((file) => readFileSync(join(name, file), "utf8")) };
}

export interface Stage {
  readonly name: string;
  /** Runs over all texts and returns the number of words it read. */
  readonly pass: () => number;
}

/** Words and characters a second of each stage, the median of so many passes. */
export function race(stages: readonly Stage[], characters: number, passes: number): number[] {
  const seconds = stages.map((): number[] => []);
  const words = stages.map(() => 0);
  for (let pass = -WARM_UPS; pass < passes; pass++)
    for (const [i, stage] of stages.entries()) {
      const began = performance.now();
      words[i] = stage.pass();
      if (pass >= 0) seconds[i]!.push((performance.now() - began) / 1000);
    }
  return stages.map((stage, i) => {
    const took = median(seconds[i]!);
    const spread = `${whole(words[i]! / Math.max(...seconds[i]!))} to ${whole(words[i]! / Math.min(...seconds[i]!))}`;
    console.log(
      `${stage.name.padEnd(34)}${whole(words[i]! / took).padStart(11)} words/s  (${spread})  ` +
        `${(characters / took / 1e6).toFixed(2)} M characters/s`,
    );
    return words[i]! / took;
  });
}
