// Who says what in news of politics (PolNeAR): the spans of source, cue and content, scored by
// tools/exams/score-attribution.mjs. The sources of claims are measured by the gold.
import type { Span } from "../src/model/index.ts";
import { attributionsOf } from "../src/pipeline/attributions.ts";
import type { Answer } from "./exam.ts";
import type { Part, Question } from "./part.ts";
import { codebook, withNames } from "./reader.ts";

const bounds = (at: Span | null) => at && { start: at[0], end: at[1] };

const answer = ({ id, text }: Question): Answer[] =>
  attributionsOf(text, withNames(), codebook().sayings).map(({ source, cue, content, rule }) => ({
    document: id,
    source: bounds(source),
    cue: bounds(cue),
    content: bounds(content),
    rule,
  }));

export const attribution: Part = {
  name: "attribution",
  scorer: "score-attribution.mjs",
  split: "shared",
  folder: "attribution",
  measures: [
    ["source F1", "source.f1", "noun phrases by reporting verbs 0.614, second annotators 0.866 (held-back half)"],
    ["source F1 everywhere", "source_everywhere.f1", ""],
    ["attribution F1", "attribution.f1", ""],
  ],
  answer,
};
