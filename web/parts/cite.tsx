// Who says so, through whom, and where it stands: the chain of attribution and the citation of a document.
import { to } from "../core/address.ts";
import type { Cited, SourceLink } from "../core/answers.ts";
import { published } from "../core/days.ts";
import { sourceKind } from "../core/words.ts";

/**
 * From the one who knows to the one who passed it on; the outlet's own voice where nobody is named. `through` adds the
 * outlet that carries it, for places that do not say it otherwise.
 */
export function Chain(props: { sources: readonly SourceLink[]; outlet: string | null; through?: boolean }) {
  const { sources, outlet, through = false } = props;
  if (sources.length === 0)
    return (
      <span class="chain">
        <bdi>{outlet ?? "The document"}</bdi> <span class="quiet">in its own voice</span>
      </span>
    );
  return (
    <span class="chain">
      {sources.map((s, i) => (
        <span key={`${s.name}${i}`}>
          {i > 0 && <span class="quiet"> to </span>}
          <bdi>{s.name}</bdi>
          {s.kind !== "outlet" && s.kind !== "agency" && <span class="quiet"> ({sourceKind(s.kind)})</span>}
        </span>
      ))}
      {through && outlet && (
        <>
          <span class="quiet">, in </span>
          <bdi>{outlet}</bdi>
        </>
      )}
    </span>
  );
}

/** Outlet, title and date of a document, leading to the document with the claim opened. */
export function Citation({ document, claim }: { document: Cited; claim?: string }) {
  return (
    <a class="citation" href={to("document", document.id, { claim: claim ?? null })}>
      <bdi>{document.outlet ?? "Outlet not known"}</bdi>
      {document.title && (
        <>
          , <cite dir="auto">{document.title}</cite>
        </>
      )}
      , <time>{published(document.published)}</time>
    </a>
  );
}
