// The questions as MCP tools over standard input and output, read-only. A tool answers with a few cited lines and the
// whole answer as structured content; what the asker can mend comes back as a tool error, never as a broken protocol.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Codebook } from "../codebook/load.ts";
import { UserError } from "../model/index.ts";
import { brief } from "./brief.ts";
import { type Askable, ask, clocksOf, type Question } from "./question.ts";
import { questions } from "./requests.ts";
import { version } from "./version.ts";

const INSTRUCTIONS = `A ledger of what many sources report about a conflict. Every row carries ids and quotes: cite them.
'corroborated' means independent origins agree; 'single-source' means one says so; 'disputed' means others deny it.
Running totals (tally) are never to be added to incidents. Ask known_by=DAY for what had been published by then.`;

/** Rows a tool gives unless told: a model's window is dear. */
const TOOL_ROWS = 20;

async function answerCall(
  ledger: Askable,
  codebook: Codebook,
  asked: Question,
  given: Record<string, unknown>,
): Promise<CallToolResult> {
  const raw = "limit" in asked.parameters.shape && given.limit === undefined ? { ...given, limit: TOOL_ROWS } : given;
  try {
    const told = await ask(ledger, codebook, asked, raw);
    const view = await ledger.view(clocksOf(given));
    return {
      content: [{ type: "text", text: await brief(view, asked.name, told) }],
      structuredContent: told as Record<string, unknown>,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = error.hint ? `\nhint: ${error.hint}` : "";
    return { isError: true, content: [{ type: "text", text: `${error.message}${hint}` }] };
  }
}

export function mcpServer(ledger: Askable, codebook: Codebook): McpServer {
  const server = new McpServer({ name: "dateline", version }, { instructions: INSTRUCTIONS });
  for (const asked of questions)
    server.registerTool(
      asked.name,
      {
        title: asked.name,
        description: asked.thin ? `${asked.help}. ${asked.thin}` : asked.help,
        inputSchema: asked.parameters.shape,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (given: Record<string, unknown>) => answerCall(ledger, codebook, asked, given),
    );
  return server;
}

/** Serves until the other side closes its end. */
export async function serveMcp(ledger: Askable, codebook: Codebook): Promise<void> {
  const server = mcpServer(ledger, codebook);
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
    process.stdin.once("end", done);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
}
