// A codebook of one's own from the command line: every command that codes, judges or asks takes it, `check` names what is
// wrong by file and line, `show` tells a type, and what cannot be read is said before anything is done.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CODEBOOK } from "../src/codebook/load.ts";
import type { Claim } from "../src/model/index.ts";
import { dateline } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-codebook-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ours = readFileSync(join(CODEBOOK, "events.yaml"), "utf8");
const CLOSURE = `  - id: school_closure
    is: schools are shut by order or by fighting
    include: [closed until further notice]
    exclude: [holidays]
    acled:
      - {type: Strategic developments, sub_type: Other, when: {actor: [state], words: [until further notice]}}
      - {type: Strategic developments, sub_type: Disrupted weapons use}
    plover: COERCE
    order: closure
    frames:
      - {verbs: [shut, close], subject: [officials, organisation], with: [school, schools], not: [ranks], holding: left}
      - {nouns: [school closure], follow: [in], actor: [by, of]}
    examples: [The ministry shut all schools in Homs on Sunday.]
    negatives: [The bank closed at noon.]
`;
/** A codebook's folder, named as a person would name it from where the reports are. */
function codebook(name: string, events: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "events.yaml"), events);
  return name;
}
/** Ours with a type more. */
const closure = ours.replace("  - id: withdrawal\n", `${CLOSURE}  - id: withdrawal\n`);
const ask = (...args: string[]) => dateline(args, { cwd: folder });
const report = join(folder, "school.txt");
beforeAll(() => {
  writeFileSync(report, "The education ministry closed all schools in Homs on Friday, residents said.\n");
  codebook("own", closure);
});

describe("--codebook", () => {
  test("code: claims of its types, with its version", async () => {
    const own = await ask("code", report, "--published", "2024-12-07", "--codebook", "own");
    expect([own.code, own.err]).toEqual([0, ""]);
    const claim = JSON.parse(own.out) as Claim;
    expect(claim).toMatchObject({ event: "school_closure", time: { start: "2024-12-06" } });
    expect((await ask("code", report, "--published", "2024-12-07")).out).not.toContain("school_closure");
    const { version } = JSON.parse((await ask("--codebook", "own", "codebook", "check", "--no-examples")).out);
    expect(claim.codebook).toBe(version);
  });

  test("ingest, the questions, explain and doctor go by it; another codebook codes anew", async () => {
    const ingest = (...more: string[]) => ask("ingest", "school.txt", "--published", "2024-12-07", ...more);
    expect(JSON.parse((await ingest("--codebook", "own")).out)).toMatchObject({ new: 1, claims: 1 });
    expect(JSON.parse((await ingest("--codebook", "own")).out)).toMatchObject({ unchanged: 1 });
    const asked = JSON.parse((await ask("claims", "--event", "school_closure", "--codebook", "own")).out);
    expect(asked.rows).toHaveLength(1);
    const none = await ask("claims", "--event", "school_closure");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("is no event type of this codebook")]);
    const { id, codebook: version } = asked.rows[0] as Claim;
    const frame = (answer: string): string => JSON.parse(answer).claims[0].slots[0].looks_for;
    expect(frame((await ask("explain", id, "--codebook", "own")).out)).toBe(
      "SUBJECT(officials, organisation) close / shut OBJECT",
    );
    expect(frame((await ask("explain", id)).out)).toMatch(`a frame of codebook ${version}, and the one at hand is `);
    const doctor = JSON.parse((await ask("doctor", "--codebook", "own")).out) as { what: string; says: string }[];
    expect(doctor.find((f) => f.what === "codebook")?.says).toMatch(
      /^\S+: \d+ event types, \d+ actors; events\.yaml from own, the other 15 files from .*codebook$/,
    );
    expect(JSON.parse((await ingest()).out)).toMatchObject({ recoded: 1, claims: 0 });
  });

  test("one at fault is told by file and line before anything is done", async () => {
    codebook("broken", closure.replace("plover: COERCE", "plover: 3"));
    const line = closure.split("\n").indexOf("    plover: COERCE") + 1;
    for (const command of [
      ["ingest", report, "--ledger", "new.db"],
      ["code", report],
      ["parse", "x"],
      ["codebook", "show"],
    ]) {
      const ended = await ask(...command, "--codebook", "broken");
      expect([command[0], ended.code, ended.out]).toEqual([command[0], 2, ""]);
      expect(ended.err).toMatch(`dateline: broken/events.yaml:${line}: events.school_closure.plover: `);
    }
    expect(existsSync(join(folder, "new.db"))).toBe(false);
    const doctor = await ask("doctor", "--codebook", "broken");
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(`broken/events.yaml:${line}: `);
  });
});

