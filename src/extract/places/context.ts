// What the words around a place's name say of it: its kind ('the town of', 'province'), the event's relation to it
// ('from', 'towards', 'near'), how far it is widened ('countryside', '45km north of'), and whether they speak for a
// place at all. Examples: 'withdrew from the city of Homs to its outskirts', 'the western countryside of Deir ez-Zor'.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { PlaceKind, PlaceRole, Precision } from "../../model/index.ts";
import type { Piece } from "./pieces.ts";

export interface Context {
  readonly said: PlaceKind | null;
  /** The word before that makes it a role; null when none stands there. */
  readonly role: PlaceRole | null;
  readonly precision: Precision | null;
  /** The preposition or verb, as `plain`. */
  readonly by: string | null;
  /** First and last piece of the words that speak of the place, the name included. */
  readonly from: number;
  readonly to: number;
  readonly direction: boolean;
  /** 'countryside': more than the town. */
  readonly wide: boolean;
  /** A head word in the plural closes a list of names: 'A, B and C neighbourhoods'. */
  readonly plural: boolean;
}

const modifiers = new Set(
  "the a an this that its strategic besieged key central coastal border ancient historic old historical nearby northern-most main rebel-held held controlled government-held regime-held opposition-held second third largest big small major neighbouring neighboring entire whole both two three four several all liberated capital western-held kurdish syrian turkish iraqi lebanese druze christian alawite occupied mediterranean military international civilian refugee former fortified desert oil-rich predominantly mainly mostly of and".split(
    " ",
  ),
);
const compass = /^(?:[NS][EW]?|[EW])$/;
const distance = /^(?:km|kms|kilomet(?:re|er)s?|miles?|metres?|meters?|mi)$/;
const glued = /^\d+(?:[.,]\d+)?(?:km|kms|mi|m)$/;
const notTo = new Set(["according", "due", "owing", "thanks", "prior", "related", "linked", "close"]);

const two = (pieces: readonly Piece[], i: number): string =>
  pieces[i + 1] ? `${pieces[i]?.plain} ${pieces[i + 1]?.plain}` : "";

interface Following {
  readonly said: PlaceKind | null;
  readonly precision: Precision | null;
  readonly end: number;
  readonly plural: boolean;
}

/** The words after a name: 'province', 's northern countryside', 'military airport', ', an oil-rich province'. */
function after(pieces: readonly Piece[], to: number, gazetteer: Gazetteer): Following | null {
  const beside = apposition(pieces, to, gazetteer);
  if (beside) return beside;
  const heads = gazetteer.words("head");
  const areas = gazetteer.words("area");
  const directions = gazetteer.words("direction");
  let at = to + 1;
  while (at < pieces.length && at <= to + 3) {
    const piece = pieces[at] as Piece;
    const plain = piece.plain;
    if (!piece.word) break;
    // 'Damascus-Homs' goes on; 'Hama Military Airport' is a head in capitals.
    for (const [phrase, length] of [
      [two(pieces, at), 2],
      [plain, 1],
    ] as const) {
      const end = at + length - 1;
      if (areas.has(phrase)) return { said: null, precision: "area", end, plural: false };
      // 'a Damascus suburb', 'Homs' outskirts' lie beside it; 'Aleppo outskirts' too.
      if (gazetteer.words("outskirts").has(phrase)) return { said: null, precision: "near", end, plural: false };
      const kind = heads.get(phrase);
      // 'the Aleppo district of Sheikh Maqsoud' says it of the name to come.
      if (kind !== undefined && pieces[end + 1]?.plain === "of" && pieces[end + 2]?.capital) return null;
      if (kind !== undefined) return { said: kind as PlaceKind, precision: null, end, plural: /s$/.test(phrase) };
    }
    if (!directions.has(plain) && !["and", "military", "main", "old", "city"].includes(plain)) break;
    at++;
  }
  return null;
}

function apposition(pieces: readonly Piece[], to: number, gazetteer: Gazetteer): Following | null {
  if (pieces[to + 1]?.text !== "," || !/^(?:an?|the)$/.test(pieces[to + 2]?.plain ?? "")) return null;
  for (let at = to + 3; at <= to + 6; at++) {
    const piece = pieces[at];
    if (!piece?.word || piece.capital) return null;
    const kind = gazetteer.words("of").get(piece.plain) as PlaceKind | undefined;
    if (kind !== undefined && kind !== "region")
      return pieces[at + 1]?.plain === "of" ? null : { said: kind, precision: null, end: to, plural: false };
  }
  return null;
}

/**
 * @param from, to first and last piece of the name.
 * @param barrier the last piece of the name before, which the words before must not cross; -1 when there is none.
 */
