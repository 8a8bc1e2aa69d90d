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
const HARVEST = `  - id: harvest_brought_in
    is: a harvest is brought in where there is fighting
    include: [crops saved from fire]
    exclude: [fishing]
    acled:
      - {type: Strategic developments, sub_type: Other, when: {actor: [state], words: [under guard]}}
      - {type: Strategic developments, sub_type: Disrupted weapons use}
    plover: COERCE
    order: closure
    frames:
      - {verbs: [harvest, reap], subject: [people, organisation], with: [wheat, olives], not: [praise], holding: left}
      - {nouns: [wheat harvest], follow: [in], actor: [by, of]}
    examples: [Residents harvested all the wheat in Homs on Sunday.]
    negatives: [Surgeons harvested a kidney at noon.]
`;
/** A codebook's folder, named as a person would name it from where the reports are. */
function codebook(name: string, events: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "events.yaml"), events);
  return name;
}
/** Ours with a type more. */
const harvest = ours.replace("  - id: withdrawal\n", `${HARVEST}  - id: withdrawal\n`);
const ask = (...args: string[]) => dateline(args, { cwd: folder });
const report = join(folder, "fields.txt");
beforeAll(() => {
  writeFileSync(report, "Residents harvested all the wheat in Homs on Friday, officials said.\n");
  codebook("own", harvest);
});

describe("--codebook", () => {
  test("code: claims of its types, with its version", async () => {
    const own = await ask("code", report, "--published", "2024-12-07", "--codebook", "own");
    expect([own.code, own.err]).toEqual([0, ""]);
    const claim = JSON.parse(own.out) as Claim;
    expect(claim).toMatchObject({ event: "harvest_brought_in", time: { start: "2024-12-06" } });
    expect((await ask("code", report, "--published", "2024-12-07")).out).not.toContain("harvest_brought_in");
    const { version } = JSON.parse((await ask("--codebook", "own", "codebook", "check", "--no-examples")).out);
    expect(claim.codebook).toBe(version);
  });

  test("ingest, the questions, explain and doctor go by it; another codebook codes anew", async () => {
    const ingest = (...more: string[]) => ask("ingest", "fields.txt", "--published", "2024-12-07", ...more);
    expect(JSON.parse((await ingest("--codebook", "own")).out)).toMatchObject({ new: 1, claims: 1 });
    expect(JSON.parse((await ingest("--codebook", "own")).out)).toMatchObject({ unchanged: 1 });
    const asked = JSON.parse((await ask("claims", "--event", "harvest_brought_in", "--codebook", "own")).out);
    expect(asked.rows).toHaveLength(1);
    const none = await ask("claims", "--event", "harvest_brought_in");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("is no event type of this codebook")]);
    const { id, codebook: version } = asked.rows[0] as Claim;
    const frame = (answer: string): string => JSON.parse(answer).claims[0].slots[0].looks_for;
    expect(frame((await ask("explain", id, "--codebook", "own")).out)).toBe(
      "SUBJECT(people, organisation) harvest / reap OBJECT",
    );
    expect(frame((await ask("explain", id)).out)).toMatch(`what codebook ${version} says there; the one at hand is `);
    const doctor = JSON.parse((await ask("doctor", "--codebook", "own")).out) as { what: string; says: string }[];
    expect(doctor.find((f) => f.what === "codebook")?.says).toMatch(
      /^\S+: \d+ event types, \d+ actors; events\.yaml from own, the other \d+ files from .*codebook$/,
    );
    expect(JSON.parse((await ingest()).out)).toMatchObject({ recoded: 1 });
    const left = JSON.parse((await ask("claims", "--event", "harvest_brought_in", "--codebook", "own")).out);
    expect(left.rows).toEqual([]);
  });

  test("one at fault is told by file and line before anything is done", async () => {
    codebook("broken", harvest.replace("plover: COERCE", "plover: 3"));
    const line = harvest.split("\n").indexOf("    plover: COERCE") + 1;
    for (const command of [
      ["ingest", report, "--ledger", "new.db"],
      ["code", report],
      ["parse", "x"],
      ["codebook", "show"],
    ]) {
      const ended = await ask(...command, "--codebook", "broken");
      expect([command[0], ended.code, ended.out]).toEqual([command[0], 2, ""]);
      expect(ended.err).toMatch(`dateline: broken/events.yaml:${line}: events.harvest_brought_in.plover: `);
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
    expect(ended.out).toMatch(/^events\.yaml from own, the other \d+ files from .*codebook$/m);
    expect(ended.out).toMatch(/^codebook \S+: \d+ event types, \d+ actors, \d+ theatres; sound, /m);
    expect((await ask("codebook", "check", "--no-examples", "--format", "table", "--codebook", "own")).out).toBe(
      ended.out,
    );
  });
  test("names every fault of every file, and exits 1", async () => {
    codebook(
      "faulty",
      harvest.replace("plover: COERCE", "plover: 3").replace("exclude: [fishing]", "exclude: fishing"),
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
    codebook("untrue", harvest.replace("all the wheat in Homs", "the barley"));
    const ended = await check("untrue");
    expect(ended.code).toBe(1);
    const line = harvest.split("\n").findIndex((l) => l.includes("Surgeons harvested")) + 1;
    expect(ended.out).toContain(
      `untrue/events.yaml:${line - 1}: harvest_brought_in: an example that is not coded as harvest_brought_in but as nothing: “Residents harvested the barley on Sunday.”\n`,
    );
    expect(ended.out).not.toContain("“Surgeons harvested");
    const json = JSON.parse((await ask("codebook", "check", "untrue")).out);
    expect(json.examples.tried).toBeGreaterThan(100);
    expect(json.examples.failed.map((f: { worked: { text: string } }) => f.worked.text)).toContain(
      "Residents harvested the barley on Sunday.",
    );
  });
});

describe("codebook show", () => {
  test("tells a type: definition, codes with their conditions, frames, sentences that are and are not it", async () => {
    const { out, code } = await ask("codebook", "show", "harvest_brought_in", "--codebook", "own", "--format", "table");
    expect(code).toBe(0);
    const line = harvest.split("\n").indexOf("  - id: harvest_brought_in") + 1;
    expect(out).toBe(`harvest_brought_in  own/events.yaml:${line}
a harvest is brought in where there is fighting

includes  crops saved from fire
excludes  fishing
ACLED     1. Strategic developments / Other, where the actor is state and the words hold 'under guard'
          2. Strategic developments / Disrupted weapons use, otherwise
PLOVER    COERCE
order     closure
place     not always one

Frames
  harvest_brought_in/verb/1
    SUBJECT(people, organisation) harvest / reap OBJECT
      actor: subject; target: object; one of these near it: wheat, olives; not followed by: praise; the actor
      has then left the place
  harvest_brought_in/noun/2
    wheat harvest
      actor: by, of; target: on, against; followed by: in

Coded as it
  + Residents harvested all the wheat in Homs on Sunday.
Not coded as it
  - Surgeons harvested a kidney at noon.
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
