// Figures in words: the range that the accounts span, and who was counted. Never a sum of two figures.
import type { Figure, Group, Measure, Range } from "../model/index.ts";
import { capital, listed, number, spelled } from "./english.ts";

const VERBS: Readonly<Record<Measure, string>> = {
  killed: "killed",
  injured: "injured",
  captured: "captured",
  surrendered: "surrendered",
  fled: "fled",
  displaced: "displaced",
  missing: "missing",
  detained: "detained",
  protesters: "protesting",
  participants: "taking part",
  settlements: "settlements",
  sites: "sites",
  money: "in money",
};
const ORDER = Object.keys(VERBS);
const ANYONE: readonly Group[] = ["people", "unknown"];

/** 'five', 'at least two', '500 to 2,000', 'four to six or more'. */
export function span(low: number, high: number | null, open = false): string {
  if (high === null || (open && low === high)) return `at least ${spelled(low)}`;
  if (open) return `${span(low, high)} or more`;
  return low === high
    ? spelled(low)
    : low < 10 && high < 10
      ? `${spelled(low)} to ${spelled(high)}`
      : `${number(low)} to ${number(high)}`;
}

const SINGULAR: Readonly<Partial<Record<Group, string>>> = {
  civilians: "civilian",
  combatants: "combatant",
  soldiers: "soldier",
  police: "police officer",
  militants: "militant",
  officials: "official",
  journalists: "journalist",
  children: "child",
  women: "woman",
  protesters: "protester",
};

const head = (group: Group, one: boolean): string => {
  if (ANYONE.includes(group)) return "";
  return ` ${one ? (SINGULAR[group] ?? group) : group}`;
};

/** 'two civilians killed', 'at least three injured'. */
export const counts = (measure: Measure, group: Group, low: number, high: number | null, open = false): string =>
  `${span(low, high, open)}${measure === "protesters" && group === "protesters" ? "" : head(group, low === 1 && high === 1)} ${VERBS[measure]}`;

/** An incident's figures in one clause, deaths first; null where none is told. */
export function figuresPhrase(figures: readonly Range[]): string | null {
  const sorted = [...figures]
    .filter((f) => f.measure !== "money")
    .sort(
      (a, b) =>
        ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure) ||
        Number(ANYONE.includes(b.group)) - Number(ANYONE.includes(a.group)) ||
        (a.group < b.group ? -1 : 1),
    );
  return sorted.length > 0
    ? capital(listed(sorted.map((f) => counts(f.measure, f.group, f.low, f.high, f.open))))
    : null;
}

/** One claim's figures, a part after its whole: '727 killed, of them 111 civilians'. */
export function tallyPhrase(figures: readonly Figure[]): string | null {
  const wholes = figures.filter((f) => f.of === null && f.measure !== "money");
  const phrases = wholes.map((whole) => {
    const parts = figures.filter((f) => f.of === whole.min && f.measure === whole.measure);
    const text = counts(whole.measure, whole.group, whole.min, whole.max);
    return parts.length > 0
      ? `${text}, of them ${listed(parts.map((p) => `${span(p.min, p.max)}${head(p.group, p.min === 1 && p.max === 1)}`))}`
      : text;
  });
  return phrases.length > 0 ? phrases.join("; ") : null;
}
