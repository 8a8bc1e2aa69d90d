// How fast a document is coded on one core - read, tagged, parsed, coded - in articles of 400 words a second: node
// bench/speed.ts [--passes N]. wink-nlp's tagging of the same texts runs in turn with it. What comes out is not looked at.
import { parseArgs } from "node:util";
import { codeDocument } from "../src/pipeline/code.ts";
import { languageOf } from "../src/pipeline/known-names.ts";
import { race, type Stage, texts, whole, wink } from "./race.ts";
import { codebook, documentOf } from "./reader.ts";

/** Words of an article, by which the figure is told. */
const ARTICLE = 400;
const { passes } = parseArgs({ options: { passes: { type: "string", default: "9" } } }).values;

const corpus = texts();
const characters = corpus.texts.reduce((n, text) => n + text.length, 0);
const words = corpus.texts.reduce((n, text) => n + text.split(/\s+/).filter(Boolean).length, 0);
console.log(`${corpus.texts.length} texts, ${whole(words)} words of ${corpus.name}; node ${process.version}, one core`);

const rows = corpus.texts.map((text, i) => ({ id: `text-${i}`, text, outlet: null, published: "2016-12-15" }));
const language = languageOf(codebook());
const each = (read: (row: (typeof rows)[number]) => unknown) => (): number => {
  for (const row of rows) read(row);
  return words;
};
const stages: Stage[] = [
  { name: "read", pass: each(documentOf) },
  { name: "tags, trees and names", pass: each(({ text }) => language.read(text)) },
  { name: "the whole of code", pass: each((row) => codeDocument(documentOf(row), codebook())) },
  {
    name: "wink-nlp: words, sentences, tags",
    pass: each(
      (
        (tag) =>
        ({ text }) =>
          tag(text)
      )(wink()),
    ),
  },
];
const speeds = race(stages, characters, Number(passes));
console.log(`\n${(speeds[2]! / ARTICLE).toFixed(0)} articles of ${ARTICLE} words a second`);
