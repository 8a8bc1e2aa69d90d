// One claim laid open: the paragraph that it stands in, with the words of every slot marked, and whatever it rests on
// elsewhere in the document. Pure; which claims to lay open is explain's to say.
import type { Claim, Document, DocumentId } from "../model/index.ts";
import { slotsOf } from "./slots.ts";

/** Words of a slot within a passage; start and end count from the passage's own beginning. */
export interface Mark {
  readonly slot: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}
export interface MarkedPassage {
  /** Offsets of the passage in Document.text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}
export interface DocumentHead {
  readonly id: DocumentId;
  readonly version: number;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly published_basis: Document["published_basis"];
}
export interface ExplainedClaim {
  readonly claim: Claim;
  readonly document: DocumentHead;
  /** The paragraph that holds the quote. */
  readonly passage: MarkedPassage;
  /** The quote, within the passage. */
  readonly quote: { readonly start: number; readonly end: number };
  /** Other paragraphs that a slot rests on: the headline, the dateline, the sentence that named the source. */
  readonly elsewhere: readonly MarkedPassage[];
  readonly slots: readonly {
    readonly slot: string;
    readonly value: string;
    readonly rule: string;
    readonly words: readonly string[];
    /** What the rule looks for, where it is a frame of the codebook (explained-frames.ts); null for any other rule. */
    readonly looks_for: string | null;
  }[];
}

export const headOf = (d: Document): DocumentHead => ({
  id: d.id,
  version: d.version,
  outlet: d.outlet,
  title: d.title,
  url: d.url,
  published: d.published,
  published_basis: d.published_basis,
});

/** From the line break before to the one after. */
function paragraph(text: string, start: number, end: number): { start: number; end: number } {
  const from = start <= 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", Math.max(end, from));
  return { start: from, end: to < 0 ? text.length : to };
}

const marked = (text: string, at: { start: number; end: number }, marks: readonly Mark[]): MarkedPassage => ({
  ...at,
  text: text.slice(at.start, at.end),
  marks: marks
    .filter((m) => m.start >= at.start && m.end <= at.end)
    .map((m) => ({ ...m, start: m.start - at.start, end: m.end - at.start }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0)),
});

/** `only`: names of slots ('time'), or heads of several ('figures', 'order'); without it, every slot. */
export function explainedClaim(claim: Claim, document: Document, only?: readonly string[]): ExplainedClaim {
  const { text } = document;
  const asked = (slot: string): boolean => only?.some((o) => slot === o || slot.startsWith(`${o}.`)) ?? true;
  const slots = slotsOf(claim).filter((s) => asked(s.slot));
  const marks = slots.flatMap((s) => s.at.map(([start, end]): Mark => ({ slot: s.slot, rule: s.rule, start, end })));
  const home = paragraph(text, claim.start, claim.end);
  const others = new Map<number, { start: number; end: number }>();
  for (const m of marks)
    if (m.start < home.start || m.end > home.end) {
      const at = paragraph(text, m.start, m.end);
      others.set(at.start, at);
    }
  return {
    claim,
    document: headOf(document),
    passage: marked(text, home, marks),
    quote: { start: claim.start - home.start, end: claim.end - home.start },
    elsewhere: [...others.values()].sort((a, b) => a.start - b.start).map((at) => marked(text, at, marks)),
    slots: slots.map(({ slot, value, rule, at }) => ({
      slot,
      value,
      rule,
      words: at.map(([s, e]) => text.slice(s, e)),
      looks_for: null,
    })),
  };
}
