// What each paragraph of a flat text is: title, heading, body, caption, post, credit or boilerplate. It looks at words
// (codebook/boilerplate.yaml) and at standing - what comes before the first and after the last full sentence.
import { type Boilerplate, plainLine } from "../codebook/boilerplate.ts";
import type { PartKind } from "../model/index.ts";
import { creditsIn, headWords } from "./head.ts";
import { endsSentence, firstTelling, type Line } from "./lines.ts";

export type Label = PartKind;
const SHORT = 120;

const hasStart = (plain: string, starts: readonly string[]): boolean =>
  starts.some((words) => plain.startsWith(words) && !/[\p{L}\p{N}]/u.test(plain[words.length] ?? ""));

/** A line that begins with 'Read More »' or 'Last updated ...' and runs on into the report. */
function runsOn(text: string, boilerplate: Boilerplate, head: boolean): boolean {
  const link =
    boilerplate.heads.map((pattern) => pattern.exec(text)).find((match) => match?.index === 0)?.[0].length ?? 0;
  const length = link || (head ? (headWords(text, boilerplate)?.length ?? 0) : 0);
  return length > 0 && text.length - length > 40 && endsSentence(text);
}

/** What the words of one line alone say it is; null when they say nothing. */
export function byWords(line: Line, boilerplate: Boilerplate, head: boolean): Label | null {
  const { text, plain } = line;
  if (text.length > 600 || runsOn(text, boilerplate, head)) return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return "boilerplate";
  if (text.length <= 200 && boilerplate.credits.some((pattern) => pattern.test(text.replace(/^[*_]+|[*_]+$/g, ""))))
    return "credit";
  if (boilerplate.lines.has(plain) || boilerplate.links.has(plain) || boilerplate.closes.has(plain))
    return "boilerplate";
  if (text.length <= 220 && hasStart(plain, boilerplate.starts)) return "boilerplate";
  if (text.length <= 300 && boilerplate.patterns.some((pattern) => pattern.test(text))) return "boilerplate";
  if (text.length <= SHORT && head) {
    const length = headWords(text, boilerplate)?.length ?? 0;
    // A date alone on its line, or with the other things that a page's head says: 'Updated 20:30', '2 min read'.
    if (
      length === text.length ||
      (length > 0 && /^[\s|·,-]*(?:updated|modified|by\s|\d+ min|[\d,.]+ views)/i.test(text.slice(length)))
    )
      return "credit";
  }
  if (text.length <= 40 && boilerplate.agencies.some(({ spellings }) => spellings.includes(text))) return "credit";
  if (boilerplate.posts.some((pattern) => pattern.test(text))) return "post";
  if (text.length <= boilerplate.caption_longest && boilerplate.captions.some((pattern) => pattern.test(text)))
    return "caption";
  return null;
}

