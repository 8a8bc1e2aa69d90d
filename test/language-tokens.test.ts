// Tokens, sentences and known names of the language core: tables of what trips them, and what no text may bring about.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConllu } from "../src/language/treebank/read-conllu.ts";
import type { KnownNames } from "../src/language/types.ts";
import { BOUNDARY_WEIGHTS } from "../src/language/words/boundaries.ts";
import { knownNames } from "../src/language/words/known-names.ts";
import { SENTENCE_LENGTH, splitSentences } from "../src/language/words/sentences.ts";
import { TOKEN_LENGTH, tokenise } from "../src/language/words/tokens.ts";
import { trainBoundaries } from "../training/boundaries.ts";

const words = (text: string): string =>
  tokenise(text)
    .map((token) => token.form)
    .join(" ");

function sentences(text: string, known?: KnownNames, weights?: Int16Array): string[] {
  const tokens = tokenise(text);
  const starts = splitSentences(text, tokens, known, weights);
  return starts.map((at, n) => text.slice(tokens[at]!.start, tokens[(starts[n + 1] ?? tokens.length) - 1]!.end));
}

describe("tokens", () => {
  test.each([
    ["don't can't DON’T won't", "do n't ca n't DO N’T wo n't"],
    ["dont cannot gonna im", "do nt can not gon na i m"],
    ["its well ill were IM", "its well ill were IM"],
    ["Syria's Syria’s I'll they’ve Homs'", "Syria 's Syria ’s I 'll they ’ve Homs '"],
    ["Shi'ite Qa'ida's Hay'at d'Alembert", "Shi'ite Qa'ida 's Hay'at d'Alembert"],
    ["al-Sham US-backed 26-year-old", "al - Sham US - backed 26 - year - old"],
    ["e-mail pro-government anti-tank mid-1980s", "e-mail pro-government anti-tank mid-1980s"],
    ["U.S. U.S a.m. i.e., J. K. Rowling", "U.S. U.S a.m. i.e. , J. K. Rowling"],
    ["Lt. Gen. Smith of Corp. etc. and so", "Lt. Gen. Smith of Corp. etc. and so"],
    ["No. 7 and no. The", "No. 7 and no . The"],
    ["the war.The army", "the war . The army"],
    ["2,000 1.5 7:30 [13,14] 713-853-3989", "2,000 1.5 7:30 [ 13 , 14 ] 713-853-3989"],
    ["10-15 3/8/00 2003's 1990's 23rd", "10 - 15 3/8/00 2003 's 1990's 23rd"],
    ["45km 5pm $5m 4chan 20%", "45 km 5 pm $ 5 m 4chan 20 %"],
    ["US$5 €2 $.04", "US$ 5 € 2 $ .04"],
    ["see https://t.co/x, pic.twitter.com/ab12.", "see https://t.co/x , pic.twitter.com/ab12 ."],
    ["a.b@c.org www.sana.sy/en @POTUS #Syria # 1", "a.b@c.org www.sana.sy/en @POTUS #Syria # 1"],
    ["good :) bad :-( ok.", "good :) bad :-( ok ."],
    ["left... no!!! what?! -- yes—no", "left ... no !!! what ?! -- yes — no"],
    ["and/or w/o km/h", "and / or w/o km / h"],
    ["PG&E B&W w*a*r **bold**", "PG&E B & W w*a*r ** bold **"],
    ["مدينة حماة، يوم", "مدينة حماة ، يوم"],
    ['("Go!")', '( " Go ! " )'],
    ["", ""],
    [" \n\t\u00a0", ""],
  ])("%j", (text, expected) => expect(words(text)).toBe(expected));

  test("a part of a text is cut with offsets into the whole", () => {
    const text = "He said. The army left.";
    expect(tokenise(text, 9, 17).map(({ start, end, form }) => [start, end, form])).toEqual([
      [9, 12, "The"],
      [13, 17, "army"],
    ]);
  });

  test.each([
    ["a".repeat(100_000), 100_000 / TOKEN_LENGTH],
    ["a.".repeat(50_000), 1],
    ["1-".repeat(50_000), 1],
    ["a-".repeat(50_000), 1],
    ["a'".repeat(50_000), 1],
    ["a@".repeat(50_000), 1],
    ["https://".repeat(12_000), 1],
    ['"'.repeat(100_000), 100_000],
    ["(".repeat(100_000), 100_000],
    ["\u0000\ud800".repeat(50_000), 1],
    ["😀\u200d".repeat(30_000), 1],
    ["\u0301".repeat(100_000), 1],
    [".".repeat(100_000), 1],
    [" ".repeat(100_000), 0],
  ])("what runs on is cut, case %#", (text, least) => {
    const tokens = tokenise(text);
    expect(tokens.length).toBeGreaterThanOrEqual(least);
    expect(tokens.every(({ form }) => form.length <= TOKEN_LENGTH)).toBe(true);
    expect(tokens.reduce((sum, { form }) => sum + form.length, 0)).toBe(text.trim().length);
  });
});

