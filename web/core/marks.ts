// Evidence as marks: every slot of a claim with its words, its rule and what was read out of them; and a text cut at
// the marks' edges so that each stretch knows which marks cover it. Knows nothing of how a mark looks.
import type { Claim, Evidence, Span } from "./answers.ts";
import { when } from "./days.ts";
import { figureText } from "./figures.ts";
import { plain } from "./words.ts";

export type MarkSlot =
  | "event"
  | "stance"
  | "time"
  | "said"
  | "place"
  | "actors"
  | "targets"
  | "sources"
  | "figures"
  | "order";

export interface Reading {
  readonly slot: MarkSlot;
  /** What was read: 'Homs, city', 'killed 2–4'. */
  readonly value: string;
  readonly rule: string;
  readonly at: readonly Span[];
}
export interface Mark extends Omit<Reading, "at"> {
  readonly start: number;
  readonly end: number;
}

/** Every slot of the claim that holds something, in the order in which people ask. */
export function readings(claim: Claim): readonly Reading[] {
  const found: Reading[] = [];
  const add = (slot: MarkSlot, value: string, evidence: Evidence | null): void => {
    if (evidence) found.push({ slot, value, rule: evidence.rule, at: evidence.at });
  };
  add("event", plain(claim.event), claim.event_evidence);
  add("stance", claim.stance, claim.stance_evidence);
  for (const a of claim.actors) add("actors", a.name, a);
  for (const t of claim.targets) add("targets", t.name, t);
  for (const p of claim.places) add("place", placeReading(p), p);
  if (claim.time) add("time", when(claim.time), claim.time);
  for (const f of claim.figures) add("figures", figureText(f), f);
  for (const s of claim.sources) add("sources", s.name, s);
  if (claim.said) add("said", when(claim.said), claim.said);
  const o = claim.order;
  if (o) {
    for (const [term, list] of [
      ["for", o.for],
      ["issued by", o.issuer],
    ] as const)
      for (const p of list) add("order", `${term} ${p.name}`, p);
    for (const [term, list] of [
      ["grants", o.grants],
      ["on condition", o.conditions],
      ["except", o.exceptions],
    ] as const)
      for (const t of list) add("order", `${term}: ${t.text}`, t);
    add("order", `until ${o.until ?? "an unknown day"}`, o.until_evidence);
  }
  return found;
}

const placeReading = (p: Claim["places"][number]): string => {
  const role = p.role === "at" ? "" : `${p.role} `;
  const kind = p.kind ? `, ${plain(p.kind)}` : "";
  return `${role}${p.name}${kind}${p.id === null ? " (not placed)" : ""}`;
};

export const marksOf = (claim: Claim): readonly Mark[] =>
  readings(claim).flatMap(({ at, ...rest }) => at.map(([start, end]) => ({ ...rest, start, end })));

export interface Stretch<M> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly M[];
}

/** Cuts from..to at every edge of a mark; the marks of a stretch are sorted, the shortest first. */
export function stretches<M extends { start: number; end: number }>(
  from: number,
  to: number,
  marks: readonly M[],
): readonly Stretch<M>[] {
  const inside = marks.filter((m) => m.start < to && m.end > from && m.start < m.end);
  const edges = new Set([from, to]);
  for (const m of inside) {
    edges.add(Math.max(from, m.start));
    edges.add(Math.min(to, m.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1]!;
    const over = inside.filter((m) => m.start <= start && m.end >= end);
    return { start, end, marks: over.sort((a, b) => a.end - a.start - (b.end - b.start)) };
  });
}

/** The stretch of text to show for a claim: its quote and its evidence nearby, out to the ends of their lines. */
export function passageAround(text: string, claim: Claim, reach = 400): readonly [number, number] {
  const near = marksOf(claim).filter((m) => m.start >= claim.start - reach && m.end <= claim.end + reach);
  const start = Math.min(claim.start, ...near.map((m) => m.start));
  const end = Math.max(claim.end, ...near.map((m) => m.end));
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  return [
    start - lineStart > reach ? start : lineStart,
    lineEnd === -1 ? (text.length - end > reach ? end : text.length) : lineEnd - end > reach ? end : lineEnd,
  ];
}
