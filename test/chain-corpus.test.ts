// The story of Homs, 6 to 8 December, out of the example corpus, as the command tells it; and which documents copy which.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Explanation } from "../src/ledger/explain.ts";
import type { LineageLink } from "../src/ledger/lineage.ts";
import type { Document } from "../src/model/index.ts";
import type { ChainRow } from "../src/serve/chain-rows.ts";
import { dateline, root } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-chain-"));
const ledger = join(folder, "war.db");
const ask = (...args: string[]) => dateline([...args, "--ledger", ledger]);
const HOMS = ["chain", "--place", "Homs", "--from", "2024-12-06", "--to", "2024-12-08"];
const rowsOf = async (...args: string[]): Promise<readonly ChainRow[]> =>
  (JSON.parse((await ask(...args)).out) as { rows: ChainRow[] }).rows;

let story: readonly ChainRow[];
beforeAll(async () => {
  const ended = await ask("ingest", join(root, "examples/syria-2024"));
  expect(ended.err).toBe("");
  story = await rowsOf(...HOMS);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withdrawal = () => story.filter((r) => r.claim.event === "withdrawal" && r.claim.time?.start === "2024-12-06");

describe("the chain of Homs", () => {
  test("the Observatory says it, the ministry denies it and is a party, the copies copy, the city falls", () => {
    const [first] = withdrawal();
    expect(first).toMatchObject({
      origin: "Syrian Observatory for Human Rights",
      party: false,
      claim: { stance: "asserted" },
    });
    const denial = withdrawal().find((r) => r.claim.stance === "denied")!;
    expect(denial).toMatchObject({ origin: "Syrian defence ministry", party: true });
    expect(denial.links).toContainEqual(
      expect.objectContaining({ kind: "denies", row: first!.row, claim: first!.claim.id }),
    );
    const copies = withdrawal().filter((r) => r.links.some((l) => l.kind === "copies"));
    expect(new Set(copies.map((r) => r.document.outlet))).toEqual(new Set(["Orontes Post", "The Meridian Courier"]));
    const verdict = withdrawal().at(-1)!.verdict!;
    expect(verdict.incident).toMatchObject({ status: "disputed", independent_sources: 1 });
    expect(verdict.rows).toEqual(withdrawal().map((r) => r.row));
    const fall = story.find((r) => r.claim.event === "territory_captured");
    expect(fall!.row).toBeGreaterThan(denial.row);
  });
  test("every row is of Homs or within it, of those days, and its quote stands in its document", async () => {
    expect(story.length).toBeGreaterThan(9);
    for (const { claim, document } of story) {
      expect(claim.places.some((p) => p.id === "sy-homs" || p.within_ids.includes("sy-homs" as never))).toBe(true);
      expect(claim.time!.start <= "2024-12-08" && claim.time!.end >= "2024-12-06").toBe(true);
      const whole = JSON.parse((await ask("document", document.id)).out) as Document;
      expect(whole.text.slice(claim.start, claim.end)).toBe(claim.quote);
    }
    expect(story.flatMap((r) => r.claim.places.map((p) => p.name))).not.toContain("Rastan");
  });
  test("as known on the 6th the chain ends with the denial", async () => {
    const known = await rowsOf(...HOMS, "--known-by", "2024-12-06");
    expect(known.length).toBeGreaterThan(0);
    expect(known.every((r) => r.told!.at.startsWith("2024-12-06"))).toBe(true);
    expect(known.some((r) => r.claim.event === "territory_captured")).toBe(false);
    expect(await rowsOf(...HOMS, "--known-by", "2024-12-05")).toEqual([]);
  });
  test("of one incident it holds every claim, and no other's", async () => {
    const { incident } = withdrawal().at(-1)!.verdict!;
    const own = await rowsOf("chain", "--incident", incident.id);
    expect(own.map((r) => r.claim.id).sort()).toEqual([...incident.claims].sort());
    expect(await rowsOf("chain", "--incident", incident.id, "--place", "Hama")).toEqual([]);
  });
  test("in pages it numbers on, and each row a line says the same", async () => {
    const page = JSON.parse((await ask(...HOMS, "--limit", "2")).out) as {
      rows: ChainRow[];
      total: number;
      next: string;
    };
    expect([page.rows.length, page.total]).toEqual([2, story.length]);
    const rest = JSON.parse((await ask(...HOMS, "--limit", "2", "--cursor", page.next)).out) as { rows: ChainRow[] };
    expect(rest.rows[0]).toEqual(story[2]);
    const lines = (await ask(...HOMS, "--format", "ndjson")).out.trim().split("\n");
    expect(lines.map((l) => JSON.parse(l) as ChainRow)).toEqual(story);
    expect((await ask(...HOMS, "--format", "csv")).out).toMatch(/^row,told,by,source,origin,party,stance,event,/);
  });
  test("without a place or an incident it is refused", async () => {
    const ended = await ask("chain", "--from", "2024-12-06");
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining("a chain is of one place or of one incident")]);
  });
});

describe("on a terminal", () => {
  test("it fits the width and points at rows", async () => {
    const { out } = await ask(...HOMS, "--format", "table");
    const lines = out.split("\n");
    expect(Math.max(...lines.map((l) => [...l].length))).toBeLessThanOrEqual(120);
    expect(out).toMatch(/^Friday 6 December 2024$/m);
    expect(out).toMatch(/Syrian defence ministry \(party\).* denies .*denies 1/);
    expect(out).toMatch(/= 1, 2, .*disputed, one independent source \(Syrian Observatory for Human Rights\)/);
    expect((await ask("chain", "--place", "Atlantis", "--format", "table")).out).toBe("(none)\n");
  });
  test("README's lines are what comes out", async () => {
    const { out } = await ask(...HOMS, "--format", "table");
    const shown = /```text\n(#[\s\S]+?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))![1]!;
    let at = 0;
    for (const piece of shown.split("…\n").filter(Boolean)) {
      const found = out.indexOf(piece, at);
      expect(found, piece).toBeGreaterThanOrEqual(at);
      at = found + piece.length;
    }
  });
});

describe("lineage", () => {
  const wire = "2024-12-06-levant-wire-homs-withdrawal.txt";
  const copy = "2024-12-06-orontes-post-homs-withdrawal.html";
  const said = (links: readonly LineageLink[]): string[] =>
    links.map((l) => `${l.document.id} ${l.kind} ${l.agency ?? l.of?.id}`).sort();
  test("a wire story tells who copies it, a copy what it copies and credits", async () => {
    const original = JSON.parse((await ask("document", wire)).out) as { lineage: LineageLink[] };
    expect(said(original.lineage)).toContain(`${copy} copies ${wire}`);
    expect(said(original.lineage).some((l) => l.startsWith(wire))).toBe(false);
    const copied = JSON.parse((await ask("document", copy)).out) as { lineage: LineageLink[] };
    expect(said(copied.lineage)).toEqual([`${copy} copies ${wire}`, `${copy} credits levant-wire`]);
  });
  test("explain tells it of a document and among an incident's; where nothing is copied it is empty", async () => {
    const { id } = withdrawal().at(-1)!.verdict!.incident;
    const of = async (asked: string) => JSON.parse((await ask("explain", asked)).out) as Explanation;
    expect(said((await of(id)).lineage).filter((l) => l.includes(" copies "))).toHaveLength(2);
    expect((await ask("explain", copy, "--format", "table")).out).toMatch(
      /Orontes Post, 2024-12-06 .* copies Levant Wire/,
    );
    expect((await of("2024-12-12-northern-star-displaced.txt")).lineage).toEqual([]);
  });
});
