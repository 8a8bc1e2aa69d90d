// Everything that is handed over: each form, each kind of bad input with its line, and an order that never changes.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ReceiveOptions, receive } from "../src/pipeline/receive.ts";
import { eightBitBytes } from "./text-bytes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-receive-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
async function all(inputs: string[], options: ReceiveOptions = {}) {
  const found = {
    received: [] as {
      id: string | null;
      file: string;
      form: string;
      text: string;
      published: string | null;
      outlet: string | null;
    }[],
    refused: [] as string[],
  };
  for await (const outcome of receive(inputs, options))
    if (outcome.kind === "refused") found.refused.push(`${outcome.file.replace(`${folder}/`, "")}: ${outcome.message}`);
    else {
      const { id, file, form, bytes, given } = outcome.received;
      found.received.push({
        id,
        file,
        form,
        text: new TextDecoder().decode(bytes),
        published: given.published,
        outlet: given.outlet,
      });
    }
  return found;
}
const REPORT = "Fighters took the bridge at Nawa on Friday, a monitor said.";

describe("files and folders", () => {
  test("a folder in its order, with what documents.tsv says", async () => {
    put("in/b.txt", REPORT);
    put("in/a.md", `# Bridge\n\n${REPORT}`);
    put("in/sub/c.html", `<p>${REPORT}</p>`);
    put("in/.hidden.txt", "x");
    put(
      "in/documents.tsv",
      "file\toutlet\tpublished\nb.txt\tThe Post\t2024-12-06\nsub/c.html\t\t2024-12-07T10:00:00Z\n",
    );
    const { received, refused } = await all([join(folder, "in")]);
    expect(refused).toEqual([]);
    expect(received.map(({ id, form, published, outlet }) => [id, form, published, outlet])).toEqual([
      ["a.md", "markdown", null, null],
      ["b.txt", "text", "2024-12-06", "The Post"],
      ["sub/c.html", "html", "2024-12-07T10:00:00Z", null],
    ]);
  });

  test("a single file goes by its own name; bytes are kept as they are", async () => {
    const bytes = eightBitBytes("café", "windows-1252");
    const { received } = await all([put("one/x.TXT", bytes)]);
    expect(received[0]).toMatchObject({ id: "x.TXT", file: "x.TXT" });
  });

  test("a row of documents.tsv that cannot be used is told, the rest counts", async () => {
    put("bad/a.txt", REPORT);
    put("bad/documents.tsv", "file\tpublished\na.txt\tlast week\n\t2024-12-06\n");
    const { received, refused } = await all([join(folder, "bad")]);
    expect(received[0]!.published).toBeNull();
    expect(refused).toEqual([
      "bad/documents.tsv:2: published: is no date (YYYY-MM-DD, or an instant with zone)",
      "bad/documents.tsv:3: file: the row names no file",
    ]);
  });
});

describe("rows", () => {
  test("NDJSON: a bad line is refused with its number, the rest goes on", async () => {
    const path = put(
      "rows.ndjson",
      `{"id":"1","text":"${REPORT}","published":"2024-12-06","outlet":"Post"}\n\nnot json\n{"id":2,"html":"<p>x</p>","lang":"en"}\n{"id":"3"}\n{"id":"4","text":"cut o`,
    );
    const { received, refused } = await all([path]);
    expect(received).toMatchObject([
      { id: "1", file: "rows.ndjson:1", form: "text", text: REPORT, published: "2024-12-06", outlet: "Post" },
      { id: "2", file: "rows.ndjson:4", form: "html", text: "<p>x</p>" },
    ]);
    expect(refused.map((line) => line.slice(0, 40))).toEqual([
      "rows.ndjson:3: no JSON object stands on ",
      "rows.ndjson:5: the row has neither text ",
      "rows.ndjson:6: no JSON object stands on ",
    ]);
  });

  test("JSON: a list, one object, a list within an object, a channel's export", async () => {
    const list = put(
      "list.json",
      JSON.stringify([
        { id: "a", text: REPORT },
        { id: "b", text: REPORT },
      ]),
    );
    const single = put("single.json", JSON.stringify({ id: "c", text: REPORT }));
    const inner = put("inner.json", JSON.stringify({ documents: [{ id: "d", text: REPORT }] }));
    const channel = put(
      "channel.json",
      JSON.stringify({
        name: "Nawa Now",
        type: "public_channel",
        id: 1,
        messages: [
          {
            id: 7,
            type: "message",
            date: "2024-12-06T10:00:00",
            date_unixtime: "1733479200",
            text: ["Shelling at ", { type: "bold", text: "Nawa" }],
          },
          { id: 8, type: "service", date: "2024-12-06T10:00:00", text: "" },
        ],
      }),
    );
    const { received, refused } = await all([list, single, inner, channel]);
    expect(refused).toEqual([]);
    expect(received.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "Nawa Now/7"]);
    expect(received.at(-1)).toMatchObject({
      text: "Shelling at Nawa",
      published: "2024-12-06T10:00:00Z",
      outlet: "Nawa Now",
    });
  });

  test("CSV with quotes and line ends in cells", async () => {
    const { received, refused } = await all([
      put("t.csv", `ID,Text,Published\r\n1,"Fighters, they said, took\nthe bridge",2024-12-06\r\n2,,\r\n`),
    ]);
    expect(received).toMatchObject([
      { id: "1", text: "Fighters, they said, took\nthe bridge", published: "2024-12-06" },
    ]);
    expect(refused).toEqual(["t.csv:3: the row has neither text nor html"]);
  });
});

