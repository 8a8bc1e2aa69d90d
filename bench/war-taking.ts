// Takes documents into a ledger in a process of its own, so that its memory can be told: most of them at once, the rest one
// by one. Prints a `Taken`: node bench/war-taking.ts LEDGER BASE REST
import { readFileSync, writeFileSync } from "node:fs";
import { loadCodebook } from "../src/codebook/load.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { ingest } from "../src/pipeline/ingest.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";
import type { Taken } from "./war.ts";

const [file = "", base = "", rest = ""] = process.argv.slice(2);
const codebook = loadCodebook();
const ledger = await openLedger(file, judgedBy(codebook));
const timed = async (input: string): Promise<number> => {
  const began = performance.now();
  await ingest(ledger, [input], codebook);
  return performance.now() - began;
};
const seconds = (await timed(base)) / 1000;
const added: number[] = [];
const one = `${rest}.one.ndjson`;
for (const row of readFileSync(rest, "utf8").trimEnd().split("\n")) {
  writeFileSync(one, `${row}\n`);
  added.push(await timed(one));
}
await ledger.close();
const taken: Taken = { seconds, added, memory: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(taken));
