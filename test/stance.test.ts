// Asserted, denied, planned, demanded - or no claim at all.
import { describe, expect, test } from "vitest";
import { coded } from "./coding.ts";

const stance = (text: string, event: string): string | undefined => coded(text).find((c) => c.event === event)?.stance;

describe("stance", () => {
  test.each([
    ["Government forces withdrew from Homs on Friday.", "withdrawal", "asserted"],
    ["The defence ministry denied that government forces withdrew from Homs.", "withdrawal", "denied"],
    ["The ministry said the army did not withdraw from Homs.", "withdrawal", "denied"],
    ["The army will withdraw from Homs on Friday, the ministry said.", "withdrawal", "planned"],
    ["Hezbollah ordered its fighters to withdraw from Homs.", "withdrawal", "planned"],
    ["The militia plans to withdraw from Homs.", "withdrawal", "planned"],
    ["The United Nations urged the militia to withdraw from Homs.", "withdrawal", "demanded"],
    ["France called for a ceasefire in Idlib.", "ceasefire_or_agreement", "demanded"],
    ["The ministry said none of the hostages were released.", "release", "denied"],
    ["The ministry dismissed claims that Russian forces had shelled Kharkiv.", "shelling", "denied"],
    ["Israel rejected accusations of shelling a school.", "shelling", "denied"],
    ["The army denied reports that it had shelled Goma.", "shelling", "denied"],
    ["The militia denied any role in the kidnappings in Benue.", "abduction", "denied"],
    ["The army denied any involvement in the shelling of Kadugli.", "shelling", "denied"],
    ["The army denied responsibility for the air strike on Kadugli.", "air_strike", "denied"],
    ["The governor denied that his guards took part in the clashes in Goma.", "armed_clash", "denied"],
    ["The governor said his guards did not take part in the clashes in Goma.", "armed_clash", "asserted"],
    ["The army command denied that Kadugli had fallen.", "territory_captured", "denied"],
    ["The militia denied losing Kadugli to the army.", "territory_captured", "denied"],
    ["A spokesman for the rebels has denied shelling Goma.", "shelling", "denied"],
    ["The militia said it had nothing to do with the shelling of the market in Goma.", "shelling", "denied"],
    ["The militia said it had no role in the kidnappings in Benue.", "abduction", "denied"],
    ["The army denied that it was responsible for the shelling of Goma.", "shelling", "denied"],
    ["The army said it was not responsible for the shelling of Goma.", "shelling", "denied"],
    ["The army said it was responsible for the shelling of Goma.", "shelling", "asserted"],
    ["The police denied arresting anyone in Goma.", "arrest", "denied"],
    ["No soldiers were killed in the clashes in Mosul.", "armed_clash", "asserted"],
  ])("%s", (text, event, expected) => {
    expect(stance(text, event)).toBe(expected);
  });
});

describe("no claim", () => {
  test.each([
    ["The army did not withdraw from Homs.", "withdrawal"],
    ["If the army withdrew from Homs, the capital could fall.", "withdrawal"],
    ["Residents fear that the army could shell the town of Nawa.", "shelling"],
    ["The army might withdraw from Homs.", "withdrawal"],
    ["The rebels tried to capture the town of Morek.", "territory_captured"],
    ["Without shelling, the night in Nawa was quiet.", "shelling"],
    ["None of the hostages were released.", "release"],
    ["Neither side captured Avdiivka.", "territory_captured"],
    ["No group claimed responsibility for the blast in Kabul.", "statement"],
    ["Peace will take hold.", "territory_captured"],
    ["Kenya fell into recession in March.", "territory_captured"],
    ["The team lost Sunday's match in Nairobi.", "territory_captured"],
    ["The group condemned the abductions in Benue.", "abduction"],
    ["Lavrov said a terrorist group must not be allowed to take over the land.", "territory_captured"],
    ["A diplomat called it unthinkable to allow a militia to seize the port of Rafha.", "territory_captured"],
    ["The president granted amnesty to fighters who surrender by 31 March.", "surrender"],
  ])("%s", (text, event) => {
    expect(stance(text, event)).toBeUndefined();
  });
});

test("who denies any part in it is whose deed it would have been", () => {
  const found = coded("The Islamic State group denied any role in the bombing of a market in Kirkuk.");
  expect(found.filter((c) => c.stance === "denied").map((c) => c.actors.map((a) => a.id))).toEqual([["islamic-state"]]);
});

test("'denied shelling Goma on 3 May': the day is the deed's", () => {
  const [claim] = coded("The army denied shelling Goma on 3 May 2024.").filter((c) => c.stance === "denied");
  expect([claim?.time?.start, claim?.said]).toEqual(["2024-05-03", null]);
});

describe("denials that point back", () => {
  const text =
    'The SOHR said government forces withdrew from the city of Homs on Friday. The Syrian defence ministry said these reports were "false".';
  test("are claims of their own about what was told before", () => {
    const [told, denied] = coded(text).filter((c) => c.event === "withdrawal");
    expect([told?.stance, denied?.stance]).toEqual(["asserted", "denied"]);
    expect(denied?.sources.map((s) => s.id)).toEqual(["syrian-defence-ministry"]);
    expect(denied?.places.map((p) => p.name)).toEqual(["Homs"]);
  });
  test("'had denied this'", () => {
    const claims = coded(
      "The rebel group said they had captured the city of Homs. But the Syrian defence ministry had denied this.",
    );
    expect(claims.filter((c) => c.event === "territory_captured").map((c) => c.stance)).toEqual(["asserted", "denied"]);
  });
  test("need something to point back to", () => {
    expect(
      coded("The Syrian defence ministry said these reports were false.").filter((c) => c.stance === "denied"),
    ).toEqual([]);
  });
});

describe("words that refute", () => {
  const first = "The SOHR said troops withdrew from Homs. ";
  test.each([
    ["A spokesman for the defence ministry rejected the account.", 1],
    ["The ministry dismissed the report.", 1],
    ["The army called it false.", 1],
    ["The army said the reports were lies.", 1],
    ["The army denied that rebels captured Morek.", 0],
    ["The army rejected an offer of talks.", 0],
    ["The army said the roads were closed.", 0],
  ])("%s", (text, denials) => {
    const found = coded(first + text).filter((c) => c.event === "withdrawal" && c.stance === "denied");
    expect(found.length).toBe(denials);
    for (const c of found) expect(c.sources[0]?.id).not.toBe("sohr");
  });
  test("'no truth in reports of'", () => {
    expect(stance("The army said there was no truth in reports of a withdrawal from Homs.", "withdrawal")).toBe(
      "denied",
    );
    expect(stance("The army said there were reports of a withdrawal from Homs.", "withdrawal")).toBe("asserted");
  });
});

describe("hedges", () => {
  test.each([
    ["The SDF has reportedly captured the town of Mayadin.", "reportedly"],
    ["Troops allegedly shelled the town of Nawa.", "allegedly"],
    ["Troops shelled the town of Nawa.", null],
  ])("%s", (text, hedge) => {
    expect(coded(text)[0]?.hedge).toBe(hedge);
  });
});
