// A flat text - plain, scraped, mailed, or the paragraphs of a page - read into parts: which stretch is title, body,
// caption, post, credit or boilerplate, when it was published and whom it credits. The text itself is never changed.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import { type Part, type PartKind, span } from "../model/index.ts";
import { dayOfMatch, POST_STAMP, TITLE_DATE } from "./dates.ts";
import { creditsIn } from "./head.ts";
import { label } from "./labels.ts";
import { firstTelling, type Line, paragraphs } from "./lines.ts";
import { cut } from "./segments.ts";

export interface Flat {
  readonly parts: readonly Part[];
  readonly title: string | null;
  /** YYYY-MM-DD from the head of the text; null when no full date stands there. */
  readonly published: string | null;
  readonly credits: readonly string[];
}

/** What mark-up says of the paragraph that starts at an offset. */
export type Hints = ReadonlyMap<number, PartKind>;
const HEAD_LINES = 8;

interface Reading {
  parts: Part[];
  published: string | null;
  labelled: boolean;
  credits: string[];
  title: string | null;
}

function push(parts: Part[], text: string, from: number, to: number, kind: PartKind): void {
  let start = from;
  let end = to;
  while (start < end && /[\s\ufeff]/.test(text[start]!)) start++;
  while (end > start && /[\s\ufeff]/.test(text[end - 1]!)) end--;
  if (end > start) parts.push({ kind, span: span(start, end) });
}

/** A caption's credit in brackets at its end. */
function pushCaption(reading: Reading, text: string, line: Line, boilerplate: Boilerplate): void {
  for (const pattern of boilerplate.captions) {
    const credit = pattern.exec(line.text)?.groups?.credit;
    if (!credit) continue;
    const at = line.text.lastIndexOf(credit);
    push(reading.parts, text, line.start, line.start + at, "caption");
    push(reading.parts, text, line.start + at, line.start + at + credit.length, "credit");
    push(reading.parts, text, line.start + at + credit.length, line.end, "boilerplate");
    return;
  }
  push(reading.parts, text, line.start, line.end, "caption");
}

function pushTitle(reading: Reading, text: string, line: Line): void {
  const once = firstTelling(line.text);
  const end = once ? line.start + once : line.end;
  push(reading.parts, text, line.start, end, "title");
  if (once) push(reading.parts, text, end, line.end, "boilerplate");
  reading.title = text.slice(line.start, end).trim();
}

function pushCut(
  reading: Reading,
  text: string,
  line: Line,
  kind: PartKind,
  boilerplate: Boilerplate,
  head: boolean,
  last: boolean,
): void {
  const made = cut(line.text, boilerplate, { title: reading.title, head, last });
  for (const segment of made.segments)
    push(reading.parts, text, line.start + segment.start, line.start + segment.end, segment.kind ?? kind);
  if (made.published && (reading.published === null || (made.labelled && !reading.labelled))) {
    reading.published = made.published;
    reading.labelled = made.labelled;
  }
  reading.credits.push(...made.credits);
}

/** Marks of markdown - '#', the rule under a table's head, '[', '](address)', '>' - as boilerplate within the paragraph that they stand in. */
const MARKS = /^\s*(?:#{1,6}|>+)\s|^\s*\|?[\s:|-]{3,}\|?\s*$|!?\[(?=[^\]\n]*\]\([^)\s]*\))|\]\([^)\s]*\)/gmu;

function withoutMarks(parts: readonly Part[], text: string): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    let at: number = part.span[0];
    if (part.kind !== "boilerplate")
      for (const mark of text.slice(part.span[0], part.span[1]).matchAll(MARKS)) {
        const start = part.span[0] + mark.index;
        push(found, text, at, start, part.kind);
        push(found, text, start, start + mark[0].length, "boilerplate");
        at = start + mark[0].length;
      }
    push(found, text, at, part.span[1], part.kind);
  }
  return found;
}

/**
 * Reads a flat text into parts. `from` is where reading starts (what stands before is left to the caller); hints are
 * by the offset at which a paragraph starts; `markdown` sets the marks of that form aside.
 */
