// One pass over a page's source: where every piece of visible text stands, what surrounds it, and a clean copy of the
// mark-up in which each piece carries its number - so that whatever chooses the article, the way back is never lost.
// Scripts, styles, forms' fields and embedded frames are left out here and come back nowhere.
import { Parser } from "htmlparser2";

export type ZoneKind = "caption" | "post" | "credit";
export interface TextNode {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the source where it, or the entity it came from, begins. */
  readonly starts: Uint32Array | number;
  /** Offset in the source where the last unit ends. */
  readonly end: number;
  /** Nodes of one block (paragraph, cell, list entry) share its number. */
  readonly block: number;
  readonly zone: { readonly id: number; readonly kind: ZoneKind } | null;
  /** 1 to 6 within a heading, else 0. */
  readonly heading: number;
  readonly inLink: boolean;
  readonly inText: boolean;
  /** White space stood before it, in a node of its own. */
  readonly spaced: boolean;
}

export interface Markup {
  /** Clean mark-up: text node number k stands within <data value="k">. */
  readonly html: string;
  readonly nodes: readonly TextNode[];
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  readonly title: string | null;
  readonly titleAt: readonly [start: number, end: number] | null;
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly jsonLd: readonly string[];
  readonly times: readonly string[];
  readonly tooDeep: boolean;
  /** The page was cut because it is too long, or ends in the middle. */
  readonly truncated: string | null;
}

const SKIPPED = new Set(
  "script style template noscript svg math iframe frame object embed applet select option textarea button canvas audio video map dialog".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const VOID = new Set("area base br col hr img input link meta param source track wbr".split(" "));
const PASSED = new Set(
  "class id rel itemprop itemtype role style hidden aria-hidden aria-modal href src alt name property content datetime lang dir width height colspan rowspan".split(
    " ",
  ),
);
const CAPTION =
  /(?:^|[\s_-])(?:wp-caption-text|figcaption|image-caption|photo-caption|caption-text|caption__text|media-caption|img-caption)(?:$|[\s_-])/i;
const POST =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|telegram-post|tiktok-embed|fb-post|fb-xfbml-parse-ignore|bluesky-embed|mastodon-embed|telegram)(?:$|\s)/i;
const CREDIT = /(?:^|[\s_-])(?:byline|dateline|credit|credits|photo-credit|copyright-holder)(?:$|[\s_-])/i;
const DEEPEST = 200;
const MOST_NODES = 25_000;
const MOST_TEXT = 3_000_000;
const CHUNK = 65_536;

const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, "&quot;");

interface Open {
  readonly name: string;
  readonly emitted: boolean;
  readonly zone: TextNode["zone"];
  readonly heading: number;
  readonly link: boolean;
  readonly paragraph: boolean;
}

function zoneKind(name: string, attributes: Readonly<Record<string, string>>): ZoneKind | null {
  const classes = attributes.class ?? "";
  if (name === "figcaption" || CAPTION.test(classes)) return "caption";
  if ((name === "blockquote" || name === "div") && POST.test(classes)) return "post";
  if (attributes.rel === "author" || /^(author|creator)$/.test(attributes.itemprop ?? "") || CREDIT.test(classes))
    return "credit";
  return null;
}

