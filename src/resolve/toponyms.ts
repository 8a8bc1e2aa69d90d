// Which place of that name: chooses among a mention's candidates by what the document says - its kind, its container,
// the countries and places it speaks of - and by how well known each is. Where none fits, or two fit equally, the
// place stays null and the rule says which it was. One name means one place throughout a document, unless the words
// call it a city here and a province there.
import { type Gazetteer, kilometres } from "../codebook/gazetteer.ts";
import { plainKey } from "../codebook/gazetteer-names.ts";
import type { Place, PlaceKind, PlaceMention, Precision } from "../model/index.ts";

export interface ToponymContext {
  readonly gazetteer: Gazetteer;
  /** ISO codes of the theatre's countries; may be empty. */
  readonly home: readonly string[];
}

/** Two candidates whose scores differ by less than this fit equally. */
const TIE = 0.15;
/** A little-known town of a country that the document never speaks of is not believed below this many people. */
const BELIEVED = 15_000;
const BELIEVED_ABROAD = 50_000;
const settlements = new Set<PlaceKind>(["city", "town", "village"]);
const lands = new Set<PlaceKind>(["province", "region", "district"]);

interface Surroundings {
  /** Share of the document's mentions that can only be in a country, by ISO code; home countries count as named. */
  readonly countries: ReadonlyMap<string, number>;
  /** Places decided so far. */
  readonly places: readonly Place[];
  /** Names that the title gives to the place that the document is about, and that no gazetteer knows so. */
  readonly subjects: ReadonlySet<string>;
  /** The mentions that they were decided for. */
  readonly told: readonly PlaceMention[];
}

/** Containers of a place, the nearest first, the country last. */
export const containers = (place: Place, gazetteer: Gazetteer): Place[] =>
  place.within.map((id) => gazetteer.get(id)).filter((p) => p !== null);
export const withinNames = (place: Place, gazetteer: Gazetteer): string[] =>
  containers(place, gazetteer).map((p) => p.name);

/**
 * @param mentions of one document, in order.
 * @returns the same mentions, with candidates in order of fit, `place` decided or null, `precision` settled by the
 *   place's kind; the rule of one left open is 'place.ambiguous', 'place.unsupported' or 'place.unknown-name'.
 */
export function decidePlaces(mentions: readonly PlaceMention[], context: ToponymContext): PlaceMention[] {
  const supplied = mentions.map((m) => ({ ...m, candidates: withSimilar(m, mentions, context) }));
  const inside = containedCandidates(supplied);
  const countries = countriesOf(supplied, context);
  const subjects = new Set(mentions.flatMap((m) => (m.rule === "place.subject" ? [plainKey(m.name)] : [])));
  let around: Surroundings = { countries, places: [], subjects, told: [] };
  let decided = supplied.map((m) => decide(m, inside, around, context));
  // Once more, now that the others are placed: nearness breaks what population could not.
  around = {
    countries,
    subjects,
    places: unique(decided.flatMap((m) => (m.place && m.place.kind !== "country" ? [m.place] : []))),
    told: decided,
  };
  decided = supplied.map((m) => decide(m, inside, around, context));
  return decided;
}

const unique = (places: readonly Place[]): Place[] => [...new Set(places)];

/** Where no candidate lies in the document's countries, those of like consonants that do are candidates too. */
function withSimilar(
  mention: PlaceMention,
  all: readonly PlaceMention[],
  { gazetteer, home }: ToponymContext,
): readonly Place[] {
  const isos = home.length ? home : mainCountries(all);
  if ((mention.rule === "place.reference" && mention.candidates.length > 0) || isos.length === 0)
    return mention.candidates;
  if (mention.candidates.some((p) => isos.includes(p.country ?? "") || p.kind === "country" || p.population > 100_000))
    return mention.candidates;
  return unique([...mention.candidates, ...isos.flatMap((iso) => gazetteer.similar(mention.name, iso))]);
}

function mainCountries(mentions: readonly PlaceMention[]): string[] {
  const counts = new Map<string, number>();
  for (const m of mentions) {
    const isos = new Set(m.candidates.map((p) => p.country ?? ""));
    if (isos.size === 1) for (const iso of isos) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first && first[1] >= 2 && first[0] !== "" ? [first[0]] : [];
}

function countriesOf(mentions: readonly PlaceMention[], { gazetteer, home }: ToponymContext): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const m of mentions) {
    const top = m.candidates[0];
    if (!top) continue;
    const isos = new Set(m.candidates.map((p) => p.country));
    // A little-known town must not vouch for its own country.
    const great = gazetteer.layer(top) !== "world" || top.population >= 100_000;
    const own = gazetteer.layer(top) === "own" && gazetteer.rank(m.name, top) === "exact";
    const sure = top.kind === "country" || own || (isos.size === 1 && great);
    if (!sure || top.country === null) continue;
    counts.set(top.country, (counts.get(top.country) ?? 0) + 1);
    total++;
  }
  const shares = new Map([...counts].map(([iso, n]) => [iso, n / total]));
  for (const iso of home) shares.set(iso, Math.max(shares.get(iso) ?? 0, 0.5) + 0.5);
  return shares;
}

