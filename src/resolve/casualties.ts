// Low, best and high of each count of an incident, by the rule that the codebook names ('ucdp'). A later figure of one
// origin replaces its earlier one, a vague figure yields to an exact one within it, a part is never added to its whole.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { ClaimId, Dispute, Figure, Group, Measure, Range } from "../model/index.ts";
import { byKeys, distinct, grouped, inOrder } from "./names.ts";

/** A figure as one origin gives it. */
export interface Told {
  readonly figure: Figure;
  readonly claim: ClaimId;
  /** Null: nobody stands for it. */
  readonly origin: string | null;
  readonly party: boolean;
  readonly published: string;
}

/** The group that a narrower one is a part of, where people of the narrower are told under both names. */
const WIDER: Partial<Record<Group, Group>> = {
  protesters: "civilians",
  soldiers: "combatants",
  militants: "combatants",
  police: "combatants",
};
/** Groups that cut across the others: never part of a sum. */
const ACROSS = new Set<Group>(["children", "women", "journalists", "officials"]);
const GENERAL = new Set<Group>(["people", "unknown"]);

const most = (f: Figure): number => f.max ?? Number.POSITIVE_INFINITY;
const meets = (a: Figure, b: Figure): boolean => a.min <= most(b) && b.min <= most(a);
const countOf = (f: Figure): string => `${f.min}..${f.max ?? ""}`;
const inTime = byKeys<Told>(
  (t) => t.published,
  (t) => t.claim,
  (t) => t.figure.min,
);

/** Each origin's last word: what it told on its last day of publication, of what is counted under one name. */
export function current(told: readonly Told[]): Told[] {
  return [...grouped(told, (t) => t.origin ?? `claim ${t.claim}`).values()].flatMap((own) => {
    const last = own.toSorted(inTime).at(-1)!;
    return own.filter((t) => t.published.slice(0, 10) === last.published.slice(0, 10));
  });
}

const isExact = (f: Figure): boolean => f.min === f.max;
/** 'Dozens' says nothing where somebody counted 31; 'at least 2' still bounds from below where somebody counted 3. */
const exactOnly = (told: readonly Told[], also: (f: Figure) => boolean): Told[] => {
  const exact = told.filter((t) => isExact(t.figure));
  return told.filter(
    ({ figure }) =>
      isExact(figure) || also(figure) || !exact.some((e) => figure.min <= e.figure.min && e.figure.min <= most(figure)),
  );
};

function rangeOf(told: readonly Told[], measure: Measure, group: Group, rule: string): Range {
  const latest = current(told);
  const apart = latest.filter((t) => !t.party);
  const heard = apart.length > 0 ? apart : latest;
  const trusted = exactOnly(heard, (f) => f.max === null);
  const low = Math.min(...trusted.map((t) => t.figure.min));
  const bounds = trusted.map((t) => t.figure.max).filter((m): m is number => m !== null);
  const open = trusted.filter((t) => t.figure.max === null);
  const top = bounds.length > 0 ? Math.max(...bounds) : null;
  const high = top !== null && open.every((t) => t.figure.min <= top) ? top : null;
  const values = [
    ...grouped(
      exactOnly(heard, () => false),
      (t) => countOf(t.figure),
    ).values(),
  ].map((rows) => ({
    figure: rows[0]!.figure,
    origins: distinct(rows.map((t) => t.origin).filter((o) => o !== null)).length,
    last: rows
      .map((t) => t.published.slice(0, 10))
      .sort(inOrder)
      .at(-1)!,
  }));
  values.sort((a, b) => b.origins - a.origins || inOrder(b.last, a.last) || a.figure.min - b.figure.min);
  const first = values[0]!.figure;
  return {
    measure,
    group,
    low,
    best: first.min,
    high,
    rule,
    claims: distinct(told.toSorted(inTime).map((t) => t.claim)),
  };
}

/**
 * One account's count of everybody, where it gives one: the general figure, else the sum of groups that exclude each
 * other; a single group only where no account tells groups apart.
 */
function totalOf(figures: readonly Told[], alone: boolean): Told | null {
  const whole = figures.filter((t) => t.figure.of === null);
  const general = whole.find((t) => GENERAL.has(t.figure.group));
  if (general) return general;
  const groups = [
    ...grouped(
      whole.filter((t) => !ACROSS.has(t.figure.group)),
      (t) => t.figure.group,
    ).values(),
  ].map((rows) => rows[0]!);
  const first = groups[0];
  if (!first || (groups.length < 2 && !alone)) return null;
  const max = groups.every((t) => t.figure.max !== null) ? groups.reduce((n, t) => n + t.figure.max!, 0) : null;
  const figure = { ...first.figure, group: "people" as const, min: groups.reduce((n, t) => n + t.figure.min, 0), max };
  return { ...first, figure };
}