describe("codebook check", () => {
  const check = (...args: string[]) => ask("codebook", "check", "--format", "table", ...args);

  test("says what is from where, and whether it is sound", async () => {
    const ended = await check("own", "--no-examples");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toMatch(/^events\.yaml from own, the other 15 files from .*codebook$/m);
    expect(ended.out).toMatch(/^codebook \S+: \d+ event types, \d+ actors, \d+ theatres; sound, /m);
    expect((await ask("codebook", "check", "--no-examples", "--format", "table", "--codebook", "own")).out).toBe(
      ended.out,
    );
  });
  test("names every fault of every file, and exits 1", async () => {
    codebook(
      "faulty",
      closure.replace("plover: COERCE", "plover: 3").replace("exclude: [holidays]", "exclude: holidays"),
    );
    appendFileSync(
      join(folder, "faulty", "sayings.tsv"),
      "phrase\tkind\tfirmness\nsay\tsaid\tfirm\nmumble\tmumbled\tfirm\n",
    );
    const ended = await check("faulty");
    expect([ended.code, ended.err]).toEqual([1, ""]);
    const lines = ended.out.trim().split("\n");
    expect(lines.map((l) => l.replace(/:(\d+): .*/, "").replace(/ \d.*/, ""))).toEqual([
      "faulty/events.yaml",
      "faulty/events.yaml",
      "faulty/sayings.tsv",
      "codebook faulty:",
    ]);
    expect(lines.at(-1)).toMatch(/3 faults/);
    const json = JSON.parse((await ask("codebook", "check", "faulty")).out);
    expect(json.faults[2]).toEqual({ file: "faulty/sayings.tsv", line: 3, key: "kind", says: expect.any(String) });
  });
  test("tries the worked examples, and names file and line of each that fails", async () => {
    codebook("untrue", closure.replace("all schools in Homs", "the shop"));
    const ended = await check("untrue");
    expect(ended.code).toBe(1);
    const line = closure.split("\n").findIndex((l) => l.includes("The bank closed")) + 1;
    expect(ended.out).toContain(
      `untrue/events.yaml:${line - 1}: school_closure: an example that is not coded as school_closure but as nothing: “The ministry shut the shop on Sunday.”\n`,
    );
    expect(ended.out).not.toContain("“The bank closed");
    const json = JSON.parse((await ask("codebook", "check", "untrue")).out);
    expect(json.examples.tried).toBeGreaterThan(100);
    expect(json.examples.failed.map((f: { worked: { text: string } }) => f.worked.text)).toContain(
      "The ministry shut the shop on Sunday.",
    );
  });
});

describe("codebook show", () => {
  test("tells a type: definition, codes with their conditions, frames, sentences that are and are not it", async () => {
    const { out, code } = await ask("codebook", "show", "school_closure", "--codebook", "own", "--format", "table");
    expect(code).toBe(0);
    const line = closure.split("\n").indexOf("  - id: school_closure") + 1;
    expect(out).toBe(`school_closure  own/events.yaml:${line}
schools are shut by order or by fighting

includes  closed until further notice
excludes  holidays
ACLED     1. Strategic developments / Other, where the actor is state and the words hold 'until further
          notice'
          2. Strategic developments / Disrupted weapons use, otherwise
PLOVER    COERCE
order     closure
place     not always one

Frames
  school_closure/verb/1
    SUBJECT(officials, organisation) shut / close OBJECT
      actor: subject; target: object; one of these near it: school, schools; not followed by: ranks; the actor
      has then left the place
  school_closure/noun/2
    school closure
      actor: by, of; target: on, against; followed by: in

Coded as it
  + The ministry shut all schools in Homs on Sunday.
Not coded as it
  - The bank closed at noon.
`);
  });
  test("as JSON: the row with its frames; without an id, short rows of all types", async () => {
    const one = JSON.parse((await ask("codebook", "show", "withdrawal")).out);
    expect(one).toMatchObject({
      total: 1,
      rows: [
        {
          id: "withdrawal",
          plover: "RETREAT",
          acled: ["Strategic developments / Non-violent transfer of territory"],
          acled_rules: [{ type: "Strategic developments", when: null }],
          frames: [{ rule: "withdrawal/verb/1", kind: "verb", pattern: expect.stringContaining(" withdraw / ") }],
          file: "events.yaml",
        },
      ].map((row) => ({ ...row, frames: expect.arrayContaining(row.frames.map((f) => expect.objectContaining(f))) })),
    });
    const all = JSON.parse((await ask("codebook", "show")).out);
    expect(all.rows.length).toBe(all.total);
    expect(all.rows[0]).not.toHaveProperty("frames");
  });
});
