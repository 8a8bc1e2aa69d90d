// The situation report: that it reads as an editor would want, that every sentence is cited, and that nothing of a
// document is taken for markup.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, html } from "../src/export/sitrep/html.ts";
import { escapeMarkdown, link, markdown } from "../src/export/sitrep/markdown.ts";
import { isHeaded, type Report, underHeads } from "../src/export/sitrep/report.ts";
import { sitrep } from "../src/export/sitrep/sitrep.ts";
import { quoted } from "../src/export/voices.ts";
import type { Day, Interval } from "../src/model/index.ts";
import { ground } from "../src/serve/sitrep.ts";
import { counts, tallyPhrase } from "../src/wording/counts.ts";
import { between, counted, listed, longDay, manyOf, named, spelled, when } from "../src/wording/english.ts";
import { clause } from "../src/wording/happening.ts";
import { codebook } from "./factories-claims.ts";
import { c5, claim, fakeView, figure, incident, onDay, party, place } from "./factories-view.ts";

const OPEN_DAYS = codebook.judgement.orders.open_days;
const d = (s: string): Day => s as Day;
const report = async (from = "2024-12-01", to = "2024-12-08"): Promise<Report> =>
  sitrep(await ground(fakeView(), OPEN_DAYS, d(from), d(to), "2024-12-08"));

describe("words", () => {
  test.each([
    [longDay(d("2024-12-06")), "Friday 6 December 2024"],
    [between(d("2024-12-01"), d("2024-12-08")), "1 to 8 December 2024"],
    [between(d("2024-11-27"), d("2024-12-26")), "27 November to 26 December 2024"],
    [between(d("2024-12-27"), d("2025-01-03")), "27 December 2024 to 3 January 2025"],
    [between(d("2024-12-06"), d("2024-12-06")), "6 December 2024"],
    [when({ start: "2016-01-01", end: "2016-12-31", grain: "year" } as Interval), "2016"],
    [when({ start: "2024-12-01", end: "2024-12-31", grain: "month" } as Interval), "December 2024"],
    [when({ start: "2024-12-05", end: "2024-12-06", grain: "span" } as Interval), "between 5 and 6 December 2024"],
    [counted(1, "source"), "one source"],
    [counted(3, "source"), "three sources"],
    [manyOf("rebels"), true],
    [manyOf("Syrian government forces"), true],
    [manyOf("Hayat Tahrir al-Sham"), false],
    [manyOf("rebel group"), false],
    [spelled(2000), "2,000"],
    [listed(["a"]), "a"],
    [listed(["a", "b", "c"]), "a, b and c"],
    [named("Syrian Observatory for Human Rights"), "the Syrian Observatory for Human Rights"],
    [named("Hayat Tahrir al-Sham"), "Hayat Tahrir al-Sham"],
    [named("Syrian army"), "the Syrian army"],
    [named("the army"), "the army"],
    [named("Russia"), "Russia"],
    [named("United States"), "the United States"],
    [named("Fighters"), "fighters"],
    [named("Rebel forces"), "rebel forces"],
    [named("Military Operations Administration"), "the Military Operations Administration"],
    [named("Syrian Democratic Forces"), "the Syrian Democratic Forces"],
    [named("Israeli troops"), "Israeli troops"],
    [named("insurgent commander"), "an insurgent commander"],
    [named("American diplomat"), "an American diplomat"],
    [named("Interior ministry"), "the interior ministry"],
    [named("two Syrian army officers"), "two Syrian army officers"],
    [named("The New Arab"), "the New Arab"],
    [quoted("a  b\nc"), "“a b c”"],
  ])("%s", (made, expected) => {
    expect(made).toBe(expected);
  });
  test("a long quote is cut between words", () => {
    const cut = quoted("word ".repeat(100), 40);
    expect(cut).toMatch(/^“(word )+…”$/);
    expect(cut.length).toBeLessThan(45);
  });
});

