// Who stands against whom in a row of the field: its two sides with ACLED's codes, out of one incident or of several that
// are collapsed into the row.
import type { Incident } from "../model/index.ts";
import { inter } from "./field-rules.ts";
import type { Eventful, Told } from "./told.ts";

type Parties = Incident["actors"];
export interface Side {
  readonly actor: string | null;
  readonly associated: string;
  readonly inter: number | null;
}

const same = (a: Parties[number], b: Parties[number]): boolean => (a.id ?? a.name) === (b.id ?? b.name);

/** A fight's second side is its second actor where no target is named; order has no meaning in it. */
function ofOne(incident: Incident): readonly [Parties, Parties] {
  const { actors, targets, event } = incident;
  return targets.length === 0 && event === "armed_clash" ? [actors.slice(0, 1), actors.slice(1)] : [actors, targets];
}

/**
 * The parties on either side of a row: those of the incident that it is told under, then those of its components, each
 * with the side (actors.tsv) that it is known to be of; else its doers with the doers, unless they gave way.
 */
export function parties(members: readonly Eventful[], told: Told): readonly [Parties, Parties] {
  const [lead, ...rest] = members;
  const [one, two] = ofOne(lead!).map((list) => [...list]) as [Parties[number][], Parties[number][]];
  const sideOf = (p: Parties[number]): string | null => told.actor(p.id)?.side ?? null;
  const met = (list: Parties, p: Parties[number]): boolean =>
    list.some((o) => same(o, p) || (sideOf(p) !== null && sideOf(o) === sideOf(p)));
  for (const other of rest) {
    const [doers, done] = ofOne(other);
    // A clash is often told the other way round, and whoever gave way stands against whoever came.
    const turned =
      told.collapse.gives_way.includes(other.event) ||
      doers.some((p) => met(two, p)) ||
      done.some((p) => met(one, p) && !met(two, p));
    for (const [list, usual] of [
      [doers, turned ? two : one],
      [done, turned ? one : two],
    ] as const)
      for (const p of list)
        if (![...one, ...two].some((o) => same(o, p))) ([one, two].find((some) => met(some, p)) ?? usual).push(p);
  }
  return [one, two];
}

function sideOf(list: Parties, told: Told, home: string | null, countryName: string): Side {
  const [head, ...rest] = list;
  if (!head) return { actor: null, associated: "", inter: null };
  const code = inter(head.name, told.actor(head.id), home);
  const generic = code !== null && code >= 5 && code <= 7 && head.id === null;
  const kind = code === 7 ? "Civilians" : code === 6 ? "Protesters" : "Rioters";
  return {
    actor: generic ? `${kind} (${countryName})` : head.name,
    associated: rest.map((p) => p.name).join("; "),
    inter: code,
  };
}

/** ACLED's two sides; `unnamed`: armed actors that nobody names bear ACLED's own name for such. */
export function sides(
  [one, two]: readonly [Parties, Parties],
  told: Told,
  home: string | null,
  countryName: string,
  unnamed: boolean,
): readonly [Side, Side] {
  const [first, second] = [sideOf(one, told, home, countryName), sideOf(two, told, home, countryName)];
  return [
    first.actor === null && unnamed
      ? { actor: `Unidentified Armed Group (${countryName})`, associated: "", inter: 3 }
      : first,
    second,
  ];
}

/** '12' for state forces against rebels, '10' for state forces alone: smaller code first, as order has no meaning. */
export function interaction(a: number | null, b: number | null): string {
  const codes = [a, b].filter((c) => c !== null).sort((x, y) => x - y);
  return codes.length === 0 ? "" : codes.length === 1 ? `${codes[0]}0` : codes.join("");
}
