// How each holder is shown: a shape, a letter and a colour, so that holders are told apart without colour. Given out by
// how often a holder is named over the whole ledger, so that it does not change from day to day.
import type { Holding } from "../core/answers.ts";
import { HOLDER_SHAPES, type HolderShape } from "./corners.ts";

export interface HolderSign {
  readonly name: string;
  readonly shape: HolderShape;
  readonly letters: string;
  /** Into the eight colours --holder-1 … --holder-8. */
  readonly colour: number;
}

export const holderKey = (h: { readonly id: string | null; readonly name: string }): string =>
  h.id ?? h.name.toLowerCase();

const SMALL = /^(the|of|and|for|in|al|el|ash|an|a|de|la)$/i;
/** 'H', or where another has it 'HT', 'HTS': the initials as far as needed. */
function lettersFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .split(/[\s\-–/]+/)
    .filter((w) => w && !SMALL.test(w))
    .map((w) => w.replace(/[^\p{L}\p{N}]/gu, ""));
  const initials = words.map((w) => w.charAt(0).toUpperCase()).join("");
  const long = (words[0] ?? name).toUpperCase();
  const tries = [initials.slice(0, 1), initials.slice(0, 2), long.slice(0, 2), initials.slice(0, 3), long.slice(0, 3)];
  return tries.find((t) => t && !taken.has(t)) ?? long.slice(0, 2);
}

export function signsOf(holdings: readonly Holding[]): ReadonlyMap<string, HolderSign> {
  const counts = new Map<string, { name: string; places: Set<string> }>();
  for (const h of holdings) {
    const key = holderKey(h.holder);
    const known = counts.get(key) ?? { name: h.holder.name, places: new Set<string>() };
    known.places.add(h.place.id ?? h.place.name);
    counts.set(key, known);
  }
  const order = [...counts].sort(([a, x], [b, y]) => y.places.size - x.places.size || (a < b ? -1 : 1));
  const taken = new Set<string>();
  return new Map(
    order.map(([key, { name }], i) => {
      const letters = lettersFor(name, taken);
      taken.add(letters);
      // After the sixth, shapes come again with another colour.
      return [key, { name, letters, shape: HOLDER_SHAPES[i % HOLDER_SHAPES.length]!, colour: i % 8 }];
    }),
  );
}

/** How firmly a holding is told: what decides the fill. Assessed is full; one side's word is hollow. */
export type Firmness = "full" | "hollow" | "crossed";
export const firmness = (h: Holding): Firmness =>
  h.basis === "denied" || h.state === "left" ? "crossed" : h.basis === "assessed" ? "full" : "hollow";