export function flat(
  text: string,
  boilerplate: Boilerplate,
  options: { hints?: Hints; markdown?: boolean; lines?: readonly Line[]; title?: string | null } = {},
): Flat {
  const lines = options.lines ?? paragraphs(text);
  const hinted = lines.map((line) => options.hints?.get(line.start) ?? markdownHint(line, options.markdown ?? false));
  const labels = label(lines, boilerplate, hinted);
  const reading: Reading = { parts: [], published: null, labelled: false, credits: [], title: options.title ?? null };
  const last = labels.lastIndexOf("body");
  let seen = 0;
  lines.forEach((line, i) => {
    const kind = labels[i]!;
    // A menu above the report does not count.
    const head = seen < HEAD_LINES;
    if (kind !== "boilerplate") seen++;
    if (kind === "title" && options.markdown && line.text.startsWith("#")) {
      push(reading.parts, text, line.start, line.end, kind);
      reading.title = line.text.replace(/^#+\s*/, "");
    } else if (kind === "title") pushTitle(reading, text, line);
    else if (kind === "caption") pushCaption(reading, text, line, boilerplate);
    else if (kind === "body" || kind === "post") pushCut(reading, text, line, kind, boilerplate, head, i === last);
    else {
      push(reading.parts, text, line.start, line.end, kind);
      if (kind === "credit" && !isPicture(line, labels[i - 1])) readCredit(reading, line, boilerplate, head);
    }
  });
  return {
    parts: options.markdown ? withoutMarks(reading.parts, text) : reading.parts,
    title: reading.title,
    published: reading.published ?? dayBeside(reading.title, text),
    credits: [...new Set(reading.credits)].sort(),
  };
}

/** The day that a headline ends in ('…, October 28, 2022') or that a post is stamped with. */
function dayBeside(title: string | null, text: string): string | null {
  const found = TITLE_DATE.exec(title ?? "") ?? POST_STAMP.exec(text);
  return found && dayOfMatch(found);
}

const markdownHint = (line: Line, markdown: boolean): PartKind | null => {
  if (!markdown) return null;
  if (/^#\s/.test(line.text)) return "title";
  return /^#{2,6}\s/.test(line.text) ? "heading" : /^[|>]/.test(line.text) ? "body" : null;
};

/** Who took a picture says nothing of where the report comes from. */
const isPicture = (line: Line, before: PartKind | undefined): boolean =>
  /^[([][^()]* \/ [^()]*[)\]]$/.test(line.text) ||
  /^(?:photo|image|picture|credit|getty)\b/i.test(line.text) ||
  (before === "caption" && !/^\W*(?:by|sources?|reporting|published|updated)\b/i.test(line.text));

function readCredit(reading: Reading, line: Line, boilerplate: Boilerplate, head: boolean): void {
  const made = head
    ? cut(line.text.replace(/^[*_]+|[*_]+$/g, ""), boilerplate, { title: null, head: true, last: false })
    : null;
  if (made?.published && (reading.published === null || (made.labelled && !reading.labelled))) {
    reading.published = made.published;
    reading.labelled = made.labelled;
  } else if (head && reading.published === null) {
    // A byline that ends in its date: 'Northern Star data desk, 6 December 2024'.
    const comma = line.text.lastIndexOf(", ");
    const late =
      comma > 0
        ? cut(line.text.slice(comma + 2).replace(/[*_]+$/, ""), boilerplate, { title: null, head: true, last: false })
        : null;
    reading.published = late?.published ?? null;
  }
  for (const pattern of boilerplate.credits) {
    const by = pattern.exec(line.text.replace(/^[*_]+|[*_]+$/g, ""))?.groups?.by;
    if (by) reading.credits.push(...creditsIn(by, boilerplate, /^\W?\s*sources?\s*:/i.test(line.text)));
  }
  if (line.text.length <= 40) reading.credits.push(...creditsIn(line.text, boilerplate));
  if (made) reading.credits.push(...made.credits);
}
