// Which columns a list shows on a terminal and in CSV, by question. The whole rows are in JSON.
import type { ActorRow, Change, DisputeRow, DocumentRow, Hit, PlaceRow, SourceRow } from "../ledger/view.ts";
import type { Claim, Holding, Incident, Order } from "../model/index.ts";
import type { Bounds, TallyCheck } from "../resolve/tally-check.ts";
import type { ChainRow } from "../serve/chain-rows.ts";
import { answers, verdictText } from "../serve/chain-words.ts";
import type { DayCount } from "../serve/standing.ts";
import type { Column } from "./print.ts";

const column = <T>(head: string, cell: (row: T) => string | number | null, kind: boolean | "wide" = false): Column => ({
  head,
  cell: cell as Column["cell"],
  ...(kind === true ? { whole: true } : kind === "wide" ? { wide: true } : {}),
});
const names = (list: readonly { readonly name: string }[]): string => [...new Set(list.map((x) => x.name))].join(", ");
const days = (time: { readonly start: string; readonly end: string } | null): string =>
  time === null ? "" : time.start === time.end ? time.start : `${time.start}..${time.end}`;
const bounds = (low: number, high: number | null, open = high === null): string =>
  `${high === null || low === high ? low : `${low}-${high}`}${open ? "+" : ""}`;
const ranges = (i: Incident): string =>
  i.figures
    .map(
      (f) =>
        `${f.measure} ${bounds(f.low, f.high, f.open)}${f.group === "people" || f.group === "unknown" ? "" : ` ${f.group}`}`,
    )
    .join(", ");

