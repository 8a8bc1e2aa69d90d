// A small ledger made by hand, for the tests of commands, routes, tools, exports and reports: three documents on Homs
// and Nawa, with a denial, an order, a holding and a running total. A factory's row shows only what differs.
import { resolve } from "node:path";
import { loadActorRelations } from "../src/codebook/actor-relations.ts";
import { loadActors } from "../src/codebook/actors.ts";
import { loadEvents } from "../src/codebook/events.ts";
import { loadJudgementRules } from "../src/codebook/judgement.ts";
import type { Codebook } from "../src/codebook/load.ts";
import type { Deciding } from "../src/ledger/ledger.ts";
import type { AsOf, DisputeRow, DocumentRow, Filter, Page, View } from "../src/ledger/view.ts";
import {
  type Claim,
  type ClaimPlace,
  type Decision,
  type Document,
  type Figure,
  type Holding,
  type Incident,
  type Order,
  type Party,
  type SourceLink,
  sha256,
  span,
} from "../src/model/index.ts";

const none = { at: [], rule: "by hand" };
type Loose<T> = { [K in keyof T]?: unknown };

export const party = (name: string, id: string | null = null): Party =>
  ({ name, id, aliases: [], text: name, ...none }) as Party;
export const source = (name: string, kind: SourceLink["kind"] = "monitor", id: string | null = null): SourceLink =>
  ({ name, id, aliases: [], kind, text: name, ...none }) as SourceLink;
export const place = (name: string, more: Loose<ClaimPlace> = {}): ClaimPlace =>
  ({
    name,
    id: name.toLowerCase(),
    lat: 34.7308,
    lon: 36.7094,
    kind: "city",
    within: [`${name} province`, "Syria"],
    within_ids: [`sy-${name.toLowerCase()}-province`, "sy"],
    precision: "exact",
    role: "at",
    text: name,
    runners_up: [],
    aliases: [],
    ...none,
    ...more,
  }) as ClaimPlace;
export const figure = (measure: Figure["measure"], min: number, max: number | null, more: Loose<Figure> = {}): Figure =>
  ({ measure, min, max, group: "people", of: null, approx: false, text: String(min), ...none, ...more }) as Figure;
export const onDay = (start: string, end = start) =>
  ({ start, end, grain: start === end ? "day" : "span", text: start, ...none }) as unknown as NonNullable<
    Claim["time"]
  >;

export const claim = (id: string, document: string, quote: string, more: Loose<Claim> = {}): Claim =>
  ({
    id,
    document,
    version: 1,
    quote,
    start: 0,
    end: quote.length,
    event: "armed_clash",
    event_evidence: none,
    acled: { type: "Battles", sub_type: "Armed clash" },
    plover: "ASSAULT",
    stance: "asserted",
    stance_evidence: null,
    background: false,
    hedge: null,
    time: null,
    said: null,
    places: [],
    actors: [],
    targets: [],
    sources: [],
    figures: [],
    order: null,
    holding: null,
    coder: "dateline@test",
    codebook: "test",
    ...more,
  }) as Claim;

export const incident = (id: string, claims: readonly Claim[], more: Loose<Incident> = {}): Incident => {
  const first = claims[0]!;
  return {
    id,
    event: first.event,
    acled: first.acled,
    status: "single-source",
    independent_sources: 1,
    origins: first.sources.map((s) => s.name).slice(0, 1),
    party_origins: [],
    grade: "weak",
    decided_by: { status: [], grade: [] },
    reasons: [],
    disputes: [],
    tally: false,
    background: false,
    time: first.time,
    places: first.places,
    actors: first.actors,
    targets: first.targets,
    figures: [],
    documents: [...new Set(claims.map((c) => c.document))],
    claims: claims.map((c) => c.id),
    summary: `${first.event} ${id}`,
    ...more,
  } as Incident;
};

export const document = (id: string, text: string, more: Loose<Document> = {}): Document =>
  ({
    id,
    version: 1,
    file: `${id}.txt`,
    outlet: "Orontes Post",
    title: `Title of ${id}`,
    url: null,
    lang: "en",
    published: "2024-12-07",
    published_basis: "given",
    retrieved: "2024-12-20T10:00:00Z",
    sha256: sha256(text),
    text,
    map: [],
    parts: [{ kind: "body", span: span(0, text.length) }],
    credits: [],
    copies_of: [],
    notes: [],
    ...more,
  }) as Document;

const homs = place("Homs");
const nawa = place("Nawa", { lat: 32.8892, lon: 36.0407, kind: "town", within: ["Daraa province", "Syria"] });
const army = party("Syrian government forces", "syrian-army");
const hts = party("Hayat Tahrir al-Sham", "hts");
const observatory = source("Syrian Observatory for Human Rights", "monitor", "sohr");
const ministry = source("Syrian Ministry of Defence", "official", "syria_mod");

