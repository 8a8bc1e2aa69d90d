// What a report of an attack tells in its headline and its sentences comes together in one claim: who struck, where, when, whom.
// Every text is made up; rows that must stay apart stand beside those that must not.
import { describe, expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
import type { Claim } from "../src/model/index.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { read } from "../src/text/read.ts";
import { coded } from "./coding.ts";

const codebook = loadCodebook();

/** Claims of a page whose headline came beside its text. */
function page(title: string, text: string): readonly Claim[] {
  const given = { outlet: null, title, url: null, lang: null, published: null };
  const bytes = new TextEncoder().encode(text);
  const document = read({ id: "d", file: "d", bytes, form: "text", charset: "utf-8", given }, codebook.boilerplate);
  return codeDocument(document, codebook).claims;
}

const told = (c: Claim | undefined): string =>
  c === undefined
    ? "nothing"
    : [
        c.event,
        c.time?.start ?? "no day",
        c.places.map((p) => p.name).join("+"),
        c.actors.map((a) => a.id ?? a.name).join("+"),
        c.figures.map((f) => `${f.measure} ${f.min} ${f.group}`).join("+"),
      ].join("; ");

describe("a headline that came beside the text", () => {
  test("is read where the text lacks it", () => {
    const claims = page(
      "Turkish drone strike kills two people in Syria's Qamishli - Northern Star",
      "QAMISHLI, Syria (Northern Star) – Residents spoke of a loud noise in the afternoon.\n\nThe road was closed for some hours after that, they said.",
    );
    expect(told(claims[0])).toBe("air_strike; no day; Qamishli; turkish-army; killed 2 people");
  });
  test("gives the day that it ends in", () => {
    const claims = page(
      "Two civilians killed in shelling by Syrian regime forces on Ariha, October 28, 2022",
      "The shells hit a street in the centre of the town of Ariha, and rescuers worked there until the evening of the day.",
    );
    expect(claims.map((c) => c.time?.start)).toContain("2022-10-28");
    expect(claims.some((c) => c.figures.some((f) => f.measure === "killed" && f.min === 2))).toBe(true);
  });
  test("is not read again where the text has it", () => {
    const title = "Turkish shelling kills two people in the town of Tel Rifaat on Monday";
    expect(page(title, `${title}\n\nThe shells fell at noon.`).filter((c) => c.event === "shelling")).toHaveLength(1);
  });
});

test.each([
  [
    "the hurt is told beside the strike",
    "Israeli warplanes bombed the town of Al-Kiswah on Tuesday. Two civilians were killed in the town of Al-Kiswah.",
    ["air_strike; 2024-12-03; Al-Kiswah; idf; killed 2 civilians"],
  ],
  [
    "another town's dead are not of the strike",
    "Israeli warplanes bombed the town of Al-Kiswah on Tuesday. Gunmen killed two civilians in the town of Nawa.",
    ["air_strike; 2024-12-03; Al-Kiswah; idf; ", "attack_on_civilians; 2024-12-03; Nawa; Gunmen; killed 2 civilians"],
  ],
  [
    "whose the fire was",
    "A man was killed by fire of the International Coalition forces in the town of Al-Busayrah on Tuesday.",
    ["attack_on_civilians; 2024-12-03; Al-Busayrah; us-led-coalition; killed 1 people"],
  ],
  [
    "where somebody is from is not where he was hit",
    "A worker from the village of Kansafra was killed in shelling by Syrian regime forces on the town of Ariha on Tuesday.",
    ["shelling; 2024-12-03; Ariha; syrian-army; killed 1 people"],
  ],
  [
    "nobody dies of a strike that is executed",
    "Russian jets executed three airstrikes on the town of Ariha in Idlib province on Tuesday.",
    ["air_strike; 2024-12-03; Ariha; russian-army; "],
  ],
  [
    "left dead behind its parts",
    "Turkish shelling left six people, including two children, dead in the town of Kobani in Syria on Tuesday.",
    ["shelling; 2024-12-03; Kobani; turkey; killed 6 people+killed 2 children"],
  ],
])("%s", (_what, text, expected) => expect(coded(text, "2024-12-04").map(told)).toEqual(expected));

describe("a text without a day of publication", () => {
  test.each([
    ["On 24 July rockets hit the town of Nawa. The strike of July 24, 2022 was the second.", "2022-07-24"],
    ["In 2022 many fled. On Sunday, July 24, rockets hit the town of Nawa, killing two people.", "2022-07-24"],
    ["On Sunday rockets hit the town of Nawa. The council had met in Daraa on 24 July 2022.", null],
  ])("%s", (text, day) => {
    const claim = coded(text, null).find((c) => c.event === "shelling");
    expect(claim?.time?.start ?? null).toBe(day);
  });
});
