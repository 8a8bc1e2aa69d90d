// Which language a text is in, by the n-gram tables of the package `eld`. They take a tenth of a second and 90 MB to
// load, so they are loaded only for a text that nothing cheaper tells apart (see text/lang.ts).
import { createRequire, findPackageJSON } from "node:module";
import { join } from "node:path";

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}
let detector: Detector | null = null;

/** Loads the smallest tables: as sure as the large ones on a paragraph, at a tenth of the time and a fifth of the memory. */
function load(): Detector {
  const require = createRequire(import.meta.url);
  // The package offers itself to `import` only, which cannot be waited for here; its own list says which file that is.
  const file = findPackageJSON("eld", import.meta.url);
  if (!file) throw new Error("the package 'eld' is not installed");
  const { exports } = require(file) as { exports: Record<string, { import: string }> };
  return (require(join(file, "..", exports["./extrasmall"]!.import)) as { eld: Detector }).eld;
}

/** ISO 639-1 of the most likely language; null when the tables are not sure. */
export function likelyLanguage(text: string): string | null {
  detector ??= load();
  const found = detector.detect(text);
  return found.language && found.isReliable() ? found.language : null;
}
