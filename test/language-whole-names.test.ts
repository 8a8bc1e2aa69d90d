// A known name in one piece: what is mended of a tree, and what must be left alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeWhole } from "../src/language/syntax/whole-names.ts";

const LABELS = ["root", "nsubj", "obj", "flat", "compound", "punct", "nmod"];

/** A tree as 'head relation' a word; the same after the words from `first` to `last` were made whole. */
function mended(tree: readonly string[], first: number, last: number): string[] {
  const heads = Int32Array.from(tree, (word) => Number(word.split(" ")[0]));
  const relations = Uint8Array.from(tree, (word) => LABELS.indexOf(word.split(" ")[1]!));
  makeWhole(heads, relations, LABELS, first, last, LABELS.indexOf("flat"));
  return tree.map((_, i) => `${heads[i]} ${LABELS[relations[i]!]}`);
}

test.each([
  ["one piece already", ["1 compound", "2 nsubj", "-1 root"], 0, 2, ["1 compound", "2 nsubj", "-1 root"]],
  ["torn in two", ["2 nsubj", "2 obj", "-1 root"], 0, 2, ["2 nsubj", "0 flat", "-1 root"]],
  [
    "the minor part first",
    ["3 compound", "3 punct", "3 nsubj", "-1 root"],
    0,
    3,
    ["2 flat", "2 flat", "3 nsubj", "-1 root"],
  ],
  ["a part below another part", ["2 nsubj", "-1 root", "1 obj"], 0, 2, ["1 flat", "-1 root", "1 obj"]],
] as const)("%s", (_, tree, first, last, expected) => expect(mended(tree, first, last)).toEqual(expected));

test("a tree stays a tree, and the name has one word that hangs outside", () => {
  const tree = fc
    .integer({ min: 1, max: 12 })
    .chain((n) =>
      fc.tuple(...Array.from({ length: n }, (_, i) => fc.integer({ min: i === 0 ? -1 : 0, max: Math.max(i - 1, -1) }))),
    );
  fc.assert(
    fc.property(tree, fc.nat(11), fc.nat(11), (heads, a, b) => {
      const n = heads.length;
      const [first, last] = [Math.min(a, b) % n, Math.max(a, b) % n].sort((x, y) => x - y) as [number, number];
      const found = mended(
        heads.map((h, i) => `${i === 0 ? -1 : h} ${LABELS[1 + (i % 6)]}`),
        first,
        last + 1,
      );
      const up = found.map((word) => Number(word.split(" ")[0]));
      for (const start of up.keys()) {
        let steps = 0;
        for (let i = start; i >= 0; i = up[i]!) expect(++steps).toBeLessThanOrEqual(n);
      }
      expect(up.filter((h, i) => i >= first && i <= last && !(h >= first && h <= last))).toHaveLength(1);
    }),
  );
});
