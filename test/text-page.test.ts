// Pages read as articles: what is taken, what never is, and the way back to every byte of the source.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadBoilerplate } from "../src/codebook/boilerplate.ts";
import type { Document, Received } from "../src/model/index.ts";
import { decode } from "../src/text/decode.ts";
import { passages } from "../src/text/passages.ts";
import { read } from "../src/text/read.ts";
import { scan } from "../src/text/scan.ts";
import { eightBitBytes } from "./text-bytes.ts";

const boilerplate = loadBoilerplate(`${import.meta.dirname}/../codebook`);
const given = { outlet: null, title: null, url: null, lang: null, published: null };
const doc = (bytes: Uint8Array | string, more: Partial<Received> = {}): Document =>
  read(
    {
      id: "p",
      file: "p.html",
      bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
      form: "html",
      charset: null,
      given,
      ...more,
    },
    boilerplate,
  );
const parts = (document: Document): string[] =>
  document.parts.map(({ kind, span }) => `${kind}: ${document.text.slice(span[0], span[1])}`);
const kinds = (document: Document): string[] => document.notes.map(({ kind }) => kind);

const PARAGRAPHS = [
  "Fighters took the bridge at Nawa on Friday, a monitor said, and the army denied that it had left the town.",
  "Twelve people were wounded, a doctor at the town&rsquo;s hospital said by telephone &mdash; three of them children.",
  "The ministry said in a statement that the reports were false &amp; that its men held the bridge on both banks.",
  "Families left for the south during the night, a teacher said, and slept in schools along the road to the border.",
];
const PAGE = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Fighters take bridge at Nawa &#8211; The Plain Dealer</title>
<meta property="og:site_name" content="The Plain Dealer"><meta property="article:published_time" content="2024-12-06T18:00:00+02:00">
<link rel="canonical" href="https://example.org/nawa"><script>var tracking = "Explosion kills 900 in Homs";</script>
<style>p::after{content:"Explosion kills 901"}</style></head>
<body onload="alert('Explosion kills 902')">
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Fighters take bridge at <em>Nawa</em></h1>
<p class="byline">By Rana Haddad, Reuters</p>
<figure><img src="a.jpg"><figcaption>The bridge at Nawa on Friday. <span class="credit">[Sami Nader/AFP]</span></figcaption></figure>
<div class="body">${PARAGRAPHS.slice(0, 2)
  .map((p) => `<p>${p}</p>`)
  .join("\n")}
<blockquote class="twitter-tweet"><p>Columns of cars at the crossing since dawn.</p>&mdash; Border Watch (@borderwatch) <a href="#">December 6, 2024</a></blockquote>
<script>document.write("Explosion kills 903")</script>
<h2>On the road</h2>
${PARAGRAPHS.slice(2)
  .map((p) => `<p>${p}</p>`)
  .join("\n")}
