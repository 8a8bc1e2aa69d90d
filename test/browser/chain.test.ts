// The chain of claims in the browser: reached from where a reader stands, linked row to row, cut at a day, and open to the
// words. That it fits its window and can be read by everybody is tested with all pages (pages.test.ts).
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Incident } from "../../src/model/index.ts";
import { type House, openHouse, type Visitor, wordsOf } from "./house.ts";

let house: House;
let visitor: Visitor;
const HOMS = "#/chain?place=Homs&from=2024-12-06&to=2024-12-08";
beforeAll(async () => {
  house = await openHouse(["examples/syria-2024"]);
  visitor = await house.visitor(1440);
}, 120_000);
afterAll(async () => {
  await visitor?.leave();
  await house?.close();
});
const hash = (): string => new URL(visitor.page.url()).hash;

test("the story of Homs: the claim, its denial, the fall; no other town and no other day", async () => {
  await visitor.visit(HOMS);
  const text = await wordsOf(visitor.page.locator("main"));
  for (const words of ["pulled out of the city of Homs", "denied within the hour", "captured Homs"])
    expect(text).toContain(words);
  for (const words of ["Rastan", "Deir", "9 December"]) expect(text).not.toContain(words);
  const days = await visitor.page.locator(".chain-day").allInnerTexts();
  expect(days).toEqual(["Friday 6 December 2024", "Saturday 7 December 2024", "Sunday 8 December 2024"]);
  const x = async (side: string) => (await visitor.page.locator(`.side-${side} .told-card`).first().boundingBox())!.x;
  expect(await x("denied")).toBeGreaterThan((await x("asserted")) + 300);
});

test("a denial leads to what it denies and back, and the address then names the row", async () => {
  const { page } = visitor;
  await visitor.visit(HOMS);
  const denial = page.locator(".side-denied").first();
  await denial.locator(".answer-denies .row-number").first().press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("row-1");
  expect(hash()).toContain("claim=c-");
  await page.locator("#row-1 .answer-denies .row-number").first().press("Enter");
  expect(await page.evaluate("document.activeElement.className")).toContain("side-denied");
  const sent = hash();
  await visitor.visit(sent);
  expect(await page.locator(".link-chosen.side-denied").count()).toBe(1);
});

test("a row opens its passage in the document; j goes from row to row", async () => {
  const { page } = visitor;
  await visitor.visit(HOMS);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".document-text .chosen").first().waitFor();
  expect(hash()).toMatch(/^#\/document\/.*claim=c-/);
  expect(await wordsOf(page.locator(".facts"))).toMatch(/Copied by\s+The Meridian Courier/);
});

test("what had been published by the 6th ends with the denial; a place is asked for in the form", async () => {
  const { page } = visitor;
  await visitor.visit(`${HOMS}&known_by=2024-12-06`);
  expect(await page.locator(".chain-day").allInnerTexts()).toEqual(["Friday 6 December 2024"]);
  expect(await wordsOf(page.locator("main"))).not.toContain("captured Homs");
  await visitor.visit("#/chain");
  await page.getByLabel("Place").fill("Homs");
  await page.getByLabel("Happened from").fill("2024-12-08");
  await page.getByRole("button", { name: "Show" }).click();
  await page.locator(".chain-day").first().waitFor();
  expect(hash()).toBe("#/chain?place=Homs&from=2024-12-08");
});

test("it is reached from the place, from a dispute and from an incident", async () => {
  const { page } = visitor;
  const disputed = await house.ask<{ rows: Incident[] }>("incidents?status=disputed&place=Homs&limit=1");
  const ways: readonly (readonly [string, string])[] = [
    ["#/control?place=Homs&at=2024-12-08", "Claims and denials, 6 to 8 December 2024"],
    ["#/disputes?place=Homs", "Who said what, and when"],
    [`#/incident/${disputed.rows[0]!.id}`, "The same as a chain"],
  ];
  for (const [from, words] of ways) {
    await visitor.visit(from);
    await page.getByRole("link", { name: words }).first().click();
    await page.locator(".links .side-denied").first().waitFor();
    expect(hash()).toMatch(/^#\/chain\?/);
  }
  expect(visitor.faults).toEqual([]);
});
