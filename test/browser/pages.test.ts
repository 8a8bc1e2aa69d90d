// Every page at both widths, in light and dark: it says what it is for, fits its window, breaks no rule of
// accessibility, and asks nothing of any other host. SCREENSHOTS=folder keeps a picture of each.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Claim, Incident } from "../../src/model/index.ts";
import { type House, openHouse, type Scheme, wordsOf } from "./house.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.SCREENSHOTS;

let house: House;
/** Name, address, and words that must be on it. */
let pages: readonly (readonly [name: string, hash: string, says: readonly RegExp[]])[] = [];

beforeAll(async () => {
  house = await openHouse(["examples/syria-2024"]);
  const disputed = await house.ask<{ rows: Incident[] }>("incidents?status=disputed&limit=1000");
  const incident = disputed.rows.toSorted((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1))[0]!;
  const document = incident.documents[0]!;
  const { claims } = await house.ask<{ claims: Claim[] }>(`documents/${encodeURIComponent(document)}`);
  const reader = `#/document/${encodeURIComponent(document)}`;
  pages = [
    ["timeline", "#/", [/What is reported/, /incidents, told in/, /Single source/, /Day by day/]],
    ["timeline-narrowed", "#/incidents?place=Homs&background=with", [/Homs/, /Filters \(2 set\)/]],
    ["nothing", "#/incidents?from=1999-01-01&to=1999-01-02", [/No incident fits these filters/]],
    ["map", "#/map?day=2024-12-06", [/Friday 6 December 2024/, /Who holds what/, /What the signs mean/]],
    [
      "incident",
      `#/incident/${incident.id}`,
      [/Disputed/, /side by side/, /Where they disagree/, /The words it rests on/],
    ],
    ["document", reader, [/Published/, /claims? in it/, /the original bytes/]],
    ["document-claim", `${reader}?claim=${claims[0]!.id}`, [/what/, /codebook/]],
    ["arabic", `#/document/${encodeURIComponent("2024-12-05-barid-al-assi-hama-ar.txt")}`, [/not coded/, /حماة/]],
    ["claim", `#/claim/${claims[0]!.id}`, [/as one source tells it/, /What was read/]],
    ["disputes", "#/disputes", [/Where accounts disagree/, /Denied/]],
    [
      "chain",
      "#/chain?place=Homs&from=2024-12-06&to=2024-12-08",
      [/Homs, 6 to 8 December 2024/, /Friday 6 December 2024/, /denies it/, /a party to it/, /grade weak/],
    ],
    ["chain-incident", `#/chain?incident=${incident.id}`, [/about one incident/, /denied by/, /Disputed/]],
    ["chain-nowhere", "#/chain", [/Name a place/]],
    ["orders", "#/orders?at=2024-12-06", [/Orders on 6 December 2024/, /The words/]],
    ["control", "#/control?at=2024-12-08", [/Who holds what, 8 December 2024/, /On whose word/]],
    ["place", "#/control?place=Homs&at=2024-12-08", [/Who held Homs/, /Incidents there/]],
    ["search", "#/search?q=Homs", [/Search/, /documents?/i]],
    ["sources", "#/sources", [/Who says so/, /Syrian Observatory for Human Rights/]],
    ["actors", "#/actors", [/Who acts and is acted on/, /First day/]],
    ["actor", "#/actor/hts", [/Hayat Tahrir al-Sham/, /What it is to others/, /Names that documents use/]],
    ["sitrep", "#/sitrep?from=2024-12-01&to=2024-12-07", [/Situation report, 1 to 7 December 2024/, /Read the report/]],
    ["unknown", "#/nowhere", [/No such page/]],
  ];
}, 120_000);
afterAll(() => house?.close());

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"] as Scheme[])
    test(`every page at ${width} pixels, ${scheme}`, { timeout: 300_000 }, async () => {
      const visitor = await house.visitor(width, scheme);
      const { page, faults } = visitor;
      const wrong: string[] = [];
      for (const [name, hash, says] of pages) {
        await visitor.visit(hash);
        const text = await wordsOf(page.locator("body"));
        for (const words of says) if (!words.test(text)) wrong.push(`${name}: does not say ${words}`);
        const over = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
        if (over > 0) wrong.push(`${name}: is ${over} pixels wider than the window`);
        if (pictures) {
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`), fullPage: true });
        }
        await page.evaluate(axe);
        const found = (await page.evaluate("axe.run(document).then((r) => r.violations)")) as Violation[];
        for (const v of found.filter((v) => v.impact === "serious" || v.impact === "critical"))
          wrong.push(`${name}: ${v.id}: ${v.nodes[0]!.html.slice(0, 160)} ${v.nodes[0]!.failureSummary}`);
        wrong.push(...faults.splice(0).map((f) => `${name}: ${f}`));
      }
      expect(wrong).toEqual([]);
      await visitor.leave();
    });

test("a narrow window has the map and the same as lists", async () => {
  const visitor = await house.visitor(390);
  await visitor.visit("#/map?day=2024-12-06");
  const lists = visitor.page.locator(".map-lists");
  expect(await lists.locator("h2", { hasText: "Told for this day" }).isVisible()).toBe(true);
  expect(await lists.locator(".incident-row").count()).toBeGreaterThan(3);
  expect(await visitor.page.locator(".map-holders .held li").count()).toBeGreaterThan(3);
  await visitor.leave();
});

test("what is not there is said in words, with the way on", async () => {
  const visitor = await house.visitor(1280);
  await visitor.page.goto(`${house.address}#/incident/i-0000000000000000`, { waitUntil: "networkidle" });
  const told = await wordsOf(visitor.page.locator("[role=alert]"));
  expect(told).toContain("there is no incident 'i-0000000000000000'");
  await visitor.leave();
});

test("an old id leads on: to what it was joined with, or to what it was split into", async () => {
  const visitor = await house.visitor(1280);
  const { rows } = await house.ask<{ rows: Incident[] }>("incidents?limit=2");
  const whole = await house.ask<object>(`incidents/${rows[0]!.id}`);
  const answers: Record<string, object> = {
    "i-joined": { ...whole, asked: "i-joined" },
    "i-split": { id: "i-split", split_into: rows },
  };
  await visitor.page.route("**/api/v1/incidents/i-*", (route) => {
    const answer = answers[new URL(route.request().url()).pathname.split("/").at(-1)!];
    return answer ? route.fulfill({ json: answer }) : route.continue();
  });
  await visitor.visit("#/incident/i-joined");
  expect(await wordsOf(visitor.page.locator("main"))).toContain("Incident i-joined was joined with this one");
  await visitor.visit("#/incident/i-split");
  expect(await wordsOf(visitor.page.locator("main"))).toContain("is now two incidents");
  expect(await visitor.page.locator(".incident-row").count()).toBe(2);
  await visitor.leave();
});

test("the first load is small", async () => {
  const visitor = await house.visitor(1280);
  const sizes: number[] = [];
  visitor.page.on("response", async (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push((await response.body()).length);
  });
  await visitor.visit("#/");
  // Before compression; the budget is 200 kB after it.
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(200_000);
  await visitor.leave();
});
