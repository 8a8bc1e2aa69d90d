// Draws a text with what was read of it marked beneath, as a compiler underlines: each span has a bracket with its label,
// short spans next to the text and longer ones under them, so that spans may overlap. Knows nothing of claims.
import { harmless, styled } from "./print.ts";

export interface Drawn {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly style: Parameters<typeof styled>[0];
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
/** Columns that a text takes on a terminal: marks on letters none, Chinese characters two. */
const columns = (text: string): number =>
  [...text].reduce((n, c) => n + (/[\p{M}\p{Cf}]/u.test(c) ? 0 : WIDE.test(c) ? 2 : 1), 0);

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Cut at blanks so that no line is wider than `most`; a longer word has a line of its own. */
function lines(text: string, most: number): Line[] {
  const found: Line[] = [];
  let start = 0;
  let end = 0;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    if (end > start && columns(text.slice(start, index + word.length)) > most) {
      found.push({ start, end });
      start = index;
    } else if (end === start) start = index;
    end = index + word.length;
  }
  return end > start ? [...found, { start, end }] : found;
}

/** '└─actor──────┘' under a span of its width, '└──┘place' under one that is too short for its label. */
function bracket(width: number, label: string): string {
  const name = columns(label);
  if (width >= name + 2) {
    const dashes = width - name - 2;
    const before = Math.min(1, dashes);
    return `└${"─".repeat(before)}${label}${"─".repeat(dashes - before)}┘`;
  }
  return width < 2 ? `╵${label}` : `└${"─".repeat(width - 2)}┘${label}`;
}

interface Placed {
  readonly at: number;
  readonly text: string;
  readonly style: Drawn["style"];
}

/** Marks in as few rows as hold them without touching, the short ones first. */
function rows(marks: readonly (Placed & { readonly width: number })[]): Placed[][] {
  const found: Placed[][] = [];
  const ends = (p: Placed): number => p.at + columns(p.text);
  for (const mark of [...marks].sort((a, b) => a.width - b.width || a.at - b.at)) {
    const free = (row: readonly Placed[]): boolean => row.every((p) => ends(p) < mark.at || ends(mark) < p.at);
    const row = found.find(free);
    if (row) row.push(mark);
    else found.push([mark]);
  }
  return found.map((row) => row.sort((a, b) => a.at - b.at));
}

/** Spans that are the same are one mark with the labels of all. */
function merged(marks: readonly Drawn[]): Drawn[] {
  const found = new Map<string, Drawn & { readonly labels: ReadonlySet<string> }>();
  for (const mark of marks) {
    const key = `${mark.start} ${mark.end}`;
    const same = found.get(key) ?? mark;
    const labels = new Set([...(found.get(key)?.labels ?? []), mark.label]);
    found.set(key, { ...same, labels, label: [...labels].join(", ") });
  }
  return [...found.values()];
}

/** The text in lines of at most `most` columns, each indented, with its marks beneath; spans count from the text's start. */
export function drawMarks(text: string, marks: readonly Drawn[], most: number, indent = ""): string {
  // What is put in place of a control character or a break is as long as it was: offsets stay.
  const plain = harmless(text.replace(/\s/g, " "));
  const whole = merged(marks.filter((m) => m.end > m.start));
  return lines(plain, most - indent.length)
    .flatMap((line) => {
      const here = whole
        .filter((m) => m.start < line.end && m.end > line.start)
        .map((m) => {
          const [start, end] = [Math.max(m.start, line.start), Math.min(m.end, line.end)];
          const width = columns(plain.slice(start, end));
          const at = columns(plain.slice(line.start, start));
          return { at, width, text: bracket(width, m.label), style: m.style };
        });
      const drawn = rows(here).map((row) => {
        let at = 0;
        return row
          .map((p) => {
            const gap = " ".repeat(p.at - at);
            at = p.at + columns(p.text);
            return gap + styled(p.style, p.text);
          })
          .join("");
      });
      return [plain.slice(line.start, line.end), ...drawn];
    })
    .map((line) => `${indent}${line}`)
    .join("\n");
}
