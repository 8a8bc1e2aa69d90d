// Words of a stretch of text with their exact spans: what every extractor counts in. It knows nothing of sentences or
// meaning, and it drops only white space and the marks of emphasis ('**').
import type { Token } from "../model/index.ts";
import { span } from "../model/index.ts";

// In this order: addresses and handles' links; dotted acronyms with what hangs on them ('U.S.-backed'); 'a.m.'; whole
// dates and clock times; numbers with their commas, decimals and glued units ('45km', '2,000', '48-hour'); words with
// inner apostrophes, hyphens and asterisks ("Hay'at", 'al-Sham', 'w*a*r'); runs of dots and dashes; any other mark.
const WORD = "[\\p{L}\\p{N}\\p{M}]+(?:(?:['’ʼ‘`´ʿʾ*](?=\\p{L})|[-‐‑](?=[\\p{L}\\p{N}]))[\\p{L}\\p{N}\\p{M}]+)*";
const PATTERN = new RegExp(
  [
    'https?://[^\\s<>"”»]+|www\\.[^\\s<>"”»]+|pic\\.twitter\\.com/\\w+|t\\.co/\\w+',
    "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
    "(?:\\p{Lu}\\.){2,}(?:[-‐‑][\\p{L}\\p{N}]+)*|[ap]\\.m\\.",
    "\\d{1,4}([-/.])\\d{1,2}\\1\\d{2,4}(?![\\d\\p{L}])|\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)",
    "\\d+(?:[.,]\\d+)*(?:[-‐‑](?=\\p{L})[\\p{L}\\p{N}'’]+)+|\\d+(?:[.,]\\d+)*[\\p{L}]*",
    WORD,
    "\\.{2,}|-{2,}",
    "[^\\s*]",
  ].join("|"),
  "gu",
);
const POSSESSIVE = /(?<=[\p{L}\p{N}.])['’ʼ‘`´][sS]$/u;

/** Lower case, straight apostrophes and hyphens, no diacritics: the form that word lists are matched in. */
export const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’ʼ‘`´ʿʾ]/g, "'")
    .replace(/[‐‑]/g, "-")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** What monitors write with a mark inside, lest a platform hide the post: 'kil*led', 'ki-lled', 'w*a*r'. */
const MASKED =
  /^(?:kill(?:s|ed|ing)?|dead|deaths?|die[sd]?|dying|wars?|attack(?:s|ed|ing)?|clash(?:es|ed)?|bomb(?:s|ed|ing|ings)?|explo(?:sion|sions|sive|sives|des?|ded)|assassinat(?:ion|ions|ed|es)|terroris(?:t|ts|m)|massacres?|injur(?:y|ies|ed|es)|wounded|casualt(?:y|ies)|execut(?:ion|ions|ed)|weapons?|shell(?:s|ed|ing)|isis|militants?)$/;

/** The word as it would stand without the mark. */
function unmasked(word: string): string {
  if (word.includes("*")) return word.replaceAll("*", "");
  const parts = word.split(/[-‐‑]/);
  const joined = parts.join("");
  return parts.length > 1 && parts.every((p) => p.length > 0) && MASKED.test(joined.toLowerCase()) ? joined : word;
}

const token = (written: string, start: number): Token => {
  const text = unmasked(written);
  return { text, plain: plainWord(text), span: span(start, start + written.length) };
};

/**
 * Tokens of `text` in order, none overlapping; spans are shifted by `offset` (UTF-16 units).
 * A possessive is its own token: "Syria's" is "Syria" and "'s".
 */
export function tokens(text: string, offset = 0): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const start = offset + match.index;
    const word = match[0];
    const possessive = POSSESSIVE.exec(word);
    if (possessive && possessive.index > 0) {
      found.push(token(word.slice(0, possessive.index), start));
      found.push(token(possessive[0], start + possessive.index));
    } else found.push(token(word, start));
  }
  return found;
}
