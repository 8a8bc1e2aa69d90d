// Finds the places that a text names: every mention with all the places it could mean. A name that no gazetteer knows
// is a mention too where the words say that it is a place ('in the village of Hoshan'); an actor that bears a place's
// name is none ('Free Idlib Army', 'Russia urged'). Which namesake is meant is decided in resolve/toponyms.
import type { Gazetteer } from "../codebook/gazetteer.ts";
import type { Passage, Place, PlaceMention, Precision } from "../model/index.ts";
import { overlaps, span } from "../model/index.ts";
import { borders } from "./places-border.ts";
import { type Context, contextOf } from "./places-context.ts";
import { isTitleCase, type Piece, piecesOf } from "./places-pieces.ts";
import { referBack } from "./places-reference.ts";
import { type Hit, notAPlace } from "./places-reject.ts";
import { unknownNames } from "./places-unknown.ts";

/** Namesakes kept for one mention: the best known of 'San José' are enough to choose from. */
const MOST_CANDIDATES = 40;

/**
 * @param passages of one document, in order.
 * @returns mentions in order of the text, none overlapping; `place` is null and `candidates` are as the gazetteer
 *   ranks them, those inside a container that the words name ('Paris, Texas') first.
 */
export function findPlaces(passages: readonly Passage[], gazetteer: Gazetteer): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const read = passages.map((passage) => {
    const pieces = piecesOf(passage);
    const titleCase = isTitleCase(pieces, passage.kind);
    return { pieces, titleCase, hits: hitsIn(pieces, titleCase, gazetteer) };
  });
  const judged = read.map(({ pieces, titleCase, hits }) => ({
    pieces,
    titleCase,
    hits: judge(joined(hits, pieces), pieces, titleCase, gazetteer),
  }));
  // A little-known town that the words called a place once is one throughout the document.
  const spokenOf = new Set(judged.flatMap(({ hits }) => hits.flatMap((h) => (h.not === null ? [h.hit.name] : []))));
  for (const { pieces, titleCase, hits } of judged) {
    const kept: PlaceMention[] = [];
    for (const { hit, not } of hits)
      if (not === null || (not === "place.not.little-known" && spokenOf.has(hit.name)))
        kept.push(mentionOf(hit, pieces));
    const lines = borders(pieces, gazetteer);
    const free = kept.filter((m) => !lines.some((l) => overlaps(l.span, m.span)));
    for (const mention of unknownNames(pieces, [...free, ...lines], titleCase, gazetteer))
      if (![...free, ...lines].some((m) => overlaps(m.span, mention.span))) free.push(mention);
    mentions.push(...free, ...lines);
  }
  mentions.push(
    ...referBack(
      read.map((r) => r.pieces),
      mentions,
      gazetteer,
    ),
  );
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

interface Judged {
  readonly hit: Hit;
  /** The rule by which it is no place. */
  readonly not: string | null;
}
function judge(hits: readonly Hit[], pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): Judged[] {
  const judged: Judged[] = [];
  for (const hit of hits) {
    const last = judged.at(-1);
    let not = notAPlace(hit, pieces, titleCase, gazetteer);
    // 'the Islamic State of Iraq and the Levant': what a name of a body is joined to is part of it.
    const between = last ? pieces.slice(last.hit.to + 1, hit.from) : [];
    if (
      last?.not === "place.not.organisation" &&
      between.length > 0 &&
      between.every((p) => /^(?:and|the)$/.test(p.plain))
    )
      if (pieces[last.hit.from - 1]?.plain === "of") not = last.not;
    judged.push({ hit, not });
  }
  return judged;
}

