// One line of plain English for an incident, composed from its slots alone: what, who, to whom, where, when, how many,
// by whose account. Nothing is said that no slot holds.
import type { Claim, Incident } from "../model/index.ts";
import { figuresPhrase } from "../wording/counts.ts";
import { dated, listed, plainDay } from "../wording/english.ts";
import { clause, noun, sentence } from "../wording/happening.ts";

const few = (names: readonly string[], most: number): string =>
  names.length > most ? `${names.slice(0, most).join(", ")} and others` : listed(names);

const day = ({ time }: Pick<Incident, "time">): string =>
  time === null ? "at an unknown time" : dated(time, plainDay);

/** 'The Syrian army withdrew from Homs on 6 December 2024; disputed; told by Syrian Observatory for Human Rights.' */
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
  const figures = body.figures.filter(
    (r) =>
      r.group !== "people" ||
      body.figures.every(
        (o) => o === r || o.measure !== r.measure || o.group === "people" || o.high !== r.high || o.low !== r.low,
      ),
  );
  const toll = figuresPhrase(figures);
  const tolls = toll ? `: ${toll.charAt(0).toLowerCase()}${toll.slice(1)}` : "";
  const status =
    body.status === "disputed" ? "; disputed" : body.status === "denied" && told.length > 0 ? "; taken back" : "";
  const by =
    body.origins.length > 0 ? `; told by ${few(body.origins, 3)}` : told.length > 0 ? "; by unnamed reports" : "";
  const happened = stance === "" ? sentence(body) : stance === "Denied: " ? clause(body) : noun(body);
  return `${stance}${happened} ${day(body)}${tolls}${status}${by}.`;
}
