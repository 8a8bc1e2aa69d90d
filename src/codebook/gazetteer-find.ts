// Answers what somebody typed: a name in any spelling, with or without its kind ('Hama province', 'the city of Hama',
// 'Tal Rifaat Hospital') and its containers ('Nawa, Daraa', 'near Atma, Idlib'). For names met in a text see longest().
import type { Place } from "../model/index.ts";
import type { PlaceIndex } from "./gazetteer-index.ts";
import { nameLength, plainKey, SISTERS, soundKey, soundsLike } from "./gazetteer-names.ts";
import type { WordUse } from "./gazetteer-tables.ts";

export interface Finder {
  /** As written first, then by sound; the best known first. */
  named(name: string): readonly Place[];
  /** Places of one country with the same consonants whose sound is all but this one's. */
  similar(name: string, country: string): readonly Place[];
  find(name: string): readonly Place[];
}

const separator = /[,;/()]|\s(?:and|or|near|between|outside)\s/u;
const MEMORY = 50_000;

/**
 * @param better sorts places of one name, the better known first.
 * @param countries whose names are matched by their consonants too, as ISO codes.
 */
export function finder(
  index: PlaceIndex,
  better: (a: Place, b: Place) => number,
  words: (use: WordUse) => ReadonlyMap<string, string>,
  countries: readonly string[],
): Finder {
  const memory = new Map<string, readonly Place[]>();
  const named = (name: string): readonly Place[] => {
    let places = memory.get(name);
    if (!places) {
      if (memory.size > MEMORY) memory.clear();
      const exact = index.exact(name).sort(better);
      const sounding = soundKey(name).length >= 4 ? index.sounding(name).sort(better) : [];
      places = [...new Set([...exact, ...sounding])];
      // 'Arab Hassan' may be the Small or the Great one: only where nothing bears the name itself.
      if (places.length === 0 && name.includes(" "))
        places = [...new Set(SISTERS.flatMap((which) => index.sounding(`${name} ${which}`)))].sort(better);
      memory.set(name, places);
    }
    return places;
  };
  const boned = (name: string, country: string): Place[] =>
    nameLength(name) >= 5 ? index.skeleton(name, country).sort(better) : [];
  const isLike = (name: string, p: Place): boolean => [p.name, ...p.aliases].some((n) => soundsLike(name, n));
  const similar = (name: string, country: string): Place[] => boned(name, country).filter((p) => isLike(name, p));

  /** Names with what says the kind taken off, each with that kind: 'Atma camp' is also 'Atma'. */
  const bare = (name: string): { name: string; kind: string | null }[] => {
    const found: { name: string; kind: string | null }[] = [{ name, kind: null }];
    const of = /^(?:the\s+)?(\p{L}+)(?:\s+cent(?:re|er))?\s+of\s+(.+)$/iu.exec(name);
    if (of) found.push({ name: of[2] ?? "", kind: words("of").get(plainKey(of[1] ?? "")) ?? null });
    let parts = (of?.[2] ?? name).split(/\s+/);
    for (let last = plainKey(parts.at(-1) ?? ""); parts.length > 1; last = plainKey(parts.at(-1) ?? "")) {
      const kind = words("head").get(last);
      if (
        kind === undefined &&
        !words("area").has(last) &&
        !words("outskirts").has(last) &&
        !/^(?:refugee|idp|military|international)$/.test(last)
      )
        break;
      parts = parts.slice(0, -1);
      found.push({ name: parts.join(" "), kind: kind ?? null });
    }
    return found;
  };
  /** The places that one part may mean, by the strictest reading that finds any, and whether it was by consonants. */
  const read = (part: string): { places: readonly Place[]; loose: boolean } => {
    const names = bare(part);
    for (const { name, kind } of names) {
      const places = named(name);
      if (places.length === 0) continue;
      const fit = kind === null ? places : places.filter((p) => p.kind === kind);
      return { places: fit.length ? fit : places, loose: false };
    }
    // Any spelling: those that are all but this name, then those of its consonants.
    for (const { name } of names) {
      const bones = countries.flatMap((iso) => boned(name, iso));
      const like = bones.filter((p) => isLike(name, p));
      if (bones.length) return { places: [...like, ...bones.filter((p) => !like.includes(p))], loose: true };
    }
    return { places: [], loose: true };
  };

  function find(name: string): readonly Place[] {
    const byId = index.get(name);
    if (byId) return [byId];
    const whole = named(name);
    if (whole.length) return whole;
    const parts = name
      .replace(/^(?:near|vicinity of|outside)\s+/iu, "")
      .split(separator)
      .map((p) => p.trim())
      .filter(Boolean);
    const readings = parts.map(read);
    for (const [i, { places, loose }] of readings.entries()) {
      const around = readings.slice(i + 1).flatMap((r) => r.places);
      if (around.length === 0 && places.length) return places;
      const ids = new Set(around.map((p) => String(p.id)));
      const inside = places.filter((p) => p.within.some((id) => ids.has(id)));
      if (inside.length) return inside;
      // Not every town knows its province. But a namesake in another country, or a likeness of consonants outside the
      // container, is chance: the container itself says more.
      const home = loose ? [] : places.filter((p) => p.country !== null && p.country === around[0]?.country);
      if (home.length) return home;
    }
    return [];
  }
  return { named, similar, find };
}
