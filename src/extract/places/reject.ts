// When a place's name is no place in the text: within an actor's or a person's name ('Free Idlib Army', 'Paris
// Hilton'), a country that acts ('Russia urged'), a town that is a common word ('March', 'Reading'). Each answer has
// the name of its rule, so that a trace can say why a name was passed over.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { Place } from "../../model/index.ts";
import type { Hit } from "./hits.ts";
import type { Piece } from "./pieces.ts";

const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)$/;
const besideNames =
  /^(?:old|new|greater|downtown|occupied|liberated|rural|central|inner|the|in|at|from|near|around|to|of|and|on|for|by|with|after|as|but|if|while|when|since|outside|inside|across|via|between|meanwhile|also|its|his|their|an|a|camp|mount|lake|wadi|tal|tell|tel|jabal|jebel|fort|port|cape)$/;
/** Words of place that, before a country, make it no place: 'by Turkey', 'against Israel'. */
const toActors =
  /^(?:by|with|against|between|for|of|attack|control|hold|took|take|taking|taken|targeted|lost|losing|off|and|liberate|liberated)$/;
const partOf =
  /^(?:parts?|most|much|rest|all|areas?|regions?|cit(?:y|ies)|towns?|villages?|provinces?|map|territory|swathes?|third|half|side|centre|center|coast|border|borders|skies|north|south|east|west|out|capital|inside|outside|front|invasion|occupation|bombing|bombardment)$/;

const placing =
  /^(?:in|near|outside|at|inside|into|around|across|throughout|entered|entering|leaving|via|toward|towards|fled|reached|reach|recaptured|seized|captured|besieged)$/;

const strongTown = 100_000;

/** Sorts of words that may be towns after all: 'in Nice', 'near Jackson'. Months, peoples and 'Miss.' are not. */
const trusting = new Set(["word", "person"]);
function placedTown(hit: Hit, titleCase: boolean, gazetteer: Gazetteer): boolean {
  if (titleCase || hit.from === 0 || !/^(?:in|near|outside|at|inside|around)$/.test(hit.context.by ?? "")) return false;
  return hit.places.some(
    (p) => gazetteer.rank(hit.name, p) === "exact" && (gazetteer.layer(p) === "own" || p.population >= strongTown),
  );
}

/** Whether the name stands for itself, without words that speak for a place. */
function wellKnown(hit: Hit, gazetteer: Gazetteer): boolean {
  if (gazetteer.notPlace(hit.name) !== null) return false;
  return hit.places.some((p) => {
    const rank = gazetteer.rank(hit.name, p);
    if (rank !== "exact")
      return gazetteer.layer(p) === "own" && /^(?:city|town|province|region)$/.test(p.kind) && hit.name.length >= 5;
    if (gazetteer.layer(p) === "own") return p.kind !== "neighbourhood" || hit.to > hit.from;
    return gazetteer.layer(p) === "added" ? hit.to > hit.from : p.population >= strongTown;
  });
}

const plainName = (pieces: readonly Piece[], hit: Hit): string =>
  hit.from === hit.to ? (pieces[hit.from] as Piece).plain : hit.name;

/** The rule by which the hit is no place, or null when it may be one. */
export function notAPlace(hit: Hit, pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): string | null {
  const { context } = hit;
  const before = pieces[hit.from - 1];
  const next = pieces[hit.to + 1];
  const spoken = context.said !== null || hit.contained || hit.holds;
  if (
    hit.places[0]?.kind === "water" &&
    gazetteer.words("of").has(next?.plain ?? "") &&
    pieces[hit.to + 2]?.plain === "of"
  )
    return "place.not.adjective";
  if (next?.hyphen && !next.capital && /^\p{Ll}/u.test(next.text)) return "place.not.compound";
  if (before && (pieces[hit.from] as Piece).hyphen && before.word && !before.capital) return "place.not.compound";
  if (inOrganisation(hit, pieces, titleCase, gazetteer)) return "place.not.organisation";
  if (!titleCase && inLongerName(hit, pieces, spoken, gazetteer)) return "place.not.longer-name";
  if (!titleCase && isFirstWord(hit, pieces, gazetteer)) return "place.not.first-word";

  const top = hit.places[0];
  const acts = top !== undefined && (top.kind === "country" || isCapital(top, gazetteer));
  if (acts && !spoken && !hit.joins) {
    const placed = context.role !== null && !toActors.test(context.by ?? "");
    const within = pieces[hit.from - 1]?.text === "," && hit.joins;
    if (top.kind === "country") {
      if (placed || within || context.precision !== null || context.direction) return null;
      if (context.by === "of" && partOf.test(pieces[hit.from - 2]?.plain ?? "")) return null;
      return "place.not.actor";
    }
    if (context.role === null && (doing(hit, pieces, gazetteer) || (pieces[hit.to] as Piece).possessive))
      return "place.not.actor";
  }
  if (spoken) return null;
  const why = gazetteer.notPlace(hit.name) ?? (calendar.test(plainName(pieces, hit)) ? "calendar" : null);
  if (why !== null && !(trusting.has(why) && placedTown(hit, titleCase, gazetteer))) return `place.not.${why}`;
  if (wellKnown(hit, gazetteer)) return null;
  // 'in Foo' speaks of a place; 'to Foo' and 'from Foo' may as well be said of a person.
  const speaks = placing.test(context.by ?? "") || context.precision !== null || hit.joins;
  if (!speaks || titleCase) return "place.not.little-known";
  return null;
}

