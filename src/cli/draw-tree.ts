// Draws the dependency tree of a sentence for a terminal: a word a line, at its left the lines that lead from each head
// to what hangs on it. Every head has one upright line, left of those of its dependents, so that a long sentence needs
// columns only for its depth. Where a line passes an upright that is not its own, it goes behind it.
import type { NameType, Sentence, Word } from "../language/types.ts";
import { harmless, narrowed, styled } from "./print.ts";

const UP = 1;
const DOWN = 2;
const LEFT = 4;
const RIGHT = 8;
/** By the sum of the directions that a line leaves its cell in. */
const LINES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";

interface Upright {
  readonly head: number;
  readonly top: number;
  readonly bottom: number;
  /** Distance from the words; 1 stands next to them. */
  level: number;
}

/** Steps to the root; a circle of heads ends after as many steps as there are words. */
function depth(words: readonly Word[], index: number): number {
  let steps = 0;
  for (let i = words[index]!.head; i >= 0 && steps < words.length; i = words[i]?.head ?? -1) steps++;
  return steps;
}

function uprights(words: readonly Word[]): Map<number, Upright> {
  const found = new Map<number, Upright>();
  for (const [i, { head }] of words.entries()) {
    if (head < 0 || head >= words.length) continue;
    const { top, bottom } = found.get(head) ?? { top: head, bottom: head };
    found.set(head, { head, top: Math.min(top, i), bottom: Math.max(bottom, i), level: 0 });
  }
  const placed: Upright[] = [];
  for (const one of [...found.values()].sort((a, b) => depth(words, b.head) - depth(words, a.head))) {
    const beside = placed.filter((p) => p.top <= one.bottom && one.top <= p.bottom);
    one.level = 1 + Math.max(0, ...beside.map((p) => p.level));
    placed.push(one);
  }
  return found;
}

/** The lines left of each word, all equally wide; the root has a dot where the others have the point of an arrow. */
export function arcs(words: readonly Word[], most: number): string[] {
  const lines = uprights(words);
  const levels = Math.max(0, ...[...lines.values()].map((l) => l.level));
  const step = 2 * levels < most ? 2 : 1;
  const edge = levels * step;
  const column = (l: Upright): number => (levels - l.level) * step;
  const cells = words.map(() => new Array<number>(edge).fill(0));
  const owner = words.map(() => new Array<number>(edge).fill(-1));
  for (const l of lines.values())
    for (let row = l.top; row <= l.bottom; row++) {
      cells[row]![column(l)]! |= (row > l.top ? UP : 0) | (row < l.bottom ? DOWN : 0);
      owner[row]![column(l)] = l.head;
    }
  for (const [row, { head }] of words.entries()) {
    const from = lines.get(head) ?? lines.get(row);
    if (!from) continue;
    const start = column(from);
    cells[row]![start]! |= RIGHT;
    for (let x = start + 1; x < edge; x++)
      if (owner[row]![x] === -1 || owner[row]![x] === row) cells[row]![x]! |= LEFT | RIGHT;
  }
  return words.map(({ head }, row) => {
    const drawn = cells[row]!.map((directions) => LINES[directions]).join("");
    return drawn + (head < 0 ? "●" : ">");
  });
}

const COLOURS = { person: "yellow", place: "green", organisation: "cyan" } as const satisfies Record<NameType, string>;

interface TreeColumn {
  readonly head: string;
  readonly cells: readonly string[];
  readonly whole: boolean;
  readonly paint?: (text: string, row: number) => string;
}

const flat = (text: string): string => harmless(text.replace(/\s+/g, " "));
const length = (text: string): number => [...text].length;
const padded = (text: string, most: number): string =>
  length(text) <= most ? text.padEnd(most + text.length - length(text)) : `${[...text].slice(0, most - 1).join("")}…`;

function columns({ words, names }: Sentence, most: number): TreeColumn[] {
  const nameAt = words.map((_, i) => names.find((n) => n.first <= i && i < n.last));
  const mark = (i: number): string => {
    const name = nameAt[i];
    if (!name) return "";
    if (i > name.first) return i === name.last - 1 ? "┘" : "│";
    return `${name.last - name.first === 1 ? "─" : "┐"} ${name.type}`;
  };
  const paint = (text: string, i: number): string => (nameAt[i] ? styled(COLOURS[nameAt[i].type], text) : text);
  const bold = (text: string, i: number): string => (words[i]!.head < 0 ? styled("bold", text) : text);
  return [
    { head: "", cells: arcs(words, most / 3), whole: true, paint: (text) => styled("dim", text) },
    { head: "word", cells: words.map((w) => flat(w.form)), whole: false, paint: (text, i) => bold(paint(text, i), i) },
    { head: "tag", cells: words.map((w) => flat(w.upos)), whole: true },
    { head: "Penn", cells: words.map((w) => flat(w.xpos)), whole: true },
    { head: "lemma", cells: words.map((w) => flat(w.lemma)), whole: false },
    { head: "relation", cells: words.map((w) => flat(w.relation)), whole: true, paint: bold },
    ...(names.length > 0 ? [{ head: "name", cells: words.map((_, i) => mark(i)), whole: true, paint }] : []),
  ];
}

/** One sentence as a tree, `most` columns wide at most while its arrows leave room; Penn tags and lemmas go first. */
export function drawTree(sentence: Sentence, most: number): string {
  let shown = columns(sentence, most);
  const natural = (): number[] => shown.map((c) => Math.max(length(c.head), ...c.cells.map(length)));
  const fitted = (): number[] =>
    narrowed(
      natural(),
      shown.map((c) => c.whole),
      most,
    );
  const wide = (): boolean => fitted().reduce((a, b) => a + b + 2, -2) > most;
  for (const head of ["Penn", "lemma"]) if (wide()) shown = shown.filter((c) => c.head !== head);
  const widths = fitted();
  const trim = (line: string): string => line.trimEnd();
  const lines = sentence.words.map((_, row) =>
    trim(
      shown
        .map((c, i) => {
          const cell = padded(c.cells[row]!, widths[i]!);
          return c.paint ? c.paint(cell, row) : cell;
        })
        .join("  "),
    ),
  );
  const header = styled("dim", trim(shown.map((c, i) => padded(c.head, widths[i]!)).join("  ")));
  return `${[header, ...lines].join("\n")}\n`;
}

/** Every sentence as a tree, a blank line between two. */
export function drawTrees(sentences: readonly Sentence[], most: number): string {
  return sentences.length === 0 ? "(none)\n" : sentences.map((s) => drawTree(s, most)).join("\n");
}