/** Name -> ids of candidates that lie in a container named right after it, anywhere in the document. */
function containedCandidates(mentions: readonly PlaceMention[]): Map<string, Set<string>> {
  const inside = new Map<string, Set<string>>();
  mentions.forEach((m, i) => {
    const next = mentions[i + 1];
    // ', ' or ', in ' stands between: what else could, is longer.
    if (!next || next.span[0] - m.span[1] > 5 || next.span[0] < m.span[1]) return;
    const ids = new Set(next.candidates.map((p) => p.id));
    const fit = m.candidates.filter((p) => p.within.some((id) => ids.has(id)));
    if (m.rule !== "place.contained" && fit.length === m.candidates.length) return;
    const known = inside.get(plainKey(m.name)) ?? new Set<string>();
    for (const p of fit) known.add(p.id);
    inside.set(plainKey(m.name), known);
  });
  return inside;
}

function decide(
  mention: PlaceMention,
  inside: ReadonlyMap<string, ReadonlySet<string>>,
  around: Surroundings,
  context: ToponymContext,
): PlaceMention {
  if (mention.candidates.length === 0) return { ...mention, place: null };
  const contained = inside.get(plainKey(mention.name));
  const subject = around.subjects.has(plainKey(mention.name));
  const likely = mention.candidates.filter((p) => !isFarLikeness(mention, p, around, context));
  if (likely.length === 0) return { ...mention, rule: "place.unsupported", place: null };
  const scored = likely
    .map((place, order) => ({
      place,
      order,
      score: score(mention, place, contained?.has(place.id) ?? false, around, context),
    }))
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const candidates = scored.map((s) => s.place);
  const [first, second] = scored as [(typeof scored)[0], (typeof scored)[0] | undefined];
  const open = (rule: string): PlaceMention => ({ ...mention, rule, candidates, place: null });
  if (!believed(mention, first.place, contained?.has(first.place.id) ?? false, around, context))
    return open("place.unsupported");
  // What a title puts into a province is no like-sounding place of another one.
  if (subject && !contained?.has(first.place.id)) return open("place.unsupported");
  if (second && first.score - second.score < TIE && apart(first.place, second.place)) return open("place.ambiguous");
  const rank = context.gazetteer.rank(mention.name, first.place);
  const rule =
    mention.rule === "place.unknown-name" ? (rank === "skeleton" ? "place.like-sounding" : "place.said") : mention.rule;
  return { ...mention, rule, candidates, place: first.place, precision: settle(mention.precision, first.place) };
}

/** How far from the document's other places a village may lie that is known by its consonants alone. */
const LIKENESS_KM = 60;
/** What is named this near, in UTF-16 units, says where it lies before all else that the document names. */
const BESIDE = 100;
/** A name of like consonants that lies far from all else that the document names is another village's. */
function isFarLikeness(
  m: PlaceMention,
  place: Place,
  { places, told }: Surroundings,
  { gazetteer, home }: ToponymContext,
): boolean {
  if (home.length === 0 || gazetteer.rank(m.name, place) !== "skeleton") return false;
  const province = place.within[0];
  const beside = told.flatMap((o) =>
    o.place && o.span[0] - m.span[1] < BESIDE && m.span[0] - o.span[1] < BESIDE ? [o.place] : [],
  );
  const isOther = (p: Place): boolean => p.kind !== "country" && p.kind !== "region" && !m.candidates.includes(p);
  const others = beside.some(isOther) ? beside.filter(isOther) : places.filter(isOther);
  return (
    others.length > 0 &&
    !others.some(
      (p) =>
        place.within.includes(p.id) ||
        (province !== undefined && place.within.length > 1 && p.within.includes(province)) ||
        kilometres(p, place) <= LIKENESS_KM,
    )
  );
}

/** Two places that one name leaves open: not a town and the province that it is the seat of. */
const apart = (a: Place, b: Place): boolean =>
  !a.within.includes(b.id) && !b.within.includes(a.id) && kilometres(a, b) > 10;

