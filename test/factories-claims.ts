// Claims and documents for the judge's tests, out of thin air: a row shows only what differs from 'the army clashed with
// rebels in Homs on 6 December 2024, says the Observatory, in one document'.
import { loadJudgementRules } from "../src/codebook/judgement.ts";
import { loadRarity } from "../src/codebook/rarity.ts";
import {
  actorId,
  type Claim,
  type ClaimId,
  type ClaimPlace,
  type Document,
  type DocumentId,
  type Figure,
  type Judgement,
  type Minted,
  type OrderTerms,
  type Party,
  placeId,
  type SourceLink,
  sha256,
  span,
  type Told,
} from "../src/model/index.ts";
import type { JudgeCodebook } from "../src/resolve/judge.ts";

const none = { at: [], rule: "factory" };

interface Spot {
  readonly kind: ClaimPlace["kind"];
  readonly within: readonly string[];
}
const SYRIA = "Syria";
export const SPOTS: Readonly<Record<string, Spot>> = {
  Syria: { kind: "country", within: [] },
  Iraq: { kind: "country", within: [] },
  "Homs province": { kind: "province", within: [SYRIA] },
  "Hama province": { kind: "province", within: [SYRIA] },
  "Deir ez-Zor province": { kind: "province", within: [SYRIA] },
  Homs: { kind: "city", within: ["Homs province", SYRIA] },
  Rastan: { kind: "town", within: ["Homs province", SYRIA] },
  Hama: { kind: "city", within: ["Hama province", SYRIA] },
  Aleppo: { kind: "city", within: ["Aleppo province", SYRIA] },
  "Deir ez-Zor": { kind: "city", within: ["Deir ez-Zor province", SYRIA] },
  Joura: { kind: "neighbourhood", within: ["Deir ez-Zor", "Deir ez-Zor province", SYRIA] },
  Qusour: { kind: "neighbourhood", within: ["Deir ez-Zor", "Deir ez-Zor province", SYRIA] },
};

export const place = (name: string, more: Partial<ClaimPlace> = {}): ClaimPlace => {
  const spot = SPOTS[name];
  const key = (n: string): ClaimPlace["within_ids"][number] => placeId(n.toLowerCase().replaceAll(" ", "-"));
  return {
    name,
    id: spot ? key(name) : null,
    lat: null,
    lon: null,
    kind: spot?.kind ?? null,
    within: spot?.within ?? [],
    within_ids: (spot?.within ?? []).map(key),
    precision: spot?.kind === "country" ? "country" : "exact",
    role: "at",
    text: name,
    runners_up: [],
    aliases: [],
    ...none,
    ...more,
  };
};

const SIDES: Readonly<Record<string, readonly [kind: string, side: string | null, country: string | null]>> = {
  army: ["army", "syrian-government", "SY"],
  ministry: ["ministry", "syrian-government", "SY"],
  russia: ["army", "russian", "RU"],
  hts: ["rebel", "syrian-opposition", "SY"],
  rebels: ["rebel", "syrian-opposition", "SY"],
  sdf: ["rebel", "kurdish-led", "SY"],
  sohr: ["monitor", null, "SY"],
  afp: ["agency", null, null],
  reuters: ["agency", null, null],
};
const idOf = (name: string): Party["id"] => (name in SIDES ? actorId(name) : null);
export const party = (name: string): Party => ({ name, id: idOf(name), aliases: [], text: name, ...none });
const KINDS: Readonly<Record<string, SourceLink["kind"]>> = {
  sohr: "monitor",
  ministry: "official",
  afp: "agency",
  reuters: "agency",
  hts: "armed_group",
  reports: "unnamed",
  residents: "witness",
};
export const source = (name: string, kind: SourceLink["kind"] = KINDS[name] ?? "official"): SourceLink => ({
  ...party(name),
  kind,
});

export const figure = (
  measure: Figure["measure"],
  min: number,
  max: number | null = min,
  more: Partial<Figure> = {},
): Figure => ({
  measure,
  min,
  max,
  group: "people",
  of: null,
  approx: false,
  text: String(min),
  ...none,
  ...more,
});

export const time = (start: string, end = start): NonNullable<Claim["time"]> => ({
  start: start as never,
  end: end as never,
  grain: start === end ? "day" : "span",
  text: start,
  ...none,
});

