// An answer in a few cited lines, for a reader that is a language model or is in a hurry: what, who says so, in which
// words, and the ids to ask on with. The full answer goes beside it as structured content.
import { quoted, voice } from "../export/voices.ts";
import type { Explanation } from "../ledger/explain.ts";
import { lineageText } from "../ledger/lineage.ts";
import type { Page, View } from "../ledger/view.ts";
import type { Claim, Holding, Incident } from "../model/index.ts";
import type { TallyCheck } from "../resolve/tally-check.ts";
import type { ChainRow } from "./chain-rows.ts";
import { answers, teller, telling, verdictText } from "./chain-words.ts";
import type { WholeType } from "./codebook.ts";
import { cited } from "./singles.ts";

const MOST_LINES = 25;

type Loose = Readonly<Record<string, unknown>>;
const isPage = (answer: unknown): answer is Page<Loose> =>
  typeof answer === "object" && answer !== null && Array.isArray((answer as { rows?: unknown }).rows);

/** '“Government forces left Homs …” - Observatory, in Orontes Post 2024-12-07 [c-1]'. */
async function quotesOf(view: View, claims: readonly Claim[]): Promise<readonly string[]> {
  const documents = new Map((await cited(view, claims)).map((d) => [d.id as string, { ...d, file: d.id as string }]));
  return claims.map((c) => {
    const document = documents.get(c.document);
    const where = `${document?.outlet ?? c.document}, ${document?.published?.slice(0, 10) ?? "undated"}`;
    const says = c.sources.length > 0 ? `${voice(c, documents)}, in ` : "";
    return `${c.stance === "denied" ? "DENIAL " : ""}${quoted(c.quote, 200)} - ${says}${where} [${c.id}]`;
  });
}

const isWhole = (type: Loose): type is Loose & WholeType => Array.isArray(type.frames);
/** What finds the type, what it is coded to, and sentences that are and are not it. */
const typeLines = (type: WholeType): string[] => [
  `  is not: ${type.exclude.join(", ") || "nothing said"}`,
  `  ACLED: ${type.acled.join(", or ") || "none"}; PLOVER: ${type.plover ?? "none"}`,
  ...type.frames.map((f) => `  ${f.rule} looks for ${f.pattern} (${f.narrowed.join("; ")})`),
  ...type.examples.map((text) => `  is: ${text}`),
  ...type.negatives.map((text) => `  is not: ${text}`),
];

const tallyLine = ({ says, ledger, ...t }: TallyCheck): string =>
  `${t.place?.name ?? "everywhere"}, ${t.from ?? "unknown"} to ${t.to ?? "unknown"}: ${t.group} ${t.measure} ${says.best} by ${t.origins.join(", ") || "nobody named"}; ${ledger.incidents} incidents sum to ${ledger.low}-${ledger.high} (best ${ledger.best}) [${t.id}]`;

const heads: Readonly<Record<string, (row: Loose) => string>> = {
  documents: (d) =>
    `${d.outlet ?? "unknown outlet"}, ${d.published ?? "undated"}: ${d.title ?? d.file} (${d.claims} claims) [${d.id}]`,
  actors: (a) => `${a.name}: ${a.claims} claims, ${a.incidents} incidents [${a.id ?? "not in the registry"}]`,
  places: (p) =>
    `${p.name}: ${p.claims} claims, ${p.incidents} incidents${p.holder ? `, held by ${p.holder}` : ""} [${p.id ?? "in no gazetteer"}]`,
  sources: (s) =>
    `${s.name} (${s.kind}): ${s.claims} claims, ${s.corroborated} borne out by others, ${s.denied} denied`,
  changes: (c) => `version ${c.version}, ${c.at}: ${c.change} ${c.kind} [${c.id}] ${c.summary}`,
  search: (h) => `${h.title ?? h.document}: ${String(h.snippet).replace(/\s+/g, " ")} [${h.id}]`,
  timeline: (t) => `${t.day} ${t.event}: ${t.incidents}${Number(t.disputed) > 0 ? ` (${t.disputed} disputed)` : ""}`,
  tallies: (t) => tallyLine(t as unknown as TallyCheck),
  codebook: (t) => [`${t.id}: ${t.is}`, ...(isWhole(t) ? typeLines(t) : [])].join("\n"),
};

async function incidentLines(view: View, incident: Incident, most: number): Promise<string[]> {
  const claims = await view.claimsById(incident.claims);
  const shown = [
    ...claims.filter((c) => c.stance !== "denied").slice(0, most),
    ...claims.filter((c) => c.stance === "denied").slice(0, most),
  ];
  const toll = incident.figures.map(
    (f) =>
      `${f.measure} (${f.group}) ${f.low}${f.high === null || f.high === f.low ? "" : `-${f.high}`}${f.open ? " or more" : ""}`,
  );
  return [
    `${incident.summary} - ${incident.status}, ${incident.independent_sources} independent source${incident.independent_sources === 1 ? "" : "s"}, grade ${incident.grade}${toll.length > 0 ? `; ${toll.join(", ")}` : ""} [${incident.id}]`,
    ...(await quotesOf(view, shown)).map((q) => `  ${q}`),
  ];
}

