// Which of the figures told still stand: each origin's last word, without early tolls that others have since raised and
// without vague ones where somebody counted. Draws no range; casualties.ts does.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { ClaimId, DocumentId, Figure } from "../model/index.ts";
import { byKeys, grouped, inOrder } from "./names.ts";

/** A figure as one origin gives it. */
export interface Told {
  readonly figure: Figure;
  readonly claim: ClaimId;
  readonly document: DocumentId;
  /** Null: nobody stands for it. */
  readonly origin: string | null;
  readonly party: boolean;
  /** A party on the side of those who did it. */
  readonly doer: boolean;
  readonly published: string;
}

type Raised = JudgementRules["casualties"]["raised"];

export const inTime = byKeys<Told>(
  (t) => t.published,
  (t) => t.claim,
  (t) => t.figure.min,
);
/** Values that no figure can lie above: 'at least 5' tells of five, and leaves open whether there were more. */
export const top = (f: Figure): number => f.max ?? f.min;
export const countOf = (f: Figure): string => `${f.min}..${f.max ?? ""}`;
export const isExact = (f: Figure): boolean => f.min === f.max;
const most = (f: Figure): number => f.max ?? Number.POSITIVE_INFINITY;
export const meets = (a: Figure, b: Figure): boolean => a.min <= most(b) && b.min <= most(a);

const dayOf = (t: Told): string => t.published.slice(0, 10);
/** The day on which a value was first told: a figure told again is no newer for that. */
const firstTold = (same: readonly Told[]): string => same.map(dayOf).sort(inOrder)[0]!;

/**
 * Each origin's last word of what is counted under one name: the values that it came to last. A vaguer figure that holds
 * an exact one of before is no news; nor is an old figure that an outlet repeats later.
 */
export function lastWords(told: readonly Told[]): Told[] {
  return [...grouped(told, (t) => t.origin ?? `claim ${t.claim}`).values()].flatMap((own) => {
    const values = [...grouped(own, (t) => countOf(t.figure)).values()].map((same) => ({
      same,
      figure: same[0]!.figure,
      since: firstTold(same),
    }));
    const exact = values.filter((v) => isExact(v.figure));
    const news = values.filter(
      (v) => isExact(v.figure) || !exact.some((o) => o.since < v.since && meets(o.figure, v.figure)),
    );
    const last = news
      .map((v) => v.since)
      .sort(inOrder)
      .at(-1);
    return news.filter((v) => v.since === last).flatMap((v) => v.same);
  });
}

/** Counts of one toll differ by so much even where nobody learnt more. */
const beyond = (low: Figure, high: Figure, { ratio, gap }: Raised): boolean =>
  high.min > top(low) * ratio && high.min - top(low) > gap;
const isVague = (f: Figure): boolean => f.max !== null && f.max > f.min * 2;

/** Without early tolls: what an origin told before another counted far more, and has not told anew. */
export function withoutRaised(told: readonly Told[], raised: Raised): Told[] {
  const since = new Map<Told, string>();
  for (const same of grouped(told, (t) => `${t.origin ?? t.claim} ${countOf(t.figure)}`).values())
    for (const t of same) since.set(t, firstTold(same));
  return told.filter(
    (t) =>
      !told.some(
        (o) =>
          o.origin !== t.origin &&
          since.get(o)! > since.get(t)! &&
          !isVague(o.figure) &&
          beyond(t.figure, o.figure, raised),
      ),
  );
}

/** 'Dozens' says nothing where somebody counted 31; 'at least 2' still bounds from below where somebody counted 3. */
export const withoutVague = (told: readonly Told[], also: (f: Figure) => boolean = () => false): Told[] => {
  const exact = told.filter((t) => isExact(t.figure));
  return told.filter(
    ({ figure }) =>
      isExact(figure) || also(figure) || !exact.some((e) => figure.min <= e.figure.min && e.figure.min <= most(figure)),
  );
};
