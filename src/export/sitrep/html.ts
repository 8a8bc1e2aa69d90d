// A report as one HTML page that needs nothing else: its style is within it, it prints well, and every word that came
// from a document is escaped. It holds no script.

import { citedAs, link } from "./markdown.ts";
import { type Block, type Citation, type Entry, type Inline, isHeaded, type Line, type Report } from "./report.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);

/** The page's style; the server names its hash in the policy that forbids every other. */
export const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin-bottom: .3rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid currentColor; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
ul { padding-left: 1.1rem; } li { margin: .35rem 0; }
.known { margin-top: 0; opacity: .75; }
sup { line-height: 0; } sup a { text-decoration: none; }
ol.sources { font-size: .85rem; padding-left: 2rem; } ol.sources li:target { outline: 2px solid; outline-offset: 2px; }
code { font-size: .8em; opacity: .75; overflow-wrap: anywhere; }
@media print {
  body { max-width: none; margin: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;

function inline(part: Inline): string {
  if (typeof part === "string") return escapeHtml(part);
  if ("strong" in part) return `<strong>${escapeHtml(part.strong)}</strong>`;
  if ("em" in part) return `<em>${escapeHtml(part.em)}</em>`;
  return part.cite.map((n) => `<sup><a href="#c${n}">[${n}]</a></sup>`).join("");
}

const line = (parts: Line): string => parts.map(inline).join("").replace(/ +/g, " ").trim();

function block(b: Block): string {
  if (b.kind === "heading") return `<h3>${escapeHtml(b.text)}</h3>`;
  if (b.kind === "paragraph") return `<p>${line(b.line)}</p>`;
  return `<ul>\n${b.lines.map(entryItem).join("\n")}\n</ul>`;
}

const entryItem = (entry: Entry): string =>
  isHeaded(entry)
    ? `<li><strong>${escapeHtml(entry.head)}</strong>\n<ul>\n${entry.lines.map((l) => `<li>${line(l)}</li>`).join("\n")}\n</ul></li>`
    : `<li>${line(entry)}</li>`;

function source(c: Citation): string {
  const url = link(c.url);
  const head = escapeHtml(citedAs(c));
  const quote = c.quote === null ? "" : `: <q>${escapeHtml(c.quote)}</q>`;
  return `<li id="c${c.n}">${url ? `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${head}</a>` : head}${quote} <code>${escapeHtml(c.claim ?? c.document)}</code></li>`;
}

export function html(report: Report): string {
  const sections = report.sections.map(
    (s) => `<section>\n<h2>${escapeHtml(s.heading)}</h2>\n${s.blocks.map(block).join("\n")}\n</section>`,
  );
  const sources =
    report.citations.length > 0
      ? `<section>\n<h2>Sources</h2>\n<ol class="sources">\n${report.citations.map(source).join("\n")}\n</ol>\n</section>\n`
      : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
<p class="known">${escapeHtml(report.subtitle.join(" "))}</p>
${sections.join("\n")}
${sources}</body>
</html>
`;
}
