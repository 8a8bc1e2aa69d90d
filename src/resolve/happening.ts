// One cluster judged: its slots drawn together from its accounts, its status, grade, ranges and disputes. The id and what
// other incidents have to do with it come later (identity.ts, relations.ts).
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Claim, ClaimPlace, Dispute, Incident, Interval, Party } from "../model/index.ts";
import { meets } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Actors, Who } from "./actors.ts";
import { figureDisputes, ranges } from "./casualties.ts";
import { grade } from "./grade.ts";
import type { Told } from "./last-words.ts";
import { ultimate } from "./lineage.ts";
import { bearingOf, placeKey, widthOf } from "./locus.ts";
import { byKeys, distinct, fold, grouped, inOrder } from "./names.ts";
import type { Origin, Origins } from "./origins.ts";
import type { Cluster } from "./partition.ts";
import { type Standing, standing, type Voice } from "./status.ts";
import { summary } from "./summary.ts";

export interface Happening {
  readonly cluster: Cluster;
  /** In order of publication, then of the text. */
  readonly accounts: readonly Account[];
  readonly voices: readonly Voice[];
  readonly standing: Standing;
  readonly body: Omit<Incident, "id">;
}

export const inTelling = byKeys<Account>(
  (a) => a.published ?? "~",
  (a) => a.claim.document,
  (a) => a.claim.start,
  (a) => a.claim.id,
);

/** Who is nobody's ally can be a party only by being named as one; monitors and the press are none even then. */
const BYSTANDERS = new Set<Origin["kind"]>(["monitor", "agency", "outlet", "organisation", "witness", "social_media"]);

/** The side of the event that the speaker is a party of: its id among those named, or one of their sides. */
function partyTo(claim: Claim, origin: Origin, accounts: readonly Account[], actors: Actors): string | null {
  const side = actors.sideOf(origin.id);
  if (side === null && BYSTANDERS.has(origin.kind)) return null;
  const named = (who: Who): boolean =>
    who.ids.has(origin.id) || who.names.has(origin.id) || (side !== null && who.sides.has(side));
  if (accounts.some((a) => named(a.actors))) return "actors";
  if (accounts.some((a) => named(a.targets))) return "targets";
  // Who denies doing it names itself only in the denial.
  return claim.stance === "denied" && claim.actors.some((p) => p.id === origin.id) ? "actors" : null;
}

const mostTold = (claims: readonly Claim[], of: (c: Claim) => string): string =>
  [...grouped(claims, of)].sort((a, b) => b[1].length - a[1].length || inOrder(a[0], b[0]))[0]![0];

/** The claims whose kind is no more general than another's here. */
function particular(claims: readonly Claim[], accounts: readonly Account[], rules: JudgementRules): readonly Claim[] {
  const kinds = new Map(accounts.map((a) => [a.claim.id, a.family.id]));
  const here = new Set(claims.map((c) => kinds.get(c.id)));
  return claims.filter((c) => !rules.generic[kinds.get(c.id) ?? ""]?.may_be.some((kind) => here.has(kind)));
}

/** Nobody's words give a time: what the coder took from the earliest publication, if it did. */
function inferredTime(accounts: readonly Account[]): Interval | null {
  const times = accounts.map((a) => a.claim.time).filter((t) => t !== null);
  const first = times.toSorted(
    byKeys(
      (t) => t.end,
      (t) => t.start,
    ),
  )[0];
  return first ? { start: first.start, end: first.end, grain: first.grain } : null;
}

/** The narrowest time on which most exact accounts agree, else the shortest told. */
function timeOf(accounts: readonly Account[]): Interval | null {
  const timed = accounts.filter((a) => a.time !== null && a.claim.stance !== "denied");
  const all = timed.length > 0 ? timed : accounts.filter((a) => a.time !== null);
  if (all.length === 0) return inferredTime(accounts);
  const least = Math.min(...all.map((a) => a.length!));
  const exact = all.filter((a) => a.length === least);
  const key = mostTold(
    exact.map((a) => a.claim),
    (c) => `${c.time!.start} ${c.time!.end}`,
  );
  const { start, end, grain } = exact.find((a) => `${a.time!.start} ${a.time!.end}` === key)!.time!;
  return { start, end, grain };
}

const bare = <T extends { at: unknown; rule: unknown; text: unknown }>(row: T): Omit<T, "at" | "rule" | "text"> => {
  const { at: _at, rule: _rule, text: _text, ...rest } = row;
  return rest;
};

