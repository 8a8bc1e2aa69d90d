// From any id back to the marked words; and verify, which finds what no longer stands.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explain } from "../src/ledger/explain.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import type { View } from "../src/ledger/view.ts";
import { takeIn } from "../src/pipeline/take-in.ts";
import { judgePlainly, LINES, received, stepsOf } from "./factories-ledger.ts";

let folder: string;
let ledger: Ledger;
let view: View;
const documents = [
  received("a", `Headline\n${LINES.nawa}\nLast line`, { outlet: "Levant Wire", published: "2024-12-05" }),
  received("b", LINES.nawaAgain, { outlet: "Daily Post", published: "2024-12-06" }),
  received("c:1", `${LINES.homs}\namnesty at Hama on 2024-12-09: 0 killed, by Rebels`, { published: "2024-12-09" }),
];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-explain-"));
  ledger = await openLedger(join(folder, "e.db"), { judge: judgePlainly, now: () => "2024-12-10T10:00:00Z" });
  await takeIn(ledger, [], stepsOf(documents));
  view = await ledger.view();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("explain", () => {
  test("a claim: the paragraph, its words marked, each slot with value, rule and words", async () => {
    const claim = (await view.claims({ document: "a" })).rows[0]!;
    const told = await explain(view, claim.id);
    const [open] = told.claims;
    expect(open!.passage.text).toBe(LINES.nawa);
    expect(open!.passage.start).toBe("Headline\n".length);
    expect(open!.document).toMatchObject({ id: "a", outlet: "Levant Wire", published: "2024-12-05" });
    for (const m of open!.passage.marks) {
      const words = open!.slots.find((s) => s.slot === m.slot)!.words;
      expect(words).toContain(open!.passage.text.slice(m.start, m.end));
    }
    expect(open!.slots.find((s) => s.slot === "figures.0")).toEqual({
      slot: "figures.0",
      value: "3 people killed",
      rule: "toy",
      words: ["3 killed"],
      looks_for: null,
    });
    expect(told.reasons).toContain("time by rule toy: '2024-12-05'");
    expect(told.statement).toBe("strike, asserted, as told by Observatory");
  });

  test("one slot of a claim, and one that it has not", async () => {
    const claim = (await view.claims({ document: "a" })).rows[0]!;
    const told = await explain(view, `${claim.id}:figures.0`);
    expect(told.claims[0]!.slots.map((s) => s.slot)).toEqual(["figures.0"]);
    expect(told.claims[0]!.passage.marks.length).toBe(1);
    await expect(explain(view, `${claim.id}:order.until`)).rejects.toMatchObject({ status: 404 });
  });

  test("an incident, and its figure with the claims that it rests on", async () => {
    const [incident] = (await view.incidents({ place: "Nawa" })).rows;
    const whole = await explain(view, incident!.id);
    expect(whole.claims.map((c) => c.document.id)).toEqual(["a", "b"]);
    expect(whole.reasons).toEqual(["2 origins"]);
    const killed = await explain(view, `${incident!.id}:figures.killed`);
    expect(killed.statement).toBe("people killed: low 3, best unknown, high 5");
    expect(killed.claims.flatMap((c) => c.slots.map((s) => s.words[0]))).toEqual(["3 killed", "5 killed"]);
    await expect(explain(view, `${incident!.id}:figures.money`)).rejects.toMatchObject({ status: 404 });
  });

  test("a document, a holding, an order", async () => {
    const [holding] = await view.holdings();
    const [order] = await view.orders();
    for (const id of ["c:1", holding!.id, order!.id]) {
      const told = await explain(view, id);
      expect(told.claims.length).toBeGreaterThan(0);
      expect(told.subject.id).toBe(id);
    }
    expect((await explain(view, holding!.id)).statement).toBe("Rebels controls Homs, 2024-12-07 to still");
  });

  test("one slot of a holding or an order rests on that slot of its claims; one that it has not is refused", async () => {
    const [holding] = await view.holdings();
    const [order] = await view.orders();
    const since = await explain(view, `${holding!.id}:from`);
    expect(since.slot).toBe("from");
    expect(since.claims.flatMap((c) => c.slots.map((s) => s.slot))).toEqual(["time"]);
    for (const id of [`${holding!.id}:figures`, `${order!.id}:holder`, `${order!.id}:constructor`])
      await expect(explain(view, id)).rejects.toMatchObject({ status: 404 });
  });

  test("a figure of one measure shows none of another", async () => {
    const [strike] = (await view.incidents({ place: "Nawa" })).rows;
    const claim = (await view.claims({ document: "a" })).rows[0]!;
    const injured = { ...claim.figures[0]!, measure: "injured" as const, text: "", at: [] };
    const both = { ...view, claimsById: async () => [{ ...claim, figures: [injured, ...claim.figures] }] };
    const killed = await explain(both, `${strike!.id}:figures.killed`);
    expect(killed.claims.flatMap((c) => c.slots.map((s) => s.slot))).toEqual(["figures.1"]);
  });

  test("an old id leads on; an unknown one is refused", async () => {
    const [first, second] = (await view.incidents({ event: "strike" })).rows.concat((await view.incidents()).rows);
    const claim = (await view.claims({ document: "b" })).rows[0]!;
    const target = { kind: "claim", id: claim.id } as const;
    const set = {
      by: "AB",
      target,
      op: "set",
      slot: "place",
      reason: "other town",
      at: "2024-12-10T11:00:00Z",
    } as const;
    await ledger.decide({ ...set, value: "Elsewhere" });
    const apart = (await view.incidents({ event: "strike" })).rows;
    expect(apart.length).toBe(2);
    await ledger.decide({ ...set, value: "Nawa" });
    for (const one of [...apart, first!]) expect((await explain(view, one.id)).subject.id).toBe(first!.id);
    expect(second).toBeDefined();
    for (const id of ["i-none", "c-none", "x", "c-none:time"])
      await expect(explain(view, id)).rejects.toMatchObject({ status: 404, name: "UserError" });
  });
});

