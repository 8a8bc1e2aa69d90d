// Judging what changed comes to the same as judging everything, in whatever parts and order documents arrive.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Codebook, loadCodebook } from "../src/codebook/load.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import { type Claim, type Document, type Judge, type Note, type Received, sha256 } from "../src/model/index.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { receive } from "../src/pipeline/receive.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";
import { type Steps, takeIn } from "../src/pipeline/take-in.ts";
import { read } from "../src/text/read.ts";

const EXAMPLES = join(import.meta.dirname, "..", "examples");
const NOW = "2025-01-01T00:00:00Z";
let codebook: Codebook;
let received: Received[];
let folder: string;
let made = 0;
const coded = new Map<string, { claims: readonly Claim[]; notes: readonly Note[] }>();

beforeAll(async () => {
  codebook = loadCodebook();
  received = [];
  for await (const row of receive([EXAMPLES], { boilerplate: codebook.boilerplate }))
    if (row.kind === "received") received.push(row.received);
  folder = mkdtempSync(join(tmpdir(), "dateline-part-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every document is coded once, however many ledgers it is taken into. */
function codeOnce(document: Document): { claims: readonly Claim[]; notes: readonly Note[] } {
  const key = `${document.id} ${document.sha256} ${document.version}`;
  const known = coded.get(key) ?? codeDocument(document, codebook);
  coded.set(key, known);
  return known;
}
const stepsOf = (some: readonly Received[]): Steps => ({
  async *receive() {
    for (const r of some) yield { kind: "received", received: r };
  },
  read: (r) => read(r, codebook.boilerplate),
  code: codeOnce,
  hands: "test",
});

interface Ways {
  all: number;
  part: number;
}
/** Counts how often each way of judging was taken. */
const counted = (judge: Judge, ways: Ways): Judge => ({
  stamp: judge.stamp,
  all: (told) => {
    ways.all++;
    return judge.all(told);
  },
  part: (surroundings) => {
    ways.part++;
    return judge.part!(surroundings);
  },
});

async function ledgerOf(parts: readonly (readonly Received[])[], ways: Ways = { all: 0, part: 0 }): Promise<Ledger> {
  const by = judgedBy(codebook);
  const options = { ...by, judge: counted(by.judge, ways), now: () => NOW };
  const ledger = await openLedger(join(folder, `${made++}.db`), options);
  for (const part of parts) await takeIn(ledger, [], stepsOf(part), { now: () => NOW });
  return ledger;
}

/** What a ledger says, without the ids that it minted. */
async function said(ledger: Ledger) {
  const view = await ledger.view();
  const { rows } = await view.incidents({ limit: 100_000 });
  const incidents = rows.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();
  const orders = (await view.orders()).map(({ id: _, supersedes: __, ...rest }) => JSON.stringify(rest)).sort();
  const copies = (await view.documents({ limit: 100_000 })).rows.map((d) => [d.id, d.copies_of]);
  const answer = { incidents, orders, copies, holdings: await view.holdings(), relations: await view.relations() };
  await ledger.close();
  return answer;
}

/** In parts of so many, the first half at once. */
function inParts(order: readonly Received[], size: number): Received[][] {
  const parts = [order.slice(0, order.length >> 1)];
  for (let at = order.length >> 1; at < order.length; at += size) parts.push(order.slice(at, at + size));
  return parts;
}

describe("judged in parts", () => {
  test("the same as at once, whatever the parts and the order", async () => {
    const whole = await said(await ledgerOf([received]));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(received, { minLength: received.length }),
        fc.integer({ min: 3, max: 8 }),
        async (order, size) => {
          const ways = { all: 0, part: 0 };
          const parts = await said(await ledgerOf(inParts(order, size), ways));
          expect(ways.part).toBeGreaterThan(0);
          expect(parts).toEqual(whole);
        },
      ),
      { numRuns: 3, seed: 20241208 },
    );
  }, 120_000);

  test("a changed document takes its place, and one that says nothing any more leaves none", async () => {
    const chosen = received.filter((r) => /homs/i.test(r.file));
    const changed = chosen.map((r, at): Received => {
      const bytes =
        at === 0 ? new TextEncoder().encode("Nothing happened here today, and nobody said otherwise.") : r.bytes;
      return { ...r, bytes, id: r.id ?? sha256(r.bytes) };
    });
    const before = received.map((r) => (r.id === null ? { ...r, id: sha256(r.bytes) } : r));
    const revised = await ledgerOf([before, changed]);
    const after = before.map((r) => changed.find((c) => c.id === r.id) ?? r);
    const fresh = await said(await ledgerOf([after]));
    const { incidents, holdings } = await said(revised);
    const plain = (text: string): string => text.replace(/"claims":\[[^\]]*\]|c-[0-9a-f]+/g, "");
    expect(incidents.map(plain).sort()).toEqual(fresh.incidents.map(plain).sort());
    const held = (list: typeof holdings): string[] =>
      list.map((h) => [h.place.name, h.holder.name, h.from, h.to, h.state, h.basis].join(" ")).sort();
    expect(held(holdings)).toEqual(held(fresh.holdings));
  }, 60_000);

  test("without anything new, nothing is judged", async () => {
    const ways = { all: 0, part: 0 };
    const ledger = await ledgerOf([received], ways);
    const version = await ledger.version();
    await ledger.rejudge();
    expect(ways).toEqual({ all: 1, part: 0 });
    expect(await ledger.version()).toBe(version);
    await ledger.close();
  }, 60_000);

  test("a decision has only its surroundings judged anew, and comes to the same as judging everything", async () => {
    const ways = { all: 0, part: 0 };
    const ledger = await ledgerOf([received], ways);
    const view = await ledger.view();
    const { rows } = await view.claims({ event: "withdrawal", limit: 5 });
    for (const claim of rows.slice(0, 2))
      await ledger.decide({
        by: "M.",
        target: { kind: "claim", id: claim.id },
        slot: null,
        op: "reject",
        value: null,
        reason: "not a withdrawal",
      });
    expect(ways.all).toBe(1);
    const decided = await said(ledger);
    const file = join(folder, `${made - 1}.db`);
    const again = await openLedger(file, {
      ...judgedBy(codebook),
      judge: { ...judgedBy(codebook).judge, stamp: "another" },
    });
    await again.rejudge();
    expect(await said(again)).toEqual(decided);
  }, 60_000);

  test("whatever is done to it, a ledger says what judging everything would", async () => {
    const deed = fc.tuple(fc.constantFrom("ingest", "claim", "incident", "holding", "empty"), fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 14 }), async (deeds) => {
        const waiting = received.map((r) => ({ ...r, id: r.id ?? sha256(r.bytes) }));
        const there = waiting.splice(0, waiting.length - 12);
        const ledger = await ledgerOf([there]);
        const take = (some: readonly Received[]) => takeIn(ledger, [], stepsOf(some), { now: () => NOW });
        for (const [what, n] of deeds) {
          const view = await ledger.view();
          const pick = <T>(rows: readonly T[]): T => rows[n % rows.length]!;
          const decide = (kind: "claim" | "incident" | "holding", id: string) =>
            ledger.decide({ by: "M.", target: { kind, id }, slot: null, op: "reject", value: null, reason: `no ${n}` });
          if (what === "ingest" && waiting.length > 0) await take(waiting.splice(n % waiting.length, 1));
          if (what === "empty")
            await take([{ ...pick(there), bytes: new TextEncoder().encode(`Nothing of note happened, ${n} said.`) }]);
          if (what === "claim") await decide("claim", pick((await view.claims({ limit: 1000 })).rows).id);
          if (what === "incident") await decide("incident", pick((await view.incidents({ limit: 1000 })).rows).id);
          if (what === "holding") await decide("holding", pick(await view.holdings()).id);
        }
        const file = join(folder, `${made - 1}.db`);
        const inParts = await said(ledger);
        const by = judgedBy(codebook);
        const again = await openLedger(file, { ...by, judge: { ...by.judge, stamp: "another" } });
        await again.rejudge();
        expect(inParts).toEqual(await said(again));
      }),
      { numRuns: 3, seed: 8 },
    );
  }, 120_000);
});
