// One document as it was received: its whole text, every claim in it, and for the chosen claim each slot with its words.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { address, amend, to } from "../core/address.ts";
import type { Claim, DocumentAnswer, LineageEnd } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { published } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { counted, eventWord, listed, plain } from "../core/words.ts";
import { ClaimSlots } from "../parts/claim-slots.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { Answered } from "../parts/states.tsx";

const BASIS: Readonly<Record<string, string>> = {
  given: "as given with the document",
  metadata: "from the page's metadata",
  text: "from the text's own head",
};

const titled = (d: LineageEnd) => (
  <a href={to("document", d.id)}>
    <bdi>{d.outlet ?? d.title ?? d.id}</bdi>, <time>{published(d.published)}</time>
  </a>
);

/** What it repeats or credits, and what repeats it: why some documents add no source. */
function Lineage({ document }: { document: DocumentAnswer }) {
  const own = document.lineage.filter((l) => l.document.id === document.id);
  const copies = own.flatMap((l) => (l.kind === "copies" && l.of ? [l.of] : []));
  const copied = document.lineage.flatMap((l) => (l.kind === "copies" && l.of?.id === document.id ? [l.document] : []));
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ["Credits", document.credits.length > 0 && listed([...document.credits])],
    ["Copies", copies.length > 0 && copies.map((d) => <li key={d.id}>{titled(d)}</li>)],
    ["Copied by", copied.length > 0 && copied.map((d) => <li key={d.id}>{titled(d)}</li>)],
  ];
  return (
    <>
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === "string" ? value : <ul class="plain-list">{value}</ul>}</dd>
            </div>
          ),
      )}
    </>
  );
}

function Source({ document }: { document: DocumentAnswer }) {
  const address = document.url && /^https?:\/\//.test(document.url) ? document.url : null;
  return (
    <dl class="facts">
      <div>
        <dt>Outlet</dt>
        <dd>
          <bdi>{document.outlet ?? "not known"}</bdi>
        </dd>
      </div>
      <div>
        <dt>Published</dt>
        <dd>
          {published(document.published)}
          {document.published_basis && <span class="quiet"> {BASIS[document.published_basis]}</span>}
        </dd>
      </div>
      <Lineage document={document} />
      <div>
        <dt>Where it was</dt>
        <dd class="break">
          {address ? (
            <a href={address} rel="noopener noreferrer nofollow external">
              {address}
            </a>
          ) : (
            (document.url ?? document.file)
          )}
        </dd>
      </div>
      <div>
        <dt>Kept as</dt>
        <dd>
          <a href={`api/v1/documents/${encodeURIComponent(document.id)}/original?version=${document.version}`} download>
            the original bytes
          </a>
          <span class="quiet">
            , version {document.version}, SHA-256 <code title={document.sha256}>{document.sha256.slice(0, 12)}…</code>
          </span>
        </dd>
      </div>
    </dl>
  );
}

function Whole({ document: shown }: { document: DocumentAnswer }) {
  useTitle(shown.title ?? shown.id);
  const asked = address.value.parameters.claim;
  const at = Number(address.value.parameters.at ?? Number.NaN);
  const chosen =
    shown.claims.find((c) => c.id === asked) ??
    (Number.isNaN(at) ? undefined : shown.claims.find((c) => c.start <= at && at < c.end)) ??
    null;
  const choose = (claim: Claim): void => amend({ claim: claim.id, at: null });
  useEffect(() => {
    document.querySelector(".document-text .chosen")?.scrollIntoView({ block: "center" });
  }, [chosen?.id]);
  return (
    <>
      <h1 dir="auto">
        {shown.title ?? `Untitled: ${shown.outlet ?? "outlet not known"}, ${published(shown.published)}`}
      </h1>
      <Source document={shown} />
      {shown.notes.length > 0 && (
        <section class="notes" aria-labelledby="notes-title">
          <h2 id="notes-title">Trouble found in it</h2>
          <ul>
            {shown.notes.map((n, i) => (
              <li key={`${n.kind}${i}`}>
                <strong>{plain(n.kind.replaceAll("-", " "))}:</strong> {n.message}
                {n.at && (
                  <>
                    {" "}
                    <q dir="auto">{shown.text.slice(n.at[0], Math.min(n.at[1], n.at[0] + 80))}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="reader">
        <article aria-label="Text of the document">
          <DocumentText document={shown} claims={shown.claims} chosen={chosen} choose={choose} />
        </article>
        <aside aria-labelledby="claims-title">
          <h2 id="claims-title">{counted(shown.claims.length, "claim").replace(/^./, (c) => c.toUpperCase())} in it</h2>
          {shown.claims.length === 0 && <p class="quiet">The coder read no event out of this document.</p>}
          <ol class="claims">
            {shown.claims.map((claim) => (
              <li key={claim.id} class={claim === chosen ? "open" : undefined}>
                <button
                  type="button"
                  class="plain"
                  data-row
                  aria-expanded={claim === chosen}
                  onClick={() => (claim === chosen ? amend({ claim: null, at: null }) : choose(claim))}
                >
                  <strong>{eventWord(claim.event)}</strong>
                  {claim.places[0] && <bdi>, {claim.places[0].name}</bdi>}
                  {claim.stance !== "asserted" && <span class={`stance stance-${claim.stance}`}>{claim.stance}</span>}
                  {claim.background && <span class="quiet"> background</span>}
                </button>
                {claim === chosen && <ClaimSlots claim={claim} text={shown.text} />}
              </li>
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
}

export function DocumentPage() {
  const { id, parameters } = address.value;
  const { version, known_by, recorded_by } = parameters;
  const asked = useAnswer<DocumentAnswer>(
    id ? question(`documents/${encodeURIComponent(id)}`, { version, known_by, recorded_by }) : null,
  );
  return (
    <Answered asked={asked} what="the document">
      {(document) => <Whole document={document} />}
    </Answered>
  );
}
