// What actors are to one another: the codebook's rows, what claims tell, how the two are drawn together, and the page of
// one actor out of a ledger of real reports.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadActorRelations } from "../src/codebook/actor-relations.ts";
import { loadActors } from "../src/codebook/actors.ts";
import { CODEBOOK, loadCodebook } from "../src/codebook/load.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import type { ActorRelation, Claim, Day } from "../src/model/index.ts";
import { ingest } from "../src/pipeline/ingest.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";
import { drawTogether, eventRelations } from "../src/resolve/actor-relations.ts";
import { namedRelations } from "../src/resolve/named-relations.ts";
import { type ActorAnswer, actor } from "../src/serve/actor.ts";
import { ask } from "../src/serve/question.ts";
import { claim, party, rules } from "./factories-claims.ts";

const line = (r: ActorRelation): string =>
  `${r.actor.name} ${r.relation} ${r.other.name} ${r.from ?? ""}..${r.to ?? ""} ${r.basis}${r.claims.length > 0 ? ` ${r.claims.join(" ")}` : ""}`;

describe("the registry's relations", () => {
  const registry = loadActors(CODEBOOK);
  const relations = loadActorRelations(CODEBOOK, registry);
  test("stand on the page of either end", () => {
    const renamed = "al-Nusra Front renamed_to Jabhat Fatah al-Sham 2016-07-28.. codebook";
    expect(relations.of("nusra-front").map(line)).toContain(renamed);
    expect(relations.of("jfs").map(line)).toContain(renamed);
  });
  test("a successor of actors.tsv succeeds, where no row says more", () => {
    expect(relations.of("gna").map(line)).toEqual([
      "Government of National Accord succeeded_by Government of National Unity 2021-03-15.. codebook",
    ]);
    expect(relations.of("jfs").filter((r) => r.relation === "succeeded_by")).toEqual([]);
  });
  test.each([
    ["rsf", "2020-01-01", "saf"],
    ["rsf", "2023-04-14", "saf"],
    ["rsf", "2023-04-15", "rsf"],
    ["hts", "2024-12-07", "syrian-opposition"],
    ["hts", "2025-01-05", "syria-new"],
    ["hts", "2016-01-01", null],
    ["sdf", "2016-01-01", "kurdish-led"],
    ["turkey", "2016-01-01", null],
    ["nobody", "2016-01-01", null],
  ])("%s is on %s of the side %s", (id, on, side) => {
    expect(relations.sideOn(id, on as Day)).toBe(side);
  });

  const folder = mkdtempSync(join(tmpdir(), "dateline-relations-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const loaded = (
    row: string,
    actors = "id\tname\taliases\tkind\tcountry\tside\tfrom\tto\tsuccessor_of\na\tAlpha\t\trebel\t\tleft\t\t\t\nb\tBeta\t\trebel\t\t\t\t\t\n",
  ) => {
    writeFileSync(join(folder, "actors.tsv"), actors);
    writeFileSync(join(folder, "actor-relations.tsv"), `actor\trelation\tother\tfrom\tto\tnote\n${row}\n`);
    return loadActorRelations(folder, loadActors(folder));
  };
  test.each([
    ["c\tpart_of\ta\t\t\t", /there is no actor 'c'/],
    ["a\tpart_of\tc\t\t\t", /there is no actor 'c'/],
    ["a\tof_side\tright\t\t\t", /no actor is of the side 'right'/],
    ["a\tlikes\tb\t\t\t", /relation/],
    ["a\tpart_of\ta\t\t\t", /no relation to itself/],
    ["a\tpart_of\tb\t2020-01-02\t2020-01-01\t", /ends before it begins/],
    ["a\tpart_of\tb\t2020\t\t", /YYYY-MM-DD/],
  ])("%j is a fault", (row, says) => {
    expect(() => loaded(row)).toThrow(says);
  });
  test("our rows pass over whom a registry of one's own leaves out", () => {
    writeFileSync(
      join(folder, "actors.tsv"),
      "id\tname\taliases\tkind\tcountry\tside\tfrom\tto\tsuccessor_of\nhts\tHTS\t\trebel\t\t\t\t\t\n",
    );
    rmSync(join(folder, "actor-relations.tsv"), { force: true });
    const own = loadActorRelations([folder, CODEBOOK], loadActors([folder, CODEBOOK]));
    expect(own.of("hts")).toEqual([]);
    expect(own.sides("hts")).toHaveLength(2);
  });
});

describe("what events tell", () => {
  const told = (event: string, quote: string, more: Parameters<typeof claim>[0] = {}): string[] =>
    eventRelations(
      claim({ id: "c1", event, quote, actors: ["Ruritania"], targets: ["hts"], day: "2024-12-06", ...more }),
      rules.actor_relations,
    ).map(line);
  test.each<[string, string, string, Parameters<typeof claim>[0], string[]]>([
    [
      "a listing",
      "designation_or_sanction",
      "Ruritania designated HTS a terrorist group",
      {},
      ["hts designated_by Ruritania 2024-12-06.. claims c1"],
    ],
    [
      "its end",
      "designation_or_sanction",
      "Ruritania removed HTS from its list of terrorist groups",
      {},
      ["hts designated_by Ruritania ..2024-12-06 claims c1"],
    ],
    [
      "sanctions",
      "designation_or_sanction",
      "Ruritania imposed sanctions on HTS",
      {},
      ["hts sanctioned_by Ruritania 2024-12-06.. claims c1"],
    ],
    ["an expelled envoy", "designation_or_sanction", "Ruritania expelled the ambassador", {}, []],
    [
      "a defection",
      "surrender",
      "The brigade defected to HTS",
      { actors: ["Fifth Brigade"] },
      ["Fifth Brigade defected_to hts 2024-12-06.. claims c1"],
    ],
    [
      "a surrender",
      "surrender",
      "The brigade laid down its arms",
      { actors: ["Fifth Brigade"] },
      ["Fifth Brigade surrendered_to hts 2024-12-06.. claims c1"],
    ],
    ["nobody in particular", "surrender", "Soldiers laid down their arms", { actors: ["soldiers"] }, []],
    [
      "an agreement",
      "ceasefire_or_agreement",
      "a truce between the army and HTS",
      { actors: ["army", "hts"], targets: [] },
      ["army agreed_with hts 2024-12-06.. claims c1"],
    ],
    ["an agreement of one", "ceasefire_or_agreement", "HTS agreed to a truce", { actors: ["hts"], targets: [] }, []],
    [
      "a split",
      "change_of_power",
      "the Fifth Brigade split from HTS",
      { actors: ["Fifth Brigade"] },
      ["Fifth Brigade split_from hts 2024-12-06.. claims c1"],
    ],
    ["an election", "change_of_power", "Ruritania elected a president", {}, []],
    ["only planned", "surrender", "they would surrender", { stance: "planned" }, []],
    ["denied", "surrender", "they did not surrender", { stance: "denied" }, []],
    [
      "some time in a year",
      "surrender",
      "The brigade defected",
      { actors: ["Fifth Brigade"], day: "2024-01-01", until: "2024-12-31" },
      ["Fifth Brigade defected_to hts .. claims c1"],
    ],
    ["a clash", "armed_clash", "HTS fought", {}, []],
  ])("%s", (_, event, quote, more, expected) => {
    expect(told(event, quote, more)).toEqual(expected);
  });
});

describe("what words about a name tell", () => {
  const NAMES: Readonly<Record<string, string>> = {
    Ruritania: "ruritania",
    Ruritanian: "ruritania",
    "U.S.": "united-states",
    "al-Qaida": "al-qaeda",
    "Old Front": "old-front",
    Russia: "russia",
  };
  const naming = (name: string) => (NAMES[name] ? { id: NAMES[name] as never, name } : null);
  const told = (quote: string, name: string): string[] => {
    const at = quote.indexOf(name);
    const who = {
      ...party("hts"),
      name: "HTS",
      text: name,
      at: [[at, at + name.length]],
    } as unknown as Claim["actors"][number];
    const made = { ...claim({ id: "c1", quote, targets: [] }), actors: [who] };
    return namedRelations(made, rules.actor_relations, naming).map(line);
  };
  test.each<[string, string, string[]]>([
    ["The Ruritanian-backed HTS took the town.", "HTS", ["HTS backed_by Ruritanian .. claims c1"]],
    ["U.S.-backed HTS fighters took the town.", "U.S.-backed HTS fighters", ["HTS backed_by U.S. .. claims c1"]],
    ["The al-Qaida-linked HTS took the town.", "HTS", ["HTS allied_with al-Qaida .. claims c1"]],
    ["HTS, backed by Russia, took the town.", "HTS", ["HTS backed_by Russia .. claims c1"]],
    [
      "HTS, formerly known as the Old Front of the south, took the town.",
      "HTS",
      ["Old Front renamed_to HTS .. claims c1"],
    ],
    ["HTS (formerly Old Front) took the town.", "HTS", ["Old Front renamed_to HTS .. claims c1"]],
    ["HTS took the town from Ruritanian-backed rebels.", "HTS", []],
    ["Somebody-backed HTS took the town.", "HTS", []],
    ["HTS backed down.", "HTS", []],
    ["HTS, formerly strong, took the town.", "HTS", []],
  ])("%s", (quote, name, expected) => {
    expect(told(quote, name)).toEqual(expected);
  });
});

describe("drawing together", () => {
  const relation = (more: Partial<ActorRelation>): ActorRelation => ({
    actor: { id: "a" as never, name: "A" },
    relation: "backed_by",
    other: { id: "b" as never, name: "B" },
    from: null,
    to: null,
    basis: "claims",
    note: null,
    claims: [],
    ...more,
  });
  const d = (s: string): Day => s as Day;
  const c = (...ids: string[]) => ids as unknown as ActorRelation["claims"];
  test.each<[string, Partial<ActorRelation>[], string[]]>([
    [
      "one day told twice",
      [
        { from: d("2024-12-01"), claims: c("x") },
        { from: d("2024-12-02"), claims: c("y") },
      ],
      ["A backed_by B 2024-12-01.. claims x y"],
    ],
    [
      "a beginning and its end",
      [
        { from: d("2024-12-01"), claims: c("x") },
        { to: d("2024-12-20"), claims: c("y") },
      ],
      ["A backed_by B 2024-12-01..2024-12-20 claims x y"],
    ],
    [
      "an end before",
      [
        { from: d("2024-12-10"), claims: c("x") },
        { to: d("2024-12-01"), claims: c("y") },
      ],
      ["A backed_by B ..2024-12-01 claims y", "A backed_by B 2024-12-10.. claims x"],
    ],
    [
      "two beginnings",
      [{ from: d("2020-12-01"), claims: c("x") }, { from: d("2024-12-01"), claims: c("y") }, { claims: c("z") }],
      ["A backed_by B 2020-12-01.. claims x", "A backed_by B 2024-12-01.. claims y", "A backed_by B .. claims z"],
    ],
    [
      "words bear the codebook out",
      [{ basis: "codebook", from: d("2017-05-30") }, { claims: c("x") }],
      ["A backed_by B 2017-05-30.. codebook x"],
    ],
    [
      "a mutual one from either end",
      [
        { relation: "agreed_with", from: d("2024-12-01"), claims: c("x") },
        {
          relation: "agreed_with",
          actor: { id: "b" as never, name: "B" },
          other: { id: "a" as never, name: "A" },
          from: d("2024-12-01"),
          claims: c("y"),
        },
      ],
      ["A agreed_with B 2024-12-01.. claims x y"],
    ],
    [
      "the other way round is another",
      [
        { claims: c("x") },
        { actor: { id: "b" as never, name: "B" }, other: { id: "a" as never, name: "A" }, claims: c("y") },
      ],
      ["A backed_by B .. claims x", "B backed_by A .. claims y"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(drawTogether(rows.map(relation)).map(line)).toEqual(expected);
  });
  test("the same whatever the order of the claims", () => {
    const some = fc.array(
      fc.record({
        from: fc.constantFrom(null, d("2024-12-01"), d("2024-12-03"), d("2024-12-20")),
        ended: fc.boolean(),
        id: fc.uniqueArray(fc.constantFrom("p", "q", "r", "s", "t", "u"), { minLength: 1, maxLength: 1 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        some.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const made = (list: typeof rows) =>
            drawTogether(
              list.map((r) => relation({ ...(r.ended ? { to: r.from } : { from: r.from }), claims: c(...r.id) })),
            ).map(line);
          expect(made(shuffled)).toEqual(made(rows));
        },
      ),
    );
  });
});

describe("the page of an actor", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-actor-"));
  const codebook = loadCodebook();
  let ledger: Ledger;
  beforeAll(async () => {
    const reports: readonly (readonly [string, string, string])[] = [
      [
        "a.txt",
        "2024-12-02",
        "Fighters of Hayat Tahrir al-Sham captured the town of Morek on Sunday, the Syrian Observatory for Human Rights said.",
      ],
      [
        "b.txt",
        "2024-12-03",
        "HTS captured the town of Khattab on Tuesday. The Turkish-backed Syrian National Army shelled Manbij on Monday.",
      ],
      ["c.txt", "2024-12-04", "HTS shelled Hama on Wednesday."],
    ];
    for (const [file, , text] of reports) writeFileSync(join(folder, file), text);
    writeFileSync(
      join(folder, "documents.tsv"),
      `file\toutlet\tpublished\n${reports.map(([file, day]) => `${file}\tOutlet ${file}\t${day}`).join("\n")}\n`,
    );
    ledger = await openLedger(":memory:", judgedBy(codebook));
    await ingest(ledger, [folder], codebook, {});
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
  const page = async (id: string, more = {}) => (await ask(ledger, codebook, actor, { id, ...more })) as ActorAnswer;

  test("has every spelling, with count, days and the words where it was met first", async () => {
    const hts = await page("hts");
    expect(hts).toMatchObject({
      name: "Hayat Tahrir al-Sham",
      kind: "rebel",
      claims: 3,
      first: "2024-12-01",
      last: "2024-12-04",
    });
    const met = hts.spellings.find((s) => s.text === "HTS")!;
    expect(met).toMatchObject({ claims: 2, first: "2024-12-03", last: "2024-12-04", citation: { document: "b.txt" } });
    const document = await (await ledger.view()).document("b.txt");
    expect(document!.text.slice(met.citation!.start, met.citation!.end)).toBe("HTS");
    expect(hts.cited.map((c) => c.id)).toContain("b.txt");
  });
  test("by any of its names; one that may be several is asked back; one that is nobody is refused", async () => {
    expect((await page("Hay'at Tahrir al-Sham")).id).toBe("hts");
    await expect(page("ISI")).rejects.toThrow(/may be .* or Islamic State of Iraq \(isi\)/);
    expect((await page("SNA")).id).toBe("sna");
    await expect(page("Nobody at all")).rejects.toMatchObject({ status: 404 });
  });
  test("relations have dates, basis and citations", async () => {
    const sna = await page("sna");
    const backed = sna.relations.find((r) => r.relation === "backed_by")!;
    expect(backed).toMatchObject({
      says: "is backed by",
      with: { id: "turkey" },
      from: "2017-05-30",
      basis: "codebook",
    });
    expect(backed.citations.map((c) => c.document)).toEqual(["b.txt"]);
  });
  test("one whom only the registry knows has its relations, from the other end", async () => {
    const jfs = await page("jfs");
    expect(jfs.claims).toBe(0);
    expect(jfs.relations.map((r) => `${r.says} ${r.with.name} ${r.from}`)).toEqual([
      "was formerly al-Nusra Front 2016-07-28",
      "merged into Hayat Tahrir al-Sham 2017-01-28",
    ]);
  });
  test("of a day: only what stood then; by a clock: only what was known", async () => {
    expect((await page("hts", { at: "2024-12-01" })).sides.map((s) => s.side)).toEqual(["syrian-opposition"]);
    expect((await page("hts", { at: "2017-03-01" })).relations.map((r) => r.says)).toEqual(["took in", "includes"]);
    expect((await page("hts", { known_by: "2024-12-02" })).spellings).toHaveLength(1);
  });
});