/** Each party once, by id or name, the most told first. */
export function partiesOf(claims: readonly Claim[], slot: "actors" | "targets"): Incident["actors"] {
  const all = grouped(
    claims.flatMap((c) => c[slot]),
    (p: Party) => p.id ?? fold(p.name),
  );
  return [...all]
    .sort((a, b) => b[1].length - a[1].length || inOrder(a[0], b[0]))
    .map(([, same]) => bare(same.toSorted(byKeys((p) => p.name))[0]!));
}

/** Each place once by id and role: where it happened first, the narrower and more told before the rest. */
function placesOf(accounts: readonly Account[]): Incident["places"] {
  const loci = new Set(accounts.flatMap((a) => [...a.locus.all]));
  const all = grouped(
    accounts.flatMap((a) => a.claim.places),
    (p: ClaimPlace) => `${placeKey(p)} ${p.role}`,
  );
  return [...all]
    .map(([key, same]) => ({
      key,
      same,
      place: same.toSorted(
        byKeys(
          (p) => p.name,
          (p) => p.precision,
        ),
      )[0]!,
    }))
    .sort(
      byKeys(
        (x) => (loci.has(placeKey(x.place)) ? 0 : 1),
        (x) => widthOf(x.place),
        (x) => -x.same.length,
        (x) => x.key,
      ),
    )
    .map((x) => bare(x.place));
}

function timeDispute(accounts: readonly Account[]): Dispute[] {
  const exact = accounts.filter((a) => a.length === 0 && a.claim.stance !== "denied");
  if (!exact.some((a) => exact.some((b) => !meets(a.time!, b.time!)))) return [];
  const days = [...grouped(exact, (a) => a.time!.start)].sort((a, b) => inOrder(a[0], b[0]));
  return [
    { slot: "time", values: days.map(([value, same]) => ({ value, claims: distinct(same.map((a) => a.claim.id)) })) },
  ];
}

/** Places of one role that neither contain nor equal one another; bearings count as places. */
function placeDisputes(accounts: readonly Account[], rules: JudgementRules): Dispute[] {
  const told = accounts.filter((a) => a.claim.stance !== "denied");
  const disputes: Dispute[] = [];
  const rows = told.flatMap((a) =>
    a.claim.places.map((place) => ({ claim: a.claim.id, place, bearing: bearingOf(place, rules.bearings) })),
  );
  const turned = grouped(
    rows.filter((r) => r.bearing !== null && widthOf(r.place) >= 4 && r.place.role !== "near"),
    // What 'came from the north' in one account is 'in the north' in another that tells where a campaign began.
    (r) => (r.place.role === "to" ? "to" : "from"),
  );
  for (const [, same] of [...turned].sort((a, b) => inOrder(a[0], b[0]))) {
    const by = [...grouped(same, (r) => r.bearing!)].sort((a, b) => inOrder(a[0], b[0]));
    // 'The north' and 'the north-west' do not contradict each other.
    const apart = by.filter(([x]) => by.some(([y]) => x !== y && !x.includes(y) && !y.includes(x)));
    if (apart.length < 2) continue;
    disputes.push({
      slot: "place",
      values: apart.map(([bearing, r]) => ({
        value: labelled(r[0]!.place, bearing),
        claims: distinct(r.map((x) => x.claim)),
      })),
    });
  }
  const at = told.filter((a) => a.locus.width <= 1 && a.locus.all.size === 1);
  const towns = [...grouped(at, (a) => a.locus.key!)].sort((a, b) => inOrder(a[0], b[0]));
  const other = (a: Account, b: Account): boolean =>
    a.locus.key !== b.locus.key && !a.locus.within.has(b.locus.key!) && !b.locus.within.has(a.locus.key!);
  const apart = towns.filter(([, x]) => towns.some(([, y]) => other(x[0]!, y[0]!)));
  if (apart.length > 1)
    disputes.push({
      slot: "place",
      values: apart.map(([, same]) => ({
        value: same[0]!.locus.place!.name,
        claims: distinct(same.map((a) => a.claim.id)),
      })),
    });
  return disputes;
}
const labelled = (place: ClaimPlace, bearing: string): string =>
  fold(place.name).includes(fold(bearing)) ? place.name : `${bearing} ${place.name}`;

function actorDispute(accounts: readonly Account[], actors: Actors): Dispute[] {
  const named = accounts.filter((a) => a.claim.stance !== "denied" && a.actors.ids.size > 0 && !a.family.two_sided);
  const groups = [...grouped(named, (a) => [...a.actors.ids].sort(inOrder).join("+"))].sort((a, b) =>
    inOrder(a[0], b[0]),
  );
  const against = (a: Account, b: Account): boolean =>
    ["other", "conflict"].includes(actors.compare(a.actors, b.actors));
  const apart = groups.filter(([, x]) => groups.some(([, y]) => against(x[0]!, y[0]!)));
  if (apart.length < 2) return [];
  const shown = (a: Account): string =>
    a.claim.actors
      .filter((p) => p.id !== null)
      .map((p) => p.name)
      .join(", ");
  return [
    {
      slot: "actors",
      values: apart.map(([, same]) => ({ value: shown(same[0]!), claims: distinct(same.map((a) => a.claim.id)) })),
    },
  ];
}