async function rowLines(view: View, name: string, row: Loose): Promise<string[]> {
  if (name === "incidents") return incidentLines(view, row as unknown as Incident, 1);
  if (name === "claims") return [...(await quotesOf(view, [row as unknown as Claim]))];
  if (name === "control") {
    const h = row as unknown as Holding;
    const quotes = await quotesOf(view, (await view.claimsById(h.claims)).slice(0, 2));
    return [
      `${h.place.name}: ${h.holder.name} ${h.state} from ${h.from ?? "unknown"} to ${h.to ?? "now"}, ${h.basis}, according to ${h.accounts.join(", ") || "nobody named"} [${h.id}]`,
      ...quotes.map((q) => `  ${q}`),
    ];
  }
  if (name === "orders") {
    const o = row as unknown as {
      kind: string;
      issuer: { name: string }[];
      place: { name: string } | null;
      until: string | null;
      status: string;
      id: string;
      claims: Claim["id"][];
    };
    const quotes = await quotesOf(view, (await view.claimsById(o.claims)).slice(0, 2));
    return [
      `${o.kind} by ${o.issuer.map((p) => p.name).join(", ") || "nobody named"}${o.place ? `, ${o.place.name}` : ""}: ${o.status}${o.until ? `, until ${o.until}` : ""} [${o.id}]`,
      ...quotes.map((q) => `  ${q}`),
    ];
  }
  if (name === "disputes") {
    const d = row as unknown as { incident: Incident; slot: string; sides: { value: string; claims: Claim[] }[] };
    const lines = [`${d.incident.summary} - ${d.slot} disputed [${d.incident.id}]`];
    for (const side of d.sides)
      for (const q of await quotesOf(view, side.claims.slice(0, 2))) lines.push(`  ${side.value}: ${q}`);
    return lines;
  }
  if (name === "chain") {
    const r = row as unknown as ChainRow;
    const told = `${r.row}. ${r.told?.at ?? "day not known"}, ${teller(r)}, ${r.claim.stance}: ${telling(r)}`;
    const verdict = r.verdict ? [`  = ${verdictText(r.verdict)} [${r.verdict.incident.id}]`] : [];
    return [
      `${told}${r.links.length > 0 ? ` (${answers(r.links)})` : ""}`,
      `  ${quoted(r.claim.quote, 200)} [${r.claim.id}]`,
      ...verdict,
    ];
  }
  return [heads[name]?.(row) ?? JSON.stringify(row)];
}

/** The answer to the question of that name in at most 25 rows of plain text. */
export async function brief(view: View, name: string, answer: unknown): Promise<string> {
  if (name === "sitrep") return (answer as { text: string }).text;
  if (isPage(answer)) {
    if (answer.rows.length === 0) return `No ${name} match.`;
    const lines: string[] = [];
    for (const row of answer.rows.slice(0, MOST_LINES)) lines.push(...(await rowLines(view, name, row)));
    const more = answer.total - Math.min(MOST_LINES, answer.rows.length);
    return [
      ...lines,
      ...(more > 0 ? [`… and ${more} more of ${answer.total}; narrow the question or use limit and cursor`] : []),
    ].join("\n");
  }
  const one = answer as Loose;
  if (name === "incident" && Array.isArray(one.split_into))
    return [
      `${one.id} was split into:`,
      ...(await Promise.all((one.split_into as Incident[]).map((i) => incidentLines(view, i, 1)))).flat(),
    ].join("\n");
  if (name === "incident") return (await incidentLines(view, one as unknown as Incident, 6)).join("\n");
  if (name === "claim") return (await quotesOf(view, [one as unknown as Claim])).join("\n");
  if (name === "document") {
    const quotes = await quotesOf(view, one.claims as Claim[]);
    return [
      heads.documents!({ ...one, claims: quotes.length }),
      ...quotes.slice(0, MOST_LINES).map((q) => `  ${q}`),
      "",
      String(one.text),
    ].join("\n");
  }
  if (name === "explain") {
    const e = one as unknown as Explanation;
    const frames = e.claims.flatMap((c) => c.slots ?? []).filter((s) => s.looks_for !== null);
    const claims = e.claims.map((c) => c.claim).filter((c): c is Claim => Boolean(c?.quote));
    return [
      e.statement,
      ...e.reasons.map((r) => `because ${r}`),
      ...e.lineage.map(lineageText),
      ...new Set(frames.map((s) => `${s.rule} looks for ${s.looks_for}`)),
      ...(await quotesOf(view, claims)).map((q) => `  ${q}`),
    ].join("\n");
  }
  return JSON.stringify(answer);
}
