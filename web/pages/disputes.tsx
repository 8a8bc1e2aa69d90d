// Claim against denial, and account against account, side by side with their words.
import { address, to } from "../core/address.ts";
import type { Claim, DisputeRow, DocumentRow, Rows } from "../core/answers.ts";
import { question, useAll, useAnswer } from "../core/asking.ts";
import { published, when } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { counted, plain, slotWord } from "../core/words.ts";
import { Chain } from "../parts/cite.tsx";
import { Answered, Nothing } from "../parts/states.tsx";
import { StatusWord } from "../parts/status.tsx";

type Documents = ReadonlyMap<string, DocumentRow>;

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

function Voice({ claim, documents }: { claim: Claim; documents: Documents }) {
  const document = documents.get(claim.document);
  return (
    <li class="voice">
      <p class="voice-head">
        <strong>
          <Chain sources={claim.sources} outlet={null} />
        </strong>
      </p>
      <blockquote dir="auto" lang={document?.lang ?? undefined}>
        <p>{claim.quote}</p>
      </blockquote>
      <p class="passage-foot">
        <a href={to("document", claim.document, { claim: claim.id })}>
          <bdi>{document?.outlet ?? "Outlet not known"}</bdi>, <time>{published(document?.published ?? null)}</time>
        </a>
      </p>
    </li>
  );
}

function Dispute({ row, documents }: { row: DisputeRow; documents: Documents }) {
  return (
    <article class="dispute">
      <h2>
        <a href={to("incident", row.incident.id)} data-row>
          <bdi>{row.incident.summary}</bdi>
        </a>
      </h2>
      <p class="meta">
        <StatusWord status={row.incident.status} />
        <span>{when(row.incident.time)}</span>
        <span>{QUESTIONS[row.slot] ?? slotWord(row.slot)}</span>
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
                <Voice key={c.id} claim={c} documents={documents} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </article>
  );
}

export function DisputesPage() {
  useTitle("Disputes");
  const { known_by, recorded_by, place, actor, source, event, from, to: until } = address.value.parameters;
  const clocks = { known_by, recorded_by };
  const asked = useAnswer<Rows<DisputeRow>>(
    question("disputes", { ...clocks, place, actor, source, event, from, to: until, limit: 1000 }),
  );
  const documents = useAll<DocumentRow>("documents", clocks);
  const byId = new Map((documents.value?.rows ?? []).map((d) => [d.id as string, d]));
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
            rows.map((row) => <Dispute key={`${row.incident.id} ${row.slot}`} row={row} documents={byId} />)
          )
        }
      </Answered>
    </>
  );
}
