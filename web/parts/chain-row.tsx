// One claim of a chain: when it was told, by whom, in which words, what it answers and what answers it; and the verdict
// where the last claim about an incident stands. Assertions keep to one side of the line, denials to the other.

import { placeWords } from "../core/accounts.ts";
import { amend, to } from "../core/address.ts";
import type { ChainRow, Verdict } from "../core/answers.ts";
import { type Answer, backwards, clock, isCopy } from "../core/chain.ts";
import { when } from "../core/days.ts";
import { figureText } from "../core/figures.ts";
import { capital, eventWord, GRADES, headline, listed, plain, STANCES, slotWord } from "../core/words.ts";
import { Chain, Citation } from "./cite.tsx";
import { independence } from "./incident-row.tsx";
import { StatusWord } from "./status.tsx";

export const rowId = (row: number): string => `row-${row}`;

/** To another row of this page; the address then names the claim, so that the view can be sent on. */
function toRow(event: MouseEvent): void {
  const link = event.currentTarget as HTMLElement;
  const row = document.getElementById(link.dataset.to ?? "");
  if (!row) return;
  event.preventDefault();
  amend({ claim: row.dataset.claim ?? null });
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
}

function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <>
      {answers.map((a) => (
        <span key={a.words} class={`answer answer-${a.kind}`}>
          {a.words}{" "}
          {a.rows.map((n, i) => (
            <span key={n}>
              {i > 0 && ", "}
              <a href={`#${rowId(n)}`} class="row-number" data-to={rowId(n)} onClick={toRow}>
                <span class="unseen">row </span>
                {n}
              </a>
            </span>
          ))}
          {a.about && ` (${a.about})`}
        </span>
      ))}
    </>
  );
}

function Facts({ row }: { row: ChainRow }) {
  const { claim, told } = row;
  const places = listed([...new Set(claim.places.map(placeWords))]);
  const same = claim.time?.start === claim.time?.end && claim.time?.start === told?.at.slice(0, 10);
  return (
    <p class="meta">
      <span>{eventWord(claim.event)}</span>
      {places && <bdi>{places}</bdi>}
      {claim.time && !same && <span>{when(claim.time)}</span>}
      {claim.figures.length > 0 && <span>{claim.figures.map(figureText).join(", ")}</span>}
      {claim.holding && claim.event === "holds" && <span>{plain(claim.holding)}</span>}
      {claim.background && <span>told as background</span>}
    </p>
  );
}

export function ChainEntry(props: { row: ChainRow; later: readonly Answer[]; chosen: boolean }) {
  const { row, later, chosen } = props;
  const { claim, document } = row;
  const at = clock(row);
  const copy = isCopy(row);
  const back = backwards(row);
  return (
    <li
      id={rowId(row.row)}
      data-claim={claim.id}
      tabIndex={-1}
      class={`link side-${claim.stance}${copy ? " link-copy" : ""}${chosen ? " link-chosen" : ""}`}
    >
      <p class="moment">
        <b>
          <span class="unseen">Row </span>
          {row.row}
        </b>
        {at && (
          <time>
            {at.time} <span class="zone">{at.zone}</span>
          </time>
        )}
        {row.told?.basis === "said" && <span class="zone">by its words</span>}
      </p>
      <article
        class="told-card"
        aria-label={`${STANCES[claim.stance] ?? plain(claim.stance)}: ${eventWord(claim.event)}`}
      >
        <p class="told-by">
          <strong>
            <Chain sources={claim.sources} outlet={document.outlet} />
          </strong>{" "}
          <span class={`stance stance-${claim.stance}`}>{STANCES[claim.stance] ?? plain(claim.stance)}</span>
          {row.party && <span class="stance party">a party to it</span>}
        </p>
        {!copy && (
          <>
            <blockquote dir="auto">
              <a href={to("document", document.id, { claim: claim.id })} data-row>
                {claim.quote}
              </a>
            </blockquote>
            <Facts row={row} />
          </>
        )}
        {(back.length > 0 || later.length > 0) && (
          <p class="answers">
            <Answers answers={back} />
            <Answers answers={later} />
          </p>
        )}
        <p class="passage-foot">
          <Citation document={document} claim={claim.id} />
        </p>
      </article>
    </li>
  );
}

/** How the incident stands once its last claim of the chain has been told. */
export function VerdictEntry({ verdict }: { verdict: Verdict }) {
  const { incident, rows } = verdict;
  const disputes = incident.disputes.filter((d) => d.slot !== "stance").map((d) => slotWord(d.slot));
  return (
    <li class="verdict">
      <p>
        <StatusWord status={incident.status} />{" "}
        <a href={to("incident", incident.id)}>
          <bdi>{headline(incident.summary)}</bdi>
        </a>
      </p>
      <p class="meta">
        <span>
          {rows.length > 1 ? "rows" : "row"}{" "}
          {rows.map((n, i) => (
            <span key={n}>
              {i > 0 && ", "}
              <a href={`#${rowId(n)}`} class="row-number" data-to={rowId(n)} onClick={toRow}>
                {n}
              </a>
            </span>
          ))}
        </span>
        <span>
          {capital(independence(incident))}
          {incident.origins.length > 0 && incident.origins.length < 4 && (
            <>
              : <bdi>{listed([...incident.origins])}</bdi>
            </>
          )}
        </span>
        <span>grade {GRADES[incident.grade]}</span>
        {disputes.length > 0 && <span>accounts differ on {listed(disputes)}</span>}
      </p>
    </li>
  );
}
