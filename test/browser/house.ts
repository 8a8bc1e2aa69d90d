// A real server over a ledger of its own, the page built anew, and Debian's chromium before it: what every browser test
// starts from. Nothing of it leaves this machine; whatever the page asks of any other host is kept as a fault.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { build } from "vite";
import { loadCodebook } from "../../src/codebook/load.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { judgedBy } from "../../src/pipeline/rejudge.ts";
import { server } from "../../src/serve/http.ts";

const root = resolve(import.meta.dirname, "../..");
const FLAGS = [
  "--no-sandbox",
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type Scheme = "light" | "dark";
export interface Visitor {
  readonly page: Page;
  /** Errors of the console and the page, and requests to other hosts, since the visit began. */
  readonly faults: string[];
  /** Goes to an address ('#/map') and waits until nothing is on its way. */
  readonly visit: (hash: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}
export interface House {
  readonly address: string;
  readonly ask: <T>(path: string) => Promise<T>;
  readonly visitor: (width: number, scheme?: Scheme) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

/** The words that a reader sees there. */
export const wordsOf = async (shown: Locator): Promise<string> => (await shown.allInnerTexts()).join("\n");

async function builtPage(folder: string): Promise<string> {
  const outDir = join(folder, "page");
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "web"),
    logLevel: "warn",
    build: { outDir },
  });
  return outDir;
}

async function visitorOf(browser: Browser, address: string, width: number, scheme: Scheme): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`page: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(address).origin) faults.push(`asked ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    page,
    faults,
    visit: async (hash) => {
      // A new hash alone would not load the page anew; a query does, and means nothing to it.
      await page.goto(`${address}?${Math.random()}${hash}`, { waitUntil: "networkidle" });
      await page.locator("main h1").first().waitFor({ state: "attached" });
    },
    leave: () => context.close(),
  };
}

/** Opens the house. inputs: what the ledger is made of; more: files written for this test and taken in as well. */
export async function openHouse(
  inputs: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-browser-"));
  const own = join(folder, "documents");
  mkdirSync(own);
  for (const [name, text] of Object.entries(more)) writeFileSync(join(own, name), text);
  const codebook = loadCodebook();
  const ledger: Ledger = await openLedger(join(folder, "browser.db"), judgedBy(codebook));
  await ingest(ledger, [...inputs.map((i) => join(root, i)), ...(Object.keys(more).length ? [own] : [])], codebook);
  const page = await builtPage(folder);
  const app = server(ledger, codebook, { page, log: (line) => console.error(line) });
  const listening = await new Promise<{ port: number; close: () => void }>((done) => {
    const running = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
      done({ port: info.port, close: () => running.close() }),
    );
  });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  const address = `http://127.0.0.1:${listening.port}/`;
  return {
    address,
    ask: async <T>(path: string) => (await (await fetch(`${address}api/v1/${path}`)).json()) as T,
    visitor: (width, scheme = "light") => visitorOf(browser, address, width, scheme),
    close: async () => {
      await browser.close();
      listening.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
