// The scores against tables worked out by hand. The rules are those of the CoNLL 2018 shared task's evaluation; each case
// guards one of them.
import { describe, expect, test } from "vitest";
import { goldNames, goldNamesOfFile } from "../src/language/treebank/gold-names.ts";
import { type GoldSentence, readConllu } from "../src/language/treebank/read-conllu.ts";
import { type Measure, rawText, scoreNames, scoreWords } from "../src/language/treebank/score.ts";
import { writeConllu } from "../src/language/treebank/write-conllu.ts";
import type { Name, NameType, Sentence } from "../src/language/types.ts";

/** "form/TAG/head/relation" a word, heads from 1; offsets are not what is scored, so they are all 0. */
function read(words: string, names: readonly Name[] = []): Sentence {
  return {
    start: 0,
    end: 0,
    names,
    words: words.split(" ").map((w) => {
      const [form, tag, head, relation] = w.split("/") as [string, string, string, string];
      return { start: 0, end: 0, form, lemma: form, upos: tag, xpos: tag, head: Number(head) - 1, relation };
    }),
  };
}

/** The same notation as CoNLL-U; MISC as a fifth part, a range as "3-4/don't". */
function gold(...sentences: (string | { text: string; words: string })[]): GoldSentence[] {
  const rows = sentences.map((s) => {
    const { text, words } = typeof s === "string" ? { text: "", words: s } : s;
    let id = 0;
    const lines = words.split(" ").map((w) => {
      const [form, tag, head, relation, misc = "_"] = w.split("/") as [string, string, string, string, string?];
      if (/^\d+-\d+$/.test(form)) return `${form}\t${tag}\t_\t_\t_\t_\t_\t_\t_\t${head ?? "_"}`;
      id += 1;
      return [id, form, form, tag, tag, "_", head, relation, "_", misc].join("\t");
    });
    return [...(text ? [`# text = ${text}`] : []), ...lines, ""].join("\n");
  });
  return readConllu(rows.join("\n"));
}

const counts = (g: GoldSentence[], s: Sentence[], ...measures: Measure[]) => {
  const scores = scoreWords(g, s);
  return Object.fromEntries(measures.map((m) => [m, [scores[m].correct, scores[m].gold, scores[m].system]]));
};

const TAKEN = "Rebels/N/2/nsubj took/V/0/root Nawa/P/2/obj ././2/punct";

describe("words", () => {
  test("what is the same is all right", () => {
    const scores = scoreWords(gold(TAKEN), [read(TAKEN)]);
    for (const one of Object.values(scores)) expect(one.f1).toBe(1);
    expect(scores.clas.gold).toBe(3); // punctuation is no content
  });

  test("tags, heads and relations count apart", () => {
    const system = read("Rebels/X/2/obj took/V/0/root Nawa/P/1/obj ././2/punct");
    expect(counts(gold(TAKEN), [system], "words", "upos", "uas", "las", "clas")).toEqual({
      words: [4, 4, 4],
      upos: [3, 4, 4],
      uas: [3, 4, 4],
      las: [2, 4, 4],
      clas: [1, 3, 3],
    });
  });

  test("LAS leaves out subtypes, las_subtypes does not", () => {
    const g = gold("It/P/2/nsubj:pass fell/V/0/root");
    expect(counts(g, [read("It/P/2/nsubj fell/V/0/root")], "las", "las_subtypes")).toEqual({
      las: [2, 2, 2],
      las_subtypes: [1, 2, 2],
    });
  });

  test("words cut elsewhere align where their characters do; a head that is no gold word is wrong", () => {
    const g = gold("a/X/2/dep bc/X/0/root d/X/2/dep");
    const s = [read("a/X/3/dep b/X/3/dep c/X/0/root d/X/3/dep")];
    const scores = scoreWords(g, s);
    expect([scores.words.correct, scores.words.gold, scores.words.system]).toEqual([2, 3, 4]);
    expect(scores.words.f1).toBeCloseTo(4 / 7);
    expect(scores.uas.correct).toBe(0);
  });

  test("sentences count by where they begin and end, heads across them not", () => {
    const g = gold("a/X/0/root b/X/1/dep", "c/X/0/root d/X/1/dep", "e/X/0/root");
    const s = [read("a/X/0/root b/X/1/dep c/X/1/dep d/X/3/dep"), read("e/X/0/root")];
    expect(counts(g, s, "sentences", "words", "uas")).toEqual({
      sentences: [1, 3, 2],
      words: [5, 5, 5],
      uas: [4, 5, 5], // c is a root in the treebank, and hangs on a here
    });
  });

  test("white space does not count", () => {
    const g = gold({ text: "a  bc", words: "a/X/0/root bc/X/1/dep" });
    expect(counts(g, [read("a/X/0/root bc/X/1/dep")], "words", "uas")).toEqual({ words: [2, 2, 2], uas: [2, 2, 2] });
  });

  test("another text is a fault that says where", () => {
    expect(() => scoreWords(gold(TAKEN), [read("Rebels/N/0/root left/V/1/dep")])).toThrow(/6 characters in/);
    expect(() => scoreWords(gold(TAKEN), [])).toThrow(/0 characters in/);
  });

  test("nothing scores nothing", () => {
    expect(scoreWords([], []).las).toEqual({ gold: 0, system: 0, correct: 0, f1: 0 });
  });
});

