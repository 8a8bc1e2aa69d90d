// Which language a text is in, by the n-gram tables of the package `eld`. They take a tenth of a second and 90 MB to
// load, so they are loaded only for a text that nothing cheaper tells apart (see text/lang.ts).
import { createRequire } from "node:module";

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}
let detector: Detector | null = null;

/** ISO 639-1 of the most likely language; null when the tables are not sure. */
export function likelyLanguage(text: string): string | null {
  detector ??= (createRequire(import.meta.url)("eld/extrasmall") as { eld: Detector }).eld;
  const found = detector.detect(text);
  return found.language && found.isReliable() ? found.language : null;
}
