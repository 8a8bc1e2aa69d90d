// One declaration, three faces: every question is a command, a route and a tool, takes the same parameters in each, and
// stands in the reference.

import { readFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { program } from "../src/cli/main.ts";
import { REFERENCE, reference } from "../src/cli/reference.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { server } from "../src/serve/http.ts";
import { mcpServer } from "../src/serve/mcp.ts";
import { checked, fromStrings } from "../src/serve/parameters.ts";
import { filterOf, paged } from "../src/serve/question.ts";
import { questions } from "../src/serve/requests.ts";
import { fakeCodebook, fakeLedger } from "./factories-view.ts";

const commands = new Map<string, Command>();
const walk = (command: Command, prefix: string): void => {
  for (const c of command.commands) {
    commands.set(`${prefix}${c.name()}`, c);
    walk(c, `${prefix}${c.name()} `);
  }
};
walk(program(), "");

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}
const ledger = fakeLedger() as unknown as Ledger;
const openapi = (async () => {
  const answer = await server(ledger, fakeCodebook(), { page: "/nowhere" }).request("/openapi.json");
  return (await answer.json()) as { openapi: string; paths: Record<string, { get?: Operation; post?: Operation }> };
})();

const tools = (async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "0" });
  await Promise.all([mcpServer(ledger, fakeCodebook()).connect(ours), client.connect(theirs)]);
  return (await client.listTools()).tools;
})();

describe.each(questions.map((q) => [q.name, q] as const))("%s", (name, q) => {
  const parameters = Object.keys(q.parameters.shape);

  test("is a command with a flag or argument for each parameter", () => {
    const command = commands.get(q.command.replace(/ [<[].*$/, ""));
    expect(command?.description()).toBe(q.help);
    const takes = [
      ...command!.options.map((o) => o.long!.slice(2).replaceAll("-", "_")),
      ...command!.registeredArguments.map((a) => a.name()),
    ];
    for (const p of parameters) expect(takes).toContain(p);
  });

  test("is a route in OpenAPI with the same parameters", async () => {
    const operation = (await openapi).paths[`/api/v1${q.path}`]?.get;
    expect(operation?.operationId).toBe(name);
    expect((operation?.parameters ?? []).map((p) => p.name).sort()).toEqual([...parameters].sort());
  });

  test("is a tool with the same parameters", async () => {
    const tool = (await tools).find((t) => t.name === name);
    expect(tool?.description).toContain(q.help);
    expect(Object.keys(tool?.inputSchema.properties ?? {}).sort()).toEqual([...parameters].sort());
    expect(tool?.annotations?.readOnlyHint).toBe(true);
  });

  test("says in --help what is thin", () => {
    if (!q.thin) return;
    let help = "";
    const command = commands.get(q.command.replace(/ [<[].*$/, ""))!;
    command.configureOutput({
      writeOut: (s) => {
        help += s;
      },
    });
    command.outputHelp();
    expect(help).toContain(q.thin);
  });
});

test("nothing is a tool that is no question", async () => {
  expect((await tools).map((t) => t.name).sort()).toEqual(questions.map((q) => q.name).sort());
});

test("docs/reference.md is what the program says", () => {
  expect(readFileSync(REFERENCE, "utf8"), "run: node src/cli/reference.ts").toBe(reference());
});

test("the description is OpenAPI 3.1 and names its answers' shapes", async () => {
  const told = await openapi;
  expect(told.openapi).toBe("3.1.0");
  expect(told.paths["/api/v1/decisions"]?.post?.operationId).toBe("decide");
  expect(JSON.stringify(told)).toContain("#/components/schemas/Incident");
});

describe("parameters", () => {
  const schema = z.strictObject({
    limit: z.number().int().optional(),
    background: z.boolean().optional(),
    q: z.string().optional(),
  });
  test.each([
    [
      { limit: "5", background: "yes", q: "5" },
      { limit: 5, background: true, q: "5" },
    ],
    [
      { limit: "five", background: "0" },
      { limit: "five", background: false },
    ],
    [
      { limit: "5e3", background: "maybe" },
      { limit: "5e3", background: "maybe" },
    ],
    [{ limit: undefined, extra: "x" }, { extra: "x" }],
  ])("%j is read as %j", (raw, read) => {
    expect(fromStrings(schema, raw)).toEqual(read);
  });
  test("what cannot be read is refused by name", () => {
    expect(() => checked(schema, { limit: "five" })).toThrow("'limit' is not a number (given: 'five')");
    expect(() => checked(schema, { extra: 1 })).toThrow("'extra' is no parameter of this question");
  });
  test("a filter has neither clocks nor, unless the view pages, a limit", () => {
    expect(filterOf({ place: "homs", known_by: "2024-12-01", limit: 3, cursor: "3", q: undefined })).toEqual({
      place: "homs",
    });
    expect(filterOf({ place: "homs" }, "paged")).toEqual({ limit: 100, place: "homs" });
  });
  test("a list is cut into pages that join up to the whole", () => {
    const rows = Array.from({ length: 7 }, (_, i) => i);
    const first = paged(rows, 3);
    const second = paged(rows, 3, first.next!);
    const third = paged(rows, 3, second.next!);
    expect([...first.rows, ...second.rows, ...third.rows]).toEqual(rows);
    expect(third.next).toBeNull();
    expect(() => paged(rows, 3, "-1")).toThrow("cursor");
  });
});
