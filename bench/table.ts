// The table of figures beside the last release's, and what of the gold was gained and lost, as lines to print.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Exam, type GoldClaim, inShared } from "./exam.ts";
import type { Figures } from "./kept.ts";

/** "exam measure" -> what it must not fall below. */
export type Floors = Readonly<Record<string, number>>;

const MOST_SHOWN = 25;
/** Smaller differences are not shown: the kept table has four places. */
const NOTHING = 0.0005;

const shown = (figure: number | undefined): string =>
  figure === undefined ? "" : figure > 1 ? figure.toFixed(2) : figure.toFixed(3);

function change(now: number, last: number | undefined): string {
  if (last === undefined) return "new";
  const difference = now - last;
  return Math.abs(difference) < NOTHING ? "" : `${difference > 0 ? "+" : "-"}${shown(Math.abs(difference))}`;
}

const known = (exams: readonly Exam[], exam: string, measure: string): string =>
  exams.find(({ name }) => name === exam)?.measures.get(measure) ?? "";

export function tableOf(exams: readonly Exam[], now: Figures, last: Figures, floors: Floors): string[] {
  const cells = [["exam", "measure", "now", "last", "change", "floor", "known elsewhere"]];
  for (const [exam, figures] of now)
    for (const [measure, figure] of figures) {
      const before = last.get(exam)?.get(measure);
      const floor = floors[`${exam} ${measure}`];
      cells.push([
        exam,
        measure,
        shown(figure),
        shown(before),
        change(figure, before),
        shown(floor),
        known(exams, exam, measure),
      ]);
    }
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const numbers = new Set([2, 3, 4, 5]);
  return cells.map((row) =>
    row
      .map((cell, c) => (numbers.has(c) ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)))
      .join("  ")
      .trimEnd(),
  );
}

/** Figures below their floors, each as a line. */
export const fallen = (now: Figures, floors: Floors): string[] =>
  [...now].flatMap(([exam, figures]) =>
    [...figures].flatMap(([measure, figure]) => {
      const floor = floors[`${exam} ${measure}`];
      return floor !== undefined && figure < floor
        ? [`below the floor: ${exam} ${measure} ${shown(figure)} < ${shown(floor)}`]
        : [];
    }),
  );

const key = ({ document, start, event }: GoldClaim): string => `${document}\t${start}\t${event}`;

/** Those of `all` that are not in `others`; of several alike, as many as the others lack. */
function without(all: readonly GoldClaim[], others: readonly GoldClaim[]): GoldClaim[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return all.filter((claim) => {
    const n = left.get(key(claim)) ?? 0;
    left.set(key(claim), n - 1);
    return n <= 0;
  });
}

/** The claims gained and lost, with the words that ../shared has at their places. */
export function changesOf(texts: string, now: readonly GoldClaim[], last: readonly GoldClaim[] | undefined): string[] {
  if (!last) return [`${now.length} found, none kept to compare them with`];
  const line = (mark: string, claim: GoldClaim): string => {
    const words = readFileSync(join(inShared(texts), claim.document), "utf8").slice(claim.start, claim.start + 90);
    return `  ${mark} ${claim.document}: ${claim.event}: ${words.replace(/\s+/g, " ")}`;
  };
  const some = (mark: string, claims: readonly GoldClaim[]): string[] => [
    ...claims.slice(0, MOST_SHOWN).map((claim) => line(mark, claim)),
    ...(claims.length > MOST_SHOWN ? [`  ${mark} and ${claims.length - MOST_SHOWN} more`] : []),
  ];
  const gained = without(now, last);
  const lost = without(last, now);
  return [
    `${now.length} found, ${gained.length} gained, ${lost.length} lost`,
    ...some("+", gained),
    ...some("-", lost),
  ];
}
