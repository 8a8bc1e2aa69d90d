// Who holds what from when to when, and how orders stand, out of claims.
import { describe, expect, test } from "vitest";
import type { Claim, Day } from "../src/model/index.ts";
import { holdingsAt } from "../src/resolve/control.ts";
import { judge } from "../src/resolve/judge.ts";
import { claim, codebook, document, place, time, told } from "./factories-claims.ts";

const judged = (claims: readonly Claim[], more = {}) => judge(told(claims, more), codebook);
const rows = (claims: readonly Claim[], more = {}) =>
  judged(claims, more).holdings.map(
    (h) => `${h.place.name}: ${h.holder.name} ${h.state} ${h.from ?? "?"}..${h.to ?? ""} ${h.basis}`,
  );
const took = (day: string, who: string, more: Parameters<typeof claim>[0] = {}): Claim =>
  claim({ event: "territory_captured", actors: [who], day, ...more });
const left = (day: string, who: string, more: Parameters<typeof claim>[0] = {}): Claim =>
  claim({ event: "withdrawal", actors: [who], day, ...more });

describe("holdings", () => {
  test("a town is held from its capture until another takes it; two independent accounts make it assessed", () => {
    expect(
      rows([
        took("2024-11-30", "army", { sources: ["afp"] }),
        took("2024-12-07", "hts", { sources: ["sohr"], document: "two" }),
        took("2024-12-07", "hts", { sources: ["reuters"], document: "three" }),
      ]),
    ).toEqual([
      "Homs: army controls 2024-11-30..2024-12-07 claimed_by_other",
      "Homs: hts controls 2024-12-07.. assessed",
    ]);
  });
  test("leaving ends a holding, and the place is left until somebody comes", () => {
    expect(rows([took("2024-11-30", "army"), left("2024-12-06", "army"), took("2024-12-08", "army")])).toEqual([
      "Homs: army controls 2024-11-30..2024-12-06 claimed_by_other",
      "Homs: army left 2024-12-06..2024-12-08 claimed_by_other",
      "Homs: army controls 2024-12-08.. claimed_by_other",
    ]);
  });
  test("a denied capture stands beside its denial and takes the place from nobody", () => {
    const claims = [
      took("2024-11-01", "army"),
      took("2024-12-07", "hts", { sources: ["hts"] }),
      took("2024-12-07", "hts", { sources: ["ministry"], stance: "denied", actors: [] }),
    ];
    expect(rows(claims)).toEqual([
      "Homs: army controls 2024-11-01.. claimed_by_other",
      "Homs: hts controls 2024-12-07.. claimed_by_holder",
      "Homs: hts controls 2024-12-07.. denied",
    ]);
  });
  test.each<[string, Claim]>([
    ["a planned withdrawal", left("2024-12-06", "army", { stance: "planned" })],
    ["an offensive towards a place", claim({ event: "offensive", actors: ["hts"] })],
    ["a place that is only near", took("2024-12-06", "hts", { at: place("Homs", { precision: "near" }) })],
    ["a whole country", took("2024-12-06", "hts", { at: "Syria" })],
  ])("%s is nobody's holding", (_, c) => {
    expect(rows([c])).toEqual([]);
  });
  test("a province is not its town, nor is a town's countryside", () => {
    const held = rows([
      took("2024-12-06", "sdf", { at: "Deir ez-Zor" }),
      took("2024-12-06", "rebels", { at: place("Deir ez-Zor", { precision: "area" }), document: "two" }),
      left("2024-12-06", "army", { at: "Deir ez-Zor province", document: "three" }),
    ]);
    expect(held).toEqual([
      "Deir ez-Zor: sdf controls 2024-12-06.. claimed_by_other",
      "Deir ez-Zor (part or surroundings): rebels present 2024-12-06.. claimed_by_other",
      "Deir ez-Zor province: army left 2024-12-06.. claimed_by_other",
    ]);
  });
  test("held as a standing fact: from the day it is told of, or over the time told", () => {
    const published = document("one", { published: "2024-12-06" });
    expect(rows([claim({ event: "holds", actors: ["army"], day: null })], { documents: [published] })).toEqual([
      "Homs: army controls 2024-12-06.. claimed_by_other",
    ]);
    const spell = (text: string) => [
      {
        ...claim({ event: "holds", actors: ["hts"], holding: "besieged" }),
        time: { ...time("2013-01-01", "2014-03-31"), text },
      },
    ];
    const at = (text: string) => rows(spell(text), { documents: [published] });
    expect(at("from January 2013 to March 2014")).toEqual([
      "Homs: hts besieged 2013-01-01..2014-04-01 claimed_by_other",
    ]);
    expect(at("at the time")).toEqual(["Homs: hts besieged 2013-01-01.. claimed_by_other"]);
  });
  test("who hands a place over leaves it, and who receives it holds it", () => {
    const over = claim({ event: "territory_transferred", actors: ["rebels"], targets: ["army"], holding: "left" });
    expect(rows([over])).toEqual([
      "Homs: rebels controls ?..2024-12-06 claimed_by_other",
      "Homs: army controls 2024-12-06.. claimed_by_other",
      "Homs: rebels left 2024-12-06.. claimed_by_other",
    ]);
  });
  test.each<[string, string, string | null]>([
    ["told by the account", "2024-12-07", "army"],
    ["whose holding ended", "2024-12-08", "sdf"],
  ])("who held it before: %s", (_, day, before) => {
    const { holdings } = judged([
      took("2024-12-08", "sdf", { document: "one" }),
      took(day, "hts", {
        targets: before === "army" ? ["army"] : [],
        day: before === "army" ? day : "2024-12-10",
        document: "two",
      }),
    ]);
    const mine = holdings.find((h) => h.holder.name === "hts" && h.state === "controls")!;
    expect(mine.before?.name).toBe(before);
  });
  test("who moves in after the holder left has the place; elsewhere he is only there", () => {
    const movedIn = claim({ event: "territory_transferred", actors: ["sdf"], holding: "present", day: "2024-12-07" });
    expect(rows([movedIn])).toEqual(["Homs: sdf present 2024-12-07.. claimed_by_other"]);
    const { holdings } = judged([left("2024-12-06", "army", { document: "two" }), movedIn]);
    expect(holdings.filter((h) => h.holder.name === "sdf")).toMatchObject([
      { state: "controls", before: { name: "army" } },
    ]);
  });
  test("who holds a place does not contest it, and a taking decides a fight", () => {
    const fight = (who: string, day: string): Claim =>
      claim({ event: "offensive", actors: [who], holding: "contested", day });
    expect(rows([took("2024-12-01", "army"), fight("army", "2024-12-03")])).toEqual([
      "Homs: army controls 2024-12-01.. claimed_by_other",
    ]);
    expect(rows([fight("sdf", "2024-12-01"), took("2024-12-03", "army")])).toEqual([
      "Homs: sdf contested 2024-12-01..2024-12-03 claimed_by_other",
      "Homs: army controls 2024-12-03.. claimed_by_other",
    ]);
  });
  test.each(["allies", "fighters", "reports", "Homs"])("'%s' is nobody in particular", (who) => {
    expect(rows([took("2024-12-06", who)])).toEqual([]);
  });
  test("a part of a place may be several parties', and the region of a town's name is not the town", () => {
    const part = (who: string, day: string): Claim => took(day, who, { at: place("Homs", { precision: "area" }) });
    expect(rows([part("army", "2024-12-01"), part("sdf", "2024-12-02")])).toEqual([
      "Homs (part or surroundings): army present 2024-12-01.. claimed_by_other",
      "Homs (part or surroundings): sdf present 2024-12-02.. claimed_by_other",
    ]);
    expect(rows([took("2024-12-01", "army", { at: place("Homs", { precision: "region" }) })])).toEqual([
      "Homs region: army controls 2024-12-01.. claimed_by_other",
    ]);
  });
  test("a history dates nothing by its publication", () => {
    const holds = claim({ event: "holds", actors: ["sdf"], day: null });
    const published = { documents: [document("one", { published: "2024-12-06" })] };
    expect(rows([took("2012-05-01", "army"), holds], published)).toEqual([
      "Homs: sdf controls ?.. claimed_by_other",
      "Homs: army controls 2012-05-01.. claimed_by_other",
    ]);
  });
  test.each([
    ["2012-07-01", "2012-08-15", "2012-07-01"],
    ["2012-01-01", "2012-08-15", "2012-08-15"],
  ])("taken between %s and %s: held from %s", (start, end, from) => {
    const taken = { ...took(start, "army"), time: time(start, end) };
    expect(rows([taken], { documents: [document("one", { published: "2024-12-06" })] })).toEqual([
      `Homs: army controls ${from}.. claimed_by_other`,
    ]);
  });
  test("a place goes by every name that accounts give it", () => {
    const spelt = took("2024-12-06", "army", { at: place("Homs", { text: "Hims", aliases: ["Hims"] }) });
    expect(judged([spelt]).holdings[0]!.place.aliases).toEqual(["Hims"]);
  });
  test("who takes a place together holds it together", () => {
    expect(rows([claim({ event: "territory_captured", actors: ["rebels", "sdf"] })])).toEqual([
      "Homs: rebels controls 2024-12-06.. claimed_by_other",
      "Homs: sdf controls 2024-12-06.. claimed_by_other",
    ]);
  });
  test("of a day: begun and not yet ended", () => {
    const { holdings } = judged([took("2024-11-30", "army"), took("2024-12-07", "hts")]);
    const on = (day: string) => holdingsAt(holdings, day as Day).map((h) => h.holder.name);
    expect(["2024-11-29", "2024-11-30", "2024-12-06", "2024-12-07"].map(on)).toEqual([[], ["army"], ["army"], ["hts"]]);
  });
});

test("an undated account joins the dated one of the same, and begins nothing by itself", () => {
  const undated = document("one", { published: null });
  const dated = took("2024-12-07", "hts", { document: "two", sources: ["reuters"] });
  const all = [took("2024-12-07", "hts", { day: null as never, background: true, document: "one" }), dated];
  expect(rows(all, { documents: [undated] })).toEqual(["Homs: hts controls 2024-12-07.. assessed"]);
  const { holdings } = judged(all.slice(0, 1), { documents: [undated] });
  expect(holdingsAt(holdings, "2025-01-01" as Day)).toEqual([]);
});
test.each([["sohr"], ["forces"], ["fighters"]])("%s holds no town", (who) => {
  expect(rows([took("2024-12-07", who)])).toEqual([]);
});
test("fought for and won on one day: only the winning stands", () => {
  const fight = claim({ event: "offensive", actors: ["hts"], holding: "contested", day: "2024-12-07" });
  expect(rows([fight, took("2024-12-07", "hts", { document: "two" })])).toEqual([
    "Homs: hts controls 2024-12-07.. claimed_by_other",
  ]);
});
