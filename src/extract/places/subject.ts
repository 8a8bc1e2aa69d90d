// The place that a document is about: its title is the place's name and nothing more ('Binnish', 'Binnish, Idlib province',
// 'Homs - Bab Amr'). 'The town' and 'it' then mean that place, also where no gazetteer knows it. A title that says more than
// a name has no such subject.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import { plainKey, soundsLike } from "../../codebook/gazetteer-names.ts";
import { overlaps, type Passage, type PlaceKind, type PlaceMention, span } from "../../model/index.ts";
import { type Piece, piecesOf, written } from "./pieces.ts";

const DASH = /^[-‐‑–—]$/;
const WIDE = new Set<PlaceKind>(["province", "region", "district"]);
const ARTICLE = /^(?:al|el|a[dnrstz]|ash)$/i;
const LONGEST = 5;

const isNamed = (m: PlaceMention): boolean => !m.rule.startsWith("place.not.") && m.rule !== "place.reference";

/** Whether every word from one piece to another is part of a place's name, or one that names its kind. */
function allPlaces(pieces: readonly Piece[], named: readonly PlaceMention[], gazetteer: Gazetteer): boolean {
  return pieces.every(
    (p) =>
      !p.word ||
      p.plain === "and" ||
      gazetteer.words("head").has(p.plain) ||
      gazetteer.words("head").has(p.plain.replace(/s$/, "")) ||
      named.some((m) => overlaps(m.span, p.span)),
  );
}

/** The name in the title before its containers, after a dash where one stands there. */
function nameIn(title: readonly Piece[]): readonly Piece[] {
  const comma = title.findIndex((p) => p.text === ",");
  const whole = comma < 0 ? title : title.slice(0, comma);
  return whole.slice(whole.findLastIndex((p) => DASH.test(p.text) && !p.word) + 1);
}

/** The mention in the title that the document is about; null where the title is more than a place's name. */
export function subjectOf(
  passages: readonly Passage[],
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceMention | null {
  const titles = passages.filter((p) => p.kind === "title");
  return titles.length === 1 ? subjectIn(piecesOf(titles[0]!), mentions, gazetteer) : null;
}

function subjectIn(
  title: readonly Piece[],
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceMention | null {
  const name = nameIn(title);
  const [first, last] = [name[0], name.at(-1)];
  if (!first || !last || name.length > 2 * LONGEST) return null;
  const named = mentions.filter(isNamed);
  const behind = title.slice(title.indexOf(last) + 1);
  if (!allPlaces(title.slice(0, title.indexOf(first)), named, gazetteer)) return null;
  // 'X, Homs Governorate': a container that is known, with nothing but names beside it.
  const names = behind.every(
    (p) => !p.word || p.capital || p.plain === "and" || ARTICLE.test(p.text) || gazetteer.words("head").has(p.plain),
  );
  if (behind.length && !(names && behind.some((p) => named.some((m) => overlaps(m.span, p.span))))) return null;
  const known = named.filter((m) => name.some((p) => overlaps(m.span, p.span)));
  if (allPlaces(name, known, gazetteer)) return known.at(-1) ?? null;
  // A name that nobody knows is a place's if its province, region or district stands behind it.
  const heads = gazetteer.words("head");
  const contained = behind.some((p) =>
    WIDE.has((heads.get(p.plain) ?? heads.get(p.plain.replace(/s$/, ""))) as PlaceKind),
  );
  const capital = (p: Piece, i: number): boolean => p.capital || (ARTICLE.test(p.text) && i > 0);
  if (!contained || name.length > LONGEST || !name.every(capital)) return null;
  const text = written(title, title.indexOf(first), title.indexOf(last));
  return {
    kind: "place",
    span: span(first.span[0], last.span[1]),
    rule: "place.subject",
    text,
    name: text,
    said: null,
    role: "at",
    precision: "exact",
    candidates: gazetteer.find(text).filter((p) => p.kind !== "country"),
    place: null,
  };
}

/** Where else the text names the subject: as the title does, or as it sounds where no gazetteer knows it. */
export function namesOf(
  subject: PlaceMention,
  passages: readonly (readonly Piece[])[],
  mentions: readonly PlaceMention[],
): PlaceMention[] {
  const count = subject.name.split(/[\s-]+/).length;
  return passages.flatMap((pieces) =>
    pieces.flatMap((first, i): PlaceMention[] => {
      const last = pieces[i + count - 1];
      if (!first.capital || !last || first.span[0] === subject.span[0]) return [];
      const text = written(pieces, i, i + count - 1);
      const at = span(first.span[0], last.span[1]);
      const unknown = subject.rule === "place.subject";
      if (!(unknown ? soundsLike(text, subject.name) : plainKey(text) === plainKey(subject.name))) return [];
      if (mentions.some((m) => overlaps(m.span, at) && m.candidates.length)) return [];
      return [{ ...subject, span: at, text, said: null }];
    }),
  );
}
