// Names: what may be part of one, that no scores break one, one sense a document, the codebook's names, and a small model
// trained here. How well the model that ships finds names is measured elsewhere.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
import type { Scorer } from "../src/language/model/linear.ts";
import { casing, PLAIN, SHOUT, SHOUTED, TITLED } from "../src/language/names/casing.ts";
import { NameColumns, type TaggedSentence } from "../src/language/names/columns.ts";
import { NameFinder } from "../src/language/names/finder.ts";
import { headOf } from "../src/language/names/heads.ts";
import { LABELS, labelsOf, spansOf } from "../src/language/names/labels.ts";
import { SameNames, sumsOf } from "../src/language/names/same-names.ts";
import { rememberCapitals, SeenWords } from "../src/language/names/seen-words.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import { goldNamesOfFile } from "../src/language/treebank/gold-names.ts";
import { readConllu } from "../src/language/treebank/read-conllu.ts";
import { type KnownNames, NAME_TYPES, type Name } from "../src/language/types.ts";
import { knownNames } from "../src/language/words/known-names.ts";
import { tokenise } from "../src/language/words/tokens.ts";
import { codebookNames } from "../src/pipeline/known-names.ts";
import { MadeNames } from "../training/made-names.ts";
import { properNames } from "../training/named-examples.ts";
import { trainNames } from "../training/naming.ts";
import { seeded } from "../training/perceptron.ts";
import { tagSet } from "../training/tagging.ts";

const vocabulary = (): Vocabulary => new Vocabulary(new Map(), new Map());
const TAGS = ["NOUN NN", "PROPN NNP", "DET DT", "PRON PRP", "ADP IN"];

function tagged(text: string, words: Vocabulary, tag: (form: string) => number = () => 0): TaggedSentence {
  const tokens = tokenise(text);
  return {
    tokens,
    ids: Int32Array.from(tokens, (t) => words.id(t.form)),
    tags: Uint8Array.from(tokens, (t) => tag(t.form)),
  };
}

/** Scores that mean nothing, the same ones for the same features. */
const chance = (seed: number): Scorer => ({
  width: LABELS,
  shift: 20,
  sure: Infinity,
  add(features, from, to, scores) {
    for (let i = from; i < to; i++)
      for (let l = 0; l < LABELS; l++) scores[l]! += (Math.imul(features[i]! + seed, 0x9e3779b1 + 2 * l) >> 20) % 100;
  },
});

const shown = (sentences: readonly TaggedSentence[], names: readonly (readonly Name[])[]): string[] =>
  names.flatMap((list, s) =>
    list.map(({ first, last, type }) => {
      const forms = sentences[s]!.tokens.slice(first, last).map((t) => t.form);
      return `${type} ${forms.join(" ")}`;
    }),
  );

const open = (text: string, known: KnownNames | null = null): string => {
  const columns = new NameColumns(TAGS);
  const sentence = tagged(text, vocabulary(), (form) =>
    Math.max(0, ["", "", "the", "i", "in"].indexOf(form.toLowerCase())),
  );
  columns.add(sentence, known);
  return sentence.tokens
    .filter((_, i) => columns.open[i] !== 0)
    .map((t) => t.form)
    .join(" ");
};

