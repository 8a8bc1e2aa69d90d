// Training as code: the same sentences give the same bytes, what is packed is what was learnt, and learners can learn a
// handful of own sentences by heart. How good the shipped model is stands on its card and in bench/language-quality.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { uposNumbers } from "../src/language/model/model.ts";
import { unpack } from "../src/language/model/packed.ts";
import { Parser } from "../src/language/syntax/parser.ts";
import { SentenceColumns } from "../src/language/syntax/sentence-columns.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import { tokenise } from "../src/language/words/tokens.ts";
import { learnClasses } from "../training/classes.ts";
import { OWN, treebank } from "../training/corpus.ts";
import { examples, labelNames, type Setting } from "../training/example.ts";
import {
  FORETELLING,
  foretellAll,
  outlookChoices,
  outlookNames,
  outlooksOf,
  trainOutlook,
} from "../training/foretelling.ts";
import { layNumbers, layPairs, laySparse, pack } from "../training/pack.ts";
import { labelChoices, PARSING, trainParser } from "../training/parsing.ts";
import { Rows } from "../training/perceptron.ts";
import { learnSyntax } from "../training/syntax.ts";
import { TAGGING, tagAll, tagged, tagLexicon, tagSet, trainTagger } from "../training/tagging.ts";

const files = OWN.map((name) => treebank(join(import.meta.dirname, `../training/${name}.conllu`)));
const gold = files.flatMap((sentences) => sentences.slice(0, 30));
const set = tagSet(gold);
const setting: Setting = {
  tags: set.names,
  labels: labelNames(gold),
  classes: learnClasses(
    gold.map((s) => s.forms),
    20,
    5,
  ),
  lexicon: tagLexicon(gold, set),
};
const truth = tagged(gold, set);

describe("own sentences", () => {
  test.each(files.map((sentences, i) => [OWN[i]!, sentences] as const))("%s are trees", (_, sentences) => {
    expect(sentences.length).toBeGreaterThan(100);
    for (const s of sentences) {
      expect(s.heads.filter((h) => h === -1)).toHaveLength(1);
      for (const i of s.heads.keys()) {
        let up = i;
        for (let steps = 0; up !== -1; steps++) {
          expect(steps).toBeLessThanOrEqual(s.heads.length);
          up = s.heads[up]!;
        }
      }
    }
  });

  // The later sets were written after most of these sentences: only what can be no chance counts there.
  test.each([
    ["relations", 4],
    ["relations-second", 7],
    ["relations-blind", 7],
  ] as const)("none of them shares with %s %i words in a row", (name, length) => {
    const runs = (forms: readonly string[]): string[] => {
      const words = forms.map((f) => f.toLowerCase()).filter((f) => /[\p{L}\d]/u.test(f));
      return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(" "));
    };
    const rows = readFileSync(join(import.meta.dirname, `corpus/${name}.tsv`), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    const measure = new Set(rows.flatMap((row) => runs(tokenise(row.split("\t")[1]!).map((t) => t.form))));
    expect(files.flat().flatMap((s) => runs(s.forms).filter((run) => measure.has(run)))).toEqual([]);
  });
});

