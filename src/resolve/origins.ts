// Independence: from whom the knowledge in a claim ultimately comes. The first link of the chain that stands for somebody;
// the outlet where it speaks for itself, the agency it credits, or the document it copies. Unnamed 'reports' are nobody.
// Looks at one claim and its document; what a cited outlet itself rests on is lineage.ts's.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Claim, Document, DocumentId, SourceLink } from "../model/index.ts";
import type { Actors } from "./actors.ts";
import { distinct, fold, inOrder } from "./names.ts";

export interface Origin {
  /** What it counts under: the registry's id, or that of the voice it is part of, else the folded name. */
  readonly key: string;
  /** Its own id, else the folded name. */
  readonly id: string;
  readonly name: string;
  /** An agency or outlet passes on what others know, unless it speaks for itself. */
  readonly kind: SourceLink["kind"];
  /** The outlet's own voice, or its agency's: nobody else is quoted. */
  readonly own: boolean;
}

export interface Origins {
  /** Null where the claim rests on unnamed reports alone. */
  of(claim: Claim): Origin | null;
  /** Who put the document out, whoever wrote it; null where that is not known. */
  publisherOf(document: DocumentId): Origin | null;
}

type Rules = Pick<JudgementRules, "hearsay" | "hearsay_heads" | "speaker_words" | "press_words">;

/** Kinds of link that can be one speaker's organisation; an agency or outlet only passes on what a person says. */
const BODIES = new Set<SourceLink["kind"]>(["monitor", "official", "armed_group", "organisation"]);
const PASSING = new Set<SourceLink["kind"]>(["agency", "outlet"]);
/** Bodies that stand for themselves under a plain name too: 'interior ministry'. */
const NAMED = new Set<SourceLink["kind"]>(["official", "monitor", "organisation", "agency", "outlet"]);

/** Names come again and again: each is looked up once. */
function kept<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const now = find(name);
    found.set(name, now);
    return now;
  };
}

/** One or two words before a body's name that are none of it. */
const QUALIFIERS = [/^\S+ /, /^\S+ \S+ /];

/** True for an origin that passes on what others know. */
export const passesOn = (origin: Origin): boolean => PASSING.has(origin.kind);

/** An agency of no list is known by what the credit called it: 'levant-wire' was '(Levant Wire)'. */
const nameOfCredit = (id: string): string =>
  id.replace(/(^|-)(\p{L})/gu, (_, gap, letter) => (gap ? " " : "") + letter.toUpperCase());

export function originsOf(
  documents: ReadonlyMap<DocumentId, Document>,
  copies: ReadonlyMap<DocumentId, DocumentId>,
  actors: Actors,
  agencies: ReadonlyMap<string, string>,
  rules: Rules,
): Origins {
  const hearsay = new Set(rules.hearsay.map(fold));
  const heads = new Set(rules.hearsay_heads.map(fold));
  const speakers = rules.speaker_words.map(fold);
  const press = new Set(rules.press_words.map(fold));

  /** The body that a speaker or mouthpiece is named after: 'SDF Media Center', 'a Syrian National Army commander'. */
  const bodyOf = kept((name: string): string | null => {
    const words = fold(name);
    const ends = speakers.flatMap((w) => {
      const at = `${words} `.lastIndexOf(` ${w} `);
      return at > 0 ? [at] : [];
    });
    for (const end of distinct(ends).sort((x, y) => y - x)) {
      // 'Two senior Syrian army officers' are the army's.
      for (const lead of ["", ...QUALIFIERS]) {
        const found = actors.idOf(words.slice(0, end).replace(lead, ""));
        if (found !== null) return found;
      }
    }
    return null;
  });
  const isSpeaker = (name: string): boolean => {
    const folded = fold(name);
    return speakers.some((w) => folded === w || folded.endsWith(` ${w}`));
  };
  const agencyIds = new Map([...agencies].map(([id, name]) => [fold(name), id]));
  const known = (name: string): string | null => actors.idOf(name) ?? agencyIds.get(fold(name)) ?? bodyOf(name);
  const isPress = (link: Pick<SourceLink, "id" | "name">): boolean =>
    link.id === null &&
    /^\p{Lu}/u.test(link.name) &&
    fold(link.name)
      .split(" ")
      .some((w) => press.has(w));

  const origin = (id: string | null, name: string, kind: SourceLink["kind"], own: boolean): Origin => {
    const found = id ?? known(name);
    const self = found ?? fold(name);
    return { key: actors.voiceOf(self), id: self, name: actors.nameOf(self) ?? name, kind, own };
  };
  const nobody = (link: SourceLink): boolean =>
    link.id === null &&
    (link.kind === "social_media" ||
      hearsay.has(fold(link.name)) ||
      (link.kind === "unnamed" && heads.has(fold(link.name).split(" ").at(-1)!)));
  // 'Two witnesses', '24 soldiers', 'activists', 'a field commander': words that name no one.
  const unnamed = (link: SourceLink): boolean =>
    link.kind === "unnamed" ||
    link.kind === "witness" ||
    /^\d/.test(link.name) ||
    (/^\p{Ll}/u.test(link.name) && (!NAMED.has(link.kind) || isSpeaker(link.name)));
  const faceless = (link: SourceLink): boolean => link.id === null && unnamed(link) && bodyOf(link.name) === null;
  const kindOf = (link: SourceLink): SourceLink["kind"] => (isPress(link) && !known(link.name) ? "outlet" : link.kind);

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
  const publisherOf = (id: DocumentId): Origin | null => {
    const outlet = documents.get(id)?.outlet ?? null;
    return outlet === null ? null : origin(null, outlet, "outlet", true);
  };

  const of = (claim: Claim): Origin | null => {
    if (claim.sources.length === 0) return outletOf(claim.document);
    const standing = claim.sources.filter((link) => !nobody(link));
    if (standing.length === 0) return null;
    const named = standing.filter((link) => !faceless(link));
    // 'A security source said' and 'residents said': the outlet has spoken to them and vouches for it, or the agency
    // that is named beside them.
    if (named.length === 0) return outletOf(claim.document);
    // Agencies and outlets pass on what others know, in whatever order the words name them.
    const at = Math.max(
      0,
      named.findIndex((link) => !PASSING.has(kindOf(link))),
    );
    const link = named[at]!;
    const next = named[at + 1];
    if (link.kind === "person" && next && BODIES.has(next.kind)) return origin(next.id, next.name, next.kind, false);
    return origin(link.id, link.name, kindOf(link), false);
  };
  return { of, publisherOf };
}
