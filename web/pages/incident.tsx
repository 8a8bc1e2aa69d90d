// One incident: what is judged and why, then every account that the judgement rests on, down to the marked words.

import type { ComponentChildren } from "preact";
import { accountsOf, placeWords } from "../core/accounts.ts";
import { address, to } from "../core/address.ts";
import type { Incident, IncidentAnswer, SplitAnswer } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { when } from "../core/days.ts";
import { useDocuments } from "../core/texts.ts";
import { useTitle } from "../core/title.ts";
import { capital, counted, eventWord, GRADES, headline, listed, plain, STATUSES, slotWord } from "../core/words.ts";
import { AccountTable, Disagreements } from "../parts/accounts.tsx";
import { Chain } from "../parts/cite.tsx";
import { FigureTable } from "../parts/figures.tsx";
import { IncidentRow, independence } from "../parts/incident-row.tsx";
import { MarkLegend } from "../parts/marked.tsx";
import { Passage } from "../parts/passage.tsx";
import { Answered } from "../parts/states.tsx";
import { StatusWord } from "../parts/status.tsx";

const Parties = ({ list }: { list: Incident["actors"] }) =>
  [...new Map(list.map((p) => [p.name, p])).values()].map((p, i, all) => (
    <span key={p.name}>
      {i > 0 && (i === all.length - 1 ? " and " : ", ")}
      <a href={to("actor", p.id ?? p.name)}>{p.name}</a>
    </span>
  ));

