// A page of HTML read as one article: title on the first line, then its paragraphs, captions and embedded posts in the
// order of the page, with the way back from every stretch to the bytes of the source.
import type { Boilerplate } from "../codebook/boilerplate.ts";
import type { Note, PartKind, Run } from "../model/index.ts";
import { articleNodes } from "./article.ts";
import type { Decoded } from "./decode.ts";
import type { Extracted } from "./extracted.ts";
import { flat } from "./flat.ts";
import { agenciesIn } from "./head.ts";
import { lineOf } from "./lines.ts";
import { type Markup, startOf, type TextNode } from "./markup.ts";
import { metadataOf } from "./metadata.ts";
import { run } from "./runs.ts";
import { scan } from "./scan.ts";

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Text being put together, with its runs and what is known of each line. */
class Page {
  readonly runs: Run[] = [];
  readonly hints = new Map<number, PartKind>();
  readonly starts: number[] = [];
  readonly #byteAt: Decoded["byteAt"];
  // Pieces, not one growing string: looking at the end of a long one costs its whole length.
  readonly #pieces: string[] = [];
  #length = 0;
  #open: TextNode | null = null;
  constructor(byteAt: Decoded["byteAt"]) {
    this.#byteAt = byteAt;
  }

  text(): string {
    return this.#pieces.join("");
  }