describe("figures", () => {
  test.each([
    [counts("killed", "people", 2, 2), "two killed"],
    [counts("killed", "civilians", 1, 1), "one civilian killed"],
    [counts("injured", "people", 6, null), "at least six injured"],
    [counts("fled", "soldiers", 500, 2000), "500 to 2,000 soldiers fled"],
    [tallyPhrase(c5.figures), "at least 727 killed, of them 111 civilians"],
    [tallyPhrase([figure("money", 5, 5)]), null],
  ])("%s", (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe("an incident in a sentence", () => {
  const homs = place("Homs");
  const army = party("Syrian army");
  const hts = party("Hayat Tahrir al-Sham");
  const told = (event: string, more: object): string =>
    clause(incident("i", [claim("c", "d1", "x", { event, ...more })]));
  test.each([
    [told("withdrawal", { actors: [army], places: [homs] }), "the Syrian army withdrew from Homs"],
    [told("withdrawal", { places: [place("Hama", { role: "from" })] }), "forces withdrew from Hama"],
    [told("air_strike", { places: [homs] }), "an air strike hit Homs"],
    [
      told("air_strike", { actors: [party("Russia")], places: [place("Idlib", { role: "near" })] }),
      "Russia carried out an air strike near Idlib",
    ],
    [
      told("armed_clash", { actors: [army, hts], places: [homs] }),
      "the Syrian army and Hayat Tahrir al-Sham fought each other in Homs",
    ],
    [told("armed_clash", { actors: [hts], targets: [army] }), "Hayat Tahrir al-Sham fought the Syrian army"],
    [told("armed_clash", {}), "fighting broke out"],
    [told("air_strike", { targets: [party("19 civilians")], places: [homs] }), "an air strike hit civilians in Homs"],
    [told("attack_on_civilians", { targets: [party("One demonstrator")] }), "a demonstrator came under attack"],
    [told("territory_captured", { places: [homs, place("Hama")] }), "Homs and Hama were captured"],
    [told("territory_captured", { places: [homs] }), "Homs was captured"],
    [
      told("curfew", { actors: [army], places: [place("Homs", { kind: "province" })] }),
      "the Syrian army announced a curfew or closure in Homs province",
    ],
    [told("talks", { actors: [party("Iran"), party("Qatar")] }), "talks by Iran and Qatar"],
  ])("%s", (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe("the report", () => {
  test("has its sections in order, and each once", async () => {
    expect((await report()).sections.map((s) => s.heading)).toEqual([
      "In short",
      "Control of places",
      "Incidents by area",
      "Disputed",
      "Orders",
      "Running totals",
      "What is not known",
    ]);
  });
  test("leads with what changed hands, the deadliest and the disputed", async () => {
    const text = markdown(await report());
    expect(text).toContain("Homs passed to Hayat Tahrir al-Sham on Saturday 7 December 2024");
    expect(text).toContain("on Thursday 5 December 2024: an air strike hit Nawa. Two killed.");
    expect(text).toContain("is disputed: the Syrian Ministry of Defence denied it.");
  });
  test("says by when it was known, and what it does not know", async () => {
    const text = markdown(await report());
    expect(text).toContain("As known by Sunday 8 December 2024.");
    expect(text).toContain("Expired after Friday 6 December 2024.");
    expect(text).toContain("they are not added to the incidents above");
  });
  test("a running total is no incident", async () => {
    const areas = (await report()).sections.find((s) => s.heading === "Incidents by area")!;
    expect(JSON.stringify(areas)).not.toContain("727");
  });
  test("a window without incidents says so", async () => {
    const text = markdown(await report("2023-01-01", "2023-01-31"));
    expect(text).toContain("The ledger holds no incident in these days.");
  });
  test("no line stands without a citation, and every citation is used and listed", async () => {
    const made = await report();
    const used = new Set<number>();
    for (const section of made.sections)
      for (const block of section.blocks)
        if (block.kind === "list")
          for (const line of block.lines.flatMap((entry) => (isHeaded(entry) ? entry.lines : [entry]))) {
            const cites = line.flatMap((part) => (typeof part === "object" && "cite" in part ? part.cite : []));
            expect(cites.length, JSON.stringify(line)).toBeGreaterThan(0);
            for (const n of cites) used.add(n);
          }
    expect([...used].sort((a, b) => a - b)).toEqual(made.citations.map((c) => c.n));
  });
  test("the same ground gives the same report", async () => {
    expect(html(await report())).toBe(html(await report()));
  });
});

describe("nothing of a document is markup", () => {
  const hostile: Report = {
    title: "T <b>",
    subtitle: ["# not a heading"],
    sections: [
      {
        heading: "H",
        blocks: [
          {
            kind: "list",
            lines: [
              ["1. [x](javascript:alert(1)) <img src=x onerror=alert(1)> `a` *b* ", { strong: "**s**" }, { cite: [1] }],
            ],
          },
        ],
      },
    ],
    citations: [
      {
        n: 1,
        document: "d<1>" as never,
        outlet: "<script>alert(1)</script>",
        published: null,
        title: "\"'><svg onload=1>",
        url: "javascript:alert(1)",
        file: "f",
        quote: "</q><script>x</script>\n\n# h",
        claim: null,
      },
    ],
  };
  test("in HTML", () => {
    const page = html(hostile);
    expect(page).not.toMatch(/<(script|img|svg)/);
    expect(page).not.toContain('href="javascript');
  });
  test("in Markdown", () => {
    const text = markdown(hostile);
    expect(text).not.toMatch(/(?<!\\)<(script|img|svg)/);
    expect(text).not.toMatch(/^# h/m);
    expect(text).not.toContain("(javascript:alert(1)) <");
    expect(text.match(/^# /gm)).toHaveLength(1);
  });
  test.each([
    ["https://a.example/x?y=1", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ['https://a.example/"><script>', false],
  ])("link %s: %s", (url, is) => {
    expect(link(url) !== null).toBe(is);
  });
  test("escaping loses nothing but line breaks", () => {
    fc.assert(
      fc.property(fc.string(), (s) => {
        expect(escapeHtml(s)).not.toMatch(/[<>"']/);
        expect(escapeMarkdown(s)).not.toContain("\n");
      }),
    );
  });
});

test("an incident whose accounts all only announce it is told as announced", async () => {
  const planned = claim("c-9", "d1", "Forces will leave Homs.", {
    event: "withdrawal",
    stance: "planned",
    time: onDay("2024-12-06"),
    places: [place("Homs")],
  });
  const base = await ground(fakeView(), OPEN_DAYS, d("2024-12-01"), d("2024-12-08"), null);
  const text = markdown(
    sitrep({
      ...base,
      incidents: [incident("i-9", [planned])],
      claims: new Map([["c-9", planned]]),
      holdings: [],
      orders: [],
      disputes: [],
    }),
  );
  expect(text).toContain("Announced, not reported as done. Orontes Post: “Forces will leave Homs.”");
});

test("lines of one head stand under it; a line alone keeps it", () => {
  expect(
    underHeads([
      { head: "A", line: ["1"] },
      { head: "B", line: ["2"] },
      { head: "A", line: ["3"] },
    ]),
  ).toEqual([{ head: "A", lines: [["1"], ["3"]] }, [{ strong: "B." }, " ", "2"]]);
});
