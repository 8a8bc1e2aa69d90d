// The theatres of war (theatres.yaml): their countries, time zone, and whom 'the army' or 'the rebels' mean there on a day.
import type { Day } from "../model/index.ts";
import { readYaml } from "./rows.ts";
import { theatresSchema } from "./schema.ts";

export interface Theatre {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly time_zone: string;
  /** The registry id that a generic name stands for on `at` (null: day unknown, the first row counts). */
  generic(name: string, at: Day | null): string | null;
}

export function loadTheatres(directory: string, known: (actor: string) => boolean): readonly Theatre[] {
  return readYaml(directory, "theatres.yaml", theatresSchema).theatres.map((t) => {
    for (const g of t.generic)
      if (!known(g.actor)) throw new Error(`codebook/theatres.yaml: ${t.id}: no actor ${g.actor}`);
    const byName = new Map<string, typeof t.generic>();
    for (const g of t.generic)
      for (const name of g.names) {
        const key = name.toLowerCase().replace(/^the /, "");
        byName.set(key, [...(byName.get(key) ?? []), g]);
      }
    return {
      id: t.id,
      name: t.name,
      countries: t.countries,
      time_zone: t.time_zone,
      generic(name, at) {
        const rows = byName.get(name.toLowerCase().replace(/^the /, "").replace(/’/g, "'"));
        return rows?.find((g) => !at || ((!g.from || g.from <= at) && (!g.to || at <= g.to)))?.actor ?? null;
      },
    };
  });
}
