// What elements of HTML mean here: which are left out, which break a line, which hold a caption, a post or a byline.
import type { ZoneKind } from "./markup.ts";

export type Attributes = Readonly<Record<string, string>>;
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Left out with all that is in them: code, frames, and what only a reader at the screen would press. */
export const SKIPPED = words(
  "script style template noscript svg math iframe frame object embed applet select option textarea button canvas audio video map dialog",
);
export const BLOCKS = words(
  "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
export const VOID = words("area base br col hr img input link meta param source track wbr");
const PASSED = words(
  "class id rel itemprop itemtype role style hidden aria-hidden aria-modal href src alt name property content datetime lang dir width height colspan rowspan",
);
const LONGEST_VALUE = 2000;

const CAPTION =
  /(?:^|[\s_-])(?:wp-caption-text|figcaption|image-caption|photo-caption|caption-text|caption__text|media-caption|img-caption)(?:$|[\s_-])/i;
const POST =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|telegram-post|tiktok-embed|fb-post|fb-xfbml-parse-ignore|bluesky-embed|mastodon-embed|telegram)(?:$|\s)/i;
const CREDIT = /(?:^|[\s_-])(?:byline|dateline|credits?|photo-credit|copyright-holder)(?:$|[\s_-])/i;

/** The kind of stretch that an element opens; null when it opens none. */
export function zoneKind(name: string, attributes: Attributes): ZoneKind | null {
  const classes = attributes.class ?? "";
  if (name === "figcaption" || CAPTION.test(classes)) return "caption";
  if ((name === "blockquote" || name === "div") && POST.test(classes)) return "post";
  const author = attributes.rel === "author" || /^(author|creator)$/.test(attributes.itemprop ?? "");
  return author || CREDIT.test(classes) ? "credit" : null;
}

export const escapeText = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The attributes that the choice of the article needs, written out; no event handler is among them. */
export function attributesOf(attributes: Attributes): string {
  let out = "";
  for (const [name, value] of Object.entries(attributes))
    if (PASSED.has(name) && value.length < LONGEST_VALUE)
      out += ` ${name}="${escapeText(value).replace(/"/g, "&quot;")}"`;
  return out;
}
