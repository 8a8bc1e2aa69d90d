// The way to the situation report: the days, and the links to it as a page and as Markdown. The report itself is
// written by the server.
import { useState } from "preact/hooks";
import { address, amend } from "../core/address.ts";
import { question } from "../core/asking.ts";
import { addDays, between, isDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { useLastDay } from "../core/use-days.ts";
import { Nothing, Waiting } from "../parts/states.tsx";

export function SitrepPage() {
  useTitle("Situation report");
  const last = useLastDay();
  const { from: asked_from, to: asked_to, known_by } = address.value.parameters;
  const [wrong, tell] = useState<string | null>(null);
  const to = isDay(asked_to) ? asked_to : last;
  const from = isDay(asked_from) ? asked_from : to && addDays(to, -6);
  if (!from || !to) return <Waiting what="the days of the ledger" />;
  const set = (name: "from" | "to", value: string): void => {
    const next = { from, to, [name]: value };
    if (!isDay(value) || next.from > next.to) tell("The first day must not be after the last.");
    else {
      tell(null);
      amend({ from: next.from, to: next.to });
    }
  };
  const link = (format: string): string => question("sitrep", { from, to, known_by, format });
  return (
    <>
      <h1>Situation report, {between(from, to)}</h1>
      <p class="standfirst">
        What changed hands, what happened where, what is disputed and what is not known, each sentence with its sources.
      </p>
      <div class="fields">
        <label>
          <span>First day</span>
          <input type="date" value={from} onChange={(e) => set("from", e.currentTarget.value)} />
        </label>
        <label>
          <span>Last day</span>
          <input type="date" value={to} onChange={(e) => set("to", e.currentTarget.value)} />
        </label>
      </div>
      {wrong && <Nothing>{wrong}</Nothing>}
      <ul class="ways">
        <li>
          <a href={link("html")} target="_blank" rel="noopener" class="button">
            Read the report
          </a>{" "}
          <span class="quiet">opens in a new tab, ready to print</span>
        </li>
        <li>
          <a href={link("md")} download={`sitrep-${from}-${to}.md`}>
            Download as Markdown
          </a>
        </li>
        <li>
          <a href={link("json")}>With its citations as JSON</a>
        </li>
      </ul>
    </>
  );
}
