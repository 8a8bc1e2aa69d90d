// What a report tells of one attack in several sentences, brought together: that people were hurt, told beside the strike that
// hurt them, is that strike; and a strike told without its doer is his who is said to have struck that place that day.
// Claims that differ in day, place, doer or number stay apart; claims told alike were joined before, in merge.ts.
import type { Claim } from "../model/index.ts";
import { couldBeOne, filledFrom } from "./merge.ts";

const STRIKES = new Set<string>(["air_strike", "shelling", "bombing", "chemical_attack", "armed_clash"]);
const HARM = "attack_on_civilians";
/** How far apart, in UTF-16 units, the hurt may be told from what hurt them. */
const BESIDE = 450;
/** The same where the hurt is told without a place: in the sentence itself or the next. */
const NEXT = 150;
/** How far apart a strike may be told from its doer. */
const REACH = 1600;

const isNews = (c: Claim): boolean => c.stance === "asserted" && !c.background;
const gap = (a: Claim, b: Claim): number => Math.max(a.start - b.end, b.start - a.end, 0);

const isFine = (p: Claim["places"][number]): boolean =>
  p.kind !== "country" && p.kind !== "province" && p.kind !== "region";
/** Both name a town, and the same one. */
const sharesTown = (a: Claim, b: Claim): boolean =>
  a.places.some((p) => isFine(p) && b.places.some((q) => (p.id !== null ? p.id === q.id : p.name === q.name)));

const isHurt = (f: Claim["figures"][number]): boolean => f.measure === "killed" || f.measure === "injured";

/** The strike that hurt those of whom a claim says only that they were hurt, and by nobody it names; null where none is plain. */
function causeOf(harm: Claim, claims: readonly Claim[]): Claim | null {
  if (harm.event !== HARM || !isNews(harm) || !harm.figures.some(isHurt)) return null;
  const named = (a: Claim["actors"][number]): string => a.id ?? a.name;
  const nowhere = !harm.places.some((p) => p.kind !== "country");
  const fitting = claims.filter(
    (c) =>
      STRIKES.has(c.event) &&
      isNews(c) &&
      gap(c, harm) <= (nowhere ? NEXT : BESIDE) &&
      // A toll of a province, or of a wider town, is not that of one strike in it.
      (nowhere || sharesTown(c, harm)) &&
      couldBeOne(c, harm) &&
      (!harm.actors.length || c.actors.some((a) => harm.actors.some((b) => named(a) === named(b)))),
  );
  const [first, second] = fitting.sort((a, b) => gap(a, harm) - gap(b, harm) || a.start - b.start);
  // Two strikes at two places leave open which it was.
  return first && (!second || gap(first, harm) < gap(second, harm) || sharesTown(first, second)) ? first : null;
}

/** Claims of one document, in order of the text, with those of one attack brought together. */
export function asOneHappening(claims: readonly Claim[]): Claim[] {
  const strikes = new Map<Claim, Claim>();
  const folded = new Set<Claim>();
  for (const harm of claims) {
    const cause = causeOf(harm, claims);
    if (!cause) continue;
    const now = strikes.get(cause) ?? cause;
    if (!couldBeOne(now, harm)) continue;
    strikes.set(cause, filledFrom(now, { ...harm, figures: harm.figures.filter(isHurt) }));
    folded.add(harm);
  }
  const kept = claims.filter((c) => !folded.has(c)).map((c) => strikes.get(c) ?? c);
  return kept.map((claim) => {
    if (claim.actors.length || !isNews(claim) || !(STRIKES.has(claim.event) || claim.event === HARM)) return claim;
    const [told] = kept
      .filter(
        (c) =>
          c !== claim &&
          isNews(c) &&
          c.actors.length > 0 &&
          (c.event === claim.event || (STRIKES.has(c.event) && claim.event === HARM)) &&
          gap(c, claim) <= REACH &&
          sharesTown(c, claim) &&
          couldBeOne(c, claim),
      )
      .sort((a, b) => gap(a, claim) - gap(b, claim) || a.start - b.start);
    return told ? { ...claim, actors: filledFrom(claim, told).actors } : claim;
  });
}