describe("what could be part of a name", () => {
  test.each([
    ["Fighters entered Deir ez-Zor", "Fighters Deir ez - Zor"],
    ["the Ministry of Defence and the army", "Ministry of Defence"],
    ["Ansar al-Islam and al-nusra", "Ansar al - Islam al - nusra"],
    ["near Mazar-e-Sharif and Port-au-Prince", "Mazar - e - Sharif and Port - au - Prince"],
    ["Battalion 47 took 47 towns", "Battalion 47"],
    ["the Tigray People's Liberation Front", "Tigray People 's Liberation Front"],
    ["at The Hague", "The Hague"],
  ])("%s", (text, expected) => expect(open(text)).toBe(expected));

  test.each([
    "the man in the army said so",
    "In the town he saw the ministry",
    "The men said I should go",
    "write to someone@Example.com",
    "#Syria @Observer",
    "12,000 of 30",
    "« … — ؟",
  ])("nothing in: %s", (text) => expect(open(text)).toBe(""));

  test("a known name opens its words, in capitals too where all is in capitals", () => {
    const known = knownNames([{ name: "Aleppo", type: "place" }]);
    const columns = new NameColumns(TAGS);
    const words = vocabulary();
    for (const text of ["Aleppo fell", "ALEPPO FALLS AGAIN", "the SDF at aleppo"])
      columns.add(tagged(text, words), known);
    expect([...columns.known.subarray(0, 9)]).toEqual([3, 0, 3, 0, 0, 0, 0, 0, 0]);
  });
});

describe("capitals", () => {
  test.each([
    ["Homs", 1],
    ["homs", 0],
    ["SDF", SHOUT],
    ["Élysée", 1],
    ["ÉLYSÉE", SHOUT],
    ["I", 1],
    ["U.S.", SHOUT],
    ["d'Ivoire", 1],
    ["a/B", 0],
    ["", 0],
    ["2016", 0],
  ])("%s", (form, expected) => expect(casing(form)).toBe(expected));

  test.each([
    ["Rebels took the town of Saraqib", PLAIN],
    ["Rebels Take Saraqib After Long Siege", TITLED],
    ["REBELS TAKE SARAQIB", SHOUTED],
    ["rebels take saraqib", PLAIN],
  ])("%s", (text, expected) => {
    const columns = new NameColumns(TAGS);
    columns.add(tagged(text, vocabulary()), null);
    expect(columns.cases[0]).toBe(expected);
  });
});

test.each([
  ["Free Idlib Army", "organisation"],
  ["Deir Hafer District", "place"],
  ["Mount Sinjar", "place"],
  ["Abu Omar", "person"],
  ["Ministry of Health", "organisation"],
  ["Saraqib", null],
  ["John Smith", null],
])("the head of %s tells %s", (name, type) => {
  const tokens = tokenise(name);
  const last = tokens.findIndex((t) => t.form === "of");
  const head = headOf(tokens, 0, last < 0 ? tokens.length - 1 : last - 1, false);
  expect(head === 0 ? null : NAME_TYPES[(head - 1) % NAME_TYPES.length]).toBe(type);
});

test("labels say names, and names labels", () => {
  const names: Name[] = [
    { first: 0, last: 1, type: "place" },
    { first: 1, last: 4, type: "person" },
    { first: 5, last: 7, type: "organisation" },
  ];
  const labels = labelsOf(names, 8);
  expect(spansOf(labels, 8).map((s) => ({ ...s, type: NAME_TYPES[s.type] }))).toEqual(names);
});

test("whatever the scores, names lie in their sentence, in order and apart", () => {
  const known = knownNames([
    { name: "New York", type: "place" },
    { name: "al-Bab", type: "place" },
  ]);
  const word = fc.oneof(
    fc.constantFrom(
      "New",
      "York",
      "al",
      "-",
      "Bab",
      "of",
      "the",
      "(",
      ")",
      "SDF",
      "'s",
      "47",
      "President",
      "Assad",
      "e",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 90 }), { maxLength: 4 }), fc.nat(1000), (document, seed) => {
      const words = vocabulary();
      const finder = new NameFinder(words, TAGS, chance(seed));
      const sentences = document.map((forms) => ({
        tokens: forms.map((form, j) => ({ start: j, end: j + 1, form })),
        ids: Int32Array.from(forms, (f) => words.id(f)),
        tags: Uint8Array.from(forms, (_, j) => (j + seed) % TAGS.length),
      }));
      for (const given of [known, null]) {
        const names = finder.find(sentences, given);
        expect(names.length).toBe(sentences.length);
        for (const [s, list] of names.entries())
          for (const [k, { first, last }] of list.entries()) {
            expect(first).toBeGreaterThanOrEqual(k === 0 ? 0 : list[k - 1]!.last);
            expect(last).toBeGreaterThan(first);
            expect(last).toBeLessThanOrEqual(sentences[s]!.tokens.length);
          }
        expect(finder.find(sentences, given)).toEqual(names);
      }
    }),
    { numRuns: 60 },
  );
});

