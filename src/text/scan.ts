// One pass over a page's source: where every piece of visible text stands, what surrounds it, and a clean copy of the
// mark-up in which each piece carries its number - so that whatever chooses the article, the way back is never lost.
// Scripts, styles and frames are left out here and come back nowhere; deep nesting is flattened, endless pages are cut.
import { type Handler, Parser } from "htmlparser2";
import { type Attributes, attributesOf, BLOCKS, escapeText, SKIPPED, VOID, zoneKind } from "./elements.ts";
import type { Markup, TextNode } from "./markup.ts";

const DEEPEST = 200;
// Beyond this the parser's own stack makes every tag cost more than the last: it is begun afresh.
const ABYSS = 10_000;
const MOST_NODES = 25_000;
const MOST_TEXT = 3_000_000;
const MOST_TAGS = 200_000;
const LONGEST_NODE = 50_000;
const CHUNK = 32_768;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The source holds it as it is: no entity. */
  readonly same: boolean;
}
interface Open extends Pick<TextNode, "zone" | "heading" | "inLink" | "inText"> {
  readonly name: string;
  readonly emitted: boolean;
}
const NOWHERE: Open = { name: "", emitted: false, zone: null, heading: 0, inLink: false, inText: false };

function startsOf(pieces: readonly Piece[], length: number): Uint32Array | number {
  if (pieces.every((piece, i) => piece.same && (i === 0 || pieces[i - 1]!.end === piece.start)))
    return pieces[0]!.start;
  const starts = new Uint32Array(length);
  let unit = 0;
  for (const { text, start, same } of pieces)
    for (let i = 0; i < text.length; i++) starts[unit++] = same ? start + i : start;
  return starts;
}

class Scan {
  readonly out: string[] = [];
  readonly nodes: TextNode[] = [];
  readonly metas: { name: string; content: string }[] = [];
  readonly times: string[] = [];
  readonly jsonLd: string[] = [];
  title: string | null = null;
  titleAt: [number, number] | null = null;
  canonical: string | null = null;
  lang: string | null = null;
  tooDeep = false;
  hasBody = false;
  ended = false;
  readonly #source: string;
  #parser: Parser;
  #base = 0;
  #stack: Open[] = [];
  #depth = 0;
  #tags = 0;
  #skipping = 0;
  #inLd = false;
  #inTitle = false;
  #block = 0;
  #zones = 0;
  #written = 0;
  #spaced = false;
  #pieces: Piece[] = [];
  #waiting = 0;

  constructor(source: string) {
    this.#source = source;
    this.#parser = this.#begin();
  }

