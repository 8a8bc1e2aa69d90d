// One row of the field for what happened at one place on one day: incidents of which one is part of the other, by the
// ledger's relations, are written together, under the highest of their types. The ledger keeps them apart.
import type { CollapseRules } from "../codebook/judgement.ts";
import type { Acled, Day } from "../model/index.ts";
import { type IncidentPlace, spot } from "./field-rules.ts";
import type { Eventful, Told } from "./told.ts";

/** An incident as far as one row is about it. */
export interface Slot {
  readonly incident: Eventful;
  readonly day: Day;
  readonly place: IncidentPlace;
}

/** Ids of the incidents that each is part of. */
function wholes(incidents: readonly Eventful[], told: Told): ReadonlyMap<string, ReadonlySet<string>> {
  const home = new Map<string, string>(incidents.flatMap((i) => i.claims.map((c) => [c, i.id] as const)));
  const found = new Map<string, Set<string>>();
  for (const { kind, from, to } of told.relations) {
    const [part, whole] = [home.get(from), home.get(to)];
    if (kind !== "part_of" || part === undefined || whole === undefined || part === whole) continue;
    found.set(part, (found.get(part) ?? new Set()).add(whole));
  }
  return found;
}

/** The lower, the higher in ACLED's hierarchy; types of no hierarchy come last. */
function rank({ type, sub_type }: Acled, rules: CollapseRules): number {
  const at = rules.hierarchy.findIndex((h) => h.type === type);
  const sub = at < 0 ? -1 : rules.hierarchy[at]!.sub_types.indexOf(sub_type);
  return (at < 0 ? rules.hierarchy.length : at) * 100 + (sub < 0 ? 99 : sub);
}

/**
 * Slots of one place and day whose incidents are parts of one another, together; the first of each is the one that the
 * row is told under: of the highest type, then the whole before its part. In the order of those first ones.
 */
export function collapsed<S extends Slot>(slots: readonly S[], told: Told): readonly (readonly S[])[] {
  const incidents = [...new Set(slots.map((s) => s.incident))];
  const whole = wholes(incidents, told);
  const isPart = (a: S, b: S): boolean => whole.get(a.incident.id)?.has(b.incident.id) ?? false;
  const here = new Map<string, S[]>();
  for (const slot of slots) {
    const key = `${slot.day} ${spot(slot.place)}`;
    here.set(key, [...(here.get(key) ?? []), slot]);
  }
  const groups = [...here.values()].flatMap((list) => {
    const rest = new Set(list);
    const found: S[][] = [];
    for (const first of list) {
      if (!rest.delete(first)) continue;
      const group = [first];
      for (const member of group)
        for (const other of rest)
          if (isPart(member, other) || isPart(other, member)) {
            rest.delete(other);
            group.push(other);
          }
      const order = (a: S, b: S): number =>
        rank(a.incident.acled, told.collapse) - rank(b.incident.acled, told.collapse) ||
        Number(isPart(a, b)) - Number(isPart(b, a)) ||
        (a.incident.id < b.incident.id ? -1 : 1);
      found.push(group.sort(order));
    }
    return found;
  });
  const place = new Map(slots.map((s, i) => [s, i]));
  return groups.sort((a, b) => place.get(a[0]!)! - place.get(b[0]!)!);
}

/** The type of a row of several incidents: what two of them make together, else the highest. */
export function typeOf(members: readonly Eventful[], rules: CollapseRules): Acled {
  const types = members.map((m) => m.acled.type);
  const made = rules.together.find(({ of: [a, b] }) => types.includes(a) && types.includes(b));
  const highest = members[0]!.acled;
  return made && rank(made, rules) < rank(highest, rules) ? { type: made.type, sub_type: made.sub_type } : highest;
}

/** What a row's notes say of the incidents that it does not bear the id of; '' where it has only one. */
export const collapseNote = (members: readonly Eventful[]): string =>
  members.length < 2
    ? ""
    : `Collapsed into this row: ${members
        .slice(1)
        .map((m) => `${m.summary.replace(/[.\s]+$/, "")} (${m.id})`)
        .join("; ")}.`;
