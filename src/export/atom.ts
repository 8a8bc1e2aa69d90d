// Incidents as an Atom feed: one entry each, its id the incident's own, dated by the newest document that tells it.
import type { Incident } from "../model/index.ts";
import { day } from "../model/index.ts";

interface Dated {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// XML 1.0 has no way to hold most control characters, so they are left out.
export const escapeXml = (text: string): string =>
  text.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (c) => ENTITIES[c]!);

const instant = (published: string | null): string | null => {
  if (!published || !day(published)) return null;
  const time = Date.parse(published.length === 10 ? `${published}T00:00:00Z` : published);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(".000Z", "Z");
};

/** A document without a date dates nothing; Atom needs an instant, so an incident of undated documents bears the epoch. */
const EPOCH = "1970-01-01T00:00:00Z";

/** origin: 'http://127.0.0.1:8300'; path: the feed's own address on it. */
export function atom(
  incidents: readonly Incident[],
  documents: readonly Dated[],
  origin: string,
  path: string,
): string {
  const published = new Map(documents.map((d) => [d.id, instant(d.published)]));
  const outlets = new Map(documents.map((d) => [d.id, d.outlet]));
  const updated = (i: Incident): string =>
    i.documents.reduce((newest, d) => {
      const at = published.get(d);
      return at && at > newest ? at : newest;
    }, EPOCH);
  const entries = incidents.map((i) => {
    const names = [...new Set(i.documents.map((d) => outlets.get(d)).filter((o): o is string => Boolean(o)))];
    return `  <entry>
    <id>${escapeXml(`tag:dateline,2024:incident/${i.id}`)}</id>
    <title>${escapeXml(i.summary)}</title>
    <updated>${updated(i)}</updated>
    <author><name>${escapeXml(names.join(", ") || "unknown")}</name></author>
    <link rel="alternate" href="${escapeXml(`${origin}/#/incident/${encodeURIComponent(i.id)}`)}"/>
    <category term="${escapeXml(i.event)}"/>
    <category term="${escapeXml(i.status)}"/>
    <summary>${escapeXml(`${i.status}; independent sources: ${i.independent_sources}`)}</summary>
  </entry>`;
  });
  const newest = incidents.map(updated).sort().at(-1) ?? EPOCH;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(origin + path)}</id>
  <title>Dateline: incidents</title>
  <updated>${newest}</updated>
  <author><name>Dateline</name></author>
  <link rel="self" href="${escapeXml(origin + path)}"/>
${entries.join("\n")}${entries.length > 0 ? "\n" : ""}</feed>
`;
}