/** Reads the source once. Deep nesting is flattened, what goes on beyond all measure is cut; both are told. */
export function scan(source: string): Markup {
  const out: string[] = [];
  const nodes: TextNode[] = [];
  const metas: { name: string; content: string }[] = [];
  const times: string[] = [];
  const jsonLd: string[] = [];
  const stack: Open[] = [];
  let skipping = 0;
  let inLd = false;
  let inTitle = false;
  let title: string | null = null;
  let titleAt: [number, number] | null = null;
  let canonical: string | null = null;
  let lang: string | null = null;
  let block = 0;
  let zones = 0;
  let written = 0;
  let tooDeep = false;
  let hasBody = false;
  let ended = false;
  let spaced = false;
  let open = { text: "", starts: [] as number[], end: 0, plain: true };

  const flush = (): void => {
    const { text, starts, end, plain } = open;
    if (!text) return;
    open = { text: "", starts: [], end: 0, plain: true };
    if (!/\S/.test(text)) {
      spaced = true;
      out.push(" ");
      return;
    }
    const top = stack.at(-1);
    out.push(`<data value="${nodes.length}">${escapeText(text)}</data>`);
    written += text.length;
    nodes.push({
      text,
      starts: plain ? starts[0]! : Uint32Array.from(starts),
      end,
      block,
      zone: top?.zone ?? null,
      heading: top?.heading ?? 0,
      inLink: top?.link ?? false,
      inText: top?.paragraph ?? false,
      spaced,
    });
    spaced = false;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) {
          inLd = true;
          jsonLd.push("");
        }
        if (name === "html" && attributes.lang) lang ??= attributes.lang;
        if (name === "body") hasBody = true;
        if (name === "title" && skipping === 0 && title === null) {
          inTitle = true;
          title = "";
        }
        if (SKIPPED.has(name)) skipping++;
        if (name === "meta") {
          const key = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"];
          if (key && attributes.content !== undefined)
            metas.push({ name: key.toLowerCase(), content: attributes.content });
          return;
        }
        if (name === "link") {
          if (/\bcanonical\b/i.test(attributes.rel ?? "") && attributes.href) canonical ??= attributes.href;
          return;
        }
        if (skipping > 0 || name === "html" || name === "head" || name === "body" || name === "title") return;
        flush();
        if (name === "time" && attributes.datetime) times.push(attributes.datetime);
        const top = stack.at(-1);
        if (BLOCKS.has(name)) block++;
        if (VOID.has(name)) {
          if (name !== "input") out.push(`<${name}${attributesOf(attributes)}>`);
          return;
        }
        const kind = zoneKind(name, attributes);
        const emitted = stack.length < DEEPEST;
        if (!emitted) tooDeep = true;
        out.push(emitted ? `<${name}${attributesOf(attributes)}>` : BLOCKS.has(name) ? "<br>" : "");
        stack.push({
          name,
          emitted,
          zone:
            kind && !(kind === "credit" && top?.zone?.kind === "post") ? { id: zones++, kind } : (top?.zone ?? null),
          heading: /^h[1-6]$/.test(name) ? Number(name[1]) : (top?.heading ?? 0),
          link: name === "a" || (top?.link ?? false),
          paragraph:
            name === "p" ||
            name === "li" ||
            (!/^(div|section|article|aside|table)$/.test(name) && (top?.paragraph ?? false)),
        });
      },
      ontext(text) {
        if (inLd) jsonLd[jsonLd.length - 1] += text;
        else if (inTitle) {
          title += text;
          titleAt = [titleAt?.[0] ?? parser.endIndex + 1 - text.length, parser.endIndex + 1];
        }
        if (skipping > 0 || inTitle) return;
        const end = parser.endIndex + 1;
        // After '</p >' the parser's own start is off; plain text is as long in the source as it is here.
        const same = source.startsWith(text, end - text.length);
        const start = same ? end - text.length : parser.startIndex;
        if (!same || (open.text && start !== open.end)) open.plain = false;
        if (!open.text) open.plain = same;
        for (let i = 0; i < text.length; i++) open.starts.push(same ? start + i : start);
        open.text += text;
        open.end = end;
      },
      onclosetag(name, implied) {
        if ((name === "html" || name === "body") && !implied) ended = true;
        if (name === "script") inLd = false;
        if (name === "title" && inTitle) inTitle = false;
        if (SKIPPED.has(name)) {
          skipping = Math.max(0, skipping - 1);
          return;
        }
        if (skipping > 0 || stack.at(-1)?.name !== name) return;
        flush();
        if (BLOCKS.has(name)) block++;
        const top = stack.pop()!;
        out.push(top.emitted ? `</${name}>` : "");
      },
    },
    { decodeEntities: true },
  );
  let at = 0;
  for (; at < source.length && nodes.length < MOST_NODES && written < MOST_TEXT; at += CHUNK)
    parser.write(source.slice(at, at + CHUNK));
  const whole = at >= source.length;
  parser.end();
  flush();
  while (stack.length) {
    const top = stack.pop()!;
    out.push(top.emitted ? `</${top.name}>` : "");
  }
  const broken = /<[a-z!/][^<>]*$/i.test(source.slice(-2000)) || (hasBody && !ended);
  return {
    html: `<!doctype html><html><head><title>${escapeText(title ?? "")}</title></head><body>${out.join("")}</body></html>`,
    nodes,
    metas,
    title: title === null ? null : (title as string).replace(/\s+/g, " ").trim() || null,
    titleAt,
    canonical,
    lang,
    jsonLd,
    times,
    tooDeep,
    truncated: !whole
      ? "the page is far longer than an article and was cut"
      : broken
        ? "the page ends in the middle"
        : null,
  };
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  let out = "";
  for (const [name, value] of Object.entries(attributes))
    if (PASSED.has(name) && value.length < 2000) out += ` ${name}="${escapeAttribute(value)}"`;
  return out;
}

/** Offset in the source where unit `i` of a node begins. */
export const startOf = (node: TextNode, i: number): number =>
  i >= node.text.length ? node.end : typeof node.starts === "number" ? node.starts + i : node.starts[i]!;
