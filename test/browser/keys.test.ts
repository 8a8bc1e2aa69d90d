// The page without a mouse: slider, timeline, map, lists, shortcuts; and that what is chosen is in the address.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, type Visitor, wordsOf } from "./house.ts";

let house: House;
let visitor: Visitor;
beforeAll(async () => {
  house = await openHouse(["examples/syria-2024"]);
  visitor = await house.visitor(1280);
}, 120_000);
afterAll(async () => {
  await visitor?.leave();
  await house?.close();
});

const hash = (): string => new URL(visitor.page.url()).hash;
const focused = async (): Promise<string> =>
  (await visitor.page.evaluate("document.activeElement.id || document.activeElement.tagName")) as string;

test("the day slider answers to the arrow keys, and the day is in the address", async () => {
  const { page } = visitor;
  await visitor.visit("#/map?day=2024-12-06");
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.focus();
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/^Friday 6 December 2024, /);
  await page.keyboard.press("ArrowRight");
  await page.getByText("Saturday 7 December 2024").first().waitFor();
  expect(hash()).toContain("day=2024-12-07");
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/^Saturday 7 December 2024, /);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Thursday 5 December 2024").first().waitFor();
  await page.keyboard.press("Home");
  await page.getByText("27 November 2024").first().waitFor();
});

test("the days can be played and paused", async () => {
  const { page } = visitor;
  await visitor.visit("#/map?day=2024-11-28");
  await page.getByRole("button", { name: "Play" }).press("Enter");
  await page.getByText("Friday 29 November 2024").first().waitFor();
  await page.getByRole("button", { name: "Pause" }).press("Enter");
  const stopped = hash();
  await page.waitForTimeout(1500);
  expect(hash()).toBe(stopped);
});

test("the timeline is read out incident by incident, and Enter opens one", async () => {
  const { page } = visitor;
  await visitor.visit("#/");
  const canvas = page.locator(".chart canvas");
  const readout = page.locator("#timeline-readout");
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  const first = await wordsOf(readout);
  expect(first).toMatch(/^(Corroborated|Single source|Disputed|Denied)\. /);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => wordsOf(readout)).not.toBe(first);
  await page.keyboard.press("+");
  await expect.poll(hash).toContain("seen=");
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  await page.getByText("The words it rests on").waitFor();
  expect(hash()).toMatch(/^#\/incident\/i-/);
  await page.goBack();
  await page.getByText("Day by day").waitFor();
});

test("the map is stepped through from place to place, and Enter leads to what is told there", async () => {
  const { page } = visitor;
  await visitor.visit("#/map?day=2024-12-06");
  const canvas = page.locator(".chart canvas");
  await canvas.focus();
  await page.keyboard.press("n");
  await expect.poll(hash).toContain("spot=");
  const first = await wordsOf(page.locator("#map-readout"));
  await page.keyboard.press("n");
  await expect.poll(() => wordsOf(page.locator("#map-readout"))).not.toBe(first);
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("spot-title");
  await canvas.focus();
  await page.keyboard.press("+");
  await expect.poll(hash).toContain("sight=");
  await page.keyboard.press("0");
  await expect.poll(hash).not.toContain("sight=");
  // The same can be reached as links.
  await page.locator(".held a").first().press("Enter");
  await page.getByText(/^Who held /).waitFor();
});

test("'?' shows the keys, Escape puts them away, and single keys can be switched off", async () => {
  const { page } = visitor;
  await visitor.visit("#/");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("/");
  expect(await focused()).toBe("search-words");
  await page.keyboard.type("Homs?");
  expect(await sheet.isVisible()).toBe(false);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Search" }).waitFor();
  await page.locator("main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.getByRole("heading", { name: /^Orders on/ }).waitFor();
  await page.keyboard.press("?");
  await sheet.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("?");
  expect(await sheet.isVisible()).toBe(false);
  await page.evaluate("localStorage.clear()");
});

test("j goes down the list and Enter opens the row; the skip link leads past the head", async () => {
  const { page } = visitor;
  await visitor.visit("#/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("main");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.getByText("The words it rests on").waitFor();
});

test("a filter is in the address, and the address is the filter", async () => {
  const { page } = visitor;
  await visitor.visit("#/");
  await page.locator(".filters > summary").press("Enter");
  await page.getByRole("combobox", { name: /^Status/ }).selectOption("disputed");
  await expect.poll(hash).toContain("status=disputed");
  await expect.poll(() => page.locator(".day .status").allInnerTexts()).not.toContain("Single source");
  await visitor.visit("#/incidents?status=disputed");
  expect(new Set(await page.locator(".day .status").allInnerTexts())).toEqual(new Set(["Disputed"]));
});

test("what is known by a day goes along from page to page, and every page says so", async () => {
  const { page } = visitor;
  await visitor.visit("#/incidents?known_by=2024-12-03");
  await page.getByText("Only what had been published by 3 December 2024").waitFor();
  await page.getByRole("link", { name: "Disputes" }).click();
  await page.getByText("Where accounts disagree").waitFor();
  expect(hash()).toContain("known_by=2024-12-03");
  await page.getByText("Show all that is known now").click();
  await expect.poll(hash).not.toContain("known_by");
});

test("dark or light can be chosen against the system, and is kept", async () => {
  const { page } = visitor;
  await visitor.visit("#/");
  const ground = (): Promise<unknown> => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const light = await ground();
  await page.getByLabel("Light or dark").selectOption("dark");
  await expect.poll(ground).not.toBe(light);
  const night = await ground();
  await visitor.visit("#/disputes");
  expect(await ground()).toBe(night);
  await page.getByLabel("Light or dark").selectOption("auto");
  await expect.poll(ground).toBe(light);
});

test("nothing went wrong on the way", () => {
  expect(visitor.faults).toEqual([]);
});
