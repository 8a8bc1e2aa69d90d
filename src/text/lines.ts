// A text cut into paragraphs: lines, or several lines where they were wrapped by hand at a fixed width. Only where they
// begin and end is decided here; what they are is decided in labels.ts.
import { plainLine } from "../codebook/boilerplate.ts";

export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As `plainLine` gives it: for comparing with word lists and other lines. */
  readonly plain: string;
}

export const lineOf = (text: string, start: number, end: number): Line => {
  const words = text.slice(start, end);
  return { start, end, text: words, plain: plainLine(words) };
};

/** Whether words end as a sentence does, closing quotes and brackets aside. */
export const endsSentence = (words: string): boolean => /[.!?…。؟۔]["”’'»)\]]*\s*$/u.test(words.slice(-12));

/** Lines trimmed of white space, empty ones left out, with the number of line ends before each. */
function rawLines(text: string): { start: number; end: number; gap: number }[] {
  const found: { start: number; end: number; gap: number }[] = [];
  let gap = 0;
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 ? text.length : newline;
    let start = at;
    let end = stop;
    while (start < end && /[\s\ufeff]/.test(text[start]!)) start++;
    while (end > start && /[\s\ufeff]/.test(text[end - 1]!)) end--;
    if (end > start) {
      found.push({ start, end, gap });
      gap = 0;
    }
    gap++;
    at = stop + 1;
  }
  return found;
}

/** Mails and old wires break lines at 60 to 80 signs; then a line end inside a paragraph is only a space. */
function isWrapped(text: string, lines: readonly { start: number; end: number; gap: number }[]): boolean {
  const inner = lines.filter((_, i) => lines[i + 1]?.gap === 1);
  if (inner.length < 3) return false;
  // Broken in mid-sentence: a list of headlines has capitals at every line's start.
  const broken = lines.filter(({ start, gap }) => gap === 1 && /[\p{Ll}\d]/u.test(text[start]!)).length;
  if (broken < inner.length * 0.3) return false;
  const wide = inner.filter(({ start, end }) => end - start >= 50 && end - start <= 90).length;
  return wide >= inner.length * 0.7;
}

/** The paragraphs of `text`, in order; together they hold everything but white space. */
export function paragraphs(text: string): Line[] {
  const lines = rawLines(text);
  const wrapped = isWrapped(text, lines);
  const found: Line[] = [];
  let open: { start: number; end: number } | null = null;
  const width = wrapped ? Math.max(...lines.filter((l) => l.end - l.start <= 90).map((l) => l.end - l.start)) : 0;
  for (const line of lines) {
    const last = open ? text.slice(text.lastIndexOf("\n", open.end - 1) + 1, open.end) : "";
    const goesOn =
      open !== null &&
      wrapped &&
      line.gap === 1 &&
      last.length > width * 0.6 &&
      !/^([-*•#>|]|\d+[.)] )/.test(text.slice(line.start, line.end));
    if (open && goesOn) open.end = line.end;
    else {
      if (open) found.push(lineOf(text, open.start, open.end));
      open = { start: line.start, end: line.end };
    }
  }
  if (open) found.push(lineOf(text, open.start, open.end));
  return found;
}

/** A title that runs on into its own repetition: the length of its first telling; 0 when it does not. */
export function firstTelling(text: string): number {
  const low = text.toLowerCase().replace(/[–—]/g, "-").replace(/[’‘]/g, "'");
  if (low.length < 48) return 0;
  const again = low.indexOf(low.slice(0, 24), 24);
  if (again < 0) return 0;
  const once = text.slice(0, again);
  // A report of one line may come back to its first words: a headline is short and one sentence.
  if (once.length > 220 || /[.!?…]["”’']?\s+\S/u.test(once)) return 0;
  const mark = /^(.{20,}?)\s+[-–—|]\s+\S.{2,40}$/u.exec(once.trimEnd());
  return (mark ? mark[1]! : once.trimEnd()).length;
}
