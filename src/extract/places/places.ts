// Finds the places that a text names: every mention with all the places it could mean. A name that no gazetteer knows
// is a mention too where the words say that it is a place ('in the village of Hoshan'); an actor that bears a place's
// name is none ('Free Idlib Army', 'Russia urged'). Which namesake is meant is decided in resolve/toponyms.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { Passage, PlaceMention, Precision } from "../../model/index.ts";
import { overlaps, span } from "../../model/index.ts";
import { borders } from "./border.ts";
import { type Hit, hitsIn, joined } from "./hits.ts";
import { isTitleCase, type Piece, piecesOf, written } from "./pieces.ts";
import { referBack } from "./reference.ts";
import { notAPlace } from "./reject.ts";
import { namesOf, subjectOf } from "./subject.ts";
import { unknownNames } from "./unknown.ts";

export interface FindOptions {
  /**
   * Also the names of places that stand for actors ('Russia urged', 'Idlib police') and the adjectives of countries,
   * under rules that begin with 'place.not.': what a reader of maps wants, and a coder of events does not.
   */
  readonly actors?: boolean;
}

const actorRules = new Set(["place.not.actor", "place.not.organisation", "place.not.compound", "place.not.adjective"]);

interface Judged {
  readonly hit: Hit;
  /** The rule by which it is no place. */
  readonly not: string | null;
}
interface ReadPassage {
  readonly pieces: readonly Piece[];
  readonly titleCase: boolean;
  readonly hits: readonly Judged[];
}

/**
 * @param passages of one document, in order.
 * @returns mentions in order of the text, none overlapping; `place` is null and `candidates` are as the gazetteer
 *   ranks them, those inside a container that the words name ('Paris, Texas') first.
 */
