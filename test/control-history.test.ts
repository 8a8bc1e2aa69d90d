// Who held a place when, as a person asks for it: on a day, as a history with its accounts, and as a map layer.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HeldAs } from "../src/serve/held.ts";
import { dateline } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-control-"));
const ledger = join(folder, "war.db");
const ask = async (...args: string[]): Promise<string> => (await dateline([...args, "--ledger", ledger])).out;
const rows = async <T>(...args: string[]): Promise<T[]> => JSON.parse(await ask(...args)).rows;

beforeAll(async () => {
  writeFileSync(
    join(folder, "binnish.txt"),
    "Binnish, Idlib province\n\nOn 5 May 2012, rebels captured the town from the army. On 9 June 2014, the army retook it.\n",
  );
  await ask("ingest", join(folder, "binnish.txt"), "--published", "2023-10-01");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["2012-05-04", []],
  ["2012-05-05", ["rebels"]],
  ["2014-06-08", ["rebels"]],
  ["2014-06-09", ["army"]],
])("on %s it is held by %j, by every question", async (day, holders) => {
  const held = (await rows<HeldAs>("control", "--at", day)).filter((h) => h.state === "controls");
  expect(held.map((h) => h.holder.name)).toEqual(holders);
  const [place] = await rows<{ name: string; holder: string | null }>("places", "--place", "Binnish", "--at", day);
  if (place) expect(place.holder).toBe(holders[0] ?? null);
  const layer = JSON.parse(await ask("export", "holdings", "--at", day)) as {
    features: { properties: { holder: string; state: string } }[];
  };
  const shown = layer.features.filter((f) => f.properties.state === "controls");
  expect(shown.map((f) => f.properties.holder)).toEqual(holders);
});

test("the history of a place cites every account", async () => {
  const history = (await rows<HeldAs>("control", "--place", "Binnish")).filter((h) => h.state === "controls");
  expect(history.map((h) => [h.holder.name, h.from, h.to, h.before?.name ?? null])).toEqual([
    ["army", null, "2012-05-05", null],
    ["rebels", "2012-05-05", "2014-06-09", "army"],
    ["army", "2014-06-09", null, "rebels"],
  ]);
  expect(history[1]!.told).toMatchObject([
    { quote: expect.stringContaining("rebels captured the town"), document: "binnish.txt", published: "2023-10-01" },
  ]);
  expect((await rows<HeldAs>("control"))[0]).not.toHaveProperty("told");
});
