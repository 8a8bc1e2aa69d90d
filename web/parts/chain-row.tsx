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

const RowNumbers = ({ rows }: { rows: readonly number[] }) => (
  <>
    {rows.map((n) => (
      <a key={n} href={`#${rowId(n)}`} class="row-number" data-to={rowId(n)} onClick={toRow}>
        <span class="unseen">row </span>
        {n}
      </a>
    ))}
  </>
);

function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <>
      {answers.map((a) => (
        <span key={a.words} class={`answer answer-${a.kind}`}>
          {a.words} <RowNumbers rows={a.rows} />
          {a.about && `(${a.about})`}
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

/** The origin's name, where the words call it otherwise: 'Britain-based monitor' is the Observatory. */
function originBehind({ origin, claim, document }: ChainRow): string | null {
  if (origin === null || origin === document.outlet) return null;
  const known = origin.toLowerCase();
  return claim.sources.some((s) => known.endsWith(s.name.toLowerCase())) ? null : origin;
}

export function ChainEntry(props: { row: ChainRow; later: readonly Answer[]; chosen: boolean }) {
  const { row, later, chosen } = props;
  const { claim, document } = row;
  const at = clock(row);
  const copy = isCopy(row);
  const back = backwards(row);
  // The only claim about its incident carries the verdict itself.
  const alone = row.verdict?.rows.length === 1 ? row.verdict.incident : null;
  const behind = originBehind(row);
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
        {row.told?.basis === "said" && <span class="zone">said that day</span>}
      </p>
      <article
        class="told-card"
        aria-label={`${STANCES[claim.stance] ?? plain(claim.stance)}: ${eventWord(claim.event)}`}
      >
        <p class="told-by">
          <span>
            <strong>
              <Chain sources={claim.sources} outlet={document.outlet} />
            </strong>
            {behind && (
              <span class="quiet">
                , that is <bdi>{behind}</bdi>
              </span>
            )}
          </span>
          <span class={`stance stance-${claim.stance}`}>{STANCES[claim.stance] ?? plain(claim.stance)}</span>
          {row.party && <span class="stance party">a party to it</span>}
          {copy && <Answers answers={back} />}
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
        {!copy && (back.length > 0 || later.length > 0) && (
          <p class="answers">
            <Answers answers={back} />
            <Answers answers={later} />
          </p>
        )}
        <p class="passage-foot">
          <Citation document={document} claim={claim.id} />
        </p>
        {alone && (
          <p class="meta alone">
            <span>
              <a href={to("incident", alone.id)}>
                <StatusWord status={alone.status} />
              </a>
            </span>
            <span>grade {GRADES[alone.grade]}</span>
          </p>
        )}
      </article>
    </li>
  );
}

function Standing({ incident }: Pick<Verdict, "incident">) {
  const disputes = incident.disputes.filter((d) => d.slot !== "stance").map((d) => slotWord(d.slot));
  return (
    <>
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
    </>
  );
}

/** How an incident that several claims are about stands once the last of them has been told. */
export function VerdictEntry({ verdict: { incident, rows } }: { verdict: Verdict }) {
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
          rows <RowNumbers rows={rows} />
        </span>
        <Standing incident={incident} />
      </p>
    </li>
  );
}