describe("words of one token", () => {
  const cant = "We/X/4/nsubj 2-3/can't ca/X/4/aux n't/X/4/advmod go/X/0/root";
  test("that add up to it align by their own characters", () => {
    const g = gold({ text: "We can't go", words: cant });
    expect(counts(g, [read("We/X/4/a ca/X/4/b n't/X/4/c go/X/0/d")], "words")).toEqual({ words: [4, 4, 4] });
    expect(counts(g, [read("We/X/4/a can/X/4/b 't/X/4/c go/X/0/d")], "words")).toEqual({ words: [2, 4, 4] });
    expect(counts(g, [read("We/X/3/a can't/X/3/b go/X/0/d")], "words")).toEqual({ words: [2, 4, 3] });
  });

  // The rows of the official evaluation's own tests that our cutting can meet: it makes no such tokens itself.
  test.each([
    ["that do not, by their forms", "abc", "a BX c", "a b c", 2],
    ["whatever their case", "zum", "Zu M", "zu m", 2],
    ["with the words at the edges, which stand as they are", "xabcy", "x a q c y", "x abc y", 2],
    ["or not at all", "abc", "q r", "abc", 0],
  ])("%s", (_, text, words, system, correct) => {
    const parts = (w: string): string[] => w.split(" ");
    const own = parts(words);
    const rows = own.map((w, i) => `${w}/X/${i}/dep`);
    const g = gold({ text, words: `1-${own.length}/${text} ${rows.join(" ")}` });
    const s = read(
      parts(system)
        .map((w, i) => `${w}/X/${i}/dep`)
        .join(" "),
    );
    expect(scoreWords(g, [s]).words.correct).toBe(correct);
  });
});

const name = (first: number, last: number, type: NameType): Name => ({ first, last, type });

describe("names of a treebank", () => {
  const names = (words: string): string[] | null => {
    const [s] = gold(words) as [GoldSentence];
    return goldNames(s)?.map((n) => `${n.type} ${s.forms.slice(n.first, n.last).join(" ")}`) ?? null;
  };
  test.each([
    ["one word", "Nawa/PROPN/0/root/Entity=(1-place-new-cf1)", ["place Nawa"]],
    ["a head that is no name", "the/DET/2/det/Entity=(1-place-new town/NOUN/0/root/Entity=1)", []],
    ["a type that is not ours", "Friday/PROPN/0/root/Entity=(1-time-new)", []],
    [
      "only the proper run of the phrase",
      "the/DET/2/det/Entity=(1-person Assad/PROPN/0/root who/PRON/4/nsubj fled/VERB/2/acl/Entity=1)",
      ["person Assad"],
    ],
    [
      "links inside it, and the longest of what nests",
      "University/PROPN/0/root/Entity=(1-organization of/ADP/3/case Aleppo/PROPN/1/nmod/Entity=(2-place)1)",
      ["organisation University of Aleppo"],
    ],
    [
      "and within a name",
      "Trinidad/PROPN/0/root/Entity=(1-place and/CCONJ/3/cc Tobago/PROPN/1/conj/Entity=1)",
      ["place Trinidad and Tobago"],
    ],
    [
      "and between two",
      "Smith/PROPN/0/root/Entity=(1-person(2-person) and/CCONJ/3/cc Jones/PROPN/1/conj/Entity=(3-person)1)",
      ["person Smith", "person Jones"],
    ],
    [
      "two that close at once, in whatever order",
      "Leiden/PROPN/2/compound/Entity=(1-person(2-place) Ann/PROPN/0/root/SpaceAfter=No|Entity=1)",
      ["person Leiden Ann"],
    ],
    [
      "our own marks",
      "Bab/X/0/root/Name=B-place Bab/X/1/dep/Name=B-place Hawa/X/1/dep/Name=I-place",
      ["place Bab", "place Bab Hawa"],
    ],
    ["none", "Nawa/PROPN/0/root", null],
  ])("%s", (_, words, expected) => {
    expect(names(words)).toEqual(expected);
  });

  test("a sentence without a mark has no name where the file has marks", () => {
    expect(goldNamesOfFile(gold("Yes/X/0/root", "Nawa/PROPN/0/root/Name=B-place"))).toEqual([
      [],
      [name(0, 1, "place")],
    ]);
    expect(goldNamesOfFile(gold("Yes/X/0/root"))).toBeNull();
  });
});

