// The head of the report: what changed hands, what was deadliest, what is disputed. At most a handful of lines, and
// none that a section below does not bear out.
import type { Day, Holding, Incident } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { figuresPhrase } from "../../wording/counts.ts";
import { capital, counted, dated, full, listed, longDay, named, spelled, when } from "../../wording/english.ts";
import { clause, placeName } from "../../wording/happening.ts";
import { deniers } from "../voices.ts";
import type { Desk } from "./desk.ts";
import type { Line, Section } from "./report.ts";
import { basis } from "./standing.ts";

// A city's fall leads before a village's; a checkpoint's never does.
const WEIGHT: Readonly<Record<string, number>> = {
  country: 6,
  province: 5,
  region: 5,
  city: 4,
  town: 3,
  district: 3,
  base: 2,
  crossing: 2,
  airport: 2,
};

// A holder that the registry knows is worth more than a nameless force, and each further account counts.
const weight = (h: Holding): number =>
  (WEIGHT[h.place.kind ?? ""] ?? 1) * 10 + (h.holder.id ? 15 : 0) + Math.min(h.accounts.length, 5) * 6;

/** The four weightiest places taken, each by the holder with the best account, in order of day. */
function handsLines(desk: Desk): Line[] {
  const inside = (d: Day | null): boolean => d !== null && d >= desk.from && d <= desk.to;
  const taken = desk.holdings
    .filter((h) => h.state === "controls" && h.basis !== "denied" && inside(h.from))
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  const first = taken.filter((h, n) => taken.findIndex((o) => o.place.name === h.place.name) === n);
  return first
    .slice(0, 4)
    .sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1))
    .map(
      (h): Line => [
        `${capital(placeName(h.place))} passed to ${named(h.holder.name)} on ${longDay(h.from!)}, ${basis(h)}. `,
        desk.cite.claims(h.claims),
      ],
    );
}

/** What took longer than this is a campaign, and no single incident. */
const MOST_DAYS = 3;

const dead = (i: Incident): number => Math.max(0, ...i.figures.filter((f) => f.measure === "killed").map((f) => f.low));

function deadliestLine(desk: Desk): Line | null {
  const found = [...desk.happened]
    .filter((i) => i.status !== "denied" && daysBetween(i.time!.start, i.time!.end) < MOST_DAYS)
    .sort((a, b) => dead(b) - dead(a) || b.independent_sources - a.independent_sources || (a.id < b.id ? -1 : 1))[0];
  if (!found || dead(found) === 0) return null;
  const killed = figuresPhrase(found.figures.filter((f) => f.measure === "killed"))!;
  return [
    `The deadliest single incident on the ledger was ${dated(found.time!)}: ${full(clause(found))} ${full(killed)} `,
    desk.cite.claims(found.claims),
  ];
}

function disputeLines(desk: Desk): Line[] {
  const disputed = desk.happened
    .filter((i) => (i.status === "disputed" || i.status === "denied") && deniers(i, desk.claims).length > 0)
    .sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1))
    .slice(0, 2);
  return disputed.map((i): Line => {
    const against = deniers(i, desk.claims);
    return [
      `Whether ${clause(i)} (${when(i.time!)}) is disputed: ${listed(against)} denied it. `,
      desk.cite.claims(i.claims),
    ];
  });
}

/** Null never: a window without incidents says so. */
export function lead(desk: Desk): Section {
  const hands = handsLines(desk);
  const deadliest = deadliestLine(desk);
  const lines = [...hands, ...(deadliest ? [deadliest] : []), ...disputeLines(desk)];
  const n = desk.happened.length;
  const corroborated = desk.happened.filter((i) => i.status === "corroborated").length;
  const single = desk.happened.filter((i) => i.status === "single-source").length;
  const disputed = n - corroborated - single;
  const summary =
    n === 0
      ? "The ledger holds no incident in these days."
      : `The ledger holds ${counted(n, "incident")} in these days: ${listed(
          [
            corroborated > 0 ? `${spelled(corroborated)} corroborated` : "",
            single > 0 ? `${spelled(single)} from a single source` : "",
            disputed > 0 ? `${spelled(disputed)} disputed or denied` : "",
          ].filter((s) => s !== ""),
        )}.`;
  return {
    heading: "In short",
    blocks: [{ kind: "paragraph", line: [summary] }, ...(lines.length > 0 ? [{ kind: "list" as const, lines }] : [])],
  };
}
