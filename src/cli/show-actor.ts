// An actor for a reader at a terminal: what it is, the spellings that documents use, whose side it was on, and how it
// stands to others.
import type { ActorAnswer, Place } from "../serve/actor.ts";
import { harmless, out, styled, wrapped } from "./print.ts";

const MOST_SPELLINGS = 20;
const dim = (text: string): string => styled("dim", harmless(text));
const span = (from: string | null, to: string | null): string => (from || to ? `${from ?? "?"}..${to ?? ""}` : "");
const where = (place: Place | null): string =>
  place ? `${place.document}:${place.start}-${place.end} ${place.claim}` : "";

export function showActor(a: ActorAnswer): void {
  out(styled("bold", harmless(a.name)));
  out(dim([a.kind, a.country, span(a.from, a.to), a.id ?? "not in the registry"].filter(Boolean).join("  ")));
  for (const s of a.sides) out(`side: ${harmless(s.side)}  ${dim(span(s.from, s.to))}`);
  out(`${a.claims} claims, ${a.incidents} incidents${a.first ? `, ${a.first} to ${a.last}` : ""}`);
  if (a.relations.length > 0) out("");
  for (const r of a.relations) {
    const told = r.told > 0 ? `told by ${r.told} claim${r.told === 1 ? "" : "s"}` : "";
    const basis = [r.basis === "codebook" ? "codebook" : "", told].filter(Boolean).join(", ");
    const words = `${r.says} ${r.with.name}`;
    out(`${span(r.from, r.to).padEnd(24)} ${harmless(words)}${r.note ? ` (${harmless(r.note)})` : ""}  ${dim(basis)}`);
    for (const c of r.citations) out(dim(`  ${where(c)}`));
  }
  if (a.spellings.length > 0) out("");
  for (const s of a.spellings.slice(0, MOST_SPELLINGS))
    out(
      `${String(s.claims).padStart(5)}  ${harmless(s.text)}  ${dim(`${span(s.first, s.last)}  ${where(s.citation)}`)}`,
    );
  if (a.spellings.length > MOST_SPELLINGS) out(dim(`and ${a.spellings.length - MOST_SPELLINGS} spellings more`));
  if (a.aliases.length > 0) out(dim(wrapped(`known to the registry as ${a.aliases.join(", ")}`)));
}
