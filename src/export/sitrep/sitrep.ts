// The situation report: what changed hands, what happened where, what is disputed, which orders bind, what is not
// known, each sentence with the words it rests on. Composes a Report; Markdown and HTML are written elsewhere.
import { day, type Incident, meets } from "../../model/index.ts";
import { between, counted, longDay } from "../../wording/english.ts";
import type { Desk, Ground } from "./desk.ts";
import { incidentSections } from "./happened.ts";
import { lead } from "./lead.ts";
import { Citations, type Report, type Section } from "./report.ts";
import { controlSection, disputesSection, ordersSection } from "./standing.ts";
import { talliesSection, unknownSection } from "./unknown.ts";

const oldestFirst = (a: Incident, b: Incident): number => {
  const key = (i: Incident): string => `${i.time?.start ?? "9999"} ${i.time?.end ?? "9999"} ${i.id}`;
  return key(a) < key(b) ? -1 : 1;
};

/** Composes the report. The same ground gives the same report, byte for byte. */
export function sitrep(ground: Ground): Report {
  const happened = ground.incidents
    .filter((i) => !i.tally && !i.background && i.event !== "holds")
    .filter((i) => i.time !== null && meets(i.time, { start: ground.from, end: ground.to }))
    // What is wider than the window (a year told in one sentence) did not happen in it as far as anyone knows.
    .filter((i) => i.time!.start >= ground.from || i.time!.grain !== "year")
    .sort(oldestFirst);
  const desk: Desk = { ...ground, cite: new Citations(ground.documents, ground.claims), happened };
  const sections: (Section | null)[] = [
    lead(desk),
    controlSection(desk),
    ...incidentSections(desk),
    disputesSection(desk),
    ordersSection(desk),
    talliesSection(desk),
    unknownSection(desk),
  ];
  const outlets = new Set(ground.documents.map((d) => d.outlet).filter((o) => o !== null));
  const known = ground.known_by ? day(ground.known_by) : null;
  return {
    title: `Situation report, ${between(ground.from, ground.to)}`,
    subtitle: [
      known ? `As known by ${longDay(known)}.` : "As known to this ledger.",
      `From ${counted(ground.documents.length, "document")} by ${counted(outlets.size, "outlet")}.`,
    ],
    sections: sections.filter((s) => s !== null),
    citations: desk.cite.list(),
  };
}
