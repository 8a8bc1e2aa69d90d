// The headline that came beside a text (a page's title in a row of a table) and does not stand in it: it is read as the
// text's first line, for it often says who did it, where, and to how many. What the page adds to its headline is cut off.
import { firstTelling } from "./lines.ts";

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** 'A. Writer on Twitter: "…"': the post itself, which the text has in full. */
const POST = /^.{1,80}? on (?:twitter|x): ["“«](?<post>.+?)["”»](?:\s.*)?$/isu;
/** The outlet behind the headline: '… • The Northern Star', '… | News - The Northern Star'. */
const OUTLET = /\s+(?:[•·]|[-–—|](?=\s*[\p{Lu}][^|•]{2,60}$))\s*[^|•]{2,60}$/u;
/** Shorter than this it is a label or the outlet's name. */
const LEAST = 24;
const TOLD = 60;

/** The headline to be put before the text; null where the text has it, or it is none. */
export function headlineFor(given: string | null, text: string): string | null {
  const line = given?.replace(/[\s\u200b]+/gu, " ").trim() ?? "";
  const post = POST.exec(line)?.groups?.post;
  const once = firstTelling(line);
  const whole = post ?? (once > 0 ? line.slice(0, once) : line);
  const bare = post ? whole.replace(/(?:…|\.\.\.|https?:\S+)\s*$/u, "") : whole.replace(OUTLET, "");
  const words = (letters(bare).length < LEAST ? whole : bare).trim();
  const own = letters(words);
  if (own.length < LEAST || words.split(" ").length < 4) return null;
  return letters(text).includes(post ? own.slice(0, TOLD) : own) ? null : words;
}
