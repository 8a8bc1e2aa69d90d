// A report as Markdown (CommonMark). Words from documents are escaped, so that a quote cannot make a heading or a link.

import { day } from "../../model/index.ts";
import { longDay } from "../../wording/english.ts";
import { type Block, type Citation, type Inline, isHeaded, type Line, type Report } from "./report.ts";

/** Escapes what CommonMark would read as markup, and keeps a line one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/([\\`*_[\]<>#|~])/g, "\\$1")
    .replace(/&(?=#?\w+;)/g, "&amp;");

/** At the start of a list entry or paragraph, these would begin a block of their own. */
const atStart = (text: string): string => text.replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");

function inline(part: Inline): string {
  if (typeof part === "string") return escapeMarkdown(part);
  if ("strong" in part) return `**${escapeMarkdown(part.strong)}**`;
  if ("em" in part) return `*${escapeMarkdown(part.em)}*`;
  return part.cite.map((n) => `[[${n}]](#c${n})`).join("");
}

const line = (parts: Line): string => atStart(parts.map(inline).join("").replace(/ +/g, " ").trim());

function block(b: Block): string {
  if (b.kind === "heading") return `### ${escapeMarkdown(b.text)}`;
  if (b.kind === "paragraph") return line(b.line);
  return b.lines
    .map((entry) =>
      isHeaded(entry)
        ? [`- **${escapeMarkdown(entry.head)}**`, ...entry.lines.map((l) => `  - ${line(l)}`)].join("\n")
        : `- ${line(entry)}`,
    )
    .join("\n");
}

/** 'The New Arab, Tuesday 10 December 2024, “Title”'. */
export function citedAs(c: Citation): string {
  const published = day(c.published);
  return [c.outlet ?? c.file, published ? longDay(published) : "undated", c.title ? `“${c.title}”` : null]
    .filter((s) => s !== null)
    .join(", ");
}

/** Only web addresses become links; `javascript:` and the like stay text that leads nowhere. */
export const link = (url: string | null): string | null =>
  url && /^https?:\/\/[^\s<>"'()\\]+$/i.test(url) ? url : null;

export function markdown(report: Report): string {
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    report.subtitle.map(escapeMarkdown).join(" "),
    ...report.sections.flatMap((s) => [`## ${escapeMarkdown(s.heading)}`, ...s.blocks.map(block)]),
  ];
  if (report.citations.length > 0) {
    parts.push("## Sources");
    parts.push(
      report.citations
        .map((c) => {
          const url = link(c.url);
          const quote = c.quote === null ? "" : `: “${escapeMarkdown(c.quote)}”`;
          return `${c.n}. <a id="c${c.n}"></a>${escapeMarkdown(citedAs(c))}${quote}${url ? ` <${url}>` : ""} (${escapeMarkdown(c.claim ?? c.document)})`;
        })
        .join("\n"),
    );
  }
  return `${parts.join("\n\n")}\n`;
}