/** A sentence and then a few words: 'they heard the blast. --Reuters'. */
const TAILED = /[\p{L}\p{N}]{2}[.!?]["”’']?\s+\S.{0,60}$/u;

/** 'The ministry denied it.' is report, 'Bread queues return…' and 'Why now?' are links. */
const isShortSentence = (text: string): boolean => /[^.…?!][.]["”’')]*$/u.test(text) && text.split(/\s+/).length >= 3;

function isBody({ text }: Line, first: boolean): boolean {
  if (text.length > (first ? 250 : 200) || (text.length > 80 && TAILED.test(text.slice(60)))) return true;
  if (!endsSentence(text)) return false;
  return first ? text.length > 40 && !/[?!]["”’']?$/.test(text) : text.length > 40 || isShortSentence(text);
}
const isFull = (line: Line): boolean => line.text.length >= 100 && endsSentence(line.text);

/** Everything after a comment form; the lines after 'Related' until the report goes on. */
function sections(
  lines: readonly Line[],
  labels: (Label | null)[],
  boilerplate: Boilerplate,
  hinted: readonly (Label | null)[],
): void {
  let closed = false;
  let linking = false;
  lines.forEach((line, i) => {
    if (labels[i] === "credit") return;
    if (
      boilerplate.closes.has(line.plain) ||
      [...boilerplate.closes].some((words) => line.plain.startsWith(`${words}. `))
    )
      closed = true;
    if (!closed && hinted[i] === "title") return;
    if (closed) labels[i] = "boilerplate";
    else if (
      boilerplate.links.has(line.plain) ||
      (labels[i] === "boilerplate" && [...boilerplate.links].some((w) => line.plain.startsWith(w)))
    )
      linking = line.text.length < 80;
    else if (linking && (isFull(line) || labels[i] === "post" || labels[i] === "caption")) linking = false;
    else if (linking && hinted[i] === null) labels[i] = "boilerplate";
    else if (linking) linking = false;
  });
}

const contentWords = (plain: string): string[] => plain.split(/[^\p{L}\p{N}]+/u).filter((w) => w.length > 3);

/** Of the lines before the report, the one whose words it takes up most. */
function chooseTitle(lines: readonly Line[], candidates: readonly number[], firstBody: number): number {
  const body = new Set(
    lines.slice(firstBody, firstBody + 4).flatMap(({ plain }) => contentWords(plain).map((w) => w.slice(0, 5))),
  );
  // 'Death toll update' before 'Death toll update | Rocket fire ...', and a title printed five times over before itself.
  const wanting = candidates.filter((i) => {
    const own = lines[i]!.plain;
    return !candidates.some((k) => {
      const other = lines[k]!.plain;
      if (other === own || k === i) return false;
      return (other.startsWith(own) && k > i) || (own.startsWith(other) && own.split(other).length > 2);
    });
  });
  let best = -1;
  let most = 0;
  for (const i of wanting) {
    const words = new Set(contentWords(lines[i]!.plain).map((w) => w.slice(0, 5)));
    const shared = [...words].filter((w) => body.has(w)).length;
    const score = words.size < 2 ? 0 : shared + (shared / words.size) * 2;
    if (score > most + 1e-9) {
      most = score;
      best = i;
    }
  }
  return best >= 0 ? best : candidates.length === 1 ? candidates[0]! : -1;
}

/** A headline that a scraper printed several times on one line is the title, unless it also stands alone below. */
function headlines(lines: readonly Line[], labels: (Label | null)[]): void {
  for (let i = 0; i < Math.min(3, lines.length); i++) {
    const once = firstTelling(lines[i]!.text);
    if (!once || labels[i] === "body" || endsSentence(lines[i]!.text.slice(0, once))) continue;
    const plain = plainLine(lines[i]!.text.slice(0, once));
    const alone = lines
      .slice(i + 1, i + 4)
      .some((line) => line.plain === plain || (plain.startsWith(line.plain) && line.plain.length > 24));
    labels[i] = alone || labels.includes("title") ? "boilerplate" : "title";
  }
}

function labelHead(lines: readonly Line[], labels: (Label | null)[], firstBody: number): void {
  const before = lines.map((_, i) => i).filter((i) => i < firstBody && labels[i] === null);
  if (!before.length || labels.includes("title")) {
    for (const i of before) labels[i] = lines[i]!.text.split(/\s+/).length > 5 ? "heading" : "boilerplate";
    return;
  }
  const title = chooseTitle(lines, before, firstBody);
  for (const i of before) {
    const line = lines[i]!;
    if (i === title) labels[i] = "title";
    else if (title >= 0 && i > title && line.text.split(/\s+/).length > 5 && line.plain !== lines[title]!.plain)
      labels[i] = "heading";
    else labels[i] = "boilerplate";
  }
}

const MOST_QUOTES = 200;

/** A pull quote or a headline told twice: the second telling is no second report. */
function repeats(lines: readonly Line[], labels: (Label | null)[], boilerplate: Boilerplate): void {
  const bare = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const seen = new Set<string>();
  let looked = 0;
  const quotes = (words: string): boolean => looked++ < MOST_QUOTES && [...seen].some((told) => told.includes(words));
  lines.forEach((line, i) => {
    const kind = labels[i];
    if (kind === null && i > 0 && labels[i - 1] === "boilerplate" && isSigned(line, boilerplate))
      labels[i] = "boilerplate";
    if (kind !== null && kind !== "heading" && kind !== "title" && kind !== "body") return;
    const words = bare(line.text);
    if (words.length >= 24 && (seen.has(words) || (words.length >= 40 && !endsSentence(line.text) && quotes(words))))
      labels[i] = "boilerplate";
    seen.add(words);
  });
}

/** '- Zaher Sahloul, doctor', as it stands under a pull quote. */
const isSigned = (line: Line, boilerplate: Boilerplate): boolean =>
  /^[-–—] \p{Lu}/u.test(line.text) && line.text.length < 90 && creditsIn(line.text, boilerplate).length === 0;

/**
 * A label for every line. `hinted` is what a page's mark-up already says of them (null: nothing).
 */
export function label(lines: readonly Line[], boilerplate: Boilerplate, hinted: readonly (Label | null)[]): Label[] {
  const labels: (Label | null)[] = lines.map((line, i) => {
    const hint = hinted[i] ?? null;
    const said = byWords(line, boilerplate, i < 8);
    if (hint === "title" || hint === "post" || hint === "caption") return hint;
    return said ?? hint;
  });
  headlines(lines, labels);
  sections(lines, labels, boilerplate, hinted);
  const report = (i: number): boolean => labels[i] === "body" || (labels[i] === null && isBody(lines[i]!, i === 0));
  let firstBody = lines.findIndex((_, i) => report(i));
  let lastBody = lines.findLastIndex((_, i) => report(i));
  if (firstBody < 0) {
    // Nothing but short lines: the first is the title, the rest is all there is to read.
    const open = lines.map((_, i) => i).filter((i) => labels[i] === null);
    firstBody = open.length > 1 ? open[1]! : lines.length;
    lastBody = open.at(-1) ?? -1;
    for (const i of open.slice(1)) labels[i] = "body";
  }
  labelHead(lines, labels, firstBody);
  repeats(lines, labels, boilerplate);
  return labels.map((known, i) => {
    if (known === "heading" && i > lastBody) return "boilerplate";
    if (known !== null) return known;
    if (i > lastBody)
      return /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}|al-)[\p{L}.'’-]+){1,2}$/u.test(lines[i]!.text)
        ? "credit"
        : "boilerplate";
    return isBody(lines[i]!, false) || lines[i]!.text.length > SHORT || lines[i]!.text.endsWith(":")
      ? "body"
      : "heading";
  });
}
