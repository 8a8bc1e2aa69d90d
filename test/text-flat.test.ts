// Flat texts read into parts: what scrapers leave around a report, and the head that says where it comes from.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadBoilerplate } from "../src/codebook/boilerplate.ts";
import type { Document, Received } from "../src/model/index.ts";
import { passages } from "../src/text/passages.ts";
import { read } from "../src/text/read.ts";

const boilerplate = loadBoilerplate(`${import.meta.dirname}/../codebook`);
const given = { outlet: null, title: null, url: null, lang: null, published: null };
const doc = (text: string, more: Partial<Received> = {}): Document =>
  read(
    { id: "t", file: "t.txt", bytes: new TextEncoder().encode(text), form: "text", charset: null, given, ...more },
    boilerplate,
  );
const parts = (text: string, more: Partial<Received> = {}): string[] => {
  const document = doc(text, more);
  return document.parts.map(({ kind, span }) => `${kind}: ${document.text.slice(span[0], span[1])}`);
};
const BODY = "Rebel fighters captured the town of Nawa on Friday, a monitor in the city said.";
const MORE = "The army said that its troops still held the eastern edge of the town of Nawa.";

describe("what is no report", () => {
  test.each<[string, string[]]>([
    [
      `Fighters take Nawa\n\n${BODY}\n\nSHARE NOW\nShare on facebook\nFacebook\n\nLeave a Reply\n\nYour email address will not be published.`,
      [
        "title: Fighters take Nawa",
        `body: ${BODY}`,
        "boilerplate: SHARE NOW",
        "boilerplate: Share on facebook",
        "boilerplate: Facebook",
        "boilerplate: Leave a Reply",
        "boilerplate: Your email address will not be published.",
      ],
    ],
    [
      `Fighters take Nawa\n\nFighters take Nawa\n\n  • Post category:Latest News\nShare this Post\n\n${BODY}\n\nSource link`,
      [
        "title: Fighters take Nawa",
        "boilerplate: Fighters take Nawa",
        "boilerplate: • Post category:Latest News",
        "boilerplate: Share this Post",
        `body: ${BODY}`,
        "boilerplate: Source link",
      ].map((p, i) => (i === 1 ? "boilerplate: Fighters take Nawa" : p)),
    ],
    [
      `Fighters take Nawa\n\n${BODY}\n\nRead More »${MORE}`,
      ["title: Fighters take Nawa", `body: ${BODY}`, "boilerplate: Read More »", `body: ${MORE}`],
    ],
    [
      `clear\n\nLooking at the world anew since 1999\n\nFighters take Nawa after a long night\n\nDecember 6, 2024 at 8:38 pm\n\n${BODY}\n\nWho is fighting in the south and why?`,
      [
        "boilerplate: clear",
        "boilerplate: Looking at the world anew since 1999",
        "title: Fighters take Nawa after a long night",
        "credit: December 6, 2024 at 8:38 pm",
        `body: ${BODY}`,
        "boilerplate: Who is fighting in the south and why?",
      ],
    ],
    [
      `Fighters take Nawa\n\n${BODY}\n\nPrev Post\n\nThree people killed in a raid on Daraa city\n\nNext Post\n\nAfter the storm | Families return…`,
      [
        "title: Fighters take Nawa",
        `body: ${BODY}`,
        "boilerplate: Prev Post",
        "boilerplate: Three people killed in a raid on Daraa city",
        "boilerplate: Next Post",
        "boilerplate: After the storm | Families return…",
      ],
    ],
    [
      `Fighters take Nawa\n\n${BODY}\n\nTwo villages fall\n\n${MORE}`,
      ["title: Fighters take Nawa", `body: ${BODY}`, "heading: Two villages fall", `body: ${MORE}`],
    ],
    [
      `${BODY}\n\nRelated\n\nTen recipes for winter evenings\n\n${MORE}${MORE}`,
      [`body: ${BODY}`, "boilerplate: Related", "boilerplate: Ten recipes for winter evenings", `body: ${MORE}${MORE}`],
    ],
  ])("%#", (text, expected) => expect(parts(text)).toEqual(expected));

  test("comments after the form are nobody's report, however long", () => {
    const found = parts(`Fighters take Nawa\n\n${BODY}\n\nLeave a Reply\n\n${MORE} ${MORE}`);
    expect(found.at(-1)).toBe(`boilerplate: ${MORE} ${MORE}`);
  });

  test("a body sentence that begins like a button stays body", () => {
    for (const line of [
      "Watchdog groups counted 12 dead in Homs on Friday and asked for an inquiry.",
      "More than 40 soldiers surrendered near Hama on Friday, residents of the town said.",
      "Following clashes in Homs the army withdrew its tanks to the west on Friday night.",
    ])
      expect(parts(`${BODY}\n\n${line}\n\n${MORE}`)).toContain(`body: ${line}`);
  });

  test("every letter of the text is in a part", () => {
    const text = `a\n${BODY} ${MORE} Read Also\n\n[x] ## y | z\n— Name (@handle) December 6, 2024\n`;
    const document = doc(text);
    const outside = [...text];
    for (const { span } of document.parts) outside.fill("", span[0], span[1]);
    expect(outside.join("").trim()).toBe("");
  });
});

