// A claim in the words it rests on: the passage of the document with the evidence marked, who says so, and the way to
// the whole document.
import type { Cited, Claim, Document } from "../core/answers.ts";
import { marksOf, passageAround } from "../core/marks.ts";
import { eventWord, plain } from "../core/words.ts";
import { Chain, Citation } from "./cite.tsx";
import { Marked } from "./marked.tsx";

export function Passage(props: {
  claim: Claim;
  document: Cited;
  text: Pick<Document, "text" | "lang"> | null;
  /** Where a page shows a claim more than once, only one of them can be linked to. */
  anchored?: boolean;
}) {
  const { claim, document, text, anchored = true } = props;
  const [from, to] = text ? passageAround(text.text, claim) : [claim.start, claim.end];
  // Without the document the quote itself is shown; it stands at claim.start, so the marks fit it once moved there.
  const words = text ? text.text : " ".repeat(claim.start) + claim.quote;
  return (
    <article
      class="passage"
      id={anchored ? `passage-${claim.id}` : undefined}
      tabIndex={-1}
      aria-label={`${eventWord(claim.event)}, ${document.outlet ?? "unknown outlet"}`}
    >
      <p class="passage-head">
        <strong>
          <Chain sources={claim.sources} outlet={document.outlet} />
        </strong>
        {claim.stance !== "asserted" && <span class={`stance stance-${claim.stance}`}>{plain(claim.stance)}</span>}
        {claim.background && <span class="quiet">told as background</span>}
      </p>
      <blockquote dir="auto" lang={text?.lang ?? undefined}>
        <p>
          {from > 0 && words[from - 1] !== "\n" && "… "}
          <Marked text={words} from={from} to={to} marks={marksOf(claim)} />
          {to < words.length && words[to] !== "\n" && " …"}
        </p>
      </blockquote>
      <p class="passage-foot">
        <Citation document={document} claim={claim.id} />
      </p>
    </article>
  );
}
