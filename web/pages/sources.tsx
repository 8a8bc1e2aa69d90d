// Who says so: every source with how much it says, how often others bear it out and how often it is denied.
import { address, to } from "../core/address.ts";
import type { Rows, SourceRow } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { useTitle } from "../core/title.ts";
import { counted, listed, number, sourceKind } from "../core/words.ts";
import { CardTable, Cell, Row, RowHead } from "../parts/card-table.tsx";
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
            <CardTable
              label="Sources"
              columns={[
                "Source",
                "Kind",
                { name: "Claims", number: true },
                { name: "Borne out by others", number: true },
                { name: "Denied", number: true },
                "Heard through",
              ]}
            >
              {[...rows]
                .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
                .map((s) => (
                  <Row key={s.id ?? s.name}>
                    <RowHead>
                      <a href={to("incidents", null, { source: s.id ?? s.name })} data-row>
                        <bdi>{s.name}</bdi>
                      </a>
                    </RowHead>
                    <Cell label="Kind">{sourceKind(s.kind)}</Cell>
                    <Cell label="Claims" class="number">
                      {number(s.claims)}
                    </Cell>
                    <Cell label="Borne out by others" class="number">
                      {number(s.corroborated)}
                    </Cell>
                    <Cell label="Denied" class="number">
                      {number(s.denied)}
                    </Cell>
                    <Cell label="Heard through">
                      <bdi>
                        {s.outlets.length > 4
                          ? `${s.outlets.slice(0, 3).join(", ")} and ${counted(s.outlets.length - 3, "other")}`
                          : listed([...s.outlets])}
                      </bdi>
                    </Cell>
                  </Row>
                ))}
            </CardTable>
          )
        }
      </Answered>
    </>
  );
}
