// Files into a ledger with the real reader, coder and judge: what is refused does not keep the rest out, and a second run
// finds nothing to do. The sentences are made up.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
import { explain } from "../src/ledger/explain.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import { ingest } from "../src/pipeline/ingest.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-ingest-"));
const reports = join(folder, "reports");
const codebook = loadCodebook();
let ledger: Ledger;

beforeAll(async () => {
  mkdirSync(reports);
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(reports, name), content);
  write("documents.tsv", "file\toutlet\tpublished\none.txt\tRiver Press\t2024-12-06\n");
  write(
    "one.txt",
    "Shelling in Homs\n\nArtillery shelling killed at least four people in Homs on Thursday, the Syrian Observatory for Human Rights said.\n",
  );
  write(
    "two.html",
    "<html><head><title>Homs</title></head><body><article><p>Government forces withdrew from Homs on 6 December 2024, residents said.</p></article></body></html>",
  );
  write("empty.txt", "");
  write("picture.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0, 0, 0, 0]));
  ledger = await openLedger(join(folder, "l.db"), judgedBy(codebook));
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what can be read is taken, what cannot is told, and nothing is half there", async () => {
  const seen: string[] = [];
  const report = await ingest(ledger, [reports], codebook, { onProgress: ({ file }) => seen.push(file) });
  expect(report).toMatchObject({ new: 2, documents: 2, stopped: false });
  expect(report.refused.map((r) => r.file).sort()).toEqual([
    expect.stringContaining("empty.txt"),
    expect.stringContaining("picture.txt"),
  ]);
  expect(seen.length).toBe(2);
  expect((await ledger.verify()).faults).toEqual([]);
  const view = await ledger.view();
  expect((await view.documents()).rows.map((d) => [d.id, d.outlet, d.published])).toEqual([
    ["one.txt", "River Press", "2024-12-06"],
    ["two.html", null, null],
  ]);
});

test("from an incident back to the words", async () => {
  const view = await ledger.view();
  const [shelling] = (await view.incidents({ place: "Homs", document: "one.txt" })).rows;
  const told = await explain(view, shelling!.id);
  const [claim] = told.claims;
  expect(claim!.passage.text).toContain(claim!.claim.quote);
  expect(claim!.slots.find((s) => s.slot.startsWith("figures"))?.words.join()).toMatch(/four/);
});

test("a second run finds nothing new; a corrected file is a new version", async () => {
  expect(await ingest(ledger, [reports], codebook)).toMatchObject({ documents: 2, unchanged: 2, new: 0 });
  writeFileSync(
    join(reports, "one.txt"),
    "Shelling in Homs\n\nArtillery shelling killed at least six people in Homs on Thursday, the Syrian Observatory for Human Rights said.\n",
  );
  const before = (await (await ledger.view()).incidents({ place: "Homs", document: "one.txt" })).rows;
  expect(await ingest(ledger, [reports], codebook)).toMatchObject({ revised: 1, unchanged: 1 });
  const after = (await (await ledger.view()).incidents({ place: "Homs", document: "one.txt" })).rows;
  expect(after.map((i) => i.id)).toEqual(before.map((i) => i.id));
  expect(after[0]!.figures[0]!.low).toBe(6);
});
