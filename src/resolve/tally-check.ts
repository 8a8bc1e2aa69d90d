// A running total held against the ledger: what a tally says of a span and a place, and what the incidents told of that
// span and place sum to. Nothing is added to anything: the two stand side by side, and a gap is shown, not explained.
import type { Claim, Day, Group, Incident, IncidentId, Measure, PlaceId, Range } from "../model/index.ts";
import { ACROSS, GENERAL } from "./casualties.ts";
import { byKeys, distinct } from "./names.ts";

export interface Bounds {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

export interface TallyCheck {
  readonly id: IncidentId;
  readonly measure: Measure;
  readonly group: Group;
  /** What the tally counts from and up to; null where nothing says so. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Where; null is everywhere that the ledger knows of. */
  readonly place: { readonly id: PlaceId | null; readonly name: string } | null;
  readonly origins: readonly string[];
  readonly says: Bounds;
  /** Sums over the ledger's incidents in span and place that count it; how many they are, and how many count nothing. */
  readonly ledger: Bounds & { readonly incidents: number; readonly uncounted: number };
  /** The ledger's best as a share of the tally's. */
  readonly share: number | null;
}

/** Measures of people that an incident counts too. */
const COUNTED = new Set<Measure>(["killed", "injured", "captured", "detained", "missing", "displaced", "fled"]);

const bounds = (r: Pick<Range, "low" | "best" | "high">): Bounds => {
  const best = r.best ?? r.low;
  return { low: r.low, best, high: r.high ?? best };
};
const sum = (all: readonly Bounds[]): Bounds =>
  all.reduce((a, b) => ({ low: a.low + b.low, best: a.best + b.best, high: a.high + b.high }), {
    low: 0,
    best: 0,
    high: 0,
  });

/** How many of a group an incident counts: everybody is its general figure, else its groups that exclude each other. */
function countIn(figures: readonly Range[], measure: Measure, group: Group): Bounds | null {
  const own = figures.filter((r) => r.measure === measure);
  if (!GENERAL.has(group)) {
    const same = own.find((r) => r.group === group);
    return same ? bounds(same) : null;
  }
  const whole = own.find((r) => GENERAL.has(r.group));
  if (whole) return bounds(whole);
  const parts = own.filter((r) => !ACROSS.has(r.group));
  const rows = parts.length > 0 ? parts : own;
  return rows.length > 0 ? sum(rows.map(bounds)) : null;
}

type Scope = Incident["places"][number] | null;

const inScope = (incident: Incident, scope: Scope): boolean =>
  scope === null ||
  incident.places.some((p) =>
    scope.id === null ? p.name === scope.name : p.id === scope.id || p.within_ids.includes(scope.id),
  );
const inSpan = (incident: Incident, from: Day | null, to: Day | null): boolean =>
  incident.time !== null && (from === null || incident.time.start >= from) && (to === null || incident.time.end <= to);

/**
 * Each figure of each tally against the incidents of its span and place. `claims` are the tallies' own, which say up to
 * which day the newest of them counts; `sums` are claims that sum up several incidents and would count them twice.
 */
export function tallyChecks(
  tallies: readonly Incident[],
  incidents: readonly Incident[],
  claims: readonly Claim[],
  sums: ReadonlySet<string>,
): TallyCheck[] {
  const byId = new Map<string, Claim>(claims.map((c) => [c.id, c]));
  const single = incidents.filter(
    (i) => !i.tally && !i.background && i.status !== "denied" && !i.claims.some((c) => sums.has(c)),
  );
  return tallies
    .flatMap((tally) => {
      const told = tally.claims.map((id) => byId.get(id)).filter((c) => c !== undefined && c.stance !== "denied");
      const ends = told.map((c) => c!.time?.end).filter((d) => d !== undefined);
      const from = tally.time?.start ?? null;
      const to = ends.sort().at(-1) ?? tally.time?.end ?? null;
      const scope = tally.places[0] ?? null;
      const within = single.filter((i) => inSpan(i, from, to) && inScope(i, scope));
      return tally.figures
        .filter((r) => COUNTED.has(r.measure))
        .map((r): TallyCheck => {
          const counts = within.map((i) => countIn(i.figures, r.measure, r.group)).filter((b) => b !== null);
          const says = bounds(r);
          const ledger = sum(counts);
          return {
            id: tally.id,
            measure: r.measure,
            group: r.group,
            from,
            to,
            place: scope && { id: scope.id, name: scope.name },
            origins: distinct(tally.origins),
            says,
            ledger: { ...ledger, incidents: counts.length, uncounted: within.length - counts.length },
            share: says.best > 0 ? Math.round((1000 * ledger.best) / says.best) / 1000 : null,
          };
        });
    })
    .sort(
      byKeys(
        (t) => t.from ?? "~",
        (t) => t.id,
        (t) => t.measure,
        (t) => t.group,
      ),
    );
}