describe("feeds", () => {
  const item = `<item><title>Bridge &amp; road</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Fri, 06 Dec 2024 18:00:00 +0200</pubDate><description>short</description><content:encoded><![CDATA[<p>${REPORT}</p>]]></content:encoded></item>`;
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>${item}</channel></rss>`;
  test("RSS: full text, date, title, outlet", async () => {
    const { received } = await all([put("feed.xml", rss)]);
    expect(received).toEqual([
      {
        id: "g1",
        file: "feed.xml:1",
        form: "html",
        text: `<p>${REPORT}</p>`,
        published: "Fri, 06 Dec 2024 18:00:00 +0200",
        outlet: "The Post",
      },
    ]);
  });
  test("Atom", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>T</title><id>urn:1</id><link href="https://example.org/1"/><updated>2024-12-06T00:00:00Z</updated><summary>${REPORT}</summary></entry></feed>`;
    expect((await all([put("a.atom", atom)])).received).toMatchObject([
      { id: "urn:1", form: "text", text: REPORT, published: "2024-12-06T00:00:00Z" },
    ]);
  });
  test("a feed cut off, XML that is no feed, a feed without entries", async () => {
    const { refused } = await all([
      put("cut.rss", rss.slice(0, 120)),
      put("other.xml", "<note>hello</note>"),
      put("none.xml", `<rss version="2.0"><channel><title>x</title></channel></rss>`),
    ]);
    expect(refused).toHaveLength(3);
    expect(refused.join("\n")).toMatch(/cut\.rss: .*\nother\.xml: XML, but neither RSS nor Atom.*\nnone\.xml: /);
  });
});

