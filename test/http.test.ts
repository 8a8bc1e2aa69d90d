// The HTTP face, asked as a client would ask it: shapes, errors that name the field, caching, and what keeps a browser
// from being used against the ledger.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Ledger } from "../src/ledger/ledger.ts";
import type { WholeType } from "../src/serve/codebook.ts";
import { decide } from "../src/serve/decide.ts";
import { server } from "../src/serve/http.ts";
import { pageFile } from "../src/serve/page.ts";
import { fakeCodebook, fakeLedger, texts } from "./factories-view.ts";

const page = mkdtempSync(join(tmpdir(), "dateline-page-"));
afterAll(() => rmSync(page, { recursive: true, force: true }));
const ledger = fakeLedger();
const app = server(ledger as unknown as Ledger, fakeCodebook(), { page });
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
/** The fields that these tests look at, of any answer. */
interface Told {
  readonly rows: readonly { readonly status: string }[];
  readonly total: number;
  readonly next: string | null;
  readonly cited: readonly { readonly id: string }[];
  readonly claims: readonly { readonly id: string }[];
  readonly text: string;
  readonly hint: string | null;
  readonly field: string | null;
}
const told = async (answer: Response | Promise<Response>): Promise<Told> => (await (await answer).json()) as Told;
const json = (path: string): Promise<Told> => told(get(path));

describe("answers", () => {
  test.each([
    "incidents",
    "claims",
    "documents",
    "actors",
    "places",
    "sources",
    "control",
    "disputes",
    "timeline",
    "codebook",
  ])("/%s gives rows, total and next", async (name) => {
    const answer = await json(`/api/v1/${name}`);
    expect(Array.isArray(answer.rows)).toBe(true);
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.next).toBeNull();
  });
  test("one incident is the object itself, with its accounts", async () => {
    const answer = await json("/api/v1/incidents/i-homs");
    expect(answer).toMatchObject({ id: "i-homs", status: "disputed", accounts: [{ id: "c-1" }, { id: "c-2" }] });
    expect(answer.cited.map((d: { id: string }) => d.id)).toEqual(["d1", "d2"]);
  });
  test("one actor has its spellings and relations, by id or by name", async () => {
    const answer = await json("/api/v1/actors/syrian-army");
    expect(answer).toMatchObject({ id: "syrian-army", claims: 2, sides: [{ side: "syrian-government" }] });
    expect((answer as unknown as { spellings: object[] }).spellings).toMatchObject([
      { text: "Syrian government forces", citation: { claim: "c-1", document: "d1" } },
    ]);
    expect(await json("/api/v1/actors/Nobody")).toMatchObject({ status: 404 });
  });
  test("one document has its text, and its claims in the order of the text", async () => {
    const answer = await json("/api/v1/documents/d2");
    expect(answer.text).toBe(texts.d2);
    expect(answer.claims.map((c: { id: string }) => c.id)).toEqual(["c-2", "c-3"]);
  });
  test("pages by limit and cursor", async () => {
    const first = await json("/api/v1/claims?limit=2");
    expect([first.rows.length, first.total, first.next]).toEqual([2, 5, "2"]);
    const rest = await json(`/api/v1/claims?limit=10&cursor=${first.next}`);
    expect([rest.rows.length, rest.next]).toEqual([3, null]);
  });
  test("one type of the codebook has its codes' conditions, frames and negatives, and no path of this machine", async () => {
    const answer = (await json("/api/v1/codebook?event=territory_captured")) as unknown as { rows: WholeType[] };
    expect(answer.rows).toHaveLength(1);
    expect(answer.rows[0]).toMatchObject({ id: "territory_captured", file: "events.yaml", line: expect.any(Number) });
    expect(answer.rows[0]!.acled_rules[1]!.when).toEqual({ actor: ["state"], target: [], words: [] });
    expect(answer.rows[0]!.acled_rules[2]!.when).toBeNull();
    expect(answer.rows[0]!.frames[1]).toMatchObject({ rule: "territory_captured/verb/2", kind: "verb" });
    expect(answer.rows[0]!.negatives.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toContain(import.meta.dirname.slice(0, 8));
  });
  test("an order's status is that of the day asked for", async () => {
    expect((await json("/api/v1/orders?at=2024-12-06")).rows[0]?.status).toBe("in_force");
    expect((await json("/api/v1/orders?at=2024-12-07")).rows[0]?.status).toBe("expired");
    expect((await json("/api/v1/orders?at=2024-12-01")).rows).toEqual([]);
  });
  test("known_by asks the ledger as it was known", async () => {
    expect((await json("/api/v1/documents?known_by=2024-12-07")).total).toBe(1);
  });
  test("a day's incidents are counted, running totals are not", async () => {
    const answer = await json("/api/v1/timeline");
    expect(answer.rows).toContainEqual({ day: "2024-12-06", event: "withdrawal", incidents: 1, disputed: 1 });
    expect(JSON.stringify(answer.rows)).not.toContain("casualty_tally");
  });
});

