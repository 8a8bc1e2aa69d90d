// A codebook of one's own: whatever its folder lacks is ours, its version tells its words apart, and every fault in it is
// told by file and line, in all files at once.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { doubtsOf } from "../src/codebook/doubts.ts";
import { CodebookFault, faultLine } from "../src/codebook/faults.ts";
import { FILES } from "../src/codebook/folders.ts";
import { CODEBOOK, loadCodebook, readCodebook } from "../src/codebook/load.ts";
import { nearest } from "../src/codebook/nearest.ts";
import { UserError } from "../src/model/index.ts";
import { codeText, tryExamples } from "../src/pipeline/worked-examples.ts";

const root = mkdtempSync(join(tmpdir(), "dateline-own-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
/** A folder with these files, each ours as changed by `change`, or the text itself. */
function folder(files: Readonly<Record<string, string | ((ours: string) => string)>>): string {
  const path = join(root, `own-${made++}`);
  mkdirSync(path);
  for (const [name, change] of Object.entries(files))
    writeFileSync(
      join(path, name),
      typeof change === "string" ? change : change(readFileSync(join(CODEBOOK, name), "utf8")),
    );
  return path;
}
/** Replaces what must be there. */
const replacing = (from: string | RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from);
  return text.replace(from, to);
};
/** The faults without their folder; none where it holds. */
function faultsOf(path: string): string[] {
  try {
    readCodebook(path);
    return [];
  } catch (error) {
    if (!(error instanceof CodebookFault)) throw error;
    return error.faults.map((f) => faultLine({ ...f, file: f.file.replace(`${path}/`, "") }));
  }
}
const lineOf = (path: string, name: string, words: string): number =>
  readFileSync(join(path, name), "utf8")
    .split("\n")
    .findIndex((l) => l.includes(words)) + 1;

const HARVEST = `  - id: harvest_brought_in
    is: a harvest is brought in
    acled: [{type: Strategic developments, sub_type: Other}]
    plover: COERCE
    frames:
      - {verbs: [harvest, reap], with: [wheat, olives]}
    examples: [Residents harvested all the wheat in Homs on Sunday.]
    negatives: [Surgeons harvested a kidney at noon.]
`;
const harvest = replacing("  - id: withdrawal\n", `${HARVEST}  - id: withdrawal\n`);

describe("one file of one's own", () => {
  const own = folder({ "events.yaml": harvest });
  const codebook = loadCodebook(own);

  test("is read in place of ours, and all the others are ours", () => {
    expect(codebook.files.filter((f) => f.own).map((f) => f.name)).toEqual(["events.yaml"]);
    expect(codebook.files.map((f) => f.name)).toEqual([...FILES]);
    expect(codebook.actors.all.length).toBe(loadCodebook().actors.all.length);
    expect(codebook.events.types.has("harvest_brought_in")).toBe(true);
    expect(loadCodebook().events.types.has("harvest_brought_in")).toBe(false);
  });
  test("codes what ours does not, and the claim carries its version", () => {
    const text = "Residents harvested all the wheat in Homs on Friday.";
    const [claim] = codeText(text, codebook);
    expect(claim).toMatchObject({
      event: "harvest_brought_in",
      plover: "COERCE",
      codebook: codebook.version,
      event_evidence: { rule: "harvest_brought_in/verb/1" },
    });
    expect(codeText(text, loadCodebook()).map((c) => c.event)).not.toContain("harvest_brought_in");
    expect(codeText("Surgeons harvested a kidney at noon.", codebook)).toEqual([]);
  });
  test("changes the version's hash; the same words, whole or in part, have the same", () => {
    expect(codebook.version).not.toBe(loadCodebook().version);
    expect(readCodebook(folder({ "events.yaml": (s) => s })).version).toBe(loadCodebook().version);
    const whole = folder({});
    cpSync(CODEBOOK, whole, { recursive: true });
    writeFileSync(join(whole, "events.yaml"), readFileSync(join(own, "events.yaml")));
    expect(readCodebook(whole).version).toBe(codebook.version);
    const places = folder({ "places.tsv": replacing("\tBadakhshan province\t", "\tBadakhshan Province\t") });
    expect(readCodebook(places).version).not.toBe(loadCodebook().version);
    expect(readCodebook(places).gazetteer.version).not.toBe(loadCodebook().gazetteer.version);
  });
  test("its worked examples are tried with it", () => {
    const wrong = folder({
      "events.yaml": (ours) =>
        harvest(ours).replace(
          "[Surgeons harvested a kidney at noon.]",
          "[Surgeons harvested a kidney at noon., Residents reaped wheat.]",
        ),
    });
    const failed = tryExamples(readCodebook(wrong)).filter((f) => f.worked.event === "harvest_brought_in");
    expect(failed.map((f) => [f.worked.text, f.worked.line, f.worked.shall])).toEqual([
      ["Residents reaped wheat.", lineOf(wrong, "events.yaml", "Residents reaped wheat."), false],
    ]);
    expect(failed[0]!.coded[0]).toEqual({ event: "harvest_brought_in", rule: "harvest_brought_in/verb/1" });
  });
});

describe("a folder that is none", () => {
  test.each([
    ["that is not there", () => join(root, "nowhere"), /is not there/],
    ["that is a file", () => join(folder({ "events.yaml": (s) => s }), "events.yaml"), /is a file/],
    ["that is empty", () => folder({}), /has no file of a codebook/],
    ["with files of other kinds", () => folder({ "notes.txt": "x" }), /has no file of a codebook/],
  ])("%s is refused with a hint", (_what, path, message) => {
    const refused = (): unknown => {
      try {
        return readCodebook(path());
      } catch (error) {
        return error;
      }
    };
    const error = refused();
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
    expect(error).toMatchObject({ exit: 2, hint: expect.stringMatching(/is taken from ours/) });
  });
});

describe("a fault is told by file, line and key", () => {
  test.each([
    [
      "a row's id",
      "actors.tsv",
      (s: string) => `${s}Bad Id\tname\t\tarmy\tSY\t\t\t\t\n`,
      /^actors\.tsv:\d+: id: ids are lower case/,
    ],
    ["a row's kind", "sayings.tsv", (s: string) => `${s}mumble\tmumbled\tfirm\n`, /^sayings\.tsv:\d+: kind: /],
    [
      "an id twice",
      "actors.tsv",
      (s: string) => `${s}${s.split("\n")[1]}\n`,
      /^actors\.tsv:\d+: id: 'syrian-army' stands on line 2/,
    ],
    [
      "no such predecessor",
      "actors.tsv",
      replacing("SY\tsyrian-government\t\t2024-12-08\t", "SY\tsyrian-government\t\t2024-12-08\tnobody"),
      /^actors\.tsv:2: successor_of: there is no actor 'nobody'/,
    ],
    [
      "a head without a column",
      "sayings.tsv",
      replacing("phrase\tkind", "phrase kind"),
      /^sayings\.tsv:1: the head lacks phrase, kind; /,
    ],
    [
      "a tab too many",
      "sayings.tsv",
      replacing("say\tsaid\tfirm", "say\tsaid\tfirm\tfirm"),
      /^sayings\.tsv:2: has 4 cells under 3 columns/,
    ],
    [
      "no such container",
      "places.tsv",
      replacing("\tprovince\taf\tAF\t", "\tprovince\txx-none\tAF\t"),
      /^places\.tsv:2: within: there is no place or country 'xx-none'/,
    ],
    [
      "a type's code",
      "events.yaml",
      replacing("plover: ASSAULT", "plover: 3"),
      /^events\.yaml:\d+: events\.armed_clash\.plover: /,
    ],
    [
      "an unknown key",
      "events.yaml",
      replacing("    plover: ASSAULT", "    plovers: ASSAULT\n    plover: ASSAULT"),
      /^events\.yaml:\d+: events\.armed_clash\.plovers: no such key/,
    ],
    [
      "a type twice",
      "events.yaml",
      replacing("id: territory_captured", "id: armed_clash"),
      /^events\.yaml:\d+: events\.armed_clash\.id: 'armed_clash' stands there already/,
    ],
    [
      "a type that the coder needs",
      "events.yaml",
      replacing("id: casualty_tally", "id: tally"),
      /^events\.yaml:\d+: events: there is no type 'casualty_tally'/,
    ],
    [
      "blanks around a bar",
      "events.yaml",
      replacing("{verbs: [ambush,", "{verbs: [ambush | trap,"),
      /^events\.yaml:\d+: .*alternatives are joined without blanks/,
    ],
    [
      "a pattern that begins with a gap",
      "events.yaml",
      replacing("{verbs: [ambush,", "{verbs: [~ ambush,"),
      /^events\.yaml:\d+: .*begins with what may miss/,
    ],
    [
      "a frame without words",
      "events.yaml",
      replacing("{verbs: [invade], ", "{"),
      /^events\.yaml:\d+: .*a frame has verbs or nouns/,
    ],
    ["broken YAML", "judgement.yaml", replacing("families:\n", "families: [\n"), /^judgement\.yaml:\d+: /],
    [
      "a type of the collapse rule",
      "judgement.yaml",
      replacing("of: [Protests, Violence against civilians]", "of: [Protests, Violence]"),
      /^judgement\.yaml:\d+: .*'Violence' is not in the hierarchy/,
    ],
    [
      "a relation of actors",
      "judgement.yaml",
      replacing("relation: defected_to", "relation: deserted_to"),
      /^judgement\.yaml:\d+: .*relation/,
    ],
    [
      "the day of a relation",
      "actor-relations.tsv",
      replacing("2016-07-28\t\tannounced", "28 July 2016\t\tannounced"),
      /^actor-relations\.tsv:\d+: .*YYYY-MM-DD/,
    ],
    [
      "an actor of a theatre",
      "theatres.yaml",
      replacing(/actor: [\w-]+/, "actor: nobody"),
      /^theatres\.yaml:\d+: .*there is no actor 'nobody'/,
    ],
    [
      "a file of no known name",
      "event.yaml",
      () => "version: 1\n",
      /^event\.yaml: no file of a codebook has this name; did you mean events\.yaml\?/,
    ],
  ] as const)("%s in %s", (_what, name, change, message) => {
    const path = folder(name === "event.yaml" ? { [name]: "version: 1\n" } : { [name]: change });
    const faults = faultsOf(path);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatch(message);
    expect(() => readCodebook(path)).toThrow(UserError);
  });
  test("the line is that of what is wrong", () => {
    const path = folder({ "events.yaml": (ours) => harvest(ours).replace("plover: COERCE", "plover: [COERCE]") });
    expect(faultsOf(path)).toEqual([
      expect.stringMatching(
        `^events.yaml:${lineOf(path, "events.yaml", "plover: [COERCE]")}: events.harvest_brought_in.plover: `,
      ),
    ]);
  });
  test("all of them at once, of every file", () => {
    const path = folder({
      "events.yaml": (ours) =>
        harvest(ours).replace("plover: COERCE", "plover: 3").replace("is: a harvest is brought in", "is: 4"),
      "sayings.tsv": (ours) => `${ours}mumble\tmumbled\tfirm\nmutter\tsaid\thard\n`,
      "numbers.yaml": replacing(/values:\n/, "values:\n  Ten: 1\n  tenth: x\n"),
    });
    const faults = faultsOf(path);
    expect(faults.map((f) => f.replace(/:\d+: .*/, ""))).toEqual([
      "events.yaml",
      "events.yaml",
      "sayings.tsv",
      "sayings.tsv",
      "numbers.yaml",
      "numbers.yaml",
    ]);
    expect(() => readCodebook(path)).toThrow(/\(and 5 more\)$/);
  });
});

describe("what is doubtful is told and refuses nothing", () => {
  test.each([
    [
      "a role that is none",
      "target: [with, against, object]\n",
      "target: [with, agaisnt, object]\n",
      /frames\.1\.target: 'agaisnt' is no place in a sentence/,
    ],
    [
      "a pair that ACLED has not",
      "sub_type: Armed clash}",
      "sub_type: Armed clashes}",
      /acled: ACLED has no 'Battles \/ Armed clashes'/,
    ],
    ["an event that PLOVER has not", "plover: ASSAULT", "plover: ASSAIL", /plover: PLOVER has no event 'ASSAIL'/],
    [
      "a rule about no type",
      "id: armed_clash\n",
      "id: clashes\n",
      /families\.clash: events\.yaml has no type 'armed_clash'/,
    ],
  ] as const)("%s", (_what, from, to, says) => {
    const doubts = doubtsOf(readCodebook(folder({ "events.yaml": replacing(from, to) })));
    expect(doubts.map(faultLine).join("\n")).toMatch(says);
  });
  test("a new type with known codes and prepositions is not", () => {
    expect(doubtsOf(readCodebook(folder({ "events.yaml": harvest })))).toEqual([]);
  });
});

describe("names that were meant", () => {
  const names = ["air_strike", "shelling", "withdrawal", "armed_clash", "attack_on_civilians"];
  test.each([
    ["air_strik", ["air_strike"]],
    ["Air strike", ["air_strike"]],
    ["strike", ["air_strike"]],
    ["withdrawl", ["withdrawal"]],
    ["clash", ["armed_clash"]],
    ["zz", []],
    ["rain", []],
  ])("%s", (asked, found) => {
    expect(nearest(asked, names)).toEqual(found);
  });
});