function inOrganisation(hit: Hit, pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): boolean {
  const heads = gazetteer.words("organisation");
  const of = pieces[hit.from - 1]?.plain === "the" ? hit.from - 2 : hit.from - 1;
  const body = pieces[of - 1];
  // 'University of Aleppo', 'Islamic State of Iraq'; 'the Ministry of' is spelled with a capital, 'the forces of' is not.
  if (pieces[of]?.plain === "of" && body?.capital && !titleCase)
    if (heads.has(body.plain) || (body.plain === "state" && pieces[of - 2]?.plain === "islamic")) return true;
  if ((pieces[hit.to] as Piece).possessive) return false;
  for (let i = hit.to + 1; i < pieces.length && i <= hit.to + 4; i++) {
    const piece = pieces[i] as Piece;
    if (!piece.word) return false;
    const use = heads.get(piece.plain);
    if (use === "any" || (use === "capital" && piece.capital && !titleCase)) return true;
    if (!piece.capital || titleCase || gazetteer.words("head").has(piece.plain)) return false;
  }
  return false;
}

function inLongerName(hit: Hit, pieces: readonly Piece[], spoken: boolean, gazetteer: Gazetteer): boolean {
  const before = pieces[hit.from - 1];
  const next = pieces[hit.to + 1];
  if (before?.word) {
    if (gazetteer.words("title").has(before.plain) && (before.capital || !spoken) && before.plain !== "capital")
      return true;
    const foreign =
      before.capital &&
      !before.possessive &&
      !besideNames.test(before.plain) &&
      !calendar.test(before.plain) &&
      !gazetteer.words("direction").has(before.plain) &&
      !gazetteer.words("of").has(before.plain) &&
      gazetteer.notPlace(before.text) !== "people" &&
      gazetteer.demonym(before.text) === null;
    const opening = hit.from === 1;
    // What follows a name of several words ('Zor Aj-Jadid settlement') speaks of all of it.
    if (foreign && !opening) return true;
    if (foreign && opening && /^\p{Lu}\p{Ll}+$/u.test(before.text) && !/(?:ly|ed|ing)$/.test(before.plain) && !spoken)
      return true;
  }
  if (
    next?.word &&
    next.capital &&
    !next.hyphen &&
    !spoken &&
    (hit.context.role === null || !wellKnown(hit, gazetteer))
  ) {
    if (calendar.test(next.plain) || (pieces[hit.to] as Piece).possessive) return false;
    if (gazetteer.words("head").has(next.plain) || gazetteer.demonym(next.text) !== null) return false;
    const beside = gazetteer.longest(pieces, hit.to + 1)?.places[0];
    return !wellKnown(hit, gazetteer) || !beside || gazetteer.layer(beside) !== "own";
  }
  return false;
}
/** 'the village of Hassan Agha' is not Hassan: a name known elsewhere that is only the first word of the one told. */
function isFirstWord(hit: Hit, pieces: readonly Piece[], gazetteer: Gazetteer): boolean {
  const next = pieces[hit.to + 1];
  const last = pieces[hit.to] as Piece;
  const told = hit.context.said !== null && hit.context.by !== null && hit.context.to === hit.to;
  if (!told || !next?.word || !next.capital || next.span[0] - last.span[1] !== 1 || last.possessive) return false;
  if (calendar.test(next.plain) || gazetteer.words("head").has(next.plain) || gazetteer.demonym(next.text) !== null)
    return false;
  if (hit.places.some((p) => gazetteer.layer(p) === "own" && gazetteer.rank(hit.name, p) === "exact")) return false;
  return gazetteer.longest(pieces, hit.to + 1) === null;
}

const isCapital = (place: Place, gazetteer: Gazetteer): boolean =>
  place.kind === "city" && place.country !== null && gazetteer.capital(place.country)?.id === place.id;

function doing(hit: Hit, pieces: readonly Piece[], gazetteer: Gazetteer): boolean {
  const verbs = gazetteer.words("doing");
  for (let i = hit.to + 1; i <= hit.to + 3 && i < pieces.length; i++) {
    const plain = (pieces[i] as Piece).plain;
    if (verbs.has(plain) && plain !== "and") return true;
    if (plain !== "and" && !(pieces[i] as Piece).capital && !/ly$/.test(plain)) return false;
  }
  return false;
}