describe("verify", () => {
  const broken = async (...statements: string[]) => {
    const file = new DatabaseSync(join(folder, "e.db"));
    file.exec("pragma foreign_keys = off");
    for (const s of statements) file.exec(s);
    file.close();
    return (await ledger.verify()).faults.map((f) => `${f.where}: ${f.message}`).join("\n");
  };
  test("counts, and finds nothing where nothing is wrong", async () => {
    const { checked, faults } = await ledger.verify();
    expect(faults).toEqual([]);
    expect(checked).toMatchObject({ originals: 3, documents: 3, claims: 4, incidents: 3, holdings: 1, orders: 1 });
  });
  test.each([
    [
      "a changed byte",
      `update originals set bytes = cast(replace(cast(bytes as text), '3 killed', '4 killed') as blob)`,
      /the bytes are not those/,
    ],
    ["a changed text", `update documents set text = replace(text, '3 killed', '4 killed')`, /the quote does not stand/],
    [
      "a changed quote",
      `update claims set body = replace(body, 'says Observatory', 'says Ministry')`,
      /the quote does not stand|different things/,
    ],
    [
      "a slot outside the text",
      `update claims set body = replace(body, '"at":[[', '"at":[[99')`,
      /lies outside the text/,
    ],
    ["a claim that is gone", `delete from claims where document = 'b'`, /rests on c-\w+, which is not there/],
    ["a map beyond the bytes", `update documents set map = '[{"text":[0,5],"bytes":[0,9999]}]'`, /outside the bytes/],
    [
      "an index that has lost a word",
      `insert into claims_search (claims_search) values ('delete-all')`,
      /full-text index/,
    ],
    ["a document without its original", `delete from originals`, /refers to a row of originals/],
    ["a changed date", `update documents set published = '2024-12-01'`, /not as it was read/],
    ["a changed stance", `update claims set stance = 'denied'`, /the claim and its row say different things/],
    ["a changed status", `update incidents set status = 'denied'`, /the incident and its row say different things/],
  ])("finds %s", async (_what, statement, message) => {
    expect(await broken(statement)).toMatch(message);
  });

  test("finds a decision with another reason than was given", async () => {
    const [claim] = (await view.claims()).rows;
    const target = { kind: "claim", id: claim!.id } as const;
    await ledger.decide({ by: "AB", target, op: "accept", slot: null, value: null, reason: "seen on film" });
    expect((await ledger.verify()).faults).toEqual([]);
    expect(await broken(`update decisions set reason = 'hearsay'`)).toMatch(/is not what was decided/);
  });

  test("finds a file with overwritten pages, and says so instead of breaking", async () => {
    const path = join(folder, "e.db");
    const keeping = new DatabaseSync(path);
    keeping.exec("pragma wal_checkpoint(truncate)");
    keeping.close();
    await ledger.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 4, 4096 * 20);
    writeFileSync(path, bytes);
    ledger = await openLedger(path, { judge: judgePlainly });
    const { faults } = await ledger.verify();
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((f) => f.message).join()).toMatch(/malformed|never used|btree|Tree/i);
  });
});
