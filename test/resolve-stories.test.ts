// Two documents that tell one story, known by the rare words of their beginnings: what it bridges and what it never does;
// kinds told generally; accounts without a day.
import { describe, expect, test } from "vitest";
import type { Claim, Document } from "../src/model/index.ts";
import { judge } from "../src/resolve/judge.ts";
import { withoutAffixes, wordsOf } from "../src/resolve/names.ts";
import { retold, storyOf } from "../src/resolve/story.ts";
import { claim, codebook, document, partition, place, rules, told } from "./factories-claims.ts";

const DINER =
  "Tobias Wexcombe, 17, is accused of opening fire on Kestrel Hargrove outside the Lantern Diner on Marlowe Street. " +
  "Hargrove, 24, was taken to Saint Brannoc hospital, where she died, Sergeant Ilse Quartermain said.";
const DINER_AGAIN =
  "Relatives of Kestrel Hargrove lit candles at the Lantern Diner. Hargrove, 24, died at Saint Brannoc hospital; " +
  "Tobias Wexcombe was held on Marlowe Street by officers under Sergeant Quartermain.";
const SHORTLY = "Kestrel Hargrove, 24, died after she was shot at a diner, her relatives said on Friday.";
const PARTLY =
  "Wexcombe, Quartermain, Brannoc and Marlowe were named again on Friday, when the council of the town met to talk of " +
  "new lamps, of the price of the harbour ferry, and of the Pellworth quarry, where Anselm Drury and Maud Tregarth work. " +
  "Alderman Osric Fennimore and Beatrix Loveday spoke against the tramway to Gorsedale, Philippa Stroud and Cuthbert Rainsford " +
  "for it; Winifred Ashdown read out the accounts of the Thornbury almshouse, and Lionel Crabtree those of the orchard.";
const QUARRY =
  "A guard at the Pellworth quarry, Anselm Drury, 51, was wounded when masked men fired at his hut near Ostler Lane. " +
  "Nobody has been held, Inspector Maud Tregarth told reporters in Pellworth.";

const rarity = codebook.rarity!;
const storyIn = (text: string) => storyOf(document("x", { text }), rarity, rules.story);

test("a story is known by its names, not by the words of every report", () => {
  const same = retold(storyIn(DINER), storyIn(DINER_AGAIN));
  const other = retold(storyIn(DINER), storyIn(QUARRY));
  expect(same.cosine).toBeGreaterThan(rules.story.slips.cosine);
  expect(same.rare).toBeGreaterThanOrEqual(rules.story.slips.rare);
  const names = new Set(["kestrel", "hargrove", "lantern"]);
  expect(retold(storyIn(DINER), storyIn(DINER_AGAIN), (word) => names.has(word)).rare).toBe(same.rare - 3);
  expect(other.cosine).toBeLessThan(rules.story.alike.cosine);
  expect(storyIn(DINER).marks).toEqual(expect.arrayContaining(["hargrove", "quartermain"]));
});

test("a text in another language tells no story: all its words are rare", () => {
  const story = storyIn("Le jeune homme a ouvert le feu devant le restaurant de la rue, selon la police de la ville");
  expect(story).toMatchObject({ marks: [] });
});

test("an Arabic word without what is written onto it; of short words and other scripts nothing is taken", () => {
  const words = ["والقصف", "بالبلدة", "قصـف", "المدنيين", "الى", "under"].flatMap(wordsOf);
  expect(words.map((w) => withoutAffixes(w, rules.affixes))).toEqual(["قصف", "بلد", "قصف", "مدني", "الى", "under"]);
});

type Row = NonNullable<Parameters<typeof claim>[0]>;
type About = Partial<Document>;
const two = ([a, x]: readonly [Row, About], [b, y]: readonly [Row, About], more: readonly Claim[] = []) =>
  partition(
    judge(
      told([claim({ id: "a", document: "one", ...a }), claim({ id: "b", document: "two", ...b }), ...more], {
        documents: [document("one", { text: DINER, ...x }), document("two", { text: DINER_AGAIN, ...y })],
      }),
      codebook,
    ),
  );
