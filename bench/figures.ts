// Figures against hand-coded claims: node bench/figures.ts FOLDER/claims FOLDER/texts [--misses]. A gold figure is found when
// a figure with its measure, min and max stands within the claim's quote; precision counts the figures with a measure that
// stand within the quote of some claim that has figures.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadFigureWords } from "../src/codebook/figures.ts";
import { findFigures } from "../src/extract/figures/figures.ts";
import { type Measure, overlaps, span } from "../src/model/index.ts";
import { passages } from "../src/text/passages.ts";

interface Gold {
  readonly document: string;
  readonly claims: readonly {
    readonly quote: string;
    readonly figures?: readonly { measure: Measure; min: number; max: number | null; group: string }[];
  }[];
}
const [claims, texts, ...flags] = process.argv.slice(2) as [string, string, ...string[]];
const words = loadFigureWords(join(import.meta.dirname, "../codebook"));
const sums = { gold: 0, found: 0, group: 0, told: 0, right: 0 };
for (const file of readdirSync(claims)
  .filter((name) => name.endsWith(".json"))
  .sort()) {
  const gold = JSON.parse(readFileSync(join(claims, file), "utf8")) as Gold;
  const text = readFileSync(join(texts, gold.document), "utf8");
  const parts = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    kind: "body" as const,
    span: span(m.index, m.index + m[0].length),
  }));
  const figures = findFigures(passages({ text, parts }), words).filter((figure) => figure.measure !== null);
  const right = new Set<unknown>();
  const told = new Set<unknown>();
  for (const claim of gold.claims) {
    if (!claim.figures?.length) continue;
    const start = text.indexOf(claim.quote);
    const within = figures.filter((figure) => overlaps(figure.span, span(start, start + claim.quote.length)));
    for (const figure of within) told.add(figure);
    for (const want of claim.figures) {
      sums.gold++;
      const hits = within.filter((f) => f.measure === want.measure && f.min === want.min && f.max === want.max);
      if (hits.length) sums.found++;
      if (hits.some((f) => f.group === want.group)) sums.group++;
      for (const hit of hits) right.add(hit);
      if (!hits.length && flags.includes("--misses"))
        console.log(
          `MISS ${want.measure} ${want.min} ${want.max} ${want.group} | ${claim.quote.slice(0, 240)} | ${within.map((f) => `${f.measure} ${f.min} ${f.max}`).join("; ")}`,
        );
      else if (flags.includes("--misses") && !hits.some((f) => f.group === want.group))
        console.log(`GROUP ${want.group} not ${hits[0]!.group} | ${hits[0]!.text} | ${claim.quote.slice(0, 160)}`);
    }
  }
  for (const figure of told)
    if (!right.has(figure) && flags.includes("--misses"))
      console.log(
        `EXTRA ${(figure as { measure: string }).measure} | ${(figure as { text: string }).text} | ${(figure as { rule: string }).rule} | ${file}`,
      );
  sums.told += told.size;
  sums.right += right.size;
}
const share = (a: number, b: number) => (b ? a / b : 0).toFixed(3);
console.log(
  `gold ${sums.gold}  recall ${share(sums.found, sums.gold)}  with group ${share(sums.group, sums.gold)}  precision ${share(sums.right, sums.told)} of ${sums.told}`,
);
