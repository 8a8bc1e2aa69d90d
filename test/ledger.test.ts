// What goes into the ledger stays, whole and once: idempotence, versions, transactions, decisions, ids that lead on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import { type Claim, type Received, UserError } from "../src/model/index.ts";
import { takeIn } from "../src/pipeline/take-in.ts";
import { bytesOf, codePlainly, id, judgePlainly, LINES, readPlainly, received, stepsOf } from "./factories-ledger.ts";

let folder: string;
let clock: string;
let ledger: Ledger;
const open = (name = "a.db") => openLedger(join(folder, name), { judge: judgePlainly, now: () => clock });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-ledger-"));
  clock = "2024-12-10T10:00:00.000Z";
  ledger = await open();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (documents: readonly Received[], codebook = "1") =>
  takeIn(ledger, [], stepsOf(documents, codebook), { now: () => clock });
const two = [
  received("one", LINES.nawa, { outlet: "Levant Wire", published: "2024-12-05" }),
  received("two", `${LINES.nawaAgain}\n${LINES.homs}`, { outlet: "Daily Post", published: "2024-12-08" }),
];
const all = async () => {
  const view = await ledger.view();
  return {
    documents: (await view.documents()).rows,
    claims: (await view.claims()).rows,
    incidents: (await view.incidents()).rows,
  };
};