function stanceDispute(claims: readonly Claim[]): Dispute[] {
  const denied = claims.filter((c) => c.stance === "denied");
  const told = claims.filter((c) => c.stance !== "denied");
  if (denied.length === 0 || told.length === 0) return [];
  return [
    {
      slot: "stance",
      values: [
        { value: told.every((c) => c.stance === "asserted") ? "asserted" : "announced", claims: told.map((c) => c.id) },
        { value: "denied", claims: denied.map((c) => c.id) },
      ],
    },
  ];
}

/**
 * Who speaks in each account. What a document tells both in its own voice (a headline, a lead) and by a source rests on
 * the source: the outlet is then no origin beside it.
 */
function voicesOf(accounts: readonly Account[], origins: Origins, actors: Actors): Voice[] {
  const quoted = new Map<string, Account>();
  for (const a of accounts)
    if (a.claim.sources.length > 0 && a.claim.stance !== "denied" && !quoted.has(a.claim.document))
      quoted.set(a.claim.document, a);
  const spoken = accounts.map((a) => {
    const speaker = a.claim.sources.length === 0 ? (quoted.get(a.claim.document) ?? a) : a;
    return { claim: a.claim, origin: origins.of(speaker.claim), published: a.published ?? "~" };
  });
  return ultimate(spoken, origins).map((s) => ({
    ...s,
    party: s.origin === null ? null : partyTo(s.claim, s.origin, accounts, actors),
  }));
}

/** Judges one cluster. */
export function happening(cluster: Cluster, origins: Origins, actors: Actors, rules: JudgementRules): Happening {
  const accounts = cluster.accounts.toSorted(inTelling);
  const claims = accounts.map((a) => a.claim);
  const voices = voicesOf(accounts, origins, actors);
  const stands = standing(voices);
  const asserted = claims.filter((c) => c.stance !== "denied");
  const told = voices
    .filter((v) => v.claim.stance !== "denied")
    .flatMap((v) =>
      v.claim.figures.map(
        (figure): Told => ({
          figure,
          claim: v.claim.id,
          document: v.claim.document,
          origin: v.origin?.key ?? null,
          party: v.party !== null,
          doer: v.party === "actors",
          published: v.published,
        }),
      ),
    );
  const tally = accounts.every((a) => a.layer === "tally");
  const disputes = [
    ...stanceDispute(claims),
    ...placeDisputes(accounts, rules),
    ...timeDispute(accounts),
    ...actorDispute(accounts, actors),
    ...figureDisputes(told.filter((t) => t.figure.of === null)),
  ];
  const main = asserted.length > 0 ? asserted : claims;
  const event = mostTold(particular(main, accounts, rules), (c) => c.event) as Claim["event"];
  const graded = grade(accounts[0]!.family.id, stands, voices, disputes, actors, rules);
  const reasons = [graded.reason];
  if (main.every((c) => c.stance === "planned" || c.stance === "demanded"))
    reasons.push("announced or demanded; nobody tells that it happened");
  if (stands.status === "single-source" && stands.origins.length > 1)
    reasons.push("all its origins are parties of one side");
  if (stands.origins.length === 0 && asserted.length > 0) reasons.push("nobody who can be named stands for it");
  for (const why of distinct([...cluster.why.values()].map((r) => r.join(", ")))
    .sort(inOrder)
    .slice(0, 6))
    reasons.push(`joined: ${why}`);
  const body: Omit<Incident, "id"> = {
    event,
    acled: main.find((c) => c.event === event && c.acled !== null)?.acled ?? null,
    status: stands.status,
    independent_sources: stands.origins.length,
    origins: stands.origins.map((o) => o.name),
    party_origins: stands.parties.map((o) => o.name),
    grade: graded.grade,
    decided_by: { status: stands.claims, grade: graded.claims },
    reasons,
    disputes,
    tally,
    background: claims.every((c) => c.background),
    time: timeOf(accounts),
    places: placesOf(accounts),
    actors: partiesOf(main, "actors"),
    targets: partiesOf(main, "targets"),
    figures: ranges(told, rules),
    documents: distinct(claims.map((c) => c.document)),
    claims: claims.map((c) => c.id),
    summary: "",
  };
  return { cluster, accounts, voices, standing: stands, body: { ...body, summary: summary(body, claims) } };
}