describe("sentences", () => {
  test.each([
    [
      "BEIRUT (Reuters) - Syrian forces shelled Idlib. Dozens died.",
      ["BEIRUT (Reuters) - Syrian forces shelled Idlib.", "Dozens died."],
    ],
    ["KYIV, March 3 (AFP) — Forces struck. It burned.", ["KYIV, March 3 (AFP) — Forces struck.", "It burned."]],
    ["DAMASCUS, Syria, Dec. 8 (AP) — Rebels came.", ["DAMASCUS, Syria, Dec. 8 (AP) — Rebels came."]],
    ["Lt. Gen. J. K. Townsend spoke. He left.", ["Lt. Gen. J. K. Townsend spoke.", "He left."]],
    ["The U.S. Army left the U.S. The end.", ["The U.S. Army left the U.S.", "The end."]],
    ["It fell at 5 a.m. Friday. The army fled.", ["It fell at 5 a.m. Friday.", "The army fled."]],
    ['"Why?" he asked. "Go!" they said.', ['"Why?" he asked.', '"Go!" they said.']],
    ["“They came.” “Nobody slept.”", ["“They came.”", "“Nobody slept.”"]],
    ['It was "over." The army left.', ['It was "over."', "The army left."]],
    ["Rockets fell on: • Homs • Hama", ["Rockets fell on:", "• Homs", "• Hama"]],
    ["1. The army left. 2. The rebels came.", ["1. The army left.", "2. The rebels came."]],
    ["It ended the war.The army left.", ["It ended the war.", "The army left."]],
    ["It shelled Nawa... and left. It burned.", ["It shelled Nawa... and left.", "It burned."]],
    ["They walked 3.5 km. Then they rested.", ["They walked 3.5 km.", "Then they rested."]],
    ["Sheikh Tamim b. Hamad left.", ["Sheikh Tamim b. Hamad left."]],
    ["Syrian army retakes Aleppo", ["Syrian army retakes Aleppo"]],
    [
      "Video pic.twitter.com/ab12 — Liveuamap (@Liveuamap) December 3, 2024 The army denied it.",
      ["Video pic.twitter.com/ab12", "— Liveuamap (@Liveuamap) December 3, 2024", "The army denied it."],
    ],
    ["Rebels seize Hama\nBeirut (AFP) - Rebels came.", ["Rebels seize Hama", "Beirut (AFP) - Rebels came."]],
    ["a headline\n\nand a paragraph", ["a headline", "and a paragraph"]],
    ["قال المصدر ذلك. وذكر غيره.", ["قال المصدر ذلك.", "وذكر غيره."]],
    ["", []],
  ])("%j", (text, expected) => expect(sentences(text)).toEqual(expected));

  test("a line that was broken for its width goes on in the next", () => {
    const text =
      "The army said on Tuesday that its forces had entered\nthe town of Nawa, and that twelve of the fighters of\n" +
      "the Southern Front were killed when President Bashar\nAssad's air force struck the town.";
    expect(sentences(text)).toEqual([text]);
  });

  test("no boundary falls inside a known name", () => {
    const known = knownNames([{ name: "Yahoo ! News", type: "organisation" }]);
    expect(sentences("He told Yahoo! News so.")).toHaveLength(2);
    expect(sentences("He told Yahoo! News so.", known)).toHaveLength(1);
    expect(sentences("He told Yahoo!\n\nNews so.", known)).toHaveLength(2);
  });

  test("a sentence without end is cut at a mark", () => {
    const text = `${"word ".repeat(350)}; ${"word ".repeat(5_000)}`;
    const starts = splitSentences(text, tokenise(text));
    expect(starts[1]).toBe(351);
    expect(starts.every((at, n) => n === 0 || at - starts[n - 1]! <= SENTENCE_LENGTH)).toBe(true);
  });
});

