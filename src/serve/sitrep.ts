// The situation report as a question: gathers from a view what the report stands on, and has it composed and written.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { OpenDays } from "../codebook/judgement.ts";
import type { Ground } from "../export/sitrep/desk.ts";
import { html, STYLE } from "../export/sitrep/html.ts";
import { markdown } from "../export/sitrep/markdown.ts";
import type { Citation } from "../export/sitrep/report.ts";
import { sitrep as composed } from "../export/sitrep/sitrep.ts";
import type { DocumentRow, View } from "../ledger/view.ts";
import type { Claim, Day } from "../model/index.ts";
import { clocks, firstDay, lastDay } from "./parameters.ts";
import { all, question } from "./question.ts";
import { orderAt } from "./standing.ts";

export interface SitrepAnswer {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly format: "md" | "html" | "json";
  /** The report as Markdown or HTML. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** All that the report needs, as of one view. */
export async function ground(
  view: View,
  openDays: OpenDays,
  from: Day,
  to: Day,
  knownBy: string | null,
): Promise<Ground> {
  const page = (cursor: string | undefined) => ({ limit: 1000, ...(cursor ? { cursor } : {}) });
  const incidents = await all((cursor) => view.incidents(page(cursor)));
  const documents: readonly DocumentRow[] = await all((cursor) => view.documents(page(cursor)));
  const claims: readonly Claim[] = await all((cursor) => view.claims(page(cursor)));
  const orders = await view.orders();
  return {
    from,
    to,
    known_by: knownBy,
    incidents,
    documents,
    claims: new Map(claims.map((c) => [c.id as string, c])),
    holdings: await view.holdings(),
    disputes: await view.disputes({ from, to }),
    orders: orders.map((o) => orderAt(o, to, openDays)),
  };
}

export const sitrep = question({
  name: "sitrep",
  path: "/sitrep",
  command: "sitrep",
  help: "A cited situation report: what changed hands, what happened where, what is disputed, what is not known",
  thin: "English only; every incident of the window is listed, none is left out for length.",
  parameters: z.strictObject({
    from: firstDay,
    to: lastDay,
    format: z
      .enum(["md", "html", "json"])
      .optional()
      .describe("md (unless told), html, or json: both text and citations"),
    ...clocks,
  }),
  answer: async (view, codebook, p): Promise<SitrepAnswer> => {
    const report = composed(
      await ground(view, codebook.judgement.orders.open_days, p.from as Day, p.to as Day, p.known_by ?? null),
    );
    const format = p.format ?? "md";
    const text = format === "html" ? html(report) : markdown(report);
    return { title: report.title, from: p.from, to: p.to, format, text, citations: report.citations };
  },
});

export const isReport = (told: unknown): told is SitrepAnswer =>
  typeof told === "object" && told !== null && "citations" in told && "text" in told && "format" in told;

const styleHash = createHash("sha256").update(STYLE).digest("base64");

/** The report in its own form; its one inline style is allowed by its hash, and nothing else is. */
export function reportResponse(report: SitrepAnswer): Response {
  if (report.format === "json") return Response.json(report);
  const isHtml = report.format === "html";
  return new Response(report.text, {
    headers: {
      "content-type": isHtml ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8",
      "content-security-policy": isHtml
        ? `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
        : "default-src 'none'; frame-ancestors 'none'",
    },
  });
}