  #put(words: string): void {
    this.#pieces.push(words);
    this.#length += words.length;
  }

  /** One space between words, none at the start of a line. */
  #space(): void {
    if (this.#length > (this.starts.at(-1) ?? 0) && this.#pieces.at(-1) !== " ") this.#put(" ");
  }

  begin(hint: PartKind | null): void {
    if (this.#pieces.at(-1) === " ") this.#length -= this.#pieces.pop()!.length;
    if (this.#length > 0) this.#put("\n");
    this.starts.push(this.#length);
    if (hint) this.hints.set(this.#length, hint);
    this.#open = null;
  }

  /** Appends a node's text with white space folded, and a run from it to the bytes. */
  add(node: TextNode): void {
    if (node.spaced) this.#space();
    let end = 0;
    for (const word of node.text.matchAll(/\S+/g)) {
      if (word.index > end || (word.index > 0 && end === 0)) this.#space();
      const at = this.#length;
      end = word.index + word[0].length;
      this.#put(word[0]);
      const last = this.runs.at(-1);
      const byteTo = this.#byteAt(end === node.text.length ? node.end : startOf(node, end));
      // Words of one node make one run: between them stands nothing but white space, here and there.
      if (last && this.#open === node)
        this.runs[this.runs.length - 1] = run(last.text[0], this.#length, last.bytes[0], byteTo);
      else this.runs.push(run(at, this.#length, this.#byteAt(startOf(node, word.index)), byteTo));
      this.#open = node;
    }
    if (end < node.text.length) this.#space();
  }

  words(words: string, source: readonly [number, number] | null): void {
    const at = this.#length;
    this.#put(words);
    if (source) this.runs.push(run(at, this.#length, this.#byteAt(source[0]), this.#byteAt(source[1])));
  }
}

interface Block {
  readonly nodes: readonly number[];
  readonly text: string;
}

function blocksOf(markup: Markup, kept: readonly number[]): Block[] {
  const found: { nodes: number[]; key: string; text: string }[] = [];
  for (const k of kept) {
    const node = markup.nodes[k]!;
    const key = `${node.block}/${node.zone?.kind === "credit" ? node.zone.id : ""}`;
    const last = found.at(-1);
    if (last?.key === key) {
      last.nodes.push(k);
      last.text += (node.spaced ? " " : "") + node.text;
    } else found.push({ nodes: [k], key, text: node.text });
  }
  return found;
}

function hintOf(markup: Markup, block: Block): PartKind | null {
  const nodes = block.nodes.map((k) => markup.nodes[k]!);
  const zone = nodes[0]!.zone;
  if (zone) return zone.kind;
  if (nodes[0]!.heading) return "heading";
  // A paragraph that is one link leads elsewhere.
  if (nodes.every((node) => node.inLink) && !/[.!?…”"]\s*$/.test(block.text)) return "boilerplate";
  return nodes.some((node) => node.inText) ? "body" : null;
}

/** The headline: the heading that the page's own titles repeat, else the likeliest of those; and the nodes it is. */
function headline(markup: Markup, titles: readonly string[]): { title: string | null; nodes: readonly number[] } {
  const headings = blocksOf(
    markup,
    markup.nodes.flatMap((node, k) => (node.heading === 1 || node.heading === 2 ? [k] : [])),
  );
  const wanted = [...titles, markup.title ?? ""].map(letters).filter((title) => title.length > 0);
  const same = (block: Block): boolean => {
    const own = letters(block.text);
    return (
      own.length >= 8 &&
      wanted.some(
        (title) =>
          title === own || (own.length >= 16 && title.includes(own)) || (title.length >= 16 && own.startsWith(title)),
      )
    );
  };
  const found = headings.find(same);
  if (found) return { title: found.text.replace(/\s+/g, " ").trim(), nodes: found.nodes };
  const only = headings.filter((block) => markup.nodes[block.nodes[0]!]!.heading === 1);
  if (!titles.length && only.length === 1)
    return { title: only[0]!.text.replace(/\s+/g, " ").trim(), nodes: only[0]!.nodes };
  return { title: titles[0] ?? null, nodes: [] };
}

/** Where the title stands in the title element, when it is a part of it letter by letter. */
function inTitleElement(markup: Markup, source: string, title: string): [number, number] | null {
  if (!markup.titleAt) return null;
  const at = source.slice(...markup.titleAt).indexOf(title);
  return at < 0 ? null : [markup.titleAt[0] + at, markup.titleAt[0] + at + title.length];
}

/** Reads decoded HTML. */
export function page(decoded: Decoded, boilerplate: Boilerplate, givenTitle: string | null): Extracted {
  const markup = scan(decoded.text);
  const metadata = metadataOf(markup);
  const { title, nodes: titleNodes } = headline(markup, [...(givenTitle ? [givenTitle] : []), ...metadata.titles]);
  const kept = articleNodes(markup, titleNodes.at(-1) ?? -1).filter((k) => !titleNodes.includes(k));
  const made = new Page(decoded.byteAt);
  if (title) {
    made.begin("title");
    if (titleNodes.length) for (const k of titleNodes) made.add(markup.nodes[k]!);
    else made.words(title, inTitleElement(markup, decoded.text, title));
  }
  const told = title ? letters(title) : null;
  for (const block of blocksOf(markup, kept)) {
    if (!/[\p{L}\p{N}]/u.test(block.text) || letters(block.text) === told) continue;
    made.begin(hintOf(markup, block));
    for (const k of block.nodes) made.add(markup.nodes[k]!);
  }
  const text = made.text();
  const lines = made.starts.map((start, i) => lineOf(text, start, (made.starts[i + 1] ?? text.length + 1) - 1));
  const read = flat(text, boilerplate, { hints: made.hints, lines });
  const notes: Note[] = [...decoded.notes];
  if (markup.tooDeep)
    notes.push({ kind: "too-deep", message: "nested deeper than any article; read as if it were flat", at: null });
  if (markup.truncated) notes.push({ kind: "truncated", message: markup.truncated, at: null });
  if (!read.parts.some((part) => part.kind === "body"))
    notes.push({ kind: "no-text", message: "no article was found on the page", at: null });
  return {
    text,
    map: made.runs,
    parts: read.parts,
    title,
    published: read.published,
    credits: [
      ...new Set([...read.credits, ...metadata.authors.flatMap((name) => agenciesIn(name, boilerplate))]),
    ].sort(),
    metadata,
    notes,
  };
}
