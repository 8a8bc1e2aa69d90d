// What a page says of itself outside its text: title, outlet, date, address - from meta elements, JSON-LD and <time>.
// Nothing here is believed over what was given from outside (read.ts decides that).
import type { Markup } from "./markup.ts";

export interface PageMetadata {
  /** Headlines that the page offers, the likeliest first. */
  readonly titles: readonly string[];
  readonly outlet: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  readonly published: readonly string[];
  /** Names of publishers and authors in JSON-LD and meta elements, for agency credits. */
  readonly authors: readonly string[];
}

const PUBLISHED =
  "article:published_time article:published og:article:published_time datepublished date.published pubdate publishdate publish-date publish_date dc.date dc.date.issued dcterms.date dcterms.created dcterms.issued dc.date.created date sailthru.date parsely-pub-date article.published cxenseparse:recs:publishtime".split(
    " ",
  );

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null =>
  typeof value === "string"
    ? value.trim() || null
    : isObject(value)
      ? text(value.name ?? value["@value"] ?? value["@id"])
      : Array.isArray(value)
        ? text(value[0])
        : null;

/** Every object of the JSON-LD blocks, graphs unfolded; a block that is no JSON counts for nothing. */
function linkedData(blocks: readonly string[]): Json[] {
  const found: Json[] = [];
  const take = (value: unknown, depth: number): void => {
    if (depth > 4) return;
    if (Array.isArray(value)) for (const one of value.slice(0, 200)) take(one, depth + 1);
    else if (isObject(value)) {
      found.push(value);
      take(value["@graph"], depth + 1);
    }
  };
  for (const block of blocks) {
    try {
      take(JSON.parse(block.replace(/^\s*<!--|-->\s*$/g, "").replace(/[\n\r\t]+/g, " ")), 0);
    } catch {
      const date = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(block)?.[1];
      if (date) found.push({ "@type": "Article", datePublished: date });
    }
  }
  return found;
}

const isArticle = (thing: Json): boolean => /article|posting|report|review|page/i.test(String(thing["@type"] ?? ""));
const present = (values: readonly (string | null | undefined)[]): string[] =>
  values.filter((v): v is string => Boolean(v?.trim()));

/** The title element without the site's name. */
function withoutSite(title: string | null, site: string | null): string | null {
  if (!title) return null;
  const pieces = title.split(/\s+(?:[|»«·•—–-]|::|\/\/)\s+/);
  if (pieces.length < 2) return title;
  const bare = pieces.filter((piece) => piece.toLowerCase() !== site?.toLowerCase());
  if (bare.length < pieces.length)
    return title.slice(
      title.indexOf(bare[0] ?? title),
      title.indexOf(bare.at(-1) ?? title) + (bare.at(-1) ?? title).length,
    );
  const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a));
  return longest.split(/\s+/).length >= 3 ? longest : title;
}

export function metadataOf(markup: Markup): PageMetadata {
  const meta = (name: string): string | null => markup.metas.find((one) => one.name === name)?.content.trim() || null;
  const things = linkedData(markup.jsonLd);
  const article = things.find((thing) => isArticle(thing) && thing.datePublished) ?? things.find(isArticle) ?? null;
  const site =
    meta("og:site_name") ??
    text(article?.publisher) ??
    meta("application-name") ??
    meta("publisher") ??
    meta("dc.publisher");
  return {
    titles: present([
      meta("og:title"),
      text(article?.headline),
      meta("twitter:title"),
      withoutSite(markup.title, site),
    ]),
    outlet: site && !/^https?:/.test(site) ? site : null,
    url:
      present([markup.canonical, meta("og:url"), text(article?.url), text(article?.mainEntityOfPage)]).find((url) =>
        /^https?:/.test(url),
      ) ?? null,
    lang: markup.lang ?? meta("content-language") ?? meta("og:locale"),
    published: present([text(article?.datePublished), ...PUBLISHED.map(meta), ...markup.times.slice(0, 1)]),
    authors: present([text(article?.author), meta("author"), meta("byl"), meta("article:author")]),
  };
}