describe("what is wrong is said, and where", () => {
  test.each([
    ["/api/v1/incidents?from=6.12.2024", 400, "from"],
    ["/api/v1/incidents?from=2024-12-32", 400, "from"],
    ["/api/v1/incidents?from=2024-12-07&to=2024-12-01", 400, "from"],
    ["/api/v1/incidents?status=sure", 400, "status"],
    ["/api/v1/incidents?limit=0", 400, "limit"],
    ["/api/v1/incidents?limit=ten", 400, "limit"],
    ["/api/v1/incidents?form=2024-12-01", 400, "form"],
    ["/api/v1/incidents?place=a&place=b", 400, "place"],
    ["/api/v1/incidents?event=air_strik", 400, "event"],
    ["/api/v1/incidents?background=perhaps", 400, "background"],
    ["/api/v1/control?cursor=x", 400, "cursor"],
    ["/api/v1/orders", 400, "at"],
    ["/api/v1/search", 400, "q"],
    ["/api/v1/incidents/i-none", 404, "id"],
    ["/api/v1/documents/none", 404, "id"],
    ["/api/v1/documents/none/original", 404, "id"],
    ["/api/v1/documents/d1/original?version=two", 400, "version"],
    ["/feed.atom?from=soon", 400, "from"],
    ["/api/v1/nothing", 404, null],
  ])("%s", async (path, status, field) => {
    const answer = await get(path);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect([answer.status, (await told(answer)).field]).toEqual([status, field]);
  });
  test("a near miss of an event type is offered", async () => {
    expect((await json("/api/v1/incidents?event=air_strik")).hint).toBe("did you mean air_strike?");
  });
  test("a bug is told as one, without its stack", async () => {
    const logged: string[] = [];
    const broken = { ...ledger, view: () => Promise.reject(new Error("secret path")) } as unknown as Ledger;
    const answer = await server(broken, fakeCodebook(), { page, log: (l) => logged.push(l) }).request(
      "/api/v1/incidents",
    );
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret path");
    expect(logged.join()).toContain("secret path");
  });
});

describe("caching", () => {
  test("an unchanged ledger is not sent again", async () => {
    const tag = (await get("/api/v1/incidents")).headers.get("etag")!;
    const other = server(fakeLedger() as unknown as Ledger, fakeCodebook(), { page });
    expect((await other.request("/api/v1/incidents", { headers: { "if-none-match": tag } })).status).toBe(200);
    const again = await get("/api/v1/incidents", { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get("/api/v1/incidents", { "if-none-match": 'W/"old"' })).status).toBe(200);
  });
});