<p><a href="/more">Read more: what we know of the bridge</a></p></div></article>
<aside><h3>Most read</h3><ul><li><a href="#">Ten recipes for winter</a></li></ul></aside></main>
<footer>All rights reserved. The Plain Dealer</footer><iframe srcdoc="Explosion kills 904"></iframe></body></html>`;

/** What a run's bytes say once tags, entities and white space are gone. */
function saidBy(source: Uint8Array, charset: string): string {
  const markup = scan(new TextDecoder(charset).decode(source));
  return markup.nodes
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/g, "");
}
function checkMap(document: Document, bytes: Uint8Array, charset = "utf-8"): void {
  let [textAt, byteAt] = [0, 0];
  for (const { text, bytes: range } of document.map) {
    expect(text[0]).toBeGreaterThanOrEqual(textAt);
    if (document.title === null || text[0] >= document.title.length) expect(range[0]).toBeGreaterThanOrEqual(byteAt);
    [textAt, byteAt] = [text[1], text[0] >= (document.title?.length ?? 0) ? range[1] : byteAt];
    expect(saidBy(bytes.subarray(range[0], range[1]), charset)).toBe(
      document.text.slice(text[0], text[1]).replace(/\s+/g, ""),
    );
  }
}

describe("an article", () => {
  const document = doc(PAGE);
  test("its parts, in the order of the page", () =>
    expect(parts(document)).toEqual([
      "title: Fighters take bridge at Nawa",
      "credit: By Rana Haddad, Reuters",
      "caption: The bridge at Nawa on Friday.",
      "credit: [Sami Nader/AFP]",
      `body: ${PARAGRAPHS[0]}`,
      "body: Twelve people were wounded, a doctor at the town’s hospital said by telephone — three of them children.",
      "post: Columns of cars at the crossing since dawn.",
      "post: — Border Watch (@borderwatch) December 6, 2024",
      "heading: On the road",
      "body: The ministry said in a statement that the reports were false & that its men held the bridge on both banks.",
      `body: ${PARAGRAPHS[3]}`,
      "boilerplate: Read more: what we know of the bridge",
    ]));

  test("what it says of itself", () =>
    expect(document).toMatchObject({
      title: "Fighters take bridge at Nawa",
      outlet: "The Plain Dealer",
      url: "https://example.org/nawa",
      lang: "en",
      published: "2024-12-06T18:00:00+02:00",
      published_basis: "metadata",
      credits: ["reuters"],
      notes: [],
    }));

  test("scripts, styles, handlers and frames never land in the text", () => {
    expect(document.text).not.toMatch(/90[0-4]/);
    expect(passages(document).map(({ tokens }) => tokens[0]?.text)).not.toContain("var");
  });

  test("every run leads to the bytes that say the same", () => {
    const bytes = new TextEncoder().encode(PAGE);
    expect(document.map.length).toBeGreaterThan(10);
    checkMap(document, bytes);
    const mapped = document.map.reduce((sum, { text }) => sum + text[1] - text[0], 0);
    expect(mapped).toBeGreaterThan(document.text.replace(/\s/g, "").length * 0.95);
  });

  test("in windows-1256, with its label in the page", () => {
    const arabic =
      "دخلت فصائل مسلحة مدينة حماة يوم الخميس بعد معارك دامت ثلاثة أيام في ريفها الشمالي، وفق ما قاله المرصد";
    const bytes = eightBitBytes(
      `<html><head><meta charset="windows-1256"><title>حماة</title></head><body><p>${arabic}</p><p>${arabic} ايضا</p></body></html>`,
      "windows-1256",
    );
    const read = doc(bytes);
    expect(read.text).toContain(arabic);
    expect(kinds(read)).toEqual(["no-date", "not-coded"]);
    checkMap(read, bytes, "windows-1256");
  });

  test.each<[string, string, string]>([
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-12-05T10:00:00Z","publisher":{"name":"Post"}}</script>',
      "2024-12-05T10:00:00Z",
      "metadata",
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2024-12-05"}]}</script>',
      "2024-12-05",
      "metadata",
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle", broken, "datePublished": "2024-12-05T10:00:00Z"</script>',
      "2024-12-05T10:00:00Z",
      "metadata",
    ],
    ['<meta name="pubdate" content="2024-12-05">', "2024-12-05", "metadata"],
    ['<meta name="dc.date" content="2024-12-05">', "2024-12-05", "metadata"],
  ])("a date in the head: %#", (head, published, basis) =>
    expect(doc(`<html><head>${head}</head><body><p>${PARAGRAPHS.join("</p><p>")}</p></body></html>`)).toMatchObject({
      published,
      published_basis: basis,
    }),
  );

  test("a <time>, or else the words of the head", () => {
    const body = `<p>${PARAGRAPHS.join("</p><p>")}</p></body></html>`;
    expect(
      doc(`<html><body><h1>Fighters take bridge</h1><time datetime="2024-12-05T08:00:00Z">x</time>${body}`).published,
    ).toBe("2024-12-05T08:00:00Z");
    expect(doc(`<html><body><h1>Fighters take bridge</h1><p>Published: 5 December 2024</p>${body}`)).toMatchObject({
      published: "2024-12-05",
      published_basis: "text",
    });
  });

  test("a fragment, as rows carry it", () => {
    const read = doc(`<div><h1>Fighters take bridge</h1><p>Share | Print</p><p>${PARAGRAPHS[0]}</p></div>`, {
      given: { ...given, title: "Fighters take bridge" },
    });
    expect(parts(read)).toEqual([
      "title: Fighters take bridge",
      "boilerplate: Share | Print",
      `body: ${PARAGRAPHS[0]}`,
    ]);
  });
});

describe("hostile and broken pages", () => {
  const quick = (name: string, source: string, notes: string[], holds: string | null) =>
    test(name, () => {
      const begun = performance.now();
      const read = doc(source);
      expect(performance.now() - begun).toBeLessThan(15_000);
      expect(kinds(read)).toEqual(expect.arrayContaining(notes));
      if (holds) expect(read.text).toContain(holds);
    });
  const article = `<h1>Fighters take bridge</h1><p>${PARAGRAPHS.join("</p><p>")}</p>`;
  const page = (inner: string): string => `<html><body>${inner}</body></html>`;
  quick(
    "50,000 divs deep",
    page(`${"<div>".repeat(50_000)}${article}${"</div>".repeat(50_000)}`),
    ["too-deep"],
    "Fighters took the bridge",
  );
  quick("30,000 spans deep", page(`${"<b><i>".repeat(15_000)}${article}`), ["too-deep"], "Fighters took the bridge");
  quick(
    "20 MB of paragraphs",
    page(`<p>${PARAGRAPHS[0]}</p>`.repeat(180_000)),
    ["truncated"],
    "Fighters took the bridge",
  );
  quick(
    "a picture of 20 MB in an attribute",
    page(`<img src="data:${"A".repeat(2e7)}">${article}`),
    [],
    "Fighters took the bridge",
  );
  quick("two million open brackets", page(`${article}${"<".repeat(2e6)}`), [], null);
  quick(
    "a page that ends in the middle",
    PAGE.slice(0, PAGE.indexOf("hospital")),
    ["truncated"],
    "Fighters took the bridge",
  );
  quick("a page that ends in a tag", `${page(article)}<p cla`, ["truncated"], "Fighters took the bridge");
  quick("nothing but a script", page("<script>alert(1)</script>"), ["no-text"], null);
  quick(
    "closing tags that were never opened",
    page(`</div></p></script>${article}</b></b>`),
    [],
    "Fighters took the bridge",
  );

  test("mark-up in the text stays text", () => {
    const read = doc(page(`<p>${PARAGRAPHS[0]} &lt;script&gt;alert(1)&lt;/script&gt;</p><p>${PARAGRAPHS[3]}</p>`));
    expect(read.text).toContain("<script>alert(1)</script>");
  });

  test("property: whatever the page, every run leads to its bytes", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div >",
      "<b>",
      "</b>",
      "<br>",
      "<h2>Head</h2>",
      "<figure><figcaption>",
      "</figcaption></figure>",
      "<blockquote class='twitter-tweet'>",
      "&amp;",
      "&eacute;",
      "&#x2014;",
      "&notit;",
      "& b",
      "< 5",
      "<!-- c -->",
      "<script>x</script>",
      "Fighters took the bridge at Nawa on Friday, a monitor said. ",
      "حماة ",
      "😀",
      " \n ",
      "<a href='#'>",
      "</a>",
      "<li>",
      "<td>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const bytes = new TextEncoder().encode(`<html><body><p>${PARAGRAPHS[0]}</p>${pieces.join("")}</body></html>`);
        const read = doc(bytes);
        checkMap(read, bytes);
        let at = 0;
        for (const { span } of read.parts) {
          expect(span[0]).toBeGreaterThanOrEqual(at);
          expect(read.text.slice(at, span[0]).trim()).toBe("");
          at = span[1];
        }
        expect(read.text.slice(at).trim()).toBe("");
      }),
      { numRuns: 100 },
    );
  });
});

describe("mail", () => {
  const mail = (head: string, body: string): Document =>
    doc(new TextEncoder().encode(`${head}\r\n\r\n${body}`.replace(/\r?\n/g, "\r\n")), { form: "email" });
  test("headers, and a body in quoted-printable", () => {
    const raw = `From: "Levant Wire" <desk@example.org>\r\nSubject: Fighters take bridge\r\nDate: Fri, 6 Dec 2024 18:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nNAWA, Dec 6 (Levant Wire) - Fighters took the bridge at Nawa =E2=80=94 and held =\r\nit, a monitor said on Friday.\r\n`;
    const bytes = new TextEncoder().encode(raw);
    const read = doc(bytes, { form: "email" });
    expect(read).toMatchObject({
      title: "Fighters take bridge",
      outlet: "Levant Wire",
      published: "2024-12-06T18:00:00+02:00",
      credits: ["levant-wire"],
    });
    expect(read.text).toContain("at Nawa — and held it, a monitor");
    const body = read.map.find(({ text }) => text[0] > 10)!;
    const carried = raw.slice(body.bytes[0], body.bytes[1]);
    expect(carried.startsWith("NAWA, Dec 6")).toBe(true);
    expect(carried.endsWith("on Friday.")).toBe(true);
    expect(decode(bytes.subarray(read.map[0]!.bytes[0], read.map[0]!.bytes[1])).text).toBe("Fighters take bridge");
  });
  test("encoded words, and a body in base64", () => {
    const body = Buffer.from("Fighters took the bridge at Nawa — a monitor said on Friday.").toString("base64");
    const read = mail(
      "Subject: =?utf-8?B?TmF3YSDigJQ=?= =?utf-8?Q?_the_bridge?=\r\nContent-Transfer-Encoding: base64",
      body,
    );
    expect(read).toMatchObject({ title: "Nawa — the bridge" });
    expect(read.text).toContain("Nawa — a monitor said");
  });
  test("plain text before HTML, attachments left out", () => {
    const read = mail(
      'Subject: Bridge\r\nContent-Type: multipart/mixed; boundary="b"',
      `--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>in HTML</p>\n--c\nContent-Type: text/plain\n\nFighters took the bridge at Nawa, a monitor said.\n--c--\n--b\nContent-Disposition: attachment\nContent-Type: text/plain\n\nattached\n--b--\n`,
    );
    expect(read.text.trim()).toBe("Bridge\n\nFighters took the bridge at Nawa, a monitor said.");
  });
  test("HTML alone is read as a page", () => {
    const read = mail(
      "Subject: Bridge at Nawa\r\nContent-Type: text/html; charset=utf-8",
      `<html><body><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[3]}</p><script>x()</script></body></html>`,
    );
    expect(read.title).toBe("Bridge at Nawa");
    expect(read.text).toContain("Fighters took the bridge");
    expect(read.text).not.toContain("x()");
  });
  test("a message cut off in its headers", () =>
    expect(kinds(doc("Subject: Bri", { form: "email" }))).toContain("no-date"));
});