describe("names found", () => {
  const g = gold(
    "Omar/PROPN/2/x/Name=B-person Daoud/PROPN/0/root/Name=I-person left/X/2/x Nawa/PROPN/3/x/Name=B-place",
    "Yes/X/0/root",
  );
  const plain = "Omar/X/0/x Daoud/X/0/x left/X/0/x Nawa/X/0/x";
  test.each([
    ["all", [name(0, 2, "person"), name(3, 4, "place")], 1, 1],
    ["a type is wrong", [name(0, 2, "person"), name(3, 4, "organisation")], 0.5, 0.5],
    ["a span is too short", [name(1, 2, "person"), name(3, 4, "place")], 0.5, 1],
    ["one is missed", [name(0, 2, "person")], 2 / 3, 2 / 3],
    ["one is found twice", [name(0, 1, "person"), name(1, 2, "person"), name(3, 4, "place")], 0.4, 1],
    ["none", [], 0, 0],
  ])("%s", (_, found, exact, overlap) => {
    const scores = scoreNames(g, [read(plain, found), read("Yes/X/0/x")])!;
    expect(scores.exact.f1).toBeCloseTo(exact);
    expect(scores.overlap.f1).toBeCloseTo(overlap);
  });

  test("by their characters, however the sentences and words were cut", () => {
    const system = [
      read("Omar/X/0/x"),
      read("Daoud/X/0/x le/X/0/x ft/X/0/x Nawa/X/0/x Yes/X/0/x", [name(3, 4, "place")]),
    ];
    expect(scoreNames(g, system)!.exact.correct).toBe(1);
  });

  test("are not counted where nobody marked them", () => {
    expect(scoreNames(gold(TAKEN), [read(TAKEN, [name(2, 3, "place")])])).toBeNull();
  });
});

describe("text", () => {
  const file = (second: string): string =>
    `# newdoc id = x\n# newpar\n1\tGo\tgo\tV\tV\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\t.\t.\t_\t1\tpunct\t_\t_\n\n${second}1\tNow\tnow\tA\tA\t_\t0\troot\t_\t_\n\n`;
  test("sentences stand in one paragraph, or a blank line apart", () => {
    expect(rawText(readConllu(file("")))).toBe("Go! Now");
    expect(rawText(readConllu(file("# newpar\n")))).toBe("Go!\n\nNow");
    expect(rawText(readConllu(file("# newpar_block = p (8 s)\n")))).toBe("Go! Now");
    expect(rawText([])).toBe("");
  });

  test("what is written as CoNLL-U reads as it was", () => {
    const text = "Go!\n\nTo Khan Shaykhun";
    const at = (form: string) => ({ start: text.indexOf(form), end: text.indexOf(form) + form.length, form });
    const rest = { lemma: "x", upos: "X", xpos: "XX", relation: "dep" };
    const sentences: Sentence[] = [
      { start: 0, end: 3, names: [], words: [at("Go"), at("!")].map((t, i) => ({ ...t, ...rest, head: i - 1 })) },
      {
        start: 5,
        end: text.length,
        names: [name(1, 3, "place")],
        words: [at("To"), at("Khan"), at("Shaykhun")].map((t, i) => ({ ...t, ...rest, head: i - 1 })),
      },
    ];
    const again = readConllu(writeConllu(sentences, text));
    expect(rawText(again)).toBe(text);
    expect(scoreWords(again, sentences).las_subtypes.f1).toBe(1);
    expect(scoreNames(again, sentences)!.exact).toMatchObject({ gold: 1, correct: 1 });
  });
});
