// TimeMap's JSON (Forensic Architecture's linked map and timeline): events, sources, associations and sites. Dates are
// M/D/YYYY and numbers are strings, as it reads them; an event without coordinates has no place on it and is left out.
import { type Day, dateOf, monthOf, yearOf } from "../model/index.ts";
import { placeName } from "../wording/happening.ts";
import { acledDays, coordinate, scenes } from "./field-rules.ts";
import { claimsOf, events, type Told } from "./told.ts";

const americanDate = (d: Day): string => `${monthOf(d)}/${dateOf(d)}/${yearOf(d)}`;

export function timemap(told: Told): string {
  const rows = events(told).flatMap((i) => {
    const [first] = acledDays(i, told);
    const place = scenes(i)[0];
    if (!first || !place || place.lat === null || place.lon === null) return [];
    return [
      {
        id: i.id,
        description: i.summary,
        date: americanDate(first.day),
        time: "",
        time_precision: first.precision === 1 ? "" : "approximate",
        location: placeName(place),
        latitude: String(coordinate(place.lat)),
        longitude: String(coordinate(place.lon)),
        type: i.acled.sub_type,
        category: i.acled.type,
        associations: [i.event, i.status],
        sources: i.documents,
        comments: claimsOf(i, told)
          .map((c) => `“${c.quote.replace(/\s+/g, " ")}”`)
          .join(" "),
      },
    ];
  });
  const used = new Set(rows.flatMap((r) => r.sources as readonly string[]));
  const sources = [...told.documents.values()]
    .filter((d) => used.has(d.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((d) => ({
      id: d.id,
      title: d.title ?? d.file,
      thumbnail: "",
      paths: d.url ? [d.url] : [],
      type: "Article",
      url: d.url ?? "",
      description: d.outlet ?? "",
      author: d.outlet ?? "",
      date: d.published?.slice(0, 10) ?? "",
    }));
  const titles = [...new Set(rows.flatMap((r) => r.associations))].sort();
  const associations = titles.map((title) => ({ id: title, title, desc: "", mode: "FILTER", filter_paths: [title] }));
  return `${JSON.stringify({ events: rows, sources, associations, sites: [] }, null, 2)}\n`;
}
