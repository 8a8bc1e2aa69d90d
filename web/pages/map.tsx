// One day on the map: what is told for it, what the days before left, and who is said to hold what - and beside it the
// same as lists, which say everything that the map does.
import { useMemo, useRef } from "preact/hooks";
import { address, amend, to } from "../core/address.ts";
import type { Holding, Incident, PlaceRow, Rows } from "../core/answers.ts";
import { question, useAll, useAnswer } from "../core/asking.ts";
import { isDay, longDay, tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { useLedgerDays } from "../core/use-days.ts";
import { BASES, capital, counted, listed, STATES } from "../core/words.ts";
import { type HolderSign, holderKey, signsOf } from "../draw/holders.ts";
import { ageOn, dayOnMap, type Spot, type Told } from "../draw/map-spots.ts";
import { DaySlider } from "../parts/day-slider.tsx";
import { HoldingSign } from "../parts/holder-mark.tsx";
import { IncidentRow } from "../parts/incident-row.tsx";
import { MapChart } from "../parts/map-chart.tsx";
import { MapLegend } from "../parts/map-legend.tsx";
import { Answered, Nothing } from "../parts/states.tsx";

type Signs = ReadonlyMap<string, HolderSign>;

function Holders({ holdings, signs, day }: { holdings: readonly Holding[]; signs: Signs; day: string }) {
  if (holdings.length === 0) return <Nothing>No account says who held any place.</Nothing>;
  const byHolder = Map.groupBy(holdings, (h) => holderKey(h.holder));
  const stays = (h: Holding): number => (h.state === "left" || h.basis === "denied" ? 1 : 0);
  const order = [...byHolder].sort(
    ([a, x], [b, y]) =>
      y.filter((h) => !stays(h)).length - x.filter((h) => !stays(h)).length || y.length - x.length || (a < b ? -1 : 1),
  );
  return (
    <>
      {order.map(([key, of]) => (
        <section key={key} class="holder">
          <h3 class="with-sign">
            {signs.has(key) && (
              <HoldingSign holding={{ ...of[0]!, basis: "assessed", state: "controls" }} sign={signs.get(key)} />
            )}
            <bdi>{of[0]!.holder.name}</bdi>
          </h3>
          <ul class="held">
            {of
              .toSorted((a, b) => stays(a) - stays(b))
              .map((h) => (
                <li key={h.id}>
                  <a href={to("control", null, { place: h.place.id ?? h.place.name, at: day })}>
                    <bdi>{h.place.name}</bdi>
                  </a>
                  <span class="quiet">
                    {h.place.kind === "province" && " province"}
                    {h.state !== "controls" && `, ${STATES[h.state]}`}, {BASES[h.basis]}
                    {h.from ? `, since ${tableDay(h.from)}` : ", since when is not said"}
                    {h.accounts.length > 0 && ` (${listed([...h.accounts])})`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const Events = ({ told }: { told: readonly Told[] }) => (
  <ol class="incidents compact">
    {told.map(({ incident, age }) => (
      <IncidentRow key={incident.id} incident={incident} dated={age > 0} />
    ))}
  </ol>
);

function SpotPanel({ spot, signs, day }: { spot: Spot; signs: Signs; day: string }) {
  const place = spot.key.replace(/ (point|ring|area)$/, "");
  return (
    <section class="spot" aria-labelledby="spot-title">
      <h2 id="spot-title" tabIndex={-1}>
        <bdi>{spot.name}</bdi>
        {spot.drawn === "area" && <span class="quiet"> somewhere in the area</span>}
      </h2>
      {spot.holdings.length > 0 && (
        <ul class="held">
          {spot.holdings.map((h) => (
            <li key={h.id} class="with-sign">
              <HoldingSign holding={h} sign={signs.get(holderKey(h.holder))} />
              <span>
                <bdi>{h.holder.name}</bdi>, {STATES[h.state]}, {BASES[h.basis]}
                {h.from && `, since ${tableDay(h.from)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Events told={spot.told} />
      <p>
        <a href={to("control", null, { place, at: day })}>Who held it, with the words</a>{" "}
        <span aria-hidden="true">·</span> <a href={to("incidents", null, { place })}>All incidents there</a>{" "}
        <span aria-hidden="true">·</span>{" "}
        <button type="button" class="plain" onClick={() => amend({ spot: null })}>
          Close
        </button>
      </p>
    </section>
  );
}

function Day({ day, incidents }: { day: string; incidents: readonly Incident[] }) {
  const { known_by, recorded_by, spot: chosen } = address.value.parameters;
  const clocks = { known_by, recorded_by };
  const every = useAnswer<Rows<Holding>>(question("control", { ...clocks, limit: 1000 }));
  const held = useAnswer<Rows<Holding>>(question("control", { ...clocks, at: day, limit: 1000 }));
  const places = useAnswer<Rows<PlaceRow>>(question("places", { ...clocks, limit: 400 }));
  const signs = useMemo(() => signsOf(every.value?.rows ?? []), [every.value]);
  const holdings = held.value?.rows ?? [];
  const map = useMemo(() => dayOnMap(incidents, holdings, day), [incidents, holdings, day]);
  const names = useMemo(
    () =>
      (places.value?.rows ?? [])
        .filter((p) => p.lat !== null && p.lon !== null && ["city", "town"].includes(p.kind ?? ""))
        .sort((a, b) => b.incidents + b.claims - a.incidents - a.claims)
        .map((p) => ({ name: p.name, lat: p.lat!, lon: p.lon! })),
    [places.value],
  );
  const drawn = new Set(map.spots.flatMap((s) => s.holdings.map((h) => holderKey(h.holder))));
  const shown = new Map([...signs].filter(([key]) => drawn.has(key)));
  const panel = useRef<HTMLDivElement>(null);
  const spot = map.spots.find((s) => s.key === chosen);
  return (
    <div class="map-page">
      <div class="map-side">
        <MapChart
          incidents={incidents}
          spots={map.spots}
          signs={signs}
          names={names}
          label={`Map of ${longDay(day)}: ${counted(map.spots.length, "place")} with something told. The lists beside it say the same.`}
          onOpen={() => panel.current?.querySelector<HTMLElement>("#spot-title")?.focus()}
        />
        <MapLegend signs={shown} />
      </div>
      <div class="map-lists" ref={panel}>
        {spot && <SpotPanel spot={spot} signs={signs} day={day} />}
        <section aria-labelledby="today-title">
          <h2 id="today-title">Told for this day</h2>
          {map.today.length === 0 ? <Nothing>No incident is told for this day.</Nothing> : <Events told={map.today} />}
          {map.unplaced.length > 0 && (
            <p class="quiet">
              {capital(counted(map.unplaced.length, "of them is", "of them are"))} told for no place that a map can show
              honestly: a whole country, or a name that is on no map.
            </p>
          )}
        </section>
      </div>
      <section class="map-holders" aria-labelledby="holders-title">
        <h2 id="holders-title">Who holds what</h2>
        <Holders holdings={holdings} signs={signs} day={day} />
      </section>
    </div>
  );
}

export function MapPage() {
  const { known_by, recorded_by, day: asked } = address.value.parameters;
  const days = useLedgerDays();
  const incidents = useAll<Incident>("incidents", { known_by, recorded_by, tally: false, background: false });
  const range = days.value?.days ?? null;
  const day = isDay(asked) ? asked : (range?.last ?? null);
  useTitle(day ? `Map, ${longDay(day)}` : "Map");
  return (
    <>
      <h1 class="unseen">Map{day && `, ${longDay(day)}`}</h1>
      <Answered asked={days} what="the days of the ledger">
        {() =>
          range && day ? (
            <>
              <DaySlider
                days={range}
                day={day}
                incidents={(incidents.value?.rows ?? []).filter((i) => ageOn(i, day) === 0).length}
              />
              <Answered asked={incidents} what="the incidents">
                {({ rows }) => <Day day={day} incidents={rows} />}
              </Answered>
            </>
          ) : (
            <Nothing>No incident in this ledger has a day yet.</Nothing>
          )
        }
      </Answered>
    </>
  );
}
