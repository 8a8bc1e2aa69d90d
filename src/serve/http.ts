// The questions as HTTP routes, and what a server needs besides: the page, the original bytes, decisions, the feed, the
// description at /openapi.json. No answer is made here: routes are drawn from requests.ts.
import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import type { Codebook } from "../codebook/load.ts";
import { atom } from "../export/atom.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Incident } from "../model/index.ts";
import { UserError } from "../model/index.ts";
import { decide } from "./decide.ts";
import { headers, hostCheck, sameOrigin } from "./guard.ts";
import { describe } from "./openapi.ts";
import { pageFile } from "./page.ts";
import { checked, documentVersion, fromStrings, id } from "./parameters.ts";
import { problemResponse } from "./problem.ts";
import { ask, clocksOf, type Question } from "./question.ts";
import { questions } from "./requests.ts";
import { cited } from "./singles.ts";
import { isReport, reportResponse } from "./sitrep.ts";

export const BASE = "/api/v1";
const originalOf = z.strictObject({ id, version: documentVersion });

export interface ServerOptions {
  /** Where vite put the page. */
  readonly page: string;
  /** Names, besides localhost and addresses, that the server answers for. */
  readonly allowHosts?: readonly string[];
  /** Where bugs are told; the command passes standard error. */
  readonly log?: (line: string) => void;
}

/** Text parameters of a request; one given twice is refused, because only one of them would count. */
function given(c: Context): Record<string, string> {
  const found: Record<string, string> = { ...(c.req.param() as Record<string, string>) };
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (values.length > 1 || name in found) throw new UserError(`'${name}' is given twice`, { field: name });
    found[name] = values[0]!;
  }
  return found;
}

export function server(ledger: Ledger, codebook: Codebook, options: ServerOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  const log = options.log ?? (() => {});
  app.onError((error) => {
    if (!(error instanceof UserError)) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return problemResponse(error);
  });
  app.use("*", headers);
  app.use("*", hostCheck(options.allowHosts ?? []));

  // One tag for the whole ledger: any answer may change whenever it does. Another ledger may have come to the same
  // version, and its server may listen where this one does, so the tag is this run's alone.
  const run = randomUUID().slice(0, 8);
  app.use(`${BASE}/*`, async (c, next) => {
    if (c.req.method !== "GET") return next();
    const tag = `W/"${run}-${await ledger.version()}-${codebook.version}"`;
    if (c.req.header("if-none-match") === tag) return c.body(null, 304, { ETag: tag });
    await next();
    if (c.res.status === 200) {
      c.header("ETag", tag);
      c.header("Cache-Control", "no-cache");
    }
  });

  const answer = async (asked: Question, raw: Record<string, string>): Promise<Response> => {
    const told = await ask(ledger, codebook, asked, fromStrings(asked.parameters, raw));
    return isReport(told) ? reportResponse(told) : Response.json(told);
  };
  for (const asked of questions)
    app.get(BASE + asked.path.replace(/\{(\w+)\}/g, ":$1"), (c) => answer(asked, given(c)));

  app.get(`${BASE}/documents/:id/original`, async (c) => {
    const { id, version } = checked(originalOf, fromStrings(originalOf, given(c)));
    const bytes = await (await ledger.view()).original(id, version);
    if (!bytes) throw new UserError(`there is no such document: '${id}'`, { status: 404, field: "id" });
    // As an attachment of plain text: whatever the bytes hold, no browser runs it.
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "text/plain",
      "Content-Disposition": `attachment; filename="${id.replace(/[^\w.-]/g, "_")}.txt"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    });
  });

  app.post(`${BASE}/decisions`, sameOrigin, async (c) => {
    const body = await c.req.json().catch(() => {
      throw new UserError("the decision is not JSON", { field: "body" });
    });
    return c.json((await decide(ledger, codebook, body)) as object, 201);
  });

  app.get("/feed.atom", async (c) => {
    const asked = questions.find((q) => q.name === "incidents")!;
    const raw = fromStrings(asked.parameters, given(c));
    const page = (await ask(ledger, codebook, asked, raw)) as { rows: Incident[] };
    const view = await ledger.view(clocksOf(raw));
    const claims = await view.claimsById(page.rows.flatMap((i) => i.claims));
    const url = new URL(c.req.url);
    return c.body(atom(page.rows, await cited(view, claims), url.origin, url.pathname + url.search), 200, {
      "Content-Type": "application/atom+xml; charset=utf-8",
    });
  });

  describe(app, BASE);
  app.all("/api/*", (c) => {
    throw new UserError(`there is no ${c.req.method} ${c.req.path}`, { status: 404, hint: "/openapi.json lists them" });
  });
  app.get("*", async (c) => {
    const file = await pageFile(options.page, c.req.path);
    if (!file) throw new UserError(`there is no page at ${c.req.path}`, { status: 404 });
    return file;
  });
  return app;
}
