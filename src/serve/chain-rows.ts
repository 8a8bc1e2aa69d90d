// A chain of claims put in order of telling: when each was said, whose knowledge it is, how it stands to the rows before
// it, and the verdict where an incident's last row stands. Pure: what is judged is read off incidents and relations, and
// nothing is judged here.
import type { ActorRegistry } from "../codebook/actors.ts";
import type { Claim, Day, Incident, Relation } from "../model/index.ts";
import { day } from "../model/index.ts";
import { type ChainLink, linksOf } from "./chain-links.ts";
import type { Citable } from "./singles.ts";

/** What the chain needs to know of a document. */
export interface Carrier extends Citable {
  readonly credits: readonly string[];
  readonly copies_of: readonly string[];
}

export interface Told {
  /** A day, or an instant of publication with its zone. */
  readonly at: string;
  readonly basis: "said" | "published";
}

/** How an incident stands when its last claim of the chain has been told. */
export interface Verdict {
  readonly incident: Incident;
  /** Its rows of this chain. */
  readonly rows: readonly number[];
}

export interface ChainRow {
  /** Its place in the whole chain, from 1; links point at these. */
  readonly row: number;
  /** Null where neither the words nor the document give a day. */
  readonly told: Told | null;
  /** From whom the knowledge comes, by the name that the incident counts it under; null for unnamed reports. */
  readonly origin: string | null;
  /** Whether that origin is a party to the event. */
  readonly party: boolean;
  readonly claim: Claim;
  readonly document: Citable;
  readonly incident: Incident["id"] | null;
  readonly links: readonly ChainLink[];
  /** On the last row of an incident, how it stands; null on all others. */
  readonly verdict: Verdict | null;
}

export interface Ground {
  readonly claims: readonly Claim[];
  readonly documents: ReadonlyMap<string, Carrier>;
  /** The incident of each claim that is judged to be about one. */
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly relations: readonly Relation[];
  readonly actors: Pick<ActorRegistry, "get">;
}

/** The day on which the source spoke, where the words give one day that the publication allows; else the publication. */
export function toldAt(claim: Claim, published: string | null): Told | null {
  const { said } = claim;
  const last = day(published);
  // A span or a year is no moment of speech, and nobody is quoted before he speaks.
  if (said && said.start === said.end && (last === null || said.start <= last))
    return { at: said.start, basis: "said" };
  return published === null || last === null ? null : { at: published, basis: "published" };
}

/** Days in order, within a day those without a clock first, the unknown last. */
function moment(told: Told | null, published: string | null): readonly [Day | "~", number] {
  const on = day(told?.at);
  if (on === null) return ["~", 0];
  const clock = published?.includes("T") && day(published) === on ? Date.parse(published) : Number.NEGATIVE_INFINITY;
  return [on, Number.isNaN(clock) ? Number.NEGATIVE_INFINITY : clock];
}

const compared = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  for (const [i, x] of a.entries()) if (x !== b[i]) return x < b[i]! ? -1 : 1;
  return 0;
};

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whose knowledge it is: the origin that the incident counts, found again by the names in the chain of sources. */
function originOf(claim: Claim, g: Ground): { readonly name: string | null; readonly counted: boolean } {
  const carrier = g.documents.get(claim.document);
  const first = carrier && g.documents.get(carrier.copies_of[0] ?? "");
  const links = claim.sources.map((s) => [
    s.id === null ? null : (g.actors.get(s.id)?.name ?? null),
    s.name,
    ...s.aliases,
  ]);
  const carriers = [...(carrier?.credits ?? []), ...(first?.credits ?? []), first?.outlet, carrier?.outlet];
  const counted = claim.stance === "denied" ? [] : (g.incidents.get(claim.id)?.origins ?? []);
  for (const names of [...links, carriers]) {
    const known = new Set(names.filter((n) => n != null).map(folded));
    const found = counted.find((o) => known.has(folded(o)));
    if (found !== undefined) return { name: found, counted: true };
  }
  const named = claim.sources.findIndex((s) => s.kind !== "unnamed" && s.kind !== "witness");
  if (named >= 0) return { name: links[named]![0] ?? claim.sources[named]!.name, counted: false };
  return { name: claim.sources.length > 0 ? null : (carrier?.outlet ?? null), counted: false };
}

/** A denial adds no origin, so the incident does not say whether who denies is a party: the registry's sides do. */
function isParty(claim: Claim, origin: string | null, incident: Incident | undefined, g: Ground): boolean {
  if (!incident) return false;
  if (claim.stance !== "denied") return origin !== null && incident.party_origins.includes(origin);
  const speakers = claim.sources.flatMap((s) => s.id ?? []);
  const sides = (ids: readonly string[]): string[] => ids.flatMap((id) => [id, g.actors.get(id)?.side ?? []].flat());
  const concerned = new Set(sides([...incident.actors, ...incident.targets].flatMap((p) => p.id ?? [])));
  return sides(speakers).some((s) => concerned.has(s));
}

const unknown = (id: Claim["document"]): Citable => ({ id, outlet: null, title: null, url: null, published: null });

/** The whole chain, in order of telling; of one moment, in order of document and text. */
export function chainRows(g: Ground): readonly ChainRow[] {
  const ordered = g.claims
    .map((claim) => {
      const carrier = g.documents.get(claim.document);
      const published = carrier?.published ?? null;
      const told = toldAt(claim, published);
      const key = [...moment(told, published), claim.document, claim.start, claim.end, claim.id];
      return { claim, told, key, document: carrier ?? unknown(claim.document) };
    })
    .sort((a, b) => compared(a.key, b.key));
  const numbers = new Map<string, number>(ordered.map((o, i) => [o.claim.id, i + 1]));
  const voices = ordered.map(({ claim }) => ({ claim, incident: g.incidents.get(claim.id), ...originOf(claim, g) }));
  const links = linksOf(voices, numbers, g.relations);
  const rows = new Map<string, number[]>();
  for (const [i, { incident }] of voices.entries())
    if (incident) rows.set(incident.id, [...(rows.get(incident.id) ?? []), i + 1]);
  return ordered.map(({ claim, told, document }, i): ChainRow => {
    const { name, incident } = voices[i]!;
    const { id, outlet, title, url, published } = document;
    const mine = incident ? rows.get(incident.id)! : [];
    return {
      row: i + 1,
      told,
      origin: name,
      party: isParty(claim, name, incident, g),
      claim,
      document: { id, outlet, title, url, published },
      incident: incident?.id ?? null,
      links: links.get(claim.id) ?? [],
      verdict: incident && mine.at(-1) === i + 1 ? { incident, rows: mine } : null,
    };
  });
}
