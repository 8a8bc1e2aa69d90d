// The day of a sentence in Arabic: 'the 18th of August 2021', 'today', 'yesterday'. A day without a year is that year's whose
// whole date the report bears; without one it stays unknown.
import type { ArabicWords } from "../../codebook/arabic.ts";
import { addDays, type Day, dayOf, daysBetween, span, type When, yearOf } from "../../model/index.ts";
import { type ArabicWord, meaningOf, phraseAt } from "./words.ts";

const when = (day: Day, words: readonly ArabicWord[], rule: string): When => ({
  start: day,
  end: day,
  grain: "day",
  text: words.map((w) => w.text).join(" "),
  at: [span(words[0]!.start, words.at(-1)!.end)],
  rule,
});

const digits = (word: ArabicWord | undefined, most: number): number | null => {
  const form = word?.forms.find((f) => /^\d+$/.test(f));
  return form !== undefined && form.length <= most ? Number(form) : null;
};

/** @param known the day of publication, or the whole date that the report bears; null where there is neither. */
export function arabicDay(words: readonly ArabicWord[], known: Day | null, list: ArabicWords): When | null {
  for (let at = 1; at < words.length; at++) {
    const month = phraseAt(words, at, list.months);
    const date = digits(words[at - 1], 2);
    if (!month || date === null || date < 1 || date > 31) continue;
    // Both names of a month may stand there: 'آب/أغسطس'.
    let next = at + month.length;
    const again = phraseAt(words, next, list.months);
    if (again?.value === month.value) next += again.length;
    const year = digits(words[next], 4);
    if (year !== null && year > 1990)
      return when(dayOf(year, month.value, date), words.slice(at - 1, next + 1), "arabic.date");
    if (known === null) continue;
    const near = [-1, 0, 1]
      .map((shift) => dayOf(yearOf(known) + shift, month.value, date))
      .sort((a, b) => Math.abs(daysBetween(a, known)) - Math.abs(daysBetween(b, known)))[0]!;
    return when(near, words.slice(at - 1, next), "arabic.date");
  }
  const at = known === null ? -1 : words.findIndex((w) => meaningOf(w, list.days) !== undefined);
  return at < 0 ? null : when(addDays(known!, meaningOf(words[at], list.days)!), [words[at]!], "arabic.day");
}
