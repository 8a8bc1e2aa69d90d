// The language core as a whole, with the model that ships: what it gives is a tree over true offsets whatever it is given,
// and the model is the one that its card speaks of.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownNames, loadLanguage, MODEL_FILE, readModel, type Sentence } from "../src/language/index.ts";

const language = loadLanguage();

/** What must hold of any reading: words in order that say what the text says, one root, heads that lead to it. */
function expectTrue(text: string, sentences: readonly Sentence[]): void {
  let at = 0;
  for (const { start, end, words, names } of sentences) {
    expect(words.length).toBeGreaterThan(0);
    expect([start, end]).toEqual([words[0]!.start, words.at(-1)!.end]);
    for (const word of words) {
      expect(word.start).toBeGreaterThanOrEqual(at);
      expect(text.slice(word.start, word.end)).toBe(word.form);
      at = word.end;
    }
    expect(words.filter((w) => w.head === -1).map((w) => w.relation)).toEqual(["root"]);
    // Every word leads to the root: in a tree of n words n steps suffice.
    const depth = new Map<number, boolean>([[-1, true]]);
    for (const i of words.keys()) {
      const path: number[] = [];
      let up = i;
      while (!depth.has(up) && path.length <= words.length) {
        path.push(up);
        up = words[up]!.head;
      }
      expect(path.length).toBeLessThanOrEqual(words.length);
      for (const on of path) depth.set(on, true);
    }
    let last = 0;
    for (const name of names) {
      expect(name.first).toBeGreaterThanOrEqual(last);
      expect(name.last).toBeGreaterThan(name.first);
      expect(name.last).toBeLessThanOrEqual(words.length);
      last = name.last;
    }
  }
  expect(text.slice(at).trim()).toBe("");
}

const read = (text: string): Sentence[] => language.read(text);

describe("a sentence as it is read", () => {
  test("who did what to whom, when", () => {
    const [sentence] = read("Rebel fighters captured the town of Khan Shaykhun on Friday, the Observatory said.");
    const found = sentence!.words.map(
      (w) => `${w.form}/${w.xpos}/${w.lemma}/${w.relation}/${sentence!.words[w.head]?.form ?? "-"}`,
    );
    expect(found).toEqual([
      "Rebel/NN/rebel/compound/fighters",
      "fighters/NNS/fighter/nsubj/captured",
      "captured/VBD/capture/ccomp/said",
      "the/DT/the/det/town",
      "town/NN/town/obj/captured",
      "of/IN/of/case/Khan",
      "Khan/NNP/Khan/nmod/town",
      "Shaykhun/NNP/Shaykhun/flat/Khan",
      "on/IN/on/case/Friday",
      "Friday/NNP/Friday/obl/captured",
      ",/,/,/punct/captured",
      "the/DT/the/det/Observatory",
      "Observatory/NNP/Observatory/nsubj/said",
      "said/VBD/say/root/-",
      "./././punct/said",
    ]);
  });

  test("the same text gives the same reading", () => {
    const text = "Army denies losing Hama. “We hold it,” the spokesman said.";
    expect(read(text)).toEqual(loadLanguage().read(text));
  });

  test("known names are found whole, and no sentence ends in them", () => {
    const known = knownNames([{ name: "Jaysh al-Wafa St. Elias", type: "organisation" }]);
    const text = "Fighters of Jaysh al-Wafa St. Elias left.";
    const sentences = loadLanguage({ known }).read(text);
    expect(sentences).toHaveLength(1);
    const { words, names } = sentences[0]!;
    expect(names.map((n) => text.slice(words[n.first]!.start, words[n.last - 1]!.end))).toContain(
      "Jaysh al-Wafa St. Elias",
    );
  });
});

describe("bad input", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \n\t\u00a0 "],
    ["a megabyte without a space", "x".repeat(1_000_000)],
    ["a sentence of 5,000 words", "the army and ".repeat(1_700)],
    ["a hundred thousand commas", ",".repeat(100_000)],
    ["control characters", "\u0000\u0001 Homs \u001b[31m fell\u0007 \u0085 today."],
    ["lone surrogates", "\ud800 Homs \udc00fell\ud83d."],
    ["right to left, combining and joined signs", "سقطت حمص e\u0301\u0301\u0301 👩‍👩‍👧‍👦 \u202eHoms\u202c"],
    ["marks only", "“”‘’…—«»!?!?"],
  ])("%s", (_, text) => expectTrue(text, read(text)));

  test("any string is read, with true offsets", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 })),
        (text) => expectTrue(text, read(text)),
      ),
      { numRuns: 300 },
    );
  });

  test("any words in any order are one tree", () => {
    const word = fc.constantFrom(
      "army",
      "Homs",
      "killed",
      "was",
      "by",
      "the",
      ",",
      '"',
      "said",
      "al",
      "-",
      "Sham",
      "5",
      ".",
      "not",
      "",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (forms) => {
        const [sentence] = language.analyse([forms]);
        expect(sentence!.words.map((w) => w.form)).toEqual(forms);
        expect(sentence!.words.filter((w) => w.head === -1)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  test("what is no model is refused with a clear word", () => {
    expect(() => readModel(new Uint8Array(100))).toThrow(/no language model/);
  });
});

test("the model is the one on its card, and no larger than it may be", () => {
  const file = readFileSync(MODEL_FILE);
  const card = JSON.parse(readFileSync(join(MODEL_FILE, "../english.card.json"), "utf8")) as Record<string, unknown>;
  expect(card).toMatchObject({
    model: language.version,
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
  });
  expect(file.length).toBeLessThanOrEqual(5_000_000);
});