type Row = Partial<Omit<Claim, "id" | "document" | "event" | "places" | "actors" | "targets" | "sources" | "time">> & {
  readonly id?: string;
  readonly document?: string;
  readonly event?: string;
  readonly day?: string | null;
  readonly until?: string;
  readonly at?: string | ClaimPlace | readonly ClaimPlace[] | null;
  readonly actors?: readonly string[];
  readonly targets?: readonly string[];
  readonly sources?: readonly (string | SourceLink)[];
  readonly killed?: number;
};

let serial = 0;
/** Ids count up unless given; the quote is made of the slots, so that claims do not share words by accident. */
export function claim(row: Row = {}): Claim {
  serial += 1;
  const {
    id = `c${String(serial).padStart(4, "0")}`,
    document = "one",
    event = "armed_clash",
    day = "2024-12-06",
    until,
    at = "Homs",
  } = row;
  const { actors = ["army"], targets = [], sources = ["sohr"], killed, ...rest } = row;
  for (const key of ["day", "until", "at"] as const) delete rest[key];
  const places =
    at === null
      ? []
      : typeof at === "string"
        ? [place(at)]
        : Array.isArray(at)
          ? (at as ClaimPlace[])
          : [at as ClaimPlace];
  const quote = `${id} ${id}x ${id}y`;
  return {
    version: 1,
    quote,
    start: 0 as Claim["start"],
    end: quote.length as Claim["end"],
    event_evidence: none,
    acled: { type: "Battles", sub_type: "Armed clash" },
    plover: null,
    stance: "asserted",
    stance_evidence: null,
    background: false,
    hedge: null,
    said: null,
    order: null,
    holding: null,
    coder: "test@1",
    codebook: "test",
    figures: killed === undefined ? [] : [figure("killed", killed)],
    ...rest,
    id: id as ClaimId,
    document: document as DocumentId,
    event: event as Claim["event"],
    time: day === null ? null : time(day, until),
    places,
    actors: actors.map(party),
    targets: targets.map(party),
    sources: sources.map((s) => (typeof s === "string" ? source(s) : s)),
  };
}

export const order = (more: Partial<OrderTerms> & { readonly by?: string; readonly in?: string } = {}): OrderTerms => {
  const { by = "hts", in: where = "Aleppo", ...terms } = more;
  return {
    kind: "amnesty",
    issuer: [party(by)],
    for: [],
    grants: [],
    conditions: [],
    exceptions: [],
    place: place(where),
    announced: null,
    from: null,
    until: null,
    until_evidence: null,
    hours: null,
    status: "in_force",
    ...terms,
  };
};

export const document = (id: string, more: Partial<Document> = {}): Document => {
  const text = more.text ?? `${id} tells of something in words of its own: ${id} ${id}.`;
  return {
    id: id as DocumentId,
    version: 1,
    file: `${id}.txt`,
    outlet: `Outlet ${id}`,
    title: null,
    url: null,
    lang: "en",
    published: "2024-12-06",
    published_basis: "given",
    retrieved: null,
    sha256: sha256(id),
    text,
    map: [],
    parts: [{ kind: "body", span: span(0, text.length) }],
    credits: [],
    copies_of: [],
    notes: [],
    ...more,
  };
};

const ours = new URL("../codebook", import.meta.url).pathname;
export const rules = loadJudgementRules(ours);
export const codebook: JudgeCodebook = {
  judgement: rules,
  rarity: loadRarity(ours),
  actors: {
    all: Object.entries(SIDES).map(([id, [kind, side, country]]) => ({
      id,
      name: id,
      aliases: [],
      kind,
      side,
      country,
    })),
  },
};

/** What the judge is told: documents not given are made up for the claims that name them. */
export function told(claims: readonly Claim[], more: Partial<Told> = {}): Told {
  const given = more.documents ?? [];
  const named = [...new Set(claims.map((c) => c.document))].filter((id) => !given.some((d) => d.id === id));
  return {
    claims,
    decisions: [],
    incidents: [],
    orders: [],
    ...more,
    documents: [...given, ...named.map((id) => document(id))],
  };
}

/** The partition alone: claim ids of each incident, sorted. */
export const partition = (judgement: Judgement): string[] =>
  judgement.incidents.map((i) => [...i.claims].sort().join("+")).sort();
export const mintedOf = (judgement: Judgement): Minted<Judgement["incidents"][number]["id"]>[] =>
  judgement.incidents.map(({ id, claims }) => ({ id, claims }));
