// The reading of real pages and of the mission's five articles, where ../shared is at hand; skipped, with a line, where
// it is not. Nothing of those texts is copied here: only what must hold of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { loadBoilerplate } from "../src/codebook/boilerplate.ts";
import type { Document, Received } from "../src/model/index.ts";
import { passages } from "../src/text/passages.ts";
import { read } from "../src/text/read.ts";
import { scan } from "../src/text/scan.ts";

const shared = resolve(import.meta.dirname, "../../shared");
const here = existsSync(join(shared, "pages")) && existsSync(join(shared, "seeds"));
if (!here) console.log("../shared is not here: reading real pages and the five articles is not tested");
const boilerplate = loadBoilerplate(`${import.meta.dirname}/../codebook`);
const given = { outlet: null, title: null, url: null, lang: null, published: null };
const doc = (file: string, bytes: Uint8Array, form: Received["form"]): Document =>
  read({ id: file, file, bytes: new Uint8Array(bytes), form, charset: null, given }, boilerplate);

/** Counts of four-word stretches, as the exam of pages measures. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let i = 0; i + 4 <= words.length; i++) {
    const key = words.slice(i, i + 4).join(" ");
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

describe.skipIf(!here)("real pages", () => {
  const articles = here
    ? (JSON.parse(readFileSync(join(shared, "pages/articles.json"), "utf8")) as Record<string, { articleBody: string }>)
    : {};
  const pages = Object.keys(articles).sort();
  const bytesOf = (id: string): Uint8Array => gunzipSync(readFileSync(join(shared, "pages", `${id}.html.gz`)));

  test("the article within the page: at least what Readability alone reaches (0.950)", () => {
    let [precision, recall] = [0, 0];
    for (const id of pages) {
      const document = doc(id, bytesOf(id), "html");
      const body = document.parts
        .filter(({ kind }) => /body|heading|post/.test(kind))
        .map(({ span }) => document.text.slice(span[0], span[1]));
      const [said, wanted] = [shingles(body.join("\n")), shingles(articles[id]!.articleBody)];
      let hits = 0;
      for (const [key, n] of said) hits += Math.min(n, wanted.get(key) ?? 0);
      const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0) || 1;
      precision += hits / sum(said) / pages.length;
      recall += hits / sum(wanted) / pages.length;
    }
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.955);
  });

  test("every run leads to bytes that say the same", () => {
    for (const id of pages.slice(0, 30)) {
      const bytes = new Uint8Array(bytesOf(id));
      const document = doc(id, bytes, "html");
      if (document.notes.some(({ kind }) => kind === "encoding")) continue;
      for (const { text, bytes: range } of document.map.slice(0, 80)) {
        const said = scan(new TextDecoder().decode(bytes.subarray(range[0], range[1]))).nodes.map((node) => node.text);
        expect(said.join("").replace(/\s+/g, "")).toBe(document.text.slice(text[0], text[1]).replace(/\s+/g, ""));
      }
    }
  });
});

describe.skipIf(!here)("the five articles", () => {
  const seeds = here
    ? readdirSync(join(shared, "seeds"))
        .filter((f) => f.endsWith(".txt"))
        .sort()
    : [];
  const all = seeds.map((file) => doc(file, readFileSync(join(shared, "seeds", file)), "text"));
  const coded = (document: Document): string =>
    passages(document)
      .map(({ span }) => document.text.slice(span[0], span[1]))
      .join("\n");

  test("no share button, form, link or slogan is coded", () => {
    for (const document of all)
      expect(coded(document)).not.toMatch(
        /share (now|on|this)|leave a reply|read more|source link|post category|recommend for|pic\.twitter|perspectives since|and why\?|your email/i,
      );
  });
  test("only the words 'Read More »' are cut from the paragraph that they run into", () =>
    expect(coded(all[4]!)).toMatch(/^On Friday, Russia urged/m));
  test("titles, captions, posts", () => {
    expect(all.map(({ title }) => title !== null)).toEqual([false, true, true, true, true]);
    expect(all.map(({ parts }) => parts.filter(({ kind }) => kind === "caption").length)).toEqual([1, 1, 0, 0, 0]);
    expect(all[4]!.parts.filter(({ kind }) => kind === "post")).toHaveLength(2);
  });
  test("only the one that prints its date has one", () =>
    expect(all.map(({ published }) => published)).toEqual([null, "2024-12-03", null, null, null]));
  test("all five in well under a second", () => {
    const begun = performance.now();
    for (const file of seeds) passages(doc(file, readFileSync(join(shared, "seeds", file)), "text"));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
