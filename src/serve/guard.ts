// What stands between a browser and the ledger: the headers of every answer, the check of Host against DNS rebinding,
// and the check that a decision comes from the page itself. Authentication is not here: the server is for one machine.
import type { MiddlewareHandler } from "hono";
import { UserError } from "../model/index.ts";

/** Scripts and styles only from this server; nothing of a document can run, nothing frames the page. */
export const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const name = (host: string): string => host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
const isAddress = (host: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(":");

/** The name asked for; requests made without a socket (tests) have it in the address alone. */
const hostOf = (request: Request): string => request.headers.get("host") ?? new URL(request.url).host;

/**
 * Rebinding needs a name that an attacker's server resolves, so addresses and localhost pass, and of other names only
 * those that were allowed at the start.
 */
export const hostCheck =
  (allowed: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const host = name(hostOf(c.req.raw)).toLowerCase();
    if (host !== "localhost" && !isAddress(host) && !allowed.includes(host))
      throw new UserError(`this server does not answer for the host '${host}'`, {
        status: 421,
        field: "Host",
        hint: `start it with --allow-host ${host} if that is its name`,
      });
    await next();
  };

export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("content-security-policy")) c.header("Content-Security-Policy", POLICY);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
};

/** A decision is taken only as JSON (which another site cannot send unasked) and only from this server's own page. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json")
    throw new UserError("a decision is sent as application/json", { status: 415, field: "Content-Type" });
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const own = origin === undefined || origin === `http://${hostOf(c.req.raw)}`;
  if (!own || (site !== undefined && site !== "same-origin" && site !== "none"))
    throw new UserError("a decision is taken only from this server's own page", { status: 403, field: "Origin" });
  await next();
};
