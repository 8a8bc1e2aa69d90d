// The report's last word: running totals beside one another and added to nothing, and what the ledger cannot tell.
import type { DocumentId } from "../../model/index.ts";
import { meets } from "../../model/index.ts";
import { tallyPhrase } from "../../wording/counts.ts";
import { capital, counted, listed, when } from "../../wording/english.ts";
import { byId, voice } from "../voices.ts";
import type { Desk } from "./desk.ts";
import type { Line, Section } from "./report.ts";

/** Each running total as its source gives it, oldest document first. */
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
  const note = "Counts over days or weeks, as their sources give them; they are not added to the incidents above.";
  return {
    heading: "Running totals",
    blocks: [
      { kind: "paragraph", line: [note] },
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

/** From the documents' own notes, and from the incidents without day or place. */
export function unknownSection(desk: Desk): Section | null {
  const { cite } = desk;
  const lines: Line[] = [];
  const add = (ids: readonly DocumentId[], one: string, many: string): void => {
    if (ids.length === 0) return;
    const told = `${capital(counted(ids.length, "document"))} ${ids.length === 1 ? one : many}. `;
    lines.push([told, cite.documents(ids.slice(0, 12))]);
  };
  add(
    desk.documents.filter((d) => d.published === null).map((d) => d.id),
    "carries no date of publication, so words like ‘on Friday’ in it name no day",
    "carry no date of publication, so words like ‘on Friday’ in them name no day",
  );
  for (const [kind, [one, many]] of Object.entries(NOTES)) {
    const noted = desk.documents.filter((d) => d.notes.some((n) => n.kind === kind));
    add(
      noted.map((d) => d.id),
      one,
      many,
    );
  }
  const undated = desk.incidents.filter((i) => !i.tally && !i.background && i.time === null && i.event !== "holds");
  if (undated.length > 0) {
    const [has, is] = undated.length === 1 ? ["has", "is"] : ["have", "are"];
    lines.push([
      `${capital(counted(undated.length, "incident"))} ${has} no day and ${is} left out above. `,
      cite.claims(undated.flatMap((i) => i.claims)),
    ]);
  }
  const unknown = (p: { readonly id: string | null; readonly lat: number | null }): boolean =>
    p.id === null && p.lat === null;
  const where = desk.happened.filter((i) => i.places.some(unknown));
  const names = [...new Set(where.flatMap((i) => i.places.filter(unknown).map((p) => p.name)))].sort();
  if (names.length > 0) {
    const more = names.length > 8 ? [`${names.length - 8} more`] : [];
    lines.push([
      `No gazetteer places ${listed([...names.slice(0, 8), ...more])}. `,
      cite.claims(where.flatMap((i) => i.claims)),
    ]);
  }
  return lines.length > 0 ? { heading: "What is not known", blocks: [{ kind: "list", lines }] } : null;
}
