// What the ledger answers: filters, pages, search, summaries, and the two clocks.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import type { Filter, View } from "../src/ledger/view.ts";
import { matchOf } from "../src/ledger/words.ts";
import { takeIn } from "../src/pipeline/take-in.ts";
import { judgePlainly, LINES, received, stepsOf } from "./factories-ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-view-"));
let ledger: Ledger;
let view: View;
let clock = "2024-12-06T10:00:00.000Z";
const take = (...documents: ReturnType<typeof received>[]) =>
  takeIn(ledger, [], stepsOf(documents), { now: () => clock });

const reports = [
  received("a", LINES.nawa, { outlet: "Levant Wire", published: "2024-12-05" }),
  received("b", LINES.nawaAgain, { outlet: "Daily Póst", published: "2024-12-06" }),
  received("c", `${LINES.homs}\n${LINES.undated}`, { outlet: "Levant Wire", published: "2024-12-08T06:00:00+03:00" }),
  received("d", LINES.denied, { outlet: "Daily Póst", published: null, title: "Ministère: nothing happened" }),
  received("e", "amnesty at Ḥamāh in Hama on 2024-12-09: 0 killed, by Rebels", {
    outlet: null,
    published: "2024-12-09",
  }),
];

beforeAll(async () => {
  const names = { places: (name: string) => (name === "Emesa" ? ["p-homs"] : []), actors: () => [] };
  ledger = await openLedger(join(folder, "v.db"), { judge: judgePlainly, now: () => clock, names });
  await take(...reports.slice(0, 3));
  clock = "2024-12-10T10:00:00.000Z";
  await take(...reports.slice(3));
  view = await ledger.view();
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("filters", () => {
  const rows: readonly [Filter, claims: number, incidents: number, documents: number][] = [
    [{}, 6, 4, 5],
    [{ place: "Nawa" }, 3, 1, 3],
    [{ place: "nawá" }, 3, 1, 3],
    [{ place: "p-nawa" }, 3, 1, 3],
    [{ place: "Daraa" }, 3, 1, 3],
    [{ place: "p-daraa-province" }, 3, 1, 3],
    [{ place: "hamah" }, 1, 1, 1],
    [{ place: "Syria" }, 6, 4, 5],
    [{ place: "Emesa" }, 1, 1, 1],
    [{ place: "Damascus" }, 0, 0, 0],
    [{ actor: "army" }, 1, 0, 1],
    [{ actor: "rebels’s forces" }, 2, 2, 2],
    [{ actor: "nobody" }, 0, 0, 0],
    [{ source: "OBSERVATORY" }, 2, 2, 2],
    [{ source: "daily post" }, 1, 1, 1],
    [{ outlet: "daily post" }, 2, 1, 2],
    [{ document: "c" }, 2, 2, 1],
    [{ event: "strike" }, 4, 2, 4],
    [{ event: "nothing" }, 0, 0, 0],
    [{ stance: "denied" }, 1, 1, 1],
    [{ status: "disputed" }, 3, 1, 3],
    [{ background: true }, 0, 0, 0],
    [{ tally: false }, 6, 4, 5],
    [{ q: "capture" }, 1, 1, 1],
    [{ q: "hamah" }, 1, 1, 1],
    [{ q: "" }, 0, 0, 0],
    [{ place: "Daraa", stance: "asserted", outlet: "Levant Wire" }, 1, 1, 1],
  ];
  test.each(rows)("%o", async (filter, claims, incidents, documents) => {
    const found = [await view.claims(filter), await view.incidents(filter), await view.documents(filter)];
    expect(found.map((p) => p.total)).toEqual([claims, incidents, documents]);
    expect(found.map((p) => p.rows.length)).toEqual([claims, incidents, documents]);
  });

  test.each([
    [{ from: "2024-12-06" }, 2],
    [{ to: "2024-12-05" }, 3],
    [{ at: "2024-12-07" }, 1],
    [{ from: "2024-12-06", to: "2024-12-06" }, 0],
    [{ at: "2024-12-05", from: "2024-12-01" }, 3],
  ] as const)("by day %o; what has no day is left out", async (filter, claims) => {
    expect((await view.claims(filter)).total).toBe(claims);
  });

  test("documents by day of publication", async () => {
    const found = await view.documents({ from: "2024-12-06", to: "2024-12-08" });
    expect(found.rows.map((d) => d.id)).toEqual(["b", "c"]);
    expect(found.rows[1]).toMatchObject({ claims: 2, length: LINES.homs.length + 1 + LINES.undated.length });
    expect(found.rows[1]).not.toHaveProperty("text");
  });

  test("a day that is none is refused by name", async () => {
    await expect(view.claims({ from: "yesterday" })).rejects.toMatchObject({ field: "from", name: "UserError" });
  });
});

describe("pages", () => {
  test.each(["claims", "incidents", "documents"] as const)(
    "%s a page at a time are the same as all at once",
    async (list) => {
      const whole = (await view[list]()).rows.map((r) => r.id as string);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await view[list]({ limit: 2, ...(cursor ? { cursor } : {}) });
        expect(page.total).toBe(whole.length);
        expect(page.rows.length).toBeLessThanOrEqual(2);
        found.push(...page.rows.map((r) => r.id as string));
        cursor = page.next ?? undefined;
        if (cursor) expect(cursor).toMatch(/^[\w-]+$/);
      } while (cursor);
      expect(found).toEqual(whole);
    },
  );

  test("a cursor of another list, or none at all, is refused", async () => {
    const { next } = await view.claims({ limit: 1 });
    await expect(view.documents({ cursor: next! })).rejects.toMatchObject({ field: "cursor" });
    await expect(view.claims({ cursor: "!!" })).rejects.toMatchObject({ field: "cursor" });
  });
});

describe("search", () => {
  test("finds without diacritics, and says where", async () => {
    const hits = await view.search("hamah");
    expect(hits.map((h) => [h.kind, h.document])).toEqual([
      ["document", "e"],
      ["claim", "e"],
    ]);
    const { text } = (await view.document("e"))!;
    expect(text.slice(hits[0]!.start, hits[0]!.end)).toBe("Ḥamāh");
    expect(hits[1]!.snippet).toBe(text.slice(hits[1]!.start, hits[1]!.end));
  });
  test("a word that only the title holds is found at the document's head", async () => {
    expect(await view.search("ministere")).toMatchObject([{ kind: "document", id: "d", start: 0, end: 0 }]);
  });
  test.each([
    ["strike nawa", '"strike" AND "nawa"'],
    ['"strike at" nawa', '"strike at" AND "nawa"'],
    ["naw* -homs", '("naw"*) NOT ("homs")'],
    ["a AND (b", '"a" AND "AND" AND "b"'],
    ["Dar'a", '"Dar\'a"'],
    ['"', null],
    ["-homs", null],
    ["***", null],
  ])("%s", async (q, match) => {
    expect(matchOf(q)).toBe(match);
    await view.search(q);
  });
  test("a limit holds for both together", async () => {
    expect((await view.search("strike", 3)).map((h) => h.kind)).toEqual(["document", "document", "claim"]);
    expect((await view.search("strike")).length).toBeGreaterThan(3);
  });
});

describe("summaries", () => {
  test("actors", async () => {
    expect(await view.actors()).toEqual([
      { id: "rebels", name: "Rebels", claims: 2, incidents: 2, first: "2024-12-07", last: "2024-12-09" },
      { id: "army", name: "Army", claims: 1, incidents: 1, first: "2024-12-05", last: "2024-12-05" },
    ]);
    expect((await view.actors({ place: "Daraa" })).map((a) => a.name)).toEqual(["Army"]);
  });
  test("places, with who holds them", async () => {
    const places = await view.places();
    expect(places[0]).toMatchObject({
      id: "p-nawa",
      claims: 3,
      incidents: 1,
      within: ["Daraa", "Syria"],
      holder: null,
    });
    expect(places.find((p) => p.name === "Homs")?.holder).toBe("Rebels");
    expect((await view.places({ at: "2024-12-07" })).map((p) => [p.name, p.holder])).toEqual([["Homs", "Rebels"]]);
  });
  test("sources, with the outlet's own voice", async () => {
    expect((await view.sources()).map((s) => [s.name, s.kind, s.claims, s.denied, s.outlets])).toEqual([
      ["Observatory", "monitor", 2, 1, ["Levant Wire"]],
      ["Daily Póst", "outlet", 1, 1, ["Daily Póst"]],
      ["Levant Wire", "outlet", 1, 0, ["Levant Wire"]],
      ["Ministry", "monitor", 1, 0, ["Daily Póst"]],
    ]);
  });
  test("holdings and orders by place, party and day", async () => {
    expect((await view.holdings({ place: "Syria", at: "2025-01-01" })).map((h) => h.place.name)).toEqual(["Homs"]);
    for (const none of [{ place: "Nawa" }, { at: "2024-12-06" }, { actor: "Army" }])
      expect(await view.holdings(none)).toEqual([]);
    const [order] = await view.orders({ place: "Hama", at: "2025-01-01" });
    expect(order?.kind).toBe("amnesty");
    expect(await view.order(order!.id)).toEqual(order);
    expect(await view.orders({ at: "2024-12-08" })).toEqual([]);
  });
  test("disputes set assertions beside denials", async () => {
    const [row, ...more] = await view.disputes({ place: "Daraa" });
    expect(more).toEqual([]);
    expect(row?.sides.map((s) => [s.value, s.claims.length])).toEqual([
      ["asserted", 2],
      ["denied", 1],
    ]);
    expect((await view.relations(row!.sides[0]!.claims.map((c) => c.id))).length).toBe(2);
  });
});

describe("the clocks", () => {
  test("known by: what had been published; what has no date counts from its retrieval", async () => {
    const ids = async (known_by: string) =>
      (await (await ledger.view({ known_by })).documents()).rows.map((d) => d.id as string).sort();
    expect(await ids("2024-12-04")).toEqual([]);
    expect(await ids("2024-12-05")).toEqual(["a"]);
    expect(await ids("2024-12-08")).toEqual(["a", "b", "c"]);
    expect(await ids("2024-12-08T02:59:59Z")).toEqual(["a", "b"]);
    expect(await ids("2024-12-08T03:00:00Z")).toEqual(["a", "b", "c"]);
    expect(await ids("2024-12-10")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("an earlier day judges what was there, under the same ids", async () => {
    const then = await ledger.view({ known_by: "2024-12-05" });
    const [early] = (await then.incidents()).rows;
    expect(early).toMatchObject({ status: "single-source", figures: [{ low: 3, high: 3 }] });
    const [now] = (await view.incidents({ place: "Nawa" })).rows;
    expect(now).toMatchObject({ status: "disputed", figures: [{ low: 0, high: 5 }] });
    expect(early?.id).toBe(now?.id);
    expect(await then.original("a")).toEqual(reports[0]!.bytes);
    expect(await then.original("b")).toBeNull();
    expect((await then.search("strike")).length).toBe(2);
    expect((await then.claims({ place: "Daraa" })).total).toBe(1);
  });

  test("recorded by: what this ledger said then", async () => {
    const then = await ledger.view({ recorded_by: "2024-12-09" });
    expect((await then.documents()).rows.map((d) => d.id)).toEqual(["a", "b", "c"]);
    expect((await then.incidents({ place: "Nawa" })).rows[0]?.status).toBe("corroborated");
    expect((await then.changes("0")).every((c) => c.at < "2024-12-09")).toBe(true);
    const both = await ledger.view({ recorded_by: "2024-12-09", known_by: "2024-12-05" });
    expect((await both.documents()).total).toBe(1);
    await expect(ledger.view({ known_by: "soon" })).rejects.toMatchObject({ field: "known_by" });
  });

  test("changes since a version, a day, an instant", async () => {
    const whole = await view.changes("0");
    expect(whole.map((c) => c.change)).toContain("minted");
    const later = await view.changes("2024-12-10");
    expect(later.length).toBeLessThan(whole.length);
    expect(later).toEqual(await view.changes("2024-12-10T13:00:00+03:00"));
    expect(later.find((c) => c.change === "revised")?.summary).toMatch(/status: corroborated -> disputed/);
    expect(await view.changes(String(await ledger.version()))).toEqual([]);
    await expect(view.changes("lately")).rejects.toMatchObject({ field: "since" });
  });

  test("a version that was replaced is what was known before", async () => {
    const other = await openLedger(":memory:", { judge: judgePlainly, now: () => clock });
    const one = (text: string, published: string) => stepsOf([received("x", text, { published })]);
    clock = "2024-12-06T10:00:00.000Z";
    await takeIn(other, [], one(LINES.nawa, "2024-12-05"), { now: () => clock });
    clock = "2024-12-08T10:00:00.000Z";
    await takeIn(other, [], one(LINES.nawa.replace("3 killed", "7 killed"), "2024-12-07"), { now: () => clock });
    const killed = async (as: { known_by?: string; recorded_by?: string }) =>
      (await (await other.view(as)).incidents()).rows.map((i) => i.figures[0]?.high);
    expect(await killed({})).toEqual([7]);
    expect(await killed({ known_by: "2024-12-06" })).toEqual([3]);
    expect(await killed({ recorded_by: "2024-12-07" })).toEqual([3]);
    expect(await killed({ recorded_by: "2024-12-05" })).toEqual([]);
    await other.close();
  });
});