const shooting: Row = { event: "attack_on_civilians", actors: [] };

describe("one story bridges", () => {
  test.each<[string, readonly [Row, About], readonly [Row, About]]>([
    ["a place that one of them leaves open", [{}, {}], [{ at: null }, {}]],
    ["a day that one of them leaves open", [{}, {}], [{ day: null }, { published: "2024-12-20" }]],
    ["a place that may be a slip", [{}, {}], [{ at: "Rastan", day: null }, {}]],
    ["a day that may be a slip", [{}, {}], [{ day: "2024-12-09" }, { published: "2024-12-10" }]],
    ["another toll, as told since", [{ killed: 2 }, {}], [{ at: null, killed: 30 }, {}]],
    ["months between the reports", [{}, {}], [{ at: null, day: null }, { published: "2025-06-01" }]],
  ])("%s", (_, [a, x], [b, y]) => {
    expect(two([{ ...shooting, ...a }, x], [{ ...shooting, ...b }, y])).toEqual(["a+b"]);
    // Without the story they are two.
    expect(
      two(
        [{ ...shooting, ...a }, x],
        [
          { ...shooting, ...b },
          { ...y, text: QUARRY },
        ],
      ),
    ).toEqual(["a", "b"]);
  });
});

describe("one story never joins", () => {
  test.each<[string, readonly [Row, About], readonly [Row, About]]>([
    ["two kinds of event", [{}, {}], [{ event: "protest" }, {}]],
    ["another place and another toll", [{ killed: 2 }, {}], [{ at: "Rastan", killed: 30 }, {}]],
    [
      "another place and another day, unless much else is told alike",
      [{}, {}],
      [
        { at: "Rastan", day: "2024-12-09" },
        { published: "2024-12-10", text: PARTLY },
      ],
    ],
    ["a day some years from it", [{}, {}], [{ at: null, day: "2023-12-08" }, { published: "2026-12-10" }]],
    ["kinds of which a report tells many", [{ event: "shelling" }, {}], [{ event: "shelling", at: null }, {}]],
    [
      "what was told before it happened",
      [{ day: "2024-12-08" }, { published: "2024-12-09" }],
      [{ day: null }, { text: SHORTLY }],
    ],
    [
      "reports without a date, by their words alone",
      [{ at: null, day: null }, { published: null }],
      [{ day: null }, { published: null }],
    ],
    [
      "what happened in a month of the past",
      [{ at: null, day: "2024-06-01", until: "2024-06-30", background: true }, {}],
      [{ day: "2024-06-01", until: "2024-06-30", background: true }, {}],
    ],
    ["a plan and what was done", [{}, {}], [{ stance: "planned", at: null }, {}]],
  ])("%s", (_, [a, x], [b, y]) => {
    expect(two([{ ...shooting, ...a }, x], [{ ...shooting, ...b }, y])).toEqual(["a", "b"]);
  });
  test("the same town hit again a day later", () => {
    const texts = { text: `${DINER} Seven rockets.`, published: "2024-12-08" };
    const strike: Row = { event: "air_strike", actors: ["russia"] };
    expect(
      two([{ ...strike, killed: 2 }, texts], [{ ...strike, day: "2024-12-07", killed: 9 }, { text: QUARRY }]),
    ).toEqual(["a", "b"]);
  });
});

