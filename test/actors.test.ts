// Who is named in a sentence: registry, acronyms, groups by their head, people, states as actors, and what leads back.
import { describe, expect, test } from "vitest";
import { coded } from "./coding.ts";

const first = (text: string, published?: string | null) => coded(text, published)[0];
const names = (rows: readonly { name: string }[] | undefined): string[] => (rows ?? []).map((r) => r.name);
const ids = (rows: readonly { id: string | null }[] | undefined): (string | null)[] => (rows ?? []).map((r) => r.id);

describe("registered names", () => {
  test.each([
    ["Hay'at Tahrir al-Sham captured the town of Morek on Friday.", ["hts"]],
    ["HTS captured the town of Morek on Friday.", ["hts"]],
    ["The Rapid Support Forces captured the town of Nyala on Friday.", ["rsf"]],
    ["Turkey and Russia brokered a ceasefire in Idlib.", ["turkey", "russia"]],
    ["IS fighters ambushed a patrol of soldiers near Palmyra.", ["islamic-state"]],
    ["Moscow condemned the shelling of its embassy.", ["russia"]],
  ])("%s", (text, expected) => {
    expect(ids(first(text)?.actors)).toEqual(expected);
  });

  test("'is' and 'us' in small letters are no actors", () => {
    const claims = coded("The army is near Hama. Villagers told us of the shelling of Morek.");
    expect(claims.flatMap((c) => ids([...c.actors, ...c.targets]))).not.toContain("islamic-state");
    expect(claims.flatMap((c) => ids([...c.actors, ...c.targets, ...c.sources]))).not.toContain("united-states");
  });

  test("a name is the one that was borne on the day", () => {
    expect(ids(first("The Nusra Front captured the town of Ariha in May 2015.", "2015-05-30")?.actors)).toEqual([
      "nusra-front",
    ]);
  });
});

describe("groups by their head noun", () => {
  test("modifiers joined by 'and' belong to it", () => {
    expect(
      names(first("US-backed Kurdish and Arab fighters captured the town of Shaddadi on Friday.")?.actors),
    ).toEqual(["US-backed Kurdish and Arab fighters"]);
  });
  test("'government forces' are whose theatre it is", () => {
    expect(ids(first("Government forces shelled the town of Nawa in Daraa province.")?.actors)).toEqual([
      "syrian-army",
    ]);
    expect(ids(first("The army shelled Omdurman and Khartoum North in Sudan on Friday.")?.actors)).toEqual(["saf"]);
  });
  test("another country's army is not the theatre's", () => {
    expect(
      ids(first("Iraqi troops shelled the town of Albukamal in Syria, near Deir ez-Zor and Homs.")?.actors),
    ).not.toContain("syrian-army");
  });
  test("people hurt are targets, with the count out of the way of the name", () => {
    expect(names(first("Rockets fired by the militia killed at least two farmers in Morek.")?.targets)[0]).toMatch(
      /farmers/,
    );
  });
});

describe("what leads back", () => {
  test("a pronoun takes the last that fits", () => {
    const claims = coded("Hayat Tahrir al-Sham was formed in 2012. It pledged allegiance to al-Qaeda in 2013.");
    expect(claims.map((c) => ids(c.actors)[0] ?? ids(c.targets)[0])).toEqual(["hts", "hts"]);
  });
  test("a pronoun with nothing before it names nobody", () => {
    expect(coded("It captured the town of Morek.").flatMap((c) => c.actors)).toEqual([]);
  });
  test("a surname is the person named in full before", () => {
    const claims = coded(
      "Zaher Sahloul, the director of the relief committee, condemned the siege. Sahloul warned of hunger in the camps.",
    );
    expect(claims.at(-1)?.actors[0]?.aliases.concat(claims.at(-1)!.actors[0]!.name).join("|")).toMatch(/Zaher Sahloul/);
  });
  test("an acronym that the text defines is that body", () => {
    const claims = coded(
      "The Northern Relief Committee (NRC) condemned the siege. The NRC warned of hunger in the camps.",
    );
    expect(claims.length).toBeGreaterThan(0);
  });
});

describe("bare surnames", () => {
  test.each([
    ["Hassan Abdul Ghani, a rebel spokesman, said rebels captured Morek. Ghani said the army shelled Nawa.", null],
    ["Ghani said the army shelled the town of Nawa, near Homs.", null],
    ["President Ashraf Ghani left Kabul. Ghani said the army shelled Kandahar.", "ashraf-ghani"],
    ["Lavrov said the army shelled the town of Nawa, near Homs.", "sergei-lavrov"],
  ])("%s", (text, id) => {
    expect(coded(text).find((c) => c.event === "shelling")?.sources[0]?.id ?? null).toBe(id);
  });
});

describe("armed people by bare words", () => {
  test.each([
    ["Insurgents led by Hayat Tahrir al-Sham captured the town of Morek.", "hts"],
    ["The Rapid Support Forces entered Nyala in Sudan. Its fighters captured the airport of Nyala.", "rsf"],
    ["Ankara said its troops had captured the town of Manbij.", "turkish-army"],
    ["Damascus said its forces had captured the town of Morek.", "syrian-army"],
    ["Fighters captured the town of Morek.", null],
  ])("%s", (text, id) => {
    const claim = coded(text).find((c) => c.event === "territory_captured");
    expect(claim?.actors[0]?.id ?? null).toBe(id);
  });
});

describe("places are no actors", () => {
  test("a country after 'in' does nothing", () => {
    expect(coded("Fifteen people were killed in shelling in Syria.").flatMap((c) => ids(c.actors))).toEqual([]);
  });
});
