// The ledger among processes: one that is killed while it ingests, and two that write to one file.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLedger } from "../src/ledger/ledger.ts";
import { judgePlainly } from "./factories-ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-processes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const child = (file: string, first: number, count: number): { process: ChildProcess; output: () => string } => {
  const script = join(import.meta.dirname, "ledger-child.ts");
  const started = spawn(process.execPath, [script, file, String(first), String(count)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  started.stdout?.on("data", (d: Buffer) => {
    said += d;
  });
  started.stderr?.on("data", (d: Buffer) => {
    said += d;
  });
  return { process: started, output: () => said };
};
const recorded = (said: string): number => [...said.matchAll(/recorded \d+\n/g)].length;

async function held(file: string) {
  const ledger = await openLedger(file, { judge: judgePlainly });
  const view = await ledger.view();
  const { faults } = await ledger.verify();
  const found = {
    faults,
    ids: (await view.documents()).rows.map((d) => d.id as string),
    claims: (await view.claims()).rows,
    incidents: (await view.incidents()).rows.map(({ id: _id, ...rest }) => rest),
  };
  await ledger.close();
  return found;
}

test("killed while it ingests, the ledger is whole, holds all that was acknowledged, and the next run ends it", async () => {
  const COUNT = 120;
  const whole = join(folder, "whole.db");
  const other = child(whole, 0, COUNT);
  expect((await once(other.process, "exit"))[0], other.output()).toBe(0);
  const expected = await held(whole);
  expect(expected.ids.length).toBe(COUNT);

  for (const [round, after] of [1, 17, 60, 119].entries()) {
    const file = join(folder, `killed-${round}.db`);
    const run = child(file, 0, COUNT);
    while (recorded(run.output()) < after && run.process.exitCode === null) await new Promise((r) => setTimeout(r, 1));
    run.process.kill("SIGKILL");
    await once(run.process, "exit");
    const left = await held(file);
    expect(left.faults).toEqual([]);
    expect(left.ids.length).toBeGreaterThanOrEqual(recorded(run.output()));
    expect(left.claims.length).toBe(left.ids.length * 5);
    const again = child(file, 0, COUNT);
    expect((await once(again.process, "exit"))[0], again.output()).toBe(0);
    expect(await held(file)).toEqual(expected);
  }
});

test("two processes write to one file and neither loses anything", async () => {
  const file = join(folder, "two.db");
  const runs = [child(file, 0, 80), child(file, 60, 80)];
  const ends = await Promise.all(runs.map((r) => once(r.process, "exit")));
  expect(
    ends.map(([code]) => code as number),
    runs.map((r) => r.output()).join("\n"),
  ).toEqual([0, 0]);
  const found = await held(file);
  expect(found.faults).toEqual([]);
  expect(found.ids.length).toBe(140);
  expect(found.claims.length).toBe(700);
  // Whoever ended last judged what both had brought.
  const alone = join(folder, "alone.db");
  await once(child(alone, 0, 140).process, "exit");
  expect(found.incidents).toEqual((await held(alone)).incidents);
});
