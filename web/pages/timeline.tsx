// The way in: what is reported in one sentence, the timeline, and every incident of it by day.
import { useMemo, useState } from "preact/hooks";
import { address, changed, go, to } from "../core/address.ts";
import type { Incident } from "../core/answers.ts";
import { type Query, question, useAll, useAnswer } from "../core/asking.ts";
import { between, fullDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { capital, counted, listed, number } from "../core/words.ts";
import { dayOfNumber, type Lanes, spans } from "../draw/timeline-layout.ts";
import { Filters } from "../parts/filters.tsx";
import { IncidentRow } from "../parts/incident-row.tsx";
import { Answered, Nothing } from "../parts/states.tsx";
import { StatusLegend } from "../parts/status.tsx";
import { TimelineChart } from "../parts/timeline-chart.tsx";

const LANES: readonly (readonly [Lanes, string])[] = [
  ["event", "what happened"],
  ["place", "where"],
  ["actor", "by whom"],
];

function filterOf(now: Readonly<Record<string, string>>): Query {
  const { event, status, place, actor, source, outlet, from, to, known_by, recorded_by, background } = now;
  return {
    event,
    status,
    place,
    actor,
    source,
    outlet,
    from,
    to,
    known_by,
    recorded_by,
    background: background === "with" ? undefined : false,
  };
}

/** '61 incidents …, told in 48 documents. Five are disputed …' */
function Sums({
  incidents,
  documents,
  total,
}: {
  incidents: readonly Incident[];
  documents: number | null;
  total: number;
}) {
  const number_of = (status: Incident["status"]): number => incidents.filter((i) => i.status === status).length;
  const told = new Set(incidents.flatMap((i) => i.documents)).size;
  const parts = [
    number_of("corroborated") && `${counted(number_of("corroborated"), "is", "are")} corroborated`,
    number_of("single-source") && `${counted(number_of("single-source"), "rests", "rest")} on a single source`,
    number_of("disputed") && `${counted(number_of("disputed"), "is", "are")} disputed`,
    number_of("denied") && `${counted(number_of("denied"), "is", "are")} known only from a denial`,
  ].filter((p): p is string => Boolean(p));
  return (
    <p class="standfirst">
      {capital(counted(total, "incident"))}, told in {counted(told, "document")}
      {documents !== null && documents > told && ` of ${number(documents)}`}: {listed(parts)}.
    </p>
  );
}

/** Days, the earliest first; incidents of several days stand under their first day, undated ones at the end. */
function byDay(incidents: readonly Incident[]): readonly (readonly [string, readonly Incident[]])[] {
  const groups = Map.groupBy(incidents, (i) => i.time?.start ?? "");
  return [...groups].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1));
}

const AT_ONCE = 150;
function Days({ incidents }: { incidents: readonly Incident[] }) {
  const [most, show] = useState(AT_ONCE);
  let left = most;
  const days = byDay(incidents).flatMap(([day, of]) => {
    const shown = of.slice(0, Math.max(0, left));
    left -= of.length;
    return shown.length ? [[day, shown, of.length] as const] : [];
  });
  return (
    <>
      {days.map(([day, of, all]) => (
        <section key={day} class="day" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`}>
            {day ? fullDay(day) : "No date given"} <span class="quiet">{counted(all, "incident")}</span>
          </h3>
          <ol class="incidents">
            {of.map((i) => (
              <IncidentRow key={i.id} incident={i} />
            ))}
          </ol>
        </section>
      ))}
      {incidents.length > most && (
        <button type="button" onClick={() => show(most + AT_ONCE)}>
          Show more ({number(incidents.length - most)} left)
        </button>
      )}
    </>
  );
}

export function TimelinePage() {
  useTitle("Timeline");
  const now = address.value.parameters;
  const query = filterOf(now);
  const asked = useAll<Incident>("incidents", { ...query, tally: false });
  const tallies = useAll<Incident>("incidents", { ...query, tally: true });
  const documents = useAnswer<{ total: number }>(question("documents", { limit: 1, known_by: query.known_by }));
  const by = (LANES.find(([l]) => l === now.lanes)?.[0] ?? "event") as Lanes;
  const incidents = asked.value?.rows ?? [];
  const span = useMemo(() => spans(incidents), [incidents]);
  const range = span ? between(dayOfNumber(span.most.from + 1), dayOfNumber(span.most.to - 2)) : null;

  return (
    <>
      <h1>{range ? `What is reported, ${range}` : "What is reported"}</h1>
      <Answered asked={asked} what="the incidents">
        {({ rows, total }) => (
          <>
            {rows.length > 0 && <Sums incidents={rows} documents={documents.value?.total ?? null} total={total} />}
            <Filters incidents={rows} />
            {now.place && (
              <p>
                <a href={to("chain", null, { place: now.place, from: now.from, to: now.to, event: now.event })}>
                  Who said what about it, and when
                </a>
              </p>
            )}
            {rows.length === 0 ? (
              <Nothing>
                {Object.keys(now).length
                  ? "No incident fits these filters."
                  : "The ledger is empty. `dateline ingest` puts documents in."}
              </Nothing>
            ) : (
              <>
                {rows.length < total && (
                  <Nothing>
                    Only the first {number(rows.length)} of {number(total)} incidents are shown; the filters narrow
                    them.
                  </Nothing>
                )}
                <section aria-labelledby="timeline-title">
                  <div class="section-head">
                    <h2 id="timeline-title">Timeline</h2>
                    <label>
                      Lanes by{" "}
                      <select
                        value={by}
                        onChange={(e) =>
                          go(changed({ lanes: e.currentTarget.value === "event" ? null : e.currentTarget.value }))
                        }
                      >
                        {LANES.map(([id, word]) => (
                          <option key={id} value={id}>
                            {word}
                          </option>
                        ))}
                      </select>
                    </label>
                  </div>
                  <TimelineChart incidents={rows} by={by} />
                  <StatusLegend />
                </section>
                <section aria-labelledby="days-title">
                  <h2 id="days-title">Day by day</h2>
                  <Days incidents={rows} />
                </section>
              </>
            )}
          </>
        )}
      </Answered>
      {(tallies.value?.rows.length ?? 0) > 0 && (
        <section aria-labelledby="tallies-title" class="tallies">
          <h2 id="tallies-title">Running totals</h2>
          <p class="quiet">
            Counts of a campaign or a war as its sources give them. They are never added to incidents.
          </p>
          <ol class="incidents">
            {tallies.value!.rows.map((i) => (
              <IncidentRow key={i.id} incident={i} dated />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
