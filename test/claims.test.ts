// Whole claims from whole reports: quotes, slots, what is merged and what stays apart, orders with their terms, tallies.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coded, eventsOf } from "./coding.ts";

describe("a report", () => {
  const text =
    "Rebels took the town of Morek on Thursday, the Syrian Observatory for Human Rights said. Government forces shelled the village of Lataminah with artillery, killing two civilians and wounding six others.";
  const claims = coded(text, "2024-12-07");
  const taken = claims.find((c) => c.event === "territory_captured");
  const shelled = claims.find((c) => c.event === "shelling");

  test("quotes stand in the text, and every slot points into it", () => {
    for (const claim of claims) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
      for (const slot of [...claim.actors, ...claim.targets, ...claim.sources, ...claim.places, ...claim.figures]) {
        expect(slot.rule).not.toBe("");
        for (const [from, to] of slot.at) expect(text.slice(from, to).length).toBeGreaterThan(0);
      }
    }
  });
  test("the day, the holder, the place and its state", () => {
    expect(taken?.time).toMatchObject({ start: "2024-12-05", end: "2024-12-05" });
    expect(taken?.actors.map((a) => a.id)).toEqual(["syrian-rebels"]);
    expect(taken?.places.map((p) => p.name)).toEqual(["Morek"]);
    expect(taken?.holding).toBe("controls");
  });
  test("ACLED and PLOVER follow", () => {
    expect(taken?.acled).toEqual({ type: "Battles", sub_type: "Non-state actor overtakes territory" });
    expect(shelled?.acled?.type).toBe("Explosions/Remote violence");
    expect(taken?.plover).toBe("ASSAULT");
  });
  test("figures are whose they are", () => {
    expect(shelled?.figures.map((f) => [f.measure, f.min])).toEqual([
      ["killed", 2],
      ["injured", 6],
    ]);
    expect(taken?.figures).toEqual([]);
  });
  test("the same text gives the same claims", () => {
    expect(coded(text, "2024-12-07")).toEqual(claims);
  });
});

describe("several events and one", () => {
  test("two in one sentence are two", () => {
    expect(
      eventsOf("Rebels captured the town of Morek while regime warplanes bombed the village of Lataminah.").sort(),
    ).toEqual(["air_strike", "territory_captured"]);
  });
  test("two doers on a level are two, each with its own words, targets and figures", () => {
    const [ambush, strike] = coded(
      "Rebels ambushed a convoy near Goma, killing nine soldiers, and army helicopters attacked villages in Masisi, residents said.",
    );
    expect([ambush?.event, ambush?.figures.map((f) => f.min)]).toEqual(["armed_clash", [9]]);
    expect([strike?.event, strike?.figures, strike?.targets]).toEqual(["air_strike", [], []]);
    expect(strike?.quote).toBe("army helicopters attacked villages in Masisi");
  });
  test("each side's word against the other's", () => {
    const told = coded("Armenia said Azerbaijan shelled Kapan; Azerbaijan said Armenian forces shelled Tovuz.");
    expect(told.filter((c) => c.event === "shelling").map((c) => c.sources.map((s) => s.name))).toEqual([
      ["Armenia"],
      ["Azerbaijan"],
    ]);
  });
  test("a number alone counts people", () => {
    expect(eventsOf("Gunmen killed 15 in Kano.")).toEqual(["attack_on_civilians"]);
    expect(eventsOf("Bomb kills 15 in Lahore market")).toEqual(["bombing"]);
  });
  test("who claims responsibility did it by its own word; where nobody does, it happened all the same", () => {
    const by = (text: string): (string | undefined)[] =>
      coded(text).map((c) => `${c.event} ${c.actors[0]?.text ?? "-"}`);
    expect(by("The IRA claimed responsibility for the Omagh bombing.")).toEqual(["bombing IRA"]);
    expect(by("Nobody has claimed responsibility for the shelling of Goma.")).toEqual(["shelling -"]);
  });
  test("two armies may share their noun", () => {
    const [clash] = coded("Armenian and Azerbaijani troops exchanged fire near Kapan.");
    expect(clash?.actors.map((a) => a.id)).toEqual(["armenian-army", "azerbaijani-army"]);
  });
  test("a state among the words of the event is the state", () => {
    const by = (text: string) => coded(text)[0]?.actors.map((a) => a.id);
    expect(by("Israeli air strikes killed two civilians in Raqqa.")).toEqual(["israel"]);
    expect(by("A U.S. air strike killed 12 Taliban fighters in Kunduz.")).toEqual(["united-states"]);
  });
  test("between are two", () => {
    expect(
      coded("Clashes between the army and the FARC left 12 dead near Cali.")[0]?.actors.map((a) => a.text),
    ).toEqual(["army", "FARC"]);
  });
  test("'air strikes killed' is one", () => {
    expect(eventsOf("Russian air strikes on Ariha killed 12 civilians.")).toEqual(["air_strike"]);
  });
  test("a toll takes the cause told before it", () => {
    expect(eventsOf("Air strikes hit the town of Ariha. Seven people were killed in the village of Orem.")).toEqual([
      "air_strike",
      "air_strike",
    ]);
  });
  test("a lead and its fuller telling are one, with the source", () => {
    const claims = coded(
      "An air strike on Ariha killed 12 civilians on Friday. The Syrian Observatory for Human Rights said the air strike on Ariha killed 12 civilians, among them two children.",
    ).filter((c) => c.event === "air_strike");
    expect(claims).toHaveLength(1);
    expect(claims[0]?.sources.map((s) => s.id)).toEqual(["sohr"]);
  });
});

