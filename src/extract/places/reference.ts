// 'the capital', 'the city', 'the town': references to a place named before. The capital is that of the country the
// document speaks of most; the others lead to the last place of that kind, or to the place that the document is about. One
// that leads nowhere is left out.
import type { Gazetteer } from "../../codebook/gazetteer.ts";
import type { Place, PlaceKind, PlaceMention } from "../../model/index.ts";
import { span } from "../../model/index.ts";
import { contextOf } from "./context.ts";
import type { Piece } from "./pieces.ts";

const kinds: Readonly<Record<string, readonly PlaceKind[]>> = {
  city: ["city"],
  town: ["town", "city"],
  village: ["village"],
  province: ["province"],
  governorate: ["province"],
  camp: ["camp"],
  neighbourhood: ["neighbourhood"],
  neighborhood: ["neighbourhood"],
  district: ["district", "neighbourhood"],
  airport: ["airport"],
  airbase: ["base"],
  prison: ["prison"],
  crossing: ["crossing"],
};
/** What a place that a document is about may be called, whatever it is. */
const SETTLED = new Set(
  "city town village camp neighbourhood neighborhood district suburb quarter area locality settlement place crossing".split(
    " ",
  ),
);
/** Mentions between a reference and what it refers to, at most. */
const REACH = 8;

/** @param pieces of each passage; `mentions` found so far in the document. */
export function referBack(
  pieces: readonly (readonly Piece[])[],
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
  subject: PlaceMention | null = null,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  const ordered = [...mentions].sort((a, b) => a.span[0] - b.span[0]);
  const country = mostNamedCountry(ordered);
  for (const passage of pieces)
    for (let i = 1; i < passage.length; i++) {
      const piece = passage[i] as Piece;
      const before = passage[i - 1] as Piece;
      const next = passage[i + 1];
      const wanted = kinds[piece.plain];
      const meant = subject !== null && SETTLED.has(piece.plain) && /^(?:the|this)$/.test(before.plain);
      if ((!wanted && !meant && piece.plain !== "capital") || piece.capital || next?.plain === "of" || next?.hyphen)
        continue;
      // 'the city of Homs' and 'the capital Damascus' name it themselves.
      const named = ordered.some(
        (m) => m.span[0] >= piece.span[1] && m.span[0] - piece.span[1] <= 2 && m.rule !== "place.reference",
      );
      if (named) continue;
      const answer = (candidates: readonly Place[], name: string) => {
        const context = contextOf(passage, i, i, -1, gazetteer);
        found.push({
          kind: "place",
          span: span(before.span[0], piece.span[1]),
          rule: "place.reference",
          text: `${before.text} ${piece.text}`,
          name,
          said: null,
          role: context.role ?? "at",
          precision: context.precision ?? "exact",
          candidates,
          place: null,
        });
      };
      if (piece.plain === "capital") {
        const iso = gazetteer.demonym(before.text) ?? (before.plain === "the" ? country : null);
        const capital = iso === null ? null : gazetteer.capital(iso);
        if (capital) answer([capital], capital.name);
        continue;
      }
      const earlier = ordered.filter((m) => m.span[1] <= before.span[0]).slice(-REACH);
      if (meant && subject.span[1] <= before.span[0]) {
        // 'In the village of Hoshan … the village': what the sentence itself calls so comes first.
        const own = earlier.findLast(
          (m) => m.said !== null && m.said === wanted?.[0] && m.span[0] >= passage[0]!.span[0],
        );
        const { candidates, name } = own ?? subject;
        answer(candidates, name);
        continue;
      }
      if (!wanted || before.plain !== "the") continue;
      const last = earlier.findLast((m) => isOf(m, wanted));
      if (last)
        answer(
          last.candidates
            .filter((p) => wanted.includes(p.kind))
            .concat(last.candidates.filter((p) => !wanted.includes(p.kind))),
          last.name,
        );
    }
  return found;
}

function isOf(mention: PlaceMention, wanted: readonly PlaceKind[]): boolean {
  if (mention.rule === "place.reference") return false;
  if (mention.said !== null) return wanted.includes(mention.said);
  const top = mention.candidates[0];
  return top !== undefined && wanted.includes(top.kind);
}

/** ISO code of the country of most mentions' best candidates; the first named wins a tie. */
export function mostNamedCountry(mentions: readonly PlaceMention[]): string | null {
  const counts = new Map<string, number>();
  for (const m of mentions) {
    const iso = m.candidates[0]?.country;
    if (iso) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [iso, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = iso;
  return best;
}
