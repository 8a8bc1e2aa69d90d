// Documents that try to run something in the reader's page: as text, as HTML, in a title, an outlet and an address.
// Nothing may run, nothing may be fetched, and what was in the text must be there to read, as text.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRow } from "../../src/ledger/view.ts";
import { type House, openHouse, type Visitor, wordsOf } from "./house.ts";

const RUN = "window.ranFromDocument=(window.ranFromDocument||0)+1";
const SCRIPT = `<script>${RUN}</script>`;
const IMAGE = `<img src="/api/v1/incidents?x" onerror="${RUN}" onload="${RUN}">`;
const LINK = `<a href="javascript:${RUN}" onclick="${RUN}">read</a><svg onload="${RUN}"></svg><iframe src="javascript:${RUN}"></iframe>`;
const HAPPENED =
  "Soldiers withdrew from the city of Homs on Friday, the Syrian Observatory for Human Rights said. Two civilians were killed in an air strike on Rastan.";

const files = {
  "plain.txt": `BEIRUT, Dec 6 2024 - ${HAPPENED}\n\nThe ministry's statement read ${SCRIPT} and ${IMAGE} and ${LINK}.\n`,
  "page.html": `<!doctype html><html><head><title>Troops leave Homs ${SCRIPT.replaceAll("<", "&lt;")}</title><meta property="article:published_time" content="2024-12-06"></head><body><article><h1>Troops leave Homs</h1>${SCRIPT}${IMAGE}${LINK}<p onmouseover="${RUN}">${HAPPENED}</p><p>It read: ${SCRIPT.replaceAll("<", "&lt;")} and ${IMAGE.replaceAll("<", "&lt;")}.</p></article></body></html>`,
  "rows.ndjson": `${JSON.stringify({
    id: `row"><script>${RUN}</script>`,
    text: `${HAPPENED} ${SCRIPT}${IMAGE}`,
    title: `Homs ${SCRIPT}${IMAGE}`,
    outlet: `Wire ${IMAGE}`,
    url: `javascript:${RUN}`,
    published: "2024-12-06",
  })}\n`,
};

let house: House;
let visitor: Visitor;
beforeAll(async () => {
  house = await openHouse([], files);
  visitor = await house.visitor(1280);
}, 120_000);
afterAll(async () => {
  await visitor?.leave();
  await house?.close();
});

const ran = (): Promise<unknown> => visitor.page.evaluate("window.ranFromDocument ?? null");

test("a document's markup is shown as text and never runs", async () => {
  const { page } = visitor;
  const { rows } = await house.ask<{ rows: DocumentRow[] }>("documents?limit=100");
  expect(rows.length).toBe(3);
  for (const document of rows) {
    await visitor.visit(`#/document/${encodeURIComponent(document.id)}`);
    expect(await ran(), document.id).toBeNull();
    const text = page.locator(".document-text");
    expect(await wordsOf(text), document.id).toContain("<script>");
    for (const forbidden of ["script", "img", "iframe", "svg", "a", "[onerror]", "[onload]", "[onmouseover]"])
      expect(await text.locator(forbidden).count(), `${document.id}: ${forbidden}`).toBe(0);
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    const marks = page.locator(".claimed");
    if ((await marks.count()) > 0) await marks.first().click();
    await page.locator(".document-text").hover();
    expect(await ran(), document.id).toBeNull();
  }
});

test("nor on any other page that shows its words", async () => {
  const { rows } = await house.ask<{ rows: { id: string }[] }>("incidents?limit=100");
  expect(rows.length).toBeGreaterThan(0);
  const pages = ["#/", "#/map", "#/disputes", "#/control", "#/orders?at=2024-12-06", "#/sources", "#/search?q=script"];
  for (const hash of [...pages, ...rows.map((i) => `#/incident/${i.id}`), `#/search?q=${encodeURIComponent(IMAGE)}`]) {
    await visitor.visit(hash);
    expect(await ran(), hash).toBeNull();
    expect(await visitor.page.locator("main img, main iframe, main script").count(), hash).toBe(0);
  }
});

test("the original bytes are handed out as a file, not as a page", async () => {
  const { rows } = await house.ask<{ rows: DocumentRow[] }>("documents?limit=100");
  const page = rows.find((d) => d.file.endsWith("page.html"))!;
  const response = await fetch(`${house.address}api/v1/documents/${encodeURIComponent(page.id)}/original`);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await response.text()).toBe(files["page.html"]);
});

test("and nothing was fetched or complained of on the way", () => {
  expect(visitor.faults).toEqual([]);
});
