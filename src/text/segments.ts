// One paragraph cut into the stretches that are report and those that are not: 'Read More »', datelines, tag lists,
// links and credits that run into it. Which kind the paragraph as a whole is, labels.ts decides.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import type { PartKind } from "../model/index.ts";
import { creditsIn, headWords } from "./head.ts";

export interface Segment {
  /** Offsets within the line. */
  readonly start: number;
  readonly end: number;
  /** Null: of the kind of its line. */
  readonly kind: PartKind | null;
}

export interface Cut {
  readonly segments: readonly Segment[];
  /** Day that the head names, if it does, and whether a label ('Published:') says what day it is. */
  readonly published: string | null;
  readonly labelled: boolean;
  readonly credits: readonly string[];
}

export interface Standing {
  /** The title in plain form; null where there is none yet. */
  readonly title: string | null;
  /** Near the start of the text, where dates and agencies stand as head words. */
  readonly head: boolean;
  /** The last paragraph of the report, where credits stand. */
  readonly last: boolean;
}

/** Makes another expression of each, once. */
function derived(make: (pattern: RegExp) => RegExp): (pattern: RegExp) => RegExp {
  const kept = new WeakMap<RegExp, RegExp>();
  return (pattern) => {
    const made = kept.get(pattern) ?? make(pattern);
    kept.set(pattern, made);
    return made;
  };
}
const atStart = derived((pattern) => new RegExp(`^(?:${pattern.source})\\s*`, pattern.flags));
const toTheEnd = derived((pattern) => new RegExp(`(?<=[.!?)”"’] )(?:${pattern.source}).{0,400}$`, pattern.flags));
const afterStop = derived((pattern) => new RegExp(`(?<=[.!?)”"’…] ?)(?:${pattern.source})`, pattern.flags));
const everywhere = derived((pattern) => new RegExp(pattern.source, `${pattern.flags}g`));

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Length of the start of `line` that repeats the title, its stop included; 0 when it does not. */
function repeatedTitle(line: string, title: string | null): number {
  const wanted = title ? letters(title) : "";
  if (wanted.length < 20) return 0;
  let seen = "";
  for (let i = 0; i < line.length && seen.length < wanted.length; i++) {
    if (!/[\p{L}\p{N}]/u.test(line[i]!)) continue;
    seen += line[i]!.toLowerCase();
    if (!wanted.startsWith(seen)) return 0;
    if (seen.length < wanted.length) continue;
    // The report may go on with the title's words ('112 people'): only a capital, a figure or a stop ends the repetition.
    const rest = line.slice(i + 1);
    const stop = /^[\s.!?:|–-]*/.exec(rest)![0];
    return /^[\p{Ll}]/u.test(rest.slice(stop.length)) || /^\p{L}/u.test(rest) ? 0 : i + 1 + stop.length;
  }
  return 0;
}

/** Where a list of tags, begun at `from`, gives way to the report: where a sentence can only begin. */
function tagsEnd(line: string, from: number, boilerplate: Boilerplate): number {
  const reach = line.slice(from, from + 260);
  const starts = new RegExp(`(?<=[\\s.])(?:${boilerplate.sentence_starts.join("|")}) (?=[\\p{Ll}\\d])`, "u");
  const certain = starts.exec(reach);
  // Four small words on end are a sentence: 'Aleppo Russian and regime warplanes were'.
  const likely = /(?<=\s)\p{Lu}[\p{L}'’-]*(?: [\p{Ll}'’-]+){4}/u.exec(reach);
  const at = certain ? certain.index : likely ? likely.index : -1;
  return at < 0 ? -1 : from + at;
}

