// `serve`: the page and the HTTP API on this machine; `mcp`: the questions as tools over standard input and output;
// `demo`: the example that ships, coded into a ledger of its own, reported on and served.
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { day, UserError } from "../model/index.ts";
import { isBuilt } from "../serve/page.ts";
import { all, ask } from "../serve/question.ts";
import { questionNamed } from "../serve/requests.ts";
import type { SitrepAnswer } from "../serve/sitrep.ts";
import { chosenBy, type Opened, opened, withLedger } from "./ledger-file.ts";
import { err, out } from "./print.ts";

/** The package's own folder: two up from src/cli and dist/cli alike. */
export const PACKAGE = resolve(import.meta.dirname, "../..");
export const PAGE = join(PACKAGE, "web/dist");
const EXAMPLE = join(PACKAGE, "examples/syria-2024");
const PORT = 8300;

function port(given: string): number {
  const n = Number(given);
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new UserError(`'${given}' is no port`, {
      hint: "a number from 0 to 65535; 0 takes any free one",
      field: "port",
    });
  return n;
}

interface Address {
  readonly port: number;
  readonly host: string;
  readonly allowHosts: readonly string[];
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Serves until Ctrl-C. Prints the address once it answers. */
async function serveUntilStopped(open: Opened, at: Address): Promise<void> {
  // Servers are imported when they are started: a question does not wait for them.
  const { serve: listen } = await import("@hono/node-server");
  const { server } = await import("../serve/http.ts");
  const app = server(open.ledger, open.codebook, { page: PAGE, allowHosts: at.allowHosts, log: err });
  if (!LOOPBACK.test(at.host))
    err(
      `warning: listening on ${at.host}, and anyone who reaches it can read the ledger and decide on it; there is no login`,
    );
  if (!isBuilt(PAGE)) err("the page is not built: `npm run build` builds it; the API answers without it");
  await new Promise<void>((done, fail) => {
    const running = listen({ fetch: app.fetch, port: at.port, hostname: at.host }, (info) => {
      const host = at.host.includes(":") ? `[${at.host}]` : at.host;
      out(`Dateline serves ${open.path} at http://${host}:${info.port}/ (Ctrl-C stops)`);
    });
    running.on("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      fail(
        taken || error.code === "EACCES" || error.code === "EADDRNOTAVAIL"
          ? new UserError(taken ? `port ${at.port} is taken` : `cannot listen on ${at.host}:${at.port}`, {
              hint: "--port N takes another; --port 0 takes any free one",
              field: "port",
            })
          : error,
      );
    });
    const stop = (): void => {
      running.close(() => done());
      // A browser keeps its connections; they need not be waited for.
      if ("closeAllConnections" in running) running.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

/** From the first to the last day of publication of what is in the ledger. */
async function span(open: Opened): Promise<{ from: string; to: string }> {
  const view = await open.ledger.view();
  const documents = await all((cursor) => view.documents({ limit: 1000, ...(cursor ? { cursor } : {}) }));
  const days = documents
    .map((d) => day(d.published))
    .filter((d) => d !== null)
    .sort();
  return { from: days[0] ?? "1970-01-01", to: days.at(-1) ?? "1970-01-01" };
}

async function demo(given: { serve: boolean; port: string }, command: Command): Promise<void> {
  const at = port(given.port);
  const chosen = chosenBy(command);
  const own = chosen.ledger;
  if (own !== undefined && existsSync(own))
    throw new UserError(`${own} is there already, and the example does not belong in it`, {
      hint: "name a file that is not there, or leave --ledger out",
      field: "ledger",
    });
  if (!existsSync(EXAMPLE)) throw new UserError(`the example is not at ${EXAMPLE}`, { hint: "reinstall dateline" });
  const path = own ?? join(mkdtempSync(join(tmpdir(), "dateline-demo-")), "dateline.db");
  const { ingest } = await import("../pipeline/ingest.ts");
  const open = await opened({ ...chosen, ledger: path }, { create: true });
  try {
    err(`coding ${EXAMPLE} into ${path} …`);
    const report = await ingest(open.ledger, [EXAMPLE], open.codebook, {});
    for (const r of report.refused) err(`refused: ${r.file}: ${r.message}`);
    err(`${report.documents} documents, ${report.claims} claims\n`);
    const sitrep = questionNamed("sitrep");
    out(((await ask(open.ledger, open.codebook, sitrep, await span(open))) as SitrepAnswer).text);
    err(`the ledger is ${path}; ask it: dateline incidents --ledger ${path}`);
    if (given.serve) await serveUntilStopped(open, { port: at, host: "127.0.0.1", allowHosts: [] });
  } finally {
    await open.ledger.close();
  }
}

export function addServing(program: Command): void {
  program
    .command("demo")
    .description("Code the example that ships with Dateline, print its situation report, and serve it")
    .option("--no-serve", "stop after the report")
    .option("--port <n>", "the port to serve on", String(PORT))
    .action(demo);
  program
    .command("serve")
    .description("Serve the page and the HTTP API (OpenAPI at /openapi.json) on this machine")
    .option("--port <n>", "the port; 0 takes any free one", String(PORT))
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--allow-host <name...>", "names, besides localhost and addresses, that it answers for")
    .addHelpText(
      "after",
      "\nThin in this version: no login. It listens on this machine alone unless --host says otherwise.",
    )
    .action(async (given: { port: string; host: string; allowHost?: string[] }, command: Command) => {
      const at = {
        port: port(given.port),
        host: given.host,
        allowHosts: (given.allowHost ?? []).map((h) => h.toLowerCase()),
      };
      await withLedger(chosenBy(command), (open) => serveUntilStopped(open, at));
    });
  program
    .command("mcp")
    .description("The same questions as MCP tools over standard input and output")
    .action(async (_given: unknown, command: Command) => {
      const { serveMcp } = await import("../serve/mcp.ts");
      await withLedger(chosenBy(command), ({ ledger, codebook }) => serveMcp(ledger, codebook));
    });
}
