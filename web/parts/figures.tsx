// An incident's figures as a table: low, best and high with the rule that made them.
import type { Range } from "../core/answers.ts";
import { counted } from "../core/figures.ts";
import { number } from "../core/words.ts";
import { CardTable, Cell, Row, RowHead } from "./card-table.tsx";

export function FigureTable({ figures }: { figures: readonly Range[] }) {
  if (figures.length === 0) return <p class="quiet">No account gives a figure.</p>;
  return (
    <CardTable
      label="Figures"
      columns={[
        "Counted",
        { name: "Low", number: true },
        { name: "Best", number: true },
        { name: "High", number: true },
        "By which rule",
        { name: "Accounts", number: true },
      ]}
    >
      {figures.map((f) => (
        <Row key={`${f.measure} ${f.group}`}>
          <RowHead>{counted(f.measure, f.group)}</RowHead>
          <Cell label="Low" class="number">
            {number(f.low)}
          </Cell>
          <Cell label="Best" class="number">
            {f.best === null ? <span class="quiet">none</span> : number(f.best)}
          </Cell>
          <Cell label="High" class="number">
            {f.high === null ? <span class="quiet">unknown</span> : number(f.high)}
            {f.open && <span class="quiet"> or more</span>}
          </Cell>
          <Cell label="By which rule" class="rule">
            {f.rule}
          </Cell>
          <Cell label="Accounts" class="number">
            {f.claims.length}
          </Cell>
        </Row>
      ))}
    </CardTable>
  );
}
