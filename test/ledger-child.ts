// A process of its own that takes made-up documents into a ledger, for tests that kill it or run it beside another.
//   node test/ledger-child.ts FILE FIRST COUNT     prints 'recorded N' after each document
import { openLedger } from "../src/ledger/ledger.ts";
import { takeIn } from "../src/pipeline/take-in.ts";
import { judgePlainly, received, stepsOf } from "./factories-ledger.ts";

const [file, first, count] = process.argv.slice(2) as [string, string, string];
const day = (n: number): string => `2024-12-${String(1 + (n % 28)).padStart(2, "0")}`;
const documents = Array.from({ length: Number(count) }, (_, i) => {
  const n = Number(first) + i;
  const line = (m: number) =>
    `strike at Town ${m % 50} in Province ${m % 7} on ${day(m)}: ${m} killed, says Source ${m % 9}`;
  const text = Array.from({ length: 5 }, (_, k) => line(n * 5 + k)).join("\n");
  return received(`doc-${n}`, text, { outlet: `Outlet ${n % 5}`, published: day(n) });
});
const ledger = await openLedger(file, { judge: judgePlainly, now: () => "2024-12-30T00:00:00Z" });
const report = await takeIn(ledger, [], stepsOf(documents), {
  now: () => "2024-12-30T00:00:00Z",
  onProgress: ({ documents: n }) => process.stdout.write(`recorded ${n}\n`),
});
await ledger.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