/** Narrow groups are told under the wider name too ('two civilians', 'two protesters'): joined where the counts agree. */
function byGroup(told: readonly Told[]): Map<Group, Told[]> {
  const groups = grouped(told, (t) => t.figure.group);
  for (const [narrow, wide] of Object.entries(WIDER) as [Group, Group][]) {
    const [own, wider] = [groups.get(narrow), groups.get(wide)];
    if (!own || !wider) continue;
    const claims = new Set(wider.map((t) => t.claim));
    if (own.some((t) => claims.has(t.claim)) || !own.some((t) => wider.some((o) => meets(t.figure, o.figure))))
      continue;
    groups.set(wide, [...wider, ...own]);
    groups.delete(narrow);
  }
  const unknown = groups.get("unknown");
  if (unknown && groups.has("people")) {
    groups.set("people", [...groups.get("people")!, ...unknown]);
    groups.delete("unknown");
  }
  return groups;
}

function ofMeasure(told: readonly Told[], measure: Measure, rules: JudgementRules): Range[] {
  const rule = rules.casualties.rule;
  const groups = byGroup(told);
  const ranges = [...groups].map(([group, rows]) => rangeOf(rows, measure, group, rule));
  const parts = [...groups.keys()].filter((g) => !GENERAL.has(g) && !ACROSS.has(g));
  if (parts.length === 0) return ranges;
  const accounts = [...grouped(told, (t) => t.claim).values()];
  const split = accounts.some((rows) => rows.length > 1) || !told.some((t) => GENERAL.has(t.figure.group));
  const totals = accounts.map((rows) => totalOf(rows, !split)).filter((t) => t !== null);
  if (totals.length > 0) {
    const claims = distinct(told.map((t) => t.claim)).sort(inOrder);
    return [
      ...ranges.filter((r) => !GENERAL.has(r.group)),
      { ...rangeOf(totals, measure, "people", `${rule}, totals of each account`), claims },
    ];
  }
  if (parts.length < 2) return ranges;
  // Different accounts count different groups: together they are everybody told of, as far as anybody tells.
  const summed = ranges.filter((r) => parts.includes(r.group));
  const add = (of: (r: Range) => number | null): number | null =>
    summed.every((r) => of(r) !== null) ? summed.reduce((n, r) => n + of(r)!, 0) : null;
  return [
    ...ranges,
    {
      measure,
      group: "people",
      low: Math.max(...summed.map((r) => r.low)),
      best: add((r) => r.best),
      high: add((r) => r.high),
      rule: `${rule}, sum of groups`,
      claims: distinct(summed.flatMap((r) => r.claims)).sort(inOrder),
    },
  ];
}

/** The ranges of an incident, by measure and group. */
export function ranges(told: readonly Told[], rules: JudgementRules): Range[] {
  return [...grouped(told, (t) => t.figure.measure)]
    .flatMap(([measure, rows]) => ofMeasure(rows.toSorted(inTime), measure, rules))
    .sort(
      byKeys(
        (r) => r.measure,
        (r) => r.group,
      ),
    );
}

/** Counts of one thing that cannot all be right: no two of the values meet, among each origin's last words. */
export function figureDisputes(told: readonly Told[]): Dispute[] {
  const disputes: Dispute[] = [];
  for (const [, rows] of grouped(told, (t) => `${t.figure.measure} ${t.figure.group}`)) {
    const latest = current(rows);
    if (!latest.some((a) => latest.some((b) => !meets(a.figure, b.figure)))) continue;
    const values = [...grouped(latest, (t) => countOf(t.figure)).values()].sort(
      (a, b) => a[0]!.figure.min - b[0]!.figure.min,
    );
    disputes.push({
      slot: "figures",
      values: values.map((same) => {
        const f = same[0]!.figure;
        const count = f.max === null ? `at least ${f.min}` : f.min === f.max ? `${f.min}` : `${f.min}-${f.max}`;
        return {
          value: `${count} ${f.group === "unknown" ? "" : `${f.group} `}${f.measure}`,
          claims: distinct(same.map((t) => t.claim)).sort(inOrder),
        };
      }),
    });
  }
  return disputes.sort(byKeys((d) => d.values[0]!.value));
}