const LAST_STOP = /[.!?…。؟]["”’'»)\]]*\s+(?=[^.!?…。؟]*$)/u;

function cutTail(
  line: string,
  from: number,
  boilerplate: Boilerplate,
  standing: Standing,
): { segments: Segment[]; credits: string[] } {
  const segments: Segment[] = [];
  const credits: string[] = [];
  let end = line.length;
  const stop = LAST_STOP.exec(line.slice(from));
  // A tail begins after the last full stop, or anywhere where its own words say so ('Read Also' after 'protests.').
  const tailFrom = stop ? from + stop.index + stop[0].length : -1;
  if (tailFrom > 0 && tailFrom < end) {
    const tail = line.slice(tailFrom, end);
    const menu = boilerplate.menu.filter((words) => tail.toLowerCase().includes(words)).length;
    const found = boilerplate.tails.some((pattern) => atStart(pattern).test(tail));
    if (tail.length < 600 && (found || menu >= 2)) {
      segments.push({ start: tailFrom, end, kind: "boilerplate" });
      end = tailFrom;
    }
  }
  for (const pattern of boilerplate.tails) {
    const match = toTheEnd(pattern).exec(line.slice(from, end));
    if (match && match.index > 0) {
      segments.push({ start: from + match.index, end, kind: "boilerplate" });
      end = from + match.index;
    }
  }
  if (standing.last)
    for (const pattern of boilerplate.credit_tails) {
      const words = line.slice(from, end).trimEnd();
      const after = afterStop(pattern).exec(words);
      if (!after || after.index === 0) continue;
      segments.push({ start: from + after.index, end: from + words.length, kind: "credit" });
      credits.push(...creditsIn(after.groups?.by ?? after[0], boilerplate, after[0].startsWith("(")));
      end = from + after.index;
    }
  return { segments, credits };
}

/** Segments that cover `line` in order, and what its head and tail say. */
export function cut(line: string, boilerplate: Boilerplate, standing: Standing): Cut {
  const segments: Segment[] = [];
  let published: string | null = null;
  let labelled = false;
  const credits: string[] = [];
  let at = 0;
  for (let turn = 0; turn < 6 && at < line.length; turn++) {
    const rest = line.slice(at);
    const head = standing.head ? headWords(rest, boilerplate) : null;
    const repeated = standing.head && turn < 4 ? repeatedTitle(rest, standing.title) : 0;
    const link = boilerplate.heads.map((pattern) => atStart(pattern).exec(rest)?.[0].length ?? 0).find(Boolean) ?? 0;
    if (head && head.length > 0) {
      segments.push({ start: at, end: at + head.length, kind: "credit" });
      published ??= head.published;
      labelled ||= head.labelled;
      credits.push(...head.credits);
      at += head.length;
    } else if (repeated || link) {
      segments.push({ start: at, end: at + (repeated || link), kind: "boilerplate" });
      at += repeated || link;
    } else break;
  }
  const tail = cutTail(line, at, boilerplate, standing);
  credits.push(...tail.credits);
  const holes: Segment[] = [...tail.segments];
  const open = Math.min(line.length, ...holes.map(({ start }) => start));
  for (const pattern of boilerplate.post_links)
    for (const match of line.slice(0, open).matchAll(everywhere(pattern)))
      if (match.index >= at)
        holes.push({ start: match.index, end: match.index + match[0].length, kind: "boilerplate" });
  if (standing.head) {
    const tags = new RegExp(`(?<=[\\s.])(?:${boilerplate.tags.join("|")}):? (?=\\p{Lu})`, "iu").exec(
      line.slice(at, open),
    );
    const tagged = tags && /^\p{Lu}/u.test(tags[0]) ? tagsEnd(line, at + tags.index + tags[0].length, boilerplate) : -1;
    if (tags && tagged > 0 && tagged <= open) holes.push({ start: at + tags.index, end: tagged, kind: "boilerplate" });
  }
  holes.sort((a, b) => a.start - b.start);
  for (const hole of holes) {
    if (hole.start < at) continue;
    if (hole.start > at) segments.push({ start: at, end: hole.start, kind: null });
    segments.push(hole);
    at = hole.end;
  }
  if (at < line.length) segments.push({ start: at, end: line.length, kind: null });
  return { segments, published, labelled, credits };
}
