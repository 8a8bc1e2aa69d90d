// One claim on its own: what a link to a claim opens. The passage, every slot, and what other claims say to it.
import { address, to } from "../core/address.ts";
import type { Cited, ClaimAnswer, Incident, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { useDocuments } from "../core/texts.ts";
import { useTitle } from "../core/title.ts";
import { eventWord, headline, plain } from "../core/words.ts";
import { ClaimSlots } from "../parts/claim-slots.tsx";
import { Passage } from "../parts/passage.tsx";
import { Answered } from "../parts/states.tsx";

function Whole({ claim }: { claim: ClaimAnswer }) {
  useTitle(`${eventWord(claim.event)}: ${claim.quote.slice(0, 60)}`);
  const texts = useDocuments([claim.document]);
  const text = texts.value?.get(claim.document) ?? null;
  const document: Cited = claim.cited[0] ?? {
    id: claim.document,
    outlet: null,
    title: null,
    url: null,
    published: null,
  };
  const incidents = useAnswer<Rows<Incident>>(question("incidents", { document: claim.document, limit: 1000 }));
  const mine = incidents.value?.rows.filter((i) => i.claims.includes(claim.id)) ?? [];
  return (
    <>
      <h1>{eventWord(claim.event)}, as one source tells it</h1>
      <Passage claim={claim} document={document} text={text} />
      {mine.map((i) => (
        <p key={i.id}>
          Judged to be about: <a href={to("incident", i.id)}>{headline(i.summary)}</a>
        </p>
      ))}
      <h2>What was read</h2>
      <ClaimSlots claim={claim} text={text?.text ?? null} />
      {claim.relations.length > 0 && (
        <>
          <h2>Other claims</h2>
          <ul class="relations">
            {claim.relations.map((r) => {
              const other = r.from === claim.id ? r.to : r.from;
              return (
                <li key={`${r.from} ${r.kind} ${r.to}`}>
                  {r.from === claim.id
                    ? `This claim ${plain(r.kind)} `
                    : `This claim is met by one that ${plain(r.kind)} it: `}
                  <a href={to("claim", other)}>{other}</a> <span class="rule">{r.by}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

export function ClaimPage() {
  const { id } = address.value;
  const asked = useAnswer<ClaimAnswer>(id ? question(`claims/${encodeURIComponent(id)}`) : null);
  return (
    <Answered asked={asked} what="the claim">
      {(claim) => <Whole claim={claim} />}
    </Answered>
  );
}
