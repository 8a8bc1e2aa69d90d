// The chain of claims and denials about a place or an incident, in the order in which their sources told them. Gathers
// from a view what the rows stand on; how they are ordered and linked is chain-rows.ts.
import { z } from "zod";
import type { Filter, View } from "../ledger/view.ts";
import { type Claim, type Incident, UserError } from "../model/index.ts";
import { type Carrier, chainRows, type Ground } from "./chain-rows.ts";
import { knownEvent } from "./codebook.ts";
import { clocks, filters, paging, window } from "./parameters.ts";
import { all, filterOf, paged, question } from "./question.ts";

const every = (view: View, filter: Filter): Promise<readonly Claim[]> =>
  all((cursor) => view.claims({ ...filter, limit: 1000, ...(cursor ? { cursor } : {}) }));

const meets = ({ time }: Claim, { from, to }: Filter): boolean =>
  time === null || ((from === undefined || time.end >= from) && (to === undefined || time.start <= to));

/** Claims of the incidents found that leave place or day unsaid, as 'the ministry denied this' does, and name no other. */
async function unsaid(
  view: View,
  filter: Filter,
  incidents: readonly Incident[],
  matching: ReadonlySet<string>,
): Promise<readonly Claim[]> {
  const others = incidents.flatMap((i) => i.claims).filter((id) => !matching.has(id));
  const open = (await view.claimsById(others)).filter(
    (c) => meets(c, filter) && (filter.event === undefined || c.event === filter.event),
  );
  const placeless = open.filter((c) => c.places.length === 0);
  const undated = open.filter((c) => c.places.length > 0 && c.time === null);
  if (undated.length === 0) return placeless;
  // Whether an undated claim is of this place is asked as the filter asks it, without the days.
  const { from: _from, to: _to, ...placed } = filter;
  const there = new Set((await every(view, placed)).map((c) => c.id));
  return [...placeless, ...undated.filter((c) => there.has(c.id))];
}

/** The incident of each claim; one that has its claims elsewhere is found through their documents. */
async function incidentsOf(
  view: View,
  claims: readonly Claim[],
  found: readonly Incident[],
): Promise<ReadonlyMap<string, Incident>> {
  const of = new Map<string, Incident>(found.flatMap((i) => i.claims.map((c) => [c as string, i] as const)));
  for (const document of new Set(claims.filter((c) => !of.has(c.id)).map((c) => c.document)))
    for (const i of (await view.incidents({ document })).rows) for (const c of i.claims) of.set(c, i);
  return of;
}

/** The documents of the claims, and those that they copy. */
async function carriersOf(view: View, claims: readonly Claim[]): Promise<ReadonlyMap<string, Carrier>> {
  const found = new Map<string, Carrier>();
  const wanted: string[] = [...new Set(claims.map((c) => c.document))];
  for (const id of wanted) {
    if (found.has(id)) continue;
    const head = await view.document(id);
    if (!head) continue;
    found.set(id, head);
    wanted.push(...head.copies_of);
  }
  return found;
}

async function ground(view: View, filter: Filter, actors: Ground["actors"]): Promise<Ground> {
  const matching = await every(view, filter);
  const about = await all((cursor) => view.incidents({ ...filter, limit: 1000, ...(cursor ? { cursor } : {}) }));
  const more = await unsaid(view, filter, about, new Set(matching.map((c) => c.id)));
  const claims = [...matching, ...more];
  return {
    claims,
    documents: await carriersOf(view, claims),
    incidents: await incidentsOf(view, claims, about),
    relations: claims.length > 0 ? await view.relations(claims.map((c) => c.id)) : [],
    actors,
  };
}

export const chain = question({
  name: "chain",
  path: "/chain",
  command: "chain",
  help: "Claims and denials about a place or an incident, in the order in which they were told, each with what it answers",
  parameters: z.strictObject({
    place: filters.place,
    incident: filters.incident,
    event: filters.event,
    actor: filters.actor,
    ...window,
    ...paging,
    ...clocks,
  }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    if (p.place === undefined && p.incident === undefined)
      throw new UserError("a chain is of one place or of one incident", {
        field: "place",
        hint: "name a place, or give an incident's id",
      });
    return paged(chainRows(await ground(view, filterOf(p), codebook.actors)), p.limit, p.cursor);
  },
});