describe("what is refused, and how", () => {
  test("each with a line, and the good one beside them is still read", async () => {
    put("mix/a-empty.txt", "");
    put("mix/b-blank.txt", "  \n\n ");
    put("mix/c-picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]));
    put("mix/d-paper.html", "%PDF-1.7 …");
    put("mix/e-film.mp4", "x");
    put("mix/f-none", "x");
    put("mix/g-good.txt", REPORT);
    put("mix/h-long.txt", "a".repeat(11 * 1024 * 1024));
    put("mix/i-cut.json", '[{"id": 1, "text": "cut');
    put("mix/j-zeros.csv", Uint8Array.from([0, 1, 0, 0, 0, 7, 0, 0, 0]));
    const huge = put("mix/k-huge.html", "x");
    truncateSync(huge, 61 * 1024 * 1024);
    const { received, refused } = await all([join(folder, "mix")]);
    expect(received.map(({ id }) => id)).toEqual(["g-good.txt"]);
    expect(refused.map((line) => line.replace("mix/", ""))).toEqual([
      "a-empty.txt: is empty",
      "b-blank.txt: is empty but for white space",
      "c-picture.txt: is a PNG picture, not text: save what it says as .txt or .html",
      "d-paper.html: is a PDF file, not text: save what it says as .txt or .html",
      expect.stringMatching(/^e-film\.mp4: '\.mp4' is no form that can be read: give it one of \.txt/),
      expect.stringMatching(/^f-none: the name has no ending/),
      expect.stringMatching(/^h-long\.txt: is larger than one report can be \(10 MB\)/),
      expect.stringMatching(/^i-cut\.json: no JSON \(is it cut off\?\)/),
      "j-zeros.csv: is binary (it holds zero bytes), not text: save what it says as .txt or .html",
      "k-huge.html: is 61 MB; the most is 60 MB: split it, or hand over many reports as .ndjson",
    ]);
  });

  test("what is not there, and addresses that are not fetched", async () => {
    const { refused } = await all([join(folder, "absent.txt"), "ftp://example.org/x", "file:///etc/passwd"]);
    expect(refused).toEqual([
      "absent.txt: there is no such file or folder",
      "ftp://example.org/x: only http and https addresses are fetched",
      "file:///etc/passwd: only http and https addresses are fetched",
    ]);
  });

  test("UTF-16 with and without BOM is text", async () => {
    const bytes = Buffer.from(REPORT, "utf16le");
    const { refused } = await all([
      put("u/bom.txt", Uint8Array.from([0xff, 0xfe, ...bytes])),
      put("u/bare.txt", bytes),
    ]);
    expect(refused).toEqual([]);
  });
});

describe("standard input", () => {
  async function* stdin(text: string): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < text.length; i += 7) yield new TextEncoder().encode(text.slice(i, i + 7));
  }
  test.each([
    [REPORT, [[null, "text"]]],
    [`<!doctype html><html><body><p>${REPORT}</p></body></html>`, [[null, "html"]]],
    [
      `{"id":"1","text":"x"}\n{"id":"2","text":"y"}\n`,
      [
        ["1", "text"],
        ["2", "text"],
      ],
    ],
    [`{\n "id": "1",\n "text": "x"\n}`, [["1", "text"]]],
    [`[{"id":"1","text":"x"}]`, [["1", "text"]]],
    [`[Updated] ${REPORT}`, [[null, "text"]]],
  ])("%#", async (text, expected) => {
    const { received, refused } = await all(["-"], { stdin: stdin(text) });
    expect(refused).toEqual([]);
    expect(received.map(({ id, form }) => [id, form])).toEqual(expected);
  });
  test("nothing", async () =>
    expect((await all(["-"], { stdin: stdin("") })).refused).toEqual(["-: standard input is empty"]));
});

describe("addresses", () => {
  const answer =
    (body: string | Uint8Array<ArrayBuffer>, type: string, status = 200): typeof fetch =>
    async () =>
      new Response(body, { status, headers: { "content-type": type } });
  const url = "https://example.org/nawa";
  test("a page, with the charset of the answer", async () => {
    let seen: unknown;
    for await (const outcome of receive([url], {
      fetch: answer(`<p>${REPORT}</p>`, "text/html; charset=windows-1256"),
    }))
      seen = outcome;
    expect(seen).toMatchObject({
      kind: "received",
      received: { id: url, form: "html", charset: "windows-1256", given: { url } },
    });
  });
  test("a feed", async () => {
    const feed = `<rss version="2.0"><channel><title>P</title><item><title>T</title><description>${REPORT}</description></item></channel></rss>`;
    expect((await all([url], { fetch: answer(feed, "text/xml") })).received).toMatchObject([
      { text: REPORT, outlet: "P" },
    ]);
  });
  test.each<[string, typeof fetch, RegExp]>([
    ["an error", answer("no", "text/html", 404), /answered 404/],
    [
      "no answer",
      () => Promise.reject(new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND example.org") })),
      /cannot be fetched: getaddrinfo ENOTFOUND/,
    ],
    ["a picture", answer(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), "image/jpeg"), /is a JPEG picture/],
    ["nothing", answer("", "text/html"), /is empty/],
  ])("%s", async (_, get, line) => expect((await all([url], { fetch: get })).refused[0]).toMatch(line));
});

test("--published fills in only what nothing else gives", async () => {
  put("pub/a.txt", REPORT);
  put("pub/b.txt", `Date of publication 18 July 2016 ${REPORT} ${REPORT}`);
  put("pub/c.ndjson", `{"id":"c","text":"x","published":"2020-01-01"}`);
  const { received } = await all([join(folder, "pub")], { published: "2024-12-06" });
  expect(received.map(({ published }) => published)).toEqual(["2024-12-06", null, "2020-01-01"]);
});
