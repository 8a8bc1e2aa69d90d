// Independence: from whom the knowledge in a claim ultimately comes. The first link of the chain that stands for somebody;
// the outlet where it speaks for itself, the agency it credits, or the document it copies. Unnamed 'reports' are nobody.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Claim, Document, DocumentId, SourceLink } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { fold, inOrder } from "./names.ts";

export interface Origin {
  /** What it counts under: the registry's id, or that of the voice it is part of, else the folded name. */
  readonly key: string;
  /** Its own id, else the folded name. */
  readonly id: string;
  readonly name: string;
  readonly kind: SourceLink["kind"];
  /** The outlet's own voice, or its agency's: nobody else is quoted. */
  readonly own: boolean;
}

export interface Origins {
  /** Null where the claim rests on unnamed reports alone. */
  of(claim: Claim): Origin | null;
}

/** Kinds of link that can be one speaker's organisation; an agency or outlet only passes on what a person says. */
const BODIES = new Set<SourceLink["kind"]>(["monitor", "official", "armed_group", "organisation"]);

const PASSING = new Set<SourceLink["kind"]>(["agency", "outlet"]);
/** Bodies that stand for themselves under a plain name too: 'interior ministry'. */
const NAMED = new Set<SourceLink["kind"]>(["official", "monitor", "organisation", "agency", "outlet"]);

/** An agency of no list is known by what the credit called it: 'levant-wire' was '(Levant Wire)'. */
const nameOfCredit = (id: string): string =>
  id.replace(/(^|-)(\p{L})/gu, (_, gap, letter) => (gap ? " " : "") + letter.toUpperCase());

export function originsOf(
  documents: ReadonlyMap<DocumentId, Document>,
  copies: ReadonlyMap<DocumentId, DocumentId>,
  actors: Actors,
  agencies: ReadonlyMap<string, string>,
  rules: Pick<JudgementRules, "hearsay">,
): Origins {
  const hearsay = new Set(rules.hearsay.map(fold));
  const agencyIds = new Map([...agencies].map(([id, name]) => [fold(name), id]));
  const known = (name: string): string | null => actors.idOf(name) ?? agencyIds.get(fold(name)) ?? null;
  const origin = (id: string | null, name: string, kind: SourceLink["kind"], own: boolean): Origin => {
    const self = id ?? known(name) ?? fold(name);
    return { key: actors.voiceOf(self), id: self, name: actors.nameOf(self) ?? agencies.get(self) ?? name, kind, own };
  };
  const nobody = (link: SourceLink): boolean =>
    (link.id === null && hearsay.has(fold(link.name))) || (link.id === null && link.kind === "social_media");
  // 'Two witnesses', '24 soldiers', 'activists': words that name no one.
  const unnamed = (link: SourceLink): boolean =>
    link.kind === "unnamed" ||
    link.kind === "witness" ||
    /^\d/.test(link.name) ||
    (!NAMED.has(link.kind) && /^[a-z]/.test(link.name));
  const faceless = (link: SourceLink): boolean => link.id === null && unnamed(link);

  const outletOf = (id: DocumentId): Origin | null => {
    const document = documents.get(copies.get(id) ?? id);
    if (!document) return null;
    const agency = [...document.credits].sort(inOrder)[0];
    if (agency !== undefined) return origin(null, agencies.get(agency) ?? nameOfCredit(agency), "agency", true);
    if (document.outlet !== null) return origin(null, document.outlet, "outlet", true);
    // Who published it is not known: it is one origin, told apart from all others by its text alone.
    const key = `document ${document.id}`;
    return { key, id: key, name: document.title ?? document.id, kind: "outlet", own: true };
  };

  const of = (claim: Claim): Origin | null => {
    if (claim.sources.length === 0) return outletOf(claim.document);
    const standing = claim.sources.filter((link) => !nobody(link));
    if (standing.length === 0) return null;
    const named = standing.filter((link) => !faceless(link));
    // 'A security source said' and 'residents said': the outlet has spoken to them and vouches for it.
    if (named.length === 0) return outletOf(claim.document);
    // Agencies and outlets pass on what others know, in whatever order the words name them.
    const at = Math.max(
      0,
      named.findIndex((link) => !PASSING.has(link.kind)),
    );
    const link = named[at]!;
    const next = named[at + 1];
    if (link.kind === "person" && next && BODIES.has(next.kind)) return origin(next.id, next.name, next.kind, false);
    return origin(link.id, link.name, link.kind, false);
  };
  return { of };
}
