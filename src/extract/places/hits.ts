// Where the gazetteer's names stand in a passage, before it is asked whether each is a place here: the longest name at
// each piece, with what the words around say of it, and with what lists and containers ('Nawa, Daraa') lend it.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { Place } from "../../model/index.ts";
import { type Context, contextOf } from "./context.ts";
import { type Piece, written } from "./pieces.ts";

export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly places: readonly Place[];
  readonly context: Context;
  /** A container follows after a comma: 'Paris, Texas'. */
  readonly contained: boolean;
  /** Joined by 'and' or a comma to the name before. */
  readonly joins: boolean;
  /** The name before it, after a comma, lies in it: 'Jackson, Miss.'. */
  readonly holds: boolean;
  /** A great city, or one of our own towns, provinces or countries under a name as we write it. */
  readonly known: boolean;
}

/** Namesakes kept for one mention: the best known of 'San José' are enough to choose from. */
const MOST_CANDIDATES = 40;

/** Names of the gazetteer in a passage, the longest first at each piece, with what the words around say. */
export function hitsIn(pieces: readonly Piece[], titleCase: boolean, gazetteer: Gazetteer): Hit[] {
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
    const follows = container && pieces[to + 1]?.text === "," && container.from === to + 2;
    // 'Lebanon, Pennsylvania' is a town; 'US, France' are two countries.
    const holds = places[0]?.kind === "country" && container?.places[0]?.kind === "country";
    const inside = follows && !holds ? within(places, container.places) : [];
    // A country's name means the country before it means a town of that name abroad.
    const country = places[0]?.kind === "country";
    const rest = places.filter(
      (p) => !inside.includes(p) && (!country || p.kind === "country" || p.population >= 100_000),
    );
    const name = written(pieces, from, to);
    return {
      from,
      to,
      name,
      places: unique([...thingsOf(name, context, gazetteer), ...landsFirst([...inside, ...rest], context)]).slice(
        0,
        MOST_CANDIDATES,
      ),
      context,
      contained: inside.length > 0,
      joins: false,
      holds: false,
      known: places.some((p) => isKnown(name, p, gazetteer)),
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

const unique = (places: readonly Place[]): Place[] => [...new Set(places)];
const things = new Set(["prison", "base", "airport", "crossing", "camp", "port", "hill"]);
/** 'the prison at Sednaya', 'Abu Kamal's crossing': the thing that is called after the town. */
function thingsOf(name: string, { said }: Context, gazetteer: Gazetteer): readonly Place[] {
  if (said === null || !things.has(said)) return [];
  const called = said === "base" ? ["air base", "base"] : [said];
  return called.flatMap((word) => gazetteer.find(`${name} ${word}`)).filter((p) => p.kind === said);
}

/** 'southern Idlib', 'the countryside of Hama': the province rather than the city of that name. */
function landsFirst(places: readonly Place[], context: Context): readonly Place[] {
  if (!context.direction && !context.wide) return places;
  return [...places.filter((p) => p.kind === "province"), ...places.filter((p) => p.kind !== "province")];
}

const conjunction = /^(?:,|and|or|&|\/)$/;
/** 'in Damascus, Homs and Hama': what is said of the first holds for those that are joined to it. */
export function joined(hits: readonly Hit[], pieces: readonly Piece[]): Hit[] {
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

const isKnown = (name: string, place: Place, gazetteer: Gazetteer): boolean =>
  gazetteer.notPlace(name) === null &&
  gazetteer.rank(name, place) === "exact" &&
  (gazetteer.layer(place) === "own"
    ? /^(?:country|region|province|city|town)$/.test(place.kind) || name.includes(" ")
    : place.population >= 250_000);
