// Every slot of one claim: what was read, the words it was read from, and the rule that read it.
import { to } from "../core/address.ts";
import type { Claim } from "../core/answers.ts";
import { readings } from "../core/marks.ts";
import { slotWord } from "../core/words.ts";

export function ClaimSlots({ claim, text }: { claim: Claim; text: string | null }) {
  return (
    <>
      <dl class="slots">
        {readings(claim).map((r, i) => (
          <div key={`${r.slot}${i}`}>
            <dt>
              <mark class={`ev ev-${r.slot}`}>{slotWord(r.slot)}</mark>
            </dt>
            <dd>
              <bdi>{r.value}</bdi>
              {text !== null && r.at.length > 0 && (
                <span class="from-words">
                  from{" "}
                  {r.at.map(([start, end], n) => (
                    <span key={start}>
                      {n > 0 && " … "}
                      <q dir="auto">{text.slice(start, end)}</q>
                    </span>
                  ))}
                </span>
              )}
              <span class="rule">{r.rule}</span>
            </dd>
          </div>
        ))}
      </dl>
      {claim.hedge && <p class="quiet">Hedged: {claim.hedge}.</p>}
      <p class="quiet identity">
        Claim <a href={to("claim", claim.id)}>{claim.id}</a>, read by {claim.coder}, codebook {claim.codebook}
      </p>
    </>
  );
}
