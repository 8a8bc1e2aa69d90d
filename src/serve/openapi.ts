// The description of the HTTP API at /openapi.json, drawn from the questions' own declarations so that it cannot differ
// from what the routes take.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { shapeOf } from "./answer-shapes.ts";
import { decisionBody } from "./decide.ts";
import type { Question } from "./question.ts";
import { questions } from "./requests.ts";
import { version } from "./version.ts";

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    field: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .describe("RFC 9457 problem details; `field` names the parameter at fault");

const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((s) => [
      s,
      {
        description: s === 404 ? "There is none of that id" : "What is wrong, and where",
        content: { "application/problem+json": { schema: problem } },
      },
    ]),
  );

/** The parameters in the path, and those in the query. */
export function sides(asked: Question): { path: z.ZodObject; query: z.ZodObject } {
  const inPath = [...asked.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
  const pick = (inside: boolean) =>
    z.object(
      Object.fromEntries(Object.entries(asked.parameters.shape).filter(([name]) => inPath.includes(name) === inside)),
    );
  return { path: pick(true), query: pick(false) };
}

export function describe(app: OpenAPIHono, base: string): void {
  for (const asked of questions) {
    const { path, query } = sides(asked);
    const reportTypes =
      asked.name === "sitrep" ? { "text/markdown": { schema: z.string() }, "text/html": { schema: z.string() } } : {};
    app.openAPIRegistry.registerPath({
      method: "get",
      path: base + asked.path,
      operationId: asked.name,
      summary: asked.help,
      ...(asked.thin ? { description: asked.thin } : {}),
      request: { ...(Object.keys(path.shape).length > 0 ? { params: path } : {}), query },
      responses: {
        200: {
          description: asked.help,
          content: { "application/json": { schema: shapeOf(asked.name) }, ...reportTypes },
        },
        304: { description: "The ledger has not changed since the ETag given" },
        ...problems(400, ...(asked.path.includes("{") ? [404] : [])),
      },
    });
  }
  app.openAPIRegistry.registerPath({
    method: "get",
    path: `${base}/documents/{id}/original`,
    operationId: "original",
    summary: "The bytes of a document as received, as an attachment",
    request: { params: z.object({ id: z.string() }), query: z.object({ version: z.number().int().optional() }) },
    responses: {
      200: { description: "The bytes", content: { "text/plain": { schema: z.string() } } },
      ...problems(404),
    },
  });
  app.openAPIRegistry.registerPath({
    method: "post",
    path: `${base}/decisions`,
    operationId: "decide",
    summary: "Append an analyst's decision (accept, reject, set in this version), from the server's own page",
    request: { body: { required: true, content: { "application/json": { schema: decisionBody } } } },
    responses: {
      201: {
        description: "The decision as recorded",
        content: { "application/json": { schema: z.looseObject({ id: z.string() }) } },
      },
      ...problems(400, 403, 415, 501),
    },
  });
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/feed.atom",
    operationId: "feed",
    summary: "Incidents as an Atom feed; takes the filters of /incidents",
    request: { query: questions.find((q) => q.name === "incidents")!.parameters },
    responses: { 200: { description: "The feed", content: { "application/atom+xml": { schema: z.string() } } } },
  });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Dateline",
      version,
      description:
        "A ledger of what many sources report about a conflict; every cell leads back to the words it rests on.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
  });
}