const incidents = [
  column<Incident>("when", (i) => days(i.time), true),
  column<Incident>("event", (i) => i.event, "wide"),
  column<Incident>("status", (i) => i.status, true),
  column<Incident>("sources", (i) => i.independent_sources),
  column<Incident>("summary", (i) => i.summary),
  column<Incident>("where", (i) => names(i.places), "wide"),
  column<Incident>("who", (i) => names(i.actors), "wide"),
  column<Incident>("to whom", (i) => names(i.targets), "wide"),
  column<Incident>("figures", ranges),
  column<Incident>("id", (i) => i.id, true),
];
const claims = [
  column<Claim>("when", (c) => days(c.time), true),
  column<Claim>("event", (c) => c.event),
  column<Claim>("stance", (c) => (c.background ? `${c.stance}, background` : c.stance)),
  column<Claim>("where", (c) => names(c.places)),
  column<Claim>("who", (c) => names(c.actors), "wide"),
  column<Claim>("says", (c) => names(c.sources)),
  column<Claim>("figures", (c) => c.figures.map((f) => `${f.measure} ${bounds(f.min, f.max)}`).join(", "), "wide"),
  column<Claim>("quote", (c) => c.quote),
  column<Claim>("document", (c) => c.document, "wide"),
  column<Claim>("id", (c) => c.id, true),
];
const documents = [
  column<DocumentRow>("published", (d) => d.published?.slice(0, 10) ?? "", true),
  column<DocumentRow>("outlet", (d) => d.outlet),
  column<DocumentRow>("title", (d) => d.title ?? d.file),
  column<DocumentRow>("lang", (d) => d.lang),
  column<DocumentRow>("claims", (d) => d.claims),
  column<DocumentRow>("notes", (d) => [...new Set(d.notes.map((n) => n.kind))].join(", ")),
  column<DocumentRow>("id", (d) => d.id, true),
];
const tally = [
  column<{ claims: number }>("claims", (a) => a.claims),
  column<{ incidents: number }>("incidents", (a) => a.incidents),
];
const actors = [
  column<ActorRow>("actor", (a) => a.name),
  ...tally,
  column<ActorRow>("first", (a) => a.first, true),
  column<ActorRow>("last", (a) => a.last, true),
  column<ActorRow>("id", (a) => a.id),
];
const places = [
  column<PlaceRow>("place", (p) => p.name),
  column<PlaceRow>("kind", (p) => p.kind),
  column<PlaceRow>("within", (p) => p.within.join(", ")),
  ...tally,
  column<PlaceRow>("holder", (p) => p.holder),
  column<PlaceRow>("id", (p) => p.id),
];
const sources = [
  column<SourceRow>("source", (s) => s.name),
  column<SourceRow>("kind", (s) => s.kind),
  column<SourceRow>("claims", (s) => s.claims),
  column<SourceRow>("corroborated", (s) => s.corroborated),
  column<SourceRow>("denied", (s) => s.denied),
  column<SourceRow>("outlets", (s) => s.outlets.join(", ")),
];
const control = [
  column<Holding>("place", (h) => h.place.name),
  column<Holding>("holder", (h) => h.holder.name),
  column<Holding>("state", (h) => h.state, true),
  column<Holding>("from", (h) => h.from, true),
  column<Holding>("to", (h) => h.to, true),
  column<Holding>("before", (h) => h.before?.name ?? null, "wide"),
  column<Holding>("basis", (h) => h.basis.replaceAll("_", " ")),
  column<Holding>("according to", (h) => h.accounts.join(", ")),
  column<Holding>("id", (h) => h.id, true),
];
type OrderRow = Omit<Order, "status"> & { readonly status: string };
const orders = [
  column<OrderRow>("kind", (o) => o.kind, true),
  column<OrderRow>("status", (o) => o.status.replaceAll("_", " "), true),
  column<OrderRow>("issuer", (o) => names(o.issuer)),
  column<OrderRow>("for", (o) => names(o.for)),
  column<OrderRow>("where", (o) => o.place?.name ?? null),
  column<OrderRow>("announced", (o) => o.announced, true),
  column<OrderRow>("until", (o) => o.until, true),
  column<OrderRow>("conditions", (o) => o.conditions.map((t) => t.text).join("; ")),
  column<OrderRow>("id", (o) => o.id, true),
];
const disputes = [
  column<DisputeRow>("when", (d) => days(d.incident.time), true),
  column<DisputeRow>("incident", (d) => d.incident.summary),
  column<DisputeRow>("about", (d) => d.slot, true),
  column<DisputeRow>("sides", (d) =>
    d.sides
      .map((s) => `${s.value}: ${[...new Set(s.claims.map((c) => c.sources[0]?.name ?? c.document))].join(", ")}`)
      .join(" / "),
  ),
  column<DisputeRow>("id", (d) => d.incident.id, true),
];
const chain = [
  column<ChainRow>("row", (r) => r.row),
  column<ChainRow>("told", (r) => r.told?.at ?? null, true),
  column<ChainRow>("by", (r) => r.told?.basis ?? null),
  column<ChainRow>("source", (r) => r.claim.sources.map((s) => s.name).join(" via ")),
  column<ChainRow>("origin", (r) => r.origin),
  column<ChainRow>("party", (r) => (r.party ? "party" : "")),
  column<ChainRow>("stance", (r) => r.claim.stance, true),
  column<ChainRow>("event", (r) => r.claim.event),
  column<ChainRow>("when", (r) => days(r.claim.time), true),
  column<ChainRow>("where", (r) => names(r.claim.places)),
  column<ChainRow>("who", (r) => names(r.claim.actors)),
  column<ChainRow>("to whom", (r) => names(r.claim.targets)),
  column<ChainRow>("figures", (r) => r.claim.figures.map((f) => `${f.measure} ${bounds(f.min, f.max)}`).join(", ")),
  column<ChainRow>("holding", (r) => r.claim.holding),
  column<ChainRow>("to earlier rows", (r) => answers(r.links)),
  column<ChainRow>("quote", (r) => r.claim.quote),
  column<ChainRow>("outlet", (r) => r.document.outlet),
  column<ChainRow>("document", (r) => r.document.id),
  column<ChainRow>("start", (r) => r.claim.start),
  column<ChainRow>("end", (r) => r.claim.end),
  column<ChainRow>("incident", (r) => r.incident, true),
  column<ChainRow>("verdict", (r) => (r.verdict ? verdictText(r.verdict) : null)),
  column<ChainRow>("id", (r) => r.claim.id, true),
];
const changes = [
  column<Change>("version", (c) => c.version),
  column<Change>("at", (c) => c.at.slice(0, 16).replace("T", " "), true),
  column<Change>("change", (c) => c.change, true),
  column<Change>("kind", (c) => c.kind, true),
  column<Change>("summary", (c) => c.summary),
  column<Change>("into", (c) => c.into.join(", ")),
  column<Change>("id", (c) => c.id, true),
];
const search = [
  column<Hit>("kind", (h) => h.kind, true),
  column<Hit>("title", (h) => h.title),
  column<Hit>("words", (h) => h.snippet),
  column<Hit>("id", (h) => h.id, true),
];
const range = (b: Bounds): string => (b.low === b.high ? `${b.best}` : `${b.low}-${b.high} (${b.best})`);
const tallies = [
  column<TallyCheck>("from", (t) => t.from, true),
  column<TallyCheck>("to", (t) => t.to, true),
  column<TallyCheck>("where", (t) => t.place?.name ?? "everywhere"),
  column<TallyCheck>("counted", (t) => (t.group === "people" ? t.measure : `${t.group} ${t.measure}`)),
  column<TallyCheck>("the tally says", (t) => range(t.says)),
  column<TallyCheck>("incidents sum to", (t) => range(t.ledger)),
  column<TallyCheck>("incidents", (t) => t.ledger.incidents),
  column<TallyCheck>("without a figure", (t) => t.ledger.uncounted),
  column<TallyCheck>("told by", (t) => t.origins.join(", ")),
  column<TallyCheck>("id", (t) => t.id, true),
];
const timeline = [
  column<DayCount>("day", (t) => t.day, true),
  column<DayCount>("event", (t) => t.event),
  column<DayCount>("incidents", (t) => t.incidents),
  column<DayCount>("disputed", (t) => t.disputed),
];
interface TypeRow {
  readonly id: string;
  readonly is: string;
  readonly acled: readonly string[];
  readonly plover: string | null;
}
const codebook = [
  column<TypeRow>("event", (t) => t.id, true),
  column<TypeRow>("is", (t) => t.is),
  column<TypeRow>("acled", (t) => t.acled.join(", or ")),
  column<TypeRow>("plover", (t) => t.plover),
];

export const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  incidents,
  claims,
  documents,
  actors,
  places,
  sources,
  control,
  orders,
  disputes,
  chain,
  changes,
  search,
  timeline,
  tallies,
  codebook,
};
