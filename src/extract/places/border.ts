// Borders: 'the Turkish border', 'the Syrian-Lebanese border', 'the border with Iraq'. They are near the country named;
// 'Turkish border guards' and 'the border town of Suruc' are not borders but people and a town.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { Place, PlaceMention } from "../../model/index.ts";
import { span } from "../../model/index.ts";
import { contextOf } from "./context.ts";
import type { Piece } from "./pieces.ts";

const people =
  /^(?:guards?|police|forces?|troops|patrols?|agents?|officials?|authorities|towns?|villages?|city|cities|crossings?|gates?|posts?|of)$/;
const line = /^(?:border|borders|frontier)$/;

export function borders(pieces: readonly Piece[], gazetteer: Gazetteer): PlaceMention[] {
  const found: PlaceMention[] = [];
  const countryOf = (piece: Piece | undefined): Place | null => {
    if (!piece?.capital) return null;
    const iso = gazetteer.demonym(piece.text);
    if (iso !== null) return gazetteer.country(iso);
    const named = gazetteer.find(piece.text)[0];
    return named?.kind === "country" ? named : null;
  };
  pieces.forEach((piece, i) => {
    if (!line.test(piece.plain) || people.test(pieces[i + 1]?.plain ?? "")) return;
    const before = countryOf(pieces[i - 1]);
    const withWord = pieces[i + 1]?.plain === "with" ? (pieces[i + 2]?.plain === "the" ? i + 3 : i + 2) : -1;
    const after = withWord > 0 ? countryOf(pieces[withWord]) : null;
    if (!before && !after) return;
    const from = !before ? i : countryOf(pieces[i - 2]) && pieces[i - 1]?.hyphen ? i - 2 : i - 1;
    const to = after ? withWord : i;
    const first = pieces[from] as Piece;
    const last = pieces[to] as Piece;
    const name = pieces
      .slice(from, to + 1)
      .map((p, n) => (n === 0 ? "" : p.hyphen ? "-" : " ") + p.text + (n < to - from ? p.owns : ""))
      .join("");
    const role = contextOf(pieces, from, to, -1, gazetteer).role;
    found.push({
      kind: "place",
      span: span(first.span[0], last.span[1]),
      rule: "place.border",
      text: name,
      name,
      said: null,
      role: role ?? "near",
      precision: "near",
      candidates: [after ?? before].filter((p) => p !== null),
      place: null,
    });
  });
  return found;
}
