// The command as a person meets it: on real files, in a process of its own.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { narrowed, table } from "../src/cli/print.ts";
import type { Claim, Incident } from "../src/model/index.ts";
import { BIN, dateline, type Ended, root, spawned } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-cli-"));
const reports = join(folder, "reports");
const ledger = join(folder, "war.db");
let first: Ended;
beforeAll(async () => {
  mkdirSync(reports);
  writeFileSync(
    join(reports, "nawa.txt"),
    "Rebel fighters captured the town of Nawa on Friday, the Syrian Observatory for Human Rights said.\n\nTwo people were killed and six injured in the fighting.\n",
  );
  writeFileSync(
    join(reports, "denial.txt"),
    "The Syrian defence ministry denied on Saturday that rebel fighters had captured Nawa on Friday.\n",
  );
  writeFileSync(
    join(reports, "documents.tsv"),
    "file\toutlet\tpublished\nnawa.txt\tOrontes Post\t2024-12-07\ndenial.txt\tLevant Wire\t2024-12-07\n",
  );
  writeFileSync(join(reports, "empty.txt"), "");
  first = await dateline(["ingest", reports, "--ledger", ledger]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ask = (...args: string[]) => dateline([...args, "--ledger", ledger]);
const rows = async <T>(...args: string[]): Promise<T[]> => (JSON.parse((await ask(...args)).out) as { rows: T[] }).rows;

describe("ingest", () => {
  test("takes what it can, refuses the rest by a line, exits 1", () => {
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({ documents: 2, new: 2, unchanged: 0 });
    expect(first.err).toMatch(/^refused: .*empty\.txt: /m);
    expect(first.err).not.toContain("    at ");
  });
  test("a second time finds nothing new", async () => {
    const again = await ask("ingest", reports);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ new: 0, unchanged: 2 });
  });
  test("reads standard input", async () => {
    const other = join(folder, "stdin.db");
    const line = JSON.stringify({
      id: "one",
      text: "Rebels captured Nawa on Friday.",
      published: "2024-12-07",
      outlet: "X",
    });
    const ended = await spawned(["ingest", "-", "--ledger", other], { input: `${line}\n` });
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(JSON.parse((await dateline(["documents", "--ledger", other])).out).rows[0].id).toBe("one");
  });
});

describe("code", () => {
  test("prints claims as NDJSON and stores nothing", async () => {
    const ended = await dateline(["code", join(reports, "nawa.txt"), "--published", "2024-12-07"], { cwd: folder });
    expect(ended.code).toBe(0);
    const claims = ended.out
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as Claim);
    expect(claims[0]).toMatchObject({
      document: "nawa.txt",
      event: "territory_captured",
      time: { start: "2024-12-06" },
    });
    const text = readFileSync(join(reports, "nawa.txt"), "utf8");
    for (const c of claims) expect(text).toContain(c.quote);
    expect(existsSync(join(folder, "dateline.db"))).toBe(false);
  });
  test("a file that is not there is refused, the others are coded", async () => {
    const ended = await dateline(["code", "/none.txt", join(reports, "denial.txt")]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain("refused: /none.txt: there is no such file");
    expect(ended.out).toContain("denial.txt");
  });
});

describe("questions", () => {
  test("JSON in a pipe, a table when asked for", async () => {
    const [incident] = await rows<Incident>("incidents", "--event", "territory_captured");
    expect(incident).toMatchObject({ status: "disputed" });
    const shown = await ask("incidents", "--format", "table");
    expect(shown.out).toMatch(/^when +status +sources +summary/);
    expect(shown.out).toContain(incident!.id);
  });
  test("NDJSON has a row a line, CSV a header", async () => {
    const lines = (await ask("claims", "--format", "ndjson")).out.trim().split("\n");
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("quote");
    expect((await ask("claims", "--format", "csv")).out).toMatch(/^when,event,stance,/);
  });
  test("an id is shown, as JSON in a pipe and in words for a reader", async () => {
    const [incident] = await rows<Incident>("incidents", "--event", "territory_captured");
    expect(JSON.parse((await ask("incident", incident!.id)).out).accounts).toHaveLength(2);
    const shown = await ask("incident", incident!.id, "--format", "table");
    expect(shown.out).toContain("“Rebel fighters captured the town of Nawa on Friday");
    const explained = await ask("explain", incident!.id, "--format", "table");
    expect(explained.out).toContain("because ");
    const single = await ask("incident", incident!.id, "--format", "csv");
    expect([single.code, single.err]).toEqual([2, expect.stringContaining("'csv' is for lists")]);
  });
  test("a page says where the next one begins", async () => {
    const first = JSON.parse((await ask("claims", "--limit", "1")).out);
    const second = JSON.parse((await ask("claims", "--limit", "1", "--cursor", first.next)).out);
    expect(second.rows[0].id).not.toBe(first.rows[0].id);
  });
  test("control, orders, disputes, changes, sitrep and every list answer", async () => {
    expect((await ask("control", "--at", "2024-12-07")).code).toBe(0);
    expect((await ask("orders", "--at", "2024-12-07")).code).toBe(0);
    expect((await rows("disputes")).length).toBeGreaterThan(0);
    expect((await rows("changes", "--since", "0")).length).toBeGreaterThan(0);
    for (const list of ["documents", "actors", "places", "sources", "timeline"])
      expect((await rows(list)).length, list).toBeGreaterThan(0);
    const report = await ask("sitrep", "--from", "2024-12-01", "--to", "2024-12-08");
    expect(report.out).toMatch(/^# Situation report, 1 to 8 December 2024/);
    const file = join(folder, "report.html");
    expect(
      (await ask("sitrep", "--from", "2024-12-01", "--to", "2024-12-08", "--format", "html", "--out", file)).code,
    ).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
  });
  test("every export writes", async () => {
    for (const format of ["acled", "ucdp", "hxl", "geojson", "timemap", "csv", "jsonld"]) {
      const ended = await ask("export", format);
      expect([format, ended.code, ended.err]).toEqual([format, 0, ""]);
      expect(ended.out.length).toBeGreaterThan(50);
    }
  });
  test("a decision is taken and shows", async () => {
    const [incident] = await rows<Incident>("incidents", "--event", "territory_captured");
    const decided = await ask("decide", "accept", incident!.id, "--by", "RS", "--reason", "seen on film");
    expect([decided.code, decided.err]).toEqual([0, ""]);
    expect(JSON.parse((await ask("incident", incident!.id)).out).decisions).toHaveLength(1);
  });
  test("the ledger holds against itself", async () => {
    const ended = await ask("verify");
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out).faults).toEqual([]);
  });
  test("the doctor finds what is there", async () => {
    const found = JSON.parse((await ask("doctor")).out) as { what: string; state: string }[];
    expect(found.find((f) => f.what === "ledger")?.state).toBe("ok");
    expect(found.find((f) => f.what === "sqlite")?.state).toBe("ok");
  });
  test("the codebook is shown and checked", async () => {
    expect(JSON.parse((await dateline(["codebook", "show", "air_strike"])).out).rows[0].id).toBe("air_strike");
    const checked = JSON.parse((await dateline(["codebook", "check", "--no-examples"])).out);
    expect(checked).toMatchObject({ faults: [], doubts: [], examples: null });
  });
  test("a gazetteer file is kept beside the ledger", async () => {
    const file = join(folder, "places.txt");
    const row = [
      900001,
      "Testtown",
      "Testtown",
      "",
      "35.1",
      "36.2",
      "P",
      "PPL",
      "SY",
      "",
      "",
      "",
      "",
      "",
      "1200",
      "",
      "",
      "Asia/Damascus",
      "2020-01-01",
    ];
    writeFileSync(file, `${row.join("\t")}\n`);
    const ended = await ask("gazetteer", "add", file);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(existsSync(join(folder, "war.gazetteer", "places.txt"))).toBe(true);
    const report = join(folder, "new-place.txt");
    writeFileSync(report, "Rebel fighters captured the town of Testtown on Friday.\n");
    const claim = JSON.parse((await ask("code", report, "--published", "2024-12-07")).out.split("\n")[0]!) as Claim;
    expect(claim.places[0]).toMatchObject({ name: "Testtown", lat: 35.1 });
  });
});

