// Counts codebook/common-words.tsv anew: in how many of the English texts of ../shared each word stands. A story told in
// several texts (merging) counts as one, so that its names do not pass for common words. Nothing but counts leaves there.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { wordsOf } from "../src/resolve/names.ts";
import { inShared } from "./exam.ts";

/** Fewer texts than this make no word common. */
const LEAST = 5;
/** So much of a story's texts, for one that is told forty times is no longer than the rest. */
const LONGEST = 20_000;

const read = (path: string): string => readFileSync(inShared(path), "utf8");
const filesIn = (folder: string): string[] => readdirSync(inShared(folder)).map((file) => join(folder, file));
const rows = (path: string): { id: string; text?: string }[] =>
  read(path)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
const bare = (markup: string): string => markup.replace(/<[^>]+>/g, " ");
const textsOf = (path: string): string[] => rows(path).map((row) => row.text ?? "");

function treebankTexts(path: string): string[] {
  const texts: string[] = [];
  for (const line of read(path).split("\n")) {
    if (line.startsWith("# newdoc")) texts.push("");
    if (line.startsWith("# text = ")) texts.push(`${texts.pop() ?? ""} ${line.slice(9)}`);
  }
  return texts;
}

/** Snippets of a sentence are too short to be a text: four are one. */
const inFours = (snippets: readonly string[]): string[] =>
  snippets.flatMap((_, i) => (i % 4 === 0 ? [snippets.slice(i, i + 4).join(" ")] : []));

function storyTexts(): string[] {
  const texts = new Map(rows("merging/documents.ndjson").map((row) => [row.id, row.text ?? ""]));
  const stories: { documents: string[] }[] = JSON.parse(read("merging/incidents.json"));
  return stories.map((s) =>
    s.documents
      .map((id) => texts.get(id) ?? "")
      .join(" ")
      .slice(0, LONGEST),
  );
}

const texts = [
  ...filesIn("places").flatMap((path) =>
    [...read(path).matchAll(/<text><!\[CDATA\[(.*?)\]\]>/gs)].map((found) => bare(found[1]!)),
  ),
  ...filesIn("attribution/text").map(read),
  ...filesIn("entities").flatMap((folder) =>
    filesIn(folder)
      .filter((f) => f.endsWith("documents.json"))
      .flatMap(textsOf),
  ),
  ...textsOf("gold/documents.ndjson"),
  ...textsOf("orders/documents.ndjson"),
  ...filesIn("treebanks")
    .filter((f) => f.endsWith(".conllu"))
    .flatMap(treebankTexts),
  ...filesIn("dates/wikiwars").map((path) => bare(read(path))),
  ...inFours(textsOf("event-types/snippets.ndjson")),
  ...storyTexts(),
];
const counts = new Map<string, number>();
for (const text of texts) for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);

const byRarity = new Map<number, string[]>();
for (const [word, n] of counts) {
  if (n < LEAST || word.length < 2 || !/^[a-z0-9]+$/.test(word)) continue;
  const rarity = Math.round(Math.log(texts.length / n) * 4) / 4;
  byRarity.set(rarity, [...(byRarity.get(rarity) ?? []), word]);
}
const lines = [...byRarity]
  .sort((a, b) => a[0] - b[0])
  .map(([rarity, words]) => `${rarity}\t${words.sort().join(" ")}`);
writeFileSync(resolve(import.meta.dirname, "../codebook/common-words.tsv"), `rarity\twords\n${lines.join("\n")}\n`);
console.log(`${texts.length} texts, ${[...byRarity.values()].flat().length} words`);
