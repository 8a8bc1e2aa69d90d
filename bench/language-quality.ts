// How well the language core reads, in percent: parts of the treebanks that it did not learn from. Names are measured by
// names.ts, how fast it reads by language.ts.
import { readFileSync } from "node:fs";
import { loadLanguage, readConllu } from "../src/language/index.ts";
import { measured } from "../training/figures.ts";
import { type Exam, inShared, type Outcome } from "./exam.ts";

const PARTS = ["en_ewt-dev", "en_gum-dev"] as const;
const fileOf = (part: string): string => `treebanks/${part}.conllu`;

/** Those that the table shows; the report has them all. */
const SHOWN = ["gold_words upos", "gold_words las", "raw_text sentences", "raw_text las"];

function take(): Outcome {
  const language = loadLanguage();
  const figures = new Map<string, number>();
  for (const part of PARTS) {
    const gold = readConllu(readFileSync(inShared(fileOf(part)), "utf8"));
    for (const [way, own] of Object.entries(measured(gold, language)))
      for (const [figure, value] of Object.entries(own)) figures.set(`${part} ${way} ${figure}`, value);
  }
  const report = [...figures].map(([figure, value]) => `${value.toFixed(2).padStart(7)}  ${figure}`).join("\n");
  return {
    figures: new Map([...figures].filter(([figure]) => SHOWN.some((s) => figure.endsWith(` ${s}`)))),
    report,
    found: [],
  };
}

export const languageQuality: Exam = {
  name: "language",
  needs: PARTS.map(fileOf),
  measures: new Map(PARTS.flatMap((part) => SHOWN.map((shown) => [`${part} ${shown}`, ""] as const))),
  take,
};
