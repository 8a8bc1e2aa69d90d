// One incident as a line of a list: status, what happened, where, how many were killed, on how many sources.
import { to } from "../core/address.ts";
import type { Incident } from "../core/answers.ts";
import { when } from "../core/days.ts";
import { extent, foremost, counted as measured } from "../core/figures.ts";
import { counted, eventWord, headline, listed, PRECISIONS } from "../core/words.ts";
import { StatusWord } from "./status.tsx";

/** Homs; near Rastan; somewhere in Idlib. */
export function placeText(places: Incident["places"]): string {
  const names = places.map((p) => {
    const lead = p.role === "near" ? "near" : (PRECISIONS[p.precision] ?? "");
    return `${lead ? `${lead} ` : ""}${p.name}`;
  });
  const shown = [...new Set(names)];
  return shown.length > 3 ? `${shown.slice(0, 3).join(", ")} and ${shown.length - 3} more` : shown.join(", ");
}

/** Who says so, by name where there are few; 'no named source' where nobody is. */
const told = (i: Incident): string =>
  i.origins.length === 0
    ? "no named source"
    : i.origins.length > 3
      ? `${i.origins.slice(0, 2).join(", ")} and ${i.origins.length - 2} others`
      : listed([...i.origins]);

export const independence = (i: Incident): string =>
  i.independent_sources === 0 ? "no named source" : counted(i.independent_sources, "independent source");

function Toll({ incident, measure }: { incident: Incident; measure: string }) {
  const figure = foremost(incident.figures, measure);
  if (!figure) return null;
  return (
    <span class="toll">
      <b>{extent(figure.low, figure.high, figure.open)}</b> {measured(figure.measure, "people")}
    </span>
  );
}

export function IncidentRow({ incident, dated = false }: { incident: Incident; dated?: boolean }) {
  const place = placeText(incident.places);
  return (
    <li class="incident-row">
      <StatusWord status={incident.status} />
      <div class="told">
        <a href={to("incident", incident.id)} data-row>
          <bdi>{headline(incident.summary)}</bdi>
        </a>
        <p class="meta">
          {(dated || !incident.time || incident.time.start !== incident.time.end) && <span>{when(incident.time)}</span>}
          <span>{eventWord(incident.event)}</span>
          {place && <bdi>{place}</bdi>}
          <span>{told(incident)}</span>
          {incident.background && <span>told as background</span>}
        </p>
      </div>
      <p class="tolls">
        <Toll incident={incident} measure="killed" />
        <Toll incident={incident} measure="injured" />
      </p>
    </li>
  );
}