export const texts = {
  d1: "Government forces left Homs on Friday, the Syrian Observatory for Human Rights said.",
  d2: "The Syrian defence ministry denied that the army had withdrawn from Homs. Two people were killed in Nawa.",
  d3: "An amnesty is valid until December 6. At least 727 people, 111 of them civilians, have died. <script>alert(1)</script>",
};
export const c1 = claim("c-1", "d1", texts.d1, {
  event: "withdrawal",
  acled: { type: "Strategic developments", sub_type: "Non-violent transfer of territory" },
  time: onDay("2024-12-06"),
  places: [homs],
  actors: [army],
  sources: [observatory],
});
export const c2 = claim("c-2", "d2", "The Syrian defence ministry denied that the army had withdrawn from Homs.", {
  event: "withdrawal",
  stance: "denied",
  time: onDay("2024-12-06"),
  places: [homs],
  actors: [army],
  sources: [ministry],
});
export const c3 = claim("c-3", "d2", "Two people were killed in Nawa.", {
  event: "air_strike",
  acled: { type: "Explosions/Remote violence", sub_type: "Air/drone strike" },
  time: onDay("2024-12-05"),
  start: 74,
  end: 105,
  places: [nawa],
  figures: [figure("killed", 2, 2)],
});
export const c4 = claim("c-4", "d3", "An amnesty is valid until December 6.", {
  event: "amnesty",
  acled: { type: "Strategic developments", sub_type: "Agreement" },
  time: onDay("2024-12-03"),
  places: [homs],
  actors: [hts],
});
export const c5 = claim("c-5", "d3", "At least 727 people, 111 of them civilians, have died.", {
  event: "casualty_tally",
  acled: null,
  time: onDay("2024-11-27", "2024-12-05"),
  start: 38,
  end: 92,
  sources: [observatory],
  figures: [figure("killed", 727, null), figure("killed", 111, 111, { group: "civilians", of: 727 })],
});
export const claims = [c1, c2, c3, c4, c5];

export const incidents: Incident[] = [
  incident("i-homs", [c1, c2], {
    status: "disputed",
    grade: "contested",
    disputes: [
      {
        slot: "stance",
        values: [
          { value: "asserted", claims: ["c-1"] },
          { value: "denied", claims: ["c-2"] },
        ],
      },
    ],
    summary: "Syrian government forces withdrew from Homs, 6 December 2024",
  }),
  incident("i-nawa", [c3], {
    summary: "Air strike in Nawa, 5 December 2024",
    figures: [{ measure: "killed", group: "people", low: 2, best: 2, high: 2, rule: "agreed", claims: ["c-3"] }],
  }),
  incident("i-amnesty", [c4], { summary: "Amnesty by Hayat Tahrir al-Sham" }),
  incident("i-tally", [c5], { tally: true, summary: "727 killed" }),
];

export const holdings: Holding[] = [
  {
    id: "h-homs",
    place: { id: "homs", name: "Homs", aliases: [], kind: "city", lat: 34.7308, lon: 36.7094, within: ["Syria"] },
    holder: { id: "hts", name: "Hayat Tahrir al-Sham", aliases: [] },
    before: null,
    from: "2024-12-07",
    to: null,
    state: "controls",
    basis: "claimed_by_other",
    accounts: ["Syrian Observatory for Human Rights"],
    claims: ["c-1"],
  } as unknown as Holding,
];
export const orders: Order[] = [
  {
    id: "o-amnesty",
    kind: "amnesty",
    issuer: [hts],
    for: [party("soldiers")],
    grants: [],
    conditions: [],
    exceptions: [],
    place: homs,
    announced: "2024-12-03",
    from: "2024-12-03",
    until: "2024-12-06",
    until_evidence: null,
    hours: null,
    status: "in_force",
    lifted: null,
    steps: [],
    supersedes: null,
    claims: ["c-4"],
  } as unknown as Order,
];
export const documents: Document[] = [
  document("d1", texts.d1),
  document("d2", texts.d2, { outlet: "Levant Wire", published: "2024-12-08", url: "https://levant-wire.example/homs" }),
  document("d3", texts.d3, {
    outlet: "Cedar Dispatch",
    published: null,
    published_basis: null,
    notes: [{ kind: "no-date", message: "nothing says when it was published", at: null }],
  }),
];

const row = (d: Document): DocumentRow => {
  const { text, map: _map, ...rest } = d;
  return {
    ...rest,
    recorded: "2024-12-20T10:00:00Z",
    length: text.length,
    claims: claims.filter((c) => c.document === d.id).length,
  };
};
const pageOf = <T>(rows: readonly T[], filter: Filter = {}): Page<T> => {
  const start = Number(filter.cursor ?? 0);
  const end = start + (filter.limit ?? 100);
  return { rows: rows.slice(start, end), total: rows.length, next: end < rows.length ? String(end) : null };
};
const inside = (time: { start: string; end: string } | null, f: Filter): boolean =>
  (!f.from || (time !== null && time.end >= f.from)) && (!f.to || (time !== null && time.start <= f.to));