test("property: parts are in order, apart, and hold every sign that is not white space", () => {
  const piece = fc.constantFrom(
    BODY,
    MORE,
    "Fighters take Nawa",
    "Share",
    "Read More »",
    "Related",
    "Leave a Reply",
    "Tags Syria Nawa",
    "(Source: Post)",
    "--Reuters",
    "[x](http://y)",
    "# ",
    "> ",
    "16 July 2015 ",
    "BEIRUT, Dec 6 (AFP) - ",
    "pic.twitter.com/ab",
    " ",
    "\n",
    "\n\n",
    "…",
    '"',
    "- A, b",
    "Read Also",
    "|",
    "\ufeff",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 25 }),
      fc.constantFrom("text" as const, "markdown" as const),
      (pieces, form) => {
        const document = doc(`.${pieces.join("")}`, { form });
        let at = 0;
        for (const { span } of document.parts) {
          expect(span[0]).toBeGreaterThanOrEqual(at);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(document.text.slice(at, span[0]).trim()).toBe("");
          at = span[1];
        }
        expect(document.text.slice(at).trim()).toBe("");
        for (const { span, tokens } of passages(document))
          for (const token of tokens)
            expect(
              token.span[0] >= span[0] &&
                token.span[1] <= span[1] &&
                document.text.slice(token.span[0], token.span[1]) === token.text,
            ).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

describe("captions, posts and pull quotes", () => {
  test("a caption's bracket is its credit, and no credit of the report", () => {
    const text = `People wave flags in the main square of Homs on December 9, 2024 [Sami Nader/AFP via Getty]\n${BODY}`;
    expect(parts(text).slice(0, 2)).toEqual([
      "caption: People wave flags in the main square of Homs on December 9, 2024",
      "credit: [Sami Nader/AFP via Getty]",
    ]);
    expect(doc(text).credits).toEqual([]);
    expect(doc(text).published).toBeNull();
  });

  test("an embedded post", () =>
    expect(
      parts(
        `${BODY}\nReports that the bridge is shutpic.twitter.com/ab12cd\n— Someone (@some1) December 6, 2024\n${MORE}`,
      ),
    ).toEqual([
      `body: ${BODY}`,
      "post: Reports that the bridge is shut",
      "boilerplate: pic.twitter.com/ab12cd",
      "post: — Someone (@some1) December 6, 2024",
      `body: ${MORE}`,
    ]));

  test("a pull quote is told once", () => {
    const quote = "Everyone that I spoke with is waiting for the road to open again";
    const found = parts(`${BODY}\n"${quote}," she said.\n'${quote}'\n- Rana Haddad, teacher\n${MORE}`);
    expect(found.filter((part) => part.startsWith("boilerplate"))).toEqual([
      `boilerplate: '${quote}'`,
      "boilerplate: - Rana Haddad, teacher",
    ]);
  });
});

describe("the head of a report", () => {
  test.each<[string, string | null, string[], string]>([
    [
      "BEIRUT, Dec 6, 2024 (Levant Wire) - ",
      "2024-12-06",
      ["levant-wire"],
      "credit: BEIRUT, Dec 6, 2024 (Levant Wire) -",
    ],
    ["BEIRUT, Dec 6 (Levant Wire) - ", null, ["levant-wire"], "credit: BEIRUT, Dec 6 (Levant Wire) -"],
    ["(Reuters) - ", null, ["reuters"], "credit: (Reuters) -"],
    ["Damascus, SANA-", null, ["sana"], "credit: Damascus, SANA-"],
    ["IDLIB, Syria (North Press) – ", null, ["north-press"], "credit: IDLIB, Syria (North Press) –"],
    ["KYIV (Prifront) - ", null, ["prifront"], "credit: KYIV (Prifront) -"],
    ["DAMASCUS — ", null, [], "credit: DAMASCUS —"],
    ["Date of publication 18 July 2016 ", "2016-07-18", [], "credit: Date of publication 18 July 2016"],
    ["Monday 07 November 2016 19:02 ", "2016-11-07", [], "credit: Monday 07 November 2016 19:02"],
    ["Sun 16 Apr 2017 ", "2017-04-16", [], "credit: Sun 16 Apr 2017"],
    ["Last updated at Feb 022015 ", "2015-02-02", [], "credit: Last updated at Feb 022015"],
    ["Posted on August 3 2016 by Rana Haddad ", "2016-08-03", [], "credit: Posted on August 3 2016 by Rana Haddad"],
    ["21-05-2016 ", "2016-05-21", [], "credit: 21-05-2016"],
  ])("%s", (head, published, credits, part) => {
    const document = doc(`${head}${BODY} ${MORE}`);
    expect(document.published).toBe(published);
    expect(document.published_basis).toBe(published ? "text" : null);
    expect(document.credits).toEqual(credits);
    expect(parts(`${head}${BODY} ${MORE}`)[0]).toBe(part);
    expect(document.notes.map(({ kind }) => kind)).toEqual(published ? [] : ["no-date"]);
  });

  test.each([
    `The Syrian Democratic Forces (SDF) - backed by Washington - took the town on Friday, a monitor said.`,
    `On December 3, 2024 rebels took the town of Nawa and went on to the south, a monitor said.`,
    `7 March 2022 was the day on which the army left the town of Nawa, a monitor in the city said.`,
    `Homs is the last major city before the capital, and Reuters reported that it was calm on Friday.`,
  ])("no head: %s", (text) => {
    const document = doc(text);
    expect(document.parts.map(({ kind }) => kind)).toEqual(["body"]);
    expect([document.published, document.credits]).toEqual([null, []]);
  });

  test.each([
    [`${BODY} --Reuters`, "reuters", "credit: --Reuters"],
    [`${BODY} (Source: Coast Office)`, "coast-office", "credit: (Source: Coast Office)"],
    [`${BODY}\n\n(With AFP and Reuters)`, "afp", "credit: (With AFP and Reuters)"],
    [`${BODY}\n\nSource: Levant Wire`, "levant-wire", "credit: Source: Levant Wire"],
    [`${BODY}\n\nBy Rana Haddad, Reuters`, "reuters", "credit: By Rana Haddad, Reuters"],
  ])("a credit at the end: %#", (text, id, part) => {
    expect(doc(text).credits).toContain(id);
    expect(parts(text).at(-1)).toBe(part);
  });

  test("a headline told again, tags and links within one line", () => {
    const text = `Airstrikes kill 11 people in the town\n16 July 2015 Airstrikes kill 11 people in the town. At least 11 civilians were killed, a monitor said. Tags Syria Aleppo barrel bombs State group At least 11 civilians were killed on Thursday, a monitoring group said. Read Also`;
    expect(parts(text)).toEqual([
      "title: Airstrikes kill 11 people in the town",
      "credit: 16 July 2015",
      "boilerplate: Airstrikes kill 11 people in the town.",
      "body: At least 11 civilians were killed, a monitor said.",
      "boilerplate: Tags Syria Aleppo barrel bombs State group",
      "body: At least 11 civilians were killed on Thursday, a monitoring group said.",
      "boilerplate: Read Also",
    ]);
  });

  test("given stands over the text; an impossible date is told and passed over", () => {
    const text = `Date of publication 18 July 2016 ${BODY}`;
    expect(doc(text, { given: { ...given, published: "2016-07-19" } })).toMatchObject({
      published: "2016-07-19",
      published_basis: "given",
    });
    const odd = doc(text, { given: { ...given, published: "0025-01-01" } });
    expect(odd).toMatchObject({ published: "2016-07-18", published_basis: "text" });
    expect(odd.notes.map(({ kind }) => kind)).toEqual(["odd-date"]);
  });
});

describe("forms", () => {
  test("markdown: marks are set aside and sentences run across links", () => {
    const text = `# Troops leave *Nawa*\n\n*Northern Desk, 6 December 2024*\n\nThe army left [the town](https://example.org/x) on Friday, a monitor said.\n\n## Before\n\n> It was quiet.\n`;
    const document = doc(text, { form: "markdown" });
    expect(document.text).toBe(text);
    expect(document).toMatchObject({ title: "Troops leave *Nawa*", published: "2024-12-06" });
    const found = passages(document);
    expect(found.map(({ kind }) => kind)).toEqual(["title", "body", "heading", "body"]);
    expect(found[1]!.tokens.map(({ text: word }) => word).join(" ")).toBe(
      "The army left the town on Friday , a monitor said .",
    );
  });

  test("lines wrapped by hand are one paragraph", () => {
    const text = `The army withdrew on Friday from the city of Homs, which it had held for\nthe better part of ten years, and moved its guns to the coast and to the\ncapital, said two officers who were there, and a shopkeeper who had seen\nthe column leave.\n\nThe ministry denied it.\n`;
    const document = doc(text);
    expect(document.parts.map(({ kind }) => kind)).toEqual(["body", "body"]);
    expect(passages(document)).toHaveLength(2);
  });

  test("the text is kept unchanged, line ends and all", () => {
    const text = `Fighters take Nawa\r\n\r\n${BODY}\r\n`;
    const document = doc(text);
    expect(document.text).toBe(text);
    expect(document.map.map(({ bytes }) => text.slice(bytes[0], bytes[1]))).toEqual(["Fighters take Nawa", BODY]);
  });

  test("a language that is not coded is told", () =>
    expect(
      doc("دخلت فصائل مسلحة مدينة حماة يوم الخميس بعد معارك دامت ثلاثة أيام.").notes.map(({ kind }) => kind),
    ).toEqual(["no-date", "not-coded"]));

  test("the same bytes give the same document", () => expect(doc(`x\n${BODY}`)).toEqual(doc(`x\n${BODY}`)));
});
