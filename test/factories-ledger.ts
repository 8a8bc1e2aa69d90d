// A toy of everything that the ledger does without: reports of one line an event, a coder that reads them, a judge that
// joins what has event, place and day in common. So the ledger's tests depend on nobody else's rules.
//   strike at Nawa in Daraa on 2024-12-05: 3 killed, says Observatory

import {
  actorId,
  type Claim,
  claimId,
  type Day,
  type Document,
  type DocumentId,
  documentId,
  eventId,
  type Holding,
  holdingId,
  type Incident,
  type IncidentChange,
  type Judge,
  type Judgement,
  mintIncidentId,
  mintOrderId,
  placeId,
  type Received,
  sha256,
  span,
  type Told,
} from "../src/model/index.ts";
import type { Arrival, Steps } from "../src/pipeline/take-in.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const received = (id: string | null, text: string, given: Partial<Received["given"]> = {}): Received => ({
  id,
  file: `${id ?? "nameless"}.txt`,
  bytes: bytesOf(text),
  form: "text",
  charset: null,
  given: { outlet: null, title: null, url: null, lang: null, published: null, ...given },
});

/** Text and bytes are the same where the text is ASCII, as in these tests. */
export function readPlainly(r: Received): Document {
  const text = new TextDecoder().decode(r.bytes);
  return {
    id: documentId(r.id ?? `d-${sha256(r.bytes).slice(0, 16)}`),
    version: 1,
    file: r.file,
    outlet: r.given.outlet,
    title: r.given.title ?? text.split("\n")[0]!,
    url: null,
    lang: "en",
    published: r.given.published,
    published_basis: r.given.published === null ? null : "given",
    retrieved: null,
    sha256: sha256(r.bytes),
    text,
    map: [{ text: span(0, text.length), bytes: [0, r.bytes.byteLength] as never }],
    parts: [{ kind: "body", span: span(0, text.length) }],
    credits: [],
    copies_of: [],
    notes: r.given.published === null ? [{ kind: "no-date", message: "nothing says when", at: null }] : [],
  };
}

const LINE =
  /^(strike|denial|capture|amnesty) at (.+?)(?: in (.+?))?(?: on (\d{4}-\d{2}-\d{2}))?: (\d+) killed(?:, by (.+?))?(?:, says (.+))?$/gm;

export function codePlainly(document: Document, codebook = "1"): Claim[] {
  const claims: Claim[] = [];
  for (const m of document.text.matchAll(LINE)) {
    const [quote, event, place, within, date, killed, by, source] = m as unknown as string[];
    const start = m.index;
    const end = start + quote!.length;
    const evidence = (words: string | undefined) => {
      const at = start + quote!.indexOf(words ?? quote!);
      return { at: [span(at, at + (words ?? quote!).length)], rule: "toy", text: words ?? quote! };
    };
    const id = placeId(`p-${place!.toLowerCase().replace(/\W+/g, "-")}`);
    claims.push({
      id: claimId(document.id, document.version, eventId(event!), start, end),
      document: document.id,
      version: document.version,
      quote: quote!,
      start: span(start, end)[0],
      end: span(start, end)[1],
      event: eventId(event === "denial" ? "strike" : event!),
      event_evidence: evidence(event),
      acled: null,
      plover: null,
      stance: event === "denial" ? "denied" : "asserted",
      stance_evidence: null,
      background: false,
      hedge: null,
      time: date ? { start: date as Day, end: date as Day, grain: "day", ...evidence(date) } : null,
      said: null,
      places: [
        {
          name: place!,
          id,
          lat: 33,
          lon: 36,
          kind: "town",
          within: within ? [within, "Syria"] : ["Syria"],
          within_ids: within
            ? [placeId(`p-${within.toLowerCase()}-province`), placeId("p-syria")]
            : [placeId("p-syria")],
          precision: "exact",
          role: "at",
          runners_up: [],
          aliases: [],
          ...evidence(place),
        },
      ],
      actors: by ? [{ name: by, id: actorId(by.toLowerCase()), aliases: [`${by}'s forces`], ...evidence(by) }] : [],
      targets: [],
      sources: source ? [{ name: source, id: null, aliases: [], kind: "monitor", ...evidence(source) }] : [],
      figures: [
        {
          measure: "killed",
          min: Number(killed),
          max: Number(killed),
          group: "people",
          of: null,
          approx: false,
          ...evidence(`${killed} killed`),
        },
      ],
      order: null,
      holding: null,
      coder: "toy@1",
      codebook,
    });
  }
  return claims;
}