/** Answers like a ledger's view, for the few filters that the tests of the faces use. */
export const fakeView = (as: AsOf = {}): View => {
  const known = documents.filter((d) => !as.known_by || (d.published ?? d.retrieved ?? "") <= as.known_by);
  const told = claims.filter((c) => known.some((d) => d.id === c.document));
  const rowsOf = (f: Filter = {}) =>
    incidents
      .filter((i) => i.claims.some((id) => told.some((c) => c.id === id)))
      .filter((i) => (!f.event || i.event === f.event) && (!f.status || i.status === f.status))
      .filter((i) => (f.tally === undefined || i.tally === f.tally) && inside(i.time, f))
      .filter((i) => !f.place || i.places.some((p) => p.id === f.place || p.name === f.place));
  return {
    incidents: async (f) => pageOf(rowsOf(f), f),
    incident: async (id) => incidents.filter((i) => i.id === id),
    claims: async (f) =>
      pageOf(
        told.filter(
          (c) =>
            (!f?.document || c.document === f.document) &&
            (!f?.event || c.event === f.event) &&
            inside(c.time, f ?? {}),
        ),
        f,
      ),
    claim: async (id) => told.find((c) => c.id === id) ?? null,
    claimsById: async (ids) => ids.map((id) => told.find((c) => c.id === id)).filter((c) => c !== undefined),
    documents: async (f) => pageOf(known.map(row), f),
    document: async (id, version) => known.find((d) => d.id === id && (!version || d.version === version)) ?? null,
    original: async (id) => {
      const found = known.find((d) => d.id === id);
      return found ? new TextEncoder().encode(found.text) : null;
    },
    relations: async () => [{ from: c2.id, to: c1.id, kind: "denies", slots: ["stance"], by: "denial" }],
    holdings: async () => holdings,
    orders: async () => orders,
    order: async (id) => orders.find((o) => o.id === id) ?? null,
    disputes: async (): Promise<readonly DisputeRow[]> => [
      {
        incident: incidents[0]!,
        slot: "stance",
        sides: [
          { value: "asserted", claims: [c1] },
          { value: "denied", claims: [c2] },
        ],
      },
    ],
    actors: async () => [
      { id: army.id, name: army.name, claims: 2, incidents: 1, first: "2024-12-06", last: "2024-12-06" },
    ],
    namedInDocuments: async (name) =>
      ["syrian-army", army.name].includes(name)
        ? [
            {
              id: army.id,
              name: army.name,
              claims: 2,
              incidents: 1,
              first: "2024-12-06",
              last: "2024-12-06",
              spellings: [{ text: army.text, claims: 2, first: "2024-12-06", last: "2024-12-07", claim: c1.id }],
            },
          ]
        : [],
    places: async () => [
      {
        id: homs.id,
        name: "Homs",
        kind: "city",
        within: ["Syria"],
        lat: 34.7308,
        lon: 36.7094,
        claims: 3,
        incidents: 2,
        holder: null,
      },
    ],
    sources: async () => [
      {
        id: observatory.id,
        name: observatory.name,
        kind: "monitor",
        claims: 2,
        corroborated: 0,
        denied: 1,
        outlets: ["Orontes Post"],
      },
    ],
    search: async (q) =>
      documents
        .filter((d) => d.text.includes(q))
        .map((d) => ({
          kind: "document",
          id: d.id,
          document: d.id,
          title: d.title,
          start: 0,
          end: 4,
          snippet: d.text.slice(0, 60),
        })),
    decisions: async () => [],
    changes: async () => [
      {
        version: 1,
        at: "2024-12-20T10:00:00Z",
        kind: "document",
        id: "d1",
        change: "new",
        into: [],
        summary: "Title of d1",
      },
    ],
  };
};

export const fakeLedger = () => {
  const decided: unknown[] = [];
  return {
    decided,
    view: async (as?: AsOf) => fakeView(as),
    version: async () => 3,
    decide: async (decision: Deciding): Promise<Decision> => {
      decided.push(decision);
      return { id: "x-1" as Decision["id"], at: "2024-12-20T10:00:00Z", ...decision };
    },
    close: async () => {},
  };
};

const shipped = resolve(import.meta.dirname, "../codebook");
const registry = loadActors(shipped);
/** Containers whose kind the tests ask for. */
const KINDS: Readonly<Record<string, { readonly kind: string }>> = {
  "ua-donbas": { kind: "region" },
  "ua-donetsk-oblast": { kind: "province" },
  homs: { kind: "city" },
};
/** The parts of the codebook that the faces ask, as they ship. */
export const fakeCodebook = (): Codebook =>
  ({
    version: "test",
    events: loadEvents(shipped),
    actors: registry,
    actorRelations: loadActorRelations(shipped, registry),
    judgement: loadJudgementRules(shipped),
    gazetteer: { get: (id: string) => KINDS[id] ?? null, demonym: () => null },
  }) as unknown as Codebook;
