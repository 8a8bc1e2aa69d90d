// What the signs of the map mean: holders, how firmly a holding is told, how exactly a place is told.
import type { HolderSign } from "../draw/holders.ts";
import { Sign } from "./holder-mark.tsx";
import { StatusLegend } from "./status.tsx";

const EXAMPLE: HolderSign = { name: "", shape: "circle", letters: "A", colour: 0 };

export function MapLegend({ signs }: { signs: ReadonlyMap<string, HolderSign> }) {
  return (
    <details class="map-legend" open={matchMedia("(min-width: 60rem)").matches}>
      <summary>What the signs mean</summary>
      <div class="legend-columns">
        <section>
          <h3>Holders</h3>
          <ul>
            {[...signs].map(([key, s]) => (
              <li key={key} class="with-sign">
                <Sign sign={s} /> <bdi>{s.name}</bdi>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>How it is held</h3>
          <ul>
            <li class="with-sign">
              <Sign sign={EXAMPLE} /> borne out by two or more
            </li>
            <li class="with-sign">
              <Sign sign={EXAMPLE} firm="hollow" /> claimed, or only present
            </li>
            <li class="with-sign">
              <Sign sign={EXAMPLE} state="contested" /> contested
            </li>
            <li class="with-sign">
              <Sign sign={EXAMPLE} state="besieged" /> besieged
            </li>
            <li class="with-sign">
              <Sign sign={EXAMPLE} firm="crossed" /> denied, or left
            </li>
          </ul>
        </section>
        <section>
          <h3>Incidents</h3>
          <StatusLegend />
          <p class="quiet">Those of the three days before fade.</p>
        </section>
        <section>
          <h3>How exactly the place is told</h3>
          <ul>
            <li class="with-sign">
              <svg class="sample" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
                <circle cx="13" cy="13" r="4.2" class="sample-line" />
              </svg>
              a named town or site
            </li>
            <li class="with-sign">
              <svg class="sample" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
                <circle cx="13" cy="13" r="11" class="sample-dash" />
                <circle cx="13" cy="13" r="4.2" class="sample-line" />
              </svg>
              near it or around it
            </li>
            <li class="with-sign">
              <svg class="sample" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
                <circle cx="13" cy="13" r="12" class="sample-soft" />
                <circle cx="13" cy="13" r="4.2" class="sample-line" />
              </svg>
              somewhere in a province; the field is no border
            </li>
          </ul>
          <p class="quiet">Coasts and borders: Natural Earth. They take no side on any border.</p>
        </section>
      </div>
    </details>
  );
}
