// Codes a text of a test's own as if it had been received, with the codebook that ships.
import { loadCodebook } from "../src/codebook/load.ts";
import type { Claim } from "../src/model/index.ts";
import { codeText } from "../src/pipeline/worked-examples.ts";

/** Claims of `text`, published on `published` (null: undated). English unless `lang` says otherwise. */
export const coded = (text: string, published: string | null = "2024-12-07", lang = "en"): readonly Claim[] =>
  codeText(text, loadCodebook(), { published, lang });

export const eventsOf = (text: string, published?: string | null): string[] =>
  coded(text, published).map((c) => c.event);