export function contextOf(
  pieces: readonly Piece[],
  from: number,
  to: number,
  barrier: number,
  gazetteer: Gazetteer,
): Context {
  const directions = gazetteer.words("direction");
  const following = after(pieces, to, gazetteer);
  let said: PlaceKind | null = following?.said ?? null;
  let precision: Precision | null = following?.precision ?? null;
  let start = from;
  let direction = false;
  let role: PlaceRole | null = null;
  let by: string | null = null;

  for (let i = from - 1; i > barrier && i >= from - 9; i--) {
    const piece = pieces[i] as Piece;
    const plain = piece.plain;
    const phrase = i > barrier + 1 ? `${pieces[i - 1]?.plain} ${plain}` : "";
    // 'in #Idlib', 'in S. Idlib': a tag's mark, and a point of the compass cut short.
    if (piece.text === "#" && i === start - 1) {
      start = i;
      continue;
    }
    if (i === start - 1 && /^[NS][EW]$/.test(piece.text)) {
      direction = true;
      precision ??= "area";
      start = i;
      continue;
    }
    if (piece.text === "." && i === start - 1 && compass.test(pieces[i - 1]?.text ?? "")) {
      direction = true;
      precision ??= "area";
      start = --i;
      continue;
    }
    if (!piece.word) break;
    if (plain === "of" || plain === "from") {
      const wide = widening(pieces, i, barrier, gazetteer);
      if (wide) {
        said ??= wide.said;
        precision ??= wide.precision;
        start = wide.start;
        i = wide.start;
        continue;
      }
    }
    if (i === from - 1 && directions.has(plain)) {
      direction = true;
      precision ??= "area";
      start = i;
      continue;
    }
    const found = roleOf(plain, phrase, gazetteer);
    if (found && !(plain === "to" && notTo.has(pieces[i - 1]?.plain ?? "") && phrase !== "close to")) {
      role = found;
      by = plain;
      break;
    }
    if (plain === "of") {
      by = "of";
      continue;
    }
    if (modifiers.has(plain) || directions.has(plain)) continue;
    // 'the regime-held', 'a rebel-controlled': both halves stand between the preposition and the name.
    if (piece.hyphen || pieces[i + 1]?.hyphen) continue;
    if (gazetteer.words("of").has(plain) && i === from - 1 && piece.capital === false) {
      said ??= gazetteer.words("of").get(plain) as PlaceKind;
      continue;
    }
    if (/ern$|ed$|^[a-z]+-held$/.test(plain) && i >= from - 4) continue;
    break;
  }
  if (role === "near" && precision !== "area") precision = "near";
  const end = following?.end ?? to;
  const wide =
    precision === "area" &&
    pieces.slice(start, end + 1).some((p) => /^(?:countryside|rural|hinterland)$/.test(p.plain));
  return { said, role, precision, by, from: start, to: end, direction, wide, plural: following?.plural ?? false };
}

function roleOf(plain: string, phrase: string, gazetteer: Gazetteer): PlaceRole | null {
  for (const role of ["near", "from", "to", "at"] as const) {
    if (gazetteer.words(role).has(phrase) || (gazetteer.words(role).has(plain) && plain !== "of")) return role;
  }
  return null;
}

/** What stands before 'of' or 'from': 'the city of', 'outskirts of', 'countryside of', '45km north of', '20 km from'. */
function widening(pieces: readonly Piece[], of: number, barrier: number, gazetteer: Gazetteer) {
  const before = pieces[of - 1];
  if (!before || of - 1 <= barrier) return null;
  const plain = before.plain;
  const phrase = of - 2 > barrier ? `${pieces[of - 2]?.plain} ${plain}` : "";
  const found = (said: PlaceKind | null, precision: Precision | null, start: number) => ({ said, precision, start });
  if (pieces[of]?.plain === "from")
    return distance.test(plain) || glued.test(plain) ? found(null, "near", of - 1) : null;
  if (gazetteer.words("outskirts").has(plain)) return found(null, "near", of - 1);
  if (gazetteer.words("area").has(plain)) return found(null, "area", of - 1);
  if (gazetteer.words("area").has(phrase)) return found(null, "area", of - 2);
  if (gazetteer.words("direction").has(plain)) {
    // 'in the east of Syria' is a part of it, 'to the east of the Euphrates' and 'north of Homs' are beside it.
    const part = pieces[of - 2]?.plain === "the" && pieces[of - 3]?.plain !== "to";
    return found(null, part ? "area" : "near", of - 1);
  }
  if (/^suburbs?$/.test(plain) && pieces[of - 2]?.plain !== "the") return found(null, "near", of - 1);
  const kind = gazetteer.words("of").get(phrase) ?? gazetteer.words("of").get(plain);
  if (kind === undefined) return null;
  return found(kind as PlaceKind, null, gazetteer.words("of").has(phrase) ? of - 2 : of - 1);
}
