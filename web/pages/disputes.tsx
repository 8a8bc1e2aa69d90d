// Claim against denial, and account against account, side by side with their words.
import { useState } from "preact/hooks";
import { address, to } from "../core/address.ts";
import type { Cited, Claim, DisputeRow, DocumentAnswer, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { when } from "../core/days.ts";
import { useDocuments } from "../core/texts.ts";
import { useTitle } from "../core/title.ts";
import { counted, headline, plain, slotWord } from "../core/words.ts";
import { Passage } from "../parts/passage.tsx";
import { Answered, Nothing } from "../parts/states.tsx";
import { StatusWord } from "../parts/status.tsx";

type Documents = ReadonlyMap<string, DocumentAnswer>;

const QUESTIONS: Readonly<Record<string, string>> = {
  stance: "Did it happen?",
  event: "What happened?",
  time: "When was it?",
  place: "Where was it?",
  actors: "Who did it?",
  targets: "To whom?",
  figures: "How many?",
  order: "On which terms?",
};

const citing = (claim: Claim, documents: Documents): Cited =>
  documents.get(claim.document) ?? { id: claim.document, outlet: null, title: null, url: null, published: null };

function Dispute({ row, documents }: { row: DisputeRow; documents: Documents }) {
  return (
    <article class="dispute">
      <h2>
        <a href={to("incident", row.incident.id)} data-row>
          <bdi>{headline(row.incident.summary)}</bdi>
        </a>
      </h2>
      <p class="meta">
        <StatusWord status={row.incident.status} />
        <span>{when(row.incident.time)}</span>
        <span>{QUESTIONS[row.slot] ?? slotWord(row.slot)}</span>
        <a href={to("chain", null, { incident: row.incident.id })}>Who said what, and when</a>
      </p>
      <div class="sides">
        {row.sides.map((side) => (
          <section key={side.value} aria-label={side.value} class={side.value === "denied" ? "side-denied" : undefined}>
            <h3>
              {row.slot === "stance" ? (
                side.value === "denied" ? (
                  "Denied"
                ) : side.value === "asserted" ? (
                  "Asserted"
                ) : (
                  plain(side.value)
                )
              ) : (
                <bdi>{side.value}</bdi>
              )}{" "}
              <span class="quiet">{counted(side.claims.length, "account")}</span>
            </h3>
            <ol class="voices">
              {side.claims.map((c) => (
                <li key={c.id}>
                  <Passage
                    claim={c}
                    document={citing(c, documents)}
                    text={documents.get(c.document) ?? null}
                    anchored={false}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </article>
  );
}

const AT_ONCE = 25;

export function DisputesPage() {
  useTitle("Disputes");
  const { known_by, recorded_by, place, actor, source, event, from, to: until } = address.value.parameters;
  const asked = useAnswer<Rows<DisputeRow>>(
    question("disputes", { known_by, recorded_by, place, actor, source, event, from, to: until, limit: 1000 }),
  );
  const [most, show] = useState(AT_ONCE);
  const shown = (asked.value?.rows ?? []).slice(0, most);
  const documents = useDocuments(shown.flatMap((row) => row.sides.flatMap((s) => s.claims.map((c) => c.document))));
  return (
    <>
      <h1>Where accounts disagree</h1>
      <p class="standfirst">
        A claim beside its denial, and accounts that differ on one point. A disagreement on one point leaves the others
        standing.
      </p>
      <Answered asked={asked} what="the disputes">
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing>No account in this ledger contradicts another.</Nothing>
          ) : (
            <>
              {shown.map((row) => (
                <Dispute key={`${row.incident.id} ${row.slot}`} row={row} documents={documents.value ?? new Map()} />
              ))}
              {rows.length > most && (
                <button type="button" onClick={() => show(most + AT_ONCE)}>
                  Show more ({rows.length - most} left)
                </button>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
}
