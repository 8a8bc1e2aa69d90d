// Low, best and high of each count of an incident, by the rule that the codebook names ('ucdp'): which figures still stand
// is last-words.ts's; a part is never added to its whole.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Dispute, Group, Measure, Range } from "../model/index.ts";
import { countOf, inTime, lastWords, meets, type Told, top, withoutRaised, withoutVague } from "./last-words.ts";
import { byKeys, distinct, grouped, inOrder } from "./names.ts";

/** The group that a narrower one is a part of, where people of the narrower are told under both names. */
const WIDER: Partial<Record<Group, Group>> = {
  protesters: "civilians",
  soldiers: "combatants",
  militants: "combatants",
  police: "combatants",
};
/** Groups that cut across the others: never part of a sum. */
export const ACROSS: ReadonlySet<Group> = new Set<Group>(["children", "women", "journalists", "officials"]);
export const GENERAL: ReadonlySet<Group> = new Set<Group>(["people", "unknown"]);

/** Who is no party to it is heard; parties where there is nobody else. */
function heardOf(told: readonly Told[]): readonly Told[] {
  const apart = told.filter((t) => !t.party);
  return apart.length > 0 ? apart : told;
}

function rangeOf(told: readonly Told[], measure: Measure, group: Group, rules: JudgementRules["casualties"]): Range {
  const heard = withoutRaised(lastWords(heardOf(told)), rules.raised);
  const trusted = withoutVague(heard, (f) => f.max === null);
  const low = Math.min(...trusted.map((t) => t.figure.min));
  const high = Math.max(...trusted.map((t) => top(t.figure)));
  const values = [...grouped(withoutVague(heard), (t) => countOf(t.figure)).values()].map((rows) => ({
    figure: rows[0]!.figure,
    origins: distinct(rows.map((t) => t.origin).filter((o) => o !== null)).length,
    last: rows
      .map((t) => t.published.slice(0, 10))
      .sort(inOrder)
      .at(-1)!,
  }));
  values.sort((a, b) => b.origins - a.origins || inOrder(b.last, a.last) || a.figure.min - b.figure.min);
  return {
    measure,
    group,
    low,
    best: values[0]!.figure.min,
    high,
    open: trusted.some((t) => t.figure.max === null && t.figure.min === high),
    rule: rules.rule,
    claims: distinct(told.toSorted(inTime).map((t) => t.claim)),
  };
}

/** The figure that an account tells most often, else first. */
function mainOf(rows: readonly Told[]): Told | null {
  const inText = rows.toSorted(byKeys((t) => t.figure.at[0]?.[0] ?? 0));
  const same = [...grouped(inText, (t) => countOf(t.figure)).values()];
  return same.toSorted((a, b) => b.length - a.length)[0]?.[0] ?? null;
}

/**
 * One document's count of everybody, where it gives one: the general figure, else the sum of groups that exclude each
 * other; a single group only where no account tells groups apart.
 */
function totalOf(figures: readonly Told[], alone: boolean): Told | null {
  const whole = figures.filter((t) => t.figure.of === null);
  const general = mainOf(whole.filter((t) => GENERAL.has(t.figure.group)));
  if (general) return general;
  const groups = [
    ...grouped(
      whole.filter((t) => !ACROSS.has(t.figure.group)),
      (t) => t.figure.group,
    ).values(),
  ].map((rows) => mainOf(rows)!);
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

const FIGHTING: ReadonlySet<Group> = new Set(["combatants", "soldiers", "militants", "police"]);
/**
 * What only a party tells of a group is its own word and no part of a sum: of the doer, where anybody else counts; of the
 * others, who know their own losses, where somebody else counts everybody or combatants too.
 */
function withoutPartiesOwn(all: readonly Told[]): readonly Told[] {
  const apart = all.filter((t) => !t.party);
  if (apart.length === 0) return all;
  const counted = apart.some((t) => GENERAL.has(t.figure.group) || FIGHTING.has(t.figure.group));
  return all.filter((t) => !t.party || !(t.doer || counted));
}

/** A part is not more than its whole: where few tell more of a group than most tell of everybody, its best is everybody's. */
function withinWhole(ranges: readonly Range[]): Range[] {
  const whole = ranges.find((r) => r.group === "people");
  if (!whole) return [...ranges];
  return ranges.map((r) =>
    r === whole || ACROSS.has(r.group) || (r.best ?? 0) <= (whole.best ?? 0)
      ? r
      : { ...r, low: Math.min(r.low, whole.low), best: whole.best },
  );
}

function ofMeasure(all: readonly Told[], measure: Measure, rules: JudgementRules["casualties"]): Range[] {
  const { rule } = rules;
  const told = withoutPartiesOwn(all);
  const groups = byGroup(told);
  const ranges = [...groups].map(([group, rows]) => rangeOf(rows, measure, group, rules));
  const parts = [...groups.keys()].filter((g) => !GENERAL.has(g) && !ACROSS.has(g));
  if (parts.length === 0) return ranges;
  const accounts = [...grouped(told, (t) => t.document).values()];
  const split =
    accounts.some((rows) => distinct(rows.map((t) => t.figure.group)).length > 1) ||
    !told.some((t) => GENERAL.has(t.figure.group));
  const totals = accounts.map((rows) => totalOf(rows, !split)).filter((t) => t !== null);
  if (totals.length > 0) {
    const claims = distinct(told.map((t) => t.claim)).sort(inOrder);
    return [
      ...ranges.filter((r) => !GENERAL.has(r.group)),
      { ...rangeOf(totals, measure, "people", rules), rule: `${rule}, totals of each account`, claims },
    ];
  }
  if (parts.length < 2) return ranges;
  // Different accounts count different groups: together they are everybody told of, as far as anybody tells.
  const summed = ranges.filter((r) => parts.includes(r.group));
  const add = (of: (r: Range) => number | null): number => summed.reduce((n, r) => n + (of(r) ?? 0), 0);
  return [
    ...ranges,
    {
      measure,
      group: "people",
      low: Math.max(...summed.map((r) => r.low)),
      best: add((r) => r.best),
      high: add((r) => r.high),
      open: summed.some((r) => r.open),
      rule: `${rule}, sum of groups`,
      claims: distinct(summed.flatMap((r) => r.claims)).sort(inOrder),
    },
  ];
}

/** The ranges of an incident, by measure and group. */
export function ranges(told: readonly Told[], rules: JudgementRules): Range[] {
  return [...grouped(told, (t) => t.figure.measure)]
    .flatMap(([measure, rows]) => withinWhole(ofMeasure(rows.toSorted(inTime), measure, rules.casualties)))
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
    const latest = lastWords(rows);
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