describe("learning", () => {
  test("the same sentences and seed give the same weights, another seed others", () => {
    const learn = (seed: number): Rows => trainTagger(truth, setting, { ...TAGGING, epochs: 2, seed });
    expect(learn(1).weights).toEqual(learn(1).weights);
    expect(learn(1).weights).not.toEqual(learn(2).weights);
  });

  test("tagger, outlooks and parser, learnt twice in worker threads, pack to the same bytes", async () => {
    const learn = async (): Promise<Uint8Array> => {
      const few = { folds: 2, seeds: 2, ownWeight: 2 };
      const syntax = await learnSyntax(gold.slice(0, 40), gold.slice(40, 50), setting.classes, few, () => {});
      return pack([...syntax.labelChoices], {
        tagging: laySparse(syntax.tagger, 0.1),
        foretelling: laySparse(syntax.outlook, 0.1),
        arcs: layPairs(syntax.parsing.arcs, 0.1),
        relations: laySparse(syntax.parsing.relations, 0.1),
      });
    };
    expect(Buffer.compare(await learn(), await learn())).toBe(0);
  });

  test("tagger, outlooks and parser learn a few sentences by heart", () => {
    const tags = tagAll(
      gold.map((s) => s.forms),
      setting,
      trainTagger(truth, setting, { ...TAGGING, epochs: 12 }),
    );
    const right = tags.flatMap((own, s) => [...own.tags].map((tag, i) => tag === truth[s]!.tags[i]));
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.97);

    const trees = examples(
      gold,
      truth.map((t) => ({ tags: t.tags, rivals: new Uint8Array(t.tags.length).fill(255) })),
      setting.labels,
    );
    const names = outlookNames(trees, setting.labels);
    const views = outlooksOf(trees, setting.labels, names);
    const choices = outlookChoices(trees, views, setting.tags.length, names.length);
    const outlook = trainOutlook(trees, views, names.length, setting, choices, { ...FORETELLING, bits: 16, epochs: 6 });
    const foretold = foretellAll(trees, setting, outlook, choices);
    const seen = trees.map((e, i) => ({ ...e, outlooks: foretold[i]! }));
    const allowed = labelChoices(seen, uposNumbers(setting.tags));
    const parsing = trainParser(seen, setting, allowed, { ...PARSING, arcBits: 18, labelBits: 16, epochs: 8 });

    const words = new Vocabulary(setting.classes, setting.lexicon);
    const uposOf = uposNumbers(setting.tags);
    const parser = new Parser({ labels: setting.labels, labelChoices: allowed, ...parsing });
    const x = new SentenceColumns(setting.tags, uposOf);
    let heads = 0;
    let all = 0;
    for (const e of seen) {
      const n = e.forms.length;
      const found = new Int32Array(n);
      x.load(
        words,
        Int32Array.from(e.forms, (form) => words.id(form)),
        e.tags,
        e.rivals,
        n,
      );
      x.foretold(e.outlooks);
      parser.parse(x, found, new Uint8Array(n));
      heads += found.filter((h, i) => h === e.heads[i]).length;
      all += n;
    }
    expect(heads / all).toBeGreaterThan(0.95);
  });
});

describe("packing", () => {
  const index = new Int32Array(2 ** 8);
  index[3] = 3;
  index[200] = 6;
  const rows = new Rows(3, 24, 5, index, Float32Array.of(0, 0, 0, 10, -2.5, 0, 0.1, 0, -0.1));

  test("what is packed is what was learnt, to the eighth bit; what says little is left out", () => {
    const bytes = pack(
      { name: "trial" },
      { rows: laySparse(rows, 0.5), numbers: layNumbers(Int16Array.of(0, -1, 300, -32768)) },
    );
    const model = unpack<{ name: string }>(bytes);
    expect(model.header).toEqual({ name: "trial" });
    expect([...model.numbers("numbers")]).toEqual([0, -1, 300, -32768]);
    const scorer = model.sparse("rows");
    const scores = new Float64Array(3);
    scorer.add(Int32Array.of(3, 200, 77), 0, 3, scores);
    expect(scores[0]).toBe(127 ** 2);
    expect(scores[1]! / scores[0]!).toBeCloseTo(-0.25, 2);
    expect(scores[2]).toBe(0);
    expect(scorer.sure / scores[0]!).toBeCloseTo(0.5, 3);
  });

  test("three classes as two differences", () => {
    const scorer = unpack(pack({}, { rows: layPairs(rows, 0.5) })).pairs("rows");
    const scores = new Float64Array(3);
    scorer.add(Int32Array.of(3, 200), 0, 2, scores);
    expect(scores[0]).toBe(0);
    expect(scores[1]! / scores[2]!).toBeCloseTo(1.25, 1);
    expect(scores[2]).toBeLessThan(0);
  });

  test("another table's name, or another kind, is refused", () => {
    const model = unpack(pack({}, { rows: laySparse(rows, 0.5) }));
    expect(() => model.pairs("rows")).toThrow(/no table 'rows' of kind pairs/);
    expect(() => model.sparse("others")).toThrow(/no table/);
  });
});
