// The foot of every page: by what the ledger was made, so that a printed or copied page can be traced.

import type { Claim, Rows } from "../core/answers.ts";
import { ledgerVersion, question, useAnswer } from "../core/asking.ts";

export function Foot() {
  const first = useAnswer<Rows<Claim>>(question("claims", { limit: 1 }));
  const documents = useAnswer<Rows<{ url: string | null }>>(question("documents", { limit: 5 }));
  const claim = first.value?.rows[0];
  const rows = documents.value?.rows ?? [];
  // example.org is reserved for examples (RFC 2606): a ledger whose documents all come from there is one.
  const example =
    rows.some((d) => d.url) && rows.every((d) => !d.url || /^https?:\/\/([\w-]+\.)*example\.org\//.test(d.url));
  return (
    <footer class="foot">
      {example && (
        <p>
          <strong>Example corpus: written for Dateline.</strong> Outlets are invented; the events are publicly reported
          facts.
        </p>
      )}
      <p>
        {claim && (
          <>
            {ledgerVersion.value !== null && <>Ledger version {ledgerVersion.value}. </>}Read by {claim.coder}, codebook{" "}
            {claim.codebook}.{" "}
          </>
        )}
        Every cell leads back to the words it rests on; what no source says is left open.
      </p>
      <p>
        <a href="openapi.json">The same answers for programs</a> <span aria-hidden="true">·</span>{" "}
        <a href="feed.atom">Feed of incidents</a>
      </p>
    </footer>
  );
}
