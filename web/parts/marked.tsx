// Text of a document with evidence marked in it. The text is only ever set as text nodes, so nothing in a document can
// become markup. Marks are told apart by a small word before them, by their line and by colour.
import type { Mark, MarkSlot } from "../core/marks.ts";
import { stretches } from "../core/marks.ts";
import { slotWord } from "../core/words.ts";

/** A stretch of the text with its marks. Each mark can be focused, and then names its reading and its rule. */
export function Marked(props: { text: string; from: number; to: number; marks: readonly Mark[] }) {
  const { text, from, to, marks } = props;
  return (
    <>
      {stretches(from, to, marks).map((s) => {
        const words = text.slice(s.start, s.end);
        const first = s.marks[0];
        if (!first) return words;
        const opening = s.marks.filter((m) => Math.max(m.start, from) === s.start);
        const why = s.marks.map((m) => `${slotWord(m.slot)}: ${m.value}, by rule ${m.rule}`).join("; ");
        return (
          <mark key={s.start} class={`ev ev-${first.slot}`} tabIndex={opening.length ? 0 : -1} data-why={why}>
            {opening.length > 0 && (
              <span class="ev-tag">
                {[...new Set(opening.map((m) => slotWord(m.slot)))].join(", ")}
                <span class="unseen"> ({why}): </span>
              </span>
            )}
            {words}
          </mark>
        );
      })}
    </>
  );
}

const ORDER: readonly MarkSlot[] = [
  "event",
  "stance",
  "actors",
  "targets",
  "place",
  "time",
  "figures",
  "sources",
  "said",
  "order",
];

export function MarkLegend({ slots }: { slots?: ReadonlySet<string> }) {
  return (
    <ul class="legend marks" aria-label="What is marked">
      {ORDER.filter((slot) => !slots || slots.has(slot)).map((slot) => (
        <li key={slot}>
          <mark class={`ev ev-${slot}`}>{slotWord(slot)}</mark>
        </li>
      ))}
    </ul>
  );
}
