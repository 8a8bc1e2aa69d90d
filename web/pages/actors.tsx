// Who acts and who is acted on: every actor that claims name, the most named first.
import { address, to } from "../core/address.ts";
import type { ActorRow, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { number } from "../core/words.ts";
import { CardTable, Cell, Row, RowHead } from "../parts/card-table.tsx";
import { Answered, Nothing } from "../parts/states.tsx";

export function ActorsPage() {
  useTitle("Actors");
  const { known_by, recorded_by } = address.value.parameters;
  const asked = useAnswer<Rows<ActorRow>>(question("actors", { known_by, recorded_by, limit: 1000 }));
  return (
    <>
      <h1>Who acts and is acted on</h1>
      <p class="standfirst">
        Everybody whom reports name as doing something or having it done to them. Only claims are counted, no guilt.
      </p>
      <Answered asked={asked} what="the actors">
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing>No actor is named in this ledger yet.</Nothing>
          ) : (
            <CardTable
              label="Actors"
              columns={[
                "Actor",
                { name: "Claims", number: true },
                { name: "Incidents", number: true },
                "First day",
                "Last day",
              ]}
            >
              {rows.map((a) => (
                <Row key={a.id ?? a.name}>
                  <RowHead>
                    <a href={to("actor", a.id ?? a.name)} data-row>
                      <bdi>{a.name}</bdi>
                    </a>
                  </RowHead>
                  <Cell label="Claims" class="number">
                    {number(a.claims)}
                  </Cell>
                  <Cell label="Incidents" class="number">
                    {number(a.incidents)}
                  </Cell>
                  <Cell label="First day">{a.first ? tableDay(a.first) : "not told"}</Cell>
                  <Cell label="Last day">{a.last ? tableDay(a.last) : "not told"}</Cell>
                </Row>
              ))}
            </CardTable>
          )
        }
      </Answered>
    </>
  );
}
