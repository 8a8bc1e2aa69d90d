// The report's account of what happened: incidents by area, then words and deals. What is said rather than done is
// quoted, because a composed line would lose what was said.
import type { Claim, Incident } from "../../model/index.ts";
import { figuresPhrase } from "../../wording/counts.ts";
import { capital, commonYear, counted, full, when } from "../../wording/english.ts";
import { area, clause, hasPhrase } from "../../wording/happening.ts";
import { byId, quoted, standing, teller, voice } from "../voices.ts";
import type { Desk } from "./desk.ts";
import { type Block, type Entry, type Line, type Section, underHeads } from "./report.ts";

/** Null where some account says that it was done; else how it is put: announced or demanded. */
function prospect(incident: Incident, claims: ReadonlyMap<string, Claim>): string | null {
  const stances = new Set(incident.claims.map((id) => claims.get(id)?.stance).filter((s) => s !== "denied"));
  if (stances.size === 0 || stances.has("asserted")) return null;
  return stances.has("planned") ? "Announced, not reported as done" : "Demanded, not reported as done";
}

/** 'Rebels captured Nawa. Five killed. Two independent sources, fair. [1]' */
function incidentLine(desk: Desk, incident: Incident): Line {
  const { claims, cite } = desk;
  const told = teller(incident, claims);
  const announced = prospect(incident, claims);
  const said = told ? `${voice(told, byId(desk.documents))}: ${quoted(told.quote)}` : clause(incident);
  const body = announced ? `${announced}. ${capital(said)}` : hasPhrase(incident.event) ? clause(incident) : said;
  const figures = figuresPhrase(incident.figures);
  return [
    `${full(capital(body))} `,
    ...(figures ? [`${full(figures)} `] : []),
    { em: standing(incident, claims) },
    " ",
    cite.claims(incident.claims),
  ];
}

const dated = (desk: Desk, incidents: readonly Incident[]): Entry[] => {
  const year = commonYear(desk.from, desk.to);
  return underHeads(incidents.map((i) => ({ head: capital(when(i.time!, year)), line: incidentLine(desk, i) })));
};

const WORDS = ["statement", "talks", "ceasefire_or_agreement", "change_of_power", "designation_or_sanction", "aid"];
const NOWHERE = "Place not known";

/** Areas with the most incidents first; what no area holds comes last. */
function byArea(incidents: readonly Incident[]): (readonly [string, readonly Incident[]])[] {
  const areas = new Map<string, Incident[]>();
  for (const i of incidents) {
    const name = area(i.places) ?? NOWHERE;
    areas.set(name, [...(areas.get(name) ?? []), i]);
  }
  const vague = (name: string): number =>
    name === NOWHERE ? 2 : /, (elsewhere|no nearer place given)$/.test(name) ? 1 : 0;
  return [...areas].sort(([a, x], [b, y]) => vague(a) - vague(b) || y.length - x.length || (a < b ? -1 : 1));
}

/** The incidents on the ground under their areas, then the words and deals. */
export function incidentSections(desk: Desk): (Section | null)[] {
  // An order has a section of its own, where its terms are told.
  const ordered = new Set(desk.orders.flatMap((o) => o.claims as readonly string[]));
  const rest = desk.happened.filter((i) => !i.claims.every((c) => ordered.has(c)));
  const ground = rest.filter((i) => !WORDS.includes(i.event));
  const words = rest.filter((i) => WORDS.includes(i.event));
  // One source's bare statement is in the ledger for whoever looks for it; a report is made of what others take up.
  const lone = words.filter((i) => i.event === "statement" && i.status === "single-source");
  const told = words.filter((i) => !lone.includes(i));
  const blocks = byArea(ground).flatMap(([name, incidents]): Block[] => [
    { kind: "heading", text: name },
    { kind: "list", lines: dated(desk, incidents) },
  ]);
  // In the order of the page, because citations are numbered as they are met.
  const lines = dated(desk, told);
  if (lone.length > 0) {
    const [n, are] = [capital(counted(lone.length, "statement")), lone.length === 1 ? "is" : "are"];
    lines.push([
      `${n} of a single source ${are} left to the ledger. `,
      desk.cite.claims(lone.flatMap((i) => i.claims)),
    ]);
  }
  return [
    blocks.length > 0 ? { heading: "Incidents by area", blocks } : null,
    lines.length > 0 ? { heading: "Words and deals", blocks: [{ kind: "list", lines }] } : null,
  ];
}
