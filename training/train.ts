// `npm run train:language`: from treebanks, own sentences and raw news to the model that ships and its card. The same
// files give the same bytes: learners take their chances from fixed seeds, and only the card's date looks at a clock.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Language } from "../src/language/language.ts";
import { type ModelHeader, readModel } from "../src/language/model/model.ts";
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import { trainBoundaries } from "./boundaries.ts";
import { learnClasses } from "./classes.ts";
import { OWN, rawSentences, treebank } from "./corpus.ts";
import { measured } from "./figures.ts";
import { learnNames } from "./learn-names.ts";
import { trainLemmas } from "./lemmas.ts";
import { compress, layNumbers, layPairs, laySparse, pack } from "./pack.ts";
import { learnSyntax, SYNTAX } from "./syntax.ts";

const here = import.meta.dirname;
const FINE = 512;
const COARSE = 64;
/** Weights below these are not kept, so that the model stays below 5 MB; docs/language.md says what that costs. */
const LEAST = { tagging: 0.6, foretelling: 1, arcs: 1.1, relations: 0.7, naming: 0.3 };

/** Folders of raw texts, for word classes. The texts of the exam of names are left out, so that its figure is clean. */
const RAW = [
  "gold/texts",
  "seeds",
  "attribution/text",
  "merging",
  "airwars",
  "control",
  "orders",
  "event-types",
  "places",
  "dates",
];

const words = (sentences: readonly GoldSentence[]): number => sentences.reduce((n, s) => n + s.forms.length, 0);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      treebanks: { type: "string", default: join(here, "../../shared/treebanks") },
      raw: { type: "string", default: join(here, "../../shared") },
      out: { type: "string", default: join(here, "../language") },
    },
  });
  const began = performance.now();
  const say = (what: string): void =>
    console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
  const sets = [
    { name: "UD English EWT, train", licence: "CC BY-SA 4.0", file: join(values.treebanks, "en_ewt-train.conllu") },
    {
      name: "UD English GUM, train",
      licence: "CC BY 4.0 and public domain parts",
      file: join(values.treebanks, "en_gum-train.conllu"),
    },
    ...OWN.map((name) => ({
      name: `Dateline's own ${name}`,
      licence: "Apache-2.0",
      file: join(here, `${name}.conllu`),
    })),
  ].map((set) => ({ ...set, sentences: treebank(set.file) }));
  const treebanks = sets.slice(0, 2).flatMap((set) => set.sentences);
  const own = sets.slice(2).flatMap((set) => set.sentences);
  const gold = [...treebanks, ...own];

  const boundaries = trainBoundaries(treebanks);
  const raw = rawSentences(
    RAW.map((folder) => join(values.raw, folder)),
    boundaries,
  );
  say(`${gold.length} sentences with trees, ${raw.length} without`);
  const classes = learnClasses([...gold.map((s) => s.forms), ...raw], FINE, COARSE);
  say("word classes");
  const syntax = await learnSyntax(treebanks, own, classes, SYNTAX, say);
  const naming = learnNames(
    sets.map((set) => set.sentences),
    syntax,
  );
  say("names");

  const tables = {
    boundaries: layNumbers(boundaries),
    tagging: laySparse(syntax.tagger, LEAST.tagging),
    foretelling: laySparse(syntax.outlook, LEAST.foretelling),
    arcs: layPairs(syntax.parsing.arcs, LEAST.arcs),
    relations: laySparse(syntax.parsing.relations, LEAST.relations),
    naming: laySparse(naming, LEAST.naming),
  };
  const known: Omit<ModelHeader, "version"> = {
    tags: syntax.setting.tags,
    labels: syntax.setting.labels,
    outlooks: syntax.outlooks,
    outlookChoices: syntax.outlookChoices.map((choices) => [...choices]),
    labelChoices: [...syntax.labelChoices].map(([key, labels]) => [key, [...labels]]),
    lexicon: [...syntax.setting.lexicon].map(([form, { only, all }]) => [form, only, all]),
    classes: [...classes].map(([form, [fine, coarse]]) => [form, fine, coarse]),
    lemmas: [...trainLemmas(gold)],
  };
  // The version names the content: any change of it is another model.
  const digest = createHash("sha256").update(pack(known, tables)).digest("hex");
  const header: ModelHeader = { version: `english-${digest.slice(0, 8)}`, ...known };
  const bytes = pack(header, tables);
  const file = compress(bytes);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "english.model.gz"), file);
  say(`${resolve(values.out)}/english.model.gz, ${(file.length / 1e6).toFixed(2)} MB`);

  const language = new Language(readModel(bytes));
  const card = {
    model: header.version,
    made: new Date().toISOString().slice(0, 10),
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
    learnt_from: [
      ...sets.map(({ name, licence, sentences }) => ({
        name,
        licence,
        sentences: sentences.length,
        words: words(sentences),
      })),
      {
        name: "raw news and narratives at hand, for word classes",
        licence: "not redistributed; no sentence of them is in the model",
        sentences: raw.length,
        words: raw.reduce((n, s) => n + s.length, 0),
      },
    ],
    figures: Object.fromEntries(
      ["en_ewt-dev", "en_gum-dev"].map((name) => [
        name,
        measured(treebank(join(values.treebanks, `${name}.conllu`)), language),
      ]),
    ),
  };
  writeFileSync(join(values.out, "english.card.json"), `${JSON.stringify(card, null, 2)}\n`);
  say("card");
}

await main();
