// A chain of claims and denials on a terminal: day by day, a numbered line a claim, what it answers by row number, and
// beneath an incident's last row how it stands. Cells wrap and are never cut, so that nothing of the story is lost.
import { day } from "../model/index.ts";
import type { ChainRow } from "../serve/chain-rows.ts";
import { answers, teller, telling, verdictText } from "../serve/chain-words.ts";
import { longDay } from "../wording/english.ts";
import { harmless, out, status, styled, width, wrapped } from "./print.ts";

const GAP = 2;
const STANCE = { asserted: "says", denied: "denies", planned: "plans", demanded: "demands" } as const;

/** '18:12+03:00', '17:02Z': as the document has it; 'said' where the words themselves give the day. */
function clock({ told }: ChainRow): string {
  if (told?.basis === "said") return "said";
  const found = /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}(?::?\d{2})?)?/.exec(told?.at ?? "");
  return found ? `${found[1]}${/^[+-]00/.test(found[2] ?? "") ? "Z" : (found[2] ?? "").replace(/:?00$/, "")}` : "";
}

/** Cells side by side, each wrapped within its width. */
function beside(cells: readonly string[], widths: readonly number[]): string[] {
  const lines = cells.map((text, i) => wrapped(text, "", widths[i]!).split("\n"));
  const height = Math.max(...lines.map((l) => l.length));
  return Array.from({ length: height }, (_, at) =>
    lines
      .map((l, i) => (l[at] ?? "").padEnd(widths[i]!))
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

/** Numbers, clocks and stances keep their width; who, what and the links share the rest. */
function widthsFor(rows: readonly (readonly string[])[], most: number): number[] {
  const natural = (at: number): number => Math.max(...rows.map((r) => r[at]!.length));
  const [number, told, stance] = [natural(0), natural(1), natural(3)];
  const links = Math.min(natural(5), 22);
  const rest = Math.max(24, most - number - told - stance - links - 5 * GAP);
  const who = Math.min(natural(2), Math.round(rest * 0.45));
  return [number, told, who, stance, Math.min(natural(4), rest - who), links];
}

const paint = (row: ChainRow, line: string): string =>
  row.claim.stance === "denied" ? styled("red", line) : row.claim.stance === "asserted" ? line : styled("yellow", line);

export function showChain(rows: readonly ChainRow[], total: number, next: string | null, most = width()): void {
  if (rows.length === 0) {
    out("(none)\n");
    return;
  }
  const head = ["#", "at", "who says so", "", "what", "to earlier rows"];
  const cells = rows.map((r) => [
    String(r.row),
    clock(r),
    teller(r),
    STANCE[r.claim.stance],
    `${telling(r)}${r.claim.background ? " (told as background)" : ""}`,
    answers(r.links),
  ]);
  const widths = widthsFor([head, ...cells], most);
  out(styled("bold", beside(head, widths).join("\n")));
  const indent = " ".repeat(widths[0]! + GAP);
  let on: string | null | undefined;
  for (const [i, row] of rows.entries()) {
    const today = day(row.told?.at);
    if (today !== on) out(styled("dim", today === null ? "Day not known" : longDay(today)));
    on = today;
    for (const line of beside(cells[i]!.map(harmless), widths)) out(paint(row, line));
    if (row.verdict) {
      const { incident } = row.verdict;
      const [lead, ...under] = wrapped(`= ${verdictText(row.verdict)}  [${incident.id}]`, indent, most).split("\n");
      out([lead!.replace(incident.status, status(incident.status)), ...under].join("\n"));
    }
  }
  if (total > rows.length) out(styled("dim", `${rows.length} of ${total}; the rest: --cursor ${next ?? ""}`));
}
