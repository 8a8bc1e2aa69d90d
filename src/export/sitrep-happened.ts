// The report's account of what happened: incidents by area, words and deals, running totals, and what is not known.
import type { Claim, DocumentId, Incident } from "../model/index.ts";
import { meets } from "../model/index.ts";
import { figuresPhrase, tallyPhrase } from "./counts.ts";
import { area, clause, hasPhrase } from "./phrases.ts";
import type { Block, Inline, Line, Section } from "./report.ts";
import type { Desk } from "./sitrep.ts";
import { byId, quoted, standing, teller, voice } from "./voices.ts";
import { capital, counted, full, listed, when } from "./words.ts";

/** Told as announced where no account says that it was done. */
function prospect(incident: Incident, claims: ReadonlyMap<string, Claim>): string {
  const stances = new Set(incident.claims.map((id) => claims.get(id)?.stance).filter((s) => s !== "denied"));
  if (stances.size === 0 || stances.has("asserted")) return "";
  return stances.has("planned") ? "Announced, not reported as done: " : "Demanded, not reported as done: ";
}

/** 'Friday 6 December 2024. Rebels captured Nawa. Five killed. Corroborated by two independent sources; fair. [1]' */
export function incidentLine(desk: Desk, incident: Incident): Line {
  const { claims, cite } = desk;
  const told = teller(incident, claims);
  const announced = prospect(incident, claims);
  const composed = clause(incident);
  const body = hasPhrase(incident.event)
    ? full(announced + (announced ? composed : capital(composed)))
    : told
      ? full(`${capital(voice(told, byId(desk.documents)))}: ${quoted(told.quote)}`)
      : full(capital(composed));
  const figures = figuresPhrase(incident.figures);
  return [
    { strong: `${capital(when(incident.time!))}.` },
    ` ${body} `,
    ...(figures ? [`${full(figures)} `] : []),
    { em: standing(incident, claims) },
    " ",
    cite.claims(incident.claims),
  ];
}

// Said rather than done: told by quote, because a composed line would lose what was said.
const WORDS = ["statement", "talks", "ceasefire_or_agreement", "change_of_power", "designation_or_sanction", "aid"];

/** The incidents on the ground under their areas, then the words and deals. */
export function incidentSections(desk: Desk): (Section | null)[] {
  // An order has a section of its own; so has a territory's change of hands, but there the accounts differ from the holding's.
  const ordered = new Set(desk.orders.flatMap((o) => o.claims as readonly string[]));
  const rest = desk.happened.filter((i) => !i.claims.every((c) => ordered.has(c)));
  const ground = rest.filter((i) => !WORDS.includes(i.event));
  const words = rest.filter((i) => WORDS.includes(i.event));
  const areas = new Map<string, Incident[]>();
  for (const i of ground) {
    const name = area(i.places) ?? "Place not known";
    areas.set(name, [...(areas.get(name) ?? []), i]);
  }
  const blocks: Block[] = [...areas.entries()]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .flatMap(([name, incidents]): Block[] => [
      { kind: "heading", text: name },
      { kind: "list", lines: incidents.map((i) => incidentLine(desk, i)) },
    ]);
  return [
    blocks.length > 0 ? { heading: "Incidents by area", blocks } : null,
    words.length > 0
      ? { heading: "Words and deals", blocks: [{ kind: "list", lines: words.map((i) => incidentLine(desk, i)) }] }
      : null,
  ];
}

/** Running totals, each as its source gives it and beside no other. */
export function talliesSection(desk: Desk): Section | null {
  const { claims, cite } = desk;
  const documents = byId(desk.documents);
  const lines = desk.incidents
    .filter((i) => i.tally && (i.time === null || meets(i.time, { start: desk.from, end: desk.to })))
    .flatMap((i) => i.claims.map((id) => claims.get(id)))
    .filter((c) => c !== undefined)
    .map((c): { key: string; line: Line } | null => {
      const figures = tallyPhrase(c.figures);
      if (!figures) return null;
      const published = documents.get(c.document)?.published ?? null;
      const period = c.time ? `, ${when(c.time)}` : "";
      return {
        key: `${published ?? "9999"} ${c.document} ${c.start}`,
        line: [`${capital(voice(c, documents))}: ${figures}${period}. `, cite.claims([c.id])],
      };
    })
    .filter((l) => l !== null)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((l) => l.line);
  if (lines.length === 0) return null;
  return {
    heading: "Running totals",
    blocks: [
      {
        kind: "paragraph",
        line: ["Counts over days or weeks, as their sources give them; they are not added to the incidents above."],
      },
      { kind: "list", lines },
    ],
  };
}

const NOTES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  "not-coded": ["could not be read by the coder", "could not be read by the coder"],
  "no-text": ["holds no text", "hold no text"],
  truncated: ["ends in the middle", "end in the middle"],
  encoding: ["has characters that could not be decoded", "have characters that could not be decoded"],
  "odd-date": ["has a date of publication that cannot be right", "have dates of publication that cannot be right"],
};

/** What the ledger cannot tell, from the documents' own notes and the incidents without day or place. */
export function unknownSection(desk: Desk): Section | null {
  const { cite } = desk;
  const lines: Line[] = [];
  const add = (ids: readonly DocumentId[], one: string, many: string): void => {
    if (ids.length === 0) return;
    const shown: Inline = cite.documents(ids.slice(0, 12));
    lines.push([`${capital(counted(ids.length, "document"))} ${ids.length === 1 ? one : many}. `, shown]);
  };
  add(
    desk.documents.filter((d) => d.published === null).map((d) => d.id),
    "carries no date of publication, so words like ‘on Friday’ in it name no day",
    "carry no date of publication, so words like ‘on Friday’ in them name no day",
  );
  for (const [kind, [one, many]] of Object.entries(NOTES))
    add(
      desk.documents.filter((d) => d.notes.some((n) => n.kind === kind)).map((d) => d.id),
      one,
      many,
    );
  const undated = desk.incidents.filter((i) => !i.tally && !i.background && i.time === null && i.event !== "holds");
  if (undated.length > 0)
    lines.push([
      `${capital(counted(undated.length, "incident"))} ${undated.length === 1 ? "has" : "have"} no day and ${undated.length === 1 ? "is" : "are"} left out above. `,
      cite.claims(undated.flatMap((i) => i.claims)),
    ]);
  const unplaced = [
    ...new Set(
      desk.happened.flatMap((i) => i.places.filter((p) => p.id === null && p.lat === null).map((p) => p.name)),
    ),
  ].sort();
  if (unplaced.length > 0) {
    const where = desk.happened.filter((i) => i.places.some((p) => p.id === null && p.lat === null));
    const more = unplaced.length > 8 ? [`${unplaced.length - 8} more`] : [];
    lines.push([
      `No gazetteer places ${listed([...unplaced.slice(0, 8), ...more])}. `,
      cite.claims(where.flatMap((i) => i.claims)),
    ]);
  }
  return lines.length > 0 ? { heading: "What is not known", blocks: [{ kind: "list", lines }] } : null;
}
