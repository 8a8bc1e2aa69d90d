// Says in one line how an incident differs from what the ledger said of it before. For the log of changes; the values
// themselves stand in the incident.
import type { Incident, Range } from "../model/index.ts";

const figure = (r: Range): string => {
  const bounds = `${r.low === r.high ? r.low : `${r.low}-${r.high ?? "?"}`}${r.open ? "+" : ""}`;
  return r.best !== null && r.best !== r.low && r.best !== r.high ? `${bounds} (best ${r.best})` : bounds;
};
const names = (list: readonly { readonly name: string }[]): string => list.map((x) => x.name).join(", ");
const days = (i: Incident): string =>
  i.time === null ? "" : i.time.start === i.time.end ? i.time.start : `${i.time.start} to ${i.time.end}`;

/** The cells that a reader would notice, in the order of reading; figures each under what they count. */
function cells(i: Incident): ReadonlyMap<string, string> {
  return new Map([
    ["event", i.event as string],
    ["status", i.status],
    ["grade", i.grade],
    ["independent sources", String(i.independent_sources)],
    ["time", days(i)],
    ["place", names(i.places)],
    ["actors", names(i.actors)],
    ["targets", names(i.targets)],
    ...i.figures.map((r): [string, string] => [`${r.measure} (${r.group})`, figure(r)]),
    ["disputed", i.disputes.map((d) => d.slot).join(", ")],
    ["claims", String(i.claims.length)],
  ]);
}

/** 'status: single-source -> corroborated; killed (people): 2 -> 2-5'; null when no cell differs. */
export function revision(before: Incident, after: Incident): string | null {
  const old = cells(before);
  const now = cells(after);
  const differing = [...new Set([...old.keys(), ...now.keys()])].filter(
    (k) => (old.get(k) ?? "") !== (now.get(k) ?? ""),
  );
  if (differing.length === 0) return null;
  return differing.map((k) => `${k}: ${old.get(k) || "none"} -> ${now.get(k) || "none"}`).join("; ");
}
