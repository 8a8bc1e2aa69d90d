// Small makers for tests: a row shows only what differs.
import { type Passage, span } from "../src/model/index.ts";
import { passages } from "../src/text/passages.ts";

/** Passages of a plain text: every line is a paragraph of the body. */
export function passagesOf(text: string): Passage[] {
  const parts = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "body" as const,
    span: span(line.index, line.index + line[0].length),
  }));
  return passages({ text, parts });
}