describe("taking in", () => {
  test("the same once more changes nothing, not even the ledger's version", async () => {
    expect(await take(two)).toMatchObject({ documents: 2, new: 2, unchanged: 0, claims: 3, refused: [] });
    const before = await all();
    const version = await ledger.version();
    clock = "2024-12-11T10:00:00.000Z";
    expect(await take(two)).toMatchObject({ documents: 2, new: 0, unchanged: 2 });
    expect(await takeIn(ledger, [], stepsOf(two), { now: () => clock, again: true })).toMatchObject({ unchanged: 2 });
    expect(await all()).toEqual(before);
    expect(await ledger.version()).toBe(version);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test("the order of arrival makes no difference", async () => {
    await take(two);
    const there = await all();
    await ledger.close();
    ledger = await open("b.db");
    await take([...two].reverse());
    expect(await all()).toEqual(there);
  });

  test("changed bytes are a new version; the old one and its claims are kept, but no longer judged", async () => {
    await take(two);
    const [old] = (await all()).claims;
    clock = "2024-12-11T10:00:00.000Z";
    const corrected = received("one", LINES.nawa.replace("3 killed", "4 killed"), { outlet: "Levant Wire" });
    expect(await take([corrected])).toMatchObject({ revised: 1, new: 0 });
    const view = await ledger.view();
    expect((await view.document("one"))?.version).toBe(2);
    expect((await view.document("one", 1))?.text).toBe(LINES.nawa);
    expect(await view.original("one", 1)).toEqual(bytesOf(LINES.nawa));
    expect((await view.claims({ document: "one" })).rows.map((c) => c.figures[0]?.min)).toEqual([4]);
    expect(await view.claim(old!.id)).toEqual(old);
    expect((await view.search("3 killed")).length).toBe(0);
    expect((await ledger.verify()).checked).toMatchObject({ documents: 3, originals: 3, claims: 4 });
  });

  test("an incident keeps its id, and a decision its target, when the article is corrected", async () => {
    await take([two[0]!]);
    const [incident] = (await all()).incidents;
    const [claim] = (await all()).claims;
    await ledger.decide(decision("reject", "claim", claim!.id));
    expect((await all()).incidents).toEqual([]);
    await take([received("one", `Corrected.\n${LINES.nawa}`, { outlet: "Levant Wire", published: "2024-12-05" })]);
    expect((await all()).incidents).toEqual([]);
    expect((await all()).claims[0]!.id).not.toBe(claim!.id);
    // Without the rejection the corrected claim heads the same incident.
    await ledger.close();
    ledger = await open("b.db");
    await take([two[0]!]);
    await take([received("one", `Corrected.\n${LINES.nawa}`, { outlet: "Levant Wire", published: "2024-12-05" })]);
    expect((await all()).incidents.map((i) => i.id)).toEqual([incident!.id]);
  });

  test("another edition of the codebook codes anew, in the same version of the document", async () => {
    await take(two);
    clock = "2024-12-11T10:00:00.000Z";
    expect(await take(two, "2")).toMatchObject({ recoded: 2, revised: 0, unchanged: 0 });
    const { claims, documents, incidents } = await all();
    expect(documents.map((d) => d.version)).toEqual([1, 1]);
    expect(claims.map((c) => c.codebook)).toEqual(["2", "2", "2"]);
    expect(incidents.length).toBe(2);
    expect(await take(two, "2")).toMatchObject({ unchanged: 2 });
    // The claims say what they said before, so the log has no news of them.
    const changes = await (await ledger.view()).changes("2024-12-11");
    expect(changes.filter((c) => c.kind === "claim")).toEqual([]);
  });

  test("a document said to be published on another day is another version", async () => {
    await take([received("one", LINES.nawa)]);
    expect(await take([received("one", LINES.nawa, { published: "2024-12-05" })])).toMatchObject({ revised: 1 });
    expect((await (await ledger.view()).document("one"))?.published).toBe("2024-12-05");
  });

  test("two inputs with one id are not two versions of it", async () => {
    const report = await take([two[0]!, received("one", LINES.homs)]);
    expect(report.refused).toEqual([
      { file: "one.txt", message: expect.stringContaining("bears the id 'one'") as string },
    ]);
    expect((await all()).documents.length).toBe(1);
  });

  test("nothing half-written stays when a step breaks, and what came before is kept", async () => {
    const steps = stepsOf([two[0]!, received("bad", LINES.homs), two[1]!]);
    const broken = {
      ...steps,
      code: (d: Parameters<typeof steps.code>[0]) => {
        const coded = steps.code(d);
        // A quote that is not in its document, last of several claims.
        const wrong = { ...coded.claims[0]!, quote: "never said" } as Claim;
        return d.id === "bad" ? { ...coded, claims: [...coded.claims, wrong] } : coded;
      },
    };
    await expect(takeIn(ledger, [], broken)).rejects.toThrow(/bad\.txt: .*the quote is not in bad/);
    expect((await all()).documents.map((d) => d.id)).toEqual(["one"]);
    expect(await ledger.awaitsJudgement()).toBe(true);
    expect((await ledger.verify()).faults).toEqual([]);
    expect(await take(two)).toMatchObject({ new: 1, unchanged: 1 });
    expect(await ledger.awaitsJudgement()).toBe(false);
  });

  test("a break within the transaction rolls all of it back", async () => {
    const document = readPlainly(two[1]!);
    const spy = new DatabaseSync(join(folder, "a.db"));
    spy.exec("create trigger broken before insert on claim_sources begin select raise(abort, 'broken'); end");
    await expect(ledger.record(document, two[1]!.bytes, codePlainly(document), [])).rejects.toThrow("broken");
    spy.exec("drop trigger broken");
    for (const table of ["originals", "documents", "claims", "claim_places", "changes", "versions"])
      expect([table, spy.prepare(`select count(*) n from ${table}`).get()?.n]).toEqual([table, 0]);
    expect((await ledger.view().then((v) => v.search("strike"))).length).toBe(0);
    spy.close();
    expect((await ledger.record(document, two[1]!.bytes, codePlainly(document), [])).outcome).toBe("new");
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test("stops when told to, judges what it has, and goes on from there", async () => {
    const stop = new AbortController();
    const report = await takeIn(ledger, [], stepsOf(two), { signal: stop.signal, onProgress: () => stop.abort() });
    expect(report).toMatchObject({ documents: 1, stopped: true });
    expect((await all()).incidents.length).toBe(1);
    expect(await take(two)).toMatchObject({ documents: 2, new: 1, unchanged: 1, stopped: false });
  });
});

const decision = (
  op: "accept" | "reject" | "set",
  kind: "claim" | "incident",
  target: string,
  value: unknown = null,
) => ({
  by: "AB",
  target: { kind, id: target },
  op,
  slot: op === "set" ? "place" : null,
  value,
  reason: "seen on video",
});

describe("decisions and ids", () => {
  test("a decision is appended, judged by, and kept", async () => {
    await take(two);
    const claim = (await all()).claims.find((c) => c.event === "capture")!;
    const made = await ledger.decide(decision("reject", "claim", claim.id));
    expect((await all()).incidents.map((i) => i.event)).toEqual(["strike"]);
    const view = await ledger.view();
    expect(await view.decisions({ kind: "claim", id: claim.id })).toEqual([made]);
    expect(made.at).toBe(clock);
    const changes = await view.changes("2024-12-10");
    expect(changes.at(-1)).toMatchObject({ kind: "incident", change: "withdrawn" });
    expect(changes.at(-2)).toMatchObject({ kind: "decision", id: made.id });
  });

  test.each([
    [{ op: "merge" }, /'merge' is not in this version/],
    [{ target: { kind: "claim", id: "c-none" } }, /there is no claim 'c-none'/],
    [{ op: "set", slot: null, value: 1 }, /needs the slot/],
    [{ reason: " " }, /says why/],
  ] as const)("%o is refused and not stored", async (wrong, message) => {
    await take(two);
    const given = { ...decision("accept", "claim", (await all()).claims[0]!.id), ...wrong };
    await expect(ledger.decide(given as Parameters<Ledger["decide"]>[0])).rejects.toThrow(message);
    await expect(ledger.decide(given as Parameters<Ledger["decide"]>[0])).rejects.toThrow(UserError);
    expect(await (await ledger.view()).decisions()).toEqual([]);
  });

  test("a decision that the judge fails on is not kept, and the ledger goes on", async () => {
    await take(two);
    const [claim] = (await all()).claims;
    const path = join(folder, "failing.db");
    const failing = await openLedger(path, {
      judge: {
        stamp: "toy@1",
        all: (told) => {
          if (told.decisions.length > 0) throw new RangeError("Invalid time value");
          return judgePlainly.all(told);
        },
      },
    });
    await takeIn(failing, [], stepsOf(two));
    await expect(failing.decide(decision("reject", "claim", claim!.id))).rejects.toThrow("Invalid time value");
    expect(await (await failing.view()).decisions()).toEqual([]);
    expect(await failing.awaitsJudgement()).toBe(false);
    await failing.close();
  });

  test("an old incident's id leads on to what it was merged into, and decisions on it still hold", async () => {
    const near = received("near", LINES.nawa.replace("Nawa", "Tel Nawa"), { outlet: "Post", published: "2024-12-05" });
    await take([two[0]!, near]);
    const before = (await all()).incidents;
    expect(before.length).toBe(2);
    const odd = before.find((i) => i.places[0]?.name === "Tel Nawa")!;
    await ledger.decide(decision("set", "claim", odd.claims[0]!, "Nawa"));
    const after = (await all()).incidents;
    expect(after.length).toBe(1);
    const view = await ledger.view();
    for (const old of before) expect((await view.incident(old.id)).map((i) => i.id)).toEqual([after[0]!.id]);
    expect((await view.claims({ incident: before.find((i) => i.id !== after[0]!.id)!.id })).total).toBe(2);
    expect(await view.incident("i-none")).toEqual([]);
    const gone = before.find((i) => i.id !== after[0]!.id)!;
    await ledger.decide(decision("accept", "incident", gone.id));
    expect((await view.decisions({ kind: "incident", id: after[0]!.id })).length).toBe(1);
  });
});

describe("opening", () => {
  test.each([
    ["postgres://localhost/x", /not yet/],
    ["nowhere/x.db", /no folder/],
  ])("%s is refused", async (target, message) => {
    await expect(openLedger(target, { judge: judgePlainly })).rejects.toThrow(message);
    await expect(openLedger(target, { judge: judgePlainly })).rejects.toThrow(UserError);
  });

  test("a file that is no ledger is refused and left as it is", async () => {
    const text = join(folder, "notes.txt");
    writeFileSync(text, "not a database at all, but long enough to be taken for one".repeat(20));
    await expect(openLedger(text, { judge: judgePlainly })).rejects.toThrow(/not a ledger/);
    const other = new DatabaseSync(join(folder, "other.db"));
    other.exec("create table x (y)");
    other.close();
    await expect(openLedger(join(folder, "other.db"), { judge: judgePlainly })).rejects.toThrow(
      /no ledger of Dateline/,
    );
    await expect(openLedger(folder, { judge: judgePlainly })).rejects.toThrow(/is a folder/);
    const absent = openLedger(join(folder, "absent.db"), { judge: judgePlainly, create: false });
    await expect(absent).rejects.toThrow(/there is no ledger/);
  });

  test("a ledger made by a newer version is refused", async () => {
    const file = new DatabaseSync(join(folder, "a.db"));
    file.exec("pragma user_version = 99");
    await expect(open()).rejects.toThrow(/newer Dateline/);
    file.exec("pragma user_version = 1");
    file.close();
    expect(id("x")).toBe("x");
  });
});
