// The story of a place or an incident as a chain: every claim and denial in the order in which it was told, each with who
// says so and what it answers, and how each incident stands once its last claim is told.
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { address, changed, go, to } from "../core/address.ts";
import type { ChainRow } from "../core/answers.ts";
import { useAll } from "../core/asking.ts";
import { byDay, forwards } from "../core/chain.ts";
import { between, fullDay, isDay, longDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { capital, counted, headline } from "../core/words.ts";
import { ChainEntry, VerdictEntry } from "../parts/chain-row.tsx";
import { Answered, Nothing } from "../parts/states.tsx";

const FIELDS = ["place", "from", "to", "known_by"] as const;

function Asking() {
  const now = address.value.parameters;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const value = (name: string): string | null => String(given.get(name) ?? "").trim() || null;
    const asked = Object.fromEntries(FIELDS.map((f) => [f, value(f)]));
    // Who names a place leaves the one incident that the chain was of.
    go(changed({ ...asked, claim: null, ...(asked.place ? { incident: null } : {}) }));
  };
  const day = (name: "from" | "to" | "known_by", label: string) => (
    <label>
      <span>{label}</span>
      <input type="date" name={name} key={now[name]} defaultValue={now[name] ?? ""} />
    </label>
  );
  return (
    <form class="inline chain-asking" onSubmit={submit}>
      <label>
        <span>Place</span>
        <input type="text" name="place" key={now.place} defaultValue={now.place ?? ""} autocomplete="off" />
      </label>
      {day("from", "Happened from")}
      {day("to", "to")}
      {day("known_by", "Published by")}
      <button type="submit">Show</button>
    </form>
  );
}

/** '6 to 8 December 2024', 'from 6 December 2024'; empty where no day is set. */
function span(from: string | undefined, until: string | undefined): string {
  if (isDay(from) && isDay(until) && from <= until) return between(from, until);
  return isDay(from) ? `from ${longDay(from)}` : isDay(until) ? `until ${longDay(until)}` : "";
}

const SIDES: readonly (readonly [ChainRow["claim"]["stance"], string])[] = [
  ["asserted", "says it happened"],
  ["denied", "denies it"],
  ["planned", "says it will happen"],
  ["demanded", "calls for it"],
];

function Sums({ rows }: { rows: readonly ChainRow[] }) {
  const incidents = new Set(rows.flatMap((r) => r.incident ?? []));
  const sources = new Set(rows.flatMap((r) => r.origin ?? []));
  return (
    <p>
      {capital(counted(rows.length, "claim"))} by {counted(sources.size, "origin")} about{" "}
      {counted(incidents.size, "incident")}:{" "}
      {SIDES.flatMap(([stance, words]) => {
        const n = rows.filter((r) => r.claim.stance === stance).length;
        return n > 0
          ? [
              `${n} ${n === 1 ? words : words.replace("says", "say").replace("denies", "deny").replace("calls", "call")}`,
            ]
          : [];
      }).join(", ")}
      .
    </p>
  );
}

const AT_ONCE = 150;

function Whole({ rows }: { rows: readonly ChainRow[] }) {
  const { claim } = address.value.parameters;
  const at = rows.findIndex((r) => r.claim.id === claim);
  const [most, show] = useState(Math.max(AT_ONCE, at + 1));
  const later = forwards(rows);
  const sided = rows.some((r) => r.claim.stance === "denied");
  useEffect(() => {
    document.querySelector(".link-chosen")?.scrollIntoView({ block: "center" });
  }, [rows]);
  return (
    <>
      <Sums rows={rows} />
      <div class={`chain-of${sided ? " two-sided" : ""}`}>
        {sided && (
          <div class="chain-heads" aria-hidden="true">
            <span>Told as so</span>
            <span>Denied</span>
          </div>
        )}
        {byDay(rows.slice(0, most)).map(({ day, rows: told }) => (
          <section key={day ?? ""} aria-label={day ? fullDay(day) : "Day not known"}>
            <h2 class="chain-day">{day ? fullDay(day) : "Told on a day that is not known"}</h2>
            <ol class="links">
              {told.map((row) => (
                <Fragment key={row.row}>
                  <ChainEntry row={row} later={later.get(row.row) ?? []} chosen={row.claim.id === claim} />
                  {row.verdict && row.verdict.rows.length > 1 && <VerdictEntry verdict={row.verdict} />}
                </Fragment>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {rows.length > most && (
        <button type="button" onClick={() => show(most + AT_ONCE)}>
          Show more ({rows.length - most} left)
        </button>
      )}
    </>
  );
}

export function ChainPage() {
  const { place, incident, event, actor, from, to: until, known_by, recorded_by } = address.value.parameters;
  const asked = useAll<ChainRow>(place || incident ? "chain" : null, {
    place,
    incident,
    event,
    actor,
    from,
    to: until,
    known_by,
    recorded_by,
  });
  const about = asked.value?.rows.find((r) => r.verdict?.incident.id === incident)?.verdict?.incident;
  const name = place ?? (about ? headline(about.summary) : incident ? "One incident" : "");
  const days = span(from, until);
  const title = name ? `${name}${days ? `, ${days}` : ""}` : "Who said what, and when";
  useTitle(`${title}: claims and denials`);
  return (
    <>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p class="standfirst">
        Claims and denials in the order in which they were told. Hours are those of publication; a number leads to the
        row that is answered.
      </p>
      {incident && (
        <p>
          <a href={to("incident", incident)}>The incident, account by account</a>
        </p>
      )}
      <Asking />
      {!place && !incident ? (
        <Nothing>Name a place to see what was told about it.</Nothing>
      ) : (
        <Answered asked={asked} what="the claims">
          {({ rows }) => (rows.length === 0 ? <Nothing>No claim fits.</Nothing> : <Whole rows={rows} />)}
        </Answered>
      )}
    </>
  );
}