function Facts({ incident }: { incident: Incident }) {
  const { actors, targets } = incident;
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    ["What", eventWord(incident.event)],
    ["When", when(incident.time)],
    ["Where", incident.places.map(placeWords).join("; ")],
    ["By whom", actors.length > 0 && <Parties list={actors} />],
    ["To whom", targets.length > 0 && <Parties list={targets} />],
    ["ACLED", incident.acled ? `${incident.acled.type} / ${incident.acled.sub_type}` : ""],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Reasons of two kinds come in one list: for the grade ('weak: a single source'), and for joining accounts. */
const JOINED = /^joined: /;

function Judged({ incident }: { incident: Incident }) {
  const joins = incident.reasons.filter((r) => JOINED.test(r));
  const grounds = incident.reasons.filter((r) => !JOINED.test(r)).map((r) => r.replace(`${incident.grade}: `, ""));
  return (
    <div class="judged">
      <p>
        <StatusWord status={incident.status} /> <span class="quiet">{STATUSES[incident.status].means}.</span>
      </p>
      <p>
        <strong>{capital(independence(incident))}</strong>
        {incident.origins.length > 0 && (
          <>
            : <bdi>{listed([...incident.origins])}</bdi>
          </>
        )}
        .
        {incident.party_origins.length > 0 && (
          <>
            {" "}
            A party to the event itself: <bdi>{listed([...incident.party_origins])}</bdi>.
          </>
        )}
      </p>
      <p>
        Grade: <strong>{GRADES[incident.grade]}</strong>
        {grounds.length > 0 && `, ${grounds.join("; ")}`}.
      </p>
      {joins.length > 0 && (
        <details>
          <summary>Why these accounts were taken for one incident</summary>
          <ul class="reasons">
            {joins.map((r) => (
              <li key={r}>{r.replace(JOINED, "")}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const RELATIONS: Readonly<Record<string, string>> = {
  denies: "denies",
  corrects: "corrects",
  updates: "updates",
  copies: "copies",
  part_of: "is part of",
};

function Relations({ incident }: { incident: IncidentAnswer }) {
  const claims = new Map(incident.accounts.map((c) => [c.id as string, c]));
  const documents = new Map(incident.cited.map((d) => [d.id, d]));
  const voice = (id: string) => {
    const claim = claims.get(id);
    if (!claim) return <a href={to("claim", id)}>a claim of another incident</a>;
    return <Chain sources={claim.sources} outlet={documents.get(claim.document)?.outlet ?? null} through />;
  };
  return (
    <ul class="relations">
      {incident.relations.map((r) => (
        <li key={`${r.from} ${r.kind} ${r.to}`}>
          {voice(r.from)} <strong>{RELATIONS[r.kind] ?? plain(r.kind)}</strong> {voice(r.to)}
          {r.slots.length > 0 && <span class="quiet"> ({r.slots.map(slotWord).join(", ")})</span>}{" "}
          <span class="rule">{r.by}</span>
        </li>
      ))}
    </ul>
  );
}

function Whole({ incident }: { incident: IncidentAnswer }) {
  useTitle(headline(incident.summary));
  const accounts = accountsOf(incident.accounts, incident.cited, incident.relations);
  const texts = useDocuments(incident.accounts.map((c) => c.document));
  const text = (id: string) => texts.value?.get(id) ?? null;
  return (
    <>
      {incident.asked !== incident.id && (
        <p class="note">Incident {incident.asked} was joined with this one; links to it lead here.</p>
      )}
      <h1>
        <bdi>{headline(incident.summary)}</bdi>
      </h1>
      {(incident.tally || incident.background) && (
        <p class="note">
          {incident.tally && "A running total; it is never added to incidents. "}
          {incident.background && "Told as background."}
        </p>
      )}
      <div class="incident-head">
        <Judged incident={incident} />
        <Facts incident={incident} />
      </div>
      <section aria-labelledby="figures-title">
        <h2 id="figures-title">Figures</h2>
        <FigureTable figures={incident.figures} />
      </section>
      <section aria-labelledby="accounts-title">
        <h2 id="accounts-title">{capital(counted(accounts.length, "account"))}, side by side</h2>
        <AccountTable accounts={accounts} incident={incident} />
        <p>
          <a href={to("chain", null, { incident: incident.id })}>The same as a chain, in the order of telling</a>
        </p>
      </section>
      {incident.disputes.length > 0 && (
        <section aria-labelledby="disputes-title">
          <h2 id="disputes-title">Where they disagree</h2>
          <Disagreements incident={incident} accounts={accounts} />
        </section>
      )}
      {incident.relations.length > 0 && (
        <section aria-labelledby="relations-title">
          <h2 id="relations-title">Which account answers which</h2>
          <Relations incident={incident} />
        </section>
      )}
      <section aria-labelledby="words-title">
        <h2 id="words-title">The words it rests on</h2>
        <MarkLegend />
        {accounts.map((a) => (
          <div key={a.claim.id}>
            <Passage claim={a.claim} document={a.document} text={text(a.claim.document)} />
            {a.copies.length > 0 && (
              <details class="copies">
                <summary>{counted(a.copies.length, "copy", "copies")} of this account</summary>
                {a.copies.map((b) => (
                  <Passage key={b.claim.id} claim={b.claim} document={b.document} text={text(b.claim.document)} />
                ))}
              </details>
            )}
          </div>
        ))}
      </section>
      {incident.decisions.length > 0 && (
        <section aria-labelledby="decisions-title">
          <h2 id="decisions-title">What analysts decided</h2>
          <ul>
            {incident.decisions.map((d) => (
              <li key={d.id}>
                {d.by}, {d.at.slice(0, 10)}: {d.op}
                {d.slot && ` ${slotWord(d.slot)}`}. {d.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="quiet identity">
        Incident <code>{incident.id}</code>. <a href={`api/v1/incidents/${incident.id}`}>As JSON</a>,{" "}
        <a href={`api/v1/explain/${incident.id}`}>explained cell by cell as JSON</a>.
      </p>
    </>
  );
}

export function IncidentPage() {
  const { id, parameters } = address.value;
  const { known_by, recorded_by } = parameters;
  const asked = useAnswer<IncidentAnswer | SplitAnswer>(
    id ? question(`incidents/${encodeURIComponent(id)}`, { known_by, recorded_by }) : null,
  );
  return (
    <Answered asked={asked} what="the incident">
      {(answer) =>
        "split_into" in answer ? (
          <>
            <h1>This incident was split</h1>
            <p>What was one incident is now {counted(answer.split_into.length, "incident")}:</p>
            <ol class="incidents">
              {answer.split_into.map((i) => (
                <IncidentRow key={i.id} incident={i} dated />
              ))}
            </ol>
          </>
        ) : (
          <Whole incident={answer} />
        )
      }
    </Answered>
  );
}