describe("one sense a document", () => {
  /** Names as 'sentence first last person place organisation'; the types of all names found or recovered. */
  function senses(texts: readonly string[], names: readonly (readonly number[])[]): string[] {
    const words = vocabulary();
    const columns = new NameColumns(TAGS);
    const seen = new SeenWords();
    const sentences = texts.map((t) => tagged(t, words));
    for (const s of sentences) columns.add(s, null);
    rememberCapitals(seen, words, columns);
    const same = new SameNames(words, seen, columns);
    const labels = new Uint8Array(columns.starts[texts.length]!);
    for (const [s, first, last, ...scores] of names as [number, number, number, ...number[]][]) {
      const begin = columns.starts[s]!;
      same.add(s, begin + first, begin + last, scores, 0);
      labels.fill(1, begin + first, begin + last);
    }
    same.join();
    same.recover(labels);
    const found = same.found.map(({ sentence, first, last, group }) => {
      const begin = columns.starts[sentence]!;
      const type = NAME_TYPES[sumsOf(group).indexOf(Math.max(...sumsOf(group)))]!;
      return [{ first: first - begin, last: last - begin, type }, sentence] as const;
    });
    return found.flatMap(([name, s]) => shown([sentences[s]!], [[name]]));
  }

  test("the same words are summed", () =>
    expect(
      senses(
        ["Jordan said no", "in Jordan"],
        [
          [0, 0, 1, 3, 2, 0],
          [1, 1, 2, 0, 9, 0],
        ],
      ),
    ).toEqual(["place Jordan", "place Jordan"]));

  test("a surname follows the full name, but a city of that name does not make the person one", () => {
    const texts = ["Anna Keller spoke", "then Keller left"];
    const full = [0, 0, 2, 9, 0, 0];
    expect(senses(texts, [full, [1, 1, 2, 0, 2, 0]])).toEqual(["person Anna Keller", "person Keller"]);
    expect(senses(texts, [full, [1, 1, 2, 0, 50, 0]])).toEqual(["person Anna Keller", "place Keller"]);
  });

  test("an acronym follows what it stands for", () =>
    expect(
      senses(
        ["the Free Idlib Army (FIA) won"],
        [
          [0, 1, 4, 0, 0, 9],
          [0, 5, 6, 3, 0, 0],
        ],
      ),
    ).toEqual(["organisation Free Idlib Army", "organisation FIA"]));

  test("two names that share an acronym are one group, however often they are told, and are summed once", () => {
    const texts = ["Alpha Front (AF)", "Azure Fist (AF)", "Alpha Front (AF)", "Azure Fist (AF)"];
    const names = texts.flatMap((_, s) => [
      [s, 0, 2, 0, 0, 1],
      [s, 3, 4, 0.5, 0, 0],
    ]);
    expect(senses(texts, names)).toEqual(texts.flatMap((t) => [`organisation ${t.slice(0, -5)}`, "organisation AF"]));
    // Each telling is summed once: 4 to 2 for the organisation at first, 4.8 to 4 for the person then.
    const persons = names.map((n) => (n[1] === 3 ? [...n.slice(0, 3), 1.2, 0, 0] : n));
    expect(senses(texts, persons)[0]).toBe("person Alpha Front");
  });

  test("a name overlooked elsewhere is found, a word that is also written small is not", () => {
    const names = [[0, 1, 3, 0, 0, 9]];
    expect(senses(["the Nour Brigade left", "later the Nour Brigade fled"], names)).toEqual([
      "organisation Nour Brigade",
      "organisation Nour Brigade",
    ]);
    expect(senses(["of Hope we spoke", "we hope so", "Hope is lost"], [[0, 1, 2, 9, 0, 0]])).toEqual(["person Hope"]);
    expect(senses(["of Hama we spoke", "Hama is lost"], [[0, 1, 2, 0, 9, 0]])).toEqual(["place Hama", "place Hama"]);
  });
});

