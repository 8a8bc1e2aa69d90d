// The one mend after the parser: a noun behind 'and' that the next verb needs for its subject, with rows where it stays.
import { expect, test } from "vitest";
import { loadLanguage } from "../src/language/load.ts";

const language = loadLanguage();

/** 'fled<soldiers' for each verb that has a subject of its own. */
const doers = (text: string): string[] =>
  language
    .read(text)
    .flatMap(({ words }) =>
      words.flatMap((w) => (/^nsubj/.test(w.relation) ? [`${words[w.head]!.form}<${w.form}`] : [])),
    );

test.each([
  ["Rebels attacked the army base and Islamists attacked a convoy.", ["attacked<Rebels", "attacked<Islamists"]],
  [
    "The army said it captured Goma and the UN said 12 civilians were killed.",
    ["said<army", "captured<it", "said<UN", "killed<civilians"],
  ],
  [
    "Protesters torched the parliament in Ouagadougou and soldiers opened fire.",
    ["torched<Protesters", "opened<soldiers"],
  ],
  ["Guards laid down their arms and dozens of inmates walked out.", ["laid<Guards", "walked<dozens"]],
  ["Hezbollah said two of its fighters were killed in a strike.", ["said<Hezbollah", "killed<two"]],
  // What is joined stays joined where the verb has its subject, or hangs on the noun.
  ["The men who shot Ali and Omar fled.", ["fled<men", "shot<who"]],
  ["Rebels captured Homs and Hama.", ["captured<Rebels"]],
  ["Rebels freed soldiers and policemen held since March.", ["freed<Rebels"]],
])("%s", (text, expected) => {
  expect(doers(text)).toEqual(expected);
});
