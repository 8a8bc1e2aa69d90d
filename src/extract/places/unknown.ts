// Names that no gazetteer knows, where the words say that they are places: 'the village of Hoshan', 'Al-Moddafen and
// Al Qusour neighbourhoods', 'Khafarta camp'. Their candidates are empty: resolve may still know a like-sounding one.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { PlaceKind, PlaceMention } from "../../model/index.ts";
import { span } from "../../model/index.ts";
import { contextOf } from "./context.ts";
import type { Piece } from "./pieces.ts";

const article = /^(?:al|el|a[dnrstz]|ash|esh|ez)$/i;
/** 'al Foo', 'as-Foo'; 'an IDP' is English. */
const isArticle = (piece: Piece, next: Piece | undefined): boolean =>
  article.test(piece.text) && next?.capital === true && (next.hyphen || /^(?:al|el)$/i.test(piece.text));
/** Kinds whose head word behind a capitalised word makes it a place: 'Hoshan village', but not 'Security area'. */
const telling = new Set<PlaceKind>([
  "village",
  "neighbourhood",
  "camp",
  "town",
  "crossing",
  "hill",
  "prison",
  "base",
  "airport",
  "province",
  "district",
]);

/** A run of capitalised pieces that ends at `to`, articles included; -1 when there is none. */
function runBack(pieces: readonly Piece[], to: number): number {
  let from = to + 1;
  while (from > 0) {
    const piece = pieces[from - 1] as Piece;
    const next = pieces[from];
    const lead = isArticle(piece, next) && from <= to;
    if (!piece.word || !(piece.capital || lead) || piece.possessive || to - from > 3) break;
    from--;
  }
  return from > to ? -1 : from;
}
function runOn(pieces: readonly Piece[], from: number): number {
  let to = from - 1;
  for (let i = from; i < pieces.length && i < from + 5; i++) {
    const piece = pieces[i] as Piece;
    const lead = isArticle(piece, pieces[i + 1]);
    if (!piece.word || !(piece.capital || lead)) break;
    if (!lead) to = i;
    if (piece.possessive) break;
  }
  return to < from ? -1 : to;
}

export function unknownNames(
  pieces: readonly Piece[],
  known: readonly PlaceMention[],
  titleCase: boolean,
  gazetteer: Gazetteer,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  const take = (from: number, to: number, said: PlaceKind, of = false) => {
    const mention = unknown(pieces, from, to, said, of, gazetteer);
    if (mention && !found.some((m) => m.span[0] < mention.span[1] && mention.span[0] < m.span[1])) found.push(mention);
  };
  const isKnown = (i: number): boolean =>
    known.some((m) => m.span[0] < (pieces[i] as Piece).span[1] && (pieces[i] as Piece).span[0] < m.span[1]);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const of = gazetteer.words("of").get(piece.plain);
    const start = pieces[i + 2]?.plain === "the" ? i + 3 : i + 2;
    if (of !== undefined && !piece.capital && pieces[i + 1]?.plain === "of" && runOn(pieces, start) >= 0) {
      const to = runOn(pieces, start);
      if (to >= 0 && !isKnown(start) && of !== "region") {
        take(start, to, of as PlaceKind, true);
        listOn(pieces, to, gazetteer, (from, end) => isKnown(from) || take(from, end, of as PlaceKind));
      }
      continue;
    }
    const head = gazetteer.words("head").get(piece.plain) as PlaceKind | undefined;
    if (head === undefined || !telling.has(head) || i === 0) continue;
    if (piece.capital && (titleCase || !article.test(pieces[i - 1]?.text ?? ""))) continue;
    const from = runBack(pieces, i - 1);
    if (from >= 0 && !isKnown(i - 1)) take(from, i - 1, head);
    if (/s$/.test(piece.plain)) listBack(pieces, from >= 0 ? from : i, isKnown, (a, b) => take(a, b, head));
  }
  return found;
}

