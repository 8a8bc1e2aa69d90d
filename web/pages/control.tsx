// Who holds what on a day, by whose account, as a table; and the history of one place with the words for each step.
import { address, changed, go, to } from "../core/address.ts";
import type { Holding, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { longDay, tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { BASES, capital, counted, listed, plain, STATE_NOUNS, STATES } from "../core/words.ts";
import { type HolderSign, holderKey, signsOf } from "../draw/holders.ts";
import { DayPicker, useDay } from "../parts/day-picker.tsx";
import { FoldedClaims } from "../parts/folded-claims.tsx";
import { HoldingSign } from "../parts/holder-mark.tsx";
import { Answered, Nothing, Waiting } from "../parts/states.tsx";

type Signs = ReadonlyMap<string, HolderSign>;
const placeKey = (h: Holding): string => h.place.id ?? h.place.name;
const since = (h: Holding): string => (h.from ? tableDay(h.from) : "not said");

function Table({ holdings, signs, day }: { holdings: readonly Holding[]; signs: Signs; day: string }) {
  const sorted = [...holdings].sort((a, b) =>
    a.place.name === b.place.name ? ((a.from ?? "") < (b.from ?? "") ? 1 : -1) : a.place.name < b.place.name ? -1 : 1,
  );
  return (
    <div class="sideways" tabIndex={0} role="region" aria-label={`Who holds what on ${longDay(day)}`}>
      <table class="rows cards" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {["Place", "Holder", "How", "By what account", "Since", "According to"].map((h) => (
              <th key={h} scope="col" role="columnheader">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted.map((h) => (
            <tr key={h.id} role="row" class={`basis-${h.basis}`}>
              <th scope="row" role="rowheader">
                <a href={changed({ place: placeKey(h), at: day })} data-row>
                  <bdi>{h.place.name}</bdi>
                </a>
                {h.place.kind && <span class="quiet"> {plain(h.place.kind)}</span>}
              </th>
              <td role="cell" data-label="Holder">
                <span class="with-sign">
                  <HoldingSign holding={h} sign={signs.get(holderKey(h.holder))} /> <bdi>{h.holder.name}</bdi>
                </span>
              </td>
              <td role="cell" data-label="How">
                {STATE_NOUNS[h.state]}
              </td>
              <td role="cell" data-label="By what account">
                {BASES[h.basis]}
              </td>
              <td role="cell" data-label="Since">
                <time>{since(h)}</time>
              </td>
              <td role="cell" data-label="According to">
                <bdi>{listed([...h.accounts]) || "the outlet itself"}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function History({
  place,
  holdings,
  signs,
  day,
}: {
  place: string;
  holdings: readonly Holding[];
  signs: Signs;
  day: string;
}) {
  const name = holdings[0]?.place.name ?? place;
  const sorted = [...holdings].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">
        Who held <bdi>{name}</bdi>
      </h2>
      <p>
        <a href={changed({ place: null })}>All places on {longDay(day)}</a> <span aria-hidden="true">·</span>{" "}
        <a href={to("incidents", null, { place })}>Incidents there</a> <span aria-hidden="true">·</span>{" "}
        <a href={to("map", null, { day })}>Map</a>
      </p>
      {sorted.length === 0 && <Nothing>No account says who held it.</Nothing>}
      <ol class="history">
        {sorted.map((h) => (
          <li key={h.id} aria-current={(h.from ?? "") <= day && (h.to === null || h.to >= day) ? "date" : undefined}>
            <p class="with-sign">
              <HoldingSign holding={h} sign={signs.get(holderKey(h.holder))} />
              <span>
                <strong>
                  {h.from ? tableDay(h.from) : "From a day not said"}
                  {h.to && ` to ${tableDay(h.to)}`}
                </strong>
                : <bdi>{h.holder.name}</bdi> {STATES[h.state]} <bdi>{h.place.name}</bdi>
                <span class="quiet">
                  , {BASES[h.basis]}
                  {h.accounts.length > 0 && `: ${listed([...h.accounts])}`}
                </span>
              </span>
            </p>
            <FoldedClaims ids={h.claims} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ControlPage() {
  const { known_by, recorded_by, place } = address.value.parameters;
  const day = useDay();
  useTitle("Control");
  const every = useAnswer<Rows<Holding>>(question("control", { known_by, recorded_by, limit: 1000 }));
  const asked = useAnswer<Rows<Holding>>(
    day
      ? question(
          "control",
          place ? { place, known_by, recorded_by, limit: 1000 } : { at: day, known_by, recorded_by, limit: 1000 },
        )
      : null,
  );
  const signs = signsOf(every.value?.rows ?? []);
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("place");
    if (typeof text === "string") go(changed({ place: text.trim() || null }));
  };
  return (
    <>
      <h1>{day ? `Who holds what, ${longDay(day)}` : "Who holds what"}</h1>
      <p class="standfirst">
        As sources say it. “Told by others” means that somebody who is no side to it says so; a side's own word is shown
        as its own.
      </p>
      <div class="control-tools">
        {day ? <DayPicker day={day} /> : <Waiting what="the days of the ledger" />}
        <form class="inline" onSubmit={search}>
          <label>
            <span>One place's history</span>{" "}
            <input name="place" type="text" defaultValue={place ?? ""} autocomplete="off" />
          </label>
          <button type="submit">Show</button>
        </form>
      </div>
      <Answered asked={asked} what="the holdings">
        {({ rows }) =>
          place ? (
            <History place={place} holdings={rows} signs={signs} day={day!} />
          ) : rows.length === 0 ? (
            <Nothing>No account says who held any place on this day.</Nothing>
          ) : (
            <>
              <p>{capital(counted(new Set(rows.map(placeKey)).size, "place"))}.</p>
              <Table holdings={rows} signs={signs} day={day!} />
            </>
          )
        }
      </Answered>
    </>
  );
}
