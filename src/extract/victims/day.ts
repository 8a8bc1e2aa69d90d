// The day of the one shooting that a report tells: the day that most of its sentences put beside the shooting itself. Days of
// arrests, courts and funerals, and of a victim's death in hospital, are none of the shooting's.
import type { Codebook } from "../../codebook/load.ts";
import { addDays, type DateMention, type Day, daysBetween, type When } from "../../model/index.ts";
import { clauseAt, tokensOf } from "../sentence.ts";
import type { Read } from "../slots.ts";

/** How closely a day is tied to the shooting: it hangs on words for it, stands in a sentence with some, or is of the aftermath. */
const OF_IT = 4;
const BESIDE = 1;
const AFTER = 0;

/** What a date hangs on, and how much that ties it to the shooting. */
function tie({ sentence }: Read, mention: DateMention, codebook: Codebook): number {
  const { happens, aftermath, story } = codebook.victims;
  const { tree, words, passage } = sentence;
  const at = tokensOf(passage, mention.span);
  if (!at) return AFTER;
  const shot = words.some((w) => story.shots.has(w));
  // Up the tree from the date, over nouns and places, to the first word that says what was on that day.
  let k = at[0];
  for (let steps = 0; k >= 0 && steps < 6; steps++, k = tree.words[k]!.head) {
    if (k >= at[0] && k < at[1]) continue;
    const { upos, lemma } = tree.words[k]!;
    if (upos === "VERB" || upos === "AUX" || upos === "ADJ") {
      if (happens.has(lemma.toLowerCase())) return OF_IT;
      if (aftermath.has(lemma.toLowerCase())) return AFTER;
      break;
    }
    if (story.shots.has(words[k]!)) return OF_IT;
    if (aftermath.has(words[k]!)) return AFTER;
  }
  const clause = sentence.clauses[clauseAt(sentence, at[0])]!;
  if (words.slice(clause.from, clause.to).some((w) => aftermath.has(w))) return AFTER;
  return shot ? BESIDE : AFTER;
}

/** Where the days of the aftermath stand, by the place of their words: what is dated by one has no day of its own. */
export interface ShootingDay {
  readonly day: When | null;
  readonly afterwards: ReadonlySet<number>;
}

export function shootingDay(reads: readonly Read[], published: Day | null, codebook: Codebook): ShootingDay {
  const votes = new Map<Day, { weight: number; when: When }>();
  const afterwards = new Set<number>();
  for (const [n, read] of reads.entries())
    for (const mention of read.dates) {
      const { interval, bound, span, text } = mention;
      if (!interval || bound !== "during" || daysBetween(interval.start, interval.end) > 1) continue;
      const weight = tie(read, mention, codebook);
      if (weight === AFTER) afterwards.add(span[0]);
      if (weight === AFTER || (published && interval.start > addDays(published, 1))) continue;
      const before = votes.get(interval.start);
      // What stands early in the text is of what it is about.
      const own = weight * (n < 8 ? 2 : 1);
      votes.set(interval.start, {
        weight: (before?.weight ?? 0) + own,
        when: before?.when ?? { ...interval, text, at: [span], rule: "day-of-shooting" },
      });
    }
  const best = [...votes.values()].toSorted((a, b) => b.weight - a.weight)[0];
  return { day: best?.when ?? null, afterwards };
}
