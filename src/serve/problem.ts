// Errors as an HTTP client reads them: RFC 9457 problem details that name the field at fault. A bug is told as a bug,
// without its stack; the stack goes to the log of whoever runs the server.
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { UserError } from "../model/index.ts";

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field: string | null;
  readonly hint: string | null;
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request is not right",
  403: "Not allowed",
  404: "Not found",
  415: "The wrong content type",
  421: "The wrong host",
  501: "Not in this version",
};

export const problem = (error: unknown): Problem =>
  error instanceof UserError
    ? {
        type: "about:blank",
        title: TITLES[error.status] ?? "The request is not right",
        status: error.status,
        detail: error.message,
        field: error.field,
        hint: error.hint,
      }
    : {
        type: "about:blank",
        title: "A fault of Dateline",
        status: 500,
        detail: "The question could not be answered; the server's output says why.",
        field: null,
        hint: null,
      };

export const problemResponse = (error: unknown): Response => {
  const told = problem(error);
  return new Response(JSON.stringify(told), {
    status: told.status as ContentfulStatusCode,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
};
