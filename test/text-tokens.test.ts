// Tokens and sentences of scraped news: tables of what trips splitters, and the properties that every text must keep.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passages } from "../src/text/passages.ts";
import { sentences } from "../src/text/sentences.ts";
import { tokens } from "../src/text/tokens.ts";
import { passagesOf } from "./factories.ts";

const wordsOf = (text: string): string[] => tokens(text).map((token) => token.text);
const split = (text: string): string[] => sentences(text).map(([start, end]) => text.slice(start, end));

describe("tokens", () => {
  test.each([
    ["Hay'at Tahrir al-Sham", ["Hay'at", "Tahrir", "al-Sham"]],
    ["US-backed and U.S.-led", ["US-backed", "and", "U.S.-led"]],
    ["Syria's and Syria’s", ["Syria", "'s", "and", "Syria", "’s"]],
    ["Homs' fall", ["Homs", "'", "fall"]],
    ["2,000 of 1.5m, 45km away", ["2,000", "of", "1.5m", ",", "45km", "away"]],
    ["a 48-hour and a 10,000-strong force", ["a", "48-hour", "and", "a", "10,000-strong", "force"]],
    ["10-15 people", ["10", "-", "15", "people"]],
    ["on 21-05-2016 at 19:02, 5 a.m.", ["on", "21-05-2016", "at", "19:02", ",", "5", "a.m."]],
    ["war.The end", ["war", ".", "The", "end"]],
    ["said w*a*r in **Aqaba**", ["said", "war", "in", "Aqaba"]],
    ["ki-lled in an att*ack, re-killed", ["killed", "in", "an", "attack", ",", "re-killed"]],
    ["see pic.twitter.com/ab12 https://t.co/x", ["see", "pic.twitter.com/ab12", "https://t.co/x"]],
    ["forces... and --", ["forces", "...", "and", "--"]],
    ["$5 (20%)", ["$", "5", "(", "20", "%", ")"]],
    ["مدينة حماة، يوم", ["مدينة", "حماة", "،", "يوم"]],
    ["", []],
    [" \n\t", []],
  ])("%j", (text, expected) => expect(wordsOf(text)).toEqual(expected));

  test("plain is lower case without marks, with straight apostrophes", () =>
    expect(tokens("Ma’aret al‑Nuʿmān Çelik").map((token) => token.plain)).toEqual(["ma'aret", "al-nu'man", "celik"]));

  test("property: spans are exact, in order, and cover every letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        let at = 0;
        let covered = "";
        for (const token of tokens(text)) {
          const unmarked = (words: string): string =>
            words.replace(/(?<=[\p{L}\p{N}\p{M}])[*‐‑-](?=[\p{L}\p{N}])/gu, "");
          expect(unmarked(text.slice(token.span[0], token.span[1]))).toBe(unmarked(token.text));
          expect(token.span[0]).toBeGreaterThanOrEqual(at);
          expect(token.text).toMatch(/\S/);
          at = token.span[1];
          covered += token.text;
        }
        const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(covered)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("sentences", () => {
  test.each([
    ["The army left. The rebels came.", ["The army left.", "The rebels came."]],
    ["Lt. Gen. Salem spoke. He left.", ["Lt. Gen. Salem spoke.", "He left."]],
    ["The U.N. Security Council met. Nothing came of it.", ["The U.N. Security Council met.", "Nothing came of it."]],
    ["It was planned in the U.S. The army knew.", ["It was planned in the U.S.", "The army knew."]],
    ["It fell at 5 a.m. Friday. The army fled.", ["It fell at 5 a.m. Friday.", "The army fled."]],
    ["Checkpoint No. 7 fell on Nov. 6 as said.", ["Checkpoint No. 7 fell on Nov. 6 as said."]],
    ["J. K. Haddad met Omar N. Saleh in Homs. They spoke.", ["J. K. Haddad met Omar N. Saleh in Homs.", "They spoke."]],
    ["The regime's forces... shelled Nawa. It burned.", ["The regime's forces... shelled Nawa.", "It burned."]],
    ["They walked 3.5 km. Then they rested.", ["They walked 3.5 km.", "Then they rested."]],
    ["It ended the war.The army left.", ["It ended the war.", "The army left."]],
    ['He said it was "over." The army left.', ['He said it was "over."', "The army left."]],
    ["He called it “safe”.Moscow agreed.", ["He called it “safe”.", "Moscow agreed."]],
    ['"Why?" he asked. "Go!" they said.', ['"Why?" he asked.', '"Go!" they said.']],
    ["“They came at night.” “Nobody slept.”", ["“They came at night.”", "“Nobody slept.”"]],
    ["Rockets fell on: • Homs • Hama", ["Rockets fell on:", "• Homs", "• Hama"]],
    ["Visit www.Example.org today", ["Visit www.Example.org today"]],
    ["A headline without a stop", ["A headline without a stop"]],
    ["قال المصدر ذلك. وذكر أحد السكان غيره.", ["قال المصدر ذلك.", "وذكر أحد السكان غيره."]],
    ["", []],
  ])("%j", (text, expected) => expect(split(text)).toEqual(expected));

  test("property: sentences are in order, apart, and hold every sign that is not white space", () => {
    const piece = fc.constantFrom(
      "The ",
      "army ",
      "left",
      ". ",
      ".",
      "... ",
      '"',
      "” ",
      "U.N. ",
      "\n",
      "5",
      "!",
      "? ",
      "a.m. ",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
        (text) => {
          let at = 0;
          let all = "";
          for (const [start, end] of sentences(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            all += text.slice(start, end);
            at = end;
          }
          expect(all.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("passages", () => {
  test("a line is a paragraph, its sentences share the number", () => {
    const found = passagesOf("One fell. Two fell.\nThree fell.");
    expect(found.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
  });

  test("what is boilerplate or credit becomes no passage", () => {
    const text = "Read More »On Friday it fell. AFP";
    const part = (kind: "boilerplate" | "body" | "credit", from: number, to: number) =>
      ({ kind, span: [from, to] }) as unknown as Parameters<typeof passages>[0]["parts"][number];
    const found = passages({ text, parts: [part("boilerplate", 0, 11), part("body", 11, 29), part("credit", 30, 33)] });
    expect(found.map(({ span }) => text.slice(span[0], span[1]))).toEqual(["On Friday it fell."]);
  });
});
