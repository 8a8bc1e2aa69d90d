// The accounts of an incident side by side: one row an account, one column a slot. A cell that others contradict says
// so in a word, by a mark and by its ground. On narrow screens each account becomes a card.

import { type Account, cellsOf, disagreement } from "../core/accounts.ts";
import type { Incident } from "../core/answers.ts";
import { published } from "../core/days.ts";
import { counted } from "../core/words.ts";
import { CardTable, Cell, Row, RowHead } from "./card-table.tsx";
import { Chain, Citation } from "./cite.tsx";

function AccountRow({ account, incident, copy = false }: { account: Account; incident: Incident; copy?: boolean }) {
  const { claim, document, copies } = account;
  return (
    <Row class={copy ? "copy" : undefined}>
      <RowHead>
        <a href={`#passage-${claim.id}`} data-passage={claim.id} onClick={toPassage}>
          <Chain sources={claim.sources} outlet={document.outlet} />
        </a>
        <span class="quiet outlet">
          {copy ? "copied by " : "in "}
          <bdi>{document.outlet ?? "an unknown outlet"}</bdi>
        </span>
        {copies.length > 0 && <span class="quiet">{counted(copies.length, "copy", "copies")} below</span>}
      </RowHead>
      <Cell label="Published">
        <time>{published(document.published)}</time>
      </Cell>
      {cellsOf(claim).map((cell) => {
        const differs = disagreement(incident, cell.slot, claim) !== null;
        return (
          <Cell key={cell.slot} label={cell.label} class={differs ? "differs" : undefined}>
            {cell.lines.length ? cell.lines.map((l) => <bdi key={l}>{l}</bdi>) : <span class="quiet">not said</span>}
            {differs && (
              <span class="differs-word">
                <span aria-hidden="true">≠ </span>accounts differ
              </span>
            )}
          </Cell>
        );
      })}
    </Row>
  );
}

/** To the passage on this page, without taking the address. */
function toPassage(event: MouseEvent): void {
  const id = (event.currentTarget as HTMLElement).dataset.passage;
  const passage = document.getElementById(`passage-${id}`);
  if (!passage) return;
  event.preventDefault();
  passage.scrollIntoView({ block: "start" });
  passage.focus({ preventScroll: true });
}

const COLUMNS = ["Who says so", "Published", "Says", "When", "Where", "By whom", "To whom", "How many"];

export function AccountTable({ accounts, incident }: { accounts: readonly Account[]; incident: Incident }) {
  return (
    <CardTable label="Accounts side by side" columns={COLUMNS} class="accounts">
      {accounts.flatMap((a) => [
        <AccountRow key={a.claim.id} account={a} incident={incident} />,
        ...a.copies.map((b) => <AccountRow key={b.claim.id} account={b} incident={incident} copy />),
      ])}
    </CardTable>
  );
}

/** What the accounts disagree on, slot by slot, with who stands where. */
export function Disagreements({ incident, accounts }: { incident: Incident; accounts: readonly Account[] }) {
  const every = accounts.flatMap((a) => [a, ...a.copies]);
  return (
    <dl class="disagreements">
      {incident.disputes.map((d) => (
        <div key={d.slot}>
          <dt>On {SLOT_PHRASES[d.slot] ?? d.slot}</dt>
          {d.values.map((v) => (
            <dd key={v.value}>
              <strong>
                <bdi>{v.value}</bdi>
              </strong>
              <ul>
                {every
                  .filter((a) => v.claims.includes(a.claim.id))
                  .map((a) => (
                    <li key={a.claim.id}>
                      <Chain sources={a.claim.sources} outlet={a.document.outlet} />:{" "}
                      <Citation document={a.document} claim={a.claim.id} />
                    </li>
                  ))}
              </ul>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const SLOT_PHRASES: Readonly<Record<string, string>> = {
  event: "what happened",
  stance: "whether it happened",
  time: "when",
  place: "where",
  actors: "who did it",
  targets: "to whom",
  figures: "how many",
  order: "the terms",
};
