// One line of plain English for an incident, composed from its slots alone: what, who, to whom, where, when, how many,
// by whose account. Nothing is said that no slot holds.
import type { Claim, Incident, Range } from "../model/index.ts";
import { type Day, dateOf, monthOf, yearOf } from "../model/index.ts";
import { distinct } from "./names.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const shown = (d: Day): string => `${dateOf(d)} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (names: readonly string[], most: number): string => {
  const few = names.slice(0, most);
  const text = few.length < 2 ? (few[0] ?? "") : `${few.slice(0, -1).join(", ")} and ${few.at(-1)}`;
  return names.length > most ? `${text} and others` : text;
};

function when(body: Pick<Incident, "time">): string {
  if (body.time === null) return "at an unknown time";
  const { start, end } = body.time;
  return start === end ? `on ${shown(start)}` : `between ${shown(start)} and ${shown(end)}`;
}

function counted(range: Range): string {
  const { low, best, high } = range;
  const count =
    high === null
      ? `at least ${low}`
      : low === high
        ? `${low}`
        : `${low}-${high}${best !== null && best !== low && best !== high ? ` (best ${best})` : ""}`;
  return `${count} ${range.group === "unknown" ? "" : `${range.group} `}${range.measure}`;
}

const ROLE = { at: "in", near: "near", from: "from", to: "to" } as const;
const PROVINCE = /province|governorate|region|countryside/i;

function where(places: Incident["places"]): string {
  const own = places.filter((p) => p.role === places[0]?.role);
  const names = distinct(
    own.map((p) => (p.kind === "province" && !PROVINCE.test(p.name) ? `${p.name} province` : p.name)),
  );
  if (names.length === 0) return "";
  const role = own[0]!.role === "at" && own[0]!.precision === "near" ? "near" : ROLE[own[0]!.role];
  return ` ${role} ${listed(names, 3)}`;
}

/** 'Withdrawal by Syrian army in Homs on 6 December 2024; disputed; told by Syrian Observatory for Human Rights.' */
export function summary(body: Omit<Incident, "id" | "summary">, claims: readonly Claim[]): string {
  const told = claims.filter((c) => c.stance !== "denied");
  const stance =
    told.length === 0
      ? "Denied: "
      : told.some((c) => c.stance === "asserted")
        ? ""
        : told.some((c) => c.stance === "planned")
          ? "Planned: "
          : "Demanded: ";
  const doers =
    body.actors.length > 0
      ? ` by ${listed(
          body.actors.map((a) => a.name),
          2,
        )}`
      : "";
  const targets =
    body.targets.length > 0
      ? ` against ${listed(
          body.targets.map((a) => a.name),
          2,
        )}`
      : "";
  const figures = body.figures.filter(
    (r) =>
      r.group !== "people" ||
      body.figures.every(
        (o) => o === r || o.measure !== r.measure || o.group === "people" || o.high !== r.high || o.low !== r.low,
      ),
  );
  const tolls = figures.length > 0 ? `: ${listed(figures.map(counted), 4)}` : "";
  const status =
    body.status === "disputed" ? "; disputed" : body.status === "denied" && told.length > 0 ? "; taken back" : "";
  const by =
    body.origins.length > 0 ? `; told by ${listed(body.origins, 3)}` : told.length > 0 ? "; by unnamed reports" : "";
  const event = body.event.replaceAll("_", " ");
  return `${stance}${stance ? event : capital(event)}${doers}${targets}${where(body.places)} ${when(body)}${tolls}${status}${by}.`;
}