describe("demo and serve", () => {
  test("the demo codes the example and reports on it", async () => {
    const ended = await dateline(["demo", "--no-serve"], { env: { TMPDIR: folder } });
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^# Situation report, /);
    expect(ended.err).toMatch(/documents, \d+ claims/);
  }, 60_000);
  test("serve says where it is, answers there, and stops when told", async () => {
    const child = spawn(process.execPath, [BIN, "serve", "--ledger", ledger, "--port", "0"]);
    const said = await new Promise<string>((done, fail) => {
      child.stdout.once("data", (b: Buffer) => done(b.toString()));
      child.once("close", () => fail(new Error("serve ended at once")));
    });
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    const answer = await fetch(`${address}api/v1/documents`);
    expect(((await answer.json()) as { total: number }).total).toBe(2);
    const taken = await dateline(["serve", "--ledger", ledger, "--port", new URL(address!).port]);
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining("is taken")]);
    child.kill("SIGINT");
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
  });
});

describe("wrong use", () => {
  test.each([
    [["incidents", "--from", "yesterday"], 2, /'from' is not a day of the calendar/],
    [["incidents", "--form", "x"], 2, /unknown option '--form'/],
    [["incidents", "--event", "air_strik"], 2, /hint: did you mean air_strike\?/],
    [["incidents", "--format", "xml"], 2, /'xml' is no format/],
    [["incident"], 2, /missing required argument 'id'/],
    [["incident", "i-none"], 2, /there is no incident 'i-none'/],
    [["orders"], 2, /required option '--at <day>'/],
    [["nonsense"], 2, /unknown command 'nonsense'/],
    [["export", "xls"], 2, /hint: one of: acled, ucdp/],
    [["decide", "merge", "i-1", "--by", "RS", "--reason", "x"], 2, /not in this version/],
    [["decide", "accept", "i-1", "--by", "RS", "--reason", ""], 2, /says why/],
    [["ingest"], 2, /there is nothing to ingest/],
    [["incidents", "--event", "zz"], 2, /hint: the question 'codebook' lists them/],
    [["demo", "--no-serve"], 2, /is there already/],
    [["worker"], 2, /'worker' is not in this version/],
    [["bundle", "x", "--y"], 2, /'bundle' is not in this version/],
    [["watch"], 2, /'watch' is not in this version/],
    [["serve", "--port", "http"], 2, /'http' is no port/],
    [["codebook", "check", "/nowhere"], 2, /the folder \/nowhere is not there/],
    [["codebook", "check", "--format", "csv"], 2, /'csv' is for lists/],
    [["codebook", "show", "clash"], 2, /hint: did you mean armed_clash\?/],
    [["incidents", "--codebook", "/nowhere"], 2, /hint: mkdir -p \/nowhere && cp /],
    [["parse", "Rebels left.", "--codebook", "/nowhere"], 2, /the folder \/nowhere is not there/],
  ])("%j", async (args, code, says) => {
    const ended = await ask(...args);
    expect(ended.code).toBe(code);
    expect(ended.err).toMatch(says);
    expect(ended.err).toMatch(/^dateline: /m);
    expect(ended.err).not.toMatch(/^ {4}at /m);
  });
  test("no ledger: says how one is made", async () => {
    const ended = await dateline(["incidents"], { cwd: folder });
    expect(ended.code).toBe(2);
    expect(ended.err).toBe(
      "dateline: there is no ledger at ./dateline.db\nhint: `dateline ingest PATH…` makes one; --ledger FILE or DATELINE_LEDGER names another\n",
    );
  });
  test("DATELINE_LEDGER names the ledger", async () => {
    expect((await dateline(["documents"], { cwd: folder, env: { DATELINE_LEDGER: ledger } })).code).toBe(0);
  });
  test("--debug shows where", async () => {
    expect((await ask("incident", "i-none", "--debug")).err).toMatch(/^ {4}at /m);
  });
  test("help is help, and the version is the package's", async () => {
    const help = await dateline(["--help"]);
    expect([help.code, help.err]).toEqual([0, ""]);
    expect(help.out).toContain("Exit codes: 0 done");
    expect((await dateline([])).code).toBe(2);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect((await dateline(["--version"])).out).toBe(`${version}\n`);
  });
  test("a reader that stops reading is no error", async () => {
    const child = spawn("sh", [
      "-c",
      `"${process.execPath}" "${BIN}" claims --ledger "${ledger}" --format ndjson | head -c 1`,
    ]);
    let err = "";
    child.stderr.on("data", (b: Buffer) => {
      err += b.toString();
    });
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(err).toBe("");
  });
  test.skipIf(!existsSync("/usr/bin/node") && !existsSync("/usr/local/bin/node"))(
    "an older Node says what to do",
    async () => {
      const node = ["/usr/local/bin/node", "/usr/bin/node"].find((n) => existsSync(n))!;
      const ended = await spawned(["incidents"], { node });
      if (ended.err.includes("needs Node")) {
        expect(ended.code).toBe(2);
        expect(ended.err).toContain("hint: this checkout has one: npm run -s dateline -- incidents");
      }
    },
  );
});

describe("tables", () => {
  test("the widest column gives way first, and whole ones never", () => {
    expect(narrowed([10, 50, 30], [false, false, false], 70)).toEqual([10, 28, 28]);
    expect(narrowed([20, 50], [true, false], 40)).toEqual([20, 18]);
    expect(narrowed([5, 5], [false, false], 40)).toEqual([5, 5]);
  });
  test("cut with an ellipsis, numbers to the right, nothing that moves the cursor", () => {
    const columns = [
      { head: "n", cell: (r: { n: number }) => r.n },
      { head: "text", cell: (r: { text: string }) => r.text },
    ];
    const made = table(
      columns,
      [
        { n: 5, text: "a\u001b[31m red word that is too long" },
        { n: 12, text: "b" },
      ],
      24,
    );
    expect(made).toBe(" n  text\n 5  a�[31m red word tha…\n12  b\n");
  });
});
