// A golden folder: reports that we wrote, and the ledger that they must give, as lines that a person can read and diff.
// `npm run golden` makes them anew; golden.test.ts holds them.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadCodebook } from "../../src/codebook/load.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import type { Claim, Incident } from "../../src/model/index.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { judgedBy } from "../../src/pipeline/rejudge.ts";

export const root = resolve(import.meta.dirname, "../..");
const NOW = "2025-01-01T00:00:00Z"; // When the ledger says that it read them; a fixed day keeps the lines the same.

export const cases = (): string[] =>
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();

const interval = (t: { start: string; end: string } | null): string | null =>
  t && (t.start === t.end ? t.start : `${t.start}..${t.end}`);
const names = (list: readonly { name: string; id: string | null }[]): string[] => list.map((x) => x.id ?? `"${x.name}"`);

const claimLine = (c: Claim) => ({
  document: c.document,
  event: c.event,
  ...(c.stance === "asserted" ? {} : { stance: c.stance }),
  ...(c.background ? { background: true } : {}),
  time: interval(c.time),
  places: c.places.map((p) => `${p.role === "at" ? "" : `${p.role} `}${p.id ?? `"${p.name}"`}`),
  actors: names(c.actors),
  targets: names(c.targets),
  sources: names(c.sources),
  figures: c.figures.map((f) => `${f.measure} ${f.min}${f.max === f.min ? "" : `-${f.max ?? ""}`} ${f.group}`),
  ...(c.order ? { order: { kind: c.order.kind, until: c.order.until, for: names(c.order.for) } } : {}),
  quote: c.quote,
});
const incidentLine = (i: Incident, claims: ReadonlyMap<string, Claim>) => ({
  summary: i.summary,
  status: i.status,
  grade: i.grade,
  origins: i.origins,
  time: interval(i.time),
  figures: i.figures.map((f) => `${f.measure} ${f.group} ${f.low}/${f.best}/${f.high}`),
  disputes: i.disputes.map((d) => `${d.slot}: ${d.values.map((v) => v.value).join(" | ")}`),
  claims: i.claims.map((id) => `${claims.get(id)?.document}: ${claims.get(id)?.quote.slice(0, 60)}`),
});

/** Codes the reports into a ledger of their own and gives its lines, a file each. */
export async function lines(name: string): Promise<Record<string, string>> {
  const inputs = (JSON.parse(readFileSync(join(import.meta.dirname, name, "reports.json"), "utf8")) as string[]).map((p) =>
    join(root, p),
  );
  const folder = mkdtempSync(join(tmpdir(), "dateline-golden-"));
  try {
    const codebook = loadCodebook();
    const ledger = await openLedger(join(folder, "golden.db"), { ...judgedBy(codebook), now: () => NOW });
    const report = await ingest(ledger, inputs, codebook, { now: () => NOW });
    const view = await ledger.view();
    const claims = (await view.claims({ limit: 100_000 })).rows;
    const incidents = (await view.incidents({ limit: 100_000 })).rows;
    const holdings = await view.holdings();
    const orders = await view.orders();
    const documents = (await view.documents({ limit: 100_000 })).rows;
    await ledger.close();
    const byId = new Map(claims.map((c) => [c.id as string, c]));
    const sorted = (rows: readonly object[]): string => `${rows.map((r) => JSON.stringify(r)).sort().join("\n")}\n`;
    return {
      "documents.ndjson": sorted([
        ...documents.map((d) => ({
          document: d.id,
          outlet: d.outlet,
          published: d.published,
          basis: d.published_basis,
          lang: d.lang,
          credits: d.credits,
          copies_of: d.copies_of,
          notes: d.notes.map((n) => n.kind),
        })),
        ...report.refused,
      ]),
      "claims.ndjson": sorted(claims.map(claimLine)),
      "incidents.ndjson": sorted(incidents.map((i) => incidentLine(i, byId))),
      "holdings.ndjson": sorted(
        holdings.map((h) => ({ place: h.place.id ?? h.place.name, holder: h.holder.id ?? h.holder.name, from: h.from, to: h.to, state: h.state, basis: h.basis, accounts: h.accounts })),
      ),
      "orders.ndjson": sorted(
        orders.map((o) => ({ kind: o.kind, issuer: names(o.issuer), for: names(o.for), place: o.place?.name ?? null, announced: o.announced, from: o.from, until: o.until, conditions: o.conditions.map((c) => c.text), status: o.status })),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const expected = (name: string, file: string): string | null => {
  const path = join(import.meta.dirname, name, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};
export function write(name: string, file: string, content: string): void {
  mkdirSync(join(import.meta.dirname, name), { recursive: true });
  writeFileSync(join(import.meta.dirname, name, file), content);
}
export const drop = (name: string, file: string): void => rmSync(join(import.meta.dirname, name, file), { force: true });
