// The main job end to end: the claims of the gold articles and of the seeds, scored by tools/score.mjs, and which of the gold
// claims are among them. What a slot's figure means is in ../shared/gold/GUIDELINES.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeDocument } from "../src/pipeline/code.ts";
import { type Exam, type GoldClaim, inShared, lines, type Outcome, type Sitting, said, withAnswers } from "./exam.ts";
import { codebook, documentOf, type Row } from "./reader.ts";

interface Folders {
  readonly documents: string;
  readonly claims: string;
  readonly texts: string;
}

const SLOTS = ["stance", "background", "time", "place", "actors", "targets", "sources", "figures", "groups", "order"];
const MEASURES = ["ledger", "detected", "claims", ...SLOTS];

/** Marks of quotation that the scorer holds for the same; each is as long as what it stands for. */
const plain = (text: string): string =>
  text
    .replaceAll("\u00a0", " ")
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"');

/** Every gold claim, with its quote. */
function goldClaims({ claims, texts }: Folders): (GoldClaim & { readonly quote: string })[] {
  return readdirSync(inShared(claims))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const { document, claims: own = [] } = JSON.parse(readFileSync(join(inShared(claims), file), "utf8")) as {
        document: string;
        claims?: { quote: string; event: string }[];
      };
      const text = plain(readFileSync(join(inShared(texts), document), "utf8"));
      return own.map(({ quote, event }) => ({ document, start: text.indexOf(plain(quote)), event, quote }));
    });
}

/** Those that the scorer does not name among the missed or the otherwise typed. */
function foundClaims(folders: Folders, misses: string): GoldClaim[] {
  const left = misses.split(/^(?=(?:missed|type|extra) )/m);
  return goldClaims(folders).flatMap(({ document, start, event, quote }) => {
    const at = left.findIndex(
      (line) =>
        line.startsWith(`missed ${document}: ${event}: ${quote.slice(0, 100)}`) ||
        (line.startsWith(`type  ${document}: ${event} coded `) && line.includes(`: ${quote.slice(0, 90)}`)),
    );
    if (at < 0) return [{ document, start, event }];
    left.splice(at, 1);
    return [];
  });
}

function take(name: string, folders: Folders, { misses, out, documents }: Sitting): Outcome {
  const rows = lines<Row>(readFileSync(inShared(folders.documents), "utf8")).filter(
    ({ id }) => !documents.length || documents.includes(id),
  );
  const began = performance.now();
  const claims = rows.flatMap((row) => codeDocument(documentOf(row), codebook()).claims);
  const speed = (1000 * rows.length) / (performance.now() - began);
  const answers = claims.map((claim) => ({ ...claim }));
  return withAnswers(name, answers, out, (file) => {
    const score = [inShared("tools/score.mjs"), inShared(folders.claims), inShared(folders.texts), file];
    const table = JSON.parse(said([...score, "--json"])) as Record<string, number | { f1: number }>;
    const full = said([...score, "--misses"]);
    const report = misses ? full : said(score);
    return {
      figures: new Map(
        MEASURES.map((measure) => {
          const figure = table[measure]!;
          return [measure, typeof figure === "number" ? figure : figure.f1];
        }),
      ),
      report: `${rows.length} documents, ${claims.length} claims, ${speed.toFixed(0)} documents a second\n${report}`,
      found: foundClaims(folders, full),
    };
  });
}

const ofArticles = (name: string, folders: Folders): Exam => ({
  name,
  needs: [folders.documents, folders.claims, folders.texts, "tools/score.mjs"],
  measures: new Map(MEASURES.map((measure) => [measure, ""])),
  take: (sitting) => take(name, folders, sitting),
});

export const gold = ofArticles("gold", {
  documents: "gold/documents.ndjson",
  claims: "gold/claims",
  texts: "gold/texts",
});
export const seeds = ofArticles("seeds", {
  documents: "gold/seeds/documents.ndjson",
  claims: "gold/seeds",
  texts: "seeds",
});
