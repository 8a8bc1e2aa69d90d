// `explain` as a reader sees it: the sentence with its marks, the other sentences that a slot rests on, each slot with its
// rule and words, and the frame that the event was read by in words of the codebook.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEvents } from "../src/codebook/events.ts";
import { frameTexts, ruleText } from "../src/codebook/frame-text.ts";
import { CODEBOOK, loadCodebook } from "../src/codebook/load.ts";
import { explain } from "../src/ledger/explain.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import type { Claim } from "../src/model/index.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";
import { dateline } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-explain-cli-"));
const ledger = join(folder, "war.db");
const TEXT = `Monitor says troops quit Homs

Traffic was heavy. Syrian government troops pulled out of the city of Homs on Friday, the Syrian Observatory for Human Rights said. Shops were shut.

The Syrian defence ministry denied on Saturday that troops had left Homs.
`;
const ask = (...args: string[]) => dateline([...args, "--ledger", ledger]);
let claims: readonly Claim[];
beforeAll(async () => {
  writeFileSync(join(folder, "homs.txt"), TEXT);
  await ask("ingest", join(folder, "homs.txt"), "--published", "2024-12-07");
  claims = JSON.parse((await ask("claims", "--event", "withdrawal")).out).rows;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Under which words of the line above each bracket stands, by its label. */
function marked(shown: string, sentence: string): Record<string, string> {
  const lines = shown.split("\n");
  const at = lines.findIndex((l) => l.includes(sentence));
  expect(at, sentence).toBeGreaterThanOrEqual(0);
  const found: Record<string, string> = {};
  for (let n = at + 1; lines[n]!.trim() !== "" && /^[ └╵]/.test(lines[n]!) && /[└╵]/.test(lines[n]!); n++)
    for (const m of lines[n]!.matchAll(/└[^└┘]*┘([\w., ]*\w)?/g)) {
      const label = (m[1] ?? m[0].replace(/[└┘─]/g, "")).trim();
      const width = m[0].indexOf("┘") + 1;
      found[label] = lines[at]!.slice(m.index, m.index + width);
    }
  return found;
}

describe("explain, for a reader", () => {
  test("marks the words of the event, actor, place, time and source beneath their sentence, and no other sentence", async () => {
    const claim = claims.find((c) => c.stance === "asserted")!;
    const { out, code } = await ask("explain", claim.id, "--format", "table");
    expect(code).toBe(0);
    const found = marked(out, "Syrian government troops pulled out of");
    expect(found).toMatchObject({
      event: "pulled out of",
      actor: "Syrian government troops",
      place: "Homs",
      time: "Friday",
    });
    expect(out).toMatch(/^ {4}… Syrian government troops/m);
    expect(out).not.toContain("Traffic was heavy");
    expect(out).not.toContain("Shops were shut");
    expect(out).not.toContain("\u001b");
  });
  test("tells of each slot what it says, the rule and the words, and of the frame what it looks for", async () => {
    const claim = claims.find((c) => c.stance === "asserted")!;
    const { out } = await ask("explain", claim.id, "--format", "table");
    expect(out).toMatch(
      /^ {4}event +withdrawal\n +by withdrawal\/verb\/1, from “pulled out of”\n +which looks for SUBJECT\(force, /m,
    );
    expect(out).toMatch(/^ {4}time +2024-12-06 \(to the day\)\n +by \S+, from “Friday”$/m);
    for (const slot of ["event", "time", "places.0", "actors.0"]) expect(out).toMatch(new RegExp(`^ {4}${slot} `, "m"));
  });
  test("one slot alone: its words and no others", async () => {
    const claim = claims.find((c) => c.stance === "asserted")!;
    const { out } = await ask("explain", `${claim.id}:time`, "--format", "table");
    expect(marked(out, "Syrian government troops pulled out of")).toEqual({ time: "Friday" });
    expect(out).not.toMatch(/^ {4}event /m);
  });
  test("a denial shows the words that deny, and a slot that rests on another sentence shows that one too", async () => {
    const claim = claims.find((c) => c.stance === "denied")!;
    const { out } = await ask("explain", claim.id, "--format", "table");
    expect(Object.keys(marked(out, "The Syrian defence ministry denied")).join()).toContain("stance");
    expect(marked(out, "Syrian government troops pulled out of")).toEqual({ time: "Friday" });
    expect(out).not.toContain("Traffic was heavy");
  });
  test("an incident's cell: every claim that it rests on, with that slot marked", async () => {
    const { rows } = JSON.parse((await ask("incidents", "--event", "withdrawal")).out);
    const { out } = await ask("explain", `${rows[0].id}:places`, "--format", "table");
    expect(out).toMatch(/└──┘place/);
    expect(out).not.toContain("actor");
  });
  test("a claim of another codebook is not explained by the frames of this one", async () => {
    const open = await openLedger(ledger, judgedBy(loadCodebook()));
    const view = await open.view();
    const [claim] = claims;
    const slot = async (book?: Parameters<typeof explain>[2]) =>
      (await explain(view, `${claim!.id}:event`, book)).claims[0]!.slots[0]!.looks_for;
    const codebook = loadCodebook();
    expect(await slot()).toBeNull();
    expect(await slot(codebook)).toMatch(/SUBJECT/);
    expect(await slot({ version: "9+0", events: codebook.events })).toBe(
      `what codebook ${codebook.version} says there; the one at hand is 9+0`,
    );
    await open.close();
  });
});

describe("frames in words", () => {
  const events = loadEvents(CODEBOOK);
  test.each([
    ["withdrawal/verb/2", ["abandoned"], /^SUBJECT\(force\) abandon \/ vacate \/ .* … OBJECT\(place, site\)$/],
    ["withdrawal/verb/2", ["left"], /^SUBJECT\(force\) leave \/ abandon /],
    ["withdrawal/verb/2", [], /^SUBJECT\(force\) abandon \/ vacate /],
    ["territory_captured/verb/2", ["captured"], /^SUBJECT capture \/ seize \/ .* OBJECT\(place, site\)$/],
    ["territory_captured/verb/2", ["took"], /^SUBJECT capture \/ seize \/ take /],
    ["attack_on_civilians/verb/4 as air_strike/noun/1", ["killed"], /^SUBJECT kill .* OBJECT\(people\); as /],
    ["armed_clash/verb/1 as armed_clash/verb/1", ["clashed"], /^SUBJECT\([^)]*\) clash \/ [^;]*$/],
    ["statement/said", ["said"], null],
    ["denial", ["denied"], null],
    ["no_such_type/verb/1", ["x"], null],
    ["withdrawal/verb/99", ["left"], null],
    ["withdrawal/noun/1", ["withdrawal"], null],
  ])("%s from %j", (rule, words, text) => {
    const told = ruleText(events, rule, words);
    if (text === null) expect(told).toBeNull();
    else expect(told).toMatch(text);
  });
  test("every frame of the codebook is told, under the rule that claims name it by", () => {
    const rules = new Set([...events.byVerb.values(), ...events.byNoun.values()].flat().map((p) => p.frame.rule));
    const told = [...events.types.values()].flatMap((t) => frameTexts(t.id, t.frames));
    expect(new Set(told.map((f) => f.rule))).toEqual(rules);
    for (const f of told) expect(f.narrowed.slice(0, 2).map((n) => n.split(":")[0])).toEqual(["actor", "target"]);
  });
});
