// A row of a chain in words, for terminals, tables and tools: who says so, what, and how it stands to earlier rows.
import { quoted } from "../export/voices.ts";
import { type Claim, day } from "../model/index.ts";
import { tallyPhrase } from "../wording/counts.ts";
import { counted, dated, plainDay } from "../wording/english.ts";
import { hasPhrase, noun, placeName, sentence } from "../wording/happening.ts";
import type { ChainLink, LinkKind } from "./chain-links.ts";
import type { ChainRow, Verdict } from "./chain-rows.ts";

const LINKS: Readonly<Record<LinkKind, string>> = {
  denies: "denies",
  denied_by: "denied by",
  corrects: "corrects",
  corrected_by: "corrected by",
  updates: "updates",
  updated_by: "updated by",
  copies: "copies",
  copied_by: "copied by",
  confirms: "confirms",
  repeats: "repeats",
  differs: "differs from",
  part_of: "part of",
  includes: "includes",
};
const HOLDS: Readonly<Record<NonNullable<Claim["holding"]>, string>> = {
  controls: "in control of",
  contested: "contesting",
  besieged: "besieged in",
  present: "present in",
  left: "gone from",
};

/** '1, 2', '1-4': three in a row are a range. */
function numbers(rows: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === n - 1) last.push(n);
    else runs.push([n]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(", "))).join(", ");
}

/** 'denies 1-3; copies 4'. What a copy answers, its original answered before it. */
export function answers(links: readonly ChainLink[]): string {
  const shown = links.some((l) => l.kind === "copies") ? links.filter((l) => l.kind === "copies") : links;
  const kinds = [...new Set(shown.map((l) => l.kind))];
  return kinds
    .map((kind) => {
      const of = shown.filter((l) => l.kind === kind);
      const rows = of.flatMap((l) => l.row ?? []);
      const slots = kind === "differs" ? [...new Set(of.flatMap((l) => l.slots))] : [];
      return `${LINKS[kind]} ${rows.length > 0 ? numbers(rows) : "a claim not shown"}${slots.length > 0 ? ` (${slots.join(", ")})` : ""}`;
    })
    .join("; ");
}

/** Where no outlet is known, the title has to do, as far as a cell can hold it. */
const carrier = ({ outlet, title, id }: ChainRow["document"]): string =>
  outlet ?? (title === null ? id : title.length > 30 ? `“${title.slice(0, 28).trimEnd()}…”` : `“${title}”`);

/** 'Syrian defence ministry (party) via AFP, in Orontes Post'. */
export function teller({ origin, party, claim, document }: ChainRow): string {
  const [first, ...others] = claim.sources.map((s) => s.name);
  const outlet = carrier(document);
  // 'A doctor' is whom the outlet vouches for: the words say more than the origin that is counted.
  const named = first === undefined || origin === document.outlet ? first : (origin ?? first);
  const via = others.filter((o) => o !== named).map((o) => ` via ${o}`);
  return [
    named ?? outlet,
    party ? " (party)" : "",
    ...via,
    named === undefined || named === outlet ? "" : `, in ${outlet}`,
  ].join("");
}

/** 'The Syrian army withdrew from Homs', with the day where it is not that of the telling; else the words themselves. */
export function telling({ told, claim }: ChainRow): string {
  const { actors, places, time, holding } = claim;
  const [who, where] = [actors[0], places[0]];
  const composed =
    claim.stance === "planned" || claim.stance === "demanded"
      ? noun(claim)
      : hasPhrase(claim.event)
        ? sentence(claim)
        : holding && who && where
          ? `${who.name} ${HOLDS[holding]} ${placeName(where)}`
          : null;
  if (composed === null) return quoted(claim.quote, 160);
  const same = time !== null && time.start === time.end && time.start === day(told?.at);
  const figures = tallyPhrase(claim.figures);
  return `${composed}${time === null || same ? "" : ` ${dated(time, plainDay)}`}${figures ? `: ${figures}` : ""}`;
}

/** '1, 2, 4: disputed, one independent source (the Observatory), grade contested'. */
export function verdictText({ incident, rows }: Verdict): string {
  const { status, grade, independent_sources: n, origins } = incident;
  // One row has just said who it is.
  const names = rows.length > 1 && origins.length > 0 && origins.length < 4 ? ` (${origins.join(", ")})` : "";
  const sources = n === 0 ? "no named source" : counted(n, "independent source");
  return `${numbers(rows)}: ${status}, ${sources}${names}, grade ${grade}`;
}
