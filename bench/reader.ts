// The codebook and the language core that the exams read with, each loaded once, and a text of ../shared made a document.
import { type Codebook, loadCodebook } from "../src/codebook/load.ts";
import { type Language, loadLanguage } from "../src/language/index.ts";
import { type Document, type Passage, type Received, span } from "../src/model/index.ts";
import { codebookNames } from "../src/pipeline/known-names.ts";
import { passages } from "../src/text/passages.ts";
import { read } from "../src/text/read.ts";

/** A row of a documents.ndjson. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly lang?: string | null;
}

let language: Language | null = null;

export const codebook = (): Codebook => loadCodebook();

/** The language core with the codebook's names at hand, as the coder has it. */
export function withNames(): Language {
  language ??= loadLanguage({ known: codebookNames(codebook()) });
  return language;
}

export function documentOf(row: Row): Document {
  const received: Received = {
    id: row.id,
    file: row.id,
    bytes: new TextEncoder().encode(row.text),
    form: "text",
    charset: "utf-8",
    given: {
      outlet: row.outlet ?? null,
      title: null,
      url: null,
      lang: row.lang ?? null,
      published: row.published ?? null,
    },
  };
  return read(received, codebook().boilerplate);
}

/** A text whose every line is a paragraph, with the offsets of the text as it is given. */
export function passagesOf(text: string): Passage[] {
  const parts = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "body" as const,
    span: span(line.index, line.index + line[0].length),
  }));
  return passages({ text, parts });
}
