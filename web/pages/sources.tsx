// Who says so: every source with how much it says, how often others bear it out and how often it is denied.
import { address, to } from "../core/address.ts";
import type { Rows, SourceRow } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { useTitle } from "../core/title.ts";
import { counted, listed, number, sourceKind } from "../core/words.ts";
import { Answered, Nothing } from "../parts/states.tsx";

export function SourcesPage() {
  useTitle("Sources");
  const { known_by, recorded_by } = address.value.parameters;
  const asked = useAnswer<Rows<SourceRow>>(question("sources", { known_by, recorded_by, limit: 1000 }));
  return (
    <>
      <h1>Who says so</h1>
      <p class="standfirst">
        Sources in the order of how much they say. Being borne out by others, or denied, is counted and not weighed.
      </p>
      <Answered asked={asked} what="the sources">
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing>No source is named in this ledger yet.</Nothing>
          ) : (
            <div class="sideways" tabIndex={0} role="region" aria-label="Sources">
              <table class="rows cards" role="table">
                <thead role="rowgroup">
                  <tr role="row">
                    {["Source", "Kind", "Claims", "Borne out by others", "Denied", "Heard through"].map((h, i) => (
                      <th key={h} scope="col" role="columnheader" class={i > 1 && i < 5 ? "number" : undefined}>
                        {h}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  {[...rows]
                    .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
                    .map((s) => (
                      <tr key={s.id ?? s.name} role="row">
                        <th scope="row" role="rowheader">
                          <a href={to("incidents", null, { source: s.id ?? s.name })} data-row>
                            <bdi>{s.name}</bdi>
                          </a>
                        </th>
                        <td role="cell" data-label="Kind">
                          {sourceKind(s.kind)}
                        </td>
                        <td role="cell" class="number" data-label="Claims">
                          {number(s.claims)}
                        </td>
                        <td role="cell" class="number" data-label="Borne out by others">
                          {number(s.corroborated)}
                        </td>
                        <td role="cell" class="number" data-label="Denied">
                          {number(s.denied)}
                        </td>
                        <td role="cell" data-label="Heard through">
                          <bdi>
                            {s.outlets.length > 4
                              ? `${s.outlets.slice(0, 3).join(", ")} and ${counted(s.outlets.length - 3, "other")}`
                              : listed([...s.outlets])}
                          </bdi>
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </>
  );
}
