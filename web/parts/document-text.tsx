// The whole text of a document in its parts, the claims marked in it. Page furniture is greyed and said to be uncoded.
import type { Claim, Document, Part } from "../core/answers.ts";
import { type Mark, marksOf, stretches } from "../core/marks.ts";
import { eventWord } from "../core/words.ts";
import { Marked } from "./marked.tsx";

interface Props {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly chosen: Claim | null;
  readonly choose: (claim: Claim) => void;
}

/** The words of from..to with every claim in it as something to open; those of the chosen claim are marked slot by slot. */
function Words({ document, claims, chosen, choose, from, to }: Props & { from: number; to: number }) {
  const { text } = document;
  const slots: readonly Mark[] = chosen ? marksOf(chosen) : [];
  const spans = claims.map((claim) => ({ start: claim.start, end: claim.end, claim }));
  return (
    <>
      {stretches(from, to, spans).map((s) => {
        if (s.marks.length === 0 || (chosen && s.marks.some((m) => m.claim === chosen)))
          return (
            <span key={s.start} class={s.marks.length ? "claimed chosen" : undefined}>
              <Marked text={text} from={s.start} to={s.end} marks={slots} />
            </span>
          );
        const first = s.marks[0]!.claim;
        const names = [...new Set(s.marks.map((m) => eventWord(m.claim.event)))].join(", ");
        // A whole sentence is a poor button for a screen reader: the list of claims beside the text is its way.
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the list beside it is the keyboard's way
          <span key={s.start} class="claimed" title={names} onClick={() => choose(first)}>
            <Marked text={text} from={s.start} to={s.end} marks={slots} />
          </span>
        );
      })}
    </>
  );
}

function Block({ part, ...props }: Props & { part: Part }) {
  const [from, to] = part.span;
  const words = <Words {...props} from={from} to={to} />;
  switch (part.kind) {
    case "title":
      return <p class="part-title">{words}</p>;
    case "heading":
      return <p class="part-heading">{words}</p>;
    case "caption":
      return (
        <p class="part-caption">
          <span class="part-kind">Caption</span> {words}
        </p>
      );
    case "post":
      return (
        <blockquote class="part-post">
          <span class="part-kind">Embedded post</span>
          <p>{words}</p>
        </blockquote>
      );
    case "credit":
      return (
        <p class="part-credit">
          <span class="part-kind">Credit</span> {words}
        </p>
      );
    case "boilerplate":
      return (
        <p class="part-boilerplate">
          <span class="part-kind">Page furniture, not coded</span> {words}
        </p>
      );
    default:
      return <p>{words}</p>;
  }
}

export function DocumentText(props: Props) {
  const { document } = props;
  return (
    <div class="document-text" dir="auto" lang={document.lang ?? undefined}>
      {document.parts.map((part) => (
        <Block key={part.span[0]} part={part} {...props} />
      ))}
    </div>
  );
}