describe("tallies", () => {
  test("since the offensive began", () => {
    const [tally] = coded("According to the SOHR, 727 people have been killed in Syria since the offensive began.");
    expect(tally?.event).toBe("casualty_tally");
    expect(tally?.actors).toEqual([]);
    expect(tally?.figures[0]).toMatchObject({ measure: "killed", min: 727, max: 727 });
  });
  test("the toll of one strike is none", () => {
    expect(eventsOf("The death toll of Friday's air strike on Ariha rose to 12.")).not.toContain("casualty_tally");
  });
});

describe("orders", () => {
  test("an amnesty with what is asked for it and until when", () => {
    const claims = coded(
      "The Military Operations Administration announced an amnesty for members of the security forces in Aleppo. Everyone who served must report to a police station and bring his weapons. The offer will be valid until Friday, 6 December, 2024.",
      "2024-12-03",
    );
    const order = claims.find((c) => c.order)?.order;
    expect(order).toMatchObject({ kind: "amnesty", until: "2024-12-06", status: "in_force" });
    expect(order?.issuer.map((i) => i.id)).toEqual(["military-operations"]);
    expect(order?.conditions.map((c) => c.text).join()).toMatch(/bring his weapons/);
    expect(order?.for.length).toBeGreaterThan(0);
  });
  test("a curfew with its hours", () => {
    const order = coded("The authorities imposed a curfew in Homs from 6 pm to 8 am.").find((c) => c.order)?.order;
    expect(order).toMatchObject({ kind: "curfew", status: "in_force" });
    expect(order?.hours).toMatch(/6 pm to 8 am/);
    expect(order?.place?.name).toBe("Homs");
  });
  test("an advisory to citizens", () => {
    const order = coded("Russia urged its citizens to leave Syria on Friday.").find((c) => c.order)?.order;
    expect(order?.kind).toBe("advisory");
    expect(order?.issuer.map((i) => i.id)).toEqual(["russia"]);
    expect(order?.conditions.map((c) => c.text).join()).toMatch(/leave Syria/);
  });
  test("a siege is no order", () => {
    expect(coded("Troops besieged the town of Madaya for months.").every((c) => c.order === null)).toBe(true);
  });
});

describe("time", () => {
  test("undated, a weekday is no day", () => {
    expect(coded("Rebels captured the town of Morek on Friday.", null)[0]?.time).toBeNull();
  });
  test("fresh news without a day is of the day it was published, and says that no words give it", () => {
    expect(coded("Rebels captured the town of Morek.", "2024-12-07")[0]?.time).toMatchObject({
      start: "2024-12-07",
      at: [],
      rule: "fresh-news",
    });
  });
  test("history is background", () => {
    expect(coded("Rebels captured the town of Morek in 2015.", "2024-12-07")[0]?.background).toBe(true);
  });
});

describe("nothing", () => {
  test.each([
    "The weather in Damascus was mild.",
    "Tomatoes cost less in Aleppo than in Homs.",
    "Share on Facebook",
    "",
  ])("%s", (text) => {
    expect(coded(text)).toEqual([]);
  });
  test("a language that the coder does not read", () => {
    expect(coded("Die Armee eroberte am Freitag die Stadt Homs.", "2024-12-07", "de")).toEqual([]);
  });
});

