// Trees as they stand on a terminal. The goldens are whole drawings, to be looked at.
import { expect, test } from "vitest";
import { arcs, drawTree, drawTrees } from "../src/cli/draw-tree.ts";
import type { Name, Sentence, Word } from "../src/language/types.ts";

/** Rows of "form tag Penn lemma head relation", heads counted from 1 as in CoNLL-U. */
function sentence(rows: string, names: readonly Name[] = []): Sentence {
  let at = 0;
  const words = rows
    .trim()
    .split("\n")
    .map((row): Word => {
      const [form, upos, xpos, lemma, head, relation] = row.trim().split(/ +/) as [string, ...string[]];
      const start = at;
      at += form.length + 1;
      return {
        start,
        end: start + form.length,
        form,
        upos: upos!,
        xpos: xpos!,
        lemma: lemma!,
        head: Number(head) - 1,
        relation: relation!,
      };
    });
  return { start: 0, end: Math.max(0, at - 1), words, names };
}

const captured = sentence(
  `Rebel ADJ JJ rebel 2 amod
   fighters NOUN NNS fighter 3 nsubj
   captured VERB VBD capture 0 root
   the DET DT the 5 det
   town NOUN NN town 3 obj
   of ADP IN of 8 case
   Khan PROPN NNP Khan 8 compound
   Shaykhun PROPN NNP Shaykhun 5 nmod
   on ADP IN on 10 case
   Friday PROPN NNP Friday 3 obl
   . PUNCT . . 3 punct`,
  [{ first: 6, last: 8, type: "place" }],
);
/** "A hearing is scheduled on the issue": "on the issue" hangs on "hearing", across the verb. */
const crossing = sentence(
  `A DET DT a 2 det
   hearing NOUN NN hearing 4 nsubj:pass
   is AUX VBZ be 4 aux:pass
   scheduled VERB VBN schedule 0 root
   on ADP IN on 7 case
   the DET DT the 7 det
   issue NOUN NN issue 2 nmod
   today NOUN NN today 4 obl:unmarked`,
);

test("a sentence with a name", () => {
  expect(`\n${drawTree(captured, 80)}`).toBe(`
         word      tag    Penn  lemma     relation  name
    ┌─>  Rebel     ADJ    JJ    rebel     amod
┌───┴─>  fighters  NOUN   NNS   fighter   nsubj
├─────●  captured  VERB   VBD   capture   root
│ ┌───>  the       DET    DT    the       det
├─┼───>  town      NOUN   NN    town      obj
│ │ ┌─>  of        ADP    IN    of        case
│ │ ├─>  Khan      PROPN  NNP   Khan      compound  ┐ place
│ └─┴─>  Shaykhun  PROPN  NNP   Shaykhun  nmod      ┘
│   ┌─>  on        ADP    IN    on        case
├───┴─>  Friday    PROPN  NNP   Friday    obl
└─────>  .         PUNCT  .     .         punct
`);
});

test("a line that crosses goes behind", () => {
  expect(`\n${drawTree(crossing, 80)}`).toBe(`
         word       tag   Penn  lemma     relation
  ┌───>  A          DET   DT    a         det
┌─┼───>  hearing    NOUN  NN    hearing   nsubj:pass
├─│───>  is         AUX   VBZ   be        aux:pass
├─│───●  scheduled  VERB  VBN   schedule  root
│ │ ┌─>  on         ADP   IN    on        case
│ │ ├─>  the        DET   DT    the       det
│ └─┴─>  issue      NOUN  NN    issue     nmod
└─────>  today      NOUN  NN    today     obl:unmarked
`);
});

test("nothing to draw, and one word alone", () => {
  expect(drawTrees([], 80)).toBe("(none)\n");
  expect(arcs([], 80)).toEqual([]);
  expect(arcs(sentence("Yes INTJ UH yes 0 root").words, 80)).toEqual(["●"]);
});

test("two sentences stand apart", () => {
  expect(drawTrees([crossing, crossing], 80).split("\n\n")).toHaveLength(2);
});

test("a narrow terminal loses the Penn tags first, then the lemmas, then the ends of long words", () => {
  const lines = (most: number) => drawTree(captured, most).split("\n");
  expect(lines(59)[0]).toMatch(/Penn +lemma/);
  expect(lines(53)[0]).toMatch(/word +tag +lemma/);
  expect(lines(43)[0]).toMatch(/word +tag +relation/);
  for (const most of [43, 53, 59]) for (const line of lines(most)) expect([...line].length).toBeLessThanOrEqual(most);
});

test("a chain deeper than a third of the width takes one column a level", () => {
  const chain = Array.from({ length: 30 }, (_, i) => `w${i} X X w ${i} dep`).join("\n");
  expect(arcs(sentence(chain).words, 30).every((line) => line.length === 30)).toBe(true);
});

test("heads that make a circle are drawn, not followed for ever", () => {
  const circle = sentence("a X X a 2 dep\nb X X b 1 dep").words;
  expect(arcs(circle, 80)).toHaveLength(2);
});

test("no word moves the cursor", () => {
  const words = captured.words.map((w) => ({ ...w, form: "\u001b[31m\nred", lemma: "\u0007" }));
  expect(drawTree({ ...captured, words }, 100)).not.toMatch(/(?!\n)\p{Cc}/u);
});