describe("a browser cannot be used against the ledger", () => {
  test("strict headers on every answer", async () => {
    for (const path of ["/", "/api/v1/incidents", "/openapi.json", "/nothing.js"]) {
      const { headers } = await get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
    }
  });
  test("original bytes are an attachment of plain text in a sandbox", async () => {
    const answer = await get("/api/v1/documents/d3/original");
    expect(await answer.text()).toBe(texts.d3);
    expect(answer.headers.get("content-type")).toBe("text/plain");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  });
  test("hosts: addresses and localhost pass, another name does not", async () => {
    const status = async (host: string) => (await get("/api/v1/incidents?limit=1", { host })).status;
    expect(await status("127.0.0.1:8300")).toBe(200);
    expect(await status("[::1]:8300")).toBe(200);
    expect(await status("localhost")).toBe(200);
    expect(await status("evil.example:8300")).toBe(421);
    expect(await status("127.0.0.1.evil.example")).toBe(421);
    const allowing = server(ledger as unknown as Ledger, fakeCodebook(), { page, allowHosts: ["desk.example"] });
    expect((await allowing.request("/api/v1/incidents", { headers: { host: "desk.example" } })).status).toBe(200);
  });
  const decision = { by: "RS", target: { kind: "incident", id: "i-homs" }, op: "accept", reason: "seen on film" };
  const post = (headers: Record<string, string>, body: unknown = decision) =>
    app.request("/api/v1/decisions", {
      method: "POST",
      headers: { host: "127.0.0.1:8300", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  test("a decision is taken as JSON from the page itself", async () => {
    const own = await post({
      "content-type": "application/json",
      origin: "http://127.0.0.1:8300",
      "sec-fetch-site": "same-origin",
    });
    expect(own.status).toBe(201);
    expect(ledger.decided).toHaveLength(1);
    expect(await own.json()).toMatchObject({ by: "RS", op: "accept", slot: null, value: null });
  });
  test.each([
    [{ "content-type": "text/plain" }, decision, 415, "Content-Type"],
    [{ "content-type": "application/json", origin: "http://evil.example" }, decision, 403, "Origin"],
    [{ "content-type": "application/json", origin: "null" }, decision, 403, "Origin"],
    [{ "content-type": "application/json", "sec-fetch-site": "cross-site" }, decision, 403, "Origin"],
    [{ "content-type": "application/json" }, "{", 400, "body"],
    [{ "content-type": "application/json" }, { ...decision, reason: " " }, 400, "reason"],
    [{ "content-type": "application/json" }, { ...decision, op: "erase" }, 400, "op"],
  ])("%j is refused", async (headers, body, status, field) => {
    const answer = await post(headers as Record<string, string>, body);
    expect([answer.status, (await told(answer)).field]).toEqual([status, field]);
    expect(ledger.decided).toHaveLength(1);
  });
});

describe("what may be set", () => {
  const set = (kind: string, slot: string, value: unknown) => ({
    ...{ by: "RS", target: { kind, id: "x-1" }, op: "set", slot, value, reason: "read again" },
  });
  const decidedOn = async (body: unknown) => {
    const own = fakeLedger();
    const made = await decide(own, fakeCodebook(), body);
    return { made, kept: own.decided.length };
  };
  const party = { name: "HTS", id: "hts", aliases: [], text: "HTS", at: [[0, 3]], rule: "decision" };
  test.each([
    ["claim", "stance", "denied", "denied"],
    ["claim", "event", "air_strike", "air_strike"],
    ["claim", "actors", [party], [party]],
    ["claim", "time", "2024-12-06", { start: "2024-12-06", end: "2024-12-06", grain: "day" }],
    ["incident", "time", "2024-12-06..2024-12-08", { start: "2024-12-06", end: "2024-12-08", grain: "span" }],
    ["incident", "status", "corroborated", "corroborated"],
    ["order", "until", "2024-12-06", "2024-12-06"],
    ["holding", "state", "contested", "contested"],
  ])("%s %s to %j", async (kind, slot, value, kept) => {
    const { made } = await decidedOn(set(kind, slot, value));
    if (typeof kept === "string") expect(made.value).toBe(kept);
    else expect(made.value).toMatchObject(kept);
  });
  test.each([
    ["claim", "bogus", "x", "slot"],
    ["claim", "constructor", "x", "slot"],
    ["claim", "figures.0", 3, "slot"],
    ["claim", "id", "c-2", "slot"],
    ["claim", "quote", "another", "slot"],
    ["document", "published", "2024-12-06", "slot"],
    ["claim", "figures", 3, "value"],
    ["claim", "time", "Friday", "value"],
    ["claim", "time", "2024-02-30", "value"],
    ["claim", "time", "2024-12-08..2024-12-06", "value"],
    ["claim", "time", { start: "soon", end: "later", grain: "day", text: "", at: [], rule: "" }, "value"],
    ["claim", "stance", "wrong", "value"],
    ["claim", "event", "air_strik", "event"],
    ["claim", "places", "Homs", "value"],
    ["incident", "status", "true", "value"],
    ["order", "until", "soon", "value"],
    ["holding", "from", "2024", "value"],
  ])("not %s %s to %j", async (kind, slot, value, field) => {
    const own = fakeLedger();
    await expect(decide(own, fakeCodebook(), set(kind, slot, value))).rejects.toMatchObject({ field });
    expect(own.decided).toEqual([]);
  });
});

describe("the page", () => {
  test("says how to build it while it is not built, and serves it when it is", async () => {
    expect(await (await get("/")).text()).toContain("npm run build");
    writeFileSync(join(page, "index.html"), "<!doctype html><p>built</p>");
    writeFileSync(join(page, "app.js"), "1");
    expect(await (await get("/incident/i-homs")).text()).toContain("built");
    expect((await get("/app.js")).headers.get("content-type")).toContain("text/javascript");
    expect((await get("/none.js")).status).toBe(404);
  });
  test("serves nothing from outside its folder", async () => {
    const outside = `${page}-outside.txt`;
    writeFileSync(outside, "kept to itself");
    const name = outside.split("/").at(-1);
    for (const path of [`/../${name}`, `/..%2f${name}`, `/%2e%2e/${name}`, "/..%2f..%2fetc%2fhosts.txt"]) {
      expect(await (await get(path)).text()).not.toContain("kept to itself");
      expect(await pageFile(page, path)).toBeNull();
    }
    rmSync(outside);
  });
});

test("the feed holds incidents, escaped, by the filters of /incidents", async () => {
  const answer = await get("/feed.atom?status=disputed");
  expect(answer.headers.get("content-type")).toContain("application/atom+xml");
  const text = await answer.text();
  expect(text.match(/<entry>/g)).toHaveLength(1);
  expect(text).toContain("<updated>2024-12-08T00:00:00Z</updated>");
  expect((await get("/feed.atom?status=sure")).status).toBe(400);
});

test("the report comes as Markdown, HTML or JSON, and its HTML runs nothing", async () => {
  const window = "from=2024-12-01&to=2024-12-31";
  const markdown = await get(`/api/v1/sitrep?${window}`);
  expect(markdown.headers.get("content-type")).toContain("text/markdown");
  const html = await get(`/api/v1/sitrep?${window}&format=html`);
  expect(html.headers.get("content-security-policy")).toMatch(/default-src 'none'; style-src 'sha256-/);
  expect(await html.text()).not.toContain("<script");
  expect(await json(`/api/v1/sitrep?${window}&format=json`)).toMatchObject({ format: "json", from: "2024-12-01" });
});