describe("learnt boundaries", () => {
  // A writer who puts no stops and no capitals, but begins with "well".
  const lines = ["well we saw it now", "well they left it here", "well you know it too", "well it fell there then"];
  const rows = (line: string): string =>
    `${line
      .split(" ")
      .map((form, i) => [i + 1, form, form, "X", "X", "_", i, "x", "_", "_"].join("\t"))
      .join("\n")}\n.\n`.replace("\n.\n", `\n6\t;\t;\t_\t_\t_\t1\tx\t_\t_\n`);
  const gold = readConllu(Array.from({ length: 30 }, (_, n) => rows(lines[n % 4]!)).join("\n"));

  test("weights find what the rules do not, and learning is repeatable", () => {
    const weights = trainBoundaries(gold, 8);
    expect(weights).toHaveLength(BOUNDARY_WEIGHTS);
    expect(trainBoundaries(gold, 8)).toEqual(weights);
    const text = "well he saw ; well she left ;";
    expect(sentences(text)).toHaveLength(1);
    // No stop stands there, so the score must be clear.
    expect(
      sentences(
        text,
        undefined,
        weights.map((w) => w * 4),
      ),
    ).toEqual(["well he saw ;", "well she left ;"]);
    // What is certain stays, whatever the weights.
    expect(sentences("Gen. Salem spoke. He left.", undefined, weights.fill(30_000))[0]).toMatch(/^Gen\. Salem/);
  });
});

describe("known names", () => {
  const known = knownNames([
    { name: "US", type: "place" },
    { name: "Deir ez-Zor", type: "place" },
    { name: "al-Bab", type: "place" },
    { name: "Hay'at Tahrir al-Sham", type: "organisation" },
    { name: "Free Syrian Army", type: "organisation" },
    { name: "Free Syrian Army", type: "place" },
    { name: "Free", type: "person" },
    { name: "home", type: "place" },
  ]);
  const found = (text: string) => {
    const tokens = tokenise(text);
    return tokens.flatMap((_, i) => {
      const name = known.at(tokens, i);
      return name === null ? [] : [`${text.slice(tokens[i]!.start, tokens[i + name.length - 1]!.end)} ${name.type}`];
    });
  };
  test.each([
    ["The US and Us and us", ["US place"]],
    ["Deir ez-Zor, Deir ez Zor, Deir al-Zor", ["Deir ez-Zor place", "Deir ez Zor place", "Deir al-Zor place"]],
    ["in Al Bab and El-Bab", ["Al Bab place", "El-Bab place"]],
    ["Hay’at Tahrir al-Sham's", []],
    ["Hay'at Tahrir ash-Sham's", ["Hay'at Tahrir ash-Sham organisation"]],
    ["the Free Syrian Army", ["Free Syrian Army organisation"]],
    ["Free Syrian people", ["Free person"]],
    ["free syrian army at home", []],
    ["Deir", []],
    ["Deir -", []],
  ])("%j", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("properties", () => {
  const piece = fc.constantFrom(
    ..."The ,army ,left,. ,.,... ,\",” ,U.S. ,\n,\n\n,5,1,!,? ,a.m. ,é,',n't,-,@,/,:,http://,Gen. ,• ,(,) ,— ,\ud83d,\u0301,$,J. "
      .split(/(?<!,),(?! )|(?<=,),|(?<= ),/)
      .filter((part) => part !== ""),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  );
  const heavy = new Int16Array(BOUNDARY_WEIGHTS).fill(100);

  test("tokens are in order and apart, true to the text, and cover every sign", () => {
    fc.assert(
      fc.property(text, (whole) => {
        let at = 0;
        for (const { start, end, form } of tokenise(whole)) {
          expect(form).toBe(whole.slice(start, end));
          expect(whole.slice(at, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toMatch(/\s/);
          at = end;
        }
        expect(whole.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("sentences part the tokens, with and without weights, and a blank line always ends one", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (whole, weighted) => {
        const tokens = tokenise(whole);
        const starts = splitSentences(whole, tokens, undefined, weighted ? heavy : undefined);
        expect(starts.length > 0).toBe(tokens.length > 0);
        for (const [n, start] of starts.entries()) {
          expect(n === 0 ? start === 0 : start > starts[n - 1]!).toBe(true);
          expect(start).toBeLessThan(tokens.length);
        }
        const begins = new Set(starts);
        for (let i = 1; i < tokens.length; i++)
          if (/\n\s*\n/.test(whole.slice(tokens[i - 1]!.end, tokens[i]!.start))) expect(begins.has(i)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
