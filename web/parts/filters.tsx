// The filters of the timeline, written into the address. Suggestions come from the ledger and are fetched only once
// somebody goes to a field.
import { useState } from "preact/hooks";
import { address, changed, go } from "../core/address.ts";
import type { Incident, Rows, Status } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { eventWord, STATUSES } from "../core/words.ts";

const FIELDS = ["event", "status", "place", "actor", "source", "from", "to", "known_by", "background"];

function Suggestions({ id, path }: { id: string; path: string }) {
  const answer = useAnswer<Rows<{ name: string }>>(question(path, { limit: 1000 }));
  const names = [...new Set(answer.value?.rows.map((r) => r.name) ?? [])];
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

export function Filters({ incidents }: { incidents: readonly Incident[] }) {
  const now = address.value.parameters;
  const [helped, help] = useState<ReadonlySet<string>>(new Set());
  const set = (name: string, value: string): void => go(changed({ [name]: value || null, seen: null }));
  const events = [...new Set([...incidents.map((i) => i.event as string), ...(now.event ? [now.event] : [])])];
  events.sort((a, b) => (eventWord(a) < eventWord(b) ? -1 : 1));
  const active = FIELDS.filter((f) => now[f]);

  const words = (name: string, label: string, path: string) => (
    <label key={name}>
      <span>{label}</span>
      <input
        type="text"
        value={now[name] ?? ""}
        list={`known-${name}`}
        autocomplete="off"
        onFocus={() => help(new Set([...helped, name]))}
        onChange={(e) => set(name, e.currentTarget.value.trim())}
      />
      {helped.has(name) && <Suggestions id={`known-${name}`} path={path} />}
    </label>
  );
  const day = (name: string, label: string) => (
    <label key={name}>
      <span>{label}</span>
      <input type="date" value={now[name] ?? ""} onChange={(e) => set(name, e.currentTarget.value)} />
    </label>
  );
  return (
    <details class="filters" open={active.length > 0}>
      <summary>Filters{active.length > 0 && ` (${active.length} set)`}</summary>
      <form class="fields" onSubmit={(e) => e.preventDefault()}>
        <label>
          <span>What</span>
          <select value={now.event ?? ""} onChange={(e) => set("event", e.currentTarget.value)}>
            <option value="">every type</option>
            {events.map((e) => (
              <option key={e} value={e}>
                {eventWord(e)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Status</span>
          <select value={now.status ?? ""} onChange={(e) => set("status", e.currentTarget.value)}>
            <option value="">every status</option>
            {(Object.keys(STATUSES) as Status[]).map((s) => (
              <option key={s} value={s}>
                {STATUSES[s].word}
              </option>
            ))}
          </select>
        </label>
        {words("place", "Where", "places")}
        {words("actor", "By or to whom", "actors")}
        {words("source", "Who says so", "sources")}
        {day("from", "From")}
        {day("to", "To")}
        {day("known_by", "Published by")}
        <label class="check">
          <input
            type="checkbox"
            checked={now.background === "with"}
            onChange={(e) => set("background", e.currentTarget.checked ? "with" : "")}
          />
          <span>with what is told as background</span>
        </label>
        {active.length > 0 && (
          <a class="clear" href={changed({ ...Object.fromEntries(FIELDS.map((f) => [f, null])), seen: null })}>
            Clear the filters
          </a>
        )}
      </form>
    </details>
  );
}
