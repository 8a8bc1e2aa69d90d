// The tools as a client meets them: the official client, over standard input and output, against the real command.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BIN, dateline } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-mcp-"));
const ledger = join(folder, "war.db");
const client = new Client({ name: "test", version: "0" });
beforeAll(async () => {
  const rows = [
    {
      id: "a",
      outlet: "Orontes Post",
      published: "2024-12-07",
      text: "Rebel fighters captured the town of Nawa on Friday, the Syrian Observatory for Human Rights said.",
    },
    {
      id: "b",
      outlet: "Levant Wire",
      published: "2024-12-08",
      text: "The Syrian defence ministry denied on Saturday that rebel fighters had captured Nawa on Friday.",
    },
  ];
  const file = join(folder, "reports.ndjson");
  writeFileSync(file, rows.map((r) => `${JSON.stringify(r)}\n`).join(""));
  const ended = await dateline(["ingest", file, "--ledger", ledger]);
  expect(ended.err).toBe("");
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [BIN, "mcp", "--ledger", ledger], stderr: "pipe" }),
  );
}, 60_000);
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: { readonly rows?: readonly { readonly id: string; readonly status: string }[] };
}
const call = async (name: string, args: Record<string, unknown> = {}): Promise<Answer> =>
  (await client.callTool({ name, arguments: args })) as unknown as Answer;

test("says what the ledger is and how to cite it", () => {
  expect(client.getInstructions()).toContain("cite");
});

test("an answer is short, quoted and cited, with the whole beside it", async () => {
  const answer = await call("incidents", { event: "territory_captured" });
  const [row] = answer.structuredContent!.rows!;
  const text = answer.content[0]!.text;
  expect(text).toContain(`[${row!.id}]`);
  expect(text).toContain("“Rebel fighters captured the town of Nawa on Friday");
  expect(text).toContain("Orontes Post, 2024-12-07");
  expect(text).toContain("DENIAL ");
});

test("a chain tells who denies whom by row", async () => {
  const text = (await call("chain", { place: "Nawa" })).content[0]!.text;
  expect(text).toMatch(/^1\. 2024-12-07, Syrian Observatory for Human Rights, in Orontes Post, asserted: /);
  expect(text).toMatch(/^2\. .*denied: .*\(denies 1\)$/m);
  expect(text).toMatch(/^ {2}= 1, 2: disputed, /m);
});

test("ids lead on: incident, explanation, document", async () => {
  const { id } = (await call("incidents", { event: "territory_captured" })).structuredContent!.rows![0]!;
  expect((await call("incident", { id })).content[0]!.text).toContain(id);
  const why = (await call("explain", { id })).content[0]!.text;
  expect(why).toContain("because ");
  expect(why).toMatch(/^territory_captured\/verb\/\d looks for SUBJECT capture \/ .* OBJECT\(place, site\)$/m);
  expect((await call("document", { id: "a" })).content[0]!.text).toContain("Rebel fighters captured");
});

test("one type of the codebook comes with what finds it; all of them without", async () => {
  const one = (await call("codebook", { event: "withdrawal" })).content[0]!.text;
  expect(one).toMatch(/^withdrawal: forces leave/);
  expect(one).toMatch(/^ {2}withdrawal\/verb\/2 looks for SUBJECT\(force\) abandon \/ /m);
  expect(one).toMatch(/^ {2}is not: Customers withdrew money/m);
  expect((await call("codebook")).content[0]!.text).not.toContain("looks for");
});

test("what had been published by a day", async () => {
  const before = await call("incidents", { event: "territory_captured", known_by: "2024-12-07" });
  expect(before.structuredContent!.rows![0]!.status).toBe("single-source");
});

test("the report comes as Markdown", async () => {
  const report = await call("sitrep", { from: "2024-12-01", to: "2024-12-08" });
  expect(report.content[0]!.text).toMatch(/^# Situation report/);
});

test("what the asker can mend is a tool error, and the connection goes on", async () => {
  const wrong = await call("incidents", { event: "air_strik" });
  expect([wrong.isError, wrong.content[0]!.text]).toEqual([
    true,
    "'air_strik' is no event type of this codebook\nhint: did you mean air_strike?",
  ]);
  expect((await call("incidents", { from: "yesterday" })).isError).toBe(true);
  expect((await call("incident", { id: "i-none" })).isError).toBe(true);
  expect((await call("incidents")).isError).toBeUndefined();
});
