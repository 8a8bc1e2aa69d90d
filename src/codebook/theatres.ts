// The theatres of war (theatres.yaml): their countries, time zone, and whom 'the army' or 'the rebels' mean there on a day.
import type { Day } from "../model/index.ts";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";
import { theatresSchema } from "./schema.ts";

export interface Theatre {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly time_zone: string;
  /** The registry id that a generic name stands for on `at` (null: day unknown, the first row counts). */
  generic(name: string, at: Day | null): string | null;
}

/** known: whether there is an actor of that id. @throws CodebookFault naming file, line and key of every fault */
export function loadTheatres(where: Where, known: (actor: string) => boolean): readonly Theatre[] {
  const schema = theatresSchema.superRefine(({ theatres }, context) => {
    theatres.forEach(({ generic }, t) => {
      generic.forEach(({ actor }, g) => {
        const path = ["theatres", t, "generic", g, "actor"];
        if (!known(actor)) context.addIssue({ code: "custom", path, message: `there is no actor '${actor}'` });
      });
    });
  });
  return readYaml(where, "theatres.yaml", schema).theatres.map((t) => {
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