  #begin(): Parser {
    const handler: Partial<Handler> = {
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (name, implied) => this.#close(name, implied),
    };
    return new Parser(handler, { decodeEntities: true });
  }

  /** Reads to the end of the source, or until there is more than any article holds. @returns whether all was read */
  all(): boolean {
    const source = this.#source;
    let at = 0;
    while (at < source.length && !this.#enough()) {
      let end = Math.min(source.length, at + CHUNK);
      const deep = this.#depth > ABYSS;
      if (deep) {
        const tag = source.indexOf("<", at);
        end = tag < 0 ? source.length : tag;
      }
      this.#parser.write(source.slice(at, end));
      at = end;
      if (deep) this.#restart(at);
    }
    this.#finish();
    return at >= source.length;
  }

  #enough(): boolean {
    return this.nodes.length >= MOST_NODES || this.#written + this.#waiting >= MOST_TEXT || this.#tags >= MOST_TAGS;
  }

  #finish(): void {
    this.#parser.end();
    this.#flush();
    for (const open of this.#stack.reverse()) if (open.emitted) this.out.push(`</${open.name}>`);
    this.#stack = [];
  }

  #restart(at: number): void {
    this.#finish();
    this.#base = at;
    this.#depth = 0;
    this.#skipping = 0;
    this.#inLd = false;
    this.#inTitle = false;
    this.tooDeep = true;
    this.#parser = this.#begin();
  }

  #flush(): void {
    const pieces = this.#pieces;
    if (!pieces.length) return;
    this.#pieces = [];
    this.#waiting = 0;
    const text = pieces.map((piece) => piece.text).join("");
    if (!/\S/.test(text)) {
      this.#spaced = true;
      this.out.push(" ");
      return;
    }
    const { zone, heading, inLink, inText } = this.#stack.at(-1) ?? NOWHERE;
    // The copy only serves the choice of the article: a mark there is as good as the entity, which would cost a node.
    this.out.push(`<data value="${this.nodes.length}">${text.replace(/[&<>]/g, "+")}</data>`);
    this.#written += text.length;
    const [starts, end] = [startsOf(pieces, text.length), pieces.at(-1)!.end];
    this.nodes.push({ text, starts, end, block: this.#block, zone, heading, inLink, inText, spaced: this.#spaced });
    this.#spaced = false;
  }

  /** Elements that say something of the page and hold no text of it. @returns whether there is no more to do */
  #head(name: string, attributes: Attributes): boolean {
    if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) {
      this.#inLd = true;
      this.jsonLd.push("");
    } else if (name === "html") this.lang ??= attributes.lang ?? null;
    else if (name === "body") this.hasBody = true;
    else if (name === "title" && this.#skipping === 0 && this.title === null) {
      this.#inTitle = true;
      this.title = "";
    } else if (name === "meta") {
      const key = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"];
      if (key && attributes.content !== undefined)
        this.metas.push({ name: key.toLowerCase(), content: attributes.content });
    } else if (name === "link" && /\bcanonical\b/i.test(attributes.rel ?? ""))
      this.canonical ??= attributes.href ?? null;
    return /^(?:html|head|body|title|meta|link)$/.test(name);
  }

  #open(name: string, attributes: Attributes): void {
    this.#tags++;
    if (!VOID.has(name)) this.#depth++;
    const done = this.#head(name, attributes);
    if (SKIPPED.has(name)) this.#skipping++;
    if (done || this.#skipping > 0) return;
    this.#flush();
    if (name === "time" && attributes.datetime) this.times.push(attributes.datetime);
    if (BLOCKS.has(name)) this.#block++;
    if (VOID.has(name)) {
      if (name !== "input") this.out.push(`<${name}${attributesOf(attributes)}>`);
      return;
    }
    const within = this.#stack.at(-1) ?? NOWHERE;
    const kind = zoneKind(name, attributes);
    const emitted = this.#stack.length < DEEPEST;
    if (!emitted) this.tooDeep = true;
    this.out.push(emitted ? `<${name}${attributesOf(attributes)}>` : BLOCKS.has(name) ? "<br>" : "");
    this.#stack.push({
      name,
      emitted,
      zone: kind && !(kind === "credit" && within.zone?.kind === "post") ? { id: this.#zones++, kind } : within.zone,
      heading: /^h[1-6]$/.test(name) ? Number(name[1]) : within.heading,
      inLink: name === "a" || within.inLink,
      inText: name === "p" || name === "li" || (within.inText && !/^(?:div|section|article|aside|table)$/.test(name)),
    });
  }

  #text(text: string): void {
    const end = this.#base + this.#parser.endIndex + 1;
    if (this.#inLd) this.jsonLd[this.jsonLd.length - 1] += text;
    if (this.#inTitle) {
      this.title += text;
      this.titleAt = [this.titleAt?.[0] ?? end - text.length, end];
      return;
    }
    if (this.#skipping > 0) return;
    // After '</p >' the parser's own start is off; plain text is as long in the source as it is here, and an entity
    // begins at its '&'.
    const same = this.#source.startsWith(text, end - text.length);
    const start = same
      ? end - text.length
      : Math.max(this.#base + this.#parser.startIndex, this.#source.lastIndexOf("&", end - 1));
    this.#pieces.push({ text, start, end, same });
    this.#waiting += text.length;
    if (this.#waiting > LONGEST_NODE) this.#flush();
  }

  #close(name: string, implied: boolean): void {
    if (!VOID.has(name)) this.#depth--;
    if ((name === "html" || name === "body") && !implied) this.ended = true;
    if (name === "script") this.#inLd = false;
    if (name === "title") this.#inTitle = false;
    if (SKIPPED.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1);
      return;
    }
    if (this.#skipping > 0 || this.#stack.at(-1)?.name !== name) return;
    this.#flush();
    if (BLOCKS.has(name)) this.#block++;
    if (this.#stack.pop()!.emitted) this.out.push(`</${name}>`);
  }
}

/** Reads the source of a page once. Never throws; what had to be flattened or cut is told in `tooDeep`, `truncated`. */
export function scan(source: string): Markup {
  const made = new Scan(source);
  const whole = made.all();
  const broken = /<[a-z!/][^<>]*$/i.test(source.slice(-2000)) || (made.hasBody && !made.ended);
  const title = made.title?.replace(/\s+/g, " ").trim() || null;
  const { nodes, metas, titleAt, canonical, lang, jsonLd, times, tooDeep } = made;
  return {
    html: `<!doctype html><html><head><title>${escapeText(title ?? "")}</title></head><body>${made.out.join("")}</body></html>`,
    ...{ nodes, metas, title, titleAt, canonical, lang, jsonLd, times, tooDeep },
    truncated: !whole ? "far longer than an article: the rest was cut" : broken ? "the page ends in the middle" : null,
  };
}
