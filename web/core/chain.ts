// A chain of claims made ready for reading: rows by the day of their telling, the clock of each, what it answers and what
// answers it, in the page's own words. Pure; what it says is only what the rows say.
import type { ChainLink, ChainRow } from "./answers.ts";
import { slotWord } from "./words.ts";

export interface ChainDay {
  /** YYYY-MM-DD; null for claims of no known day, which come last. */
  readonly day: string | null;
  readonly rows: readonly ChainRow[];
}

/** Rows in their order, cut where the day of telling changes. */
export function byDay(rows: readonly ChainRow[]): readonly ChainDay[] {
  const days: { day: string | null; rows: ChainRow[] }[] = [];
  for (const row of rows) {
    const day = row.told?.at.slice(0, 10) ?? null;
    const last = days.at(-1);
    if (last && last.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** '18:12 UTC+03:00', as the document has it; null where only a day is known. */
export function clock({ told }: Pick<ChainRow, "told">): { readonly time: string; readonly zone: string } | null {
  const found = /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?/.exec(told?.at ?? "");
  if (!found) return null;
  const [, time = "", zone = ""] = found;
  return { time, zone: zone === "" ? "" : /^(Z|[+-]00:?00)$/.test(zone) ? "UTC" : `UTC${zone}` };
}

const LINKS: Readonly<Record<ChainLink["kind"], string>> = {
  denies: "denies",
  denied_by: "denied before, by",
  corrects: "corrects",
  corrected_by: "corrected before, by",
  updates: "brings up to date",
  updated_by: "older than",
  copies: "copies",
  copied_by: "copied by",
  confirms: "bears out",
  repeats: "the same origin as",
  differs: "differs from",
  part_of: "part of",
  includes: "includes",
};
/** Told from the earlier row, where a reader meets it first. */
const LATER: Readonly<Partial<Record<ChainLink["kind"], string>>> = {
  denies: "denied by",
  corrects: "corrected by",
  updates: "brought up to date by",
  confirms: "borne out by",
};

export interface Answer {
  /** 'denies', 'differs from', 'denied by'. */
  readonly words: string;
  readonly kind: ChainLink["kind"];
  /** Rows of this chain. */
  readonly rows: readonly number[];
  /** What it differs on. */
  readonly about: string;
}

const gathered = (
  links: readonly { kind: ChainLink["kind"]; row: number; about: string }[],
  words: typeof LATER,
): Answer[] =>
  [...new Set(links.map((l) => l.kind))].flatMap((kind) => {
    const of = links.filter((l) => l.kind === kind);
    const said = words[kind];
    const about = [...new Set(of.map((l) => l.about).filter(Boolean))].join(", ");
    return said ? [{ words: said, kind, rows: [...new Set(of.map((l) => l.row))], about }] : [];
  });

export const isCopy = (row: ChainRow): boolean => row.links.some((l) => l.kind === "copies" && l.row !== null);

/** What a row answers. A copy only copies: what it answers, its original answered before it. */
export function backwards(row: ChainRow): readonly Answer[] {
  const links = isCopy(row) ? row.links.filter((l) => l.kind === "copies") : row.links;
  return gathered(
    links.flatMap((l) =>
      l.row === null
        ? []
        : [{ kind: l.kind, row: l.row, about: l.kind === "differs" ? l.slots.map(slotWord).join(", ") : "" }],
    ),
    LINKS,
  );
}

/** For each row, what later rows say to it; copies of an answer are left out, as they are no new answer. */
export function forwards(rows: readonly ChainRow[]): ReadonlyMap<number, readonly Answer[]> {
  const found = new Map<number, { kind: ChainLink["kind"]; row: number; about: string }[]>();
  for (const row of rows) {
    if (isCopy(row)) continue;
    for (const l of row.links)
      if (l.row !== null) found.set(l.row, [...(found.get(l.row) ?? []), { kind: l.kind, row: row.row, about: "" }]);
  }
  return new Map([...found].map(([row, links]) => [row, gathered(links, LATER)]));
}
