// Who holds what on a day, by whose account, as a table; and the history of one place with the words for each step.
import { address, changed, go, to } from "../core/address.ts";
import type { Holding, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { addDays, between, longDay, tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { useDay } from "../core/use-days.ts";
import { BASES, capital, counted, listed, plain, STATES } from "../core/words.ts";
import { type HolderSign, holderKey, signsOf } from "../draw/holders.ts";
import { CardTable, Cell, Row, RowHead } from "../parts/card-table.tsx";
import { DayPicker } from "../parts/day-picker.tsx";
import { FoldedClaims } from "../parts/folded-claims.tsx";
import { HoldingSign } from "../parts/holder-mark.tsx";
import { Answered, Nothing, Waiting } from "../parts/states.tsx";

type Signs = ReadonlyMap<string, HolderSign>;
const placeKey = (h: Holding): string => h.place.id ?? h.place.name;
const lasting = (h: Holding): string => {
  if (!h.from) return h.to ? `Until ${tableDay(h.to)}` : "From a day not said";
  if (h.from === h.to) return tableDay(h.from);
  return h.to ? `${tableDay(h.from)} to ${tableDay(h.to)}` : `Since ${tableDay(h.from)}`;
};
const since = (h: Holding): string => (h.from ? tableDay(h.from) : "not said");

const RANK: Readonly<Record<Holding["state"], number>> = {
  controls: 0,
  contested: 1,
  besieged: 2,
  present: 3,
  left: 4,
};

function Table({ holdings, signs, day }: { holdings: readonly Holding[]; signs: Signs; day: string }) {
  const key = (h: Holding): string => `${h.place.name} ${placeKey(h)} ${RANK[h.state]} ${h.from ?? ""}`;
  const sorted = [...holdings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return (
    <CardTable
      label={`Who holds what on ${longDay(day)}`}
      columns={["Place", "Holder", "How", "On whose word", "Since", "According to"]}
    >
      {sorted.map((h, i) => {
        const again = i > 0 && placeKey(sorted[i - 1]!) === placeKey(h);
        return (
          <Row key={h.id} class={`basis-${h.basis} state-${h.state} ${again ? "again" : ""}`}>
            <RowHead>
              <a href={changed({ place: placeKey(h), at: day })} data-row>
                <bdi>{h.place.name}</bdi>
              </a>
              {h.place.kind && <span class="quiet"> {plain(h.place.kind)}</span>}
            </RowHead>
            <Cell label="Holder">
              <span class="with-sign">
                <HoldingSign holding={h} sign={signs.get(holderKey(h.holder))} /> <bdi>{h.holder.name}</bdi>
              </span>
            </Cell>
            <Cell label="How">{STATES[h.state]}</Cell>
            <Cell label="On whose word">{BASES[h.basis]}</Cell>
            <Cell label="Since" class="day-cell">
              <time>{since(h)}</time>
            </Cell>
            <Cell label="According to">
              <bdi>{listed([...h.accounts]) || "the outlet itself"}</bdi>
            </Cell>
          </Row>
        );
      })}
    </CardTable>
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
        <a href={to("chain", null, { place, from: addDays(day, -2), to: day })}>
          Claims and denials, {between(addDays(day, -2), day)}
        </a>{" "}
        <span aria-hidden="true">·</span> <a href={to("map", null, { day })}>Map</a>
      </p>
      {sorted.length === 0 && <Nothing>No account says who held it.</Nothing>}
      <ol class="history">
        {sorted.map((h) => (
          <li key={h.id} aria-current={(h.from ?? "") <= day && (h.to === null || h.to >= day) ? "date" : undefined}>
            <p class="with-sign">
              <HoldingSign holding={h} sign={signs.get(holderKey(h.holder))} />
              <span>
                <strong>{lasting(h)}</strong> <bdi>{h.holder.name}</bdi>, {STATES[h.state]}
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
        As sources say it. What two or more say who are no side to it is “{BASES.assessed}”; all else is a claim, and is
        shown as one.
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
