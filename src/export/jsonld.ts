// JSON-LD with schema.org's words: each incident an Event, each document a NewsArticle that it is the subject of. Status
// and figures, for which schema.org has no word, go in additionalProperty.
import type { Incident } from "../model/index.ts";
import { coordinate } from "./field-rules.ts";
import { byTime, claimsOf, type Told } from "./told.ts";

const value = (name: string, of: unknown): object => ({ "@type": "PropertyValue", name, value: of });

function event(i: Incident, told: Told): object {
  return {
    "@type": "Event",
    "@id": `urn:dateline:incident:${i.id}`,
    identifier: i.id,
    name: i.summary,
    ...(i.time ? { startDate: i.time.start, endDate: i.time.end } : {}),
    ...(i.places.length > 0
      ? {
          location: i.places.map((p) => ({
            "@type": "Place",
            name: p.name,
            ...(p.lat !== null && p.lon !== null
              ? { geo: { "@type": "GeoCoordinates", latitude: coordinate(p.lat), longitude: coordinate(p.lon) } }
              : {}),
            ...(p.within.length > 0 ? { containedInPlace: { "@type": "Place", name: p.within[0] } } : {}),
          })),
        }
      : {}),
    ...(i.actors.length > 0 ? { actor: i.actors.map((a) => ({ "@type": "Organization", name: a.name })) } : {}),
    additionalProperty: [
      value("event", i.event),
      value("status", i.status),
      value("grade", i.grade),
      value("independent_sources", i.independent_sources),
      ...i.figures.map((f) => ({
        ...value(`${f.measure}: ${f.group}`, f.best ?? f.low),
        minValue: f.low,
        ...(f.high === null || f.open ? {} : { maxValue: f.high }),
      })),
    ],
    subjectOf: i.documents.map((d) => ({ "@id": `urn:dateline:document:${encodeURIComponent(d)}` })),
    citation: claimsOf(i, told).map((c) => ({
      "@type": "Quotation",
      text: c.quote,
      isPartOf: { "@id": `urn:dateline:document:${encodeURIComponent(c.document)}` },
      ...(c.sources[0] ? { spokenByCharacter: { "@type": "Organization", name: c.sources[0].name } } : {}),
    })),
  };
}

export function jsonld(told: Told): string {
  const incidents = [...told.incidents].filter((i) => !i.tally && i.status !== "denied").sort(byTime);
  const articles = [...told.documents.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((d) => ({
      "@type": "NewsArticle",
      "@id": `urn:dateline:document:${encodeURIComponent(d.id)}`,
      ...(d.title ? { headline: d.title } : {}),
      ...(d.published ? { datePublished: d.published } : {}),
      ...(d.outlet ? { publisher: { "@type": "Organization", name: d.outlet } } : {}),
      ...(d.url ? { url: d.url } : {}),
      ...(d.lang ? { inLanguage: d.lang } : {}),
    }));
  const graph = [...incidents.map((i) => event(i, told)), ...articles];
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`;
}
