// The registry of actors (actors.tsv), looked up by the words of a name, and whose name means whom on which day. It knows
// names only; what a sentence means by 'the group' is for extract.
import type { z } from "zod";
import { type Actor, actorId, type Day, day } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { type Check, readRows, unique } from "./rows.ts";
import { actorRow } from "./schema.ts";

export interface Registered extends Actor {
  readonly side: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly successor_of: string | null;
}
export interface ActorRegistry {
  readonly all: readonly Registered[];
  get(id: string): Registered | null;
  /** Every actor of that name, as plain words joined by blanks; capitals matter for names all in capitals ('IS', 'US'). */
  find(name: string): readonly Registered[];
  /** The longest name that starts at `from`, or null. `words` are plain, `texts` as written. */
  longest(
    words: readonly string[],
    texts: readonly string[],
    from: number,
  ): { length: number; actors: readonly Registered[] } | null;
}

const plainName = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’ʼ‘`´ʿʾ]/g, "'")
    .replace(/[‐‑]/g, "-")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=[\p{L}\p{N}.])'s\b/gu, " 's")
    .replace(/(?<=\p{L})'(?=\s|$)/gu, " '")
    .split(/\s+/)
    .filter(Boolean);
const isAcronym = (name: string): boolean => /^[A-Z][A-Z.-]*[A-Z.]$/.test(name);

interface Entry {
  readonly words: readonly string[];
  readonly acronym: boolean;
  readonly actor: Registered;
}

/** A successor follows somebody who is there. */
const follows: Check<z.output<typeof actorRow>> = (rows) => {
  const ids = new Set(rows.map(({ row }) => row.id));
  return rows
    .filter(({ row }) => row.successor_of !== "" && !ids.has(row.successor_of))
    .map(({ row, line }) => ({ line, key: "successor_of", says: `there is no actor '${row.successor_of}'` }));
};

/** @throws CodebookFault naming file, line and column of every fault */
export function loadActors(where: Where): ActorRegistry {
  const all: Registered[] = readRows(where, "actors.tsv", actorRow, unique("id"), follows).map((row) => ({
    id: actorId(row.id),
    name: row.name,
    aliases: row.aliases.split("|").filter(Boolean),
    kind: row.kind,
    country: row.country || null,
    side: row.side || null,
    from: day(row.from),
    to: day(row.to),
    successor_of: row.successor_of || null,
  }));
  const byId = new Map<string, Registered>(all.map((a) => [a.id, a]));
  const byFirst = new Map<string, Entry[]>();
  const byName = new Map<string, Registered[]>();
  for (const actor of all)
    for (const name of new Set([actor.name, ...actor.aliases])) {
      const words = plainName(name);
      const key = words.join(" ");
      byName.set(key, [...(byName.get(key) ?? []).filter((a) => a !== actor), actor]);
      const entry = { words, acronym: isAcronym(name), actor };
      byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), entry]);
    }
  for (const row of byFirst.values()) row.sort((a, b) => b.words.length - a.words.length);
  return {
    all,
    get: (id) => byId.get(id) ?? null,
    find: (name) => byName.get(plainName(name).join(" ")) ?? [],
    longest(words, texts, from) {
      const row = byFirst.get(words[from]!.toLowerCase());
      if (!row) return null;
      let length = 0;
      const actors: Registered[] = [];
      for (const entry of row) {
        if (entry.words.length < length) break;
        if (!entry.words.every((w, i) => words[from + i]?.toLowerCase() === w)) continue;
        // 'us' and 'is' are words; 'US' and 'IS' are names. A one-word name stands with a capital.
        if (entry.words.length === 1) {
          const text = texts[from]!;
          if (entry.acronym && !/^[A-Z][\p{Lu}.-]*$/u.test(text) && !(text.length > 3 && /^[A-Z]/.test(text))) continue;
          if (
            !/^\p{Lu}/u.test(text) &&
            !/^al-\p{Lu}/u.test(text) &&
            !/^[a-z]{5,}$/.test(entry.actor.name) &&
            !entry.actor.aliases.includes(text)
          )
            continue;
        }
        length = entry.words.length;
        actors.push(entry.actor);
      }
      return length ? { length, actors } : null;
    },
  };
}