/** 'A, B, and C neighbourhoods': the runs before the last one, as long as commas and 'and' join them. */
function listBack(
  pieces: readonly Piece[],
  before: number,
  isKnown: (i: number) => boolean,
  take: (from: number, to: number) => void,
): void {
  let at = before - 1;
  // A name already found may be the last of the list.
  while (at >= 0 && isKnown(at)) at--;
  while (at >= 0 && /^(?:,|and)$/.test(pieces[at]?.plain ?? "")) {
    while (at >= 0 && /^(?:,|and)$/.test(pieces[at]?.plain ?? "")) at--;
    if (at < 0) return;
    if (isKnown(at)) {
      while (at >= 0 && isKnown(at)) at--;
      continue;
    }
    const from = runBack(pieces, at);
    if (from < 0) return;
    take(from, at);
    at = from - 1;
  }
}
function listOn(
  pieces: readonly Piece[],
  after: number,
  gazetteer: Gazetteer,
  take: (from: number, to: number) => unknown,
): void {
  let at = after + 1;
  while (/^(?:,|and)$/.test(pieces[at]?.plain ?? "")) {
    while (/^(?:,|and)$/.test(pieces[at]?.plain ?? "")) at++;
    const to = runOn(pieces, at);
    // A list goes on in names alone: 'the villages of A and B', not '..., and Russia said'.
    const next = pieces[to + 1];
    const acts =
      next?.word && gazetteer.words("doing").has(next.plain) && !/^(?:is|was|were|are|and)$/.test(next.plain);
    if (to < 0 || acts) return;
    take(at, to);
    at = to + 1;
  }
}

const lead =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|a|an|in|at|on|from|of|this|that|these|those|other|another|some|many|several|two|three|four|five|six|all|most|both|its|their|his|her|our|and|but|one|every|each|no|new|old)$/;
/** 'Alawite villages', 'Syrian towns', 'Most villages': adjectives of peoples and words that only open a sentence. */
function isLead(piece: Piece, opens: boolean, gazetteer: Gazetteer): boolean {
  if (article.test(piece.text)) return false;
  const why = gazetteer.notPlace(piece.text);
  return (
    lead.test(piece.plain) ||
    why === "people" ||
    (why === "word" && opens) ||
    gazetteer.demonym(piece.text) !== null ||
    gazetteer.words("direction").has(piece.plain) ||
    gazetteer.words("title").has(piece.plain)
  );
}

function unknown(
  pieces: readonly Piece[],
  from: number,
  to: number,
  said: PlaceKind,
  of: boolean,
  gazetteer: Gazetteer,
): PlaceMention | null {
  let start = from;
  // 'the village of Arab Hassan' is named after a people, 'Arab villages' are not.
  const named = of && to > from;
  while (start <= to && !named && isLead(pieces[start] as Piece, start === 0, gazetteer)) start++;
  if (start > to) return null;
  const first = pieces[start] as Piece;
  const last = pieces[to] as Piece;
  let name = "";
  for (let i = start; i <= to; i++)
    name += (i === start ? "" : (pieces[i] as Piece).hyphen ? "-" : " ") + (pieces[i] as Piece).text;
  if (name.replace(/[^\p{L}]/gu, "").length < 3 || /^\p{Lu}+s?$/u.test(name.replace(/[^\p{L}]/gu, ""))) return null;
  if (/(?:ite|ish|ist|ists|ian|ians|ites|ese|led|held|backed|based)$/i.test(last.text) && last.text.length > 5)
    return null;
  const context = contextOf(pieces, start, to, -1, gazetteer);
  return {
    kind: "place",
    span: span(first.span[0], last.span[1]),
    rule: "place.unknown-name",
    text: name,
    name,
    said,
    role: context.role ?? "at",
    precision: context.precision ?? "exact",
    candidates: gazetteer.find(name).filter((p) => p.kind !== "country"),
    place: null,
  };
}