/** Real enough to mint, keep, merge and withdraw ids; a rejected claim is judged with nothing. */
function plainly(told: Told): Judgement {
  const published = new Map(told.documents.map((d) => [d.id, d]));
  const rejected = new Set(told.decisions.filter((d) => d.op === "reject").map((d) => d.target.id));
  const merged = new Map(
    told.decisions.filter((d) => d.op === "set" && d.slot === "place").map((d) => [d.target.id, String(d.value)]),
  );
  const heads = new Map(told.incidents.flatMap((m) => m.claims.map((c) => [c, m.id] as const)));
  const groups = new Map<string, Claim[]>();
  for (const c of told.claims) {
    if (rejected.has(c.id)) continue;
    const place = merged.get(c.id) ?? merged.get(heads.get(c.id) ?? "") ?? c.places[0]!.name;
    const key = [c.event, place, c.time?.start ?? `undated ${c.id}`].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  const incidents: Incident[] = [];
  const orders: Judgement["orders"][number][] = [];
  const holdings: Holding[] = [];
  const changes: IncidentChange[] = [];
  const used = new Set<string>();
  for (const claims of groups.values()) {
    const first = claims[0]!;
    const olds = [...new Set(claims.flatMap((c) => heads.get(c.id) ?? []))].sort().filter((id) => !used.has(id));
    const id = olds[0] ?? mintIncidentId(first.id);
    used.add(id);
    for (const old of olds.slice(1)) {
      used.add(old);
      changes.push({ id: old, change: "merged", into: [id] });
    }
    const kills = claims.map((c) => c.figures[0]!.min);
    const origins = [...new Set(claims.map((c) => c.sources[0]?.name ?? published.get(c.document)?.outlet ?? "?"))];
    const denied = claims.some((c) => c.stance === "denied");
    incidents.push({
      id,
      event: first.event,
      acled: null,
      status: denied ? "disputed" : origins.length > 1 ? "corroborated" : "single-source",
      independent_sources: origins.length,
      origins,
      party_origins: [],
      grade: "fair",
      decided_by: { status: [], grade: [] },
      reasons: [`${origins.length} origins`],
      disputes: [],
      tally: false,
      background: false,
      time: first.time && { start: first.time.start, end: first.time.end, grain: "day" },
      places: first.places.map(({ at: _at, rule: _rule, text: _text, ...p }) => p),
      actors: first.actors.map(({ at: _at, rule: _rule, text: _text, ...p }) => p),
      targets: [],
      figures: [
        {
          measure: "killed",
          group: "people",
          low: Math.min(...kills),
          best: null,
          high: Math.max(...kills),
          open: false,
          rule: "range",
          claims: claims.map((c) => c.id),
        },
      ],
      documents: [...new Set(claims.map((c) => c.document))],
      claims: claims.map((c) => c.id),
      summary: `${first.event} at ${first.places[0]!.name}`,
    });
    const p = first.places[0]!;
    if (first.event === "capture" && first.actors[0])
      holdings.push({
        id: holdingId(p.name, first.actors[0].name, first.time?.start ?? "", "claimed_by_other"),
        place: { id: p.id, name: p.name, aliases: [], kind: p.kind, lat: p.lat, lon: p.lon, within: p.within },
        holder: { id: first.actors[0].id, name: first.actors[0].name, aliases: [] },
        before: null,
        from: first.time?.start ?? null,
        to: null,
        state: "controls",
        basis: "claimed_by_other",
        accounts: origins,
        claims: claims.map((c) => c.id),
      });
    if (first.event === "amnesty")
      orders.push({
        id: mintOrderId(first.id),
        kind: "amnesty",
        issuer: first.actors,
        for: [],
        grants: [],
        conditions: [],
        exceptions: [],
        place: first.places[0]!,
        announced: first.time?.start ?? null,
        from: first.time?.start ?? null,
        until: null,
        until_evidence: null,
        hours: null,
        status: "in_force",
        lifted: null,
        steps: [],
        supersedes: null,
        claims: claims.map((c) => c.id),
      });
  }
  return {
    incidents,
    relations: told.claims
      .filter((c) => c.stance === "denied")
      .flatMap((d) =>
        told.claims
          .filter((c) => c.stance === "asserted" && c.event === d.event && c.places[0]!.name === d.places[0]!.name)
          .map((c) => ({ from: d.id, to: c.id, kind: "denies" as const, slots: [], by: "toy" })),
      ),
    holdings,
    orders,
    changes,
    copies: [],
    placed: { documents: [], claims: [] },
    grounds: { holdings: new Map(), claims: new Map() },
    rejected: [],
    orderKeys: new Map(),
    sites: new Map(),
  };
}

export const judgePlainly: Judge = { stamp: "toy@1", all: plainly };

/** Steps over documents in memory; `codebook` is what a new edition of the codebook would change. */
export const stepsOf = (documents: readonly (Received | Arrival)[], codebook = "1"): Steps => ({
  async *receive() {
    for (const d of documents) yield "kind" in d ? d : { kind: "received", received: d };
  },
  read: readPlainly,
  code: (document) => ({ claims: codePlainly(document, codebook), notes: [] }),
  hands: `toy@1 ${codebook}`,
});

export const LINES = {
  nawa: "strike at Nawa in Daraa on 2024-12-05: 3 killed, says Observatory",
  nawaAgain: "strike at Nawa in Daraa on 2024-12-05: 5 killed, by Army",
  homs: "capture at Homs on 2024-12-07: 0 killed, by Rebels, says Observatory",
  denied: "denial at Nawa in Daraa on 2024-12-05: 0 killed, says Ministry",
  undated: "strike at Idlib: 9 killed",
} as const;

export const id = (given: string): DocumentId => documentId(given);
