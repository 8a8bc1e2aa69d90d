// The claims under a row, fetched when they are asked for: the passages with their evidence marked.
import { useState } from "preact/hooks";
import type { Cited, ClaimAnswer } from "../core/answers.ts";
import { ask, question, useAsking } from "../core/asking.ts";
import { useDocuments } from "../core/texts.ts";
import { counted } from "../core/words.ts";
import { Passage } from "./passage.tsx";
import { Answered } from "./states.tsx";

const MOST = 12;

function Claims({ ids }: { ids: readonly string[] }) {
  const asked = useAsking(ids.join(" "), () =>
    Promise.all(ids.slice(0, MOST).map((id) => ask<ClaimAnswer>(question(`claims/${encodeURIComponent(id)}`)))),
  );
  const texts = useDocuments((asked.value ?? []).map((c) => c.document));
  return (
    <Answered asked={asked} what="the words">
      {(claims) => (
        <>
          {claims.map((claim) => {
            const document: Cited = claim.cited[0] ?? {
              id: claim.document,
              outlet: null,
              title: null,
              url: null,
              published: null,
            };
            return (
              <Passage
                key={claim.id}
                claim={claim}
                document={document}
                text={texts.value?.get(claim.document) ?? null}
              />
            );
          })}
          {ids.length > MOST && <p class="quiet">And {counted(ids.length - MOST, "more claim")}.</p>}
        </>
      )}
    </Answered>
  );
}

export function FoldedClaims({ ids, open = false }: { ids: readonly string[]; open?: boolean }) {
  const [opened, set] = useState(open);
  return (
    <details class="folded" open={open} onToggle={(e) => e.currentTarget.open && set(true)}>
      <summary>The words ({counted(ids.length, "claim")})</summary>
      {opened && <Claims ids={ids} />}
    </details>
  );
}
