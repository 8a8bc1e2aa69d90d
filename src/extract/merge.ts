// The same event told twice by the same source in one document made one claim, with its fullest telling: a headline and
// its lead, an unattributed lead and the source's own telling. Claims that differ in what they say stay apart.

import type { Claim, Figure, OrderTerms, Party } from "../model/index.ts";
import { VIOLENT } from "./accounts.ts";

const names = (p: { readonly name: string; readonly id: string | null }): string => p.id ?? p.name.toLowerCase();
const meets = (a: readonly Party[], b: readonly Party[]): boolean => {
  if (!a.length || !b.length) return true;
  const ids = new Set(a.map(names));
  return b.some(
    (p) =>
      ids.has(names(p)) ||
      a.some(
        (q) =>
          q.name.toLowerCase().includes(p.name.toLowerCase()) || p.name.toLowerCase().includes(q.name.toLowerCase()),
      ),
  );
};

function sameSource(a: Claim, b: Claim, kin: Kin): boolean {
  if (!a.sources.length && !b.sources.length) return true;
  // An unattributed lead and a source's telling are one where a figure shows it, or no time sets them apart.
  if (!a.sources.length || !b.sources.length) return (a.time === null) === (b.time === null) || sharesFigure(a, b);
  const ids = new Set(a.sources.map(names));
  if (b.sources.some((s) => ids.has(names(s)))) return true;
  // 'a monitor' in the lead is the Observatory of the second sentence, and its director speaks for it.
  const alike = (x: Claim["sources"][number], y: Claim["sources"][number]): boolean =>
    (x.kind === "monitor" && y.kind === "monitor" && (x.id === null || y.id === null)) ||
    (x.id !== null && y.id !== null && kin(x.id, y.id) === "speaks");
  if (sharesFigure(a, b) && a.sources.some((x) => b.sources.some((y) => alike(x, y) || alike(y, x)))) return true;
  // 'the government denied' and 'the ministry said it was false' are one side's one denial.
  return (
    a.stance === "denied" &&
    a.sources.some((x) => b.sources.some((y) => x.id !== null && y.id !== null && kin(x.id, y.id) !== null))
  );
}

const sharesFigure = (a: Claim, b: Claim): boolean =>
  a.figures.some((f) => b.figures.some((g) => g.measure === f.measure && g.min === f.min));

function samePlace(a: Claim, b: Claim): boolean {
  // 'northern Syria' and 'near Damascus' leave open where it was, where a figure shows that it was the same.
  const open = sharesFigure(a, b);
  const fine = (c: Claim) =>
    c.places.filter((p) => p.kind !== "country" && !(open && (p.kind === "region" || p.precision === "near")));
  const [x, y] = [fine(a), fine(b)];
  if (!x.length || !y.length) return true;
  return x.some((p) =>
    y.some(
      (q) =>
        (p.id !== null &&
          (p.id === q.id || q.within_ids.includes(p.id) || (q.id !== null && p.within_ids.includes(q.id)))) ||
        p.name === q.name,
    ),
  );
}

const sameTime = (a: Claim, b: Claim): boolean =>
  !a.time || !b.time || (a.time.start <= b.time.end && b.time.start <= a.time.end);

function sameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.every((f) => {
    const others = b.filter((g) => g.measure === f.measure);
    return !others.length || others.some((g) => g.min === f.min);
  });
}

const fullness = (c: Claim): number =>
  c.actors.length * 2 +
  c.targets.length +
  c.places.length * 2 +
  c.figures.length * 2 +
  (c.time ? 2 : 0) +
  c.sources.length +
  Math.min(2, c.quote.length / 100);

/** How two actors of the registry belong together: one speaks for the other, or both are of one side. */
export type Kin = (a: string, b: string) => "speaks" | "side" | null;

function one(a: Claim, b: Claim, kin: Kin): boolean {
  return (
    a.event === b.event &&
    a.stance === b.stance &&
    a.background === b.background &&
    a.event !== "statement" &&
    // Who hands a town over leaves it, and who enters it takes it: each is told from its own side.
    (a.holding === "left") === (b.holding === "left") &&
    (a.event !== "casualty_tally" || a.figures.some((f) => b.figures.some((g) => g.measure === f.measure))) &&
    sameSource(a, b, kin) &&
    sameTime(a, b) &&
    samePlace(a, b) &&
    sameFigures(a.figures, b.figures) &&
    meets(a.actors, b.actors) &&
    (meets(a.targets, b.targets) || sharesFigure(a, b))
  );
}

/** One order told twice: what the fuller telling leaves open is taken from the other. */
const sameOrder = (full: OrderTerms, thin: OrderTerms): OrderTerms => ({
  ...full,
  issuer: full.issuer.length ? full.issuer : thin.issuer,
  conditions: full.conditions.length ? full.conditions : thin.conditions,
  grants: full.grants.length ? full.grants : thin.grants,
  place: full.place ?? thin.place,
  announced: full.announced ?? thin.announced,
  until: full.until ?? thin.until,
  until_evidence: full.until ? full.until_evidence : thin.until_evidence,
  hours: full.hours ?? thin.hours,
});

