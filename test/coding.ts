// Codes a text of a test's own as if it had been received, with the codebook that ships.
import { loadCodebook } from "../src/codebook/load.ts";
import type { Claim } from "../src/model/index.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { read } from "../src/text/read.ts";

/** Claims of `text`, published on `published` (null: undated). English unless `lang` says otherwise. */
export function coded(text: string, published: string | null = "2024-12-07", lang = "en"): Claim[] {
  const codebook = loadCodebook();
  const document = read(
    {
      id: "test",
      file: "test.txt",
      bytes: new TextEncoder().encode(text),
      form: "text",
      charset: "utf-8",
      given: { outlet: null, title: null, url: null, lang, published },
    },
    codebook.boilerplate,
  );
  // A line of a test is too short to tell its language by.
  return codeDocument({ ...document, lang }, codebook).claims;
}

export const eventsOf = (text: string, published?: string | null): string[] =>
  coded(text, published).map((c) => c.event);
