// What a reader with the same gazetteer and no grammar finds: every run of capitalised words that is a place's name, the longest
// first, as the most populous place of that name. The baseline of the exam of places; no part of Dateline.
import type { Answer } from "./exam.ts";
import type { Question } from "./part.ts";
import { codebook } from "./reader.ts";

const LEAST_PEOPLE = 5_000;
const NO_PLACE = new Set(
  `A Along America An And As At But By For He I If In It Many March May Monday Most Of On Police President She Sunday That
  The They This Us University We`.split(/\s+/),
);
const KINDS: Readonly<Record<string, number>> = { country: 2, province: 1, region: 1 };

/** The place that a name means to one who knows nothing but sizes; null where it names none. */
function greatest(name: string) {
  const { gazetteer } = codebook();
  const rank = (kind: string): number => KINDS[kind] ?? 0;
  const iso = gazetteer.demonym(name);
  const known = iso === null ? [] : [gazetteer.country(iso)].filter((place) => place !== null);
  return (
    [...known, ...gazetteer.find(name)]
      .filter((place) => rank(place.kind) > 0 || place.population >= LEAST_PEOPLE)
      .sort((a, b) => rank(b.kind) - rank(a.kind) || b.population - a.population)[0] ?? null
  );
}

export function capitalRuns({ id, text }: Question): Answer[] {
  const answers: Answer[] = [];
  for (const run of text.matchAll(/\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*/gu)) {
    const words = [...run[0].matchAll(/\S+/g)];
    for (let first = 0; first < words.length; first++) {
      for (let last = words.length; last > first; last--) {
        const from = words[first]!.index;
        const raw = run[0].slice(from, words[last - 1]!.index + words[last - 1]![0].length);
        const name = raw.replace(/['’]s?$/, "").replace(/(?<!\.\p{Lu})\.$/u, "");
        const place = NO_PLACE.has(name) ? null : greatest(name);
        if (!place) continue;
        const start = run.index + from;
        const { lat, lon, country } = place;
        answers.push({ document: id, start, end: start + name.length, lat, lon, country });
        first = last - 1;
        break;
      }
    }
  }
  return answers;
}
