// What there is to learn from: treebanks, own sentences, and raw news cut into words by the language core itself. Reads
// files; everything after works on what it gives.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldSentence, readConllu } from "../src/language/treebank/read-conllu.ts";
import { splitSentences } from "../src/language/words/sentences.ts";
import { tokenise } from "../src/language/words/tokens.ts";

/** Sentences written and annotated for this project, of kinds that the treebanks lack. Files of this folder. */
export const OWN = [
  "headlines",
  "agency",
  "reports",
  "bulletins",
  "narratives",
  "tails",
  "wires",
  "fronts",
  "voices",
  "captions",
];

export const treebank = (file: string): GoldSentence[] => readConllu(readFileSync(file, "utf8"));

/** The texts of a folder: .txt files, and .ndjson or .json files with rows that have a text. In the order of names. */
function texts(folder: string): string[] {
  const found: string[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  const paths = files.map((f) => join(f.parentPath, f.name)).sort();
  for (const path of paths) {
    if (path.endsWith(".txt")) found.push(readFileSync(path, "utf8"));
    else if (/documents\.(?:nd)?json$|snippets\.ndjson$/.test(path))
      for (const line of readFileSync(path, "utf8").split("\n")) {
        if (line.trim() === "") continue;
        const { text, lang } = JSON.parse(line) as { text?: string; lang?: string };
        if (text && (lang === undefined || lang === "en")) found.push(text);
      }
    else if (path.endsWith(".xml"))
      for (const [, text] of readFileSync(path, "utf8").matchAll(/<text>([\s\S]*?)<\/text>/g)) found.push(plain(text!));
    else if (path.endsWith(".tml")) found.push(plain(readFileSync(path, "utf8").replace(/<[^>]+>/g, "")));
  }
  return found;
}

const SIGNS: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" };
const plain = (xml: string): string => xml.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => SIGNS[name]!);

/**
 * Sentences of the texts in some folders, as words. Texts that say the same (copies of a report) are taken once, and
 * so are sentences.
 */
export function rawSentences(folders: readonly string[], boundaries: Int16Array): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const folder of folders)
    for (const text of texts(folder)) {
      // Other scripts are not English, whatever they say.
      if ((text.match(/[a-z]/g)?.length ?? 0) * 2 < text.length) continue;
      const tokens = tokenise(text);
      const starts = splitSentences(text, tokens, undefined, boundaries);
      for (const [i, start] of starts.entries()) {
        const forms = tokens.slice(start, starts[i + 1] ?? tokens.length).map((t) => t.form);
        const key = forms.join(" ");
        if (forms.length < 3 || forms.length > 80 || seen.has(key)) continue;
        seen.add(key);
        found.push(forms);
      }
    }
  return found;
}
