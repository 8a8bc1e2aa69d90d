// An explanation for a reader at a terminal: each claim's sentence with the words of every slot marked beneath it, other
// sentences that a slot rests on, and under them what each slot says, by which rule and from which words.
import { splitSentences } from "../language/words/sentences.ts";
import { tokenise } from "../language/words/tokens.ts";
import type { ExplainedClaim, Explanation, Mark, MarkedPassage } from "../ledger/explain.ts";
import { lineageText } from "../ledger/lineage.ts";
import { day } from "../model/index.ts";
import { longDay } from "../wording/english.ts";
import { type Drawn, drawMarks } from "./draw-marks.ts";
import { harmless, labelled, out, styled, width, wrapped } from "./print.ts";

const STYLES: Readonly<Record<string, Drawn["style"]>> = {
  event: ["magenta", "bold"],
  stance: "red",
  time: "yellow",
  said: "yellow",
  places: "green",
  actors: "cyan",
  targets: "blue",
  sources: "gray",
  figures: "red",
};
const headOf = (slot: string): string => slot.split(".")[0]!;
/** 'actor' where a claim has one, 'actors.0' where it has several; the terms of an order go by their own names. */
function labelOf(slot: string, slots: ExplainedClaim["slots"]): string {
  const list = slot.replace(/\.\d+$/, "");
  const several = slots.filter((s) => s.slot.replace(/\.\d+$/, "") === list).length > 1;
  return several ? slot : list.replace(/^order\./, "").replace(/^(place|actor|target|source|figure)s$/, "$1");
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a passage that hold one of the spans; all of it where none does. */
function sentencesWith(text: string, spans: readonly Piece[]): Piece[] {
  const tokens = tokenise(text);
  const starts = splitSentences(text, tokens).map((i) => tokens[i]!.start);
  const sentences = starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
  const held = sentences.filter((s) => spans.some((m) => m.start < s.end && m.end > s.start));
  if (held.length === 0) return [{ start: 0, end: text.length }];
  const joined: Piece[] = [];
  for (const piece of held) {
    const before = joined.at(-1);
    if (before?.end === piece.start) joined[joined.length - 1] = { start: before.start, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

function showPassage(passage: MarkedPassage, slots: ExplainedClaim["slots"], quote: readonly Piece[]): void {
  const { text } = passage;
  const drawn = (m: Mark, from: Piece): Drawn => ({
    start: Math.max(m.start, from.start) - from.start,
    end: Math.min(m.end, from.end) - from.start,
    label: labelOf(m.slot, slots),
    style: STYLES[headOf(m.slot)] ?? "cyan",
  });
  for (const piece of sentencesWith(text, [...passage.marks, ...quote])) {
    const [before, after] = [piece.start > 0 ? "… " : "", piece.end < text.trimEnd().length ? " …" : ""];
    const body = text.slice(piece.start, piece.end).trimEnd();
    const marks = passage.marks
      .filter((m) => m.start < piece.end && m.end > piece.start)
      .map((m) => drawn(m, piece))
      .map((m) => ({ ...m, start: m.start + before.length, end: m.end + before.length }));
    out(drawMarks(`${before}${body}${after}`, marks, width(), "    "));
    out("");
  }
}

function showSlots({ slots }: ExplainedClaim): void {
  const at = Math.max(...slots.map((s) => s.slot.length), 0) + 2;
  for (const s of slots) {
    out(labelled(s.slot, s.value, at, "    "));
    const words = s.words.map((w) => `“${w}”`).join(" … ");
    const by = `by ${s.rule}${words ? `, from ${words}` : ", from no words of its own"}`;
    const under = " ".repeat(4 + at);
    out(styled("dim", wrapped(by, under)));
    if (s.looks_for !== null) out(styled("dim", wrapped(`which looks for ${s.looks_for}`, under)));
  }
}

function showClaim(open: ExplainedClaim): void {
  const { document, passage, elsewhere, claim, slots, quote } = open;
  const on = day(document.published);
  const head = [document.outlet ?? document.id, on ? longDay(on) : "undated", document.title];
  out("");
  out(`  ${styled("bold", harmless(head.filter(Boolean).join(", ")))}  ${styled("dim", claim.id)}`);
  out("");
  // In the order of the text, so that a headline stands above what it heads.
  for (const p of [...elsewhere, passage].sort((a, b) => a.start - b.start))
    showPassage(p, slots, p === passage ? [quote] : []);
  showSlots(open);
  const lesser = [
    claim.hedge === null ? null : `hedged: ${claim.hedge}`,
    claim.background ? "told as background" : null,
  ];
  for (const words of lesser.filter((w) => w !== null)) out(`    ${words}`);
}

/** Prints the explanation whole. */
export function showExplanation(e: Explanation): void {
  out(styled("bold", harmless(e.statement)));
  // What a claim's slots rest on is told beneath its sentence; what is left are its relations to others.
  const told = e.subject.kind === "claim" ? (e.claims[0]?.slots.length ?? 0) : 0;
  for (const reason of e.reasons.slice(told)) out(wrapped(`because ${reason}`, "  "));
  for (const link of e.lineage) out(styled("dim", wrapped(lineageText(link), "  ")));
  for (const claim of e.claims) showClaim(claim);
}