/** Fills the fuller telling's empty slots from the other. */
function joined(a: Claim, b: Claim): Claim {
  const [full, thin] = fullness(b) > fullness(a) ? [b, a] : [a, b];
  return {
    ...full,
    time: full.time ?? thin.time,
    places: full.places.some((p) => p.kind !== "country")
      ? full.places
      : thin.places.length
        ? thin.places
        : full.places,
    actors: full.actors.length
      ? full.actors
      : thin.actors.filter((p) => !full.targets.some((t) => names(t) === names(p))),
    targets: full.targets.length
      ? full.targets
      : thin.targets.filter((p) => !full.actors.some((t) => names(t) === names(p))),
    // The later of two tellings by one side names its speaker more closely.
    sources: b.sources.length ? b.sources : a.sources,
    figures: [...full.figures, ...thin.figures.filter((f) => !full.figures.some((g) => g.measure === f.measure))],
    order: full.order && thin.order ? sameOrder(full.order, thin.order) : (full.order ?? thin.order),
  };
}

/** Whether two claims of one event can be of one happening, whoever tells them. */
export const sameHappening = (a: Claim, b: Claim): boolean =>
  a.event === b.event &&
  a.stance === b.stance &&
  a.background === b.background &&
  a.event !== "statement" &&
  a.event !== "casualty_tally" &&
  couldBeOne(a, b);

/** Whether nothing that two claims say sets them apart. */
export const couldBeOne = (a: Claim, b: Claim): boolean =>
  sameTime(a, b) && samePlace(a, b) && sameFigures(a.figures, b.figures) && meets(a.actors, b.actors);

/** A claim with its empty slots filled from another telling of the same happening. */
export const filledFrom = (claim: Claim, other: Claim): Claim => ({
  ...claim,
  time: claim.time ?? other.time,
  places: claim.places.some((p) => p.kind !== "country") || !other.places.length ? claim.places : other.places,
  actors: claim.actors.length
    ? claim.actors
    : other.actors.filter((p) => !claim.targets.some((t) => names(t) === names(p))),
  targets: claim.targets.length
    ? claim.targets
    : other.targets.filter((p) => !claim.actors.some((t) => names(t) === names(p))),
  figures: [...claim.figures, ...other.figures.filter((f) => !claim.figures.some((g) => g.measure === f.measure))],
});

/** How many sentences may lie between two tellings of one event that share neither place nor figure. */
const NEAR = 700;
/** How far below a headline its story's first telling stands. */
const LEAD = 1500;

/** 'The strikes hit the town': what was told before told again, whatever it leaves out or says in other words. */
const retold = (k: Claim, again: Claim, kin: Kin): boolean =>
  k.event === again.event &&
  k.stance === again.stance &&
  (!again.sources.length || !k.sources.length || sameSource(k, again, kin)) &&
  samePlace(k, again) &&
  (!again.figures.length || sharesFigure(k, again));

/** A headline of two towns counts those of both: its toll is no toll of one of them. */
const tollOf = (title: Claim, claim: Claim): Claim =>
  title.places.every((p) => p.kind === "country" || claim.places.some((q) => q.id === p.id))
    ? title
    : { ...title, figures: [], targets: [] };

/** Claims in order of the text, with those that tell one event of one source joined. */
export function mergeTellings(
  claims: readonly Claim[],
  isTitle: (claim: Claim) => boolean,
  kin: Kin,
  isAgain: (claim: Claim) => boolean,
): Claim[] {
  const kept: Claim[] = [];
  const titles: Claim[] = [];
  for (const claim of claims) {
    if (isTitle(claim)) {
      titles.push(claim);
      continue;
    }
    const same = kept.findIndex((k) => one(k, claim, kin) && (claim.start - k.end < NEAR || shares(k, claim)));
    const at = same < 0 && isAgain(claim) ? kept.findLastIndex((k) => retold(k, claim, kin)) : same;
    if (at < 0) kept.push(claim);
    else kept[at] = joined(kept[at]!, claim);
  }
  // A headline says in short what the report says in full: it stands alone only where the report does not say it.
  for (const title of titles) {
    const told = kept.findIndex((k) => k.event === title.event && k.start - title.end < LEAD);
    const same = kept.findIndex((k) => sameHappening(k, title) && k.start - title.end < LEAD);
    if (same >= 0 && VIOLENT.has(title.event)) kept[same] = filledFrom(kept[same]!, tollOf(title, kept[same]!));
    else if (told < 0 && same < 0) kept.push(title);
  }
  return kept.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      (a.event < b.event ? -1 : a.event > b.event ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

const shares = (a: Claim, b: Claim): boolean =>
  a.places.some((p) => p.id !== null && p.kind !== "country" && b.places.some((q) => q.id === p.id)) ||
  a.figures.some((f) => b.figures.some((g) => g.measure === f.measure && g.min === f.min));