/** Names of the gazetteer in a passage, the longest first at each piece, with what the words around say. */
function hitsIn(pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): Hit[] {
  const found: { from: number; to: number; places: readonly Place[] }[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const longest = gazetteer.longest(pieces, i);
    if (!longest) continue;
    let to = i + longest.length - 1;
    while (to > i && !(pieces[to] as Piece).word) to--;
    // 'UN', 'IS', 'NATO' are no towns in India, Sweden or Spain.
    const acronym = to === i && !titleCase && /^\p{Lu}{2,5}s?$/u.test(pieces[i]?.text ?? "");
    if (acronym && gazetteer.layer(longest.places[0] as Place) !== "own") continue;
    const side = sideOf(pieces, to, longest.places, gazetteer);
    found.push(side ? { from: i, ...side } : { from: i, to, places: longest.places });
    i = side?.to ?? to;
  }
  return found.map(({ from, to, places }, n) => {
    const barrier = found[n - 1]?.to ?? -1;
    const context = contextOf(pieces, from, to, barrier, gazetteer);
    const container = found[n + 1];
    const inside =
      container && pieces[to + 1]?.text === "," && container.from === to + 2 ? within(places, container.places) : [];
    // A country's name means the country before it means a town of that name abroad.
    const country = places[0]?.kind === "country";
    const rest = places.filter(
      (p) => !inside.includes(p) && (!country || p.kind === "country" || p.population >= 100_000),
    );
    return {
      from,
      to,
      name: written(pieces, from, to),
      places: landsFirst([...inside, ...rest], context).slice(0, MOST_CANDIDATES),
      context,
      contained: inside.length > 0,
      joins: false,
      holds: false,
    };
  });
}

/** 'Syria's northeast': a part of a country, by the possessive. */
function sideOf(pieces: readonly Piece[], to: number, places: readonly Place[], gazetteer: Gazetteer) {
  const side = pieces[to + 1];
  const country = places[0];
  if (!(pieces[to] as Piece).possessive || country?.kind !== "country" || !side) return null;
  if (!gazetteer.words("direction").has(side.plain) || side.plain.endsWith("ern") || pieces[to + 2]?.hyphen)
    return null;
  const known = gazetteer.find(`${side.plain} ${country.name}`).filter((p) => p.country === country.country);
  return { to: to + 1, places: known.length ? known : [country] };
}

const within = (places: readonly Place[], containers: readonly Place[]): Place[] =>
  places.filter((p) => containers.some((c) => p.within.includes(c.id)));

/** 'southern Idlib', 'the countryside of Hama': the province rather than the city of that name. */
function landsFirst(places: readonly Place[], context: Context): readonly Place[] {
  if (!context.direction && !context.wide) return places;
  return [...places.filter((p) => p.kind === "province"), ...places.filter((p) => p.kind !== "province")];
}

const conjunction = /^(?:,|and|or|&|\/)$/;
/** 'in Damascus, Homs and Hama': what is said of the first holds for those that are joined to it. */
function joined(hits: readonly Hit[], pieces: readonly Piece[]): Hit[] {
  const result: Hit[] = [];
  for (const hit of hits) {
    const last = result.at(-1);
    const gap = last ? pieces.slice(last.to + 1, hit.context.from) : [];
    const joins =
      last !== undefined && gap.length > 0 && gap.length <= 2 && gap.every((p) => conjunction.test(p.plain));
    if (!joins || !last) {
      result.push(hit);
      continue;
    }
    const context: Context = {
      ...hit.context,
      role: hit.context.role ?? last.context.role,
      by: hit.context.by ?? last.context.by,
      said: hit.context.said ?? (plainListed(last) ? last.context.said : null),
    };
    // A list that a plural closes: 'Salba, Babis and Atarib villages'.
    if (hit.context.plural)
      for (let n = result.length - 1; n >= 0; n--) {
        const earlier = result[n] as Hit;
        if (earlier.context.said === null)
          result[n] = { ...earlier, context: { ...earlier.context, said: hit.context.said } };
        if (!earlier.joins) break;
      }
    const container = hit.places.some((c) => last.places.some((p) => p.within.includes(c.id)));
    const spoken = last.context.role !== null || last.context.said !== null;
    result.push({ ...hit, context, joins: spoken || container, holds: container && gap[0]?.text === "," });
  }
  return result;
}
/** 'the cities of A and B' says it of both; 'A city and B' only of A. */
const plainListed = (hit: Hit): boolean => hit.context.to === hit.to && hit.context.from < hit.from;

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

function written(pieces: readonly Piece[], from: number, to: number): string {
  let text = "";
  for (let i = from; i <= to; i++) {
    const piece = pieces[i] as Piece;
    const before = pieces[i - 1];
    const gap = i > from && before ? piece.span[0] - before.span[1] - before.owns.length : 0;
    text += (gap === 0 ? "" : piece.hyphen && gap === 1 ? "-" : " ") + piece.text + (i < to ? piece.owns : "");
  }
  return text;
}
