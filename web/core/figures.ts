// Figures as a range in words: low to high, the best between where a rule gives one. 'Or more' where no account bounds it.
import type { Figure, Range } from "./answers.ts";
import { number, plain } from "./words.ts";

/** '2', '2–4', '2 or more', '2–4 or more'. */
export function extent(low: number, high: number | null, open = false): string {
  if (open && high !== null && high !== low) return `${extent(low, high)} or more`;
  if (high === null || open) return `${number(low)} or more`;
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** 'killed', 'civilians killed'. */
export const counted = (measure: string, group: string): string =>
  group === "unknown" || group === "people" || group === measure ? plain(measure) : `${plain(group)} ${plain(measure)}`;

/** The widest figure of a measure: of everyone where it is told, else of the group with the highest low. */
export function foremost(figures: readonly Range[], measure: string): Range | null {
  const of = figures.filter((f) => f.measure === measure);
  const everyone = of.find((f) => f.group === "people") ?? of.find((f) => f.group === "unknown");
  return everyone ?? of.reduce<Range | null>((a, b) => (a && a.low >= b.low ? a : b), null);
}

export const figureText = (f: Figure): string =>
  `${f.approx ? "about " : ""}${extent(f.min, f.max)} ${counted(f.measure, f.group)}${
    f.of === null ? "" : ` (of ${number(f.of)})`
  }`;