describe("the codebook's names", () => {
  const known = codebookNames(loadCodebook());
  test.each([
    ["Syrian Democratic Forces", "organisation"],
    ["Raqqa", "place"],
    ["Deir ez-Zor", "place"],
    ["Assad", "person"],
    ["Russia", "place"],
    ["United Nations", "organisation"],
    ["Kharkiv", "place"],
  ])("%s is a %s", (name, type) => {
    const tokens = tokenise(name);
    expect(known.at(tokens, 0)).toEqual({ length: tokens.length, type });
  });
  test.each(["army", "Forces", "The", "In", "regime forces", "President", "Monday", "May"])("%s is none", (name) =>
    expect(known.at(tokenise(name), 0)).toBeNull(),
  );
});

describe("learning names", () => {
  test("titles, peoples and what hangs on a name are left out of what a treebank marks", () => {
    const row = (i: number, form: string, tag: string): string => `${i}\t${form}\t_\tPROPN\t${tag}\t_\t0\troot\t_\t_`;
    const [s] = readConllu(
      ["President", "Anna", "Keller", "of", "Mali", "met", "Americans"]
        .map((f, i) => row(i + 1, f, f === "Americans" ? "NNPS" : "NNP"))
        .join("\n"),
    );
    const marked: Name[] = [
      { first: 0, last: 5, type: "person" },
      { first: 6, last: 7, type: "person" },
    ];
    expect(properNames(s!, marked)).toEqual([{ first: 1, last: 3, type: "person" }]);
  });

  test("made names are made of words with capitals and their links", () => {
    const made = new MadeNames(seeded(1), [["Saraqib"]]);
    for (let i = 0; i < 300; i++)
      for (const name of [made.person(), made.surname(), made.place(), made.organisation()]) {
        expect(name.join("")).toMatch(/\p{Lu}/u);
        for (const word of name) expect(word).toMatch(/^(?:\p{Lu}|\d|(?:of|and|the|al|el|e|-|'s)$)/u);
      }
  });

  test("a small model finds names it never saw, and none where none are", () => {
    const files = ["headlines", "agency"].map((f) =>
      readConllu(readFileSync(new URL(`../training/${f}.conllu`, import.meta.url), "utf8")),
    );
    const tags = tagSet(files.flat());
    const noun = tags.of("NOUN", "NN");
    const proper = tags.of("PROPN", "NNP");
    const tag = (form: string): number => (/^\p{Lu}/u.test(form) ? proper : noun);
    const words = vocabulary();
    const model = trainNames(
      files.map((sentences) => ({
        sentences,
        names: goldNamesOfFile(sentences)!,
        tags: sentences.map((s) => Uint8Array.from(s.forms, tag)),
      })),
      words,
      {
        epochs: 2,
        seed: 1,
        known: null,
        tagNames: tags.names,
        tag: (forms) => Uint8Array.from(forms, tag),
        places: [],
      },
    );
    const finder = new NameFinder(words, tags.names, model);
    const find = (text: string): string[] => {
      const sentence = tagged(text, words, tag);
      return shown([sentence], finder.find([sentence], null));
    };
    expect(find("Fighters of the Marwa Brigade entered Kelbur , Chad .")).toEqual([
      "organisation Marwa Brigade",
      "place Kelbur",
      "place Chad",
    ]);
    expect(find("Foreign Minister Orlan Tesk said so .")).toEqual(["person Orlan Tesk"]);
    for (const text of ["the army said the town was calm .", "Residents fled .", "On Monday a drone struck a convoy ."])
      expect(find(text)).toEqual([]);
  });
});
