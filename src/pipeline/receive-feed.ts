// Feeds - RSS, Atom, RDF, JSON Feed - as one document per entry: its full text where the feed carries it, else its
// summary, with the date, address and title that the feed gives.
import { parseFeed } from "feedsmith";
import { type Given, type Outcome, received, refused } from "./receive-outcome.ts";

type Loose = { readonly [key: string]: unknown } | undefined;
const loose = (value: unknown): Loose => (typeof value === "object" && value !== null ? (value as Loose) : undefined);
/** A string, or the `value` or `href` of an object, as the several kinds of feed have them. */
function words(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  const inner = loose(value);
  return inner ? words(inner.value ?? inner.href ?? inner.encoded) : null;
}
const first = (...values: readonly unknown[]): string | null => {
  for (const value of values) {
    const found = words(value);
    if (found) return found;
  }
  return null;
};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function addressOf(entry: Loose): string | null {
  const links = list(entry?.links).map(loose);
  const link = links.find((one) => one?.rel === undefined || one?.rel === "alternate") ?? links[0];
  return first(entry?.link, entry?.url, link);
}

/** Whether the text is a feed, by its first element. */
export const isFeed = (text: string): boolean =>
  /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    text.slice(0, 4096),
  ) || /^[\s\ufeff]*\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(text.slice(0, 400));

/** A feed is often one section of an outlet, 'Orontes Post - Syria': the outlet comes first. */
const publisherOf = (title: string | null): string | null => title?.split(/\s+(?:[-–—|»]|::)\s+/)[0] || null;

/** Documents of a feed in its order. */
export function* feedDocuments(text: string, file: string, said: Given | null): Generator<Outcome> {
  let feed: Loose;
  try {
    feed = loose(parseFeed(text).feed);
  } catch (fault) {
    const reason = (fault as Error).message;
    yield refused(
      file,
      isFeed(text)
        ? `the feed cannot be read (is it cut off?): ${reason}`
        : "XML, but neither RSS nor Atom: save the page as .html or its text as .txt",
    );
    return;
  }
  const outlet = said?.outlet ?? publisherOf(first(feed?.title));
  const lang = said?.lang ?? first(feed?.language, loose(feed?.dc)?.language);
  const entries = [...list(feed?.items), ...list(feed?.entries)].map(loose);
  if (!entries.length) yield refused(file, "the feed has no entries");
  for (const [i, entry] of entries.entries()) {
    const dc = loose(entry?.dc);
    const title = first(entry?.title);
    const url = addressOf(entry);
    const body = first(
      loose(entry?.content)?.encoded,
      entry?.content,
      entry?.content_html,
      entry?.content_text,
      entry?.description,
      entry?.summary,
    );
    const where = `${file}:${i + 1}`;
    if (!body && !title) {
      yield refused(where, "the entry has neither text nor title");
      continue;
    }
    const published = first(
      entry?.pubDate,
      entry?.published,
      entry?.date_published,
      entry?.updated,
      list(dc?.dates)[0],
      dc?.date,
    );
    const marked = /<[a-z!/]|&[a-z#]/i.test(body ?? "");
    const text = body ?? title ?? "";
    yield received(
      first(entry?.guid, entry?.id) ?? url,
      where,
      new TextEncoder().encode(text),
      marked ? "html" : "text",
      { outlet, title: title?.replace(/<[^>]+>/g, "") ?? null, url, lang, published },
      "utf-8",
    );
  }
}
