// A happening as one English sentence, made of its slots alone: who, did what, to whom, where. Past tense throughout,
// so that one actor and five take the same verb. What no slot holds is not said.
import type { Incident } from "../model/index.ts";
import { capital, listed, named } from "./english.ts";

type IncidentPlace = Incident["places"][number];

const PROVINCE = /\b(province|governorate|region|state|oblast|district|county)\b/i;

/** A place's name as a reader knows it: a province is called one, so that it is not taken for its capital. */
export const placeName = (p: { readonly name: string; readonly kind: string | null }): string => {
  if (p.kind === "province" && !PROVINCE.test(p.name)) return `${p.name} province`;
  if (p.kind === "district" && !PROVINCE.test(p.name)) return `${p.name} district`;
  return ["base", "airport", "crossing", "prison", "camp"].includes(p.kind ?? "") && /^[A-Z]/.test(p.name)
    ? /\b(base|airport|airbase|crossing|prison|camp|brigade|barracks|academy|hospital)\b/i.test(p.name)
      ? `the ${p.name.replace(/^the /i, "")}`
      : `the ${p.name} ${p.kind}`
    : p.name;
};

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** The places of the incident by what they are to it. */
export function whereabouts(places: readonly IncidentPlace[]): {
  readonly bare: string | null;
  /** Whether `bare` is several places. */
  readonly many: boolean;
  readonly inside: string;
  readonly from: string;
  readonly to: string;
} {
  const of = (...roles: string[]): string[] =>
    distinct(places.filter((p) => roles.includes(p.role)).map(placeName)).slice(0, 4);
  const near = distinct(
    places.filter((p) => p.role === "near" || (p.role === "at" && p.precision === "near")).map(placeName),
  );
  const at = distinct(places.filter((p) => p.role === "at" && p.precision !== "near").map(placeName)).slice(0, 4);
  const [from, to] = [of("from"), of("to")];
  const inside = at.length > 0 ? ` in ${listed(at)}` : near.length > 0 ? ` near ${listed(near.slice(0, 4))}` : "";
  const bare =
    at.length > 0 ? listed(at) : to.length > 0 ? listed(to) : near.length > 0 ? `the area of ${listed(near)}` : null;
  return {
    bare,
    many: (at.length > 0 ? at : to).length > 1,
    inside,
    from: from.length > 0 ? ` from ${listed(from)}` : "",
    to: to.length > 0 ? ` to ${listed(to)}` : "",
  };
}

interface Slots {
  /** Null where nobody is named. */
  readonly who: string | null;
  readonly several: boolean;
  readonly whom: string | null;
  readonly bare: string | null;
  readonly many: boolean;
  readonly inside: string;
  readonly from: string;
  readonly to: string;
}

