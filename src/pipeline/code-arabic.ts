// The way of a short report in Arabic from its text to its claims. It has no grammar: each sentence that has a word for an
// attack is one claim, with the doer, places, figures and day that its own words give. Whatever else it tells is not coded.

import { acledOf } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { arabicDay } from "../extract/arabic/days.ts";
import { arabicDoers } from "../extract/arabic/doers.ts";
import { arabicPlaces } from "../extract/arabic/places.ts";
import { arabicTolls } from "../extract/arabic/tolls.ts";
import { type ArabicWord, arabicWords, meaningOf, phraseAt } from "../extract/arabic/words.ts";
import { CODER, claimPlace } from "../extract/claims.ts";
import { mergeTellings } from "../extract/merge.ts";
import { asOneHappening } from "../extract/one-happening.ts";
import {
  type Claim,
  claimId,
  type Day,
  type Document,
  day,
  type EventId,
  type PlaceMention,
  span,
} from "../model/index.ts";
import { decidePlaces } from "../resolve/toponyms.ts";
import { passages } from "../text/passages.ts";

const ARABIC = /^\p{Script=Arabic}/u;
/** Fewer words in Arabic are a name in a text of another language. */
const FEWEST = 3;

/** The theatre whose places the codebook names in Arabic. */
const HOME = ["SY"];

interface Sentence {
  readonly words: readonly ArabicWord[];
  readonly title: boolean;
}

/** What a sentence tells, and the word that tells it (-1: only that people were hurt). */
function attackIn(words: readonly ArabicWord[], { arabic }: Codebook): { event: string; at: number } | null {
  const found = arabic.attacks.flatMap(({ event, words: list }) => {
    const at = words.findIndex((_, i) => phraseAt(words, i, list) !== null);
    return at < 0 ? [] : [{ event, at }];
  });
  // What is told is the first kind of the list; its doer stands by the first word for any.
  if (found.length) return { event: found[0]!.event, at: Math.min(...found.map(({ at }) => at)) };
  return words.some((w) => meaningOf(w, arabic.measures) !== undefined)
    ? { event: "attack_on_civilians", at: -1 }
    : null;
}

/** The whole date that the report bears near its head. */
function dateOf(sentences: readonly Sentence[], codebook: Codebook): Day | null {
  for (const { words } of sentences.slice(0, 6)) {
    const found = arabicDay(words, null, codebook.arabic);
    if (found) return found.start;
  }
  return null;
}

/** Claims of a document in Arabic, in order of the text; null for one that is in another language, or in none and tells nothing. */
export function codeArabic(document: Document, codebook: Codebook): Claim[] | null {
  if (document.lang !== "ar" && document.lang !== null) return null;
  const sentences = passages(document)
    .map((p): Sentence => ({ words: arabicWords(document.text, p.span), title: p.kind === "title" }))
    .filter(({ words }) => words.filter((w) => ARABIC.test(w.text)).length >= FEWEST);
  const known = day(document.published) ?? dateOf(sentences, codebook);
  const found = sentences.flatMap(({ words }) => arabicPlaces(words, codebook.arabic, codebook.gazetteer, HOME[0]!));
  const decided = decidePlaces(found, { gazetteer: codebook.gazetteer, home: HOME });
  const titles = new Set<string>();
  const claims = sentences.flatMap(({ words, title }): Claim[] => {
    const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
    const places = decided.filter((m) => from <= m.span[0] && m.span[1] <= to);
    const claim = claimOf(words, places, known, document, codebook);
    if (claim && title) titles.add(claim.id);
    return claim ? [claim] : [];
  });
  if (claims.length === 0 && document.lang === null) return null;
  return asOneHappening(
    mergeTellings(
      claims,
      (c) => titles.has(c.id),
      () => null,
      () => false,
    ),
  );
}

/** Towns before the lands around them, which only say where they lie. */
function ordered(places: readonly PlaceMention[]): PlaceMention[] {
  const fine = places.filter((m) => m.precision !== "area" && m.precision !== "region");
  const wide = places.filter((m) => !fine.includes(m));
  const inside = (w: PlaceMention): boolean =>
    fine.some(
      (f) =>
        f.place &&
        w.place &&
        (f.place.within.includes(w.place.id) || w.place.within.some((id) => f.place!.within.includes(id))),
    );
  const kept = fine.length ? [...fine, ...wide.filter((w) => !inside(w))] : wide;
  return kept.filter((m, i) => kept.findIndex((o) => (o.place?.id ?? o.name) === (m.place?.id ?? m.name)) === i);
}

function claimOf(
  words: readonly ArabicWord[],
  mentions: readonly PlaceMention[],
  known: Day | null,
  document: Document,
  codebook: Codebook,
): Claim | null {
  const attack = attackIn(words, codebook);
  if (!attack) return null;
  const actors = arabicDoers(words, attack.at, codebook);
  const figures = arabicTolls(words, codebook.arabic);
  const places = ordered(mentions);
  // A word for violence alone is talk of it: who did it where, or who was hurt where, is an event.
  if (places.length === 0 || (actors.length === 0 && figures.length === 0 && attack.at < 0)) return null;
  const type = codebook.events.types.get(attack.event as EventId);
  if (!type) return null;
  const [first, last] = [words[0]!, words.at(-1)!];
  const told = words[Math.max(0, attack.at)]!;
  const names = (ids: readonly string[]): string[] => ids.map((id) => codebook.gazetteer.get(id)?.name ?? id);
  const time =
    arabicDay(words, known, codebook.arabic) ??
    (known ? { start: known, end: known, grain: "day" as const, text: "", at: [], rule: "fresh-news" } : null);
  const actorKinds = actors.flatMap((a) => codebook.actors.get(a.id ?? "")?.kind ?? []);
  return {
    id: claimId(document.id, document.version, type.id, first.start, last.end, actors.map((a) => a.name).join("|")),
    document: document.id,
    version: document.version,
    quote: document.text.slice(first.start, last.end),
    start: span(first.start, last.end)[0],
    end: span(first.start, last.end)[1],
    event: type.id,
    event_evidence: { at: [span(told.start, told.end)], rule: "arabic.attack" },
    acled: acledOf(type, { actorKinds, targetWords: "", words: [] }, () => false),
    plover: type.plover,
    stance: "asserted",
    stance_evidence: null,
    background: false,
    hedge: null,
    time,
    said: null,
    places: places.map((mention) => claimPlace({ mention, role: mention.role, rule: "arabic" }, names)),
    actors,
    targets: [],
    sources: [],
    figures,
    order: null,
    holding: null,
    coder: CODER,
    codebook: codebook.version,
  };
}