describe("any words at all", () => {
  const word = fc.constantFrom(
    ...'rebels army the of " , . ( ) said according to Homs Syria killed 12 air strike on captured withdrew from by that who IS (SDF) \u201c \u201d and after would not denied this reports SOHR told AFP ceasefire until Friday since war began curfew urged citizens leave 2016'.split(
      " ",
    ),
  );
  test("are coded without a fault, every quote and slot standing in the text", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const text = words.join(" ");
        for (const claim of coded(text)) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
          expect(claim.quote.length).toBeGreaterThan(0);
          for (const slot of [...claim.actors, ...claim.targets, ...claim.sources, ...claim.places])
            for (const [from, to] of slot.at) expect(to).toBeGreaterThan(from);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

describe("places", () => {
  const placesOf = (text: string, event: string): string[] =>
    coded(text)
      .find((c) => c.event === event)!
      .places.map((p) => `${p.role} ${p.name}`);
  test.each([
    ["territory_captured", "Rebels captured the town of Morek, north of Hama, on Friday.", ["at Morek"]],
    [
      "territory_captured",
      "Rebels seized Morek, Halfaya and Taybat al-Imam.",
      ["at Morek", "at Halfaya", "at Taybat al-Imam"],
    ],
    ["curfew", "Insurgents cut the main highway between Damascus and Aleppo.", ["near Damascus", "near Aleppo"]],
    ["air_strike", "Jets bombed the village of Lataminah, a doctor in Nawa said.", ["at Latamna"]],
    ["withdrawal", "Soldiers left their posts in Homs and moved towards the coast.", ["from Homs"]],
    ["displacement", "Families fled the front line towards Sarmada.", ["to Sarmada"]],
    ["casualty_tally", "Jets bombed Morek. At least 412 people have been killed since Tuesday.", []],
    ["curfew", "Lebanon closed its border crossings except Masnaa.", []],
    // Nobody knows the place; it is named all the same, and the one told before is not taken for it.
    ["attack_on_civilians", "Jets bombed Morek. Gunmen killed 12 people in Qarzwan.", ["at Qarzwan"]],
    ["attack_on_civilians", "Gunmen killed 12 people in the Senate.", []],
  ])("%s: %s", (event, text, places) => {
    expect(placesOf(text, event)).toEqual(places);
  });
});

describe("told once", () => {
  test.each([
    ["Soldiers left their posts in Homs and moved towards the coast.", ["withdrawal"]],
    [
      "Fighters entered Morek after short clashes on its edge and then took the base.",
      ["offensive", "territory_captured"],
    ],
    ["Assad flees; Israeli troops enter Quneitra", ["flight", "offensive"]],
  ])("%s", (text, events) => {
    expect(eventsOf(text).sort()).toEqual(events);
  });
  test("events behind a semicolon have quotes of their own", () => {
    expect(
      coded("Assad flees; Israeli troops enter Quneitra")
        .map((c) => c.quote)
        .sort(),
    ).toEqual(["Assad flees", "Israeli troops enter Quneitra"]);
  });
  test("those killed in a headline are whom it struck", () => {
    const [claim] = coded("Nineteen civilians killed as jets pound Atareb");
    expect(claim?.event).toBe("air_strike");
    expect(claim?.targets.map((t) => t.name)).toEqual(["Nineteen civilians"]);
    expect(claim?.actors.map((t) => t.name)).toEqual(["jets"]);
  });
  test("no quote ends in the words of the next", () => {
    const [claim] = coded("Rebels captured the town of Morek on Friday, the Syrian Observatory for Human Rights said.");
    expect(claim?.quote).toBe("Rebels captured the town of Morek on Friday");
  });
});

describe("orders' dates and terms", () => {
  const orderOf = (text: string) => coded(text, "2024-12-08").find((c) => c.order)?.order;
  test("a curfew over midnight ends on the next day", () => {
    expect(orderOf("The rebels imposed a curfew in Homs from 4 p.m. on Sunday until 5 a.m. on Monday.")).toMatchObject({
      from: "2024-12-08",
      until: "2024-12-09",
      hours: "from 4 p.m. on Sunday until 5 a.m.",
    });
  });
  test("a truce of so many hours ends when they are over", () => {
    expect(orderOf("The army declared a 72-hour truce in Homs from Friday.")).toMatchObject({
      kind: "ceasefire",
      from: "2024-12-06",
      until: "2024-12-09",
    });
  });
  test("whom an amnesty leaves out", () => {
    const order = orderOf(
      "The council granted an amnesty to all conscripts. It does not cover officers accused of torture.",
    );
    expect(order?.exceptions.map((e) => e.text)).toEqual(["officers accused of torture"]);
  });
  test("a witness issues nothing", () => {
    expect(orderOf("A night curfew is in force in Homs, an aid worker said.")?.issuer).toEqual([]);
  });
});

test("a second figure for what was told keeps the event", () => {
  const claims = coded(
    "At least 300 fighters entered the town of Morek on Sunday, an officer said. A second officer put the number at about 200.",
  ).filter((c) => c.event === "offensive");
  expect(claims.map((c) => c.figures.map((f) => [f.measure, f.min]))).toEqual([
    [["participants", 300]],
    [["participants", 200]],
  ]);
});
