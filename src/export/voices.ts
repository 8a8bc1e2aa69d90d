// Who says so, and how sure one can be of it, in the words of a report.
import type { Claim, Incident } from "../model/index.ts";
import { capital, counted, listed, named } from "../wording/english.ts";
import type { Cited } from "./sitrep/report.ts";

/** The one who knows, as far as the document says; else the outlet's own voice. */
export function voice(claim: Claim, documents: ReadonlyMap<string, Cited>): string {
  const first = claim.sources[0];
  if (first) return named(first.name);
  const document = documents.get(claim.document);
  if (document?.outlet) return named(document.outlet);
  return document?.title ? `the document “${document.title}”` : (document?.file ?? claim.document);
}

export const byId = (documents: readonly Cited[]): ReadonlyMap<string, Cited> =>
  new Map(documents.map((d) => [d.id as string, d]));

/** 'Two independent sources, fair.' The one source of a single-source incident is named; a denial says whose. */
export function standing(incident: Incident, claims: ReadonlyMap<string, Claim>): string {
  const { grade, independent_sources: n } = incident;
  const against = listed(deniers(incident, claims));
  if (incident.status === "corroborated") return `${capital(counted(n, "independent source"))}, ${grade}.`;
  if (incident.status === "denied") return `Denied by ${against || "those it concerns"}.`;
  if (incident.status === "disputed") return against ? `Disputed: ${against} denied it.` : "Disputed.";
  const origin = incident.origins[0];
  const party = incident.party_origins.length > 0 ? ", a party to it" : "";
  return origin ? `Single source (${origin}${party}), ${grade}.` : `No named source, ${grade}.`;
}

/** Who denies the incident, by name, each once. */
export function deniers(incident: Incident, claims: ReadonlyMap<string, Claim>): string[] {
  const denials = incident.claims.map((id) => claims.get(id)).filter((c) => c?.stance === "denied");
  return [...new Set(denials.map((c) => c!.sources[0]?.name).filter((n) => n !== undefined))].map(named).slice(0, 3);
}

/** The quote in a report's line: at most 240 characters, cut between words. */
export function quoted(text: string, most = 240): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return `“${flat}”`;
  const cut = flat.slice(0, most);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[,;:\s]+$/, "")} …”`;
}

/** The claim that tells an incident best: asserted before denied, longer chains and earlier documents first. */
export function teller(incident: Incident, claims: ReadonlyMap<string, Claim>): Claim | null {
  const found = incident.claims.map((id) => claims.get(id)).filter((c) => c !== undefined);
  const rank = (c: Claim): string =>
    `${c.stance === "denied" ? 1 : 0}${c.background ? 1 : 0}${c.sources.length > 0 ? 0 : 1} ${c.document} ${String(c.start).padStart(9, "0")}`;
  return [...found].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] ?? null;
}