function settle(precision: Precision | null, place: Place): Precision {
  if (precision !== null && precision !== "exact") return precision;
  if (place.kind === "country") return "country";
  return place.kind === "province" || place.kind === "region" ? "region" : "exact";
}

function believed(
  m: PlaceMention,
  place: Place,
  contained: boolean,
  around: Surroundings,
  { gazetteer, home }: ToponymContext,
): boolean {
  if (gazetteer.layer(place) === "own" && gazetteer.rank(m.name, place) === "exact") return true;
  const rank = gazetteer.rank(m.name, place);
  const share = around.countries.get(place.country ?? "") ?? 0;
  if (rank !== "exact" && gazetteer.layer(place) === "world" && share < 0.2) return false;
  if (contained || place.kind === "country") return true;
  // In a theatre's documents a village, a quarter or a small town of a country never named is a namesake's.
  const small = m.said !== null && /^(?:village|neighbourhood|district|camp)$/.test(m.said);
  if (home.length > 0 && share === 0) return !small && place.population >= BELIEVED_ABROAD;
  if (place.population >= BELIEVED) return true;
  return share > 0 || around.countries.size === 0;
}

function score(
  m: PlaceMention,
  place: Place,
  contained: boolean,
  around: Surroundings,
  { gazetteer }: ToponymContext,
): number {
  const rank = gazetteer.rank(m.name, place);
  const layer = gazetteer.layer(place);
  let points = rank === "exact" ? 0 : rank === "sound" ? -1 : rank === "skeleton" ? -3 : -0.5;
  points += layer === "own" ? 1 : layer === "added" ? 0.4 : 0;
  points += lands.has(place.kind) ? 3 : Math.log10(place.population + 10) * 0.7;
  points += kindPoints(m, place);
  points += (around.countries.get(place.country ?? "") ?? 0) * 5;
  if (contained) points += 6;
  if (around.places.length) points += nearness(place, m, around.places);
  if (place.kind === "neighbourhood")
    points += around.places.some((p) => p !== place && place.within[0] === p.id) ? 1.5 : -1;
  return points;
}

function kindPoints(m: PlaceMention, place: Place): number {
  const { said } = m;
  if (place.kind === "country") return said === null ? 4 : -3;
  if (said === null) {
    // Extraction puts the province first where the words widen it ('southern Idlib', 'Hama countryside').
    if (m.precision === "area" && place.kind === "province" && m.candidates[0]?.kind === "province") return 3.5;
    // 'Hama' is the city unless the words say province; 'California' is no village of that name in Maryland.
    if (place.kind === "province" || place.kind === "district")
      return m.candidates.some((p) => settlements.has(p.kind) && p.country === place.country && isSeat(p, place))
        ? 0
        : 3;
    return settlements.has(place.kind) || place.kind === "region" ? 2 : place.kind === "neighbourhood" ? 1.5 : 0.5;
  }
  if (said === place.kind) return 4;
  if (settlements.has(said) && settlements.has(place.kind)) return 3;
  if (said === "region" && (lands.has(place.kind) || settlements.has(place.kind))) return 1.5;
  if (said === "district" && (place.kind === "neighbourhood" || settlements.has(place.kind))) return 2.5;
  if (said === "neighbourhood" && place.kind === "district") return 2.5;
  if (said === "town" && place.kind === "neighbourhood") return 1.5;
  if (said === "airport" && place.kind === "base") return 3.5;
  if (said === "base" && place.kind === "airport") return 3.5;
  // 'Homs prison', 'Aleppo airport': the thing is in the town of that name.
  if (!settlements.has(said) && !lands.has(said) && settlements.has(place.kind)) return 1;
  return -2;
}

/** Whether a town of the same name is what the bare name means: it lies in the province, or is a city in its own right. */
const isSeat = (town: Place, province: Place): boolean =>
  town.within.includes(province.id) || town.population >= 50_000;

/** Up to 2.5 points for standing beside the document's other places, fading over some hundred kilometres. */
function nearness(place: Place, mention: PlaceMention, others: readonly Place[]): number {
  let best = Number.POSITIVE_INFINITY;
  let near = 0;
  for (const other of others) {
    // Its namesakes are no witnesses: a city would vouch for the province of its name.
    if (other.kind === "country" || mention.candidates.includes(other)) continue;
    const km = kilometres(place, other);
    if (km < best) best = km;
    if (km < 150) near++;
  }
  return best === Number.POSITIVE_INFINITY ? 0 : 1.5 * Math.exp(-best / 80) + Math.min(1, near / 5);
}