export function findPlaces(
  passages: readonly Passage[],
  gazetteer: Gazetteer,
  options: FindOptions = {},
): PlaceMention[] {
  const read = inView(
    passages.map((passage) => {
      const pieces = piecesOf(passage);
      const titleCase = isTitleCase(pieces, passage.kind);
      const hits = joined(hitsIn(pieces, titleCase, gazetteer), pieces);
      return { pieces, titleCase, hits: judge(hits, pieces, titleCase, gazetteer) };
    }),
  );
  const mentions = read.flatMap((passage) => mentionsIn(passage, gazetteer, options));
  const pieces = read.map((passage) => passage.pieces);
  const subject = subjectOf(passages, mentions, gazetteer);
  if (subject) {
    const names = [...(subject.rule === "place.subject" ? [subject] : []), ...namesOf(subject, pieces, mentions)];
    const others = mentions.filter((m) => !names.some((n) => overlaps(n.span, m.span)));
    mentions.splice(0, mentions.length, ...others, ...names);
  }
  mentions.push(
    ...referBack(
      pieces,
      mentions.filter((m) => !m.rule.startsWith("place.not.")),
      gazetteer,
      subject,
    ),
  );
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/**
 * What a document says once of a name holds for all of it: a little-known town that the words called a place is one,
 * and a name that is somebody's ('Will Jones') is nobody's town.
 */
function inView(read: readonly ReadPassage[]): ReadPassage[] {
  const all = read.flatMap((passage) => passage.hits);
  const spoken = new Set(all.flatMap(({ hit, not }) => (not === null ? [hit.name] : [])));
  const somebody = new Set(all.flatMap(({ hit, not }) => (not === "place.not.longer-name" ? [hit.name] : [])));
  const main = mainCountry(all);
  const again = ({ hit, not }: Judged): Judged => {
    const plain = !hit.contained && !hit.holds && hit.context.said === null;
    if (somebody.has(hit.name) && plain && !hit.known) return { hit, not: not ?? "place.not.longer-name" };
    if (not !== "place.not.little-known") return { hit, not };
    const ours = hit.context.role !== null && hit.places.some((p) => p.country === main);
    return { hit, not: spoken.has(hit.name) || ours ? null : not };
  };
  return read.map((passage) => ({ ...passage, hits: passage.hits.map(again) }));
}

/** ISO code of the country that most of the places taken so far can only be in; null when there are fewer than two. */
function mainCountry(all: readonly Judged[]): string | null {
  const counts = new Map<string, number>();
  for (const { hit, not } of all) {
    const iso = hit.places[0]?.country;
    if (not === null && iso && (hit.known || hit.places.every((p) => p.country === iso)))
      counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && most[1] >= 2 ? most[0] : null;
}

function mentionsIn(
  { pieces, titleCase, hits }: ReadPassage,
  gazetteer: Gazetteer,
  options: FindOptions,
): PlaceMention[] {
  const kept: PlaceMention[] = [];
  for (const { hit, not } of hits) {
    if (not === null) kept.push(mentionOf(hit, pieces));
    else if (options.actors && actorRules.has(not)) kept.push({ ...mentionOf(hit, pieces), rule: not });
  }
  const lines = borders(pieces, gazetteer);
  const free = [...kept.filter((m) => !lines.some((l) => overlaps(l.span, m.span))), ...lines];
  const add = (more: readonly PlaceMention[]): void => {
    for (const mention of more) if (!free.some((m) => overlaps(m.span, mention.span))) free.push(mention);
  };
  add(unknownNames(pieces, free, titleCase, gazetteer));
  if (options.actors) add(adjectives(pieces, gazetteer));
  return free;
}

/** 'Syrian', 'Israelis': the country that they are of. */
function adjectives(pieces: readonly Piece[], gazetteer: Gazetteer): PlaceMention[] {
  return pieces.flatMap((piece): PlaceMention[] => {
    const iso = piece.capital ? gazetteer.demonym(piece.text) : null;
    const country = iso === null ? null : gazetteer.country(iso);
    if (!country) return [];
    const { text } = piece;
    const how = { said: null, role: "at", precision: "country", candidates: [country], place: null } as const;
    return [{ kind: "place", span: piece.span, rule: "place.not.adjective", text, name: text, ...how }];
  });
}

function judge(hits: readonly Hit[], pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): Judged[] {
  const judged: Judged[] = [];
  for (const hit of hits) {
    const last = judged.at(-1);
    let not = notAPlace(hit, pieces, titleCase, gazetteer);
    // 'the Islamic State of Iraq and the Levant': what a name of a body is joined to is part of it.
    const between = last ? pieces.slice(last.hit.to + 1, hit.from) : [];
    const joins = between.length > 0 && between.every((p) => /^(?:and|the)$/.test(p.plain));
    if (last?.not === "place.not.organisation" && joins && pieces[last.hit.from - 1]?.plain === "of") not = last.not;
    judged.push({ hit, not });
  }
  return judged;
}

function mentionOf(hit: Hit, pieces: readonly Piece[]): PlaceMention {
  const { context } = hit;
  const first = pieces[hit.from] as Piece;
  const last = pieces[hit.to] as Piece;
  const top = hit.places[0];
  const country = top?.kind === "country" && hit.context.said === null;
  // 'northern Iraq' is a region of its own name; 'northern Idlib' is Idlib, widened.
  const from = country && context.direction ? context.from : hit.from;
  const name = written(pieces, from, hit.to);
  const start = from === hit.from ? first.span[0] : (pieces[from] as Piece).span[0];
  return {
    kind: "place",
    span: span(start, last.span[1]),
    rule: hit.contained ? "place.contained" : context.said !== null ? "place.said" : "place.name",
    text: name,
    name,
    said: context.said,
    role: context.role === "near" ? "near" : (context.role ?? "at"),
    precision: precisionOf(hit, country),
    candidates: hit.places,
    place: null,
  };
}

function precisionOf(hit: Hit, country: boolean): Precision {
  const { context } = hit;
  if (country) return context.precision === "near" ? "near" : context.precision === "area" ? "region" : "country";
  if (context.precision !== null) return context.precision;
  if (context.said === "province" || context.said === "region") return "region";
  return "exact";
}