describe("kinds told generally", () => {
  const generally: Row = { event: "attack_on_civilians", actors: [], killed: 2 };
  const quiet: About = { text: QUARRY };
  test("'two civilians were killed' may be the air strike of that town and day, and the incident is an air strike", () => {
    const claims = [
      claim({ id: "a", event: "air_strike", actors: ["russia"], killed: 2 }),
      claim({ ...generally, id: "b", document: "two" }),
    ];
    expect(judge(told(claims), codebook).incidents).toMatchObject([{ event: "air_strike", claims: ["a", "b"] }]);
  });
  test("it brings no two particular kinds together", () => {
    const clash = claim({ id: "c", event: "armed_clash", document: "three", killed: 2 });
    const found = two([{ event: "air_strike", actors: ["russia"], killed: 2 }, {}], [generally, quiet], [clash]);
    expect(found).toHaveLength(2);
    expect(found.some((ids) => ids.includes("a") && ids.includes("c"))).toBe(false);
  });
  test("a bombing may be an air strike; a car bomb is none", () => {
    const strike: Row = { event: "air_strike", actors: [] };
    const bombing = (quote: string): Row => ({ event: "bombing", actors: [], quote });
    expect(two([strike, {}], [bombing("the bombing of Homs"), quiet])).toEqual(["a+b"]);
    expect(two([strike, {}], [bombing("a car bomb in Homs"), quiet])).toEqual(["a", "b"]);
  });
  test("another toll is another happening", () => {
    expect(two([{ event: "air_strike", actors: [], killed: 30 }, {}], [generally, quiet])).toEqual(["a", "b"]);
  });
});

describe("neither day nor date of publication", () => {
  const undated: About = { published: null, text: QUARRY };
  const shelling: Row = { event: "shelling", actors: ["army"], day: null };
  test.each<[string, Row, Row, number]>([
    ["one town, doer and toll", { killed: 3 }, { killed: 3 }, 1],
    ["one town, kind and doer", {}, {}, 1],
    ["one town and kind alone", { actors: [] }, { actors: [] }, 2],
    [
      "one town and kind, in words alike but for what Arabic writes onto them",
      { actors: [], quote: "قصف مدفعي على البلدة" },
      { actors: [], quote: "والقصف المدفعي طال بلدة" },
      1,
    ],
    ["one town and doer, another toll", { killed: 3 }, { killed: 19 }, 2],
    ["a province, doer and toll", { killed: 3, at: "Homs province" }, { killed: 3, at: "Homs province" }, 2],
    [
      "spellings of a town that no gazetteer has",
      { killed: 3, at: place("Tel Qarrouba") },
      { killed: 3, at: place("Tall Qarruba") },
      1,
    ],
  ])("%s", (_, a, b, incidents) => {
    expect(two([{ ...shelling, ...a }, { published: null }], [{ ...shelling, ...b }, undated])).toHaveLength(incidents);
  });
  test("a total that says neither since when nor until when is of no series", () => {
    const total: Row = { event: "casualty_tally", actors: [], at: "Syria", day: null, killed: 500 };
    expect(two([total, { published: null }], [total, undated])).toEqual(["a", "b"]);
    expect(two([total, {}], [total, { text: QUARRY }])).toEqual(["a+b"]);
  });
});

test("what a document tells again without place or day is of its first happening, where several fit", () => {
  const row = (id: string, at: number, more: Row) =>
    claim({ id, event: "shelling", actors: [], start: at as never, ...more });
  const claims = [row("a", 0, { at: "Homs" }), row("b", 200, { at: "Rastan" }), row("c", 400, { at: null, day: null })];
  expect(partition(judge(told(claims), codebook))).toEqual(["a+c", "b"]);
});

test("'near a village, in its province' is told of the village", () => {
  const at = [place("Tel Qarrouba", { role: "near" }), place("Homs province")];
  const claims = [
    claim({ id: "a", event: "shelling", at }),
    claim({ id: "b", event: "shelling", at: place("Tel Qarrouba", { role: "near" }), document: "two" }),
    claim({
      id: "c",
      event: "shelling",
      at: [place("Wadi Samra", { role: "near" }), place("Homs province")],
      document: "three",
    }),
  ];
  expect(partition(judge(told(claims), codebook))).toEqual(["a+b", "c"]);
});

test("two villages of one name that no gazetteer has, in two provinces", () => {
  const village = (province: string) => [place("Tel Qarrouba"), place(province)];
  const claims = ["Homs province", "Hama province", "Homs province"].map((province, n) =>
    claim({ id: `v${n}`, document: `d${n}`, event: "shelling", at: village(province) }),
  );
  expect(partition(judge(told(claims), codebook))).toEqual(["v0+v2", "v1"]);
});
