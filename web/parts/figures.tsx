// An incident's figures as a table: low, best and high with the rule that made them.
import type { Range } from "../core/answers.ts";
import { counted } from "../core/figures.ts";
import { number } from "../core/words.ts";

export function FigureTable({ figures }: { figures: readonly Range[] }) {
  if (figures.length === 0) return <p class="quiet">No account gives a figure.</p>;
  return (
    <div class="sideways" tabIndex={0} role="region" aria-label="Figures">
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col" class="number">
              Low
            </th>
            <th scope="col" class="number">
              Best
            </th>
            <th scope="col" class="number">
              High
            </th>
            <th scope="col">By which rule</th>
            <th scope="col" class="number">
              Accounts
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((f) => (
            <tr key={`${f.measure} ${f.group}`}>
              <th scope="row">{counted(f.measure, f.group)}</th>
              <td class="number">{number(f.low)}</td>
              <td class="number">{f.best === null ? <span class="quiet">none</span> : number(f.best)}</td>
              <td class="number">{f.high === null ? <span class="quiet">open</span> : number(f.high)}</td>
              <td class="rule">{f.rule}</td>
              <td class="number">{f.claims.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
