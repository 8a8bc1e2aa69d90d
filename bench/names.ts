// People, organisations and places named in conflict reports (re3d), as the language core finds them with the codebook's
// names at hand; scored by tools/exams/score-names.mjs.
import type { Answer } from "./exam.ts";
import type { Part, Question } from "./part.ts";
import { withNames } from "./reader.ts";

const TYPES = { person: "Person", place: "Location", organisation: "Organisation" } as const;

const answer = ({ id, text }: Question): Answer[] =>
  withNames()
    .read(text)
    .flatMap(({ words, names }) =>
      names.map(({ first, last, type }) => ({
        document: id,
        start: words[first]!.start,
        end: words[last - 1]!.end,
        type: TYPES[type],
      })),
    );

export const names: Part = {
  name: "names",
  scorer: "score-names.mjs",
  split: "shared",
  folder: "entities",
  measures: [
    ["typed overlap F1", "proper.overlap.f1", "compromise 0.666, capital runs and gazetteer 0.749 (held-back half)"],
    ["typed exact F1", "proper.exact.f1", ""],
  ],
  answer,
};
