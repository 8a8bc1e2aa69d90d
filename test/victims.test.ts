// Reports of a shooting, as local news tells them: one event, its killed and injured added up, its own day; and reports in which
// nothing is to be added up.
import { describe, expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { rowDocument } from "../src/pipeline/receive-rows.ts";
import { read } from "../src/text/read.ts";
import { coded } from "./coding.ts";

const PUBLISHED = "2016-03-09"; // a Wednesday
const shootings = (text: string) =>
  coded(text, PUBLISHED).filter((c) => c.event === "attack_on_civilians" || c.event === "armed_clash");
const counts = (text: string): string =>
  shootings(text)
    .map(({ figures }) => {
      const of = (measure: string) => figures.find((f) => f.measure === measure && f.group === "people")?.min ?? "-";
      return `${of("killed")} ${of("injured")}`;
    })
    .join(" ; ");

describe("killed and injured of one shooting", () => {
  test.each([
    [
      "one person, told again",
      "A 24-year-old man was shot and killed Monday night in Toledo, police said. The victim, identified as Peter Novak, was pronounced dead at the scene. Detectives are investigating the shooting.",
      "1 -",
    ],
    [
      "one by one, by age",
      "A 19-year-old man was shot in the chest Monday night in Toledo, police said. A 31-year-old woman was shot in the leg. Both victims were taken to a hospital, where the woman died.",
      "1 1",
    ],
    [
      "all together, and one of them",
      "Four people were shot, one fatally, outside a club in Toledo on Monday night, police said. Detectives have no suspect.",
      "1 3",
    ],
    [
      "three of them fatally",
      "Five men were shot, three of them fatally, in Toledo on Monday, police said. A suspect was arrested.",
      "3 2",
    ],
    [
      "of three shot one dies later",
      "A triple shooting in Toledo on Monday night left a man dead, police said. Detectives are looking for a suspect.",
      "1 2",
    ],
    [
      "another one",
      "One man was killed and another was wounded when a gunman opened fire in Toledo on Monday, police said. A suspect was arrested.",
      "1 1",
    ],
    [
      "who killed himself",
      "A man shot his wife and their daughter in Toledo on Monday before killing himself, detectives said. The wife and the daughter died at a hospital, police said. Officers found a gun.",
      "3 -",
    ],
    [
      "by his own hand, by accident",
      "A 4-year-old boy accidentally shot himself in Toledo on Monday, the sheriff said. The boy was taken to a hospital in critical condition.",
      "- 1",
    ],
    [
      "nobody hurt is a count of none",
      "A gunman opened fire on a house in Toledo on Monday night, police said. No one was injured in the shooting, detectives said.",
      "- 0",
    ],
    [
      "not an age",
      "A gunman opened fire in Toledo on Monday, police said. Anna Novak, 43, was shot in the arm. Officers found another man, 21, with a gunshot wound.",
      "- 2",
    ],
    [
      "not a father of four",
      "A father of four was killed in a shooting in Toledo on Monday, police said. Detectives have no suspect.",
      "1 -",
    ],
    [
      "not what might have been",
      "A woman was shot in Toledo on Monday, police said. 'He tried to kill her', an officer said. 'She could have died.'",
      "- 1",
    ],
    [
      "not another shooting",
      "Detectives said a woman was shot in the arm in Toledo on Monday. Police have no suspect. In a separate shooting, three men were killed.",
      "- 1",
    ],
    [
      "not the year's",
      "Detectives said a woman was shot in the arm in Toledo on Monday. Police have no suspect. There have been 41 homicides in the city this year.",
      "- 1",
    ],
  ])("%s", (_, text, expected) => {
    expect(counts(text)).toBe(expected);
  });

  test("are counted with their words as evidence", () => {
    const text = "Two men were shot dead in Toledo on Monday, police said. A suspect was arrested.";
    const [claim] = shootings(text);
    const killed = claim!.figures.find((f) => f.measure === "killed")!;
    expect(killed.at.map(([from, to]) => text.slice(from, to))).toEqual(["men"]);
  });
});

test.each([
  [
    "the shooting's, not the arrest's",
    "Police arrested a suspect Tuesday in a shooting in Toledo. A man was shot and wounded Sunday night, detectives said.",
    "2016-03-06",
  ],
  [
    "the shooting's, not the court's",
    "A judge on Wednesday sentenced a man for a shooting in Toledo. He shot a clerk on Feb. 20, investigators said. The victim lived.",
    "2016-02-20",
  ],
  [
    "the shooting's, not that of the death",
    "A woman died Tuesday at a hospital after she was shot Saturday in Toledo, police said. Detectives have no suspect.",
    "2016-03-05",
  ],
])("the day is %s", (_, text, day) => {
  expect(shootings(text).map((c) => c.time?.start)).toEqual([day]);
});

test("a headline that came beside the text counts too", () => {
  const row = {
    id: "a",
    published: PUBLISHED,
    title: "Two Killed, Three Wounded In Toledo Shooting",
    text: "Police in Toledo are looking for a suspect after a shooting on Monday night. Detectives asked for the public's help.",
  };
  const outcome = rowDocument(row, "a", null);
  if (!("received" in outcome)) throw new Error("the row is refused");
  const codebook = loadCodebook();
  const { claims } = codeDocument(read(outcome.received, codebook.boilerplate), codebook);
  const figures = claims.flatMap((c) => c.figures.map((f) => [f.measure, f.min, f.at.length]));
  expect(figures).toEqual([
    ["killed", 2, 1],
    ["injured", 3, 1],
  ]);
});

describe("nothing is added up", () => {
  test.each([
    [
      "where nobody tells of a police matter",
      "Gunmen killed three villagers near Goma on Monday. Fighters killed two herders near Bunia on Monday.",
    ],
    [
      "where an army or militia did it",
      "The Syrian army shot dead two men in Homs on Monday, police said. A victim was shot in Hama on Monday by the Syrian army, officers said.",
    ],
  ])("%s", (_, text) => {
    expect(shootings(text).length).toBe(2);
    expect(
      shootings(text)
        .flatMap((c) => c.figures)
        .some((f) => f.rule === "told-in-all"),
    ).toBe(false);
  });
});

test.each([
  [
    "the report's, where the shooting's own sentence names none",
    "A man was shot and killed Monday night, police said. A vigil is planned in Toledo. Detectives have no suspect, the mayor of Toledo said.",
    ["Toledo"],
  ],
  [
    "none, where only a street bears its name",
    "A man was shot and killed Monday night on Dayton Street, police said. Detectives found him near Dayton Avenue.",
    [],
  ],
])("the town is %s", (_, text, names) => {
  expect(shootings(text).flatMap((c) => c.places.map((p) => p.name))).toEqual(names);
});