// One row an event type of the codebook; a type that has none is told by its name (see `sentence`).
const SAID: Readonly<Record<string, (s: Slots) => string>> = {
  armed_clash: (s) =>
    s.who && s.whom
      ? `${s.who} fought ${s.whom}${s.inside}`
      : s.who && s.several
        ? `${s.who} fought each other${s.inside}`
        : s.who
          ? `${s.who} fought${s.inside}`
          : `fighting broke out${s.inside}`,
  territory_captured: (s) =>
    s.who
      ? `${s.who} captured ${s.bare ?? "ground"}${s.whom ? ` from ${s.whom}` : ""}`
      : `${s.bare ?? "ground"} ${s.many ? "were" : "was"} captured${s.whom ? ` from ${s.whom}` : ""}`,
  territory_transferred: (s) =>
    s.who
      ? `${s.who} moved into ${s.bare ?? "new ground"} without a fight`
      : `${s.bare ?? "ground"} changed hands without a fight`,
  withdrawal: (s) => `${s.who ?? "forces"} withdrew${s.from || (s.bare ? ` from ${s.bare}` : "")}${s.from ? s.to : ""}`,
  offensive: (s) => `${s.who ?? "forces"} advanced${s.inside || s.from}${s.to}${s.whom ? ` against ${s.whom}` : ""}`,
  deployment: (s) =>
    s.who ? `${s.who} sent forces${s.from}${s.to || s.inside}` : `forces were sent${s.from}${s.to || s.inside}`,
  air_strike: (s) =>
    s.who
      ? `${s.who} carried out an air strike${s.whom ? ` on ${s.whom}` : ""}${s.inside || s.to}`
      : `an air strike hit ${s.whom ? `${s.whom}${s.inside}` : (s.bare ?? "an unnamed place")}`,
  shelling: (s) => {
    const hit = s.whom ? `${s.whom}${s.inside}` : (s.bare ?? "an unnamed place");
    return s.who ? `${s.who} shelled ${hit}` : `shells or rockets hit ${hit}`;
  },
  bombing: (s) =>
    s.who ? `${s.who} set off a bomb${s.inside}${s.whom ? ` against ${s.whom}` : ""}` : `a bomb went off${s.inside}`,
  chemical_attack: (s) =>
    s.who
      ? `${s.who} used a chemical weapon${s.inside}${s.whom ? ` against ${s.whom}` : ""}`
      : `a chemical weapon was used${s.inside}`,
  attack_on_civilians: (s) =>
    s.who
      ? `${s.who} attacked ${s.whom ?? "civilians"}${s.inside}`
      : `${s.whom ?? "people"} came under attack${s.inside}`,
  abduction: (s) => (s.who ? `${s.who} abducted ${s.whom ?? "people"}${s.inside}` : `people were abducted${s.inside}`),
  torture_or_abuse: (s) =>
    s.who ? `${s.who} ill-treated ${s.whom ?? "people held"}${s.inside}` : `people held were ill-treated${s.inside}`,
  arrest: (s) => (s.who ? `${s.who} arrested ${s.whom ?? "people"}${s.inside}` : `people were arrested${s.inside}`),
  release: (s) =>
    s.who
      ? `${s.who} freed ${s.whom ?? "prisoners"}${s.inside || s.from}`
      : `prisoners were freed${s.inside || s.from}`,
  surrender: (s) => `${s.who ?? "fighters"} surrendered${s.whom ? ` to ${s.whom}` : ""}${s.inside}`,
  flight: (s) => `${s.who ?? "people"} fled${s.from || s.inside}${s.to}`,
  displacement: (s) => `${s.who ?? s.whom ?? "people"} left their homes${s.from || s.inside}${s.to}`,
  protest: (s) => `${s.who ?? "people"} rallied${s.inside}${s.whom ? ` against ${s.whom}` : ""}`,
  riot_or_destruction: (s) =>
    s.who
      ? `${s.who} burnt, looted or destroyed property${s.inside}`
      : `property was burnt, looted or destroyed${s.inside}`,
  amnesty: (s) => (s.who ? `${s.who} offered an amnesty${s.inside}` : `an amnesty was offered${s.inside}`),
  curfew: (s) =>
    s.who ? `${s.who} announced a curfew or closure${s.inside}` : `a curfew or closure was announced${s.inside}`,
  advisory: (s) => (s.who ? `${s.who} issued a warning to people${s.inside}` : `people were warned${s.inside}`),
};

/** Whether the type is told in words of its own; others are better quoted than composed. */
export const hasPhrase = (event: string): boolean => event in SAID;

type Told = Pick<Incident, "event" | "actors" | "targets" | "places">;

const NUMBER =
  /^(about |around |at least |nearly |some )?(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|several|many|\w+teen|\w+ty) /i;

/** 'civilians' of '19 civilians': how many is told by the figures, which have a range. */
const uncounted = (name: string): string => name.replace(/^one (?=[a-z])/i, "a ").replace(NUMBER, "");

function slotsOf(incident: Told): Slots {
  const names = (parties: readonly { name: string }[]): string[] =>
    distinct(parties.map((p) => named(uncounted(p.name)))).slice(0, 4);
  const [who, whom] = [names(incident.actors), names(incident.targets)];
  return {
    who: who.length > 0 ? listed(who) : null,
    several: who.length > 1,
    whom: whom.length > 0 ? listed(whom) : null,
    ...whereabouts(incident.places),
  };
}

/** 'withdrawal by the Syrian army from Homs': what is planned, demanded or has no verb of its own. */
export function noun(incident: Told): string {
  const { who, inside, from, to } = slotsOf(incident);
  return `${incident.event.replaceAll("_", " ")}${who ? ` by ${who}` : ""}${from || inside}${to}`;
}

/** 'the Syrian army withdrew from Homs', to stand within a sentence. */
export const clause = (incident: Told): string => SAID[incident.event]?.(slotsOf(incident)) ?? noun(incident);

/** 'The Syrian army withdrew from Homs', with a capital and no full stop. */
export const sentence = (incident: Told): string => capital(clause(incident));

/** The province or the like that an incident is listed under; null where no place is known. */
export function area(places: readonly IncidentPlace[]): string | null {
  const first = places.find((p) => p.role === "at") ?? places[0];
  if (!first) return null;
  const country = first.within.at(-1);
  if (first.kind === "country") return `${first.name}, no nearer place given`;
  if (first.within.length === 0) return first.name;
  if (first.within.length === 1) {
    const own = ["province", "region", "city", "district"].includes(first.kind ?? "");
    const named = first.name.endsWith(country!) ? capital(first.name) : `${capital(placeName(first))}, ${country}`;
    return own ? named : `${country}, elsewhere`;
  }
  const province = first.within.at(-2)!;
  return `${PROVINCE.test(province) ? province : `${province} province`}, ${country}`;
}
